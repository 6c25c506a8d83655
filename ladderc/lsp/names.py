"""Everything in a framework that has an id: where it stands and what it is called, told from the files as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ladderc.link.part import Part, root
from ladderc.lsp.references import Noun
from ladderc.model.text import EMPTY, Text
from ladderc.sources.document import Document
from ladderc.span import Place

_LISTS: Mapping[str, Noun] = {
    "grades": "grade",
    "dimensions": "dimension",
    "families": "family",
    "recognition": "recognition",
    "awards": "award",
    "forums": "forum",
    "domains": "domain",
    "audiences": "audience",
}


class Name(NamedTuple):
    """One thing with an id; ``key`` is how others refer to it (``track/level`` for a level, ``file/zone`` for a zone).

    ``about`` is the sentence that says what it is, where its author wrote one.
    ``grade`` is a level's, ``families`` a track's, ``kind`` a track's.
    """

    key: str
    noun: Noun
    title: Text
    about: Text
    place: Place
    grade: str = ""
    kind: str = ""
    families: tuple[str, ...] = ()

    @property
    def track(self) -> str:
        """The id of a level's track."""
        return self.key.rpartition("/")[0]

    @property
    def id(self) -> str:
        """The id as written where the thing is declared."""
        return self.key.rpartition("/")[2]


class Names(NamedTuple):
    """All names by kind and key, in the order of the files."""

    by_noun: Mapping[Noun, Mapping[str, Name]]
    track_of_file: Mapping[str, str]
    locale: str

    def all(self, noun: Noun) -> tuple[Name, ...]:
        """Every thing of a kind."""
        return tuple(self.by_noun.get(noun, {}).values())

    def find(self, noun: Noun, word: str, file: str) -> tuple[Name, ...]:
        """What a word in a file refers to; a zone, or a level without its track, is that file's, else any of that id."""
        known = self.by_noun.get(noun, {})
        if noun == "zone" or (noun == "level" and "/" not in word):
            own = known.get(f"{file if noun == 'zone' else self.track_of_file.get(file)}/{word}")
            return (own,) if own else tuple(one for one in known.values() if one.id == word)
        return (known[word],) if word in known else ()

    def families_of(self, track: str) -> tuple[str, ...]:
        """The families of a track; without a word on it the only one there is, called by an empty id."""
        written = self.by_noun.get("track", {}).get(track)
        declared = tuple(self.by_noun.get("family", {})) or ("",)
        if written is None or not written.families:
            return declared[:1]
        return declared if "all" in written.families else written.families


NOTHING = Names({}, {}, "en")


def names_in(documents: Iterable[Document]) -> Names:
    """The names in the files that can be read."""
    found: dict[Noun, dict[str, Name]] = {}
    tracks: dict[str, str] = {}
    locale = "en"
    for document in documents:
        if document.kind == "framework":
            locale = root(document).line("locale") or "en"
        for name in _in(document):
            found.setdefault(name.noun, {}).setdefault(name.key, name)
            if name.noun == "track":
                tracks[document.file] = name.key
    return Names(found, tracks, locale)


def _in(document: Document) -> Iterator[Name]:
    whole = root(document)
    if document.kind == "framework":
        for field, noun in _LISTS.items():
            yield from (_name(part, noun) for part in whole.parts(field) if part.line("id"))
        for position, word in enumerate(whole.texts("rating_scale")):
            yield Name(word.plain, "rating", EMPTY, EMPTY, whole.at("rating_scale", position))
    elif document.kind == "track":
        yield from _track(whole)
    elif document.kind == "pay":
        for part in whole.parts("zones"):
            if part.line("id"):
                zone = _name(part, "zone")
                yield zone._replace(key=f"{document.file}/{zone.key}")


def _track(whole: Part) -> Iterator[Name]:
    track = whole.line("id")
    if not track:
        return
    families = tuple(word for word, _ in whole.lines("family"))
    yield _name(whole, "track")._replace(families=families, kind=whole.line("kind") or "")
    for part in whole.parts("levels"):
        if part.line("id"):
            level = _name(part, "level")
            yield level._replace(key=f"{track}/{level.key}", grade=part.line("grade") or "")


def _name(part: Part, noun: Noun) -> Name:
    about = next((text for field in ("scope", "question", "summary", "purpose") if (text := part.text(field))), EMPTY)
    title = part.text("title") or part.text("name") or EMPTY
    return Name(part.line("id") or "", noun, title, about, part.at("id"))
