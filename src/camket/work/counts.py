"""Counts of tasks in running text with what they are said to be, and the shares printed beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from camket.grammar.fold import Folded

CountState = Literal[
    "total", "done", "done_in_time", "done_late", "open", "open_in_time", "open_overdue", "overdue", "other"
]
_THINGS = re.compile(
    r"(?<!\w)(?:nhiệm vụ|công việc|đầu việc|chỉ đạo|kết luận|kiến nghị|văn bản giao|nội dung chỉ đạo)(?!\w)"
)
_DIGIT = re.compile(r"\d")
_MAYBE = re.compile("vụ|việc|đạo|luận|nghị|giao", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w/.,%-])(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\w/%]|[.,]\d|-\d| ?%"
    r"| ?(?:ngày|tháng|năm|giờ|tỷ|triệu|điểm|lần|người|xã|đồng)(?!\w))"
)
_NO_COUNT = re.compile(r"(?<!\w)(?:thời hạn|ngày|nội dung|cơ quan|đơn vị|văn bản|ghi chú|kết quả|stt|tt)(?!\w)")
_DATED = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|ngày|(?<!tổng )(?<!trong )(?<!trên )số|khóa|điều|mục|phiên|lần thứ|giai đoạn|nhiệm kỳ)"
    r" (?:thứ )?$"
)
_SHARE = re.compile(r"(?<![\w,.])(?P<whole>\d{1,3})(?:[,.](?P<rest>\d{1,3}))? ?%")
_STATES: tuple[tuple[CountState, str], ...] = (
    ("open_overdue", r"(?:đang|chưa) [^,;:(\d]{0,40}?quá hạn|quá hạn [^,;:(\d]{0,20}?(?:chưa|đang)|còn quá hạn"),
    (
        "open_in_time",
        r"(?:đang|chưa) [^,;:(\d]{0,40}?(?:trong hạn|chưa đến hạn)|(?<!hoàn thành )trong hạn|chưa đến hạn",
    ),
    ("open", r"đang (?:thực hiện|triển khai|xử lý)|chưa (?:hoàn thành|thực hiện|xong)"),
    ("done_late", r"(?:hoàn thành|xong) [^,;:(\d]{0,20}?(?:quá hạn|chậm|trễ|muộn)|quá hạn hoàn thành"),
    ("done_in_time", r"đúng hạn|trước hạn|(?:hoàn thành|xong) [^,;:(\d]{0,20}?trong hạn"),
    ("done", r"hoàn thành|đã xong|thực hiện xong|giải quyết xong|trả lời xong"),
    ("overdue", r"quá hạn|chậm tiến độ|trễ hạn"),
    ("total", r"tổng số|tổng cộng|giao|theo dõi|tiếp nhận|ban hành"),
)
_COMPILED = tuple((state, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for state, pattern in _STATES)
SPLITS: tuple[tuple[CountState, tuple[CountState, ...]], ...] = (
    ("done", ("done_in_time", "done_late")),
    ("open", ("open_in_time", "open_overdue")),
    ("total", ("done", "open")),
    ("total", ("done", "open_in_time", "open_overdue")),
    ("total", ("done", "open_in_time", "overdue")),
    ("total", ("done_in_time", "done_late", "open_in_time", "open_overdue")),
    ("total", ("done_in_time", "done_late", "open")),
)
"""The outcomes, and what they make together."""
_TOTAL_OF = re.compile(r"(?<!\w)(?:tổng số|tổng cộng)(?!\w)[^.;:(\d]{0,120}$")
"""`Tổng số nhiệm vụ giao các bộ, địa phương là`: a comma among those who are named ends no clause."""
_CLAUSE = re.compile(r"[,;:()\n]|\.(?= |$)")


class Counted(NamedTuple):
    """A count: what it is said to be, and where it stands; `inner` within brackets, behind another."""

    value: int
    state: CountState
    start: int
    end: int
    inner: bool


class PrintedShare(NamedTuple):
    """A percentage as printed, and where."""

    value: Decimal
    digits: int
    start: int
    end: int


class Paragraph(NamedTuple):
    """A line that counts tasks, with its counts and shares in order."""

    start: int
    end: int
    counts: tuple[Counted, ...]
    shares: tuple[PrintedShare, ...]


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The lines of a text that count tasks; table rows, with tabs, are left to those who read tables."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if "\t" not in line and _may_count(line):
            folded = Folded(line)
            if _THINGS.search(folded.low):
                counts = tuple(_counts(folded, start))
                if counts:
                    yield Paragraph(start, end, counts, tuple(_shares(folded, start)))
        start = end + 1


def _may_count(line: str) -> bool:
    """Whether a line may count tasks: cheaper than folding, which is for those that may."""
    return _DIGIT.search(line) is not None and _MAYBE.search(unicodedata.normalize("NFC", line)) is not None


def _counts(folded: Folded, offset: int) -> Iterator[Counted]:
    low = folded.low
    numbers = [found for found in _NUMBER.finditer(low) if not _DATED.search(low, 0, found.start())]
    for found in numbers:
        start, end = _clause(low, found.start(), found.end())
        before, after = low[start : found.start()], low[found.end() : end]
        state = _state(before, after)
        if state == "other" and not _THINGS.match(after.lstrip()):
            continue
        if state == "other" and _TOTAL_OF.search(low, 0, found.start()):
            state = "total"
        span = folded.span(*found.span())
        inner = low.rfind("(", 0, found.start()) > low.rfind(")", 0, found.start())
        if inner and state in ("overdue", "open_in_time"):
            state = _inside(low, found.start(), state)
        yield Counted(int(found["count"].replace(".", "")), state, offset + span.start, offset + span.end, inner)


def _clause(low: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a number: between the last and the next comma, semicolon, colon, bracket or number."""
    first = 0
    for found in _CLAUSE.finditer(low, 0, start):
        first = found.end()
    for found in _NUMBER.finditer(low, first, start):
        first = found.end()
    cut = _CLAUSE.search(low, end)
    last = cut.start() if cut is not None else len(low)
    other = _NUMBER.search(low, end, last)
    return first, other.start() if other is not None else last


def _state(before: str, after: str) -> CountState:
    """What a count is said to be: by the words before it, else by those behind, else both together."""
    told = f"{before} # {after}"
    for state, pattern in _COMPILED:
        if pattern.search(before):
            return state
    for state, pattern in _COMPILED:
        if state != "total" and pattern.search(after):
            return state
    return next((state for state, pattern in _COMPILED if pattern.search(told)), "other")


def state_of_head(words: str) -> CountState | None:
    """What the folded words over a column count, upper words first (`hoàn thành | đúng hạn`); None of other columns."""
    told = words.replace(" | ", " ")
    if _NO_COUNT.search(told):
        return None
    return next((state for state, pattern in _COMPILED if pattern.search(told)), None)


def _inside(low: str, at: int, state: CountState) -> CountState:
    """In brackets behind what is done or open, `quá hạn`, `trong hạn` say it of that: `hoàn thành 9 (quá hạn 2)`."""
    opened = low.rfind("(", 0, at)
    before = low[:opened]
    done, still = (max((found.start() for found in re.finditer(words, before)), default=-1) for words in (_DONE, _OPEN))
    if state == "overdue":
        return "done_late" if done > still else "open_overdue" if still >= 0 else state
    return "done_in_time" if done > still else state


_DONE, _OPEN = r"(?<!chưa )hoàn thành", r"đang (?:thực hiện|triển khai)|chưa hoàn thành"


def _shares(folded: Folded, offset: int) -> Iterator[PrintedShare]:
    for found in _SHARE.finditer(folded.low):
        rest = found["rest"] or ""
        span = folded.span(*found.span())
        yield PrintedShare(Decimal(f"{found['whole']}.{rest or 0}"), len(rest), offset + span.start, offset + span.end)
