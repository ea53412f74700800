"""A set of places that has no name but what it shares: `các huyện nghèo`, `3 xã biên giới`, `các xã khu vực III`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.holding import holds

_SHARED = (
    r"(?:đặc biệt khó khăn|khó khăn|nghèo|miền núi|vùng cao|vùng sâu|vùng xa|biên giới|ven biển|bãi ngang|hải đảo"
    r"|đồng bằng|trung du|nông thôn|30a|khu vực i{1,3}|trọng điểm|phía [^\W\d]+)"
)
_UNITS = (
    r"(?:các|những|\d{1,3}|hai|ba|bốn|năm|sáu|bảy) (?:huyện|xã|thôn|bản|phường)"
    rf" {_SHARED}(?:(?:,| và) {_SHARED})*"
)
_REGION = r"vùng (?:đồng bào )?(?:dân tộc thiểu số|dtts)(?: và miền núi)?"
_SET = expression(
    rf"(?:(?<!\w)(?:tại|ở|của|riêng|thuộc|địa bàn|hộ nghèo|đầu người) |[,;:.] |\()(?P<units>{_UNITS})(?!\w)"
    rf"|(?<!\w)(?P<region>{_REGION})(?!\w)"
)
_ALONE = expression(rf"(?:riêng |còn |ở |tại )*(?:{_UNITS}|{_REGION})")
_WORDS = (" vùng ", " huyện ", " xã ", " thôn ", " bản ", " phường ")
_WHOLE = expression(r"(?<!\w)(?:toàn|cả|chung(?: của)?|bình quân) (?:tỉnh|huyện|thành phố|nước|quốc)(?!\w)")


def set_of_places(low: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words for such a set stand in a stretch of folded text that speaks of no whole after them."""
    if not holds(low[start:end], _WORDS):
        return None
    spans = [found.span(found.lastgroup or 0) for found in _SET.finditer(low, max(0, start - 1), end)]
    return spans[-1] if spans and not _WHOLE.search(low, spans[-1][1], end) else None


def is_set_of_places(words: str) -> bool:
    """Whether folded words are such a set and no more: `riêng các huyện nghèo`."""
    return _ALONE.fullmatch(words) is not None
