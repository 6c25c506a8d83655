"""A level is described about as fully as the managers' level at its grade.

Why
---
What is described at length can be aimed for, argued about and rewarded.
If a manager's job fills a page and the expert's at the same grade three lines, the expert's promotion hangs on who is
in the room.
The same holds the other way round, so management that is thinner than its counterparts is found as well.
The rule counts words and statements: it measures how much is written, not how good it is.

Source
------
J: "the same structure and visibility".
That a description may be up to two fifths shorter, and that less than three statements do not count, is
our own choice.
Placeholders count nothing.
What a level builds on (`builds_on`, or `statements: cumulative`) counts in its favour and not against its peer, who may
be written in full.
A level that asks for nothing at all is left to `section-parity`.

Bad
---
    # tracks/people-leadership.yaml
    levels:
      - id: M7
        expectations:
          people:
            - Leaves a culture that works without being watched.
            - Has grown at least two people who could take over tomorrow, and says so to the board.
            - Hears about trouble between departments before it reaches their own meetings.
            - Parts from those who harm others, however much they sell.
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        expectations:
          delivery:
            - Steers the firm through a change of its whole range without a lost year.
            - Ends undertakings that everybody loves as soon as their purpose has gone.
            - Keeps three plants and two suppliers at one pace through a shortage.
    # tracks/specialist.yaml
    levels:
      - id: S7
        expectations:  # <- here
          craft:
            - Solves a problem that the whole industry had taken for a law of nature.

Good
----
    # tracks/people-leadership.yaml
    levels:
      - id: M7
        expectations:
          people:
            - Leaves a culture that works without being watched.
            - Has grown at least two people who could take over tomorrow, and says so to the board.
            - Hears about trouble between departments before it reaches their own meetings.
            - Parts from those who harm others, however much they sell.
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        expectations:
          delivery:
            - Steers the firm through a change of its whole range without a lost year.
            - Ends undertakings that everybody loves as soon as their purpose has gone.
            - Keeps three plants and two suppliers at one pace through a shortage.
    # tracks/specialist.yaml
    levels:
      - id: S7
        expectations:
          craft:
            - Solves a problem that the whole industry had taken for a law of nature.
            - Judges in one evening whether a proposal from outside deserves a year of the firm.
            - Founds a laboratory that keeps finding things after its founder has left.

When to waive
-------------
When one of the two levels is being rewritten, until the date on which it will be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.phrases import grade_name, level_name
from ladderc.rules.volume import Volume, asked, middle, written
from ladderc.wording.numbers import share

CLAIM = "be described in far fewer words than a level at the same grade"


class _Depth(NamedTuple):
    """What a level says itself, and what it asks for in all."""

    own: Volume
    all: Volume

    def against(self, other: _Depth) -> Volume:
        """What this level is measured by beside another: its own words, unless both add to other levels."""
        return self.all if other.all != other.own else self.own


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that is described far more briefly than its peer; one note a family on what may be."""
    facts = case.facts
    known = {level.key: _depth(case, level) for level in (*facts.other_levels(), *facts.management_levels())}
    comparisons = [_compared(case, known, level) for level in facts.other_levels()]
    reverse = [_reverse(case, known, level) for level in facts.management_levels()]
    judged = sum(comparison.outcome != "none" for comparison in comparisons)
    if not judged or not any(depth and depth.all.statements for depth in known.values()):
        yield case.not_judged("statements of a manager and of somebody beside them at one grade")
        return
    if case.framework.spine_assumed:
        note = guessed_note(case, [*comparisons, *reverse], CLAIM)
        failing = [note] if note else []
    else:
        failing = [_thinner(case, known, one, "A") for one in comparisons if one.outcome == "certain"]
        failing += [_thinner(case, known, one, "M") for one in reverse if one.outcome == "certain"]
        note = possible_note(case, comparisons, CLAIM)
        failing += [note] if note else []
    yield from failing or [case.holds(figures=(Figure("levels compared", judged, "levels"),))]


def _depth(case: Case, level: Level) -> _Depth | None:
    """What the level says; None where it says nothing about anything."""
    if not case.content.spoken_to(level):
        return None
    own = written(case.content, level)
    return _Depth(own, asked(case.content, level, own))


def _compared(case: Case, known: dict[str, _Depth | None], level: Level) -> Comparison[Volume]:
    """A level of A against those of its references that say something."""
    own = known[level.key]
    if not own or not any(known[peer.key] for peer in case.facts.references(level).levels):
        return Comparison(level, "none")

    def gap_to(_: Level, peer: Level) -> Volume | None:
        theirs = known[peer.key]
        volume = theirs.against(own) if theirs else None
        return volume if volume and _short(case, own.all, volume) else None

    return compare(case.facts, level, gap_to, lambda volume: volume.words)


def _reverse(case: Case, known: dict[str, _Depth | None], level: Level) -> Comparison[Volume]:
    """A level of M against the middle of the levels beside it."""
    own = known[level.key]
    said = [(peer, theirs) for peer in case.facts.counterparts(level) if (theirs := known[peer.key])]
    if not own or not said:
        return Comparison(level, "none")
    volumes = [theirs.against(own) for _, theirs in said]
    typical = middle(volumes)
    if not _short(case, own.all, typical):
        return Comparison(level, "holds", said[0][0])
    nearest = min(range(len(said)), key=lambda position: abs(Decimal(volumes[position].words) - typical.words))
    return Comparison(level, "certain", said[nearest][0], typical)


def _short(case: Case, one: Volume, other: Volume) -> bool:
    """Whether one description is far shorter than the other."""
    if other.statements - one.statements < int(case.number("least_statements")):
        return False  # most levels end here, before the slower fractions
    return one.below(other, Fraction(case.number("least")), int(case.number("least_statements")))


def _thinner(case: Case, known: dict[str, _Depth | None], found: Comparison[Volume], side: str) -> Verdict:
    level, peer, theirs, depth = found.level, found.peer, found.gap, known[found.level.key]
    assert peer is not None, "a short description has its peer"
    assert theirs is not None, "a short description has what it is compared with"
    assert depth is not None, "a level that says nothing is not compared"
    own = depth.all
    locale = case.framework.locale
    whom = level_name(peer) if side == "A" else f"the levels beside it, such as {level_name(peer)},"
    typical = "" if side == "A" else " in the middle"
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {level_name(level)} asks for {own.told(locale)}, "
            f"{whom} for {theirs.told(locale)}{typical}.",
            f"Expected at least {share(Fraction(case.number('least')), locale)} of either; "
            "counting shows how much is written, not how good it is.",
            f"Write under `expectations` of {level.id} what is asked there beyond that.",
        )
    )
    return case.fails(
        message,
        level.at("expectations"),
        case.subject(level=level),
        figures=(*_figures(own, side), *_figures(theirs, "M" if side == "A" else "A"), _limit(case)),
        related=(Related(peer.at("expectations"), f"what {peer.id} asks for"),),
        topic=side,
    )


def _figures(volume: Volume, side: str) -> Sequence[Figure]:
    return Figure("statements", volume.statements, "statements", side), Figure("words", volume.words, "words", side)


def _limit(case: Case) -> Figure:
    return Figure("least", case.number("least"), "ratio", "limit")


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(
        Setting("least", Decimal("0.6"), "The share of the peer's statements and of its words."),
        Setting("least_statements", 3, "By how many statements the two levels must differ at least."),
    ),
)
