"""The answer for a person: order, folding, consequences, frames, and characters that could deceive."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ladderc.finding import Finding, Related, Severity, Subject, Verdict, Waived
from ladderc.report.report import Report, make_report
from ladderc.report.styled import plain
from ladderc.report.text import as_text
from ladderc.rules.judgement import Judgement, Result
from ladderc.sources.read import read_tree_contents
from ladderc.span import Place

DAY = datetime.date(2026, 11, 21)
TRACK = "tracks/specialist.yaml"
LINES = "".join(f"line{number}: text\n" for number in range(1, 10))


def finding(rule: str, line: int, severity: Severity = Severity.ERROR, **more: object) -> Finding:
    base = Finding(rule, severity, f"About {rule} in line {line}.\nMend it.", Place(TRACK, (f"line{line}",)))
    return base._replace(subjects=(Subject("engineering", level=f"L{line}"),), category="structure")._replace(**more)  # type: ignore[arg-type]


def report(*findings: Finding, faults: tuple[Finding, ...] = (), contents: str = LINES) -> Report:
    reading = read_tree_contents({TRACK: contents.encode()})
    results = tuple(
        Result("structure", one.severity, Verdict(one.rule, "fails", one.subjects, one.message, one.place), one)
        for one in findings
    )
    return make_report(reading, faults, None, Judgement(results), DAY, show_pay=True)


def text(shown: Report) -> str:
    return plain(as_text(shown))


def heads(shown: Report) -> list[str]:
    return [line for line in text(shown).split("\n") if "  tracks/" in line]


def test_one_finding_whole() -> None:
    beside = Related(Place(TRACK, ("line7",)), "the other one")
    assert text(report(finding("grade-gap", 2, related=(beside,)))) == (
        "error grade-gap  tracks/specialist.yaml:2:8\n"
        "  About grade-gap in line 2.\n"
        "  Mend it.\n"
        "    2 | line2: text\n"
        "      |        ^^^^\n"
        "  see tracks/specialist.yaml:7:8 (the other one)\n"
        "\n"
        "Read 1 file: 1 error."
    )


def test_nothing_found() -> None:
    assert text(report()) == "Read 1 file: no problems."


def test_the_worst_stand_first_and_faults_of_files_before_parity() -> None:
    shown = report(
        finding("note-rule", 1, Severity.NOTE),
        finding("warning-rule", 2, Severity.WARNING),
        finding("parity-rule", 3),
        faults=(finding("language-rule", 9)._replace(category="language"),),
    )
    assert [line.split("  ")[0] for line in heads(shown)] == [
        "error language-rule",
        "error parity-rule",
        "warning warning-rule",
        "note note-rule",
    ]
    assert text(shown).endswith("Read 1 file: 2 errors, 1 warning, 1 note.")


def test_what_follows_is_indented_under_its_cause_and_not_counted() -> None:
    cause = finding("band-parity", 2)
    follows = finding("pay-ceiling-parity", 5, because=cause.fingerprint)
    further = finding("title-rank", 6, Severity.WARNING, because=follows.fingerprint)
    shown = report(further, follows, cause)
    assert text(shown) == (
        "error band-parity  tracks/specialist.yaml:2:8\n"
        "  About band-parity in line 2.\n"
        "  Mend it.\n"
        "    2 | line2: text\n"
        "      |        ^^^^\n"
        "  from this follows:\n"
        "    error pay-ceiling-parity  tracks/specialist.yaml:5:8\n"
        "      About pay-ceiling-parity in line 5.\n"
        "      Mend it.\n"
        "        5 | line5: text\n"
        "          |        ^^^^\n"
        "      from this follows:\n"
        "        warning title-rank  tracks/specialist.yaml:6:8\n"
        "          About title-rank in line 6.\n"
        "          Mend it.\n"
        "            6 | line6: text\n"
        "              |        ^^^^\n"
        "\n"
        "Read 1 file: 1 error."
    )
    assert shown.worst() is Severity.ERROR


def test_an_error_that_only_follows_from_a_note_fails_nothing() -> None:
    cause = finding("band-parity", 2, Severity.NOTE)
    shown = report(cause, finding("pay-ceiling-parity", 5, because=cause.fingerprint))
    assert shown.worst() is Severity.NOTE


def test_of_many_alike_the_first_is_shown_and_the_others_are_named_file_by_file() -> None:
    elsewhere = finding("grade-gap", 6, place=Place("tracks/zeta.yaml", ("line6",)))
    shown = report(*(finding("grade-gap", number) for number in (1, 2, 3, 4)), elsewhere)
    assert text(shown) == (
        "error grade-gap  tracks/specialist.yaml:1:8\n"
        "  About grade-gap in line 1.\n"
        "  Mend it.\n"
        "    1 | line1: text\n"
        "      |        ^^^^\n"
        "  and 4 more like this:\n"
        "    tracks/specialist.yaml  L2 (line 2), L3 (line 3), L4 (line 4)\n"
        "    tracks/zeta.yaml  L6 (line 1)\n"
        "\n"
        "Read 1 file: 5 errors."
    )


def test_of_very_many_in_one_file_twelve_are_named() -> None:
    contents = "".join(f"line{number}: text\n" for number in range(1, 30))
    shown = report(*(finding("grade-gap", number) for number in range(1, 21)), contents=contents)
    assert "L12 (line 12), L13 (line 13) and 7 more\n" in text(shown)
    assert "L14" not in text(shown)


def test_what_has_no_level_is_named_by_what_it_is_about_or_by_its_line() -> None:
    subjects = [(Subject("care", "people"),), (Subject("care", grade="G4"),), (Subject("care"),), ()]
    shown = report(finding("way-back", 1), *(finding("way-back", n, subjects=s) for n, s in enumerate(subjects, 2)))
    assert "    tracks/specialist.yaml  people (line 2), G4 (line 3), care (line 4), line 5\n" in text(shown)


def test_faults_of_files_keep_each_its_first_sentence_for_each_has_its_own_mend() -> None:
    faults = tuple(finding("unknown-field", n, category="language", subjects=()) for n in (1, 2, 3, 4, 5))
    shown = report(faults=faults)
    assert [line.split(":")[1] for line in heads(shown) if line.startswith("error")] == ["1", "2", "3"]
    assert (
        "error 2 more of unknown-field:\n"
        "  tracks/specialist.yaml:4  About unknown-field in line 4.\n"
        "  tracks/specialist.yaml:5  About unknown-field in line 5.\n"
        "\n"
        "Read 1 file: 5 errors."
    ) in text(shown)


def test_of_very_many_faults_twenty_lines_are_shown_and_the_rest_counted() -> None:
    contents = "".join(f"line{number}: text\n" for number in range(1, 60))
    faults = tuple(finding("unknown-field", n, category="language", subjects=()) for n in range(1, 51))
    said = text(report(faults=faults, contents=contents))
    assert "error 47 more of unknown-field:\n" in said
    assert "yaml:23  About unknown-field in line 23.\n  and 27 more, which `ladderc check --all` shows\n" in said


def test_of_very_many_entries_thirty_are_shown_and_the_rest_counted_by_rule() -> None:
    contents = "".join(f"line{number}: text\n" for number in range(1, 60))
    shown = report(
        *(finding(f"rule-{n:02}", n) for n in range(1, 30)),
        *(finding("weak-one", n, Severity.WARNING) for n in (31, 32)),
        *(finding("weak-two", n, Severity.NOTE) for n in (33, 34)),
        contents=contents,
    )
    said = text(shown)
    assert len(heads(shown)) == 30
    assert (
        "Left out, which `ladderc check --all` shows:\n  1 warning (weak-one 1)\n  2 notes (weak-two 2)\n\n"
        "Read 1 file: 29 errors, 2 warnings, 2 notes."
    ) in said


def test_thirty_entries_leave_nothing_out() -> None:
    contents = "".join(f"line{number}: text\n" for number in range(1, 60))
    shown = report(*(finding(f"rule-{n:02}", n) for n in range(1, 31)), contents=contents)
    assert "Left out" not in text(shown)


def test_all_shows_every_finding_whole() -> None:
    contents = "".join(f"line{number}: text\n" for number in range(1, 60))
    faults = tuple(finding("unknown-field", n, category="language", subjects=()) for n in range(1, 31))
    shown = report(*(finding("grade-gap", n) for n in range(31, 51)), faults=faults, contents=contents)
    said = plain(as_text(shown, every=True))
    assert said.count("  Mend it.\n") == 50
    assert "more" not in said
    assert "Left out" not in said


@pytest.mark.parametrize(
    ("written", "printed"),
    [("::error::lost", "  :�error::lost"), ("see ##[error]", "  see #�[error]"), ("a::b", "  a::b")],
)
def test_a_build_server_finds_no_command_in_a_line(written: str, printed: str) -> None:
    assert text(report(finding("grade-gap", 1, message=f"Odd.\n{written}"))).split("\n")[2] == printed


def test_three_alike_are_not_folded() -> None:
    assert "more of" not in text(report(*(finding("grade-gap", number) for number in (1, 2, 3))))


def test_errors_and_warnings_of_one_rule_are_folded_apart() -> None:
    shown = report(
        *(finding("grade-gap", number) for number in (1, 2, 3)),
        *(finding("grade-gap", number, Severity.WARNING) for number in (4, 5, 6)),
    )
    assert "more of" not in text(shown)


def test_waived_findings_are_named_once_and_shown_nowhere() -> None:
    covered = Waived("because", "Priya", "2027-01-01")
    shown = report(finding("grade-gap", 1, waived=covered), finding("grade-gap", 2, waived=covered))
    assert text(shown) == "A waiver covers 2 findings (grade-gap).\nRead 1 file: no problems."


def test_known_findings_are_counted_once_and_shown_nowhere() -> None:
    shown = report(finding("grade-gap", 1, baselined=True), finding("way-back", 2, baselined=True))
    assert text(shown) == "2 findings are in the baseline.\nRead 1 file: nothing new."
    assert shown.worst() is Severity.OFF


def test_a_new_finding_beside_a_known_one_counts() -> None:
    shown = report(finding("grade-gap", 1, baselined=True), finding("way-back", 2))
    assert text(shown).endswith("\n\n1 finding is in the baseline.\nRead 1 file: 1 error.")
    assert [line.split("  ")[0] for line in heads(shown)] == ["error way-back"]
    assert shown.worst() is Severity.ERROR


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("bell\x07back\x08", "bell�back�"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("\u2066left\u2069", "�left�"),
        ("\x9b31m", "�31m"),
        ("a\ttab", "a tab"),
        ("carriage\rreturn", "carriage�return"),
        ("line\u2028break\u2029s", "line�break�s"),
    ],
)
def test_characters_that_steer_a_terminal_are_replaced(written: str, printed: str) -> None:
    shown = report(finding("grade-gap", 1, message=f"Title “{written}” is odd."))
    assert f"  Title “{printed}” is odd.\n" in text(shown)
    related = Related(Place(TRACK, ("line2",)), f"of {written}")
    assert f"(of {printed})" in text(report(finding("grade-gap", 1, related=(related,))))


def test_letters_of_any_language_and_emoji_stay() -> None:
    message = "Führung, 技術, مدير and 👩‍💻 stay."
    assert message in text(report(finding("grade-gap", 1, message=message)))


def test_the_author_s_line_is_cleaned_too() -> None:
    shown = report(finding("grade-gap", 1), contents="line1: \x1b[2Jgone \u202eevil\n")
    assert "    1 | line1: �[2Jgone �evil\n" in text(shown)


def test_the_name_of_the_firm_cannot_forge_a_line(tmp_path: Path) -> None:
    from ladderc.pipeline import check

    (tmp_path / "framework.yaml").write_text(
        'language: 1\nname: "Tarn\\nerror: all lost\\x1b[0m"\ngrades: [{id: G1}]\n'
    )
    checked = check(tmp_path, DAY)
    shown = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=True)
    assert text(shown).split("\n")[0] == "Tarn error: all lost�[0m, as of 21 November 2026"


def test_a_span_over_several_lines_is_marked_in_its_first() -> None:
    shown = report(finding("grade-gap", 1), contents="line1:\n  - one\n  - two\nline2: x\n")
    assert "    2 |   - one\n      |   ^^^^^\n" in text(shown)


def test_of_a_long_line_the_part_around_the_mark_is_shown() -> None:
    long = "line1: {" + ", ".join(f"f{n}: 1" for n in range(40)) + ", wrong: here, more: 2}\n"
    shown = report(finding("grade-gap", 1, place=Place(TRACK, ("line1", "wrong"))), contents=long)
    frame = [line for line in text(shown).split("\n") if line.startswith("    1 | ") or line.startswith("      | ")]
    source, marks = frame
    assert source.startswith("    1 | …")
    assert len(source) <= len("    1 | …") + 101
    start = marks.index("^")
    assert source[start : start + marks.count("^")] == "here"


def test_a_line_that_only_begins_long_shows_its_beginning() -> None:
    shown = report(finding("grade-gap", 1), contents="line1: x " + "y" * 300 + "\n")
    assert f"    1 | line1: x {'y' * 91}…\n" in text(shown)


def test_windows_line_ends_leave_no_trace() -> None:
    shown = report(finding("grade-gap", 2), contents=LINES.replace("\n", "\r\n"))
    assert "    2 | line2: text\n      |        ^^^^\n" in text(shown)


def test_no_line_ends_in_blanks_and_none_is_coloured() -> None:
    said = text(report(finding("grade-gap", 2), finding("way-back", 4, Severity.NOTE)))
    assert [line for line in said.split("\n") if line != line.rstrip() or "\x1b" in line] == []


def test_of_many_places_beside_a_finding_four_are_named_and_the_rest_counted() -> None:
    places = tuple(Related(Place(TRACK, (f"line{number}",)), f"place {number}") for number in range(3, 10))
    lines = text(report(finding("grade-gap", 2, related=places))).split("\n")
    assert [line for line in lines if "place" in line] == [
        "  see tracks/specialist.yaml:3:8 (place 3)",
        "  see tracks/specialist.yaml:4:8 (place 4)",
        "  see tracks/specialist.yaml:5:8 (place 5)",
        "  see tracks/specialist.yaml:6:8 (place 6)",
        "  and 3 more places",
    ]


def test_of_more_than_five_findings_the_worst_are_told_at_a_glance_alike_ones_once() -> None:
    many = [finding("note-rule", 1, Severity.NOTE), finding("grade-gap", 2), finding("grade-gap", 3)]
    many += [finding(f"rule-{line}", line, Severity.WARNING) for line in range(4, 8)]
    assert text(report(*many)).split("\n\n")[0] == (
        "The five worst of 7 findings:\n"
        "  error   grade-gap  About grade-gap in line 2. (and 1 more like this)\n"
        "  warning rule-4  About rule-4 in line 4.\n"
        "  warning rule-5  About rule-5 in line 5.\n"
        "  warning rule-6  About rule-6 in line 6.\n"
        "  warning rule-7  About rule-7 in line 7."
    )


def test_where_fewer_kinds_are_wrong_than_five_all_are_told() -> None:
    many = [finding("grade-gap", line) for line in range(1, 7)]
    assert text(report(*many)).split("\n\n")[0] == (
        "The worst of 6 findings:\n  error   grade-gap  About grade-gap in line 1. (and 5 more like this)"
    )


def test_five_findings_are_seen_at_one_look() -> None:
    assert text(report(*(finding(f"rule-{line}", line) for line in range(1, 6)))).startswith("error rule-1  ")
