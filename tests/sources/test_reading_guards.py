"""Texts that are broken, hostile or in the wrong characters, and texts that are merely unusual."""

from __future__ import annotations

import pytest
from saying import data_of, said

LOUD: list[tuple[str, str | bytes, list[str]]] = [
    (
        "a tab",
        "a:\n\tb: 1\n",
        [
            "error tab-indent 2:1-2:2 A tab stands before the text of this line. / Type spaces in its place, as many as the lines beside it begin with."
        ],
    ),
    (
        "a tab after a value",
        "a: 1\n\tb: 2\n",
        [
            "error tab-indent 2:1-2:2 A tab stands before the text of this line. / Type spaces in its place, as many as the lines beside it begin with."
        ],
    ),
    (
        "a tab after a dash",
        "a:\n  - b\n  -\tc\n",
        [
            "error tab-indent 3:4-3:5 A tab stands before the text of this line. / Type spaces in its place, as many as the lines beside it begin with."
        ],
    ),
    (
        "a line indented too far",
        "a: 1\n  b: 2\n",
        [
            "error syntax 2:3-2:4 `b` is indented further than what stands above it, so it is read as part of that text. / Put no space before `b`, so that it starts below `a` of line 1."
        ],
    ),
    (
        "a line indented too little",
        "a:\n  b: 1\n c: 2\n",
        [
            "error syntax 3:2-3:6 This line starts in column 2, where nothing that it could belong with starts. / Put 2 spaces before `c`, so that it starts below `b` of line 2, or no space before it, so that it starts below `a` of line 1."
        ],
    ),
    (
        "an item that is no item",
        "- a\nb: 1\n",
        [
            "error syntax 2:1-2:5 This line stands among the items of a list and has no dash. / Type `- ` before it, or indent it as the field is that it belongs with."
        ],
    ),
    (
        "an item among fields",
        "a: 1\n- b\n",
        [
            "error syntax 2:1-2:4 This item of a list stands among fields. / Put the name of its field and a colon on the line before, or indent it further."
        ],
    ),
    (
        "an item deeper than its siblings",
        "a:\n  - b: 1\n    c: 2\n    - b: 3\n",
        [
            "error syntax 4:5-4:11 This item of a list stands among fields. / Put 2 spaces before this dash, so that it starts below the dash of line 2. / If it begins a list of its own, put the name of its field and a colon on the line before."
        ],
    ),
    (
        "an item read as text",
        "a: 1\nb: 2\n  - c\n",
        [
            "warning swallowed-item 3:3-3:6 This line starts with a dash, yet it is read as part of the text above it. / Start it in the same column as the other items of its list, or put the whole text in quotes."
        ],
    ),
    (
        "a line without a colon",
        "a: 1\nfoo\nb: 2\n",
        [
            "error syntax 2:1-2:4 `foo` is neither a field with a colon nor an item with a dash. / If `foo` is a field, type `foo: ` and its value."
        ],
    ),
    (
        "a sentence without a colon",
        "a: 1\nfoo bar baz.\n",
        [
            "error syntax 2:1-2:13 `foo bar baz.` is neither a field with a colon nor an item with a dash. / If it belongs to the sentence above, indent it further than the field's name."
        ],
    ),
    (
        "an open brace",
        "a: {b: 1\nc: 2\n",
        [
            "error syntax 1:4-1:5 The `{` that opens here is not closed. / Type `}` where it ends, or put the sentence in quotes if `{` belongs to one."
        ],
    ),
    (
        "an open bracket",
        "a: [1, 2\nb: 1\n",
        [
            "error syntax 1:4-1:5 The `[` that opens here is not closed. / Type `]` where it ends, or put the sentence in quotes if `[` belongs to one."
        ],
    ),
    (
        "a missing comma",
        "a: [[1] [2]]\n",
        [
            'error syntax 1:4-1:5 The text starts with `[`, which opens a list or a group of fields, and goes on after `]`. / Put the sentence in quotes: `"[[1] [2]]"`.'
        ],
    ),
    (
        "a missing colon in JSON",
        '{"a": 1, "b" 2}\n',
        ["error syntax 1:14-1:15 A comma, a colon or `}` is missing before this. / Type it."],
    ),
    (
        "two commas",
        '{"a": 1,, "b": 2}\n',
        ["error syntax 1:9-1:10 Nothing stands before this `,`. / Delete it, or write what is missing."],
    ),
    (
        "text after JSON",
        '{"a": 1} x\n',
        [
            "error syntax 1:10-1:11 Something follows after the end of what this file holds. / Delete it, or indent it as the lines that it belongs with."
        ],
    ),
    (
        "a field written twice",
        "x: 1\ny: 2\nx: 2\nz: {x: 1, x: 1}\n",
        [
            "error duplicate-key 3:1-3:2 `x` is written twice here; the first stands in line 1. / Keep one of the two.",
            "error duplicate-key 4:11-4:12 `x` is written twice here; the first stands in line 4. / Keep one of the two.",
        ],
    ),
    (
        "a field written three times",
        "x: 1\nx: 2\nx: 3\n",
        [
            "error duplicate-key 2:1-2:2 `x` is written twice here; the first stands in line 1. / Keep one of the two.",
            "error duplicate-key 3:1-3:2 `x` is written twice here; the first stands in line 1. / Keep one of the two.",
        ],
    ),
    (
        "a second text",
        "a: b\n---\nc: d\n",
        [
            "error second-document 2:1-2:4 A line `---` starts a second text here, and only the first would be read. / Delete the line, or move what follows into a file of its own."
        ],
    ),
    (
        "a name that is true",
        "true: 1\n",
        ['error key-not-text 1:1-1:5 `true` cannot be a field\'s name. / Put it in quotes (`"true"`) if it is a name.'],
    ),
    (
        "a name that is nothing",
        "~: 1\n",
        ['error key-not-text 1:1-1:2 `~` cannot be a field\'s name. / Put it in quotes (`"~"`) if it is a name.'],
    ),
    (
        "a name that is a list",
        "[a]: b\n",
        [
            "error key-not-text 1:1-1:2 A list or a group of fields cannot be a field's name. / Put the text in quotes if it is a sentence."
        ],
    ),
    (
        "a name that is a group",
        "{a: b}: c\n",
        [
            "error key-not-text 1:1-1:2 A list or a group of fields cannot be a field's name. / Put the text in quotes if it is a sentence."
        ],
    ),
    (
        "a name that repeats",
        "a: &x y\n*x : 1\n",
        ['error key-not-text 2:1-2:3 A field\'s name cannot start with a star. / Put it in quotes: `"*x"`.'],
    ),
    (
        "a merge",
        "a: &a {b: 1}\nc:\n  <<: *a\n",
        ["error merge-key 3:3-3:5 Nothing is merged with `<<` here. / Write out the fields that are meant."],
    ),
    (
        "a repeat of itself",
        "a: &a [*a]\n",
        [
            "error alias-in-itself 1:8-1:10 `*a` repeats the very part that it stands in, without end. / Write out what is meant here."
        ],
    ),
    (
        "a repeat of something unknown",
        "a: *b\n",
        [
            "error unknown-alias 1:4-1:6 A value that starts with a star repeats another, and nothing above is marked `&b`. / Put the sentence in quotes if the star belongs to it."
        ],
    ),
    (
        "not a number",
        "x: .inf\ny: -.INF\nz: .NaN\n",
        [
            "error not-a-number 1:4-1:8 `.inf` is not an amount. / Write a number such as `12.5`, or leave it out.",
            "error not-a-number 2:4-2:9 `-.INF` is not an amount. / Write a number such as `12.5`, or leave it out.",
            "error not-a-number 3:4-3:8 `.NaN` is not an amount. / Write a number such as `12.5`, or leave it out.",
        ],
    ),
    (
        "too many digits",
        "x: 12345678901234567890\ny: 1e99\nz: 0.12345678901234567890\nw: 0xFFFFFFFFFFFFFFFFFF\nv: 1e-30\nu: 1e999999999999999999999\n",
        [
            "error too-many-digits 1:4-1:24 `12345678901234567890` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
            "error too-many-digits 2:4-2:8 `1e99` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
            "error too-many-digits 3:4-3:26 `0.12345678901234567890` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
            "error too-many-digits 4:4-4:24 `0xFFFFFFFFFFFFFFFFFF` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
            "error too-many-digits 5:4-5:9 `1e-30` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
            "error too-many-digits 6:4-6:27 `1e999999999999999999999` has more than 18 digits when written out. / Shorten the number, or put it in quotes if it is a text.",
        ],
    ),
    (
        "half a character",
        'x: "\\ud83d"\n"\\ude00": 1\n',
        [
            "error half-character 1:4-1:12 Half a character stands here: `\\ud83d` and its like come in pairs. / Type the character itself instead.",
            "error half-character 2:1-2:9 Half a character stands here: `\\ud83d` and its like come in pairs. / Type the character itself instead.",
        ],
    ),
    (
        "nothing but remarks",
        "# later\n",
        [
            "error empty-file 1:1-1:1 Nothing is written here. / Write at least `id`, `name`, `kind` and `levels`, or delete the file."
        ],
    ),
    (
        "nothing",
        "",
        [
            "error empty-file 1:1-1:1 Nothing is written here. / Write at least `id`, `name`, `kind` and `levels`, or delete the file."
        ],
    ),
    (
        "nothing after a line of dashes",
        "---\n",
        [
            "error empty-file 1:1-1:1 Nothing is written here. / Write at least `id`, `name`, `kind` and `levels`, or delete the file."
        ],
    ),
    (
        "UTF-16 with its mark",
        b"\xff\xfea\x00:\x00 \x001\x00",
        ["error not-utf8 1:1-1:1 This file is saved as UTF-16. / Save it again as UTF-8."],
    ),
    (
        "UTF-16 without its mark",
        b"a\x00:\x00 \x001\x00",
        ["error not-utf8 1:1-1:1 This file is saved as UTF-16. / Save it again as UTF-8."],
    ),
    (
        "a letter of Windows",
        b"a: 1\r\nb: caf\xe9\n",
        [
            "error not-utf8 2:7-2:8 The character here (byte E9, in Windows files `é`) is not UTF-8. / Save the file again as UTF-8."
        ],
    ),
    (
        "a byte of nothing",
        b"a: \xc3\xa9\nb: \x81\n",
        ["error not-utf8 2:4-2:5 The character here (byte 81) is not UTF-8. / Save the file again as UTF-8."],
    ),
    (
        "a line break of Unicode",
        "a: x\u2028y\n",
        [
            "error odd-line-break 1:5-1:6 An invisible line break (U+2028) stands here, as pasted text can hold it. / Delete it, and press Enter if a line should end here."
        ],
    ),
    (
        "a paragraph break of Unicode",
        "a: 1\nb: x\u2029\n",
        [
            "error odd-line-break 2:5-2:6 An invisible line break (U+2029) stands here, as pasted text can hold it. / Delete it, and press Enter if a line should end here."
        ],
    ),
    (
        "a line break of mainframes",
        'a: 1\nb: "x\x85y"\n',
        [
            "error odd-line-break 2:6-2:7 An invisible line break (U+0085) stands here, as pasted text can hold it. / Delete it, and press Enter if a line should end here."
        ],
    ),
    (
        "a bell",
        "a: \x07\n",
        [
            "error control-character 1:4-1:5 An invisible character (U+0007) stands here, as pasted text can hold it. / Delete it, or type the words again."
        ],
    ),
    (
        "a byte order mark inside",
        "a: x\ufeffy\n",
        [
            "error control-character 1:5-1:6 An invisible character (U+FEFF) stands here, as pasted text can hold it. / Delete it, or type the words again."
        ],
    ),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in LOUD], ids=[case[0] for case in LOUD])
def test_a_mistake_is_said_with_its_place_and_mend(content: str | bytes, expected: list[str]) -> None:
    assert said(content) == expected


def test_a_file_too_large_is_not_looked_into() -> None:
    assert said(b"x" * (1024 * 1024 + 1)) == [
        "error too-large 1:1-1:1 This file is larger than 1 MiB, far more than one track or pay structure needs. / "
        "Split it into several files, or take it out of the framework."
    ]


def test_brackets_too_deep_are_refused_at_the_first_one_too_many() -> None:
    assert said("a: " + "[" * 100 + "]" * 100) == [
        "error too-deep 1:103-1:104 More than 100 things stand one inside the other here. / "
        "Take out the superfluous indentation or brackets."
    ]
    assert said("[" * 1_000_000)[0].startswith("error too-deep 1:101-1:102 ")
    assert said("a: " + "[" * 99 + "]" * 99) == []


def test_repeats_too_deep_are_refused() -> None:
    lines = ["a0: &a0 [x]", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 120))]
    assert said("\n".join(lines)) == [
        "error too-deep 100:12-100:16 More than 100 things stand one inside the other here. / "
        "Take out the superfluous indentation or brackets."
    ]


def test_repeats_of_repeats_are_counted_before_they_grow() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{c}: &{c} [{','.join([f'*{b}'] * 10)}]" for b, c in zip("abcdefgh", "bcdefghi", strict=True)]
    assert said("\n".join(lines)) == [
        "error too-many-aliases 5:29-5:31 What is repeated with stars in this file adds up to more than 100,000 values."
        " / Write out what is meant instead of repeating it."
    ]


def test_a_field_written_twice_shows_both_places() -> None:
    from ladderc.sources.read import read_file

    [finding] = read_file("pay/x.yaml", "pay", b"bands:\n  - min: 1\n    max: 3\n    min: 2\n")[1]
    assert (finding.place.route, finding.place.on, finding.place.span) == (("bands", 0, "min"), "key", (4, 5, 4, 8))
    assert [(one.place.span, one.message) for one in finding.related] == [((2, 5, 2, 8), "written here first")]


def test_after_fifty_faults_the_file_says_that_the_rest_was_not_looked_at() -> None:
    lines = said("\n".join(f"b{i}: .inf" for i in range(60)))
    assert len(lines) == 50
    assert lines[-1] == (
        "error not-a-number 50:6-50:10 `.inf` is not an amount. / Write a number such as `12.5`, or leave it out. / "
        "This file has 50 faults up to here; what follows was not looked at."
    )


SILENT = [
    ("a byte order mark and Windows line ends", b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n", {"a": 1, "b": ["x"]}),
    ("line ends of old Macs", b"a: 1\rb: 2\r", {"a": 1, "b": 2}),
    ("no line end", b"a: 1", {"a": 1}),
    ("JSON", b'{"a": [1, 2.50, true, null], "b": {"c": "d\\/e"}}', {"a": [1, 2.5, True, None], "b": {"c": "d/e"}}),
    ("JSON over lines with tabs", b'{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}\n', {"a": 1, "b": [2]}),
    ("JSON's halves of a character", b'{"\\ud83d\\ude00": "x\\uD83D\\uDE00y"}', {"\U0001f600": "x\U0001f600y"}),
    ("halves spelt out in text", b"a: \\ud83d\nb: \"\\\\uD83D\"\nc: '\\ude00'\n",
     {"a": "\\ud83d", "b": "\\uD83D", "c": "\\ude00"}),
    ("halves beside a character of their stand-in", '["\\ud83d\\ude00", "\ue83d", "\\ue83d"]'.encode(),
     ["\U0001f600", "\ue83d", "\ue83d"]),
    ("an emoji", "a: \U0001f600\n".encode(), {"a": "\U0001f600"}),
    ("a line of dashes first and dots last", b"--- # c\na: 1\n...\n", {"a": 1}),
    ("a version of YAML", b"%YAML 1.2\n---\na: 1\n", {"a": 1}),
    ("a number as a name", b"1: x\n007: y\n2.50: z\n", {"1": "x", "007": "y", "2.50": "z"}),
    ("true in quotes as a name", b'"true": 1\n"~": 2\n\'\': 3\n', {"true": 1, "~": 2, "": 3}),
    ("no as a name", b"no: 1\non: 2\n", {"no": 1, "on": 2}),
    ("one name in two groups", b"a: {x: 1}\nb: {x: 1}\n", {"a": {"x": 1}, "b": {"x": 1}}),
    ("a mark used twice", b"a: &x 1\nb: *x\nc: *x\n", {"a": 1, "b": 1, "c": 1}),
    ("a list in the column of its field", b"a:\n- 1\n- 2\nb: 3\n", {"a": [1, 2], "b": 3}),
    ("tabs between things", b"a:\t1\nb: x\ty\nc: [1,\t2]\n", {"a": 1, "b": "x\ty", "c": [1, 2]}),
    ("dates, times and words of other versions", b"a: 2026-01-01\nb: 10:30\nc: no\nd: on\ne: 1_000\nf: yes\n",
     {"a": "2026-01-01", "b": "10:30", "c": "no", "d": "on", "e": "1_000", "f": "yes"}),
    ("eighteen digits", b"a: 123456789012345678\nb: -000123456789012345678\n",
     {"a": 123456789012345678, "b": -123456789012345678}),
    ("a long number in quotes", b'a: "12345678901234567890"\n', {"a": "12345678901234567890"}),
    ("deep but not too deep", b"[" * 100 + b"]" * 100, None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "data"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_is_merely_unusual_is_read_in_silence(content: bytes, data: object) -> None:
    read = data_of(content)
    if data is not None:
        assert read == data


@pytest.mark.parametrize("kind", ["waivers", "releases", "baseline"])
def test_a_list_of_exceptions_or_releases_or_known_findings_may_be_empty(kind: str) -> None:
    from ladderc.sources.read import read_file

    for content in (b"", b"# none yet\n", b"[]\n"):
        document, findings = read_file(f"{kind}.yaml", kind, content)  # type: ignore[arg-type]  # a Literal
        assert (document and document.data, findings) == ([], [])
