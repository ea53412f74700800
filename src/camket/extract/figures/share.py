"""Shares of a whole: figures of what takes the share, not of the whole that stands beside them."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.named import named
from camket.extract.figures.qualified import is_in_another_structure
from camket.extract.figures.question import Link, Question, own_link
from camket.extract.lexicon import INDICATOR, WEAK_INDICATOR
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Figure

_SHARE_OF = expression(
    r"\s?(?:trên (?=tổng ))?(?:gdp|grdp|tổng (?!cục)|dân số|ngân sách|thu ngân sách|sản lượng|lượng |các loại"
    r"|kim ngạch|giá trị|số(?= |[.,;)]|$)|lao động|diện tích|phiếu|mức (?:lương|đóng|hỗ trợ|phí|giá)"
    r"|học phí|kinh phí|chi phí|nhu cầu|công suất)"
)
_OF_COUNTRY = expression(r"\s?(?:của )?(?:cả nước|toàn quốc|cả vùng)")
_MEAN = expression(
    r"\s?(?:so với )?(?:mức )?(?:bình quân|trung bình)(?! (?:\d|giai đoạn|các năm|những năm|năm|nhiệm kỳ))"
)


_SHARED = expression(r"(?<!\w)(?:chiếm|đạt|bằng)(?:[^,;%]|,(?=\d)){0,24}%$")
_WHOLE_SHARED = expression(
    r"\s?(?:(?:gdp|grdp)(?: [^\W\d]+){0,3}|tổng [^,;.\d]{3,40}?)(?:, | và )(?=tăng |giảm |vượt |cao hơn |thấp hơn "
    r"|(?:chưa|không) (?:đạt|bằng) )"
)


def behind_the_whole(reading: Reading, left: int) -> int:
    """Where the words begin behind the whole of a share: `chiếm 38% GRDP, tăng 11%` is no growth of the GRDP."""
    whole = _WHOLE_SHARED.match(reading.low, left)
    if whole is None or not _SHARED.search(reading.low, max(0, left - 40), left):
        return left
    return whole.end()


def share_of_a_whole(asked: Question) -> Link | None:
    """`chiếm 28,7% tổng thu ngân sách` is a part of the revenue, no figure of it; a named rate is."""
    if _adds_to_growth(asked):
        return own_link(asked)
    if _of_another_kind(asked) or _share_of_a_quantity(asked):
        return share_of_a_sector(asked) or own_link(asked)
    if asked.slot.quantity.noun == "dân" and _has_a_rate_behind(asked):
        return None  # `95% dân số được cung cấp nước sạch`
    if asked.unit != "percent" or asked.slot.quantity.measure or not _SHARE_OF.match(asked.reading.low, asked.slot.end):
        return None
    if asked.gap.strip() == "/":
        return None  # `đạt 83,2%/50% tổng số xã`: the plan of the same thing
    near = (asked.slot.left, min(asked.slot.right, asked.slot.end + 70))
    around = [mark for kind in (INDICATOR, WEAK_INDICATOR) for mark in asked.reading.marked(kind, *near)]
    rate = any(
        catalogue.indicator(mark.value).is_rate
        for mark in around
        if mark.end <= asked.slot.start or mark.start <= asked.slot.end + 2
    )
    return None if rate else own_link(asked)


def _has_a_rate_behind(asked: Question) -> bool:
    """Whether the rate that a share of the people is stands behind them."""
    slot = asked.slot
    marks = asked.reading.marked(INDICATOR, slot.end, min(slot.right, slot.end + 70))
    return bool(marks) and catalogue.indicator(marks[0].value).is_rate


TAKES = Ending(
    r"(?<!\w)(?:chiếm|đóng góp|được dùng|tiết kiệm thêm|đáp ứng(?: được)?)"
    r"(?: (?:tỷ trọng|tỷ lệ|phần|tỷ phần)(?: (?:rất )?(?:lớn|cao|chủ yếu|áp đảo|nhỏ|thấp))?(?: nhất)?,?)?(?: \()?"
    r"(?: khoảng| gần| hơn| trên| tới| đến)?\s*$"
)
"""Words before a percent that is a part of a whole."""


def takes_share(reading: Reading, slot: Slot, linked: Link) -> bool:
    """Whether a quantity is a share without a name of its own, so that what follows goes on about the thing before."""
    of_share = slot.quantity.unit == "percent" and linked.how == "own_words"
    return of_share and TAKES.search(reading.low, slot.left, slot.start) is not None


def share_of_a_sector(asked: Question) -> Link | None:
    """The share that a sector takes, where its value added is named: `các ngành dịch vụ chiếm 32%`."""
    marks = named(asked, asked.left, asked.slot.start) if asked.unit == "percent" else []
    share = (
        _shares().get(marks[-1].value) if marks and not _OF_COUNTRY.match(asked.reading.low, asked.slot.end) else None
    )
    if share is None or is_in_another_structure(asked, marks[-1]):
        return None
    return Link(share, marks[-1].start, marks[-1].end, "before")


@cache
def _shares() -> dict[str, str]:
    """The share of the economy of each value added."""
    return {one.grown: one.id for one in catalogue.load_indicators() if one.grown is not None}


def _share_of_a_quantity(asked: Question) -> bool:
    """`dân số thành phố chiếm 9,5%` is a share of something, no figure of the population; shares of sectors are."""
    if asked.unit != "percent" or asked.slot.quantity.measure or not TAKES.search(asked.gap):
        return False
    marks = named(asked, asked.left, asked.slot.start)
    return bool(marks) and not catalogue.indicator(marks[-1].value).is_rate


ADDS = Ending(r"(?<!\w)đóng góp(?: khoảng| gần| hơn| trên| tới| đến)? $")
_TO_GROWTH = expression(
    r"(?<!\w)(?:vào|trong|của) (?:mức |tốc độ )?tăng(?: trưởng)?(?: chung)?(?!\w)|tăng trưởng chung"
)


def _adds_to_growth(asked: Question) -> bool:
    """Whether a percent is the part of a growth that a sector gave: `dịch vụ tăng 8%, đóng góp 15% vào mức tăng`."""
    if asked.unit != "percent" or asked.reading.low.find("đóng góp", asked.left, asked.slot.start) < 0:
        return False
    if asked.gap.rstrip().endswith(_GIVEN_IN_BRACKETS):
        return asked.reading.low.endswith("%", 0, asked.left)
    if not ADDS.search(asked.gap):
        return False
    begin, end = asked.slot.sentence.start, asked.slot.sentence.end
    return _TO_GROWTH.search(asked.reading.low, begin, end) is not None


def _of_another_kind(asked: Question) -> bool:
    """Shares of the country, multiples of its mean, points contributed to the growth of the whole."""
    right = asked.reading.low[asked.slot.end : asked.slot.end + 24]
    if asked.unit == "percent" and right.startswith((" thời gian", " chi phí")):
        return _CUT.search(asked.reading.low, max(asked.left, asked.slot.start - 40), asked.slot.start) is not None
    if asked.unit == "percent":
        return _OF_COUNTRY.match(right) is not None and "chiếm" in asked.gap
    if asked.unit == "other:times":
        return _MEAN.match(right) is not None
    return asked.unit == "percentage_point" and (_GIVES_POINTS.search(asked.gap) is not None or _gives_as_well(asked))


def _gives_as_well(asked: Question) -> bool:
    """Whether points go on a list of what sectors gave: `nông nghiệp đóng góp 1,3 điểm phần trăm; dịch vụ 2,9 điểm`."""
    low, begin = asked.reading.low, asked.slot.sentence.start
    if low.find("đóng góp", begin, asked.slot.start) < 0 or _MOVES.search(asked.gap):
        return False
    return _GAVE_POINTS.search(low, begin, asked.slot.start) is not None


_MOVES = expression(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn|so với)(?!\w)")
_GAVE_POINTS = expression(r"(?<!\w)đóng góp(?: [^\W\d]+){0,3} \d[\d.,]* điểm")


_CUT = expression(r"(?<!\w)(?:giảm|rút ngắn|tiết kiệm)(?: được| ít nhất| tối thiểu| trên| khoảng| từ| thêm)* $")
"""`giảm 30% thời gian giải quyết thủ tục`: the percent is of the time."""
_GIVEN_IN_BRACKETS = ("(đóng góp", "(đóng góp tăng", "(đóng góp giảm")
"""What a sector gave to the growth of the whole, behind its own: `tăng 4,26% (đóng góp 0,86%)`."""
_CONTRIBUTES = expression(r"đóng góp(?: (?P<down>giảm))?|(?:làm|kéo) (?:(?P<less>giảm)|tăng)")


def sign_of_what_is_given(unit: str, left: str) -> int | None:
    """The sign of what a part gives to the growth of the whole, by the words before it; None where it gives nothing."""
    if unit != "percentage_point" and not left.rstrip().endswith(_GIVEN_IN_BRACKETS):
        return None
    given = _CONTRIBUTES.search(left)
    return None if given is None else -1 if given["less"] or given["down"] else 1


_GIVES_POINTS = expression(r"(?<!\w)(?:đóng góp|góp|làm (?:tăng|giảm)|kéo (?:tăng|giảm))(?!\w)")
AGAINST_PLAN = expression(
    r"(?<!\w)(?:kết quả|thực hiện|thu|giải ngân|tiến độ)(?: [^\W\d]+){0,6} so với (?:kế hoạch|dự toán|chỉ tiêu)"
    r"(?: [^\W\d]+){0,5},[^;:.%]{0,60}$"
)
"""`Xét kết quả thu so với chỉ tiêu cả năm, có 6 đơn vị đạt 60% trở lên`."""
_PLAN_IS = expression(
    r"\s*(?:[^;:%()]{0,90}, )?(?:như vậy, |trong đó,? )?"
    r"(?:(?:thống nhất|thông qua|phê duyệt|phê chuẩn|giao|ban hành|quyết định) )?(?:tổng )?(?:số )?"
    r"kế hoạch (?!hoạt động)[^;:%]{0,110}? "
    r"(?:là |gồm |với (?:tổng )?(?:số |nguồn )?vốn (?:là )?)?"
)
_PLAN_OF_MONEY = expression(
    r"(?<!\w)kế hoạch (?:vốn|đầu tư|phân bổ|tài chính)(?!\w)[^.;%]{0,120}? (?:là|gồm) [^.;%]{0,90}?"
    r"\d[\d.,]* ?(?:nghìn )?(?:tỷ|triệu|tỉ) đồng"
)
_DONE_OF_IT = expression(r"(?<!\w)(?:giải ngân|thực hiện|hoàn thành|thanh toán|đã|đạt)(?!\w)")

_CARRIED_OUT = expression(r"(?<!\w)(?:giải ngân|đạt|thực hiện|hoàn thành|thu được)(?!\w)")


def tells_a_plan(reading: Reading, slot: Slot) -> bool:
    """Whether a sum is the size of a plan: `tổng kế hoạch năm 2020 là 39.565 tỷ`, `3.704 tỷ đồng kế hoạch kéo dài`."""
    if slot.quantity.unit not in ("VND", "USD"):
        return False
    low = reading.low
    if low.endswith("đồng kế hoạch", slot.start, slot.end):
        return True
    if not slot.first or low.find("kế hoạch ", slot.clause_start, slot.start) < 0:
        return False
    told = _PLAN_IS.fullmatch(low, slot.clause_start, slot.start)
    return told is not None and _CARRIED_OUT.search(told[0]) is None


def is_part_of_a_plan(reading: Reading, slot: Slot) -> bool:
    """Whether a sum is a part of the plan of money that the sentence before sets out: `Trong đó, vốn vay là 90 tỷ`."""
    sentence = slot.sentence
    if slot.quantity.unit not in ("VND", "USD") or not sentence.number:
        return False
    if not reading.low.startswith(("trong đó", "bao gồm", "gồm", "cụ thể"), sentence.start):
        return False
    before = reading.sentences[sentence.number - 1]
    told = _PLAN_OF_MONEY.search(reading.low, before.start, before.end)
    if told is None or _DONE_OF_IT.search(told[0]) is not None:
        return False
    return _DONE_OF_IT.search(reading.low, sentence.start, slot.start) is None


def plan_of_spending(asked: Question) -> Link | None:
    """What a plan of spending holds is not what was spent of it: `giải ngân (trên 36.122 tỷ đồng kế hoạch năm)`."""
    return own_link(asked) if tells_a_plan(asked.reading, asked.slot) and not _names_revenue(asked) else None


def _names_revenue(asked: Question) -> bool:
    """Whether the plan is that of something named of which it is a target: `kế hoạch thu ngân sách năm 2020 là ...`."""
    marks = named(asked, asked.slot.clause_start, asked.slot.start)
    return any(catalogue.indicator(mark.value).percent != "share_of_plan" for mark in marks)


_NO_PART = expression(
    r"[%.]|(?<!gồm)(?<!cụ thể)(?<!như):|(?<!\w)(?:tăng|giảm(?! nghèo)|chiếm|tỷ lệ|tỷ trọng|còn|ước|so với)(?!\w)"
)
"""What tells that a percent is more than the next of a list."""
_PART_LENGTH = 120
BRACKETS = ("(", "(đạt ", "(với ")
"""What stands between one of a list and what it has: `Chi cục A (đạt 83%); Chi cục B (65%)`."""


_NEXT_TO_GROW = expression(
    r"\s*(?:[,;] ?)?(?:và |còn |riêng |thứ \w+ là |tiếp đến là |kế đến là )?(?P<name>[^,;.:()\d]{3,60}) $"
)
_NO_GROWTH = expression(
    r"(?<!\w)(?:đạt|là(?! nhóm)|có|chỉ|so|bằng|gồm|với|hơn|trên|khoảng|gần|dưới|tổng|nữ|nam|bình quân|mức|lãi suất|thuế"
    r"|trong đó|vượt|tăng|giảm|hoàn thành|quý|tháng|năm)(?!\w)"
)


def _goes_on_growing(reading: Reading, slot: Slot, last: Figure) -> bool:
    """Whether a list tells how much one more thing grew, without the verb: `thịt tăng 2,3%; trứng 1,5%`."""
    if last.unit != "percent" or slot.quantity.noun or slot.quantity.measure is not None:
        return False
    told = _NEXT_TO_GROW.fullmatch(reading.low, slot.left, slot.start)
    if told is None or _NO_PART.search(told["name"]) or _NO_GROWTH.search(told["name"]):
        return False
    return _ENDS_A_SHARE.match(reading.low, slot.end) is not None


_ENDS_A_SHARE = expression(r" ?(?:[,;.)]|$|\n| và | so với )")


def goes_on_listing(reading: Reading, slot: Slot, linked: Link, last: Figure) -> bool:
    """Whether a bare percent goes on a list of parts, of the kind and time of the one before it in the sentence.

    `giải ngân vốn giáo dục đạt 68,8%; y tế 67,3%, giao thông 54,5%`.
    """
    if slot.quantity.unit != "percent" or last.measure not in ("share_of_plan", "growth"):
        return False
    if last.measure == "growth":
        return linked.how == "own_words" and _goes_on_growing(reading, slot, last)
    if linked.how == "carried" and reading.low.endswith(BRACKETS, 0, slot.start):
        return True
    if linked.how != "own_words":
        return False
    return slot.start - slot.left <= _PART_LENGTH and _NO_PART.search(reading.low, slot.left, slot.start) is None
