"""A comment on a pull request, or the summary of a build: counts first, then the families, each folded, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ladderc.finding import Severity
from ladderc.report.markdown_text import MOST, code, escaped, folded, length, quoted
from ladderc.report.report import FamilySummary, Item, Report
from ladderc.report.told import by_weight, closing_text, counts, first_sentence, lacks_pay, part_of
from ladderc.wording.numbers import english_day

MARKER = "<!-- ladderc check -->"
"""The first line, by which a job finds the comment that it made before."""

WIDEST = 300
"""Characters of a sentence that are kept where only one line of a finding has room."""

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_HEADS = ("holds", "fails", "waived", "not judged")


class Entry(NamedTuple):
    """One finding: whole, in one line, and what its section is called."""

    severity: Severity
    rule: str
    section: str
    whole: str
    brief: str


def as_markdown(report: Report, most: int = MOST) -> str:
    """The comment, of at most ``most`` characters; what did not fit is counted, and the worst are never left out."""
    entries = [_entry(report, item) for item in report.items]
    head, foot = _head(report), _foot(report)
    return "\n\n".join([head, *_sections(entries, most - length(head) - length(foot) - 4), foot]) + "\n"


def _head(report: Report) -> str:
    said = counts(report) or ("nothing new" if report.baselined else "no problems")
    worst = report.worst()
    lines = [MARKER, f"### {_SIGNS.get(worst, '✅')} Career framework: {said}"]
    if report.name:
        lines += ["", f"{escaped(report.name)}, as of {english_day(report.today)}."]
    judged = [family for family in report.families if family.holds or family.fails or family.waived]
    if judged:
        lines += ["", f"| | {' | '.join(_HEADS)} |", "|---|--:|--:|--:|--:|", *map(_row, report.families)]
    return "\n".join(lines)


def _row(family: FamilySummary) -> str:
    numbers = (family.holds, family.fails, family.waived, family.not_judged)
    return f"| {escaped(family.name)} | {' | '.join(f'**{n}**' if n and i == 1 else str(n) for i, n in enumerate(numbers))} |"


def _foot(report: Report) -> str:
    return "<br>".join(quoted(line) for line in closing_text(report).split("\n"))


def _entry(report: Report, item: Item) -> Entry:
    finding = item.finding
    where = code(f"{report.path(finding.place.file)}:{item.span.line}:{item.span.column}")
    sign = _SIGNS[finding.severity]
    head = f"{sign} {finding.severity.value} **{escaped(finding.rule)}** {where}"
    below = [
        f"From this follows: **{escaped(one.finding.rule)}** "
        f"{code(f'{report.path(one.finding.place.file)}:{one.span.line}:{one.span.column}')} {quoted(first_sentence(one))}"
        for one in item.consequences
    ]
    beside = [
        f"See {code(f'{report.path(one.file)}:{one.span.line}:{one.span.column}')} ({quoted(one.message)})"
        for one in item.related
    ]
    pay = ["Pay is left out here."] if lacks_pay(report, item) else []
    return Entry(
        finding.severity,
        finding.rule,
        part_of(report, item),
        "<br>\n  ".join([f"- {head}", quoted(finding.message), *pay, *beside, *below]),
        f"- {head} {quoted(_short(first_sentence(item)))}",
    )


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= WIDEST else f"{sentence[:WIDEST].replace('`', '')}…"


def _sections(entries: Sequence[Entry], room: int) -> list[str]:
    """Every finding whole if there is room; else the least shortened first, then the least left out first."""
    worst = entries[0].severity if entries else Severity.OFF
    texts: list[str | None] = [entry.whole for entry in entries]
    room -= sum(length(name) + 120 for name in dict.fromkeys(entry.section for entry in entries)) + 400
    used = sum(length(entry.whole) + 1 for entry in entries)
    for short in (True, False):
        for position in range(len(entries) - 1, -1, -1):
            if used <= room:
                break
            entry = entries[position]
            if not short and entry.severity is worst:
                break
            now = texts[position] or ""
            after = entry.brief if short else None
            used -= length(now) - (length(after) if after else -1)
            texts[position] = after
    if used > room:
        return _only_counted(entries, worst, room)
    left = [entry for entry, text in zip(entries, texts, strict=True) if text is None]
    return [*_told(entries, texts, worst), *([_left_out(left)] if left else [])]


def _told(entries: Sequence[Entry], texts: Sequence[str | None], worst: Severity) -> list[str]:
    groups: dict[str, list[tuple[Entry, str]]] = {}
    for entry, text in zip(entries, texts, strict=True):
        if text is not None:
            groups.setdefault(entry.section, []).append((entry, text))
    return [
        folded(
            f"<b>{escaped(name)}</b>: {by_weight(entry.severity for entry, _ in told)}",
            "\n".join(text for _, text in told),
            open_=told[0][0].severity is worst,
        )
        for name, told in groups.items()
    ]


def _weights(entries: Sequence[Entry]) -> str:
    return by_weight(entry.severity for entry in entries)


def _left_out(entries: Sequence[Entry]) -> str:
    return f"Left out for want of room: {_weights(entries)}. `ladderc check` names them all."


def _only_counted(entries: Sequence[Entry], worst: Severity, room: int) -> list[str]:
    """So many of the worst that not even a line each fits: each rule once, with how often, and the first of its lines."""
    firsts = {entry.rule: entry for entry in reversed(entries) if entry.severity is worst}
    many = Counter(entry.rule for entry in entries if entry.severity is worst)
    bare = {
        rule: f"- {_SIGNS[worst]} {worst.value} **{escaped(rule)}** ({times} times)" for rule, times in many.items()
    }
    room -= sum(length(line) + 1 for line in bare.values())
    lines = []
    for rule, times in many.most_common():
        line = f"{firsts[rule].brief} ({times} times)"
        room -= length(line) - length(bare[rule])
        lines.append(line if room >= 0 else bare[rule])
    return ["\n".join(lines), f"Not each of {_weights(entries)} has room here. `ladderc check` names them all."]
