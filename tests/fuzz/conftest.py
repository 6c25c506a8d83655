"""The fuzzers' files import each other by name, as they do when they are run."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]
