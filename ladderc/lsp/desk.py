"""What lies on the author's desk: the open texts, the frameworks that they belong to, and the last look at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pygls import uris

from ladderc.lsp.look import NOWHERE, Look
from ladderc.lsp.positions import Lines
from ladderc.sources.document import FileKind
from ladderc.sources.names import ENDINGS, is_ours, kind_of
from ladderc.sources.tree import find_root

_FRAMEWORK = tuple(f"framework{ending}" for ending in ENDINGS)


class Open(NamedTuple):
    """A text that is open: its address as the editor writes it, and the version that the editor gave it."""

    uri: str
    text: str
    version: int | None


class Spot(NamedTuple):
    """A file of a framework: ``file`` is relative to ``root``, with ``/``."""

    root: Path
    file: str

    @property
    def kind(self) -> FileKind | None:
        """What the file holds, or None if it is not read."""
        return kind_of(self.file)


class Desk:
    """The open texts by path, and the last look at each framework.

    ``units`` is what the editor counts columns in; ``can_show`` whether it opens a file when it is asked to.
    """

    def __init__(self) -> None:
        self._open: dict[Path, Open] = {}
        self.looks: dict[Path, Look] = {}
        self.units = "utf-16"
        self.can_show = False

    def put(self, uri: str, text: str, version: int | None) -> None:
        """Take a text that was opened or changed."""
        if path := path_of(uri):
            self._open[path] = Open(uri, text, version)

    def take(self, uri: str) -> None:
        """Put a closed text away."""
        if path := path_of(uri):
            self._open.pop(path, None)

    def spot(self, uri: str) -> Spot | None:
        """Where an address is in a framework; None outside of any, and for files that no framework reads."""
        path = path_of(uri)
        return None if path is None else self.spot_of(path)

    def spot_of(self, path: Path) -> Spot | None:
        """The same for a path."""
        # Asked anew each time: folders are renamed and framework.yaml comes and goes while an editor is open.
        is_framework = path.name in _FRAMEWORK and path in self._open
        root = path.parent if is_framework else find_root(path.parent)
        if root is None:
            return None
        file = path.relative_to(root).as_posix()
        return Spot(root, file) if is_ours(file) else None

    def roots(self) -> tuple[Path, ...]:
        """The frameworks that have a text open, in order of their paths."""
        return tuple(sorted({spot.root for path in self._open if (spot := self.spot_of(path))}))

    def written(self, root: Path) -> Mapping[str, Open]:
        """The open texts of a framework by file."""
        return dict(sorted(self._written(root)))

    def _written(self, root: Path) -> Iterator[tuple[str, Open]]:
        for path, one in self._open.items():
            if (spot := self.spot_of(path)) and spot.root == root:
                yield spot.file, one

    def open_at(self, spot: Spot) -> Open | None:
        """The open text of a file."""
        return self._open.get(spot.root / spot.file)

    def look_at(self, root: Path) -> Look:
        """The last look at a framework; an empty one before the first."""
        return self.looks.get(root, NOWHERE)

    def address(self, spot: Spot) -> str:
        """What the editor calls a file: as it did itself where the file is open."""
        one = self.open_at(spot)
        return one.uri if one else str(uris.from_fs_path(str(spot.root / spot.file)))

    def text(self, spot: Spot) -> str:
        """The text of a file: the open one, else that of the last look."""
        if one := self.open_at(spot):
            return one.text
        return self.look_at(spot.root).contents.get(spot.file, b"").decode("utf-8-sig", "replace")

    def lines(self, spot: Spot) -> Lines:
        """The lines of a file, in the editor's units."""
        return Lines(self.text(spot), self.units)

    def is_judged(self, spot: Spot) -> bool:
        """Whether the last look saw the text that is there now, so that its findings stand where they stood."""
        one = self.open_at(spot)
        seen = self.look_at(spot.root).contents.get(spot.file)
        return seen is not None and (one is None or as_bytes(one.text) == seen)


def as_bytes(text: str) -> bytes:
    """A text as it would be saved; half characters stay what they are, so that the reader refuses them."""
    return text.encode("utf-8", "surrogatepass")


def path_of(uri: str) -> Path | None:
    """The path of a file's address; None for texts that are no files, such as an unsaved new one."""
    try:
        path = uris.to_fs_path(uri)
    except ValueError:
        return None
    return Path(path) if path and "\0" not in path else None
