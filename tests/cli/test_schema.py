"""`ladderc schema` keeps the copies for editors up to date, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import run

SCHEMAS = Path(__file__).parent.parent.parent / "schema"
NAMES = sorted(path.name for path in SCHEMAS.glob("*.schema.json"))


def test_missing_changed_and_right_ones_are_told_apart(firm: Path) -> None:
    copies = firm / ".ladderc" / "schema"
    copies.mkdir(parents=True)
    for name in NAMES:
        (copies / name).write_bytes((SCHEMAS / name).read_bytes())
    assert run("schema", firm).out == f"All {len(NAMES)} files in .ladderc/schema are up to date.\n"
    (copies / "pay.schema.json").unlink()
    (copies / "track.schema.json").write_text("{}")
    (copies / "mine.json").write_text("mine")
    said = run("schema", inside=firm / "tracks")
    assert said == (
        "new     .ladderc/schema/pay.schema.json\n"
        "changed .ladderc/schema/track.schema.json\n"
        f"Wrote 2 of {len(NAMES)} files.\n",
        "",
        0,
    )
    assert {path.name: path.read_bytes() for path in copies.iterdir()} == {
        "mine.json": b"mine", **{name: (SCHEMAS / name).read_bytes() for name in NAMES},
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_printed_as_it_is(name: str, tmp_path: Path) -> None:
    said = run("schema", "--print", name.removesuffix(".schema.json"), inside=tmp_path)
    assert said == ((SCHEMAS / name).read_text(encoding="utf-8"), "", 0)
    assert list(tmp_path.iterdir()) == []


def test_printing_needs_no_folder(firm: Path) -> None:
    assert run("schema", firm, "--print", "track") == (
        "", "`--print` needs no folder.\nType: ladderc schema --print track\n", 2,
    )  # fmt: skip


def test_a_folder_in_the_way(firm: Path) -> None:
    (firm / ".ladderc").write_text("a file")
    said = run("schema", firm)
    assert (said.out, said.code) == ("", 3)
    assert said.err.endswith("cannot be written: File exists.\nThe files that were up to date are untouched.\n") or (
        "Not a directory" in said.err
    )
