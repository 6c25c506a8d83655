"""Wrong usage is answered with what to type; help is there for every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import TODAY, run

from ladderc.cli.app import _ALSO_CALLED, COMMANDS
from ladderc.wording.nearest import listed


def test_words_of_other_programs_name_a_command_that_is_there_and_are_none() -> None:
    assert set(_ALSO_CALLED.values()) <= set(COMMANDS)
    assert not set(_ALSO_CALLED) & set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    said = run(name, "--help")
    assert (said.err, said.code) == ("", 0)
    assert said.out.startswith(f"Usage: ladderc {name} ")
    assert "Example" in said.out
    assert f"ladderc {name}" in said.out.split("Example")[1]


def test_help_lists_every_command_with_what_it_does() -> None:
    said = run("--help")
    for name, meaning in COMMANDS.items():
        assert f"  {name:<{max(map(len, COMMANDS)) + 2}}{meaning.split('.')[0][:30]}" in said.out
    assert "Begin with: ladderc init ladders" in said.out


def test_a_version() -> None:
    assert run("--version") == ("ladderc 0.1.0\n", "", 0)


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("chek", "There is no command `chek`. Type `ladderc check`."),
        ("bulid", "There is no command `bulid`. Type `ladderc build`."),
        ("rule", "There is no command `rule`. Type `ladderc rules`."),
        ("validate", "There is no command `validate`. Type `ladderc check`."),
        ("add", "There is no command `add`. Type `ladderc new`."),
        (
            "lunch",
            f"There is no command `lunch`. Choose {listed(tuple(COMMANDS))}.",
        ),
    ],
)
def test_a_command_that_is_none(typed: str, mend: str) -> None:
    said = run(typed)
    assert (said.out, said.code) == ("", 2)
    assert said.err.endswith(f"Error: {mend}\n")


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("new", "track", "r", "--name", "R", "--kind", "expert"),
         "`expert` cannot stand behind `--kind`. Choose `specialist`, `project-leadership`, `influence-innovation`, "
         "`people-leadership` or `common`."),
        (("check", "--format", "jsn"), "`jsn` cannot stand behind `--format`. Type `--format json`."),
        (("completion", "bsh"), "`bsh` cannot stand here. Type `bash`."),
        (("serve", "--port", "99999"), "`99999` cannot stand behind `--port`. Write a whole number from 1 to 65535."),
        (("serve", "--port", "eight"), "`eight` cannot stand behind `--port`. Write a whole number from 1 to 65535."),
        (("new", "level", "specialist/S7", "--title", "X"),
         "`--grade` is missing. The grade at which it stands.\n"
         "For example: ladderc new level specialist/S7 --grade G7 --title \"Distinguished Specialist\""),
        (("new", "move", "specialist/S4", "people-leadership/M4"),
         "`--kind` is missing. Across, back or up. Choose `lateral`, `return` or `promotion`.\n"
         "For example: ladderc new move specialist/S4 people-leadership/M4 --kind lateral --pay protected"),
        (("new", "track", "Research", "Lab", "--kind", "specialist", "--name", "R"),
         "`Lab` is too much here. Put words that belong together in quotes.\n"
         "For example: ladderc new track research --kind specialist --name Research"),
        (("explain",), "RULE is missing.\nFor example: ladderc explain ceiling-parity"),
        (("comment",), "FILE is missing.\nFor example: ladderc comment review.md"),
        (("completion",), "SHELL is missing. Choose `bash`, `zsh` or `fish`.\nFor example: ladderc completion bash >> ~/.bashrc"),
        (("check", "--format"),
         "Nothing stands behind `--format`. Add `--help` to the command to see what can stand there."),
    ],
)  # fmt: skip
def test_a_word_that_an_option_does_not_know(words: tuple[str, ...], mend: str) -> None:
    said = run(*words)
    assert (said.out, said.code) == ("", 2)
    assert said.err.endswith(f"Error: {mend}\n")


def test_the_framework_is_found_from_any_folder_inside(firm: Path) -> None:
    (firm / "tracks" / "more").mkdir()
    whole = run("check", firm, "--today", TODAY).out
    for folder in (firm, firm / "tracks", firm / "tracks" / "more"):
        assert run("check", "--today", TODAY, inside=folder).out == whole
    assert run("check", firm / "pay", "--today", TODAY).out == whole
    assert run("check", firm / "framework.yaml", "--today", TODAY).out == whole


def test_a_folder_without_a_framework(tmp_path: Path) -> None:
    assert run("check", inside=tmp_path) == (
        "",
        "This folder and those above it hold no framework.yaml.\n"
        "Name the folder that does behind the command, or begin a new framework: ladderc init ladders\n",
        2,
    )
    (tmp_path / "empty").mkdir()
    assert run("check", "empty", inside=tmp_path) == (
        "",
        "empty and the folders above it hold no framework.yaml.\n"
        "Name the folder that does behind the command, or begin a new framework: ladderc init ladders\n",
        2,
    )


def test_a_folder_beside_the_framework_is_not_inside_it(firm: Path) -> None:
    (firm.parent / "beside").mkdir()
    assert run("check", "../beside", inside=firm).err.startswith("../beside and the folders above it hold no framework")
    assert run("init", "../beside", inside=firm).code == 0
    assert run("check", "../beside", "--today", TODAY, inside=firm).out.startswith(
        "Your firm, as of 21 November 2026\n"
    )


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert run("check", "nowhere", inside=tmp_path) == (
        "",
        "There is no folder nowhere.\nName the folder that holds framework.yaml.\n",
        2,
    )


@pytest.mark.parametrize("written", ["31.11.2026", "2026-02-30", "20261121", "2026-W47-6", "tomorrow", ""])
@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_day_that_is_none(firm: Path, command: str, written: str) -> None:
    assert run(command, firm, "--today", written) == (
        "",
        f"`{written}` is not a day.\nWrite it as year-month-day: --today 2026-11-21\n",
        2,
    )


@pytest.mark.parametrize(
    ("written", "offered"),
    [("1/1/2027", "--today 2027-01-01"), ("21.11.2026", "--today 2026-11-21"),
     ("3/4/2026", "--today 2026-04-03 or --today 2026-03-04")],
)  # fmt: skip
def test_a_day_written_another_way_is_offered(firm: Path, written: str, offered: str) -> None:
    assert run("check", firm, "--today", written) == (
        "",
        f"`{written}` is not a day.\nWrite it as year-month-day: {offered}\n",
        2,
    )


def test_capitals_of_an_audience_do_not_matter(firm: Path, tmp_path: Path) -> None:
    asked = ("check", firm, "--today", TODAY, "--format", "json", "--audience")
    assert run(*asked, "HR") == run(*asked, "hr")
    assert run(*asked, "Employees").out == run(*asked, "public").out != run(*asked, "hr").out
    built = run("build", firm, "--audience", "HR", "--today", TODAY, "--only", "data", "--out", tmp_path / "out")
    assert (built.err, built.code) == ("", 0)


@pytest.mark.parametrize("written", ["soon", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_none(firm: Path, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    assert run("check", firm) == (
        "",
        f"SOURCE_DATE_EPOCH is `{written}`, which is not a number of seconds.\nUnset it, or use --today.\n",
        2,
    )


def test_a_choice_that_is_none(firm: Path) -> None:
    said = run("check", firm, "--fail-on", "fatal")
    assert (said.out, said.code) == ("", 2)
    assert "`fatal` cannot stand behind `--fail-on`. Choose `error`, `warning` or `note`." in said.err


def test_an_audience_that_is_none(firm: Path, tmp_path: Path) -> None:
    said = run("build", firm, "--audience", "boss", "--today", TODAY, "--out", tmp_path / "out")
    assert said == ("", "There is no audience `boss`.\nChoose `public`, `employees` or `hr`.\n", 2)
    assert not (tmp_path / "out").exists()
