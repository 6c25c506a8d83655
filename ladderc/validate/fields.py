"""Fields that are misspelt, unknown, missing, or written without a value."""

from __future__ import annotations

from itertools import islice
from typing import Any

from ladderc.finding import Finding, Severity
from ladderc.sources.document import Data, Document
from ladderc.sources.enough import MOST
from ladderc.sources.naming import value_name
from ladderc.span import Place
from ladderc.validate.kinds import expected, mend
from ladderc.validate.mistake import Mistake, finding, sample, shortened
from ladderc.validate.schemas import schema
from ladderc.wording.nearest import listed, nearest, only_near

_OTHER_WORDS = {
    "name": ("title",),
    "title": ("name",),
    "label": ("name", "title"),
    "description": ("summary", "purpose", "scope", "question", "criteria", "note"),
    "type": ("kind",),
    "competencies": ("expectations",),
    "skills": ("expectations",),
    "requirements": ("expectations", "requires"),
    "valid_from": ("effective",),
    "until": ("expires", "to"),
    "expiry": ("expires",),
    "why": ("reason",),
    "minimum": ("min",),
    "maximum": ("max",),
}
"""Words that people use for a field which has another name here; the first one that is free is offered."""

_OTHER_SHAPE = frozenset({"competencies", "skills"})
"""Words for a field whose content is laid out in another way, so that a new name alone does not mend it."""

_WHOLE: dict[str, str] = {"framework": "framework", "track": "track", "pay": "pay structure"}


def field_findings(mistake: Mistake) -> list[Finding]:
    """All that is wrong with the fields of one group: a misspelt one is not missing as well."""
    written = mistake.value
    assert isinstance(written, dict)
    fields: dict[str, Any] = mistake.shape["properties"]
    missing = [name for name in mistake.shape.get("required", ()) if name not in written]
    free = missing + [name for name in fields if name not in written and name not in missing]
    unknown = []
    if not isinstance(mistake.shape.get("additionalProperties"), dict):
        unknown = list(islice((name for name in written if name not in fields), MOST + 1))  # as many as are told
    meant = _meant(unknown, free)
    found = [_unknown(mistake, name, meant.get(name), list(fields)) for name in unknown]
    missing = [name for name in missing if name not in meant.values()]
    return [*found, _missing(mistake, missing)] if missing else found


def empty_field(mistake: Mistake) -> Finding:
    """A field or an entry with nothing behind its colon or hyphen."""
    if not mistake.route:
        return finding("nothing-written", mistake, f"{mistake.subject} holds nothing.", f"Write {expected(mistake)}.")
    instead, _ = mend(mistake)
    or_nothing = instead.rstrip(".") + ", or delete the line."
    *holder, last = mistake.route
    if isinstance(last, int):
        return finding("nothing-written", mistake, f"{mistake.subject} is empty.", or_nothing)
    first = f"Nothing is written after `{shortened(last)}:` in {value_name(mistake.document, tuple(holder))}."
    return finding("nothing-written", mistake, first, instead if mistake.needed else or_nothing, on_key=True)


def wrong_folder(document: Document) -> Finding:
    """A track in ``pay/`` or a pay file in ``tracks/``, said once instead of field by field."""
    sign, first, mend = "levels", "This is a track, and it stands in `pay/`.", "Move it to `tracks/`."
    if document.kind == "track":
        # Its line is shown to everybody: bands on one line would show pay.
        sign = "currency" if isinstance(document.data, dict) and "currency" in document.data else "bands"
        first, mend = "This is a pay file, and it stands in `tracks/`.", "Move it to `pay/`."
    place = Place(document.file, (sign,), on="key")
    return Finding("unknown-field", Severity.ERROR, f"{first}\n{mend}", place)


def _belongs(mistake: Mistake, name: str) -> str | None:
    """Where a field belongs that stands too far to the right, if it is one of a group around this one."""
    document, route = mistake.document, mistake.route
    if not route or name in ("id", "name"):  # which nearly everything has
        return None
    whole = schema(document.kind)
    inside_level = document.kind == "track" and route[0] == "levels" and len(route) > 2
    if inside_level and name in whole["definitions"]["level"]["properties"]:
        return f"`{name}` belongs to the level: start it in the column of the level's `title`."
    if name in whole.get("properties", ()) and document.kind in _WHOLE:
        return f"`{name}` belongs to the {_WHOLE[document.kind]}: start it in column 1."
    return None


def _unknown(mistake: Mistake, name: str, meant: str | None, fields: list[str]) -> Finding:
    assert isinstance(mistake.value, dict)
    at = (*mistake.route, name)
    twin = nearest(name, [field for field in fields if field in mistake.value])
    about_rules = mistake.form == "rules"
    first = f"{mistake.subject} has a field `{shortened(name)}`, which is not known here."
    if about_rules:
        first = f"There is no rule `{shortened(name)}`."
    belongs = None if meant or twin else _belongs(mistake, name)
    if belongs:
        rest = belongs
    elif meant:
        rest = f"Rename it to `{meant}`."
    elif twin:
        rest = f"It looks like a second `{twin}`: keep one of the two."
    elif about_rules:
        rest = "Type `ladderc rules` to see them all."
    else:
        rest = f"The fields it can have are {listed(fields, last='and')}."
    certain = meant is not None and _is_certain(name, meant, mistake.value, fields)
    return finding("unknown-field", mistake, first, rest, fix=meant, on_key=True, at=at, certain=certain)


def _is_certain(name: str, meant: str, written: dict[str, Data], fields: list[str]) -> bool:
    """Whether nothing else can be meant: one free field alone is near, or the word has one meaning here."""
    others = [field for field in fields if field not in written]
    if name.casefold() in _OTHER_SHAPE:
        return False
    return only_near(name, others) == meant or _OTHER_WORDS.get(name.casefold()) == (meant,)


def _missing(mistake: Mistake, names: list[str]) -> Finding:
    """One finding for all that a group lacks, each with the line to add."""
    fields = mistake.shape["properties"]
    lines = [f"`{name}: {example}`" for name in names if (example := sample(fields[name]["examples"][0]))]
    if len(names) > 1:
        line = f"Add a line for each, such as {' and '.join(lines[:2])}."
    elif not lines:
        about = fields[names[0]]["description"].split(". ")[0].rstrip(".")
        line = f"Add `{names[0]}:` and below it {about[0].lower()}{about[1:]}."
    elif len(fields[names[0]].get("enum", ())) == 1:
        line = f"Add the line {lines[0]}."
    else:
        line = f"Add a line such as {lines[0]}."
    # The group's own name is the smallest thing to point at; an entry of a list has none.
    on_key = bool(mistake.route) and isinstance(mistake.route[-1], str)
    first = f"{mistake.subject} has no {listed(names, most=len(names))}."
    return finding("missing-field", mistake, first, line, on_key=on_key)._replace(discriminator=" ".join(names))


def _meant(unknown: list[str], free: list[str]) -> dict[str, str]:
    """For each unknown field the free one that it stands for: misspellings first, then other words for it."""
    left, meant = list(free), {}
    for name in unknown:
        near = nearest(name, left)
        if near:
            meant[name] = near
            left.remove(near)
    for name in unknown:
        other = next((word for word in _OTHER_WORDS.get(name.casefold(), ()) if word in left), None)
        if other and name not in meant:
            meant[name] = other
            left.remove(other)
    return meant
