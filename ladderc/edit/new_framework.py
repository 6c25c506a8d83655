"""The files of a new framework: an example that is complete, passes every check, and is there to be replaced."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from importlib.metadata import version
from os.path import relpath
from pathlib import Path
from typing import Literal, NamedTuple

from ladderc import resources
from ladderc.edit.settle_in import settle
from ladderc.errors import UnreadableError, UsageError
from ladderc.sources.tree import find_root

Host = Literal["github", "gitlab"]

_FILES = (
    "framework.yaml",
    "tracks/common.yaml",
    "tracks/specialist.yaml",
    "tracks/project-leadership.yaml",
    "tracks/influence-innovation.yaml",
    "tracks/people-leadership.yaml",
)
_AFTER_PAY = (
    ("waivers.yaml", "waivers.yaml"),
    ("README.md", "README.md"),
    (".gitignore", "gitignore"),
    (".gitattributes", "gitattributes"),
)
_HOSTED: Mapping[Host, tuple[tuple[str, str], ...]] = {
    "github": ((".github/workflows/ladders.yml", "ci/github.yml"), (".github/CODEOWNERS", "ci/CODEOWNERS")),
    "gitlab": ((".gitlab-ci.yml", "ci/gitlab.yml"), (".gitlab/CODEOWNERS", "ci/CODEOWNERS")),
}
_SHOWN = 5


class Wishes(NamedTuple):
    """What the user said of the new framework; ``hosts`` are those for which files of their own are written."""

    name: str
    locale: str
    currency: str
    hosts: tuple[Host, ...]
    today: datetime.date


def new_framework(target: Path, wishes: Wishes) -> tuple[str, ...]:
    """Write a new framework into ``target``, whole or not at all, and return its files but the schemas.

    ``target`` may be a new folder, an empty one, or one that holds nothing but an empty repository (``.git``).
    UsageError where it holds anything else, UnreadableError where the disk refuses.
    """
    _refuse_taken(target)
    files = _files(wishes)
    settle(target, files, _refuse_taken, "Nothing was written.")
    return tuple(files)


def _files(wishes: Wishes) -> Mapping[str, str]:
    sources = [(name, name) for name in _FILES]
    sources += [(f"pay/{wishes.today.year}.yaml", "pay/bands.yaml"), *_AFTER_PAY]
    sources += [pair for host in wishes.hosts for pair in _HOSTED[host]]
    texts = resources.new_framework()
    return {path: _filled(texts / source, path, wishes) for path, source in sources}


def _filled(source: Path, path: str, wishes: Wishes) -> str:
    """The text of one file; the marks are ours, so that nothing that the user typed is read as one."""
    from ladderc.edit.yaml_text import dump  # ruamel.yaml takes 100 ms to import, and is of no use to a refusal

    in_yaml = path.endswith(".yaml")
    name = dump({"name": wishes.name}, ()).removeprefix("name:").strip() if in_yaml else _in_markdown(wishes.name)
    values = {
        "today": wishes.today.isoformat(),
        "year": str(wishes.today.year),
        "locale": wishes.locale,
        "currency": wishes.currency,
        "version": version("ladderc"),
        "name": name,
    }
    parts = source.read_text(encoding="utf-8").split("@@")
    return "".join(values[part] if index % 2 else part for index, part in enumerate(parts))


def _in_markdown(name: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|!" else letter for letter in name)


def _refuse_taken(target: Path) -> None:
    try:
        if not target.is_dir():
            if target.exists() or target.is_symlink():
                raise UsageError(f"{target} is a file.\nName a folder that does not exist yet: ladderc init ladders")
            _refuse_inside(target)
            return
        names = sorted(path.name for path in target.iterdir() if path.name != ".git")
    except OSError as error:
        raise UnreadableError(f"{target} cannot be read: {error.strerror or error}.\nNothing was written.") from error
    if not names:
        _refuse_inside(target)
        return
    here = "This folder" if target == Path() else str(target)
    if "framework.yaml" in names:
        check = "ladderc check" if target == Path() else f"ladderc check {target}"
        raise UsageError(f"{here} holds a framework already, and `init` never writes over anything.\nCheck it: {check}")
    from ladderc.wording.nearest import listed  # only for a refusal

    raise UsageError(
        f"{here} holds {listed(names, _SHOWN, 'and')} already, and `init` never writes over anything.\n"
        f"Name a folder that does not exist yet: ladderc init {target / 'ladders'}"
    )


def _refuse_inside(target: Path) -> None:
    """A framework inside another would be read as part of neither."""
    outer = find_root(target)
    if outer is not None:
        raise UsageError(
            f"{'This folder' if target == Path() else target} lies inside the framework {outer.name}.\n"
            f"Name a folder outside: ladderc init {Path(relpath(outer.parent)) / 'ladders'}"
        )
