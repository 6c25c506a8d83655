"""Ids made from names: short, in plain letters, and different from each other on every file system."""

from __future__ import annotations

import re
import unicodedata

from ladderc.link.declared import is_reserved

_LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "&": " and ", "+": " plus ",
}  # fmt: skip
_SHARP = re.compile("(?<=[A-Za-z])#")
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OTHER = re.compile(r"[^a-z0-9]+")
LONGEST = 60
"""Most characters of an id that is made here: it becomes the name of a file."""


def slug(name: str, german: bool = False, code: bool = False) -> str:
    """The name as an id in small letters, ``""`` where no plain letter is in it.

    A ``code`` such as IC1 stays as it is where it can be an id.
    """
    if code and _ID.fullmatch(name) and len(name) <= LONGEST:
        return name
    letters = _LETTERS | _GERMAN if german else _LETTERS
    spelled = "".join(
        letters.get(letter, letter) for letter in unicodedata.normalize("NFC", _SHARP.sub(" sharp", name))
    )
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    words = [word for word in _OTHER.split(plain.replace("'", "")) if word]
    while len(words) > 1 and len("-".join(words)) > LONGEST:
        words.pop()
    return "-".join(words)[:LONGEST]


class Ids:
    """Ids given out among things that must differ from each other, ignoring case."""

    def __init__(self, noun: str, german: bool = False, code: bool = False) -> None:
        self._noun = noun
        self._german = german
        self._code = code
        self._taken: set[str] = {"all"}  # `family: all` means every family

    def mint(self, name: str, beside: str = "") -> str:
        """An id for ``name``; where it is taken, with ``beside`` in front, else with a number behind.

        Names of pages and of devices are never given out.
        """
        stem = slug(name, self._german, self._code)
        tried = [stem] if stem else []
        if beside and (front := slug(beside, self._german)):
            tried.append(f"{front}-{stem or self._noun}")
        number = 1
        while True:
            for id in tried:
                if id.casefold() not in self._taken and not is_reserved(id.casefold()):
                    self._taken.add(id.casefold())
                    return id
            tried = [f"{stem or self._noun}-{number}"]
            number += 1
