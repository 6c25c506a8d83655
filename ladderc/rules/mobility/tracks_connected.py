"""From every track a way leads to every other, from the managers' lowest grade upwards.

Why
---
People change, and so does the work; a choice at thirty should not bind at fifty.
Where one track cannot be left, people leave the firm instead.
Where one cannot be entered, it belongs to those who started there.

Source
------
J: "real options".
A way may pass other tracks, and it may be any step: a move, a return, a promotion, a branch.
Only what stands at or above the managers' lowest grade counts; tracks of executive levels alone are left out.
One finding a family says which tracks are cut off.

Bad
---
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    id: project-leadership  # <- here
    moves:
      - {from: P4, to: specialist/S4, kind: lateral, pay: protected}

Good
----
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    id: project-leadership
    moves:
      - {from: P4, to: specialist/S4, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: project-leadership/P5, kind: return, pay: protected}

When to waive
-------------
When a track asks for a licence that takes years, so that one enters it before the others or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import family_name, grade_name, listed, track_name
from ladderc.rules.track_roads import CutOff, TrackRoads, ahead, cut_off, track_roads
from ladderc.span import Place


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    facts = case.facts
    if facts.fork is None:
        yield case.not_judged("a managers' track, whose lowest grade is where the choice begins")
        return
    if facts.lacks_moves():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    tracks = track_roads(facts, facts.fork)
    if len(tracks.tracks) < 2:
        yield case.not_judged(f"a second track at {grade_name(case.framework.grades[facts.fork].id)} or above")
        return
    figures = (Figure("tracks", len(tracks.tracks), "tracks"),)
    start = next(iter(tracks.tracks))
    if len(ahead(tracks.out, start) & ahead(tracks.back, start)) == len(tracks.tracks):
        yield case.holds(figures=figures, proofs=_there_and_back(case, tracks))
    else:
        yield _fails(case, tracks, cut_off(tracks), figures)


def _fails(case: Case, tracks: TrackRoads, cut: CutOff, figures: tuple[Figure, ...]) -> Verdict:
    facts = case.facts
    assert facts.fork is not None, "a family without managers is not judged"
    rest = listed(track_name(track) for track in cut.rest)
    lines = [
        f"{family_name(facts.family)}: at {grade_name(case.framework.grades[facts.fork].id)} and above, "
        "not every track leads to every other."
    ]
    if cut.no_way_out:
        lines.append(f"From {_names(cut.no_way_out)} no way leads to {rest}.{_one_way(case, tracks, cut, out=False)}")
        lines += _mend(tracks, cut.no_way_out, cut.rest)
    if cut.no_way_in:
        lines.append(f"From {rest} no way leads to {_names(cut.no_way_in)}.{_one_way(case, tracks, cut, out=True)}")
        lines += _mend(tracks, cut.rest, cut.no_way_in)
    if cut.neither:
        lines.append(f"No way leads from {_names(cut.neither)} to {rest}, nor back.")
        lines += [*_mend(tracks, cut.neither, cut.rest), *_mend(tracks, cut.rest, cut.neither)]
    apart = {track.id for track in cut.tracks}
    managers = {track.id for track in facts.management}
    only_back = not cut.no_way_in and not cut.neither and all(track.id in managers for track in cut.no_way_out)
    return case.fails(
        "\n".join(lines),
        _place(cut.tracks[0], cut),
        *(case.subject(track=tracks.tracks[id]) for id in sorted(tracks.tracks) if cut.even or id in apart),
        figures=(*figures, Figure("tracks cut off", len(cut.tracks), "tracks")),
        related=tuple(Related(track.place, "is cut off too") for track in cut.tracks[1:]),
        topic="management-not-left" if only_back else "not-entered" if cut.no_way_in or cut.neither else "",
        proofs=tuple(_broken_off(case, tracks, cut)),
    )


def _there_and_back(case: Case, tracks: TrackRoads) -> tuple[Proof, ...]:
    """From the first track to each other one and back again; from where one arrives, if that can be."""
    first, *others = tracks.tracks.values()
    home = tracks.levels[first.id]
    proofs = []
    for other in others:
        there = _way(case, home, tracks.levels[other.id])
        arrived = [case.framework.levels[there[-1].target]] if there else tracks.levels[other.id]
        back = _way(case, arrived, home)
        if there and back:
            proofs.append(proof(f"{track_name(first)} to {track_name(other)} and back", (*there, *back)))
        elif there and (back := _way(case, tracks.levels[other.id], home)):
            proofs.append(proof(f"{track_name(first)} to {track_name(other)}", there))
            proofs.append(proof(f"{track_name(other)} to {track_name(first)}", back))
    return tuple(proofs)


def _broken_off(case: Case, tracks: TrackRoads, cut: CutOff) -> Iterator[Proof]:
    """What leads to each track that cannot be left, and from each that cannot be entered."""
    rest = [level for track in cut.rest for level in tracks.levels[track.id]]
    for track in cut.no_way_out:
        way = _way(case, rest, tracks.levels[track.id])
        if way:
            mark = f"no way leads back to {listed(track_name(one) for one in cut.rest)}"
            yield proof(f"The way to {track_name(track)}", way, marked=[way[-1].target], mark=mark)
    for track in cut.no_way_in:
        way = _way(case, tracks.levels[track.id], rest)
        if way:
            mark = f"no way leads here from {listed(track_name(one) for one in cut.rest)}"
            yield proof(f"The way out of {track_name(track)}", way, marked=[way[0].source], mark=mark)
    for track in cut.neither:
        start = tracks.levels[track.id][0].key
        yield proof(
            track_name(track), (), start=start, marked=[start], mark="no way leads here, and none on to the rest"
        )


def _way(case: Case, starts: Iterable[Level], goals: Iterable[Level]) -> tuple[Step, ...]:
    """The shortest way from some levels to others; empty where there is none."""
    path = case.facts.ways.shortest_path([level.key for level in starts], {level.key for level in goals})
    return path or ()


def _names(tracks: tuple[Track, ...]) -> str:
    return listed(track_name(track) for track in tracks)


def _one_way(case: Case, tracks: TrackRoads, cut: CutOff, *, out: bool) -> str:
    """The shortest way in the one direction that there is."""
    apart = tracks.levels[(cut.no_way_in if out else cut.no_way_out)[0].id]
    here, there = apart, tuple(level for track in cut.rest for level in tracks.levels[track.id])
    starts, goals = (here, there) if out else (there, here)
    path = _way(case, starts, goals)
    return f"\nThe other way round it is {in_words(path, case.framework.levels)}." if path else ""


def _mend(tracks: TrackRoads, sources: tuple[Track, ...], targets: tuple[Track, ...]) -> Iterator[str]:
    """The move to type: between the first two tracks that share a grade, at the lowest that they do."""
    managing = {track.id for track in targets if track.kind == "people-leadership"}
    at = {(track.id, level.grade): level for track in targets for level in tracks.levels[track.id]}
    for source in sources:
        for level in tracks.levels[source.id]:
            there = next((at[track.id, level.grade] for track in targets if (track.id, level.grade) in at), None)
            if there:
                back = source.kind == "people-leadership" and there.track not in managing
                kind = "return" if back else "lateral"
                move = f"`{{from: {level.id}, to: {there.key}, kind: {kind}, pay: protected}}`"
                yield f"Write under `moves` of {track_name(source)}: {move}"
                return
    yield f"They share no grade: write a move of kind `promotion` from {track_name(sources[0])} to {track_name(targets[0])}."


def _place(track: Track, cut: CutOff) -> Place:
    """The moves that lack one, where the track has some and cannot be left; else the track."""
    return track.at("moves") if track in cut.no_way_out and "moves" in track.given else track.place


RULE = rule(__name__, check, severity=Severity.WARNING)
