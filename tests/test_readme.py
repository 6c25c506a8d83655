"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

from docblocks import Session, blocks

from ladderc.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    return next(one.text for one in blocks(README) if one.language == language)


def test_the_yaml_shown_stands_in_the_file_that_it_names() -> None:
    name, _, content = block("yaml").partition("\n")
    assert content in (ROOT / name.removeprefix("# ")).read_text(encoding="utf-8")


def test_the_answer_shown_is_part_of_what_the_command_shown_prints(tmp_path: Path) -> None:
    session = Session(tmp_path, start=ROOT)
    answer = session.type(block("console").removeprefix("$ ").strip())
    assert block("text").strip() in answer
    assert session.code == 1


def test_every_command_is_in_the_readme() -> None:
    missing = [name for name in COMMANDS if f"`ladderc {name}" not in README]
    assert missing == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
