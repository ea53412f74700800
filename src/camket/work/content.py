"""The words of an instruction that carry its content, and how much two instructions have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.fold import Folded

_FILLING = frozenset(
    ["và", "của", "các", "cho", "về", "theo", "với", "để", "tại", "trong", "trên", "từ", "đến", "là", "có", "được", "những", "một", "số", "này", "đó", "nêu", "trước", "sau", "khi", "việc", "công", "tác", "nhiệm", "vụ", "giải", "pháp", "ngay", "kịp", "thời", "khẩn", "trương", "tiếp", "tục", "chủ", "động", "nghiêm", "túc", "đồng", "thời", "phải", "cần", "bảo", "đảm", "đảm", "nhằm", "theo", "quy", "định", "đúng", "tiến", "độ", "yêu", "cầu", "như", "ra", "vào", "hết", "cả", "mọi", "mỗi", "từng", "toàn", "do", "bằng", "đối", "thực", "hiện", "triển", "khai", "tổ", "chức", "trực", "tiếp", "hiệu", "quả", "chất", "lượng", "tốt", "cao", "hơn", "nữa", "ngày", "tháng", "năm", "quý", "tuần", "chậm", "nhất", "hoàn", "thành", "xong", "gửi", "báo", "cáo", "trình", "tổng", "hợp", "kết", "quả", "ubnd", "tỉnh", "thành", "phố", "ủy", "ban", "nhân", "dân", "chủ", "trì", "phối", "hợp", "giao", "đề", "nghị"]
)
"""Syllables that any instruction may hold: they make two of them no more alike."""
_GENERAL = frozenset(
    ["rà", "soát", "đẩy", "mạnh", "tăng", "cường", "nâng", "xây", "dựng", "hoàn", "thiện", "tham", "mưu", "đề", "xuất", "ban", "hành", "tập", "trung", "chỉ", "đạo", "kiểm", "tra", "xử", "lý", "giải", "quyết", "phát", "triển", "quản", "lý", "thúc", "quyết", "liệt", "dứt", "điểm", "phương", "án", "kế", "hoạch", "đề", "án", "dự", "hồ", "sơ", "văn", "bản", "kinh", "tế", "xã", "hội", "doanh", "nghiệp", "đầu", "tư", "nghiên", "cứu", "lập"]
)
"""Syllables of many instructions: they count a third."""
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:tháng|quý|năm) (?:\d{1,4}(?:/\d{4})?|[ivx]{1,3})(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*(?![\w/-])")
_NAME = re.compile(r"(?<![.!?] )(?<!^)(?<!\w)[A-ZĐÀ-Ỹ][\wĐÀ-ỹ]*(?: (?:[A-ZĐÀ-Ỹ][\wĐÀ-ỹ]*|[IVX]+|\d+))*")
_NO_NAME = re.compile(
    r"(?:ubnd|hđnd|ủy ban|hội đồng|tỉnh ủy|thành ủy|sở|ban|bộ|chính phủ|thủ tướng|chủ tịch|đề án|kế hoạch|quyết định|"
    r"nghị quyết|chỉ thị|tờ trình|chương trình|quy chế|quy định|nghị định|luật|công văn|khu công nghiệp|thuế|thống kê|"
    r"công an|văn phòng|trung tâm|nhà nước|trung ương|việt nam|đảng|phương án|kịch bản|thường trực)(?: |$)"
)
_THIRD = 1 / 3


class Content(NamedTuple):
    """What an instruction is about.

    Attributes:
        pairs: pairs of neighbouring syllables that carry content, and such syllables alone, each with its weight.
        numbers: the counts, shares and amounts in it; days are none.
        names: proper names, folded.
    """

    pairs: dict[str, float]
    numbers: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=8192)
def content_of(text: str) -> Content:
    """What a text is about."""
    folded = Folded(text)
    low = _DATE.sub(" ", folded.low)
    syllables = _WORD.findall(low)
    pairs: dict[str, float] = {}
    for one, other in zip(syllables, syllables[1:], strict=False):
        weight = _weight(one) * _weight(other)
        if weight:
            pairs[f"{one} {other}"] = max(weight, _THIRD * _THIRD)
    for one in syllables:
        if _weight(one):
            pairs[one] = _weight(one) / 2
    numbers = frozenset(each.strip(".,").lstrip("0") for each in _NUMBER.findall(low))
    return Content(pairs, numbers - {""}, _names(folded))


def _weight(syllable: str) -> float:
    if syllable in _FILLING:
        return 0.0
    return _THIRD if syllable in _GENERAL else 1.0


def _names(folded: Folded) -> frozenset[str]:
    found = (match[0].lower() for match in _NAME.finditer(folded.text))
    return frozenset(_NO_NAME.sub("", each) for each in found if _NO_NAME.sub("", each))


def common(one: Content, other: Content) -> float:
    """How much of the shorter of two contents stands in the other, 0 to 1."""
    less = min(sum(one.pairs.values()), sum(other.pairs.values()))
    shared = sum(weight for pair, weight in one.pairs.items() if pair in other.pairs)
    return min(1.0, shared / less) if less else 0.0


def weight_in_common(one: Content, other: Content) -> float:
    """The weight of what two contents share: little of it proves nothing."""
    return sum(weight for pair, weight in one.pairs.items() if pair in other.pairs)
