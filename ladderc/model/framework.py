"""One company's whole career framework, linked: every reference in it resolves."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ladderc.model.catalogue import (
    Ack,
    AudienceSpec,
    Award,
    BaselineEntry,
    Dimension,
    Domain,
    Family,
    Forum,
    Freeze,
    Grade,
    Recognition,
    Release,
    RuleOptions,
    Waiver,
)
from ladderc.model.graph import CareerGraph
from ladderc.model.level import Level
from ladderc.model.pay import FamilyPay, PayStructure
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.span import Place


class Framework(NamedTuple):
    """The linked model; mappings keep the order of the files.

    ``grades`` rise. ``levels`` is keyed by ``track/level``.
    ``doubtful`` maps the id of each family that a broken file may touch to that file;
    parity is not judged there. ``doubtful_pay`` is the same for pay alone.
    ``doubtful_rules`` maps each rule whose settings a mistake touches to the file; that rule alone is not judged.
    ``partly_hidden`` are families of which the audience at hand may not see every part.
    ``hidden_ways`` are families of which it sees every part, but not every level that their moves lead to or come from.
    ``reasons_hidden`` is true where that audience may see pay and not the reasons of its exceptions.
    ``broken_waivers`` cover nothing; of them only rule, subject and place are known.
    ``given`` holds the names of the top-level fields that the author wrote.
    """

    name: Text
    summary: Text | None
    owner: str | None
    sponsor: str | None
    reviewed: str | None
    review_every_months: int | None
    locale: str
    law: str | None
    repository: str | None
    spine_assumed: bool
    profile: str
    grades: tuple[Grade, ...]
    dimensions: Mapping[str, Dimension]
    rating_scale: tuple[Text, ...]
    families: Mapping[str, Family]
    recognition: Mapping[str, Recognition]
    awards: Mapping[str, Award]
    forums: Mapping[str, Forum]
    domains: Mapping[str, Domain]
    audiences: Mapping[str, AudienceSpec]
    freeze: Freeze | None
    rules: Mapping[str, RuleOptions]
    tracks: Mapping[str, Track]
    levels: Mapping[str, Level]
    pay_structures: tuple[PayStructure, ...]
    pay: tuple[FamilyPay, ...]
    waivers: tuple[Waiver, ...]
    releases: tuple[Release, ...]
    graph: CareerGraph
    doubtful: Mapping[str, str]
    doubtful_pay: Mapping[str, str]
    given: frozenset[str]
    place: Place
    partly_hidden: frozenset[str] = frozenset()
    baseline: tuple[BaselineEntry, ...] = ()
    reasons_hidden: bool = False
    acks: tuple[Ack, ...] = ()
    hidden_ways: frozenset[str] = frozenset()
    broken_waivers: tuple[Waiver, ...] = ()
    doubtful_rules: Mapping[str, str] = MappingProxyType({})

    def rank(self, grade: str) -> int:
        """The grade's position on the spine, 0 at the lowest."""
        for known in self.grades:
            if known.id == grade:
                return known.rank
        raise KeyError(grade)

    def tracks_of(self, family: str) -> tuple[Track, ...]:
        """The family's tracks, in the order of the files."""
        return tuple(track for track in self.tracks.values() if family in track.families)

    def at(self, *route: str | int) -> Place:
        """The place of a field of framework.yaml that was written."""
        return self.place._replace(route=route)
