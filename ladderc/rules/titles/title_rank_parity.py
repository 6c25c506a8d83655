"""Titles at one grade sound about as high on every track.

Why
---
A grade is meant to say that two kinds of work are worth the same.
If one of the two is called Director and the other Senior Engineer, nobody outside will believe it, and few inside.
Titles are also what people take with them to the next firm.

Source
------
D: titles "overshadow the intrinsic value".
A manager stands beside Senior to Staff, a senior manager or head beside Staff to Principal, a director or vice president
beside Principal to Distinguished (also Fellow); one step further in either direction is fine.
Titles in which no such word is found are not compared.
The rule is off until it is asked for, since firms use these words differently.
Switch it on with `title-rank-parity: {severity: note}`, or `warning` where your titles follow this scale.

Bad
---
    # framework.yaml
    rules:
      title-rank-parity: {severity: note}
    # tracks/people-leadership.yaml
    levels:
      - id: M4
        title: Director of Engineering
    # tracks/specialist.yaml
    levels:
      - id: S4
        title: Senior Specialist  # <- here

Good
----
    # framework.yaml
    rules:
      title-rank-parity: {severity: note}
    # tracks/people-leadership.yaml
    levels:
      - id: M4
        title: Engineering Manager
    # tracks/specialist.yaml
    levels:
      - id: S4
        title: Senior Specialist

When to waive
-------------
While one side keeps titles that were promised to people, with the day on which the level is renamed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.compare import Comparison, guessed_note, possible_note
from ladderc.rules.phrases import capital, grade_name, level_name
from ladderc.rules.title_ranks import SCALE, Rank, expert_rank, manager_rank

MOST = 1
"""How many steps of the scale may lie between two titles at one grade."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level whose title sounds far from the managers', or one for the family."""
    ranked = [(level, rank) for level in case.facts.other_levels() if (rank := expert_rank(level.title, _locale(case)))]
    compared = [found for level, rank in ranked if (found := _compared(case, level, rank)).outcome != "none"]
    if not compared:
        yield case.not_judged("a grade at which both sides have a rank in their titles, such as Senior or Manager")
        return
    claim = "have a title that sounds far from the managers' at the same grade"
    if case.framework.spine_assumed:
        yield guessed_note(case, compared, claim) or case.holds()
        return
    failing = [_fails(case, found) for found in compared if found.outcome == "certain"]
    possible = possible_note(case, compared, claim)
    yield from (*failing, *([possible] if possible else ())) or [
        case.holds(figures=(Figure("titles compared", len(compared), "titles"),))
    ]


def _locale(case: Case) -> str:
    return case.framework.locale


def _compared(case: Case, level: Level, rank: Rank) -> Comparison[int]:
    """The level against those of its references whose titles have a rank."""
    peers = [
        (peer, rank.distance(theirs))
        for peer in case.facts.references(level).levels
        if (theirs := manager_rank(peer.title, _locale(case)))
    ]
    if not peers:
        return Comparison(level, "none")
    far = [(peer, distance) for peer, distance in peers if distance > MOST]
    if not far:
        return Comparison(level, "holds", peers[0][0])
    peer, distance = min(far, key=lambda pair: (pair[1], pair[0].key))
    return Comparison(level, "certain" if len(far) == len(peers) else "possible", peer, distance)


def _fails(case: Case, comparison: Comparison[int]) -> Verdict:
    level, peer = comparison.level, comparison.peer
    own = expert_rank(level.title, _locale(case))
    theirs = manager_rank(peer.title, _locale(case)) if peer else None
    if not (peer and own and theirs and comparison.gap):
        raise AssertionError("only ranked titles are compared")
    lower = own.high < theirs.low
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {level_name(level)} stands beside {level_name(peer)}.",
            f"{capital(theirs.name)} sounds like {capital(SCALE[theirs.low])} to {capital(SCALE[theirs.high])}; "
            f"{capital(own.name)} is {comparison.gap} steps {'lower' if lower else 'higher'}.",
            "Expected one step at most.",
            "Rename one of the two, so that titles at one grade sound alike.",
        )
    )
    return case.fails(
        message,
        level.at("title"),
        case.subject(level=level),
        figures=(Figure("steps between the titles", comparison.gap, "steps"), Figure("steps", MOST, "steps", "limit")),
        related=(Related(peer.at("title"), "the manager's title at this grade"),),
    )


RULE = rule(__name__, check, severity=Severity.OFF)
