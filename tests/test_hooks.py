"""The hooks for pre-commit do what they say, with pre-commit itself."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hosting import BIN, ROOT, Ran, misspell, new_ladders, parsed, run

from ladderc.sources.names import kind_of

HOOKS = {one["id"]: one for one in parsed(ROOT / ".pre-commit-hooks.yaml")}


@pytest.fixture
def ladders(tmp_path: Path) -> Path:
    return new_ladders(tmp_path)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
@pytest.mark.parametrize(
    "path",
    ["framework.yaml", "framework.yml", "waivers.yaml", "releases.yaml", "baseline.yaml", "tracks/a.yaml",
     "tracks/deep/b.yml", "pay/2026.yaml", "README.md", "docs/framework.yaml.txt", "tracks/notes.md", "other.yaml"],
)  # fmt: skip
def test_a_hook_runs_for_files_of_a_framework_alone(hook: dict[str, Any], path: str) -> None:
    for folder in ("", "frameworks/ours/"):
        assert bool(re.search(hook["files"], folder + path)) == (kind_of(path) is not None)
    assert hook["pass_filenames"] is False
    assert hook["entry"].split()[0] == "ladderc"


def test_pre_commit_stops_a_commit_with_a_mistake_and_fix_mends_it(ladders: Path) -> None:
    """Real pre-commit, with the hooks as they are but for the language: what is installed here is what runs."""
    hooks = [{**hook, "language": "system"} for hook in HOOKS.values()]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (ladders / ".pre-commit-config.yaml").write_text(json.dumps(config))
    assert shutil.which("pre-commit", path=str(BIN))

    def git(command: str) -> Ran:
        given = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        return run(
            f"git {command}", ladders, GIT_CONFIG_NOSYSTEM="1", PRE_COMMIT_HOME=str(ladders.parent / "pc"), **given
        )

    git("init --quiet --initial-branch=main")
    assert run("pre-commit install", ladders).code == 0
    git("add .")
    first = git("commit --quiet --message first")
    assert first.code == 0, first.said
    misspell(ladders)
    git("add .")
    stopped = git("commit --message mistake")
    assert stopped.code == 1
    assert re.search(r"ladderc fix\.+Failed", stopped.said)
    assert "titel → title" in stopped.said
    (ladders / "notes.txt").write_text("no file of ours")
    git("add .")
    passed_over = git("commit --message notes")
    assert (passed_over.code, passed_over.said.count("(no files to check)Skipped")) == (0, 2)
    path = ladders / "waivers.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# nothing yet\n", encoding="utf-8")
    git("add .")
    clean = git("commit --message waivers")
    assert clean.code == 0
    assert re.search(r"ladderc check\.+Passed", clean.said)
    assert re.search(r"ladderc fix\.+Passed", clean.said)
