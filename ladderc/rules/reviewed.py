"""What rules about a change are handed besides the framework as it is now."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ladderc.finding import Finding, Severity, Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.rules.judgement import Judgement
from ladderc.span import Place

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Reviewed(NamedTuple):
    """The framework as it was, what changed, and what the rules said of both states.

    ``changes`` are those that people read, ``single`` the same before alike ones were folded into one.
    ``before`` and ``was`` speak in the ids of today, and ``was`` judges by the settings of today.
    ``used_acks`` are the positions of acknowledgements that matched a finding.
    """

    before: Framework
    changes: tuple[Change, ...]
    single: tuple[Change, ...]
    was: Judgement
    now: Judgement
    used_acks: frozenset[int] = frozenset()


class Debts:
    """What was broken before the change, to be asked for what is broken now.

    Findings of one rule about the same subjects are the same debt, on whatever date they hold; where a rule finds
    several there, those that it tells apart by the same word belong together, and others one to one.
    """

    def __init__(self, before: Judgement, now: Judgement) -> None:
        """Sort what was found before by rule; notes are no debt."""
        self._open = _by_rule([finding for finding in before.findings if _counts(finding)])
        self._excused = _by_rule([finding for finding in before.findings if finding.waived])
        self._now = _by_rule(now.findings)
        self._moved: dict[int, str] = {}

    def known(self, finding: Finding) -> Finding | None:
        """The finding of before that is the same debt; it may have been wider."""
        same = [one for one in self._open.get(finding.rule, ()) if set(one.subjects) >= set(finding.subjects)]
        word = _undated(finding)
        if alike := [one for one in same if _undated(one) == word]:
            return _of_the_date(finding, alike)
        still = {_undated(one) for one in self._now[finding.rule] if set(one.subjects) & set(finding.subjects)}
        for one in same:  # one that is told apart by a position may stand elsewhere now
            if _undated(one) not in still and self._moved.setdefault(id(one), word) == word:
                return one
        return None

    def grown(self, finding: Finding) -> Finding | None:
        """The finding of before that was about fewer subjects."""
        narrower = (one for one in self._open.get(finding.rule, ()) if set(one.subjects) < set(finding.subjects))
        return next((one for one in narrower if _undated(one) == _undated(finding)), None)

    def excused(self, finding: Finding) -> Finding | None:
        """The finding of before that a waiver covered, and none covers any more."""
        covered = (one for one in self._excused.get(finding.rule, ()) if set(one.subjects) >= set(finding.subjects))
        return next((one for one in covered if _undated(one) == _undated(finding)), None)


def _by_rule(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _counts(finding: Finding) -> bool:
    return not finding.waived and finding.severity.rank >= Severity.WARNING.rank


def _undated(finding: Finding) -> str:
    """What a rule tells its findings about one subject apart by, whatever the date on which they hold."""
    return _DATE.sub("", finding.discriminator).strip()


def _of_the_date(finding: Finding, alike: Sequence[Finding]) -> Finding:
    """Of one debt on several dates that which held on the date asked for: the latest not after it."""
    ordered = sorted(alike, key=_date)
    return next((one for one in reversed(ordered) if _date(one) <= _date(finding)), ordered[0])


def _date(finding: Finding) -> str:
    found = _DATE.search(finding.discriminator)
    return found.group() if found else ""


def in_order(subjects: Sequence[Subject]) -> list[Subject]:
    """Subjects by their ids, so that an acknowledgement holds in whatever order files and levels stand."""
    return sorted(subjects, key=lambda subject: tuple(part or "" for part in subject))


def anchor(change: Change, framework: Framework) -> Place:
    """Where to point for a change in the files of today: what is gone is pointed at by what held it."""
    if not change.gone:
        return change.place
    subject = change.subjects[0] if change.subjects else Subject()
    level = framework.levels.get(f"{subject.track}/{subject.level}")
    track = framework.tracks.get(subject.track or "")
    family = framework.families.get(subject.family or "")
    owner = level or track or (family if family and not family.implied else None)
    return owner.place if owner else framework.place
