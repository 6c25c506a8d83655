"""Keeps to what the guides' font can print, and remembers what it could not."""

from __future__ import annotations

import re
import unicodedata

from ladderc.finding import Finding, Severity, Subject
from ladderc.render.guides.fonts import printable
from ladderc.render.prose import Span, spans
from ladderc.span import Place
from ladderc.view.refs import Prose

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

RULE = "unprintable-character"

# An address or a word that no line can hold may break anywhere. Found here: a pattern in a template costs more
# than all the rest of a guide.
_ENDLESS = re.compile(r"\S{30,}")


class Ink:
    """Turns texts into what can be printed; ``findings`` names each lost character once, where it is first met.

    One missing character would make a whole guide fail: PDF/UA asks that every character can be read.
    """

    def __init__(self) -> None:
        self._font = printable()
        self._lost: dict[str, tuple[str, Subject]] = {}
        self._where = ("the framework's own text", Subject())

    def about(self, where: str, subject: Subject) -> None:
        """Says whose text comes next, in HR's words: ``level S5 of Specialist``."""
        self._where = (where, subject)

    def line(self, text: str) -> str:
        """``text`` as it can be printed; line ends and other white space become spaces."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(map(self._character, unicodedata.normalize("NFC", text)))

    def prose(self, prose: Prose) -> list[dict[str, object]]:
        """Author text as the spans that the guides' templates set."""
        return [self._span(span) for span in spans(prose)]

    def findings(self) -> tuple[Finding, ...]:
        """One note for each character that was replaced, in the order in which they were met."""
        return tuple(_finding(character, where, subject) for character, (where, subject) in self._lost.items())

    def _span(self, span: Span) -> dict[str, object]:
        return {
            "kind": span.kind,
            "text": _ENDLESS.sub(lambda word: "\u200b".join(word.group()), self.line(span.text)),
            "href": span.href,
            "children": [self._span(child) for child in span.children],
        }

    def _character(self, character: str) -> str:
        category = unicodedata.category(character)
        if category[0] == "Z" or character in "\t\n\r":
            return character if ord(character) in self._font else " "
        # Joiners, variation selectors and marks of direction print nothing themselves: nothing is lost with them.
        if category in ("Cf", "Cc") or "VARIATION SELECTOR" in unicodedata.name(character, ""):
            return ""
        if ord(character) in self._font and category[0] != "C":
            return character
        self._lost.setdefault(character, self._where)
        return REPLACEMENT


def _finding(character: str, where: str, subject: Subject) -> Finding:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    shown = "a character" if unicodedata.category(character)[0] == "C" else f"“{character}”"
    named = f"{name}, {code}" if name else code
    return Finding(
        rule=RULE,
        severity=Severity.NOTE,
        message=(
            f"The printed guides cannot show {shown} ({named}), first used in {where}.\n"
            f"Their font does not have it, so “{REPLACEMENT}” is printed in its place; the site shows it as written.\n"
            "Write it in words if the guides matter here."
        ),
        # A View does not know which file a text came from: the framework's own file stands for them all.
        place=Place("framework.yaml"),
        subjects=(subject,) if any(subject) else (),
        discriminator=code,
    )
