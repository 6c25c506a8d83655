"""`ladderc fix` as its user sees it: whole answers, exact bytes, and files that are left alone."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest
from running import BASE, TODAY, run

from ladderc.edit.mendable import MENDABLE

DOCS = Path(__file__).parent.parent.parent / "docs" / "fix.md"
SPECIALIST = "tracks/specialist.yaml"
PAY = "pay/2026.yaml"


def spoil(firm: Path, file: str, old: str, new: str) -> bytes:
    """Put a mistake into a file; its bytes before."""
    before = (firm / file).read_bytes()
    assert before.count(old.encode()) == 1, old
    (firm / file).write_bytes(before.replace(old.encode(), new.encode()))
    return before


def fix(firm: Path, *words: str, terminal: bool = False) -> tuple[str, str, int]:
    said = run("fix", "firm", "--today", TODAY, "--color", "never", *words, inside=firm.parent, terminal=terminal)
    return said.out, said.err, said.code


def test_a_sound_framework_is_not_touched(firm: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in firm.rglob("*") if path.is_file()}
    assert fix(firm) == ("Nothing to mend.\n", "", 0)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in firm.rglob("*") if path.is_file()} == before


def test_mends_are_told_with_their_lines_and_what_is_left_is_counted(firm: Path) -> None:
    before = spoil(firm, SPECIALIST, "title: Senior Specialist", "tilte: Senior Specialist")
    other = spoil(firm, "tracks/stem.yaml", "kind: common", "kind: comon")
    spoil(firm, PAY, "grade: G7", "grade: G9")
    assert fix(firm) == (
        "tracks/specialist.yaml:10  tilte → title  (unknown-field)\n"
        "tracks/stem.yaml:3  comon → common  (not-in-list)\n"
        "2 mended in 2 files. 1 finding is left: type `ladderc check`.\n",
        "",
        1,
    )
    assert (firm / SPECIALIST).read_bytes() == before
    assert (firm / "tracks/stem.yaml").read_bytes() == other


def test_the_second_run_finds_nothing_to_do(firm: Path) -> None:
    spoil(firm, SPECIALIST, "title: Senior Specialist", "title: “Senior: Specialist”")
    assert fix(firm) == (
        'tracks/specialist.yaml:10  “Senior: Specialist” → "Senior: Specialist"  (curly-quote)\n1 mended in 1 file.\n',
        "",
        0,
    )
    assert fix(firm) == ("Nothing to mend.\n", "", 0)


def test_line_ends_a_byte_order_mark_and_a_missing_last_line_end_stay(firm: Path) -> None:
    path = firm / SPECIALIST
    dressed = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").rstrip(b"\r\n")
    path.write_bytes(dressed.replace(b"kind: specialist", b"kind: specalist"))
    assert fix(firm)[2] == 0
    assert path.read_bytes() == dressed


def test_a_file_that_cannot_be_read_is_mended_as_far_as_that_goes(firm: Path) -> None:
    spoil(firm, SPECIALIST, "  - id: S4", "  • id: S4")
    spoil(firm, SPECIALIST, "  - id: S5", "  -id: S5")
    spoil(firm, SPECIALIST, "title: Principal Specialist", "title: Principal: Specialist grade: G9")
    assert fix(firm) == (
        "tracks/specialist.yaml:8  • id: → - id:  (syntax)\n"
        "tracks/specialist.yaml:23  -id: → - id:  (syntax)\n"
        "2 mended in 1 file. 1 finding is left: type `ladderc check`.\n",
        "",
        3,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - id: S5:\n    grade: G5\n", "  - id: S5\n    grade: G5\n"),
        ("  - id: S5:\r\n    grade: G5: # as before\r\n", "  - id: S5\r\n    grade: G5 # as before\r\n"),
        ("  - id: S5:\n      grade: G5\n", None),
        ("  - id: S5: Staff\n    grade: G5\n", None),
    ],
)
def test_a_colon_behind_an_id_goes_where_nothing_is_written_below_it(
    before: str, after: str | None, firm: Path
) -> None:
    track = firm / "tracks/specialist.yaml"
    text = track.read_bytes().decode()
    sound = "  - id: S5\n    grade: G5\n"
    assert text.count(sound) == 1
    track.write_bytes(text.replace(sound, before).encode())
    fix(firm)
    assert track.read_bytes().decode() == text.replace(sound, after or before)


def test_what_can_be_meant_in_two_ways_is_left_alone(firm: Path) -> None:
    before = {}
    for file, old, new in [
        ("framework.yaml", "language: 1", "language: 0"),
        (SPECIALIST, "title: Senior Specialist", "title: Senior Specialist #draft of it"),
        (SPECIALIST, "kind: specialist", "kind: people"),
        (PAY, 'effective: "2026-01-01"', 'effective: "1.1.2026"'),
        (PAY, "min: 30000", 'min: "30,000"'),
    ]:
        spoil(firm, file, old, new)
        before[file] = (firm / file).read_bytes()
    assert fix(firm)[0].startswith("Nothing to mend. ")
    assert {file: (firm / file).read_bytes() for file in before} == before


def test_where_all_references_agree_the_declared_id_may_be_the_slip(firm: Path) -> None:
    spoil(firm, "framework.yaml", "{id: product-council, name", "{id: product-coucil, name")
    out, _, code = fix(firm)
    assert (out.split(".")[0], code) == ("Nothing to mend", 1)
    assert "product-coucil" not in (firm / SPECIALIST).read_text()


def test_a_mend_that_would_bring_another_error_is_not_made(firm: Path) -> None:
    spoil(firm, PAY, "grade: G2", "grade: g1")
    before = (firm / PAY).read_bytes()
    assert fix(firm, "--audience", "hr") == (
        "pay/2026.yaml:7  left alone, for the mend would bring another error  (unknown-reference)\n"
        "Nothing to mend. 1 finding is left: type `ladderc check`.\n",
        "",
        1,
    )
    assert (firm / PAY).read_bytes() == before


def test_what_is_harmless_is_mended_beside_what_is_not(firm: Path) -> None:
    spoil(firm, PAY, "grade: G2", "grade: g1")
    spoil(firm, PAY, "currency: GBP", "currency: gbp")
    assert fix(firm)[0] == (
        "pay/2026.yaml:2  gbp → GBP  (wrong-form)\n"
        "pay/2026.yaml:7  left alone, for the mend would bring another error  (unknown-reference)\n"
        "1 mended in 1 file. 1 finding is left: type `ladderc check`.\n"
    )


def test_a_diff_shows_what_would_change_and_writes_nothing(firm: Path) -> None:
    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    before = (firm / SPECIALIST).read_bytes()
    assert fix(firm, "--diff") == (
        "--- a/tracks/specialist.yaml\n"
        "+++ b/tracks/specialist.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " id: specialist\n"
        " name: Specialist\n"
        "-kind: specalist\n"
        "+kind: specialist\n"
        " family: engineering\n"
        " purpose: For those who go deep; people leadership and project leadership stand beside it at every grade.\n"
        " order: 2\n",
        "1 to mend in 1 file. Nothing is written: type `ladderc fix` to mend.\n",
        1,
    )
    assert (firm / SPECIALIST).read_bytes() == before


def test_a_diff_of_nothing_is_empty(firm: Path) -> None:
    assert fix(firm, "--diff") == ("", "Nothing to mend.\n", 0)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_git_takes_the_diff(firm: Path, ends: bytes, last: bool) -> None:
    path = firm / SPECIALIST
    sound = path.read_bytes().rstrip().replace(b"\n", ends) + (ends if last else b"")
    path.write_bytes(sound.replace(b"kind: specialist", b"kind: specalist").replace(b"study-leave", b"study-leaves"))
    shown = fix(firm, "--diff")[0]
    (firm / "mend.diff").write_bytes(shown.encode())
    subprocess.run(["git", "apply", "mend.diff"], cwd=firm, check=True)
    assert path.read_bytes() == sound


def test_pay_is_left_out_of_logs_and_said_to_be(firm: Path) -> None:
    spoil(firm, PAY, "{grade: G2, min: 36000", "{grade: g2, min: 36000")
    before = (firm / PAY).read_bytes()
    assert fix(firm, "--diff") == (
        "",
        "pay/2026.yaml would change in 1 place; its lines are left out, for they hold pay.\n"
        "Show them with `--audience hr`.\n"
        "1 to mend in 1 file. Nothing is written: type `ladderc fix` to mend.\n",
        1,
    )
    assert "36000" in fix(firm, "--diff", "--audience", "hr")[0]
    assert "36000" in fix(firm, "--diff", terminal=True)[0]
    assert "36000" not in fix(firm, "--diff", "--audience", "employees", terminal=True)[0]
    assert fix(firm) == (
        "pay/2026.yaml:7  … → …  (unknown-reference)\n"
        "Pay is left out here, for logs and files are read by many. Show it with `--audience hr`.\n"
        "1 mended in 1 file.\n",
        "",
        0,
    )
    assert (firm / PAY).read_bytes() == before.replace(b"g2", b"G2")


def test_only_the_rules_named_are_mended(firm: Path) -> None:
    spoil(firm, SPECIALIST, "title: Senior Specialist", "tilte: Senior Specialist")
    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    assert fix(firm, "--only", "unknown-field") == (
        "tracks/specialist.yaml:10  tilte → title  (unknown-field)\n"
        "1 mended in 1 file. 1 finding is left: type `ladderc check`.\n",
        "",
        1,
    )


def test_a_rule_that_nothing_is_mended_of_is_told(firm: Path) -> None:
    said = run("fix", firm, "--only", "unknown-feild")
    assert (said.out, said.err, said.code) == (
        "",
        "Nothing of `unknown-feild` has one right answer.\nType --only unknown-field.\n",
        2,
    )


def test_bands_are_put_in_the_order_of_the_grades_with_their_remarks(firm: Path) -> None:
    lines = (firm / PAY).read_text().split("\n")
    sound = "\n".join([*lines[:6], "  # agreed with the council", *lines[6:]])
    (firm / PAY).write_text("\n".join([*lines[:5], "  # agreed with the council", lines[6], lines[5], *lines[7:]]))
    # A remark above the first band alone speaks of the list, so it stays; above another it goes with its band.
    assert fix(firm)[0] == "pay/2026.yaml:7  bands put in the order of the grades  (band-order)\n1 mended in 1 file.\n"
    assert (firm / PAY).read_text() == "\n".join([*lines[:5], "  # agreed with the council", *lines[5:]])
    (firm / PAY).write_text(
        "\n".join([*lines[:5], lines[7], "  # agreed with the council", lines[6], lines[5], *lines[8:]])
    )
    assert fix(firm)[0] == "pay/2026.yaml:6  bands put in the order of the grades  (band-order)\n1 mended in 1 file.\n"
    assert (firm / PAY).read_text() == sound


def test_a_modeline_comes_first_where_the_schemas_are_there(firm: Path) -> None:
    assert run("schema", "firm", inside=firm.parent).code == 0
    (firm / "tracks" / "more").mkdir()
    (firm / SPECIALIST).rename(firm / "tracks/more/specialist.yaml")
    marked = b"\xef\xbb\xbf" + (firm / "tracks/more/specialist.yaml").read_bytes().replace(b"\n", b"\r\n")
    (firm / "tracks/more/specialist.yaml").write_bytes(marked)
    out, err, code = fix(firm)
    assert (err, code) == ("", 0)
    assert out.splitlines()[0] == "framework.yaml:1  first line added, for editors  (modeline)"
    assert out.splitlines()[-1] == "6 mended in 6 files."
    first = b"\xef\xbb\xbf# yaml-language-server: $schema=../../.ladderc/schema/track.schema.json\r\n"
    assert (firm / "tracks/more/specialist.yaml").read_bytes() == first + marked[3:]
    assert fix(firm) == ("Nothing to mend.\n", "", 0)


def test_a_file_that_may_not_be_written_is_told_and_kept(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    monkeypatch.setattr(os, "access", lambda path, *_, **__: "specialist" not in str(path))  # root may write every file
    out, err, code = fix(firm)
    assert out == "Nothing to mend. 1 finding is left: type `ladderc check`.\n"
    assert err == (
        "tracks/specialist.yaml may not be written, so it is as it was.\nAllow writing, then run this again.\n"
    )
    assert code == 3
    assert "specalist" in (firm / SPECIALIST).read_text()


def test_a_link_is_left_alone_and_so_is_what_it_leads_to(firm: Path) -> None:
    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    elsewhere = firm.parent / "elsewhere.yaml"
    (firm / SPECIALIST).rename(elsewhere)
    (firm / SPECIALIST).symlink_to(elsewhere)
    out, err, code = fix(firm)
    assert out == "Nothing to mend. 1 finding is left: type `ladderc check`.\n"
    assert (
        err == "tracks/specialist.yaml is a link to another file, and links are left alone.\nMend that file itself.\n"
    )
    assert code == 3
    assert (firm / SPECIALIST).is_symlink()
    assert "specalist" in elsewhere.read_text()


def test_a_file_keeps_its_mode_and_no_other_file_appears(firm: Path) -> None:
    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    (firm / SPECIALIST).chmod(0o640)
    before = sorted(firm.rglob("*"))
    assert fix(firm)[2] == 0
    assert stat.S_IMODE((firm / SPECIALIST).stat().st_mode) == 0o640
    assert sorted(firm.rglob("*")) == before


def test_a_file_changed_meanwhile_is_kept(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ladderc.edit import mend

    spoil(firm, SPECIALIST, "kind: specialist", "kind: specalist")
    ours = mend.mended

    def while_somebody_saves(*words: object, **more: object) -> object:
        found = ours(*words, **more)  # type: ignore[arg-type] # handed on as they came
        (firm / SPECIALIST).write_text("id: somebody-elses\n")
        return found

    monkeypatch.setattr(mend, "mended", while_somebody_saves)
    out, err, code = fix(firm)
    assert err == (
        "tracks/specialist.yaml was changed by another program just now, so it was left alone.\nRun this again.\n"
    )
    assert (out, code) == ("Nothing to mend. 1 finding is left: type `ladderc check`.\n", 3)
    assert (firm / SPECIALIST).read_text() == "id: somebody-elses\n"


def test_every_rule_that_is_mended_stands_in_the_page() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for rule, what in MENDABLE.items():
        assert f"| `{rule}` | {what} |" in page, rule


def test_the_base_needs_no_mend() -> None:
    assert run("fix", BASE, "--diff", "--today", TODAY).out == ""
