"""What stands before a paper's name and tells whether one paper is meant."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found

_PLURAL = expression(
    r"(?:^|\W)(?:các|những|nhiều|một số|mọi|từng|mỗi|hàng loạt|loạt|hai|ba|bốn|năm|\d+)\s"
    r"(?:(?:bản|chỉ thị|nghị quyết|kết luận|quyết định|quy định|chương trình|kế hoạch|đề án|dự án|chính sách|chiến "
    r"lược|"
    r"quy hoạch|chủ trương|văn bản|biện pháp|giải pháp|hoạt động)(?: trọng tâm| lớn)?(?:,| và)\s)*$"
    r"|(?:^|\W)(?:pháp luật|luật|pháp lệnh)(?:,| và)\s$"
)
_NEAR = 60
"""Letters that hold all that says so before a name."""
_EDGE = expression(r"[\s\"'(\[\d.)+*•-]*(?:[a-zđ][.)]\s*)?$")


def is_plural(found: Found) -> bool:
    """Whether papers in general are meant: `các nghị quyết`, `27 chương trình`, `các chỉ thị, nghị quyết`."""
    return bool(_PLURAL.search(found.low, max(found.bounds[0], found.start - _NEAR), found.start))


def is_capital(found: Found) -> bool:
    """Whether the name begins with a capital letter where a sentence does not ask for one."""
    return found.text[found.start].isupper() and not _EDGE.fullmatch(found.low, found.bounds[0], found.start)


_OFFICE = expression(
    r"(?:bộ|sở|(?<!dự )phòng|ban|vụ|cục|viện|khoa|ngành|chuyên ngành|trung tâm|quản lý|(?<=\w )[-–]|đại học|công ty"
    r"|công|văn phòng|"
    r"tnhh|hãng|trường)(?: luật)? $"
)


def is_office(found: Found) -> bool:
    """Whether the word belongs to the name of an office or a subject: `Sở Kế hoạch`, `Viện Quy hoạch`, `khoa Luật`."""
    return bool(_OFFICE.search(found.low, max(found.bounds[0], found.start - 20), found.start))
