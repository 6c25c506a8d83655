"""Sentences that YAML breaks or changes: each mistake, and each text that only looks like one."""

from __future__ import annotations

import pytest
from saying import data_of, said

LOUD: list[tuple[str, str | bytes, list[str]]] = [
    (
        "a colon in a sentence",
        "text: Leads: the way\n",
        [
            'error syntax 1:12-1:13 The colon after `Leads` breaks the sentence off. / Put the sentence in quotes: `"Leads: the way"`.'
        ],
    ),
    (
        "a colon behind an id",
        "levels:\n  - id: S5:\n    grade: G5\n",
        ["error syntax 2:11-2:12 A colon stands after `S5`, where none belongs. / Delete it: `id: S5`."],
    ),
    (
        "a colon behind a reference, before a remark",
        "to: people-leadership/M4: # the managers\n",
        [
            "error syntax 1:25-1:26 A colon stands after `people-leadership/M4`, where none belongs. / Delete it: `to: people-leadership/M4`."
        ],
    ),
    (
        "a colon behind an id in quotes",
        'family: "engineering":\n',
        [
            'error syntax 1:22-1:23 A colon stands after `"engineering"`, where none belongs. / Delete it: `family: "engineering"`.'
        ],
    ),
    (
        "a colon at the end of a title",
        "title: Senior:\n",
        [
            'error syntax 1:14-1:15 The colon after `Senior` breaks the sentence off. / Put the sentence in quotes: `"Senior:"`.'
        ],
    ),
    (
        "a colon behind an id, and more behind it",
        "id: S5: Senior\n",
        [
            'error syntax 1:7-1:8 The colon after `S5` breaks the sentence off. / Put the sentence in quotes: `"S5: Senior"`.'
        ],
    ),
    (
        "a colon in a second line of a sentence",
        "text: Leads the team\n  and this: more\n",
        [
            "error syntax 2:11-2:12 The colon after `Leads the team and this` breaks the sentence off. / Put the sentence in quotes."
        ],
    ),
    (
        "a colon between braces",
        "a: {text: Leads: the way}\n",
        ["error syntax 1:16-1:17 The colon after `Leads` breaks the sentence off. / Put the sentence in quotes."],
    ),
    (
        "a colon in a listed sentence",
        "levels:\n  - statements:\n      - Leads: the way for others\n      - Sets up reviews: one a week\n",
        [
            'error split-sentence 3:9-3:34 The colon after `Leads` makes a field of the words before it. / Put the sentence in quotes: `"Leads: the way for others"`.',
            'error split-sentence 4:9-4:36 The colon after `Sets up reviews` makes a field of the words before it. / Put the sentence in quotes: `"Sets up reviews: one a week"`.',
        ],
    ),
    (
        "a colon after a quotation",
        'a: "x": y\n',
        [
            "error syntax 1:7-1:8 The colon after `x` breaks the sentence off. / Put the sentence in quotes: `'\"x\": y'`."
        ],
    ),
    (
        "a missing name",
        ": 1\n",
        [
            "error syntax 1:1-1:2 A field's name is missing before the colon. / Type it, or put the sentence in quotes if this is one."
        ],
    ),
    (
        "a missing space after a colon",
        "a:1\nb: 2\n",
        ["error syntax 1:2-1:3 A space is missing after the colon of `a`. / Type `a: 1`."],
    ),
    (
        "a star",
        "- a\n- *Important* stuff\n",
        [
            'error syntax 2:3-2:4 No text can start with `*` unless it is in quotes. / Put the sentence in quotes: `"*Important* stuff"`.'
        ],
    ),
    (
        "a star and a word",
        "- *Important stuff\n",
        [
            'error syntax 1:3-1:4 No text can start with `*` unless it is in quotes. / Put the sentence in quotes: `"*Important stuff"`.'
        ],
    ),
    (
        "two stars",
        "- **bold** stuff\n",
        [
            'error syntax 1:3-1:4 No text can start with `*` unless it is in quotes. / Put the sentence in quotes: `"**bold** stuff"`.'
        ],
    ),
    (
        "a star and a word alone",
        "a: *Important\n",
        [
            "error unknown-alias 1:4-1:14 A value that starts with a star repeats another, and nothing above is marked `&Important`. / Put the sentence in quotes if the star belongs to it."
        ],
    ),
    (
        "a bracket",
        "t: [Draft] Leads the team\nb: 1\n",
        [
            'error syntax 1:4-1:5 The text starts with `[`, which opens a list or a group of fields, and goes on after `]`. / Put the sentence in quotes: `"[Draft] Leads the team"`.'
        ],
    ),
    (
        "a brace",
        "t: {name} leads\nb: 1\n",
        [
            'error syntax 1:4-1:5 The text starts with `{`, which opens a list or a group of fields, and goes on after `}`. / Put the sentence in quotes: `"{name} leads"`.'
        ],
    ),
    (
        "an at sign",
        "t: @anna leads\n",
        [
            'error syntax 1:4-1:5 No text can start with `@` unless it is in quotes. / Put the sentence in quotes: `"@anna leads"`.'
        ],
    ),
    (
        "a backtick",
        "t: `code` rules\n",
        [
            'error syntax 1:4-1:5 No text can start with a backtick unless it is in quotes. / Put the sentence in quotes: `"`code` rules"`.'
        ],
    ),
    (
        "a percent sign",
        "t: %5 more\n",
        [
            'error syntax 1:4-1:5 No text can start with `%` unless it is in quotes. / Put the sentence in quotes: `"%5 more"`.'
        ],
    ),
    (
        "a percent sign at the start of a line",
        "%x\n",
        [
            'error syntax 1:1-1:2 No text can start with `%` unless it is in quotes. / Put the sentence in quotes: `"%x"`.'
        ],
    ),
    (
        "an ampersand",
        "t: & more\n",
        [
            'error syntax 1:4-1:5 No text can start with `&` unless it is in quotes. / Put the sentence in quotes: `"& more"`.'
        ],
    ),
    (
        "an ampersand and a word",
        "t: &more to come\n",
        [
            "warning unused-anchor 1:4-1:17 `&more` is left out of the text: a word that starts so marks the value for repeating. / Put the sentence in quotes if the word belongs to it, or delete the word."
        ],
    ),
    (
        "an exclamation mark",
        "t: !important stuff\n",
        [
            'error unknown-tag 1:4-1:20 `!important` is left out of the text: a word that starts so is an instruction to the program that reads this file. / Put the sentence in quotes: `"!important stuff"`.'
        ],
    ),
    (
        "an exclamation mark and a space",
        "t: ! y\n",
        [
            'error unknown-tag 1:4-1:7 `!` is left out of the text: a word that starts so is an instruction to the program that reads this file. / Put the sentence in quotes: `"! y"`.'
        ],
    ),
    (
        "two exclamation marks",
        "t: !!python/object:os.system x\n",
        [
            "error unknown-tag 1:4-1:31 `!!python/object:os.system` would be an instruction to the program that reads this file, and none is followed. / Delete it."
        ],
    ),
    (
        "a greater sign",
        "t: > 50% of the work\nu: 1\n",
        [
            'error syntax 1:4-1:5 `>` stands for a text that begins on the next line, and here the text follows at once. / Put the sentence in quotes: `"> 50% of the work"`.'
        ],
    ),
    (
        "a bar",
        "t: | x\n",
        [
            'error syntax 1:4-1:5 `|` stands for a text that begins on the next line, and here the text follows at once. / Put the sentence in quotes: `"| x"`.'
        ],
    ),
    (
        "a dash",
        "t: - x\nu: 1\n",
        [
            'error syntax 1:4-1:5 A dash and a space start an item of a list, which cannot stand here. / Begin the list on a line of its own. Or put the sentence in quotes: `"- x"`.'
        ],
    ),
    (
        "a question mark",
        "t: ? x\n",
        [
            'error syntax 1:4-1:5 No text can start with `?` and a space unless it is in quotes. / Put the sentence in quotes: `"? x"`.'
        ],
    ),
    (
        "a comma",
        "x: ,a\n",
        [
            'error syntax 1:4-1:5 No text can start with `,` unless it is in quotes. / Put the sentence in quotes: `",a"`.'
        ],
    ),
    (
        "a number sign and a number",
        "- Owns issue #42 of all\n- S5 #1\n- Asks the team #general about it\n",
        [
            'warning swallowed-comment 1:14-1:24 The text ends before `#42 of all`: what stands after a space and `#` is a remark that nobody sees. / Put the sentence in quotes: `"Owns issue #42 of all"`. / If it is a remark, type a space after the `#`.',
            'warning swallowed-comment 2:6-2:8 The text ends before `#1`: what stands after a space and `#` is a remark that nobody sees. / Put the sentence in quotes: `"S5 #1"`. / If it is a remark, type a space after the `#`.',
            'warning swallowed-comment 3:17-3:34 The text ends before `#general about it`: what stands after a space and `#` is a remark that nobody sees. / Put the sentence in quotes: `"Asks the team #general about it"`. / If it is a remark, type a space after the `#`.',
        ],
    ),
    (
        "a number sign before a second line",
        "a: x #1 and\n  y\nb: 1\n",
        [
            "error syntax 1:6-1:7 The text ends before `#1 and`: what stands after a space and `#` is a remark, so line 2 belongs to nothing. / Put the sentence in quotes."
        ],
    ),
    (
        "a comma between braces",
        "a: {text: hard, new problems}\n",
        [
            'error swallowed-comma 1:17-1:29 The comma after `hard` ends the text, and `new problems` becomes a field of its own. / Put the sentence in quotes: `"hard, new problems"`.'
        ],
    ),
    (
        "a comma after curly quotes",
        "a: {text: “hard, new problems”}\n",
        [
            'error curly-quote 1:18-1:31 Curly quotes do not hold a text together, so the comma ends it. / Use straight quotes: `text: "hard, new problems"`.'
        ],
    ),
    (
        "a word alone between braces",
        "a: {hard}\n",
        [
            "error swallowed-comma 1:5-1:9 Between braces `hard` is a field without a value. / Put the whole text, braces included, in quotes, or write `name: value`."
        ],
    ),
    (
        "a word after fields between braces",
        "a: {from: S4, trial_months: 6, paid}\n",
        [
            "error swallowed-comma 1:32-1:36 Between braces `paid` is a field without a value. / Write `paid: ` and its value, or delete it."
        ],
    ),
    (
        "a torn text in a list in brackets",
        "t: [“a, b”]\n",
        [
            "error curly-quote 1:5-1:7 Curly quotes do not hold a text together, so a comma ends it. / Type straight quotes around the text."
        ],
    ),
    (
        "text after a quotation",
        't: "Quoted" then more\nc: 1\n',
        [
            "error syntax 1:13-1:14 The text ends with the quote after `Quoted`, and more follows. / Put the whole sentence in single quotes."
        ],
    ),
    (
        "an apostrophe in single quotes",
        "- 'It's fine'\n- b\n",
        [
            "error syntax 1:6-1:7 The apostrophe after `It` ends the text, and more follows. / Put the text in double quotes instead."
        ],
    ),
    (
        "quotes in quotes",
        't: "She said "go" now"\n',
        [
            "error syntax 1:14-1:15 The quote after `She said ` ends the text, and more follows. / Put the text in single quotes instead."
        ],
    ),
    (
        "a quote that is not closed",
        't: "abc\nid: 2\n',
        ['error syntax 1:4-1:5 The quote that opens here is not closed. / Type `"` at the end of the text.'],
    ),
    (
        "a quote that the next line closes",
        't: "abc\nid: "x"\n',
        ['error syntax 1:4-1:5 The quote that opens here is not closed. / Type `"` at the end of the text.'],
    ),
    (
        "a single quote that is not closed",
        "a: 'x\n\nb: 2\n",
        ["error syntax 1:4-1:5 The quote that opens here is not closed. / Type `'` at the end of the text."],
    ),
    (
        "a backslash",
        'x: "C:\\data"\n',
        [
            "error syntax 1:7-1:8 Between double quotes a backslash changes what the letters after it mean. / Put the text in single quotes, or type the backslash twice."
        ],
    ),
    (
        "curly quotes around a text",
        "t: “Leads x”\nu: ‘Don’t panic’\nv: „Führt“\n",
        [
            "error curly-quote 1:4-1:13 The curly quotes around `“Leads x”` count as letters of the text. / Type straight quotes, or none.",
            "error curly-quote 2:4-2:17 The curly quotes around `‘Don’t panic’` count as letters of the text. / Type straight quotes, or none.",
            "error curly-quote 3:4-3:11 The curly quotes around `„Führt“` count as letters of the text. / Type straight quotes, or none.",
        ],
    ),
    (
        "curly quotes around a colon",
        "t: “Leads: x”\n",
        [
            'error curly-quote 1:4-1:5 Curly quotes (“) do not hold a text together. / Type straight quotes around it: `"…"`.'
        ],
    ),
    (
        "curly quotes around a name",
        "“t”: x\n",
        ["error curly-quote 1:1-1:4 The curly quotes around `“t”` count as letters of it. / Type `t` without quotes."],
    ),
    (
        "a straight quote closed by a curly one",
        't: "Leads x”\nu: 1\n',
        [
            'error curly-quote 1:4-1:5 This text starts with a straight quote and ends with a curly one, which does not close it. / Type `"` at its end.'
        ],
    ),
    (
        "a no-break space after a colon",
        "id:\xa0S5\nb: 1\n",
        [
            "error no-break-space 1:4-1:5 A no-break space (U+00A0) stands here in place of a space. / It looks like one and is another character: type the space again."
        ],
    ),
    (
        "a no-break space after the only colon of an item",
        "- id:\xa0S5\n",
        [
            "error no-break-space 1:3-1:9 A no-break space (U+00A0) stands after `id:`, so it is read as part of the text. / It looks like a space and is another character: type the space again."
        ],
    ),
    (
        "a no-break space after a dash",
        "- x\n-\xa0text\n",
        [
            "error no-break-space 2:2-2:3 A no-break space (U+00A0) stands here in place of a space. / It looks like one and is another character: type the space again."
        ],
    ),
    (
        "a no-break space in a name",
        "id\xa0: 1\n",
        [
            "error no-break-space 1:1-1:4 A no-break space (U+00A0) stands in the field's name `id\xa0`. / It looks like a space and is another character: type `id` again."
        ],
    ),
    (
        "a no-break space as indentation",
        "a:\n\xa0\xa0b: 1\n",
        [
            "error no-break-space 2:1-2:4 A no-break space (U+00A0) stands in the field's name `\xa0\xa0b`. / It looks like a space and is another character: type `b` again."
        ],
    ),
    (
        "a no-break space after an id",
        "id: S5\xa0\n",
        [
            "error no-break-space 1:5-1:8 A no-break space stands beside `S5` and counts as part of it. / Type `S5` again."
        ],
    ),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in LOUD], ids=[case[0] for case in LOUD])
def test_a_mistake_is_said_with_its_place_and_mend(content: str | bytes, expected: list[str]) -> None:
    assert said(content) == expected


SILENT = [
    ("a colon in quotes", 't: "Leads: the way"\n', {"t": "Leads: the way"}),
    ("a colon in a folded text", "t: >\n  Leads: the way\n", {"t": "Leads: the way\n"}),
    ("a colon without a space", "t: https://example.org/a:b at 10:30\n", {"t": "https://example.org/a:b at 10:30"}),
    ("a field alone in an item", "- id: S5\n- name: two words\n", [{"id": "S5"}, {"name": "two words"}]),
    ("a capital id in an item", "- S5: {text: x}\n- Craft:\n    rating: 1\n", [{"S5": {"text": "x"}}, {"Craft": {"rating": 1}}]),
    ("a capital field of one word", "- Id: G1\n", [{"Id": "G1"}]),
    ("languages between braces", "name: {en: Track, de: Laufbahn}\n", {"name": {"en": "Track", "de": "Laufbahn"}}),
    ("a field left empty between braces", "a: {b: , c: }\n", {"a": {"b": None, "c": None}}),
    ("a field left empty", "a:\nb:\n", {"a": None, "b": None}),
    ("a comma in quotes between braces", 'a: {text: "hard, new problems"}\n', {"a": {"text": "hard, new problems"}}),
    ("a comma in a sentence", "t: hard, new problems\n", {"t": "hard, new problems"}),
    ("a comma in brackets", "a: [Review designs, Mentor others]\n", {"a": ["Review designs", "Mentor others"]}),
    ("signs inside a sentence", "t: what? yes - no, {x} [y] 50% & more * ! @ `z` | > %\n",
     {"t": "what? yes - no, {x} [y] 50% & more * ! @ `z` | > %"}),
    ("signs in quotes", "a: '*x'\nb: \"@y\"\nc: '[z] w'\n", {"a": "*x", "b": "@y", "c": "[z] w"}),
    ("signs in a folded text", "a: |\n  *x @y #42\n  [a: b]\n", {"a": "*x @y #42\n[a: b]\n"}),
    ("a remark", "a: Leads the team # until May\nb: Plans  # 42 people\n", {"a": "Leads the team", "b": "Plans"}),
    ("a remark without a space after a word", "a: S5 #todo\nb: draft #fixme\n", {"a": "S5", "b": "draft"}),
    ("a remark after a number", "min: 96000 #42\n", {"min": 96000}),
    ("a remark after quotes", 'a: "Owns issue" #42\n', {"a": "Owns issue"}),
    ("a line of remarks", "#42\n#todo\na: 1\n  #43\n", {"a": 1}),
    ("a number sign in a word", "a: Knows C# and F#\nb: issue#42\n", {"a": "Knows C# and F#", "b": "issue#42"}),
    ("a number sign in quotes", 'a: "Owns issue #42"\n', {"a": "Owns issue #42"}),
    ("curly quotes in prose", "a: Says “no” and means it\nb: “A” and “B”\nc: the team’s ‘why’\n",
     {"a": "Says “no” and means it", "b": "“A” and “B”", "c": "the team’s ‘why’"}),
    ("curly quotes in straight ones", "a: '“Make it so”'\n", {"a": "“Make it so”"}),
    ("an apostrophe of print at the start", "a: ’Tis the season\n", {"a": "’Tis the season"}),
    ("an apostrophe", "a: don't\nb: 'It''s fine'\n", {"a": "don't", "b": "It's fine"}),
    ("a no-break space in prose", "a: 96\u00a0000 a year\nb: x\u00a0y\n", {"a": "96\u00a0000 a year", "b": "x\u00a0y"}),
    ("a repeat", "a: &x {b: 1}\nc: *x\n", {"a": {"b": 1}, "c": {"b": 1}}),
    ("a dash in a sentence of two lines", "a: one - two\n  three\n", {"a": "one - two three"}),
    ("a long sentence over lines", "a: one\n  two\n  three\nb: 1\n", {"a": "one two three", "b": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("content", "data"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_a_sentence_that_is_whole_is_read_in_silence(content: str, data: object) -> None:
    assert data_of(content) == data
