"""How late a list says that work was: `Hoàn thành chậm 12 ngày`."""

from __future__ import annotations

import re

from camket.work.tracking.reading import squeezed

_DELAY = re.compile(
    r"(?<!\w)(?:(?:quá hạn|trễ hạn|chậm|trễ|muộn)(?: so với (?:hạn|thời hạn|yêu cầu|kế hoạch))?:? (?:khoảng )?"
    r"(?P<days>\d{1,3}) ngày"
    r"|(?P<before>\d{1,3}) ngày (?:quá hạn|trễ hạn|chậm|trễ))(?!\w)"
)


def delay_in(*texts: str) -> int | None:
    """The days by which the first of some texts that says it was late; None where none says it."""
    for text in texts:
        found = _DELAY.search(squeezed(text))
        if found is not None:
            return int(found["days"] or found["before"])
    return None
