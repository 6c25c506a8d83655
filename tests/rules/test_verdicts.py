"""Every word and figure that a rule concludes about its examples and cases is written in `verdicts/<stem>.txt`.

`pytest tests/rules/test_verdicts.py --update-verdicts` writes the files anew; read the change like code.
Each rule is judged alone: what another rule's finding would hide is told too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import HERE, cases_of, snippet
from concluded import concluded, declared
from overlay import alone, lay

from ladderc.rules import catalog
from ladderc.rules.explained import explain

VERDICTS = HERE / "verdicts"


@pytest.mark.parametrize("name", catalog.names())
def test_the_verdicts_are_those_written(name: str, request: pytest.FixtureRequest) -> None:
    path = file_of(name)
    said = declared(catalog.load(name)) + "".join(
        concluded(title, alone(catalog.load(name), lay(text))) for title, text in examples_of(name)
    )
    if request.config.getoption("--update-verdicts"):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), f"{path.name}: --update-verdicts writes it anew"


def test_every_file_belongs_to_a_rule() -> None:
    assert sorted(VERDICTS.iterdir()) == sorted(map(file_of, catalog.names()))


def file_of(name: str) -> Path:
    return VERDICTS / f"{name.replace('-', '_')}.txt"


def examples_of(name: str) -> Iterator[tuple[str, str]]:
    """The base, the page's two examples and the cases of a rule, each with its title."""
    page = explain(name)
    yield from (("The base", ""), ("Bad", page.bad), ("Good", page.good))
    yield from ((case["name"], snippet(case)) for case in cases_of(name.replace("-", "_")))
