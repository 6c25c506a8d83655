"""Nothing that an editor sends, and nothing that is half typed, ends the server or shows a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from speaking import Editor


def test_every_beginning_of_a_file_gets_an_answer(editor: Editor, sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    text = track.read_text("utf-8")[:2500] + "\nmoves:\n  - {from: S4, to: people-leadership/M4, kind: lateral}\n"
    uri = editor.open(track, text)
    for end in range(0, len(text), 13):
        beginning = text[:end]
        editor.type(uri, beginning)
        row, line = beginning.count("\n"), beginning.rpartition("\n")[2]
        for what in ("hover", "completion", "definition"):
            editor.ask(what, uri, row, len(line))
        editor.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    editor.type(uri, text)
    editor.shown(uri)


@pytest.mark.parametrize(
    "text", ["", "\n", "- ", "[", "{", "a: &b [*b]", "!!x y", "\t", "? x", "---\n---", "\x00", "a: b: c"]
)
def test_odd_texts_get_answers_at_every_spot(editor: Editor, sound: Path, text: str) -> None:
    for file in ("framework.yaml", "tracks/x.yaml", "pay/x.yaml", "waivers.yaml", "releases.yaml", "baseline.yaml"):
        uri = editor.open(sound / file, text)
        for column in (0, 1, 5, 99):
            for what in ("hover", "completion", "definition"):
                editor.ask(what, uri, 0, column)
                editor.ask(what, uri, 7, column)
        editor.shown(uri)


def test_what_is_no_message_is_passed_over_in_one_line(sound: Path) -> None:
    editor = Editor()
    for body in (b"not json", b"{}", b"[]", b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": 3}'):
        editor.raw(body)
    editor.notify("textDocument/neverHeardOf", {})
    uri = editor.open(sound / "framework.yaml")
    assert editor.shown(uri) == []
    assert editor.leave() == 0
    assert not any("Traceback" in line or line.startswith(" ") for line in editor.errors), editor.errors


def test_addresses_that_are_no_files_are_passed_over(editor: Editor) -> None:
    for uri in ("untitled:Untitled-1", "git:/a/framework.yaml?ref", "file:///", "", "file:///a%00b.yaml"):
        editor.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": "id: x"}},
        )
        assert editor.ask("hover", uri, 0, 1) is None
        editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.ask("hover", "file://[", 0, 1) is None


def test_an_editor_that_vanishes_leaves_no_server_behind(sound: Path) -> None:
    editor = Editor()
    editor.open(sound / "framework.yaml")
    began = time.monotonic()
    editor.vanish()
    assert time.monotonic() - began < 20
    assert not any("Traceback" in line for line in editor.errors), editor.errors


BUG = """
import sys
import ladderc.lsp.conversation as conversation
import ladderc.lsp.server as server
def fails(*_, **__):
    raise RuntimeError("on purpose\\nin two lines")
conversation.hover = fails
if "look" in sys.argv:
    server.look = fails
from ladderc.cli import main
sys.argv = ["ladderc", "lsp"]
main()
"""


@pytest.mark.parametrize("also", ["hover", "look"])
def test_a_bug_of_ours_is_told_in_one_line_and_the_next_question_is_answered(sound: Path, also: str) -> None:
    editor = Editor(program=["-c", BUG, also])
    uri = editor.open(sound / "framework.yaml")
    if also == "hover":
        assert editor.shown(uri) == []
    assert editor.ask("hover", uri, 3, 1) is None
    assert editor.ask("hover", uri, 3, 1) is None
    assert editor.ask("completion", uri, 3, 0) is not None
    assert editor.leave() == 0
    line = "This is a bug in ladderc, not a fault of your files: RuntimeError: on purpose"
    assert set(editor.errors) == {line}
    assert editor.said == [line]  # told once, however often it happens


WITHOUT = """
import sys
class Nothing:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Nothing())
from ladderc.cli import main
sys.argv = ["ladderc", "lsp"]
main()
"""


def test_without_the_extra_the_command_says_what_to_type() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'For `ladderc lsp` type this first: pip install "ladderc[lsp]"\n'


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own can be made only elsewhere")
def test_a_person_at_a_terminal_is_told_that_editors_start_it() -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ladderc", "lsp"]
    done = subprocess.run(command, stdin=theirs, capture_output=True, text=True, check=False, timeout=30)
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "`ladderc lsp` talks to an editor, not to a person.\ndocs/editors.md says how your editor starts it.\n"
    )


def test_a_day_that_is_none_is_refused_before_the_editor_waits() -> None:
    command = [sys.executable, "-m", "ladderc", "lsp", "--today", "soon"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "`soon` is not a day."


def test_the_server_says_what_it_can_do(server: Editor) -> None:
    able = server.about["capabilities"]
    assert server.about["serverInfo"]["name"] == "ladderc"
    assert able["textDocumentSync"]["change"] == 1, json.dumps(able["textDocumentSync"])
    for one in ("hoverProvider", "definitionProvider", "completionProvider", "documentSymbolProvider"):
        assert able[one], one
    assert able["codeActionProvider"]["codeActionKinds"] == ["quickfix", "source.fixAll.ladderc"]
