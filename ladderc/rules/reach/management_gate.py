"""Nobody must have managed people to hold a level that does not manage.

Why
---
Some frameworks keep their highest expert levels for those who managed a team first.
The way is there on paper, and it leads through a job that the expert did not want.
It also costs the firm a good manager's place, held by somebody who is on the way to somewhere else.

Source
------
J: "pulled away from their area of strength".

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          requires:
            - level: people-leadership/M5  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          requires:
            - level: specialist/S5

When to waive
-------------
When the level decides on people although nobody reports to it, and the reason says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.span import Place

_HAVING_MANAGED = re.compile(
    r"\b(?:has|have|having|had)\s+(?:previously\s+|successfully\s+|already\s+)?"
    r"(?:managed|supervised|line[- ]managed)\s+(?:\w+\s+){0,3}?(?:people|staff|teams?|employees|reports|engineers)\b"
    r"|\b(?:people|line|team|staff)[- ]management experience\b"
    r"|\bexperience (?:in |of |with )?(?:people management|line management|(?:managing|supervising) "
    r"(?:\w+\s+){0,3}?(?:people|staff|teams?|employees|reports|engineers))\b"
    r"|\bexperience as an? (?:\w+\s+)?(?:people |line |team )?manager\b"
    r"|\b(?:has|have) (?:been|worked as|served as) an? (?:people |line |team )manager\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not?|nobody|never|without|nor|rather than|instead of|needn['’]t)\b[^.;]{0,40}$", re.IGNORECASE
)
_WAIVED = re.compile(r"^[^.;]{0,20}\b(?:is|are) (?:not|never) (?:required|asked|needed|necessary)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that asks for management, one where the ways into a track all pass it, or one for all."""
    facts = case.facts
    levels = [level for level in (*facts.other_levels(), *_stem(case)) if not level.on_management_ladder]
    if not facts.others:
        yield case.not_judged("a track that does not manage people")
        return
    failing = [verdict for level in levels for verdict in (*_required(case, level), *_worded(case, level))]
    failing += _gated(case, levels)
    yield from _one_a_level(failing) or [
        case.holds(figures=(Figure("levels free of the gate", len(levels), "levels", "A"),), proofs=_open(case, levels))
    ]


def _open(case: Case, levels: list[Level]) -> tuple[Proof, ...]:
    """The way to the highest level that is free of the gate."""
    free = [level for level in levels if level.key in case.facts.ways.free]
    if not free:
        return ()
    highest = max(free, key=case.facts.rank_of)
    way = case.facts.ways.way_to(highest.key, free=True)
    return (proof(f"A way to {level_name(highest)} that passes no manager's level", way, start=highest.key),)


def _stem(case: Case) -> Iterator[Level]:
    yield from (level for track in case.facts.stem for level in track.levels)


def _one_a_level(failing: list[Verdict]) -> list[Verdict]:
    return list({verdict.subjects: verdict for verdict in reversed(failing)}.values())[::-1]


def _required(case: Case, level: Level) -> Iterator[Verdict]:
    """Levels of management that the promotion names."""
    for condition in level.promotion.requires if level.promotion else ():
        asked = case.framework.levels.get(condition.level or "")
        if asked is not None and asked.on_management_ladder:
            yield case.fails(
                f"{level_name(level)} manages nobody, and asks that one has been {level_name(asked)} "
                f"({asked.key}), who manages people.\n"
                f"Ask for what it proves instead, or for a level off the management ladder at {grade_name(asked.grade)}.",
                condition.place,
                case.subject(level=level),
                related=(Related(asked.place, "manages people"),),
                topic="requires",
                proofs=(
                    Proof(
                        f"What {level_name(level)} asks for first",
                        (asked.key, level.key),
                        ("requires",),
                        (asked.key,),
                        "manages people",
                    ),
                ),
            )


def _worded(case: Case, level: Level) -> Iterator[Verdict]:
    """Conditions that ask in words for having managed."""
    for text, place in _conditions(level):
        found = next((words for words in (_having_managed(one) for one in text.all) if words), None)
        if found:
            yield case.fails(
                f"{level_name(level)} manages nobody, and its conditions ask for having managed: “{found}”.\n"
                "Ask for what the level needs instead, such as having led a piece of work across teams.",
                place,
                case.subject(level=level),
                topic="wording",
            )


def _conditions(level: Level) -> Iterator[tuple[Text, Place]]:
    promotion = level.promotion
    if promotion is None:
        return
    yield from ((condition.text, condition.place) for condition in promotion.requires if condition.text)
    for position, text in enumerate(promotion.evidence):
        yield text, level.at("promotion", "evidence", position)


def _having_managed(words: str) -> str | None:
    for match in _HAVING_MANAGED.finditer(words):
        if not _DENIED.search(words[: match.start()]) and not _WAIVED.search(words[match.end() :]):
            return match.group()
    return None


def _gated(case: Case, levels: list[Level]) -> Iterator[Verdict]:
    """Levels that can be reached only over the management ladder; those behind another such level are named there."""
    ways, known = case.facts.ways, case.framework.levels
    ladder = ways.ladder
    barred = [level for level in levels if level.key not in ways.free]
    for level in barred:
        path = ways.shortest_path(ways.entries, {level.key})
        if path is None or path[-1].source not in ladder:
            continue
        behind = ways.reachable([level.key], avoid=ladder)
        others = [other for other in barred if other is not level and other.key in behind]
        cut = [known[key] for key in ways.cut_levels(ways.entries, {level.key}) if key in ladder]
        gate = cut or [known[path[-1].source]]
        also = f", and through it {listed(other.id for other in others)}," if others else ""
        yield case.fails(
            f"{level_name(level)} ({_track(case, level)}){also} can be reached only by managing people first: "
            f"{'every' if cut else 'the shortest'} way passes {listed(level_name(one) for one in gate)}.\n"
            f"The way is {in_words(path, known)}.\n"
            f"Add a rung, a branch or a move into {level.id} from a level that does not manage.",
            level.place,
            case.subject(level=level),
            figures=(Figure("levels behind the gate", len(others) + 1, "levels", "A"),),
            related=tuple(Related(one.place, "has to be passed") for one in gate),
            topic="path",
            proofs=(
                proof(
                    f"The shortest way to {level_name(level)}",
                    path,
                    marked=[one.key for one in gate],
                    mark="manages people",
                ),
            ),
        )


def _track(case: Case, level: Level) -> str:
    return track_name(case.framework.tracks[level.track])


RULE = rule(__name__, check, severity=Severity.ERROR)
