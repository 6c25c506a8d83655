"""`ladderc check --format … --output …`: the format asked for, the paths that its reader knows, and a file that is whole or not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import TODAY, Said, run

from ladderc.cli.check_command import FORMATS

LOW = "exceptions:\n  - {track: specialist, grade: G5, min: 51234, midpoint: 61234, max: 71234, because: market, reason: Less.}\nbands:\n"


@pytest.fixture(autouse=True)
def _no_build_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def faulty(firm: Path) -> Path:
    """A misspelt field in the third level of the specialists, and a band below the managers'."""
    path = firm / "tracks" / "specialist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Staff", "titel: Staff"), encoding="utf-8")
    return firm


def low_band(firm: Path) -> None:
    path = firm / "pay" / "2026.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("bands:\n", LOW), encoding="utf-8")


def check(firm: Path, *words: str | Path, inside: Path | None = None, terminal: bool = False) -> Said:
    return run("check", firm, "--today", TODAY, *words, inside=inside, terminal=terminal)


def path_of(said: Said) -> str:
    return str(json.loads(said.out)[0]["location"]["path"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_in_one_line_end_and_fails_as_the_check_does(form: str, faulty: Path) -> None:
    said = check(faulty, "--format", form, inside=faulty.parent)
    assert (said.err, said.code) == ("", 1)
    assert said.out.endswith("\n")
    assert not said.out.endswith("\n\n")
    assert str(faulty) not in said.out


def test_an_unknown_format_is_told_the_known_ones(firm: Path) -> None:
    said = check(firm, "--format", "xml")
    assert said.code == 2
    assert said.err.endswith(
        "Error: `xml` cannot stand behind `--format`. Choose `text`, `concise`, `json`, `github`, `gitlab`, `sarif`, "
        "`junit`, `markdown` or `html`.\n"
    )


# Paths


def test_outside_a_repository_paths_begin_in_the_framework(faulty: Path) -> None:
    assert path_of(check(faulty, "--format", "gitlab")) == "tracks/specialist.yaml"


def test_in_a_repository_paths_begin_in_its_top_folder_wherever_the_command_is_typed(faulty: Path) -> None:
    subprocess.run(["git", "init", "-q", faulty.parent], check=True)
    for inside in (faulty.parent, faulty, faulty / "tracks"):
        assert path_of(check(faulty, "--format", "gitlab", inside=inside)) == "firm/tracks/specialist.yaml"


def test_a_framework_that_is_the_repository_has_no_prefix(faulty: Path) -> None:
    subprocess.run(["git", "init", "-q", faulty], check=True)
    assert path_of(check(faulty, "--format", "gitlab")) == "tracks/specialist.yaml"


def test_a_linked_work_tree_is_a_repository_too(faulty: Path) -> None:
    (faulty.parent / ".git").write_text("gitdir: /elsewhere\n")
    assert path_of(check(faulty, "--format", "gitlab")) == "firm/tracks/specialist.yaml"


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_copy_without_history_is_placed_by_the_build_server(
    name: str, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(faulty.parent))
    assert path_of(check(faulty, "--format", "gitlab")) == "firm/tracks/specialist.yaml"
    monkeypatch.setenv(name, str(faulty.parent / "other"))
    assert path_of(check(faulty, "--format", "gitlab")) == "tracks/specialist.yaml"


def test_a_repository_counts_more_than_the_build_server_s_folder(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", faulty], check=True)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
    assert path_of(check(faulty, "--format", "gitlab")) == "tracks/specialist.yaml"


def test_an_editor_finds_the_file_from_where_the_command_was_typed(faulty: Path) -> None:
    subprocess.run(["git", "init", "-q", faulty.parent], check=True)
    for inside, path in (
        (faulty.parent, "firm/tracks/specialist.yaml"),
        (faulty, "tracks/specialist.yaml"),
        (faulty / "pay", "../tracks/specialist.yaml"),
    ):
        line = check(faulty, "--format", "concise", inside=inside).out.split("\n")[0]
        assert line.startswith(f"{path}:25:5: error unknown-field: "), line
        assert (inside / path).exists()


def test_a_person_is_told_paths_of_the_framework(faulty: Path) -> None:
    subprocess.run(["git", "init", "-q", faulty.parent], check=True)
    assert "error unknown-field  tracks/specialist.yaml:25:5\n" in check(faulty, inside=faulty.parent).out


# Files


def test_a_file_gets_the_format_and_the_screen_the_text(faulty: Path, tmp_path: Path) -> None:
    target = tmp_path / "quality.json"
    said = check(faulty, "--format", "gitlab", "--output", target)
    assert (said.out, said.code) == (check(faulty).out, check(faulty).code)
    assert said.err == f"Wrote {target}.\n"
    assert target.read_text(encoding="utf-8") == check(faulty, "--format", "gitlab").out


def test_the_ending_of_the_file_says_the_format(faulty: Path, tmp_path: Path) -> None:
    for name, form in (
        ("r.html", "html"),
        ("r.sarif", "sarif"),
        ("r.md", "markdown"),
        ("r.xml", "junit"),
        ("r.txt", "text"),
    ):
        check(faulty, "--output", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8") == check(faulty, "--format", form).out, name


def test_an_ending_that_says_nothing_is_asked_about(firm: Path, tmp_path: Path) -> None:
    said = check(firm, "--output", tmp_path / "report.pdf")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        "The ending of report.pdf says no format.\nSay which, for example: --format html --output report.pdf\n"
    )
    assert not (tmp_path / "report.pdf").exists()


def test_a_file_is_replaced_whole_and_keeps_its_rights(firm: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    target.write_text("x" * 100_000)
    target.chmod(0o640)
    check(firm, "--output", target)
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_new_file_may_be_read_by_whom_the_user_lets(firm: Path, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        check(firm, "--output", tmp_path / "r.json")
    finally:
        os.umask(before)
    assert (tmp_path / "r.json").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(firm: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "r.json").symlink_to("real.json")
    check(firm, "--output", tmp_path / "r.json")
    assert (tmp_path / "r.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8").startswith("{")


def test_a_full_disk_leaves_the_old_file(firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "r.json"
    target.write_text("old")
    monkeypatch.setattr("ladderc.cli.whole_file.Path.replace", full)
    said = check(firm, "--output", target)
    assert (said.err, said.code) == (f"{target} cannot be written: No space left on device.\n", 3)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["firm", "r.json"]


def test_a_folder_is_no_file_and_a_folder_that_is_not_there_is_named(firm: Path, tmp_path: Path) -> None:
    said = check(firm, "--format", "html", "--output", tmp_path)
    assert said == ("", f"{tmp_path} is a folder.\nName a file in it, for example {tmp_path / 'check.html'}.\n", 3)
    said = check(firm, "--format", "html", "--output", "reports/r.html", inside=tmp_path)
    assert said == ("", "There is no folder reports.\nMake it first, or name another.\n", 3)


def test_a_file_has_no_pay_though_the_terminal_shows_it(firm: Path, tmp_path: Path) -> None:
    low_band(firm)
    target = tmp_path / "r.html"
    shown = check(firm, "--output", target, "--color", "never", terminal=True)
    assert "£61,234" in shown.out
    assert shown.err == f"Wrote {target}, with pay left out; `--audience hr` puts it in.\n"
    assert "61,234" not in target.read_text(encoding="utf-8")
    assert "Pay is left out here" in target.read_text(encoding="utf-8")
    assert check(firm, "--output", target, "--audience", "hr").err == f"Wrote {target}.\n"
    assert "£61,234" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_only_text_shows_pay_on_a_terminal_unasked(form: str, firm: Path) -> None:
    low_band(firm)
    out = check(firm, "--format", form, terminal=True).out
    assert "61234" not in out.replace(",", "")
    assert "61234" in check(firm, "--format", form, "--audience", "hr").out.replace(",", "")


# Weight and folding


def test_a_test_report_fails_from_the_weight_on_that_the_check_fails_from(firm: Path) -> None:
    path = firm / "framework.yaml"
    text = path.read_text(encoding="utf-8")
    settings = "band-parity: {severity: warning}\n  midpoint-progression: {severity: off}"
    path.write_text(text.replace("profile: standard", f"profile: standard\n  {settings}"), encoding="utf-8")
    low_band(firm)
    assert "<failure" not in check(firm, "--format", "junit").out
    failed = check(firm, "--format", "junit", "--fail-on", "warning")
    assert 'failures="1"' in failed.out
    assert failed.code == 1


def test_all_shows_whole_what_is_folded(firm: Path, tmp_path: Path) -> None:
    path = firm / "tracks" / "specialist.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    grade: ", "    garde: 1\n    grade: "), encoding="utf-8"
    )
    folded, whole = check(firm).out, check(firm, "--all").out
    assert "more of unknown-field" in folded
    assert "more of" not in whole
    assert whole.count("error unknown-field  ") > folded.count("error unknown-field  ") == 3
    check(firm, "--all", "--output", tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == whole


def test_help_and_a_plain_check_load_no_format_that_is_not_asked_for(firm: Path) -> None:
    code = (
        "import sys; sys.argv = ['ladderc', 'check', sys.argv[1]]\n"
        "from ladderc.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = ('jinja2', 'importlib.metadata', 'xml', 'ladderc.report.formats', 'ladderc.report.told', 'ladderc.report.json')\n"
        "print([name for name in heavy if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code, firm], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[-2] == "[]"


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_whose_name_is_no_text_is_named_as_well_as_can_be(form: str, faulty: Path) -> None:
    try:
        (faulty / "tracks" / "specialist.yaml").rename(os.fsdecode(os.fsencode(faulty) + b"/tracks/sp\xff.yaml"))
    except OSError:
        pytest.skip("this disk takes no such name")
    said = check(faulty, "--format", form, inside=faulty.parent)
    assert (said.err, said.code) == ("", 1)
    assert said.out.encode("utf-8")
    assert "tracks/sp" in said.out


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_stream_that_lacks_letters_is_no_bug_and_data_is_utf_8_all_the_same(
    form: str, encoding: str, faulty: Path
) -> None:
    command = [sys.executable, "-m", "ladderc", "check", "firm", "--today", TODAY, "--format", form]
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=faulty.parent, env=surroundings, capture_output=True, check=False)
    assert (done.stderr, done.returncode) == (b"", 1)
    if form != "text":
        assert (
            done.stdout.decode("utf-8").replace("\r\n", "\n")
            == check(faulty, "--format", form, inside=faulty.parent).out
        )
