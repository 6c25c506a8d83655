"""Every word and figure that a rule concludes about its examples and cases is written in `verdicts/<stem>.txt`.

`pytest tests/rules/test_verdicts.py --update-verdicts` writes the files anew; read the change like code.
Each rule is judged alone: what another rule's finding would hide is told too.
"""

from __future__ import annotations

import pytest
from cases import HERE
from concluded import all_concluded

from ladderc.rules import catalog

VERDICTS = HERE / "verdicts"


@pytest.mark.parametrize("name", catalog.names())
def test_the_verdicts_are_those_written(name: str, request: pytest.FixtureRequest) -> None:
    path = VERDICTS / file_of(name)
    said = all_concluded(name)
    if request.config.getoption("--update-verdicts"):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), f"{path.name}: --update-verdicts writes it anew"


def test_every_file_belongs_to_a_rule() -> None:
    assert sorted(path.name for path in VERDICTS.iterdir()) == sorted(map(file_of, catalog.names()))


def file_of(name: str) -> str:
    return f"{name.replace('-', '_')}.txt"
