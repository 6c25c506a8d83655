"""Values of the wrong kind: a list where a text belongs, a text where a number does."""

from __future__ import annotations

import re
from decimal import Decimal

from ladderc.finding import Finding
from ladderc.validate.mistake import Mistake, finding, resolved, sample, shortened, typed
from ladderc.wording.nearest import listed

_BY_FORM = {
    "id": "an id",
    "date": "a date",
    "dateOrMonth": "a date or a month",
    "levelRef": "a level, named as `track/level`",
    "levelHere": "a level",
    "bonus": "a percentage",
    "amount": "an amount",
    "currency": "a currency",
    "languageTag": "a language",
    "webAddress": "a web address",
    "fingerprint": "a fingerprint",
    "percentile": "a number from 0 to 100",
    "setting": "a number, a word, a list, or `true` or `false`",
}
_BY_TYPE = {
    "boolean": "yes or no (`true` or `false`)",
    "integer": "a whole number",
    "number": "a number",
    "string": "a text",
    "array": "a list",
    "object": "a group of fields",
}
_YES = {"yes", "y", "on", "true", "ja", "oui", "sí", "si"}
_NO = {"no", "n", "off", "false", "nein", "non"}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([,' _\u00a0\u202f][0-9]{3})+")
_CONTINENTAL = re.compile(r"(?P<whole>[0-9]{1,3}([. '][0-9]{3})+|[0-9]+),(?P<part>[0-9]{1,2}|-{1,2})(?![0-9.,])")
_POINTED = re.compile(r"(?<![0-9.,' ])([1-9][0-9]{0,2})[.]([0-9]{3})(?![0-9.,])")
_SPAN = re.compile(r"([0-9]+)\s*(?:-|–|—|to|bis)\s*([0-9]+)")
_PERCENT = re.compile(r"\s*(?P<number>[0-9]{1,3}([.,][0-9]{1,4})?)\s*%\s*")
_UNIT = re.compile(r"[^0-9]{0,4}?(?P<number>[0-9]+([.][0-9]+)?)(?P<thousand>[kK])?[^0-9]*")


def wrong_kind(mistake: Mistake) -> Finding:
    """One finding that names what is written and what belongs there."""
    instead, fix = mend(mistake)
    # `True` is kept as it was typed: only quotes are added.
    quoted = isinstance(mistake.value, bool) and fix is not None and fix.startswith('"')
    return finding("wrong-kind", mistake, f"{mistake.subject} is {_written(mistake)}.", instead, fix=fix, quoted=quoted)


def is_share(mistake: Mistake) -> bool:
    """Whether a number is a setting of a rule: every one that may have decimals is a share, 0.95 for 95 %."""
    return mistake.route[:1] == ("rules",) and mistake.shape.get("type") == "number"


def expected(mistake: Mistake) -> str:
    """What belongs there, with its article: ``a text``, ``a list``, ``yes or no (…)``."""
    if "enum" in mistake.shape:
        return listed([typed(value) for value in mistake.shape["enum"]])
    return _BY_FORM.get(mistake.form) or _by_type(_types(mistake))


def mend(mistake: Mistake) -> tuple[str, str | None]:
    """What to type, and the text that replaces the value where there is one right answer."""
    if "enum" in mistake.shape:
        return f"Write {expected(mistake)}.", None
    types, value = _types(mistake), mistake.value
    if "array" in types and "object" not in types and "string" not in types:
        return _as_list(mistake)
    if types == ["object"]:
        return _as_group(mistake)
    if mistake.form == "expectation":
        return _as_expectation(mistake)
    if types == ["boolean"] and isinstance(value, str):
        answer = "true" if value.casefold() in _YES else "false" if value.casefold() in _NO else None
        return (f"Write `{answer}`.", answer) if answer else ("Write `true` for yes or `false` for no.", None)
    if isinstance(value, bool) and "string" in types:
        return f'Put it in quotes: `"{mistake.written}"`.', f'"{mistake.written}"'
    if isinstance(value, str) and types == ["number"] and is_share(mistake) and (percent := _PERCENT.fullmatch(value)):
        right = _plain(Decimal(percent["number"].replace(",", ".")) / 100)
        return f"Write it as a share: `{right}`.", right
    if isinstance(value, str) and types in (["number"], ["integer"]):
        is_factor = mistake.route[-1:] == ("factor",)
        if not is_factor and (pointed := _POINTED.search(value)):
            small = _plain(Decimal(pointed[0])) if pointed[0].endswith("0") else f"{pointed[0]}0"
            return f"Write the figure alone: `{pointed[1]}{pointed[2]}`, or `{small}` if that is meant.", None
        number, only_grouped = _number(_with_point(value, is_factor))
        if number:
            return f"Write the figure alone: `{number}`.", number if only_grouped else None
    if mistake.form == "bonus" and isinstance(value, (int, Decimal)):
        share = value if value >= 1 else value * 100
        if share > 100:
            return "A bonus is a percentage of base pay, such as `12%`.", None
        return f"Write it with a percent sign: `{_plain(Decimal(share))}%`.", None
    example = sample(mistake.example)
    such = f", such as `{example}`" if example else ""
    return f"Write {expected(mistake)}{such}.", None


def _types(mistake: Mistake) -> list[str]:
    if "anyOf" in mistake.shape:
        return ["string"]
    types = mistake.shape["type"]
    return [types] if isinstance(types, str) else list(types)


def _by_type(types: list[str]) -> str:
    # A number is a text as it is typed, and a text by language is a text: only the plainest kind is named.
    if "string" in types:
        types = [name for name in types if name not in ("number", "object")]
    return " or ".join(_BY_TYPE[name] for name in types)


def _written(mistake: Mistake) -> str:
    value = mistake.value
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, bool):
        return f"`{mistake.written}`"
    return f"the {'text' if isinstance(value, str) else 'number'} `{mistake.written}`"


def _as_list(mistake: Mistake) -> tuple[str, str | None]:
    value = mistake.value
    pattern = resolved(mistake.document, mistake.shape["items"]).get("pattern")
    if pattern and isinstance(value, (str, int)) and not isinstance(value, bool):
        parts = [part for part in re.split(r"\s*[,;]\s*", typed(value)) if part]
        if parts and all(re.fullmatch(pattern, part) for part in parts):
            whole = f"[{', '.join(parts)}]"
            even = ", even for one entry" if len(parts) == 1 else ""
            return f"Write a list{even}: `{shortened(whole)}`.", whole
    return "Write a list: begin each entry with a hyphen and a space, on a line of its own.", None


def _as_group(mistake: Mistake) -> tuple[str, str | None]:
    value = mistake.value
    span = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if span and {"min", "max"} <= mistake.shape.get("properties", {}).keys():
        least, most = sorted((int(span[1]), int(span[2])))
        return (
            f"Write `min: {least}` and `max: {most}` below it, each on a line of its own.",
            f"{{min: {least}, max: {most}}}",
        )
    severity = mistake.shape.get("properties", {}).get("severity", {})
    if value in severity.get("enum", ()):
        return f"Write `{{severity: {value}}}`.", f"{{severity: {value}}}"
    example = mistake.example
    if not isinstance(example, dict):
        return "Write a group of fields, each on a line of its own.", None
    name, content = next(iter(example.items()))
    if isinstance(content, (list, dict)):
        return f"Write a group of fields, such as `{name}:`, each on a line of its own.", None
    if name == "id" and isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        content = value
    return f"Write a group of fields, such as `{name}: {typed(content)}`, each on a line of its own.", None


def _as_expectation(mistake: Mistake) -> tuple[str, str | None]:
    value = mistake.value
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return f"Write `{{rating: {mistake.written}}}`.", f"{{rating: {mistake.written}}}"
    return "Write a list of statements: begin each with a hyphen and a space, on a line of its own.", None


def _with_point(text: str, is_factor: bool) -> str:
    """The figure in ``60.000,00``, ``0,93`` or ``1.250.000`` with a point before its fraction and no other."""
    if is_factor:
        text = re.sub(r"^\s*([0-9]),([0-9]+)\s*$", r"\1.\2", text)
    found = _CONTINENTAL.search(text)
    if found:
        number = re.sub(r"[^0-9]", "", found["whole"]) + (f".{found['part']}" if found["part"].isdecimal() else "")
        return text[: found.start()] + number + text[found.end() :]
    return re.sub(
        r"(?<![0-9.,])[1-9][0-9]{0,2}([.][0-9]{3}){2,}(?![0-9.,])", lambda whole: whole[0].replace(".", ""), text
    )


def _number(text: str) -> tuple[str | None, bool]:
    """The figure in ``95,000``, ``£95k`` or ``12 months``, and whether nothing but its grouping has to go."""
    stripped = text.strip()
    if _GROUPED.fullmatch(stripped):
        return re.sub(r"[^0-9]", "", stripped), True
    bare = re.sub(r"(?<=[0-9])[,' _\u00a0\u202f](?=[0-9]{3}(?![0-9]))", "", stripped)
    found = _UNIT.fullmatch(bare)
    if not found:
        return None, False
    number = Decimal(found["number"]) * (1000 if found["thousand"] else 1)
    return _plain(number), bare == found["number"]


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
