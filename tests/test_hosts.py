"""Hooks, the action and the templates do on a local machine what they will do on a server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from ladderc.edit.new_framework import Wishes, new_framework
from ladderc.sources.names import kind_of

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
EPOCH = "1795219200"


class Ran(NamedTuple):
    """A script's exit code, all that it said, and the summary that it left."""

    code: int
    said: str
    summary: str


@pytest.fixture
def ladders(tmp_path: Path) -> Path:
    import datetime

    folder = tmp_path / "work" / "ladders"
    folder.parent.mkdir()
    new_framework(folder, Wishes("Fernhill", "en", "EUR", ("github", "gitlab"), datetime.date(2026, 11, 21)))
    return folder


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def run(script: str, inside: Path, **surroundings: str) -> Ran:
    """A step as the server runs it: bash that stops at the first failure."""
    summary = inside.parent / "summary.md"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=inside, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        env={"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": EPOCH,
             "GITHUB_STEP_SUMMARY": str(summary), "HOME": str(inside.parent), **surroundings},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, summary.read_text(encoding="utf-8") if summary.exists() else "")


def misspell(ladders: Path) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    title: Specialist\n", "    titel: Specialist\n"))


def step(name: str) -> dict[str, Any]:
    return next(one for one in parsed(ROOT / "action.yml")["runs"]["steps"] if one.get("name") == name)


def checked(inside: Path, directory: str = ".", fail_on: str = "error") -> Ran:
    one = step("Check the framework")
    assert one["env"] == {
        "LADDERC_DIRECTORY": "${{ inputs.directory }}", "LADDERC_FAIL_ON": "${{ inputs.fail-on }}",
    }  # fmt: skip
    return run(one["run"], inside, LADDERC_DIRECTORY=directory, LADDERC_FAIL_ON=fail_on)


def test_the_action_passes_a_clean_framework_and_sums_it_up(ladders: Path) -> None:
    ran = checked(ladders)
    assert ran.code == 0
    assert ran.said == "Checked 5 tracks, 15 levels: no problems.\n"
    assert "no problems" in ran.summary
    assert checked(ladders.parent, "ladders").code == 0


def test_the_action_fails_on_a_finding_beside_its_line_and_in_the_summary(ladders: Path) -> None:
    misspell(ladders)
    ran = checked(ladders.parent, "ladders")
    assert ran.code == 1
    assert ran.said.startswith("::error file=")
    assert ",title=unknown-field::Level S4 of Specialist has a field `titel`, which is not known here." in ran.said
    assert "unknown-field" in ran.summary


def test_the_action_says_why_where_there_is_no_framework(ladders: Path) -> None:
    ran = checked(ladders.parent)
    assert ran.code == 2
    assert ". and the folders above it hold no framework.yaml.\n" in ran.said
    assert ran.summary == "The check could not be made; the log of this step says why.\n"
    assert checked(ladders, fail_on="fatal").code == 2


def test_a_file_that_cannot_be_read_is_an_answer_with_a_summary(ladders: Path) -> None:
    (ladders / "tracks" / "specialist.yaml").write_text("id: [\n")
    ran = checked(ladders)
    assert ran.code == 3
    assert "could not be made" not in ran.summary
    assert "specialist.yaml" in ran.summary


@pytest.mark.parametrize("directory", ["$(touch leak)", "`touch leak`", "; touch leak", '" && touch leak "', "--help"])
def test_what_an_input_holds_is_never_run(ladders: Path, directory: str) -> None:
    for option in ({"directory": directory}, {"fail_on": directory}):
        assert checked(ladders, **option).code == 2
    assert not (ladders / "leak").exists()


def test_the_action_installs_the_folder_that_it_stands_in(ladders: Path) -> None:
    tools = ladders.parent / "tools"
    tools.mkdir()
    (tools / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tools / "python").chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    ran = run(step("Install ladderc")["run"], ladders, PATH=path, GITHUB_ACTION_PATH="/a folder/ladderc")
    assert ran.said.splitlines() == [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "/a folder/ladderc",
    ]


def test_no_script_holds_what_came_from_outside(ladders: Path) -> None:
    workflow = parsed(ladders / ".github" / "workflows" / "ladders.yml")
    steps = [*parsed(ROOT / "action.yml")["runs"]["steps"], *workflow["jobs"]["check"]["steps"]]
    scripts = [one["run"] for one in steps if "run" in one]
    assert len(scripts) == 4
    assert [script for script in scripts if "${{" in script] == []
    assert all(one.get("shell") == "bash" for one in parsed(ROOT / "action.yml")["runs"]["steps"] if "run" in one)


def test_every_input_of_the_action_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name, one in parsed(ROOT / "action.yml")["inputs"].items():
        assert f"${{{{ inputs.{name} }}}}" in text
        assert f"| `{name}` | " in told
        assert one["description"]


def test_the_workflow_that_init_writes_may_only_read_and_its_check_works(ladders: Path) -> None:
    workflow = parsed(ladders / ".github" / "workflows" / "ladders.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow[True] == {"pull_request": None, "push": {"branches": ["main"]}}  # YAML 1.1 reads `on` as true
    script = workflow["jobs"]["check"]["steps"][-1]["run"]
    assert run(script, ladders).code == 0
    misspell(ladders)
    ran = run(script, ladders)
    assert ran.code == 1
    assert "title=unknown-field::" in ran.said


@pytest.mark.parametrize("source", ["init", "include"])
def test_the_job_for_gitlab_leaves_a_report_and_tells_it_in_the_log(ladders: Path, source: str) -> None:
    path = ladders / ".gitlab-ci.yml" if source == "init" else ROOT / ".ci" / "gitlab" / "ladders.yml"
    job = parsed(path)["ladders"]
    report = ladders / job["artifacts"]["reports"]["codequality"]
    variables = {name: str(value) for name, value in parsed(path).get("variables", {}).items()}
    install, check = job["script"]
    assert "pip install" in install
    assert run(check, ladders, **variables).code == 0
    assert json.loads(report.read_text(encoding="utf-8")) == []
    misspell(ladders)
    ran = run(check, ladders, **variables)
    assert ran.code == 1
    assert "error unknown-field  tracks/specialist.yaml:17:5\n" in ran.said
    (one,) = json.loads(report.read_text(encoding="utf-8"))
    assert (one["check_name"], one["location"]["path"]) == ("unknown-field", "tracks/specialist.yaml")
    assert job["artifacts"]["when"] == "always"


def test_what_init_names_is_there_and_of_this_version(ladders: Path) -> None:
    from importlib.metadata import version

    for name in (".github/workflows/ladders.yml", ".gitlab-ci.yml"):
        assert f'"ladderc=={version("ladderc")}"' in (ladders / name).read_text(encoding="utf-8")
    for name in (".github/CODEOWNERS", ".gitlab/CODEOWNERS"):
        lines = [line.split() for line in (ladders / name).read_text().splitlines() if line and line[0] != "#"]
        assert lines[0] == ["*", "@your-firm/people-team"]
        for pattern, *owners in lines[1:]:
            assert (ladders / pattern.strip("/")).exists(), pattern
            assert owners


HOOKS = {one["id"]: one for one in parsed(ROOT / ".pre-commit-hooks.yaml")}


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
