"""The tab key, pressed in real shells."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import run

BIN = Path(sys.executable).parent
SURROUNDINGS = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb", "LC_ALL": "C.UTF-8"}

ASKED = [
    ("che", ["check"]),
    ("explain ceil", ["ceiling-parity"]),
    ("explain unknown-f", ["unknown-field", "unknown-file"]),
    ("check --fail", ["--fail-on"]),
    ("check --fail-on w", ["warning"]),
    ("check --format gi", ["github", "gitlab"]),
    ("new le", ["level"]),
    ("new track x --kind sp", ["specialist"]),
    ("completion ", ["bash", "zsh", "fish"]),
    ("chek --for", []),
]


def test_bash_offers_what_begins_as_typed(tmp_path: Path) -> None:
    script = """
        source <(ladderc completion bash)
        compopt() { :; }
        for typed in "$@"; do
          IFS=' '; read -ra COMP_WORDS <<< "ladderc $typed"; [[ $typed == *' ' ]] && COMP_WORDS+=("")
          COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); COMPREPLY=(); _ladderc_completion ladderc
          echo "${COMPREPLY[*]}"
        done
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *(typed for typed, _ in ASKED)],
        cwd=tmp_path, env=SURROUNDINGS, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert list(zip([typed for typed, _ in ASKED], map(str.split, done.stdout.splitlines()), strict=True)) == ASKED


def test_fish_offers_what_begins_as_typed(tmp_path: Path) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not on this machine")
    script = "ladderc completion fish | source; for typed in $argv; echo (complete -C $typed | cut -f 1); end"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script, *(f"ladderc {typed}" for typed, _ in ASKED)],
        cwd=tmp_path, env=SURROUNDINGS | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    offered = [sorted(line.split()) for line in done.stdout.splitlines()]
    assert offered == [sorted(names) for _, names in ASKED]


@pytest.mark.parametrize(
    ("shell", "start"),
    [
        (["bash", "--norc", "--noprofile", "-i"], "source <(ladderc completion bash)"),
        (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u; source <(ladderc completion zsh)"),
    ],
    ids=["bash", "zsh"],
)
def test_pressing_tab_at_a_terminal(shell: list[str], start: str, tmp_path: Path) -> None:
    if not shutil.which(shell[0]):
        pytest.skip(f"{shell[0]} is not on this machine")
    (tmp_path / "frameworks").mkdir()
    ours, theirs = pty.openpty()
    surroundings = SURROUNDINGS | {"TERM": "xterm", "PS1": "> ", "HOME": str(tmp_path), "INPUTRC": "/dev/null"}
    process = subprocess.Popen(
        shell, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, env=surroundings, start_new_session=True
    )
    os.close(theirs)
    try:
        for typed, shown in (
            (f"{start}; echo rea''dy\n", "\nready"),
            ("ladderc expl\t", "ladderc explain "),
            ("ceiling-par\t", "ceiling-parity"),
            ("\x15ladderc check fra\t", "check frameworks/"),
        ):
            os.write(ours, typed.encode())
            assert shown in _until(ours, shown)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _until(terminal: int, wanted: str) -> str:
    """All that the terminal shows, until what is wanted has come or 30 seconds are over."""
    shown = ""
    end = time.monotonic() + 30
    while time.monotonic() < end and wanted not in _plain(shown):
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 65536).decode(errors="replace")
    return _plain(shown)


def _plain(shown: str) -> str:
    """What stays to be read: without colours, and with what was deleted gone."""
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\x07\r]", "", shown)
    while "\x08" in shown:
        shown = re.sub(r"[^\x08]\x08|^\x08", "", shown)
    return shown


def test_the_script_is_one_that_the_shell_can_read() -> None:
    said = run("completion", "bash")
    assert said.code == 0
    done = subprocess.run(["bash", "-n"], input=said.out, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_another_shell_is_none() -> None:
    said = run("completion", "tcsh")
    assert (said.out, said.code) == ("", 2)
    assert said.err.endswith("Error: `tcsh` cannot stand here. Choose `bash`, `zsh` or `fish`.\n")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("new level stem/E3 --grade g", ["G1", "G2", "G3", "G4", "G5", "G6", "G7"]),
        ("new track x --kind specialist --grade G7 --grade G6", ["G6"]),
        ("new grade G8 --after G7", ["G7"]),
        ("new move specialist/S6 people-leadership/M6", ["people-leadership/M6"]),
        ("new move spec", ["specialist/S4", "specialist/S5", "specialist/S6", "specialist/S7"]),
        ("new track x --family en", ["engineering"]),
        ("fix --only unknown-r", ["unknown-rating", "unknown-reference"]),
    ],
)
def test_the_names_of_the_framework_at_hand_are_offered(firm: Path, typed: str, offered: list[str]) -> None:
    assert offers(typed, firm) == offered


def test_without_a_framework_nothing_is_offered(tmp_path: Path) -> None:
    assert offers("new move spec", tmp_path) == []


def offers(typed: str, inside: Path) -> list[str]:
    """What is offered to bash behind the words typed."""
    words = f"ladderc {typed}"
    asked = {"_LADDERC_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = subprocess.run(
        [str(BIN / "ladderc")], cwd=inside, env=SURROUNDINGS | asked, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return [line.removeprefix("plain,") for line in done.stdout.splitlines() if line]
