"""Finds where a text counts people or teams under somebody: clause by clause, with negations and fine uses."""

from __future__ import annotations

from functools import cache

from ladderc.model.text import Text
from ladderc.rules.lexicon import HeadcountWords, by_language, lexicons, section
from ladderc.rules.quantities import Quantities
from ladderc.rules.tokens import clauses, fold, longest_words, rough_words
from ladderc.rules.vocabulary import AnyOf, Look


@cache
def count_words(language: str) -> Look:
    """What a text that counts people cannot do without: see ``Hints``."""
    hints = lexicons(language)[0].headcount.hints
    nouns = AnyOf(hints.nouns, endings=hints.endings)
    phrases = (
        (AnyOf((word,)), *(AnyOf((other,)) for other in sorted(phrase - {word})))
        for word, several in hints.phrases.items()
        for phrase in several
    )
    return *phrases, (AnyOf(hints.holders), AnyOf(hints.numbers, digits=True), nouns)


@cache
def measure_words(language: str) -> Look:
    """What the name of a metric cannot do without to be nothing but a count of people."""
    return ((AnyOf(longest_words(section(language, "headcount")["measures"])),),)


def headcount_phrase(text: Text, locale: str) -> str | None:
    """The first words that count people, as written, in any language of the text; None where there are none."""
    for written, known in by_language(text, locale):
        for lexicon in known:
            found = counting_words(written, lexicon.headcount)
            if found:
                return found
    return None


def headcount_measure(name: Text, locale: str) -> str | None:
    """The name of a metric that is nothing but a count of people, or holds words that count them."""
    for written, known in by_language(name, locale):
        words = fold(written).split()
        if any(lexicon.headcount.measures.length_at(words, 0) == len(words) for lexicon in known if words):
            return written.strip()
    return headcount_phrase(name, locale)


def counting_words(text: str, words: HeadcountWords) -> str | None:
    """The first words of a text in one language that count people under somebody, as written."""
    if not words.hints.may_count(rough_words(text)):
        return None
    for tokens in clauses(text):
        clause = _Clause(tokens, words)
        for start, token in enumerate(tokens):
            end = clause.count_from(start) if token.text in words.hints.begins or token.kind != "word" else 0
            if end and not clause.denied(start):
                return text[tokens[start].start : tokens[end - 1].end]
    return None


class _Clause(Quantities):
    """One clause in which people may be counted."""

    def count_from(self, start: int) -> int:
        """The end of a count that begins here; 0 where none does."""
        phrase = self.words.phrases.length_at(self.texts, start)
        if phrase:
            return start + phrase
        return self._team_of(start) or self._reports(start) or self._governed(start) or self._verb_final(start)

    def denied(self, start: int) -> bool:
        """Whether a negation before this position still reaches it."""
        return self.words.negation.deny(self.texts, start)

    def _governed(self, start: int) -> int:
        """A form of manage, lead, supervise or oversee whose object is a number of people."""
        length = self.words.governors.length_at(self.texts, start)
        if not length:
            return 0
        at = self._past_joined_verbs(start + length)
        at = self._past_fillers(at)
        return self.people(at) or self.strong(at) or self._inside_collective(at) or self._joined_object(start + length)

    def _past_joined_verbs(self, at: int) -> int:
        """Past ", coaches and develops" after the governing verb."""
        while at + 1 < len(self.texts) and (self.texts[at] in (",", "/", "&") or self.texts[at] in self.words.joins):
            following = at + 1
            if self.texts[following] in self.words.joins:
                following += 1
            if following >= len(self.texts) or not self.plain_word(following) or self.number(following):
                break
            at = following + 1
        return at

    def _past_fillers(self, at: int) -> int:
        while at < len(self.texts) and not self.number(at):
            text = self.texts[at]
            allowing = self.words.negation.no_negations.length_at(self.texts, at)  # "manages not only five people"
            if allowing:
                at += allowing
                continue
            if text not in self.words.fillers and not text.endswith(self.words.adverb_endings or ("\0",)):
                break
            at += 1
        return at

    def _inside_collective(self, at: int) -> int:
        """ "… a cross-functional group of 12 people", "… a team with five engineers"."""
        for head in range(at, min(at + 3, len(self.texts))):
            if self.texts[head] in self.words.collectives:
                link = self.words.of.length_at(self.texts, head + 1)
                after = head + 1 + link
                return (self.people(after) or self.bare_number(after)) if link else 0
            if not self.plain_word(head):
                return 0
        return 0

    def _joined_object(self, at: int) -> int:
        """ "… budgets and 12 people": the last of two objects, where nothing but the clause's end follows."""
        for join in range(at, min(at + 5, len(self.texts))):
            if self.texts[join] in self.words.joins:
                end = self.people(join + 1)
                return end if end == len(self.texts) else 0
            if not self.plain_word(join):
                return 0
        return 0

    def _team_of(self, start: int) -> int:
        """ "team of 8", unless somebody merely works in, with or for it."""
        if self.texts[start] not in self.words.teams:
            return 0
        link = self.words.team_of.length_at(self.texts, start + 1)
        if not link:
            return 0
        end = self.people(start + 1 + link) or self.bare_number(start + 1 + link)
        return end if end and not self._sheltered(start) else 0

    def _sheltered(self, noun: int) -> bool:
        """Whether the noun hangs on a word such as ``in`` or ``for``, not on ``responsible for``."""
        at = noun - 1
        while at >= 0 and noun - at < 4 and self.plain_word(at) and self.texts[at] not in self.words.sheltered:
            at -= 1
        if at < 0 or self.texts[at] not in self.words.sheltered:
            return False
        return not any(
            length and before + length == at + 1
            for before in range(max(0, at - 2), at + 1)
            if (length := self.words.exposed.length_at(self.texts, before))
        )

    def _reports(self, start: int) -> int:
        """ "5 direct reports", "has six reports"; reports that are written are documents."""
        number = self.number(start)
        if not number:
            return 0
        at = number
        while at < len(self.texts) and self.texts[at] in self.words.direct:
            at += 1
        if at >= len(self.texts) or self.texts[at] not in self.words.reports or self.tokens[at].possessive:
            return 0
        if at > number or "-" in self.texts[at]:
            return at + 1
        owned = start > 0 and self.texts[start - 1] in self.words.possessors
        follows = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        ends = follows in ("", ",")
        return at + 1 if (owned and follows not in self.words.documents) or (start == 0 and ends) else 0

    def _verb_final(self, start: int) -> int:
        """Languages that put the verb last: "mehrere Teams geführt"."""
        if not self.words.verb_final:
            return 0
        end = self.people(start)
        if not end or (start > 0 and self.texts[start - 1] in self.words.blockers):
            return 0
        for at in range(end, min(end + 4, len(self.texts))):
            length = self.words.governors.length_at(self.texts, at)
            if length:
                return at + length
            if self.texts[at] in self.words.blockers or not self.plain_word(at, blockers=False):
                return 0
        return 0
