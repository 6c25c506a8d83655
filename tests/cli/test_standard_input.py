"""Text on standard input stands for one file of the framework."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from running import TODAY, Said, run


class Typed(io.TextIOWrapper):
    """A standard input that holds some bytes."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")


def check(content: bytes, *words: str | Path, inside: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    monkeypatch.setattr(sys, "stdin", Typed(content))
    return run("check", "--today", TODAY, "--format", "concise", "--stdin-filename", *words, inside=inside)


def faulty(firm: Path) -> bytes:
    return (firm / "tracks/specialist.yaml").read_bytes().replace(b"    title:", b"    titel:", 1)


@pytest.mark.parametrize(
    ("file", "inside", "shown"),
    [
        ("tracks/specialist.yaml", "firm", "tracks/specialist.yaml"),
        ("specialist.yaml", "firm/tracks", "../tracks/specialist.yaml"),
        ("tracks/specialist.yaml", "firm/tracks", "../tracks/specialist.yaml"),
        ("firm/tracks/specialist.yaml", ".", "firm/tracks/specialist.yaml"),
        ("{firm}/tracks/specialist.yaml", ".", "firm/tracks/specialist.yaml"),
        ("{firm}/tracks/../tracks/specialist.yaml", ".", "firm/tracks/specialist.yaml"),
    ],
)
def test_the_file_may_be_named_from_here_from_the_framework_or_in_full(
    firm: Path, file: str, inside: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (firm / "tracks/specialist.yaml").read_bytes()
    said = check(faulty(firm), file.format(firm=firm), inside=firm.parent / inside, monkeypatch=monkeypatch)
    assert "error unknown-field: " in said.out
    assert said.out.startswith(f"{shown}:")
    assert (said.err, said.code) == ("", 1)
    assert (firm / "tracks/specialist.yaml").read_bytes() == before


def test_what_is_right_on_standard_input_hides_what_is_wrong_on_the_disk(
    firm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = firm / "tracks/specialist.yaml"
    right = path.read_bytes()
    path.write_bytes(faulty(firm))
    said = check(right, "tracks/specialist.yaml", inside=firm, monkeypatch=monkeypatch)
    assert said.code == 0
    assert said.out.endswith("no problems.\n")


def test_a_file_that_is_not_there_yet_counts_as_there(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = check(b"id: [", "tracks/new.yaml", inside=firm, monkeypatch=monkeypatch)
    assert said.out.startswith("tracks/new.yaml:1:5: error syntax: The file ends here, and a bracket is still open.\n")
    assert said.code == 3


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("README.md", "README.md is no file of the framework firm, so nothing would read it.\n"
         "Name one as `ladderc check` names it: --stdin-filename tracks/specialist.yaml\n"),
        ("../other/tracks/a.yaml", "../other/tracks/a.yaml lies outside the framework firm.\nName a file inside it.\n"),
    ],
)  # fmt: skip
def test_a_file_that_nothing_reads(firm: Path, file: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = check(b"", file, firm, inside=firm, monkeypatch=monkeypatch)
    assert said == ("", message, 2)


def test_a_terminal_has_no_text_to_give(firm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = Typed(b"")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)
    said = run("check", "--stdin-filename", "tracks/specialist.yaml", inside=firm)
    assert said == (
        "",
        "`--stdin-filename` reads the text of tracks/specialist.yaml from standard input, and nothing comes from there.\n"
        "Type: ladderc check --stdin-filename tracks/specialist.yaml < tracks/specialist.yaml\n",
        2,
    )
