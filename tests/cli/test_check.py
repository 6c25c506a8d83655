"""`ladderc check`: exit codes, who sees pay, and what a bug of ours looks like."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import TODAY, run

CLEAN = (
    "Tarn Hydraulics, as of 21 November 2026\n"
    "\n"
    "                      holds       fails      waived  not judged\n"
    "Engineering              60           0           0           7\n"
    "Whole framework           8           0           0           2\n"
    "\n"
    "Not judged, for a rule can prove nothing about what it cannot see:\n"
    "  Engineering: two levels of one track with ratings, or with five statements or more (adjacent-levels-differ)\n"
    "  Engineering: ratings on one dimension at two levels of one track (rating-regression)\n"
    "  Engineering: ratings of complexity and of something else in both halves of a specialist track (expertise-stays-central)\n"
    "  Engineering: ratings of one dimension on both sides at one grade (anchor-parity)\n"
    "  Engineering: `bonus` or `equity` for experts and managers at one grade (target-pay-parity)\n"
    "  Engineering: `market` in pay/2026.yaml (market-ratio, stale-market-data)\n"
    "  Whole framework: two families with managers and a track beside them (families-consistent)\n"
    "  Whole framework: an award, under `awards` in framework.yaml (award-eligibility)\n"
    "\n"
    "Tested and kept: 13 rules of structure and visibility, 9 of reach, 5 of titles, 10 of criteria, 3 of metrics, "
    "12 of pay, 3 of recognition, 3 of mobility, 2 of wording, 8 of stewardship.\n"
    "Checked 4 tracks, 15 levels: no problems.\n"
)


def change(firm: Path, file: str, old: str, new: str) -> None:
    path = firm / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def low_band(firm: Path) -> None:
    """A band of the specialists that is below the managers' at their grade."""
    change(
        firm,
        "pay/2026.yaml",
        "bands:\n",
        "exceptions:\n  - {track: specialist, grade: G5, min: 51234, midpoint: 61234, max: 71234, because: market, reason: The market for this work pays less.}\nbands:\n",
    )


def test_a_clean_framework_is_answered_with_what_was_checked(firm: Path) -> None:
    assert run("check", firm, "--today", TODAY) == (CLEAN, "", 0)


def test_windows_line_ends_and_a_byte_order_mark_are_fine(firm: Path) -> None:
    for path in firm.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("check", firm, "--today", TODAY) == (CLEAN, "", 0)


def test_files_that_end_in_yml_are_fine(firm: Path) -> None:
    for path in list(firm.rglob("*.yaml")):
        path.rename(path.with_suffix(".yml"))
    assert run("check", firm, "--today", TODAY) == (CLEAN.replace("2026.yaml", "2026.yml"), "", 0)


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
    ],
)
def test_from_which_severity_on_a_finding_fails(firm: Path, severity: str, fail_on: str, code: int) -> None:
    settings = "".join(
        f"\n  {rule}: {{severity: {severity}}}" for rule in ("band-parity", "midpoint-progression", "band-gap")
    )
    low_band(firm)
    change(firm, "framework.yaml", "profile: standard", f"profile: standard{settings}")
    assert run("check", firm, "--today", TODAY, "--fail-on", fail_on).code == code


def test_a_file_that_cannot_be_parsed_is_code_3_even_beside_findings(firm: Path) -> None:
    low_band(firm)
    (firm / "tracks" / "expert.yaml").write_text("id: expert\n\tname: x\n")
    assert run("check", firm, "--today", TODAY).code == 3


def test_pay_is_shown_on_a_terminal_and_left_out_elsewhere(firm: Path) -> None:
    low_band(firm)
    shown = run("check", firm, "--today", TODAY, "--color", "never", terminal=True).out
    piped = run("check", firm, "--today", TODAY).out
    assert "£61,234" in shown
    assert "61234" in shown  # the line of the pay file
    assert "61" not in piped.replace("pay/2026.yaml", "")
    assert "Show it with `--audience hr`." in piped
    assert run("check", firm, "--today", TODAY, "--audience", "hr").out == shown
    assert run("check", firm, "--today", TODAY, "--audience", "public", "--color", "never", terminal=True).out == piped


def test_data_has_no_pay_even_on_a_terminal_unless_asked(firm: Path) -> None:
    low_band(firm)
    data = json.loads(run("check", firm, "--today", TODAY, "--format", "json", terminal=True).out)
    assert data["pay_shown"] is False
    asked = json.loads(run("check", firm, "--today", TODAY, "--format", "json", "--audience", "hr").out)
    assert asked["pay_shown"] is True
    assert {one["value"] for one in asked["findings"][0]["figures"]} >= {"61234", "74000"}


def test_text_and_data_tell_the_same_findings_at_the_same_places(firm: Path) -> None:
    change(firm, "tracks/specialist.yaml", "title: Staff Specialist", "titel: Staff Specialist")
    change(firm, "framework.yaml", "locale: en-GB", "locale: en-GB\nfreeze: {from: 2026-12-01, to: 2026-11-01}")
    text = run("check", firm, "--today", TODAY).out
    data = json.loads(run("check", firm, "--today", TODAY, "--format", "json").out)
    places = [
        f"{one['severity']} {one['rule']}  {one['file']}:{one['line']}:{one['column']}" for one in data["findings"]
    ]
    assert places == re.findall(r"^(?:error|warning|note) .*$", text, re.MULTILINE)


def test_no_absolute_path_stands_in_an_answer(firm: Path) -> None:
    low_band(firm)
    change(firm, "tracks/specialist.yaml", "title: Staff Specialist", "titel: Staff Specialist")
    for form in ("text", "json"):
        assert str(firm) not in run("check", firm, "--today", TODAY, "--format", form, "--audience", "hr").out


def test_two_runs_say_the_same_bytes(firm: Path) -> None:
    low_band(firm)
    words = ("check", firm, "--today", TODAY, "--format", "json", "--audience", "hr")
    assert run(*words) == run(*words)


@pytest.mark.parametrize("stage", ["read", "validate", "link", "judge"])
def test_a_bug_of_ours_says_so_without_a_traceback_and_is_written_down(
    stage: str, firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("/secret/place")

    monkeypatch.setattr(f"ladderc.pipeline.{stage}", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = run("check", firm, "--today", TODAY)
    kept = re.fullmatch(
        r"This is a bug in ladderc, not a fault of your files\.\n"
        r"What happened is written down in (\S+): please send it to us\.\n",
        said.err,
    )
    assert kept, said.err
    assert (said.out, said.code) == ("", 70)
    written = Path(kept[1]).read_text(encoding="utf-8")
    assert written.startswith(f"ladderc check {firm}")
    assert "KeyError: '/secret/place'" in written


def test_a_bug_is_told_even_when_the_disk_refuses(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ladderc.pipeline.read", lambda _: 1 / 0)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", broken)
    assert run("check", firm) == (
        "",
        "This is a bug in ladderc, not a fault of your files.\n"
        "What happened could not be written down: the disk refused.\n",
        70,
    )


@pytest.mark.parametrize(("color", "coloured"), [("always", True), ("never", False), ("auto", False)])
def test_colour_in_a_pipe(firm: Path, color: str, coloured: bool) -> None:
    out = run("check", firm, "--today", TODAY, "--color", color).out
    assert ("\x1b[" in out) is coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", out) == CLEAN


def test_colour_on_a_terminal_unless_it_is_not_wanted(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("check", firm, "--today", TODAY)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in run(*words, terminal=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(*words, terminal=True).out
    assert "\x1b[" in run(*words, "--color", "always", terminal=True).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in run(*words, terminal=True).out


def test_the_day_comes_from_the_option_then_the_environment(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")  # 1 December 2025
    assert run("check", firm).out.startswith("Tarn Hydraulics, as of 1 December 2025\n")
    assert run("check", firm, "--today", TODAY).out == CLEAN


def test_a_framework_that_has_just_begun_is_told_the_reasons_that_keep_back_most(firm: Path) -> None:
    for track in (firm / "tracks").iterdir():
        if track.name != "stem.yaml":
            track.unlink()
    (firm / "tracks" / "stem.yaml").write_text(
        "id: stem\nname: Engineer\nkind: common\nlevels:\n  - {id: E1, grade: G1, title: Engineer}\n", encoding="utf-8"
    )

    def reasons(*words: str) -> list[str]:
        out = run("check", firm, "--today", TODAY, *words).out
        return out.split("\nNot judged, ")[1].split("\n\n")[0].split("\n")[1:]

    short, whole = reasons(), reasons("--all")
    assert short[-1] == f"  and {len(whole) - 12} more reasons, which `ladderc check --all` shows"
    assert len(short) == 13
    assert [line for line in whole if line in short] == short[:-1]
    kept_back = {line: line.rpartition("(")[2].count(",") for line in whole if not line.endswith(" rules)")}
    assert max(kept_back[line] for line in whole if line not in short) <= min(
        kept_back[line] for line in short[:-1] if line in kept_back
    )
