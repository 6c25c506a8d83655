"""What cannot be imported is refused with what was typed, what is expected and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Import

TABLE = "Track,Grade,Title,Pay,Score\nExpert,1,Adviser,€ 50,Good\nManager,2,Head,€ 60,Great\n"

MISTAKES = [
    ("an unknown column", ["--map", "Titel=title"], "grades.csv has no column `Titel`.\nWrite `Title`."),
    ("a column like no other", ["--map", "Salary=min"],
     "grades.csv has no column `Salary`.\nIts columns are `Track`, `Grade`, `Title`, `Pay` and `Score`."),
    ("an unknown name of ours", ["--map", "Pay=minimum"], "`minimum` is none of our columns.\nWrite `--map \"Pay=min\"`."),
    ("a name like none of ours", ["--map", "Pay=salary"],
     "`salary` is none of our columns.\nOurs are `track`, `kind`, `family`, `level`, `grade`, `title`, `dimension`, "
     "`statement`, `statement_id`, `rating`, `reports`, `min`, `midpoint` and `max`."),
    ("no sign of equality", ["--map", "Pay"], "`--map \"Pay\"` does not say what is what.\nWrite it as --map \"Their column=track\""),
    ("a column twice", ["--map", "Pay=min", "--map", "pay=max"], "`--map` names the column `Pay` twice.\nKeep one of the two."),
    ("two columns for one", ["--map", "Pay=min", "--map", "Score=min"],
     "Two columns would be `min`: `Pay` and `Score`.\nLeave one of them out: `--map \"Score=\"`."),
    ("pay without a currency", ["--map", "Pay=min"],
     "The column `Pay` holds pay, and nothing says in which currency.\nAdd --currency EUR"),
    ("no currency", ["--currency", "euro"], "`euro` is no currency.\nWrite its three letters: --currency EUR"),
    ("words without a scale", ["--map", "Score=rating"],
     "The column `Score` rates in words: `Good` and `Great`.\n"
     "Give them in rising order, the lowest first: --scale \"Good,Great\""),
    ("a scale of one word", ["--scale", "Good"],
     "A scale needs two words or more.\nGive them in rising order: --scale \"Learning,Able,Expert\""),
    ("a word twice on the scale", ["--scale", "Good,Great,good"], "`--scale` has `good` twice.\nGive each word once, the lowest first."),
    ("an unknown track", ["--kind", "Experts=specialist"], "`--kind` names the track `Experts`, which no row has.\nWrite `Expert`."),
    ("a track like no other", ["--kind", "Innovation=specialist"],
     "`--kind` names the track `Innovation`, which no row has.\nThe tracks are `Expert` and `Manager`."),
    ("a misspelt kind", ["--kind", "Expert=specialists"], "`specialists` is no kind of track.\nWrite `--kind \"Expert=specialist\"`."),
    ("an unknown kind", ["--kind", "Expert=boss"],
     "`boss` is no kind of track.\nChoose `people-leadership`, `specialist`, `project-leadership`, `influence-innovation` or `common`."),
    ("a kind without a track", ["--kind", "specialist"],
     "`--kind \"specialist\"` does not say what is what.\nWrite it as --kind \"Technical Leader=specialist\""),
    ("a grade too many", ["--grades", "1,2,3"], "`--grades` names `3`, which no row has.\nTake it out."),
    ("a grade too few", ["--grades", "1"], "`--grades` leaves out `2`.\nGive all grades, the lowest first."),
    ("a grade twice", ["--grades", "1,2,1"], "`--grades` names `1` twice.\nGive each grade once, the lowest first."),
    ("no language", ["--locale", "English"], "`English` is no language.\nWrite it as --locale en, --locale de or --locale en-GB"),
    ("no day", ["--effective", "soon"], "`soon` is not a day.\nWrite it as year-month-day: --effective 2027-01-01"),
    ("a day with slashes", ["--effective", "1/1/2026"],
     "`1/1/2026` is not a day.\nWrite it as year-month-day: --effective 2026-01-01"),
    ("no levels", ["--map", "Grade=", "--map", "Title="],
     "No column of grades.csv says which level a row is about.\n"
     "Its columns are `Track`, `Grade`, `Title`, `Pay` and `Score`.\n"
     "Name one, for example `--map \"Grade=level\"`; ours are `track`, `kind`, `family`, `level`, `grade`, `title`, "
     "`dimension`, `statement`, `statement_id`, `rating`, `reports`, `min`, `midpoint` and `max`."),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_answered_whole_and_leaves_nothing_behind(
    bring: Import, arguments: list[str], message: str
) -> None:
    answer = bring(TABLE, *arguments)
    assert answer.text == message
    assert answer.code == 2
    assert [path.name for path in Path().iterdir()] == ["grades.csv"]


def test_two_tracks_that_contradict_each_other(bring: Import) -> None:
    answer = bring("Track,Grade\nA,x\nA,y\nB,y\nB,x\n")
    assert answer.text == (
        "A puts grade `x` below `y`, and B puts `y` below `x`.\n"
        'Say which order is right, the lowest first: --grades "x,y"'
    )
    assert bring("Track,Grade\nA,x\nA,y\nB,y\nB,x\n", "--grades", "y,x").code == 0


def test_columns_of_one_name(bring: Import) -> None:
    assert bring("Track,Title,title\nA,b,c\n").text == (
        "Two columns of grades.csv are named `Title`.\nGive them different names in the table."
    )
    assert bring("Track,Note,Note\nA,b,c\n", "--map", "Note=title").text == (
        "2 columns of grades.csv are named `Note`.\nGive them different names in the table."
    )


def test_a_table_of_which_nothing_can_be_placed(bring: Import) -> None:
    assert bring("Track,Grade\n,1\n,2\n").text == (
        "No row of grades.csv could be placed: no track is written in row 2.\n"
        "Look at `--map`, which says what each column holds."
    )
    assert not Path("ours").exists()
