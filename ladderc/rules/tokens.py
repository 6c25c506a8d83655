"""Cuts prose into clauses of words, ignoring case in every script, so that word lists can be laid over it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
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
_MOST_KNOWN = 5000
"""How many words a list remembers the answer for."""

_ROUGH = re.compile(r"[^\W\d_]+|\d+")
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_PLAIN_APART = b"\0" + _PLAIN[1:]
_SIGNS = bytes(ord("a" if chr(code).isalpha() else "0" if chr(code).isdigit() else " ") for code in range(128)).ljust(
    256
)
_ODD_BLANKS = "".join(chr(code) for code in range(128) if chr(code).isspace() and chr(code) != " ").encode()
_NO_ODD_BLANKS = bytes(code for code in range(256) if code not in _ODD_BLANKS)


class Token(NamedTuple):
    """One word, number or mark; ``text`` is folded, ``start`` and ``end`` count characters of the original."""

    text: str
    start: int
    end: int
    kind: str
    possessive: bool


def fold(text: str) -> str:
    """Text as it is compared: composed, without case, with one kind of hyphen and apostrophe."""
    if text.isascii():
        return text.lower()  # the same, and most words are plain
    text = unicodedata.normalize("NFC", text).casefold()
    return text.replace("‐", "-").replace("‑", "-").replace("’", "'")


@lru_cache(maxsize=1024)  # the rules of one family ask for the same texts, one rule after the other
def clauses(text: str) -> Sequence[Sequence[Token]]:
    """The tokens of each clause; clauses end at full stops, colons, brackets and dashes, not at commas."""
    found: list[list[Token]] = [[]]
    clause = found[0]
    quoting = "'" in text or "’" in text
    lowered = text.lower() if text.isascii() else ""  # as `fold` would, at once for all words
    for piece in _PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "end":
            clause = []
            found.append(clause)
            continue
        start, end = piece.span()
        owning = quoting and text[end - 2 : end] in ("'s", "’s")
        last = end - 2 if owning else end
        folded = lowered[start:last] if lowered else fold(text[start:last])
        # "several teams' roadmaps": the apostrophe that follows makes the plural an owner
        trailing = quoting and folded.endswith("s") and text[end : end + 1] in ("'", "’")
        clause.append(Token(folded, start, end, str(kind), owning or trailing))
    return [clause for clause in found if clause]


def rough_words(text: str) -> frozenset[str]:
    """The words and numbers of a text, compounds taken apart: quick, for a first look."""
    if text.isascii():
        words, simple = plain_words(text)
        if simple:
            return words
    return frozenset(_ROUGH.findall(fold(text)))


def count_words(text: str) -> int:
    """How many words stand between the blanks of a text."""
    single = text.isascii() and "  " not in text and text[:1] != " " and text[-1:] not in ("", " ")
    if single and not text.encode().translate(None, _NO_ODD_BLANKS):
        return text.count(" ") + 1  # several times as fast, and nearly every text is typed like that
    return len(text.split())


def longest_words(entries: Iterable[str]) -> frozenset[str]:
    """The longest word of each entry of a list: a text without it cannot have the entry."""
    return frozenset([longest_word(entry) for entry in entries])


def shortest_signs(entries: Iterable[str]) -> tuple[str, ...]:
    """The longest word of each entry, without those that another one is part of: no text has an entry without one."""
    longest = longest_words(entries)
    return tuple(sorted(one for one in longest if not any(other != one and other in one for other in longest)))


def first_found(text: str, tokens: Sequence[Token], end_from: Callable[[int], int]) -> str | None:
    """The first words of a clause, as written, from a token at which ``end_from`` gives an end that is not 0."""
    for start in range(len(tokens)):
        end = end_from(start)
        if end:
            return text[tokens[start].start : tokens[end - 1].end]
    return None


def longest_word(entry: str) -> str:
    """The longest word of an entry of a list; the last in the alphabet where several are as long."""
    if entry.isascii() and entry.isalpha():
        return entry.lower()  # it is one word, as most are
    return max(rough_words(entry), key=lambda word: (len(word), word))


@lru_cache(maxsize=1024)  # as for clauses
def plain_words(text: str) -> tuple[frozenset[str], bool]:
    """What stands between the marks and blanks of an ASCII text, without case; and whether nothing mixes letters and digits."""
    words = text.encode().translate(_PLAIN).decode().split()  # four times as fast as any pattern
    simple = "".join(words).isalpha() or all(word.isalpha() or word.isdigit() for word in words)
    return frozenset(words), simple


def plain_lines(texts: str) -> tuple[str, bool]:
    """ASCII texts with a NUL between each two, as ``plain_words`` cuts them: words with blanks between them, and whether simple."""
    lines = texts.encode().translate(_PLAIN_APART)
    signs = lines.translate(_SIGNS)
    return lines.decode(), b"a0" not in signs and b"0a" not in signs


class WordList:
    """Words and phrases to be found in tokens; ``*`` stands for part of a word, or alone for one whole word."""

    def __init__(self, entries: Sequence[str]) -> None:
        """Entries are folded; longer phrases are tried first."""
        phrases = sorted((tuple(fold(entry).split()) for entry in entries), key=len, reverse=True)
        self._plain: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._wild = tuple(phrase for phrase in phrases if "*" in phrase[0])
        for phrase in phrases:
            if "*" not in phrase[0]:
                self._plain[phrase[0]] = (*self._plain.get(phrase[0], ()), phrase)
        self._alone: dict[str, bool] = {}

    def length_at(self, words: Sequence[str], start: int) -> int:
        """How many words the longest entry takes from ``start`` on; 0 where none begins there."""
        if start >= len(words):
            return 0
        known = self._plain.get(words[start], ())
        for phrase in (*known, *self._wild) if self._wild else known:
            if len(phrase) == 1 and phrase[0] == words[start]:
                return 1
            if len(phrase) <= len(words) - start and all(
                fits(part, words[start + offset]) for offset, part in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def first_words(self) -> frozenset[str]:
        """The words that entries begin with; the list must have none that begins with ``*``."""
        assert not self._wild, "an entry that begins with * may begin anywhere"
        return frozenset(self._plain)

    def __contains__(self, word: str) -> bool:
        found = self._alone.get(word)
        if found is None:  # each word is looked up once, and a framework's words are few
            if len(self._alone) >= _MOST_KNOWN:
                self._alone.clear()
            found = self._alone[word] = self.length_at((word,), 0) == 1
        return found


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
