"""Frameworks made by hypothesis: from the language's own schemas, and sound ones in which things were spoilt."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent.parent
Files = dict[str, Any]

ODD_TEXTS = (
    "", " ", "a", "TODO", "None", "null", "no", "1:30", "0x1f", "=1+1", "@all", "::error::x", "<script>", "[a](javascript:b)",
    "`", "``", "“", "”", "'", '"', "\\", "%s", "{}", "{{ x }}", "|", "a|b", "#", "# a", "- a", "a: b", "&a", "*a", "\t", "\n",
    "a\n\nb", "é", "e\u0301", "ß", "İ", "ı", "ﬁ", "ǅ", "😀", "👩‍👩‍👧", "\u200b", "\u202e", "\u2066", "\u00a0", "中文字符", "العربية", "עברית",
    "\U00010000", "\ud83d", "\x1b[31m", "\x7f", "a" * 300, "a " * 200, "(" * 80, "“" * 60, "``" * 40, "**" * 40, "G1", "g1", "con",
    "index", "..", ".", "-", "--", "a/b", "/", "//", "a/", "/a", "a/b/c", "2026-02-30", "2026-13-01", "9999-12-31", "0001-01-01",
    "12%", "-12%", "1e5%", "%", "EUR", "eur", "XXX", "de-DE", "xx", "en-", "manages a team of 5", "not a manager", "must have 10 reports",
    "Leads people.", "rockstar ninja", "young", "at least 300 % of 1,000,000,000", "10^6", "1.000.000,00",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    0, -0, 1, -1, 2, 100, 101, 10**5, 10**17, 10**18, 10**30, -(10**30), Decimal("0.1"), Decimal("1E-17"), Decimal("-0.0"),
    Decimal("99999999999.99"), Decimal("1E+17"), Decimal("NaN"), Decimal("Infinity"),
)  # fmt: skip

texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=12)
leaves = texts | st.sampled_from(NUMBERS) | st.booleans() | st.none()
names = st.sampled_from(
    ["id", "name", "grade", "levels", "title", "text", "en", "de", "family", "track", "rules", "severity", "min", "max", "", "x y"]
) | st.text(max_size=6)  # fmt: skip
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=6
)


def written(files: Files) -> dict[str, bytes]:
    """The files as YAML that says exactly what they hold, whatever it is."""
    return {name: data if isinstance(data, bytes) else _flow(data).encode() for name, data in files.items()}


def _flow(data: Any, depth: int = 0) -> str:
    """Data as YAML: the outer three steps in lines of their own, so that findings have lines to stand in."""
    pad = "  " * depth
    if depth < 6 and isinstance(data, dict) and data:
        return "".join(f"\n{pad}{json.dumps(str(key))}: {_flow(value, depth + 1)}" for key, value in data.items())
    if depth < 6 and isinstance(data, list) and data:
        return "".join(f"\n{pad}- {_flow(value, depth + 1)}" for value in data)
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(str(key))}: {_flow(value, 9)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(_flow(value, 9) for value in data) + "]"
    if isinstance(data, Decimal):
        return {"NaN": ".nan", "Infinity": ".inf"}.get(str(data), str(data))
    return json.dumps(data)  # half characters are written as such


# From the schemas


@cache
def schema(kind: str) -> dict[str, Any]:
    """The published schema of one kind of file."""
    read: dict[str, Any] = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8"))
    return read


GRADES, TRACKS, LEVELS = ("G1", "G2", "G3", "G4"), ("one", "two", "three"), ("A1", "A2", "A3", "A4")
IDS = (
    *GRADES,
    *TRACKS,
    *LEVELS,
    "craft",
    "delivery",
    "people",
    "firm",
    "hr",
    "all",
    "board",
    "G1",
    "one/A1",
    "two/A2",
    "three/A3",
)
"""Few, so that references often lead somewhere, and often to the wrong thing."""


@st.composite
def from_schema(draw: st.DrawFn, kind: str, part: Any, depth: int = 0) -> Any:
    """A value that one part of a schema takes; now and then one that it does not take."""
    if not isinstance(part, dict) or draw(st.integers(0, 60)) == 0:
        return draw(anything)
    if "$ref" in part:
        whole = schema(kind)
        for step in part["$ref"].removeprefix("#/").split("/"):
            whole = whole[step]
        if step.endswith(("id", "Id", "Ref")) and draw(st.integers(0, 9)):
            return draw(st.sampled_from(IDS))
        return draw(from_schema(kind, whole, depth))
    if "enum" in part:
        return draw(st.sampled_from(part["enum"]))
    if "anyOf" in part:
        return draw(from_schema(kind, draw(st.sampled_from(part["anyOf"])), depth))
    types = part.get("type", "object")
    wanted = draw(st.sampled_from(types)) if isinstance(types, list) else types
    if wanted == "object":
        return draw(_group(kind, part, depth))
    if wanted == "array":
        fewest = part.get("minItems", 0)
        item = part.get("items", True)
        return [
            draw(from_schema(kind, item, depth + 1))
            for _ in range(draw(st.integers(fewest, max(fewest, 4 - depth // 2))))
        ]
    if wanted in ("integer", "number"):
        return draw(st.integers(1, 6) | st.sampled_from(NUMBERS[:-2]))
    if wanted == "boolean":
        return draw(st.booleans())
    if wanted == "string" and part.get("examples") and draw(st.integers(0, 3)):
        return draw(st.sampled_from([one for one in part["examples"] if isinstance(one, str)] or ["x"]))
    if "pattern" in part and draw(st.integers(0, 4)):
        return draw(st.sampled_from(IDS))
    return draw(texts)


@st.composite
def _group(draw: st.DrawFn, kind: str, part: dict[str, Any], depth: int) -> dict[str, Any]:
    fields = part.get("properties", {})
    made = {}
    for name, inner in fields.items():
        examples = (
            [one for one in inner.get("examples", ()) if isinstance(one, (str, int))] if isinstance(inner, dict) else []
        )
        if name not in part.get("required", ()) and draw(st.integers(0, 3 + depth)) > 1:
            continue
        if examples and draw(st.integers(0, 3)) == 0:
            made[name] = draw(st.sampled_from(examples))
        else:
            made[name] = draw(from_schema(kind, inner, depth + 1))
    if not fields or (draw(st.integers(0, 9)) == 0 and part.get("additionalProperties") is not False):
        inner = part.get("additionalProperties", True)
        for _ in range(draw(st.integers(0, 3))):
            made[draw(st.sampled_from(IDS) | names)] = draw(from_schema(kind, inner, depth + 1))
    return made


@st.composite
def grown(draw: st.DrawFn) -> Files:
    """A framework that the schemas describe: often sound in shape, seldom in sense."""
    firm = draw(from_schema("framework", schema("framework")))
    files: Files = {"framework.yaml": firm}
    if isinstance(firm, dict) and draw(st.integers(0, 9)):
        firm |= {"language": 1, "grades": [{"id": grade} for grade in GRADES]}
        firm["dimensions"] = [
            {"id": "craft", "name": "Craft", "measures": "complexity"},
            {"id": "people", "name": "People"},
        ]
        if draw(st.booleans()):
            firm.pop("families", None)
    for name in TRACKS[: draw(st.integers(0, 3))]:
        track = draw(from_schema("track", schema("track")))
        if isinstance(track, dict) and isinstance(track.get("levels"), list) and draw(st.integers(0, 9)):
            track["id"] = name
            for place, level in enumerate(track["levels"]):
                if isinstance(level, dict):
                    level |= {"id": LEVELS[place % 4], "grade": GRADES[place % 4]}
        files[f"tracks/{name}.yaml"] = track
    for year in ("2026", "2027")[: draw(st.integers(0, 2))]:
        files[f"pay/{year}.yaml"] = draw(from_schema("pay", schema("pay")))
    for kind in ("waivers", "releases", "baseline", "acks"):
        if draw(st.integers(0, 5)) == 0:
            files[f"{kind}.yaml"] = draw(from_schema(kind, schema(kind)))
    return files


# Sound frameworks, spoilt


@cache
def example(name: str) -> Files:
    """A framework of the repository as plain data."""
    folder = ROOT / name
    return {
        path.relative_to(folder).as_posix(): _text(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
        for path in sorted(folder.rglob("*.yaml"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def _text(data: Any) -> Any:
    """Whole numbers and yes-or-no as such again; all else as typed, which is what the language reads."""
    if isinstance(data, dict):
        return {key: _text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_text(value) for value in data]
    if data in ("true", "false"):
        return data == "true"
    return int(data) if data.isascii() and data.isdigit() and len(data) < 10 and not data.startswith("0") else data


def spots(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, Any]]:
    """Every spot in data, as the thing that holds it and the key there."""
    found = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    else:
        return []
    for key, value in pairs:
        found.append((data, key))
        found += spots(value, (*route, key))
    return found


@st.composite
def spoilt(draw: st.DrawFn, source: str = "tests/rules/base", most: int = 5) -> Files:
    """A sound framework in which a few things are gone, doubled, renamed, moved, of another kind or simply odd."""
    files = copy.deepcopy(example(source))
    for _ in range(draw(st.integers(1, most))):
        name = draw(st.sampled_from(sorted(files)))
        every = spots(files[name])
        if not every:
            continue
        # Mostly the spots that hold much or are referred to, which are few among all the sentences.
        telling = [one for one in every if isinstance(one[1], str) and one[1] in TELLING]
        pool = telling if telling and draw(st.booleans()) else every
        holder, key = pool[draw(st.integers(0, len(pool) - 1))]
        if key not in holder if isinstance(holder, dict) else key >= len(holder):
            continue
        draw(st.sampled_from(SPOILING))(draw, files, every, holder, key)
    if draw(st.integers(0, 9)) == 0:
        del files[draw(st.sampled_from(sorted(files)))]
    if draw(st.integers(0, 9)) == 0:
        files[
            draw(
                st.sampled_from(
                    ["waivers.yaml", "releases.yaml", "acks.yaml", "baseline.yaml", "pay/x.yaml", "tracks/x.yaml"]
                )
            )
        ] = draw(anything)
    return files


TELLING = frozenset(
    [
        "id",
        "grade",
        "grades",
        "levels",
        "kind",
        "family",
        "families",
        "from",
        "to",
        "moves",
        "expectations",
        "statements",
        "rating",
        "reports",
        "promotion",
        "builds_on",
        "branches",
        "leads",
        "counterpart",
        "visible_to",
        "min",
        "midpoint",
        "max",
        "bonus",
        "title",
        "market",
        "zones",
        "factor",
        "exceptions",
        "effective",
        "round",
        "rules",
        "rating_scale",
        "recognition",
        "forums",
        "decisions",
        "metrics",
        "entry",
        "executive",
        "status",
        "locale",
        "freeze",
        "audiences",
        "subject",
        "expires",
        "requires",
        "currency",
        "bands",
    ]
)


def _replace(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    holder[key] = draw(anything)


def _odd(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    holder[key] = draw(leaves)


def _drop(_draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    del holder[key]


def _double(_draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key} "] = copy.deepcopy(holder[key])


def _empty(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    holder[key] = draw(st.sampled_from([[], {}, "", None, [[]], [{}], [None], {"": ""}]))


def _rename(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[draw(st.sampled_from([key.upper(), key[:-1], f"{key}s", key.replace("_", " ")]) | names)] = holder.pop(
            key
        )


def _other_case(_draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder[key], str):
        holder[key] = holder[key].swapcase()


def _retarget(draw: st.DrawFn, _files: Files, every: Any, holder: Any, key: Any) -> None:
    other, where = every[draw(st.integers(0, len(every) - 1))]
    if (where in other) if isinstance(other, dict) else where < len(other):
        holder[key] = copy.deepcopy(other[where])


def _from_elsewhere(draw: st.DrawFn, files: Files, _every: Any, holder: Any, key: Any) -> None:
    others = spots(files[draw(st.sampled_from(sorted(files)))])
    same = [one for one in others if one[1] == key]
    if same:
        other, where = same[draw(st.integers(0, len(same) - 1))]
        holder[key] = copy.deepcopy(other[where])


def _figure(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder[key], int) and not isinstance(holder[key], bool):
        holder[key] = draw(st.sampled_from([0, -holder[key], holder[key] * 10**9, holder[key] + 1, holder[key] // 2]))
    else:
        holder[key] = draw(st.sampled_from(NUMBERS))


def _turned(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder[key], list):
        holder[key].reverse()
    elif isinstance(holder[key], dict) and draw(st.booleans()):
        holder[key] = [holder[key]]
    elif isinstance(holder[key], str):
        holder[key] = {"en": holder[key], "de": draw(texts)}


def _longer(draw: st.DrawFn, _files: Files, _every: Any, holder: Any, key: Any) -> None:
    if isinstance(holder[key], str):
        odd = draw(texts)
        holder[key] = draw(
            st.sampled_from([odd + holder[key], holder[key] + odd, f"{holder[key]} {odd}", holder[key] * 3])
        )


def _file_twice(draw: st.DrawFn, files: Files, _every: Any, _holder: Any, _key: Any) -> None:
    name = draw(st.sampled_from(sorted(files)))
    if "/" in name:
        copied = copy.deepcopy(files[name])
        if isinstance(copied, dict) and draw(st.booleans()):
            copied["id"] = draw(st.sampled_from(["copy", "Specialist", "A", "1", "x" * 200]))
        files[name.replace(".yaml", "-2.yaml")] = copied


def _setting(draw: st.DrawFn, files: Files, _every: Any, _holder: Any, _key: Any) -> None:
    firm = files.get("framework.yaml")
    if isinstance(firm, dict):
        part = schema("framework")["properties"]["rules"]
        if "$ref" in part:
            part = schema("framework")["definitions"][part["$ref"].rpartition("/")[2]]
        name = draw(st.sampled_from(sorted(part["properties"])))
        firm["rules"] = {name: draw(from_schema("framework", part["properties"][name], 2)), "profile": "strict"}


SPOILING = (
    _replace, _odd, _drop, _drop, _double, _empty, _rename, _other_case, _retarget, _retarget, _from_elsewhere, _figure, _figure,
    _turned, _longer, _longer, _file_twice, _setting,
)  # fmt: skip
