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
    for edit in sorted(chosen, key=EDITS.index):  # what takes files away comes after what needs them
        edit(draw, files)
    return Edited(files, tuple(edit.__name__ for edit in chosen))


def _level(draw: st.DrawFn, files: Files) -> dict[str, Any]:
    whole = [
        level
        for track in _tracks(files)
        for level in track["levels"]
        if "expectations" in level and "promotion" in level
    ]
    level: dict[str, Any] = draw(st.sampled_from(whole))
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


def statement_moved(draw: st.DrawFn, files: Files) -> None:
    one, other = _level(draw, files), _level(draw, files)
    source, target = (
        draw(st.sampled_from(list(level["expectations"].values())))["statements"] for level in (one, other)
    )
    if source is not target and len(source) > 1:
        target.append(source.pop(draw(st.integers(0, len(source) - 1))))


def cumulative(draw: st.DrawFn, files: Files) -> None:
    draw(st.sampled_from(_tracks(files)))["statements"] = "cumulative"


def drafted(draw: st.DrawFn, files: Files) -> None:
    track = draw(st.sampled_from(_tracks(files)))
    draw(st.sampled_from([track, *track["levels"]]))["status"] = "draft"


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
    grade = draw(st.sampled_from([one["id"] for one in files["framework.yaml"]["grades"][3:]]))
    low = draw(st.integers(40, 60)) * 1000
    own = {"track": draw(st.sampled_from(TRACKS)), "grade": grade, "min": low, "max": low + 20000, "because": "market"}
    others = files["pay/2026.yaml"].get("exceptions", [])
    kept = [one for one in others if (one["track"], one["grade"]) != (own["track"], grade)]
    files["pay/2026.yaml"]["exceptions"] = [*kept, {**own, "reason": "Hard to find here."}]


def next_year(draw: st.DrawFn, files: Files) -> None:
    later = copy.deepcopy(files["pay/2026.yaml"])
    later["effective"] = draw(st.sampled_from(["2027-01-01", "2028-01-01"]))
    for one in later["bands"]:
        for field in ("min", "midpoint", "max"):
            one[field] += draw(st.sampled_from([0, 1000]))
    files[f"pay/{later['effective'][:4]}.yaml"] = later


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
    moves = draw(st.sampled_from(_tracks(files))).get("moves", [])
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


def level_gone(draw: st.DrawFn, files: Files) -> None:
    track = files[f"tracks/{draw(st.sampled_from(TRACKS))}.yaml"]
    named = {end for one in _moves(files) for end in (one["from"], one["to"].rpartition("/")[2])}
    free = [one for one in track["levels"][1:] if one["id"] not in named]
    if free:
        track["levels"].remove(draw(st.sampled_from(free)))


def track_gone(draw: st.DrawFn, files: Files) -> None:
    gone = draw(st.sampled_from(TRACKS))
    if f"tracks/{gone}.yaml" not in files or "tracks/stand-in.yaml" in files:
        return
    files.pop(f"tracks/{gone}.yaml")
    files["tracks/stand-in.yaml"] = {
        "id": gone, "name": "Stand-in", "kind": gone, "family": "engineering",
        "levels": [{"id": f"{gone[0].upper()}4", "grade": "G4", "title": "Stand-in"}],
    }  # fmt: skip
    for path in [path for path in files if path.startswith("tracks/")]:
        kept = [one for one in files[path].get("moves", []) if not one["to"].startswith(f"{gone}/")]
        files[path]["moves"] = kept


def level_renamed(draw: st.DrawFn, files: Files) -> None:
    level = _level(draw, files)
    old, new = level["id"], f"X{level['grade'][1:]}"
    track = next(one for one in _tracks(files) if level in one["levels"])
    if new in [one["id"] for one in track["levels"]]:
        return
    level["id"] = new
    for one in _moves(files):
        one["from"] = new if one["from"] == old else one["from"]
        one["to"] = f"{track['id']}/{new}" if one["to"] == f"{track['id']}/{old}" else one["to"]


def grade_renamed(draw: st.DrawFn, files: Files) -> None:
    grade = draw(st.sampled_from(files["framework.yaml"]["grades"]))
    new = f"IC{grade['id'][-1]}"
    users = [level for track in _tracks(files) for level in track["levels"]]
    pay = [one for path in files if path.startswith("pay/") for one in _amounts(files[path])]
    for one in (*users, *pay):
        one["grade"] = new if one["grade"] == grade["id"] else one["grade"]
    grade["id"] = new


def dimension_renamed(draw: st.DrawFn, files: Files) -> None:
    one = files["framework.yaml"]["dimensions"][2]
    old, one["id"] = one["id"], "reach"
    family = files["framework.yaml"]["families"][0]
    family["requires"] = ["reach" if id == old else id for id in family["requires"]]
    for track in _tracks(files):
        for level in track["levels"]:
            if old in level.get("expectations", {}):
                level["expectations"]["reach"] = level["expectations"].pop(old)
    if draw(st.booleans()):
        one["name"] = "Reach"


def dimension_added(draw: st.DrawFn, files: Files) -> None:
    dimensions = files["framework.yaml"]["dimensions"]
    if all(one["id"] != "safety" for one in dimensions):
        dimensions.append({"id": "safety", "name": "Safety"})
    _level(draw, files).setdefault("expectations", {})["safety"] = {"statements": [_sentence(draw)]}


def zones(draw: st.DrawFn, files: Files) -> None:
    known = draw(st.lists(st.sampled_from(["North", "South", "London"]), unique=True, max_size=3))
    files["pay/2026.yaml"]["zones"] = [
        {"id": f"{name.lower()}{draw(st.sampled_from(['', '-2']))}", "name": name, "factor": draw(st.sampled_from([0.9, 1, 1.2]))}
        for name in known
    ]  # fmt: skip


def by_month(draw: st.DrawFn, files: Files) -> None:
    pay = files["pay/2026.yaml"]
    if pay["period"] == "year":
        pay["period"] = "month"
        for one in _amounts(pay):
            for field in ("min", "midpoint", "max"):
                if field in one:
                    one[field] = round(one[field] / 12) + draw(st.sampled_from([0, 0, 100]))


def currency(draw: st.DrawFn, files: Files) -> None:
    files["pay/2026.yaml"]["currency"] = draw(st.sampled_from(["GBP", "EUR"]))


def second_family(draw: st.DrawFn, files: Files) -> None:
    families = files["framework.yaml"]["families"]
    if all(one["id"] != "care" for one in families):
        families.append({"id": "care", "name": "Customer care"})
    files["tracks/care.yaml"] = {
        "id": "care-expert", "name": "Care experts", "kind": "specialist", "family": "care",
        "levels": [{"id": "C1", "grade": draw(st.sampled_from(["G1", "G2"])), "title": "Care expert"}],
    }  # fmt: skip
    grades = {one["id"] for one in files["framework.yaml"]["grades"]}
    if files["tracks/care.yaml"]["levels"][0]["grade"] not in grades:
        files["tracks/care.yaml"]["levels"][0]["grade"] = files["framework.yaml"]["grades"][0]["id"]
    if draw(st.booleans()):
        own = copy.deepcopy(files["pay/2026.yaml"])
        files["pay/care.yaml"] = {**own, "families": ["care"], "exceptions": []}


def waiver(draw: st.DrawFn, files: Files) -> None:
    files.setdefault("waivers.yaml", []).append({
        "rule": draw(st.sampled_from(["metric-parity", "way-back"])), "subject": {"family": "engineering"},
        "reason": "It comes.", "owner": "Ana Ruiz", "expires": draw(st.sampled_from(["2027-01-31", "2027-03-31"])),
    })  # fmt: skip


def setting(draw: st.DrawFn, files: Files) -> None:
    rules = files["framework.yaml"].setdefault("rules", {})
    rules["band-parity"] = {
        "severity": draw(st.sampled_from(["note", "error"])),
        "floor": draw(st.sampled_from([0.8, 0.9])),
    }


def ack(draw: st.DrawFn, files: Files) -> None:
    files["acks.yaml"] = [{
        "fingerprint": draw(st.sampled_from(["0123456789abcdef", "fedcba9876543210"])), "what": "A level",
        "reason": "Told.", "who": "Ana Ruiz", "when": "2026-11-01", "until": "2026-12-31",
    }]  # fmt: skip


def _tracks(files: Files) -> list[dict[str, Any]]:
    return [files[path] for path in files if path.startswith("tracks/")]


def _moves(files: Files) -> list[dict[str, Any]]:
    return [one for track in _tracks(files) for one in track.get("moves", [])]


def _amounts(pay: dict[str, Any]) -> list[dict[str, Any]]:
    return [*pay["bands"], *pay.get("exceptions", [])]


EDITS = (
    title, summary, statement, statement_moved, cumulative, drafted, reword, rating, band, exception, next_year, months, evidence, recognition, role, metric,
    move, forbid, profile, level_gone, track_gone, level_renamed, grade_renamed, dimension_renamed, dimension_added,
    zones, by_month, currency, second_family, waiver, setting, ack,
)  # fmt: skip
