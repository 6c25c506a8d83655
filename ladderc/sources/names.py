"""Which files make up a framework, told by their names alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from ladderc.finding import Finding, Related
from ladderc.sources.document import FileKind
from ladderc.sources.faults import fault
from ladderc.span import Place, Span
from ladderc.wording.nearest import nearest

ENDINGS = (".yaml", ".yml")
_SINGLE: dict[str, FileKind] = {
    "framework": "framework",
    "waivers": "waivers",
    "releases": "releases",
    "baseline": "baseline",
    "acks": "acks",
}
_FOLDERS: dict[str, FileKind] = {"tracks": "track", "pay": "pay"}
_COPY = "Copy its text into a file in `{0}/` whose name ends in `.yaml`, and move this one elsewhere."
_OTHER_ENDINGS: dict[str, tuple[str, str]] = {
    **dict.fromkeys((".docx", ".doc"), ("A Word file", _COPY)),
    **dict.fromkeys((".xlsx", ".xls"), ("An Excel file", _COPY)),
    **dict.fromkeys((".odt", ".rtf", ".pages"), ("A file of a word processor", _COPY)),
    **dict.fromkeys((".ods", ".numbers", ".csv", ".tsv"), ("A table", _COPY)),
    **dict.fromkeys((".txt", ".json", ".yam"), ("", "")),
}
"""Files in tracks/ and pay/ that somebody takes for part of the framework: what they are called, and what to do."""

_TOP = Span(1, 1, 1, 1)


def kind_of(path: str) -> FileKind | None:
    """What the file at ``path`` (relative to the framework, with ``/``) holds, or None if it is not read."""
    parts = path.split("/")
    stem, ending = _split(parts[-1])
    if ending not in ENDINGS or any(part.startswith(".") for part in parts):
        return None
    if len(parts) == 1:
        return _SINGLE.get(stem)
    return _FOLDERS.get(parts[0])


def kind_meant_by(path: str) -> FileKind | None:
    """What a file or folder of tracks or pay that is not read, for its name alone, was meant to hold."""
    folder, _, rest = path.partition("/")
    if not rest:
        meant = _meant_folder(folder)
        return _FOLDERS[meant] if meant else None
    mere_name = _OTHER_ENDINGS.get(_split(path)[1].lower()) == ("", "")
    return _FOLDERS.get(folder) if mere_name else None


def is_ours(path: str) -> bool:
    """Whether a file of this name must be one that is read: YAML at the top, in tracks/ or in pay/."""
    parts = path.split("/")
    if any(part.startswith(".") for part in parts):
        return False
    stem, ending = _split(parts[-1].lower())
    if len(parts) == 1:
        return ending in ENDINGS or _is_hidden_yaml(path)
    if parts[0] in _FOLDERS:
        return ending in ENDINGS or (ending in _OTHER_ENDINGS and stem != "readme")
    return ending in ENDINGS and _meant_folder(parts[0]) is not None


def name_findings(paths: Iterable[str]) -> list[Finding]:
    """Findings on files that nobody would read, on two files of one name, and on a missing framework.yaml."""
    names = sorted(path for path in paths if is_ours(path))
    folders = {path.split("/")[0] for path in names if "/" in path}
    findings = [found for path in names if kind_of(path) is None and (found := _unknown(path))]
    findings += [_folder(name, folders) for name in sorted(folders.difference(_FOLDERS))]
    known = [path for path in names if "/" not in path and kind_of(path)]
    for stem in _SINGLE:
        twins = [path for path in known if _split(path)[0] == stem]
        if len(twins) == 2:
            findings.append(_twins(*twins))
    if not any(kind_of(path) == "framework" for path in known) and not any(
        "`framework.yaml`" in finding.message for finding in findings
    ):
        findings.append(_missing())
    return findings


def is_framework_misnamed(name: str) -> bool:
    """Whether a file of this name was meant to be framework.yaml and is not."""
    stem = _split(_split(name)[0])[0] if _is_hidden_yaml(name) else _split(name)[0]
    if kind_of(name) or not (is_ours(name) and "/" not in name):
        return False
    return nearest(stem, _SINGLE) == "framework"


def _is_hidden_yaml(name: str) -> bool:
    """Whether an editor has put `.txt` behind the name that was typed; many systems do not show it."""
    return name.lower().endswith(tuple(f"{ending}.txt" for ending in ENDINGS))


def _split(name: str) -> tuple[str, str]:
    path = PurePosixPath(name)
    return path.stem, path.suffix


def _meant_folder(name: str) -> str | None:
    # A folder such as `docs` or `site` is no concern of ours; `track` and `Tracks` are meant to be read.
    return nearest(name, _FOLDERS) if len(name) >= 3 else None


def _unknown(path: str) -> Finding | None:
    parts = path.split("/")
    stem, _ = _split(parts[-1])
    place = Place(path, span=_TOP)
    if len(parts) > 1:
        return _other_ending(parts, place) if parts[0] in _FOLDERS else None
    if _is_hidden_yaml(path):
        stem = _split(stem)[0]
    meant = nearest(stem, _SINGLE)
    mend = f"Rename it to `{meant}.yaml`." if meant else _WHERE
    return fault("unknown-file", f"No file of a framework is named `{path}`, so it is not read.\n{mend}", place)


def _other_ending(parts: list[str], place: Place) -> Finding:
    """A file in tracks/ or pay/ that is no YAML, or does not look like any."""
    name = parts[-1]
    stem, ending = _split(name)
    what, mend = _OTHER_ENDINGS.get(ending.lower(), ("", ""))
    if not mend:
        inner = _split(stem)[0] if _is_hidden_yaml(name) else stem
        to = "/".join([*parts[:-1], f"{inner}.yaml"])
        what, mend = f"`{name}`", f"Rename it to `{to}`."
        if ending.lower() == ".txt" and inner == stem:
            mend += f"\nIf it is no part of the framework, move it out of `{parts[0]}/`."
    else:
        mend = mend.format(parts[0])
    return fault(
        "unknown-file",
        f"{what} is not read: files in `{parts[0]}/` are read only if their name ends in `.yaml` or `.yml`.\n{mend}",
        place,
    )


def _folder(name: str, folders: set[str]) -> Finding:
    meant = _meant_folder(name)
    mend = f"Move its files into `{meant}/`." if meant in folders else f"Rename the folder to `{meant}`."
    return fault("unknown-file", f"Nothing is read from a folder named `{name}`.\n{mend}", Place(name, span=_TOP))


_WHERE = (
    "A track belongs in `tracks/`, a pay structure in `pay/`.\n"
    "If it is no part of the framework, move it to a folder of its own or start its name with a dot."
)


def _twins(first: str, second: str) -> Finding:
    return fault(
        "unknown-file",
        f"`{first}` and `{second}` are the same file of the framework; only `{first}` is read.\n"
        f"Move what you need into `{first}` and delete `{second}`.",
        Place(second, span=_TOP),
        (Related(Place(first, span=_TOP), "this one is read"),),
    )


def _missing() -> Finding:
    return fault(
        "missing-file",
        "This folder has no `framework.yaml`, which names the firm and its grades.\n"
        "Name the folder that has one, as in `ladderc check frameworks/meridian`, or add the file.",
        Place("framework.yaml", span=_TOP),
    )
