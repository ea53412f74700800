"""Whose body it is where the letterhead leaves that out: the line of the authority below the title, or the place."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.extract.head.lines import Line, as_written
from camket.extract.head.names import in_running_case
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_LEFT_OPEN = expression(r"(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd)$|.* (?P<level>tỉnh|thành phố)$")
_OF_NO_PLACE = expression(r".*(?<!\w)(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)$")
_SESSION = expression(r",? (?:khóa|kỳ họp)(?!\w).*$|[,;:]+$", re.IGNORECASE)
_CHAIR = "chủ tịch "
_ASKS_FOR_MORE = expression(r"(?:,|(?<!\w)(?:của|và|cho|với|do|giữa|thuộc|tại|các))$")
_WHO_DECIDES = expression(
    r"(?:chủ tịch (?:ubnd|ủy ban nhân dân)|bộ trưởng bộ|thủ tướng chính phủ|giám đốc (?:sở|công an|bệnh viện|kho bạc)"
    r"|tổng giám đốc|cục trưởng|chủ tịch nước)(?!\w)"
)


def in_full(reading: Reading, issuer: str | None, below: list[Line], place: str | None) -> str | None:
    """The issuer with the name of its province where the letterhead has only its kind.

    `HỘI ĐỒNG NHÂN DÂN` becomes `Hội đồng nhân dân tỉnh Nghệ An` by the line in capitals below the title that goes on
    with it, else by the province before the date. A name that says whose it is stays.
    """
    open_ = _LEFT_OPEN.fullmatch(fold(issuer)) if issuer else None
    if issuer is None or open_ is None:
        return issuer
    for line in below:
        start = line.start + (len(_CHAIR) if reading.low.startswith(_CHAIR, line.start) else 0)
        if reading.text[start : line.end].isupper() and reading.low.startswith(f"{fold(issuer)} ", start):
            return _SESSION.sub("", in_running_case(as_written(reading, start, line.end)))
    of_place = _provinces().get(fold(place or ""))
    if of_place is None:
        return issuer
    return f"{issuer} {of_place.split(' ', 1)[1]}" if open_["level"] else f"{issuer} {of_place}"


def is_of_no_place(issuer: str) -> bool:
    """Whether a name leaves out of what place its body is: `UBND quận`, `Chủ tịch UBND tỉnh`."""
    return _OF_NO_PLACE.fullmatch(fold(issuer)) is not None


def opens_authority(reading: Reading, above: Line, line: Line, issuer: str | None) -> bool:
    """Whether a line below the title only says who decides: the issuer again, or the holder of its office.

    A title whose last word asks for more (`QUY CHẾ LÀM VIỆC CỦA`) goes on with that line.
    """
    if _ASKS_FOR_MORE.search(reading.low, *above):
        return False
    low = reading.low[line.start : line.end]
    again = issuer is not None and low.startswith(fold(issuer))
    return again or _WHO_DECIDES.match(low) is not None


def without_authority(title: str, issuer: str | None) -> str:
    """A title to which copying has run on the line of the authority (`Nghị quyết về ... Quốc hội`), without that."""
    low = fold(title)
    found = re.search(rf"(?<!\w)(?<!của ){re.escape(fold(issuer))}{_OF_THE_COUNTRY}$", low) if issuer else None
    return title[: found.start()].rstrip() if found and found.start() and len(low) == len(title) else title


_OF_THE_COUNTRY = "(?: nước cộng hòa xã hội chủ nghĩa việt nam)?"


@cache
def _provinces() -> dict[str, str]:
    """`tỉnh Bến Tre` by `bến tre`, of today and of before; by every name that stands before a date."""
    found: dict[str, str] = {}
    for area in catalogue.load_areas():
        if area.kind not in ("province", "city"):
            continue
        level = area.full_name[0].lower() + area.full_name[1:]
        for name in (area.name, area.full_name, *area.aliases):
            found.setdefault(fold(name), level)
    return found
