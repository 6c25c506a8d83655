"""One cause, one finding: which findings are dropped, and which are shown as following from another."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.finding import Finding, Related, Subject
from ladderc.rules.judgement import Result

Shared = Literal["family", "track", "level", "grade"]


class Precedence(NamedTuple):
    """``cause`` stands for ``effect`` where both speak of the same ``shared`` thing of one family.

    ``drops``: the effect is not said at all. ``explains``: it is kept, shown under the cause, and not counted;
    one that is heavier than the cause stands on its own, with the cause as a related place (decision 20).
    ``topic`` limits this to the effects that carry it, ``cause_topic`` to the causes that do.
    """

    cause: str
    how: Literal["drops", "explains"]
    effect: str
    shared: Shared
    topic: str = ""
    cause_topic: str = ""


TABLE = (
    Precedence("placeholder-text", "drops", "definition-depth", "level"),
    Precedence("placeholder-text", "drops", "thinner-than-below", "level"),
    Precedence("placeholder-text", "drops", "section-parity", "level"),
    Precedence("placeholder-text", "drops", "metrics-present", "level"),
    Precedence("placeholder-text", "drops", "measurable-metric", "level"),
    Precedence("placeholder-text", "drops", "metric-parity", "level"),
    Precedence("placeholder-text", "drops", "adjacent-levels-differ", "level"),
    Precedence("placeholder-text", "drops", "dimension-coverage", "level"),
    Precedence("only-path-is-management", "drops", "ceiling-parity", "family", cause_topic="none"),
    Precedence("only-path-is-management", "drops", "reach-apex-without-managing", "family", cause_topic="none"),
    Precedence("only-path-is-management", "drops", "fork-has-choices", "family", cause_topic="none"),
    Precedence("only-path-is-management", "drops", "tracks-connected", "family", cause_topic="none"),
    Precedence("ceiling-parity", "explains", "pay-ceiling-parity", "family", topic="missing-grades"),
    Precedence("ceiling-parity", "explains", "dead-end-level", "family", topic="top", cause_topic="ceiling"),
    Precedence("ceiling-parity", "explains", "management-as-promotion", "family", topic="move", cause_topic="ceiling"),
    Precedence("ceiling-parity", "explains", "expert-can-outearn-manager", "family"),
    Precedence("management-gate", "explains", "reach-apex-without-managing", "family"),
    Precedence("reach-apex-without-managing", "drops", "ceiling-parity", "track", topic="track-end"),
    Precedence("reach-apex-without-managing", "explains", "dead-end-level", "track"),
    Precedence("reach-apex-without-managing", "explains", "fork-has-choices", "track"),
    Precedence("dead-end-level", "drops", "ceiling-parity", "track", topic="track-end"),
    Precedence("promotion-cycle", "explains", "move-step", "level", topic="falling"),
    Precedence("way-back", "explains", "move-step", "level", topic="return"),
    Precedence("grade-gap", "explains", "equal-climb", "family", cause_topic="managers"),
    Precedence("no-moves-declared", "explains", "unreachable-level", "family"),
    Precedence("tracks-connected", "explains", "unreachable-level", "track", cause_topic="not-entered"),
    Precedence("way-back", "explains", "tracks-connected", "family", topic="management-not-left"),
    Precedence("band-order", "drops", "band-spread", "grade"),
    Precedence("band-order", "drops", "midpoint-progression", "grade"),
    Precedence("band-order", "drops", "band-overlap", "grade"),
    Precedence("band-order", "drops", "band-gap", "grade"),
    Precedence("band-order", "drops", "band-parity", "grade"),
    Precedence("band-order", "drops", "target-pay-parity", "grade"),
    Precedence("band-order", "drops", "pay-follows-grade", "grade"),
    Precedence("band-order", "drops", "market-ratio", "grade"),
    Precedence("band-order", "drops", "pay-ceiling-parity", "family"),
    Precedence("band-order", "drops", "expert-can-outearn-manager", "family"),
    Precedence("band-missing", "drops", "band-parity", "grade"),
    Precedence("band-missing", "drops", "target-pay-parity", "grade"),
    Precedence("band-missing", "drops", "section-parity", "level", topic="pay"),
    Precedence("band-parity", "explains", "target-pay-parity", "grade", topic="no-worse"),
    Precedence("band-parity", "explains", "pay-ceiling-parity", "grade", topic="same-grade"),
    Precedence("band-parity", "explains", "band-gap", "level", cause_topic="band"),
    Precedence("band-parity", "explains", "band-overlap", "level", cause_topic="band"),
    Precedence("band-parity", "explains", "midpoint-progression", "level", cause_topic="band"),
    Precedence("band-gap", "explains", "band-overlap", "level"),
    Precedence("band-gap", "explains", "midpoint-progression", "level"),
    Precedence("band-spread", "explains", "band-overlap", "grade"),
    Precedence("section-parity", "explains", "recognition-parity", "level", topic="absent", cause_topic="recognition"),
    Precedence("section-parity", "explains", "decision-rights", "level", topic="absent", cause_topic="decisions"),
    Precedence("definition-depth", "explains", "thinner-than-below", "level"),
    Precedence("definition-depth", "explains", "section-parity", "level"),
    Precedence("definition-depth", "explains", "metric-parity", "level"),
    Precedence("section-parity", "explains", "metrics-present", "level", topic="none", cause_topic="metrics"),
    Precedence("metrics-present", "explains", "measurable-metric", "level"),
    Precedence("metrics-present", "explains", "metric-parity", "level"),
    Precedence("metrics-present", "explains", "track-kind-contract", "track", topic="metric"),
    Precedence("dimension-coverage", "explains", "three-measures", "track"),
    Precedence("track-kind-contract", "explains", "reach-apex-without-managing", "track", cause_topic="reports"),
    Precedence("dimension-coverage", "explains", "track-kind-contract", "track", topic="complexity"),
    Precedence("track-kind-contract", "explains", "three-measures", "track", cause_topic="complexity"),
    Precedence("dimension-coverage", "explains", "definition-depth", "level"),
    Precedence("dimension-coverage", "explains", "thinner-than-below", "level"),
    Precedence("rating-regression", "explains", "expertise-stays-central", "track", topic="fall"),
    Precedence("ceiling-parity", "explains", "families-consistent", "family", topic="below-managers"),
    Precedence("title-as-pay-workaround", "explains", "manager-title-without-reports", "level"),
    Precedence("title-as-pay-workaround", "explains", "title-rank-parity", "level"),
    Precedence("manager-title-without-reports", "explains", "manager-without-reports", "level"),
    Precedence("manager-title-without-reports", "explains", "title-rank-parity", "level"),
    Precedence("manager-without-reports", "explains", "title-rank-parity", "level"),
    Precedence("track-kind-contract", "explains", "people-duties-outside-leadership", "level", cause_topic="reports"),
    Precedence("headcount-as-criterion", "explains", "rungs-by-headcount", "track"),
    Precedence("tenure-only-promotion", "explains", "promotion-bar-parity", "level", topic="evidence"),
    Precedence("rungs-by-headcount", "explains", "adjacent-levels-differ", "level"),
    Precedence(
        "section-parity", "explains", "manager-entry-criteria", "level", topic="absent", cause_topic="promotion"
    ),
    Precedence("adjacent-levels-differ", "explains", "thinner-than-below", "level"),
)
"""In the order of the catalogue's section on precedence."""


def settle(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """The results with every consequence dropped or put under its cause; causes are read as they came in."""
    failing: dict[str, list[Result]] = {}
    for result in results:
        if result.finding:
            failing.setdefault(result.verdict.rule, []).append(result)
    causes: dict[str, list[tuple[Precedence, Result]]] = {}
    for entry in TABLE:
        several = [(entry, result) for result in failing.get(entry.cause, ()) if _causes(entry, result)]
        causes.setdefault(entry.effect, []).extend(several)
    dropped: dict[str, str] = {}
    settled = [
        _settled(result, causes.get(result.verdict.rule, []), dropped) if result.finding else result
        for result in results
    ]
    return tuple([_under_what_is_said(result, dropped) if result.finding else result for result in settled])


def _causes(entry: Precedence, result: Result) -> bool:
    return not entry.cause_topic or entry.cause_topic in result.verdict.topic.split()


def _settled(result: Result, causes: list[tuple[Precedence, Result]], dropped: dict[str, str]) -> Result:
    """One failing result; where it is dropped, ``dropped`` learns which finding stands for it; ``causes`` are of its rule."""
    verdict, finding = result.verdict, result.finding
    assert finding is not None, "only failing results are settled"
    milder: list[Related] = []
    for entry, cause in causes:
        if entry.topic and entry.topic not in verdict.topic.split():
            continue
        if not _share(entry.shared, cause.verdict.subjects, verdict.subjects):
            continue
        assert cause.finding is not None, "a cause is a finding"
        if entry.how == "drops":
            dropped[finding.fingerprint] = cause.finding.fingerprint
            said = verdict._replace(state="not-judged", lacking=f"`{entry.cause}` has to be mended first", message="")
            return result._replace(verdict=said, finding=None)
        if finding.severity.rank > cause.finding.severity.rank:
            milder.append(_beside(cause.finding))
        else:
            finding = finding._replace(because=cause.finding.fingerprint)
    if milder and not finding.because:
        finding = finding._replace(related=(*finding.related, *milder))
    return result._replace(finding=finding)


def _beside(cause: Finding) -> Related:
    return Related(cause.place, f"may follow from `{cause.rule}`, a {cause.severity.value} here")


def _under_what_is_said(result: Result, dropped: dict[str, str]) -> Result:
    """What follows from a dropped finding follows from the one that stands for it; else nobody would see it."""
    finding = result.finding
    while finding and finding.because in dropped:
        finding = finding._replace(because=dropped[finding.because])
    return result._replace(finding=finding)


def _share(what: Shared, some: tuple[Subject, ...], others: tuple[Subject, ...]) -> bool:
    """Whether two verdicts speak of one thing; a level is known by its track and id."""
    return any(
        one.family == other.family
        and (what == "family" or (getattr(one, what) is not None and getattr(one, what) == getattr(other, what)))
        and (what != "level" or one.track == other.track)
        for one in some
        for other in others
    )
