"""From a table to a plan: columns, rows, grades, kinds, ids and pay, in this order."""

from __future__ import annotations

from ladderc.edit.amounts import currency_in
from ladderc.edit.bands import Paid, figures, structures
from ladderc.edit.columns import PAY, Columns, match
from ladderc.edit.gather import gather
from ladderc.edit.ledger import Ledger
from ladderc.edit.naming import Naming
from ladderc.edit.options import ImportOptions
from ladderc.edit.plan import Plan
from ladderc.edit.ratings import settle
from ladderc.edit.spine import order
from ladderc.edit.table import Table
from ladderc.edit.track_kinds import track_kinds
from ladderc.errors import UsageError
from ladderc.wording.nearest import listed


def decide(table: Table, options: ImportOptions) -> Plan:
    """What framework the table describes; UsageError where only the person who knows the firm can tell."""
    ledger = Ledger()
    for guess in table.guesses:
        ledger.guess(guess)
    columns = match(table, options.columns, ledger)
    settle(table, columns, options.scale)
    _currency_known(table, columns, options)
    gathered = gather(table, columns, options, ledger)
    drafts = [track for track in gathered.tracks if track.levels]
    if not drafts:
        first = ledger.unplaced[0]
        raise UsageError(
            f"No row of {table.file} could be placed: {first.why} in row {first.row}.\n"
            "Look at `--map`, which says what each column holds."
        )
    ordered = order(drafts, options.grades, "grade" in columns.at, ledger)
    naming = Naming(options.locale.startswith("de"))
    grades = naming.grades(ordered.grades)
    families = naming.families(drafts) if gathered.has_families else {}
    dimensions = naming.dimensions(drafts)
    guesses = track_kinds(drafts, ordered, options.kinds)
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


def _from_file(file: str) -> str:
    stem = file.rsplit(".", 1)[0] or file
    words = stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or "Framework"
