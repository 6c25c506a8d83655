"""Reports of every kind for the tests of formats, and each format read back as the program that it is for reads it."""

from __future__ import annotations

import datetime
import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from ladderc.finding import Edit, Finding, Related, Severity, Subject, Verdict, Waived
from ladderc.pipeline import check
from ladderc.report.report import Item, Report, make_report
from ladderc.report.told import with_consequences
from ladderc.rules.judgement import Judgement, Result
from ladderc.sources.read import read_tree_contents
from ladderc.span import Place

DAY = datetime.date(2026, 11, 21)
TRACK = "tracks/specialist.yaml"
LINES = "".join(f"line{number}: täxt 👩\n" for number in range(1, 400))
PREFIX = "hr/frameworks/tarn/"


class Told(NamedTuple):
    """Where a format says that a finding is, and of which rule and weight; a column of None is not said."""

    path: str
    line: int
    column: int | None
    rule: str
    severity: str


def finding(rule: str, line: int, severity: Severity = Severity.ERROR, **more: object) -> Finding:
    base = Finding(rule, severity, f"About {rule} in line {line}.\nMend `it`.", Place(TRACK, (f"line{line}",)))
    return base._replace(subjects=(Subject("engineering", level=f"L{line}"),), category="structure")._replace(**more)  # type: ignore[arg-type]


def report(
    *findings: Finding, faults: tuple[Finding, ...] = (), contents: str = LINES, prefix: str = PREFIX, file: str = TRACK
) -> Report:
    reading = read_tree_contents({file: contents.encode()})
    results = tuple(
        Result(one.category, one.severity, Verdict(one.rule, "fails", one.subjects, one.message, one.place), one)
        for one in findings
    )
    made = make_report(reading, faults, None, Judgement(results), DAY, show_pay=True)
    return made._replace(prefix=prefix)


@cache
def one_ladder() -> Report:
    """The report of the example that has one real ladder."""
    return checked(Path(__file__).parent.parent.parent / "frameworks" / "one-ladder")


def checked(folder: Path, *, show_pay: bool = True) -> Report:
    """The report of a framework in a folder."""
    done = check(folder, DAY)
    faults = done.faults + done.outdated
    made = make_report(done.reading, faults, done.framework, done.judgement, DAY, show_pay=show_pay)
    return made._replace(prefix=PREFIX)


def mixed() -> Report:
    """Findings of all weights: with places beside them, consequences, a mend; waived, in the baseline, in a file."""
    cause = finding("grade-gap", 5, related=(Related(Place(TRACK, ("line7",)), "the other one"),))
    return report(
        cause,
        finding("way-back", 9, because=cause.fingerprint),
        finding("ceiling-parity", 11, Severity.WARNING),
        finding("three-measures", 13, Severity.NOTE),
        finding("equal-climb", 15, waived=Waived("Until spring.", "Priya", "2027-03-31")),
        finding("move-step", 17, baselined=True),
        faults=(
            finding(
                "unknown-field", 3, subjects=(), category="language", fixes=(Edit(Place(TRACK, ("line3",)), "text"),)
            ),
        ),
    )


def expected(shown: Report, *, consequences: bool, columns: bool = True, prefix: bool = True) -> list[Told]:
    """Every finding that counts, in the order of the report."""
    return [
        told(shown, one, columns=columns, prefix=prefix)
        for item in shown.items
        for one in (with_consequences(item) if consequences else [item])
    ]


def told(shown: Report, item: Item, *, columns: bool = True, prefix: bool = True) -> Told:
    file = item.finding.place.file
    return Told(
        shown.path(file) if prefix else file,
        item.span.line,
        item.span.column if columns else None,
        item.finding.rule,
        item.finding.severity.value,
    )


def read_text(text: str) -> list[Told]:
    found = re.findall(r"^ *(error|warning|note) ([\w-]+)  (.+):(\d+):(\d+)$", text, re.MULTILINE)
    return [Told(file, int(line), int(column), rule, severity) for severity, rule, file, line, column in found]


def read_concise(text: str) -> list[Told]:
    found = re.findall(r"^(.+?):(\d+):(\d+): (error|warning|note) ([\w-]+): ", text, re.MULTILINE)
    return [Told(file, int(line), int(column), rule, severity) for file, line, column, severity, rule in found]


def read_json(text: str) -> list[Told]:
    data = json.loads(text)
    return [
        Told(data["prefix"] + one["file"], one["line"], one["column"], one["rule"], one["severity"])
        for one in data["findings"]
        if not one["waived"] and not one["baselined"]
    ]


def read_github(text: str) -> list[Told]:
    """As the runner does: a line whose first signs are two colons; fields between the name and the next two."""
    found = []
    for line in text.split("\n"):
        if not line.lstrip().startswith("::"):
            continue
        head, _, _ = line.lstrip()[2:].partition("::")
        command, _, fields = head.partition(" ")
        said = {name: _plain(value) for name, _, value in (field.partition("=") for field in fields.split(","))}
        severity = {"error": "error", "warning": "warning", "notice": "note"}[command]
        found.append(Told(said["file"], int(said["line"]), int(said["col"]), said["title"], severity))
    return found


def _plain(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%23", "#"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read_gitlab(text: str) -> list[Told]:
    severities = {"critical": "error", "major": "error", "minor": "warning", "info": "note"}
    return [
        Told(
            one["location"]["path"],
            one["location"]["lines"]["begin"],
            None,
            one["check_name"],
            severities[one["severity"]],
        )
        for one in json.loads(text)
    ]


def read_sarif(text: str) -> list[Told]:
    (run,) = json.loads(text)["runs"]
    found = []
    for result in run["results"]:
        if result.get("suppressions"):
            continue
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert rule == result["ruleId"]
        path = unquote(place["artifactLocation"]["uri"])
        found.append(Told(path, region["startLine"], region["startColumn"], rule, result["level"]))
    return found


def read_junit(text: str) -> list[Told]:
    root = ET.fromstring(text)
    bodies = [one.text or "" for tag in ("failure", "system-out") for one in root.iterfind(f".//testcase/{tag}")]
    return [
        Told(file, int(line), int(column), rule, severity)
        for body in bodies
        for file, line, column, severity, rule in re.findall(
            r"^(.+):(\d+):(\d+): (error|warning|note) ([\w-]+)$", body, re.MULTILINE
        )
    ]


def read_markdown(text: str) -> list[Told]:
    signs = {"❌": "error", "⚠️": "warning", "ℹ️": "note"}
    found = re.findall(r"^- (❌|⚠️|ℹ️) \w+ \*\*(.+?)\*\* `(.+?):(\d+):(\d+)`", text, re.MULTILINE)
    return [
        Told(file, int(line), int(column), rule.replace("\\", ""), signs[sign])
        for sign, rule, file, line, column in found
    ]


class Page(HTMLParser):
    """The rows of the tables of findings, each cell by its class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[dict[str, str]] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self._path: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = {name: value or "" for name, value in attrs}
        self.addresses += [values[name] for name in ("href", "src", "action") if name in values]
        self.handlers += [name for name in values if name.startswith("on")]
        if tag in ("meta", "wbr"):
            return
        self._path.append((tag, values.get("class", "")))
        if tag == "tr":
            self.rows.append({"class": values.get("class", "")})

    def handle_endtag(self, tag: str) -> None:
        while self._path and self._path.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag, name in self._path:
            if tag in ("td", "p") and name and self.rows:
                self.rows[-1][name] = self.rows[-1].get(name, "") + data


def read_html(text: str) -> list[Told]:
    found = []
    for row in Page(text).rows:
        weight = row.get("weight", "").strip()
        if weight in ("error", "warning", "note"):
            file, line, column = row["where"].strip().rsplit(":", 2)
            rule = re.split(r"\sfollows from", row["rule"])[0].strip()
            found.append(Told(file, int(line), int(column), rule, weight))
    return found


READERS = {
    "text": read_text,
    "concise": read_concise,
    "json": read_json,
    "github": read_github,
    "gitlab": read_gitlab,
    "sarif": read_sarif,
    "junit": read_junit,
    "markdown": read_markdown,
    "html": read_html,
}
