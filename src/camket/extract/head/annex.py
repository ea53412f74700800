"""The line that says which paper an annex goes with: its type, number, day and issuer are those of the annex too.

`(Kèm theo Quyết định số 21/QĐ-UBND ngày 17/01/2022 của UBND tỉnh Bắc Ninh)` stands under the title of annexes, which
come as workbooks and as files of their own. Decree 30/2020/NĐ-CP, annex I, part II.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.head.area import area_within
from camket.extract.head.below import below_province
from camket.extract.head.kind import kind_of_type, type_of_number, types_by_name
from camket.extract.head.lines import Line, as_written, top_lines
from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.document import DocumentKind
from camket.model.document_type import DocumentType

_BLANK = r"[ .…_]*"
_GOES_WITH = expression(
    r"(?:^|\n)[ \t]*\(?(?:(?:ban hành|gửi|được ban hành) )?kèm theo "
    r"(?:[^\d\n()]{3,90}? tại )?(?P<type>[^\W\d]+(?: [^\W\d]+){0,3}?)(?: của [^\d\n]{3,60}?)?"
    rf"(?: ?số ?:?| (?=[/…]|\.\.)){_BLANK}(?P<number>(?:\d{{1,5}} (?=/))?[^\s,;()]*[/-][^\s,;()]+)"
    rf"[ ,;]*\n?(?:ngày{_BLANK}(?:(?P<day>\d{{1,2}}){_BLANK})?(?:/|tháng){_BLANK}(?:(?P<month>\d{{1,2}}){_BLANK})?"
    rf"(?:/|năm){_BLANK}(?P<year>(?:19|20)\d\d))?"
    r"[ ,;]*\n?(?:của (?P<issuer>[^()\n;.]{3,100}))?"
)
_DATED_ITSELF = expression(
    r"^số ?: ?\d+/[^\n]*\n(?:[^\n]*\n)?[^\n]*, ngày \d{1,2} tháng \d{1,2} năm 20\d\d", re.MULTILINE
)
"""Number, place and day above the line: the paper's own head, whose annex follows."""
_TOP = 15
_A_PAPER, _LETTER = "văn bản", "công văn"
_MOTTO = expression(r"CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM")
_OF_ITS_OWN = expression(r"(?:^|\n)[^\n]{0,12}\bsố ?:|, ?ngày[ .…_\d]*tháng")
"""A number or a day beside the motto; what has neither goes with the paper that gives it force: a charter, rules."""


class Annex(NamedTuple):
    """What the line says; the date is ISO, as much of it as is filled in.

    `headed` tells that a letterhead without number and day stands above it, or the type of a plan on its own line.
    """

    kind: DocumentKind
    number: str | None
    date: str | None
    issuer: str | None
    area: str | None
    headed: bool = False


def read_annex(reading: Reading) -> Annex | None:
    """The paper that the text is an annex of; None where no line at its top says so, or it has a head of its own."""
    if "kèm theo" not in reading.low:  # spares most texts the look at their lines
        return None
    lines = top_lines(reading, _TOP)
    end = lines[-1].end if lines else 0
    found = _GOES_WITH.search(reading.low, 0, end) if "kèm theo" in reading.low[:end] else None
    if found is not None and _has_head_of_its_own(reading, found.start(), end):
        return None
    type_ = _type(found) if found else None
    if found is None or type_ is None or _DATED_ITSELF.search(reading.low, 0, found.start()):
        return None
    issuer = as_written(reading, *found.span("issuer")).rstrip(" ,") if found["issuer"] else None
    area = area_within(reading, *found.span("issuer")) if issuer else None
    number = reading.text[slice(*found.span("number"))].replace(" ", "").rstrip(".")
    motto = _MOTTO.search(reading.text, 0, found.start())
    return Annex(
        kind=kind_of_type(type_),
        number=number if number[0].isdigit() else _laid_over(reading, number, found.start()),
        date=_date(found),
        issuer=issuer,
        area=below_province(issuer or "") or area,
        headed=motto is not None or _opens_a_plan(reading, found.start(), lines),
    )


def _opens_a_plan(reading: Reading, end: int, lines: list[Line]) -> bool:
    """Whether a line before the one that says what a paper goes with names its type, and that is a plan."""
    types = (types_by_name().get(reading.low[line.start : line.end].strip()) for line in lines if line.end < end)
    return any(type_ is not None and kind_of_type(type_) == "plan" for type_ in types)


def _type(found: re.Match[str]) -> DocumentType | None:
    """The type that the line names; of a paper that it only calls one (`Văn bản số 12/SXD-QLN`), by its number."""
    names = types_by_name()
    if found["type"] != _A_PAPER:
        return names.get(found["type"])
    return type_of_number(found["number"].lstrip("0123456789/ ").upper()) or names[_LETTER]


def _has_head_of_its_own(reading: Reading, above: int, end: int) -> bool:
    """Whether a letterhead with a number or a day stands above the line, or one of a form to fill in behind it."""
    motto = _MOTTO.search(reading.text, 0, end)
    if motto is None:
        return False
    return motto.start() > above or _OF_ITS_OWN.search(reading.low, 0, above) is not None


def _laid_over(reading: Reading, open_number: str, end: int) -> str | None:
    """The number that a signed annex shows above its title, where the line below still leaves it open."""
    filled = re.compile(rf"^số ?:? ?(?P<number>\d{{1,5}}{re.escape(open_number.lower())})$", re.MULTILINE)
    found = filled.search(reading.low, 0, end)
    return reading.text[slice(*found.span("number"))] if found else None


def _date(found: re.Match[str]) -> str | None:
    year, month, day = found["year"], found["month"], found["day"]
    if year is None or month is None or not is_day(int(year), int(month), 1):
        return year
    if day is None or not is_day(int(year), int(month), int(day)):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"
