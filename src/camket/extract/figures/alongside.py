"""A quantity and its growth, told side by side without a time of their own, are of one time."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Figure
from camket.model.message import message

_BESIDE = expression(
    r"(?: [^\W\d]+){0,4}\s?[,(]? ?(?:và |cũng )?(?:tăng|giảm|bằng)(?: (?:mạnh|nhẹ|sâu|khoảng|gần|hơn|trên|tới|đến))* ?"
)
_SAME_MONTHS = expression(r"[^;.\d]{0,24}cùng kỳ(?!\w)")
_OVER_A_TIME = expression(r"\d{4}(?:-Q\d|-H\d|-\d\d|(?:-\d\d){1,2}/\d{4}(?:-\d\d){1,2})?")
_STANDS = expression(r"(?<!\w)(?:hiện|đang|còn|tổng số|đến nay)(?!\w)[^,;.]{0,40}$")


def of_one_time(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """Give what is counted the time of its growth on the same months: `Làm 692 tờ khai (bằng 97% cùng kỳ)`.

    Only where no word dates it: what there is now (`hiện có`) stays of now.
    """
    settled = list(figures)
    for place, (level, growth) in enumerate(pairwise(figures)):
        if growth.measure != "growth" or growth.period is None or not _is_open(level, growth):
            continue
        if not _told_beside(reading, level, growth):
            continue
        reasons = (*level.reasons, message("reason.repeat", start=growth.start))
        settled[place] = replace(level, period=growth.period, reasons=reasons)
    return settled


def _is_open(level: Figure, growth: Figure) -> bool:
    """Whether a level has no stated time, or that of the event alone, while its growth is of a stretch of time."""
    if level.measure != "level" or level.period_stated or level.role != growth.role or level.period == growth.period:
        return False
    if level.indicator != growth.indicator or level.area != growth.area or growth.unit != "percent":
        return False
    return level.period is None or (
        level.period.startswith("at:") and _OVER_A_TIME.fullmatch(growth.period or "") is not None
    )


def _told_beside(reading: Reading, level: Figure, growth: Figure) -> bool:
    low = reading.low
    if _BESIDE.fullmatch(low, level.end, growth.start) is None:
        return False
    if level.period is None:
        return True
    begin = reading.sentence_at(level.start).start
    return _SAME_MONTHS.match(low, growth.end) is not None and _STANDS.search(low, begin, level.start) is None
