"""Dates that stand in the calendar."""

from __future__ import annotations

import datetime

from ladderc.link.faults import Faults
from ladderc.link.part import Part


def date(part: Part, field: str, faults: Faults, loses: bool = False) -> str | None:
    """The ISO date of a field, or None: absent, or reported because no calendar has it."""
    written = part.line(field)
    if written is None or _exists(written):
        return written
    _report(part, field, written, "Write a day that exists as year-month-day, for example `2027-01-01`.", faults, loses)
    return None


def date_or_month(part: Part, field: str, faults: Faults) -> str | None:
    """As ``date``, but a month (``2026-11``) will do."""
    written = part.line(field)
    if written is None or _exists(written) or _exists(f"{written}-01"):
        return written
    _report(part, field, written, "Write `2026-11` or `2026-11-30`.", faults, False)
    return None


def _report(part: Part, field: str, written: str, write: str, faults: Faults, loses: bool) -> None:
    message = f"{part.subject}: the calendar has no `{written}`.\n{write}"
    faults.report("unknown-date", message, part.at(field), loses=loses)


def _exists(written: str) -> bool:
    if len(written) != 10 or written[4] != "-" or written[7] != "-":
        return False
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        return False
    return True
