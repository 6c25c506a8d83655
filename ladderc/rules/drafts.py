"""Drafts: what holds for nobody yet, and so fails nothing before the day on which it is published."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.finding import Finding, Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework


def drafts(framework: Framework) -> frozenset[str]:
    """The keys of all levels that are drafts, by themselves or with their track."""
    return frozenset(
        level.key
        for track in framework.tracks.values()
        for level in track.levels
        if "draft" in (track.status, level.status)
    )


class Drafts:
    """The drafts of a framework, and what a change made of those that there were, to be asked about findings."""

    def __init__(self, framework: Framework, changes: Iterable[Change]) -> None:
        """``changes`` are those that led to the framework, each level by itself."""
        self._levels = drafts(framework)
        self._tracks = {id for id, track in framework.tracks.items() if track.status == "draft"}
        published = [change for change in changes if change.kind == "published"]
        self._published = {key for change in published for key in change.reaches} - self._levels
        self._published_tracks = {str(change.subjects[0].track) for change in published if change.thing == "track"}
        members: dict[str, set[str]] = {}
        for track in framework.tracks.values():
            for family in track.families:
                members.setdefault(family, set()).add(track.id)
        self._families = {family: min(ids) for family, ids in members.items() if ids <= self._tracks}
        begun = {family for family, ids in members.items() if ids <= self._tracks | self._published_tracks}
        self._published_families = begun - self._families.keys()

    def owed_by(self, finding: Finding) -> str | None:
        """The track or level without which there would be no such finding, for it is a draft; None where there is none.

        It falls short itself, or is the only one that something is compared with; or its family has nothing but drafts.
        """
        if all(self._has_drafts_alone(subject) for subject in finding.subjects):
            return self._families[str(finding.subjects[0].family)]
        of_drafts = [subject for subject in finding.subjects if self._is_draft(subject)]
        if not of_drafts or (of_drafts[0] != finding.subjects[0] and len(finding.subjects) - len(of_drafts) > 1):
            return None
        track = of_drafts[0].track
        return track if track in self._tracks else f"{track}/{of_drafts[0].level}"

    def published(self, finding: Finding) -> bool:
        """Whether it is about what was a draft before the change."""
        return any(
            f"{subject.track}/{subject.level}" in self._published
            if subject.level
            else subject.track in self._published_tracks
            or (subject.track is None and subject.family in self._published_families)
            for subject in finding.subjects
        )

    def _has_drafts_alone(self, subject: Subject) -> bool:
        """Whether a family is meant that has no track in force yet."""
        return subject.track is None and subject.family in self._families

    def _is_draft(self, subject: Subject) -> bool:
        return subject.track in self._tracks or f"{subject.track}/{subject.level}" in self._levels
