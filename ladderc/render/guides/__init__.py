"""Printable guides: a PDF for every level and a booklet for every track, on A4 and US Letter."""

from ladderc.render.guides.build import build_guides
from ladderc.render.guides.names import GuideNames, guide_names

__all__ = ["GuideNames", "build_guides", "guide_names"]
