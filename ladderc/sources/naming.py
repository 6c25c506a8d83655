"""Names a spot of a document as HR would: ``level S5 of Specialist``, not ``levels[3]``."""

from __future__ import annotations

from ladderc.sources.document import Data, Document
from ladderc.span import Route


def subject_name(document: Document, route: Route) -> str:
    """The smallest thing with a name that holds the spot, in the middle of a sentence: ``the band for G4``.

    Works on documents of any shape: what lacks its id is counted ("the 3rd level of Specialist").
    """
    for length in range(len(route), -1, -1):
        name = _name(document, route[:length])
        if name:
            return name
    return _file(document)


def value_name(document: Document, route: Route) -> str:
    """One value by its field: ```title` of level S5 of Specialist``, ``entry 2 of `forums` of …``, or the thing itself."""
    name = _name(document, route)
    if name or not route:
        return name or _file(document)
    last, holder = route[-1], route[:-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {value_name(document, holder)}"
    return f"`{_line(last)}` of {value_name(document, holder)}"


def sentence(text: str) -> str:
    """``text`` with a capital at its beginning; a quoted name stays as it is."""
    return text[:1].upper() + text[1:]


def _name(document: Document, route: Route) -> str | None:
    """What stands exactly at ``route``, or None where that has no name of its own."""
    match document.kind:
        case "framework":
            return _in_framework(document, route)
        case "track":
            return _in_track(document, route)
        case "pay":
            return _in_pay(document, route)
        case "waivers":
            return _in_waivers(document, route)
        case "baseline":
            return _in_baseline(document, route)
        case "acks":
            return _in_acks(document, route)
        case _:
            return _in_releases(document, route)


_CATALOGUE = {
    "grades": "grade",
    "dimensions": "dimension",
    "families": "family",
    "recognition": "form of recognition",
    "awards": "award",
    "forums": "forum",
    "domains": "decision domain",
    "audiences": "audience",
}


def _in_framework(document: Document, route: Route) -> str | None:
    match route:
        case ():
            return "the framework"
        case ("rules", str(rule)) if rule != "profile":
            return f"the entry for rule `{_line(rule)}`"
        case ("rules", str(rule), "families", str(family)):
            return f"the entry for rule `{_line(rule)}` in family {_line(family)}"
        case ("freeze",):
            return "the freeze"
        case (str(section), int(position)) if section in _CATALOGUE:
            return _counted(document, route, _CATALOGUE[section], position)
    return None


def _in_track(document: Document, route: Route) -> str | None:
    track = _word(document, ("name",)) or _word(document, ("id",))
    match route:
        case ():
            return f"track {track}" if track else f"the track in {document.file}"
        case ("levels", int(position)):
            return f"{_counted(document, route, 'level', position)} of {track or document.file}"
        case ("moves", int(position)):
            source, target = _word(document, (*route, "from")), _word(document, (*route, "to"))
            if source and target:
                return f"the move from {source} to {target}"
            return f"the {_ordinal(position)} move of {track or document.file}"
        case ("levels", int(), *_):
            return _in_level(document, route[:2], route[2:])
    return None


def _in_level(document: Document, level: Route, inner: Route) -> str | None:
    holder = _in_track(document, level)
    match inner:
        case ("promotion",):
            return f"the promotion into {holder}"
        case ("promotion", "requires", int(position)):
            return f"the {_ordinal(position)} condition of the promotion into {holder}"
        case ("metrics", int(position)):
            name = _word(document, (*level, *inner, "name"))
            return f"the metric “{name}” of {holder}" if name else f"the {_ordinal(position)} metric of {holder}"
        case ("decisions", int(position)):
            return f"the {_ordinal(position)} decision right of {holder}"
        case ("expectations", str(dimension)):
            return f"expectation {_line(dimension)} at {holder}"
        case ("expectations", str(dimension), "statements", int(position)) | (
            "expectations",
            str(dimension),
            int(position),
        ):
            return f"statement {position + 1} on {_line(dimension)} at {holder}"
    return None


def _in_pay(document: Document, route: Route) -> str | None:
    match route:
        case ():
            name = _word(document, ("name",))
            return f"the pay structure “{name}”" if name else f"the pay structure in {document.file}"
        case ("bands", int(position)):
            grade = _word(document, (*route, "grade"))
            return f"the band for {grade}" if grade else f"the {_ordinal(position)} band in {document.file}"
        case ("exceptions", int(position)):
            track, grade = _word(document, (*route, "track")), _word(document, (*route, "grade"))
            if track and grade:
                return f"the exception for {track} at {grade}"
            return f"the {_ordinal(position)} exception in {document.file}"
        case ("zones", int(position)):
            return _counted(document, route, "zone", position)
        case (*_, "market"):
            return f"the market figure of {subject_name(document, route[:-1])}"
    return None


def _in_waivers(document: Document, route: Route) -> str | None:
    match route:
        case ():
            return _file(document)
        case (int(position),):
            rule = _word(document, (*route, "rule"))
            return f"the waiver of {rule}" if rule else f"the {_ordinal(position)} waiver"
        case (int(), "subject"):
            return f"the subject of {subject_name(document, route[:1])}"
    return None


def _in_baseline(document: Document, route: Route) -> str | None:
    match route:
        case ():
            return _file(document)
        case (int(position),):
            rule = _word(document, (*route, "rule"))
            return f"the baseline's entry for {rule}" if rule else f"the {_ordinal(position)} entry of the baseline"
    return None


def _in_acks(document: Document, route: Route) -> str | None:
    match route:
        case ():
            return _file(document)
        case (int(position),):
            return f"the {_ordinal(position)} acknowledgement"
    return None


def _in_releases(document: Document, route: Route) -> str | None:
    match route:
        case ():
            return _file(document)
        case (int(position),):
            return _counted(document, route, "release", position)
    return None


def _file(document: Document) -> str:
    return f"the file {document.file}"


def _counted(document: Document, route: Route, noun: str, position: int) -> str:
    name = _word(document, (*route, "id"))
    return f"{noun} {name}" if name else f"the {_ordinal(position)} {noun}"


def _word(document: Document, route: Route) -> str:
    """A short text as typed, in the first language written; empty where there is none."""
    value: Data = document.data
    for part in route:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return ""
    if isinstance(value, dict):
        value = next(iter(value.values()), None)
    if isinstance(value, (dict, list, bool)) or value is None:
        return ""
    return _line(document.typed.get(route, str(value)))


def _line(text: str) -> str:
    """At most 60 characters on one line, without the quotes that a message sets around names."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= 60 else line[:59].rstrip() + "…"


def _ordinal(position: int) -> str:
    """``1st`` for position 0."""
    number = position + 1
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
