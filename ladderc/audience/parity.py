"""The parity scorecard from the engine's results: every rule, per family, with its figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ladderc.audience.names import Names
from ladderc.finding import Figure, Finding, Proof, Subject
from ladderc.rules import catalog
from ladderc.rules.explained import explain
from ladderc.rules.judgement import Judgement, Result, outcome_of
from ladderc.rules.rule_text import sections, standing
from ladderc.view.parity import (
    FigureView,
    Outcome,
    Parity,
    ParityCell,
    ParityCount,
    ParityDetail,
    ParityGroup,
    ParityRow,
    ProofView,
    RuleSection,
    RuleText,
    SettingView,
    StationView,
    WaiverView,
)
from ladderc.wording.numbers import counted, money, share
from ladderc.wording.terms import PERIODS, SIDES, STEPS_SHORT


def parity(names: Names, judgement: Judgement, *, reasons: bool) -> Parity:
    """The scorecard; ``reasons`` says whether waivers show why and whose they are."""
    by_rule: dict[str, dict[str | None, list[Result]]] = {}
    for result in judgement.results:
        family = _family_of(names, result)
        by_rule.setdefault(result.verdict.rule, {}).setdefault(family, []).append(result)
    causes = {finding.fingerprint: finding for finding in judgement.findings}
    groups = []
    for category, members in catalog.CATEGORIES.items():
        rows = tuple(_row(names, rule, by_rule[rule], causes, reasons) for rule in members if rule in by_rule)
        if rows:
            groups.append(ParityGroup(category, catalog.CATEGORY_NAMES[category], rows))
    return Parity(_counts(groups), tuple(groups))


def rule_text(name: str) -> RuleText:
    """A rule explained, for its page."""
    told = explain(name)
    return RuleText(
        name,
        told.claim,
        standing(told.rule),
        tuple(
            RuleSection(
                section.title,
                section.title.lower().replace(" ", "-"),
                section.text,
                section.form,
                tuple(SettingView(*setting) for setting in section.settings),
            )
            for section in sections(told)
        ),
    )


def _row(
    names: Names,
    rule: str,
    families: dict[str | None, list[Result]],
    causes: dict[str, Finding],
    reasons: bool,
) -> ParityRow:
    severity = next(result.severity for results in families.values() for result in results)
    cells = tuple(
        ParityCell(
            names.family(family) if family else None,
            outcome_of(results),
            _lacking(results) if outcome_of(results) == "not-judged" else "",
            tuple(_detail(names, result, causes, reasons) for result in results if _worth_showing(result)),
        )
        for family, results in families.items()
    )
    return ParityRow(rule, explain(rule).claim, severity.value, cells)


def _detail(names: Names, result: Result, causes: dict[str, Finding], reasons: bool) -> ParityDetail:
    verdict, finding = result.verdict, result.finding
    waiver = None
    if finding and finding.waived:
        shown = finding.waived if reasons else finding.waived._replace(reason="", owner="")
        waiver = WaiverView(shown.reason, shown.owner, shown.expires)
    outcome: Outcome = "waived" if waiver else "fails" if finding else "holds"
    return ParityDetail(
        outcome,
        result.severity.value if finding else "",
        "; ".join(filter(None, (_about(names, subject) for subject in verdict.subjects))),
        verdict.message if finding else "",
        tuple(_figure(names, figure) for figure in verdict.figures),
        waiver,
        causes[finding.because].rule if finding and finding.because else "",
        tuple(_way(names, proof) for proof in verdict.proofs),
    )


def _way(names: Names, proof: Proof) -> ProofView:
    """The way level by level; one that it passes twice is marked where it ends."""
    kinds = ("", *(STEPS_SHORT[kind] for kind in proof.steps))
    last = {key: position for position, key in enumerate(proof.levels)}
    return ProofView(
        proof.words,
        tuple(
            StationView(names.level(key), step, proof.mark if key in proof.marked and last[key] == position else "")
            for position, (key, step) in enumerate(zip(proof.levels, kinds, strict=True))
        ),
    )


def _worth_showing(result: Result) -> bool:
    return result.finding is not None or (
        result.verdict.state == "holds" and bool(result.verdict.figures or result.verdict.proofs)
    )


def _about(names: Names, subject: Subject) -> str:
    key = f"{subject.track}/{subject.level}"
    if subject.level and key in names.framework.levels:
        ref = names.level(key)
        return f"{ref.id} {ref.title}"
    if subject.track and subject.track in names.framework.tracks:
        return names.track(subject.track).name
    if subject.grade:
        return f"Grade {subject.grade}"
    return ""


def _figure(names: Names, figure: Figure) -> FigureView:
    return FigureView(figure.name, SIDES.get(figure.side, figure.side), _value(names, figure))


def _value(names: Names, figure: Figure) -> str:
    if isinstance(figure.value, str):
        return figure.value
    if figure.unit == "ratio":
        return share(Fraction(figure.value), names.locale)
    currency, _, period = figure.unit.partition("/")
    if period in PERIODS and len(currency) == 3:
        return f"{money(Decimal(figure.value), currency, names.locale)} {PERIODS[period]}"
    return counted(figure.value, figure.unit, names.locale)


def _lacking(results: list[Result]) -> str:
    return "; ".join(dict.fromkeys(result.verdict.lacking for result in results if result.verdict.lacking))


def _family_of(names: Names, result: Result) -> str | None:
    if catalog.load(result.verdict.rule).scope != "family":
        return None
    family = result.verdict.family
    return family if family in names.framework.families else None


def _counts(groups: list[ParityGroup]) -> tuple[ParityCount, ...]:
    cells = [cell for group in groups for row in group.rows for cell in row.cells]
    families = list(dict.fromkeys(cell.family for cell in cells))
    return tuple(
        ParityCount(
            family,
            *(
                sum(1 for cell in cells if cell.family == family and cell.outcome == outcome)
                for outcome in ("holds", "fails", "waived", "not-judged")
            ),
        )
        for family in sorted(families, key=lambda family: family is None)
    )
