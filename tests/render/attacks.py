"""Puts a hostile text into every place of a View where a person may have written it."""

from __future__ import annotations

from typing import Any

from ladderc.view.parity import RuleText
from ladderc.view.view import View

# Ids, keys and names of closed lists: the language allows no character in them that could do harm.
_OURS = {
    "id", "key", "kind", "anchor", "audience", "language", "locale", "today", "outcome", "rule", "category",
    "effective", "role", "because", "repository", "severity", "form", "release", "impact", "fate",
}  # fmt: skip


def attacked(view: View, text: str) -> View:
    """The same View with ``text`` wherever an author's words, or words made of them, stand."""
    found: View = _attacked(view, text)
    return found


def _attacked(value: Any, text: str) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        ours = _OURS | ({"name"} if isinstance(value, RuleText) else set())
        return value._replace(
            **{
                name: part if name in ours else text if isinstance(part, str) and part else _attacked(part, text)
                for name, part in zip(value._fields, value, strict=True)
            }
        )
    if isinstance(value, tuple):
        return tuple(text if isinstance(part, str) else _attacked(part, text) for part in value)
    return value
