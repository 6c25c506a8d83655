"""Acknowledgements: which findings about a change somebody stands by on a day."""

from __future__ import annotations

import datetime

from ladderc.finding import Waived
from ladderc.model.catalogue import Ack
from ladderc.rules.judgement import Result


def expired(ack: Ack, today: str) -> bool:
    """Whether the last day has passed; a date that cannot be read counts as passed."""
    try:
        return datetime.date.fromisoformat(ack.until).isoformat() != ack.until or ack.until < today
    except ValueError:
        return True


def unwritten(ack: Ack) -> str | None:
    """The first field that says nothing, as where the lines to paste were not filled in; None where all is said."""
    said = {"reason": ack.reason.plain, "who": ack.who}
    return next((field for field, text in said.items() if not any(letter.isalnum() for letter in text)), None)


def apply(
    results: tuple[Result, ...], acks: tuple[Ack, ...], today: str, locale: str
) -> tuple[tuple[Result, ...], frozenset[int]]:
    """Mark the findings that acknowledgements name; also the positions of those that named any, expired or not."""
    used: set[int] = set()
    applied = []
    for result in results:
        finding = result.finding
        for position, ack in enumerate(acks):
            if finding is not None and ack.fingerprint == finding.fingerprint:
                used.add(position)
                if not expired(ack, today) and not unwritten(ack):
                    reason = ack.reason.in_language(locale)
                    result = result._replace(finding=finding._replace(waived=Waived(reason, ack.who, ack.until)))
        applied.append(result)
    return tuple(applied), frozenset(used)
