"""What can be wrong between the files of a framework: one table, so that every name is explained once."""

from __future__ import annotations

from collections.abc import Mapping

from ladderc.finding import Severity
from ladderc.sources.faults import Fault

FAULTS: Mapping[str, Fault] = {
    "unknown-reference": Fault(
        "Every grade, dimension, track, level and catalogue entry that is named exists.",
        "A misspelt name points nowhere, and what hangs on it would be missing in silence.",
        "- id: S5\n  grade: G12",
    ),
    "duplicate-id": Fault(
        "An id is used once in its list, whatever its capital letters.",
        "Ids become file names, and most file systems cannot tell `s5` from `S5`.",
        "levels:\n  - id: S5\n  - id: s5",
    ),
    "too-many": Fault(
        "There are at most 200 grades, 200 tracks of a family, 500 statements in a list, 200 levels that build on each other, and 1,000 entries in any other list of framework.yaml.",
        "No firm tells so many apart, and judging them would take hours: each is compared with every other.",
        "grades:\n  - id: G1\n  # and so on, up to\n  - id: G9000",
    ),
    "reserved-id": Fault(
        "No id is the name of a page of the site or of a device of Windows.",
        "A track with the id `index` would overwrite the home page.",
        "id: index",
    ),
    "family-needed": Fault(
        "Where there are several families, every track says which it belongs to.",
        "Parity is judged inside a family, so a track without one is judged against nobody.",
        "id: specialist\nname: Specialist\nkind: specialist",
    ),
    "grades-not-rising": Fault(
        "The levels of a track stand in rising grades, at most one a grade.",
        "The next entry of the list is the next rung: a ladder that goes down is a slip of the pen.",
        "levels:\n  - id: S5\n    grade: G5\n  - id: S4\n    grade: G4",
    ),
    "unknown-rating": Fault(
        "A rating is a word of the rating scale, or its position counted from 1.",
        "A word that the scale does not have cannot be compared with another level's.",
        "craft:\n  rating: Expertt",
    ),
    "move-to-itself": Fault(
        "A move leads from one level to another.",
        "A move from a level to itself leads nowhere.",
        "moves:\n  - from: S5\n    to: S5\n    kind: lateral",
    ),
    "builds-on-cycle": Fault(
        "No level builds on itself, by whatever detour.",
        "Of two levels that build on each other neither says what it asks.",
        "- id: S5\n  builds_on: S6\n- id: S6\n  builds_on: S5",
    ),
    "unclear-pay": Fault(
        "For each family and day one pay structure holds.",
        "Two structures with the same date would leave it to chance what a level is paid.",
        "# in two files of pay/\neffective: 2026-01-01",
    ),
    "doubtful-period": Fault(
        "The amounts of pay files that follow each other fit the periods that they are for.",
        "With `month` written over yearly amounts everybody would earn twelve times as much.",
        "# beside a file with `period: year` and much the same amounts\nperiod: month",
        Severity.WARNING,
    ),
    "unknown-amount": Fault(
        "Amounts of money are numbers in the structure's currency, and a bonus is a percentage of base pay.",
        "Pay is compared to the cent, so nothing in it is guessed.",
        "bonus: a month's pay",
    ),
    "unknown-date": Fault(
        "Dates are days of the calendar, written as year-month-day.",
        "A structure from 31 February would never come into force.",
        "effective: 2026-02-31",
    ),
    "reports-order": Fault(
        "The fewest reports of a level are not more than the most.",
        "A range that ends before it begins says nothing.",
        "reports:\n  min: 8\n  max: 3",
    ),
    "misplaced-field": Fault(
        "A field that only some kinds of track can have stands only there.",
        "It would be read by nobody, and its writer would think that it counts.",
        "kind: specialist\nbranches: [people-leadership/M4]",
    ),
    "baseline-outdated": Fault(
        "Every entry of the baseline names a finding that is still there and that nothing else excuses.",
        "What was mended must leave the file, or it could come back and nobody would hear of it.",
        "# baseline.yaml, after the experts' missing grade was added\n"
        "- fingerprint: 3f9c2b7a10de5864\n  rule: ceiling-parity\n  about: family Engineering",
    ),
}
"""Every rule of linking, by name, and that of the baseline, which `rules/baseline.py` judges."""
