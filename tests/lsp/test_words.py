"""What the pointer says, where a name leads, what can be typed, and what a file holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from speaking import Editor, spot_of

TRACK = "tracks/engineering/specialist.yaml"


@pytest.fixture
def track(editor: Editor, sound: Path) -> tuple[str, str]:
    """The address and text of an open track of the sound example."""
    text = (sound / TRACK).read_text("utf-8")
    uri = editor.open(sound / TRACK)
    assert editor.shown(uri) == []
    return uri, text


def hover(editor: Editor, uri: str, text: str, words: str, after: int) -> str:
    found = editor.ask("hover", uri, *spot_of(text, words, after))
    return "" if found is None else str(found["contents"]["value"])


def labels(editor: Editor, uri: str, text: str, words: str, after: int) -> list[str]:
    found = editor.ask("completion", uri, *spot_of(text, words, after))
    return [] if found is None else [one["label"] for one in found["items"]]


def test_a_grade_names_the_levels_that_stand_at_it(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    said = hover(editor, uri, text, "grade: G7", 8)
    assert said.startswith("**G7** ")
    assert (
        said.index("Engineering:") < said.index("- **S7** ") < said.index("Customer care:") < said.index("- **CS7** ")
    )
    assert "- **M7** " in said
    assert not any(part.replace(",", "").isdigit() and len(part) > 4 for part in said.split())


def test_bands_are_shown_when_they_are_switched_on_and_pay_may_be_seen(sound: Path) -> None:
    text = (sound / TRACK).read_text("utf-8")
    said = {}
    for arguments in (("--bands",), ("--bands", "--audience", "employees")):
        editor = Editor(*arguments)
        uri = editor.open(sound / TRACK)
        editor.shown(uri)
        said[arguments[-1]] = hover(editor, uri, text, "grade: G7", 8)
        assert editor.leave() == 0
    (line,) = [line for line in said["--bands"].splitlines() if line.startswith("- **S7** ")]
    assert line == (
        "- **S7** Principal Engineer (Specialist): EUR a year, "
        "103,000 to 145,000 in Dublin, 95,800 to 134,900 in Cork, Galway and home offices in Ireland"
    )
    assert "GBP" not in said["employees"]


def test_a_level_names_its_counterparts(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    said = hover(editor, uri, text, "- id: S5", 7)
    assert said.startswith("**S5 Staff Engineer**: level of Specialist, grade G5")
    assert said.partition("At the same grade:\n\n")[2].splitlines() == [
        "- **I5** Senior Improvement Engineer (Influence and innovation)",
        "- **M5** Senior Engineering Manager (People leadership)",
        "- **P5** Senior Project Manager (Project leadership)",
    ]
    assert "CS5" not in said


def test_a_reference_says_what_it_refers_to_and_a_field_what_it_is_for(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    assert hover(editor, uri, text, "craft:", 1).startswith("**Craft")
    assert hover(editor, uri, text, "family: eng", 9) == "**Engineering**: job family `engineering`"
    assert hover(editor, uri, text, "to: people-leadership/M4", 6).startswith("**M4 ")
    assert hover(editor, uri, text, "kind: specialist", 1) == (
        "What the track is for. `common` is a stem that everybody starts on, from which the other tracks branch."
    )
    assert hover(editor, uri, text, "# yaml-language-server", 3) == ""


def test_a_finding_is_explained_as_explain_does(editor: Editor, firm: Path) -> None:
    text = (firm / TRACK).read_text("utf-8")
    uri = editor.open(firm / TRACK)
    editor.shown(uri)
    said = hover(editor, uri, text, "title: Director of Opt", 10)
    claim, reason, more = said.split("\n\n---\n\n")[0].split("\n\n")
    done = subprocess.run(
        [sys.executable, "-m", "ladderc", "explain", "title-as-pay-workaround"],
        capture_output=True,
        text=True,
        check=True,
    )
    explained = " ".join(done.stdout.split())
    assert claim.removeprefix("**title-as-pay-workaround**: ") in explained
    assert reason in explained
    assert more == "More: `ladderc explain title-as-pay-workaround`"


def test_the_name_of_a_rule_is_explained_where_it_is_set(editor: Editor, sound: Path) -> None:
    waivers = (sound / "waivers.yaml").read_text("utf-8")
    uri = editor.open(sound / "waivers.yaml")
    editor.shown(uri)
    assert hover(editor, uri, waivers, "headcount-as", 3).startswith("**headcount-as-criterion**: ")
    text = "language: 1\nname: F\ngrades: [{id: G1}]\nrules:\n  band-parity: {severity: note}\n"
    uri = editor.open(sound / "framework.yaml", text)
    editor.shown(uri)
    assert hover(editor, uri, text, "band-parity", 3).startswith("**band-parity**: ")


@pytest.mark.parametrize(
    ("words", "after", "file", "declared"),
    [
        ("grade: G7", 8, "framework.yaml", "- id: G7"),
        ("craft:", 1, "framework.yaml", "- id: craft"),
        ("family: engineering", 10, "framework.yaml", "- id: engineering"),
        ("to: people-leadership/M4", 22, "tracks/engineering/people-leadership.yaml", "- id: M4"),
        ("from: S4", 7, TRACK, "- id: S4"),
        ("domain: ", 9, "framework.yaml", "- id: "),
    ],
)
def test_a_reference_leads_to_where_its_name_is_declared(
    editor: Editor, sound: Path, track: tuple[str, str], words: str, after: int, file: str, declared: str
) -> None:
    uri, text = track
    (place,) = editor.ask("definition", uri, *spot_of(text, words, after))
    assert place["uri"] == (sound / file).as_uri()
    line = (sound / file).read_text("utf-8").split("\n")[place["range"]["start"]["line"]]
    assert line.strip().startswith(declared)
    assert place["range"]["start"]["character"] == line.index("id: ") + 4


def test_what_refers_to_nothing_leads_nowhere(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    for words in ("title: ", "kind: ", "# yaml", "min_months"):
        assert editor.ask("definition", uri, *spot_of(text, words, 1)) == []


@pytest.mark.parametrize(
    ("typed", "some", "never"),
    [
        ("    grade: ", {"G1", "G7"}, {"craft", "id"}),
        ("    expectations:\n      ", {"craft", "delivery"}, {"G1"}),
        ("    expectations:\n      craft:\n        rating: ", {"Learning", "Guiding"}, {"craft"}),
        ("    decisions:\n      - {domain: ", {"architecture"}, {"decides"}),
        ("    decisions:\n      - {role: ", {"decides", "advises", "consulted"}, {"architecture"}),
        ("    decisions:\n      - ", {"domain", "role"}, {"decides"}),
        ("    forums: [", {"architecture-council", "engineering-guild"}, {"G1"}),
        ("    recognition:\n      - ", {"sabbatical", "study-days"}, {"G1"}),
        ("    promotion:\n      basis: ", {"capability", "vacancy"}, {"G1"}),
        ("    ", {"grade", "title", "expectations", "metrics"}, {"id", "kind"}),
        ("    gra", {"grade"}, {"id"}),
        ("moves:\n  - from: ", {"S9", "people-leadership/M4"}, {"specialist/S9"}),
        ("moves:\n  - {from: S9, to: people-leadership/", {"people-leadership/M4"}, {"kind"}),
        ("moves:\n  - {from: S9, ", {"to", "kind", "pay"}, {"from", "S9"}),
        ("counterpart: ", {"people-leadership", "care-people"}, {"G1"}),
        ("leads: [", {"people-leadership", "engineering"}, {"G1"}),
        ("visible_to: [", {"hr", "employees", "public"}, {"G1"}),
        ("    career_level: ", {"true", "false"}, {"G1"}),
        ("", {"moves", "counterpart"}, {"id", "levels", "grade"}),
    ],
)
def test_what_fits_is_offered_in_a_file_that_is_half_typed(
    editor: Editor, sound: Path, typed: str, some: set[str], never: set[str]
) -> None:
    framework = sound / "framework.yaml"
    assert framework.exists()
    head = "id: other\nname: Other\nkind: specialist\nfamily: engineering\nlevels:\n  - id: S9\n"
    uri = editor.open(sound / "tracks/engineering/other.yaml", f"{head}    title: T\n")
    editor.shown(uri)
    text = head + typed
    editor.type(uri, text)
    row, line = text.count("\n"), text.rpartition("\n")[2]
    found = {one["label"] for one in editor.ask("completion", uri, row, len(line))["items"]}
    assert some <= found, found
    assert not never & found, found


def offers_at_end(editor: Editor, path: Path, text: str) -> dict[str, str]:
    """What is offered at the end of a text, and what it puts there."""
    uri = editor.open(path, text)
    editor.shown(uri)
    row, line = text.count("\n"), text.rpartition("\n")[2]
    found = editor.ask("completion", uri, row, len(line))
    word = len(line) - len(line.lstrip())
    for one in found["items"] if found else []:
        assert one["textEdit"]["range"]["start"] == {"line": row, "character": word}
    return {one["label"]: one["textEdit"]["newText"] for one in found["items"]} if found else {}


@pytest.mark.parametrize("typed", ["", "gr"])
def test_a_field_that_is_begun_below_the_dash_of_its_item_is_put_where_it_belongs(
    editor: Editor, sound: Path, typed: str
) -> None:
    # Where an editor that knows no YAML puts the cursor after Enter.
    track, head = sound / TRACK, "id: other\nname: Other\nkind: specialist\nlevels:\n"
    for first in ("  - id: S9\n", "  - id: S9\n    title: T\n\n    reports:\n      max: 3\n  # a remark\n"):
        assert offers_at_end(editor, track, f"{head}{first}  {typed}")["grade"] == "  grade: "
    assert offers_at_end(editor, track, f"{head}  -   id: S9\n  {typed}")["grade"] == "    grade: "
    assert offers_at_end(editor, track, f"{head}  - id: S9\n    {typed}")["grade"] == "grade: "
    assert offers_at_end(editor, sound / "waivers.yaml", f"- rule: x\n{typed}")["subject"] == "  subject:"


def test_nothing_is_moved_below_a_sentence_or_beside_a_list(editor: Editor, sound: Path) -> None:
    track = sound / TRACK
    head = "id: other\nname: Other\nkind: specialist\n"
    assert offers_at_end(editor, track, f"{head}levels:\n  - id: S9\n    duties:\n      - Leads it.\n      gr") == {}
    assert offers_at_end(editor, track, f"{head}levels:\n  - id: S9\n gr") == {}
    assert offers_at_end(editor, track, f"{head}levels:\n- id: S9\nor")["order"] == "order: "


def test_an_offer_replaces_the_word_that_is_there(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    line, column = spot_of(text, "to: people-leadership/M4", 10)
    offers = editor.ask("completion", uri, line, column)["items"]
    (one,) = [one for one in offers if one["label"] == "people-leadership/M5"]
    assert one["textEdit"] == {
        "range": {
            "start": {"line": line, "character": column - 6},
            "end": {"line": line, "character": column - 6 + len("people-leadership/M4")},
        },
        "newText": "people-leadership/M5",
    }
    assert one["detail"].endswith(", G5")


def test_nothing_is_offered_inside_sentences_and_remarks(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    for words, after in (("# yaml-language", 5), ("purpose: >-", 18)):
        assert labels(editor, uri, text, words, after) == []


def test_the_rules_and_their_settings_are_offered(editor: Editor, sound: Path) -> None:
    head = "language: 1\nname: F\ngrades:\n  - id: G1\nrules:\n"
    uri = editor.open(sound / "framework.yaml", head)
    editor.shown(uri)
    for typed, some in (
        ("  ", {"profile", "band-parity", "ceiling-parity"}),
        ("  band-parity:\n    ", {"severity", "families"}),
        ("  band-parity:\n    severity: ", {"off", "note", "warning", "error"}),
        ("  profile: ", {"adopt", "standard", "strict"}),
    ):
        editor.type(uri, head + typed)
        line = (head + typed).rpartition("\n")[2]
        found = editor.ask("completion", uri, (head + typed).count("\n"), len(line))
        assert some <= {one["label"] for one in found["items"]}


def test_a_pay_structure_knows_its_own_zones_and_a_waiver_those_of_all(editor: Editor, sound: Path) -> None:
    pay = sound / "pay/engineering-2026.yaml"
    text = pay.read_text("utf-8").partition("\nexceptions:")[0]
    uri = editor.open(pay)
    editor.shown(uri)
    typed = text.rstrip("\n") + "\nexceptions:\n  - zone: "
    editor.type(uri, typed)
    found = editor.ask("completion", uri, typed.count("\n"), len("  - zone: "))
    assert [one["label"] for one in found["items"]] == ["dublin", "ireland"]
    editor.type(uri, f"{typed}dublin\n")
    editor.shown(uri)
    (place,) = editor.ask("definition", uri, typed.count("\n"), len("  - zone: d"))
    assert (place["uri"], place["range"]["start"]["line"]) == (uri, spot_of(text, "id: dublin")[0])
    assert hover(editor, uri, f"{typed}dublin\n", "- zone: dublin", 10).startswith("**Dublin**: pay zone `dublin`\n")
    waiver = "- rule: band-parity\n  subject:\n    zone: "
    waivers = editor.open(sound / "waivers.yaml", waiver)
    editor.shown(waivers)
    found = editor.ask("completion", waivers, 2, len("    zone: "))
    assert {one["label"] for one in found["items"]} == {"dublin", "ireland", "leeds", "holyhead"}


def test_the_outline_is_the_track_with_its_levels(editor: Editor, track: tuple[str, str]) -> None:
    uri, text = track
    (whole,) = editor.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert (whole["name"], whole["detail"]) == ("Specialist", "specialist")
    levels: list[dict[str, Any]] = whole["children"]
    (staff,) = [one for one in levels if one["name"] == "S5 Staff Engineer"]
    assert staff["range"]["start"]["line"] == spot_of(text, "- id: S5")[0]
    assert staff["selectionRange"]["start"]["line"] == spot_of(text, "title: Staff Engineer")[0]
    editor.type(uri, text.replace("kind: specialist", "kind: 'specialist", 1))
    broken = editor.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [one["name"] for one in broken[0]["children"]] == [one["name"] for one in levels]
