"""What a hover says of a name: who else stands there, in Markdown that shows an author's words as they are."""

from __future__ import annotations

import re

from ladderc.lsp.names import Name, Names
from ladderc.model.framework import Framework
from ladderc.model.pay import Band
from ladderc.report.rule_help import rule_help
from ladderc.wording.printable import printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_NOUNS = {
    "dimension": "dimension",
    "family": "job family",
    "recognition": "recognition",
    "award": "award",
    "forum": "forum",
    "domain": "domain of decisions",
    "audience": "audience",
    "zone": "pay zone",
    "rating": "rating",
    "rule": "rule",
}


def told(name: Name, names: Names, framework: Framework | None) -> str:
    """What a person wants to know of a thing with an id; bands only where a framework to take them from is given."""
    head = _head(name, names)
    about = _plain(name.about.in_language(names.locale))
    parts = [head, about] if about else [head]
    if name.noun == "grade":
        parts += _at_grade(name.key, names, framework)
    elif name.noun == "level":
        parts += _counterparts(name, names, framework)
    elif name.noun == "track":
        rungs = [level for level in _levels(names) if level.track == name.key]
        parts.append("\n".join(_rung(level, names) for level in rungs))
    return "\n\n".join(part for part in parts if part)


def told_rule(rule: str) -> str:
    """The claim and the reason of a rule, or of a fault of files; empty for a name that is neither."""
    try:
        known = rule_help(rule)
    except KeyError:
        return ""
    reason = " ".join(known.why.split("\n\n")[0].split())
    return f"**{rule}**: {' '.join(known.claim.split())}\n\n{reason}\n\nMore: `ladderc explain {rule}`"


def _head(name: Name, names: Names) -> str:
    title = _plain(name.title.in_language(names.locale))
    if name.noun == "level":
        track = names.find("track", name.track, "")
        where = _plain(track[0].title.in_language(names.locale)) if track else name.track
        grade = f", grade {_plain(name.grade)}" if name.grade else ""
        return f"**{_plain(name.id)} {title}**: level of {where or _plain(name.track)}{grade}"
    if name.noun == "grade":
        return f"**{_plain(name.key)}**{f' {title}' if title else ''}: grade"
    if name.noun == "track":
        families = ", ".join(_family(id, names) for id in names.families_of(name.key) if id)
        kind = f"{name.kind} " if name.kind else ""
        return f"**{title or _plain(name.key)}**: {kind}track{f' of {families}' if families else ''}"
    return f"**{title or _plain(name.id)}**: {_NOUNS[name.noun]} `{printable(name.id)}`"


def _at_grade(grade: str, names: Names, framework: Framework | None) -> list[str]:
    """The levels at a grade, a list for each family."""
    at = [level for level in _levels(names) if level.grade == grade]
    families = list(dict.fromkeys(family for level in at for family in names.families_of(level.track)))
    parts = []
    for family in sorted(families, key=lambda id: list(names.by_noun.get("family", {})).index(id) if id else -1):
        lines = [_entry(one, names, framework) for one in at if family in names.families_of(one.track)]
        parts.append(f"{_family(family, names)}:\n\n" + "\n".join(lines) if family else "\n".join(lines))
    return parts or ["No level stands at this grade."]


def _counterparts(level: Name, names: Names, framework: Framework | None) -> list[str]:
    """The levels of other tracks of the same families at the same grade."""
    own = set(names.families_of(level.track))
    others = [
        one
        for one in _levels(names)
        if one.grade == level.grade and one.track != level.track and own & set(names.families_of(one.track))
    ]
    bands = _band(level, framework)
    if not level.grade or not others:
        return [bands] if bands else []
    lines = "\n".join(_entry(one, names, framework) for one in others)
    return [*([bands] if bands else []), f"At the same grade:\n\n{lines}"]


def _levels(names: Names) -> tuple[Name, ...]:
    return names.all("level")


def _entry(level: Name, names: Names, framework: Framework | None) -> str:
    track = names.find("track", level.track, "")
    where = _plain(track[0].title.in_language(names.locale)) if track else _plain(level.track)
    band = _band(level, framework)
    title = _plain(level.title.in_language(names.locale))
    return f"- **{_plain(level.id)}** {title} ({where}){f': {band}' if band else ''}"


def _rung(level: Name, names: Names) -> str:
    return f"- {_plain(level.grade)}: **{_plain(level.id)}** {_plain(level.title.in_language(names.locale))}"


def _band(level: Name, framework: Framework | None) -> str:
    """The level's pay in each zone, in force on the day of the look."""
    if framework is None:
        return ""
    for pay in framework.pay:
        if pay.later:
            continue
        structure = pay.structure
        named = [(zone.id, zone.name.in_language(framework.locale)) for zone in structure.zones]
        zones: list[tuple[str | None, str]] = [*named] or [(None, "")]
        bands = [(name, found.band) for id, name in zones if (found := pay.band_of(level.key, id))]
        if bands:
            each = ", ".join(_amounts(band) + (f" in {_plain(name)}" if name else "") for name, band in bands)
            article = "an" if structure.period == "hour" else "a"
            return f"{structure.currency} {article} {structure.period}, {each}"
    return ""


def _amounts(band: Band) -> str:
    return f"{band.min:,} to {band.max:,}" if band.max is not None else f"{band.min:,} or more"


def _family(id: str, names: Names) -> str:
    found = names.find("family", id, "")
    return (_plain(found[0].title.in_language(names.locale)) if found else "") or _plain(id)


def _plain(words: str) -> str:
    """An author's words on one line, of which Markdown makes nothing."""
    return _SPECIAL.sub(r"\\\1", " ".join(printable(words).split()))
