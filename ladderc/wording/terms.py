"""The names that pages and messages give to the closed lists of the language, and what they mean."""

from __future__ import annotations

KINDS = {
    "people-leadership": "People leadership",
    "specialist": "Specialist",
    "project-leadership": "Project leadership",
    "influence-innovation": "Influence and innovation",
    "common": "Common start",
}

KIND_MEANINGS = {
    "people-leadership": "Leads people: hires, grows and guides a team, and answers for its results.",
    "specialist": "Deep expertise: influence comes from knowledge and from work of rare quality, without a team.",
    "project-leadership": "Leads work, not people: answers for delivery across teams.",
    "influence-innovation": "Improves how things are done and guides by insight, without a formal position.",
    "common": "The start that several tracks share, before a person chooses one.",
}

STEPS = {
    "rung": "Next level",
    "branch": "Choice of track",
    "lateral": "Move across",
    "return": "Way back",
    "promotion": "Promotion into another track",
}

STEPS_IN = {
    "rung": "From the level below",
    "branch": "From the common start",
    "lateral": "Move across",
    "return": "Way back",
    "promotion": "Promotion from another track",
}

STEPS_SHORT = {
    "rung": "",
    "branch": "choice of track",
    "lateral": "across",
    "return": "back",
    "promotion": "promotion",
    "requires": "asked for by",
}
"""A step on a way that is drawn, where the next level needs no word."""

MOVE_PAY = {
    "protected": "pay protected",
    "band": "pay by the new band",
    "negotiated": "pay agreed in person",
}

DECISION_ROLES = {"decides": "Decides", "advises": "Advises", "consulted": "Is consulted"}

METRIC_TYPES = {"outcome": "Outcome", "output": "Output", "activity": "Activity"}

METRIC_SUBJECTS = {
    "people": "People",
    "delivery": "Delivery",
    "improvement": "Improvement",
    "craft": "Craft",
    "customer": "Customers",
    "finance": "Finance",
}

DIRECTIONS = {"up": "should rise", "down": "should fall", "steady": "should stay steady"}

CADENCES = {
    "weekly": "every week",
    "monthly": "every month",
    "quarterly": "every quarter",
    "half-yearly": "every half-year",
    "yearly": "every year",
    "per-project": "once a project",
}

BASES = {
    "capability": "When the person is ready; no post has to be free.",
    "vacancy": "When a post is free.",
}

PERIODS = {"year": "a year", "month": "a month", "hour": "an hour"}

BECAUSE = {
    "market": "the market for this work",
    "scarcity": "scarce skills",
    "location": "the place of work",
    "legacy": "an older agreement",
    "supervisor-premium": "a supervisor's premium",
}

SIDES = {"A": "expert", "M": "manager", "limit": "limit", "": ""}

SEVERITIES = {"error": "error", "warning": "warning", "note": "note", "off": "off"}

AUDIENCES = {"public": "the public", "employees": "employees", "hr": "HR"}

IMPACT_NAMES = {
    "worse": "Worse for people there",
    "unclear": "Unclear, for a person to judge",
    "better": "Better for people there",
    "neutral": "Neither better nor worse",
}

MEASURES = {
    "complexity": "complexity of the work",
    "contribution": "value of the contribution",
    "influence": "level of influence",
    "other": "something else",
}

WORDS = (
    ("Grade", "One step of the spine that all tracks share. Scope and pay hang on the grade, never on the track."),
    ("Track", "A ladder of levels of one kind, from its first rung to its last."),
    ("Level", "One rung: a track at a grade, with a title."),
    ("Counterpart", "A level of another track of the same job family at the same grade. It counts for as much."),
    ("Move", "A declared step between levels that is not the next rung, with what happens to pay."),
    ("Band", "Minimum, midpoint and maximum of base pay for a grade."),
    (
        "Midpoint",
        "The pay for a person who fully does the job at that grade; the middle of the band where none is set.",
    ),
    ("Range spread", "How wide a band is: maximum less minimum, as a share of the minimum."),
    ("Fork", "The lowest grade at which managing people is a track of its own."),
    ("Apex", "The highest grade of the management tracks that is not executive."),
    ("Waiver", "A declared exception to a rule, with its reason, its owner and its last day."),
)
"""The words of every framework, for the glossary."""
