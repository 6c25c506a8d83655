"""The wheel carries all that a build needs: installed in a clean environment, it builds its own example."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What a command says; its own words are the failure's explanation."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_wheel_in_a_clean_environment_checks_and_builds_the_example_that_it_carries(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("ladderc-*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    asked = "from ladderc import resources; print(resources.example('meridian'))"
    example = Path(run(python, "-c", asked, cwd=tmp_path).strip())
    assert "site-packages" in example.parts
    assert sorted(path.name for path in (example / ".ladderc" / "schema").iterdir()) == sorted(
        path.name for path in (ROOT / "schema").glob("*.schema.json")
    )
    ladderc = tmp_path / "env" / "bin" / "ladderc"
    said = run(ladderc, "check", example, "--today", "2026-11-21", cwd=tmp_path)
    assert said.splitlines()[-1] == "Checked 9 tracks, 42 levels: no problems."
    run(ladderc, "build", example, "--audience", "hr", "--today", "2026-11-21", cwd=tmp_path)
    built = tmp_path / "build" / "hr" / "site"
    for made in ("index.html", "guides/specialist-s4-a4.pdf", "tables/pay-bands.xlsx", "framework.json"):
        assert (built / made).is_file(), made
    run(ladderc, "init", "ladders", "--today", "2026-11-21", cwd=tmp_path)
    said = run(ladderc, "check", "ladders", "--today", "2026-11-21", cwd=tmp_path)
    assert said.splitlines()[-1] == "Checked 5 tracks, 15 levels: no problems."
