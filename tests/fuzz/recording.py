"""What a fuzzer found, kept by what broke rather than by input, so that one fault is one file and the run goes on."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Mapping
from pathlib import Path


def signature(error: BaseException) -> str:
    """What broke, alike for all inputs that break it in the same spot."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "ladderc/" in frame.filename]
    spot = f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else ""
    said = str(error).split("\n")[0] if error.__class__.__name__ == "BrokenPromiseError" else ""
    return " ".join(filter(None, (error.__class__.__name__, said or spot)))


def record(folder: Path, error: BaseException, files: Mapping[str, bytes]) -> bool:
    """Write the input down unless a smaller one is there already; whether this fault was new."""
    name = signature(error)
    path = folder / f"{hashlib.sha256(name.encode()).hexdigest()[:12]}.json"
    kept = {file: content.decode("latin-1") for file, content in files.items()}
    size = sum(map(len, kept.values()))
    new = not path.exists()
    if not new and json.loads(path.read_text("utf-8"))["size"] <= size:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    details = "".join(traceback.format_exception(error))
    entry = {"signature": name, "size": size, "files": kept, "traceback": details}
    path.write_text(json.dumps(entry, indent=1), "utf-8")
    return new
