"""Tracks: what each file declares, which families it belongs to, and the moves between levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladderc.finding import Related
from ladderc.link.catalogue import IMPLIED_FAMILY, Catalogue
from ladderc.link.declared import declare, is_reserved, report_reserved, report_twice
from ladderc.link.faults import Faults
from ladderc.link.levels import levels
from ladderc.link.part import Part, root
from ladderc.link.references import Known, Ladders
from ladderc.model.track import Move, Track
from ladderc.sources.document import Document
from ladderc.wording.nearest import listed

MOST_TRACKS = 200
"""Most tracks of one family: each is compared with every other."""


class Outline(NamedTuple):
    """A track before its references are resolved: its families, and its levels in rising grade order."""

    part: Part
    families: tuple[str, ...]
    levels: tuple[tuple[str, str, Part], ...]
    """Id, grade and block of each level that stands."""


class Outlines(NamedTuple):
    """All tracks that stand, and what references to them and their levels may say."""

    tracks: Mapping[str, Outline]
    ladders: Ladders


def outlines(
    documents: Iterable[Document], lost: Mapping[str, str], hidden: str | None, lists: Catalogue, faults: Faults
) -> Outlines:
    """What every track file declares; ``lost`` and ``hidden`` are the tracks of unusable files (see ``Known``)."""
    found: dict[str, Outline] = {}
    first: dict[str, str] = {}
    lost = dict(lost)
    known_levels: dict[str, Known] = {}
    many: Counter[str] = Counter()
    for document in documents:
        part = root(document)
        id = part.line("id") or ""
        families = _families(part, lists, faults)
        if id.casefold() in first:
            other = first[id.casefold()]
            report_twice(part, found[other].part, "track", other, faults)
            if id == other:
                hidden = document.file
            else:
                lost[id] = document.file
            continue
        if not families:
            lost[id] = document.file
            continue
        if full := next((family for family in families if many[family] >= MOST_TRACKS), None):
            lost[id] = document.file
            _report_too_many(part, full, faults)
            continue
        many.update(families)
        first[id.casefold()] = id
        if is_reserved(id.casefold()):
            report_reserved(part, id, "track", faults)
        where = f"add the level `{{}}` to {document.file}."
        parts, known = declare(part.parts("levels"), "level", faults, where, paged=True)
        stand, left_out = _rising(parts, part, lists, faults)
        known_levels[id] = known._replace(lost={**known.lost, **left_out})
        found[id] = Outline(part, families, stand)
    tracks = Known("track", found, lost, hidden, "add a file for the track `{}` under tracks/.")
    for id, known in known_levels.items():
        stands = {level: None for level, _, _ in found[id].levels}
        known_levels[id] = known._replace(ids=stands)
    return Outlines(found, Ladders(tracks, known_levels))


def _report_too_many(part: Part, family: str, faults: Faults) -> None:
    name = "" if family == IMPLIED_FAMILY else f" `{family}`"
    message = f"{part.subject}: its family{name} has {MOST_TRACKS} tracks already, and no more can be judged."
    faults.report("too-many", f"{message}\nSplit the family, or take out what is no track.", part.at("id"))


def tracks(outlined: Outlines, lists: Catalogue, faults: Faults) -> dict[str, Track]:
    """Every track with its levels and moves, all references resolved."""
    return {id: _track(id, outline, outlined.ladders, lists, faults) for id, outline in outlined.tracks.items()}


def _track(id: str, outline: Outline, ladders: Ladders, lists: Catalogue, faults: Faults) -> Track:
    part = outline.part
    kind = part.choice("kind")
    for field, only in (("branches", "common"), ("leads", "people-leadership")):
        if field in part.data and kind != only:
            message = f"{part.subject}: only a track of kind `{only}` has `{field}`, and this one is of kind `{kind}`."
            faults.report("misplaced-field", f"{message}\nTake `{field}` out.", part.key(field), loses=False)
    return Track(
        id=id,
        name=part.label("name", id),
        kind=kind,
        families=outline.families,
        purpose=part.text("purpose"),
        status=part.choice("status", "published"),
        order=part.whole("order"),
        visible_to=lists.known_audiences.find_all("visible_to", part, faults) if "visible_to" in part.data else None,
        branches=_branches(part, ladders, faults) if kind == "common" else None,
        leads=_leads(part, ladders, lists, faults) if kind == "people-leadership" else (),
        counterpart=ladders.tracks.find_all("counterpart", part, faults),
        statements=part.choice("statements", "complete"),
        levels=levels(id, kind, outline.levels, ladders, lists, faults),
        moves=tuple(_moves(id, part, ladders, faults)),
        given=part.given,
        place=part.place,
    )


def _families(part: Part, lists: Catalogue, faults: Faults) -> tuple[str, ...]:
    """The families of a track; empty where it names none that there is."""
    every = tuple(lists.families)
    written = [word for word, _ in part.lines("family")]
    if "all" in written or (not written and len(every) == 1):
        return every
    if written:
        return lists.known_families.find_all("family", part, faults)
    faults.report(
        "family-needed",
        f"{part.subject}: the framework has {len(every)} families, and this track names none.\n"
        f"Add `family:` with {listed(every)}, or with `all` for every family.",
        part.place,
    )
    return ()


def _rising(
    parts: Mapping[str, Part], track: Part, lists: Catalogue, faults: Faults
) -> tuple[tuple[tuple[str, str, Part], ...], dict[str, str]]:
    """The levels that stand in rising order, and those left out: no such grade, or a second one at a grade."""
    at: dict[str, tuple[str, str, Part]] = {}
    left_out: dict[str, str] = {}
    written: list[int] = []
    for id, part in parts.items():
        grade = lists.known_grades.find(part.line("grade") or "", part, part.at("grade"), faults)
        if grade is None:
            left_out[id] = part.document.file
        elif grade in at:
            other, _, first = at[grade]
            faults.report(
                "grades-not-rising",
                f"{part.subject}: level {other} stands at grade `{grade}` already.\n"
                f"Give {id} a grade of its own, or put it into another track.",
                part.at("grade"),
                (Related(first.at("grade"), f"level {other} at the same grade"),),
            )
            left_out[id] = part.document.file
        else:
            at[grade] = (id, grade, part)
            written.append(lists.rank[grade])
    rising = tuple(sorted(at.values(), key=lambda level: lists.rank[level[1]]))
    fall = next((n for n in range(1, len(written)) if written[n] < written[n - 1]), None)
    if fall is not None:
        id, grade, part = tuple(at.values())[fall]
        before, above, first = tuple(at.values())[fall - 1]
        faults.report(
            "grades-not-rising",
            f"{part.subject}: grade `{grade}` is below grade `{above}` of level {before}, which is written before it.\n"
            f"Write the levels of {track.label('name', '').plain} from the lowest grade to the highest "
            f"({', '.join(level for level, _, _ in rising)}), or correct the grade of {id}.",
            part.at("grade"),
            (Related(first.at("grade"), f"level {before} at grade {above}"),),
        )
    return rising, left_out


def _branches(part: Part, ladders: Ladders, faults: Faults) -> tuple[str, ...] | None:
    if "branches" not in part.data:
        return None
    found = (ladders.find_level(word, part, place, faults, None) for word, place in part.lines("branches"))
    return tuple(dict.fromkeys(key for key in found if key))


def _leads(part: Part, ladders: Ladders, lists: Catalogue, faults: Faults) -> tuple[str, ...]:
    """Tracks or families; a name that is neither is looked up among both."""
    families, tracks = lists.known_families, ladders.tracks
    both = Known(
        "track or family",
        {**tracks.ids, **families.ids},
        {**tracks.lost, **families.lost},
        tracks.hidden or families.hidden,
        tracks.declare,
    )
    return both.find_all("leads", part, faults)


def _moves(track: str, part: Part, ladders: Ladders, faults: Faults) -> Iterable[Move]:
    for move in part.parts("moves"):
        ends = [ladders.find_level(move.line(end) or "", move, move.at(end), faults, track) for end in ("from", "to")]
        source, target = ends
        if source is None or target is None:
            continue
        if source == target:
            faults.report(
                "move-to-itself",
                f"{move.subject}: it ends where it starts, at {source}.\n"
                "Write as `to` the level that people move to, as `level` or `track/level`.",
                move.at("to"),
            )
            continue
        yield Move(
            source, target, move.choice("kind"), move.choice("pay"), move.whole("trial_months"), move.text("note"),
            move.place,
        )  # fmt: skip
