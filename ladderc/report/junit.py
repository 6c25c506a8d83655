"""JUnit's XML, which every build server shows as tests: a suite for each family, a test for each rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.report.log_text import marked_up_for_log
from ladderc.report.report import Item, Report
from ladderc.report.told import FILES, WHOLE, closing_text, first_sentence, sentences, where, with_consequences
from ladderc.report.xml_text import attribute, content
from ladderc.rules.judgement import Result, outcome_of
from ladderc.wording.printable import printable


class Case(NamedTuple):
    """One rule in one family, or one kind of fault of the files."""

    rule: str
    group: str
    items: tuple[Item, ...]
    skipped: str = ""


def as_junit(report: Report) -> str:
    """The whole report; what weighs less than ``fail_on`` is told as the output of a test that passed."""
    suites = [(FILES, _file_cases(report)), *_family_suites(report)]
    written = [_suite(report, name, cases) for name, cases in suites]
    total = [count for _, cases in suites for count in [_counts(report, cases)]]
    tests, failures, skipped = (sum(numbers) for numbers in zip(*total, strict=True))
    head = f'<testsuites name="ladderc" tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}" time="0">'
    return marked_up_for_log("\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *written, "</testsuites>"]))


def _file_cases(report: Report) -> tuple[Case, ...]:
    """The faults by kind; where there is none, one test that passes, so that a clean framework shows it."""
    judged = {result.finding.fingerprint for result in report.results if result.finding}
    groups: dict[str, list[Item]] = {}
    for item in report.items:
        if item.finding.fingerprint not in judged:
            groups.setdefault(item.finding.rule, []).append(item)
    cases = tuple(Case(rule, "files", tuple(items)) for rule, items in groups.items())
    return cases or (Case("every file can be used", "files", ()),)


def _family_suites(report: Report) -> Iterator[tuple[str, tuple[Case, ...]]]:
    names = {family.family: family.name for family in report.families}
    items: dict[str, list[Item]] = {}
    for item in (*report.items, *report.baselined, *report.waived):
        items.setdefault(item.finding.fingerprint, []).append(item)
    groups: dict[str | None, dict[str, list[Result]]] = {name: {} for name in names}
    for result in report.results:
        family = result.verdict.family if result.verdict.family in names else None
        groups.setdefault(family, {}).setdefault(result.verdict.rule, []).append(result)
    for family, by_rule in groups.items():
        if by_rule:
            cases = tuple(_case(rule, results, items) for rule, results in by_rule.items())
            yield names.get(family, WHOLE), cases


def _case(rule: str, results: list[Result], items: dict[str, list[Item]]) -> Case:
    """Findings that follow from another are told there, under their cause."""
    found = [result.finding.fingerprint for result in results if result.finding]
    own = [item for fingerprint in dict.fromkeys(found) for item in items.get(fingerprint, ())]
    counting = tuple(item for item in own if not item.finding.waived and not item.finding.baselined)
    lacking = dict.fromkeys(printable(one.verdict.lacking) for one in results if one.verdict.lacking)
    skipped = ""
    if not counting:
        if own:
            waived = any(item.finding.waived for item in own)
            skipped = "A waiver covers it." if waived else "It stands in the baseline."
        elif found:
            skipped = "It fails because another rule does, which names it."
        elif outcome_of(results) == "not-judged":
            skipped = f"Not judged: {'; '.join(lacking)}"
    return Case(rule, results[0].category, counting, skipped)


def _suite(report: Report, name: str, cases: tuple[Case, ...]) -> str:
    tests, failures, skipped = _counts(report, cases)
    counts = f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"'
    stamp = f'timestamp="{report.today.isoformat()}T00:00:00" hostname="localhost" time="0"'
    lines = [f"  <testsuite name={attribute(name)} {counts} {stamp}>"]
    for case in cases:
        lines += _test(report, name, case)
    lines.append(f"    <system-out>{content(closing_text(report))}</system-out>")
    return "\n".join([*lines, "  </testsuite>"])


def _test(report: Report, suite: str, case: Case) -> list[str]:
    first = case.items[0] if case.items else None
    head = f'    <testcase name={attribute(case.rule)} classname={attribute(f"{suite}.{case.group}")} time="0"'
    if first:
        head += f' file={attribute(report.path(first.finding.place.file))} line="{first.span.line}"'
    if not case.items and not case.skipped:
        return [f"{head}/>"]
    body = []
    if case.skipped:
        body.append(f"      <skipped message={attribute(case.skipped)}/>")
    if first and _fails(report, case):
        more = f" (and {len(case.items) - 1} more)" if len(case.items) > 1 else ""
        kind = f"message={attribute(first_sentence(first) + more)} type={attribute(first.finding.severity.value)}"
        body.append(f"      <failure {kind}>{content(_told(report, case.items))}</failure>")
    elif first:
        body.append(f"      <system-out>{content(_told(report, case.items))}</system-out>")
    return [f"{head}>", *body, "    </testcase>"]


def _told(report: Report, items: tuple[Item, ...]) -> str:
    return "\n\n".join(
        "\n".join([f"{where(report, one)}: {one.finding.severity.value} {one.finding.rule}", *sentences(one)])
        for item in items
        for one in with_consequences(item)
    )


def _counts(report: Report, cases: tuple[Case, ...]) -> tuple[int, int, int]:
    """Tests, failures, skipped."""
    return len(cases), sum(_fails(report, case) for case in cases), sum(bool(case.skipped) for case in cases)


def _fails(report: Report, case: Case) -> bool:
    return any(item.finding.severity.rank >= report.fail_on.rank for item in case.items)
