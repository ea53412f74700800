"""The area that a sentence turns to at its beginning."""

from __future__ import annotations

from camket.extract.figures.level import kinds
from camket.extract.figures.parted import LOCAL_KINDS
from camket.extract.lexicon import AREA
from camket.extract.scene import Scene, area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.scan import Mark
from camket.grammar.sentence import Sentence

_GOES_BACK = " thì "
"""`Trong khi cả nước tăng trưởng thấp thì GRDP của tỉnh tăng 6,9%`"""
_TOPIC = expression(r"(?:(?:với|tại|ở|riêng|còn|đối với|trong khi|về phía) (?:tỉnh |thành phố |tp )?|như )$")
_DEALS = expression(
    r"[^;.]{0,60}?(?<!\w)(?:là|đứng|dẫn đầu|xếp|chiếm)(?!\w)[^;.]{0,60}?"
    r"(?<!\w)(?:thị trường|đối tác|nhà đầu tư|bạn hàng|nguồn cung|nhà cung cấp|vốn đầu tư|thị phần)(?!\w)"
)
_GOES_ON_TO_TELL = expression(rf"(?! (?:và|cùng|với|ngày|tại|ở|của|tháng|năm|quý) ) (?![{UPPER}])[^\W\d_]|:|$")
"""What follows the name of whom a sentence speaks: no date line, no list, no longer name."""
_KIND = expression(r"(?:vùng |tỉnh |thành phố |tp\.? ?)?")


def topic_area(reading: Reading, sentence: Sentence, scene: Scene) -> str | None:
    """Another area that a sentence turns to at its beginning: `Với Bắc Giang, ...`; it holds to the paragraph's end."""
    for mark in reading.marked(AREA, sentence.start, min(sentence.end, sentence.start + 40)):
        names = area_names(scene.day)
        if _TOPIC.fullmatch(reading.low, sentence.start, mark.start) and mark.value in names:
            set_against = reading.low.startswith("trong khi ", sentence.start)
            return None if set_against and _GOES_BACK in reading.low[mark.end : sentence.end] else names[mark.value]
        named = names.get(mark.value)
        apart = sentence.place == 0 and kinds().get(named or "") in LOCAL_KINDS
        wide = apart or kinds().get(scene.area or "") == "country"
        if wide and named is not None and _opens(reading, sentence, mark):
            return named
    return None


def _opens(reading: Reading, sentence: Sentence, mark: Mark) -> bool:
    """Whether a sentence of a paper on the country, or a paragraph, speaks of one province that its name opens.

    A nation that is told of as a market or an investor only deals with the country.
    """
    if _DEALS.match(reading.low, mark.end, sentence.end) is not None:
        return False
    before = _KIND.fullmatch(reading.low, sentence.start, mark.start)
    return before is not None and _GOES_ON_TO_TELL.match(reading.text, mark.end) is not None
