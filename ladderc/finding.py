"""The two results of judging a framework: verdicts, and the findings made of the failing ones."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from ladderc.span import Place


class Severity(StrEnum):
    """How much a finding weighs; ``off`` switches a rule off."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for off, 3 for error: higher is worse."""
        return ("off", "note", "warning", "error").index(self.value)


State = Literal["holds", "fails", "not-judged"]


class Subject(NamedTuple):
    """What a verdict is about, by id; ``level`` is the level's own id within ``track``."""

    family: str | None = None
    track: str | None = None
    level: str | None = None
    grade: str | None = None
    zone: str | None = None


class Figure(NamedTuple):
    """One number behind a verdict, e.g. ``Figure("midpoint", Decimal(96000), "GBP/year", "A", pay=True)``.

    ``unit`` is a currency with its period, ``ratio``, ``grades``, ``words``, ``statements``, ``levels``, ``months``, ….
    ``side`` is ``"A"`` (not management), ``"M"`` (management), ``"limit"`` for the threshold, or empty.
    ``pay`` marks what only an audience that may see pay may see.
    """

    name: str
    value: Decimal | int | str
    unit: str = ""
    side: str = ""
    pay: bool = False


class Related(NamedTuple):
    """A second place that a finding speaks of, with a few words on why it is shown."""

    place: Place
    message: str


class Edit(NamedTuple):
    """One textual mend: put ``text`` where ``place`` stands; an empty span inserts. All edits of a finding are one mend.

    ``certain`` where no other mend can be right, so that it may be made without asking.
    ``quoted`` where ``text`` is what stands there in quotes: adding the quotes alone leaves every other byte as it is.
    """

    place: Place
    text: str
    certain: bool = True
    quoted: bool = False


class Waived(NamedTuple):
    """The waiver that covers a finding."""

    reason: str
    owner: str
    expires: str


class Proof(NamedTuple):
    """A way through the career graph that shows a verdict to be true; a way of no step is one level.

    ``words`` stand before it: what it is the way to, without a full stop.
    ``levels`` are level keys in order, ``steps`` the kinds of the steps between them, one fewer.
    ``marked`` are the levels on it that bar or end it, and ``mark`` says so in a few words.
    """

    words: str
    levels: tuple[str, ...]
    steps: tuple[str, ...]
    marked: tuple[str, ...] = ()
    mark: str = ""


class Verdict(NamedTuple):
    """What one rule concludes about one subject.

    ``message`` is whole sentences for a person, one a line, empty when the rule holds.
    ``message_without_pay`` replaces it where pay may not be shown; set it whenever ``message`` has pay in it.
    ``from_pay`` is true when the conclusion itself depends on pay.
    ``severity`` overrides the rule's own (a tier of the rule); ``lacking`` says what a ``not-judged`` rule needs.
    ``discriminator`` keeps two findings of one rule and subject apart; never text or figures.
    ``proofs`` are the ways through the career graph that show it, the most telling first.
    ``topic`` says which part of the rule this is (a section, a clause), for precedence.
    """

    rule: str
    state: State
    subjects: tuple[Subject, ...] = ()
    message: str = ""
    place: Place | None = None
    related: tuple[Related, ...] = ()
    figures: tuple[Figure, ...] = ()
    lacking: str = ""
    severity: Severity | None = None
    discriminator: str = ""
    from_pay: bool = False
    message_without_pay: str = ""
    topic: str = ""
    proofs: tuple[Proof, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The levels of the first proof, in order; empty where there is none."""
        return self.proofs[0].levels if self.proofs else ()

    @property
    def cut(self) -> tuple[str, ...]:
        """Those of them that bar or end the way."""
        return self.proofs[0].marked if self.proofs else ()

    @property
    def fingerprint(self) -> str:
        """That of the finding which the verdict makes, or would make if it failed."""
        return _fingerprint(self.rule, self.discriminator, self.subjects, self.place)

    @property
    def family(self) -> str | None:
        """The family judged, or None for the framework as a whole."""
        return self.subjects[0].family if self.subjects else None


class Finding(NamedTuple):
    """A failing verdict, or a fault of a file, with its place.

    ``baselined`` where the firm recorded it when it began: such a finding counts nowhere and fails nothing.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    subjects: tuple[Subject, ...] = ()
    related: tuple[Related, ...] = ()
    figures: tuple[Figure, ...] = ()
    fixes: tuple[Edit, ...] = ()
    because: str | None = None
    waived: Waived | None = None
    discriminator: str = ""
    from_pay: bool = False
    message_without_pay: str = ""
    category: str = "language"
    baselined: bool = False

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same while the rule and its subjects do.

        Never made of text or figures: a guessed salary could be recovered from it,
        and a raise would make every finding look new.
        """
        return _fingerprint(self.rule, self.discriminator, self.subjects, self.place)


def _fingerprint(rule: str, discriminator: str, subjects: tuple[Subject, ...], place: Place | None) -> str:
    import hashlib  # 3 ms, and a check without findings needs none

    parts = [rule, discriminator]
    parts += ["/".join(part or "" for part in subject) for subject in subjects]
    if not subjects and place:
        parts += [place.file, *map(str, place.route)]
    named = "\n".join(parts).encode("utf-8", "surrogatepass")  # the name of a file need not be text
    return hashlib.sha256(named).hexdigest()[:16]
