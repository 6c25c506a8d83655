"""The names of fields as reading a broken file needs them, when nothing can be held against a schema yet.

A test holds them to the schemas.
"""

from __future__ import annotations

SENTENCES = frozenset(
    """
    approver criteria name note notes owner purpose question reason scope source sponsor summary target text title
    unit why
    """.split()  # noqa: SIM905 - a list of words is read more easily than quoted ones
)
"""Fields whose value is a text of the author's."""

LISTS_OF_SENTENCES = frozenset(["duties", "evidence", "nomination", "panel", "rating_scale", "requires", "statements"])
"""Fields whose value is a list of such texts."""

EVERY = SENTENCES | LISTS_OF_SENTENCES | frozenset(
    """
    about as_of audiences awards bands basis because bonus branches builds_on cadence career_level counterpart
    currency date decisions dimensions direction domain domains effective entry equity equivalent_to exceptions
    executive expectations expires factor families family fingerprint forums freeze from functional grade grades
    hours_per_week id kind kinds language law leads level levels like locale market max measures metrics midpoint
    min min_months model moves open_to order pay people_only percentile period policy_percentile promotion rating
    recognition ref reports repository review_every_months reviewed role round rule rules scarce spine statements
    status subject to track trial_months type value visible_to zone zones
    """.split()  # noqa: SIM905 - as above
)  # fmt: skip
"""Every field of the language but those of single rules."""
