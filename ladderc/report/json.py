"""The versioned data format of a check: see docs/check-json.md."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ladderc.finding import Figure, Proof, Severity, Subject
from ladderc.report.json_text import as_json_text
from ladderc.report.report import Item, Report
from ladderc.rules.judgement import Result

VERSION = 1


def as_json(report: Report) -> str:
    """The whole report; keys stand in one order, findings worst first, each followed by what follows from it."""
    return as_json_text(
        {
            "version": VERSION,
            "framework": report.name,
            "date": report.today.isoformat(),
            "prefix": report.prefix,
            "pay_shown": not report.pay_hidden,
            "findings": [
                entry for item in (*report.items, *report.baselined, *report.waived) for entry in _finding(item)
            ],
            "verdicts": [_verdict(result) for result in report.results],
            "summary": _summary(report),
        }
    )


def _finding(item: Item) -> list[dict[str, Any]]:
    finding, span = item.finding, item.span
    entry = {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.place.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "subjects": [_subject(subject) for subject in finding.subjects],
        "related": [
            {"file": one.file, "line": one.span.line, "column": one.span.column, "message": one.message}
            for one in item.related
        ],
        "figures": [_figure(figure) for figure in finding.figures],
        "because": finding.because,
        "waived": finding.waived._asdict() if finding.waived else None,
        "baselined": finding.baselined,
        "fingerprint": finding.fingerprint,
    }
    return [entry, *(below for consequence in item.consequences for below in _finding(consequence))]


def _verdict(result: Result) -> dict[str, Any]:
    verdict, finding = result.verdict, result.finding
    return {
        "rule": verdict.rule,
        "category": result.category,
        "family": verdict.family,
        "state": verdict.state,
        "severity": result.severity.value,
        "subjects": [_subject(subject) for subject in verdict.subjects],
        "figures": [_figure(figure) for figure in verdict.figures],
        "path": list(verdict.path),
        "cut": list(verdict.cut),
        "ways": [_way(proof) for proof in verdict.proofs],
        "lacking": verdict.lacking or None,
        "finding": finding.fingerprint if finding else None,
        "waived": bool(finding and finding.waived),
    }


def _way(proof: Proof) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in proof._asdict().items()}


def _summary(report: Report) -> dict[str, Any]:
    return {
        "files": report.files,
        "tracks": report.tracks,
        "levels": report.levels,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "waived": len(report.waived),
        "baselined": len(report.baselined),
        "families": [
            {
                "family": one.family,
                "name": one.name,
                "holds": one.holds,
                "fails": one.fails,
                "waived": one.waived,
                "not_judged": one.not_judged,
                "lacking": [{"reason": reason, "rules": list(rules)} for reason, rules in one.lacking],
            }
            for one in report.families
        ],
    }


def _subject(subject: Subject) -> dict[str, str]:
    return {name: value for name, value in subject._asdict().items() if value is not None}


def _figure(figure: Figure) -> dict[str, Any]:
    value = str(figure.value) if isinstance(figure.value, Decimal) else figure.value
    return {"name": figure.name, "value": value, "unit": figure.unit, "side": figure.side}
