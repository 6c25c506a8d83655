"""Whoever types what the tutorial says sees what the tutorial shows.

`pytest tests/test_tutorial.py --update-docs` writes the answers anew; read the change like code.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from docblocks import Session, blocks, played

PAGE = Path(__file__).parent.parent / "docs" / "tutorial.md"


def test_every_answer_in_the_tutorial_is_what_is_answered(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    true = played(page, Session(tmp_path))
    if request.config.getoption("--update-docs", default=False):
        PAGE.write_text(true, encoding="utf-8")
    assert true == page


def test_the_commands_on_the_page_about_init_work_one_after_the_other(tmp_path: Path) -> None:
    session = Session(tmp_path)
    page = (PAGE.parent / "init.md").read_text(encoding="utf-8")
    typed = [line for block in blocks(page) if block.language == "sh" for line in block.text.splitlines()]
    assert len(typed) == 7
    for command in typed:
        answer = session.type(command)
        assert session.code == 0, f"{command}\n{answer}"
    assert "6 tracks, 19 levels" in session.type("ladderc check")


def test_the_tutorial_leads_from_nothing_to_a_proposal_that_is_clean_after_three_mistakes() -> None:
    page = PAGE.read_text(encoding="utf-8")
    typed = [line[2:] for block in blocks(page) if block.language == "console" for line in block.text.split("\n")
             if line.startswith("$ ")]  # fmt: skip
    assert next(line for line in typed if line.startswith("ladderc")).startswith("ladderc init ")
    assert [rule for rule in ("unknown-field", "split-sentence", "recognition-parity") if f"error {rule}  " in page] == [
        "unknown-field", "split-sentence", "recognition-parity",
    ]  # fmt: skip
    proposed = page[: page.index("$ git push --set-upstream origin sabbatical")]
    assert proposed.rindex("\nChecked 5 tracks, 15 levels: no problems.\n") > proposed.rindex("\nerror ")
