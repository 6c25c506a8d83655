"""From what a validator objects to, to one finding for each mistake that a person made."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING

from ladderc.finding import Finding
from ladderc.sources.document import Document
from ladderc.sources.enough import MOST, last
from ladderc.sources.misplaced import kind_meant
from ladderc.span import Route
from ladderc.validate.fields import empty_field, field_findings, wrong_folder
from ladderc.validate.forms import names_another, wrong_form
from ladderc.validate.kinds import wrong_kind
from ladderc.validate.languages import text_findings
from ladderc.validate.mistake import Mistake, mistakes
from ladderc.validate.same_column import same_column
from ladderc.validate.values import language_version, not_in_list, out_of_range, too_few

if TYPE_CHECKING:
    from jsonschema import ValidationError

_ABOUT_FIELDS = {"required", "additionalProperties"}
_BOUNDS = {"minimum", "maximum", "exclusiveMinimum"}


def explain(document: Document, errors: Iterator[ValidationError]) -> tuple[Finding, ...]:
    """Findings in the order of the schema's fields; all that is said about one value is one finding.

    A file in which only names stand for ids is linked, which knows the ids to those names: nothing is said here.
    Of a track among the pay files, or a pay file among the tracks, nothing but that is said, for all else follows.
    Of a framework in a later version of the language nothing but that is said: what else it holds cannot be judged.
    """
    if kind_meant(document) != document.kind:
        return (wrong_folder(document),)
    by_route: dict[Route, list[Mistake]] = {}
    only_names = True
    for mistake in mistakes(document, errors):
        only_names = only_names and names_another(mistake)
        by_route.setdefault(mistake.route, []).append(mistake)
        if len(by_route) > MOST and not only_names:
            break
    if by_route and only_names:
        return ()
    version = by_route.get(("language",), [None])[0]
    if document.kind == "framework" and version and _is_later(version):
        return (language_version(version),)
    flat = same_column(by_route)
    others = (finding for alike in by_route.values() for finding in _findings(alike))
    found = list(islice(chain(flat, others), MOST + 1))
    return tuple(found) if len(found) <= MOST else (*found[: MOST - 1], last(found[MOST - 1]))


def _findings(alike: list[Mistake]) -> list[Finding]:
    """What is wrong with one value: the plainest reason hides the ones that follow from it."""
    first = alike[0]
    by_keyword = {mistake.keyword: mistake for mistake in alike}
    if first.value is None:
        return [empty_field(first)]
    if first.document.kind == "framework" and first.route == ("language",):
        return [language_version(first)]
    if isinstance(first.value, dict) and _is_text(alike):
        return text_findings(first)
    if by_keyword.keys() & _ABOUT_FIELDS:
        return field_findings(next(mistake for mistake in alike if mistake.keyword in _ABOUT_FIELDS))
    if "enum" in by_keyword and not isinstance(first.value, (list, dict)):
        return [not_in_list(by_keyword["enum"])]
    if "type" in by_keyword:
        return [wrong_kind(by_keyword["type"])]
    if by_keyword.keys() & {"pattern", "format"} or ("pattern" in first.shape and first.keyword == "minimum"):
        return [wrong_form(by_keyword.get("pattern", first))]
    if first.keyword in _BOUNDS:
        return [out_of_range(first)]
    return [too_few(first)]


def _is_text(alike: list[Mistake]) -> bool:
    return any(mistake.form == "text" or mistake.shape.get("format") == "language" for mistake in alike)


def _is_later(version: Mistake) -> bool:
    value = version.value
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value > 1
