"""Cuts prose into clauses of words, ignoring case in every script, so that word lists can be laid over it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_PIECE = re.compile(
    r"""
      (?P<number>(?<![\w/.,])\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d+)?\+?(?!\w|\s?%|[-‐‑]\w|/\d|[.,]\d))
    | (?P<word>[^\W_]+(?:[-‐‑][^\W_]+)*(?:['’][st]\b)?)
    | (?P<end>[.;:!?()\[\]\n…]|\s[-–—]\s|—)
    | (?P<mark>[,/&≥≤><~≈+])
    """,
    re.VERBOSE,
)
_ROUGH = re.compile(r"[^\W\d_]+|\d+")
_BLANKS = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})


class Token(NamedTuple):
    """One word, number or mark; ``text`` is folded, ``start`` and ``end`` count characters of the original."""

    text: str
    start: int
    end: int
    kind: str
    possessive: bool


def fold(text: str) -> str:
    """Text as it is compared: composed, without case, with one kind of hyphen and apostrophe."""
    text = unicodedata.normalize("NFC", text).casefold()
    return text.replace("‐", "-").replace("‑", "-").replace("’", "'")


def clauses(text: str) -> list[list[Token]]:
    """The tokens of each clause; clauses end at full stops, colons, brackets and dashes, not at commas."""
    found: list[list[Token]] = [[]]
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "end":
            found.append([])
            continue
        raw = piece.group()
        owning = raw[-2:] in ("'s", "’s")
        folded = fold(raw[:-2] if owning else raw)
        # "several teams' roadmaps": the apostrophe that follows makes the plural an owner
        trailing = folded.endswith("s") and text[piece.end() : piece.end() + 1] in ("'", "’")
        found[-1].append(Token(folded, piece.start(), piece.end(), str(piece.lastgroup), owning or trailing))
    return [clause for clause in found if clause]


def rough_words(text: str) -> frozenset[str]:
    """The words and numbers of a text, compounds taken apart: quick, for a first look."""
    if text.isascii():  # most texts are, and they can be cut in half the time
        words = text.lower().translate(_BLANKS).split()
        if "".join(words).isalpha() or all(word.isalpha() or word.isdigit() for word in words):
            return frozenset(words)
    return frozenset(_ROUGH.findall(fold(text)))


class WordList:
    """Words and phrases to be found in tokens; ``*`` stands for part of a word, or alone for one whole word."""

    def __init__(self, entries: Sequence[str]) -> None:
        """Entries are folded; longer phrases are tried first."""
        phrases = sorted((tuple(fold(entry).split()) for entry in entries), key=len, reverse=True)
        self._plain: dict[str, list[tuple[str, ...]]] = {}
        self._wild: list[tuple[str, ...]] = []
        for phrase in phrases:
            if "*" in phrase[0]:
                self._wild.append(phrase)
            else:
                self._plain.setdefault(phrase[0], []).append(phrase)

    def length_at(self, words: Sequence[str], start: int) -> int:
        """How many words the longest entry takes from ``start`` on; 0 where none begins there."""
        if start >= len(words):
            return 0
        for phrase in (*self._plain.get(words[start], ()), *self._wild):
            if len(phrase) <= len(words) - start and all(
                fits(part, words[start + offset]) for offset, part in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def __contains__(self, word: str) -> bool:
        return self.length_at((word,), 0) == 1


def fits(pattern: str, word: str) -> bool:
    """Whether a word is the pattern, where ``*`` at either end stands for any letters."""
    if "*" not in pattern:
        return pattern == word
    if pattern == "*":
        return True
    core = pattern.strip("*")
    if pattern.startswith("*"):
        return core in word if pattern.endswith("*") else word.endswith(core)
    return word.startswith(core)
