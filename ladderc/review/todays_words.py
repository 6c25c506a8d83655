"""The older framework in the ids of today: what is only called differently then differs in nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladderc.model.catalogue import RuleOptions
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.pay import Band, FamilyPay, PayException, PayStructure
from ladderc.model.track import Track
from ladderc.review.names import CATALOGUES, Names


def in_todays_words(framework: Framework, names: Names) -> Framework:
    """The framework with every id of a grade, zone or shared list as it is now; tracks and levels keep theirs."""
    if names.same:
        return framework
    levels = {key: _level(level, names) for key, level in framework.levels.items()}
    structures = {one.place: _structure(one, names) for one in framework.pay_structures}
    lists: dict[str, Any] = {field: _entries(getattr(framework, field), names.lists[field]) for field in CATALOGUES}
    lists["dimensions"] = {
        id: one._replace(from_grade=_of(names.grades, one.from_grade)) for id, one in lists["dimensions"].items()
    }
    lists["families"] = {
        id: one._replace(requires=_all("dimensions", one.requires, names)) for id, one in lists["families"].items()
    }
    lists["recognition"] = {
        id: one._replace(equivalent_to=_of(names.lists["recognition"], one.equivalent_to))
        for id, one in lists["recognition"].items()
    }
    families = names.lists["families"]
    return framework._replace(
        **lists,
        grades=tuple(one._replace(id=names.grades.get(one.id, one.id)) for one in framework.grades),
        tracks={id: _track(one, names, levels) for id, one in framework.tracks.items()},
        levels=levels,
        pay_structures=tuple(structures[one.place] for one in framework.pay_structures),
        pay=tuple(_family_pay(one, names, structures[one.structure.place]) for one in framework.pay),
        waivers=tuple(
            one._replace(
                family=_of(families, one.family), grade=_of(names.grades, one.grade), zone=_of(names.zones, one.zone)
            )
            for one in framework.waivers
        ),
        baseline=tuple(one._replace(family=_of(families, one.family)) for one in framework.baseline),
        rules={rule: _options(options, families) for rule, options in framework.rules.items()},
        doubtful={families.get(id, id): file for id, file in framework.doubtful.items()},
        doubtful_pay={families.get(id, id): file for id, file in framework.doubtful_pay.items()},
    )


def _of(known: Mapping[str, str], id: str | None) -> str | None:
    return None if id is None else known.get(id, id)


def _all(field: str, ids: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(names.now(field, id) for id in ids)


def _entries(entries: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    return {known.get(id, id): one._replace(id=known.get(id, id)) for id, one in entries.items()}


def _level(level: Level, names: Names) -> Level:
    dimensions = names.lists["dimensions"]
    return level._replace(
        grade=names.grades.get(level.grade, level.grade),
        expectations={
            dimensions.get(id, id): one._replace(dimension=dimensions.get(id, id))
            for id, one in level.expectations.items()
        },
        decisions=tuple(one._replace(domain=names.now("domains", one.domain)) for one in level.decisions),
        forums=_all("forums", level.forums, names),
        recognition=_all("recognition", level.recognition, names),
    )


def _track(track: Track, names: Names, levels: Mapping[str, Level]) -> Track:
    return track._replace(
        families=_all("families", track.families, names),
        leads=_all("families", track.leads, names),
        levels=tuple(levels[level.key] for level in track.levels),
    )


def _structure(structure: PayStructure, names: Names) -> PayStructure:
    return structure._replace(
        families=_all("families", structure.families, names),
        zones=tuple(zone._replace(id=names.zones.get(zone.id, zone.id)) for zone in structure.zones),
        bands=tuple(_band(band, names) for band in structure.bands),
        exceptions=tuple(_exception(one, names) for one in structure.exceptions),
    )


def _band(band: Band, names: Names) -> Band:
    return band._replace(grade=names.grades.get(band.grade, band.grade))


def _exception(one: PayException, names: Names) -> PayException:
    return one._replace(zone=_of(names.zones, one.zone), band=_band(one.band, names))


def _family_pay(pay: FamilyPay, names: Names, structure: PayStructure) -> FamilyPay:
    bands = tuple(
        one._replace(
            zone=_of(names.zones, one.zone),
            band=_band(one.band, names),
            exception=_exception(one.exception, names) if one.exception else None,
        )
        for one in pay.bands
    )
    family = names.now("families", pay.family)
    by_level = {(one.level, one.zone): one for one in bands}
    return pay._replace(family=family, structure=structure, bands=bands, by_level=by_level)


def _options(options: RuleOptions, families: Mapping[str, str]) -> RuleOptions:
    return options._replace(families=tuple((families.get(id, id), one) for id, one in options.families))
