"""The text of a paper as HTML, its facts marked: `parts` cuts a long one, `marked_text` writes one part."""

from __future__ import annotations

from camket.report.marked.blocks import marked_text
from camket.report.marked.marks import Mark, Ways, shown
from camket.report.marked.parts import Part, part_of, parts

__all__ = ["Mark", "Part", "Ways", "marked_text", "part_of", "parts", "shown"]
