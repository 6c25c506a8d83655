"""In a real editor, Neovim, with the settings of docs/editors.md: what a person does there, and what they see."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "editors.md"
NEEDED = (0, 11)
"""The first version of Neovim that has `vim.lsp.enable`."""


def neovim() -> str:
    """The path of a Neovim that is new enough; without one the trial is skipped, and pytest says so."""
    program = shutil.which("nvim")
    if program is None:
        pytest.skip("NOT TRIED IN AN EDITOR: Neovim is not installed (0.11 or newer, as `nvim`)")
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", said)
    if found is None or (int(found[1]), int(found[2])) < NEEDED:
        pytest.skip(f"NOT TRIED IN AN EDITOR: {said.splitlines()[0]} is older than 0.11")
    return program


def settings() -> str:
    """The Lua that the page gives to a person with Neovim."""
    section = PAGE.read_text("utf-8").partition("\n### Neovim")[2].partition("\n### ")[0]
    return "\n".join(re.findall(r"```lua\n(.*?)```", section, re.DOTALL))


@pytest.mark.skipif(sys.platform == "win32", reason="the settings start a program that is made here as a shell script")
def test_a_person_at_neovim_sees_mends_looks_up_undoes_and_saves(tmp_path: Path, sound: Path, firm: Path) -> None:
    program = neovim()
    track = sound / "tracks/engineering/specialist.yaml"
    saved = track.read_bytes().replace(b"\n", b"\r\n")
    track.write_bytes(saved)
    script, out, ladderc = tmp_path / "trial.lua", tmp_path / "seen.json", tmp_path / "bin" / "ladderc"
    script.write_text(settings() + (HERE / "in_neovim.lua").read_text("utf-8"), "utf-8")
    ladderc.parent.mkdir()
    ladderc.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ladderc "$@"\n', "utf-8")
    ladderc.chmod(0o755)
    places = {"SOUND": str(sound), "FIRM": str(firm), "OUT": str(out), "SOURCE_DATE_EPOCH": "1795219200"}
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    path = f"{ladderc.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, "--clean", "--headless", "-S", str(script)],
        env={**os.environ, **places, **own, "PATH": path},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert out.exists(), done.stderr
    seen: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert "fault" not in seen, seen["fault"]
    assert seen["attached"], done.stderr

    message = "Track Specialist has a field `kindd`, which is not known here.\nRename it to `kind`."
    assert seen["misspelt"] == [{"code": "unknown-field", "message": message, "marked": "kindd"}]
    assert (seen["mended"], seen["mended_line"]) == ([], "kind: specialist")
    (beyond,) = seen["beyond_ascii"]
    assert (beyond["code"], beyond["marked"]) == ("unknown-reference", "people-leadreship/M5")
    line = "  - {note: '🚀é👩‍👩‍👧', from: S5, to: people-leadership/M5, kind: lateral, trial_months: 6}"
    assert (seen["beyond_ascii_mended"], seen["beyond_ascii_line"]) == ([], line)
    assert seen["hover"].startswith("**M5 Senior Engineering Manager**")
    assert seen["definition"] == ["people-leadership.yaml", "  - id: M5"]
    assert seen["offers"]["reports"] == "  reports:"
    assert (seen["undone"], seen["undone_shown"]) == (True, [])
    assert (seen["format"], track.read_bytes() == saved) == ("dos", True), "mended on saving, CRLF kept"
    assert seen["waiver"] == ["waivers.yaml", "  reason: # why this is right for now"]
    assert {one["code"] for one in seen["waiver_shown"]} == {"nothing-written"}
