"""Author text that became a group of fields: a sentence cut at its colon, or languages that are none."""

from __future__ import annotations

import json

from ladderc.finding import Finding
from ladderc.sources.document import Data
from ladderc.validate.formats import is_language
from ladderc.validate.mistake import Mistake, finding, shortened, typed


def text_findings(mistake: Mistake) -> list[Finding]:
    """What is wrong with a group of fields that stands where a text belongs."""
    written = mistake.value
    assert isinstance(written, dict)
    if not written:
        return [finding("too-few", mistake, f"{mistake.subject} is empty.", "Write a text.")]
    unknown = [name for name in written if not _is_language(name)]
    if len(unknown) == len(written) and isinstance(mistake.route[-1], int):
        return [_split(mistake, written)]
    return [_no_language(mistake, name) for name in unknown]


def _split(mistake: Mistake, written: dict[str, Data]) -> Finding:
    """``- Leads: the way`` is a group with the field `Leads`; quoted it is a sentence again."""
    name, rest = next(iter(written.items()))
    first = f"{mistake.subject} is cut in two at the colon after `{shortened(name)}`."
    whole = None
    if len(written) == 1 and not isinstance(rest, (list, dict)):
        whole = f"{name}: {typed(rest)}" if rest is not None else f"{name}:"
    if whole is None or "\n" in whole:
        return finding("split-sentence", mistake, first, "Put the whole sentence in quotes.")
    certain = " " in name or name[:1].isupper()  # `description: Solves` may be a field of another name
    quoted = json.dumps(whole, ensure_ascii=False)
    mend = f"Put the whole sentence in quotes: `{shortened(quoted)}`."
    return finding("split-sentence", mistake, first, mend, fix=quoted, quoted=True, certain=certain)


def _no_language(mistake: Mistake, name: str) -> Finding:
    at = (*mistake.route, name)
    first = f"{mistake.subject} has a field `{shortened(name)}`, which is no language."
    small = name.replace("_", "-")
    small = "-".join([small.split("-")[0].lower(), *small.split("-")[1:]])
    assert isinstance(mistake.value, dict)
    if small not in mistake.value and _is_language(small):
        return finding("unknown-field", mistake, first, f"Rename it to `{small}`.", fix=small, on_key=True, at=at)
    mend = "Write the text alone, or one text for each language, such as `en:` and `de:`."
    return finding("unknown-field", mistake, first, mend, on_key=True, at=at)


def _is_language(name: str) -> bool:
    head, *rest = name.split("-")
    letters = head.isascii() and head.isalpha() and head.islower() and len(head) in (2, 3)
    return letters and all(part.isascii() and part.isalnum() for part in rest) and is_language(name)
