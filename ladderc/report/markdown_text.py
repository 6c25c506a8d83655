"""Untrusted text as Markdown for a comment on GitHub or GitLab: it reads as written, and it does nothing."""

from __future__ import annotations

import re

from ladderc.report.log_text import for_log
from ladderc.wording.printable import printable

MOST = 65_000
"""Characters that a comment may have: both platforms refuse more than 65,536, and one of them adds some itself."""

_GAP = "&#8203;"
"""A zero-width space: no backslash stops a mention, for the platforms look for mentions after Markdown was read."""

_SIGNS = {
    **{sign: f"\\{sign}" for sign in "\\*_[]{}~"},
    **{sign: f"&#{ord(sign)};" for sign in "`|"},  # a backslash before these means something else inside a table
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "$": "<span>$</span>",  # else two prices on a line are a formula
}
_CODE_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}

_PIECE = re.compile(
    r"(?P<gap>@(?=\w)"  # a mention, or an address
    r"|[#!%$&^](?=\w)|~(?=[\w\"])|\b[Gg][Hh]-(?=\d)"  # issue, merge request, milestone, snippet, epic, alert, label
    r"|:(?=[\w+-]+:)"  # a picture by name
    r"|\b(?:https?|ftp|mailto|xmpp):|\bwww\.(?=\S))"  # a link that nobody checked
    r"|(?P<commit>\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b)"
    r"|(?P<sign>[\\*_\[\]{}~`|<>&$])",
    re.IGNORECASE,
)
_START = re.compile(r"^(\s*)(?:([-+#=/>:!?])|(\d{1,9})([.)]))")
"""What makes a list, a heading, a rule or a quick action at the start of a line."""


def escaped(text: str) -> str:
    """The text on one line: no markup, link, mention or reference comes of it, in a table and at a line's start too."""
    line = " ".join(printable(text).split())
    start = _START.match(line)
    head = ""
    if start:
        head = f"&#{ord(start[2])};" if start[2] else f"{start[3]}&#{ord(start[4])};"
        if start[2] and line[start.end() : start.end() + 1].isalnum():
            head += _GAP  # the sign may begin a reference
        line = line[start.end() :]
    return head + _PIECE.sub(_harmless, line)


def escaped_lines(text: str) -> str:
    """The text with its line ends kept, still on one line of Markdown."""
    return "<br>".join(escaped(line) for line in text.splitlines() if line.strip())


def code(text: str) -> str:
    """The text as code on one line; nothing in it is markup, a mention or a reference, in a table too."""
    line = " ".join(printable(text).split(" ")).replace("\n", " ")
    if "`" in line or "|" in line or "##[" in line or not line.strip():  # a build server obeys `##[name]` in its log
        return f"<code>{line.translate(_CODE_SIGNS)}</code>"
    return f"`{line}`"


def quoted(text: str) -> str:
    """A message whose quotes in backticks become code and whose other words are escaped, line ends kept."""
    return "<br>".join(
        "".join(
            code(piece) if number % 2 else _spaced(piece, first=not number)
            for number, piece in enumerate(_pieces(line))
            if piece
        )
        for line in text.splitlines()
        if line.strip()
    )


def block(text: str, language: str = "") -> str:
    """The text as a block of code, its lines as they are."""
    shown = for_log(printable(text))
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}{language}\n{shown}\n{fence}"


def folded(summary: str, body: str, *, open_: bool = False) -> str:
    """A section that opens by a click; ``summary`` and ``body`` are Markdown that is safe already."""
    return f"<details{' open' if open_ else ''}>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def length(text: str) -> int:
    """Characters as the platforms count them at most: what lies outside the first 65,536 of Unicode counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _harmless(piece: re.Match[str]) -> str:
    found = piece[0]
    if piece["commit"]:
        return _GAP.join(found[start : start + 6] for start in range(0, len(found), 6))
    return "".join(_SIGNS.get(sign, sign) for sign in found) + (_GAP if piece["gap"] else "")


def _pieces(line: str) -> list[str]:
    """Texts and codes in turn; a backtick without a partner is text."""
    pieces = line.split("`")
    if len(pieces) % 2 == 0:
        last = pieces.pop()
        pieces[-1] += f"`{last}"
    return pieces


def _spaced(piece: str, *, first: bool) -> str:
    """The escaped text with the blanks at its ends, which part it from the code beside it."""
    before = " " if not first and piece[:1].isspace() else ""
    after = " " if piece[-1:].isspace() else ""
    return f"{before}{escaped(piece)}{after}" if piece.strip() else " "
