"""From documents to the linked framework: the order in which names are learnt and references resolved."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.link.bands import family_pay
from ladderc.link.catalogue import Catalogue, catalogue
from ladderc.link.cycles import without_cycles
from ladderc.link.dates import date
from ladderc.link.doubt import doubtful, lost_tracks, unusable
from ladderc.link.faults import Faults
from ladderc.link.graph import career_graph
from ladderc.link.missing import without_tracks
from ladderc.link.part import Part, root
from ladderc.link.pay import pay_structure
from ladderc.link.pay_periods import question_periods
from ladderc.link.settings import acks, baseline, profile, releases, rule_options, waivers
from ladderc.link.tracks import outlines, tracks
from ladderc.model.catalogue import Release, RuleOptions, Waiver
from ladderc.model.framework import Framework
from ladderc.model.graph import CareerGraph
from ladderc.model.pay import FamilyPay, PayStructure
from ladderc.model.track import Track
from ladderc.sources.document import Document, FileKind, Reading


class Linked(NamedTuple):
    """The model, and what was wrong on the way; ``framework`` is None when framework.yaml itself is unusable."""

    framework: Framework | None
    findings: tuple[Finding, ...]


def link(
    reading: Reading,
    faulty: frozenset[str],
    today: datetime.date,
    sound: tuple[Document, ...] = (),
    broken_waivers: tuple[Document, ...] = (),
) -> Linked:
    """Link all files that can be used; ``faulty`` names those whose shape is wrong, which are left out.

    ``sound`` are lists among them without the entries that are wrong, ``broken_waivers`` the wrong ones that name
    rule and subject.
    Every mistake is reported once and what it stands in left out, so that the rest still holds.
    """
    whole = [one for one in reading.documents if one.file not in faulty]
    usable = sorted((*whole, *sound), key=lambda one: one.file)

    def of(kind: FileKind) -> list[Document]:
        return [document for document in usable if document.kind == kind]

    if not of("framework"):
        return Linked(None, ())
    top = root(of("framework")[0])
    faults = Faults()
    left_out = unusable(reading, faulty)
    lists = catalogue(top, faults)
    options, doubtful_rules = rule_options(top, lists.known_families, faults)
    faults.findings += without_tracks(reading, top)
    outlined = outlines(of("track"), *lost_tracks(left_out), lists, faults)
    ladders = without_cycles(tracks(outlined, lists, faults), faults)
    written = [pay_structure(document, lists, outlined, faults) for document in of("pay")]
    structures = tuple(structure for structure in written if structure)
    question_periods(structures, faults)
    pay = family_pay(structures, lists.families, ladders, today, faults)
    declared_waivers = tuple(waiver for document in of("waivers") for waiver in waivers(document))
    published = tuple(release for document in of("releases") for release in releases(document, faults))
    doubts, pay_doubts = doubtful(left_out, usable, lists, faults)
    graph = career_graph(ladders, lists.rank)
    framework = _framework(top, lists, ladders, structures, pay, declared_waivers, published, graph, options, faults)
    framework = framework._replace(
        doubtful=doubts,
        doubtful_pay=pay_doubts,
        doubtful_rules=doubtful_rules,
        baseline=tuple(entry for document in of("baseline") for entry in baseline(document)),
        acks=tuple(ack for document in of("acks") for ack in acks(document)),
        broken_waivers=tuple(waiver for document in broken_waivers for waiver in waivers(document)),
    )
    return Linked(framework, tuple(faults.findings))


def _framework(
    top: Part,
    lists: Catalogue,
    ladders: dict[str, Track],
    structures: tuple[PayStructure, ...],
    pay: tuple[FamilyPay, ...],
    declared_waivers: tuple[Waiver, ...],
    published: tuple[Release, ...],
    graph: CareerGraph,
    options: dict[str, RuleOptions],
    faults: Faults,
) -> Framework:
    return Framework(
        name=top.label("name", top.document.file),
        summary=top.text("summary"),
        owner=top.line("owner"),
        sponsor=top.line("sponsor"),
        reviewed=date(top, "reviewed", faults),
        review_every_months=top.whole("review_every_months"),
        locale=top.line("locale") or "en",
        law=top.line("law"),
        repository=top.line("repository"),
        spine_assumed=top.line("spine") == "assumed",
        profile=profile(top),
        grades=lists.grades,
        dimensions=lists.dimensions,
        rating_scale=lists.rating_scale,
        families=lists.families,
        recognition=lists.recognition,
        awards=lists.awards,
        forums=lists.forums,
        domains=lists.domains,
        audiences=lists.audiences,
        freeze=lists.freeze,
        rules=options,
        tracks=ladders,
        levels={level.key: level for track in ladders.values() for level in track.levels},
        pay_structures=structures,
        pay=pay,
        waivers=declared_waivers,
        releases=published,
        graph=graph,
        doubtful={},
        doubtful_pay={},
        given=top.given,
        place=top.place,
    )
