"""The day on which a cell says that work was done: `Hoàn thành ngày 03/11/2026`, `ngày 3/11/2026 đã làm xong`."""

from __future__ import annotations

import re
from datetime import date

from camket.work.tracking.days import days_in
from camket.work.tracking.reading import squeezed
from camket.work.tracking.written import as_papers_write

_DONE = r"(?:(?:hoàn thành|hoàn tất)(?: xong)?|(?:thực hiện|làm|giải quyết|xử lý) xong)"
_BEFORE = re.compile(
    rf"(?<!\w){_DONE}(?: (?:nhiệm vụ|công việc|toàn bộ|đúng hạn|trước hạn|quá hạn|chậm|trễ hạn|100%))*"
    r"[ :,;.(–-]*(?:(?:vào|từ|trong) )?(?:(?:ngày|hôm) )?$"
)
_BEHIND = re.compile(rf"[ ,:)–-]*(?:đã |được )*{_DONE}(?!\w)")
_NOT_YET = re.compile(
    r"(?<!\w)(?:dự kiến|sẽ|phấn đấu|cần|phải|chưa|xin|đề nghị|hạn|yêu cầu|cam kết|kế hoạch|không|trước|đến)(?!\w)"
)
_SENTENCE_END = re.compile(r"[.;](?= )|\n")


def finished_on(text: str, year: int | None = None) -> date | None:
    """The last day that words of completion stand right before or right behind.

    Args:
        text: of a cell, as typed.
        year: of a day that is written without one.
    """
    folded = as_papers_write(squeezed(text))
    found = None
    for each in days_in(folded, year):
        begin = max((end.end() for end in _SENTENCE_END.finditer(folded, 0, each.start)), default=0)
        said = folded[begin : each.start]
        if each.day is None or _NOT_YET.search(said):
            continue
        if _BEFORE.search(said) or _BEHIND.match(folded, each.end):
            found = each.day
    return found
