"""What can be mended without asking: rules of which some findings have one right answer, with what that is."""

from __future__ import annotations

from collections.abc import Mapping

MENDABLE: Mapping[str, str] = {
    "unknown-field": "A misspelt field is renamed, where one field alone is near.",
    "not-in-list": "A misspelt word of a short list is renamed, where one word alone is near.",
    "unknown-reference": "A misspelt name is renamed, where one known name alone is near; a thing's name becomes its id.",
    "unknown-rating": "A misspelt word of the rating scale is renamed, where one word alone is near.",
    "wrong-form": "A currency or language in the wrong letters is put right, and ids with commas between them become a list.",
    "wrong-kind": "Yes and no become `true` and `false`, and a single id becomes a list where a list belongs.",
    "unknown-language-version": '`language: "1"` loses its quotes.',
    "curly-quote": "Curly quotes that should hold a text together become straight ones.",
    "split-sentence": "A sentence with a colon is put in quotes.",
    "swallowed-comment": "A sentence that goes on with a number sign and a number, as in `Owns issue #42`, is put in quotes.",
    "swallowed-comma": "A sentence with one comma between braces is put in quotes.",
    "unknown-tag": "A sentence that starts with an exclamation mark is put in quotes.",
    "unknown-alias": "A sentence that starts with a star is put in quotes.",
    "syntax": "A sentence that YAML cannot read is put in quotes, a bullet or a long dash becomes a dash, "
    "a space that is missing after a dash or a colon is typed, and a colon behind an id goes.",
    "tab-indent": "Tabs before a line become spaces, where any number of them reads the same.",
    "no-break-space": "A no-break space beside a field's name or an id becomes a space, or goes.",
    "control-character": "A character without width goes.",
    "odd-line-break": "An invisible line break beside a visible one, or beside a space, goes.",
    "modeline": "The first line that editors need is added, where the framework has its schemas.",
    "band-order": "The bands of a pay file are put in the order of the grades, with the remarks above them.",
}
