"""From a table to a plan: columns, rows, grades, kinds, ids and pay, in this order."""

from __future__ import annotations

from collections.abc import Sequence

from ladderc.edit.amounts import currency_in
from ladderc.edit.bands import Paid, figures, structures
from ladderc.edit.columns import PAY, Columns, match
from ladderc.edit.draft import DraftExpectation, DraftLevel, DraftTrack
from ladderc.edit.gather import gather
from ladderc.edit.kinds import KINDS, Guess, Ladder, kind_named, kinds_standing
from ladderc.edit.ledger import Ledger, quoted
from ladderc.edit.options import ImportOptions, folded
from ladderc.edit.plan import (
    Plan,
    PlanDimension,
    PlanExpectation,
    PlanFamily,
    PlanGrade,
    PlanLevel,
    PlanStatement,
    PlanTrack,
)
from ladderc.edit.ratings import settle
from ladderc.edit.slug import Ids, slug
from ladderc.edit.spine import Ordered, order
from ladderc.edit.table import Table
from ladderc.errors import UsageError
from ladderc.model.kinds import TrackKind
from ladderc.wording.nearest import listed, nearest


def decide(table: Table, options: ImportOptions) -> Plan:
    """What framework the table describes; UsageError where only the person who knows the firm can tell."""
    ledger = Ledger()
    for guess in table.guesses:
        ledger.guess(guess)
    columns = match(table, options.columns, ledger)
    settle(table, columns, options.scale)
    _currency_known(table, columns, options)
    gathered = gather(table, columns, options, ledger)
    if not gathered.tracks:
        first = ledger.unplaced[0]
        raise UsageError(
            f"No row of {table.file} could be placed: {first.why} in row {first.row}.\n"
            "Look at `--map`, which says what each column holds."
        )
    drafts = [track for track in gathered.tracks if track.levels]
    ordered = order(drafts, options.grades, "grade" in columns.at, ledger)
    naming = _Naming(options.locale.startswith("de"))
    grades = naming.grades(ordered.grades)
    families = naming.families(drafts) if gathered.has_families else {}
    dimensions = naming.dimensions(drafts)
    guesses = _kinds(drafts, ordered, options.kinds)
    tracks = tuple(
        naming.track(draft, rungs, grades, families, dimensions, guess)
        for draft, rungs, guess in zip(drafts, ordered.rungs, guesses, strict=True)
    )
    paid = [
        Paid(track.family, track.id, grades[grade].id, figures(rungs[grade], ledger))
        for track, rungs in zip(tracks, ordered.rungs, strict=True)
        for grade in ordered.grades
        if grade in rungs
    ]
    naming.tell(ledger)
    return Plan(
        table=table.file,
        rows=len(table.rows),
        name=options.name or _from_file(table.file),
        name_guessed=options.name is None,
        locale=options.locale,
        spine_assumed=ordered.assumed,
        grades=tuple(grades[grade] for grade in ordered.grades),
        families=tuple(families.values()),
        dimensions=tuple(dimensions.values()),
        scale=options.scale if "rating" in columns.at else (),
        tracks=tracks,
        pay=structures(paid, [grades[grade].id for grade in ordered.grades], ledger),
        currency=options.currency or "",
        period=options.period,
        effective=options.effective,
        columns=tuple((name, field) for field, name in columns.names.items()),
        left_out=columns.left_out,
        guesses=tuple(ledger.guesses),
        unplaced=tuple(sorted(ledger.unplaced, key=lambda one: one.row)),
    )


def _currency_known(table: Table, columns: Columns, options: ImportOptions) -> None:
    if options.currency:
        return
    cells = [(field, cell) for field in PAY for row in table.rows if (cell := columns.cell(row, field)) != ""]
    if not cells:
        return
    named = list(dict.fromkeys(columns.names[field] for field, _ in cells))
    seen = next((found for _, cell in cells if (found := currency_in(cell))), None)
    verb = "holds pay" if len(named) == 1 else "hold pay"
    noun = "The column" if len(named) == 1 else "The columns"
    hint = f"--currency {seen}" if seen else "for example --currency EUR"
    raise UsageError(f"{noun} {listed(named, last='and')} {verb}, and nothing says in which currency.\nAdd {hint}")


def _kinds(drafts: Sequence[DraftTrack], ordered: Ordered, said: Sequence[tuple[str, str]]) -> list[Guess]:
    """The kind of each track, and why where it is a guess (``""`` where it is not)."""
    chosen: dict[str, TrackKind] = {}
    names = {folded(draft.name): draft.name for draft in drafts}
    for name, kind in said:
        if folded(name) not in names:
            near = nearest(name, names.values())
            mend = f"Write `{near}`." if near else f"The tracks are {listed(tuple(names.values()), 30, 'and')}."
            raise UsageError(f"`--kind` names the track `{name}`, which no row has.\n{mend}")
        found = next((one for one in KINDS if one == folded(kind).replace(" ", "-")), None)
        if found is None:
            near = nearest(kind, KINDS)
            mend = f'Write `--kind "{name}={near}"`.' if near else f"Choose {listed(KINDS)}."
            raise UsageError(f"`{kind}` is no kind of track.\n{mend}")
        chosen[folded(name)] = found
    ladders = []
    for draft, rungs in zip(drafts, ordered.rungs, strict=True):
        ranks = [ordered.grades.index(grade) for grade in rungs]
        written = chosen.get(folded(draft.name)) or draft.kind.value
        known = Guess(next(one for one in KINDS if one == written), "") if written else kind_named(draft.name)
        ladders.append(Ladder(folded(draft.family), min(ranks), max(ranks), known))
    return list(kinds_standing(ladders))


class _Naming:
    """Ids for everything, and which names had to change to become one."""

    def __init__(self, german: bool) -> None:
        self.german = german
        self.track_ids = Ids("track", german)
        self.changed: dict[str, str] = {}

    def grades(self, names: Sequence[str]) -> dict[str, PlanGrade]:
        ids = Ids("grade", self.german, code=True)
        found = {name: ids.mint(name) for name in names}
        return {name: PlanGrade(id, None if id == name else name) for name, id in found.items()}

    def families(self, drafts: Sequence[DraftTrack]) -> dict[str, PlanFamily]:
        ids = Ids("family", self.german)
        names = dict.fromkeys(draft.family for draft in drafts if folded(draft.family) != "all")
        return {name: PlanFamily(ids.mint(name), name) for name in names}

    def dimensions(self, drafts: Sequence[DraftTrack]) -> dict[str, PlanDimension]:
        ids = Ids("dimension", self.german)
        asked = [
            (one.statements[0].row if one.statements else one.rating.row, one.name)
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
        ids = Ids("level", self.german, code=True)
        family = families.get(draft.family)
        return PlanTrack(
            id=self.track_ids.mint(draft.name, draft.family),
            name=draft.name,
            kind=guess.kind,
            guessed=guess.why or None,
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
                self.changed[one.id] = id or "nothing, for it has no plain letter"
            statements.append(PlanStatement(one.text, id or None))
        return PlanExpectation(dimension, draft.rating.value, tuple(statements))

    def tell(self, ledger: Ledger) -> None:
        """The names that became other ids."""
        for name, id in self.changed.items():
            ledger.guess(f"The id {quoted(name)} became `{id}`.")


def _from_file(file: str) -> str:
    stem = file.rsplit(".", 1)[0] or file
    words = stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or "Framework"
