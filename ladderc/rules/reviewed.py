"""What rules about a change are handed besides the framework as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ladderc.finding import Finding, Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.rules.judgement import Judgement
from ladderc.span import Place


class Reviewed(NamedTuple):
    """The framework as it was, what changed, and what the rules said of both states.

    ``renamed`` maps keys of levels as they were to keys as they are, for those whose id or track changed.
    ``used_acks`` are the positions of acknowledgements that matched a finding.
    """

    before: Framework
    changes: tuple[Change, ...]
    was: Judgement
    now: Judgement
    renamed: Mapping[str, str]
    used_acks: frozenset[int] = frozenset()

    def subject_now(self, subject: Subject) -> Subject:
        """A subject of the older framework by the ids of today."""
        key = self.renamed.get(f"{subject.track}/{subject.level}")
        if key is None:
            return subject
        track, _, level = key.partition("/")
        return subject._replace(track=track, level=level)

    def known_before(self) -> dict[tuple[str, tuple[Subject, ...]], Finding]:
        """What the rules found before and no waiver covered, by rule and subjects of today."""
        found: dict[tuple[str, tuple[Subject, ...]], Finding] = {}
        for finding in self.was.findings:
            if not finding.waived:
                found[finding.rule, tuple(map(self.subject_now, finding.subjects))] = finding
        return found


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
