"""Reviews for the tests of formats; helpers of the tests of other answers serve here too."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent, HERE.parents[1] / "secrecy"):
    sys.path.insert(0, str(folder))
