"""A past for the sample: one release with every kind of change, one that cannot be told, a planned one and a first one."""

from __future__ import annotations

from ladderc.view.history import (
    ChangeGroup,
    ChangeView,
    Figure,
    FigureRow,
    Figures,
    ImpactCount,
    LevelChange,
    ReleasePart,
    ReleaseView,
    Reworded,
    WordPiece,
)
from ladderc.view.refs import LevelRef
from ladderc.view.view import View

IMPACTS = {"worse": "Worse for people there", "unclear": "Unclear", "better": "Better", "neutral": "Neither"}


def counts(changes: tuple[ChangeView, ...]) -> tuple[ImpactCount, ...]:
    impacts = [change.impact for change in changes]
    return tuple(ImpactCount(impact, name, impacts.count(impact)) for impact, name in IMPACTS.items())


def change(impact: str, message: str, *levels: LevelRef, **more: object) -> ChangeView:
    reason = "More is asked at the same grade." if impact == "worse" else "It is told for a reason."
    fields = {"kind": "expectation-added", "wordings": (), "figures": None, **more}
    return ChangeView(message=message, impact=impact, reason=reason, levels=levels, **fields)  # type: ignore[arg-type]  # a sample


REWORDED = Reworded(
    "",
    "Writes *designs* that one team can follow.",
    "Writes *designs* that three teams can follow.",
    (
        WordPiece("Writes *designs* that ", "same"),
        WordPiece("one team", "gone"),
        WordPiece("three teams", "new"),
        WordPiece(" can follow.", "same"),
    ),
    True,
)
REPLACED = Reworded(
    "de", "Alles neu.", "Nichts davon blieb.", (WordPiece("Alles neu.", "gone"), WordPiece("Nichts davon blieb.", "new")), False
)  # fmt: skip
ADDED = Reworded(
    "", "", "Answers for a **whole** product.", (WordPiece("Answers for a **whole** product.", "new"),), False
)
REMOVED = Reworded("", "Answers for a part.", "", (WordPiece("Answers for a part.", "gone"),), False)


def figures(*grades: str) -> Figures:
    rows = tuple(
        FigureRow(
            grade,
            (
                Figure("Minimum", "£91,000", "£101,000", "+11 %"),
                Figure("Midpoint", "", "£110,000", ""),
                None if place else Figure("Maximum", "£129,000", "", ""),
            ),
        )
        for place, grade in enumerate(grades)
    )
    return Figures("Before and after, a year", ("Minimum", "Midpoint", "Maximum"), rows)


def with_past(view: View) -> View:
    """The same View after four releases; pay was changed where pay may be seen by HR."""
    levels = {level.ref.key: level.ref for level in view.levels}
    s5, many = levels["specialist/S5"], tuple(levels.values())[:9]
    own = (
        change("worse", "Newly asked of S5 under “Craft”.", s5, wordings=(ADDED,)),
        change("better", "No longer asked of S5 under “Craft”.", s5, wordings=(REMOVED,)),
        change("neutral", "Worded differently for S5 under “Delivery”.", s5, wordings=(REWORDED, REPLACED)),
    )
    shared = (change("unclear", "A `setting` of several tracks is another one.", *many),)
    if view.audience == "hr":
        shared += (
            change("better", "The minimum rises for all of Engineering.", *many, figures=figures("G5", "G6", "G7")),
            change("better", "The minimum rises at G5.", s5, figures=figures("G5")),
        )
    parts = (
        ReleasePart("family-engineering", "Several tracks of Engineering", None, counts(shared), shared),
        ReleasePart("track-specialist", "Specialist", s5.track, counts(own), own),
    )
    full = ReleaseView(
        id="2026.10", date="2026-10-01", date_text="1 October 2026", title="Experts reach *further*",
        notes="The pelican clause ended.", first=False, told=True, planned=False, untagged=view.audience == "hr",
        parts=parts, counts=counts(own + shared), number=len(own + shared),
    )  # fmt: skip
    empty = {"parts": (), "counts": counts(()), "number": 0, "untagged": False, "title": "", "notes": ""}
    planned = full._replace(
        **{**empty, "id": "2027.01", "date": "2027-01-01", "date_text": "1 January 2027", "planned": True}
    )
    untold = full._replace(
        **{**empty, "id": "2026.04", "date": "2026-04-01", "date_text": "1 April 2026", "told": False}
    )
    first = full._replace(**{**empty, "id": "RC.1", "date": "2025-10-01", "date_text": "1 October 2025", "first": True})
    releases = (planned, full, untold, first) if view.audience == "hr" else (full, untold, first)
    here = LevelChange(
        "2026.10",
        "1 October 2026",
        (
            ChangeGroup("What is asked", tuple(one._replace(levels=()) for one in own)),
            *(
                (ChangeGroup("Pay", (change("better", "The minimum rises.", figures=figures("G5")),)),)
                if view.audience == "hr"
                else ()
            ),
        ),
    )

    def changed(level: object) -> object:
        return level._replace(changed=(here,)) if level.ref.key == s5.key else level  # type: ignore[attr-defined]  # any level

    tracks = tuple(track._replace(levels=tuple(changed(one) for one in track.levels)) for track in view.tracks)  # type: ignore[arg-type]  # see changed()
    return view._replace(levels=tuple(changed(one) for one in view.levels), tracks=tracks, releases=releases)  # type: ignore[arg-type]  # see changed()
