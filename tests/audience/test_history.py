"""What each audience reads of published states: whole texts, a level's own list, and nothing that it may not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from seeing import DAY, linked

from ladderc import pipeline
from ladderc.model.catalogue import Release
from ladderc.model.framework import Framework
from ladderc.model.text import plain
from ladderc.review.history import Past, in_order
from ladderc.span import Place
from ladderc.view.history import ChangeView, ReleaseView
from ladderc.view.level import LevelView
from ladderc.view.view import View

PLACE = Place("releases.yaml")


def release(id: str, date: str) -> Release:
    return Release(id, date, plain(f"Title of {id}"), None, id, PLACE)


class Firm:
    """A framework that was published twice, and is what it is ``now``; each state is a snippet over the base."""

    def __init__(self, folder: Path, before: str, after: str, now: str | None = None) -> None:
        self.states = [linked(snippet, folder / str(place)) for place, snippet in enumerate((before, after))]
        self.now = self.states[1] if now is None else linked(now, folder / "now")
        self.releases = [release("2025.10", "2025-10-01"), release("2026.10", "2026-10-01")]

    def view(self, audience: str) -> View:
        past = [Past(one, state) for one, state in zip(self.releases, self.states, strict=True)]
        return pipeline.view(self.now, audience, DAY, past)

    def changes(self, audience: str) -> list[ChangeView]:
        return [change for part in self.view(audience).releases[0].parts for change in part.changes]

    def kinds(self, audience: str) -> list[str]:
        return [change.kind for change in self.changes(audience)]

    def level(self, key: str, audience: str = "public") -> LevelView:
        return next(level for level in self.view(audience).levels if level.ref.key == key)


def here(level: LevelView) -> list[tuple[str, str]]:
    return [
        (group.name, change.message)
        for release in level.changed
        for group in release.groups
        for change in group.changes
    ]


LONG = (
    "Writes down how wear comes about in every pump of the line, has the description tried by two teams "
    "that do not know the pump, and mends it until both arrive at the same forecast"
)


def asks(level: str, sentence: str) -> str:
    return f"""
# tracks/specialist.yaml
levels: [{{id: {level}, expectations: {{craft: {{statements: ["{sentence}."]}}}}}}]
"""


def test_a_new_sentence_stands_whole_below_what_happened_to_it(tmp_path: Path) -> None:
    changes = Firm(tmp_path, "", asks("S5", LONG)).changes("public")
    assert [(change.kind, change.impact) for change in changes] == [
        ("expectation-added", "worse"),
        ("expectation-removed", "better"),
    ]
    new, gone = changes
    assert "…" not in new.message
    assert "S5 Staff Specialist" in new.message
    assert "“Craft”" in new.message
    assert LONG[:20] not in new.message
    assert [(text.before, text.after) for text in new.wordings] == [("", f"{LONG}.")]
    assert [(text.before, text.after) for text in gone.wordings] == [
        ("Derives one theory from faults that three products showed in different shapes.", "")
    ]


def test_a_reworded_sentence_is_told_word_by_word(tmp_path: Path) -> None:
    sentence = "Derives one theory from faults that five products showed in different ways"
    (change,) = Firm(tmp_path, "", asks("S5", sentence)).changes("public")
    assert change.kind == "expectation-reworded"
    (text,) = change.wordings
    assert text.patchwork
    assert [piece.text for piece in text.pieces if piece.fate == "gone"] == ["three", "shapes."]
    assert [piece.text for piece in text.pieces if piece.fate == "new"] == ["five", "ways."]


def test_a_title_that_the_sentence_tells_whole_is_not_told_twice(tmp_path: Path) -> None:
    titled = "\n# tracks/specialist.yaml\nlevels: [{id: S5, title: Pump Sage}]\n"
    (change,) = Firm(tmp_path, "", titled).changes("public")
    assert (change.kind, change.wordings) == ("title-changed", ())
    assert "“Pump Sage”" in change.message
    assert "“Staff Specialist”" in change.message


def test_only_the_language_of_the_pages_is_told_where_both_changed(tmp_path: Path) -> None:
    def summary(english: str, german: str) -> str:
        return f"\n# tracks/specialist.yaml\nlevels: [{{id: S5, summary: {{en: {english}, de: {german}}}}}]\n"

    both = Firm(tmp_path / "both", summary("Sees far.", "Sieht weit."), summary("Sees near.", "Sieht nah."))
    assert [(text.language, text.after) for text in both.changes("public")[0].wordings] == [("", "Sees near.")]
    german = Firm(tmp_path / "german", summary("Sees far.", "Sieht weit."), summary("Sees far.", "Sieht nah."))
    assert [(text.language, text.after) for text in german.changes("public")[0].wordings] == [("de", "Sieht nah.")]


EVERYWHERE = """
# tracks/specialist.yaml
levels: [{id: S4, duties: [Joins the zeppelin rota.]}, {id: S5, duties: [Joins the zeppelin rota.]}]
# tracks/people-leadership.yaml
levels: [{id: M5, duties: [Joins the zeppelin rota.]}]
"""


def test_what_happened_alike_at_several_levels_is_one_change_that_each_level_tells_of_itself(tmp_path: Path) -> None:
    firm = Firm(tmp_path, "", EVERYWHERE)
    (change,) = firm.changes("public")
    assert "the same at 2 more levels" in change.message
    assert [level.key for level in change.levels] == ["people-leadership/M5", "specialist/S4", "specialist/S5"]
    for key in ("specialist/S4", "specialist/S5", "people-leadership/M5"):
        assert here(firm.level(key)) == [("What is asked", "This level has one more duty.")]
    assert here(firm.level("specialist/S6")) == []


def test_a_levels_list_says_this_level_and_is_sorted_by_side(tmp_path: Path) -> None:
    several = """
# tracks/specialist.yaml
levels:
  - id: S4
    title: Pump Sage
    summary: Sees far.
    recognition: [study-leave]
moves: []
"""
    sides = here(Firm(tmp_path, "", several).level("specialist/S4"))
    assert [name for name, _ in sides] == sorted(
        (name for name, _ in sides),
        key=["The level", "What is asked", "How you get here", "Ways", "What comes with it"].index,
    )
    assert ("The level", "This level is titled “Pump Sage” now; it was “Senior Specialist”.") in sides
    assert ("The level", "The summary of this level is worded differently.") in sides
    assert any(message.startswith("This level does not come with") for _, message in sides)
    assert not [message for _, message in sides if "S4" in message]


def test_a_level_of_a_new_track_is_not_told_its_neighbours(tmp_path: Path) -> None:
    hidden = "\n# tracks/project-leadership.yaml\nstatus: draft\n"
    firm = Firm(tmp_path, hidden, "")
    level = firm.level("project-leadership/P5")
    assert ("The level", "This level came with its whole track.") in here(level)
    assert "track-added" in firm.kinds("public")
    assert "published" in firm.kinds("hr")


def test_parts_follow_the_maps_and_the_whole_comes_last(tmp_path: Path) -> None:
    several = EVERYWHERE + asks("S6", "Opens a new field")
    more = several + "\n# framework.yaml\nforums: [{id: third, name: A third table}]\n"
    view = Firm(tmp_path, "", more).view("public")
    parts = view.releases[0].parts
    assert [(part.anchor, part.name) for part in parts] == [
        ("family-engineering", "Several tracks of Engineering"),
        ("track-specialist", "Specialist"),
        ("whole", "The framework as a whole"),
    ]
    assert [part.track.id if part.track else None for part in parts] == [None, "specialist", None]
    counts = {count.impact: count.number for count in view.releases[0].counts}
    assert sum(counts.values()) == view.releases[0].number == sum(len(part.changes) for part in parts)


RAISE = """
# pay/2026.yaml
bands: [{grade: G5, min: 63000, midpoint: 75500, max: 88000}]
"""


def test_hr_reads_amounts_before_and_after_and_a_level_those_of_its_grade(tmp_path: Path) -> None:
    two = RAISE.replace("bands: [", "bands: [{grade: G4, min: 53000, midpoint: 63500, max: 74000}, ")
    firm = Firm(tmp_path, "", two)
    (change,) = [one for one in firm.changes("hr") if one.kind == "band-raised"]
    assert change.figures is not None
    assert change.figures.heads == ("Minimum", "Midpoint", "Maximum")
    assert [row.grade for row in change.figures.rows] == ["G4", "G5"]
    assert change.figures.rows[1].figures[1] is not None
    assert tuple(change.figures.rows[1].figures[1]) == ("Midpoint", "£74,000", "£75,500", "+2 %")
    (group,) = firm.level("specialist/S5", "hr").changed[0].groups
    assert group.name == "Pay"
    assert group.changes[0].figures is not None
    assert [row.grade for row in group.changes[0].figures.rows] == ["G5"]


@pytest.mark.parametrize("audience", ["public", "employees"])
def test_nobody_but_hr_reads_what_pay_was(tmp_path: Path, audience: str) -> None:
    firm = Firm(tmp_path, "", RAISE)
    assert firm.kinds("hr") == ["band-raised"]
    assert firm.kinds(audience) == []
    view = firm.view(audience)
    assert (view.releases[0].told, view.releases[0].number) == (True, 0)
    assert all(level.changed == () for level in view.levels)


def track(fields: str) -> str:
    return f"\n# tracks/project-leadership.yaml\n{fields}\n"


DUTY = track("levels: [{id: P5, duties: [Joins the zeppelin rota.]}]")


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        (track("visible_to: [hr]"), DUTY, ""),
        ("", track("visible_to: [hr]\nlevels: [{id: P5, duties: [Joins the zeppelin rota.]}]"), ""),
        ("", DUTY, track("visible_to: [hr]")),
        (track("status: draft"), DUTY, track("status: draft")),
        ("", DUTY, track("levels: [{id: P5, visible_to: [hr]}]")),
        ("", DUTY, track("levels: [{id: P5, status: draft}]")),
    ],
    ids=["hidden before", "hidden after", "hidden today", "a draft then and today", "level hidden", "level a draft"],
)
def test_what_was_or_is_hidden_is_in_no_sentence(tmp_path: Path, before: str, after: str, now: str) -> None:
    firm = Firm(tmp_path, before, after, now)
    assert "zeppelin" in repr(firm.view("hr").releases)
    assert "zeppelin" not in repr(firm.view("public"))


def test_who_renames_a_hidden_track_does_not_open_its_past(tmp_path: Path) -> None:
    secret = "\n# tracks/project-leadership.yaml\nid: undercover\nvisible_to: [hr]\n"
    moved = secret + "".join(
        f"# tracks/{name}.yaml without moves\n{{}}\n" for name in ("specialist", "people-leadership")
    )
    firm = Firm(tmp_path, "", DUTY, moved)
    assert "zeppelin" in repr(firm.view("hr").releases)
    assert "zeppelin" not in repr(firm.view("public"))


def test_how_the_firm_watches_over_its_framework_is_for_hr(tmp_path: Path) -> None:
    watched = """
# framework.yaml
owner: Ada Field
rules: {profile: adopt}
freeze: {from: "2027-02-01", to: "2027-03-31"}
families: [{id: engineering, scarce: true}]
# tracks/project-leadership.yaml
levels: [{id: P5, visible_to: [employees, public]}]
"""
    firm = Firm(tmp_path, "", watched)
    kinds = set(firm.kinds("hr"))
    assert kinds >= {"framework-fact-changed", "freeze-set", "family-changed", "audience-changed"}
    assert firm.kinds("public") == firm.kinds("employees") == []


def test_a_family_whose_tracks_nobody_sees_is_not_named(tmp_path: Path) -> None:
    care = """
# framework.yaml
families: [{id: care, name: Quiet Care}]
# tracks/care.yaml
id: care
name: Care
kind: specialist
family: care
status: draft
levels: [{id: C4, grade: G4, title: Carer}]
"""
    firm = Firm(tmp_path, "", care)
    assert "family-added" in firm.kinds("hr")
    assert firm.kinds("public") == []
    assert "Quiet Care" not in repr(firm.view("public").releases)


def test_a_release_of_the_future_is_planned_for_hr_and_nothing_for_the_rest(tmp_path: Path) -> None:
    firm = Firm(tmp_path, "", EVERYWHERE)
    firm.releases[1] = release("2027.01", "2027-01-01")
    planned: ReleaseView = firm.view("hr").releases[0]
    assert (planned.id, planned.planned) == ("2027.01", True)
    public = firm.view("public")
    assert [(one.id, one.planned, one.first) for one in public.releases] == [("2025.10", False, True)]
    assert all(level.changed == () for level in public.levels)


def test_a_release_counts_from_its_very_day(tmp_path: Path) -> None:
    firm = Firm(tmp_path, "", EVERYWHERE)
    firm.releases[1] = release("2026.11", DAY.isoformat())
    newest = firm.view("public").releases[0]
    assert (newest.id, newest.planned) == ("2026.11", False)


def test_a_state_that_is_not_at_hand_is_told_of_it_and_of_the_next(tmp_path: Path) -> None:
    now = linked("", tmp_path)
    days = {"a": "2024-01-01", "b": "2025-01-01", "c": "2026-01-01", "d": "2026-02-01"}
    states: dict[str, Framework | None] = {"a": now, "b": None, "c": now, "d": now}
    past = [Past(release(id, day), states[id]) for id, day in days.items()]
    view = pipeline.view(now, "public", DAY, past)
    assert [(one.id, one.first, one.told) for one in view.releases] == [
        ("d", False, True),
        ("c", False, False),
        ("b", False, False),
        ("a", True, True),
    ]


def test_releases_of_one_day_stand_as_the_file_lists_its_days() -> None:
    falling = [release("c", "2026-05-01"), release("b", "2026-05-01"), release("a", "2025-05-01")]
    assert [one.id for one in in_order(falling)] == ["a", "b", "c"]
    assert [one.id for one in in_order(falling[::-1])] == ["a", "b", "c"]
    one_day = [release("z", "2026-05-01"), release("y", "2026-05-01")]
    assert [one.id for one in in_order(one_day)] == ["y", "z"]


def test_without_releases_there_is_no_past(tmp_path: Path) -> None:
    assert pipeline.view(linked("", tmp_path), "hr", DAY, ()).releases == ()
