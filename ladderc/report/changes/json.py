"""The versioned data format of a review: see docs/diff-json.md."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ladderc.finding import Figure, Finding, Subject
from ladderc.model.change import Amount, RatioMoved, Wording
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.changes.told import SEVERITIES
from ladderc.report.json_text import as_json_text
from ladderc.report.report import Item
from ladderc.review.gaps import gaps, told
from ladderc.review.words import word_by_word

VERSION = 1

_PLACES = Decimal("0.000001")


def as_json(report: ChangeReport) -> str:
    """The whole review; keys stand in one order, changes and findings worst first."""
    open_ = report.unanswered()
    return as_json_text(
        {
            "version": VERSION,
            "framework": report.name,
            "date": report.today.isoformat(),
            "base": report.base,
            "head": report.head,
            "prefix": report.prefix,
            "pay_shown": not report.pay_hidden,
            "story": list(report.story),
            "counts": {
                "changes": len(report.changes),
                **report.counts(),
                **{f"{one.value}s": sum(finding.severity is one for finding in open_) for one in SEVERITIES},
                "acknowledged": len(report.acknowledged),
                "mended": len(report.mended),
            },
            "changes": [_change(item) for item in report.changes],
            "parity": {
                "gaps": [
                    {
                        "message": told(report.framework, gap),
                        "widened": gap.widened,
                        "beyond": gap.opened,
                        "effective": gap.first.effective or None,
                        "levels": [list(pair) for pair in dict.fromkeys(map(_pair, gap.moved))],
                    }
                    for gap in gaps(report.moved)
                ],
                "ratios": [_ratio(one) for one in report.moved],
            },
            "findings": [_found(item) for item in report.findings],
            "acknowledged": [_found(item) for item in report.acknowledged],
            "mended": [_said(finding) for finding in report.mended],
        }
    )


def _change(item: ChangeItem) -> dict[str, Any]:
    change = item.change
    finding = item.open or item.acknowledged
    return {
        "kind": change.kind,
        "impact": change.impact,
        "message": change.message,
        "reason": change.reason,
        "subjects": [_subject(subject) for subject in change.subjects],
        "thing": change.thing,
        "state": "base" if change.gone else "head",
        "file": change.place.file,
        "line": item.span.line,
        "column": item.span.column,
        "wordings": [_wording(wording) for wording in change.wordings],
        "amounts": [_amount(amount) for amount in change.amounts],
        "reaches": list(change.reaches),
        "unchanged": list(change.unchanged),
        "effective": change.effective or None,
        "pay": change.pay,
        "fingerprint": change.fingerprint,
        "finding": finding.fingerprint if finding else None,
        "acknowledged": _answer(item.acknowledged),
    }


def _wording(wording: Wording) -> dict[str, Any]:
    pieces = word_by_word(wording.before, wording.after)
    return {**wording._asdict(), "pieces": [piece._asdict() for piece in pieces]}


def _amount(amount: Amount) -> dict[str, Any]:
    growth = amount.growth
    return {
        "at": amount.at,
        "field": amount.field,
        "before": _exact(amount.before),
        "after": _exact(amount.after),
        "unit": amount.unit,
        "growth": None if growth is None else _exact(growth.quantize(_PLACES, rounding=ROUND_HALF_UP)),
    }


def _ratio(moved: RatioMoved) -> dict[str, Any]:
    return {
        "rule": moved.rule,
        "name": moved.name,
        "subjects": [_subject(subject) for subject in moved.subjects],
        "before": _exact(moved.before),
        "after": _exact(moved.after),
        "limit": _exact(moved.limit),
        "widened": moved.widened,
        "effective": moved.effective or None,
        "pay": moved.from_pay,
    }


def _found(item: Item) -> dict[str, Any]:
    span = item.span
    return {
        **_said(item.finding),
        "file": item.finding.place.file,
        "line": span.line,
        "column": span.column,
        "related": [
            {"file": one.file, "line": one.span.line, "column": one.span.column, "message": one.message}
            for one in item.related
        ],
        "figures": [_figure(figure) for figure in item.finding.figures],
        "acknowledged": _answer(item.finding),
    }


def _said(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "subjects": [_subject(subject) for subject in finding.subjects],
        "fingerprint": finding.fingerprint,
    }


def _answer(finding: Finding | None) -> dict[str, str] | None:
    """Who stands by a finding, in the words of acks.yaml."""
    if finding is None or finding.waived is None:
        return None
    return {"reason": finding.waived.reason, "who": finding.waived.owner, "until": finding.waived.expires}


def _subject(subject: Subject) -> dict[str, str]:
    return {name: value for name, value in subject._asdict().items() if value is not None}


def _pair(moved: RatioMoved) -> tuple[str, ...]:
    return tuple(f"{subject.track}/{subject.level}" for subject in moved.subjects[:2])


def _figure(figure: Figure) -> dict[str, Any]:
    value = _exact(figure.value) if isinstance(figure.value, Decimal) else figure.value
    return {"name": figure.name, "value": value, "unit": figure.unit, "side": figure.side}


def _exact(value: Decimal | None) -> str | None:
    """Exactly the figure, as text, so that nobody's reader rounds it; without a power of ten or idle zeros."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").removesuffix(".") if "." in text else text
