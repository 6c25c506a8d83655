"""Ids for tracks, levels, grades, families and dimensions, and the plan of a track that they make."""

from __future__ import annotations

from collections.abc import Sequence

from ladderc.edit.draft import DraftExpectation, DraftLevel, DraftTrack
from ladderc.edit.kinds import Guess
from ladderc.edit.ledger import Ledger, quoted
from ladderc.edit.options import folded
from ladderc.edit.plan import (
    PlanDimension,
    PlanExpectation,
    PlanFamily,
    PlanGrade,
    PlanLevel,
    PlanStatement,
    PlanTrack,
)
from ladderc.edit.slug import Ids, slug


class Naming:
    """Ids for everything, and which names had to change to become one."""

    def __init__(self, german: bool) -> None:
        self.german = german
        self.track_ids = Ids("track", german)
        self.changed: dict[str, str] = {}

    def grades(self, names: Sequence[str]) -> dict[str, PlanGrade]:
        """The grades by name, in the order given."""
        ids = Ids("grade", self.german, code=True)
        found = {name: ids.mint(name) for name in names}
        return {name: PlanGrade(id, None if id == name else name) for name, id in found.items()}

    def families(self, drafts: Sequence[DraftTrack]) -> dict[str, PlanFamily]:
        """The families by name, in the order of their first rows; ``all`` is none."""
        ids = Ids("family", self.german)
        names = dict.fromkeys(draft.family for draft in drafts if folded(draft.family) != "all")
        return {name: PlanFamily(ids.mint(name), name) for name in names}

    def dimensions(self, drafts: Sequence[DraftTrack]) -> dict[str, PlanDimension]:
        """The dimensions that levels speak to, by name, in the order of their first rows."""
        ids = Ids("dimension", self.german)
        asked = [
            (one.statements[0].row if one.statements else one.rating.rows[0], one.name)
            for draft in drafts
            for level in draft.levels.values()
            for one in level.expectations.values()
            if one.statements or one.rating.value is not None
        ]
        names = dict.fromkeys(name for _, name in sorted(asked))
        return {name: PlanDimension(ids.mint(name), name) for name in names}

    def track(
        self,
        draft: DraftTrack,
        rungs: dict[str, DraftLevel],
        grades: dict[str, PlanGrade],
        families: dict[str, PlanFamily],
        dimensions: dict[str, PlanDimension],
        guess: Guess,
    ) -> PlanTrack:
        """The track with its levels in rising order; ``rungs`` has them by the name of their grade."""
        ids = Ids("level", self.german, code=True)
        family = families.get(draft.family)
        return PlanTrack(
            id=self.track_ids.mint(draft.name, draft.family),
            name=draft.name,
            kind=guess.kind,
            guessed=guess.reason,
            word=guess.word,
            family=family.id if family else "all" if draft.family else None,
            levels=tuple(
                self._level(ids, rungs[grade], grades[grade].id, dimensions) for grade in grades if grade in rungs
            ),
        )

    def _level(self, ids: Ids, draft: DraftLevel, grade: str, dimensions: dict[str, PlanDimension]) -> PlanLevel:
        name = draft.called
        id = ids.mint(name)
        if id != name and name != draft.title.value:
            self.changed[name] = id
        return PlanLevel(
            id=id,
            grade=grade,
            title=draft.title.value or name,
            reports=draft.reports.value,
            expectations=tuple(
                self._expectation(one, dimensions[one.name].id)
                for one in draft.expectations.values()
                if one.name in dimensions
            ),
        )

    def _expectation(self, draft: DraftExpectation, dimension: str) -> PlanExpectation:
        statements = []
        for one in draft.statements:
            id = slug(one.id, self.german, code=True)
            if id != one.id:
                self.changed[one.id] = id
            statements.append(PlanStatement(one.text, id or None))
        return PlanExpectation(dimension, draft.rating.value, tuple(statements))

    def tell(self, ledger: Ledger) -> None:
        """The names that became other ids."""
        for name, id in self.changed.items():
            ledger.guess(f"The id {quoted(name)} became `{id}`.")
