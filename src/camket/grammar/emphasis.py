"""The marks of Markdown, which a reader does not read: `**I. TÌNH HÌNH**`, `*(NSNN)*`, `## Kết quả`.

Copies of web pages carry them. A text is taken for such a copy where it has a pair of asterisks at a word; in any
other an asterisk is a bullet, a footnote's mark or a factor.
"""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded

_BOLD = expression(r"\*\*[^\s*]|[^\s*]\*\*")
_MARK = expression(
    r"^ *#{1,6} +(?=\S)"  # a heading
    r"|\\(?=[*#_.()\[\]+-])"  # a mark that is meant as such
    r"|(?<!\\)(?<!\()\*+(?!\))(?!(?<=^\*) )(?!(?<=^ \*) )",  # bold and italics, not the bullet `* ` nor `(*)`
    re.MULTILINE,
)


def unmarked(folded: Folded) -> Folded:
    """The text without the marks of Markdown, where it has any."""
    if "**" not in folded.text or _BOLD.search(folded.text) is None:
        return folded
    return folded.edited(Edit(found.start(), found.end(), "") for found in _MARK.finditer(folded.text))
