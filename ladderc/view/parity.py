"""The parity scorecard, and the rules that it is made of, as a reader may know them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.view.refs import FamilyRef, LevelRef, Prose

Outcome = Literal["holds", "fails", "waived", "not-judged"]


class FigureView(NamedTuple):
    """One number behind a verdict: ``midpoint · expert · £96,000``; ``side`` is in words or empty."""

    name: str
    side: str
    value: str


class WaiverView(NamedTuple):
    """A declared exception; ``reason`` and ``owner`` are empty where the audience may not see them."""

    reason: Prose
    owner: str
    expires: str


class StationView(NamedTuple):
    """A level on a way: how it is come to from the one before (empty: the next rung, or the first), and what bars it."""

    level: LevelRef
    step: str
    mark: str


class ProofView(NamedTuple):
    """A way through the career map that proves a verdict; ``words`` say what it is the way to."""

    words: str
    stations: tuple[StationView, ...]


class ParityDetail(NamedTuple):
    """One verdict: whole sentences where it fails, its figures, the waiver that covers it.

    ``about`` names what was judged ("S5 Principal Specialist"), ``because`` the rule that this follows from.
    ``ways`` are the ways through the career map that prove it.
    """

    outcome: Outcome
    severity: str
    about: str
    message: str
    figures: tuple[FigureView, ...]
    waiver: WaiverView | None
    because: str
    ways: tuple[ProofView, ...] = ()


class ParityCell(NamedTuple):
    """One rule in one family (None: the framework as a whole); ``lacking`` says what a rule not judged needs."""

    family: FamilyRef | None
    outcome: Outcome
    lacking: str
    details: tuple[ParityDetail, ...]


class ParityRow(NamedTuple):
    """One rule over the families."""

    rule: str
    claim: str
    severity: str
    cells: tuple[ParityCell, ...]


class ParityGroup(NamedTuple):
    """The rules of one category."""

    category: str
    name: str
    rows: tuple[ParityRow, ...]


class ParityCount(NamedTuple):
    """How many rules ended how in one family (None: the framework as a whole)."""

    family: FamilyRef | None
    holds: int
    fails: int
    waived: int
    not_judged: int


class Parity(NamedTuple):
    """The whole scorecard."""

    counts: tuple[ParityCount, ...]
    groups: tuple[ParityGroup, ...]


class SettingView(NamedTuple):
    """One setting of a rule; ``ours`` where the default is the project's own choice."""

    name: str
    default: str
    meaning: str
    ours: bool


class RuleSection(NamedTuple):
    """A part of a rule's text under its own heading; ``settings`` follow the text in the section of that form.

    Prose is Markdown with one sentence a line.
    """

    title: str
    anchor: str
    text: str
    form: Literal["prose", "yaml", "settings"]
    settings: tuple[SettingView, ...]


class RuleText(NamedTuple):
    """A rule explained, as ``ladderc explain`` prints it; ``standing`` says where it belongs and how much it weighs."""

    name: str
    claim: str
    standing: str
    sections: tuple[RuleSection, ...]
