"""What can be wrong with a file before its content is looked at: one table, so that every name is explained once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ladderc.finding import Finding, Related, Severity
from ladderc.span import Place


class Fault(NamedTuple):
    """One rule of reading: its claim, why it is one, and the shortest text that breaks it."""

    claim: str
    why: str
    example: str
    severity: Severity = Severity.ERROR


FAULTS: Mapping[str, Fault] = {
    "syntax": Fault(
        "Every file can be read as YAML.",
        "One sign out of place makes the rest of the file mean something else, so nothing after it is trusted.",
        "text: Leads: the way",
    ),
    "duplicate-key": Fault(
        "A field is written once in one place.",
        "Of two values one would be dropped in silence.",
        "title: Senior Engineer\ntitle: Staff Engineer",
    ),
    "too-deep": Fault(
        "Nothing is indented more than 100 steps deep.",
        "No career framework needs it, and such files are made to bring programs down.",
        "[" * 6 + " … " + "]" * 6,
    ),
    "too-large": Fault(
        "A file has at most 1 MiB.",
        "A track has some thousand lines at most; a larger file is a mistake, such as a spreadsheet saved here.",
        "(a file of 5 MiB)",
    ),
    "too-many-aliases": Fault(
        "Text reused with `*name` does not grow without end.",
        "A few lines that reuse each other can become more text than a computer holds.",
        "(ten lines, each of which repeats the line before it ten times)",
    ),
    "unknown-alias": Fault(
        "`*name` reuses something that an earlier line marks with `&name`.",
        "A sentence that starts with a star is read as such a reference.",
        "text: *Important",
    ),
    "alias-in-itself": Fault(
        "Nothing reuses the part that it stands in.",
        "It would have to be written out for ever.",
        "levels: &all\n  - *all",
    ),
    "unused-anchor": Fault(
        "A part marked with `&name` is reused somewhere.",
        "A sentence that starts with `&` loses its first word.",
        "text: &more to come",
        Severity.WARNING,
    ),
    "unknown-tag": Fault(
        "No value starts with an exclamation mark.",
        "The word after it would be taken as an instruction to the program that reads the file.",
        "text: !important Keeps the team safe",
    ),
    "merge-key": Fault(
        "Fields are written out, not merged with `<<`.",
        "YAML 1.2 has no such field; programs disagree on what it does.",
        "stem: &stem {grade: G5}\nlevel:\n  <<: *stem",
    ),
    "second-document": Fault(
        "A file holds one thing: no line `---` in the middle.",
        "What stands after the line would be left out.",
        "id: specialist\n---\nid: people",
    ),
    "key-not-text": Fault(
        "A field's name is a word.",
        "`true`, `~` and lists cannot name a field.",
        "true: yes",
    ),
    "tab-indent": Fault(
        "Lines are indented with spaces.",
        "A tab is as wide as each program likes, so nobody can tell what belongs where.",
        "levels:\n\t- id: S1",
    ),
    "not-utf8": Fault(
        "Files are saved as UTF-8.",
        "In another encoding letters such as é and ü turn into other signs.",
        "(a file saved as `Unicode` or `Windows-1252`)",
    ),
    "control-character": Fault(
        "Files hold letters and signs that can be seen.",
        "Invisible characters come in with pasted text and break names that look right.",
        "(a byte 0 in the file)",
    ),
    "half-character": Fault(
        "`\\ud83d` and its like come in pairs.",
        "One half alone stands for no character.",
        'text: "\\ud83d"',
    ),
    "odd-line-break": Fault(
        "Lines end as editors end them.",
        "Pasted text can hold line breaks that look like none (U+2028) and cut a sentence in two.",
        "(a line that ends with U+2028)",
    ),
    "no-break-space": Fault(
        "A field's name, and the gap beside it, holds no no-break space.",
        "It looks like a space and is another character, so the field is not recognised.",
        "(a no-break space after `id:`)",
    ),
    "curly-quote": Fault(
        "Text is quoted with straight quotes.",
        "Word processors turn them into curly ones, which here are letters like any other.",
        "title: “Staff Engineer”",
    ),
    "swallowed-comment": Fault(
        "No sentence is cut off at ` #`.",
        "What stands after a space and `#` is a remark for the people who edit the file, and nobody else sees it.",
        "- Owns issue #42",
        Severity.WARNING,
    ),
    "swallowed-comma": Fault(
        "A comma in a sentence between `{` and `}` is quoted.",
        "There a comma ends the value, and the rest of the sentence becomes a field of its own.",
        "- {text: hard, new problems}",
    ),
    "swallowed-item": Fault(
        "An item of a list starts in the column of its list.",
        "Indented further, it is read as the end of the text above it.",
        "- Leads the team\n  - Plans the work",
        Severity.WARNING,
    ),
    "split-sentence": Fault(
        "A colon in a listed sentence is quoted.",
        "A colon and a space make a field of the words before them.",
        "- Leads: the way for others",
    ),
    "not-a-number": Fault(
        "Amounts are numbers.",
        "`.nan` and `.inf` stand for no amount, and nothing can be compared with them.",
        "max: .inf",
    ),
    "too-many-digits": Fault(
        "Numbers have at most 18 digits.",
        "Longer ones are typing mistakes, and other programs round them in silence.",
        "max: 1000000000000000000000",
    ),
    "unknown-file": Fault(
        "Every YAML file in a framework is one that is read.",
        "A misspelt name would leave a whole file out in silence.",
        "(a file `waiver.yaml`)",
    ),
    "missing-file": Fault(
        "A framework has a file `framework.yaml` and, in `tracks/`, at least one track.",
        "One names the firm and its grades, the other is what is judged; without them nothing is proved.",
        "(a folder with `tracks/` alone)",
    ),
    "unreadable": Fault(
        "Every file can be opened.",
        "A file that stays shut would be left out in silence.",
        "(a folder named `specialist.yaml`)",
    ),
    "empty-file": Fault(
        "A file says something.",
        "An empty file is mostly one that was not saved.",
        "(a file with remarks alone)",
    ),
    "editor-help": Fault(
        "What the first lines of files lead editors to is there.",
        "An editor that finds nothing says nothing either: fields are no longer explained, completed or underlined.",
        "(a first line that names `.ladderc/schema/framework.schema.json`, and no such file)",
        Severity.NOTE,
    ),
}


def fault(rule: str, message: str, place: Place, related: tuple[Related, ...] = ()) -> Finding:
    """A finding of one of the rules of reading."""
    return Finding(rule, FAULTS[rule].severity, message, place, related=related)
