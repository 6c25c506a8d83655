"""Lists of things with an id: unique ignoring case, and none that would collide with a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

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

_COUNTED = re.compile("([^0-9.]*)([0-9]{1,3})", re.ASCII)


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
    every = [*parts]
    for part in every[:most]:
        id = part.line("id") or ""
        folded = id.casefold()
        if folded in first:
            other = first[folded]
            report_twice(part, found[other], noun, other, faults, (one.line("id") or "" for one in every))
            if id == other:
                hidden = part.document.file
            else:
                lost[id] = part.document.file
            continue
        first[folded] = id
        found[id] = part
        if folded in reserved or (paged and is_reserved(folded)):
            report_reserved(part, id, noun, faults)
    rest = every[len(every) if most is None else most :]
    if rest:
        lost |= {part.line("id") or "": part.document.file for part in rest}
        _report_too_many(rest[0], noun, len(found) + len(rest), most or 0, faults)
    return found, Known(noun, found, lost, hidden, where)


def _report_too_many(part: Part, noun: str, many: int, most: int, faults: Faults) -> None:
    """More of one kind than are read."""
    message = f"{part.subject}: this is number {most + 1} of {many:,}, and no more than {most:,} can be judged."
    mend = f"Leave out each {noun} that no track needs."
    faults.report("too-many", f"{message}\n{mend}", part.place)


def report_twice(part: Part, first: Part, noun: str, id: str, faults: Faults, ids: Iterable[str] | None = None) -> None:
    """Two things with one id, ignoring case; ``ids`` are all that its list has, where it is one of a file."""
    written = part.line("id")
    same = "" if written == id else f"`{id}` and `{written}` differ only in capitals, which counts as the same.\n"
    free = None if ids is None or faults.enough(part.document.file) else _next_free(id, ids)
    mend = f"Give one of them another id: `{free}` is free." if free else "Give one of them another id."
    if part.document.file != first.document.file:
        mend = f"Delete the file that is a copy, or give one {noun} another id."
    faults.report(
        "duplicate-id",
        f"{part.subject}: another {noun} has the id `{id}` already.\n{same}{mend}",
        part.at("id"),
        (Related(first.at("id"), f"the first {noun} `{id}`"),),
    )


def _next_free(id: str, ids: Iterable[str]) -> str | None:
    """The first id above that nothing has, where ids are counted (``S5``); a year or ``2026.10`` counts no list."""
    counted = _COUNTED.fullmatch(id)
    if counted is None:
        return None
    letters, digits = counted.groups()
    taken = {one.casefold() for one in ids}
    above = (f"{letters}{number:0{len(digits)}}" for number in count(int(digits) + 1))
    return next(one for one in above if one.casefold() not in taken)


def report_reserved(part: Part, id: str, noun: str, faults: Faults) -> None:
    """An id that ladderc needs itself; the thing stays in the model, so that nothing else goes wrong."""
    message = f"{part.subject}: no {noun} can have the id `{id}`, which ladderc uses itself."
    faults.report("reserved-id", f"{message}\nChoose another, for example `{id}-1`.", part.at("id"), loses=False)


def is_reserved(folded: str) -> bool:
    """Whether a page, or a device of Windows, has that name (given without capitals)."""
    return folded in PAGES or folded.split(".")[0] in DEVICES
