"""One framework and its judgement, as one audience may know them: the View that every renderer gets."""

from __future__ import annotations

import datetime

from ladderc.audience.glossary import glossary
from ladderc.audience.history import History
from ladderc.audience.levels import level_view
from ladderc.audience.maps import family_map
from ladderc.audience.names import Names, in_order
from ladderc.audience.parity import parity, rule_text
from ladderc.audience.pay import PayLines, pay_tables
from ladderc.audience.redact import rights_of
from ladderc.model.framework import Framework
from ladderc.model.track import Track
from ladderc.rules.judgement import Judgement
from ladderc.view.level import LevelView, TrackView
from ladderc.view.view import View
from ladderc.wording.numbers import counted, day
from ladderc.wording.terms import AUDIENCES

VERSION = 1


def compile_view(
    framework: Framework, judgement: Judgement, audience: str, today: datetime.date, history: History | None = None
) -> View:
    """The View of a framework that was redacted for ``audience``, with the judgement made of the redacted one."""
    names = Names(framework)
    rights = rights_of(framework, audience)
    lines = PayLines(names) if rights != "public" else None
    families = [family for family in framework.families if framework.tracks_of(family)]
    tracks = tuple({track.id: track for name in families for track in in_order(framework.tracks_of(name))}.values())
    views = {level.key: level_view(names, level, lines) for track in tracks for level in track.levels}
    if history:
        views = {key: shown._replace(changed=history.of_level(key)) for key, shown in views.items()}
    card = parity(names, judgement, reasons=rights == "hr")
    return View(
        version=VERSION,
        audience=audience,
        audience_name=AUDIENCES.get(audience) or names.text(framework.audiences[audience].name),
        language=framework.locale.split("-")[0],
        locale=framework.locale,
        today=today.isoformat(),
        today_text=day(today, framework.locale),
        name=names.text(framework.name),
        summary=names.text(framework.summary),
        sentence=_sentence(framework),
        owner=framework.owner or "",
        sponsor=framework.sponsor or "",
        reviewed_text=_date(framework.reviewed, framework.locale),
        repository=framework.repository or "",
        grades=tuple(names.grade(grade.id) for grade in reversed(framework.grades)),
        families=tuple(family_map(names, family) for family in families),
        tracks=tuple(_track(names, track, views) for track in tracks),
        levels=tuple(views.values()),
        pay=pay_tables(names) if rights != "public" else None,
        parity=card,
        rules=tuple(rule_text(row.rule) for group in card.groups for row in group.rows),
        glossary=glossary(names),
        releases=history.releases() if history else (),
    )


def _track(names: Names, track: Track, views: dict[str, LevelView]) -> TrackView:
    levels = tuple(views[level.key] for level in track.levels)
    others = in_order(tuple(names.framework.tracks.values()))
    return TrackView(
        ref=names.track(track.id),
        families=tuple(names.family(family) for family in track.families),
        purpose=names.text(track.purpose),
        draft=track.status == "draft",
        levels=levels,
        rungs=tuple(level.ref for level in reversed(levels)),
        grades=tuple(names.grade(level.grade) for level in track.levels),
        neighbours=tuple(
            names.track(other.id)
            for other in others
            if other.id != track.id and set(other.families) & set(track.families)
        ),
    )


def _sentence(framework: Framework) -> str:
    """What there is, counted: ``9 tracks and 41 levels over 9 grades.``"""
    tracks, levels, grades = (
        counted(len(things), unit)
        for things, unit in ((framework.tracks, "tracks"), (framework.levels, "levels"), (framework.grades, "grades"))
    )
    return f"{tracks} and {levels} over {grades}."


def _date(iso: str | None, locale: str) -> str:
    """A date for a reader; what cannot be read is shown as it was written."""
    if iso is None:
        return ""
    try:
        return day(datetime.date.fromisoformat(iso), locale)
    except ValueError:
        return iso
