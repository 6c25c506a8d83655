"""The data of a review: as its page and its schema promise, exact, and able to give back both texts."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from changed import ROOT, back, compared, edited, firm, meridian, why

from ladderc.report.changes.json import as_json
from ladderc.report.changes.report import ChangeReport

SCHEMA = json.loads((ROOT / "schema" / "output" / "diff-json.schema.json").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "diff-json.md").read_text(encoding="utf-8")


def closed(node: Any) -> Any:
    """The schema without room for fields that it does not name."""
    if isinstance(node, dict):
        kept = {name: closed(child) for name, child in node.items()}
        return {**kept, "additionalProperties": False} if kept.get("additionalProperties") is True else kept
    return [closed(child) for child in node] if isinstance(node, list) else node


def documented(node: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, field in node["properties"].items():
        yield prefix + name, field.get("description", "")
        inner = field.get("items", {}) if field.get("type") == "array" else field
        if "properties" in inner:
            yield from documented(inner, f"{prefix}{name}{'[]' if field.get('type') == 'array' else ''}.")


@pytest.mark.parametrize("show_pay", [True, False], ids=["hr", "public"])
@pytest.mark.parametrize("source", [meridian, back])
def test_every_field_that_is_written_is_in_the_schema(source: Any, *, show_pay: bool) -> None:
    data = json.loads(as_json(source(show_pay=show_pay)))
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator(closed(copy.deepcopy(SCHEMA))).validate(data)
    assert data["changes"]
    assert data["pay_shown"] is show_pay


def test_the_page_says_what_the_schema_says() -> None:
    sections = dict(part.split("\n", 1) for part in PAGE.split("\n## ")[1:])
    assert [name for name in sections if name in SCHEMA["definitions"]] == list(SCHEMA["definitions"])
    for name, definition in [("The file", SCHEMA), *SCHEMA["definitions"].items()]:
        rows = [line.strip("| ").split(" | ", 2) for line in sections[name].split("\n") if line.startswith("| `")]
        assert [(field.strip("`"), said) for field, _, said in rows] == list(documented(definition))


def test_every_field_is_there_in_one_order() -> None:
    data = json.loads(as_json(back()))
    assert list(data) == list(SCHEMA["properties"])
    for name, definition in (("changes", "change"), ("findings", "finding"), ("mended", "mended")):
        for one in data[name]:
            assert list(one) == list(SCHEMA["definitions"][definition]["properties"])


def changed_words(folder: Path) -> ChangeReport:
    after = firm(folder / "after")
    edited(after, "tracks/specialist.yaml", ("title: Staff Specialist", "title: Lead Specialist"))
    return compared(firm(folder / "before"), after)


def test_one_change_whole(tmp_path: Path) -> None:
    (change,) = json.loads(as_json(changed_words(tmp_path)))["changes"]
    line = (tmp_path / "after/tracks/specialist.yaml").read_text().split("\n").index("    title: Lead Specialist") + 1
    assert change == {
        "kind": "title-changed",
        "impact": "unclear",
        "message": "S5 is titled “Lead Specialist” now; it was “Staff Specialist”.",
        "reason": "A title is what people show outside, and nobody but they can say which they prefer.",
        "subjects": [{"family": "engineering", "track": "specialist", "level": "S5", "grade": "G5"}],
        "thing": "",
        "state": "head",
        "file": "tracks/specialist.yaml",
        "line": line,
        "column": 12,
        "wordings": [
            {
                "language": "",
                "before": "Staff Specialist",
                "after": "Lead Specialist",
                "pieces": [
                    {"text": "Staff", "fate": "gone"},
                    {"text": "Lead", "fate": "new"},
                    {"text": " Specialist", "fate": "same"},
                ],
            }
        ],
        "amounts": [],
        "reaches": ["specialist/S5"],
        "unchanged": [],
        "effective": None,
        "pay": False,
        "fingerprint": change["fingerprint"],
        "finding": None,
        "acknowledged": None,
    }


def test_the_pieces_of_a_text_give_back_both_states() -> None:
    wordings = [one for change in json.loads(as_json(meridian()))["changes"] for one in change["wordings"]]
    assert len(wordings) > 10
    for one in wordings:
        texts = [
            "".join(piece["text"] for piece in one["pieces"] if piece["fate"] != other) for other in ("new", "gone")
        ]
        assert texts == [one["before"], one["after"]]


def test_pay_is_exact_and_names_who_is_reached_and_who_stays(tmp_path: Path) -> None:
    change = json.loads(as_json(why(tmp_path)))["changes"][0]
    midpoints = [amount for amount in change["amounts"] if amount["field"] == "midpoint"]
    assert midpoints[0] == {
        "at": "G4",
        "field": "midpoint",
        "before": "64230",
        "after": "84400",
        "unit": "GBP/year",
        "growth": "0.314028",
    }
    assert change["reaches"] == ["people-leadership/M4", "people-leadership/M5", "people-leadership/M6"]
    assert {key[-2:] for key in change["unchanged"]} == {"P4", "P5", "P6", "S4", "S5", "S6"}
    assert change["effective"] == "2027-01-01"


def test_parity_is_told_together_and_figure_by_figure(tmp_path: Path) -> None:
    report = why(tmp_path)
    parity = json.loads(as_json(report))["parity"]
    (gap,) = parity["gaps"]
    assert gap["message"] == report.story[1]
    assert (gap["widened"], gap["beyond"], gap["effective"]) == (True, True, "2027-01-01")
    assert ["specialist/S4", "people-leadership/M4"] in gap["levels"]
    assert len(parity["ratios"]) == 2 * len(gap["levels"])
    first = next(
        one for one in parity["ratios"] if one["subjects"][0].get("level") == "S4" and one["name"] == "midpoint"
    )
    assert (first["before"], first["after"], first["limit"]) == ("0.965281", "0.734597", "0.95")


def test_a_worse_change_names_its_finding_until_somebody_stands_by_it(tmp_path: Path) -> None:
    changes = json.loads(as_json(back()))["changes"]
    worse = [one for one in changes if one["impact"] == "worse"]
    assert all(one["finding"] and one["acknowledged"] is None for one in worse)
    assert {one["finding"] for one in changes if one["impact"] != "worse"} == {None}

    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    edited(after, "pay/2026.yaml", ("midpoint: 74000", "midpoint: 73900"))
    (open_,) = json.loads(as_json(compared(before, after)))["changes"]
    (after / "acks.yaml").write_text(
        f'- fingerprint: "{open_["finding"]}"\n  what: G5\n  reason: Agreed in May.\n  who: Ana Ruiz\n'
        "  when: 2026-11-01\n  until: 2026-12-31\n"
    )
    data = json.loads(as_json(compared(before, after)))
    (answered,) = data["changes"]
    answer = {"reason": "Agreed in May.", "who": "Ana Ruiz", "until": "2026-12-31"}
    assert answered == {**open_, "acknowledged": answer}
    assert [(one["rule"], one["acknowledged"]) for one in data["acknowledged"]] == [("worse-for-people", answer)]
    assert (data["counts"]["warnings"], data["counts"]["acknowledged"]) == (0, 1)
