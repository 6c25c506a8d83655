"""What changes in a draft holds for nobody yet: it is neither better nor worse, whatever it will be once published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladderc.model.change import Change
from ladderc.review.pairing import Pairing
from ladderc.rules.drafts import drafts

REASON = "It is a draft, so it holds for nobody yet."

_DECIDES = ("published", "withdrawn")
"""Kinds that make a draft of something or end it: these are felt."""


def settled(changes: Iterable[Change], pairing: Pairing) -> Iterator[Change]:
    """The changes, those that reach drafts alone as neutral; a draft in either of the two states is one.

    Pay is left as it is: bands belong to grades.
    """
    old, new = drafts(pairing.before), drafts(pairing.after)
    known = {*old, *map(pairing.level_now, old), *new}
    for change in changes:
        in_draft = known and change.reaches and known.issuperset(change.reaches)
        if in_draft and change.impact != "neutral" and not change.pay and change.kind not in _DECIDES:
            change = change._replace(impact="neutral", reason=REASON)
        yield change
