"""What a reviewer reads when managers alone are paid more: whole answers in why/, which a person can open.

`pytest tests/report/changes --update-answers` writes them anew; read the change like code.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from changed import WHY, why

from ladderc.report.changes.formats import written

ANSWERS = {
    "hr.txt": ("text", True),
    "hr.md": ("markdown", True),
    "public.txt": ("text", False),
    "public.md": ("markdown", False),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_whole_answer(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    form, show_pay = ANSWERS[name]
    answer = written(form, why(tmp_path, show_pay=show_pay)) + "\n"
    if request.config.getoption("--update-answers", default=False):
        (WHY / name).write_text(answer, encoding="utf-8")
    assert answer == (WHY / name).read_text(encoding="utf-8")


def test_the_first_three_lines_tell_what_three_changed_numbers_mean(tmp_path: Path) -> None:
    assert written("text", why(tmp_path)).split("\n")[:3] == [
        "From 1 January 2027 the midpoint rises 31 % for People leadership at G4 to G6; "
        "Project leadership and Specialist stay as before.",
        "At G4 to G6 a gap of 3 % becomes 27 %: from 1 January 2027 the midpoints and maxima of Project leadership "
        "and Specialist lie that far below those of People leadership; at most 5 % is expected.",
        "2 changes, none of them worse for people there; 5 findings are new or grew.",
    ]


def test_every_format_begins_with_that_story(tmp_path: Path) -> None:
    report = why(tmp_path)
    assert len(report.story) == 3
    for name in ("text", "json", "markdown", "html"):
        answer = " ".join(written(name, report).replace("\N{NO-BREAK SPACE}", " ").split())
        places = [answer.index(sentence) for sentence in report.story]
        assert places == sorted(places)
        assert places[-1] < answer.index("band-raised")
