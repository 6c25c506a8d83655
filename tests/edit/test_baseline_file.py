"""Entries leave baseline.yaml by their lines alone: every other byte stays as somebody typed it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.baseline import prune, without, write, written
from ladderc.errors import UnreadableError, UsageError
from ladderc.model.catalogue import BaselineEntry
from ladderc.sources.read import read_file
from ladderc.span import Place
from ladderc.validate import validate

DAY = datetime.date(2026, 11, 21)
FILE = "baseline.yaml"
TYPED = """\
# yaml-language-server: $schema=.ladderc/schema/baseline.schema.json
# Ours.
- fingerprint: aaaaaaaaaaaaaaaa   # the first
  rule: grade-gap
  about: level S4 of Specialist # Anna mends it

# From here on: pay.
- {fingerprint: bbbbbbbbbbbbbbbb, rule: band-parity,
   about: grade G5}
# After G5.

-   rule: way-back
    fingerprint: "1234567890123456"
    # in the middle
    about: >-
      level M5
      of People leadership

# The end.
"""


def entry(fingerprint: str, about: str = "family Engineering", family: str | None = "engineering") -> BaselineEntry:
    return BaselineEntry(fingerprint, "grade-gap", about, family, Place(FILE, (0,)))


def test_nothing_taken_out_leaves_every_byte() -> None:
    assert without(FILE, TYPED.encode(), frozenset()) == TYPED.encode()


def test_the_first_entry_goes_and_the_remarks_above_stay() -> None:
    first = TYPED[TYPED.index("- fingerprint") : TYPED.index("\n# From here")]
    assert without(FILE, TYPED.encode(), frozenset([0])).decode() == TYPED.replace(first, "")


def test_an_entry_between_braces_goes_and_the_remarks_around_it_stay() -> None:
    left = without(FILE, TYPED.encode(), frozenset([1])).decode()
    assert "# Anna mends it\n\n# From here on: pay.\n# After G5.\n\n-   rule: way-back\n" in left
    assert "G5}" not in left


def test_the_last_entry_goes_with_its_folded_text_and_the_end_stays() -> None:
    left = without(FILE, TYPED.encode(), frozenset([2])).decode()
    assert left.endswith("   about: grade G5}\n# After G5.\n\n\n# The end.\n")


def test_all_entries_go_and_all_remarks_on_lines_of_their_own_stay() -> None:
    assert without(FILE, TYPED.encode(), frozenset([0, 1, 2])).decode() == (
        "# yaml-language-server: $schema=.ladderc/schema/baseline.schema.json\n# Ours.\n"
        "\n# From here on: pay.\n# After G5.\n\n\n# The end.\n"
    )


def test_the_line_ends_of_windows_and_a_byte_order_mark_stay() -> None:
    content = b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode()
    left = without(FILE, content, frozenset([0]))
    expected = without(FILE, TYPED.encode(), frozenset([0]))
    assert left == b"\xef\xbb\xbf" + expected.replace(b"\n", b"\r\n")


def test_a_file_without_a_last_line_end() -> None:
    content = (
        b"- {fingerprint: aaaaaaaaaaaaaaaa, rule: a, about: A}\n- {fingerprint: bbbbbbbbbbbbbbbb, rule: b, about: B}"
    )
    assert without(FILE, content, frozenset([1])) == content.split(b"\n")[0] + b"\n"


@pytest.mark.parametrize(
    "odd",
    [
        "[{fingerprint: aaaaaaaaaaaaaaaa, rule: a, about: A}, {fingerprint: bbbbbbbbbbbbbbbb, rule: b, about: B}]\n",
        "-\n  fingerprint: aaaaaaaaaaaaaaaa\n  rule: a\n  about: A\n- {fingerprint: bbbbbbbbbbbbbbbb, rule: b, about: B}\n",
        "- &a {fingerprint: aaaaaaaaaaaaaaaa, rule: a, about: A}\n- *a\n",
    ],
)
def test_an_odd_layout_is_left_alone_and_told(odd: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(odd)
    with pytest.raises(UsageError) as said:
        prune(tmp_path, FILE, frozenset([0]))
    assert str(said.value) == (
        "baseline.yaml is not laid out as `ladderc baseline create` does it, so no entry was taken out.\n"
        "Take them out by hand, or type `ladderc baseline create --force` to record all anew."
    )
    assert (tmp_path / FILE).read_text() == odd


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(UnreadableError, match=r"^baseline\.yaml cannot be written: "):
        write(tmp_path, FILE, (), DAY)


def test_without_entries_the_file_holds_remarks_alone() -> None:
    text = written((), DAY)
    assert [line for line in text.splitlines() if not line.startswith("# ")] == []
    assert "21 November 2026" in text


@pytest.mark.parametrize(
    "fingerprint", ["1234567890123456", "12345678e1234567", "0012345678901234", "1e99999999999999"]
)
def test_a_fingerprint_that_looks_like_a_number_is_quoted(fingerprint: str) -> None:
    assert f"- fingerprint: '{fingerprint}'\n" in written([entry(fingerprint)], DAY)


LINES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)
ENTRIES = st.lists(
    st.builds(
        entry, st.from_regex(r"[0-9a-f]{16}", fullmatch=True), LINES, st.sampled_from([None, "engineering", "7"])
    ),
    max_size=6,
)


@given(ENTRIES, st.data())
def test_what_is_written_is_read_as_it_was_and_shrinks_to_what_the_rest_would_have_been(
    entries: list[BaselineEntry], data: st.DataObject
) -> None:
    text = written(entries, DAY)
    document, findings = read_file(FILE, "baseline", text.encode())
    assert document
    assert findings == []
    assert validate(document) == ()
    outdated = data.draw(st.sets(st.sampled_from(range(len(entries))))) if entries else set()
    kept = [one for position, one in enumerate(entries) if position not in outdated]
    assert without(FILE, text.encode(), frozenset(outdated)).decode() == written(kept, DAY)
