"""What goes on about the thing of the quantity before: `..., tăng 13,29%`, `(kế hoạch 8%)`, `khoảng 43,5 tỷ USD`."""

from __future__ import annotations

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.besides import is_named_plan
from camket.extract.figures.named import named
from camket.extract.figures.own_words import says_nothing
from camket.extract.figures.question import Link, Question, fits
from camket.extract.known_places import districts
from camket.extract.lexicon import AREA
from camket.grammar.expression import expression

_CHAIN = expression(
    r"^\s*\(\+?$|^\s*/\s*$|^\s*;\s*(?:và )?(?:tăng|giảm|bằng|đạt|vượt)(?: khoảng| hơn| gần| trên)? ?$"
    r"|^[\s,()–-]*(?:tương đương )?(?:và |trong đó |đồng thời )?(?:bình quân |ước |phấn đấu )?"
    r"(?:tăng|giảm|bằng|đạt|vượt"
    r"|(?:không|chưa) đạt|gấp|xếp|đứng|chiếm|trở lại|kế hoạch|chỉ tiêu|mục tiêu"
    r"|dự kiến|hụt|so với|so (?=cùng (?:kỳ|thời điểm))|thay vì|thay cho|lũy kế|nâng tổng số"
    r"|(?:cao|thấp|lớn|nhỏ|nhiều|ít) hơn|dẫn đầu|lên|xuống|còn|năm|đến|thuộc|đưa)(?!\w)"
)
_NEXT = (",", "và", ", và", ";", "; và")
_IN_RESPECT = expression(r"[^,;.]{0,30}? về (?!đích|trước)")


def going_on(asked: Question) -> Link | None:
    """`..., tăng 13,29%` goes on about the indicator of the quantity before it."""
    if asked.unit == "rank" and _IN_RESPECT.match(asked.reading.low, asked.slot.end):
        return None  # `..., đứng thứ 6 cả nước về quy mô vốn đầu tư` says itself of what
    if asked.before is not None and (_in_other_money(asked) or _is_its_plan(asked, asked.before)):
        return replace(asked.before, how="chain")
    if asked.before is not None and _counts_the_same_elsewhere(asked, asked.before):
        return replace(asked.before, how="chain")
    if asked.before is not None and _tells_its_growth(asked, asked.before):
        return replace(asked.before, how="chain")
    if (known := _rate_given(asked) or _its_capital(asked)) is not None:
        return known
    set_against = asked.unit == "rank" or asked.slot.quantity.measure == "share_of_plan"
    ranked = set_against and asked.gap.strip() in _NEXT
    if ":" in asked.gap and asked.gap.rpartition(":")[2].strip():
        return None  # what stands behind a colon names its own thing
    return _next_in_chain(asked, ranked=ranked)


_TO_ELSEWHERE = expression(r"[;,.]? ?(?:và |còn |riêng )?(?:tỉnh |thành phố |tp\.? ?|vùng |khu vực )?")
_COUNTS = expression(r"(?: (?:có|là|đạt|với|ước|chỉ))* ")
_NO_MORE = expression(r"[,;.()]| (?:tăng|giảm|chiếm|và|so)(?!\w)|$")


def _counts_the_same_elsewhere(asked: Question, before: Link) -> bool:
    """Whether the same is counted in another place: `..., 15.517 doanh nghiệp mới; Tây Nguyên 1.289 doanh nghiệp`."""
    low, slot = asked.reading.low, asked.slot
    noun = slot.quantity.noun
    if noun is None or before.indicator.startswith("other:") or not low.startswith(noun, before.start, before.end):
        return False
    if _counted_in_a_district(asked):
        return True
    places = asked.reading.marked(AREA, asked.left, slot.start)
    if not places or not _TO_ELSEWHERE.fullmatch(low, asked.left, places[-1].start):
        return False
    if not _COUNTS.fullmatch(low, places[-1].end, slot.start):
        return False
    noun_at = low.find(noun, slot.start, slot.end + len(noun) + 2)
    return noun_at >= 0 and _NO_MORE.match(low, noun_at + len(noun)) is not None


_IN_A_DISTRICT = expression(
    r"(?:[^;,\d]{0,40}[;,:.])? ?(?:và |còn |riêng |trong đó:? |cụ thể:? )?(?:huyện |thị xã |thành phố )?"
    r"(?P<name>[^\W\d]+(?: [^\W\d]+){1,3}?) ?(?::|có|là|đạt|với)? ?"
)


def _counted_in_a_district(asked: Question) -> bool:
    """Whether the words are but a district that is known: `120 xã đạt chuẩn, trong đó Cái Bè: 20 xã; Cai Lậy 9 xã`."""
    found = _IN_A_DISTRICT.fullmatch(asked.gap)
    if found is None or found["name"] not in districts():
        return False
    return asked.reading.text[asked.left + found.start("name")].isupper()


def _tells_its_growth(asked: Question, before: Link) -> bool:
    """Whether a percent is the growth of what was counted before it, or a pace without a thing of its own."""
    if asked.unit not in ("percent", "other:times"):
        return False
    if before.end > asked.slot.left - 1 and _TOLD_OF_COUNTED.fullmatch(asked.gap):
        return True
    return _BARE_PACE.match(asked.gap) is not None and fits(before.indicator, "percent")


def _next_in_chain(asked: Question, *, ranked: bool) -> Link | None:
    """The thing before, where the words between say no more than what of it is told next."""
    if asked.before is None or not (ranked or _CHAIN.match(asked.gap)):
        return None
    if asked.before.indicator == "poor_households" and asked.unit == "percent" and _SHARED_OUT.match(asked.gap):
        return replace(asked.before, indicator="poverty_rate", how="chain")
    if _counts_others(asked, asked.before) or _SPENT.search(asked.gap) is not None:
        return None
    if "trong đó" in asked.gap and _PART_MOVES.match(asked.gap) and not says_nothing(asked.reading, asked.own):
        return None  # `tăng 1,3% so với tháng trước, trong đó khai khoáng tăng 1,7%`
    if _AT_A_TIME.match(asked.gap) and asked.slot.clause_start == asked.left and _INCOME.search(asked.gap):
        return None
    known = asked.before.indicator
    if not known.startswith("other:") and not fits(known, asked.unit):
        return None
    if _takes_a_share(asked, known):
        return replace(asked.before, indicator=f"other:{known}_share", how="own_words")
    return None if named(asked, asked.left, asked.slot.start) else replace(asked.before, how="chain")


_AT_A_TIME = expression(r"\s*(?:đến|năm|vào) ")
_INCOME = expression(r"(?<!\w)thu nhập(?!\w)[^,;.\d]*$")
"""`tổng vốn đầu tư 900 tỷ đồng; đến 2030 thu nhập 150 triệu đồng/người`: a clause with a thing of its own."""
_SPENT = expression(r"[,;] (?:trong khi(?: đó)?|còn|và)?,? ?(?:tổng )?(?:số )?chi (?:ước |cũng )*(?:đạt|tăng|giảm) $")
"""`thu ngân sách giảm 8,3% so với cùng kỳ, trong khi chi ước tăng 14,1%`"""
_PART_MOVES = expression(
    r"[^;]*(?<!\w)trong đó:? (?!tăng|giảm|ước|đạt|có|cao|thấp)[^\W\d][^;,\d]{2,60} (?:tăng|giảm)(?: [^\W\d]+){0,2} $"
)
_BARE_PACE = expression(
    r"\s*;?\s*(?:tốc độ|mức) tăng(?: bình quân)?(?: hằng năm| hàng năm)?(?: đạt| là| trên| từ| khoảng)* ?$"
)
"""`xuất khẩu đạt 10 tỷ USD; tốc độ tăng bình quân trên 15%/năm`"""
_TOLD_OF_COUNTED = expression(r" (?!với |trong |và |gồm |nhằm |để |cho |so )[^,;:.\d()]{2,75}, (?:tăng|giảm|đạt|bằng) ")
"""What is said of things that are counted before their growth: `3.035 dự án được cấp phép, tăng 1,6%`."""
_THE_SAME = expression(
    r"\s*(?:[,(]\s*(?:(?:tương đương|tương ứng|ứng|tức|bằng|xấp xỉ)(?: với)?\s*)?|tương đương(?: với)? ?)"
    r"(?:(?:khoảng|hơn|gần)\s*)?"
)
_PER = expression(r"(?:\s?/\s?[^\W\d]+)+$")
_MONEY = {"USD": ("đồng",), "VND": ("usd", "đô la", "đô la mỹ")}


def _in_other_money(asked: Question) -> bool:
    """`..., khoảng 43,5 tỷ USD`, `(trên 4,2 tỷ USD)` right behind a sum in the other money is the same sum."""
    others = _MONEY.get(asked.unit, ())
    end = asked.left
    if others and (per := _PER.search(asked.reading.low, max(0, end - 24), end)) is not None:
        end = per.start()
    return asked.reading.low.endswith(others, 0, end) and _THE_SAME.fullmatch(asked.gap) is not None


_SHARED_OUT = expression(r"[^,;:.\d]{0,24}(?:, (?:chiếm|tỷ lệ|tương đương)|\()(?: tỷ lệ| khoảng)? ?$")
"""How many households are poor comes with their share: `14.420 hộ nghèo, chiếm 4,35%`."""


def _takes_a_share(asked: Question, known: str) -> bool:
    """Whether a percent is the part that a sum or a number takes of some whole: `dư nợ 165 tỷ đồng, chiếm 57,5%`."""
    if asked.unit != "percent" or asked.slot.quantity.measure is not None or known.startswith("other:"):
        return False
    return catalogue.indicator(known).percent == "growth" and _TAKES.search(asked.gap) is not None


_TAKES = expression(
    r"(?<!\w)(?:chiếm(?: tỷ (?:lệ|trọng))?|đáp ứng(?: được)?|trong đó(?: có)?)(?: khoảng| gần| hơn| trên| tới)? ?$"
)
_GIVEN_BY = expression(r"(?: của)? [^,;.:()\d]{2,50} (?:giao|đề ra|thông qua|phê duyệt)(?: phấn đấu| đầu năm)? ?\($")


def _is_its_plan(asked: Question, before: Link) -> bool:
    """Whether it is the plan that the number before is set against, of the same thing.

    `đạt 66,7% so với chỉ tiêu của Bộ Tài chính giao (67.000 tỷ đồng)`, `đạt 158% so với chỉ tiêu pháp lệnh 260 tỷ`.
    What is planned to be spent is not what was disbursed of it.
    """
    known = before.indicator
    if not fits(known, asked.unit):
        return False
    if not known.startswith("other:") and catalogue.indicator(known).percent == "share_of_plan":
        return False
    if is_named_plan(asked.reading, asked.slot):
        return True
    given = asked.reading.low.endswith("(", 0, asked.slot.start) and _GIVEN_BY.fullmatch(asked.gap) is not None
    return given and not known.startswith("other:")


def _rate_given(asked: Question) -> Link | None:
    """The rate whose plan brackets hold behind a number of people: `thiếu 23.500 người so với chỉ tiêu (92,75%)`."""
    low, slot = asked.reading.low, asked.slot
    if asked.unit != "percent" or not low.endswith("(", 0, slot.start) or _PLAN_GIVEN.search(asked.gap) is None:
        return None
    if asked.before is None or not asked.before.indicator.startswith("other:"):
        return None
    told = [mark for mark in named(asked, slot.sentence.start, slot.left) if catalogue.indicator(mark.value).is_rate]
    return Link(told[-1].value, told[-1].start, told[-1].end, "earlier") if told else None


def _its_capital(asked: Question) -> Link | None:
    """The capital of the projects from abroad counted right before: `1 dự án FDI vốn 12 triệu USD`."""
    if asked.unit != "USD" or asked.before is None or asked.before.indicator != "fdi_projects":
        return None
    capital = _CAPITAL.fullmatch(asked.gap)
    if capital is None:
        return None
    start = asked.slot.start - len(asked.gap) + capital.start("capital")
    return Link("fdi_registered", start, start + len(capital["capital"]), "topic")


_CAPITAL = expression(r"[, (]*(?:với |có )?(?P<capital>(?:số )?vốn)(?: (?:là|đạt|khoảng|gần|hơn|trên))* ")
_PLAN_GIVEN = expression(r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu)(?: [^\W\d]+){0,8} \($")
_NUMBER_OF = expression(r"^(?:tỷ lệ |tổng )?(?:số )?(?=[^\W\d])")


def _counts_others(asked: Question, before: Link) -> bool:
    """Whether other things are counted than before; `3.000 căn nhà ở xã hội, ... đạt 28.000 căn` are the same."""
    noun = asked.slot.quantity.noun
    if noun is None:
        return False
    told = _NUMBER_OF.sub("", asked.reading.low[before.start : before.end])
    return not told.startswith(f"{noun} ")
