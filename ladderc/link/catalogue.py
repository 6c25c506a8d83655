"""What framework.yaml declares once: the spine of grades, dimensions, families and the other lists."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, cast

from ladderc.link.dates import date
from ladderc.link.declared import declare
from ladderc.link.faults import Faults
from ladderc.link.part import Part
from ladderc.link.references import Known
from ladderc.model.catalogue import (
    AudienceSpec,
    Award,
    Dimension,
    Domain,
    Family,
    Forum,
    Freeze,
    Grade,
    Recognition,
)
from ladderc.model.kinds import TrackKind
from ladderc.model.text import Text

IMPLIED_FAMILY = "all"
"""The id of the one family of a framework that declares none; no declared family can have it."""

STANDING_AUDIENCES = ("public", "employees", "hr")


MOST_GRADES, MOST_ENTRIES = 200, 1_000
"""Most grades, and most entries of any other list: the time that rules need grows faster than these."""


class Catalogue(NamedTuple):
    """The declared lists, and beside each what references into it may say."""

    grades: tuple[Grade, ...]
    rank: Mapping[str, int]
    dimensions: Mapping[str, Dimension]
    rating_scale: tuple[Text, ...]
    position: Mapping[str, Decimal]
    """The position on the rating scale, from 1, of each of its words in each language."""
    families: Mapping[str, Family]
    recognition: Mapping[str, Recognition]
    awards: Mapping[str, Award]
    forums: Mapping[str, Forum]
    domains: Mapping[str, Domain]
    audiences: Mapping[str, AudienceSpec]
    freeze: Freeze | None
    known_grades: Known
    known_dimensions: Known
    known_families: Known
    known_recognition: Known
    known_forums: Known
    known_domains: Known
    known_audiences: Known


def catalogue(top: Part, faults: Faults) -> Catalogue:
    """All lists of framework.yaml; ``top`` is the whole file."""

    def listed(field: str, noun: str, type: str, paged: bool = False) -> tuple[dict[str, Part], Known]:
        where = f"add it to `{field}` in {top.document.file}: `- {type}`."
        taken = STANDING_AUDIENCES if field == "audiences" else (IMPLIED_FAMILY,) if field == "families" else ()
        most = MOST_GRADES if field == "grades" else MOST_ENTRIES
        return declare(top.parts(field), noun, faults, where, taken, paged, most)

    grades, known_grades = listed("grades", "grade", "id: {}", paged=True)
    dimensions, known_dimensions = listed("dimensions", "dimension", "{{id: {}, name: …}}")
    families, known_families = listed("families", "family", "{{id: {}, name: …}}", paged=True)
    recognition, known_recognition = listed("recognition", "form of recognition", "{{id: {}, name: …}}")
    awards, _ = listed("awards", "award", "{{id: {}, name: …}}")
    forums, known_forums = listed("forums", "forum", "{{id: {}, name: …}}")
    domains, known_domains = listed("domains", "decision domain", "{{id: {}, name: …}}")
    audiences, known_audiences = listed("audiences", "audience", "{{id: {}, name: …, like: employees}}", paged=True)
    scale = top.texts("rating_scale")
    standing = dict.fromkeys(STANDING_AUDIENCES)
    return Catalogue(
        grades=tuple(_grade(id, rank, part) for rank, (id, part) in enumerate(grades.items())),
        rank={id: rank for rank, id in enumerate(grades)},
        dimensions={id: _dimension(id, part, known_grades, faults) for id, part in dimensions.items()},
        rating_scale=scale,
        position={word: Decimal(n) for n, text in reversed([*enumerate(scale, 1)]) for word in text.all},
        families=_families(top, families, known_dimensions, faults),
        recognition={id: _recognition(id, part, known_recognition, faults) for id, part in recognition.items()},
        awards={
            id: Award(id, part.label("name", id), _kinds(part, "open_to"), part.text("criteria"), part.place)
            for id, part in awards.items()
        },
        forums={
            id: Forum(id, part.label("name", id), part.flag("people_only"), part.place) for id, part in forums.items()
        },
        domains={id: Domain(id, part.label("name", id), part.place) for id, part in domains.items()},
        audiences={
            id: AudienceSpec(id, part.label("name", id), part.choice("like", "public"), part.place)
            for id, part in audiences.items()
        },
        freeze=_freeze(top, faults),
        known_grades=known_grades,
        known_dimensions=known_dimensions,
        known_families=known_families,
        known_recognition=known_recognition,
        known_forums=known_forums,
        known_domains=known_domains,
        known_audiences=known_audiences._replace(ids={**standing, **known_audiences.ids}),
    )


def _grade(id: str, rank: int, part: Part) -> Grade:
    return Grade(id, rank, part.text("name"), part.text("scope"), part.flag("executive"), part.place)


def _dimension(id: str, part: Part, grades: Known, faults: Faults) -> Dimension:
    start = part.line("from")
    return Dimension(
        id,
        part.label("name", id),
        part.text("question"),
        part.choice("measures"),
        part.choice("factor"),
        _kinds(part, "kinds"),
        start and grades.find(start, part, part.at("from"), faults),
        part.place,
    )


def _families(top: Part, parts: Mapping[str, Part], dimensions: Known, faults: Faults) -> dict[str, Family]:
    if not parts:
        name = top.label("name", IMPLIED_FAMILY)
        return {IMPLIED_FAMILY: Family(IMPLIED_FAMILY, name, (), False, True, top.at("name"))}
    return {
        id: Family(
            id,
            part.label("name", id),
            dimensions.find_all("requires", part, faults),
            part.flag("scarce"),
            False,
            part.place,
        )
        for id, part in parts.items()
    }


def _recognition(id: str, part: Part, known: Known, faults: Faults) -> Recognition:
    equal = part.line("equivalent_to")
    return Recognition(
        id,
        part.label("name", id),
        part.flag("functional"),
        equal and known.find(equal, part, part.at("equivalent_to"), faults),
        _kinds(part, "open_to"),
        part.place,
    )


def _freeze(top: Part, faults: Faults) -> Freeze | None:
    part = top.part("freeze")
    if part is None:
        return None
    start, end = date(part, "from", faults), date(part, "to", faults)
    if start is None or end is None:
        return None
    if end < start:
        message = f"{part.subject}: it ends on {end}, before it starts on {start}.\nWrite the earlier day as `from`."
        faults.report("unknown-date", message, part.at("to"), loses=False)
        return None
    return Freeze(start, end, part.text("why"), part.place)


def _kinds(part: Part, field: str) -> tuple[TrackKind, ...]:
    return tuple(cast(TrackKind, kind) for kind, _ in part.lines(field))  # the schema has held it to the list
