"""framework.json: documented, exact, and silent about what its audience may not see."""

import copy
import json
from decimal import Decimal

import jsonschema
import pytest
from guide_view import PAY, build_view

from ladderc import resources
from ladderc.render.data import build_data
from ladderc.render.data.exact import exact_json


@pytest.fixture(scope="module")
def schema():
    return json.loads((resources.schemas() / "output/framework-json.schema.json").read_text())


def written(tmp_path, view):
    build_data(view, tmp_path)
    text = (tmp_path / "framework.json").read_bytes().decode()
    return text, json.loads(text, parse_float=Decimal)


def closed(schema):
    """The schema without room for fields that it does not name."""
    strict = copy.deepcopy(schema)

    def close(node):
        if isinstance(node, dict):
            if node.get("additionalProperties") is True:
                node["additionalProperties"] = False
            for child in node.values():
                close(child)
        elif isinstance(node, list):
            for child in node:
                close(child)

    close(strict)
    return strict


@pytest.mark.parametrize("pay", [True, False])
def test_every_field_that_is_written_is_in_the_schema(tmp_path, schema, pay):
    _, data = written(tmp_path, build_view(pay=pay))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(closed(schema)).validate(data)


def test_the_page_says_what_the_schema_says(schema):
    page = (resources.schemas().parent / "docs/framework-json.md").read_text()
    sections = dict(part.split("\n", 1) for part in page.split("\n## ")[1:])
    assert [name for name in sections if name in schema["definitions"]] == list(schema["definitions"])
    for name, definition in [("The file", schema), *schema["definitions"].items()]:
        rows = dict.fromkeys(line for line in sections[name].split("\n") if line.startswith("| `"))
        fields = list(documented(definition))
        assert [row.split("`")[1] for row in rows] == [path for path, _ in fields]
        for row, (_, description) in zip(rows, fields, strict=True):
            assert row.split(" | ", 2)[2].startswith(description)


def documented(node, prefix=""):
    """Each field of an object with its path and description, objects within it included."""
    for name, field in node["properties"].items():
        yield prefix + name, field.get("description", "")
        inner = field.get("items", {}) if field.get("type") == "array" else field
        inner = inner.get("oneOf", [{}, inner])[1]
        if "properties" in inner:
            yield from documented(inner, f"{prefix}{name}{'[]' if field.get('type') == 'array' else ''}.")


def test_amounts_keep_their_digits(tmp_path):
    text, data = written(tmp_path, build_view())
    assert '"min": 90000.10,' in text
    assert '"equity": 4000.50,' in text
    band = data["pay"][0]["bands"][0]
    assert (band["min"], band["midpoint"], band["max"], band["bonus"]) == (
        Decimal("90000.10"),
        108000,
        None,
        Decimal("0.1"),
    )
    assert exact_json([Decimal("1E+3"), Decimal("0.000000000000000001"), Decimal("123456789012345678")]) == (
        "[\n  1000,\n  0.000000000000000001,\n  123456789012345678\n]\n"
    )


def test_a_level_is_told_once_and_pointed_at_by_key(tmp_path):
    _, data = written(tmp_path, build_view())
    assert [grade["id"] for grade in data["grades"]] == ["G1", "G2", "G3"]
    assert data["families"][0]["steps"][1] == {
        "kind": "lateral", "from": "specialist/S2", "to": "people-leadership/M2", "both_ways": True,
    }  # fmt: skip
    (track,) = (track for track in data["tracks"] if track["id"] == "specialist")
    assert track["purpose"] == "Deep knowledge of *one* field."
    assert [level["key"] for level in track["levels"]] == ["specialist/S2", "specialist/S3"]
    level = track["levels"][0]
    assert level["expectations"][1] == {
        "name": "Influence",
        "anchor": "dimension-influence",
        "question": "Whose decisions get better?",
        "rating": "Guiding",
        "statements": ["Is asked before a design is settled."],
    }
    assert level["counterparts"] == ["people-leadership/M2"]
    assert level["decisions"][0] == {"name": "Design of a component", "anchor": "domain-design", "role": "decides"}
    assert level["ways_on"][1] == {
        "kind": "lateral",
        "level": "people-leadership/M2",
        "conditions": ["pay protected", "trial of 6 months"],
        "note": "The field is handed over first.",
    }
    rule = data["parity"]["rules"][0]
    assert rule["results"][0]["details"][0]["waiver"] == {
        "reason": "A post is being written.", "owner": "Ada", "expires": "2027-01-31",
    }  # fmt: skip
    assert rule["results"][1] == {
        "family": None, "outcome": "not-judged", "lacking": "no management track", "details": [],
    }  # fmt: skip


def test_without_pay_the_file_does_not_mention_it(tmp_path):
    text, data = written(tmp_path, build_view(pay=False))
    assert "pay" not in data
    for secret in ("90000", "71600", "midpoint", "EUR", "bonus", "equity", "€"):
        assert secret not in text


def test_parts_of_pay_that_may_not_be_seen_are_absent(tmp_path):
    table = PAY[0]._replace(has_equity=False, has_market=False, has_exceptions=False)
    _, data = written(tmp_path, build_view()._replace(pay=(table,)))
    assert set(data["pay"][0]["bands"][0]) == {
        "grade",
        "levels",
        "min",
        "midpoint",
        "midpoint_worked_out",
        "max",
        "bonus",
    }


def test_texts_and_empty_things_are_plain_json():
    value = {
        "quote": '"\\\n',
        "umlaut": "ü",
        "line": "\u2028",
        "none": None,
        "yes": True,
        "list": [],
        "map": {},
        "n": 3,
    }
    assert json.loads(exact_json(value)) == value
    assert '"umlaut": "ü"' in exact_json(value)


def test_same_bytes_every_time(tmp_path):
    assert written(tmp_path / "one", build_view())[0] == written(tmp_path / "two", build_view())[0]
