"""Which indicator a quantity is said of, as far as the words tell.

The ways to find it stand in `WAYS`, in the order in which a reader trusts them; the first that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.against import against_others
from camket.extract.figures.around import around_an_aside
from camket.extract.figures.chain import going_on
from camket.extract.figures.clause import Slot
from camket.extract.figures.counting import NONE_LEFT, counted, is_part, is_part_behind, parts_in_brackets
from camket.extract.figures.economy import THIS, growth_of_the_economy, is_told_of, of_a_field
from camket.extract.figures.holders import of_a_holder
from camket.extract.figures.in_turn import name_in_turn
from camket.extract.figures.industry import of_industry
from camket.extract.figures.investors import is_of_others
from camket.extract.figures.level import kinds
from camket.extract.figures.market import of_a_market
from camket.extract.figures.named import GROWS, named
from camket.extract.figures.narrowed import is_narrowed, is_of_a_rate
from camket.extract.figures.nearly import nearly_named
from camket.extract.figures.nested import told_apart
from camket.extract.figures.of_a_head import of_each
from camket.extract.figures.of_a_list import poor_of_a_list, share_of_the_structure
from camket.extract.figures.of_output import of_output
from camket.extract.figures.of_people import is_of_some
from camket.extract.figures.own_words import Words, says_nothing, topical
from camket.extract.figures.predicate import opens_with_a_part, said_of_those, set_behind, shared_next, shares_its_verb
from camket.extract.figures.question import NEUTRAL_UNITS, Link, Question, fits, own_link
from camket.extract.figures.respect import grows_next, in_respect, opened_with
from camket.extract.figures.share import behind_the_whole, plan_of_spending, share_of_a_whole
from camket.extract.figures.sizes import is_land_of_works
from camket.extract.figures.structure import of_the_three_sectors, share_in_a_row
from camket.extract.figures.tallied import of_a_tally
from camket.extract.lexicon import AREA, INDICATOR, WEAK_INDICATOR
from camket.extract.scene import area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.scan import Mark
from camket.grammar.sentence import Sentence

_AFTER = 80
_CAPTION = 120
_SAID_BEHIND = frozenset(("rank", "percent", "percentage_point"))
"""Units of which the name can stand right behind the number."""


def link(reading: Reading, slot: Slot, before: Link | None, earlier: Link | None) -> Link:
    """The indicator of a slot by the first of `WAYS` that finds one, else its own words as `other:...`."""
    left = max(slot.left, before.end) if before is not None and before.end < slot.start else slot.left
    left = behind_the_whole(reading, left)
    question = Question(reading, slot, before, earlier, left)
    for way in WAYS:
        found = way(question)
        if found is not None:
            return own_link(question) if _none_of_the_wanted(slot, found) else of_each(question, found)
    return of_each(question, own_link(question))


def _none_of_the_wanted(slot: Slot, found: Link) -> bool:
    """`xóa xong nhà tạm` leaves none of them: no figure of what there should be more of, such as those removed."""
    if slot.made.rule != NONE_LEFT or found.indicator.startswith("other:"):
        return False
    return catalogue.indicator(found.indicator).direction == "up"


def in_turn(asked: Question) -> Link | None:
    """The name that has in its list the place of the value in the other: `A, B lần lượt là 71,3%, 19,5%`."""
    name = name_in_turn(asked.reading, asked.slot)
    return (
        None if name is None or not fits(name.value, asked.unit) else Link(name.value, name.start, name.end, "before")
    )


def named_before(asked: Question) -> Link | None:
    """The nearest name between the quantity before and this one."""
    marks = named(asked, asked.left, asked.slot.start)
    if not marks:
        return None
    nearest, near = told_apart(asked.reading, marks[-1], asked.slot)
    if (
        is_of_a_rate(asked, nearest)
        or is_narrowed(asked, nearest)
        or is_of_some(asked, nearest)
        or of_a_field(asked, nearest)
        or _is_another_rate(asked, nearest)
    ):
        return own_link(asked)
    if is_part(asked, nearest.value, nearest.end):
        of_noun = counted(asked)  # `cấp đăng ký doanh nghiệp cho 540 doanh nghiệp`
        return own_link(asked) if of_noun is None else of_noun
    if nearest.kind == WEAK_INDICATOR and (of_topic := of_its_topic(asked)) is not None:
        return of_topic
    noun = asked.slot.quantity.noun
    of_noun = counted(asked)
    if of_noun is not None and noun is not None:
        names_more = of_noun.end - of_noun.start > len(noun)  # `20 xã đạt chuẩn, 9 xã nông thôn mới nâng cao`
        if names_more or not _is_a_kind_of(asked, nearest, of_noun, noun):
            return of_noun  # `giải thể, sáp nhập, giảm 276 lãnh đạo` counts the leaders
    if nearest.value == "growth_overall":
        grown = _grown_before(asked)
        if grown is not None or not is_told_of(asked):
            return grown or own_link(asked)
    others = dict.fromkeys((*(mark.value for mark in marks[:-1]), *near))
    rivals = tuple(one for one in others if one != nearest.value)
    return Link(nearest.value, nearest.start, nearest.end, "before", rivals)


def _grown_before(asked: Question) -> Link | None:
    """The thing before whose growth is told of: `hơn 1 triệu lượt khách, tăng trưởng 21,8%`."""
    if asked.before is None or ":" in asked.gap:
        return None
    goes_on = fits(asked.before.indicator, asked.unit) or _BARE_GROWTH.fullmatch(asked.gap)
    return replace(asked.before, how="chain") if goes_on else None


_BARE_GROWTH = expression(
    r"\s*(?:[,(] ?(?:và |đạt |với |có )*|,? ?(?:với |tương đương |tương ứng )+)(?:tốc độ |mức )?tăng trưởng"
    r"(?: bình quân| cao nhất)?"
    r"(?: hằng năm| hàng năm)?(?: đạt| là| ở mức| lên đến)* ?"
)
"""`xuất khẩu thủy sản đạt 8 tỷ USD, tăng trưởng bình quân 9,5%`: of the thing before, whatever it is."""


def _is_a_kind_of(asked: Question, mark: Mark, of_noun: Link, noun: str) -> bool:
    """Whether a name tells more than the noun that is counted: `khách quốc tế đạt 235 nghìn lượt khách`."""
    words = asked.reading.low[mark.start : mark.end]
    if noun in words:
        return True
    shared = noun.rsplit(" ", 1)[-1] in words.split(" ") and not of_noun.indicator.startswith("other:")
    return shared and mark.value in catalogue.indicator(of_noun.indicator).near


def _is_another_rate(asked: Question, mark: Mark) -> bool:
    """Whether a rate with a name of its own stands between a name and a percent: `..., công suất phòng đạt 85%`."""
    return asked.unit == "percent" and _OWN_RATE.search(asked.reading.low, mark.end, asked.slot.start) is not None


def _counts_projects(asked: Question, mark: Mark) -> bool:
    """Whether projects are counted, not what they build: `đẩy nhanh tiến độ 5 dự án nhà ở xã hội`."""
    low, slot = asked.reading.low, asked.slot
    if (slot.quantity.noun or "").startswith(_PAPERS):
        return True
    return low.find(" dự án", slot.start, slot.end) >= 0 and "dự án" not in low[mark.start : mark.end]


_PAPERS = ("chương trình", "đề án", "kế hoạch", "nghị quyết", "hội nghị", "cuộc", "lớp", "đoàn", "văn bản")
"""What is counted for a purpose and not the thing itself: `3 chương trình và chương trình xóa nhà tạm`."""


_NEXT_ITEM = expression(r"[,;:]")


def named_after(asked: Question) -> Link | None:
    """A name right after a share, a rank or a count: `dẫn đầu cả nước về thu ngân sách`."""
    marks = named(asked, asked.slot.start, min(asked.slot.right, asked.slot.end + _AFTER))
    adjacent = bool(marks) and not asked.reading.low[asked.slot.end : marks[0].start].strip()
    if not adjacent and not asked.slot.quantity.noun and asked.unit not in _SAID_BEHIND:
        return None
    if marks and not adjacent and "trong đó" in asked.reading.low[asked.slot.end : marks[0].start]:
        return None  # `đón 4 triệu lượt, trong đó khách nội địa ...` names a part
    if marks and (is_of_a_rate(asked, marks[0]) or _counts_projects(asked, marks[0])):
        return None
    if marks and (is_narrowed(asked, marks[0]) or is_part_behind(asked, marks[0].value, marks[0].end)):
        return own_link(asked)  # `dẫn đầu cả nước về xuất khẩu tôm`
    between = asked.reading.low[asked.slot.end : marks[0].start] if marks else ""
    if _NEXT_ITEM.search(between) or ("cùng kỳ" in between and " và " in between):
        return None  # `khai khoáng giảm 4,1%, thu ngân sách tăng 6%` names the next thing
    return Link(marks[0].value, marks[0].start, marks[0].end, "after") if marks else None


def named_earlier(asked: Question) -> Link | None:
    """A name before the quantity before, in the same clause, for what has no unit of its own."""
    if asked.unit not in NEUTRAL_UNITS or asked.slot.quantity.noun:
        return None
    if asked.unit == "percent" and _OWN_RATE.match(asked.gap):
        return None
    if asked.unit == "percent" and asked.before is not None and _PART_OF_IT.fullmatch(asked.gap):
        named_so = asked.before.indicator.removeprefix("other:").removesuffix("_share")
        return replace(asked.before, indicator=f"other:{named_so}_share", how="own_words")
    marks = named(asked, asked.slot.clause_start, asked.left)
    if not marks or _is_a_named_part(asked, marks[-1].end) or _names_another_since(asked, marks[-1]):
        return None
    if grows_next(asked):
        return own_link(asked)  # `một số sản phẩm tăng trưởng mạnh như A tăng 19,8%, B tăng 18,6%`
    if is_of_some(asked, marks[-1]):
        return own_link(asked)
    if is_narrowed(asked, marks[-1]) or is_part(asked, marks[-1].value, marks[-1].end):
        return replace(asked.before, how="chain") if asked.before is not None else own_link(asked)
    return Link(marks[-1].value, marks[-1].start, marks[-1].end, "earlier")


_OWN_RATE = expression(
    r",? ?(?:và )?(?:tỷ lệ )?(?:giải quyết )?(?:(?:trước|sớm)(?: hạn)?(?:,| và) )?đúng hạn(?: đạt| là| chiếm)* ?$|"
    r",? ?(?:và |với |trong đó,? )?(?:công suất|hiệu suất|hệ số|tỷ suất|mức độ|tần suất|mật độ) [^,;\d]{2,50}"
    r" (?:đạt|là|còn|ở mức|tối đa|tối thiểu)(?!\w)|mật độ [^,;\d]{2,50}$"
    r"|, (?:và )?(?:số lượng|tổng số|số) (?!này|đó|trên|thu|tiền)[^,;\d]{3,50} (?:tăng|giảm)(?: [^\W\d]+)? ?$"
    r"| (?:với|có|và) (?:tỷ lệ|tỷ trọng) (?!này|tăng|giảm|đó|lớn|cao)[^,;\d]{3,60}$"
    r"|, (?:và )?tỷ lệ (?!này|tăng|giảm|đó|trên)(?:[^,;\d]|\d buổi){3,60}$"
)
"""A rate with a name of its own that the catalogue does not know: `..., công suất phòng bình quân đạt 85%`."""
_PART_OF_IT = expression(r"\s*, trong đó(?: có| chỉ có)?(?: khoảng| gần| hơn| trên| tới)? ?")
"""`xuất khẩu đạt 2,1 tỷ USD, trong đó 3% là của doanh nghiệp nhỏ`: a part of the sum, no growth."""
_PART_GROWS = expression(r"(?:.*trong đó:?|,?) (?:và |còn )?(?:\d{1,2} )?[^\W\d][^;\d]{2,60}(?<!\w)(?:tăng|giảm) $")


def _is_a_named_part(asked: Question, end: int) -> bool:
    """Whether a part is told of, with its name: `IIP tăng 9%, trong đó chế biến tăng 10%, khai khoáng giảm 4%`."""
    low = asked.reading.low
    if low.find("trong đó", end, asked.slot.start) < 0 or not _PART_GROWS.match(asked.gap):
        return False
    return not says_nothing(asked.reading, asked.own)


def _names_another_since(asked: Question, mark: Mark) -> bool:
    """Whether a thing of its own was told of since a name: `trường chuẩn 87%, tỷ lệ trẻ ra lớp 31%, mẫu giáo 97%`."""
    before = asked.before
    return (
        before is not None
        and before.how == "own_words"
        and before.indicator.startswith("other:ty_le_")
        and (before.start > mark.end and not says_nothing(asked.reading, asked.own))
    )


def of_its_topic(asked: Question) -> Link | None:
    """A general word (`doanh thu`, `dự án`) whose topic is spoken of."""
    own = asked.own
    for indicator in topical(asked.reading, asked.slot, own):
        if is_of_others(asked, indicator) or is_land_of_works(asked, indicator):
            continue
        if indicator == "fdi_registered" and _OF_ONE_PROJECT.search(asked.gap):
            return own_link(asked)
        if fits(indicator, asked.unit):
            return Link(indicator, own.start, own.end, "topic")
    return None


_OF_ONE_PROJECT = expression(
    r"(?<!\w)(?<!các )(?<!những )(?<!số )(?<!mỗi )(?<!tổng )dự án (?:nhà máy|xây dựng|khu|sản xuất|đầu tư xây dựng|điện"
    r"|tổ hợp|trung tâm|[^\W\d]+ [^\W\d]+ (?:do|của) (?:công ty|tập đoàn))(?!\w)[^;]{0,90}$"
)
"""`dự án Nhà máy điện khí với tổng vốn đầu tư 4 tỷ USD` is the cost of one project."""
_OWN_SUBJECT = expression(r"\s*((?:tỷ lệ|chỉ số|tổng số|tổng vốn|tổng mức) [^\W\d]+(?: [^\W\d]+){0,7}), ")
"""A thing that opens its sentence with a comma behind it: `Tỷ lệ nợ đọng sát trần, ở mức 62,2%`."""


_LONE = 60
"""A line that says only that something grows (`Tăng 9,2% so với cùng kỳ`) goes on about the line above."""


_PLACES = ("tỉnh", "thành phố", "tỉnh, thành phố")
"""Nouns that say nothing in a phrase, and are a thing of their own where they are counted: `gồm 1 thành phố`."""


def pointing_back(asked: Question) -> Link | None:
    """`mục tiêu này`, `riêng quý III`: the indicator spoken of before; `cả nước tăng 7,01%`: the economy's growth."""
    own = asked.own
    if not _only_points(asked):
        return None
    of_a_set = set_behind(asked)
    if of_a_set is not None:
        return of_a_set
    subject = _OWN_SUBJECT.match(asked.reading.low, asked.slot.sentence.start) if asked.slot.first else None
    if subject is not None and subject.end() <= asked.slot.start:
        words = Words(subject.start(1), subject.end(1), subject[1])
        return Link(f"other:{words.slug}", words.start, words.end, "own_words")
    grows = asked.unit == "percent" and (GROWS.search(asked.gap) or asked.slot.quantity.value < 0)
    lone = asked.slot.sentence.end - asked.slot.sentence.start < _LONE and asked.slot.left == asked.slot.sentence.start
    goes_on = not grows or lone or _is_a_place(asked) or opens_with_a_part(asked)
    behind = asked.reading.low[max(0, asked.left - len("%; ")) : asked.left].rstrip(" ;,")
    listed = asked.unit == "percent" and asked.before is not None and behind.endswith("%")
    for spoken_of in (asked.before or _subject_before(asked), asked.earlier if goes_on and not listed else None):
        if spoken_of is not None and fits(spoken_of.indicator, asked.unit):
            return _carried(asked, spoken_of)
    for_each = _for_each_person(asked)
    if for_each is not None:
        return for_each
    if grows and asked.before is not None and asked.before.indicator.startswith("other:"):
        return replace(asked.before, how="carried")
    if grows and asked.earlier is not None and THIS.match(asked.reading.low, asked.slot.sentence.start):
        return replace(asked.earlier, how="carried")  # `Con số này giảm 18,4%`
    if listed and asked.before is not None:
        return replace(asked.before, how="carried")  # `tỷ lệ nữ trên 15% như Tỉnh A 16%; Tỉnh B 17%`
    return Link("growth_overall", own.start, own.end, "growth_word") if grows and is_told_of(asked) else None


_EACH = ("/người", "/ người")
_FOR_EACH = ("income_per_capita", "grdp_per_capita")
_NEAR = 400


def _for_each_person(asked: Question) -> Link | None:
    """What people have, named shortly before, where a sum is for each of them: `Đến đầu năm, đạt 35 triệu/người`."""
    slot = asked.slot
    if not any(word in asked.reading.low[slot.start : slot.end] for word in _EACH):
        return None
    marks = asked.reading.marked(INDICATOR, max(0, slot.sentence.start - _NEAR), slot.sentence.start)
    named_so = [mark for mark in marks if mark.value in _FOR_EACH and fits(mark.value, asked.unit)]
    return Link(named_so[-1].value, named_so[-1].start, named_so[-1].end, "carried") if named_so else None


_WITH_NATIONS = frozenset(("exports", "imports", "trade_total", "trade_surplus", "fdi_registered", "fdi_projects"))


def _only_points(asked: Question) -> bool:
    """Whether the words before a quantity tell of nothing, and it counts no places."""
    if asked.slot.quantity.noun in _PLACES and asked.unit == "count":
        return False
    return says_nothing(asked.reading, asked.own)


def _carried(asked: Question, spoken_of: Link) -> Link:
    """What was spoken of, unless the words are the name of a nation, with which only a part of it is done.

    `Cụ thể, Trung Quốc đạt 6,36 tỷ USD`
    """
    own = asked.own
    places = asked.reading.marked(AREA, own.start, own.end) if spoken_of.indicator in _WITH_NATIONS else ()
    abroad = bool(places) and kinds().get(area_names(None).get(places[-1].value, "")) == "nation"
    return own_link(asked) if abroad else replace(spoken_of, how="carried")


def _is_a_place(asked: Question) -> bool:
    """Whether the words before a rise are a province or region alone: `IIP tăng ở nhiều nơi. Hải Phòng tăng 26,4%`."""
    own = asked.own
    places = asked.reading.marked(AREA, own.start, own.end)
    return bool(places) and places[0].start == own.start and places[-1].end == own.end


def _subject_before(asked: Question) -> Link | None:
    """What an earlier clause of the sentence, without figures, speaks of: `Thu ngân sách tăng đều; lũy kế đạt ...`."""
    marks = asked.reading.marked(INDICATOR, asked.slot.sentence.start, asked.slot.clause_start)
    return Link(marks[-1].value, marks[-1].start, marks[-1].end, "carried") if marks else None


WAYS: tuple[Callable[[Question], Link | None], ...] = (
    of_the_three_sectors,
    share_in_a_row,
    against_others,
    in_turn,
    of_a_market,
    poor_of_a_list,
    share_of_a_whole,
    share_of_the_structure,
    plan_of_spending,
    said_of_those,
    shared_next,
    shares_its_verb,
    in_respect,
    of_a_holder,
    of_output,
    of_industry,
    going_on,
    parts_in_brackets,
    around_an_aside,
    named_before,
    counted,
    named_after,
    of_its_topic,
    of_a_tally,
    named_earlier,
    growth_of_the_economy,
    nearly_named,
    opened_with,
    pointing_back,
)


def subject_of(reading: Reading, sentence: Sentence) -> Link | None:
    """What a line without figures speaks of, for the lines after it: the caption of a table, a heading."""
    marks = reading.marked(INDICATOR, sentence.start, sentence.end)
    if not marks or sentence.end - sentence.start > _CAPTION:
        return None
    return Link(marks[0].value, marks[0].start, marks[0].end, "carried")


_JOINED = expression(r"[^,;]{0,22}? và [^,;]{0,24}?")


def twin(reading: Reading, slot: Slot, linked: Link) -> Link | None:
    """The second of two indicators that share a rank: `dẫn đầu về A và B`, `A và B dẫn đầu cả nước`."""
    if slot.quantity.unit != "rank" or linked.how not in ("before", "after"):
        return None
    start, end = (slot.left, slot.start) if linked.how == "before" else (slot.end, slot.clause_end)
    for mark in reading.marked(INDICATOR, start, end):
        first, second = sorted(((linked.start, linked.end), (mark.start, mark.end)))
        between = reading.low[first[1] : second[0]]
        if mark.value != linked.indicator and _JOINED.fullmatch(between):
            return Link(mark.value, mark.start, mark.end, linked.how)
    return None
