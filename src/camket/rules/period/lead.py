"""The words before a time that decide how it is meant."""

from __future__ import annotations

from typing import cast

from camket.grammar.rule import Found
from camket.rules.period.item import Mode

MEASURED = r"(?:%|triệu|t[ỷỉ](?! (?:lệ|trọng|suất|giá))|nghìn|ngàn|tấn|ha|km|kg|lít|m2|m3)(?!\w)"
"""What a number measures: `5 tháng 12 tỷ đồng` is no day of December; `tháng 9 tỷ lệ giải ngân` measures nothing."""
LEAD = r"(?:(?<!\w)(?P<lead>{lead}) )?(?<!\w)"


_EXAMPLE = ("điển hình", "đơn cử", "chẳng hạn", "ví dụ")


def mode_of(found: Found) -> Mode:
    """How the time is meant: `in` where nothing stands before it; `điển hình như tháng 7` compares with nothing."""
    if found["lead"] == "như" and found.before.rstrip().endswith(_EXAMPLE):
        return "in"
    return cast(Mode, found.words["lead"][found["lead"]]) if found["lead"] else "in"
