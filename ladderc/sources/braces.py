"""Words between braces that have no colon: most often the rest of a sentence with a comma."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladderc.sources.doubt import CURLY
from ladderc.sources.mend import in_quotes, short


def swallowed_comma(word: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    """The rule and message for a word between braces that has no colon; ``fields`` are those before it."""
    if not fields:
        return "swallowed-comma", (
            f"Between braces `{short(word)}` is a field without a value.\n"
            "Put the whole text, braces included, in quotes, or write `name: value`."
        )
    name, value = list(fields.items())[-1]
    if isinstance(value, str) and value[:1] in CURLY:
        return "curly-quote", (
            "Curly quotes do not hold a text together, so the comma ends it.\n"
            f'Use straight quotes: `{name}: "{value[1:]}, {word.rstrip("”’“")}"`.'
        )
    if isinstance(value, str):
        return "swallowed-comma", (
            f"The comma after `{short(value)}` ends the text, and `{short(word)}` becomes a field of its own.\n"
            f"{in_quotes(f'{value}, {word}')}"
        )
    return "swallowed-comma", (
        f"Between braces `{short(word)}` is a field without a value.\nWrite `{short(word)}: ` and its value, or delete it."
    )
