"""A first line that leads an editor nowhere is a note, with what to type; one that leads somewhere else is let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladderc.edit.schema_copies import refresh
from ladderc.finding import Finding, Severity
from ladderc.sources.read import read, read_over
from ladderc.span import Place, Span

BARE = {
    "framework.yaml": "language: 1\nname: Tarn\ngrades:\n  - id: G1\n",
    "tracks/a.yaml": "id: a\nname: A\nkind: specialist\nlevels:\n  - {id: A1, grade: G1, title: Fitter}\n",
}


def led(leads: dict[str, str]) -> dict[str, str]:
    """The files with a first line each that leads to the place named."""
    return {file: f"# yaml-language-server: $schema={to}\n{BARE[file]}" for file, to in leads.items()}


BOTH = led(
    {
        "framework.yaml": ".ladderc/schema/framework.schema.json",
        "tracks/a.yaml": "../.ladderc/schema/track.schema.json",
    }
)


def firm(folder: Path, files: dict[str, str]) -> Path:
    for file, text in {**BARE, **files}.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def test_copies_that_were_deleted_are_one_note(tmp_path: Path) -> None:
    assert read(firm(tmp_path, BOTH)).findings == (
        Finding(
            "editor-help",
            Severity.NOTE,
            "This line and those of 1 more file lead your editor to `.ladderc/schema`, and what they name is not there.\n"
            "Type `ladderc schema`: without it an editor can neither explain nor complete a field.",
            Place("framework.yaml", span=Span(1, 33, 1, 70)),
        ),
    )


def test_one_copy_that_was_deleted_is_named(tmp_path: Path) -> None:
    refresh(firm(tmp_path, BOTH))
    (tmp_path / ".ladderc/schema/track.schema.json").unlink()
    [finding] = read(tmp_path).findings
    assert (finding.place.file, finding.message) == (
        "tracks/a.yaml",
        "This line leads your editor to `../.ladderc/schema/track.schema.json`, which is not there.\n"
        "Type `ladderc schema`: without it an editor can neither explain nor complete a field.",
    )


def test_a_line_copied_from_another_folder_is_told_what_to_write(tmp_path: Path) -> None:
    refresh(firm(tmp_path, led({"tracks/a.yaml": ".ladderc/schema/track.schema.json"})))
    [finding] = read(tmp_path).findings
    assert finding.message == (
        "This line leads your editor to `.ladderc/schema/track.schema.json`, which is not there.\n"
        "Write `../.ladderc/schema/track.schema.json`."
    )


def test_a_line_below_remarks_and_a_byte_order_mark_is_found(tmp_path: Path) -> None:
    text = f"\ufeff# Ours.\r\n# yaml-language-server: $schema=.ladderc/schema/framework.schema.json\r\n{BARE['framework.yaml']}"
    firm(tmp_path, {"framework.yaml": text})
    assert [finding.place.span for finding in read(tmp_path).findings] == [Span(2, 33, 2, 70)]


@pytest.mark.parametrize(
    "leads",
    [
        {},
        {"framework.yaml": "https://example.com/.ladderc/schema/framework.schema.json"},
        {"framework.yaml": "../schema/framework.schema.json"},
        {"tracks/a.yaml": ""},
    ],
    ids=["no line", "an address", "a place of their own", "nowhere"],
)
def test_what_leads_elsewhere_is_no_concern_of_ours(leads: dict[str, str], tmp_path: Path) -> None:
    assert read(firm(tmp_path, led(leads))).findings == ()


def test_nothing_is_said_while_the_copies_are_there(tmp_path: Path) -> None:
    refresh(firm(tmp_path, BOTH))
    assert read(tmp_path).findings == ()


def test_copies_above_the_framework_are_there_too(tmp_path: Path) -> None:
    refresh(tmp_path)
    inner = tmp_path / "ladders"
    inner.mkdir()
    firm(inner, led({"framework.yaml": "../.ladderc/schema/framework.schema.json"}))
    assert read(inner).findings == ()


def test_an_editor_is_told_while_the_file_is_open_and_no_more_once_it_is_mended(tmp_path: Path) -> None:
    first = read(firm(tmp_path, BOTH))
    open_file = {"framework.yaml": BOTH["framework.yaml"].encode() + b"# a remark\n"}
    assert [one.rule for one in read_over(tmp_path, open_file, first).findings] == ["editor-help"]
    refresh(tmp_path)
    assert read_over(tmp_path, open_file, first).findings == ()
