"""The interface texts of the pages that tell what each release changed."""

CHANGE_TEXTS = {
    "nav_changes": "What changed",
    "changes_intro": "Every published state of this framework, and what it changed for the people at each level.",
    "changes_release": "{id} · {date}",
    "changes_title": "What changed in {id}",
    "changes_first": "The first published state: there is nothing before it to compare with.",
    "changes_none": "It changed nothing that you may see here.",
    "changes_one": "1 change",
    "changes_many": "{count} changes",
    "changes_read": "Read what changed",
    "changes_reaches": "Levels",
    "changes_before": "Before",
    "changes_after": "Now",
    "changes_words": "Word by word",
    "changes_older": "Before that: {id}",
    "changes_newer": "After that: {id}",
    "changes_all": "All releases",
    "changes_neutral": "{name} ({count})",
    "level_changed": "What changed here",
    "level_changed_in": "Changed in {id}, {date}",
}
