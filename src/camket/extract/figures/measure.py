"""What a quantity measures of its indicator: the level, its growth, a change, a rank, a share of the plan."""

from __future__ import annotations

from decimal import Decimal

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.moves import (
    counts_the_same,
    grows_beside_its_plan,
    grows_by_its_sign,
    moves_a_share,
    moves_on,
    said_in_turn,
    sign_of_level,
    step_in_brackets,
)
from camket.extract.figures.question import Link
from camket.extract.figures.reached import ALONE, alone_in_brackets, compared_so, of_its_plan, part_of_a_count
from camket.extract.figures.reckoned import Reckoned
from camket.extract.figures.share import ADDS, AGAINST_PLAN, TAKES, sign_of_what_is_given
from camket.extract.figures.tallied import tally_told_again
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.model.fact import Measure

_LEVEL_AFTER_CHANGE = Ending(
    r"(?:(?:giảm|tăng|nâng|hạ|rút|tụt|tụt lại)(?: nhanh| mạnh| sâu| dần| nhẹ| đều)?(?: xuống| lên)?"
    r"(?: chỉ)?(?: còn| xuống còn| lên| xuống| từ|ng từ)"
    r"|(?<!\w)(?:(?:nâng|đưa|giảm|hạ|kéo)(?! thêm) [^,;.\d()]{2,70} (?:lên|xuống|xuống còn)"
    r"|(?:nâng|đưa) [^,;.\d()]{2,70} đạt))"
    r"(?: mức| đạt| khoảng| trên| dưới| gần)?\s*$"
)
_UP = Holding(
    r"(?<!\w)(?<!vào )(?:tăng|tăng trưởng|nâng(?! cao)|vượt|thêm|tăng thêm|phát triển|bứt "
    r"phá|nhích)(?!\w)(?! (?:từ|cường|tốc|lên|thu))[^;.\d]{0,42}$",
    ("tăng", "nâng", "vượt", "thêm", "phát triển", "bứt phá", "nhích"),
)
_DOWN = Holding(
    r"(?<!\w)(?:giảm|sụt giảm|giảm sâu|suy giảm|giảm nhẹ|hụt|sụt|lùi|tụt|tụt hạng|hạ)(?!\w)(?! (?:từ|xuống"
    r"|còn|nghèo|lãnh đạo|tầng))[^;.\d]{0,42}$",
    ("giảm", "hụt", "sụt", "lùi", "tụt", "hạ"),
)
_RATIO = Ending(r"(?:chỉ )?bằng\s*(?:khoảng|gần|trên|hơn)?\s*$")
_GROWTH_NOUN = expression(r"(?:phát triển kinh tế|tốc độ tăng|tăng trưởng|mức tăng|tốc độ phát triển|nhịp độ tăng)")
_MOVE = expression(r"(?<!\w)(?:tăng|giảm)(?!\w)")
_RESET = expression(r"(?<!\w)(?:chiếm|còn|tỷ trọng|tỷ lệ|đạt tỷ lệ)(?!\w)")


def measure_of(
    reading: Reading, slot: Slot, linked: Link, *, compared: bool = False, listed: Measure | None = None
) -> Reckoned:
    """The measure of a slot. A fall is negative; `bằng 97,7% so với năm 2018` is a growth of -2.3.

    Where the quantity is `compared` (the country's, another area's), `cao hơn` before it is no direction of its own.
    One that goes on a list of shares of plans (`listed`) is a share of one.
    """
    quantity, indicator = slot.quantity, linked.indicator
    left = said_in_turn(reading, slot) or reading.low[slot.left : slot.start]
    against = _set_against_a_plan(reading, slot, indicator) if quantity.measure == "share_of_plan" else None
    if against is not None:
        return against
    if quantity.measure is not None:
        return Reckoned(quantity.measure, (_direction(left) or 1) if quantity.measure == "change" else 1)
    if step := step_in_brackets(reading, slot, left):
        return Reckoned("change", step)
    if quantity.unit == "other:times":
        return Reckoned("level" if compared or _compared_with_others(reading, slot) else "growth")
    if _LEVEL_AFTER_CHANGE.search(left) and quantity.comparator != "ge":
        return Reckoned("growth" if quantity.unit == "percent" and _means(indicator) == "growth" else "level")
    if quantity.noun:
        added = _added(reading, slot)
        points = "percentage_point" if quantity.unit == "percent" and _is_rate(indicator) else None
        return Reckoned("change", added, unit=points) if added else Reckoned("level")
    moved = 0 if compared else _moved(reading, slot, linked)
    direction = _own_verb(left) if compared else moved or _direction(_beyond_name(reading, slot, linked) or left)
    given = sign_of_what_is_given(quantity.unit, left)
    if given is not None or quantity.unit == "percentage_point":
        return Reckoned("level", given) if given is not None else Reckoned("change", direction or 1)
    if quantity.unit == "percent" and (
        listed == "share_of_plan" or of_its_plan(reading, slot, indicator, rate=_is_rate(indicator))
    ):
        return Reckoned("share_of_plan")
    if quantity.unit == "percent":
        return _percent(reading, slot, indicator, direction, "" if moved else left, listed)
    changed = direction and _CHANGED_BY.search(left)
    return Reckoned("change", direction) if changed else Reckoned("level", sign_of_level(reading, slot, linked))


def _as_before(reading: Reading, slot: Slot) -> int:
    """The direction of a list that goes on without its verb: that of the last verb before."""
    moves = [found[0] for found in _MOVE.finditer(reading.low, slot.sentence.start, slot.start)]
    return -1 if moves and moves[-1] == "giảm" else 1


_CHANGED_BY = Ending(
    r"(?<!mới và )(?<!mới và tăng )(?<!vốn )(?<!đăng ký )(?<!vốn tăng )(?<!đăng ký tăng )"
    r"(?:tăng|giảm|thêm|(?:cao|lớn|nhiều|thấp|ít) hơn(?: so với)?"
    r"(?: cùng kỳ| (?:vụ|năm|tháng|quý|kỳ) trước)?(?: năm trước| năm ngoái)?|(?<!thâm )hụt(?: thu)?|vượt)"
    r"(?: thêm| nhẹ| mạnh| sâu| tới| đến)?(?: khoảng| hơn| gần| trên)?\s*$"
)


def _is_over_a_rate(reading: Reading, slot: Slot, indicator: str) -> bool:
    """Whether so many points are meant: `tỷ lệ bao phủ đạt 95,2%, vượt 0,7% so với chỉ tiêu (94,5%)`."""
    over = reading.low.startswith("vượt", slot.start) and slot.quantity.value < _BEYOND
    return over and _is_rate(indicator) and "so với" in reading.low[slot.start : slot.end]


_BEYOND = 110
_OF_A_YEAR = expression(r" năm (?:trước|ngoái|(20\d\d))(?!\w)")
_YEAR = expression(r"(?<!\d)20\d\d(?!\d)")


def _set_against_a_plan(reading: Reading, slot: Slot, indicator: str | None) -> Reckoned | None:
    """What a number set against a plan is where it is no share of it: points over a rate, growth on another year's."""
    if _is_over_a_rate(reading, slot, indicator or "other:"):
        return Reckoned("change", shift=Decimal(-100), unit="percentage_point")
    if _is_on_an_earlier_plan(reading, slot):
        return Reckoned("growth", shift=Decimal(-100))
    return None


def _is_on_an_earlier_plan(reading: Reading, slot: Slot) -> bool:
    """Whether a plan grew on another year's: `dự toán năm 2025 là 900 tỷ đồng, tăng 8% so với dự toán năm 2024`."""
    against = _OF_A_YEAR.match(reading.low, slot.end)
    if (
        against is None
        or not reading.low.startswith("tăng", slot.start)
        or "so với" not in reading.low[slot.start : slot.end]
    ):
        return False
    own = _YEAR.findall(reading.low, slot.sentence.start, slot.start)
    return against[1] is None or (bool(own) and own[-1] != against[1])


_MORE = Ending(r"(?<!mới và )(?<!tiết kiệm )(?<!\w)(?:tăng thêm|có thêm|thêm)(?: khoảng| gần| hơn| trên)? ?$")
_MADE_MORE = Ending(
    r"(?<!\w)(?:lắp đặt|phát triển|xây dựng|xây mới|bố trí|cấp|bổ sung|hỗ trợ|huy động|thu hút|tuyển|tuyển dụng|mở|mua"
    r"|đầu tư|trồng|tạo|phân bổ|vận động|kết nạp|thành lập|khởi công|công nhận|cho vay|cấp phép|khánh thành|ký"
    r"|bổ sung (?:[^\W\d]+ ){1,4}) ?thêm(?: khoảng| gần| hơn| trên)? ?$"
)
"""What is made or given besides is so much, not a rise by so much: `lắp đặt thêm 16 trạm`, `bố trí thêm 2 tỷ đồng`."""
_BY = Ending(r"(?<!\w)(?:(?P<down>giảm)|tăng)(?: được)?(?: khoảng| gần| hơn| trên)? ?$")


_POOR = ("hộ nghèo", "hộ cận nghèo")
"""Of which any fall is one from before: `phấn đấu giảm 3.000 hộ nghèo`."""


def _added(reading: Reading, slot: Slot) -> int:
    """1 or -1 where so many more or fewer are counted (`thêm 12 xã`, `giảm 17 vụ so với cùng kỳ`), else 0."""
    left = reading.low[slot.clause_start : slot.start]
    if _MORE.search(left):
        return 0 if _MADE_MORE.search(left) else 1
    by = _BY.search(left)
    compared = "so với" in reading.low[slot.end : slot.right] or "so với" in left[-60:]
    compared = compared or counts_the_same(reading, slot)
    compared = compared or (left.endswith(("(tăng ", "(giảm ")) and reading.low.startswith(")", slot.end))
    fewer = by is not None and by["down"] and slot.quantity.noun in _POOR
    return 0 if by is None or not (compared or fewer) else -1 if by["down"] else 1


_MOVES = Ending(r"(?<!\w)(?:(?P<down>giảm|hạ)|tăng|nâng)(?: được| thêm)? $")
_LEVEL_WORDS = expression(r"(?<!\w)(?:xuống|còn|lên|đạt|từ|là|ở mức|đến|tới)(?!\w)")


_NAMES_THE_MOVE = Ending(r"(?<!\w)(?:kết quả(?: thực hiện)?|mức|chỉ tiêu|thực hiện)(?: việc)? $")
"""`Ước kết quả thực hiện giảm tỷ lệ hộ nghèo năm 2022 là 0,47%` tells by how much it fell."""
_FALLS_IN_NAME = expression(r"(?:tỷ lệ|mức) giảm (?:tỷ lệ |hộ )?(?:hộ )?nghèo")
_MOVES_IN_NAME = expression(r"(?:tỷ lệ|tỷ suất|tốc độ|mức) (?:gia )?(?:tăng|giảm) [^\W\d]")


def _beyond_name(reading: Reading, slot: Slot, linked: Link) -> str:
    """The words between a name that holds a verb itself and its number: `tỷ lệ tăng dân số tự nhiên dưới 1,2%`.

    Empty where the name holds none, or is that of what grows.
    """
    if linked.end > slot.start or not _MOVES_IN_NAME.match(reading.low, linked.start, linked.end):
        return ""
    if _means(linked.indicator) != "level":
        return ""
    return reading.low[max(linked.end, slot.left) : slot.start] or " "


def _names_the_move(reading: Reading, slot: Slot, verb: int) -> bool:
    return _NAMES_THE_MOVE.search(reading.low, max(slot.clause_start, verb - 36), verb) is not None


def _moved(reading: Reading, slot: Slot, linked: Link) -> int:
    """The direction of a verb right before the name: `giảm tỷ lệ hộ nghèo 0,4%`; a bound says where it is to end."""
    if _FALLS_IN_NAME.match(reading.low, linked.start, linked.end) and linked.end <= slot.start:
        return -1
    verb = _MOVES.search(reading.low, max(slot.clause_start, linked.start - 16), linked.start)
    if (
        verb is None
        or moves_on(reading, slot)
        or linked.end > slot.start
        or slot.quantity.comparator in ("lt", "le", "gt")
    ):
        return 0
    level = _LEVEL_WORDS.search(reading.low, linked.end, slot.start) if slot.quantity.comparator != "ge" else None
    if level is not None and not (level[0] == "là" and _names_the_move(reading, slot, verb.start())):
        return 0
    return -1 if verb["down"] else 1


def _is_rate(indicator: str | None) -> bool:
    """Whether an indicator comes in percent alone, so that what it rises or falls by are points.

    Shares of sectors are left out: a sector's growth is that of its value added.
    """
    if not indicator or indicator.startswith("other"):
        return False
    known = catalogue.indicator(indicator)
    return known.grown is None and set(known.units) <= {"percent", "percentage_point"}


_RATE_IN_WORDS = expression(r"other:(?:t[yi]_le_(?!tang|giam|phat_trien)|ho_(?:can_)?ngheo_(?:dong|dan|dtts|la|nguoi))")


def _is_unknown_rate(indicator: str | None) -> bool:
    """Whether its own words make a thing a rate: `tỷ lệ hộ nghèo dân tộc thiểu số giảm 3%` falls by points."""
    return indicator is not None and _RATE_IN_WORDS.match(indicator) is not None


def _means(indicator: str | None) -> str | None:
    return catalogue.indicator(indicator).percent if indicator and not indicator.startswith("other") else None


_COMPARED = Ending(
    r"(?<!\w)(?:(?P<up>cao hơn|lớn hơn|nhiều hơn)|thấp hơn|ít hơn)"
    r"(?:(?<!tăng thấp hơn)(?<!tăng cao hơn) (?:so với )?(?:cùng kỳ|(?:vụ|năm|tháng|quý|kỳ) trước)"
    r"(?: năm trước| năm ngoái)?)?"
    r"(?: (?:mức )?(?:bình quân |trung bình )?(?:chung )?(?:của )?(?:cả nước|toàn quốc))?(?: tới| đến)?"
    r"(?: khoảng| gần| trên)?\s*$"
)


def _own_verb(left: str) -> int:
    """The direction of a verb right before a number that others are compared with: `(bình quân cả nước giảm 0,1%)`."""
    verb = _BY.search(left)
    return 0 if verb is None else -1 if verb["down"] else 1


_BARE_IN_BRACKETS = expression(
    r"(?<!\w)(?:(?P<up>tăng)|giảm)(?: (?:rất|khá|cao|thấp|mạnh|nhẹ|sâu|nhanh|chậm|ít|nhiều|nhất|đều))+ \($"
)
"""`giá thực phẩm tăng cao (0,95%)`"""


_OF_A_PROGRAMME = Holding(
    r"(?<!\w)chương trình [^,;.\d]*(?<!tăng )(?<!giảm )(?<!khoảng )(?<!hơn )(?<!trên )(?<!gần )$", ("chương trình",)
)
"""The name of a programme holds verbs that move nothing: `Chương trình giảm nghèo bền vững đạt 34%`."""


def _direction(left: str) -> int:
    """1 up, -1 down, 0 neither; what stands before an open parenthesis says nothing of the number inside."""
    bare = _BARE_IN_BRACKETS.search(left) if left.endswith("(") else None
    if bare is not None:
        return 1 if bare["up"] else -1
    left = left.rpartition("(")[2]
    if _MADE_MORE.search(left) or _OF_A_PROGRAMME.search(left):
        return 0
    compared = _COMPARED.search(left)
    if compared:
        return 1 if compared["up"] else -1
    up, down = _UP.search(left), _DOWN.search(left)
    if up and down:
        return 1 if up.start() > down.start() else -1
    return 1 if up else -1 if down else 0


_OTHERS = expression(
    r"\s?(?:so với |hơn )?(?:với )?(?:mức |tốc độ )?(?:tăng |chung )*(?:(?:bình quân|trung bình)(?! (?:\d|giai"
    r" đoạn|các năm|những năm|năm|nhiệm kỳ|[mhtừ]\w+ năm))|của|cả nước|toàn quốc"
    r"|cả vùng|khu vực|quy định|mức|nuôi|tỉnh|thành phố|các|tổng|so với (?!cùng|năm|tháng|quý|đầu|kỳ|giai|nhiệm|trước"
    r"|thời|khi|hiện|trung bình \d|bình quân \d))"
)


def _compared_with_others(reading: Reading, slot: Slot) -> bool:
    """Whether a multiple is of another place or sector (`gấp 1,16 lần bình quân cả nước`), not of an earlier time."""
    return _OTHERS.match(reading.low, slot.end, slot.right) is not None


_PARTED = expression(r"(?<!\w)(?:(?P<growth>tăng trưởng|tăng)|chiếm|cơ cấu|tỷ trọng)(?!\w)")


def _grows_by_sectors(reading: Reading, slot: Slot, indicator: str | None) -> bool:
    """Whether a sector's growth is told without its verb: `GRDP tăng 6,9%. Trong đó: khu vực dịch vụ đạt 7,2%`."""
    if not indicator or indicator.startswith("other") or catalogue.indicator(indicator).grown is None:
        return False
    begin = max(0, slot.sentence.start - _TOLD_BEFORE)
    told = list(_PARTED.finditer(reading.low, begin, slot.start))
    return bool(told) and all(one["growth"] for one in told) and not reading.low.startswith(" từ", told[-1].end())


_TOLD_BEFORE = 120
_PLAN_BEFORE = expression(r"(?<!\w)(?:được giao|giao|theo|so với) (?:chỉ tiêu|dự toán|kế hoạch)(?!\w)")
"""What is set beside a result that passes it: `được giao chỉ tiêu thu 4.500 tỷ đồng, đã thu 5.619 tỷ (vượt 25%)`."""
_FRACTIONS = ("quantity/half", "quantity/fraction_in_words", "quantity/fraction")


_OF_A_WHOLE = expression(r"\s?(?:gdp|grdp|tổng (?!cục)|dân số|phiếu)")
_OF_A_RATE = expression(
    r" (?:của )?(?:cả nước|toàn quốc|toàn tỉnh|cả tỉnh|toàn vùng|cả vùng)(?=[,;.)\n]|$)"
    r"| (?:so với )?(?:của )?(?:mức|định mức|suất|đơn giá|giá|lệ phí|phí|tiền|chi phí|lương|mệnh giá|phụ cấp|trợ cấp)"
    r"(?! (?:tăng|giảm|của (?:cùng|năm|tháng|quý)|cùng kỳ|năm|tháng|quý|trước|thực hiện|trị))(?! \d)"
    r"(?= [^\W\d])(?![^,;.()]{0,40}(?:cùng kỳ|năm (?:trước|ngoái|20\d\d)))"
)
_OF_BEFORE = expression(
    r"\s?(?:nếu )?(?:so (?!với (?:kế hoạch|dự toán|mục tiêu|chỉ tiêu))|(?:của )?cùng kỳ|mức"
    r"|tháng (?:trước|\d)|quý (?:trước|i)|năm (?:trước|ngoái|20)|vụ (?:trước|này năm))"
)


def _beside_another(reading: Reading, slot: Slot, direction: int, listed: Measure | None) -> Reckoned | None:
    """The measure of a percent that says how a share or a plan, told right before it, was moved or passed.

    So is one that goes on a list of growths.
    """
    if listed == "growth":
        return Reckoned("growth", _as_before(reading, slot))
    if grows_beside_its_plan(reading, slot):
        return Reckoned("growth")
    if direction and moves_a_share(reading, slot):
        return Reckoned("change", direction, unit="percentage_point")
    passes = reading.low.startswith("vượt ", slot.start)
    if passes and (
        alone_in_brackets(reading, slot) or _PLAN_BEFORE.search(reading.low, slot.sentence.start, slot.left)
    ):
        return Reckoned("share_of_plan", shift=Decimal(100))
    return None


def _is_of_before(reading: Reading, slot: Slot) -> bool:
    """Whether it says of what it is a part of an earlier time, or is compared as the one before.

    `lúa bằng 100,6% cùng kỳ; phía Bắc đạt 1.000 ha, bằng 98,6%`
    """
    if _OF_BEFORE.match(reading.low, slot.end, slot.right):
        return True
    return ALONE.match(reading.low, slot.end) is not None and compared_so(reading, slot)


_MOVES_AND_IS = expression(
    r"(?<!\w)(?:tăng|giảm)[^,;\d]{0,30}, (?:hiện |nay |ước |đã )*(?:đạt|còn|ở mức|là|chiếm)[^,;\d]{0,16}$"
)
"""`tỷ lệ lao động qua đào tạo liên tục tăng, đạt 47%`"""


def _takes_a_part(reading: Reading, slot: Slot, left: str) -> bool:
    """Whether a percent is a part of a whole, or of another rate: `bằng 70% mức phụ cấp của Trưởng ban`."""
    if TAKES.search(left):
        return True
    return _RATIO.search(left) is not None and _OF_A_RATE.match(reading.low, slot.end, slot.right) is not None


def _percent(
    reading: Reading, slot: Slot, indicator: str | None, direction: int, left: str, listed: Measure | None
) -> Reckoned:
    if (
        slot.quantity.noun
        or ADDS.search(left)
        or _OF_A_WHOLE.match(reading.low, slot.end, slot.right)
        or tally_told_again(reading, slot) is not None
    ):
        return Reckoned("level")
    beside = _beside_another(reading, slot, direction, listed)
    if beside is not None:
        return beside
    means = _means(indicator)
    if means == "share_of_plan":  # `giải ngân đạt 71%`
        return Reckoned("growth", direction) if direction else Reckoned("share_of_plan")
    weighed = not direction and reading.low.find(" so với ", slot.sentence.start, slot.start) >= 0
    if weighed and AGAINST_PLAN.search(reading.low, slot.sentence.start, slot.start):
        return Reckoned("share_of_plan")
    counted = not direction and means == "growth" and part_of_a_count(reading, slot)
    if counted or _takes_a_part(reading, slot, left) or (slot.made.rule in _FRACTIONS and not direction):
        return Reckoned("level")
    last = max((found.end() for found in _RESET.finditer(left)), default=-1)
    reset = last > max((found.start() for found in _MOVE.finditer(left)), default=-1)
    reset = reset or (means == "level" and _MOVES_AND_IS.search(left) is not None)
    if _RATIO.search(left) and _is_of_before(reading, slot):
        return Reckoned("growth", shift=Decimal(-100))
    if direction and not reset:
        if _is_unknown_rate(indicator) or (means == "level" and _is_rate(indicator)):
            return Reckoned("change", direction, unit="percentage_point")
        return Reckoned("growth", direction)
    grows = means == "growth" or grows_by_its_sign(reading, slot)
    if grows or _grows_by_sectors(reading, slot, indicator) or (_GROWTH_NOUN.search(left) and means != "level"):
        return Reckoned("growth", -1 if direction < 0 else 1)
    return Reckoned("level")
