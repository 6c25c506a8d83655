"""Lists of things with an id: unique ignoring case, and none that would collide with a page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ladderc.finding import Related
from ladderc.link.faults import Faults
from ladderc.link.part import Part
from ladderc.link.references import Known

PAGES = frozenset(
    {
        *("index", "search", "glossary", "parity", "pay", "pay-bands", "levels", "tracks", "guides", "tables"),
        *("assets", "framework", "rules", "changes", "404"),
    }
)
"""Names of pages and folders of the built site."""

DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])
"""Names that Windows keeps for devices, whatever ending follows."""


def declare(
    parts: Iterable[Part],
    noun: str,
    faults: Faults,
    where: str,
    taken: Iterable[str] = (),
    paged: bool = False,
    most: int | None = None,
) -> tuple[dict[str, Part], Known]:
    """The parts by id in the order written, and the same as what may be referred to.

    Of two with one id the first stands.
    ``paged`` things become names of files, so that reserved names are refused; ``taken`` ones too.
    ``where`` is the sentence that offers to declare a missing one.
    Above ``most`` the rest is left out, which is said once.
    """
    found: dict[str, Part] = {}
    first: dict[str, str] = {}
    lost: dict[str, str] = {}
    hidden: str | None = None
    reserved = frozenset(taken)
    every = iter(parts)
    for part in islice(every, most):
        id = part.line("id") or ""
        folded = id.casefold()
        if folded in first:
            other = first[folded]
            report_twice(part, found[other], noun, other, faults)
            if id == other:
                hidden = part.document.file
            else:
                lost[id] = part.document.file
            continue
        first[folded] = id
        found[id] = part
        if folded in reserved or (paged and is_reserved(folded)):
            report_reserved(part, id, noun, faults)
    rest = [*every]
    if rest:
        lost |= {part.line("id") or "": part.document.file for part in rest}
        _report_too_many(rest[0], noun, len(found) + len(rest), most or 0, faults)
    return found, Known(noun, found, lost, hidden, where)


def _report_too_many(part: Part, noun: str, many: int, most: int, faults: Faults) -> None:
    """More of one kind than are read."""
    message = f"{part.subject}: this is number {most + 1} of {many:,}, and no more than {most:,} can be judged."
    mend = f"Leave out each {noun} that no track needs."
    faults.report("too-many", f"{message}\n{mend}", part.place)


def report_twice(part: Part, first: Part, noun: str, id: str, faults: Faults, field: str = "id") -> None:
    """Two things with one id, ignoring case."""
    written = part.line(field)
    same = "" if written == id else f"`{id}` and `{written}` differ only in capitals, which counts as the same.\n"
    faults.report(
        "duplicate-id",
        f"{part.subject}: another {noun} has the id `{id}` already.\n{same}Give one of them another id.",
        part.at(field),
        (Related(first.at(field), f"the first {noun} `{id}`"),),
    )


def report_reserved(part: Part, id: str, noun: str, faults: Faults) -> None:
    """An id that ladderc needs itself; the thing stays in the model, so that nothing else goes wrong."""
    message = f"{part.subject}: no {noun} can have the id `{id}`, which ladderc uses itself."
    faults.report("reserved-id", f"{message}\nChoose another, for example `{id}-1`.", part.at("id"), loses=False)


def is_reserved(folded: str) -> bool:
    """Whether a page, or a device of Windows, has that name (given without capitals)."""
    return folded in PAGES or folded.split(".")[0] in DEVICES
