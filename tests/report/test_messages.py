"""Every message that ladderc can make: in HR's words, one sentence a line, both sides named where tracks are compared.

Messages are taken from where they are proven word by word (what each rule says of its examples, what each mistake is
answered with), and from the source itself, so that one that no example brings about is read too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
VERDICTS = sorted((ROOT / "tests" / "rules" / "verdicts").glob("*.txt"))
ANSWERS = sorted((ROOT / "tests" / "cli" / "answers").rglob("*.yaml"))
BANNED = re.compile(
    r"\b(propert(?:y|ies)|schemas?|enums?|arrays?|objects?|nulls?|tokens?|mappings?|scalars?|regex(?:es)?|invalid"
    r"|tracebacks?|nonetype|boolean|decimal\(|additionalproperties)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"`[^`]*`|“[^”]*”")
"""What the author wrote, or what is to be typed: not our words."""

ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e)\.", re.IGNORECASE)
SENTENCE_END = re.compile(r"[\w)”`%][.!?] +[A-Z“`‘]")

BEGINNING = re.compile(r"[A-ZX“\d]|[\w./-]+\.ya?ml\b|pay/|tracks/")
"""A capital letter, a figure, a quotation, or the name of a file."""


def from_rules() -> Iterator[tuple[str, str]]:
    for path in VERDICTS:
        lines: list[str] = []
        for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
            if line.startswith("    | "):
                lines.append(line.removeprefix("    | "))
            elif lines:
                yield path.stem, "\n".join(lines)
                lines = []


def from_mistakes() -> Iterator[tuple[str, str]]:
    for case in yaml.safe_load((ROOT / "tests/validate/mistakes.yaml").read_text(encoding="utf-8")):
        if case.get("says"):
            yield case["name"], case["says"]


def from_answers() -> Iterator[tuple[str, str]]:
    for path in ANSWERS:
        answer = yaml.safe_load(path.read_text(encoding="utf-8"))["answer"]
        for told in re.split(r"^(?=(?:error|warning|note) [\w-]+  )", answer, flags=re.MULTILINE)[1:]:
            lines = told.split("\n")[1:]
            end = next(
                (n for n, line in enumerate(lines) if not re.match(r"  (?!see |and \d|from this)\S", line)), len(lines)
            )
            yield path.stem, "\n".join(line.strip() for line in lines[:end])


SOURCES = {"rules": from_rules, "mistakes": from_mistakes, "answers": from_answers}


@pytest.mark.parametrize("source", SOURCES)
def test_every_message_is_in_the_words_of_hr(source: str) -> None:
    messages = list(SOURCES[source]())
    assert len(messages) > 100
    found = [(name, hit[0]) for name, said in messages for hit in BANNED.finditer(QUOTED.sub("", said))]
    assert found == []


@pytest.mark.parametrize("source", SOURCES)
def test_every_line_of_a_message_is_one_whole_sentence(source: str) -> None:
    odd = []
    for name, said in SOURCES[source]():
        for line in said.split("\n"):
            bare = ABBREVIATIONS.sub("", QUOTED.sub("X", line))
            if SENTENCE_END.search(bare) or not re.search(r"[.?!:]$|X$", bare) or not BEGINNING.match(bare):
                odd.append((name, line))
    assert odd == []


# The source itself

PACKAGES = ("sources", "validate", "link", "rules", "report", "review", "audience", "edit", "lsp", "cli", "wording")

TEXTS_OF_OTHERS = {
    "ladderc/sources/broken_fields.py": "the parser's own words, by which a mistake is recognised",
    "ladderc/sources/broken_signs.py": "the parser's own words, by which a mistake is recognised",
    "ladderc/sources/broken_starts.py": "the parser's own words, by which a mistake is recognised",
}
TYPED = re.compile(r"\$schema=\S*|\.ladderc/schema/\S*|\S*\.schema\.json|\bladderc schema\b|\\\$schema=")
"""The editor's line at the top of a file, the folder that it names, and the command: to be typed, not read."""

OUR_WORDS = {
    "The first line that editors need is added, where the framework has its schemas.": "names the files of that name",
}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of three words or more in a file, docstrings aside; what is put into it is written ``{}``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in ast.walk(node)} - {id(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        text = None
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        if text and len(re.findall(r"[A-Za-z]{2,}", text)) >= 3 and " " in text:
            yield node.lineno, text


def sources(packages: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    for package in packages:
        for path in sorted((ROOT / "ladderc" / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            # who sets up a build server reads its own words: GitHub and GitLab call what gives the right a token
            if name not in TEXTS_OF_OTHERS and not name.startswith("ladderc/cli/forges/"):
                yield from ((name, line, text) for line, text in literals(path))


def test_no_text_in_the_source_has_a_word_that_hr_does_not_use() -> None:
    found = [
        (name, line, text)
        for name, line, text in sources(PACKAGES)
        if text not in OUR_WORDS and BANNED.search(TYPED.sub("", QUOTED.sub("", text)))
    ]
    assert found == []


def test_no_text_of_a_finding_has_two_sentences_in_a_line() -> None:
    found = [
        (name, line, one)
        for name, line, text in sources(("sources", "validate", "link", "rules"))
        for one in text.split("\n")
        if SENTENCE_END.search(ABBREVIATIONS.sub("", QUOTED.sub("X", one)))
    ]
    assert found == []


def test_the_texts_that_are_let_through_are_still_there() -> None:
    everything = {text for _, _, text in sources(PACKAGES)}
    assert [text for text in OUR_WORDS if text not in everything] == []
    assert [name for name in TEXTS_OF_OTHERS if not (ROOT / name).exists()] == []


# Both sides

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MANAGERS = re.compile(r"\b[ML]\d|[Mm]anag|People leadership|[Ll]eaders?\b")
EXPERTS = re.compile(r"\b[SPIE]\d|[Ee]xpert|[Ss]pecialist|[Pp]roject|[Ii]nfluence|\btracks?\b|[Ee]ngineer")

WITHOUT_FIGURES = {
    "nomination_parity": "names who may nominate on each side; their number tells nobody anything",
    "way_back": "names the way that is there and the one that is not; to count them would say less",
    "only_path_is_management": "names the one track and says that there is no other",
    "band_parity": "where experts are paid more, the message gives the ratio and the limit, for many levels are compared",
}

NO_COMPARISONS = {"title_spans_grades"}
"""Rules whose figures of two sides are for the scorecard, while the finding is about one track."""


def comparisons() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Rule, message, and the figures of each side, wherever a rule that fails has figures of both."""
    for path in VERDICTS:
        for block in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8")):
            experts = re.findall(r"^    = .+?: (\S+).* \(off management(?:, pay)?\)$", block, re.MULTILINE)
            managers = re.findall(r"^    = .+?: (\S+).* \(management(?:, pay)?\)$", block, re.MULTILINE)
            if block.startswith("fails") and path.stem not in NO_COMPARISONS and experts and managers:
                said = block.split("    without pay:")[0]
                yield path.stem, "\n".join(re.findall(r"^    \| (.*)$", said, re.MULTILINE)), experts, managers


def tells(message: str, figures: list[str]) -> bool:
    """Whether one of the figures stands in the message, in digits or in words."""
    forms: set[str] = set()
    for figure in figures:
        forms |= {figure, figure.replace(".", ",")}
        if re.fullmatch(r"-?\d+(\.\d+)?", figure):
            value = float(figure)
            forms |= {f"{value:,.0f}", f"{value:g}", f"{value * 100:g}", f"{value:.1f}"}
            if value == int(value) and 0 <= value < len(NUMBERS):
                forms |= {NUMBERS[int(value)], NUMBERS[int(value)].capitalize()}
            if value == 0:
                forms |= {"none", "neither", "without", "nothing", "nobody"}
    return any(re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w)", message) for form in forms)


def test_a_message_that_compares_tracks_names_both_sides() -> None:
    found = list(comparisons())
    assert len(found) > 80
    odd = [(rule, said) for rule, said, _, _ in found if not (MANAGERS.search(said) and EXPERTS.search(said))]
    assert odd == []


def test_a_message_that_compares_tracks_gives_both_figures() -> None:
    odd = {
        rule: said
        for rule, said, experts, managers in comparisons()
        if not (tells(said, experts) and tells(said, managers))
    }
    assert {rule: said for rule, said in odd.items() if rule not in WITHOUT_FIGURES} == {}
    assert set(WITHOUT_FIGURES) - set(odd) == set(), "a reason that nothing needs any more"
