"""``ladderc comment``: a review as the one comment of the proposal that a build server is running for."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.errors import LaddercError, UnreadableError, UsageError

if TYPE_CHECKING:
    from ladderc.cli.forges.forge import Forge

_MARKER = re.compile(r"<!-- ladderc [!-~][ -~]* -->")
_QUIET = "Career framework: no changes"
"""How the heading of a review ends that has nothing to say."""

_NOT_COMPARED = """\
{}
### ❔ Career framework: not compared

The files as they are now could not be compared with the earlier ones; the log of the run says why.
What stood here before was said of an earlier state.
"""
_MOST_BYTES = 4_000_000


@click.command(
    "comment",
    epilog="""\b
Examples, in a run of GitHub Actions or GitLab CI:
  ladderc diff --format markdown --output review.md
  ladderc comment review.md

How to set it up is in docs/ci.md.""",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.directory
@click.option("--summary", is_flag=True, help="Write it to the summary of the run, and no comment.")
@click.option("--told", is_flag=True, help="The log has the review already: do not repeat it there.")
def command(file: Path, directory: Path | None, summary: bool, told: bool) -> None:
    """Put the review in FILE into the one comment of this run's pull request or merge request.

    The first run writes the comment, later ones bring it up to date.
    Where the run may not comment, the review goes to the summary of the run, or is told here.
    If there is no FILE, the framework in DIR could not be compared, and a comment that is there says so.
    Nothing of this makes a build fail: `ladderc diff` decides.

    \b
    Exit codes: 0 done or told why not, 2 wrong usage, 3 FILE cannot be read, 70 a bug in ladderc.
    """
    if not (_on_github() or _on_gitlab()):
        raise UsageError(
            "`ladderc comment` works in a run of GitHub Actions or GitLab CI, and this is none.\n"
            "To read a review here, type: ladderc diff"
        )
    text = _read(file)
    if text is None:
        click.echo(f"There is no file {file}, so `ladderc diff` made no review.")
        if not summary:
            _tell_missing(directory)
        return
    quiet = text.partition("\n")[2].partition("\n")[0].endswith(_QUIET)
    if not summary:
        from ladderc.cli.forges.forge import NotPostedError  # help must not wait for what speaks to a network

        try:
            _deliver(text, only_over=quiet)
        except NotPostedError as error:
            click.echo(error)
        else:
            return
    if quiet:
        click.echo("The review says that nothing changed, so it is not repeated here.")
    else:
        _fall_back(text, told=told)


def _deliver(text: str, *, only_over: bool) -> None:
    from ladderc.cli.forges.deliver import deliver  # see command()

    forge = _forge()
    sentences = {
        "made": f"Wrote a comment on {forge.proposal}.",
        "changed": f"Brought the comment on {forge.proposal} up to date.",
        "same": f"The comment on {forge.proposal} says this already.",
        "none": f"There is nothing to say, and no comment on {forge.proposal} that says otherwise.",
    }
    click.echo(sentences[deliver(forge, text, only_over=only_over)])


def _forge() -> Forge:
    if _on_github():
        from ladderc.cli.forges.github import github_of  # one of the two is needed

        return github_of(os.environ)
    from ladderc.cli.forges.gitlab import gitlab_of

    return gitlab_of(os.environ)


def _on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _on_gitlab() -> bool:
    return os.environ.get("GITLAB_CI") == "true"


def _read(file: Path) -> str | None:
    """The review; None where there is no such file."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        text = content.decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableError(f"{file} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise _no_review(file) from None
    if len(content) > _MOST_BYTES or not _MARKER.fullmatch(text.partition("\n")[0].rstrip()):
        raise _no_review(file)
    return text


def _no_review(file: Path) -> UsageError:
    return UsageError(
        f"{file} is no review that `ladderc diff` wrote, for its first line does not say so.\n"
        f"Write it first: ladderc diff --format markdown --output {file}"
    )


def _tell_missing(directory: Path | None) -> None:
    """No review was made, so that an older one must not go on speaking for what is there now."""
    from ladderc.cli.forges.forge import NotPostedError  # see command()
    from ladderc.cli.paths import from_repository
    from ladderc.report.changes.markdown import marker

    try:
        text = _NOT_COMPARED.format(marker(from_repository(options.framework_root(directory))))
        _deliver(text, only_over=True)
    except NotPostedError as error:
        click.echo(error)
    except LaddercError:
        click.echo("Which comment spoke of this framework is open, for there is no framework here.")


def _fall_back(text: str, *, told: bool) -> None:
    """To the summary of the run where there is one, else to its log."""
    from ladderc.cli.forges.summary import add_to_summary  # only where no comment was made
    from ladderc.report.log_text import for_log
    from ladderc.wording.printable import printable

    path = os.environ.get("GITHUB_STEP_SUMMARY") if _on_github() else None
    if path and add_to_summary(Path(path), text):
        click.echo("The review stands in the summary of this run.")
        return
    if told:
        click.echo("The review stands above in this log.")
        return
    click.echo(f"The review follows here.\n\n{for_log(printable(text))}")
