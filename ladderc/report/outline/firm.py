"""framework.yaml and the lists beside it as facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ladderc.report.outline.facts import SIGN, entries_of, facts, natural, or_alone, said, some_facts

_FIRM = ("language", "name", "summary", "owner", "sponsor", "reviewed", "locale", "law", "spine")
_CATALOGUES = {
    "dimensions": "dimension",
    "families": "family",
    "recognition": "recognition",
    "awards": "award",
    "forums": "forum",
    "domains": "domain",
    "audiences": "audience",
    "rules": "rule",
}


def framework_facts(data: Mapping[str, Any]) -> Iterator[str]:
    """The firm, the grades with what each follows, the rating scale, the catalogues, the rules."""
    yield from some_facts("framework", data, _FIRM, ("grades", "rating_scale", *_CATALOGUES))
    grades = entries_of(data.get("grades"))
    if grades is None:
        yield from facts("grades", data.get("grades"))
    else:
        before = "(the lowest)"
        for grade in grades:
            name = said(grade.get("id"))
            yield f"grade {name}{SIGN}follows: {before}"
            yield from some_facts(f"grade {name}", grade, ("name", "scope"), ("id",))
            before = name
    if "rating_scale" in data:
        scale = data["rating_scale"]
        yield f"rating scale: {' < '.join(map(said, scale)) if isinstance(scale, list) else said(scale)}"
    for field, word in _CATALOGUES.items():
        if field in data:
            yield from facts(word, data[field])


def waiver_facts(data: list[dict[str, Any]]) -> Iterator[str]:
    """Each waiver by its rule and what it is for, so that moving one is no change."""
    named = [(_waiver(one), one) for one in data]
    for prefix, waiver in sorted(named, key=lambda one: natural(one[0])):
        rest = some_facts(prefix, waiver, ("reason", "owner", "expires"), ("rule", "subject"))
        yield from or_alone(prefix, rest)


def _waiver(waiver: Mapping[str, Any]) -> str:
    subject = waiver.get("subject")
    if not isinstance(subject, dict):
        about = f" for {said(subject)}" if "subject" in waiver else ""
        return f"waiver of {said(waiver.get('rule'))}{about}"
    about = ", ".join(f"{said(part)} {said(subject[part])}" for part in sorted(subject))
    return f"waiver of {said(waiver.get('rule'))} for {about}"


def release_facts(data: list[dict[str, Any]]) -> Iterator[str]:
    """Each release by its id."""
    yield from facts("release", data)
