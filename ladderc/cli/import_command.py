"""``ladderc import``: a framework made of a table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.errors import UsageError

if TYPE_CHECKING:
    from ladderc.edit.plan import Plan
    from ladderc.model.kinds import Period


@click.command(
    "import",
    epilog="""\b
Examples:
  ladderc import grades.csv --out frameworks/ours --map "Career Track=track" --map "Min Salary=min" --currency EUR
  ladderc import ladders.xlsx --sheet Engineering --out ours --map "Skill=dimension" --scale "Learning,Able,Expert"
  ladderc import grades.csv --out ours --kind "Technical Leader=specialist" --grades "IC1,IC2,IC3,M1,M2"

\b
Our columns, any of which may be missing:
  track kind family level grade title dimension statement statement_id rating reports min midpoint max""",
)
@click.argument("table", metavar="TABLE", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The new folder to write the framework into."
)
@click.option(
    "--map", "pairs", multiple=True, metavar='"THEIRS=OURS"', help="What a column holds; nothing after = leaves it out."
)
@click.option("--sheet", default=None, help="The sheet of a spreadsheet, by name or number. Default: the first.")
@click.option(
    "--kind", "kinds", multiple=True, metavar='"TRACK=KIND"', help="The kind of a track, in place of a guess."
)
@click.option(
    "--grades", default="", metavar='"A,B,…"', help="All grades, the lowest first, in place of merging the tracks."
)
@click.option("--scale", default="", metavar='"A,B,…"', help="The words of the ratings, the lowest first.")
@click.option("--currency", default=None, metavar="CODE", help="The currency of the pay columns, such as EUR.")
@click.option(
    "--period",
    type=click.Choice(["year", "month", "hour"]),
    default="year",
    show_default=True,
    help="What the pay is for.",
)
@click.option(
    "--effective", default=None, metavar="YYYY-MM-DD", help="The day from which the pay holds. Default: today."
)
@click.option("--name", default=None, help="The firm's name. Default: the name of the table's file.")
@click.option(
    "--locale", default="en", show_default=True, help="The language and country of the texts, such as de or en-GB."
)
@options.today
def command(
    table: Path,
    out: Path,
    pairs: tuple[str, ...],
    sheet: str | None,
    kinds: tuple[str, ...],
    grades: str,
    scale: str,
    currency: str | None,
    period: Period,
    effective: str | None,
    name: str | None,
    locale: str,
    today: str | None,
) -> None:
    """Make a framework of a TABLE that you have: CSV, XLSX or ODS, one row a level or one row a statement.

    Nothing is lost in silence: what was guessed, and each row that could not be placed, is listed.
    The folder named by --out must not exist yet, or be empty.

    \b
    Exit codes: 0 imported, 2 wrong usage, 3 a file cannot be read or written, 70 a bug in ladderc.
    """
    from ladderc.edit.import_table import import_table  # after the options are read: help must not wait for it
    from ladderc.edit.options import ImportOptions

    chosen = ImportOptions(
        effective=options.day_written(effective, "--effective", "2027-01-01") if effective else options.the_day(today),
        columns=tuple(_pair(pair, "--map", "Their column=track") for pair in pairs),
        kinds=tuple(_pair(pair, "--kind", "Technical Leader=specialist") for pair in kinds),
        grades=_list(grades),
        scale=_list(scale),
        currency=options.currency_written(currency) if currency is not None else None,
        period=period,
        name=name.strip() if name and name.strip() else None,
        locale=options.locale_written(locale),
    )
    click.echo("\n".join(_told(import_table(table, out, chosen, sheet), out)))


def _told(plan: Plan, out: Path) -> list[str]:
    from ladderc.edit.told import arrived, guessed, lost_rows, unplaced
    from ladderc.wording.printable import printable

    lines = [f"Imported {plan.table} into {out}", *(f"  {line}" for line in arrived(plan)), "", "Columns"]
    lines += [f"  {theirs} → {ours}" for theirs, ours in plan.columns]
    lines += [f"  {name} → left out" for name in plan.left_out]
    if guesses := guessed(plan):
        lines += ["", "Guessed: please check", *(f"  {guess}" for guess in guesses)]
    if lost := unplaced(plan):
        number = lost_rows(plan.unplaced)
        lines += ["", f"Could not be placed: {number} of {plan.rows} rows as a whole", *(f"  {line}" for line in lost)]
    else:
        lines += ["", f"All {plan.rows} rows were placed." if plan.rows > 1 else "The row was placed."]
    where = f'"{out}"' if " " in str(out) else out
    return [printable(line) for line in (*lines, "", f"Next: ladderc check {where}")]


def _pair(written: str, option: str, example: str) -> tuple[str, str]:
    left, sign, right = written.rpartition("=")
    if not sign or not left.strip() or (option == "--kind" and not right.strip()):
        raise UsageError(f'`{option} "{written}"` does not say what is what.\nWrite it as {option} "{example}"')
    return left.strip(), right.strip()


def _list(written: str) -> tuple[str, ...]:
    """Names between commas; one that holds a comma stands in quotes."""
    if not written.strip():
        return ()
    return tuple(word.strip() for word in next(csv.reader([written], skipinitialspace=True)) if word.strip())
