"""What must not matter does not: the order and the names of files, the words that ids are made of."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlay import BASE

from ladderc.finding import Finding
from ladderc.pipeline import check, check_reading
from ladderc.sources.read import read_tree_contents

DAY = datetime.date(2026, 11, 21)
FILES = {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in sorted(BASE.rglob("*.yaml"))}
EDITS = (
    ("tracks/specialist.yaml", "title: Staff Specialist", "title: Director"),
    ("tracks/specialist.yaml", "summary: Sees what several products have in common", "summary: TODO"),
    ("tracks/project-leadership.yaml", "title: Programme Lead", "title: Head of Programmes"),
    ("tracks/people-leadership.yaml", "moves:\n  - {from: M4, to: specialist/S4, kind: return, pay: protected}\n", ""),
    ("pay/2026.yaml", "bands:\n", "exceptions: [{track: specialist, grade: G6, min: 70000, midpoint: 80000, max: 90000}]\nbands:\n"),
)  # fmt: skip
some_edits = st.sets(st.sampled_from(range(len(EDITS))))


def edited(chosen: set[int]) -> dict[str, str]:
    files = dict(FILES)
    for number in sorted(chosen):
        file, old, new = EDITS[number]
        assert old in files[file]
        files[file] = files[file].replace(old, new, 1)
    return files


def findings(files: dict[str, str]) -> tuple[Finding, ...]:
    reading = read_tree_contents({name: text.encode() for name, text in files.items()})
    return check_reading(reading, DAY).findings


def essence(found: tuple[Finding, ...]) -> Counter[str]:
    return Counter(
        f"{one.rule} {one.severity} {one.place} {one.message} {one.fingerprint} {one.because}" for one in found
    )


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_each_edit_used_here_is_a_finding(number: int) -> None:
    assert findings(edited({number})) != ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=some_edits, order=st.permutations(sorted(FILES)))
def test_the_order_in_which_files_are_read_does_not_matter(chosen: set[int], order: list[str]) -> None:
    files = edited(chosen)
    assert essence(findings({name: files[name] for name in order})) == essence(findings(files))


NAMES = (
    "engineering",
    "specialist",
    "stem",
    "project-leadership",
    "people-leadership",
    "S4",
    "S5",
    "M4",
    "P4",
    "G5",
    "G6",
)


def renamed(text: str, names: dict[str, str]) -> str:
    """The text with ids replaced where an id stands: after the fields that hold ids, and in references."""
    pattern = r"(?<=[:/\s\[{])(" + "|".join(map(re.escape, names)) + r")(?=[/\s,}\]]|$)"
    fields = re.compile(r"((?:id|family|from|to|grade|track): |families:.*|leads: )(\S+?)(?=[,}\s]|$)", re.MULTILINE)
    return fields.sub(lambda match: match[1] + re.sub(pattern, lambda id: names[id[1]], " " + match[2])[1:], text)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=some_edits, new=st.lists(st.integers(10, 99), min_size=len(NAMES), max_size=len(NAMES), unique=True))
def test_other_ids_change_no_finding_but_its_names(chosen: set[int], new: list[int]) -> None:
    names = {old: f"x{number}" for old, number in zip(NAMES, new, strict=True)}
    files = edited(chosen)
    before = findings(files)
    other = {name: renamed(text, names) for name, text in files.items()}
    assert not any("specialist/S4" in text or "id: S4" in text or "grade: G5" in text for text in other.values())
    after = findings(other)
    assert Counter((one.rule, one.severity, one.place) for one in after) == Counter(
        (one.rule, one.severity, one.place) for one in before
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=some_edits)
def test_every_finding_has_a_fingerprint_of_its_own_and_every_cause_is_there(chosen: set[int]) -> None:
    found = findings(edited(chosen))
    prints = [one.fingerprint for one in found]
    assert sorted(set(prints)) == sorted(prints)
    assert {one.because for one in found if one.because} <= set(prints)


def test_the_folder_in_which_a_framework_lies_does_not_matter() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in edited({0, 4}).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert essence(check(Path(folder), DAY).findings) == essence(findings(edited({0, 4})))
