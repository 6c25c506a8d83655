"""The schemas as an editor sees them: sound draft-07, complete in themselves, every field explained by example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import jsonschema_rs
import pytest
from jsonschema import Draft7Validator

from ladderc import resources
from ladderc.model import kinds
from ladderc.sources.document import FileKind
from ladderc.validate.formats import FORMATS
from ladderc.validate.ruleschema import with_rules, written
from ladderc.validate.schemas import KINDS, schema

ROOT = Path(__file__).parents[2]
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def parts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every group in a schema, with where it is."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if key != "examples":
                yield from parts(value, f"{path}/{key}")
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from parts(value, f"{path}/{position}")


def fields(root: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that can be written, and every definition."""
    for path, node in parts(root):
        for key in ("properties", "patternProperties", "definitions"):
            # A field of the language may have such a name itself; these are the schema's own.
            if path.rpartition("/")[2] not in ("properties", "definitions"):
                yield from ((f"{path}/{key}/{name}", field) for name, field in node.get(key, {}).items())


ALL_FIELDS = [(kind, path, field) for kind in KINDS for path, field in fields(schema(kind))]


def test_there_is_one_for_each_kind_of_file() -> None:
    assert set(KINDS) == set(get_args(FileKind))
    assert {path.name for path in (ROOT / "schema").glob("*.json")} == {f"{kind}.schema.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_draft_7_and_nothing_in_it_is_fetched(kind: FileKind) -> None:
    root = schema(kind)
    Draft7Validator.check_schema(root)
    assert root["$schema"] == DRAFT_7
    for path, node in parts(root):
        assert "$id" not in node, path
        if isinstance(node.get("$ref"), str):
            assert re.fullmatch(r"#/definitions/\w+", node["$ref"]), path
            assert node["$ref"].rpartition("/")[2] in root["definitions"], path
    assert "http" not in json.dumps(
        {key: value for key, value in root.items() if key != "$schema"}, default=str
    ).replace("https://", "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_definition_is_used(kind: FileKind) -> None:
    root = schema(kind)
    assert set(re.findall(r"#/definitions/(\w+)", json.dumps(root, default=str))) == set(root["definitions"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_definition_means_the_same_in_every_file(kind: FileKind) -> None:
    own = schema(kind)["definitions"]
    for other in KINDS:
        theirs = schema(other)["definitions"]
        # `recognition` and its like are catalogues of the framework; only words for one value are shared.
        for name in {"text", "line", "id", "date", "kind"} & own.keys() & theirs.keys():
            assert own[name] == theirs[name], (kind, other, name)


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, field) for kind, _, field in ALL_FIELDS],
    ids=[f"{kind}{path}" for kind, path, _ in ALL_FIELDS],
)
def test_a_field_has_a_title_a_description_and_examples_that_are_right(kind: FileKind, field: dict[str, Any]) -> None:
    root = schema(kind)
    assert field["title"].strip()
    assert field["description"].endswith((".", "`."))
    assert field["examples"]
    judge = jsonschema_rs.Draft7Validator(
        {key: value for key, value in field.items() if key != "examples"} | {"definitions": root["definitions"]},
        formats=dict(FORMATS),
        validate_formats=True,
    )
    assert [example for example in field["examples"] if not judge.is_valid(example)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_group_of_named_fields_lets_others_in(kind: FileKind) -> None:
    for path, node in parts(schema(kind)):
        is_schema = path.rpartition("/")[2] not in ("properties", "definitions", "patternProperties")
        if is_schema and "properties" in node and not path.endswith(("/rule", "/ruleInFamily")):
            assert node["additionalProperties"] is False, path


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_are_anchored_and_use_plain_ascii_classes(kind: FileKind) -> None:
    for path, node in parts(schema(kind)):
        patterns = [node["pattern"]] if isinstance(node.get("pattern"), str) else []
        patterns += node.get("patternProperties", {})
        for pattern in patterns:
            assert pattern.isascii(), path
            assert pattern.startswith("^"), path
            assert pattern.endswith("$"), path
            assert "\\" not in pattern, path


@pytest.mark.parametrize("kind", KINDS)
def test_descriptions_are_for_people_who_know_word_and_excel(kind: FileKind) -> None:
    banned = re.compile(r"\b(property|schema|enum|array|object|null|token|mapping|scalar|regex|boolean|string)\b", re.I)
    for path, node in parts(schema(kind)):
        for key in ("title", "description"):
            if isinstance(node.get(key), str):
                assert not banned.search(node[key]), path


def test_the_choices_are_those_of_the_model() -> None:
    track, pay, framework = schema("track"), schema("pay"), schema("framework")
    level, move = track["definitions"]["level"]["properties"], track["definitions"]["move"]["properties"]
    found = {
        "TrackKind": track["definitions"]["kind"]["enum"],
        "Measure": framework["definitions"]["dimension"]["properties"]["measures"]["enum"],
        "Factor": framework["definitions"]["dimension"]["properties"]["factor"]["enum"],
        "Status": track["definitions"]["status"]["enum"],
        "Statements": track["properties"]["statements"]["enum"],
        "DecisionRole": track["definitions"]["decision"]["properties"]["role"]["enum"],
        "MetricType": track["definitions"]["metric"]["properties"]["type"]["enum"],
        "MoveKind": move["kind"]["enum"],
        "MovePay": move["pay"]["enum"],
        "Basis": track["definitions"]["promotion"]["properties"]["basis"]["enum"],
        "Period": pay["properties"]["period"]["enum"],
        "PayModel": pay["properties"]["model"]["enum"],
        "Because": pay["definitions"]["exception"]["properties"]["because"]["enum"],
    }
    assert "id" in level
    assert {name: tuple(values) for name, values in found.items()} == {
        name: get_args(getattr(kinds, name)) for name in found
    }


def test_an_exception_can_hold_all_that_a_band_can() -> None:
    definitions = schema("pay")["definitions"]
    band, exception = definitions["band"]["properties"], definitions["exception"]["properties"]
    assert {name: exception[name] for name in band} == band


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_is_laid_out_as_the_generator_would(kind: FileKind) -> None:
    text = resources.schema(kind).decode()
    assert written(json.loads(text)) == text


def test_the_rules_part_alone_is_made_anew_from_a_catalogue() -> None:
    before = schema("framework")
    lunch = {"title": "lunch", "description": "Lunch is served.", "$ref": "#/definitions/rule", "examples": [{}]}
    after = with_rules(before, {"lunch": lunch})
    assert list(after["definitions"]["rules"]["properties"]) == ["profile", "lunch"]
    assert {key: value for key, value in after.items() if key != "definitions"} == {
        key: value for key, value in before.items() if key != "definitions"
    }
    assert {name for name in before["definitions"] if before["definitions"][name] != after["definitions"][name]} == {
        "rules"
    }


def test_decimals_in_the_schemas_are_exact() -> None:
    rules = schema("framework")["definitions"]["rules"]["properties"]
    floor = rules["band-parity"]["properties"]["floor"]["examples"][0]
    assert floor == Decimal("0.95")
    assert isinstance(floor, Decimal)
