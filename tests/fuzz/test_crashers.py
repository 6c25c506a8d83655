"""Every input that once broke a promise is answered in words, and keeps all promises now."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from positions_in_editor import seen_in_editor
from promises import held, held_further

CRASHERS = Path(__file__).parent / "crashers"
ANSWERS: dict[str, str] = yaml.safe_load((CRASHERS / "answers.yaml").read_text("utf-8"))
SOUND = Path(__file__).parent.parent / "rules" / "base"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_every_crasher_has_an_answer_and_every_answer_a_crasher() -> None:
    assert sorted(path.name for path in CRASHERS.iterdir() if path.is_dir()) == sorted(ANSWERS)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_what_once_broke_is_answered_in_words(name: str) -> None:
    contents = files(CRASHERS / name)
    report = held(contents)
    held_further(contents, files(SOUND))
    seen_in_editor(contents)
    first = report.items[0]
    where = f"{first.finding.place.file}:{first.span.line}:{first.span.column} {first.finding.rule}"
    assert f"{where}\n{first.finding.message}\n" == ANSWERS[name]
