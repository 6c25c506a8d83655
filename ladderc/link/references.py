"""Names that refer to something declared elsewhere: found, or reported with the nearest known name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ladderc.finding import Edit
from ladderc.link.faults import Faults
from ladderc.link.part import Part
from ladderc.sources.naming import sentence
from ladderc.span import Place
from ladderc.wording.nearest import alike, listed, nearest, only_near


class Known(NamedTuple):
    """The ids of one kind that may be referred to.

    ``lost`` maps ids that were declared but left out to the file of the mistake: a reference to one is
    dropped without a second message.
    ``hidden`` is the file in which an id cannot be told; while there is one, nobody knows which references
    are wrong, and none is reported.
    ``declare`` completes the sentence that offers to declare the name.
    """

    noun: str
    ids: Mapping[str, object]
    lost: Mapping[str, str]
    hidden: str | None
    declare: str

    def find(self, word: str, part: Part, place: Place, faults: Faults, written: str = "{}") -> str | None:
        """The id, or None when it is not known, which is then reported once.

        ``written`` shows how the author spells a reference around the id (``specialist/{}``).
        """
        if word in self.ids:
            return word
        cause = self.lost.get(word) or self.hidden
        if cause:
            faults.lose(place.file, cause)
            return None
        if faults.enough(place.file):
            faults.lose(place.file, place.file)
            return None
        named = self._named(word)
        meant = named or nearest(word, self.ids)
        spelt = "{}" if written.startswith("{}") else written  # a track is named without the level after it
        lead = f"{part.subject}: there is no {self.noun} `{spelt.format(word)}`."
        if meant:
            text = written.format(meant)
            if named and not alike(word, named):
                mend = f"{lead}\nThat is its name: write its id, `{text}`."
                faults.report("unknown-reference", mend, place, fixes=(Edit(place, text),))
                return None
            certain = named is not None or only_near(word, self.ids) is not None
            fixes = (Edit(place, text, certain),)
            faults.report("unknown-reference", f"{lead}\nRename it to `{text}`.", place, fixes=fixes)
            return None
        declare = self.declare.format(word)
        known = listed([spelt.format(id) for id in self.ids])
        if " " in word:  # a name, which nothing can be declared as
            mend = f"Write its id: {known}." if self.ids else sentence(self.declare.format("…"))
        else:
            mend = f"Write {known}, or {declare}" if self.ids else sentence(declare)
        faults.fold(
            "unknown-reference",
            declare,  # names the thing and where it would be declared
            f"{lead}\n{mend}",
            place,
            f"`{spelt.format(word)}` stands here too",
        )
        return None

    def _named(self, word: str) -> str | None:
        """The id of the one thing that has this name in some language."""
        named = [id for id, part in self.ids.items() if isinstance(part, Part) and _has_name(part, word)]
        return named[0] if len(named) == 1 else None

    def find_all(self, field: str, part: Part, faults: Faults) -> tuple[str, ...]:
        """The known ids of a list, in the order written, each once."""
        written = part.data.get(field)
        if not written:
            return ()
        if isinstance(written, list) and all(type(word) is str and word in self.ids for word in written):
            return tuple(dict.fromkeys(map(str, written)))  # nearly always; places are needed for mistakes only
        found = (self.find(word, part, place, faults) for word, place in part.lines(field))
        return tuple(dict.fromkeys(id for id in found if id is not None))


def _has_name(part: Part, word: str) -> bool:
    name = part.text("name") or part.text("title")
    return name is not None and any(alike(text, word) for text in name.all)


class Ladders(NamedTuple):
    """The tracks and levels that may be referred to; ``levels`` by the id of the track that has them."""

    tracks: Known
    levels: Mapping[str, Known]

    def find_level(self, word: str, part: Part, place: Place, faults: Faults, track: str | None) -> str | None:
        """The key of a level written ``level`` (of ``track``) or ``track/level``."""
        before, slash, level = word.rpartition("/")
        if not slash:
            if track is None:
                return None
            return self._own(level, part, place, faults, track)
        if before not in self.levels:
            meant = self.tracks.find(before, part, place, faults, f"{{}}/{level}")
            assert meant is None, "a track that is known has its levels known"
            return None
        found = self.levels[before].find(level, part, place, faults, f"{before}/{{}}")
        return found and f"{before}/{found}"

    def _own(self, level: str, part: Part, place: Place, faults: Faults, track: str) -> str | None:
        own = self.levels[track]
        if level not in own.ids and level not in own.lost and not own.hidden and not faults.enough(place.file):
            elsewhere = [id for id, known in self.levels.items() if level in known.ids]
            if elsewhere:
                texts = [f"{id}/{level}" for id in elsewhere]
                faults.report(
                    "unknown-reference",
                    f"{part.subject}: {track} has no level `{level}` of its own.\nWrite {listed(texts)}.",
                    place,
                    fixes=(Edit(place, texts[0]),) if len(texts) == 1 else (),
                )
                return None
        found = own.find(level, part, place, faults)
        return found and f"{track}/{found}"
