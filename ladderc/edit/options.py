"""What the person who imports a table says about it."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ladderc.model.kinds import Period


class ImportOptions(NamedTuple):
    """How to understand a table.

    ``columns`` are pairs of a column's name and ours (``""``: leave it out); ``kinds`` pairs of a track's name and
    its kind. ``grades`` and ``scale`` rise. ``effective`` is the day from which the pay holds.
    """

    effective: datetime.date
    columns: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    grades: tuple[str, ...] = ()
    scale: tuple[str, ...] = ()
    currency: str | None = None
    period: Period = "year"
    name: str | None = None
    locale: str = "en"


def folded(name: str) -> str:
    """A name as it is compared: capitals and the number of blanks do not count."""
    return " ".join(name.split()).casefold()
