"""Who gets a bonus, shares, a benefit, an award or a seat follows from the grade, never from managing people.

Why
---
"Managers and above" is the shortest way to tell every expert that they do not count.
It stands in a sentence of a policy or in the reason of an exception, where no comparison of bands finds it.
A grade says the same of everybody, and it is already there.

Source
------
J: growth should not hang on "team size or reporting structure".
D: impact rather than title.
Read are all texts that authors write, and the kinds of track that a form of recognition is open to.
A sentence counts if it gives something ("bonus", "company car", "award") to managers as such ("managers and above",
"managers only"), or to those whom people report to.
Sentences about whoever decides on it, and negations, are fine; English, German, French, Spanish, Italian and Dutch are read.
Awards that `open_to` closes are told by `award-eligibility`, bonus and equity of single bands by `target-pay-parity`.

Bad
---
    # framework.yaml
    awards:
      - id: golden-impeller
        name: Golden Impeller
        criteria: For managers and above who kept a promise to a customer.  # <- here

Good
----
    # framework.yaml
    awards:
      - id: golden-impeller
        name: Golden Impeller
        criteria: From G4 on, for whoever kept a promise to a customer.

When to waive
-------------
When the law grants it to those with staff, as with insurance against claims on employers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Subject, Verdict
from ladderc.rules.base import Case, rule
from ladderc.rules.eligibility import eligibility_phrase, tie_words
from ladderc.rules.phrases import grade_name
from ladderc.rules.sentences import Wording, judge_sentences


def check(case: Case) -> Iterator[Verdict]:
    """One verdict an owner of such a text, one a form of recognition for managers alone, or one for the family."""
    facts, framework = case.facts, case.framework
    grade = grade_name(framework.grades[facts.fork if facts.fork is not None else 0].id)
    wording = Wording(
        lambda one: eligibility_phrase(one.text, framework.locale, given=one.grants),
        tie_words,
        "ties a benefit to managing people",
        "Expected the grade to decide, on every track.\n"
        f"Write from which grade on it holds, for example “from {grade} on”.",
    )
    first = facts.family.id == next(iter(framework.families))
    yield from judge_sentences(case, wording, _closed(case) if first else ())


def _closed(case: Case) -> Iterator[Verdict]:
    """Forms of recognition that are open to people leadership alone, while there are other tracks."""
    framework = case.framework
    kinds = {track.kind for track in framework.tracks.values()} - {"common", "people-leadership"}
    for form in framework.recognition.values():
        if form.functional or set(form.open_to) != {"people-leadership"} or not kinds:
            continue
        yield case.fails(
            f"{form.name.plain.strip() or form.id} is open to `people-leadership` alone.\n"
            "Expected the grade to decide, on every track.\n"
            "Take `open_to` out, or write `functional: true` if the work itself needs it.",
            form.place._replace(route=(*form.place.route, "open_to")),
            *(Subject(one) for one in framework.families),
            topic="recognition",
            discriminator=form.id,
        )


RULE = rule(__name__, check, severity=Severity.ERROR, pay="partly")
