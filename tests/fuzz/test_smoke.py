"""A few seconds of each fuzzer, the same ones every time: the fuzzers themselves work, and nothing plain is broken."""

from __future__ import annotations

import random
from typing import Any

import pytest
from bytes_fuzz import AROUND, BETWEEN, NAMES, bytes_of, files_of
from grammar import example, from_schema, grown, schema, spoilt, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from positions_in_editor import seen_in_editor
from promises import BrokenPromiseError, held, held_further, without_failing
from recording import record, signature

from ladderc.errors import UsageError

SIGNS = [
    b"\n  - ",
    b": ",
    b"- ",
    b"\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b"&a ",
    b"*a",
    b"!t ",
    b"? ",
    b"|\n",
    "“".encode(),
    b"#",
    b"\xff",
    b"\t",
    b'"',
]


def quick(examples: int) -> Any:
    return settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True
    )


@quick(10)
@given(grown())
def test_frameworks_of_the_grammar_keep_all_promises(files: dict[str, Any]) -> None:
    contents = written(files)
    without_failing(lambda: held(contents, whole=len(files) % 2 == 0))


@quick(20)
@given(spoilt("tests/rules/base"))
def test_spoilt_frameworks_keep_all_promises(files: dict[str, Any]) -> None:
    contents = written(files)
    without_failing(lambda: held(contents, whole=False))


@quick(4)
@given(spoilt("tests/rules/base"))
def test_spoilt_frameworks_are_viewed_compared_mended_and_edited(files: dict[str, Any]) -> None:
    contents = written(files)
    without_failing(lambda: held_further(contents, written(example("tests/rules/base"))))
    seen_in_editor(contents)


def test_bytes_keep_all_promises() -> None:
    lot = random.Random(7)
    sound = [bytes_of({name: content}) for name, content in AROUND.items()]
    for turn in range(40):
        data = bytearray(lot.choice(sound))
        data[0] = NAMES.index("tracks/two.yaml") if turn % 2 else data[0]
        for _ in range(lot.randrange(1, 4)):
            spot = lot.randrange(1, len(data))
            data[spot : spot + lot.choice((0, 0, 1, 5))] = lot.choice(SIGNS)
        held(files_of(bytes(data)), whole=turn % 16 == 0)


@quick(20)
@given(st.sampled_from(["track", "pay", "framework"]).flatmap(lambda kind: from_schema(kind, schema(kind))))
def test_what_the_grammar_makes_is_written_so_that_it_is_read_back(data: Any) -> None:
    from ladderc.sources.build import build

    built = build("x", written({"x": data})["x"])
    if not any(word in repr(data) for word in ("Decimal", "\\ud83d", "\\x", "'': ", "\\u2")) and not built.findings:
        assert built.data == data


# The oracle itself


def test_files_make_bytes_and_bytes_make_files() -> None:
    files = dict(AROUND)
    assert files_of(bytes_of(files)) == files
    assert files_of(b"\x05- rule: x") == {**AROUND, "waivers.yaml": b"- rule: x"}
    assert files_of(b"") == {**AROUND, "framework.yaml": b""}
    assert BETWEEN not in b"".join(files.values())


def test_what_only_a_programmer_would_say_breaks_a_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    import promises

    monkeypatch.setattr(promises, "BANNED", promises.re.compile("written"))
    with pytest.raises(BrokenPromiseError, match="no message of nothing-written says written"):
        held({"framework.yaml": b"language:\nname: T\ngrades: [{id: G1}]\n"})


def test_a_fault_is_one_file_and_the_smallest_input_stays(tmp_path: Any) -> None:
    error = BrokenPromiseError("two runs give the same bytes as text\n1")
    assert record(tmp_path, error, {"framework.yaml": b"abc"})
    assert not record(tmp_path, BrokenPromiseError("two runs give the same bytes as text\n2"), {"framework.yaml": b"a"})
    assert not record(tmp_path, error, {"framework.yaml": b"abcd"})
    (kept,) = tmp_path.iterdir()
    assert '"framework.yaml": "a"' in kept.read_text("utf-8")
    assert signature(KeyError("x")) == "KeyError"


def test_what_a_user_can_mend_is_no_crash() -> None:
    def refuses() -> None:
        raise UsageError("No such day.\nWrite another.")

    without_failing(refuses)
