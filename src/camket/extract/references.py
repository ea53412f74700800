"""The papers, plans and programmes that a text cites."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from camket.extract.place import place
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.model.fact import Reference, ReferenceType
from camket.model.message import Message, message
from camket.rules.book import rule_set
from camket.rules.reference.item import Citation
from camket.rules.reference.named import BUDGETED

_LEADING_NUMBER = expression(r"0*(\d+)")
_YEARED = expression(r"0*(\d+/(?:19|20)\d\d)(?!\d)")
_ADDRESSED = 0.95
_BY_NUMBER, _BY_MEETING, _BY_TITLE = 0.9, 0.85, 0.7


def find_references(reading: Reading) -> tuple[Reference, ...]:
    """Every mention of a paper, in the order of the text. A name that holds another paper's name makes two records.

    A short form takes number, date and issuer from the mention nearest before it, else after it, that has the same
    type and the same leading number (`Nghị quyết 18` of `Nghị quyết số 18-NQ/TW`), or the same title for a law.
    """
    made = reading.made.get("reference")
    if made is None:
        made = rule_set().run("reference", reading)
    own = [(one, one.item) for one in made if isinstance(one.item, Citation)]
    cited = _amended([(one, _of_its_author(reading, one, _of_its_day(reading, one, item))) for one, item in own])
    mentions = _Mentions(cited)
    bodies: dict[str | None, str | None] = {}
    found: list[Reference] = []
    for number, (one, _) in enumerate(cited):
        item, reasons = _completed(cited, number, mentions)
        if item.number not in bodies:
            bodies[item.number] = issuer_by_code(reading, item.number)
        item = replace(item, issuer=item.issuer or bodies[item.number])
        end = _end(cited, number)
        if not _is_own(reading, one, item):
            found.append(_reference(reading, one, end, item, reasons))
        names = item.number or item.type in _MAKING or reading.low.startswith("tờ trình", one.start)
        yearly = names and _YEARLY.search(reading.low, one.start, end)
        if names and not yearly and (inner := _INNER.search(reading.text, one.start, end)):
            found.append(_inside(reading, inner, item))
        elif names:
            found += _named_inside(reading, one.start + 1, end)
    return tuple(found)


_ISSUED_ON = expression(
    r"\bngày (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d),? [^;:.]{2,120}?"
    r"\b(?:đã |vừa |tiếp tục )*(?:có|ban hành|ký|ra|gửi|phát đi|ký ban hành)(?: thêm| ngay)? $"
)
"""The day on which somebody is said to issue a paper, before its name: `ngày 3/11/2020, Tổng cục có Công văn ...`."""
_ISSUING_VERBS = ("có ", "hành ", "ký ", "ra ", "gửi ", "đi ", "thêm ", "ngay ")
_SAYING_DAY = 160
"""So many letters before a paper's name hold the day and who issued it."""


def _of_its_day(reading: Reading, one: Made, item: Citation) -> Citation:
    """A numbered paper without a day of its own has that on which the sentence says it was issued."""
    if item.number is None or item.date is not None or not reading.low.endswith(_ISSUING_VERBS, 0, one.start):
        return item
    first = max(reading.sentence_at(one.start).start, one.start - _SAYING_DAY)
    found = _ISSUED_ON.search(reading.low, first, one.start)
    if found is None or "ngày " in reading.low[found.end("year") : one.start]:
        return item
    return replace(item, date=f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}")


_SAID_IN = expression(
    r"\b(?:đề nghị|đề xuất|kiến nghị|ý kiến|báo cáo|tham mưu|thẩm định|phản ánh) của "
    r"(?P<who>(?:(?! tại | của |\d)[^,;:.\n\"]){3,90}) (?:nêu )?tại (?:các )?$"
)
"""Who says something in a paper, before its name: `theo đề nghị của Sở Y tế tại Tờ trình số ...`."""


def _of_its_author(reading: Reading, one: Made, item: Citation) -> Citation:
    """A numbered paper that names no issuer is of whoever is said to ask, report or give a view in it."""
    if item.number is None or item.issuer is not None or not reading.low.endswith(("tại ", "tại các "), 0, one.start):
        return item
    found = _SAID_IN.search(reading.low, max(0, one.start - _SAYING_DAY), one.start)
    return replace(item, issuer=reading.text[slice(*found.span("who"))]) if found else item


_BODIES = {
    "ubnd": expression(r"\b(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|tp)\b"),
    "hđnd": expression(r"\b(?:hđnd|hội đồng nhân dân) (?:tỉnh|thành phố|tp)\b"),
    "bcsđ": expression(r"\bban cán sự đảng (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|tp)\b"),
}
"""What the code of a body in a paper's number stands for in the papers of a province."""


_NATIONAL = {
    "cp": "Chính phủ", "ttg": "Thủ tướng Chính phủ", "qh": "Quốc hội", "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "vpcp": "Văn phòng Chính phủ",
}  # fmt: skip
"""What the codes of the nation's bodies stand for."""


def issuer_by_code(reading: Reading, number: str | None) -> str | None:
    """Who issued a paper, as the code in its number tells; a province's body in the words that name it first."""
    code = _code(number)
    if code not in _BODIES:
        return _NATIONAL.get(code)
    found = _BODIES[code].search(reading.low)
    return reading.text[found.start() : found.end()] if found else None


def _code(number: str | None) -> str:
    """The code of the body in a paper's number; of a legislature without its term: `qh` of `72/2025/QH15`."""
    parts = re.split(r"[-/]", number.lower()) if number else [""]
    last = parts[-2] if len(parts) > 2 and (parts[-2] in _NATIONAL or parts[-2] in _BODIES) else parts[-1]
    return last.rstrip("0123456789")


_INNER_TYPES: dict[str, ReferenceType] = {
    "kế hoạch": "plan", "chiến lược": "plan", "quy hoạch": "plan", "chương trình": "programme", "đề án": "scheme",
    "quy chế": "regulation", "quy định": "regulation",
}  # fmt: skip
_INNER = expression(
    r" (?i:về|về việc|phê duyệt|ban hành|triển khai|thực hiện|xây dựng|lập|điều chỉnh|bổ sung|phân bổ|giao"
    r"|giao chỉ tiêu) "
    rf"(?P<name>(?:(?P<type>(?i:{'|'.join(_INNER_TYPES)}))"
    r" [^;:]{8,}?(?:năm|giai đoạn|thời kỳ|nhiệm kỳ) \d{4}(?: ?- ?\d{4})?(?:, tầm nhìn đến năm \d{4})?"
    r"|(?P<rules>Quy chế|Quy định) [^;:]{12,}))$"
)
"""The plan of a year or a period, or the rules, with whose name the title of another paper ends."""
_MAKING = frozenset({"resolution", "decision"})
"""Papers that make the plan which they name; a `Tờ trình` only asks for it."""


_GROUNDS = expression(r"\n[-+* ]*căn cứ ")
_TOP = 1500
"""So many letters hold a paper's title and its first grounds."""


def _is_own(reading: Reading, one: Made, item: Citation) -> bool:
    """Whether the words are the title with which a paper copied without its head begins: it cites nothing."""
    opens = item.number is None and item.type in _MAKING and not reading.low[: one.start].strip()
    return opens and _GROUNDS.search(reading.low, 0, _TOP) is not None


def _named_inside(reading: Reading, start: int, end: int) -> Iterator[Reference]:
    """The budget and the plan of a year, and the national programmes, that a paper's title names on its way."""
    for pattern, item, rule in _ON_THE_WAY:
        for each in pattern.finditer(reading.low, start, end):
            yield _reference(reading, Made(*each.span(), rule, item), each.end(), item, ())


_BUDGETED = expression(rf"(?<!\w){BUDGETED}")
_BUDGET = Citation(type="plan")
_YEARLY = expression(r"(?<!\w)kế hoạch phát triển kinh tế ?- ?xã hội(?= và dự toán)")
_ON_THE_WAY = (
    (_YEARLY, _BUDGET, "reference/plan"),
    (_BUDGETED, _BUDGET, "reference/budget"),
    (
        expression(r"(?<!\w)chương trình mục tiêu quốc gia(?= |$|[,.;])"),
        Citation(type="programme"),
        "reference/programme",
    ),
)


def _inside(reading: Reading, inner: re.Match[str], outer: Citation) -> Reference:
    """The plan named in the title of the paper that makes it."""
    issuer = outer.issuer if outer.type in _MAKING else None
    item = Citation(type=_INNER_TYPES[(inner["type"] or inner["rules"]).lower()], issuer=issuer)
    made = Made(*inner.span("name"), "reference/plan", item)
    return _reference(reading, made, made.end, item, ())


_NEAREST = 40
"""Mentions of one paper that are looked at to each side."""
_LISTED = ("reference/listed_number", "reference/number_alone")
_BETWEEN_LISTED = len(" và số ")


def _end(cited: Sequence[tuple[Made, Citation]], number: int) -> int:
    """The end of a mention; where its name runs on through the papers cited next, the last one's end."""
    one, item = cited[number]
    if not item.goes_on or number + 1 == len(cited) or cited[number + 1][0].start - one.end > 1:
        return one.end
    last = number + 1
    while last + 1 < len(cited) and _goes_with(cited[last][0], cited[last + 1][0]):
        last += 1
    return _end(cited, last)


def _amended(cited: list[tuple[Made, Citation]]) -> list[tuple[Made, Citation]]:
    """`Luật sửa đổi ... của Luật A và Luật B ngày 22/11/2019`: the name runs on over all, and the day is its own."""
    found = list(cited)
    for at, (one, item) in enumerate(cited):
        if one.rule != _AMENDING:
            continue
        end, last = one.end + 1, at
        while (
            last + 1 < len(cited) and 0 <= cited[last + 1][0].start - end <= len(" và ") and _is_law(cited[last + 1][1])
        ):
            last += 1
            end = cited[last][0].end
        made, its = cited[last]
        if last > at and its.date:
            found[at] = (replace(one, end=made.end), replace(item, date=its.date, goes_on=False))
            found[last] = (replace(made, end=made.start + len(f"luật {its.name}")), replace(its, date=None))
    return found


def _is_law(item: Citation) -> bool:
    return item.type == "law" and bool(item.name) and item.number is None


_AMENDING = "reference/amending_law"


def _goes_with(one: Made, other: Made) -> bool:
    return other.rule in _LISTED and other.start - one.end <= _BETWEEN_LISTED


def _reference(reading: Reading, one: Made, end: int, item: Citation, reasons: tuple[Message, ...]) -> Reference:
    spot = place(reading, one.start, end)
    return Reference(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=one.rule,
        confidence=_confidence(item),
        reasons=reasons,
        type=item.type,
        number=item.number,
        date=item.date,
        issuer=item.issuer,
    )


def _confidence(item: Citation) -> float:
    if item.number and not _is_short(item.number):
        return _ADDRESSED
    if item.number:
        return _BY_NUMBER
    return _BY_MEETING if item.issuer else _BY_TITLE


class _Mentions:
    """The citations of a text by what two mentions of one paper can share: its leading number, or its name."""

    def __init__(self, cited: Sequence[tuple[Made, Citation]]) -> None:
        self._items = [item for _, item in cited]
        self._numbers: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for number, item in enumerate(self._items):
            for key in self._keys(item):
                self._numbers[key].append(number)
        self.meetings = {item.meeting for item in self._items if item.meeting}

    @staticmethod
    def _keys(item: Citation) -> Iterable[tuple[str, str, str]]:
        leading = _LEADING_NUMBER.match(item.number) if item.number else None
        if item.number:
            yield item.type, "number", leading[1] if leading else item.number
        if item.name:
            yield item.type, "name", item.name

    def near(self, number: int) -> Iterable[Citation]:
        """The other mentions that may be of the same paper: the nearest before first, then those after."""
        shared = {key: self._numbers[key] for key in self._keys(self._items[number])}
        before = {one for places in shared.values() for one in places[: bisect_left(places, number)][-_NEAREST:]}
        after = {one for places in shared.values() for one in places[bisect_right(places, number) :][:_NEAREST]}
        return [self._items[one] for one in (*sorted(before, reverse=True), *sorted(after))]


def _completed(
    cited: Sequence[tuple[Made, Citation]], number: int, mentions: _Mentions
) -> tuple[Citation, tuple[Message, ...]]:
    """The citation with what other places of the text say of the same paper, and what was taken from there."""
    item = cited[number][1]
    if item.meeting:
        return replace(item, issuer=_fullest_meeting(item.meeting, mentions.meetings)), ()
    same = [other for other in mentions.near(number) if _same_paper(item, other)]
    coded = [other.number for other in (item, *same) if other.number and not _is_short(other.number)]
    whole = replace(
        item,
        number=coded[0] if coded else _coded_in_list(cited, number) or item.number,
        date=next((other.date for other in (item, *same) if other.date), None),
        issuer=next((other.issuer for other in (item, *same) if other.issuer), None) or _list_issuer(cited, number),
    )
    if (whole.number, whole.date) == (item.number, item.date):
        return whole, ()
    return whole, (message("reference.completed", number=whole.number or "", date=whole.date or ""),)


def _coded_in_list(cited: Sequence[tuple[Made, Citation]], number: int) -> str | None:
    """In `Nghị quyết số 10, 11 và 12-NQ/TU` the code of the last is that of all."""
    one, item = cited[number]
    if not item.number or not item.number.isdecimal():
        return None
    for other, its in cited[number + 1 :]:
        if not _goes_with(one, other) or not its.number:
            return None
        if not its.number.isdecimal():
            return f"{item.number}{its.number.lstrip('0123456789')}"
        one = other
    return None


def _same_paper(item: Citation, other: Citation) -> bool:
    if item.type != other.type:
        return False
    if item.number is None or other.number is None:
        return item.name is not None and item.name == other.name
    if not (_is_short(item.number) or _is_short(other.number)):
        return item.number == other.number
    return _shared(item.number) == _shared(other.number) if _dated(item, other) else _lead(item) == _lead(other)


def _is_short(number: str) -> bool:
    """Whether a number has no code: `18`, `35/2023`."""
    return not any(letter.isalpha() for letter in number)


def _dated(item: Citation, other: Citation) -> bool:
    return all(one.number and _YEARED.match(one.number) for one in (item, other))


def _shared(number: str) -> str:
    """Number and year of `35/2023/UBTVQH15`, by which its short form `35/2023` is known."""
    found = _YEARED.match(number)
    return found[1] if found else number


def _lead(item: Citation) -> str | None:
    found = _LEADING_NUMBER.match(item.number or "")
    return found[1] if found else None


def _fullest_meeting(meeting: str, meetings: Iterable[str]) -> str:
    """`Đại hội Đảng bộ tỉnh` is the fullest name of a meeting of the text that holds these words in their order."""
    return max((meeting, *sorted(one for one in meetings if _in_order(meeting, one))), key=len)


def _in_order(short: str, full: str) -> bool:
    words = iter(full.lower().split())
    return all(word in words for word in short.lower().split())


def _list_issuer(cited: Sequence[tuple[Made, Citation]], number: int) -> str | None:
    """In `Nghị quyết 01, 02 của Chính phủ` the issuer stands after the last."""
    one, item = cited[number]
    for place_after in range(number + 1, len(cited)):
        other, its = cited[place_after]
        if not _goes_with(one, other):
            return None
        if its.issuer and its.type == item.type:
            return its.issuer
        one = other
    return None
