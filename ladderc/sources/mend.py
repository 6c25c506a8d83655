"""The text to type instead: a sentence in the quotes that keep it whole."""

from __future__ import annotations

_LONGEST = 70


def in_quotes(sentence: str) -> str:
    """The mend for a sentence that YAML breaks, with the sentence itself where it is short enough to show."""
    if not sentence or len(sentence) > _LONGEST:
        return "Put the sentence in quotes."
    return f"Put the sentence in quotes: `{quoted(sentence)}`."


def quoted(sentence: str) -> str:
    """``sentence`` in double quotes, or in single ones if it holds double ones."""
    if '"' in sentence or "\\" in sentence:
        doubled = sentence.replace("'", "''")
        return f"'{doubled}'"
    return f'"{sentence}"'


def short(text: str, most: int = 40) -> str:
    """``text`` on one line, its end cut off where it is longer than ``most`` characters."""
    flat = " ".join(text.split(" ")) if "\n" not in text else " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
