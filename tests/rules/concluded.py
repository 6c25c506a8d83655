"""What one rule concluded about its examples, written out in full for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from cases import cases_of, snippet
from overlay import alone_on, framework_of

from ladderc.finding import Figure, Proof, Subject, Verdict
from ladderc.rules import catalog
from ladderc.rules.base import Rule
from ladderc.rules.explained import explain
from ladderc.rules.judgement import Result
from ladderc.span import Place

INDENT = "    "
SCOPES = {"family": "each family", "framework": "the framework", "waivers": "the waivers", "review": "a change"}


def all_concluded(name: str) -> str:
    """What a rule says of itself and concludes about the base, its page's two examples and its cases."""
    rule, page = catalog.load(name), explain(name)
    examples = [("The base", ""), ("Bad", page.bad), ("Good", page.good)]
    examples += [(case["name"], snippet(case)) for case in cases_of(name.replace("-", "_"))]
    return declared(rule) + "".join(concluded(title, alone_on(framework_of(text), rule)) for title, text in examples)


def declared(rule: Rule) -> str:
    """What the rule says of itself: its weight, its scope, its settings."""
    raised = [f"{name} {weight}" for name, weight in (("standard", rule.standard), ("law eu", rule.eu)) if weight]
    lines = [
        f"{rule.name} ({rule.category})",
        f"weight: {', '.join([rule.severity, *raised])}",
        f"judges: {SCOPES[rule.scope]}; pay {rule.pay}; since {rule.since}",
    ]
    for setting in rule.settings:
        ours = " (our own choice)" if setting.ours else ""
        lines.append(f"setting {setting.name}: {_default(setting.default)}{ours}")
    return "\n".join(lines) + "\n"


def concluded(title: str, results: tuple[Result, ...]) -> str:
    """Every verdict on one example, in the order in which the rule gives them."""
    rule = "-" * max(3, 100 - len(title))
    said = "".join("\n".join(_verdict(result)) + "\n" for result in results)
    return f"\n{title} {rule}\n{said or 'says nothing' + chr(10)}"


def _verdict(result: Result) -> Iterator[str]:
    verdict = result.verdict
    state = verdict.state.replace("-", " ")
    weight = f" as {result.severity}" if verdict.state == "fails" else ""
    tier = f" (tier {verdict.severity})" if verdict.severity else ""
    yield f"{state}{weight}{tier}: {'; '.join(map(_subject, verdict.subjects)) or 'nobody in particular'}"
    if verdict.lacking:
        yield f"{INDENT}lacking: {verdict.lacking}"
    yield from _message("", verdict.message)
    yield from _message("without pay:", verdict.message_without_pay)
    if verdict.place:
        yield f"{INDENT}at {_place(verdict.place)}"
    for related in verdict.related:
        yield f"{INDENT}see {_place(related.place)}: {related.message}"
    for figure in verdict.figures:
        yield f"{INDENT}{_figure(figure)}"
    yield from _marks(verdict)


def _message(heading: str, message: str) -> Iterator[str]:
    if message and heading:
        yield f"{INDENT}{heading}"
    for line in message.splitlines():
        yield f"{INDENT}| {line}".rstrip()


def _marks(verdict: Verdict) -> Iterator[str]:
    for name, value in (
        ("topic", verdict.topic),
        ("told apart by", verdict.discriminator),
        *(("way", _way(proof)) for proof in verdict.proofs),
    ):
        if value:
            yield f"{INDENT}{name}: {value}"
    if verdict.from_pay:
        yield f"{INDENT}rests on pay"


def _way(proof: Proof) -> str:
    """``The way there: stem/E3 > specialist/S4 (branch) [the way ends here]``."""
    stops = [
        f"{level}{f' ({step})' if step not in ('', 'rung') else ''}{f' [{proof.mark}]' if level in proof.marked else ''}"
        for level, step in zip(proof.levels, ("", *proof.steps), strict=True)
    ]
    return f"{proof.words}: {' > '.join(stops)}"


def _subject(subject: Subject) -> str:
    """``engineering specialist/S5 at G5 in london``; the family alone where it is the subject."""
    words = [subject.family or "the framework"]
    if subject.track:
        words.append(f"{subject.track}/{subject.level}" if subject.level else subject.track)
    elif subject.level:
        words.append(subject.level)
    words += [f"at {subject.grade}"] if subject.grade else []
    words += [f"in {subject.zone}"] if subject.zone else []
    return " ".join(words)


def _place(place: Place) -> str:
    route = " ".join(str(part) for part in place.route)
    span = f" line {place.span.line}" if place.span else ""
    return f"{place.file}{' ' if route else ''}{route}{' (its name)' if place.on == 'key' else ''}{span}"


def _figure(figure: Figure) -> str:
    side = {"A": "off management", "M": "management"}.get(figure.side, figure.side)
    notes = ", ".join([side] * bool(side) + ["pay"] * figure.pay)
    unit = f" {figure.unit}" if figure.unit else ""
    return f"= {figure.name}: {figure.value}{unit}{f' ({notes})' if notes else ''}"


def _default(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value)
