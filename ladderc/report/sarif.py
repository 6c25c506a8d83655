"""SARIF 2.1.0, the exchange format of code scanning and of editors' problem lists."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ladderc.report.json_text import as_json_text
from ladderc.report.report import Item, Report
from ladderc.report.rule_help import rule_help
from ladderc.report.told import closing_text, first_sentence, identities, sentences
from ladderc.span import Span
from ladderc.wording.printable import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def as_sarif(report: Report) -> str:
    """One run: findings that count, then those of the baseline and the waived ones as suppressed."""
    items = (*report.items, *report.baselined, *report.waived)
    rules = list(dict.fromkeys(item.finding.rule for item in items))
    own = identities(report, items)
    driver = {"name": "ladderc", "semanticVersion": _version(), "rules": [_rule(name) for name in rules]}
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The repository's top folder, or the framework's where there is none."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, item, rules.index(item.finding.rule), identity)
            for item, identity in zip(items, own, strict=True)
        ],
        "properties": {"framework": printable(report.name), "date": report.today.isoformat()},
    }
    return as_json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _version() -> str:
    from importlib.metadata import version  # only this format names it

    return version("ladderc")


def _rule(name: str) -> dict[str, Any]:
    told = rule_help(name)
    return {
        "id": name,
        "shortDescription": {"text": told.claim},
        "fullDescription": {"text": told.why},
        "help": {"text": told.text, "markdown": told.text},
        "defaultConfiguration": {"level": _level(told.severity.value)},
        "properties": {"tags": [told.category]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    """What the answer says as a whole, that pay is left out included."""
    notes = [{"level": "note", "message": {"text": line}} for line in closing_text(report).split("\n")]
    return {"executionSuccessful": not report.broken, "toolExecutionNotifications": notes}


def _result(report: Report, item: Item, index: int, identity: str) -> dict[str, Any]:
    finding = item.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _level(finding.severity.value),
        "message": {"text": _text("\n".join(sentences(item)))},
        "locations": [_location(report, finding.place.file, item.span, snippet=item.lines)],
        "relatedLocations": _related(report, item),
        "partialFingerprints": {"ladderc/v1": identity},
    }
    if finding.waived:
        reason = printable(finding.waived.reason) if report.reasons_shown else ""
        why = {"justification": _text(reason)} if reason else {}
        result["suppressions"] = [{"kind": "external", **why}]  # no status: accepted, and older readers know none
    elif finding.baselined:
        result["suppressions"] = [{"kind": "external", "justification": "It stands in baseline.yaml."}]
    if report.baselined:
        result["baselineState"] = "unchanged" if finding.baselined else "new"
    if item.fixes:
        result["fixes"] = [_fix(report, item)]
    return result


def _related(report: Report, item: Item) -> list[dict[str, Any]]:
    """The places beside it, then what follows from it, which is no result of its own: it counts nowhere."""
    places = [(one.file, one.span, printable(one.message)) for one in item.related]
    places += [
        (one.finding.place.file, one.span, f"From this follows ({one.finding.rule}): {first_sentence(one)}")
        for one in item.consequences
    ]
    return [
        {"id": number, **_location(report, file, span), "message": {"text": _text(said)}}
        for number, (file, span, said) in enumerate(places, 1)
    ]


def _location(report: Report, file: str, span: Span, snippet: tuple[str, ...] = ()) -> dict[str, Any]:
    region: dict[str, Any] = _region(span)
    context = {"contextRegion": {"startLine": span.line, "snippet": {"text": printable(snippet[0])}}} if snippet else {}
    return {"physicalLocation": {"artifactLocation": _artifact(report, file), "region": region, **context}}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(report: Report, file: str) -> dict[str, str]:
    return {"uri": quote(report.path(file), errors="replace"), "uriBaseId": _ROOT}


def _fix(report: Report, item: Item) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for fix in item.fixes:
        mend = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}
        changes.setdefault(fix.file, []).append(mend)
    return {
        "description": {"text": "What the message says to write."},
        "artifactChanges": [
            {"artifactLocation": _artifact(report, file), "replacements": mends} for file, mends in changes.items()
        ],
    }


def _level(severity: str) -> str:
    return "none" if severity == "off" else severity


def _text(text: str) -> str:
    """The text without what a viewer would take for a link: ``[words](address)``."""
    return text.replace("](", "]\u200b(")
