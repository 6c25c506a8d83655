"""What a rule is: its name, its weight, its settings, and what it is handed to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.catalogue import Family
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.content import Content
from ladderc.rules.facts import FamilyFacts
from ladderc.span import Place

if TYPE_CHECKING:
    from ladderc.rules.reviewed import Reviewed  # a check reviews nothing

SettingValue = Decimal | int | str | bool | tuple[str, ...]
Profile = Literal["adopt", "standard", "strict"]
Found = TypeVar("Found")
Scope = Literal["family", "framework", "waivers", "review"]


class Setting(NamedTuple):
    """One thing a company may tune in ``framework.yaml``; ``ours`` where the default is our own choice."""

    name: str
    default: SettingValue
    meaning: str
    ours: bool = True


class Rule(NamedTuple):
    """One rule of the catalogue; ``name`` and ``category`` come from the file that declares it.

    ``severity`` is the weight in profile ``adopt``, ``standard`` and ``eu`` replace it there.
    ``pay`` says whether verdicts depend on pay: never, for some (each marked ``from_pay``), or always.
    ``scope`` says what one call judges: one family, the framework, its waivers once they are applied,
    or a change between two states of it.
    """

    name: str
    category: str
    module: str
    severity: Severity
    standard: Severity | None
    eu: Severity | None
    pay: Literal["never", "partly", "always"]
    scope: Scope
    settings: tuple[Setting, ...]
    since: str
    check: Callable[[Case], Iterator[Verdict]]


def rule(
    module: str,
    check: Callable[[Case], Iterator[Verdict]],
    *,
    severity: Severity,
    standard: Severity | None = None,
    eu: Severity | None = None,
    pay: Literal["never", "partly", "always"] = "never",
    scope: Scope = "family",
    settings: tuple[Setting, ...] = (),
    since: str = "0.1.0",
) -> Rule:
    """Declare a rule; called once in each rule file as ``RULE = rule(__name__, check, …)``."""
    category, stem = module.split(".")[-2:]
    return Rule(stem.replace("_", "-"), category, module, severity, standard, eu, pay, scope, settings, since, check)


class Case(NamedTuple):
    """What a rule is handed: the framework, the family (None for framework rules), its settings, the day.

    ``facts`` has what rules ask about families, worked out once for all rules; ``content`` what the levels say.
    ``today`` is an ISO date. ``used_waivers`` are the positions of waivers that matched a finding.
    ``review`` is set for rules of scope ``review``.
    """

    rule: str
    framework: Framework
    family: Family | None
    settings: dict[str, SettingValue]
    every_family: dict[str, FamilyFacts]
    content: Content
    today: str
    used_waivers: frozenset[int] = frozenset()
    review: Reviewed | None = None

    @property
    def reviewed(self) -> Reviewed:
        """The change judged."""
        assert self.review is not None, "only a rule of scope `review` has a change"
        return self.review

    @property
    def facts(self) -> FamilyFacts:
        """The facts of the family judged."""
        assert self.family is not None, "only a rule of scope `family` has a family"
        return self.every_family[self.family.id]

    def once(self, work: Callable[[Case], Found]) -> Found:
        """What a function finds, for all rules of the family; it may ask for no setting and for nothing of a rule."""
        kept = self.content.worked_out
        key = (work, self.family.id if self.family else "")
        if key not in kept:
            kept[key] = work(self)
        found: Found = kept[key]
        return found

    def number(self, setting: str) -> Decimal:
        """A setting as an exact number."""
        value = self.settings[setting]
        assert isinstance(value, Decimal | int), f"{setting} is declared as a number"
        return Decimal(value)

    def words(self, setting: str) -> tuple[str, ...]:
        """A setting that is a list of texts."""
        value = self.settings[setting]
        assert isinstance(value, tuple), f"{setting} is declared as a list"
        return value

    def subject(
        self, level: Level | None = None, track: Track | None = None, grade: str | None = None, zone: str | None = None
    ) -> Subject:
        """The subject for a level, a track, or the family itself."""
        return Subject(
            self.family.id if self.family else None,
            level.track if level else track.id if track else None,
            level.id if level else None,
            grade or (level.grade if level else None),
            zone,
        )

    def holds(self, *subjects: Subject, figures: tuple[Figure, ...] = (), **more: Any) -> Verdict:
        """The rule is satisfied for these subjects (the family where none is named)."""
        return Verdict(self.rule, "holds", subjects or (self.subject(),), figures=figures, **more)

    def fails(
        self,
        message: str,
        place: Place,
        *subjects: Subject,
        figures: tuple[Figure, ...] = (),
        related: tuple[Related, ...] = (),
        **more: Any,
    ) -> Verdict:
        """The rule is broken: whole sentences saying what and what to do, and where to look."""
        return Verdict(self.rule, "fails", subjects or (self.subject(),), message, place, related, figures, **more)

    def not_judged(self, lacking: str, *subjects: Subject, **more: Any) -> Verdict:
        """The rule cannot be judged; ``lacking`` completes the sentence "Not judged: …"."""
        return Verdict(self.rule, "not-judged", subjects or (self.subject(),), lacking=lacking, **more)
