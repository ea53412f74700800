"""Cells that say one thing and nothing else: a share that is done, the paper that shows what was done."""

from __future__ import annotations

import re

from camket.work.tracking.papers import papers_in
from camket.work.tracking.reading import squeezed
from camket.work.tracking.statuses import Stated

_SHARE = re.compile(
    r"(?:(?:tiến độ|khối lượng|mới|chỉ|hiện|đã|đạt|khoảng|ước|được|ht|hoàn thành)[: ]*)*(\d{1,3}(?:[.,]\d+)? ?%)"
    r"(?: khối lượng| công việc)?"
)
_BESIDE_A_PAPER = re.compile(
    r"\d{1,6}[/-][^\s,;()]+|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|(?<!\w)(?:số|ngày|vb|văn bản|bc|báo cáo|cv|công văn|ttr|tờ trình|kh|kế hoạch|qđ|quyết định|tb|thông báo|đã có"
    r"|tại|theo)(?!\w)"
)
_GOES_UP = re.compile(r"(?<!\w)(?:ttr|tờ trình)(?!\w)")


def share_alone(cell: str) -> str:
    """The share that a cell says and nothing beside it (`đạt 60%` is `60%`); empty for any other."""
    found = _SHARE.fullmatch(squeezed(cell))
    return found[1] if found is not None else ""


def stated_by_paper(cell: str, year: int) -> Stated | None:
    """What one paper alone says of the state: a proposal went up, any other reports what was done; None for more words.

    Args:
        cell: the result, or the paper that shows it.
        year: of days that are written without one.
    """
    folded = squeezed(cell)
    if len(papers_in(cell, year)) != 1 or _BESIDE_A_PAPER.sub("", folded).strip(" .,;:()"):
        return None
    return Stated("waiting" if _GOES_UP.search(folded) else "done", "")
