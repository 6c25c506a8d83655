"""`ladderc new` adds one thing in the right file, says where, and leaves every other byte as it is."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from running import TODAY, Said, run


@pytest.fixture
def ladders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert run("init", "ladders", "--ci", "none", "--today", TODAY, inside=tmp_path).code == 0
    return tmp_path / "ladders"


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def added(before: dict[str, bytes], after: dict[str, bytes]) -> tuple[str, list[str]]:
    """The one file that differs, and its new lines; nothing else may differ, and no line may be gone."""
    files = [name for name in after if after[name] != before.get(name)]
    assert len(files) == 1
    assert before.keys() <= after.keys()
    old = before.get(files[0], b"").decode().splitlines(keepends=True)
    new = after[files[0]].decode().splitlines(keepends=True)
    changes = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    assert all(line.startswith("+ ") for line in changes), changes
    return files[0], [line[2:] for line in changes]


def new(ladders: Path, *words: str) -> tuple[Said, tuple[str, list[str]]]:
    before = state(ladders)
    said = run("new", *words, inside=ladders)
    assert (said.err, said.code) == ("", 0)
    return said, added(before, state(ladders))


def refused(ladders: Path, *words: str) -> str:
    """What is said on standard error; nothing may have been written."""
    before = state(ladders)
    said = run("new", *words, inside=ladders)
    assert (said.out, said.code) == ("", 2)
    assert state(ladders) == before
    return said.err


def test_a_grade_at_the_top_with_what_has_to_follow(ladders: Path) -> None:
    said, (file, lines) = new(ladders, "grade", "G7")
    assert said.out == (
        "framework.yaml:55  grade G7\n"
        "Take the # signs of the lines below it away and write your own text.\n"
        "Give G7 a band in `pay/2026.yaml`.\n"
        "Let all tracks that end at G6 rise to it, or one is the only way up.\n"
        "\n"
        "Next, type:\n"
        '  ladderc new level influence-innovation/I7 --grade G7 --title "…"\n'
        '  ladderc new level people-leadership/M7 --grade G7 --title "…"\n'
        '  ladderc new level project-leadership/P7 --grade G7 --title "…"\n'
        '  ladderc new level specialist/S7 --grade G7 --title "…"\n'
        "  ladderc check\n"
    )
    assert file == "framework.yaml"
    assert lines == [
        "  - id: G7\n", "    # name: What people call it\n",
        "    # scope: How far the work of this grade reaches, in a sentence.\n",
    ]  # fmt: skip
    text = (ladders / file).read_text(encoding="utf-8").splitlines()
    assert text[54] == "  - id: G7"


def test_a_grade_in_the_middle_leaves_a_gap_in_every_track_that_spans_it(ladders: Path) -> None:
    said, (_, lines) = new(ladders, "grade", "G4b", "--after", "G4", "--name", "Between", "--scope", "Does: both.")
    assert lines == ["  - id: G4b\n", "    name: Between\n", "    scope: 'Does: both.'\n"]
    assert (
        "It lies inside `influence-innovation`, `people-leadership`, `project-leadership` and `specialist`: "
        "each has a gap there until it has a level at G4b.\n"
    ) in said.out
    assert 'ladderc new level specialist/S6-G4b --grade G4b --title "…"' in said.out


def test_executive_grades_stay_at_the_top(ladders: Path) -> None:
    path = ladders / "framework.yaml"
    path.write_text(
        path.read_text().replace(
            "  - id: G6\n    name: Principal\n", "  - id: G6\n    name: Principal\n    executive: true\n"
        )
    )
    assert refused(ladders, "grade", "G7") == (
        "The highest grade, G6, is an executive one, and those stay at the top.\n"
        "Name the grade below the new one: ladderc new grade G7 --after G5\n"
    )
    new(ladders, "grade", "G5b", "--after", "G5")


def test_a_level_goes_to_its_place_with_an_outline_that_reads_when_its_signs_are_gone(ladders: Path) -> None:
    new(ladders, "grade", "G7")
    said, (file, lines) = new(ladders, "level", "people-leadership/M7", "--grade", "G7", "--title", "Top: Manager")
    assert said.out == (
        "tracks/people-leadership.yaml:226  level M7 of People leadership at G7\n"
        "Take the # signs of the lines below it away and write your own text.\n"
        "Nothing stands at G7 or above on `influence-innovation`, `project-leadership` and `specialist`: "
        "let them rise as well, or this track ends higher.\n"
        "\nNext, type:\n  ladderc check\n"
    )
    assert lines[:4] == ["  - id: M7\n", "    grade: G7\n", "    title: 'Top: Manager'\n",
                         "    # Below is an outline: take its # signs away and write your own text.\n"]  # fmt: skip
    path = ladders / file
    text = path.read_text(encoding="utf-8")
    outline = "".join(lines[4:-1]) if lines[-1] == "\n" else "".join(lines[4:])
    plain = outline.replace("    # ", "    ").replace("    #\n", "\n")
    path.write_text(text.replace(outline, plain), encoding="utf-8")
    said = run("check", ladders, "--today", TODAY)
    assert "error syntax" not in said.out
    assert "unknown-field" not in said.out
    assert "unknown-reference" not in said.out
    assert "5 tracks, 16 levels" in said.out


def test_the_outline_names_who_stands_at_the_grade_already(ladders: Path) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - id: S5\n"), text.index("  - id: S6\n")
    moves = text.index("  - from: S5\n    to: people")
    path.write_text(
        (text[:start] + text[end:moves]).rstrip("\n") + "\n  - {from: S4, to: project-leadership/P4, kind: lateral}\n",
        encoding="utf-8",
    )
    for name in ("people-leadership", "influence-innovation", "project-leadership"):
        other = ladders / "tracks" / f"{name}.yaml"
        other.write_text(other.read_text(encoding="utf-8").replace("to: specialist/S5", "to: specialist/S4"))
    said, (_, lines) = new(ladders, "level", "specialist/S5", "--grade", "G5", "--title", "Senior Specialist")
    assert "    # At G5 stand already: influence-innovation/I5, people-leadership/M5, project-leadership/P5.\n" in lines
    assert "or this track ends higher" not in said.out
    now = path.read_text(encoding="utf-8")
    assert now.index("  - id: S4\n") < now.index("  - id: S5\n") < now.index("  - id: S6\n")


def test_a_windows_file_keeps_its_line_ends(ladders: Path) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    _, (_, lines) = new(ladders, "move", "specialist/S6", "people-leadership/M6", "--kind", "lateral")
    assert lines == ["  - from: S6\r\n", "    to: people-leadership/M6\r\n", "    kind: lateral\r\n"]


def test_a_move_says_whether_there_is_a_way_back(ladders: Path) -> None:
    said, (file, lines) = new(
        ladders, "move", "specialist/S6", "people-leadership/M6", "--kind", "lateral", "--pay", "protected",
        "--trial-months", "6", "--note", "For those: who wish.",
    )  # fmt: skip
    assert said.out == (
        "tracks/specialist.yaml:228  move from specialist/S6 to people-leadership/M6\n"
        "The way back, from people-leadership/M6 to specialist/S6, is there.\n\nNext, type:\n  ladderc check\n"
    )
    assert file == "tracks/specialist.yaml"
    assert lines == [
        "  - from: S6\n", "    to: people-leadership/M6\n", "    kind: lateral\n", "    pay: protected\n",
        "    trial_months: 6\n", "    note: 'For those: who wish.'\n",
    ]  # fmt: skip
    said, _ = new(ladders, "move", "project-leadership/P6", "people-leadership/M6", "--kind", "lateral")
    assert said.out.endswith(
        "There is no way back yet; the first command below adds it.\n\nNext, type:\n"
        "  ladderc new move people-leadership/M6 project-leadership/P6 --kind return\n  ladderc check\n"
    )


def test_a_lateral_move_to_another_grade_is_told_at_once(ladders: Path) -> None:
    said, _ = new(ladders, "move", "specialist/S4", "people-leadership/M5", "--kind", "lateral")
    assert said.out.split("\n", 1)[1] == (
        "A lateral move keeps the grade, and this one leads from G4 to G5.\n"
        "Write `kind: promotion` there if it is a step up, or name another level.\n\nNext, type:\n  ladderc check\n"
    )
    said, _ = new(ladders, "move", "specialist/S5", "people-leadership/M6", "--kind", "promotion")
    assert said.out.split("\n", 1)[1] == "\nNext, type:\n  ladderc check\n"


def test_a_track_begins_as_an_equal_of_people_leadership(ladders: Path) -> None:
    said, (file, _) = new(ladders, "track", "research", "--kind", "specialist", "--name", "Research")
    assert said.out == (
        "tracks/research.yaml:2  track Research\n"
        "Choose the titles, and write what each level asks; the first one shows the fields.\n"
        "Open the ways to the other tracks and back, as the first command below does.\n"
        "\nNext, type:\n"
        "  ladderc new move research/R4 people-leadership/M4 --kind lateral --pay protected --trial-months 6\n"
        "  ladderc check\n"
    )
    text = (ladders / file).read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../.ladderc/schema/track.schema.json\n"
        "id: research\nname: Research\nkind: specialist\n"
        "# shown as a draft on the site; take this line away when the track is finished\nstatus: draft\n"
    )
    assert text.endswith(
        "  - id: R5\n    grade: G5\n    title: Research G5  # choose a title\n\n"
        "  - id: R6\n    grade: G6\n    title: Research G6  # choose a title\n"
    )
    new(ladders, "move", "research/R4", "people-leadership/M4", "--kind", "lateral")


def test_a_track_leads_no_editor_to_what_is_not_there(ladders: Path) -> None:
    (ladders / ".ladderc" / "schema" / "track.schema.json").unlink()
    said, (file, _) = new(ladders, "track", "research", "--kind", "specialist", "--name", "Research")
    assert said.out.startswith("tracks/research.yaml:1  track Research\n")
    assert (ladders / file).read_text(encoding="utf-8").startswith("id: research\nname: Research\n")


def test_a_track_with_grades_of_its_own_and_letters_of_its_own(ladders: Path) -> None:
    _, (file, lines) = new(ladders, "track", "service", "--kind", "specialist", "--name", "Service", "--grade", "G5",
                           "--grade", "G4")  # fmt: skip
    assert file == "tracks/service.yaml"
    assert [line for line in lines if "- id: " in line] == ["  - id: SE4\n", "  - id: SE5\n"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("level", "specialist/S7", "--grade", "G9", "--title", "X"),
         "There is no grade `G9`.\nChoose `G1`, `G2`, `G3`, `G4`, `G5` or `G6`.\n"
         "Or add it first: ladderc new grade G9 --after G6\n"),
        (("level", "specialst/S7", "--grade", "G6", "--title", "X"),
         "There is no track `specialst`.\nType `specialist`.\n"),
        (("level", "S7", "--grade", "G6", "--title", "X"),
         "`S7` does not say which level of which track.\nWrite it as specialist/S7\n"),
        (("move", "S6", "M6", "--kind", "lateral"),
         "`S6` does not say which level of which track.\nWrite it as specialist/S6\n"),
        (("level", "specialist/s4", "--grade", "G3", "--title", "X"),
         "There is a level `s4` already (`S4`; capitals make no difference): tracks/specialist.yaml:15\n"
         "Give the new one another id, or change that one.\n"),
        (("level", "specialist/Sx", "--grade", "G4", "--title", "X"),
         "Level S4 of Specialist stands at G4 already: tracks/specialist.yaml:15\n"
         "A track has at most one level a grade; choose another grade, or change that level.\n"),
        (("level", "specialist/S 7", "--grade", "G3", "--title", "X"),
         "`S 7` cannot be the id of a level.\n"
         "Use letters from A to Z, digits, dots, underscores and hyphens, and begin with a letter or a digit.\n"),
        (("level", "specialist/S3", "--grade", "G3", "--title", " "),
         "`--title` is empty.\nWrite the text behind it, in quotes.\n"),
        (("track", "specialist", "--kind", "specialist", "--name", "S"),
         "There is a track `specialist` already: tracks/specialist.yaml:5\n"
         "Give the new one another id, or change that one.\n"),
        (("track", "search", "--kind", "specialist", "--name", "S"),
         "No track can have the id `search`, which ladderc uses itself.\nChoose another: search-1\n"),
        (("track", "research", "--kind", "specialist", "--name", "R", "--family", "profesional"),
         "There is no family `profesional`.\nType `professional`.\n"),
        (("grade", "g6"),
         "There is a grade `g6` already (`G6`; capitals make no difference): framework.yaml:52\n"
         "Give the new one another id, or change that one.\n"),
        (("grade", "G7", "--after", "G66"), "There is no grade `G66`.\nChoose `G1`, `G2`, `G3`, `G4`, `G5` or `G6`.\n"),
        (("move", "specialist/S4", "people-leadership/M4", "--kind", "lateral"),
         "The move from specialist/S4 to people-leadership/M4 is there already: tracks/specialist.yaml:208\n"
         "Change it there.\n"),
        (("move", "specialist/S4", "specialist/S5", "--kind", "promotion"),
         "specialist/S5 is the next level above specialist/S4, so that step is there without a move.\n"
         "A move is a step to another track, or past a level.\n"),
        (("move", "specialist/S4", "specialist/S4", "--kind", "lateral"),
         "A move leads from one level to another, and both are `specialist/S4`.\nName two levels.\n"),
        (("move", "specialist/S9", "people-leadership/M4", "--kind", "lateral"),
         "There is no level `S9` in track `specialist`.\nChoose `S4`, `S5` or `S6`.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_to_type(ladders: Path, words: tuple[str, ...], message: str) -> None:
    assert refused(ladders, *words) == message


def test_with_several_families_a_track_says_which_is_its_own(firm: Path) -> None:
    path = firm / "framework.yaml"
    assert "families:\n" in path.read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace("families:\n", "families:\n  - {id: care, name: Care}\n")
    path.write_text(text, encoding="utf-8")
    message = refused(firm, "track", "research", "--kind", "specialist", "--name", "R")
    assert message == (
        "This framework has 2 families, so the track has to say which is its own.\n"
        "Add it behind the command: --family care\n"
    )


def test_a_framework_that_cannot_be_read_is_mended_first(ladders: Path) -> None:
    (ladders / "tracks" / "broken.yaml").write_text("id: [\n")
    assert refused(ladders, "grade", "G7") == (
        "tracks/broken.yaml cannot be read as it stands, so nothing was added.\n"
        "Type `ladderc check`, and mend what it names first.\n"
    )


def test_a_track_with_a_fault_is_said_to_have_one_and_not_to_be_missing(ladders: Path) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    title: Specialist\n", "    titel: Specialist\n"))
    assert refused(ladders, "level", "specialist/S3", "--grade", "G3", "--title", "X") == (
        "tracks/specialist.yaml cannot be read as it stands, so nothing was added.\n"
        "Type `ladderc check`, and mend what it names first.\n"
    )
    new(ladders, "grade", "G7")


def test_what_is_missing_can_be_added_although_something_refers_to_it(ladders: Path) -> None:
    path = ladders / "tracks" / "people-leadership.yaml"
    moves = "moves:\n  - {from: M6, to: specialist/S7, kind: return}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("moves:\n", moves), encoding="utf-8")
    new(ladders, "grade", "G7")
    new(ladders, "level", "specialist/S7", "--grade", "G7", "--title", "X")
    assert "unknown-reference" not in run("check", ladders, "--today", TODAY).out


def test_names_that_ladderc_uses_itself_are_refused(ladders: Path) -> None:
    said = refused(ladders, "level", "specialist/con", "--grade", "G3", "--title", "X")
    assert said == "No level can have the id `con`, which ladderc uses itself.\nChoose another: con-1\n"


def test_a_file_of_that_name_is_not_written_over(ladders: Path) -> None:
    path = ladders / "tracks" / "common.yaml"
    path.rename(ladders / "tracks" / "research.yaml")
    assert refused(ladders, "track", "research", "--kind", "specialist", "--name", "R") == (
        "tracks/research.yaml is there already, and nothing is written over it.\nChoose another id for the track.\n"
    )


def test_from_another_folder(ladders: Path) -> None:
    said = run("new", "grade", "G7", "--dir", "ladders", inside=ladders.parent)
    assert said.out.startswith("framework.yaml:55  grade G7\n")


@pytest.mark.parametrize("name", ["level", "track", "grade", "move"])
def test_each_has_help_with_an_example(name: str) -> None:
    said = run("new", name, "--help")
    assert said.code == 0
    assert f"Example: ladderc new {name} " in " ".join(said.out.split())
