"""What may name a field, and what may not stand before a value."""

from __future__ import annotations

from ladderc.sources.resolve import resolve
from ladderc.sources.signs import replace, sign_in

_SPACES = {
    "\u00a0": "no-break space",
    "\u202f": "no-break space",
    "\u2007": "no-break space",
    "\u200b": "space without width",
}
_OPENING, _CLOSING = "“”„‟‘’‚‛«»", "“”„‟‘’‚‛«»"


def key_fault(name: str, plain: bool) -> tuple[str, str] | None:
    """The rule that a field's name breaks, with the message; ``plain`` means that it has no quotes."""
    if not name.isascii():
        for space, called in _SPACES.items():
            if space in name:
                mended = (
                    name.replace(space, " ").strip() if called != "space without width" else name.replace(space, "")
                )
                return "no-break-space", (
                    f"A {called} (U+{ord(space):04X}) stands in the field's name `{name}`.\n"
                    f"It looks like a space and is another character: type `{mended}` again."
                )
        if len(name) > 1 and plain and name[0] in _OPENING and name[-1] in _CLOSING:
            return (
                "curly-quote",
                f"The curly quotes around `{name}` count as letters of it.\nType `{name[1:-1]}` without quotes.",
            )
    if plain:
        if (name[:1] == "-" or not name.isascii()) and (found := sign_in(name)):
            return "syntax", replace(found)
        if name == "<<":
            return "merge-key", "Nothing is merged with `<<` here.\nWrite out the fields that are meant."
        if not name:
            return (
                "key-not-text",
                "A field's name is missing before the colon.\nWrite it, or put the sentence in quotes if the colon belongs to it.",
            )
        if resolve(name) is None or isinstance(resolve(name), bool):
            return (
                "key-not-text",
                f'`{name}` cannot be a field\'s name.\nPut it in quotes (`"{name}"`) if it is a name.',
            )
    return None


def tag_fault(tag: str, value: str) -> str:
    """Why a value must not start with an exclamation mark."""
    shown = "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:yaml.org,2002:") else tag
    whole = f"{shown} {value}".strip() if tag != "!" else f"! {value}".strip()
    if tag.startswith("tag:yaml.org,2002:") or not value:
        return (
            f"`{shown}` would be an instruction to the program that reads this file, and none is followed.\nDelete it."
        )
    return (
        f"`{shown}` is left out of the text: a word that starts so is an instruction to the program that reads this file.\n"
        f'Put the sentence in quotes: `"{whole}"`.'
    )
