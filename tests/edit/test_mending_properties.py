"""Mistakes planted in a sound framework: mending gives back the very bytes that were there before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderc.edit.mend import mended
from ladderc.edit.worse import standing
from ladderc.sources.read import read_tree_contents

TODAY = datetime.date(2026, 11, 21)
FRAMEWORK = """# yaml-language-server: $schema=.ladderc/schema/framework.schema.json
language: 1
name: "Meridian Å 🚢"
locale: en-GB
grades:
  - id: G1
  - id: G2
  - id: G3
    executive: true
dimensions:
  - {id: craft, name: Craft}
  - {id: delivery, name: Delivery, measures: contribution}
forums:
  - {id: architecture, name: Architecture board}
rating_scale: [aware, working, leading]
"""
TRACK = """# yaml-language-server: $schema=../.ladderc/schema/track.schema.json
id: specialist
name: Specialist
kind: specialist
purpose: "Depth, and more: not rank"
levels:
  - id: S1
    grade: G1
    title: "Engineer"
    summary: "Owns issue #42 until it is closed"
    forums: [architecture]
  - id: S2
    grade: G2
    title: "Senior Engineer"
    summary: "@anna's deputy in all"
    career_level: true
    expectations:
      craft:
        rating: leading
        statements:
          - "Leads: the way for others"
          - "50 € of every: budget"
          - Solves it
      delivery:
        statements:
        - "[Draft] Ships every week"
        - id: s2-a
          text: "!important Keeps it up"
    duties:
      - "`main` stays green"
moves:
  - {from: S1, to: S2, kind: promotion}
"""
PAY = """# yaml-language-server: $schema=../.ladderc/schema/pay.schema.json
currency: EUR
period: year
effective: 2026-01-01
bands:
  # the first
  - grade: G1
    min: 50000
    max: 60000
  # the second,
  # in two lines
  - grade: G2
    min: 60000 # as agreed
    max: 70000

  - {grade: G3, min: 70000, max: 80000}
"""
FILES = {"framework.yaml": FRAMEWORK, "tracks/specialist.yaml": TRACK, "pay/2026.yaml": PAY}
SCHEMAS = frozenset(f".ladderc/schema/{kind}.schema.json" for kind in ("framework", "track", "pay"))

Plant = tuple[str, Callable[[str], str]]


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert text.count(old) == 1, (old, text.count(old))
        return text.replace(old, new)

    return change


def bands_reversed(text: str) -> str:
    """The bands from the highest grade to the lowest, the blank line where it was."""
    eol = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    parts = re.split(r"(?<=bands:)(?:\r\n|\r|\n)", text)
    assert len(parts) == 2, "the list has another name already"
    blocks = parts[1].split(eol)
    first, second, third = blocks[:4], blocks[4:9], blocks[10]
    assert third.startswith("  - {grade: G3"), third
    return parts[0] + eol + eol.join([third, *second, "", *first, *blocks[11:]])


NBSP = "\u00a0"
PLANTS: list[Plant] = [
    ("framework.yaml", swap("grades:", "gradse:")),
    ("framework.yaml", swap("locale: en-GB", "locale: en_gb")),
    ("framework.yaml", swap("executive: true", "executive: yes")),
    ("framework.yaml", swap("measures: contribution", "measures: Contributoin")),
    ("framework.yaml", swap("language: 1", f"language:{NBSP}1")),
    ("framework.yaml", swap('"Meridian Å 🚢"', "“Meridian Å 🚢”")),
    ("framework.yaml", swap("# yaml-language-server: $schema=.ladderc/schema/framework.schema.json", "")),
    ("tracks/specialist.yaml", swap("kind: specialist", "kind: Specalist")),
    ("tracks/specialist.yaml", swap("kind: specialist", "kind = specialist")),
    ("tracks/specialist.yaml", swap('"Depth, and more: not rank"', "Depth, and more: not rank")),
    ("tracks/specialist.yaml", swap('"Depth, and more: not rank"', "“Depth, and more: not rank”")),
    ("tracks/specialist.yaml", swap('"Depth, and more: not rank"', '"Depth, and more: not rank”')),
    ("tracks/specialist.yaml", swap('"Depth, and more: not rank"', '"Depth, and more: not rank')),
    ("tracks/specialist.yaml", swap("levels:", f"{NBSP}levels:".strip(NBSP) + NBSP)),
    ("tracks/specialist.yaml", swap("    grade: G1", "    grade: g1")),
    ("tracks/specialist.yaml", swap("    grade: G1", "\tgrade: G1")),
    ("tracks/specialist.yaml", swap("    grade: G1", "    grade:G1")),
    ("tracks/specialist.yaml", swap('    title: "Engineer"', '    “title”: "Engineer"')),
    ("tracks/specialist.yaml", swap('    title: "Engineer"', "    title: “Engineer”")),
    ("tracks/specialist.yaml", swap("  - id: S1", "  • id: S1")),
    ("tracks/specialist.yaml", swap("  - id: S1", "  -id: S1")),
    ("tracks/specialist.yaml", swap("  - id: S2", "  — id: S2")),
    ("tracks/specialist.yaml", swap('"Owns issue #42 until it is closed"', "Owns issue #42 until it is closed")),
    ("tracks/specialist.yaml", swap("forums: [architecture]", "forums: [Architecture board]")),
    ("tracks/specialist.yaml", swap("forums: [architecture]", "forums: [archtiecture]")),
    ("tracks/specialist.yaml", swap("forums: [architecture]", "forms: [architecture]")),
    ("tracks/specialist.yaml", swap('"@anna\'s deputy in all"', "@anna's deputy in all")),
    ("tracks/specialist.yaml", swap("career_level: true", "career_level: Ja")),
    ("tracks/specialist.yaml", swap("      craft:", "      crafft:")),
    ("tracks/specialist.yaml", swap("rating: leading", "rating: leadign")),
    ("tracks/specialist.yaml", swap('"Leads: the way for others"', "Leads: the way for others")),
    ("tracks/specialist.yaml", swap('"50 € of every: budget"', "50 € of every: budget")),
    ("tracks/specialist.yaml", swap("Solves it", "Sol\ufeffves it")),
    ("tracks/specialist.yaml", swap("Solves it", "Solves \u2028it")),
    ("tracks/specialist.yaml", swap('"[Draft] Ships every week"', "[Draft] Ships every week")),
    ("tracks/specialist.yaml", swap('"!important Keeps it up"', "!important Keeps it up")),
    ("tracks/specialist.yaml", swap('"`main` stays green"', "`main` stays green")),
    ("tracks/specialist.yaml", swap("moves:", "movse:")),
    ("tracks/specialist.yaml", swap("to: S2", "to: s2")),
    ("tracks/specialist.yaml", swap("kind: promotion", "kind: promotoin")),
    ("pay/2026.yaml", swap("currency: EUR", "currency: eur")),
    ("pay/2026.yaml", swap("period: year", "period: yaer")),
    ("pay/2026.yaml", swap("effective:", "efective:")),
    ("pay/2026.yaml", swap("bands:", "band:")),
    ("pay/2026.yaml", swap("  - {grade: G3,", "  - {grade: g3,")),
    ("pay/2026.yaml", bands_reversed),
]
CAREFUL = ('"',)
"""A remark behind a sentence in quotes could not be told from the sentence, once the quotes are gone."""


@st.composite
def dressed(draw: st.DrawFn, text: str) -> str:
    """The text with remarks of its own, other line ends, a byte order mark, and perhaps no end of its last line."""
    lines = []
    in_bands = False
    for line in text.splitlines():
        lines.append(line)
        in_bands = in_bands or line == "bands:"
        if in_bands or len(lines) == 1:
            continue  # where remarks mean something, and below the line that one mistake takes away
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["# a remark: of “ours”", "      # one further in", ""])))
        elif draw(st.integers(0, 9)) == 0 and not any(sign in line for sign in CAREFUL) and not line.startswith("#"):
            lines[-1] += draw(st.sampled_from(["  # why", "   "]))
    written = draw(st.sampled_from(["\n", "\r\n", "\r"])).join([*lines, ""])
    if draw(st.booleans()):
        written = written.rstrip("\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + written


def mend(contents: dict[str, bytes]) -> dict[str, bytes]:
    return {**contents, **mended(read_tree_contents(contents), TODAY, schemas=SCHEMAS).contents}


@pytest.mark.parametrize(("file", "plant"), PLANTS)
def test_one_mistake_is_mended_byte_by_byte(file: str, plant: Callable[[str], str]) -> None:
    sound = {name: text.encode() for name, text in FILES.items()}
    planted = plant(FILES[file]).removeprefix("\n")
    assert mend({**sound, file: planted.encode()})[file].decode() == FILES[file]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_mistakes_in_any_dress_are_mended_byte_by_byte(data: st.DataObject) -> None:
    texts = {name: data.draw(dressed(text), name) for name, text in FILES.items()}
    plants = data.draw(st.lists(st.sampled_from(range(len(PLANTS))), min_size=1, max_size=3, unique=True))
    spoilt = dict(texts)
    for number in plants:
        file, plant = PLANTS[number]
        try:
            spoilt[file] = plant(spoilt[file])
        except AssertionError:
            continue  # another mistake stands there already
    spoilt = {name: _without_empty_top(text, texts[name]) for name, text in spoilt.items()}
    after = mend({name: text.encode() for name, text in spoilt.items()})
    assert {name: content.decode() for name, content in after.items()} == texts
    assert mend(after) == after


def _without_empty_top(text: str, sound: str) -> str:
    """Without the line that a modeline left behind when it was taken out."""
    mark, bare = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    return mark + bare.lstrip("\r\n") if not sound.removeprefix("\ufeff").startswith(("\r", "\n")) else text


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_sound_framework_is_left_alone(data: st.DataObject) -> None:
    contents = {name: data.draw(dressed(text), name).encode() for name, text in FILES.items()}
    assert standing(read_tree_contents(contents), TODAY).findings == ()
    found = mended(read_tree_contents(contents), TODAY, schemas=SCHEMAS)
    assert (found.contents, found.made, found.refused) == ({}, (), ())
