"""A level asks for something else than the level below it, and for more of it.

Why
---
A new level is easily made: copy the one below, put "senior" before the title and change a word in each sentence.
Nobody can say afterwards why one person has the higher title and another has not, and soon everybody has it.
Where levels are rated, at least one rating has to rise, or the step asks for nothing.

Source
------
Inflation by one-word edits; one published top level repeats 92 % of the level below it.
How much may be repeated is our own choice.
Two statements count as one where at least four fifths of their words, taken together, are in both,
and a level is judged by its statements from five on.
A dimension that is rated here and not below counts as a rating that rises.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          craft:
            - Opens a field of work in which the firm had no knowledge before.
            - Writes methods for it that engineers of other plants can follow alone.
          delivery:
            - Turns research into a product line that customers pay more for.
            - Keeps the first of its kind running until a plant can do it without help.
      - id: S7
        expectations:  # <- here
          craft:
            - Opens a whole field of work in which the firm had no knowledge before.
            - Writes methods for it that all engineers of other plants can follow alone.
          delivery:
            - Turns research into a product line that many customers pay more for.
            - Keeps the very first of its kind running until a plant can do it without help.

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          craft:
            - Opens a field of work in which the firm had no knowledge before.
            - Writes methods for it that engineers of other plants can follow alone.
          delivery:
            - Turns research into a product line that customers pay more for.
            - Keeps the first of its kind running until a plant can do it without help.
      - id: S7
        expectations:
          craft:
            - Solves a problem that the whole industry had taken for a law of nature.
            - Founds a laboratory that keeps finding things after its founder has left.
          delivery:
            - Brings about a technical turn that the firm lives on for a decade.
            - Ends three product lines in time because the evidence no longer holds.

When to waive
-------------
When two grades truly hold the same work and differ in years of service alone, as some agreements with unions have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.content import Content
from ladderc.rules.likeness import Words, any_like
from ladderc.rules.phrases import level_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.wording.numbers import share

FEWEST = 5
"""A level with fewer statements is not judged by them: one repeated sentence would weigh too much."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that repeats the one below or does not rise above it, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    judged = 0
    failing = []
    for track in tracks_judged_here(case):
        said = [case.content.words(level) for level in track.levels]
        for (below, said_below), (level, own) in pairwise(zip(track.levels, said, strict=True)):
            worded = len(own) >= FEWEST and bool(said_below)
            rated = bool(case.content.ratings(level)) and bool(case.content.ratings(below))
            judged += worded or rated
            repeated = _repeated(case, own, said_below, case.content.words_together(below)) if worded else 0
            flat = rated and not _rises(case.content, level, below)
            if repeated or flat:
                failing.append(_same(case, track, below, level, repeated, len(own), flat))
    if not judged:
        yield case.not_judged("two levels of one track with ratings, or with five statements or more")
        return
    yield from failing or [case.holds(figures=(Figure("steps compared", judged, "steps"),))]


def _repeated(case: Case, said: Sequence[Words], below: Sequence[Words], together: Words) -> int:
    """How many statements repeat one of the level below; 0 where they are not too many."""
    most = case.number("most_repeated") * len(said)
    own = 0
    for words in said:
        # most statements end at the first half of this: too many of their words are not said below at all
        if 5 * len(words & together) < 4 * len(words) or not any_like(words, below):
            own += 1
            if len(said) - own <= most:  # enough of them are its own, whatever the rest says
                return 0
    return len(said) - own


def _rises(content: Content, level: Level, below: Level) -> bool:
    before = content.ratings(below)
    return any(name not in before or rating > before[name] for name, rating in content.ratings(level).items())


def _same(case: Case, track: Track, below: Level, level: Level, repeated: int, count: int, flat: bool) -> Verdict:
    locale = case.framework.locale
    most = case.number("most_repeated")
    lines = []
    figures: list[Figure] = []
    if repeated:
        lines.append(
            f"{repeated} of the {count} statements of {level_name(level)} are nearly those of {level_name(below)} "
            f"below it; at most {share(Fraction(most), locale)} may be."
        )
        figures += [
            Figure("statements repeated", repeated, "statements"),
            Figure("statements", count, "statements"),
            Figure("most repeated", most, "ratio", "limit"),
        ]
    if flat:
        lines.append(f"No rating of {level_name(level)} is higher than that of {level_name(below)} below it.")
        figures.append(Figure("ratings that rise", 0, "ratings"))
    mend = f"write what {level.id} asks for that {below.id} does not" if repeated else ""
    mend += " and " if repeated and flat else ""
    mend += "raise the ratings in which it shows" if flat else ""
    lines.append(f"{mend[0].upper()}{mend[1:]}; if there is nothing, make one level of the two.")
    return case.fails(
        "\n".join(lines),
        level.at("expectations"),
        *subjects_of(track, [level]),
        figures=tuple(figures),
        related=(Related(below.at("expectations"), "the level below"),),
        topic=" ".join(name for name, found in (("statements", repeated), ("ratings", flat)) if found),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(
        Setting("most_repeated", Decimal("0.75"), "The share of a level's statements that may repeat the level below."),
    ),
)
