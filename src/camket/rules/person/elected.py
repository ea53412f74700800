"""The office that a council gives or takes, said once for all whom it names: `miễn nhiệm chức danh ... các ông:`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.rules.person import name, title

_GIVES = expression(
    r"\b(?:miễn nhiệm|bãi nhiệm|cho thôi|bầu|phê chuẩn|bổ nhiệm|chỉ định|xác nhận)(?: (?:kết quả|bầu|miễn nhiệm|bổ sung"
    r"|giữ|đảm nhận|việc))*"
    r"(?: (?:các )?(?:chức danh|chức vụ|chức|nhiệm vụ)| các| \d{1,2})? "
)
_GIVING = ("miễn nhiệm", "bãi nhiệm", "cho thôi", "bầu", "phê chuẩn", "bổ nhiệm", "chỉ định", "xác nhận")
_TO_WHOM = expression(
    r"(?:,? khóa [\w]+)?(?:,? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?,? ?(?:đối với|cho|gồm|là)"
    r"(?: (?:các |\d+ )?(?:ông|bà|đồng chí|vị|người)(?:,? (?:các )?bà)?)?:? ?"
)
"""What stands between the office and the first name."""
_NEXT = expression(r"(?:^|[;:] ?|, | và )(?:(?:các )?(?:ông|bà|đồng chí) ?:? ?)*$")
"""What stands before each name of the list."""
_OTHERS = expression(
    rf"(?: \([^()]*\))?(?:(?:, | và |; )(?:ông |bà |đồng chí )?{name.ROW}(?: \([^()]*\))?)+"
    r"(?: (?:được|bầu|bổ sung|tiếp tục))* (?:làm|giữ chức(?: vụ| danh)?|giữ chức danh|vào chức danh) "
)
"""The other names of a row behind which the office stands: `bầu ông A, bà B làm Ủy viên UBND tỉnh`."""


_APPOSED = expression(rf"(?:(?:, | và )(?:ông |bà |đồng chí )?{name.ROW})+ - (?=(?:các )?[Pp]hó |[ỦU]y viên )(?:các )?")
"""The other names of a row that one office follows behind a dash: `A, B - Phó Chủ tịch HĐND tỉnh`."""


_SHARED = expression(r"(?<!\w)(?:các|những)(?: (?:đồng chí|ông|bà|vị|ông, bà))*:? ")
"""The words before an office that several hold whose names follow it behind a colon."""
_HOLDERS = ": "
_NEXT_HOLDER = expression(r"[;:] ?(?:(?:các )?(?:ông|bà|đồng chí) ?:? ?)*$")
"""What stands before each of them; behind a comma alone mostly stands an office of the one before."""


def shared(text: str, low: str, first: int, start: int) -> tuple[str, ...]:
    """The office before a colon that all have whose names, with further offices, semicolons part behind it.

    `các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn An, Trưởng Ban Dân vận; Phạm Thị Bình`: both are members.

    Args:
        text: folded text.
        low: the same in lower case.
        first: where the sentence begins.
        start: where the name begins.
    """
    colon = low.rfind(_HOLDERS, first, start)
    if colon < 0 or ";" not in low[colon:start] or not _NEXT_HOLDER.search(low[colon:start]):
        return ()
    for led in _SHARED.finditer(low, first, colon):
        read = title.read(text, low, led.end(), colon)
        if read and read.end == colon:
            return read.titles
    return ()


def given(text: str, low: str, first: int, start: int) -> tuple[str, ...]:
    """The office that the words before a list give or take, for the name that begins at `start` in that list.

    Args:
        text: folded text.
        low: the same in lower case.
        first: where the sentence begins.
        start: where the name begins.
    """
    if not holds(low[first:start], _GIVING):
        return ()
    last = next(reversed(list(_GIVES.finditer(low, first, start))), None)
    read = title.read(text, low, last.end(), start) if last else None
    to_whom = _TO_WHOM.match(low, read.end, start) if read else None
    if read is None or to_whom is None or not _NEXT.search(low[to_whom.end() : start]):
        return ()
    return read.titles


def taken(text: str, low: str, end: int, limit: int) -> tuple[str, ...]:
    """The office behind a row of names that a name ending at `end` opens or goes on."""
    others = _OTHERS.match(text, end, limit) if low.startswith((", ", " và ", "; ", " ("), end) else None
    read = title.read(text, low, others.end(), limit) if others else None
    return read.titles if read else ()


def apposed(text: str, low: str, end: int, limit: int) -> tuple[str, ...]:
    """The office that follows a row of names behind a dash, for a name of that row that has none of its own."""
    others = _APPOSED.match(text, end, limit) if low.startswith((", ", " và "), end) else None
    read = title.read(text, low, others.end(), limit) if others else None
    return read.titles if read else ()
