"""``ladderc new``: one more track, level, grade or move, in the right file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ladderc.cli.adding import add
from ladderc.cli.completing import family_names, grade_names, level_names
from ladderc.errors import UsageError

if TYPE_CHECKING:
    from ladderc.edit.addition import Addition
    from ladderc.model.framework import Framework
    from ladderc.model.kinds import MoveKind, MovePay, TrackKind
    from ladderc.pipeline import Checked

_KINDS = ("specialist", "project-leadership", "influence-innovation", "people-leadership", "common")


@click.group(
    "new",
    epilog="""\b
Examples:
  ladderc new grade G7 --after G6 --name Distinguished
  ladderc new level specialist/S7 --grade G7 --title "Distinguished Specialist"
  ladderc new move specialist/S4 people-leadership/M4 --kind lateral --pay protected
  ladderc new track research --kind specialist --name Research""",
)
def command() -> None:
    """Add one track, level, grade or move in the right file, and leave every other character as it is.

    Nothing is ever written over; what would not read back as meant is not written at all.
    """


def _inside(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--dir", "directory", type=click.Path(path_type=Path), default=None, metavar="DIR",
        help="The framework. Default: the one at or above the current folder.",
    )(function)  # fmt: skip


@command.command(
    "level",
    short_help="Add a level to a track, at its place by grade.",
    epilog='Example: ladderc new level specialist/S7 --grade G7 --title "Distinguished Specialist"',
)
@click.argument("level", metavar="TRACK/LEVEL")
@click.option("--grade", required=True, shell_complete=grade_names, help="The grade at which it stands.")
@click.option("--title", required=True, help="The title that people carry.")
@_inside
def level_command(level: str, grade: str, title: str, directory: Path | None) -> None:
    """Add a level to a track, at its place by grade, with an outline of what it has to say."""

    def make(framework: Framework, checked: Checked) -> Addition:
        from ladderc.edit.new_level import new_level  # brings ruamel.yaml, which a refusal does not need

        return new_level(framework, checked.reading.contents, level, grade, _line(title, "--title"))

    add(directory, make)


@command.command(
    "track",
    short_help="Add a track in a file of its own, as a draft.",
    epilog="Example: ladderc new track research --kind specialist --name Research",
)
@click.argument("track", metavar="ID")
@click.option("--kind", required=True, type=click.Choice(_KINDS), help="What kind of ladder it is.")
@click.option("--name", required=True, help="What people call it.")
@click.option(
    "--family",
    "families",
    multiple=True,
    metavar="ID",
    shell_complete=family_names,
    help="Its family; all for every one. May be given again.",
)
@click.option(
    "--grade",
    "grades",
    multiple=True,
    metavar="ID",
    shell_complete=grade_names,
    help="A grade with a level. May be given again.",
)
@_inside
def track_command(
    track: str, kind: TrackKind, name: str, families: tuple[str, ...], grades: tuple[str, ...], directory: Path | None
) -> None:
    """Add a track in a file of its own, as a draft.

    Without --grade it has a level at each grade at which the family's people leadership has one,
    so that it begins as an equal.
    """

    def make(framework: Framework, checked: Checked) -> Addition:
        from ladderc.edit.new_track import new_track  # brings ruamel.yaml, which a refusal does not need

        return new_track(framework, checked.reading.contents, track, kind, families, _line(name, "--name"), grades)

    add(directory, make)


@command.command(
    "grade",
    short_help="Add a grade to the spine, and say what has to follow.",
    epilog="Example: ladderc new grade G7 --after G6 --name Distinguished",
)
@click.argument("grade", metavar="ID")
@click.option(
    "--after",
    default=None,
    metavar="GRADE",
    shell_complete=grade_names,
    help="The grade right below it. Default: the highest.",
)
@click.option("--name", default=None, help="What people call it.")
@click.option("--scope", default=None, help="How far the work of this grade reaches, in a sentence.")
@_inside
def grade_command(grade: str, after: str | None, name: str | None, scope: str | None, directory: Path | None) -> None:
    """Add a grade to the spine; says which bands and levels have to follow."""

    def make(framework: Framework, checked: Checked) -> Addition:
        from ladderc.edit.new_grade import new_grade  # brings ruamel.yaml, which a refusal does not need

        named = _line(name, "--name") if name is not None else None
        reaching = _line(scope, "--scope") if scope is not None else None
        return new_grade(framework, checked.reading.contents, grade, after, named, reaching)

    add(directory, make)


@command.command(
    "move",
    short_help="Add a step between two levels, and say whether there is a way back.",
    epilog="Example: ladderc new move specialist/S4 people-leadership/M4 --kind lateral --pay protected",
)
@click.argument("source", metavar="FROM", shell_complete=level_names)
@click.argument("target", metavar="TO", shell_complete=level_names)
@click.option(
    "--kind", required=True, type=click.Choice(["lateral", "return", "promotion"]), help="Across, back or up."
)
@click.option(
    "--pay", type=click.Choice(["protected", "band", "negotiated"]), default=None, help="What becomes of pay."
)
@click.option("--trial-months", type=click.IntRange(min=0), default=None, help="For how long one may try.")
@click.option("--note", default=None, help="A sentence for those who think about it.")
@_inside
def move_command(
    source: str,
    target: str,
    kind: MoveKind,
    pay: MovePay | None,
    trial_months: int | None,
    note: str | None,
    directory: Path | None,
) -> None:
    """Add a step FROM a level TO another, both written as track/level; says whether there is a way back."""

    def make(framework: Framework, checked: Checked) -> Addition:
        from ladderc.edit.new_move import new_move  # brings ruamel.yaml, which a refusal does not need

        said = _line(note, "--note") if note is not None else None
        return new_move(framework, checked.reading.contents, source, target, kind, pay, trial_months, said)

    add(directory, make)


def _line(written: str, option: str) -> str:
    text = " ".join(written.split())
    if not text:
        raise UsageError(f"`{option}` is empty.\nWrite the text behind it, in quotes.")
    return text
