"""Edits that somebody could make in a framework, as changes of its plain data, for property tests."""

from __future__ import annotations

import copy
import json
from typing import Any, NamedTuple

from hypothesis import strategies as st
from overlay import lay, linked

from ladderc.model.framework import Framework

Files = dict[str, Any]
TRACKS = ("people-leadership", "specialist", "project-leadership")
WORDS = ("Owns", "teaches", "measures", "two", "3", "lines", "of", "pumps", "with", "care", "often", "alone")


def base() -> Files:
    """The clean base, to be edited."""
    return copy.deepcopy(lay("").files)


def framework_of(files: Files) -> Framework:
    """The framework that files make; they must be sound."""
    laid = lay("")
    return linked(laid._replace(files=json.loads(json.dumps(files))))


class Edited(NamedTuple):
    """Files after some edits; shown by the names of the edits alone."""

    files: Files
    names: tuple[str, ...]

    def __repr__(self) -> str:
        return f"base with {', '.join(self.names) or 'nothing edited'}"


@st.composite
def edited(draw: st.DrawFn, most: int = 4) -> Edited:
    """The base with a few edits, each sound in itself."""
    files = base()
    chosen = draw(st.lists(st.sampled_from(EDITS), max_size=most))
    for edit in chosen:
        edit(draw, files)
    return Edited(files, tuple(edit.__name__ for edit in chosen))


def _level(draw: st.DrawFn, files: Files) -> dict[str, Any]:
    track = files[f"tracks/{draw(st.sampled_from(TRACKS))}.yaml"]
    level: dict[str, Any] = draw(st.sampled_from(track["levels"]))
    return level


def _sentence(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=8))) + "."


def title(draw: st.DrawFn, files: Files) -> None:
    _level(draw, files)["title"] = f"Head of {draw(st.sampled_from(WORDS))}"


def summary(draw: st.DrawFn, files: Files) -> None:
    _level(draw, files)["summary"] = _sentence(draw)


def statement(draw: st.DrawFn, files: Files) -> None:
    statements = draw(st.sampled_from(list(_level(draw, files)["expectations"].values())))["statements"]
    statements.insert(draw(st.integers(0, len(statements))), _sentence(draw))


def reword(draw: st.DrawFn, files: Files) -> None:
    statements = draw(st.sampled_from(list(_level(draw, files)["expectations"].values())))["statements"]
    statements[0] = f"{statements[0]} {_sentence(draw)}" if draw(st.booleans()) else _sentence(draw)


def rating(draw: st.DrawFn, files: Files) -> None:
    level = _level(draw, files)
    level["expectations"][draw(st.sampled_from(sorted(level["expectations"])))]["rating"] = draw(st.integers(1, 5))


def band(draw: st.DrawFn, files: Files) -> None:
    one = draw(st.sampled_from(files["pay/2026.yaml"]["bands"]))
    shift = draw(st.sampled_from([-2000, -1000, 1000, 2000]))
    for field in draw(st.sets(st.sampled_from(["min", "midpoint", "max"]), min_size=1)):
        one[field] += shift


def exception(draw: st.DrawFn, files: Files) -> None:
    grade = draw(st.sampled_from(["G4", "G5", "G6", "G7"]))
    low = draw(st.integers(40, 60)) * 1000
    own = {"track": draw(st.sampled_from(TRACKS)), "grade": grade, "min": low, "max": low + 20000, "because": "market"}
    others = files["pay/2026.yaml"].get("exceptions", [])
    kept = [one for one in others if (one["track"], one["grade"]) != (own["track"], grade)]
    files["pay/2026.yaml"]["exceptions"] = [*kept, {**own, "reason": "Hard to find here."}]


def next_year(draw: st.DrawFn, files: Files) -> None:
    later = copy.deepcopy(files["pay/2026.yaml"])
    later["effective"] = "2027-01-01"
    for one in later["bands"]:
        for field in ("min", "midpoint", "max"):
            one[field] += draw(st.sampled_from([0, 1000]))
    files["pay/2027.yaml"] = later


def months(draw: st.DrawFn, files: Files) -> None:
    _level(draw, files)["promotion"]["min_months"] = draw(st.integers(0, 48))


def evidence(draw: st.DrawFn, files: Files) -> None:
    _level(draw, files)["promotion"]["evidence"] = [_sentence(draw) for _ in range(draw(st.integers(1, 3)))]


def recognition(draw: st.DrawFn, files: Files) -> None:
    level = _level(draw, files)
    level["recognition"] = level["recognition"][: draw(st.integers(0, 2))]


def role(draw: st.DrawFn, files: Files) -> None:
    for decision in _level(draw, files).get("decisions", []):
        decision["role"] = draw(st.sampled_from(["decides", "advises", "consulted"]))


def metric(draw: st.DrawFn, files: Files) -> None:
    _level(draw, files)["metrics"][0]["name"] = _sentence(draw)


def move(draw: st.DrawFn, files: Files) -> None:
    moves = files[f"tracks/{draw(st.sampled_from(TRACKS))}.yaml"].get("moves", [])
    if moves:
        one = draw(st.sampled_from(moves))
        if draw(st.booleans()):
            moves.remove(one)
        else:
            one["pay"] = draw(st.sampled_from(["protected", "band", "negotiated"]))


def forbid(draw: st.DrawFn, files: Files) -> None:
    files["framework.yaml"]["freeze"] = {"from": "2026-11-01", "to": f"2026-12-{draw(st.integers(10, 28))}"}


def profile(draw: st.DrawFn, files: Files) -> None:
    rules = files["framework.yaml"].setdefault("rules", {})
    rules["profile"] = draw(st.sampled_from(["adopt", "standard", "strict"]))


EDITS = (
    title, summary, statement, reword, rating, band, exception, next_year, months, evidence, recognition, role, metric,
    move, forbid, profile,
)  # fmt: skip
