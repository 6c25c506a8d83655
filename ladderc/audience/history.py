"""The published states as one audience may know them: every state is redacted before any two are compared."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ladderc.audience.names import Names
from ladderc.audience.redact import redact, rights_of
from ladderc.model.change import IMPACTS, Change
from ladderc.model.framework import Framework
from ladderc.review.history import Past, Step, steps
from ladderc.review.words import word_by_word
from ladderc.view.history import ChangeView, ImpactGroup, LevelChange, ReleaseView, Reworded, WordPiece
from ladderc.wording.numbers import day
from ladderc.wording.terms import IMPACT_NAMES

_OURS = ("waiver-", "known-finding-", "rule-setting-", "freeze-", "framework-fact-", "release-")
"""How kinds begin that tell how the firm watches over its framework; HR alone reads those."""


class History:
    """The releases for one audience, and what each changed at each level of today."""

    def __init__(self, shown: Framework, past: Sequence[Past], whole: Framework, audience: str) -> None:
        """``shown`` is the framework as redacted for the audience, ``whole`` the same before anything was taken out."""
        names = self._names = Names(shown)
        every = rights_of(whole, audience) == "hr"
        seen = [_redacted(one, whole, audience) for one in past]
        self._steps = [
            step._replace(changes=tuple(one for one in step.changes if every or not one.kind.startswith(_OURS)))
            for step in steps(seen, names.framework)
        ]

    def releases(self) -> tuple[ReleaseView, ...]:
        """Every release, the newest first."""
        return tuple(self._release(step) for step in self._steps)

    def of_level(self, key: str) -> tuple[LevelChange, ...]:
        """What changed at a level of today, release by release."""
        found = []
        for step in self._steps:
            changes = [one for one in step.changes if any(step.today.get(reached) == key for reached in one.reaches)]
            if changes:
                shown = tuple(self._change(step, one) for one in changes)
                found.append(LevelChange(step.release.id, self._day(step), shown))
        return tuple(found)

    def _release(self, step: Step) -> ReleaseView:
        release = step.release
        groups = tuple(
            ImpactGroup(impact, IMPACT_NAMES[impact], tuple(self._change(step, one) for one in members))
            for impact in IMPACTS
            if (members := [one for one in step.changes if one.impact == impact])
        )
        return ReleaseView(
            id=release.id,
            date=release.date,
            date_text=self._day(step),
            title=self._names.text(release.title),
            notes=self._names.text(release.notes),
            first=step.first,
            missing=step.missing,
            groups=groups,
            count=len(step.changes),
        )

    def _change(self, step: Step, change: Change) -> ChangeView:
        keys = (step.today.get(key) for key in change.reaches)
        return ChangeView(
            change.kind,
            change.message,
            change.impact,
            change.reason,
            tuple(
                Reworded(
                    one.before, one.after, tuple(WordPiece(*piece) for piece in word_by_word(one.before, one.after))
                )
                for one in change.wordings
            ),
            tuple(self._names.level(key) for key in keys if key),
        )

    def _day(self, step: Step) -> str:
        return day(datetime.date.fromisoformat(step.release.date), self._names.locale)


def _redacted(past: Past, whole: Framework, audience: str) -> Past:
    """The state without what the audience might not see then, and without what it may not see of it today."""
    framework = past.framework
    if framework is None:
        return past
    tracks = {}
    for track in framework.tracks.values():
        today = whole.tracks.get(track.id)
        if today:
            track = track._replace(status=today.status, visible_to=_stricter(track.visible_to, today.visible_to))
        levels = []
        for level in track.levels:
            now = whole.levels.get(level.key)
            if now:
                level = level._replace(status=now.status, visible_to=_stricter(level.visible_to, now.visible_to))
            levels.append(level)
        tracks[track.id] = track._replace(levels=tuple(levels))
    every = {level.key: level for track in tracks.values() for level in track.levels}
    framework = framework._replace(tracks=tracks, levels=every, audiences=whole.audiences)
    return past._replace(framework=redact(framework, audience))


def _stricter(then: tuple[str, ...] | None, now: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The readers who may see a thing by both lists; None is everybody."""
    if then is None or now is None:
        return now if then is None else then
    return tuple(reader for reader in then if reader in now)
