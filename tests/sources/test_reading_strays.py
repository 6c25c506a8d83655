"""Files and folders that somebody takes for part of a framework and that are not read, and those nobody takes for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladderc.cli.options import framework_root
from ladderc.errors import UsageError
from ladderc.sources.read import read
from ladderc.sources.tree import misnamed_framework

TRACK = "id: x\nname: X\nkind: individual\nfamily: engineering\nlevels: []\n"
PAY = "currency: EUR\nperiod: year\neffective: 2026-01-01\nbands: []\n"


def lay(root: Path, **contents: str) -> None:
    for name, text in {"framework.yaml": "language: 1\n", **contents}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def findings_of(root: Path) -> list[str]:
    """Each finding of a folder with its file; what is not read has no line of its own."""
    return [
        f"{one.place.file}: {one.severity.value} {one.rule} " + one.message.replace("\n", " / ")
        for one in read(root).findings
    ]


ONLY = "files in `tracks/` are read only if their name ends in `.yaml` or `.yml`."
COPY = "Copy its text into a file in `tracks/` whose name ends in `.yaml`, and move this one elsewhere."
FILES = [
    ("tracks/a.json", f"`a.json` is not read: {ONLY} / Rename it to `tracks/a.yaml`."),
    ("tracks/x/a.yaml.txt", f"`a.yaml.txt` is not read: {ONLY} / Rename it to `tracks/x/a.yaml`."),
    ("tracks/a.YML.txt", f"`a.YML.txt` is not read: {ONLY} / Rename it to `tracks/a.yaml`."),
    (
        "tracks/a.txt",
        f"`a.txt` is not read: {ONLY} / Rename it to `tracks/a.yaml`. / "
        "If it is no part of the framework, move it out of `tracks/`.",
    ),
    ("tracks/a.docx", f"A Word file is not read: {ONLY} / {COPY}"),
    ("tracks/a.xlsx", f"An Excel file is not read: {ONLY} / {COPY}"),
    ("tracks/a.csv", f"A table is not read: {ONLY} / {COPY}"),
    (
        "pay/uk/a.YAML",
        "`a.YAML` is not read: files in `pay/` are read only if their name ends in `.yaml` or `.yml`. / "
        "Rename it to `pay/uk/a.yaml`.",
    ),
    (
        "waivers.yaml.txt",
        "No file of a framework is named `waivers.yaml.txt`, so it is not read. / Rename it to `waivers.yaml`.",
    ),
]


@pytest.mark.parametrize(("name", "message"), FILES, ids=[name for name, _ in FILES])
def test_a_file_that_is_not_read_is_said(tmp_path: Path, name: str, message: str) -> None:
    lay(tmp_path, **{name: "id: x\n"})
    assert findings_of(tmp_path) == [f"{name}: error unknown-file {message}"]


@pytest.mark.parametrize("name", ["framework.yaml.txt", "Framework.yaml", "framework.YML"])
def test_a_misnamed_framework_yaml_is_one_finding(tmp_path: Path, name: str) -> None:
    lay(tmp_path)
    (tmp_path / "framework.yaml").rename(tmp_path / name)
    assert misnamed_framework(tmp_path) == name
    assert findings_of(tmp_path) == [
        f"{name}: error unknown-file No file of a framework is named `{name}`, so it is not read. / "
        "Rename it to `framework.yaml`."
    ]


def test_a_command_names_the_misnamed_framework_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Framework.yaml").write_text("language: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as told:
        framework_root(None)
    assert str(told.value) == (
        "This folder and those above it hold no framework.yaml.\n"
        "`Framework.yaml` is here: rename it to `framework.yaml`."
    )
    with pytest.raises(UsageError) as told:
        framework_root(tmp_path)
    assert str(told.value) == (
        f"{tmp_path} and the folders above it hold no framework.yaml.\n"
        f"`Framework.yaml` is in {tmp_path}: rename it to `framework.yaml`."
    )


def test_a_folder_without_anything_like_it_has_no_misnamed_framework_yaml(tmp_path: Path) -> None:
    lay(tmp_path, **{"waivers.yaml": "[]\n", "README.md": "x\n", "notes.txt": "x\n"})
    assert misnamed_framework(tmp_path) is None
    assert misnamed_framework(tmp_path / "gone") is None


DOT = "If it is no part of the framework, start its name with a dot."
FOLDERS = [
    (
        {"salaries/a.yaml": PAY, "salaries/b.yaml": PAY},
        "salaries: error unknown-file Nothing is read from a folder named `salaries`, and its files look like pay files. / "
        f"Rename the folder to `pay`. / {DOT}",
    ),
    (
        {"salaries/a.yaml": PAY, "pay/b.yaml": PAY},
        "salaries: error unknown-file Nothing is read from a folder named `salaries`, and its files look like pay files. / "
        f"Move them into `pay/`. / {DOT}",
    ),
    (
        {"engineering/deep/a.yaml": TRACK, "engineering/deep/b.yml": TRACK},
        "engineering: error unknown-file Nothing is read from a folder named `engineering`, and its files look like track files. / "
        f"Move it into `tracks/`. / {DOT}",
    ),
    (
        {"ours/a.yaml": TRACK, "ours/b.yaml": PAY},
        "ours: error unknown-file Nothing is read from a folder named `ours`, and its files look like track files and pay files. / "
        f"Move the track files into `tracks/` and the pay files into `pay/`. / {DOT}",
    ),
    (
        {"track/a.yaml": TRACK, "track/b.yaml": TRACK},
        "track: error unknown-file Nothing is read from a folder named `track`. / Rename the folder to `tracks`.",
    ),
    (
        {"Tracks/a.yaml": TRACK},
        "Tracks: error unknown-file Nothing is read from a folder named `Tracks`. / Rename the folder to `tracks`.",
    ),
    (
        {"track/a.yaml": TRACK, "tracks/b.yaml": TRACK},
        "track: error unknown-file Nothing is read from a folder named `track`. / Move its files into `tracks/`.",
    ),
]


@pytest.mark.parametrize(("contents", "expected"), FOLDERS)
def test_a_folder_that_is_not_read_is_one_finding(tmp_path: Path, contents: dict[str, str], expected: str) -> None:
    lay(tmp_path, **contents)
    assert findings_of(tmp_path) == [expected]


def test_files_and_folders_that_nobody_takes_for_part_of_it_are_left_alone(tmp_path: Path) -> None:
    lay(
        tmp_path,
        **{
            "README.txt": "x", "notes.docx": "x", "logo.png": "x", "tracks/README.md": "x", "tracks/README.txt": "x",
            "pay/.notes.txt": "x", "tracks/picture.png": "x", "build/a.yaml": TRACK, ".venv/a.yaml": TRACK,
            "node_modules/a.yaml": PAY, "docs/a.yaml": "levels: a page\n", "docs/.old/a.yaml": TRACK,
            "frameworks/other/framework.yaml": "language: 1\n", "frameworks/other/a.yaml": TRACK,
            "docs/node_modules/a.yaml": TRACK, "docs/one/two/a.yaml": TRACK,
        },
    )  # fmt: skip
    assert findings_of(tmp_path) == []


def test_a_link_to_a_folder_elsewhere_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path / "firm")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yaml").write_text(TRACK, encoding="utf-8")
    (tmp_path / "firm" / "other").symlink_to("../other", target_is_directory=True)
    assert findings_of(tmp_path / "firm") == []
