"""The glossary: the words of every framework, then what this one declares."""

from __future__ import annotations

from ladderc.audience.names import Names, anchor
from ladderc.view.view import Term, TermGroup
from ladderc.wording.terms import KIND_MEANINGS, KINDS, MEASURES, WORDS


def glossary(names: Names) -> tuple[TermGroup, ...]:
    """Every group that has an entry, in a fixed order."""
    framework = names.framework
    shown_kinds = dict.fromkeys(track.kind for track in framework.tracks.values())
    groups = (
        TermGroup(
            "Words of this site",
            "words",
            tuple(Term(word, meaning, anchor("word", word.replace(" ", "-"))) for word, meaning in WORDS),
        ),
        TermGroup(
            "Kinds of track",
            "kinds",
            tuple(
                Term(KINDS[kind], KIND_MEANINGS[kind], anchor("kind", kind)) for kind in KINDS if kind in shown_kinds
            ),
        ),
        TermGroup(
            "Grades",
            "grades",
            tuple(
                Term(_graded(grade.id, names.text(grade.name)), names.text(grade.scope), anchor("grade", grade.id))
                for grade in framework.grades
            ),
        ),
        TermGroup(
            "What is judged",
            "dimensions",
            tuple(
                Term(
                    names.text(one.name),
                    " ".join(filter(None, (names.text(one.question), _measures(one.measures)))),
                    anchor("dimension", one.id),
                )
                for one in framework.dimensions.values()
            ),
        ),
        TermGroup(
            "Rating scale",
            "ratings",
            tuple(
                Term(names.text(word), f"{position} of {len(framework.rating_scale)}", anchor("rating", str(position)))
                for position, word in enumerate(framework.rating_scale, 1)
            ),
        ),
        TermGroup(
            "Recognition",
            "recognition",
            tuple(
                Term(names.text(one.name), "", anchor("recognition", one.id)) for one in framework.recognition.values()
            ),
        ),
        TermGroup(
            "Awards",
            "awards",
            tuple(
                Term(names.text(one.name), names.text(one.criteria), anchor("award", one.id))
                for one in framework.awards.values()
            ),
        ),
        TermGroup(
            "Forums",
            "forums",
            tuple(Term(names.text(one.name), "", anchor("forum", one.id)) for one in framework.forums.values()),
        ),
        TermGroup(
            "Decisions",
            "domains",
            tuple(Term(names.text(one.name), "", anchor("domain", one.id)) for one in framework.domains.values()),
        ),
    )
    return tuple(group for group in groups if group.terms)


def _graded(grade: str, name: str) -> str:
    return f"{grade} {name}".strip()


def _measures(measure: str | None) -> str:
    return f"It measures {MEASURES[measure]}." if measure and measure != "other" else ""
