"""Finds words that call management the way up, or an expert only an expert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import Lexicon, by_language, section
from ladderc.rules.negation import Negations
from ladderc.rules.tokens import Token, WordList, clauses, fold, rough_words
from ladderc.rules.vocabulary import AnyOf, Look

_BETWEEN = 3
"""How many words may stand between "promoted to" and "manager", or between "is" and "just an expert"."""


class Hints(NamedTuple):
    """A rough look before the close one: what a text must hold to call management the way up, or to belittle an expert.

    ``rise`` has the ways to rise by their first word, ``only`` and ``experts`` have first words.
    """

    rise: Mapping[str, tuple[str, ...]]
    only: frozenset[str]
    experts: frozenset[str]

    def in_text(self, words: frozenset[str], folded: str) -> bool:
        """Whether a folded text with single blanks, made of these words, is worth a close look."""
        if any(phrase in folded for word in words & self.rise.keys() for phrase in self.rise[word]):
            return True
        return not words.isdisjoint(self.only) and not words.isdisjoint(self.experts)


class UpwardWords(NamedTuple):
    """Words of one language.

    ``rise`` leads to one of ``targets`` after it; where the verb is last, ``links`` lead to it and ``rise_after`` follows.
    ``compounds`` after a target make it something else ("management consultant").
    ``skip`` may stand before a target although the language's other small words may not.
    ``only`` belittles one of ``experts`` after one of ``copulas``; ``articles`` may stand between, ``praise`` undoes it.
    """

    rise: WordList
    links: WordList
    rise_after: WordList
    targets: WordList
    compounds: WordList
    skip: WordList
    only: WordList
    experts: WordList
    articles: WordList
    copulas: WordList
    praise: WordList
    denied: Negations
    belittling_denied: Negations
    hints: Hints


def upward_words(text: Text, locale: str) -> str | None:
    """The first words that call management the way up or belittle experts, as written; None where there are none."""
    for written, known in by_language(text, locale):
        rough = _rough(written)
        present = rough_words(rough)
        for lexicon in known:
            words = _words(lexicon.language)
            if words.hints.in_text(present, rough) and (found := _first(written, words, lexicon)):
                return found
    return None


def _rough(text: str) -> str:
    return " ".join(fold(text).split())


def _first(written: str, words: UpwardWords, lexicon: Lexicon) -> str | None:
    for tokens in clauses(written):
        texts = [token.text for token in tokens]
        for start in range(len(texts)):
            end = _rise(texts, start, words, lexicon) or _belittled(texts, start, words)
            if end:
                return _as_written(written, tokens, start, end)
    return None


def _as_written(written: str, tokens: Sequence[Token], begin: int, end: int) -> str:
    return " ".join(written[tokens[begin].start : tokens[end - 1].end].split())


def _rise(texts: Sequence[str], start: int, words: UpwardWords, lexicon: Lexicon) -> int:
    """The end of "promoted to senior manager" or "zum Manager befördert"; 0 where neither stands here."""
    rising = words.rise.length_at(texts, start)
    end = _target(texts, start + rising, words, lexicon) if rising else 0
    if not end and (link := words.links.length_at(texts, start)):
        target = _target(texts, start + link, words, lexicon)
        after = range(target, min(target + _BETWEEN, len(texts))) if target else range(0)
        end = next((at + length for at in after if (length := words.rise_after.length_at(texts, at))), 0)
    if not end or words.denied.deny(texts, start) or _denied_after(texts, end, words):
        return 0
    return end


def _target(texts: Sequence[str], start: int, words: UpwardWords, lexicon: Lexicon) -> int:
    """The end of a manager's word within a few words; 0 where there is none, or it names work or a trade."""
    for at in range(start, min(start + _BETWEEN + 1, len(texts))):
        length = words.targets.length_at(texts, at)
        if length:
            end = at + length
            follows = end < len(texts) and texts[end] in words.compounds
            return 0 if follows or _allowed(texts, start, end, lexicon) else end
        if texts[at] not in words.skip and (
            texts[at] in lexicon.headcount.blockers or texts[at] in lexicon.headcount.joins or texts[at] == ","
        ):
            return 0
    return 0


def _allowed(texts: Sequence[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words up to ``end``, and some after it, are a title that promises no team ("product manager")."""
    allowed = lexicon.titles.allowed
    return any(at + allowed.length_at(texts, at) >= end for at in range(start, end) if allowed.length_at(texts, at))


def _denied_after(texts: Sequence[str], end: int, words: UpwardWords) -> bool:
    """Whether "… is not the only way" follows."""
    for at in range(end, min(end + 2, len(texts))):
        if words.copulas.length_at(texts, at):
            after = at + words.copulas.length_at(texts, at)
            return bool(words.denied.negations.length_at(texts, after) or words.denied.negations.length_at(texts, at))
        if words.denied.negations.length_at(texts, at):
            return True
    return False


def _belittled(texts: Sequence[str], start: int, words: UpwardWords) -> int:
    """The end of "just an expert" after "is", "as" and the like; 0 where it is not said, or said in praise."""
    length = words.only.length_at(texts, start)
    if not length:
        return 0
    at = start + length
    while at < len(texts) and texts[at] in words.articles:
        at += 1
    end = at + words.experts.length_at(texts, at)
    if end == at or (end < len(texts) and texts[end] in words.praise):
        return 0
    said_of = any(words.copulas.length_at(texts, before) for before in range(max(0, start - _BETWEEN), start))
    return end if said_of and not words.belittling_denied.deny(texts, start) else 0


@cache
def way_up_words(language: str) -> Look:
    """What a text cannot do without that calls management the way up, or belittles an expert."""
    hints = _words(language).hints
    return (AnyOf(hints.rise),), (AnyOf(hints.only), AnyOf(hints.experts))


@cache
def _words(language: str) -> UpwardWords:
    """The words of a language, made once."""
    raw, counting = section(language, "one_way_up"), section(language, "headcount")
    denied = Negations(
        negations=WordList([*counting["negations"], *raw["denials"]]),
        no_negations=WordList([*counting["no_negations"], *raw["no_longer"]]),
        contrasts=WordList(counting["contrasts"]),
        alternatives=WordList(counting["alternatives"]),
        joins=WordList(counting["joins"]),
    )
    lists = {name: WordList(raw[name]) for name in UpwardWords._fields if name in raw}
    return UpwardWords(
        **lists,
        denied=denied,
        belittling_denied=denied._replace(no_negations=WordList(raw["no_longer"])),
        hints=_hints(raw),
    )


def _hints(raw: dict[str, list[str]]) -> Hints:
    rise: dict[str, tuple[str, ...]] = {}
    for phrase in map(_bare, (*raw["rise"], *raw["rise_after"])):
        rise[phrase[0]] = (*rise.get(phrase[0], ()), " ".join(phrase))
    first = {name: frozenset(_bare(entry)[0] for entry in raw[name]) for name in ("only", "experts")}
    return Hints(rise, first["only"], first["experts"])


def _bare(entry: str) -> list[str]:
    """The words of an entry, compounds taken apart, without the single letters that an apostrophe parts off."""
    return [word for word in fold(entry).replace("-", " ").split() if len(word) > 1]
