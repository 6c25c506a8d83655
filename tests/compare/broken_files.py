"""A small firm without a finding, and twelve copies of it with one mistake each."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from docblocks import Session

from ladderc import resources

HERE = Path(__file__).parent
COMMAND = "ladderc check --today 2026-11-21 --audience hr"


class Mistake(NamedTuple):
    """One broken file; ``line`` and ``column`` are those of the mistake, ``mend`` what its answer tells the writer to do."""

    name: str
    group: str
    title: str
    meant: str
    line: int
    column: int
    mend: tuple[tuple[str, str], ...]
    others: str

    @property
    def file(self) -> str:
        """The broken file's name inside the firm."""
        folder = HERE / "broken" / self.name
        (found,) = (path for path in folder.rglob("*") if path.is_file())
        return found.relative_to(folder).as_posix()

    @property
    def text(self) -> str:
        return (HERE / "broken" / self.name / self.file).read_text(encoding="utf-8")

    @property
    def schema(self) -> str:
        """The schema that the file names in its first line."""
        return self.text.partition("\n")[0].rpartition("/")[2]

    @property
    def digest(self) -> str:
        """Changes with the file, so that answers to another one are noticed."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def lay_out(self, folder: Path) -> Path:
        """The firm with the mistake, and with the schemas that `ladderc schema` copies, in a folder `firm`."""
        firm = lay_out(folder)
        (firm / self.file).write_bytes(self.text.encode())
        return firm


def lay_out(folder: Path) -> Path:
    """The firm as it should be."""
    firm = folder / "firm"
    shutil.copytree(HERE / "firm", firm)
    (firm / ".ladderc" / "schema").mkdir(parents=True)
    for schema in resources.schemas().glob("*.schema.json"):
        shutil.copy(schema, firm / ".ladderc" / "schema")
    return firm


def mistakes() -> tuple[Mistake, ...]:
    """All of them, in the order of the page."""
    listed = yaml.safe_load((HERE / "mistakes.yaml").read_text(encoding="utf-8"))
    return tuple(Mistake(**{**one, "mend": tuple(one["mend"].items())}) for one in listed)


@cache
def our_answer(mistake: Mistake) -> str:
    """All that the writer sees on a terminal of their own."""
    with tempfile.TemporaryDirectory() as folder:
        return Session(Path(folder), start=mistake.lay_out(Path(folder))).type(COMMAND)


def findings(answer: str) -> list[str]:
    """The findings of an answer of ours, each with all its lines."""
    told = re.compile(r"^(?:error|warning|note) \S.*\n(?:  .*\n)*", re.MULTILINE)
    return [found[0] for found in told.finditer(answer)]
