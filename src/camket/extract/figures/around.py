"""The name before an aside in brackets: `kim ngạch hàng có thuế (chiếm 25% tổng kim ngạch) đạt 11,9 tỷ USD`."""

from __future__ import annotations

from camket.extract.figures.counting import is_part
from camket.extract.figures.named import named
from camket.extract.figures.narrowed import is_narrowed
from camket.extract.figures.own_words import Words
from camket.extract.figures.question import Link, Question
from camket.grammar.expression import expression

_ASIDE = expression(
    r" ?\((?:chiếm |đạt |bằng |tương đương )?[\d.,]+ ?%[^()]{0,90}\) (?:ước |đã |chỉ )*(?:đạt|là|có) ?$"
)
_LEAD = expression(r"(?:^|[,;:.]|(?<!\w)(?:khi|đó|riêng|còn|và))\s*([^,;:.]{4,80})$")


def around_an_aside(asked: Question) -> Link | None:
    """What stands before a share in brackets that ends in a whole of its own; the whole is not what goes on."""
    reading, slot = asked.reading, asked.slot
    if asked.before is None or ")" not in reading.low[slot.left : slot.start]:
        return None
    aside = _ASIDE.search(reading.low, slot.clause_start, slot.start)
    if aside is None or not aside.start() < slot.left <= aside.end() or not named(asked, slot.left, aside.end()):
        return None
    told = _LEAD.search(reading.low[slot.clause_start : aside.start()])
    if told is None:
        return None
    start = slot.clause_start + told.start(1)
    marks = named(asked, start, aside.start())
    if marks and not is_narrowed(asked, marks[-1]) and not is_part(asked, marks[-1].value, marks[-1].end):
        return Link(marks[-1].value, marks[-1].start, marks[-1].end, "before")
    words = Words(start, start + len(told[1]), told[1])
    return Link(f"other:{words.slug}", words.start, words.end, "own_words")
