"""Numbered lists of programmes and schemes in the text of a paper, each item with who leads and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from camket.grammar.fold import Folded, fold
from camket.grammar.numbering import mark_at
from camket.model.programme import NodeKind
from camket.model.task import Due
from camket.work.listed import body_of, due_in
from camket.work.tracking.bodies import named_in

_WORDS = r"(?:chương trình|đề án|nhiệm vụ trọng tâm|công trình trọng điểm|dự án trọng điểm|cuộc kiểm tra|phong trào)"
_ANNOUNCES = re.compile(
    rf"(?<!\w)(?:(?P<count>\d{{1,3}})\s+|danh mục\s+(?:các\s+)?|(?:thực hiện|xây dựng|ban hành)\s+(?:các\s+)?|các\s+)"
    rf"(?P<what>{_WORDS})"
)
_GROUP = re.compile(
    rf"(?:các |nhóm |về )?(?P<what>{_WORDS})"
    r"(?:,? (?:và )?(?:chương trình|đề án|kế hoạch|trọng tâm|lớn|chung|cụ thể|của))*"
    r"(?: ?\(?\d{1,3}(?: (?:chương trình|đề án|dự án|nhiệm vụ))?\)?)?\s*:?"
)
"""A line that only says what the items below it are: `A. Các chương trình (10)`."""
_DETAIL = re.compile(
    r"\s*(?:"
    r"\((?=[^()]*(?:chủ trì|hoàn thành|trước ngày|trong quý|thời gian|quý [ivx]+/|tháng \d))"
    r"|[;:.,]\s*(?:giao|do)\s(?=[^;.]{3,90}chủ trì)|[;.,:]?\s*(?:cơ quan |đơn vị )?chủ trì(?: thực hiện| tham mưu)?\s*:"
    r"|[;.,]\s*(?:thời (?:gian|hạn)|hoàn thành|trình|ban hành)\s"
    r")"
)
_LEADS = (
    re.compile(
        r"(?:cơ quan |đơn vị )?chủ trì(?: thực hiện| tham mưu| xây dựng)?\s*:\s*(?P<who>[^;.()\n]+?)"
        r"(?=\s*(?:[;.)\n]|,? phối hợp|$))",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[\s(;:.,])(?:giao|do)\s+(?P<who>[^;:()]+?)\s+(?:là cơ quan )?chủ trì", re.IGNORECASE),
    re.compile(r"\(\s*(?P<who>[^();:]+?)\s+chủ trì", re.IGNORECASE),
)
_SUPPORTS = re.compile(r"phối hợp(?: với| thực hiện| gồm)?\s*:?\s*(?P<who>[^;.()\n:]+)")
_GOES_ON = re.compile(r"\s*[-+•]?\s*(?:cơ quan|đơn vị|chủ trì|phối hợp|thời (?:gian|hạn)|hoàn thành|sản phẩm|tiến độ)")
_LEAST_ITEMS = 2
_ENDS = (".", ";", ":", "./.")


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a list. `level` is how deep its number stands; `kind` where the list itself says it."""

    number: str
    level: int
    title: str
    lead: str = ""
    supporting: tuple[str, ...] = ()
    due: Due = Due()
    weight: Decimal | None = None
    kind: NodeKind | None = None
    start: int = 0
    end: int = 0


class Told(NamedTuple):
    """A list: what its line says that it lists, how many (0 where it does not), where that stands, its items."""

    kind: str
    said: int
    start: int
    end: int
    items: tuple[Listed, ...]


class _Line(NamedTuple):
    text: str
    low: str
    start: int
    end: int
    level: int | None
    behind: int
    number: str


def listed_in(text: str) -> Told | None:
    """The longest list of programmes that a text announces; None where it announces none that has items."""
    lines = list(_lines(text))
    found = [told for place in range(len(lines)) if (told := _list_at(lines, place)) is not None]
    return max(found, key=lambda told: (len(told.items), -told.start), default=None)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        if line.strip() and not line.strip().isdigit():  # a number alone is that of a page
            folded = Folded(line)
            mark = mark_at(folded.text, 0, len(folded.text))
            behind = folded.span(0, mark.end).end if mark is not None else 0
            number = line[:behind].strip(" .)(-/") if mark is not None and mark.kind != "dash" else ""
            yield _Line(line, fold(line), start, start + len(line), mark.level if mark else None, behind, number)
        start += len(line) + 1


def _list_at(lines: Sequence[_Line], place: int) -> Told | None:
    """The list below a line that announces one: it is a heading, or ends with a colon."""
    line = lines[place]
    announced = _ANNOUNCES.search(line.low)
    heading = line.level is not None and line.level <= 3 and len(line.low) < 200
    titled = line.text.isupper() or line.low.startswith("danh mục")
    if announced is None or not (line.low.rstrip().endswith((":", "sau")) or heading or titled):
        return None
    items = tuple(_items(lines, place))
    if len([item for item in items if item.level == items[0].level]) < _LEAST_ITEMS:
        return None
    return Told(announced["what"], int(announced["count"] or 0), line.start, line.end, items)


def _items(lines: Sequence[_Line], place: int) -> Iterator[Listed]:
    """The items below a line; lines that only head a group of them say what the items below are."""
    above, kind, first = lines[place].level, None, None
    at = place + 1
    while at < len(lines):
        line = lines[at]
        if line.level is None or (above is not None and line.level <= above):
            return
        if first is not None and line.level < first and not _heads_group(line):
            return
        if _heads_group(line):
            kind, at = _kind_of(line), at + 1
            continue
        first = line.level if first is None else first
        last = _last_of(lines, at)
        yield _item(lines[at : last + 1], kind if line.level == first else None)
        at = last + 1


def _heads_group(line: _Line) -> bool:
    return line.level is not None and _GROUP.fullmatch(line.low[line.behind :].strip()) is not None


def _kind_of(line: _Line) -> NodeKind | None:
    found = _GROUP.fullmatch(line.low[line.behind :].strip())
    kinds: dict[str, NodeKind] = {"chương trình": "programme", "đề án": "scheme"}
    return kinds.get(found["what"]) if found is not None else None


def _last_of(lines: Sequence[_Line], at: int) -> int:
    """The last line of an item: those on which it goes on, and those below that only say who leads and by when."""
    last = at
    while last + 1 < len(lines) and (_GOES_ON.match(lines[last + 1].low) or _is_broken(lines, last)):
        last += 1
    return last


def _is_broken(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line goes on below: it does not end as an item does, and the next one has no mark of its own."""
    return lines[at + 1].level is None and not lines[at].low.rstrip().endswith(_ENDS)


def _item(lines: Sequence[_Line], kind: NodeKind | None) -> Listed:
    own = lines[0]
    more = next((at for at, line in enumerate(lines) if at and not _is_broken(lines, at - 1)), len(lines))
    said = " ".join((own.text[own.behind :], *(line.text.strip() for line in lines[1:more])))
    low = fold(said)
    cut = _DETAIL.search(low)
    # Folding keeps the length of composed Vietnamese; where it does not, the whole item is the title.
    end = cut.start() if cut is not None and len(low) == len(said) else len(said)
    details = " ; ".join((said[end:], *(line.text for line in lines[more:])))
    title = said[:end].strip(" .;:,")
    supporting = _SUPPORTS.search(details)
    start = own.start + own.behind
    first = own.end - start
    return Listed(
        number=own.number,
        level=own.level if own.level is not None else 0,
        title=" ".join(title.split()),
        lead=_lead(details),
        supporting=named_in(supporting["who"]) if supporting else (),
        due=due_in(_due_words(details), None),
        kind=kind,
        start=start,
        end=start + len(said[:end].rstrip(" .;:,")) if end <= first else lines[more - 1].end,
    )


def _lead(details: str) -> str:
    for pattern in _LEADS:
        found = pattern.search(details)
        if found is not None:
            return body_of(found["who"])
    return ""


_DUE = re.compile(
    r"(?:thời (?:gian|hạn)[^:;.]{0,30}:|hoàn thành|trình [^;.]{0,40}?(?=trước|trong)|ban hành|xong|chậm nhất)\s*"
    r"(?P<when>[^;()\n]+)", re.IGNORECASE,
)  # fmt: skip


def _due_words(details: str) -> str:
    found = _DUE.search(details)
    return found["when"].strip(" .,") if found is not None else ""
