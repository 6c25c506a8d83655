"""Any part of a file as lines that each say one fact and where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ladderc.wording.printable import printable

SIGN = " · "

_FIRST = ("id", "name", "title", "grade", "kind", "status", "severity", "summary")
_SETS = frozenset(
    (
        "branches",
        "counterpart",
        "families",
        "family",
        "forums",
        "kinds",
        "leads",
        "open_to",
        "recognition",
        "visible_to",
    )
)
"""Fields whose values stand in no order, so that moving one is no change."""
_NAMES = ("id", "grade", "domain", "rule", "fingerprint", "name")
"""Fields that name what an entry of a list is about, the best first."""


def facts(prefix: str, value: Any, field: str = "") -> Iterator[str]:
    """One line a fact, each beginning with ``prefix``; ``field`` is the name under which ``value`` stands."""
    if isinstance(value, dict) and value:
        for key in ordered(value):
            yield from facts(f"{prefix}{SIGN}{said(key)}", value[key], key)
    elif isinstance(value, list) and value:
        for entry in _in_order(value, field):
            yield from _entry(prefix, entry)
    else:
        yield f"{prefix}: {said(value)}"


def some_facts(
    prefix: str, value: Mapping[str, Any], order: Iterable[str] = (), without: Iterable[str] = ()
) -> Iterator[str]:
    """The facts of a part's fields, those in ``order`` first, leaving out those in ``without``."""
    for key in ordered(value, order):
        if key not in without:
            yield from facts(f"{prefix}{SIGN}{said(key)}", value[key], key)


def or_alone(prefix: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines, or the prefix alone where there are none: a part of which nothing is said is there all the same."""
    any_line = False
    for line in lines:
        any_line = True
        yield line
    if not any_line:
        yield prefix


def ordered(value: Mapping[str, Any], order: Iterable[str] = _FIRST) -> list[str]:
    """The fields of a part in an order that does not depend on the file's."""
    known = list(order)
    return sorted(value, key=lambda key: (known.index(key) if key in known else len(known), key))


def said(value: Any) -> str:
    """One value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "(nothing is written)"
    if isinstance(value, (dict, list)):
        return "(none)" if not value else "; ".join(facts("", value)).replace(f"{SIGN}", " ").strip()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return printable(" ".join(str(value).split())) or '""'


def name_of(entry: Any) -> tuple[str, str]:
    """The field that names an entry of a list, and the name; empty where none does."""
    if isinstance(entry, dict):
        for field in _NAMES:
            if field in entry and not isinstance(entry[field], (dict, list)):
                return field, said(entry[field])
    return "", ""


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ``G2`` before ``G10``."""
    parts = re.split(r"([0-9]+)", text)
    return tuple((1, int(part[:18]), part) if part.isdigit() else (0, 0, part.casefold()) for part in parts if part)


def entries_of(value: Any) -> list[dict[str, Any]] | None:
    """The entries of a list if each has fields, else None: then it is shown as it stands."""
    if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
        return value
    return None


def _entry(prefix: str, entry: Any) -> Iterator[str]:
    if isinstance(entry, dict) and "text" in entry and set(entry) <= {"id", "text"}:
        mark = f" ({said(entry['id'])})" if "id" in entry else ""
        yield from facts(f"{prefix}{mark}", entry["text"])
        return
    field, name = name_of(entry)
    if not field:
        yield from facts(prefix, entry)
        return
    rest = {key: inner for key, inner in entry.items() if key != field}
    yield from facts(f"{prefix} {name}", rest) if rest else (f"{prefix}: {name}",)


def _in_order(value: list[Any], field: str) -> list[Any]:
    # A list of names has no order; a list of sentences (what a promotion requires) has one.
    if field in _SETS and not any(isinstance(entry, (dict, list)) or " " in str(entry) for entry in value):
        return sorted(value, key=lambda entry: natural(said(entry)))
    if all(name_of(entry)[1] and "text" not in entry for entry in value):
        return sorted(value, key=lambda entry: natural(name_of(entry)[1]))
    return value
