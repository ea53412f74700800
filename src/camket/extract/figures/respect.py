"""What a percent or a multiple says itself that it is of, right behind it: `tăng 8,3% về số doanh nghiệp`."""

from __future__ import annotations

from camket.extract.figures.named import named
from camket.extract.figures.own_words import Words, says_nothing, topical_near
from camket.extract.figures.question import Link, Question, fits
from camket.extract.lexicon import INDICATOR
from camket.grammar.expression import expression
from camket.grammar.fold import plain

_WITHIN = 80
_TOLD_OF = frozenset(("percent", "other:times"))


_SAID_FIRST = expression(
    r"(?:[(,;] ?|và )về (?P<what>[^\W\d]+(?: [^\W\d]+){0,3}) (?:đã |cũng )?(?:tăng|giảm)[^,;.\d]{0,12}$"
)
"""`xử lý 67 vụ, phạt 765 triệu đồng (về số vụ giảm 25%, về tiền phạt giảm 66%)`"""


_OF_ITS_SIZE = expression(
    r"(?: (?:cả nước|toàn quốc|trong cả nước|(?:trong )?(?:vùng|khu vực)(?: [^\W\d]+){0,5}?|tỉnh, thành(?: phố)?))? về "
    r"(?P<what>diện tích|dân số|quy mô dân số)(?!\w)"
)
_SIZES = {"diện tích": "area_size", "dân số": "population", "quy mô dân số": "population"}


def in_respect(asked: Question) -> Link | None:
    """What a percent says itself that it is of, right behind it: `tăng 8,3% về số doanh nghiệp`.

    So does a place in an order: `đứng thứ 36 cả nước về diện tích`.
    """
    sized = _OF_ITS_SIZE.match(asked.reading.low, asked.slot.end) if asked.unit == "rank" else None
    if sized is not None:
        return Link(_SIZES[sized["what"]], *sized.span("what"), "after")
    if asked.unit == "rank" and (of_general := _in_general_words(asked)) is not None:
        return of_general
    if asked.unit in _TOLD_OF and (said := _SAID_FIRST.search(asked.gap)) is not None:
        start = asked.slot.start - len(asked.gap) + said.start("what")
        marks = [mark for mark in named(asked, start, asked.slot.start) if mark.start == start]
        known = marks[0].value if marks else f"other:{plain(said['what']).replace(' ', '_')}"
        return Link(known, start, start + len(said["what"]), "before")
    if asked.unit not in _TOLD_OF or not asked.reading.low.startswith(" về ", asked.slot.end):
        return None
    near = asked.slot.end + len(" về ")
    of_before = _number_or_capital_of_before(asked, near)
    if of_before is not None:
        return of_before
    marks = [mark for mark in named(asked, near, min(asked.slot.right, near + _WITHIN)) if mark.start == near]
    return Link(marks[0].value, marks[0].start, marks[0].end, "after") if marks else None


_GENERAL = expression(
    r" (?:(?:cả nước|toàn quốc|toàn vùng|vùng|khu vực) )?về (?P<what>[^\W\d]+(?: [^\W\d]+){0,3}?) ?(?:[,.;(]|$)"
)


def _in_general_words(asked: Question) -> Link | None:
    """What a place in an order is in, by a general word whose topic is spoken of: `đứng thứ 9 về doanh thu`."""
    told = _GENERAL.match(asked.reading.low, asked.slot.end, asked.slot.clause_end)
    if told is None or named(asked, told.start("what"), told.end("what")):
        return None
    words = Words(*told.span("what"), told["what"])
    general = topical_near(asked.reading, asked.slot, words)
    return Link(general[0], words.start, words.end, "topic") if general else None


_OPENS_WITH = expression(r"[-+*• ]*(?:riêng )?về (?:mặt |phía )?(?P<what>[^\W\d]+(?: [^\W\d]+){0,5})[,:] ")


def opened_with(asked: Question) -> Link | None:
    """What a sentence says first that it is about: `Về doanh thu, trong tháng 3 toàn ngành thực hiện 721 tỷ đồng`."""
    if not asked.slot.first or asked.reading.low.find("về ", asked.slot.sentence.start, asked.slot.start) < 0:
        return None
    said = _OPENS_WITH.match(asked.reading.low, asked.slot.sentence.start, asked.slot.start)
    if said is None or not says_nothing(asked.reading, asked.own):
        return None
    words = Words(*said.span("what"), said["what"])
    for indicator in topical_near(asked.reading, asked.slot, words):
        if fits(indicator, asked.unit):
            return Link(indicator, words.start, words.end, "topic")
    return None


_NUMBER_OR_CAPITAL = expression(
    r"(?:tổng )?(?:số (?P<things>doanh nghiệp|dn|dự án|lượng|hợp tác xã)|(?:số )?vốn(?: đăng ký)?)(?!\w)"
)


def _number_or_capital_of_before(asked: Question, near: int) -> Link | None:
    """`158 doanh nghiệp thành lập mới, ...; giảm 6,5% về số doanh nghiệp và tăng 11,2% về số vốn`: both of the new."""
    said = _NUMBER_OR_CAPITAL.match(asked.reading.low, near)
    if said is None:
        return None
    if not said["things"]:
        words = said[0].replace(" ", "_")
        return Link(f"other:{plain(words)}", said.start(), said.end(), "after")
    marks = asked.reading.marked(INDICATOR, asked.slot.sentence.start, asked.slot.start)
    known = [mark for mark in marks if said["things"] in asked.reading.low[mark.start : mark.end]]
    return Link(known[-1].value, said.start(), said.end(), "after") if known else None


_AS_MUCH = expression(r"(?<!\w)(?:tương ứng|tương đương|tức|mức|bình quân|trong đó|so với)(?!\w)")
_NEXT_GROWS = expression(
    r"\s*[,;] ?(?:và |còn )?(?!trong đó)[^\W\d][^,;:\d]{3,70} (?:tăng|giảm)(?: trưởng| tới| đến)? "
)


def grows_next(asked: Question) -> bool:
    """Whether a list goes on to the next thing that grows, by a name of its own that the catalogue does not know."""
    if _NEXT_GROWS.fullmatch(asked.gap) is None or _AS_MUCH.search(asked.gap) is not None:
        return False
    return not says_nothing(asked.reading, asked.own)
