"""A small View, built by hand, in which every field of a level, a track and a pay table says something somewhere."""

from __future__ import annotations

from decimal import Decimal

from ladderc.view.level import (
    Asked,
    Comparison,
    ComparisonRow,
    DecisionView,
    ExpectationRow,
    LevelView,
    MetricView,
    PromotionView,
    TrackView,
    Way,
)
from ladderc.view.parity import (
    FigureView,
    Parity,
    ParityCell,
    ParityCount,
    ParityDetail,
    ParityGroup,
    ParityRow,
    WaiverView,
)
from ladderc.view.pay import Bar, PayLine, PayRow, PayTable
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Link, TrackRef
from ladderc.view.view import FamilyView, MapEdge, MapRow, Term, TermGroup, View

FAMILY = FamilyRef("engineering", "Engineering", False)
GRADES = tuple(
    GradeRef(f"G{n}", n, name, f"answers for {scope}")
    for n, name, scope in ((1, "Entry", "a task"), (2, "Advanced", "a field"), (3, "", "a product"))
)
STEM = TrackRef("start", "Common start", "common", "Common start", 0)
EXPERTS = TrackRef("specialist", "Specialist", "specialist", "Specialist", 1)
MANAGERS = TrackRef("people-leadership", "People leadership", "people-leadership", "People leadership", 2)

E1 = LevelRef("start/E1", "E1", "Engineer", STEM, GRADES[0], False)
S2 = LevelRef("specialist/S2", "S2", "Senior Specialist", EXPERTS, GRADES[1], False)
S3 = LevelRef("specialist/S3", "S3", "Principal Specialist", EXPERTS, GRADES[2], False)
M2 = LevelRef("people-leadership/M2", "M2", "Team Manager", MANAGERS, GRADES[1], True)

CRAFT = Link("Craft", "dimension-craft")
REACH = Link("Influence", "dimension-influence")
NOTHING = Asked("", ())

ASKS = {
    "E1": (Asked("Learning", ("Fixes what a colleague has described.",)), NOTHING),
    "S2": (
        Asked(
            "Guiding", ("Finds the cause that *others* had given up on.", "Writes it down so that nobody looks twice.")
        ),
        Asked("Guiding", ("Is asked before a design is settled.",)),
    ),
    "S3": (
        Asked("Pioneering", ("Opens a field that the firm did not have.",)),
        Asked("Guiding", ("Changes the plan of a product by [evidence](https://example.org/evidence).",)),
    ),
    "M2": (Asked("Guiding", ("Reads designs closely enough to ask the right question.",)), NOTHING),
}
QUESTIONS = ("How hard are the problems?", "Whose decisions get better?")
EMPTY = LevelView(
    ref=E1, families=(FAMILY,), summary="", reports="", draft=False, builds_on=None, below=None, above=None,
    expectations=(), comparisons=(), counterparts=(), ways_on=(), ways_in=(), metrics=(), decisions=(), forums=(),
    recognition=(), duties=(), promotion=None, pay=None,
)  # fmt: skip


def _rows(level: str) -> tuple[ExpectationRow, ...]:
    pairs = zip((CRAFT, REACH), QUESTIONS, ASKS[level], strict=True)
    return tuple(ExpectationRow(name, question, asked) for name, question, asked in pairs if asked != NOTHING)


def _step(now: LevelRef, target: LevelRef, kind: str) -> Comparison:
    rows = zip((CRAFT, REACH), QUESTIONS, ASKS[now.id], ASKS[target.id], strict=True)
    return Comparison(
        target,
        kind,
        tuple(
            ComparisonRow(name, q, a, b, rises=a.rating != b.rating)
            for name, q, a, b in rows
            if (a, b) != (NOTHING,) * 2
        ),
    )


def _levels(pay: bool) -> dict[str, LevelView]:
    line = PayLine("Dublin", "€71,600", "€86,000", "€100,400", "a year", "10 %", "€4,000", "")
    across = Way(
        "lateral", "Move across", M2, ("pay protected", "trial of 6 months"), "The field is handed over first."
    )
    levels = (
        EMPTY._replace(
            summary="Learns the trade.",
            expectations=_rows("E1"),
            comparisons=(_step(E1, S2, "branch"), _step(E1, M2, "branch")),
            ways_on=(Way("branch", "Choice of track", S2, (), ""), Way("branch", "Choice of track", M2, (), "")),
            pay=() if pay else None,
        ),
        EMPTY._replace(
            ref=S2, summary="The *reference* for a field, in `code` and out of it.", above=S3, expectations=_rows("S2"),
            comparisons=(_step(S2, S3, "rung"),), counterparts=(M2,), builds_on=E1, reports="Nobody reports to this level.",
            ways_on=(Way("rung", "Next level", S3, (), ""), across),
            ways_in=(Way("branch", "From the common start", E1, (), ""),),
            metrics=(MetricView("Second experts", "Output", "People", "at least 2", "engineers who took a question alone",
                                "should rise", "Guild notes", "every half-year"),),
            decisions=(DecisionView(Link("Design of a component", "domain-design"), "decides", "Decides"),
                       DecisionView(Link("Architecture", "domain-architecture"), "advises", "Advises")),
            forums=(Link("Engineering guild", "forum-guild"),), recognition=(Link("Ten study days", "recognition-study"),),
            duties=("Is on call one week in six.",),
            promotion=PromotionView(("Yourself", "Any colleague"), ("A method that others use",), ("One person from another track",),
                                    "Promotion board", "24 months", "When the person is ready.", ("Has held E1 Engineer",)),
            pay=(line,) if pay else None,
        ),
        EMPTY._replace(ref=S3, below=S2, draft=True, expectations=_rows("S3"), pay=(line,) if pay else None),
        EMPTY._replace(ref=M2, reports="3 to 8 people", expectations=_rows("M2"), counterparts=(S2,), pay=(line,) if pay else None),
    )  # fmt: skip
    return {level.ref.key: level for level in levels}


def _track(ref: TrackRef, purpose: str, *levels: LevelView) -> TrackView:
    others = tuple(other for other in (STEM, EXPERTS, MANAGERS) if other != ref)
    rungs = tuple(level.ref for level in reversed(levels))
    return TrackView(ref, (FAMILY,), purpose, False, levels, rungs, tuple(level.ref.grade for level in levels), others)


def _row(grade: GradeRef, amounts: tuple[str, str, str | None], *levels: LevelRef, exception: str = "") -> PayRow:
    low, middle, high = (Decimal(amount) if amount else None for amount in amounts)
    assert low is not None
    return PayRow(
        grade, levels, low, middle, high, False, Decimal("0.1"), Decimal("4000.50"), Decimal(84999), "", "", "", "", "", "",
        exception, Bar(0, None, 1000, high is None),
    )  # fmt: skip


PAY = (
    PayTable(
        anchor="engineering-2026", heading="Engineering, Dublin", family=FAMILY, zone="Dublin", currency="EUR", period="a year",
        effective="2026-01-01", effective_text="1 January 2026", later=False, hours_per_week="39", has_bonus=True,
        has_equity=True, has_market=True, has_exceptions=True, ticks=(),
        rows=(
            _row(GRADES[2], ("90000.10", "108000", None), S3, exception="Scarce: *optimisation*"),
            _row(GRADES[1], ("71600", "86000", "100400"), S2, M2),
        ),
    ),
)  # fmt: skip

PARITY = Parity(
    (ParityCount(FAMILY, 1, 0, 1, 0), ParityCount(None, 0, 0, 0, 1)),
    (
        ParityGroup("reach", "Reach", (
            ParityRow("ceiling-parity", "Tracks reach as high.", "error", (
                ParityCell(FAMILY, "waived", "", (ParityDetail(
                    "waived", "error", "S3 Principal Specialist", "It ends below.", (FigureView("top grade", "expert", "3"),),
                    WaiverView("A post is being written.", "Ada", "2027-01-31"), "",
                ),)),
                ParityCell(None, "not-judged", "no management track", ()),
            )),
        )),
    ),
)  # fmt: skip


def build_view(*, pay: bool = True) -> View:
    """Two ladders over a common start, for HR or, without pay, for the public."""
    levels = _levels(pay)
    steps = (MapEdge("branch", E1, S2, 0, 2, 1, 1, False), MapEdge("lateral", S2, M2, 1, 1, 2, 1, True))
    return View(
        version=1, audience="hr" if pay else "public", audience_name="HR" if pay else "the public", language="en-GB",
        locale="en-GB", today="2026-11-21", today_text="21 November 2026", name="Meridian & Söhne", summary="Planning software.",
        sentence="3 tracks", owner="Aoife Brennan", sponsor="", reviewed_text="15 September 2026",
        repository="https://example.org/ladder", grades=GRADES[::-1],
        families=(FamilyView(FAMILY, (STEM, EXPERTS, MANAGERS), (
            MapRow(GRADES[2], (None, S3, None)), MapRow(GRADES[1], (None, S2, M2)), MapRow(GRADES[0], (E1, None, None)),
        ), steps),),
        tracks=(
            _track(STEM, "", levels[E1.key]),
            _track(EXPERTS, "Deep knowledge of *one* field.", levels[S2.key], levels[S3.key]),
            _track(MANAGERS, "Leads people.", levels[M2.key]),
        ),
        levels=tuple(levels.values()), pay=PAY if pay else None, parity=PARITY, rules=(),
        glossary=(TermGroup("Words", "words", (Term("Grade", "One step.", "word-grade"),)),),
    )  # fmt: skip


def with_level(view: View, key: str, **changes: object) -> View:
    """The same View with one level changed, on its own and within its track."""
    changed = {level.ref.key: level._replace(**changes) if level.ref.key == key else level for level in view.levels}
    tracks = tuple(
        track._replace(levels=tuple(changed[level.ref.key] for level in track.levels)) for track in view.tracks
    )
    return view._replace(levels=tuple(changed.values()), tracks=tracks)
