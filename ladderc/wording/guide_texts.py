"""The words of the printed guides that the site does not use, one key a text, so that other languages can follow."""

from __future__ import annotations

from ladderc.wording.texts import Texts, texts

_ENGLISH = {
    "guide_draft": "Draft: not yet in force",
    "guide_scope": "Scope",
    "guide_position": "Place on the track",
    "guide_position_of": "Level {number} of {count}",
    "guide_reports": "People reporting",
    "guide_builds_on": "Builds on",
    "guide_lists": "Decisions, forums and recognition",
    "guide_ways_in": "Ways into this level",
    "guide_step": "Step",
    "guide_terms": "On these terms",
    "guide_paid": "Paid",
    "guide_asked_there": "Asked there",
    "guide_next_steps": "What the next step asks",
    "guide_rises": "A coloured bar marks where a higher rating is asked.",
    "guide_notes": "My evidence",
    "guide_notes_hint": "What I did, what changed because of it, and who saw it.",
    "guide_prompt_did": "What I did",
    "guide_prompt_changed": "What changed because of it",
    "guide_prompt_saw": "Who can tell",
    "guide_page_of": "Page {number} of {count}",
    "guide_contents": "Contents",
    "guide_ladder": "The ladder",
    "guide_what": "What it is about",
    "guide_neighbours": "Tracks beside this one",
}


def guide_texts(language: str) -> Texts:
    """The words of pages and guides in a language; English where there are none."""
    table = {"en": _ENGLISH}.get(language.split("-")[0].lower(), _ENGLISH)
    return Texts({**texts(language), **table})
