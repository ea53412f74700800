"""A district or commune of the paper's province that a clause names without its kind: `Như Xuân đạt 16 tiêu chí`."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from camket.catalogue.homes import Level
from camket.extract.figures.clause import Slot
from camket.extract.known_places import NEW_LEVEL_FROM, around, parts_of
from camket.extract.lexicon import AREA
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_LEADS = expression(
    r"(?:^(?:[-+•*] ?)?|[:;(] ?|(?<!\w)(?:(?P<sure>riêng|tại|ở|của|trên địa bàn|trong đó(?: có|,)?)|còn|như|gồm|là|về"
    r"|với|cụ thể) )"
    r"(?P<kind>(?:huyện|huyện đảo|thị xã|thành phố|tx\.?|tp\.?) ?)?$"
)
"""What leads to such a name where no other of them stands before it: a beginning, or a word that names places."""
_TELLS = expression(
    r" ?(?:[(:,;]|$|-? ?\d)| (?:cũng |đã |chỉ |mới |ước |hiện |vẫn |đang |lại |đều |sẽ |phấn đấu |tiếp tục )*"
    r"(?:đạt|có|là|còn|tăng|giảm|thu|trồng|gieo|cấy|thu hoạch|xuống giống|triển khai|thực hiện|hoàn thành|huy động"
    r"|giải ngân|xây dựng|công nhận|bố trí|đón|chiếm|với|được|bị|năm|thiệt hại|ghi nhận|phát triển|duy trì|khoảng"
    r"|gần|hơn|trên|dưới|từ|do|để|thành lập|phấn đấu|đầu tư|cho|sản xuất|nuôi|khai thác|xếp|đứng|dẫn đầu"
    r"|(?:cao|thấp|nhiều|ít|lớn|nhỏ) nhất)(?!\w)"
)
_ELSEWHERE = expression(
    r"(?<!\w)(?:toàn|cả|chung|bình quân|của) (?:tỉnh|huyện|thành phố|thị xã|nước|quốc)(?!\w)"
    r"|(?<!\w)(?:tổ chức|diễn ra|hội nghị|phiên|lễ|phát biểu|chủ tịch|bí thư)(?!\w)"
)
"""Behind such a name: what the figure is of after all, or that something is only held there."""
_KINDS = ("huyện", "thị xã", "thành phố", "tp", "tp.", "quận", "xã", "phường", "thị trấn", "đặc khu")
_RUN = expression(rf"(?<!\w)[{UPPER}][\w']*(?: [{UPPER}][\w']*){{0,4}}")
_OPENING = ("Riêng ", "Tại ", "Ở ", "Còn ", "Như ", "Với ", "Huyện ", "Trong ")
"""Words that have a capital where they begin a sentence, before a name."""
_JOINS = (", ", " và ")


_NAMED_WORKS = expression(
    r"(?:KCN|CCN|[Kk]hu công nghiệp|[Cc]ụm công nghiệp|[Kk]hu đô thị|[Nn]hà máy|[Cc]ảng|[Cc]ầu|[Hh]ồ|[Bb]ến)"
    rf" [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}(?:, [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}})*(?:, | và )?$"
)
"""Works that are called by their places: `7 KCN là KCN Thụy Vân, Trung Hà, Hạ Hòa với tổng diện tích`."""


class _Span(NamedTuple):
    start: int
    end: int
    first: str


def known_part(reading: Reading, slot: Slot, scene: Scene, after: int | None = None) -> str | None:
    """The district, or from 2025-07-01 the commune, of the paper's province that the clause names before a quantity.

    A name alone counts behind a word that leads to a place, or where the paper tells its kind elsewhere; persons bear
    the same names. Of several side by side it is all of them. Where `after` is given, none before that counts.
    """
    if scene.area is None:
        return None
    new = scene.day is not None and scene.day >= NEW_LEVEL_FROM
    names = _present(reading.low, scene.area, new=new)
    if not names or not holds(reading.low[after or slot.clause_start : slot.start], names):
        return None
    sentence = reading.low[slot.sentence.start : slot.sentence.end]
    several = sum(name in sentence for name in names) > 1 or _is_an_item_among_such(reading, slot, names)
    for one in reversed(_named(reading, slot, names)):
        if one.start >= (after or 0) and _is_of(reading, slot, one, several=several):
            return reading.text[one.start : one.end]
    return None


_ITEM_MARKS = ("-", "+", "•", "*")


def _is_an_item_among_such(reading: Reading, slot: Slot, names: tuple[str, ...]) -> bool:
    """Whether such names open the line and one beside it, both items: `- Kim Bảng: thu ...`, `- Lý Nhân: thu ...`."""
    begin = reading.low.rfind("\n", 0, slot.start) + 1
    if not _opens_with_one(reading, begin, names):
        return False
    after = reading.low.find("\n", slot.start) + 1
    before = reading.low.rfind("\n", 0, max(0, begin - 1)) + 1 if begin else 0
    return any(_opens_with_one(reading, line, names) for line in (after, before) if line not in (0, begin))


def _opens_with_one(reading: Reading, line: int, names: tuple[str, ...]) -> bool:
    while reading.low.startswith(" ", line):
        line += 1
    if not reading.low.startswith(_ITEM_MARKS, line):
        return False
    line += 1 + reading.low.startswith(" ", line + 1)
    return reading.low.startswith(names, line)


@lru_cache(maxsize=2)
def _present(low: str, area: str, *, new: bool) -> tuple[str, ...]:
    """Those names of the parts of the province around an area that stand in a text; asked for at each quantity."""
    level: Level = "commune" if new else "district"
    return tuple(name for province in around(area) for name in parts_of(province, level) if name in low)


def _named(reading: Reading, slot: Slot, names: tuple[str, ...]) -> list[_Span]:
    """Where a clause names such places, those that stand side by side as one."""
    found: list[_Span] = []
    for run in _RUN.finditer(reading.text, slot.clause_start, slot.start):
        start, name = run.start(), reading.low[run.start() : run.end()]
        if name not in names:
            start += next((len(word) for word in _OPENING if run[0].startswith(word)), 0)
            name = reading.low[start : run.end()]
        if name not in names:
            continue
        if found and reading.low[found[-1].end : start] in _JOINS:
            found[-1] = found[-1]._replace(end=run.end())
        else:
            found.append(_Span(start, run.end(), name))
    return found


def _is_of(reading: Reading, slot: Slot, one: _Span, *, several: bool) -> bool:
    """Whether places named in a clause are those of the quantity behind them; `several` of them tell each other."""
    if reading.marked(AREA, one.end, slot.start) or _TELLS.match(reading.low, one.end, slot.start + 1) is None:
        return False
    if _ELSEWHERE.search(reading.low, one.end, slot.start):
        return False
    if _NAMED_WORKS.search(reading.text, max(slot.clause_start, one.start - 160), one.start) is not None:
        return False
    led = _LEADS.search(reading.low[slot.clause_start : one.start].lstrip())
    if led is None and not reading.low.endswith(_JOINS, 0, one.start):
        return False
    if several or _is_ordered(reading, one) or (led is not None and (led["sure"] or led["kind"]) is not None):
        return True
    return _is_told(reading, one.first)


_IN_ORDER = expression(r" (?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) nhất|dẫn đầu|đứng đầu|xếp cuối|đứng cuối)(?!\w)")
_NEXT_IN_ORDER = (" nhất là ", " nhất ở ", " đầu là ", "tiếp đến là ", "kế đến là ", "tiếp theo là ", "sau đó là ")


def _is_ordered(reading: Reading, one: _Span) -> bool:
    """Whether a name is told as one in an order of places: `Đà Bắc cao nhất với 35%`, `thấp nhất là Lương Sơn`."""
    return reading.low.endswith(_NEXT_IN_ORDER, 0, one.start) or _IN_ORDER.match(reading.low, one.end) is not None


def _is_told(reading: Reading, name: str) -> bool:
    """Whether a paper names a place with its kind elsewhere."""
    return any(f"{kind} {name}" in reading.low for kind in _KINDS)
