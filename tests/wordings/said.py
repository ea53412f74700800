"""What is read out of one sentence, each fact in one line that a table can hold.

The sentence stands in a news article of 20/6/2026 on the province of Hưng Yên, so that a wording without a year has
one to take.
"""

from __future__ import annotations

from decimal import Decimal

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Reference, Tally

NEWS = "Ngày 20/6/2026, UBND tỉnh Hưng Yên họp phiên thường kỳ tháng 6.\n\n"
RESOLUTION = """ĐẢNG BỘ TỈNH HƯNG YÊN
ĐẢNG CỘNG SẢN VIỆT NAM
Hưng Yên, ngày 02 tháng 10 năm 2025

NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025-2030

"""
REPORT = """ỦY BAN NHÂN DÂN
TỈNH HƯNG YÊN
Số: 210/BC-UBND
Hưng Yên, ngày 20 tháng 6 năm 2026

BÁO CÁO
Tình hình kinh tế - xã hội 6 tháng đầu năm 2026

"""


def read(text: str, before: str = NEWS) -> Extraction:
    """All facts of a paper that says `text` after its head."""
    return extract(Document(id="paper", text=before + text, sha256="", text_sha256=""))


def figures(text: str, before: str = NEWS) -> list[Figure]:
    """The figures of `text`, without those of the paper's head."""
    return [one for one in read(text, before).figures if one.start >= len(before)]


def tallies(text: str, before: str = NEWS) -> list[Tally]:
    """The tallies of `text`."""
    return list(read(text, before).tallies)


def references(text: str) -> list[Reference]:
    """The papers that `text` names."""
    return [one for one in read(text).references if one.start >= len(NEWS)]


def deadlines(text: str) -> list[str | None]:
    """The due days of the tasks that `text` hands out."""
    return [one.deadline for one in read(text).directives]


def number(one: Figure) -> str:
    """`quote | value unit`, a range as `low..high`, with the comparator unless it is `eq`."""
    value = f"{_plain(one.value)}" if one.value_high is None else f"{_plain(one.value)}..{_plain(one.value_high)}"
    comparator = "" if one.comparator == "eq" else f"{one.comparator} "
    return f"{one.quote} | {comparator}{value} {one.unit}"


def meaning(one: Figure) -> str:
    """`quote | indicator measure role period`."""
    return f"{one.quote} | {one.indicator} {one.measure} {one.role} {one.period}"


def counted(one: Tally) -> str:
    """`done/total state period`."""
    return f"{one.done}/{one.total} {one.state} {one.period}"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
