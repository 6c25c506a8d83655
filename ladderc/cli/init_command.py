"""``ladderc init``: a new framework to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.errors import UsageError

if TYPE_CHECKING:
    from ladderc.edit.new_framework import Host

_HOSTS: dict[str, tuple[Host, ...]] = {
    "github": ("github",),
    "gitlab": ("gitlab",),
    "both": ("github", "gitlab"),
    "none": (),
}
_LONGEST_NAME = 200


@click.command(
    "init",
    epilog="""\b
Examples:
  ladderc init ladders
  ladderc init ladders --name "Meridian" --currency GBP --locale en-GB --ci github""",
)
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path), default=Path())
@click.option("--name", default="Your firm", show_default=True, help="The firm's name, as people should read it.")
@click.option(
    "--ci",
    type=click.Choice(list(_HOSTS)),
    default="both",
    show_default=True,
    help="For which server to write the files that check every proposal and name the code owners.",
)
@click.option("--locale", default="en", show_default=True, help="The language and country of your texts.")
@click.option("--currency", default="EUR", show_default=True, metavar="CODE", help="The currency of the pay bands.")
@options.today
def command(directory: Path, name: str, ci: str, locale: str, currency: str, today: str | None) -> None:
    """Begin a new framework in DIR: four tracks of equal standing and a common stem, with remarks that teach.

    Every text and figure is an example, complete enough to pass the check, and there to be replaced.
    DIR is a folder that does not exist yet, or is empty; without DIR it is the current folder.
    Nothing is asked, and nothing is ever written over.

    \b
    Exit codes: 0 written, 2 wrong usage, 3 the disk refused, 70 a bug in ladderc.
    """
    from ladderc.edit.new_framework import Wishes, new_framework  # help must not wait for it

    wishes = Wishes(
        _name(name),
        options.locale_written(locale),
        options.currency_written(currency),
        _HOSTS[ci],
        options.the_day(today),
    )
    above = _repository_above(directory)
    files = new_framework(directory, wishes)
    click.echo("\n".join(_told(directory, files, wishes.locale, above if wishes.hosts else None)))


def _name(written: str) -> str:
    name = " ".join(written.split())
    if not name or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise UsageError('`--name` needs the name of the firm, on one line.\nWrite it as --name "Meridian"')
    return name


def _repository_above(directory: Path) -> Path | None:
    """The git repository inside which ``directory`` lies without being its top, or None."""
    here = directory.resolve()  # `../ladders` typed inside a repository leads out of it
    if (here / ".git").exists():
        return None
    return next((folder for folder in here.parents if (folder / ".git").exists()), None)


def _told(directory: Path, files: tuple[str, ...], locale: str, above: Path | None) -> list[str]:
    where = "this folder" if directory == Path() else str(directory)
    lines = [f"Wrote a framework of four tracks and a common stem into {where}:", *(f"  {file}" for file in files)]
    lines += ["  .ladderc/schema/ (for editors)", "", "Every text and figure in it is an example to be replaced."]
    if not locale.startswith("en"):
        lines += [
            f"The example texts are English; ladderc has none for `{locale}`.",
            f"`locale: {locale}` is written all the same, so your own texts will be judged in their language.",
        ]
    if above:
        lines += [
            f"It lies inside the repository {above.name}, and servers read their files only at a repository's top.",
            "Move .github, .gitlab and .gitlab-ci.yml there, and write this folder behind `LADDERS:` in them.",
        ]
    quoted = f'"{directory}"' if " " in str(directory) else str(directory)
    into = [] if directory == Path() else [f"cd {quoted}"]
    last = ["ladderc explain ceiling-parity"] if directory == Path() else []
    return [*lines, "", "Next, type:", *(f"  {line}" for line in [*into, "ladderc check", "ladderc serve", *last])]
