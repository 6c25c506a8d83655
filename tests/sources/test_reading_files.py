"""Which files are read, and what is said of those that cannot be."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path

import pytest
from saying import told

from ladderc.errors import UnreadableError
from ladderc.sources.read import read, read_tree_contents
from ladderc.sources.tree import find_root, read_tree

FRAMEWORK = b"language: 1\n"


def lay(root: Path, *names: str, **contents: bytes) -> None:
    """Write files of one line, and framework.yaml."""
    for name in ("framework.yaml", *names):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents.get(name, FRAMEWORK if name.startswith("framework") else b"id: x\n"))


def findings_of(root: Path) -> list[str]:
    """Each finding of a folder with its file."""
    reading = read(root)
    return [f"{one.place.file}: {told(one, reading.contents.get(one.place.file, b''))}" for one in reading.findings]


def test_the_files_of_a_framework_are_read_in_one_order(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/b.yml", "tracks/a.yaml", "tracks/deep/er/c.yaml", "pay/2026.yaml", "pay/x/uk.yml", "waivers.yaml",
        "releases.yml")  # fmt: skip
    reading = read(tmp_path)
    assert reading.findings == ()
    assert reading.broken == ()
    assert [(one.file, one.kind) for one in reading.documents] == [
        ("framework.yaml", "framework"),
        ("pay/2026.yaml", "pay"),
        ("pay/x/uk.yml", "pay"),
        ("releases.yml", "releases"),
        ("tracks/a.yaml", "track"),
        ("tracks/b.yml", "track"),
        ("tracks/deep/er/c.yaml", "track"),
        ("waivers.yaml", "waivers"),
    ]
    assert reading.contents["framework.yaml"] == FRAMEWORK


def test_what_is_no_concern_of_a_framework_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, "README.md", "CODEOWNERS", ".pre-commit-config.yaml", ".github/workflows/ci.yml", ".ladderc/schema/x.yaml",
        "templates/x.yaml", "docs/any.yaml", "site/mkdocs.yml", "tracks/.draft.yaml", "tracks/.old/x.yaml", "tracks/notes.md",
        "package.json")  # fmt: skip
    reading = read(tmp_path)
    assert reading.findings == ()
    assert [one.file for one in reading.documents] == ["framework.yaml"]


UNKNOWN = [
    ("waiver.yaml", "No file of a framework is named `waiver.yaml`, so it is not read. / Rename it to `waivers.yaml`."),
    (
        "Release.yml",
        "No file of a framework is named `Release.yml`, so it is not read. / Rename it to `releases.yaml`.",
    ),
    (
        "WAIVERS.YAML",
        "No file of a framework is named `WAIVERS.YAML`, so it is not read. / Rename it to `waivers.yaml`.",
    ),
    (
        "specialist.yaml",
        "No file of a framework is named `specialist.yaml`, so it is not read. / "
        "A track belongs in `tracks/`, a pay structure in `pay/`. / "
        "If it is no part of the framework, move it to a folder of its own or start its name with a dot.",
    ),
]


@pytest.mark.parametrize(("name", "message"), UNKNOWN, ids=[name for name, _ in UNKNOWN])
def test_a_file_that_nobody_would_read_is_said(tmp_path: Path, name: str, message: str) -> None:
    lay(tmp_path, name)
    assert findings_of(tmp_path) == [f"{name}: error unknown-file 1:1-1:1 {message}"]


def test_of_two_files_of_one_name_the_first_is_read_and_that_is_said(tmp_path: Path) -> None:
    lay(tmp_path, "framework.yml")
    reading = read(tmp_path)
    assert [one.file for one in reading.documents] == ["framework.yaml"]
    assert findings_of(tmp_path) == [
        "framework.yml: error unknown-file 1:1-1:1 "
        "`framework.yaml` and `framework.yml` are the same file of the framework; only `framework.yaml` is read. / "
        "Move what you need into `framework.yaml` and delete `framework.yml`."
    ]


def test_a_folder_without_framework_yaml_says_what_to_type(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/a.yaml")
    (tmp_path / "framework.yaml").unlink()
    assert findings_of(tmp_path) == [
        "framework.yaml: error missing-file 1:1-1:1 "
        "This folder has no `framework.yaml`, which names the firm and its grades. / "
        "Name the folder that has one, as in `ladderc check frameworks/meridian`, or add the file."
    ]


def test_a_misspelt_framework_yaml_is_one_finding(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "framework.yaml").rename(tmp_path / "framwork.yaml")
    assert findings_of(tmp_path) == [
        "framwork.yaml: error unknown-file 1:1-1:1 "
        "No file of a framework is named `framwork.yaml`, so it is not read. / Rename it to `framework.yaml`."
    ]


def test_a_folder_named_like_a_file_is_unreadable(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "tracks" / "x.yaml").mkdir(parents=True)
    (tmp_path / "waivers.yaml").mkdir()
    message = "error unreadable 1:1-1:1 This file cannot be read: it is a folder. / "
    message += "Rename the folder so that it does not end in `.yaml`."
    assert findings_of(tmp_path) == [f"tracks/x.yaml: {message}", f"waivers.yaml: {message}"]
    assert read(tmp_path).broken == (("tracks/x.yaml", "track"), ("waivers.yaml", "waivers"))


def test_links_that_lead_nowhere_or_round_in_circles_are_unreadable(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/a.yaml")
    (tmp_path / "tracks" / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "tracks" / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "tracks" / "up").symlink_to("..", target_is_directory=True)
    assert findings_of(tmp_path) == [
        "tracks/gone.yaml: error unreadable 1:1-1:1 This file cannot be read: it is a link to a file that is not there. / "
        "Delete it or put the file in its place.",
        "tracks/loop.yaml: error unreadable 1:1-1:1 This file cannot be read: it is a link that leads back to itself. / "
        "Delete it or put the file in its place.",
        "tracks/up: error unreadable 1:1-1:1 This is a link to a folder, and links are not followed. / "
        "Put the files themselves here.",
    ]


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "tracks").mkdir()
    (tmp_path / "elsewhere").write_bytes(b"id: y\n")
    (tmp_path / "tracks" / "a.yaml").symlink_to("../elsewhere")
    assert [one.data for one in read(tmp_path).documents] == [{"language": 1}, {"id": "y"}]


def test_a_file_or_folder_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "tracks/a.yaml", "pay/b.yaml")
    scan, opened = os.scandir, Path.open

    # Tests may run as the administrator, who may open everything.
    def guarded_scan(path: Path) -> object:
        if Path(path).name == "pay":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def guarded_open(path: Path, mode: str) -> object:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(os, "scandir", guarded_scan)
    monkeypatch.setattr(Path, "open", guarded_open)
    assert findings_of(tmp_path) == [
        "pay: error unreadable 1:1-1:1 This folder cannot be read: you have no permission to open it. / "
        "Ask its owner to allow it.",
        "tracks/a.yaml: error unreadable 1:1-1:1 This file cannot be read: you have no permission to open it. / "
        "Ask its owner to allow it.",
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/a.yaml")
    os.mkfifo(tmp_path / "tracks" / "pipe.yaml")
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(findings_of(tmp_path)), daemon=True)
    reader.start()
    reader.join(5)
    assert said == [
        "tracks/pipe.yaml: error unreadable 1:1-1:1 This file cannot be read: it is no ordinary file. / "
        "Put an ordinary file in its place."
    ]


def test_a_broken_file_leaves_the_others_standing(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/a.yaml", "tracks/b.yaml", **{"tracks/a.yaml": b"text: Leads: the way\n"})
    reading = read(tmp_path)
    assert [one.file for one in reading.documents] == ["framework.yaml", "tracks/b.yaml"]
    assert reading.broken == (("tracks/a.yaml", "track"),)
    assert findings_of(tmp_path) == [
        "tracks/a.yaml: error syntax 1:12-1:13 The colon after `Leads` breaks the sentence off. / "
        'Put the sentence in quotes: `"Leads: the way"`.'
    ]


def test_a_warning_leaves_the_document_standing() -> None:
    reading = read_tree_contents({"framework.yaml": b"name: Owns issue #42\n"})
    assert [one.severity.value for one in reading.findings] == ["warning"]
    assert reading.documents[0].data == {"name": "Owns issue"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.exists, "There is no folder `{}`.\nName a folder that has a `framework.yaml`."),
        (lambda path: path.write_text(""), "`{}` is a file.\nName the folder that has a `framework.yaml`."),
    ],
    ids=["nothing", "a file"],
)
def test_a_folder_that_cannot_be_read_is_an_error_of_use(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "here"
    make(path)  # type: ignore[operator]  # a lambda from the table above
    with pytest.raises(UnreadableError) as raised:
        read(path)
    assert str(raised.value) == message.format(path)
    assert raised.value.exit_code == 3


def test_files_at_hand_are_read_like_files_on_disk(tmp_path: Path) -> None:
    lay(tmp_path, "tracks/a.yaml", "pay/b.yml", "waiver.yaml")
    contents = {**read_tree(tmp_path).contents, "waiver.yaml": b"id: x\n", "README.md": b"x", "docs/x.yaml": b"{"}
    at_hand, on_disk = read_tree_contents(contents), read(tmp_path)
    assert (at_hand.documents, at_hand.findings, at_hand.broken) == (
        on_disk.documents,
        on_disk.findings,
        on_disk.broken,
    )


def test_the_framework_at_or_above_a_folder_is_found(tmp_path: Path) -> None:
    lay(tmp_path / "firm", "tracks/deep/a.yaml")
    assert find_root(tmp_path / "firm") == tmp_path / "firm"
    assert find_root(tmp_path / "firm" / "tracks" / "deep") == tmp_path / "firm"
    assert find_root(tmp_path) is None
    (tmp_path / "framework.yml").write_text("")
    assert find_root(tmp_path) == tmp_path


@pytest.mark.parametrize("was_on", [True, False])
def test_garbage_collection_is_left_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        read_tree_contents({"framework.yaml": FRAMEWORK})
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
