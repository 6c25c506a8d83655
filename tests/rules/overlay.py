"""Lays a rule's example over the clean base framework, and maps what is found back to the example's lines."""

from __future__ import annotations

import copy
import datetime
import json
import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import yaml

from ladderc.finding import Finding, Verdict
from ladderc.link import link
from ladderc.model.framework import Framework
from ladderc.review.review import State, review
from ladderc.rules import catalog
from ladderc.rules.base import Rule
from ladderc.rules.engine import judge
from ladderc.rules.judgement import Result
from ladderc.sources.document import Reading
from ladderc.sources.read import read, read_tree_contents
from ladderc.span import Route
from ladderc.validate.shape import validate

BASE = Path(__file__).parent / "base"
TODAY = "2026-11-21"

_HEADER = re.compile(r"^# (?P<file>[\w./-]+\.ya?ml)(?: without (?P<without>.+?))?\s*$")
_WITHOUT = re.compile(r"^# without (?P<without>.+?)\s*$")
_MARK = re.compile(r"#\s*<-\s*(?P<name>[\w-]+)")


class Laid(NamedTuple):
    """A framework made of the base and an example.

    ``files`` are written as JSON, which is YAML; ``lines`` gives the example's line, by file and route.
    ``marks`` are the marked lines of the example, with their names (``here`` where nothing else is written).
    """

    files: dict[str, Any]
    lines: dict[str, dict[Route, int]]
    marks: dict[int, str]

    def line_of(self, finding: Finding) -> int:
        """The example's line that a finding points at: that of the nearest written ancestor, 0 where none is."""
        lines = self.lines.get(finding.place.file, {})
        route = finding.place.route
        return next((lines[route[:end]] for end in range(len(route), -1, -1) if route[:end] in lines), 0)


class Judged(NamedTuple):
    """What was said of a framework; findings of the language come first, then those that count."""

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]


def lay(snippet: str) -> Laid:
    """The base with a snippet over it; each of the snippet's files begins with a line ``# path.yaml``."""
    files = copy.deepcopy(_base())
    lines: dict[str, dict[Route, int]] = {}
    rows = snippet.splitlines()
    marks = {number: match["name"] for number, row in enumerate(rows, 1) if (match := _MARK.search(row))}
    for file, without, start, text in _sections(rows):
        if file is None:
            for name in _names(without):
                del files[name]
            continue
        if without:
            files[file] = _without(files[file], file, _names(without))
        node = yaml.compose(text, Loader=_Text)
        lines[file] = {(): start}
        if node is not None:
            lines[file][()] = start + node.start_mark.line
            files[file] = _laid(files.get(file), node, (), lines[file], start)
    return Laid(files, lines, marks)


def judged(laid: Laid, directory: Path) -> Judged:
    """Write the framework to ``directory`` and judge it on a fixed day."""
    for name, data in laid.files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    framework, findings = _linked(read(directory))
    judgement = judge(framework, TODAY)
    counted = (finding for finding in judgement.findings if finding.waived is None and finding.because is None)
    return Judged((*findings, *counted), tuple(result.verdict for result in judgement.results))


def judged_change(laid: Laid, rule: str = "") -> Judged:
    """What the rules about changes say of the step from the base to the framework, or one of them alone."""
    results = _step(linked(laid))
    results = tuple(result for result in results if rule in ("", result.verdict.rule))
    findings = tuple(result.finding for result in results if result.finding and result.finding.waived is None)
    return Judged(findings, tuple(result.verdict for result in results))


@lru_cache(maxsize=64)
def framework_of(snippet: str) -> Framework:
    """The base with a snippet over it, judged by nobody yet; those of one rule are kept for whoever asks again."""
    return linked(lay(snippet))


def alone(rule: Rule, laid: Laid) -> tuple[Result, ...]:
    """As ``alone_on``, of a framework that is not read yet."""
    return alone_on(linked(laid), rule)


def alone_on(framework: Framework, rule: Rule) -> tuple[Result, ...]:
    """What one rule says of the framework, whatever other rules say; a rule about waivers needs the others' findings.

    A rule about changes judges the step from the base.
    """
    if rule.scope == "review":
        return tuple(result for result in _step(framework) if result.verdict.rule == rule.name)
    only = catalog.load_all() if rule.scope == "waivers" else (rule,)
    with mock.patch.object(catalog, "load_all", return_value=only):
        results = judge(framework, TODAY).results
    return tuple(result for result in results if result.verdict.rule == rule.name)


def _step(framework: Framework) -> tuple[Result, ...]:
    """What the rules about changes say of the step from the base to a framework."""
    return review(_before(), State(framework, judge(framework, TODAY)), TODAY).judgement.results


@cache
def _before() -> State:
    framework = linked(lay(""))
    return State(framework, judge(framework, TODAY))


def linked(laid: Laid) -> Framework:
    """The framework, judged by nobody yet."""
    contents = {name: json.dumps(data, ensure_ascii=False).encode() for name, data in laid.files.items()}
    return _linked(read_tree_contents(contents))[0]


def _linked(reading: Reading) -> tuple[Framework, tuple[Finding, ...]]:
    shape = tuple(finding for document in reading.documents for finding in validate(document))
    linked = link(reading, frozenset(finding.place.file for finding in shape), datetime.date.fromisoformat(TODAY))
    findings = (*reading.findings, *shape, *linked.findings)
    assert linked.framework is not None, findings
    return linked.framework, findings


def pointed_at(laid: Laid, findings: tuple[Finding, ...]) -> Counter[tuple[str, int]]:
    """How often each rule points at each line of the example."""
    return Counter((finding.rule, laid.line_of(finding)) for finding in findings)


class _Text(yaml.SafeLoader):
    """Dates stay text, as in YAML 1.2."""


_Text.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def _base() -> dict[str, Any]:
    paths = sorted(BASE.rglob("*.yaml"))
    return {path.relative_to(BASE).as_posix(): yaml.load(path.read_text(encoding="utf-8"), _Text) for path in paths}


def _sections(rows: list[str]) -> list[tuple[str | None, str, int, str]]:
    """File (None: files to leave out), what to leave out, the snippet's line where its text begins, its text."""
    found: list[tuple[str | None, str, int, list[str]]] = []
    for number, row in enumerate(rows, 1):
        if match := _HEADER.match(row):
            found.append((match["file"], match["without"] or "", number + 1, []))
        elif match := _WITHOUT.match(row):
            if found and found[-1][0] and not any(line.strip() for line in found[-1][3]):
                found[-1] = (found[-1][0], match["without"], number + 1, [])
            else:
                found.append((None, match["without"], number + 1, []))
        elif found:
            found[-1][3].append(row)
        else:
            assert not row.strip(), f"line {number} stands before the first `# file.yaml`"
    return [(file, without, start, "\n".join(lines)) for file, without, start, lines in found]


def _names(without: str) -> list[str]:
    return [name for name in re.split(r",\s*|\s+and\s+", without) if name]


def _without(data: Any, file: str, names: list[str]) -> Any:
    """The file without fields, items (by id or grade) or moves (``S4 -> track/M4``) of these names."""
    for name in names:
        if isinstance(data, dict) and name in data:
            del data[name]
            continue
        removed = False
        for several in _lists(data):
            kept = [
                item for item in several if name not in (_key_name(item), isinstance(item, dict) and item.get("id"))
            ]
            removed = removed or len(kept) < len(several)
            several[:] = kept
        assert removed, f"{file} has nothing called {name} to leave out"
    return data


def _lists(data: Any) -> list[list[Any]]:
    return [data] if isinstance(data, list) else [value for value in data.values() if isinstance(value, list)]


def _key_name(item: Any) -> str | None:
    """What a list item is merged and removed by; None where the list is replaced as a whole."""
    if not isinstance(item, dict):
        return None
    if "from" in item and "to" in item:
        return f"{item['from']} -> {item['to']}"
    if "rule" in item:
        return None
    if "grade" in item and "id" not in item:
        return "/".join(str(item[key]) for key in ("track", "grade", "zone") if key in item)
    name = item.get("id", item.get("domain"))
    return None if name is None else str(name)


def _laid(base: Any, node: yaml.Node, route: Route, lines: dict[Route, int], start: int) -> Any:
    """The node's value over the base's, noting at each route where the example writes it."""
    if isinstance(node, yaml.MappingNode):
        return _fields(base, node, route, lines, start)
    if isinstance(node, yaml.SequenceNode):
        return _items(base, node, route, lines, start)
    return _plain(node)


def _fields(base: Any, node: yaml.MappingNode, route: Route, lines: dict[Route, int], start: int) -> dict[str, Any]:
    merged = dict(base) if isinstance(base, dict) else {}
    for key, value in node.value:
        name = _plain(key)
        lines[(*route, name)] = start + key.start_mark.line
        if isinstance(value, yaml.ScalarNode) and value.value == "~":
            merged.pop(name, None)
        else:
            merged[name] = _laid(merged.get(name), value, (*route, name), lines, start)
    return merged


def _items(base: Any, node: yaml.SequenceNode, route: Route, lines: dict[Route, int], start: int) -> list[Any]:
    names = [_key_name(_plain(item)) for item in node.value]
    known = [_key_name(item) for item in base] if isinstance(base, list) else []
    merges = bool(known) and None not in names and None not in known
    merged = list(base) if merges else []
    for name, item in zip(names, node.value, strict=True):
        position = known.index(name) if merges and name in known else _position(merged, item) if merges else len(merged)
        if position == len(merged) or not (merges and name in known):
            merged.insert(position, None)
            known.insert(position, name)
            _shift(lines, route, position)
        lines[(*route, position)] = start + item.start_mark.line
        merged[position] = _laid(merged[position], item, (*route, position), lines, start)
    return merged


def _position(merged: list[Any], item: yaml.Node) -> int:
    """Where a new item belongs: levels and bands by grade, since a track's levels rise; others at the end."""
    grade = _plain(item).get("grade") if isinstance(item, yaml.MappingNode) else None
    if grade is None:
        return len(merged)
    grades = [other.get("grade") if isinstance(other, dict) else None for other in merged]
    above = (place for place, other in enumerate(grades) if other is not None and _in_order(grade) < _in_order(other))
    return next(above, len(merged))


def _in_order(grade: Any) -> tuple[int, str]:
    digits = re.sub(r"\D", "", str(grade))
    return (int(digits or 0), str(grade))


def _shift(lines: dict[Route, int], route: Route, position: int) -> None:
    """Move the noted routes of later items up by one, since an item was put before them."""
    depth = len(route)
    for noted in sorted((known for known in lines if len(known) > depth and known[:depth] == route), reverse=True):
        index = noted[depth]
        if isinstance(index, int) and index >= position:
            lines[(*route, index + 1, *noted[depth + 1 :])] = lines.pop(noted)


def _plain(node: yaml.Node) -> Any:
    loader = _Text("")
    try:
        return loader.construct_object(node, deep=True)
    finally:
        loader.dispose()
