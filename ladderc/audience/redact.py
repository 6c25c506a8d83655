"""The framework without what an audience may not see: taken out before anything is worked out from it."""

from __future__ import annotations

from collections.abc import Collection

from ladderc.errors import UsageError
from ladderc.model.catalogue import Waiver
from ladderc.model.framework import Framework
from ladderc.model.graph import CareerGraph
from ladderc.model.level import Level
from ladderc.model.pay import Band, FamilyPay, PayException
from ladderc.model.track import Track
from ladderc.wording.nearest import listed

BUILT_IN = ("public", "employees", "hr")


def rights_of(framework: Framework, audience: str) -> str:
    """Which of the three built-in audiences an audience sees like; UsageError where it is unknown."""
    if audience in BUILT_IN:
        return audience
    if audience in framework.audiences:
        return framework.audiences[audience].like
    known = listed((*BUILT_IN, *framework.audiences))
    raise UsageError(f"There is no audience `{audience}`.\nChoose {known}.")


def redact(framework: Framework, audience: str) -> Framework:
    """What the audience may see of the framework, still linked.

    Without the right to see pay every structure is taken out; employees lose later structures, equity and market.
    Drafts are for HR. Tracks and levels that name their audiences are shown to those and to HR.
    A family that loses a track or level here is ``partly_hidden``: parity over half a family would be a false claim.
    Where only levels of another family that its moves lead to or come from are hidden, its ways are (``hidden_ways``).
    """
    rights = rights_of(framework, audience)
    if rights == "hr":
        return framework
    tracks = {
        track.id: _shown_levels(track, audience)
        for track in framework.tracks.values()
        if _shown(track.status, track.visible_to, audience)
    }
    tracks = {name: track for name, track in tracks.items() if track.levels}
    levels = {level.key: level for track in tracks.values() for level in track.levels}
    tracks = {name: _without_hidden_moves(track, tracks, levels) for name, track in tracks.items()}
    levels = {level.key: _without_hidden_references(level, levels) for level in levels.values()}
    tracks = {
        name: track._replace(levels=tuple(levels[level.key] for level in track.levels))
        for name, track in tracks.items()
    }
    hidden = {
        family
        for track in framework.tracks.values()
        if track.id not in tracks or len(tracks[track.id].levels) < len(track.levels)
        for family in track.families
    }
    return framework._replace(
        tracks=tracks,
        levels=levels,
        graph=CareerGraph(
            tuple(step for step in framework.graph.steps if step.source in levels and step.target in levels),
            tuple(key for key in framework.graph.entries if key in levels),
        ),
        waivers=tuple(waiver for waiver in framework.waivers if _about_shown(waiver, tracks, levels)),
        pay_structures=(),
        pay=() if rights == "public" else tuple(_for_employees(pay, levels) for pay in framework.pay if not pay.later),
        doubtful_pay={} if rights == "public" else framework.doubtful_pay,
        partly_hidden=frozenset(hidden),
        hidden_ways=frozenset(_families_of_hidden_moves(framework, levels) - hidden),
        reasons_hidden=rights != "public",
    )


def _shown(status: str, visible_to: tuple[str, ...] | None, audience: str) -> bool:
    return status == "published" and (visible_to is None or audience in visible_to)


def _families_of_hidden_moves(framework: Framework, shown: Collection[str]) -> set[str]:
    """The families of the seen ends of declared moves whose other end is hidden; a branch is nobody's own way."""
    return {
        family
        for step in framework.graph.steps
        if step.move and (step.source in shown) != (step.target in shown)
        for end in (step.source, step.target)
        if end in shown
        for family in framework.tracks[framework.levels[end].track].families
    }


def _shown_levels(track: Track, audience: str) -> Track:
    levels = tuple(level for level in track.levels if _shown(level.status, level.visible_to, audience))
    return track._replace(levels=levels)


def _without_hidden_moves(track: Track, tracks: dict[str, Track], levels: dict[str, Level]) -> Track:
    return track._replace(
        moves=tuple(move for move in track.moves if move.source in levels and move.target in levels),
        branches=track.branches and tuple(key for key in track.branches if key in levels),
        counterpart=tuple(name for name in track.counterpart if name in tracks),
    )


def _without_hidden_references(level: Level, levels: dict[str, Level]) -> Level:
    builds_on = level.builds_on if level.builds_on in levels else None
    promotion = level.promotion
    if promotion:
        seen = tuple(need for need in promotion.requires if need.level is None or need.level in levels)
        promotion = promotion._replace(requires=seen)
    return level._replace(builds_on=builds_on, promotion=promotion)


def _about_shown(waiver: Waiver, tracks: dict[str, Track], levels: dict[str, Level]) -> bool:
    names = {name for level in levels.values() for name in (level.id, level.key)}
    return (waiver.track is None or waiver.track in tracks) and (waiver.level is None or waiver.level in names)


def _for_employees(pay: FamilyPay, levels: dict[str, Level]) -> FamilyPay:
    """The family's pay without equity, market figures and the reasons of exceptions, as written and as resolved."""
    bands = tuple(
        resolved._replace(
            band=_base_pay(resolved.band), exception=resolved.exception and _without_reason(resolved.exception)
        )
        for resolved in pay.bands
        if resolved.level in levels
    )
    structure = pay.structure._replace(
        policy_percentile=None,
        bands=tuple(_base_pay(band) for band in pay.structure.bands),
        exceptions=tuple(_without_reason(exception) for exception in pay.structure.exceptions),
    )
    return pay._replace(structure=structure, bands=bands, by_level={(one.level, one.zone): one for one in bands})


def _base_pay(band: Band) -> Band:
    return band._replace(equity=None, market=None)


def _without_reason(exception: PayException) -> PayException:
    return exception._replace(reason=None, because=None, band=_base_pay(exception.band))
