"""A level and the managers' level at its grade are not described in the same sentences.

Why
---
A second ladder made by copying the first is management under another name.
People who chose it are then judged by sentences that were written for somebody with a team.
What both are truly asked for is better shared on purpose: give the statement the same `id` on both sides.

Source
------
J: "genuinely different".
How much may be the same is our own choice.
Two statements count as one where at least four fifths of their words, taken together, are in both.
Statements that carry one `id` on both sides are shared on purpose and set aside;
what is left is judged from three statements on.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S4
        expectations:  # <- here
          craft: [Understands the product well enough to tell a hard problem from a slow one.]
          delivery: [Agrees goals that the team reaches without working through the night.]

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S4
        expectations:
          craft: [Models a pump that has not been built and predicts its wear within a tenth.]
          delivery: [Agrees goals that the team reaches without working through the night.]

When to waive
-------------
When the two levels differ in what they decide and not in how they are described.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Statement
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.likeness import Pool
from ladderc.rules.phrases import grade_name, level_name
from ladderc.wording.numbers import share

FEWEST = 3
"""Of fewer statements nothing is concluded."""


class _Copy(NamedTuple):
    """How many statements two levels have in common, of those that the shorter of them has."""

    peer: Level
    common: int
    of: int


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that repeats its managers' level, or one for the family."""
    facts = case.facts
    said = {
        level.key: case.content.said(level).statements for level in (*facts.other_levels(), *facts.management_levels())
    }
    pairs = [(level, peers) for level in facts.other_levels() if (peers := facts.references(level).levels)]
    if not any(said[level.key] and any(said[peer.key] for peer in peers) for level, peers in pairs):
        yield case.not_judged("statements of a manager and of somebody beside them at one grade")
        return
    pools = _pools(case, {peer.key: peer for _, peers in pairs for peer in peers}.values(), said)
    failing = [
        _copied(case, level, copy)
        for level, peers in pairs
        if (copy := _nearest(case, level, peers, pools, said)) and _too_much(case, copy)
    ]
    yield from failing or [case.holds()]


def _pools(
    case: Case, levels: Iterable[Level], said: dict[str, tuple[Statement, ...]]
) -> dict[str, Pool[tuple[str, str | None]]]:
    """The managers' statements of each grade, with the level and the statement's id."""
    pools: dict[str, Pool[tuple[str, str | None]]] = {}
    for level in levels:
        pool = pools.setdefault(level.grade, Pool())
        owners = [(level.key, statement.id) for statement in said[level.key]]
        pool.add_all(zip(case.content.words(level), owners, strict=True), case.content.words_together(level))
    return pools


def _nearest(
    case: Case,
    level: Level,
    peers: Sequence[Level],
    pools: dict[str, Pool[tuple[str, str | None]]],
    said: dict[str, tuple[Statement, ...]],
) -> _Copy | None:
    """The managers' level that has most in common with this one."""
    common: Counter[str] = Counter()
    own, words, pool = said[level.key], case.content.words(level), pools[level.grade]
    enough = _enough(case, own, [said[peer.key] for peer in peers])
    most = 0
    for position, statement in enumerate(own):
        if most + len(own) - position <= enough:
            return None  # whatever the rest says, most of it is its own
        if like := pool.owners_like(words[position]):
            common.update({key for key, name in like if not statement.id or statement.id != name})
            most = max(common.values(), default=0)
    copies = []
    for peer in peers:
        if common[peer.key]:
            shared = {one.id for one in said[level.key] if one.id} & {one.id for one in said[peer.key] if one.id}
            counts = [sum(one.id not in shared for one in said[key]) for key in (level.key, peer.key)]
            copies.append(_Copy(peer, min(common[peer.key], *counts), min(counts)))
    return max(copies, key=lambda copy: Fraction(copy.common, max(copy.of, 1)), default=None)


def _enough(case: Case, own: Sequence[Statement], others: list[Sequence[Statement]]) -> Decimal:
    """How many statements in common are certainly not too many: a quick way out for levels that differ."""
    names = {one.id for one in own if one.id}
    shortest = min((len(other) for other in others if len(other) >= FEWEST), default=0)
    if names and any(one.id in names for other in others for one in other):
        shortest = 0  # some are set aside, so fewer count
    return case.number("most_common") * min(shortest, len(own))


def _too_much(case: Case, copy: _Copy) -> bool:
    return copy.of >= FEWEST and copy.common > Fraction(case.number("most_common")) * copy.of


def _copied(case: Case, level: Level, copy: _Copy) -> Verdict:
    most = case.number("most_common")
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {level_name(level)} and {level_name(copy.peer)} have {copy.common} of {copy.of} "
            f"statements in common; at most {share(Fraction(most), case.framework.locale)} may be.",
            f"Write what {level.id} is asked for in its own words, or give what both share the same `id` on both sides.",
        )
    )
    return case.fails(
        message,
        level.at("expectations"),
        case.subject(level=level),
        figures=(
            Figure("statements in common", copy.common, "statements"),
            Figure("statements", copy.of, "statements"),
            Figure("most in common", most, "ratio", "limit"),
        ),
        related=(Related(copy.peer.at("expectations"), "nearly the same sentences"),),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.NOTE,
    settings=(
        Setting("most_common", Decimal("0.6"), "The share of the shorter level's statements that both may have."),
    ),
)
