"""The texts of the pages that tell what each release changed."""

CHANGE_TEXTS = {
    "nav_changes": "What changed",
    "changes_intro": "Every published state of this framework, and what it changed for the people at each level.",
    "changes_release": "{id} · {date}",
    "changes_title": "What changed in {id}",
    "changes_first": "The first published state: there is nothing before it to compare with.",
    "changes_none": "It changed nothing that is shown here.",
    "changes_untold": "What it changed cannot be told here: the state that was published, or the one before it, is not at hand.",
    "changes_one": "1 change",
    "changes_many": "{count} changes",
    "changes_planned": "Planned",
    "changes_planned_note": "This release is planned. Only HR sees it before its day.",
    "changes_untagged_note": "This release has no tag yet. What stands here compares the files of this build.",
    "changes_where": "Where",
    "changes_overview": "How many changes there are, track by track",
    "changes_reaches": "Levels",
    "changes_reach_many": "It reaches {count} levels.",
    "changes_before": "Before",
    "changes_after": "Now",
    "changes_gone": "Went",
    "changes_new": "Came",
    "changes_to": "then",
    "changes_amounts": "The amounts, grade by grade",
    "changes_grade": "Grade",
    "changes_older": "Before that: {id}",
    "changes_newer": "After that: {id}",
    "changes_all": "All releases",
    "impact_worse": "Worse",
    "impact_unclear": "Unclear",
    "impact_better": "Better",
    "impact_neutral": "Neither",
    "level_changed": "What changed here",
    "level_changed_in": "Changed in {id}, {date}",
    "search_kind_release": "Release",
    "search_also_changes": "changes changed news history releases versions updates",
}

LEVEL_SENTENCES = {
    "level-added": "This level is new.",
    "track-added": "This level came with its whole track.",
}
"""What a level's own page says of a change whose sentence would tell its neighbours."""

SEVERAL_TRACKS = "Several tracks"
SEVERAL_TRACKS_OF = "Several tracks of {family}"
WHOLE_FRAMEWORK = "The framework as a whole"

AMOUNT_NAMES = {
    "min": "Minimum",
    "midpoint": "Midpoint",
    "max": "Maximum",
    "bonus": "Bonus",
    "equity": "Equity",
    "market": "Market",
}

AMOUNTS_CAPTION = "Before and after, {period}"

SIDES_OF_A_LEVEL = (
    ("The level", ("title-", "grade-", "level-", "track-", "summary-", "career-level-", "published", "withdrawn", "audience-", "reports-")),
    ("What is asked", ("expectation-", "rating-", "duty-", "metric-", "dimension-", "builds-on-")),
    ("How you get here", ("promotion-", "entry-")),
    ("Ways", ("move-",)),
    ("What comes with it", ("recognition-", "decision-", "forum-", "award-", "catalogue-")),
    ("Pay", ("band-", "bonus-", "equity-", "pay-", "zone-", "market-")),
)  # fmt: skip
"""The sides of a level that changes are grouped by, each with the beginnings of its kinds; the order is that of pages."""

OTHER_SIDE = "Else"
