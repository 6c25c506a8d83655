"""No text calls management the way up, and no move makes it the only one.

Why
---
“Promoted to manager” says in three words that everybody else stayed behind, whatever the ladder shows.
So does “just an expert”.
People believe such words more than a chart, for they are how the firm speaks when it does not think about it.
A promotion into management at a grade that no other track has says the same thing by what it leaves out.

Source
------
J: wording can "signal that leadership is the only legitimate form of growth".
Read are summaries, purposes, scopes, statements, metrics, duties, what promotion asks for, and notes on moves, in six
languages.
“Not just an expert” is fine, and so are titles that name work, such as Product Manager.
Managers who rise from one managers' level to the next are promoted indeed: those levels are not read, the first one is.
A move counts where no track but the managers' has a level at the grade that it leads to.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product fails, and may later be promoted to manager.  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product fails, and may later change to leading people.

When to waive
-------------
When the words are quoted from a contract or a collective agreement that the firm cannot change alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.model.track import Move, Track
from ladderc.rules.authored import Authored, of_framework, of_level, of_track
from ladderc.rules.base import Case, rule
from ladderc.rules.one_way_up import upward_words, way_up_words
from ladderc.rules.paths import proof
from ladderc.rules.phrases import family_name, grade_name, level_name, listed, track_name
from ladderc.rules.shared_tracks import subjects_of, tracks_judged_here
from ladderc.span import Place


class Said(NamedTuple):
    """Words that were found, as written, and where."""

    words: str
    place: Place


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework's own texts, one a track, level or move, or one for the family."""
    read = 0
    failing = [*_of_framework(case), *_moves(case)]
    worth_reading = case.content.saying(way_up_words)
    for track in tracks_judged_here(case):
        texts = list(of_track(track))
        read += len(texts)
        if found := _found(case, texts):
            failing.append(_fails(case, track_name(track), found, subjects_of(track)))
        for level in _judged(track):
            read += len(case.content.prose(level))
            if level.key in worth_reading and (found := _found(case, of_level(level))):
                failing.append(_fails(case, level_name(level), found, subjects_of(track, [level])))
    if failing:
        yield from failing
    elif read:
        yield case.holds(figures=(Figure("texts read", read, "texts"),))
    else:
        yield case.not_judged("a text in the family beside its titles, such as `summary` or `purpose`")


def _of_framework(case: Case) -> Iterator[Verdict]:
    """The framework's own texts belong to every family, and are told with the first."""
    families = case.framework.families
    assert case.family is not None, "the rule judges families"
    if case.family.id == next(iter(families)):
        found = _found(case, of_framework(case.framework))
        if found:
            yield _fails(case, "The framework", found, tuple(Subject(family=family) for family in families))


def _found(case: Case, texts: Iterable[Authored]) -> list[Said]:
    locale = case.framework.locale
    return [Said(words, one.place) for one in texts if (words := upward_words(one.text, locale))]


def _fails(case: Case, name: str, found: list[Said], subjects: tuple[Subject, ...]) -> Verdict:
    said = listed(f"“{one.words}”" for one in found)
    return case.fails(
        f"{name} speaks as if managing people were the way up: {said}.\n"
        "Expected words that leave several ways of equal worth.\n"
        "Write for example “changes to leading people”, or say what the expert is worth.",
        found[0].place,
        *subjects,
        related=tuple(Related(one.place, f"says “{one.words}”") for one in found[1:]),
        topic="words",
    )


def _moves(case: Case) -> Iterator[Verdict]:
    """Promotions from another track into management, at a grade where no other track has a level."""
    facts = case.facts
    own = {track.id for track in facts.others}
    managing = {track.id for track in facts.management}
    doors = {level.grade for level in facts.other_levels()}
    levels = case.framework.levels
    for track in facts.others:
        for level in track.levels:
            for step in facts.ways.leaving.get(level.key, ()):
                target = levels[step.target]
                if step.move is None or step.kind != "promotion" or target.track not in managing:
                    continue
                rises = facts.rank_of(target) > facts.rank_of(level)
                if level.track in own and rises and target.grade not in doors:
                    yield _only_way(case, level, target, step, step.move)


def _only_way(case: Case, level: Level, target: Level, step: Step, move: Move) -> Verdict:
    return case.fails(
        f"From {level_name(level)} a promotion leads to {level_name(target)} at {grade_name(target.grade)}, "
        f"and {family_name(case.facts.family)} has no level there that does not manage.\n"
        "Expected that whoever is promoted need not lead people for it.\n"
        f"Add a level at {grade_name(target.grade)} to {track_name(case.framework.tracks[level.track])}, "
        "or make the move lateral, at one grade.",
        move.place,
        case.subject(level=level),
        related=(Related(target.place, "the managers' level that it leads to"),),
        discriminator=target.key,
        topic="move",
        proofs=(
            proof(
                f"The promotion that leads up from {level_name(level)}",
                (step,),
                marked=[target.key],
                mark="manages people",
            ),
        ),
    )


def _judged(track: Track) -> tuple[Level, ...]:
    """The levels whose texts are read: of managers only the first, which people come to from elsewhere."""
    return track.levels[:1] if track.kind == "people-leadership" else track.levels


RULE = rule(__name__, check, severity=Severity.WARNING)
