"""YAML as a person writes it: block style, quotes only where they are needed, long sentences folded."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)
from ruamel.yaml.tokens import CommentToken

from ladderc.sources.resolve import resolve

WIDTH = 100
"""Characters of a line, after which a long text goes on in the next one."""

_NEVER = 1_000_000
_PRINTABLE = re.compile("[\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_CURLY = "“”„‘’‚«»"
_HARD_SPACES = "\u00a0\u202f\u2007"
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")


class Commented:
    """A value with a remark behind it, or above it."""

    def __init__(self, value: Any, behind: str = "", above: str = "") -> None:
        self.value = value
        self.behind = behind
        self.above = above


def dump(data: Mapping[str, Any] | Sequence[Any], header: Iterable[str]) -> str:
    """A whole file: the lines of ``header`` as remarks, then ``data`` in the order of its names, or the list itself.

    Values are texts, whole numbers, decimals, dates, true and false, lists and dicts of them, each maybe Commented.
    Inside it no list or dict may be empty; a file may, and then holds remarks alone.
    """
    out = io.StringIO()
    if data:
        yaml = _yaml()
        if not isinstance(data, Mapping):
            yaml.indent(mapping=2, sequence=2, offset=0)  # a list that is the whole file stands at its edge
        yaml.dump(_block(data, 0), out)
    return "".join(f"# {line}\n" if line else "#\n" for line in header) + out.getvalue()


def id_value(id: str) -> str | int:
    """An id as a person writes it: a whole number without quotes, which the reader takes as it is typed."""
    return int(id) if _WHOLE.fullmatch(id) else id


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.width = _NEVER  # what is long is folded below, where a reader would fold it
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


class _Representer(RoundTripRepresenter):
    """ruamel's own, without aliases and with exact decimals."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def _represent_decimal(representer: RoundTripRepresenter, number: Decimal) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:float", format(number, "f"))


_Representer.add_representer(Decimal, _represent_decimal)


def _block(value: Any, indent: int) -> Any:
    if isinstance(value, Mapping):
        block = CommentedMap()
        for name, item in value.items():
            remark = item if isinstance(item, Commented) else None
            block[_line(name)] = written = _block(remark.value if remark else item, indent + 2)
            if remark:
                _remark(block, name, remark, indent, isinstance(written, FoldedScalarString | LiteralScalarString))
        return block
    if isinstance(value, list | tuple):
        return CommentedSeq(_block(item, indent + 4) for item in value)
    if isinstance(value, str):
        return _text(value, indent)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if isinstance(value, bool | int | Decimal | datetime.date):
        return value
    raise TypeError(f"{type(value).__name__} is nothing that a framework holds")


def _remark(block: CommentedMap, name: str, remark: Commented, indent: int, several_lines: bool) -> None:
    """Put the remark where it was meant to stand; behind a text of several lines there is no place for one."""
    above = [remark.above] if remark.above else []
    if several_lines and remark.behind:
        above.append(remark.behind)
    if above:
        block.yaml_set_comment_before_after_key(name, before="\n".join(above), indent=indent)
    if remark.behind and not several_lines:
        # ruamel's own way would stand one remark below the other, with one blank or with many.
        block.ca.items.setdefault(name, [None, None, None, None])[2] = CommentToken(
            f" # {remark.behind}", CommentMark(0)
        )


def _text(text: str, indent: int) -> Any:
    """The text in the plainest style from which the reader gets exactly this text back."""
    if not _PRINTABLE.fullmatch(text) or "\t" in text:
        return DoubleQuotedScalarString(text)
    if "\n" in text:
        return LiteralScalarString(text) if _stands_alone(text) else DoubleQuotedScalarString(text)
    if len(text) > WIDTH - indent - 12 and (folds := _folds(text, WIDTH - indent)):
        folded = FoldedScalarString(text)
        folded.fold_pos = folds
        return folded
    return _line(text)


def _line(text: str) -> Any:
    return text if _plain(text) else SingleQuotedScalarString(text)


def _plain(text: str) -> bool:
    """Whether the reader takes the text without quotes as it is; ruamel itself sees to signs such as ``- `` and ``: ``."""
    if not text or not isinstance(resolve(text), str):
        return False
    if text[0] in _CURLY or text[-1] in _CURLY:
        return False  # curly quotes around a text look like a mistake of a word processor
    return not any(space in text for space in _HARD_SPACES)


def _stands_alone(text: str) -> bool:
    """Whether each line can stand in a block as it is: no blanks at ends, no line that begins with one."""
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and all(line == line.strip() for line in lines) and not _odd_space(text)


def _folds(text: str, width: int) -> list[int]:
    """The blanks at which a long text goes on in the next line; none where a line end would change it."""
    if text != text.strip() or "  " in text or _odd_space(text):
        return []
    folds: list[int] = []
    start = 0
    last = -1
    for index, letter in enumerate(text):
        if letter != " ":
            continue
        if index - start > width - 2 and last > start:
            folds.append(last)
            start = last + 1
        last = index
    if len(text) - start > width - 2 and last > start:
        folds.append(last)
    return folds


def _odd_space(text: str) -> bool:
    return any(letter.isspace() and letter not in " \n" for letter in text)
