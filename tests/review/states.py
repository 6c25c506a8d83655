"""The two states of a case: the clean base with an overlay each, or with an id that is another everywhere."""

from __future__ import annotations

import copy
import re
from typing import Any

from overlay import lay, linked

from ladderc.model.framework import Framework

_WORDS = ("kind", "kinds", "about", "measures", "factor", "role", "type")
"""Fields whose words are the language's own, not ids of the firm."""


def state(text: str) -> Framework:
    """The base with a snippet over it; or ``RENAME G5=IC5``, ``SHUFFLE``: the base with ids or orders changed throughout."""
    if text.startswith("RENAME "):
        laid = lay("")
        pairs = dict(pair.split("=") for pair in text.split()[1:])
        return linked(laid._replace(files=renamed(laid.files, pairs)))
    if text == "SHUFFLE":
        laid = lay("")
        return linked(laid._replace(files=shuffled(laid.files)))
    return linked(lay(text))


def renamed(data: Any, ids: dict[str, str]) -> Any:
    """Plain data in which whole words that are ids are others, also in ``track/level``; prose has no such words."""
    if isinstance(data, dict):
        return {renamed(key, ids): value if key in _WORDS else renamed(value, ids) for key, value in data.items()}
    if isinstance(data, list):
        return [renamed(value, ids) for value in data]
    if isinstance(data, str) and re.fullmatch(r"[\w.-]+(/[\w.-]+)?", data):
        return "/".join(ids.get(part, part) for part in data.split("/"))
    return data


def shuffled(data: Any) -> Any:
    """Files and fields in another order; lists stay, for some of them rise."""
    if isinstance(data, dict):
        return {key: shuffled(data[key]) for key in reversed(list(data))}
    return [shuffled(value) for value in data] if isinstance(data, list) else copy.copy(data)
