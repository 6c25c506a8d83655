"""The whole review of a change: what changed, parity before and after, and what the rules about changes find."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.model.change import Change, RatioMoved
from ladderc.model.framework import Framework
from ladderc.review.compare import unfolded, worst_first
from ladderc.review.measured import by_todays_measure
from ladderc.review.pairing import pair
from ladderc.review.parity import ratios_moved
from ladderc.review.sums import folded
from ladderc.rules import acks, catalog
from ladderc.rules.content import Content
from ladderc.rules.engine import case_of, result_of
from ladderc.rules.facts import family_facts
from ladderc.rules.judgement import Judgement, Result
from ladderc.rules.reviewed import Reviewed
from ladderc.rules.settings import switched_off


class State(NamedTuple):
    """One state of a framework, and what the rules said of it."""

    framework: Framework
    judgement: Judgement


class Review(NamedTuple):
    """Two states of a framework compared.

    ``before`` is in the ids of today, but for those of tracks and levels. ``changes`` are worst first. ``moved`` are figures of parity that are not what they were.
    ``judgement`` is that of the rules about changes. ``mended`` are findings of the older state that are gone.
    """

    before: Framework
    after: Framework
    changes: tuple[Change, ...]
    moved: tuple[RatioMoved, ...]
    judgement: Judgement
    mended: tuple[Finding, ...]


def review(before: State, after: State, today: str) -> Review:
    """Compare two states that were judged on one day, ``today`` as an ISO date."""
    new = after.framework
    pairing = pair(before.framework, new)
    single = unfolded(pairing)
    changes = worst_first(folded(single, pairing))
    was = by_todays_measure(pairing, before.judgement, today)
    reviewed = Reviewed(pairing.before, changes, single, was, after.judgement)
    moved = ratios_moved(pairing, today)
    return Review(pairing.before, new, changes, moved, _judged(new, today, reviewed), _mended(reviewed))


def _judged(after: Framework, today: str, reviewed: Reviewed) -> Judgement:
    """What the rules about changes say; those about acknowledgements last, for they ask which were used."""
    facts, nothing = family_facts(after), Content(after, ())
    results: tuple[Result, ...] = ()
    used: frozenset[int] = frozenset()
    rules = [rule for rule in catalog.load_review() if not switched_off(after, rule, None)]
    about_acks = [rule for rule in rules if rule.name.startswith("ack-")]
    for group in ([rule for rule in rules if rule not in about_acks], about_acks):
        found = tuple(
            result_of(after, rule, verdict)
            for rule in group
            for verdict in rule.check(
                case_of(after, rule, None, facts, nothing, today)._replace(review=reviewed._replace(used_acks=used))
            )
        )
        if group is not about_acks:
            found, used = acks.apply(found, after.acks, today, after.locale)
        results += found
    return Judgement(results)


def _mended(reviewed: Reviewed) -> tuple[Finding, ...]:
    """Findings that were there and are not; what could not be judged now was not mended."""
    present = {finding.rule: list[Finding]() for finding in reviewed.now.findings}
    for finding in reviewed.now.findings:
        present[finding.rule].append(finding)
    unjudged = {
        (result.verdict.rule, result.verdict.family)
        for result in reviewed.now.results
        if result.verdict.state == "not-judged"
    }
    return tuple(
        finding
        for finding in reviewed.was.findings
        if not finding.waived
        and not finding.because
        and not any(set(finding.subjects) & set(one.subjects) for one in present.get(finding.rule, ()))
        and (finding.rule, finding.subjects[0].family if finding.subjects else None) not in unjudged
    )
