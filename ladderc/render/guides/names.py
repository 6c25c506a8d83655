"""What the guides' files are called, so that a page can link to them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.view.view import View

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")

FOLDER = "guides"


class GuideNames(NamedTuple):
    """File names without paper and ending, by level key (``track/level``) and by track id."""

    levels: dict[str, str]
    tracks: dict[str, str]

    def level(self, key: str, paper: Paper) -> str:
        """The guide of one level, relative to the site: ``guides/specialist-s5-a4.pdf``."""
        return f"{FOLDER}/{self.levels[key]}-{paper}.pdf"

    def track(self, track: str, paper: Paper) -> str:
        """The booklet of one track, relative to the site: ``guides/specialist-a4.pdf``."""
        return f"{FOLDER}/{self.tracks[track]}-{paper}.pdf"


def guide_names(view: View) -> GuideNames:
    """Lower-case names, each different: level ``b-c`` of ``a`` gives way to level ``c`` of ``a-b`` by a number."""
    taken: set[str] = set()
    names = GuideNames({}, {})
    for track in view.tracks:
        names.tracks[track.ref.id] = _free(track.ref.id.lower(), taken)
    for level in view.levels:
        names.levels[level.ref.key] = _free(f"{level.ref.track.id}-{level.ref.id}".lower(), taken)
    return names


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name
