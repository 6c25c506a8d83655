"""Values as JSON that YAML, a script file and an HTML page read alike."""

from __future__ import annotations

import json
import re

# YAML refuses these unescaped, though JSON does not mind; surrogates cannot be written as UTF-8 at all.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TAGLIKE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def encoded(value: object) -> str:
    """JSON on one line, without any character that a reader of JSON, YAML or HTML could stumble over."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    text = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return re.sub("[<>&]", lambda found: _TAGLIKE[found.group()], text)
