"""Values that are not among the allowed ones, too small, too large or too few."""

from __future__ import annotations

from decimal import Decimal

from ladderc.finding import Finding
from ladderc.validate.kinds import is_share
from ladderc.validate.mistake import Mistake, finding, typed
from ladderc.wording.nearest import listed, nearest, only_near

_SAME_AS = {
    "off": "none false no disabled disable ignore ignored skip silent never",
    "note": "info information hint notice",
    "error": "fatal critical fail",
    "year": "annual annually p.a. jahr",
    "month": "monat",
    "hour": "stunde",
    "people-leadership": "manager managers management managerial leadership",
    "specialist": "expert experts technical ic individual-contributor",
    "common": "stem base shared entry",
    "lateral": "sideways across horizontal",
    "return": "back",
    "promotion": "upward upwards vertical",
    "protected": "guaranteed kept unchanged",
    "draft": "unfinished wip",
    "published": "final finished live active public",
    "up": "higher more increase increasing",
    "down": "lower less decrease decreasing",
    "steady": "stable constant flat",
    "yearly": "annual annually",
    "half-yearly": "semi-annual semi-annually biannual",
}
"""Other words for allowed ones. What is near in spelling can be far in meaning: `none` is no `note`."""

_NUMBERS = {1: "one entry", 2: "two entries"}


def not_in_list(mistake: Mistake) -> Finding:
    """A word that is not one of the allowed ones, with the one that was probably meant."""
    allowed = [typed(value) for value in mistake.shape["enum"]]
    other = _in_other_words(typed(mistake.value), allowed)
    meant = other or nearest(typed(mistake.value), allowed)
    only = "only " if len(allowed) == 1 else ""
    sentences = [f"{mistake.subject} is `{mistake.written}`.", f"It can {only}be {listed(allowed)}."]
    if meant:
        sentences.append(f"Change it to `{meant}`.")
    certain = not other and only_near(typed(mistake.value), allowed) is not None
    return finding("not-in-list", mistake, *sentences, fix=meant, certain=certain)


def _in_other_words(written: str, allowed: list[str]) -> str | None:
    """The allowed word that people also call so."""
    bare = written.strip().casefold().replace(" ", "-").replace("_", "-")
    return next((word for word in allowed if bare in _SAME_AS.get(word, "").split()), None)


def language_version(mistake: Mistake) -> Finding:
    """A version of the language that this ladderc does not know."""
    value = mistake.value
    if isinstance(value, (list, dict)):
        return finding("unknown-language-version", mistake, f"{mistake.subject} is no version.", "Write `language: 1`.")
    if isinstance(value, str) and value.strip() == "1":
        first = f"{mistake.subject} is a text, because of its quotes."
        return finding("unknown-language-version", mistake, first, "Write `language: 1`.", fix="1")
    later = isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value > 1
    first = f"{mistake.subject} is `{mistake.written}`; this ladderc knows version 1."
    if later:
        return finding("unknown-language-version", mistake, first, "Write `language: 1`, or install a newer ladderc.")
    return finding("unknown-language-version", mistake, first, "Write `language: 1`.", fix="1")


def out_of_range(mistake: Mistake) -> Finding:
    """A number that is too small or too large."""
    shape = mistake.shape
    noun = "a whole number" if shape["type"] == "integer" else "a number"
    low, high, above = (shape.get(name) for name in ("minimum", "maximum", "exclusiveMinimum"))
    if above is not None:
        span = f"above {above}" + (f" and up to {high}" if high is not None else "")
    else:
        span = f"from {low} to {high}" if high is not None else f"that is {low} or more"
    value, as_share = mistake.value, ""
    if is_share(mistake) and isinstance(value, (int, Decimal)) and 3 < value <= 150:
        as_share = f"; {mistake.written} % is `{(Decimal(value) / 100).normalize():f}`"
    return finding(
        "out-of-range", mistake, f"{mistake.subject} is `{mistake.written}`.", f"Write {noun} {span}{as_share}."
    )


def too_few(mistake: Mistake) -> Finding:
    """A list or group with fewer entries than it needs."""
    written = mistake.value
    assert isinstance(written, (list, dict))
    first = f"{mistake.subject} is empty." if not written else f"{mistake.subject} has only one entry."
    # The field's own name is what a reader looks for; an entry of a list has none.
    on_key = bool(mistake.route) and isinstance(mistake.route[-1], str)
    if mistake.keyword == "minProperties":
        mend = f"Write at least one of {listed(list(mistake.shape['properties']))}."
    else:
        mend = f"Write at least {_NUMBERS[mistake.shape['minItems']]}."
    return finding("too-few", mistake, first, mend, on_key=on_key)
