"""Whether two texts are one, whatever languages they are written in and wherever their lines break."""

from __future__ import annotations

from fractions import Fraction

from ladderc.model.change import Wording
from ladderc.model.text import Text
from ladderc.review.matching import text_likeness


def wordings(before: Text | None, after: Text | None) -> tuple[Wording, ...]:
    """The languages in which a text differs, each with both versions.

    A translation that joins or leaves a text which stays is no other wording of it.
    """
    old, new = _by_language(before), _by_language(after)
    if old and new:
        old, new = _aligned(old, new)
    shared = [tag for tag in new if tag in old]
    return tuple(
        Wording(tag, old.get(tag, ""), new.get(tag, ""))
        for tag in (shared or dict.fromkeys((*new, *old)))
        if _flowing(old.get(tag, "")) != _flowing(new.get(tag, ""))
    )


def same(before: Text | None, after: Text | None) -> bool:
    """Whether a reader of either finds the same words."""
    return before == after or not wordings(before, after)


def likeness(one: Text, other: Text) -> Fraction:
    """How alike two texts are in the language in which they are most alike."""
    return max((text_likeness(left, right) for left in one.all for right in other.all), default=Fraction(0))


def _by_language(text: Text | None) -> dict[str, str]:
    return dict(text.by_language) if text else {}


def _aligned(old: dict[str, str], new: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Both with the text in no named language under the language of the other in which it is most alike."""
    if set(old) == {""} and "" not in new:
        return {_language_of(old[""], new): old[""]}, new
    if set(new) == {""} and "" not in old:
        return old, {_language_of(new[""], old): new[""]}
    return old, new


def _language_of(text: str, written: dict[str, str]) -> str:
    return max(
        sorted(written), key=lambda tag: (_flowing(written[tag]) == _flowing(text), text_likeness(text, written[tag]))
    )


def _flowing(text: str) -> str:
    return " ".join(text.split())
