"""It is written down how the firm will see whether its tracks work.

Why
---
A framework can be fair on paper and still lose its experts.
Two figures show it early: who leaves, by track, and who moves between tracks, in both directions.
If nobody counts them, the first sign is a resignation, and then it is one person's story instead of a pattern.

Source
------
J on keeping people who would otherwise leave; D: "regular audits".
Language 1 has no field for this, so the rule reads the summary of the framework, the purposes of tracks and the metrics.
It looks for words: leaving beside a word for tracks, and moves beside a word for both directions or between tracks, in one
clause, and outside metrics a word for counting or watching as well.
It can miss a way of saying it, which is why this is a note.

Bad
---
    # framework.yaml
    summary: We build pumps.  # <- here

Good
----
    # framework.yaml
    summary: We build pumps. Each spring we count exits by track, and moves between tracks in both directions.

When to waive
-------------
When the figures are agreed with a works council in a paper of its own; name the paper in the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.model.text import Text
from ladderc.rules.base import Case, rule
from ladderc.rules.lexicon import LANGUAGES, is_known
from ladderc.rules.phrases import listed
from ladderc.rules.watching import watched

FIGURES = {"exits": "exits by track", "moves": "moves between tracks in both directions"}


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework."""
    framework = case.framework
    found: set[str] = set()
    for text, measured in _texts(case):
        found |= watched(text, framework.locale, measured=measured)
        if len(found) == len(FIGURES):
            yield case.holds()
            return
    if not is_known(framework.locale):
        yield case.not_judged(f"a locale whose words we know ({listed((f'`{one}`' for one in LANGUAGES), 'or')})")
        return
    missing = [words for name, words in FIGURES.items() if name not in found]
    has = [words for name, words in FIGURES.items() if name in found]
    message = "\n".join(
        (
            f"It is written that {has[0]} are watched, but not {missing[0]}."
            if has
            else "It is written nowhere how the firm sees whether its tracks work.",
            f"Expected that {listed(FIGURES.values())} are watched.",
            "Say it in `summary` of framework.yaml, for example "
            "“We count exits by track, and moves between tracks in both directions.”",
        )
    )
    yield case.fails(
        message,
        framework.at("summary") if "summary" in framework.given else framework.place,
        discriminator=" ".join(name for name in FIGURES if name not in found),
    )


def _texts(case: Case) -> Iterator[tuple[Text, bool]]:
    """Where it may be written, the likeliest first, and whether the text is a metric's."""
    framework = case.framework
    if framework.summary:
        yield framework.summary, False
    for track in framework.tracks.values():
        if track.purpose:
            yield track.purpose, False
    for level in framework.levels.values():
        for metric in level.metrics:
            yield metric.name, True
            if metric.unit:
                yield metric.unit, True


RULE = rule(__name__, check, severity=Severity.NOTE, scope="framework")
