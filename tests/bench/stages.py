"""What each stage of a check costs in processor time on one framework, as a line of JSON, in seconds."""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ladderc.link import link
from ladderc.rules import catalog
from ladderc.rules.engine import judge
from ladderc.sources.read import read, without_garbage_collection
from ladderc.validate.shape import validate

DAY = datetime.date(2026, 11, 21)
Made = TypeVar("Made")
spent: dict[str, float] = {}


def timed(stage: str, work: Callable[[], Made]) -> Made:
    """Do the work, and add its processor time to its stage: other programs on the machine count less than on a clock."""
    start = time.process_time()
    made = work()
    spent[stage] = spent.get(stage, 0) + time.process_time() - start
    return made


root = Path(sys.argv[1])
catalog.load_all()  # the same for every framework, and part of the whole process's time instead
reading = timed("reading", lambda: read(root))
with without_garbage_collection():
    timed("validating", lambda: [finding for document in reading.documents for finding in validate(document)])
    linked = timed("linking", lambda: link(reading, frozenset(), DAY)).framework
    assert linked is not None, "the synthetic framework can be linked"
    framework = linked
    timed("rules", lambda: judge(framework, DAY.isoformat()))
sys.stdout.write(json.dumps(spent))
