"""From bytes to characters that a parser takes: encoding, size, and signs that nobody can see."""

from __future__ import annotations

import re

from ladderc.finding import Edit, Finding
from ladderc.sources.faults import fault
from ladderc.span import Place, Span

LARGEST = 1024 * 1024
"""Most bytes of one file; what the worst of that size takes is measured in docs/robustness.md."""

_BOM = b"\xef\xbb\xbf"
# All bytes that cannot begin an unwanted character; what is left of a file without them is almost always nothing.
_ORDINARY = bytes({9, 10, 13, *range(0x20, 0x7F), *range(0x80, 0x100)} - {0xC2, 0xE2, 0xEF})
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS = {"\x85", "\u2028", "\u2029"}
_SHOWN = 40


def clean(file: str, content: bytes) -> bytes | Finding:
    """``content`` without its byte order mark, or the finding that says why it cannot be read."""
    if len(content) > LARGEST:
        return too_large(file)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(file)
    bare = content[3:] if content.startswith(_BOM) else content
    if not bare.isascii():
        try:
            bare.decode()
        except UnicodeDecodeError as error:
            return _not_utf8(file, bare, error)
    if bare.translate(None, _ORDINARY):
        text = bare.decode()
        if found := _UNWANTED.search(text):
            return _unwanted(file, text, found.start())
    return bare


def too_large(file: str) -> Finding:
    """The finding on a file of more bytes than are read."""
    return _at(
        "too-large",
        f"This file is larger than {LARGEST // (1024 * 1024)} MiB, far more than one track or pay structure needs.\n"
        "Split it into several files, or take it out of the framework.",
        file,
        Span(1, 1, 1, 1),
    )


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at ``index``; a line ends with LF, CR or both."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _utf16(file: str) -> Finding:
    return _at("not-utf8", "This file is saved as UTF-16.\nSave it again as UTF-8.", file, Span(1, 1, 1, 1))


def _not_utf8(file: str, bare: bytes, error: UnicodeDecodeError) -> Finding:
    line, column = position(bare[: error.start].decode(), error.start)
    byte = bare[error.start]
    guess = bytes([byte]).decode("cp1252", "ignore")
    seen = f"The character here (byte {byte:02X}" + (f", in Windows files `{guess}`)" if guess else ")")
    return _at(
        "not-utf8", f"{seen} is not UTF-8.\nSave the file again as UTF-8.", file, Span(line, column, line, column + 1)
    )


def _unwanted(file: str, text: str, index: int) -> Finding:
    character = text[index]
    if character == "\x00" and text.count("\x00") * 3 > len(text):
        return _utf16(file)
    line, column = position(text, index)
    span = Span(line, column, line, column + 1)
    fixes = (Edit(Place(file, span=span), ""),) if _joins_nothing(text, index) else ()
    if character in _BREAKS:
        return _at(
            "odd-line-break",
            f"An invisible line break (U+{ord(character):04X}) stands here, as pasted text can hold it.\n"
            "Delete it, and press Enter if a line should end here.",
            file,
            span,
        )._replace(fixes=fixes)
    return _at(
        "control-character",
        f"An invisible character (U+{ord(character):04X}) stands here, as pasted text can hold it.\n"
        "Delete it, or type the words again.",
        file,
        span,
    )._replace(fixes=fixes)


def _joins_nothing(text: str, index: int) -> bool:
    """Whether words stay apart without the character: it has no width, or a gap stands beside it."""
    beside = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    if text[index] == "\x1b":  # what follows it belongs to it
        return False
    return text[index] == "\ufeff" or any(one.isspace() or not one for one in beside)


def _at(rule: str, message: str, file: str, span: Span) -> Finding:
    return fault(rule, message, Place(file, span=span))
