"""What a pattern cannot tell: whether a day exists, and whether letters name a language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

_TWO_LETTERS = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905 - 184 quoted pairs would be harder to compare with the standard
)
"""ISO 639-1. In a list of sentences ``- we: …`` is a sentence cut at its colon, not a text in a language."""


def is_day(text: object) -> bool:
    """Whether ``2026-10-31`` is a day of the calendar; other kinds of value are not this check's business."""
    if not isinstance(text, str):
        return True
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_day_or_month(text: object) -> bool:
    """Whether ``2026-10-31`` or ``2026-10`` is in the calendar."""
    return not isinstance(text, str) or is_day(text) or is_day(f"{text}-01")


def is_language(tag: object) -> bool:
    """Whether ``de``, ``de-AT`` or ``fil`` begins with a known language."""
    if not isinstance(tag, str):
        return True
    language = tag.split("-")[0]
    if len(language) != 3:
        return language in _TWO_LETTERS
    # Imported here because few texts name a language of three letters, and babel takes its time.
    from babel import localedata

    return bool(localedata.exists(language))


FORMATS: Mapping[str, Callable[[object], bool]] = {
    "date": is_day,
    "date-or-month": is_day_or_month,
    "language": is_language,
}
