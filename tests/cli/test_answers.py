"""Each mistake in answers/, made in the clean base framework, is answered on the terminal with exactly the text beside it.

A file has:

- `mistake`: what was done, in words.
- `file`, `instead_of`, `written`: a text that stands once in a file of the base, and what is written in its place.
- `also`: more changes of that kind, where one mistake takes several.
- `files`: whole files, added or put in place of the base's; `bytes`: the same, each character one byte.
- `repeat`: a file made of `before`, `text` so many `times`, and `after`.
- `without`: files of the base that are not there.
- `exit` and `answer`: the exit code and all that `ladderc check firm --today 2026-11-21` prints.

`pytest tests/cli/test_answers.py --update-answers` writes `exit` and `answer` anew; read the change like code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import TODAY, run

HERE = Path(__file__).parent / "answers"
PATHS = sorted(HERE.rglob("*.yaml"))
BANNED = (
    "property", "properties", "schema", "enum", "array", "object", "null", "token", "mapping", "scalar", "regex",
    "invalid", "None", "Traceback", "additionalProperties", "yaml.", "Decimal", "NoneType",
)  # fmt: skip


def case_of(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def make(case: dict[str, Any], firm: Path) -> None:
    """Make the mistake in a copy of the base framework."""
    for name in case.get("without", ()):
        (firm / name).unlink()
    contents = {name: text.encode() for name, text in case.get("files", {}).items()}
    contents |= {name: text.encode("latin-1") for name, text in case.get("bytes", {}).items()}
    for change in ([case] if "file" in case else []) + case.get("also", []):
        name, old = change["file"], change["instead_of"]
        text = contents[name].decode() if name in contents else (firm / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"`{old}` stands {text.count(old)} times in {name}"
        contents[name] = text.replace(old, change["written"]).encode()
    if many := case.get("repeat"):
        contents[many["file"]] = (
            many.get("before", "") + many["text"] * many["times"] + many.get("after", "")
        ).encode()
    assert contents or case.get("without"), "the case changes nothing"
    for name, content in contents.items():
        path = firm / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_whole_answer(path: Path, firm: Path, request: pytest.FixtureRequest) -> None:
    make(case_of(path), firm)
    said = run("check", "firm", "--today", TODAY, inside=firm.parent)
    assert said.err == ""
    if request.config.getoption("--update-answers", default=False):
        write(path, said.out, said.code)
    case = case_of(path)
    assert said.out == case["answer"]
    assert said.code == case["exit"]


def write(path: Path, answer: str, code: int) -> None:
    """Put the answer at the end of the case's file, as the lines that a person sees."""
    told = path.read_text(encoding="utf-8").split("\nexit: ")[0].rstrip("\n")
    lines = "".join(f"  {line}".rstrip() + "\n" for line in answer.removesuffix("\n").split("\n"))
    path.write_text(f"{told}\nexit: {code}\nanswer: |\n{lines}", encoding="utf-8")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_one_mistake_is_one_finding_in_words_that_hr_uses(path: Path) -> None:
    case = case_of(path)
    answer = case["answer"]
    heads = re.findall(r"^(?:error|warning|note) ([\w-]+)  \S", answer, re.MULTILINE)
    assert len(heads) == case.get("findings", 1), heads
    own = re.sub(r"`[^`]*`|^ *\d+ \|.*$", "", answer, flags=re.MULTILINE)  # what the author wrote is the author's
    words = set(re.findall(r"[\w.]+", own))
    assert not words & set(BANNED), words & set(BANNED)


def test_every_fault_of_a_file_has_an_answer_here() -> None:
    from ladderc.link.explained import FAULTS as LINKING
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE

    for folder, faults in (("reading", READING), ("shape", SHAPE), ("links", LINKING)):
        answers = "\n".join(case_of(path)["answer"] for path in sorted((HERE / folder).glob("*.yaml")))
        shown = set(re.findall(r"^(?:error|warning|note) ([\w-]+)  ", answers, re.MULTILINE))
        assert set(faults) <= shown, set(faults) - shown
