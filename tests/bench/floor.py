"""The floor of a check: load every file with the same parser and validate it with the same validator, no more."""

import json
import sys
from pathlib import Path

import jsonschema_rs
import yaml

root = Path(sys.argv[1])
schemas = Path(sys.argv[2])
validators = {
    name: jsonschema_rs.validator_for(json.loads((schemas / f"{name}.schema.json").read_bytes()))
    for name in ("framework", "track", "pay")
}
kinds = [("framework", root / "framework.yaml")]
kinds += [("track", path) for path in sorted((root / "tracks").glob("*.yaml"))]
kinds += [("pay", path) for path in sorted((root / "pay").glob("*.yaml"))]
for kind, path in kinds:
    with path.open("rb") as stream:
        data = yaml.load(stream, Loader=yaml.CBaseLoader)
    validators[kind].is_valid(data)
