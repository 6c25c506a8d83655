"""What the rules say of the older framework by the measure and in the ids of today."""

from __future__ import annotations

from ladderc.model.catalogue import RuleOptions
from ladderc.model.framework import Framework
from ladderc.review.pairing import Pairing
from ladderc.rules.engine import judge
from ladderc.rules.judgement import Judgement, Result

_MEASURE = ("profile", "rules", "law", "locale", "spine_assumed", "review_every_months")
"""What of framework.yaml decides how strictly, and with which words, rules judge."""


def by_todays_measure(pairing: Pairing, said: Judgement, today: str) -> Judgement:
    """The older state judged again where the measure itself changed, so that only what people changed counts as new.

    A rule that is switched on finds old debt, and one that is switched off mends none.
    """
    if _measure(pairing.before) != _measure(pairing.after):
        said = judge(pairing.before._replace(**{field: getattr(pairing.after, field) for field in _MEASURE}), today)
    if pairing.names.same and not pairing.renamed and all(old.id == new.id for old, new in pairing.tracks.pairs):
        return said
    return Judgement(tuple(_renamed(pairing, result) for result in said.results))


def _measure(framework: Framework) -> tuple[object, ...]:
    rules = {rule: _settled(options) for rule, options in framework.rules.items()}
    return (rules, *(getattr(framework, field) for field in _MEASURE if field != "rules"))


def _settled(options: RuleOptions) -> object:
    """What is asked of a rule, wherever it is written."""
    return (options.severity, dict(options.settings), {id: _settled(one) for id, one in options.families})


def _renamed(pairing: Pairing, result: Result) -> Result:
    subjects = tuple(map(pairing.subject_now, result.verdict.subjects))
    finding = result.finding._replace(subjects=subjects) if result.finding else None
    return result._replace(verdict=result.verdict._replace(subjects=subjects), finding=finding)
