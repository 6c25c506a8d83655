"""A title is for everyone: a neutral word, or both forms.

Why
---
A title that names one gender says who is expected there.
It is read before anything else on the page, and it is repeated in every advert made from it.
Most languages have a word for everyone, and all can write both forms.

Source
------
EU 2023/970 Art. 5(3): job titles are gender-neutral.
Titles are read by lists of pairs in English, German, French, Spanish, Italian and Dutch, each by its language and by
English.
`Leiter*in`, `chargé(e)`, `Director/a`, “Ingénieur / Ingénieure” and “(m/w/d)” are for everyone.
A word that is written alike in English counts only beside another word of its own language.
Dutch, and German with words borrowed from English, use the shorter form for everyone; there only the feminine form is
found.
With `law: eu` this is an error.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Chairman of Standards  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Chair of Standards

When to waive
-------------
When a law gives the title in one form, as with some offices of state.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.gendered import Gendered, gendered_words, readable
from ladderc.rules.lexicon import LANGUAGES
from ladderc.rules.phrases import listed, track_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track that has titles for one gender, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    tracks = tracks_judged_here(case)
    locale = case.framework.locale
    read = sum(readable(level.title, locale) for track in tracks for level in track.levels)
    if not read:
        yield case.not_judged(f"a title in a language whose words we know ({listed(LANGUAGES, 'or')})")
        return
    failing = [verdict for track in tracks if (verdict := _track(case, track))]
    yield from failing or [case.holds(figures=(Figure("titles read", read, "titles"),))]


def _track(case: Case, track: Track) -> Verdict | None:
    found = [(level, words) for level in track.levels if (words := gendered_words(level.title, case.framework.locale))]
    return _fails(track, found, case) if found else None


def _fails(track: Track, found: list[tuple[Level, tuple[Gendered, ...]]], case: Case) -> Verdict:
    said = listed(f"“{word.word}” ({level.id})" for level, words in found for word in words)
    instead = dict.fromkeys(word.instead for _, words in found for word in words)
    message = "\n".join(
        (
            f"In {track_name(track)}, {'titles name' if len(found) > 1 else 'a title names'} one gender: {said}.",
            "Expected a word for everyone, or both forms.",
            f"Write for example {listed(instead, most=3)}.",
        )
    )
    return case.fails(
        message,
        found[0][0].at("title"),
        *subjects_of(track),
        related=tuple(Related(level.at("title"), "names one gender too") for level, _ in found[1:]),
        figures=(Figure("titles for one gender", len(found), "titles"),),
    )


RULE = rule(__name__, check, severity=Severity.NOTE, eu=Severity.ERROR)
