"""`ladderc init` writes a framework that is complete, clean and taught by its remarks, and never over anything."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from running import TODAY, run

ROOT = Path(__file__).parent.parent.parent
FILES = [
    ".gitattributes", ".github/CODEOWNERS", ".github/workflows/ladders.yml", ".gitignore", ".gitlab-ci.yml", ".gitlab/CODEOWNERS",
    "README.md", "framework.yaml", "pay/2026.yaml", "tracks/common.yaml", "tracks/influence-innovation.yaml",
    "tracks/people-leadership.yaml", "tracks/project-leadership.yaml", "tracks/specialist.yaml", "waivers.yaml",
]  # fmt: skip
SCHEMAS = sorted(f".ladderc/schema/{path.name}" for path in (ROOT / "schema").glob("*.schema.json"))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def made(tmp_path: Path) -> Path:
    assert run("init", "ladders", "--today", TODAY, inside=tmp_path).code == 0
    return tmp_path / "ladders"


def test_it_writes_every_file_and_says_what_to_type_next(tmp_path: Path) -> None:
    said = run("init", "ladders", "--today", TODAY, inside=tmp_path)
    assert said == (
        "Wrote a framework of four tracks and a common stem into ladders:\n"
        "  framework.yaml\n  tracks/common.yaml\n  tracks/specialist.yaml\n  tracks/project-leadership.yaml\n"
        "  tracks/influence-innovation.yaml\n  tracks/people-leadership.yaml\n  pay/2026.yaml\n  waivers.yaml\n"
        "  README.md\n  .gitignore\n  .gitattributes\n  .github/workflows/ladders.yml\n  .github/CODEOWNERS\n  .gitlab-ci.yml\n"
        "  .gitlab/CODEOWNERS\n  .ladderc/schema/ (for editors)\n\n"
        "Every text and figure in it is an example to be replaced.\n\n"
        "Next, type:\n  cd ladders\n  ladderc check\n  ladderc serve\n",
        "",
        0,
    )
    assert names(tmp_path / "ladders") == sorted(FILES + SCHEMAS)
    assert [path.name for path in tmp_path.iterdir()] == ["ladders"]


@pytest.mark.parametrize("profile", ["adopt", "standard", "strict"])
def test_what_it_writes_is_clean_by_every_profile(made: Path, profile: str) -> None:
    path = made / "framework.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("profile: standard", f"profile: {profile}"), encoding="utf-8")
    said = run("check", made, "--today", TODAY, "--fail-on", "note", "--audience", "hr")
    assert (said.out.splitlines()[-1], said.code) == ("Checked 5 tracks, 15 levels: no problems.", 0)


def test_no_sentence_of_it_stands_twice_but_those_of_the_panels(made: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((made / "tracks").iterdir()))
    sentences = re.findall(r"^ +- ([A-Z][^\n]+\.)$", text, re.MULTILINE)
    assert len(sentences) > 120
    assert sorted({one for one in sentences if sentences.count(one) > 1}) == []


def test_every_field_is_explained_where_it_is_used_first(made: Path) -> None:
    """A remark stands above a field, or in the lines right above it, at the first use in the order of reading."""
    known: set[str] = set()
    bare = []
    for name in ("framework.yaml", "tracks/common.yaml", "tracks/specialist.yaml", "pay/2026.yaml"):
        lines = (made / name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            found = re.match(r" *(?:- )?(\w+):(?: |$)", line)
            if not found or found[1] in known or line.lstrip().startswith("#"):
                continue
            known.add(found[1])
            above = [one for one in lines[max(0, number - 6) : number] if one.lstrip().startswith("#")]
            if not above:
                bare.append(f"{name}: {found[1]}")
    dimensions = {"craft", "delivery", "influence", "steadiness"}
    assert [one for one in bare if one.split(": ")[1] not in dimensions] == []


def test_the_firm_can_have_any_name(tmp_path: Path) -> None:
    for number, name in enumerate(["A: \"B\" & 'C' #1", "@@today@@", "yes", "12", "Größe — 世界", "a`b|c"]):
        assert run("init", f"f{number}", "--name", name, "--today", TODAY, inside=tmp_path).code == 0
        said = run("check", tmp_path / f"f{number}", "--today", TODAY)
        assert (said.out.splitlines()[0], said.code) == (f"{name}, as of 21 November 2026", 0)


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "bell\x07"])
def test_a_name_that_is_none(tmp_path: Path, name: str) -> None:
    said = run("init", "f", "--name", name, inside=tmp_path)
    assert said == ("", '`--name` needs the name of the firm, on one line.\nWrite it as --name "Meridian"\n', 2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("ci", "there"),
    [
        ("github", [".github/CODEOWNERS", ".github/workflows/ladders.yml"]),
        ("gitlab", [".gitlab-ci.yml", ".gitlab/CODEOWNERS"]),
        ("none", []),
    ],
)
def test_files_for_one_server_or_none(tmp_path: Path, ci: str, there: list[str]) -> None:
    run("init", "f", "--ci", ci, "--today", TODAY, inside=tmp_path)
    assert [
        name
        for name in names(tmp_path / "f")
        if name.startswith(".git") and name not in (".gitignore", ".gitattributes")
    ] == there


def test_another_language_and_currency(tmp_path: Path) -> None:
    said = run("init", "f", "--locale", "de-AT", "--currency", "chf", "--today", "2031-02-03", inside=tmp_path)
    assert (
        "The example texts are English; ladderc has none for `de-AT`.\n"
        "`locale: de-AT` is written all the same, so your own texts will be judged in their language.\n"
    ) in said.out
    assert "\ncurrency: CHF\n" in (tmp_path / "f/pay/2031.yaml").read_text(encoding="utf-8")
    assert "\nreviewed: 2031-02-03\n" in (tmp_path / "f/framework.yaml").read_text(encoding="utf-8")
    assert run("init", "g", "--locale", "german", "--today", TODAY, inside=tmp_path).code == 2
    assert run("init", "g", "--currency", "euro", inside=tmp_path) == (
        "", "`euro` is no currency.\nWrite its three letters: --currency EUR\n", 2,
    )  # fmt: skip


def test_an_empty_folder_and_one_with_a_fresh_repository_are_filled(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    said = run("init", "--ci", "none", "--today", TODAY, inside=tmp_path)
    assert said.out.startswith("Wrote a framework of four tracks and a common stem into this folder:\n")
    assert said.out.endswith("Next, type:\n  ladderc check\n  ladderc serve\n  ladderc explain ceiling-parity\n")
    assert (tmp_path / ".git" / "HEAD").read_text() == "ref: refs/heads/main\n"


def test_a_folder_beside_the_repository_is_not_inside_it(tmp_path: Path) -> None:
    (tmp_path / "people" / ".git").mkdir(parents=True)
    said = run("init", "../ladders", "--today", TODAY, inside=tmp_path / "people")
    assert "lies inside" not in said.out
    assert said.out.endswith("Next, type:\n  cd ../ladders\n  ladderc check\n  ladderc serve\n")


def test_inside_a_repository_it_says_that_servers_read_their_files_at_its_top(tmp_path: Path) -> None:
    repository = tmp_path / "people"
    (repository / ".git").mkdir(parents=True)
    said = run("init", "ladders", "--today", TODAY, inside=repository)
    assert (
        "It lies inside the repository people, and servers read their files only at a repository's top.\n"
        "Move .github, .gitlab and .gitlab-ci.yml there, and write this folder behind `LADDERS:` in them.\n"
    ) in said.out
    assert "repository's top" not in run("init", "other", "--ci", "none", "--today", TODAY, inside=repository).out


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    for name in ("letter.docx", "notes.txt"):
        (tmp_path / "f" / name).write_text("keep")
    assert run("init", "f", inside=tmp_path) == (
        "",
        "f holds `letter.docx` and `notes.txt` already, and `init` never writes over anything.\n"
        "Name a folder that does not exist yet: ladderc init f/ladders\n",
        2,
    )
    assert names(tmp_path) == ["f/letter.docx", "f/notes.txt"]
    assert run("init", "notes.txt", inside=tmp_path / "f") == (
        "", "notes.txt is a file.\nName a folder that does not exist yet: ladderc init ladders\n", 2,
    )  # fmt: skip


def test_a_framework_that_is_there_is_left_alone_and_none_is_put_inside(made: Path) -> None:
    before = {name: (made / name).read_bytes() for name in names(made)}
    assert run("init", inside=made).err == (
        "This folder holds a framework already, and `init` never writes over anything.\nCheck it: ladderc check\n"
    )
    assert run("init", "ladders", inside=made.parent).err.endswith("Check it: ladderc check ladders\n")
    assert run("init", "tracks/new", inside=made) == (
        "",
        "tracks/new lies inside the framework ladders.\nName a folder outside: ladderc init ../ladders\n",
        2,
    )
    assert {name: (made / name).read_bytes() for name in names(made)} == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    said = run("init", "f", inside=tmp_path)
    tmp_path.chmod(0o755)
    assert said.code == 3
    assert said.err.endswith("Permission denied.\nNothing was written.\n")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "waivers.schema.json")

    monkeypatch.setattr("ladderc.edit.settle_in.shutil.copyfile", full)
    said = run("init", "f", "--today", TODAY, inside=tmp_path)
    assert said == ("", "waivers.schema.json cannot be written: No space left on device.\nNothing was written.\n", 3)
    assert list(tmp_path.iterdir()) == []


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        run("init", folder, "--name", "Fernhill", "--today", TODAY, inside=tmp_path)
    assert names(tmp_path / "a") == names(tmp_path / "b")
    for name in names(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
