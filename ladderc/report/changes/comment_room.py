"""What of a comment fits: sections give way by their weight, entries are shortened before any is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from ladderc.report.markdown_text import escaped, folded, length
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import counted


class Entry(NamedTuple):
    """One entry: whole, in one line, and as short as may be. ``kind`` is what it is counted by where no line has room."""

    kind: str
    whole: str
    brief: str
    least: str


class Section(NamedTuple):
    """A part of the comment. Entries stand the worst first; those of the least ``weight`` give way first.

    ``name`` is what its entries are called where some are left out; ``counted`` whether the heading has their number.
    """

    name: str
    heading: str
    entries: tuple[Entry, ...]
    weight: int
    open_: bool = False
    counted: bool = True


Way = Literal["brief", "least", "drop"]
"""How an entry gives way."""

_FRAME = 160
"""Characters that a section takes besides its entries and its heading, and sentences on what was left out."""


def fitted(sections: Sequence[Section], room: int) -> list[str]:
    """The sections as Markdown of at most ``room`` characters; the heaviest ones lose no entry."""
    if not sections:
        return []
    heaviest = max(section.weight for section in sections)
    room -= sum(length(section.heading) + _FRAME for section in sections) + 4 * _FRAME
    texts: dict[str, list[str]] = {one.name: [entry.whole for entry in one.entries] for one in sections}
    short: Counter[str] = Counter()
    left: Counter[str] = Counter()
    used = sum(length(text) + 1 for own in texts.values() for text in own)
    rising = sorted(sections, key=lambda section: section.weight)
    for section, way in _cuts(rising, heaviest):
        own = texts[section.name]
        for position in range(len(own) - 1, -1, -1):
            if used <= room:
                break
            entry = section.entries[position]
            if way == "drop":
                used -= length(own.pop()) + 1
                left[section.name] += 1
                continue
            shorter = entry.brief if way == "brief" else entry.least
            if length(shorter) < length(own[position]):
                short[section.name] += own[position] == entry.whole
                used -= length(own[position]) - length(shorter)
                own[position] = shorter
    said = _said(sections, short, left)
    if used > room:
        worst = [section for section in sections if section.weight == heaviest]
        return [*_only_counted(worst, room), *said]
    return [*(_told(section, texts[section.name]) for section in sections if texts[section.name]), *said]


def _cuts(rising: Sequence[Section], heaviest: int) -> list[tuple[Section, Way]]:
    """What gives way in turn: light sections are shortened, then left out; the heaviest are shortened at the end."""
    light = [section for section in rising if section.weight < heaviest]
    half = len([section for section in light if section.weight <= 3])
    ways: tuple[Way, ...] = ("brief", "drop")
    order = [(section, way) for part in (light[:half], light[half:]) for way in ways for section in part]
    heavy = [section for section in rising if section.weight == heaviest]
    last: tuple[Way, ...] = ("brief", "least")
    return [*order, *((section, way) for way in last for section in heavy)]


def _told(section: Section, texts: Sequence[str]) -> str:
    many = f" ({len(section.entries)})" if section.counted else ""
    return folded(f"<b>{escaped(section.heading)}</b>{many}", "\n".join(texts), open_=section.open_)


def _said(sections: Sequence[Section], short: Counter[str], left: Counter[str]) -> list[str]:
    """One sentence each on what was shortened and on what was left out, the heaviest first."""
    kept = {one.name: short[one.name] - left[one.name] for one in sections}
    said = []
    names = [f"{count} {_noun(name, count)}" for name, count in kept.items() if count > 0]
    if names:
        said.append(
            f"For want of room {listed(names)} {'has' if names[1:] == [] and names[0].startswith('1 ') else 'have'} one line here."
        )
    gone = [
        counted(left[one.name], one.name) if one.counted else f"the {one.name}" for one in sections if left[one.name]
    ]
    if gone:
        said.append(f"Left out for want of room: {listed(gone)}. `ladderc diff --all` names them all.")
    return [" ".join(said)] if said else []


def _noun(name: str, count: int) -> str:
    return name if count != 1 else name.removesuffix("s")


def _only_counted(sections: Sequence[Section], room: int) -> list[str]:
    """So many of the worst that not even a line each fits: each kind once, with how often, and the first of its lines."""
    entries = [entry for section in sections for entry in section.entries]
    many = Counter(entry.kind for entry in entries)
    firsts = {entry.kind: entry for entry in reversed(entries)}
    bare = {kind: f"- **{escaped(kind)}** ({times} times)" for kind, times in many.items()}
    room -= sum(length(line) + 1 for line in bare.values())
    lines = []
    for kind, times in many.items():
        line = f"{firsts[kind].brief} ({times} times)" if times > 1 else firsts[kind].brief
        room -= length(line) - length(bare[kind])
        lines.append(line if room >= 0 else bare[kind])
    names = listed(counted(len(section.entries), section.name) for section in sections)
    return ["\n".join(lines), f"Not each of {names} has room here. `ladderc diff --all` names them all."]
