"""Shows that the schemas complete and explain in the YAML language server that VS Code's extension carries.

Run by hand: ``npm install yaml-language-server`` in a folder of your own, then
``python tests/lsp/schemas_in_editor.py FOLDER/node_modules/yaml-language-server/bin/yaml-language-server``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from speaking import CAPABILITIES, Editor  # noqa: E402 - found through the line above

from ladderc import resources  # noqa: E402 - after the other, to stand with it

SETTINGS = {"yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}}
FIRM = (
    "# yaml-language-server: $schema=.ladderc/schema/framework.schema.json\nlanguage: 1\nname: F\ngrades:\n  - id: G1\n"
)
TRACK = "# yaml-language-server: $schema=../.ladderc/schema/track.schema.json\nid: x\nname: X\nkind: specialist\n"
OFFERS = [
    ("framework.yaml", f"{FIRM}rules:\n  ", {"profile", "band-parity", "ceiling-parity"}),
    ("framework.yaml", f"{FIRM}rules:\n  band-parity:\n    ", {"severity", "floor", "families"}),
    ("framework.yaml", f"{FIRM}rules:\n  band-parity:\n    severity: ", {'"off"', "note", "warning", "error"}),
    (
        "framework.yaml",
        f"{FIRM}rules:\n  band-parity:\n    families:\n      engineering:\n        ",
        {"severity", "floor"},
    ),
    ("framework.yaml", f"{FIRM}rules:\n  profile: ", {"adopt", "standard", "strict"}),
    ("tracks/x.yaml", TRACK.removesuffix("specialist\n"), {"people-leadership", "specialist", "common"}),
    ("tracks/x.yaml", f"{TRACK}levels:\n  - id: S1\n    ", {"grade", "title", "expectations", "visible_to"}),
    ("tracks/x.yaml", f"{TRACK}levels:\n  - metrics:\n      - type: ", {"outcome", "output", "activity"}),
]


def main(program: str) -> int:
    """Say for each spot whether all that should be offered is; 1 if something is missing."""
    capabilities = {**CAPABILITIES, "workspace": {}}
    editor = Editor(run="node", program=[program, "--stdio"], capabilities=capabilities)
    editor.notify("workspace/didChangeConfiguration", {"settings": SETTINGS})
    missing = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(resources.schemas(), root / ".ladderc" / "schema")
        (root / "tracks").mkdir()
        for number, (file, text, wanted) in enumerate(OFFERS):
            path = root / file
            uri = path.as_uri()
            if uri in editor.versions:
                editor.type(uri, text)
            else:
                editor.open(path, text)
            time.sleep(1.5 if number == 0 else 0.6)  # it reads its settings and the schema at its own pace
            row, line = text.count("\n"), text.rpartition("\n")[2]
            found = editor.ask("completion", uri, row, len(line))
            labels = {one["label"] for one in (found["items"] if isinstance(found, dict) else found)}
            lacking = sorted(wanted - labels)
            missing += bool(lacking)
            where = " ".join(text.split("\n", 2)[-1].split()[-4:])
            said = f"lacks {', '.join(lacking)}" if lacking else "offers all"
            sys.stdout.write(f"{said}: after `{where}` ({file})\n")
    editor.leave()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
