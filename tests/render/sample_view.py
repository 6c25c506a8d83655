"""A View made by hand: two families, five tracks and a shared one, nine grades, pay, and all four outcomes."""

from __future__ import annotations

from decimal import Decimal

from sample_past import with_past

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
    ProofView,
    RuleSection,
    RuleText,
    SettingView,
    StationView,
    WaiverView,
)
from ladderc.view.pay import Bar, PayLine, PayRow, PayTable, Tick
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Link, TrackRef
from ladderc.view.view import FamilyView, MapEdge, MapRow, Term, TermGroup, View

GRADES = tuple(
    GradeRef(f"G{number}", number, name, scope)
    for number, (name, scope) in enumerate(
        (
            ("Learning", "does well-defined tasks with someone at hand"),
            ("Independent", "owns a feature or a case from start to finish"),
            ("Experienced", "owns a problem area of one team"),
            ("Expert", "owns outcomes that one team depends on for a year"),
            ("Multiplier", "owns outcomes shared by several teams"),
            ("Strategist", "owns a strategy for a whole department"),
            ("Architect", "owns how several departments work together"),
            ("Visionary", "owns the direction of a part of the company"),
            ("Executive", "answers for the company as a whole"),
        ),
        start=1,
    )
)
ENGINEERING = FamilyRef("engineering", "Engineering", False)
CARE = FamilyRef("care", "Customer care", False)

STEM = TrackRef("engineering-common", "Engineering, first steps", "common", "Common start", 0)
SPECIALIST = TrackRef("specialist", "Specialist", "specialist", "Specialist", 1)
PEOPLE = TrackRef("people-leadership", "People leadership", "people-leadership", "People leadership", 2)
PROJECT = TrackRef("project-leadership", "Project leadership", "project-leadership", "Project leadership", 3)
INFLUENCE = TrackRef(
    "influence-innovation", "Influence and innovation", "influence-innovation", "Influence and innovation", 4
)
CARE_EXPERT = TrackRef("care-specialist", "Care specialist", "specialist", "Specialist", 0)
CARE_LEAD = TrackRef("care-leadership", "Care leadership", "people-leadership", "People leadership", 1)

_TITLES = {
    STEM: (1, "E", ("Associate Engineer", "Engineer", "Senior Engineer")),
    SPECIALIST: (
        4,
        "S",
        ("Specialist", "Lead Specialist", "Principal Specialist", "Distinguished Specialist", "Fellow"),
    ),
    PEOPLE: (
        4,
        "M",
        (
            "Team Lead",
            "Engineering Manager",
            "Head of Engineering Department",
            "Director of Engineering",
            "Vice President",
            "Chief Technology Officer",
        ),
    ),
    PROJECT: (4, "P", ("Project Lead", "Programme Lead", "Portfolio Lead", "Director of Delivery", "Head of Delivery")),
    INFLUENCE: (4, "I", ("Improvement Guide", "Practice Guide", "Innovation Principal", "Innovation Director")),
    CARE_EXPERT: (1, "C", ("Care Associate", "Care Specialist", "Senior Care Specialist", "Principal Care Specialist")),
    CARE_LEAD: (3, "L", ("Shift Lead", "Care Manager", "Head of Customer Care")),
}
DIMENSIONS = (
    ("Craft", "dimension-craft", "How well do you do the work of your discipline?"),
    ("Delivery", "dimension-delivery", "How reliably does work reach the people who need it?"),
    ("Influence", "dimension-influence", "Who decides differently because of you?"),
    ("People", "dimension-people", "How do you make the people around you better?"),
)
_STATEMENTS = {
    "Craft": (
        "Finishes well-described tasks and asks *before* guessing.",
        "Chooses among known solutions and can say why.",
        "Finds the cause behind problems that come back.",
        "Sets the standard that others copy without being told.",
        "Solves problems that nobody here has solved before.",
        "Opens a way of working that several departments adopt.",
    ),
    "Delivery": (
        "Says early when a task will be late.",
        "Breaks work into steps of a day or two and finishes them.",
        "Plans for risk and removes it before it costs a week.",
        "Coordinates work across teams that do not report to the same person.",
        "Stops work that no longer pays, and says so in the open.",
        "Makes the conditions in which many plans can succeed.",
    ),
    "Influence": (
        "Writes down what was done so that another person can follow it.",
        "Explains a trade-off to a colleague from another discipline.",
        "Leads the written decision and records who disagreed, and why.",
        "Turns a disagreement between teams into a decision both can act on.",
        "Represents the department to customers, see [the guide](https://example.org/guide).",
        "Changes how the industry talks about the problem.",
    ),
    "People": (
        "Asks for feedback and acts on it.",
        "Helps a new colleague through the first weeks.",
        "Mentors people who come back for more.",
        "Grows the people who will lead the next problem of this size.",
        "Builds the bench: successors exist for every critical role nearby.",
        "Attracts people whom the company could not have hired before.",
    ),
}


def ref(track: TrackRef, place: int) -> LevelRef:
    first, letter, titles = _TITLES[track]
    grade = GRADES[first + place - 1]
    level_id = f"{letter}{grade.number}"
    manages = track.kind == "people-leadership"
    return LevelRef(f"{track.id}/{level_id}", level_id, titles[place], track, grade, manages)


def refs(track: TrackRef) -> tuple[LevelRef, ...]:
    return tuple(ref(track, place) for place in range(len(_TITLES[track][2])))


def sample_view(*, audience: str = "hr") -> View:
    """The whole sample; without pay for ``public``."""
    pay = audience != "public"
    tracks = tuple(_track(track, pay) for track in _TITLES)
    view = View(
        version=1,
        audience=audience,
        audience_name={"public": "the public", "employees": "employees", "hr": "HR"}[audience],
        language="en",
        locale="en",
        today="2026-11-21",
        today_text="21 November 2026",
        name="Tern",
        summary="Every way to grow here is as real as management. Find where you are and what the next level asks.",
        sentence="Seven tracks over nine grades, in two job families.",
        owner="Priya Nair",
        sponsor="Ole Lindqvist",
        reviewed_text="2 October 2026",
        repository="https://example.org/tern/careers",
        grades=tuple(reversed(GRADES)),
        families=(
            _family(ENGINEERING, (STEM, SPECIALIST, PEOPLE, PROJECT, INFLUENCE)),
            _family(CARE, (CARE_EXPERT, CARE_LEAD)),
        ),
        tracks=tracks,
        levels=tuple(level for track in tracks for level in track.levels),
        pay=_pay() if pay else None,
        parity=_parity(pay),
        rules=_rules(),
        glossary=_glossary(),
    )
    return with_past(view)


def _family_of(track: TrackRef) -> FamilyRef:
    return CARE if track in (CARE_EXPERT, CARE_LEAD) else ENGINEERING


def _asked(track: TrackRef, place: int, dimension: str) -> Asked:
    strength = min(_TITLES[track][0] + place - 1, 8) * 6 // 9
    first = _STATEMENTS[dimension][strength]
    beside = (_STATEMENTS[dimension][strength - 1],) if dimension == "Delivery" and strength else ()
    return Asked(str(strength + 1), (first, *beside))


def _steps(level: LevelRef) -> tuple[list[Way], list[Way]]:
    """Ways on and ways in, from the edges that every family declares below."""
    on, into = [], []
    for kind, source, target, both in _edges(_family_of(level.track)):
        conditions = ("pay protected", "trial of 6 months") if kind in ("lateral", "return") else ()
        name = {
            "rung": "Next level",
            "branch": "Choice of track",
            "lateral": "Move across",
            "return": "Way back",
            "promotion": "Promotion into another track",
        }[kind]
        note = "Agreed with both leads, in writing." if kind == "lateral" else ""
        if source.key == level.key:
            on.append(Way(kind, name, target, conditions, note))
        if target.key == level.key:
            into.append(Way(kind, name, source, conditions, note))
        if both and target.key == level.key:
            on.append(Way("return", "Way back", source, conditions, ""))
        if both and source.key == level.key:
            into.append(Way("return", "Way back", target, conditions, ""))
    return on, into


def _edges(family: FamilyRef) -> list[tuple[str, LevelRef, LevelRef, bool]]:
    tracks = [track for track in _TITLES if _family_of(track) == family]
    found = [("rung", a, b, False) for track in tracks for a, b in zip(refs(track), refs(track)[1:], strict=False)]
    if family == CARE:
        return [*found, ("lateral", ref(CARE_EXPERT, 2), ref(CARE_LEAD, 0), True)]
    found += [("branch", ref(STEM, 2), ref(track, 0), False) for track in (SPECIALIST, PEOPLE, PROJECT, INFLUENCE)]
    return [
        *found,
        ("lateral", ref(SPECIALIST, 0), ref(PEOPLE, 0), True),
        ("lateral", ref(SPECIALIST, 1), ref(PEOPLE, 1), True),
        ("lateral", ref(SPECIALIST, 2), ref(PROJECT, 2), True),
        ("lateral", ref(PEOPLE, 2), ref(INFLUENCE, 2), False),
        ("promotion", ref(INFLUENCE, 3), ref(PEOPLE, 4), False),
        ("return", ref(PEOPLE, 3), ref(SPECIALIST, 3), False),
        ("promotion", ref(PROJECT, 1), ref(PEOPLE, 4), False),
    ]


def _level(track: TrackRef, place: int, pay: bool) -> LevelView:
    own = refs(track)
    this = own[place]
    above = own[place + 1] if place + 1 < len(own) else None
    on, into = _steps(this)
    targets = [way for way in on if way.kind in ("rung", "branch")]
    empty = this.id == "I7"
    peers = tuple(
        other
        for sibling in _TITLES
        if sibling != track and _family_of(sibling) == _family_of(track)
        for other in refs(sibling)
        if other.grade == this.grade
    )
    return LevelView(
        ref=this,
        families=(_family_of(track),),
        summary=""
        if empty
        else f"Works where {this.grade.scope.replace('owns', 'somebody owns')}, and is **trusted** with it.",
        reports="3 to 9 people" if this.manages else "",
        draft=this.id == "I6",
        builds_on=own[place - 1] if this.id == "S6" else None,
        below=own[place - 1] if place else None,
        above=above,
        expectations=()
        if empty
        else tuple(
            ExpectationRow(Link(name, anchor), question, _asked(track, place, name))
            for name, anchor, question in DIMENSIONS
        ),
        comparisons=tuple(
            Comparison(
                way.level,
                way.kind,
                tuple(
                    ComparisonRow(
                        Link(name, anchor),
                        question,
                        _asked(track, place, name),
                        Asked("", ())
                        if name == "People" and way.level.track == SPECIALIST
                        else _asked(way.level.track, refs(way.level.track).index(way.level), name),
                        name in ("Craft", "Influence"),
                    )
                    for name, anchor, question in DIMENSIONS
                ),
            )
            for way in targets
        ),
        counterparts=peers,
        ways_on=tuple(on),
        ways_in=tuple(into),
        metrics=()
        if empty
        else (
            MetricView(
                "Decisions that still stand after a year",
                "Outcome",
                "Craft",
                "at least 8 in 10",
                "",
                "should rise",
                "decision log",
                "every year",
            ),
            MetricView("Time from idea to first use", "Outcome", "Delivery", "30", "days", "should fall", "", ""),
        ),
        decisions=()
        if empty
        else (
            DecisionView(Link("Technology", "domain-technology"), "decides", "Decides"),
            DecisionView(Link("Budget", "domain-budget"), "advises", "Advises"),
        ),
        forums=() if empty else (Link("Architecture council", "forum-council"),),
        recognition=() if empty else (Link("Fellow", "recognition-fellow"),),
        duties=() if empty else ("Is on call one week in six.", "Reviews `design notes` within two days."),
        promotion=None
        if place == 0
        else PromotionView(
            nomination=("The person or anyone who works with them.",),
            evidence=("Three pieces of work at the level.", "One voice from another department."),
            panel=("Two people at the level, one from another track.",),
            approver="Head of the department",
            months="at least 12 months",
            basis="When the person is ready; no post has to be free.",
            requires=(),
        ),
        pay=_pay_lines(this) if pay else None,
    )


def _pay_lines(level: LevelRef) -> tuple[PayLine, ...]:
    if level.grade.number == 9:
        return ()
    low = 30 + 14 * level.grade.number
    return tuple(
        PayLine(zone, f"£{low},000", f"£{low + 9},000", f"£{low + 18},000", "a year", "10 %", "£4,000", note)
        for zone, note in (("London", ""), ("Rest of the country", "An exception until 2027: scarce skills."))
    )


def _track(track: TrackRef, pay: bool) -> TrackView:
    levels = tuple(_level(track, place, pay) for place in range(len(refs(track))))
    siblings = tuple(t for t in _TITLES if t != track and _family_of(t) == _family_of(track))
    return TrackView(
        ref=track,
        families=(_family_of(track),),
        purpose=""
        if track == CARE_LEAD
        else f"For people who grow through {track.kind_name.lower()}, *on its own terms*.",
        draft=track == INFLUENCE,
        levels=levels,
        rungs=tuple(reversed(refs(track))),
        grades=tuple(level.ref.grade for level in levels),
        neighbours=siblings,
    )


def _family(family: FamilyRef, columns: tuple[TrackRef, ...]) -> FamilyView:
    used = sorted({level.grade.number for track in columns for level in refs(track)}, reverse=True)
    rows = tuple(
        MapRow(
            GRADES[number - 1],
            tuple(next((lv for lv in refs(track) if lv.grade.number == number), None) for track in columns),
        )
        for number in used
    )
    edges = tuple(
        MapEdge(
            kind,  # type: ignore[arg-type]  # the sample's steps are typed as plain text
            source,
            target,
            columns.index(source.track),
            used.index(source.grade.number),
            columns.index(target.track),
            used.index(target.grade.number),
            both,
        )
        for kind, source, target, both in _edges(family)
    )
    return FamilyView(family, columns, rows, edges)


def _pay() -> tuple[PayTable, ...]:
    return tuple(
        _table(family, zone, later)
        for family, zone, later in (
            (ENGINEERING, "London", False),
            (ENGINEERING, "Rest of the country", False),
            (ENGINEERING, "London", True),
            (CARE, "", False),
        )
    )


def _table(family: FamilyRef, zone: str, later: bool) -> PayTable:
    top = 180
    tracks = [track for track in _TITLES if _family_of(track) == family]
    rows = []
    for grade in reversed(GRADES[:8] if family == ENGINEERING else GRADES[:5]):
        low, spread = 30 + 14 * grade.number, 18
        open_end = grade.number == 8
        rows.append(
            PayRow(
                grade=grade,
                levels=tuple(lv for track in tracks for lv in refs(track) if lv.grade == grade),
                min=Decimal(low * 1000),
                midpoint=Decimal((low + 9) * 1000),
                max=None if open_end else Decimal((low + spread) * 1000),
                midpoint_worked_out=grade.number == 3,
                bonus=Decimal("0.1"),
                equity=Decimal(4000),
                market=Decimal((low + 8) * 1000),
                min_text=f"£{low},000",
                midpoint_text=f"£{low + 9},000",
                max_text="" if open_end else f"£{low + spread},000",
                bonus_text="10 %",
                equity_text="£4,000",
                market_text=f"£{low + 8},000",
                exception="Scarce skills: *agreed* until 2027." if grade.number == 5 else "",
                bar=Bar(
                    start=low * 1000 // top,
                    midpoint=(low + 9) * 1000 // top,
                    end=1000 if open_end else (low + spread) * 1000 // top,
                    open=open_end,
                ),
            )
        )
    when = "1 April 2027" if later else "1 April 2026"
    where = f", {zone}" if zone else ""
    return PayTable(
        anchor=f"pay-{family.id}-{zone.split(' ', maxsplit=1)[0].lower() or 'all'}-{'later' if later else 'now'}",
        heading=f"{family.name}{where}",
        family=family,
        zone=zone,
        currency="GBP",
        period="a year",
        effective="2027-04-01" if later else "2026-04-01",
        effective_text=when,
        later=later,
        hours_per_week="37.5",
        has_bonus=True,
        has_equity=True,
        has_market=True,
        has_exceptions=True,
        ticks=tuple(Tick(at * 1000 // top, f"£{at}k") for at in (0, 50, 100, 150)),
        rows=tuple(rows),
    )


def _detail(outcome: str, about: str, message: str, **more: object) -> ParityDetail:
    given: dict[str, object] = {"severity": "error", "figures": (), "waiver": None, "because": "", **more}
    return ParityDetail(outcome=outcome, about=about, message=message, **given)  # type: ignore[arg-type]


def _ways() -> tuple[ProofView, ...]:
    """A long way that is barred, and more short ones than are drawn at once."""
    path = (*refs(STEM), *refs(PEOPLE)[:2], refs(INFLUENCE)[-1])
    steps = [*("" for _ in refs(STEM)), "choice of track", "", "back"]
    barred = tuple(
        StationView(level, step, "manages people" if level.manages else "")
        for level, step in zip(path, steps, strict=True)
    )
    short = tuple(
        ProofView(f"Across at {one.id}", (StationView(one, "", ""), StationView(other, "across", "")))
        for one, other in zip(refs(SPECIALIST), refs(PEOPLE), strict=False)
    )
    return (ProofView("The shortest way on to G8", barred), *short[:4])


def _parity(pay: bool) -> Parity:
    figures = (
        FigureView("midpoint", "expert", "£114,000"),
        FigureView("midpoint", "manager", "£128,000"),
        FigureView("ratio", "", "0.89"),
        FigureView("at least", "limit", "0.95"),
    )
    pay_row = ParityRow(
        "pay-ceiling-parity",
        "The top band of every track reaches as high as the managers'.",
        "error",
        (
            ParityCell(
                ENGINEERING,
                "fails",
                "",
                (
                    _detail(
                        "fails",
                        "S8 Fellow",
                        "S8 Fellow (grade G8) tops out at £142,000; its counterpart M8 tops out at £168,000.\n"
                        "Raise the band of S8, or add a waiver.",
                        figures=figures,
                    ),
                ),
            ),
            ParityCell(CARE, "not-judged", "no pay structure names this family", ()),
        ),
    )
    many = tuple(
        _detail("fails", f"I{number} level", f"I{number} says nothing about Delivery.", because="placeholder-text")
        for number in range(4, 12)
    )
    return Parity(
        counts=(
            ParityCount(ENGINEERING, 1, 2 if pay else 1, 1, 0),
            ParityCount(CARE, 2, 0, 0, 2 if pay else 1),
            ParityCount(None, 1, 0, 0, 0),
        ),
        groups=(
            ParityGroup(
                "structure",
                "Structure",
                (
                    ParityRow(
                        "ceiling-parity",
                        "Every track reaches the grade that managers reach.",
                        "error",
                        (
                            ParityCell(
                                ENGINEERING,
                                "waived",
                                "",
                                (
                                    _detail(
                                        "waived",
                                        "Influence and innovation",
                                        "The track ends at G7; people leadership reaches G8.",
                                        figures=(FigureView("top grade", "expert", "7"),),
                                        ways=_ways(),
                                        waiver=WaiverView(
                                            "The eighth level opens in *spring*.", "Priya Nair", "1 May 2027"
                                        ),
                                    ),
                                ),
                            ),
                            ParityCell(
                                CARE,
                                "holds",
                                "",
                                (
                                    _detail(
                                        "holds",
                                        "Care specialist",
                                        "",
                                        figures=(FigureView("top grade", "expert", "4"),),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    ParityRow(
                        "placeholder-text",
                        "Nothing on a page is a placeholder.",
                        "warning",
                        (ParityCell(None, "holds", "", ()),),
                    ),
                ),
            ),
            ParityGroup(
                "visibility",
                "Visibility",
                (
                    ParityRow(
                        "dimension-coverage",
                        "Every level says something under every dimension.",
                        "error",
                        (
                            ParityCell(ENGINEERING, "fails", "", many),
                            ParityCell(CARE, "not-judged", "a level of people leadership", ()),
                        ),
                    ),
                ),
            ),
            *((ParityGroup("pay", "Pay", (pay_row,)),) if pay else ()),
        ),
    )


def _rules() -> tuple[RuleText, ...]:
    settings = (SettingView("floor", "0.95", "The least ratio of expert to manager.", True),)
    return tuple(
        RuleText(
            name,
            claim,
            f"{category.capitalize()}; {severity} in profile `adopt`; since 0.1.0.",
            tuple(
                RuleSection(title, title.lower().replace(" ", "-"), text, form, settings if form == "settings" else ())
                for title, form, text in (
                    (
                        "Why",
                        "prose",
                        "A gap tells people that *management* is the only way up.\n\n"
                        "They leave, or take a job they do not want.",
                    ),
                    ("Source", "prose", "Our own reading of [the article](https://example.org/article)."),
                    (
                        "Breaks it",
                        "yaml",
                        '# tracks/specialist.yaml\nlevels:\n  - id: S5\n    grade: G5   # <- here\n    title: "TODO"',
                    ),
                    (
                        "Satisfies it",
                        "yaml",
                        "# tracks/specialist.yaml\nlevels:\n  - id: S5\n    grade: G6\n    title: Lead Specialist",
                    ),
                    ("Settings", "settings", f"In `framework.yaml` under `rules:`, `{name}:`."),
                    ("When to waive", "prose", "Where the gap closes within the year and everybody knows the date."),
                )
                if form != "settings" or name[0] == "p"
            ),
        )
        for name, category, severity, claim in (
            ("pay-ceiling-parity", "pay", "error", "The top band of every track reaches as high as the managers'."),
            ("ceiling-parity", "structure", "error", "Every track reaches the grade that managers reach."),
            ("placeholder-text", "structure", "warning", "Nothing on a page is a placeholder."),
            ("dimension-coverage", "visibility", "error", "Every level says something under every dimension."),
            ("way-back", "mobility", "error", "Whoever moved into management can move back."),
        )
    )


def _glossary() -> tuple[TermGroup, ...]:
    return (
        TermGroup("Grades", "grades", tuple(Term(g.name, f"{g.scope}.", f"grade-{g.id.lower()}") for g in GRADES)),
        TermGroup("What is judged", "dimensions", tuple(Term(name, q, anchor) for name, anchor, q in DIMENSIONS)),
        TermGroup(
            "Forums, domains and recognition",
            "forums",
            (
                Term("Architecture council", "Meets every month and decides on technology.", "forum-council"),
                Term("Technology", "", "domain-technology"),
                Term("Budget", "What money is spent on.", "domain-budget"),
                Term("Fellow", "A title for life, equal to Vice President.", "recognition-fellow"),
            ),
        ),
    )
