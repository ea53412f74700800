"""What papers call a province instead of its name: `đất Cảng`, `Tây Đô`."""

from __future__ import annotations

from collections import Counter

from camket.grammar.engine import Reading
from camket.grammar.scan import bounded

_EPITHETS = {
    "tây đô": "Cần Thơ", "đất cảng": "Hải Phòng", "thành phố cảng": "Hải Phòng", "thành phố hoa phượng đỏ": "Hải Phòng",
    "xứ thanh": "Thanh Hóa", "xứ nghệ": "Nghệ An", "đất mỏ": "Quảng Ninh", "vùng mỏ": "Quảng Ninh",
    "xứ dừa": "Bến Tre", "đất sen hồng": "Đồng Tháp", "đất tổ": "Phú Thọ", "xứ lạng": "Lạng Sơn",
    "đất mũi": "Cà Mau", "đất võ": "Bình Định", "xứ tuyên": "Tuyên Quang", "thành tuyên": "Tuyên Quang",
    "xứ trầm hương": "Khánh Hòa", "quê hương quan họ": "Bắc Ninh", "thành phố mang tên bác": "TP HCM",
    "quê hương năm tấn": "Thái Bình", "quê lúa": "Thái Bình", "xứ trà": "Thái Nguyên",
}  # fmt: skip
"""As the press of each province calls it. Names of several places (`Kinh Bắc`, `đất Quảng`) are left out."""


def called_by_epithet(reading: Reading) -> str | None:
    """The one province that a text which names none calls by an epithet; None where it calls none so, or several."""
    low = reading.low
    told = Counter(
        area for words, area in _EPITHETS.items() if (at := low.find(words)) >= 0 and bounded(low, at, at + len(words))
    )
    return next(iter(told)) if len(told) == 1 else None
