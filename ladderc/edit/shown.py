"""What a mend did, as two short texts for a person: what stood there and what stands there now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ladderc.edit.edits import Change, applied
from ladderc.sources.mend import short

_LONGEST = 60
_BEFORE, _AFTER = re.compile(rb"[^ \t\r\n]*\Z"), re.compile(rb"[^ \t\r\n]*")
_WORD = re.compile(rb"[ \t]*[^ \t\r\n]*")
_UNSEEN = {
    "\t": "tab",
    "\u00a0": "no-break space",
    "\u202f": "no-break space",
    "\u2007": "no-break space",
    "\u200b": "space without width",
    "\ufeff": "invisible character",
}


def shown(content: bytes, changes: Sequence[Change]) -> tuple[str, str]:
    """The words around all changes of one mend before and after it; ``changes`` stand in the order of the file."""
    start, end = changes[0].start, max(change.end for change in changes)
    old = content[start:end]
    if not old or (old.strip() and old.strip() != old):  # an insertion, or a sign between blanks, is seen in its words
        start -= len(_BEFORE.search(content[:start])[0])  # type: ignore[index] # it matches any text
        end += len(_AFTER.match(content, end)[0])  # type: ignore[index] # as above
    elif old.strip() and not any(letter.isalnum() for letter in old.decode("utf-8", "replace")):
        end += len(_WORD.match(content, end)[0])  # type: ignore[index] # as above
    inside = [change._replace(start=change.start - start, end=change.end - start) for change in changes]
    old = content[start:end]
    return _seen(old), _seen(applied(old, inside))


def _seen(written: bytes) -> str:
    text = written.decode("utf-8", "replace")
    if not text:
        return "nothing"
    if not text.strip() or text in _UNSEEN:
        return _spaces(text)
    for sign in "\u00a0\u202f\u2007\u200b\ufeff":
        text = text.replace(sign, "␣")
    return short(" ".join(text.split()) if "\n" in text or "\r" in text else text, _LONGEST)


def _spaces(text: str) -> str:
    """White space by name: ``2 tabs``, ``4 spaces``."""
    names = [_UNSEEN.get(letter, "space" if letter == " " else f"U+{ord(letter):04X}") for letter in text]
    counted = []
    for name in dict.fromkeys(names):
        many = names.count(name)
        counted.append(f"a {name}" if many == 1 else f"{many} {name}s")
    return " and ".join(counted)
