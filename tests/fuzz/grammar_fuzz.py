"""Fuzzing with hypothesis: frameworks from the grammar and spoilt ones, through every stage to every output.

    python tests/fuzz/grammar_fuzz.py --seconds 600

What breaks a promise is made small by hypothesis, written down, and passed over from then on.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE)]

from grammar import example, grown, spoilt, written  # noqa: E402 - the folder has to be on the path first
from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from positions_in_editor import seen_in_editor  # noqa: E402
from promises import held, held_further, without_failing  # noqa: E402
from recording import record, signature  # noqa: E402

FOUND = Path(os.environ.get("LADDERC_FUZZ_FOUND", "fuzz-found"))
SOURCES = ("tests/rules/base", "tests/rules/base", "frameworks/meridian")

frameworks = st.sampled_from(("grown", *SOURCES)).flatmap(
    lambda source: st.tuples(st.just(source), grown() if source == "grown" else spoilt(source))
)


def try_files(source: str, files: dict[str, Any], *, whole: bool, further: bool) -> None:
    """All promises on one framework; the slower ones on a sample."""
    contents = written(files)
    without_failing(lambda: held(contents, whole=whole))
    if further:
        before = written(example("tests/rules/base" if source == "grown" else source))
        without_failing(lambda: held_further(contents, before))
        without_failing(lambda: seen_in_editor(contents))


def main() -> None:
    """Run rounds of examples until the time is over."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--seed", type=int, default=None)
    given_ = asked.parse_args()
    end = time.monotonic() + given_.seconds
    known: set[str] = set()
    tried = 0
    last: list[tuple[BaseException, dict[str, bytes]]] = []
    while time.monotonic() < end:

        @seed(given_.seed if given_.seed is not None else random.SystemRandom().getrandbits(64))
        @settings(
            max_examples=200,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
            report_multiple_bugs=False,
            print_blob=False,
        )
        @given(frameworks, st.integers(0, 7))
        def one_round(made: tuple[str, dict[str, Any]], luck: int) -> None:
            nonlocal tried
            tried += 1
            if time.monotonic() > end + 60:
                return  # making an input small may take long
            try:
                try_files(*made, whole=luck == 0, further=luck == 1)
            except Exception as error:
                if signature(error) in known:
                    return
                last[:] = [(error, written(made[1]))]
                raise

        last.clear()
        try:
            one_round()
        except Exception as error:
            if not last:
                raise
            broken, files = last[0]
            known.add(signature(broken))
            new = record(FOUND, broken, files)
            print(f"{'NEW' if new else 'seen'}: {signature(broken)}", type(error).__name__, flush=True)
    print(f"{tried} frameworks tried, {len(known)} promises broken", flush=True)


if __name__ == "__main__":
    main()
