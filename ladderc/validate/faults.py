"""What can be wrong with the shape of a file: one table, so that every name is explained once."""

from __future__ import annotations

from collections.abc import Mapping

from ladderc.sources.faults import Fault

FAULTS: Mapping[str, Fault] = {
    "unknown-field": Fault(
        "Every field has a name that the language knows, in the place where it belongs.",
        "A misspelt field would be left out in silence, and with it what it says.",
        "- id: S5\n  tilte: Principal Specialist",
    ),
    "missing-field": Fault(
        "The few fields that a thing cannot do without are there.",
        "A level without a grade stands nowhere, and a move without an end leads nowhere.",
        "- id: S5\n  title: Principal Specialist",
    ),
    "nothing-written": Fault(
        "Something is written after each colon and each hyphen.",
        "An empty field reads as if it had been forgotten; leaving it out says the same in fewer words.",
        "summary:",
    ),
    "wrong-kind": Fault(
        "A text stands where a text belongs, a number where a number belongs, a list where a list belongs.",
        "`95,000` is a text and cannot be compared with another amount.",
        'min: "95,000"',
    ),
    "not-in-list": Fault(
        "Where the language offers a choice, one of the words offered is written.",
        "The rules know what `specialist` means; they cannot know what `expert` was meant to be.",
        "kind: expert",
    ),
    "wrong-form": Fault(
        "Ids, dates, currencies, percentages, languages and addresses are written in one way.",
        "`3/4/2026` is a day in April to some readers and in March to others.",
        "reviewed: 3/4/2026",
    ),
    "out-of-range": Fault(
        "Numbers lie where they can have a meaning.",
        "A percentile above 100 or a factor of 0 is a slip of the finger.",
        "percentile: 120",
    ),
    "too-few": Fault(
        "Lists that need an entry have one.",
        "A framework without grades has nothing to compare, and a waiver without a subject would cover everything.",
        "grades: []",
    ),
    "unknown-language-version": Fault(
        "The files are written in a version of the language that this ladderc knows.",
        "In another version the same word may mean something else.",
        "language: 2",
    ),
}
