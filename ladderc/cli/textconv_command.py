"""``ladderc textconv``: a file as facts, for git to compare."""

from __future__ import annotations

from pathlib import Path

import click

from ladderc.errors import UnreadableError


@click.command(
    "textconv",
    epilog="""\b
Examples:
  ladderc textconv tracks/specialist.yaml
  git config diff.ladderc.textconv "ladderc textconv"

How to switch it on is in docs/git-diff.md.""",
)
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Show FILE as facts, one a line, so that `git log -p` and `git diff` read as changes of levels.

    Git calls this for every state of a file. A file that cannot be read is shown as it is.
    Pay is shown: whoever can read the file can read it here.
    """
    from ladderc.report.outline.convert import convert  # help must not wait for it

    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"There is no file {file}.\nName a file of a framework.") from None
    except IsADirectoryError:
        raise UnreadableError(f"{file} is a folder.\nName one of its files.") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"The file {file} cannot be read: {error}.") from None
    click.echo(convert(content), nl=False)
