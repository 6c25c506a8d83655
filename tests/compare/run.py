"""Asks the four other tools about the broken files, keeps their answers in others.json and writes docs/answers-compared.md.

``python tests/compare/run.py`` needs npm, and fetches the tools from PyPI and npm into a folder that it deletes again;
``--tools FOLDER`` keeps them there. Afterwards read `others` in mistakes.yaml again: it is our reading of what they said.
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from answers_page import KEPT, PAGE, page  # noqa: E402 - what it needs is found through the line above
from broken_files import mistakes  # noqa: E402 - the same
from other_tools import TOOLS, VERSIONS, answer, install  # noqa: E402 - the same


def main() -> int:
    """Ask, keep, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tools", type=Path, help="keep the tools in this folder")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        installed = (chosen.tools or Path(temporary) / "tools").resolve()
        installed.mkdir(parents=True, exist_ok=True)
        install(installed)
        answers = {}
        for mistake in mistakes():
            told = {}
            for tool in TOOLS:
                firm = mistake.lay_out(Path(temporary) / mistake.name / tool.name)
                told[tool.name] = answer(tool, installed, firm, mistake)
            answers[mistake.name] = {"digest": mistake.digest, "told": told}
            sys.stdout.write(f"asked about {mistake.name}\n")
    node = subprocess.run(["node", "--version"], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
    kept = {
        "date": datetime.date.today().isoformat(),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "node": node.removeprefix("v"),
        "versions": VERSIONS,
        "answers": answers,
    }
    KEPT.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"written: {PAGE.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
