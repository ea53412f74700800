"""Which place a paragraph goes on about: another province or region, the nation, a commune or district."""

from __future__ import annotations

from collections.abc import Iterable

from camket.extract.figures.attributes import last_plan
from camket.extract.figures.level import kinds
from camket.extract.figures.parted import LOCAL_KINDS, NAME, part_named
from camket.extract.figures.turned import topic_area
from camket.extract.figures.where import COUNTRY
from camket.extract.lexicon import AREA
from camket.extract.scene import Scene, area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.forms import form_behind
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.grammar.sentence import Sentence

_OPENING = 120
_BODY_OF_THE_NATION = expression(
    r"(?:theo |số liệu |thống kê |báo cáo |thông tin |mới nhất |cập nhật |của |từ |tại |do )*"
    r"(?:tổng cục (?:hải quan|thống kê|thuế|thủy sản|lâm nghiệp|du lịch)|cục (?:đầu tư nước ngoài|xuất nhập khẩu)"
    r"|bộ (?:công thương|nông nghiệp|nn|kế hoạch)|hiệp hội [^,.;]{3,60} việt nam|vasep|vitas|vinafruit)(?!\w)"
)
_ITS_NAMES = (
    "tổng cục",
    "cục đầu tư nước ngoài",
    "cục xuất nhập khẩu",
    "bộ ",
    "hiệp hội",
    "vasep",
    "vitas",
    "vinafruit",
)
_OF_THE_NATION = ("xuất khẩu", "nhập khẩu", "kim ngạch", "gdp", "cpi", "chỉ số giá tiêu dùng", "khách quốc tế")
_STATISTICS = "tổng cục thống kê"
"""Who counts the whole country, whatever is counted."""
_OF_A_PLACE = ("tỉnh", "thành phố", "tp", "địa phương", "địa bàn", "huyện", "grdp", "đứng thứ", "xếp thứ", "xếp hạng")


def told_so_far(
    reading: Reading, sentences: Iterable[Sentence], scene: Scene, area: str | None, plan: str | None
) -> tuple[str | None, str | None]:
    """The place and the plan that a paragraph has come to with some more sentences.

    They are asked for only where a figure stands, for three sentences of four come before none in their paragraph.
    """
    for sentence in sentences:
        area = _area_at(reading, sentence, scene, area)
        plan = last_plan(reading, sentence.start, sentence.end) or plan
    return area, plan


def _area_at(reading: Reading, sentence: Sentence, scene: Scene, before: str | None) -> str | None:
    """The place that a sentence turns to or goes on about; `before` is that of the paragraph so far."""
    turned = _item_of_a_place(reading, sentence, scene) or topic_area(reading, sentence, scene)
    if turned is not None:
        return turned
    if _is_told_of_the_nation(reading, sentence, scene):
        return COUNTRY
    part = _part_told_of(reading, sentence) or part_meant(reading, sentence, scene)
    if part is not None:
        return part
    return None if before is not None and _leaves_the_part(reading, sentence, before) else before


_ITEM = expression(r"[-+*•–] ?(?:tỉnh |thành phố |tp\.? ?)?")
_ITEM_MARKS, _LONGEST_LEAD = ("-", "+", "*", "•", "–"), 38
_TELLS_OF_IT = expression(
    r" ?:| (?:đã |hiện |cũng |mới |chỉ |ước |vẫn |đang )*(?:có|đạt|thu|chi|mất|còn|tăng|giảm|bị|thiệt hại|trồng|gieo"
    r"|cấy|xuất khẩu|nhập khẩu|đón|giải ngân|thu hút|được|xếp|đứng|ghi nhận|huy động|hoàn thành|sản xuất|nuôi"
    r"|tiêu hủy|xuống giống|thu hoạch|công nhận)(?!\w)"
)
"""What an item of a list goes on with behind the place of which it tells: no way to another, no journey."""


def _item_of_a_place(reading: Reading, sentence: Sentence, scene: Scene) -> str | None:
    """The province that an item of a list begins with: all it tells is of it: `- Long An mất 589 con, chết 236 con`.

    A nation there is mostly one that the paper's place trades with.
    """
    if not reading.low.startswith(_ITEM_MARKS, sentence.start):
        return None
    for mark in reading.marked(AREA, sentence.start, min(sentence.end, sentence.start + _LONGEST_LEAD)):
        named = area_names(scene.day).get(mark.value)
        if kinds().get(named or "") not in LOCAL_KINDS or not _ITEM.fullmatch(reading.low, sentence.start, mark.start):
            continue
        if _TELLS_OF_IT.match(reading.low, form_behind(reading.low, mark.end).end):
            return named
    return None


def _is_told_of_the_nation(reading: Reading, sentence: Sentence, scene: Scene) -> bool:
    """Whether a body of the nation tells of its trade in a story of a province, which the sentence does not name.

    `Theo số liệu của Tổng cục Hải quan, 6 tháng đầu năm xuất khẩu ngành tôm đạt 2,3 tỷ USD`.
    """
    low = reading.low
    if kinds().get(scene.area or "") not in LOCAL_KINDS:
        return False
    if not holds(low[sentence.start : sentence.start + _OPENING], _ITS_NAMES):
        return False
    if _BODY_OF_THE_NATION.match(low, sentence.start, sentence.end) is None:
        return False
    words = low[sentence.start : sentence.end]
    counted = _STATISTICS in words[:_OPENING]
    if not (counted or holds(words, _OF_THE_NATION)) or holds(words, _OF_A_PLACE):
        return False
    kind = kinds()
    return all(kind.get(mark.value) == "nation" for mark in reading.marked(AREA, sentence.start, sentence.end))


_PART = expression(
    rf"(?:[^,;:.]{{0,60}}, )?(?:[Xx]ã|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Tt]hị trấn)(?: đảo)? (?P<name>{NAME})"
    r"(?: \([^()]{3,30}\))?(?: (?:đã|đang|hiện|nay|vừa|cũng|là|có|đạt|huy động|xây dựng|phấn đấu|được)(?!\w))"
)
_PART_WORDS = ("xã ", "huyện ", "phường ", "thị trấn ")


def _part_told_of(reading: Reading, sentence: Sentence) -> str | None:
    """The commune or district that a sentence has as its subject: `Qua 8 năm, xã Tân Lập đã huy động ...`."""
    if not holds(reading.low[sentence.start : sentence.start + _OPENING], _PART_WORDS):
        return None
    found = _PART.match(reading.text, sentence.start, sentence.end)
    return found["name"] if found is not None else None


_KIND = r"(?:xã|huyện|thị xã|phường|thị trấn)"
_MEANT = expression(
    rf"(?:(?:^|[,;] )(?P<subject>{_KIND})(?: nhà| này| ta)?"
    r"(?= (?:đã|được|có|còn|hiện|đang|đạt|là|cũng|mới|sẽ|chỉ|huy động|vận động|phấn đấu|tiếp tục|tập trung|triển khai"
    r"|hoàn thành|thực hiện|đặt)(?!\w))"
    rf"|(?<!\w)(?:của|trong|toàn|trên địa bàn|ở|tại) (?P<owner>{_KIND})(?: nhà| này| ta)?"
    r"(?=[.;:]|,? (?!đảo |nông thôn |vùng |biên giới |miền |khó khăn |nghèo |đặc biệt |hội(?!\w)"
    rf"|(?:và )?{_KIND})[^\W\d]|, \d))"
)
_IN_CAPITALS = expression(rf"(?: đảo)? [{UPPER}]")
_FAR = 900
"""Letters back to the part whose kind alone a paragraph names."""


def part_meant(reading: Reading, sentence: Sentence, scene: Scene) -> str | None:
    """The commune or district of which a sentence speaks by its kind alone, where the lines before named one last.

    `... lãnh đạo xã Tân Lập đã chỉ đạo. Thu nhập của người dân trong xã ngày một nâng lên: năm 2019 đạt 38 triệu đồng`
    """
    low = reading.low
    if not holds(low[sentence.start : sentence.end], _PART_WORDS):
        return None
    for found in _MEANT.finditer(low, sentence.start, sentence.end):
        kind = "subject" if found["subject"] else "owner"
        if _IN_CAPITALS.match(reading.text, found.end(kind)) is None:
            return _named_before(reading, found[kind], sentence.start, scene)
    return None


def _named_before(reading: Reading, kind: str, end: int, scene: Scene) -> str | None:
    """The commune or district of a kind that was named last, where the paper is of what lies around it."""
    named = list(part_named(kind).finditer(reading.text, max(0, end - _FAR), end))
    if not named or _SEVERAL.search(reading.low, max(0, named[-1].start() - 12), named[-1].start()):
        return None
    name = named[-1]["name"]
    below = kinds().get(scene.area or "") is not None or kind in _COMMUNES
    return name if below and fold(name) != fold(scene.area or "") else None


_SEVERAL = expression(r"(?:các|hai|ba|những|\d+) $")
_COMMUNES = ("xã", "phường", "thị trấn")


_OTHERS = expression(
    r"(?<!\w)(?:toàn|của|trong|cả|trên địa bàn) (?:tỉnh|huyện|thành phố|thị xã)(?!\w)"
    r"|(?<!\w)tỉnh (?:đã|có|đang|ta)(?!\w)|(?<!\w)cả nước(?!\w)"
    r"|(?<!\w)(?:các|nhiều|những|\d+) (?:xã|huyện|địa phương|phường)(?!\w)"
)
_KINDS_OF_PARTS = ("huyện", "xã", "phường", "thị xã", "thị trấn")


def _leaves_the_part(reading: Reading, sentence: Sentence, part: str) -> bool:
    """Whether a sentence after one of a commune or district speaks of its province or of others beside it."""
    if kinds().get(part) is not None:
        return False
    if _OTHERS.search(reading.low, sentence.start, sentence.end):
        return True
    low, name = reading.low, fold(part)
    return any(
        not low.startswith(name, at + len(kind) + 1) and low[at + len(kind) + 1 : at + len(kind) + 2].isalpha()
        for kind in _KINDS_OF_PARTS
        if (at := low.find(f"{kind} ", sentence.start, sentence.end)) >= 0
        and reading.text[at + len(kind) + 1 : at + len(kind) + 2].isupper()
    )
