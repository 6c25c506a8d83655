"""Sets one guide in type: data in, PDF out, nothing from outside the package."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from ladderc import resources
from ladderc.render.guides.fonts import folder
from ladderc.render.guides.names import Paper
from ladderc.render.guides.sections import Content

if TYPE_CHECKING:
    from typst import Compiler


class Press:
    """One template, ready to print many guides; use one ``Press`` a thread.

    The template reads its data from ``sys.inputs`` alone: author text is never part of a program.
    Its root holds nothing but templates, and its package folders hold nothing at all, so that it can import
    nothing from elsewhere. Never fork a process that has printed: Typst's threads do not survive it.
    """

    def __init__(self, template: str) -> None:
        self._template = template

    def print(self, content: Content, paper: Paper) -> bytes:
        """The guide as PDF/UA-1. Raises RuntimeError on whatever Typst has to say: the templates leave it no cause."""
        data = json.dumps({**content, "paper": "a4" if paper == "a4" else "us-letter"}, ensure_ascii=False)
        pdf, warnings = self._compiler.compile_with_warnings(
            format="pdf", pdf_standards=["ua-1"], sys_inputs={"data": data}
        )
        if warnings or not isinstance(pdf, bytes):
            raise RuntimeError(f"{self._template}: {'; '.join(warning.message for warning in warnings)}")
        return pdf

    @cached_property
    def _compiler(self) -> Compiler:
        import typst  # 25 MB of it: only where guides are printed

        root = resources.templates() / "guides"
        nowhere = root / "no-packages"
        return typst.Compiler(
            root / f"{self._template}.typ",
            root=root,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder()]),
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
        )
