"""The action and the templates do on a local machine what they will do on a server."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forge_server import SECRET, Server, Trouble, serving
from hosting import ROOT, Ran, git, misspell, new_ladders, parsed, run


@pytest.fixture
def ladders(tmp_path: Path) -> Path:
    return new_ladders(tmp_path)


INPUTS = {name: one["default"] for name, one in parsed(ROOT / "action.yml")["inputs"].items()}


def action(inside: Path, server: Server | None = None, **inputs: str) -> Ran:
    """The steps after the installation, one after the other, each with the variables that the server would fill in."""
    given = {**INPUTS, "token": SECRET, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    event = inside.parent / "event.json"
    event.write_text(json.dumps({"pull_request": {"number": 12}} if server else {"ref": "refs/heads/main"}))
    said, outputs = "", {}
    for one in parsed(ROOT / "action.yml")["runs"]["steps"][2:]:
        filled = {name: _filled(str(value), given, outputs) for name, value in one.get("env", {}).items()}
        noted = inside.parent / "outputs"
        noted.write_text("")
        ran = run(
            one["run"], inside, **filled, GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(noted), RUNNER_TEMP=str(inside.parent),
            GITHUB_EVENT_PATH=str(event), GITHUB_REPOSITORY="fernhill/ladders",
            GITHUB_API_URL=server.address if server else "", GITHUB_WORKSPACE=str(inside),
        )  # fmt: skip
        said += f"[{one['name']}]\n{ran.said}"
        outputs |= {f"steps.{one['id']}.outputs.{k}": v for k, v in _pairs(noted)} if "id" in one else {}
        if ran.code:
            break
    return ran._replace(said=said)


def _filled(value: str, inputs: dict[str, str], outputs: dict[str, str]) -> str:
    known = {**{f"inputs.{name}": one for name, one in inputs.items()}, **outputs}
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], value)


def _pairs(path: Path) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (line.partition("=") for line in path.read_text().splitlines())]


def step(name: str) -> dict[str, Any]:
    return next(one for one in parsed(ROOT / "action.yml")["runs"]["steps"] if one.get("name") == name)


@pytest.fixture
def proposal(ladders: Path) -> Path:
    """The framework on main, and a branch whose files ask experts for more before they are promoted."""
    git(ladders, "init", "--quiet", "--initial-branch=main")
    git(ladders, "add", ".")
    git(ladders, "commit", "--quiet", "--message", "The framework")
    git(ladders, "switch", "--quiet", "--create", "proposal")
    ask_for_more(ladders, "36")
    return ladders


def ask_for_more(ladders: Path, months: str) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("min_months: [0-9]+", f"min_months: {months}", text, count=1), encoding="utf-8")
    git(ladders, "commit", "--quiet", "--all", "--message", "More months")


@pytest.fixture
def github() -> Iterator[Server]:
    with serving(Server("github", "github-actions[bot]")) as server:
        yield server


def test_the_action_passes_a_clean_framework_and_sums_it_up(proposal: Path) -> None:
    git(proposal, "switch", "--quiet", "main")
    ran = action(proposal)
    assert ran.code == 0, ran.said
    assert "[Check the framework]\nChecked 5 tracks, 15 levels: no problems.\n" in ran.said
    assert "This run belongs to no pull request, so there is nothing to comment on.\n" in ran.said
    assert "no problems" in ran.summary
    assert "Career framework: no changes" not in ran.summary


def test_the_action_keeps_one_comment_up_to_date(proposal: Path, github: Server) -> None:
    for months in ("40", "44"):
        ask_for_more(proposal, months)
        ran = action(proposal, github)
        assert ran.code == 0, ran.said
        (body,) = github.bodies()
        assert body.startswith("<!-- ladderc diff -->\n### ⚠️ Career framework: 1 change, 1 warning open\n")
        assert f"asks for at least {months} months" in body
    assert "Brought the comment on pull request 12 up to date.\n" in ran.said
    assert "asks for at least" not in ran.summary
    assert SECRET not in ran.said + ran.summary


def test_a_run_for_a_fork_has_the_review_in_its_summary(proposal: Path, github: Server) -> None:
    github.trouble("POST /repos", Trouble(403))
    ran = action(proposal, github)
    assert ran.code == 0
    assert "The review stands in the summary of this run.\n" in ran.said
    assert "asks for at least 36 months" in ran.summary


def test_without_comment_the_review_is_in_the_summary_and_nobody_is_asked(proposal: Path, github: Server) -> None:
    ran = action(proposal, github, comment="false")
    assert "asks for at least 36 months" in ran.summary
    assert github.asked == []


def test_a_change_that_fails_makes_the_run_fail_after_the_comment(proposal: Path, github: Server) -> None:
    ran = action(proposal, github, fail_on="warning")
    assert ran.code == 1
    assert ran.said.endswith("[Decide]\nThe change fails: see the step 'Say what the change means'.\n")
    assert len(github.bodies()) == 1


def test_a_server_that_fails_does_not_make_the_run_fail(proposal: Path, github: Server) -> None:
    github.trouble("GET /repos", Trouble(400))
    assert action(proposal, github).code == 0


def checked_out(proposal: Path, copy: Path, *fetch: str) -> Path:
    """What actions/checkout makes of pull request 12: the merge of it, and what else is fetched."""
    git(proposal, "switch", "--quiet", "main")
    git(proposal, "merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    git(proposal, "update-ref", "refs/pull/12/merge", "HEAD")
    git(proposal, "reset", "--quiet", "--hard", "HEAD^")
    copy.mkdir(parents=True)
    git(copy, "init", "--quiet")
    git(copy, "remote", "add", "origin", f"file://{proposal}")
    git(copy, "fetch", "--quiet", "origin", "+refs/pull/12/merge:refs/remotes/pull/12/merge", *fetch)
    git(copy, "checkout", "--quiet", "--detach", "refs/remotes/pull/12/merge")
    return copy


def test_what_github_checks_out_is_compared_with_the_branch_that_it_goes_into(
    proposal: Path, github: Server, tmp_path: Path
) -> None:
    ran = action(checked_out(proposal, tmp_path / "else" / "copy", "+refs/heads/*:refs/remotes/origin/*"), github)
    assert ran.code == 0, ran.said
    assert "compared with the target branch (" in ran.said
    assert "asks for at least 36 months" in github.bodies()[0]


def test_a_copy_without_history_is_told_what_to_fetch(proposal: Path, github: Server, tmp_path: Path) -> None:
    ran = action(checked_out(proposal, tmp_path / "else" / "copy", "--depth=1"), github)
    assert ran.code == 2
    assert "In a GitHub workflow, give actions/checkout `fetch-depth: 0`" in ran.said
    assert ran.summary.endswith("The change could not be compared; the log of the run says why.\n")
    assert github.bodies() == []


def test_the_proposal_that_brings_the_framework_passes(ladders: Path, github: Server) -> None:
    git(ladders, "init", "--quiet", "--initial-branch=main")
    git(ladders, "commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    git(ladders, "switch", "--quiet", "--create", "proposal")
    git(ladders, "add", ".")
    git(ladders, "commit", "--quiet", "--message", "The framework")
    ran = action(ladders, github)
    assert ran.code == 0, ran.said
    assert "It is new since then, so there is nothing to compare it with.\n" in ran.said
    assert github.bodies() == []


def test_the_action_fails_on_a_finding_beside_its_line_and_in_the_summary(proposal: Path, github: Server) -> None:
    action(proposal, github)
    misspell(proposal)
    ran = action(proposal.parent, github, directory="ladders")
    assert ran.code == 1
    assert "\n::error file=ladders/tracks" in ran.said or "\n::error file=tracks" in ran.said
    assert ",title=unknown-field::Level S4 of Specialist has a field `titel`, which is not known here." in ran.said
    assert "These are the faults of the files as they are now." in ran.said
    assert "unknown-field" in ran.summary
    assert "### ❔ Career framework: not compared\n" in github.bodies()[0]
    assert ran.said.endswith("[Decide]\nThe check fails: see the step 'Check the framework'.\n")


def test_the_action_says_why_where_there_is_no_framework(ladders: Path) -> None:
    ran = action(ladders.parent)
    assert ran.code == 2
    assert ". and the folders above it hold no framework.yaml.\n" in ran.said
    assert ran.summary.startswith("The check could not be made; the log of the run says why.\n")
    assert action(ladders, fail_on="fatal").code == 2


def test_a_file_that_cannot_be_read_is_an_answer_with_a_summary(proposal: Path) -> None:
    (proposal / "tracks" / "specialist.yaml").write_text("id: [\n")
    ran = action(proposal)
    assert ran.code == 3
    assert "The check could not be made" not in ran.summary
    assert "specialist.yaml" in ran.summary


def test_pay_is_shown_for_hr_alone_and_with_a_warning(proposal: Path, github: Server) -> None:
    path = proposal / "pay" / "2026.yaml"
    text = path.read_text(encoding="utf-8")
    figure = next(re.finditer(r"max: ([0-9]{5,})", text))[1]
    path.write_text(text.replace(f"max: {figure}", f"max: {int(figure) + 7}"), encoding="utf-8")
    public = action(proposal, github)
    shown = f"{int(figure) + 7:,}"
    assert shown not in public.said + public.summary + github.bodies()[0]
    hr = action(proposal, github, audience="hr")
    assert shown in github.bodies()[0]
    assert "::warning title=Pay is shown::With audience hr, pay stands in the log" in hr.said
    assert "::warning title=Pay is shown" not in public.said


@pytest.mark.parametrize("evil", ['" $(touch leak) `touch leak`; touch leak && touch leak "', "--help"])
def test_what_an_input_holds_is_never_run(proposal: Path, evil: str) -> None:
    for name in ("directory", "fail_on", "base", "audience"):
        assert action(proposal, **{name: evil}).code == 2, name
    assert action(proposal, comment=evil).code == 0
    tried = run(step("Install ladderc")["run"], proposal, LADDERC_VERSION=evil, GITHUB_ACTION_PATH="/nowhere")
    assert (tried.code, tried.said) == (2, "::error::The input version is no version. Write it as 0.1.0\n")
    assert not (proposal / "leak").exists()


def test_the_action_installs_the_folder_that_it_stands_in(ladders: Path) -> None:
    tools = ladders.parent / "tools"
    tools.mkdir()
    (tools / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tools / "python").chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    for version, package in (("", "/a folder/ladderc"), ("0.1.0rc1", "ladderc==0.1.0rc1")):
        given = {"LADDERC_VERSION": version, "GITHUB_ACTION_PATH": "/a folder/ladderc"}
        ran = run(step("Install ladderc")["run"], ladders, PATH=path, **given)
        assert ran.said.split("\n") == ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", package, ""]


def test_no_script_holds_what_came_from_outside(ladders: Path) -> None:
    workflow = parsed(ladders / ".github" / "workflows" / "ladders.yml")
    steps = [*parsed(ROOT / "action.yml")["runs"]["steps"], *workflow["jobs"]["check"]["steps"]]
    scripts = [one["run"] for one in steps if "run" in one]
    assert len(scripts) == 9
    assert [script for script in scripts if "${{" in script] == []
    assert all(one.get("shell") == "bash" for one in parsed(ROOT / "action.yml")["runs"]["steps"] if "run" in one)


def test_every_input_of_the_action_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name, one in parsed(ROOT / "action.yml")["inputs"].items():
        assert f"${{{{ inputs.{name} }}}}" in text
        assert f"| `{name}` | " in told
        assert one["description"]


def test_the_workflow_that_init_writes_checks_compares_and_comments(proposal: Path, github: Server) -> None:
    workflow = parsed(proposal / ".github" / "workflows" / "ladders.yml")
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert workflow[True] == {"pull_request": None, "push": {"branches": ["main"]}}  # YAML 1.1 reads `on` as true
    fetched, _, _, check, compare, put = workflow["jobs"]["check"]["steps"]
    assert fetched["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert put["env"] == {"GITHUB_TOKEN": "${{ github.token }}"}
    assert put["continue-on-error"] is True
    event = proposal.parent / "event.json"
    event.write_text('{"pull_request": {"number": 12}}')
    variables = {
        **workflow["env"], "RUNNER_TEMP": str(proposal.parent), "GITHUB_ACTIONS": "true", "GITHUB_TOKEN": SECRET,
        "GITHUB_API_URL": github.address, "GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "a/b",
    }  # fmt: skip
    for one in (check, compare, put):
        ran = run(one["run"], proposal, **variables)
        assert ran.code == 0, ran.said
    assert ran.said == "Wrote a comment on pull request 12.\n"
    assert "asks for at least 36 months" in github.bodies()[0]
    misspell(proposal)
    ran = run(check["run"], proposal, **variables)
    assert ran.code == 1
    assert "title=unknown-field::" in ran.said
    assert run(compare["run"], proposal, **variables).code == 1


@pytest.fixture
def gitlab() -> Iterator[Server]:
    with serving(Server("gitlab", "project_3_bot")) as server:
        yield server


@pytest.mark.parametrize("source", ["init", "include"])
def test_the_job_for_gitlab_leaves_a_report_tells_the_log_and_comments(
    proposal: Path, gitlab: Server, source: str
) -> None:
    path = proposal / ".gitlab-ci.yml" if source == "init" else ROOT / ".ci" / "gitlab" / "ladders.yml"
    job = parsed(path)["ladders"]
    report = proposal / job["artifacts"]["reports"]["codequality"]
    variables = {name: str(value) for name, value in {**parsed(path)["variables"], **job["variables"]}.items()}
    assert variables["GIT_DEPTH"] == "0"
    install, *rest = job["script"]
    script = "\n".join(rest)
    assert "pip install" in install
    base = subprocess.run(["git", "rev-parse", "main"], cwd=proposal, capture_output=True, text=True, check=True)
    in_merge_request = {
        **variables, "GITLAB_CI": "true", "CI_API_V4_URL": gitlab.address, "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.stdout.strip(),
    }  # fmt: skip
    ran = run(script, proposal, **in_merge_request, LADDERC_TOKEN=SECRET)
    assert ran.code == 0, ran.said
    assert ran.said.endswith("Wrote a comment on merge request 7.\n")
    assert "asks for at least 36 months" in gitlab.bodies()[0]
    assert json.loads(report.read_text(encoding="utf-8")) == []
    ran = run(script, proposal, **in_merge_request)
    assert ran.code == 0
    assert "GitLab's own CI_JOB_TOKEN may not.\n" in ran.said
    assert ran.said.endswith("The review stands above in this log.\n")
    assert run(script, proposal, **variables, GITLAB_CI="true").code == 0
    misspell(proposal)
    ran = run(script, proposal, **in_merge_request, LADDERC_TOKEN=SECRET)
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
