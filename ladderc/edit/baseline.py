"""The file baseline.yaml on disk: written anew, or rid of entries with every other byte left alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from ladderc import resources
from ladderc.errors import UnreadableError, UsageError
from ladderc.model.catalogue import BaselineEntry
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Place
from ladderc.wording.numbers import english_day


def write(root: Path, file: str, entries: Iterable[BaselineEntry], today: datetime.date) -> None:
    """Write the baseline of a day, and the schema that its first line names; UnreadableError where the disk refuses."""
    text = written(entries, today)
    schema = root / ".ladderc" / "schema" / "baseline.schema.json"
    try:
        (root / file).write_text(text, encoding="utf-8", newline="\n")
        schema.parent.mkdir(parents=True, exist_ok=True)
        schema.write_bytes(resources.schema("baseline"))
    except OSError as error:
        raise _refused(file, error) from None


def written(entries: Iterable[BaselineEntry], today: datetime.date) -> str:
    """The text of the file; without entries it holds remarks alone."""
    from ladderc.edit.yaml_text import dump  # ruamel.yaml takes 100 ms to import, and only writing needs it

    header = (
        "yaml-language-server: $schema=.ladderc/schema/baseline.schema.json",
        f"What the rules found on {english_day(today)}, when this file was made with `ladderc baseline create`.",
        "`ladderc check` knows these findings: they do not count, and only new ones fail.",
        "What was mended must leave the file: type `ladderc baseline prune`.",
        "None of this is excused; an exception that is meant to last for a while belongs in waivers.yaml.",
    )
    return dump([_row(entry) for entry in entries], header)


def prune(root: Path, file: str, outdated: frozenset[int]) -> None:
    """Take the entries at these positions out of the file on disk.

    Remarks on their own lines stay, also those above an entry that goes.
    UsageError where the file is laid out in a way that cannot be shortened line by line.
    """
    path = root / file
    try:
        path.write_bytes(without(file, path.read_bytes(), outdated))
    except OSError as error:
        raise _refused(file, error) from None


def without(file: str, content: bytes, outdated: frozenset[int]) -> bytes:
    """The bytes of a baseline without the lines of some entries; UsageError as for ``prune``."""
    document, _ = read_file(file, "baseline", content)
    entries = document.data if document and isinstance(document.data, list) else []
    spans = locate(content, [Place(file, (position,)) for position in sorted(outdated)]).values()
    gone = {number for span in spans for number in range(span.line, span.end_line + 1)}
    lines = content.splitlines(keepends=True)  # of bytes: at the line ends that an editor knows, and no others
    after = b"".join(line for number, line in enumerate(lines, 1) if number not in gone)
    kept = [entry for position, entry in enumerate(entries) if position not in outdated]
    again, _ = read_file(file, "baseline", after)
    if again is None or again.data != kept:
        # Several entries in one line, or a hyphen in a line of its own: nobody's layout, and not worth guessing at.
        raise _odd(file)
    return after


def _row(entry: BaselineEntry) -> dict[str, str]:
    family = {"family": entry.family} if entry.family else {}
    return {"fingerprint": entry.fingerprint, "rule": entry.rule, **family, "about": entry.about}


def _odd(file: str) -> UsageError:
    return UsageError(
        f"{file} is not laid out as `ladderc baseline create` does it, so no entry was taken out.\n"
        "Take them out by hand, or type `ladderc baseline create --force` to record all anew."
    )


def _refused(file: str, error: OSError) -> UnreadableError:
    return UnreadableError(f"{file} cannot be written: {error.strerror or error}.")
