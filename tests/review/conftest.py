"""Frameworks to compare: the clean base of the rules' tests, and what generated edits make of it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
