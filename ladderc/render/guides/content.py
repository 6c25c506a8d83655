"""Lays out what a guide says, in reading order, as plain data for the Typst templates."""

from __future__ import annotations

from ladderc.finding import Subject
from ladderc.render.guides import sections
from ladderc.render.guides.ink import Ink
from ladderc.render.guides.sections import Content
from ladderc.render.prose import plain
from ladderc.view.level import Asked, Comparison, ExpectationRow, LevelView, TrackView
from ladderc.view.refs import LevelRef, Prose
from ladderc.view.view import View
from ladderc.wording.guide_texts import guide_texts
from ladderc.wording.texts import Texts

_HUES = 8  # colours in templates/guides/theme.typ
_WORDS = (
    *("dimension", "level", "grade", "not_asked", "level_expected", "level_expected_empty", "metrics", "pay"),
    *("promotion", "ways_on"),
    *(
        f"guide_{key}"
        for key in ("draft", "scope", "lists", "ways_in", "asked_there", "next_steps", "notes", "notes_hint")
    ),
    *(f"guide_{key}" for key in ("page_of", "contents", "ladder", "what", "neighbours", "rises")),
)
_COMPOUND = 18  # letters from which a word may not fit beside two columns of statements
_RAIL = 9  # rungs that fit beside the title
_SHORT = 900  # letters in a row of a table up to which it is kept on one page


def guide(view: View, track: TrackView, level: LevelView, ink: Ink) -> Content:
    """The guide of one level."""
    return {**_imprint(view, ink), "level": _level(track, level, ink, guide_texts(view.language))}


def booklet(view: View, track: TrackView, ink: Ink) -> Content:
    """The booklet of one track: what the cover and the ladder say, then every level."""
    imprint = _imprint(view, ink)
    ink.about(f"the track {plain(track.ref.name)}", Subject(track=track.ref.id))
    return {
        **imprint,
        "track": {
            "name": ink.prose(track.ref.name),
            "kind": ink.line(track.ref.kind_name),
            "hue": track.ref.hue % _HUES,
            "families": [ink.prose(family.name) for family in track.families if not family.implied],
            "purpose": ink.prose(track.purpose),
            "draft": track.draft,
            "neighbours": [ink.prose(neighbour.name) for neighbour in track.neighbours],
            "ladder": [_rung(level, ink) for level in reversed(track.levels)],
            "levels": [_level(track, level, ink, guide_texts(view.language)) for level in track.levels],
        },
    }


def _imprint(view: View, ink: Ink) -> Content:
    ink.about("the framework's name", Subject())
    words = guide_texts(view.language)
    return {
        "words": {key: words[key] for key in _WORDS},
        "firm": ink.prose(view.name),
        "firm_line": ink.line(plain(view.name)),
        "built": ink.line(words.say("footer_built", audience=view.audience_name, date=view.today_text)),
        "lang": _language(view.language),
        "owner": ink.line(words.say("footer_owner", owner=view.owner)) if view.owner else "",
        "reviewed": ink.line(words.say("footer_reviewed", date=view.reviewed_text)) if view.reviewed_text else "",
    }


def _language(tag: str) -> str:
    """The language without its region, two or three letters: all that Typst takes."""
    short = tag.split("-")[0].lower()
    return short if 2 <= len(short) <= 3 and short.isascii() and short.isalpha() else "en"


def _rung(level: LevelView, ink: Ink) -> Content:
    return {
        "id": ink.line(level.ref.id),
        "title": ink.prose(level.ref.title),
        "grade": _grade(level, ink),
        "scope": ink.prose(level.ref.grade.scope),
        "summary": ink.prose(level.summary),
    }


def _level(track: TrackView, level: LevelView, ink: Ink, words: Texts) -> Content:
    name = plain(track.ref.name)
    ink.about(f"level {level.ref.id} of {name}", Subject(track=track.ref.id, level=level.ref.id))
    single = level.comparisons[0] if len(level.comparisons) == 1 else None
    position = [rung.key for rung in reversed(track.rungs)].index(level.ref.key) + 1
    return {
        "id": ink.line(level.ref.id),
        "title": ink.prose(level.ref.title),
        "title_line": ink.line(plain(level.ref.title)),
        "track": ink.prose(track.ref.name),
        "track_line": ink.line(name),
        "kind": ink.line(track.ref.kind_name),
        "hue": track.ref.hue % _HUES,
        "families": [ink.prose(family.name) for family in level.families if not family.implied],
        "draft": level.draft,
        "scope": ink.prose(level.ref.grade.scope),
        "summary": ink.prose(level.summary),
        "rungs": _rail(track, level, ink),
        "now_at": ink.line(words.say("now_at", level=level.ref.id)),
        "facts": _facts(level, position, len(track.rungs), ink, words),
        "comparison": _comparison(level.ref, single, ink, words) if single else None,
        "expectations": [] if single else [_expectation(row, ink) for row in level.expectations],
        "steps": [] if single else [_comparison(level.ref, step, ink, words) for step in level.comparisons],
        "metrics": sections.metrics(level.metrics, ink, words),
        "lists": sections.lists(level, ink, words),
        "promotion": sections.promotion(level.promotion, ink, words),
        "ways_in": sections.ways(level.ways_in, ink, words),
        "ways_on": sections.ways(level.ways_on, ink, words),
        "pay": sections.pay(level.pay, ink, words),
        "prompts": [ink.prose(row.dimension.name) for row in level.expectations]
        or [ink.prose(words[f"guide_prompt_{prompt}"]) for prompt in ("did", "changed", "saw")],
    }


def _rail(track: TrackView, level: LevelView, ink: Ink) -> list[Content]:
    """The rungs to draw beside the title, highest first: of a long track those around this one."""
    here = [rung.key for rung in track.rungs].index(level.ref.key)
    first = max(0, min(here - _RAIL // 2, len(track.rungs) - _RAIL))
    shown = track.rungs[first : first + _RAIL]
    rail: list[Content] = [
        {"id": ink.line(rung.id), "title": ink.prose(rung.title), "here": rung.key == level.ref.key} for rung in shown
    ]
    more: Content = {"id": "…", "title": [], "here": False}
    return [more] * (first > 0) + rail + [more] * (first + _RAIL < len(track.rungs))


def _grade(level: LevelView, ink: Ink) -> list[dict[str, object]]:
    """A grade by its name if it has one, with its id: ``G7, Expert``."""
    grade = level.ref.grade
    return ink.prose(f"{grade.id}, {grade.name}" if grade.name and grade.name != grade.id else grade.id)


def _facts(level: LevelView, position: int, count: int, ink: Ink, words: Texts) -> list[Content]:
    facts: list[Content] = [{"label": words["grade"], "values": [_grade(level, ink)]}]
    if count > 1:
        place = words.say("guide_position_of", number=position, count=count)
        facts.append({"label": words["guide_position"], "values": [ink.prose(place)]})
    if level.reports:
        facts.append({"label": words["guide_reports"], "values": [ink.prose(level.reports)]})
    if level.builds_on:
        facts.append({"label": words["guide_builds_on"], "values": [_reference(level.builds_on, ink)]})
    if level.counterparts:
        values = [_reference(counterpart, ink) for counterpart in level.counterparts]
        facts.append({"label": words["level_counterparts"], "values": values})
    return facts


def _reference(level: LevelRef, ink: Ink) -> list[dict[str, object]]:
    return ink.prose(f"{level.id} {level.title}")


def _asked(asked: Asked, ink: Ink) -> Content:
    return {"rating": ink.line(asked.rating), "statements": [ink.prose(text) for text in asked.statements]}


def _length(*sides: Asked) -> int:
    return max(sum(map(len, side.statements)) for side in sides)


def _compound(*texts: Prose) -> bool:
    """Whether a word is too long for the narrow column of dimensions."""
    return any(len(word) >= _COMPOUND for text in texts for word in text.split())


def _expectation(row: ExpectationRow, ink: Ink) -> Content:
    return {
        "dimension": ink.prose(row.dimension.name),
        "question": ink.prose(row.question),
        "now": _asked(row.asked, ink),
        "compound": _compound(row.dimension.name, row.question),
        "whole": _length(row.asked) <= _SHORT,
    }


def _comparison(now: LevelRef, step: Comparison, ink: Ink, words: Texts) -> Content:
    return {
        "heading": ink.line(words.say("level_expected_next", level=step.target.id)),
        "now_at": ink.line(words.say("now_at", level=now.id)),
        "next_at": ink.prose(words.say("next_at", level=f"{step.target.id} {step.target.title}")),
        "target": _reference(step.target, ink),
        "track": ink.prose(step.target.track.name),
        "rises": any(row.rises for row in step.rows),
        "hue": step.target.track.hue % _HUES,
        "rows": [
            {
                "dimension": ink.prose(row.dimension.name),
                "question": ink.prose(row.question),
                "now": _asked(row.now, ink),
                "next": _asked(row.next, ink),
                "rises": row.rises,
                "compound": _compound(row.dimension.name, row.question),
                "whole": _length(row.now, row.next) <= _SHORT,
            }
            for row in step.rows
        ],
    }
