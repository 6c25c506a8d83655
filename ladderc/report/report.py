"""The finished result of a check: findings with their lines, in the order to read them, and what was proved."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladderc.finding import Finding, Severity
from ladderc.model.framework import Framework
from ladderc.report.mends import FixItem, mends_of
from ladderc.report.secrecy import in_pay_file, verdict_without_pay, without_pay
from ladderc.rules import catalog
from ladderc.rules.judgement import Judgement, Outcome, Result, outcome_of
from ladderc.sources.document import Reading
from ladderc.sources.places import locate
from ladderc.span import Place, Span


class RelatedItem(NamedTuple):
    """A second place, found."""

    file: str
    span: Span
    message: str


class Item(NamedTuple):
    """One finding, found: ``lines`` are the source lines of its span, empty where they may not be shown.

    ``consequences`` are the findings that follow from it; they are outside every count.
    """

    finding: Finding
    span: Span
    lines: tuple[str, ...]
    related: tuple[RelatedItem, ...]
    consequences: tuple["Item", ...]
    fixes: tuple[FixItem, ...] = ()


class FamilySummary(NamedTuple):
    """How the rules ended in one family; ``family`` is None for the framework as a whole.

    ``lacking`` says why rules were not judged, with the rules that each reason kept back.
    """

    family: str | None
    name: str
    holds: int
    fails: int
    waived: int
    not_judged: int
    lacking: tuple[tuple[str, tuple[str, ...]], ...]


class Report(NamedTuple):
    """Everything that a format prints; ``items`` are worst first, faults of files before parity, then by place.

    ``prefix`` leads from where the reader of the answer stands to the framework, with ``/`` at its end; empty
    where that is the framework's own folder.
    ``fail_on`` is from which severity on a finding fails the check.
    ``reasons_shown`` is whether the reader may see why and by whom a finding was waived, as only HR may.
    """

    name: str
    today: datetime.date
    items: tuple[Item, ...]
    waived: tuple[Item, ...]
    baselined: tuple[Item, ...]
    results: tuple[Result, ...]
    families: tuple[FamilySummary, ...]
    tracks: int
    levels: int
    files: int
    broken: int
    pay_hidden: bool
    prefix: str = ""
    fail_on: Severity = Severity.ERROR
    reasons_shown: bool = False

    def path(self, file: str) -> str:
        """A file of the framework as the reader of the answer finds it."""
        return self.prefix + file

    def count(self, severity: Severity) -> int:
        """How many findings of one severity count: not waived, not in the baseline, no consequence of another."""
        return sum(1 for item in self.items if item.finding.severity is severity)

    def worst(self) -> Severity:
        """The severity of the worst finding that counts; ``off`` without any."""
        return max((item.finding.severity for item in self.items), key=lambda s: s.rank, default=Severity.OFF)


def make_report(
    reading: Reading,
    faults: tuple[Finding, ...],
    framework: Framework | None,
    judgement: Judgement,
    today: datetime.date,
    *,
    show_pay: bool,
) -> Report:
    """Find every line, hide pay where it may not be shown, and put things in the order to read them."""
    findings = [*faults, *judgement.findings]
    shown = findings if show_pay else [without_pay(finding) for finding in findings]
    results = tuple(
        result if show_pay else result._replace(verdict=verdict_without_pay(result.verdict))
        for result in judgement.results
    )
    spans = _spans(reading.contents, shown)
    mends = mends_of(shown, reading.contents)
    lines: dict[str, list[str]] = {}  # each file is taken apart once, however many findings it has
    followers: dict[str, list[Finding]] = {}
    for finding in shown:
        if finding.because:
            followers.setdefault(finding.because, []).append(finding)

    def following(finding: Finding) -> list[Finding]:
        return followers.get(finding.fingerprint, []) if followers else []  # a fingerprint is dear

    def item(finding: Finding) -> Item:
        hidden = not show_pay and in_pay_file(finding)
        span = spans[finding.place]
        file = finding.place.file
        if not hidden and file not in lines:
            lines[file] = _lines(reading.contents.get(file, b""))
        return Item(
            finding,
            span,
            () if hidden else _first_line(lines[file], span),
            tuple(RelatedItem(one.place.file, spans[one.place], one.message) for one in finding.related),
            tuple(item(follower) for follower in following(finding)),
            mends.get(finding, ()) if finding.fixes else (),
        )

    items = sorted((item(finding) for finding in shown if not finding.because), key=_reading_order)
    return Report(
        name=_one_line(framework.name.in_language(framework.locale)) if framework else "",
        today=today,
        items=tuple(item for item in items if not item.finding.waived and not item.finding.baselined),
        waived=tuple(item for item in items if item.finding.waived),
        baselined=tuple(item for item in items if item.finding.baselined),
        results=results,
        families=_summaries(framework, judgement) if framework else (),
        tracks=len(framework.tracks) if framework else 0,
        levels=len(framework.levels) if framework else 0,
        files=len(reading.contents),
        broken=len(reading.broken),
        pay_hidden=not show_pay and any(finding.from_pay or in_pay_file(finding) for finding in findings),
        reasons_shown=show_pay,
    )


def _summaries(framework: Framework, judgement: Judgement) -> tuple[FamilySummary, ...]:
    groups: dict[str | None, dict[str, list[Result]]] = {name: {} for name in framework.families}
    groups[None] = {}
    for result in judgement.results:
        rule = result.verdict.rule
        family = result.verdict.family if catalog.load(rule).scope == "family" else None
        groups[family].setdefault(rule, []).append(result)
    return tuple(_summary(framework, family, by_rule) for family, by_rule in groups.items() if by_rule)


def _summary(framework: Framework, family: str | None, by_rule: Mapping[str, list[Result]]) -> FamilySummary:
    outcomes = {rule: outcome_of(results) for rule, results in by_rule.items()}
    lacking: dict[str, list[str]] = {}
    for rule, results in by_rule.items():
        if outcomes[rule] == "not-judged":
            for reason in dict.fromkeys(one.verdict.lacking for one in results if one.verdict.lacking):
                lacking.setdefault(reason, []).append(rule)
    known = framework.families.get(family) if family else None

    def count(wanted: Outcome) -> int:
        return sum(1 for outcome in outcomes.values() if outcome == wanted)

    return FamilySummary(
        family,
        _one_line(known.name.in_language(framework.locale)) if known else "Whole framework",
        holds=count("holds"),
        fails=count("fails"),
        waived=count("waived"),
        not_judged=count("not-judged"),
        lacking=tuple((reason, tuple(rules)) for reason, rules in lacking.items()),
    )


def _one_line(name: str) -> str:
    """A name that cannot pass for a line of the report."""
    return " ".join(name.split())


def _spans(contents: Mapping[str, bytes], findings: Iterable[Finding]) -> Mapping[Place, Span]:
    """Every place of every finding, each file read once."""
    wanted: dict[str, list[Place]] = {}
    for finding in findings:
        for place in (finding.place, *(one.place for one in finding.related)):
            wanted.setdefault(place.file, []).append(place)
    found: dict[Place, Span] = {}
    for file, places in wanted.items():
        found.update(locate(contents.get(file, b""), places))
    return found


def _lines(content: bytes) -> list[str]:
    """The lines of a file as an editor ends them: pasted separators such as U+2028 are characters of their line."""
    text = content.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _first_line(lines: list[str], span: Span) -> tuple[str, ...]:
    """The first line of a span, as text; nothing of a file that holds no text, such as one in UTF-16."""
    shown = tuple(lines[span.line - 1 : span.line])
    return () if any("\0" in line for line in shown) else shown


def _reading_order(item: Item) -> tuple[int, bool, str, int, int, str]:
    """Worst first; among equals the faults of files, since they keep rules from being judged; then by place."""
    finding, span = item.finding, item.span
    parity = finding.category != "language"
    return (-finding.severity.rank, parity, finding.place.file, span.line, span.column, finding.rule)
