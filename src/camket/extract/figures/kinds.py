"""How the kind of a quantity bears on when it holds: what stands, recurs, is there at a close, is a mean of years."""

from __future__ import annotations

from operator import itemgetter

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.besides import ends_on_the_year
from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link
from camket.extract.figures.roles import in_parentheses, is_plan_part
from camket.extract.figures.season import of_its_season
from camket.extract.figures.timing import Timing
from camket.extract.figures.told_from import TERM
from camket.extract.scene import Scene
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.model.fact import Figure, Role
from camket.rules.period.item import When

RECURS = expression(r"(?<!\w)(?<!cây )(?<!cây trồng )(?:mỗi|hằng|hàng|một|cứ \w+) năm(?! (?:qua|nay|tới))(?!\w)")


def dated_within(reading: Reading, slot: Slot) -> bool:
    """Whether the parentheses that a quantity stands in hold a time of their own."""
    opened = reading.low.rfind("(", slot.sentence.start, slot.start)
    return bool(reading.items("period", opened, slot.right))


_MADE_NEW = frozenset(("new_enterprises", "jobs_created"))
"""Things of which those counted up to a month came in the year, even where `there are` so many."""
_THERE_ARE = expression(r"(?<!\w)(?:có|còn|hiện có)(?: khoảng| gần| trên| hơn)? ?$")


def counted_until(
    reading: Reading, slot: Slot, linked: Link, when: Timing, spoken_of: When | None, beside: str | None
) -> Timing:
    """What there is at the end of some months, not in them: `đến hết tháng 8/2020, toàn tỉnh có 1.600 dự án`.

    So is what was reached up to then, but for a flow such as revenue, and where those months are `spoken_of` anyway.
    What is taken in up to a month is of all the months of its year. `beside` is the time of the figure
    before in the sentence that stands in no parentheses.
    """
    close = when.when
    if close is not None and when.how == "stated" and reading.low.find("thêm", slot.left, slot.start) >= 0:
        when = _up_to(when) if _GAINED.search(reading.low, slot.left, slot.start) else when
    if close is None or close.mode not in ("at", "until") or close.month is None:
        return when
    taken = _takes_in(reading, slot, linked, beside)
    if close.day is not None:
        whole = _LAST_DAY.fullmatch(when.period or "")
        of_year = whole is not None and (taken or (slot.quantity.unit == "percent" and beside == whole["year"]))
        return replace(when, period=whole["year"]) if whole is not None and of_year else when
    if close.mode == "at":
        return _up_to(when) if taken else when
    if "/" not in (when.period or "") or when.period is None:
        return when
    flow = taken or _is_running(linked)
    made = linked.indicator in _MADE_NEW
    there_are = not made and _THERE_ARE.search(reading.low, slot.left, slot.start) is not None
    there_are = there_are or _projects_in_all(reading, slot)
    stays = there_are or (is_stock(linked) and when.how == "topic")
    if not stays and (flow or when.how != "stated" or _ends_with(spoken_of, close.month)):
        return when
    return replace(when, period=f"at:{when.period[-7:]}")


def _projects_in_all(reading: Reading, slot: Slot) -> bool:
    """Whether all projects up to a month are counted: `Lũy kế đến cuối tháng 9/2023, tỉnh thu hút 412 dự án`."""
    projects = (slot.quantity.noun or "").startswith("dự án")
    return projects and reading.low.find("lũy kế", slot.sentence.start, slot.start) >= 0


_GAINED = Ending(r"(?<!\w)(?:có thêm|tăng thêm)(?: khoảng| gần| hơn| trên)? ?$")
"""What came to be up to a month came in the year: `đến cuối năm có thêm 3 xã đạt chuẩn`."""
_LAST_DAY = expression(r"at:(?P<year>\d{4})-12-31")
_AT_A_MONTH = expression(r"at:(?P<year>\d{4})-(?P<month>0[2-9]|1[0-2])")


def _up_to(when: Timing) -> Timing:
    """What was taken in `tính đến hết tháng 7` is of the months from the year's beginning."""
    at = _AT_A_MONTH.fullmatch(when.period or "")
    if at is None:
        return when
    wholes = {"06": f"{at['year']}-H1", "12": at["year"]}
    return replace(when, period=wholes.get(at["month"], f"{at['year']}-01/{at['year']}-{at['month']}"))


def _ends_with(spoken_of: When | None, month: int) -> bool:
    """Whether a run of months, quarter or half ends with a month."""
    if spoken_of is None:
        return False
    return month in (spoken_of.last_month, (spoken_of.quarter or 0) * 3, (spoken_of.half or 0) * 6)


_YEAR_ALONE = expression(r"\d{4}")


def comes_back(reading: Reading, slot: Slot) -> bool:
    """Whether a quantity is aimed at for every year: `phấn đấu mỗi năm ...`."""
    return RECURS.search(reading.low, slot.clause_start, slot.start) is not None


def _turns_a_term(slot: Slot, when: Timing, scene: Scene) -> bool:
    """Whether a mean growth per year is told of the year in which a term ends: it is of that term or of the next."""
    yearly = slot.quantity.per == "year" and slot.quantity.unit == "percent"
    if not yearly or when.how == "stated" or scene.term is None:
        return False
    return when.period == str(scene.term[0]) or (when.period is None and scene.head.event == "congress")


def over_the_years(reading: Reading, slot: Slot, when: Timing, scene: Scene, *, aimed: bool) -> Timing:
    """A mean per year, or what is to be so every year, under a deadline: it is of the years of the term or plan."""
    if when.how == "topic" and _YEAR_ALONE.fullmatch(when.period or "") and comes_back(reading, slot):
        return replace(when, period=None)  # `mỗi năm giảm ít nhất 3%` is of no single year
    if scene.term is not None and _turns_a_term(slot, when, scene):
        first = scene.term[0] - (0 if aimed else TERM)
        return replace(when, period=f"{first}/{first + TERM}", how="topic")
    due = _DUE_YEAR.fullmatch(when.period or "")
    begin = slot.left if when.how == "stated" else slot.clause_start
    recurs = due is not None and RECURS.search(reading.low, begin, slot.start) is not None
    if due is None or not (recurs or (when.how != "stated" and slot.quantity.per == "year")):
        return when
    for years in (scene.term, scene.plan):
        if years is not None and str(years[1]) == due["year"]:
            return replace(when, period=f"{years[0]}/{years[1]}")
    return when


def grown_over(when: Timing, role: Role, scene: Scene) -> Timing:
    """The time of a growth of which none is told: no day, on which nothing grows; at a congress the term that ends."""
    if when.period is None or not when.period.startswith("at:"):
        return when
    if scene.head.event == "congress" and scene.year is not None and role in ("actual", "estimate"):
        return replace(when, period=f"{scene.year - TERM}/{scene.year}")
    return replace(when, period=None)


_GROWS_BY_YEAR = frozenset(("grdp", "growth_overall"))
_PLANS_MADE = "11"
"""From this month on, what is aimed at may be of the year to come."""


def aimed_over(when: Timing, role: Role, indicator: str, scene: Scene) -> Timing:
    """The growth of the economy that a story says is aimed at, and not when, is of its year.

    `hoàn thành mục tiêu tăng trưởng 8%`, but for November and December, when it may be of the next one.
    """
    story = scene.is_story and scene.head.event != "congress"
    if when.period is not None or role != "target" or not story or indicator not in _GROWS_BY_YEAR:
        return when
    return replace(when, period=scene.day[:4]) if scene.day is not None and scene.day[5:7] < _PLANS_MADE else when


def foreseen_over(when: Timing, role: Role) -> Timing:
    """The time of a growth that is foreseen to a year's end: the year (`dự báo đến cuối năm 2020 chỉ tăng 1,3%`)."""
    due = _DUE_YEAR.fullmatch(when.period or "") if role == "projection" else None
    closes = due is not None and when.when is not None and when.when.closes and when.when.mode == "until"
    return replace(when, period=due["year"]) if closes and due is not None else when


_PROGRESS = expression(
    r"(?<!\w)(?:đã|được|mới)? ?(?:bàn giao|thi công|giải phóng mặt bằng|khối lượng)(?!\w)"
    r"(?![^,;.]{0,40} (?:tăng|giảm)(?!\w))[^,;.]{0,40}$"
)
_FINISHED = expression(r"(?<!\w)(?:hoàn thành|hoàn tất|xong|khắc phục|dứt điểm)(?!\w)")
_TO_ITS_END = expression(r"(?<!\w)(?:đến|hết) [^()\d]{0,40}\(\d{1,2}/\d{1,2}/20\d\d\)[^,;]{0,40}$")
"""`phấn đấu đến hết niên độ ngân sách (31/01/2025) đạt trên 95%`"""
_FORESEEN_BY = expression(r"by:\d{4}")
_DURING = expression(r"(?:\d{4})-(?:\d\d|Q[1-4])")
_QUARTER_ENDS = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}


def due(reading: Reading, slot: Slot, when: Timing, *, aimed: bool, planned: bool = False) -> Timing:
    """What is to be finished in a month or quarter is due at its end: `đấu giá xong 14 khu đất trong tháng 10`.

    So is what is `planned` for a year, while a forecast has no month: `dự kiến đến năm 2030 đạt`,
    `dự báo đến năm 2030`.
    """
    if _FORESEEN_BY.fullmatch(when.period or "") and (
        planned or "dự kiến" in reading.low[slot.sentence.start : slot.start]
    ):
        return replace(when, period=f"{when.period}-12")
    day = when.period.removeprefix("at:") if aimed and when.period is not None else ""
    if day != when.period and day and _TO_ITS_END.search(reading.low, slot.clause_start, slot.start):
        return replace(when, period=f"by:{day}")
    if not aimed or _DURING.fullmatch(when.period or "") is None or when.how != "stated":
        return when
    if _FINISHED.search(reading.low, slot.clause_start, slot.right) is None or when.period is None:
        return when
    year, part = when.period.split("-")
    return replace(when, period=f"by:{year}-{_QUARTER_ENDS.get(part, part)}")


_OF_A_PLAN = expression(
    r"[\d.]+ (?:khâu đột phá|(?:chương trình |nhiệm vụ )?đột phá|định hướng|chương trình(?:, | và )(?:kế hoạch|đề án))"
    r"(?!\w)"
)


_GIVEN_OUT = expression(
    r"(?<!\w)(?:giao|đề ra|đặt ra)(?: các)?(?: mục tiêu)? $|\d (?:chỉ tiêu|mục tiêu|nhóm \w+),? và $"
)
"""`Nghị quyết giao 30 chỉ tiêu và 102 nhiệm vụ`: they are those of the plan's years."""
_TASKS = ("nhiệm vụ", "nhóm nhiệm vụ", "giải pháp", "nhóm giải pháp")
_SET = expression(r"(?<!\w)(?:xác định|đề ra|đặt ra|thông qua)(?!\w)[^;.]{0,60}$")


def part_of_plan(reading: Reading, slot: Slot, when: Timing, scene: Scene) -> Timing:
    """How many breakthroughs or programmes there are is told of the years of the term or plan that has them.

    What a congress sets is of the term that begins.
    """
    on_the_day = scene.head.event == "congress" and when.period == scene.now
    if (when.how == "stated" and not on_the_day) or slot.quantity.unit != "count":
        return when
    open_ = scene.plan is not None and (when.how == "default" or (when.period or "at:").startswith("at:"))
    part = is_plan_part(slot.quantity) or (slot.quantity.noun or "").startswith(_TASKS)
    if open_ and part and _GIVEN_OUT.search(reading.low, slot.clause_start, slot.start):
        return replace(when, period="/".join(map(str, scene.plan or ())), how="topic")
    at_congress = scene.head.event == "congress" and is_plan_part(slot.quantity)
    if at_congress and scene.year is not None and _SET.search(reading.low, slot.clause_start, slot.start):
        return replace(when, period=f"{scene.year}/{scene.year + TERM}", how="topic")
    years = max((one for one in (scene.term, scene.plan) if one is not None), key=itemgetter(1), default=None)
    if years is None:
        return when
    if _OF_A_PLAN.match(reading.low, slot.start) is None:
        return when
    return replace(when, period=f"{years[0]}/{years[1]}", how="topic")


_EARNED = frozenset(("grdp", "grdp_per_capita", "income_per_capita"))
"""What is made or earned over a year."""
_SAID_OF_AN_END = "income_per_capita"
"""What is told of the end of a year as well: `đến cuối năm 2020, thu nhập bình quân đạt 44 triệu đồng`."""
_YEARS_END = expression(r"at:(?P<year>\d{4})-12")


def over_the_year(indicator: str, slot: Slot, when: Timing) -> Timing:
    """What is made, or has grown, up to the end of a year is of the year; how much each earns is said of its end."""
    earned = indicator in _EARNED and slot.quantity.unit != "rank"
    level = indicator == _SAID_OF_AN_END and slot.quantity.unit != "percent" and when.how == "stated"
    end = _YEARS_END.fullmatch(when.period or "") if earned and not level else None
    return replace(when, period=end["year"]) if end is not None and when.when is not None else when


_OVER_IT = expression(r"(?<!\w)(?:thu nhập|năng suất|sản lượng|doanh thu|lương|thu ngân sách|giá trị sản xuất)(?!\w)")


def of_the_year_compared(reading: Reading, slot: Slot, when: Timing, beside: Figure | None) -> Timing:
    """What is earned, or set beside the year before, is of the year at whose end other things were counted.

    `Đến hết năm 2017, có 41 xã đạt chuẩn. Thu nhập đạt 22 triệu đồng, tăng 3 triệu đồng so với năm 2016`: 2017.
    """
    when = of_its_season(reading, slot, when)
    times = slot.quantity.unit == "other:times"
    end = _YEARS_END.fullmatch(when.period or "") if when.how == "topic" or times else None
    if end is None or slot.quantity.unit in ("count", "person", "household"):
        return when
    compared = when.base is not None and when.base == str(int(end["year"]) - 1)
    goes_on = beside is not None and beside.period == end["year"]
    earned = _OVER_IT.search(reading.low, slot.left, slot.start) is not None
    return replace(when, period=end["year"]) if compared or goes_on or earned else when


_SO_FAR = Holding(
    r"(?<!\w)(?:sau (?:hơn |gần )?\w+ năm|lũy kế|tổng (?:cộng|nguồn vốn)|còn nợ|dư nợ|nợ đọng)(?!\w)",
    ("sau ", "lũy kế", "tổng cộng", "tổng nguồn vốn", "còn nợ", "dư nợ", "nợ đọng"),
)


def so_far(reading: Reading, slot: Slot, when: Timing, scene: Scene, *, flow: bool) -> Timing:
    """A sum that was reached without any time is what there is on the paper's day, but for a `flow` of some year."""
    if slot.quantity.unit == "percent" and _PROGRESS.search(reading.low, slot.left, slot.start):
        return when if when.how == "stated" else Timing(scene.now, stated=False, how="so_far")
    counted = slot.quantity.unit in ("count", "person", "household")
    if counted and when.how != "stated" and _IN_ALL.search(reading.low, max(slot.left, slot.start - 20), slot.start):
        return replace(when, period=scene.now) if scene.now is not None else when
    if when.period is not None or when.how != "default":
        return when
    added = _SO_FAR.search(reading.low, slot.sentence.start, slot.start) is not None
    if flow and not added:
        return when
    return replace(when, period=scene.now, how="so_far" if added else when.how)


_IN_ALL = expression(r"(?<!\w)(?:lũy kế|cộng dồn)(?: có| được| đã có)? ?$")
"""`Năm 2024, thu hút 2 tỷ USD; lũy kế 4.400 dự án`: so many are there now."""
_DUE_YEAR = expression(r"by:(?P<year>\d{4})(?:-12)?")


def of_the_year(when: Timing, beside: Figure | None = None) -> Timing:
    """The year of a time that is a part of it: a plan `beside` a result of nine months is the year's.

    One beside the result of a term is the term's.
    """
    span = beside.period if beside is not None and _SPAN.fullmatch(beside.period or "") else None
    if span is not None and _SPAN.fullmatch(when.period or span):
        return replace(when, period=span)
    part = _PART_OF_YEAR.fullmatch(when.period or "")
    if part is None and beside is not None and (beside.measure == "share_of_plan" or when.period):
        whole = (when.period or "").endswith("-12")
        part = None if whole else _IN_YEAR.match((when.period if when.stated else None) or beside.period or "")
    return replace(when, period=part["year"]) if part is not None else when


_PLAN_OF_A_YEAR = expression(r"(?<!\w)(?:dự toán|kế hoạch|kh|chỉ tiêu)(?: [^\W\d]+){0,3} (?:cả )?năm(?!\w)")


def of_its_plan(
    reading: Reading, slot: Slot, when: Timing, beside: Figure | None, *, aimed: bool, plan: bool
) -> Timing:
    """The year of a plan, where a number is that of a `plan` or aimed at, beside a result of a part of the year.

    So is the share that is aimed at of a plan said to be the year's: `thu vượt 15% dự toán năm`.
    """
    if aimed and in_parentheses(reading, slot) and not dated_within(reading, slot):
        return of_the_year(when, beside=beside if plan else None)
    share = aimed and not when.stated and slot.quantity.measure == "share_of_plan"
    if share and _PLAN_OF_A_YEAR.search(reading.low, slot.start, slot.end) is not None:
        return of_the_year(when)
    against = beside is not None and beside.measure == "share_of_plan"
    return of_the_year(when, beside=beside) if plan and (against or ends_on_the_year(reading, slot)) else when


_SPAN = expression(r"20\d\d/20\d\d")
_PART_OF_YEAR = expression(r"(?:at:|by:(?=.{10}$))?(?P<year>\d{4})(?:-Q\d|-H\d|(?:-\d\d){1,2}|-01/\d{4}-\d\d)")
_IN_YEAR = expression(r"(?:at:|by:)?(?P<year>\d{4})(?=-)")


def plan_time(reading: Reading, slot: Slot) -> When | None:
    """The years in the name of the plan that the sentence names before: `trong kế hoạch 5 năm 2016-2020 dự kiến`."""
    for name in reversed(reading.items("reference", slot.sentence.start, slot.start)):
        for one in reading.items("period", name.start, name.end):
            if isinstance(one.item, When) and one.item.mode == "in" and one.item.day is None:
                return one.item
    return None


def is_stock(linked: Link) -> bool:
    """Whether a thing is there at a day, as population is."""
    return not linked.indicator.startswith("other:") and catalogue.indicator(linked.indicator).stock


_OVER_MONTHS = expression(r"\d{4}-(?:01/.+|H1)")
_TAKES_IN = Ending(
    r"(?<!\w)(?:(?:số )?thu(?: được| ngân sách| nộp ngân sách)?(?: cao nhất| thấp nhất)?|nộp(?: được)?|huy động được)"
    r"(?: đạt| được| là)? $"
)
_TRADED = expression(
    r"(?<!\w)(?:xuất khẩu|nhập khẩu|xk|nk|xnk|kim ngạch|doanh thu|sản lượng|xuất (?:sang|đi)|nhập (?:từ|về)"
    r"|sang thị trường)(?!\w)"
)
_TRADED_IN = frozenset(("VND", "USD", "tonne", "percent", "other:times", "count", "other:m3", "other:kWh"))
_RECEIVES = Ending(r"(?<!\w)(?:đón|thu hút|đón tiếp|phục vụ)(?: được| và phục vụ)?(?: khoảng| gần| hơn| trên)? ?$")
"""Who came are counted over the months: `tính đến hết tháng 9, đã đón hơn 2 triệu lượt khách`."""


def _takes_in(reading: Reading, slot: Slot, linked: Link, beside: str | None) -> bool:
    """Whether a sum runs up over a time, as what is taken in, or tells more of one: `thu được 30 tỷ đồng, đạt 46%`.

    `beside` is the time of the figure before in the same sentence.
    """
    if linked.indicator.startswith("other:") and _TRADED.search(reading.low, linked.start, linked.end):
        return slot.quantity.unit in _TRADED_IN  # `hết tháng 10, xuất khẩu cá tra đạt 1,2 tỷ USD`
    if slot.quantity.unit in ("VND", "USD"):
        return _is_running(linked) or _TAKES_IN.search(reading.low, slot.left, slot.start) is not None
    if slot.quantity.unit in ("person", "count"):
        return is_flow(linked) and _RECEIVES.search(reading.low, slot.left, slot.start) is not None
    told_more = slot.quantity.unit in ("percent", "other:times")
    return told_more and _OVER_MONTHS.fullmatch(beside or "") is not None


def _is_running(linked: Link) -> bool:
    """Whether a thing is told as a sum over the months; how much of a plan is paid out is told as it stands."""
    return is_flow(linked) and linked.indicator != "public_investment_disbursement"


def is_flow(linked: Link) -> bool:
    """Whether a thing is counted over a time, as revenue is."""
    if linked.indicator.startswith("other:") or is_stock(linked):
        return False
    return catalogue.indicator(linked.indicator).aggregate == "sum"


_BY_YEAR = frozenset(("percent", "percentage_point", "ha", "km", "count", "person", "household"))
"""Units of what is told as a mean per year of some years; sums of money may be so much a year at any time."""


def is_mean_of_years(slot: Slot, span: When | None, told: When | None) -> bool:
    """Whether a mean per year stands where a single year is handed down: it is of the `span` named last."""
    single = told is None or (told.high_year is None and told.span is None)
    return span is not None and single and slot.quantity.per == "year" and slot.quantity.unit in _BY_YEAR
