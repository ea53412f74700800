"""The author of an article: a name on a line of its own, whose titles fill the line below it."""

from __future__ import annotations

from camket.grammar.engine import OPENING
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.person import name, title
from camket.rules.person.item import Naming
from camket.rules.person.named import CUES

_LINE_ABOVE = expression(r"(?:^|\n) *(?P<line>\S[^\n]*?) *\n(?: *\n)? *$")
_FAR = 80
"""Letters before a line that hold a name on the line above it."""


def _author(found: Found) -> Naming | None:
    """The name above a line of titles; a line of titles above the name would be that of who signs."""
    begin, stop = found.match.span()
    read = title.read(found.text, found.low, begin, stop, of_someone=True)
    above = _LINE_ABOVE.search(found.text, max(0, begin - _FAR), begin)
    if read is None or above is None or found.text[read.end : stop].strip(" ."):
        return None
    where = name.locate(found.text, found.low, above.start("line"))
    if where is None or where != above.span("line"):
        return None
    found.start, found.end = where
    return Naming(found.text[where.start : where.end], read.titles)


BYLINE = Rule(
    name="person/byline",
    pattern=r"[^\n]{5,200}",
    produce=_author,
    anchor=OPENING,
    cased=True,
    weight=1,
    cues=CUES,
    examples=(
        example(
            "HỒ QUỐC DŨNG\nỦy viên Trung ương Đảng, Bí thư Tỉnh ủy Bình Định\n",
            "HỒ QUỐC DŨNG => HỒ QUỐC DŨNG: Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy Bình Định",
        ),
        example("Lê Thị Hòa\n\nGiám đốc Sở Y tế\n", "Lê Thị Hòa => Lê Thị Hòa: Giám đốc Sở Y tế"),
    ),
    counter_examples=("Lê Thị Hòa\nGiám đốc Sở Y tế cho biết kết quả\n", "Ảnh: Ngọc Hậu\nGiám đốc Sở Y tế\n"),
)
