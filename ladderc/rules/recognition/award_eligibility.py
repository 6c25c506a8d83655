"""Every award can be won on every kind of track.

Why
---
An award shows the whole firm what is worth celebrating.
If only some kinds of work can win it, the others have been told what theirs is worth.
It costs a line to open it.

Source
------
D: "recognized, celebrated".
Kinds that no track of the framework is of do not count; an award without `open_to` is open to all.

Bad
---
    # framework.yaml
    awards:
      - id: golden-impeller
        name: Golden Impeller
        open_to: [people-leadership, project-leadership]  # <- here

Good
----
    # framework.yaml
    awards:
      - id: golden-impeller
        name: Golden Impeller

When to waive
-------------
When the award is for what only one kind of track does, and each of the others has one as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Subject, Verdict
from ladderc.model.catalogue import Award
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import coded, listed, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict an award that some kinds of track cannot win, or one for the framework."""
    awards = case.framework.awards
    if not awards:
        yield case.not_judged("an award, under `awards` in framework.yaml")
        return
    kinds: dict[str, list[Track]] = {}
    for track in case.framework.tracks.values():
        kinds.setdefault(track.kind, []).append(track)
    failing = [
        _fails(case, award, kinds, shut)
        for award in awards.values()
        if award.open_to and (shut := [kind for kind in kinds if kind not in award.open_to])
    ]
    yield from failing or [case.holds(figures=(Figure("awards open to every kind", len(awards), "awards"),))]


def _fails(case: Case, award: Award, kinds: dict[str, list[Track]], shut: list[str]) -> Verdict:
    tracks = [track for kind in shut for track in kinds[kind]]
    message = "\n".join(
        (
            f"The award {award.name.plain.strip() or award.id} is open to {coded(award.open_to)}, not to {coded(shut)}: "
            f"nobody on {listed((track_name(track) for track in tracks), 'or', most=5)} can win it.",
            f"Take `open_to` out, or add {coded(shut)} to it.",
        )
    )
    return case.fails(
        message,
        award.place._replace(route=(*award.place.route, "open_to")),
        Subject(),
        *sorted(Subject(family=family, track=track.id) for track in tracks for family in track.families),
        figures=(
            Figure("kinds of track that can win it", len(kinds) - len(shut), "kinds"),
            Figure("kinds of track in use", len(kinds), "kinds", "limit"),
        ),
        discriminator=award.id,
    )


RULE = rule(__name__, check, severity=Severity.WARNING, scope="framework")
