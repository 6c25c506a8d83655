"""The published states as one audience may know them: every state is redacted before any two are compared."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from ladderc.audience.change_words import at_level, said
from ladderc.audience.figures import figures
from ladderc.audience.names import Names
from ladderc.audience.past import seen_by
from ladderc.audience.redact import rights_of
from ladderc.audience.release_parts import parts
from ladderc.model.change import IMPACTS, Change, Wording
from ladderc.model.framework import Framework
from ladderc.review.history import Past, Step, steps
from ladderc.review.words import word_by_word
from ladderc.view.history import (
    ChangeGroup,
    ChangeView,
    ImpactCount,
    LevelChange,
    ReleasePart,
    ReleaseView,
    Reworded,
    WordPiece,
)
from ladderc.wording.change_texts import OTHER_SIDE, SIDES_OF_A_LEVEL
from ladderc.wording.numbers import day
from ladderc.wording.terms import IMPACT_NAMES

_FOR_HR = (
    "waiver-", "known-finding-", "rule-setting-", "freeze-", "framework-fact-", "release-",
    "audience-changed", "published", "withdrawn", "track-setting-changed",
)  # fmt: skip
"""How kinds begin that tell how the firm watches over its framework and who reads it; HR alone reads those."""


class History:
    """The releases for one audience, and what each changed at each level of today."""

    def __init__(
        self, shown: Framework, past: Sequence[Past], whole: Framework, audience: str, today: datetime.date
    ) -> None:
        """``shown`` is the framework as redacted for the audience, ``whole`` the same before anything was taken out."""
        names = self._names = Names(shown)
        self._today = today.isoformat()
        self._hr = rights_of(whole, audience) == "hr"
        due = [one for one in past if self._hr or one.release.date <= self._today]
        seen = [seen_by(one, whole, audience) for one in due]
        self._steps = [step if self._hr else _for_readers(step) for step in steps(seen, names.framework)]
        self._at: dict[str, list[tuple[Step, list[tuple[Change, str]]]]] = {}
        for step in self._steps:
            for key, changes in _by_level(step).items():
                self._at.setdefault(key, []).append((step, changes))

    def releases(self) -> tuple[ReleaseView, ...]:
        """Every release that the audience may know of, the newest first."""
        return tuple(self._release(step) for step in self._steps)

    def of_level(self, key: str) -> tuple[LevelChange, ...]:
        """What changed at a level of today, release by release."""
        return tuple(
            LevelChange(step.past.release.id, self._day(step), self._groups(step, changes))
            for step, changes in self._at.get(key, ())
        )

    def _release(self, step: Step) -> ReleaseView:
        release = step.past.release
        return ReleaseView(
            id=release.id,
            date=release.date,
            date_text=self._day(step),
            title=self._names.text(release.title),
            notes=self._names.text(release.notes),
            first=step.first,
            told=step.told or (step.first and step.after is not None),
            planned=release.date > self._today,
            untagged=self._hr and step.past.untagged and step.after is not None,
            parts=tuple(
                ReleasePart(
                    part.anchor, part.name, part.track, _counts(part.changes),
                    tuple(self._change(step, change) for change in part.changes),
                )
                for part in parts(step, self._names)
            ),
            counts=_counts(step.changes),
            number=len(step.changes),
        )  # fmt: skip

    def _groups(self, step: Step, changes: list[tuple[Change, str]]) -> tuple[ChangeGroup, ...]:
        found: dict[str, list[ChangeView]] = {name: [] for name, _ in SIDES_OF_A_LEVEL}
        for change, key in changes:
            found.setdefault(_side(change), []).append(self._change(step, change, key))
        return tuple(ChangeGroup(name, tuple(members)) for name, members in found.items() if members)

    def _change(self, step: Step, change: Change, here: str | None = None) -> ChangeView:
        """One change as a page prints it; ``here`` is the level on whose page, by its key in that release."""
        after = step.after
        assert after is not None, "what could not be compared has no changes"
        told = said(change, after)
        level = after.levels[here] if here else None
        reached = () if level else change.reaches
        return ChangeView(
            change.kind,
            at_level(told.message, level, after, change.kind) if level else told.message,
            change.impact,
            change.reason,
            tuple(_reworded(wording) for wording in told.wordings),
            figures(change, self._names.locale, level.grade if level else None) if self._hr else None,
            tuple(self._names.level(step.levels[key]) for key in reached if key in step.levels),
        )

    def _day(self, step: Step) -> str:
        return day(datetime.date.fromisoformat(step.past.release.date), self._names.locale)


def _for_readers(step: Step) -> Step:
    """The step without what only HR reads."""
    return step._replace(
        changes=tuple(one for one in step.changes if _for_all(one, step)),
        single=tuple(one for one in step.single if _for_all(one, step)),
    )


def _for_all(change: Change, step: Step) -> bool:
    if change.kind.startswith(_FOR_HR):
        return False
    if change.kind.startswith("family-"):  # one of whose tracks a reader sees none has no name for that reader
        family = change.subjects[0].family
        sides = [side for side in (step.before, step.after) if side and family in side.families]
        return change.thing.endswith(("/name", f"/{family}")) and any(side.tracks_of(str(family)) for side in sides)
    return True


def _by_level(step: Step) -> dict[str, list[tuple[Change, str]]]:
    """The changes that reach each level of today, each with the level's key in the release."""
    found: dict[str, list[tuple[Change, str]]] = {}
    for change in step.single:
        for key in change.reaches:
            if (now := step.levels.get(key)) and step.after and key in step.after.levels:
                found.setdefault(now, []).append((change, key))
    return found


def _side(change: Change) -> str:
    return next((name for name, begins in SIDES_OF_A_LEVEL if change.kind.startswith(begins)), OTHER_SIDE)


def _counts(changes: Iterable[Change]) -> tuple[ImpactCount, ...]:
    impacts = [change.impact for change in changes]
    return tuple(ImpactCount(impact, IMPACT_NAMES[impact], impacts.count(impact)) for impact in IMPACTS)


def _reworded(wording: Wording) -> Reworded:
    pieces = tuple(WordPiece(*piece) for piece in word_by_word(wording.before, wording.after))
    patchwork = any(piece.fate == "same" for piece in pieces)
    return Reworded(wording.language, wording.before, wording.after, pieces, patchwork)
