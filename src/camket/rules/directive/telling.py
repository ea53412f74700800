"""Verbs that give news: they hand out nothing, but whoever says them has the floor."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.directive.item import Act
from camket.rules.proposal.asks import REPORTED

_NAMING = frozenset({"nêu", "chỉ ra", "nói", "trao đổi", "chia sẻ", "thông tin", "đề cập"})
_DEMANDS = expression(
    r" (?:\d{1,2}|một số|mấy|hai|ba|bốn|năm|sáu|bảy|tám|các|những|nhiều) (?:nhóm )?(?:việc|nhiệm vụ|giải pháp|yêu cầu"
    r"|định hướng|đề nghị|gợi ý|lưu ý)(?! (?:của|mà|đã|này))"
)
"""Behind a verb of telling what is asked for: `nêu ba việc phải làm ngay`."""


_WISHES = expression(
    r" (?:\d{1,2}|một số|các|những|nhiều) (?:kiến nghị|đề xuất|nguyện vọng|đề nghị)(?! (?:của|mà|đã|này))[^.;:]*:$"
)
"""Behind such a verb the wishes that the lines below it tell: `nêu một số kiến nghị với Thủ tướng:`."""


_OF_REPORTS = (" số liệu", " chế độ", " mẫu", " biểu mẫu", " kỳ", " hệ thống", " công tác")
"""Nouns of which a report makes a longer one: `số liệu báo cáo`."""


def _tell(found: Found) -> Act | None:
    """News told; none where a capital behind another word makes a name of the verb: `Sở Thông tin`."""
    before = found.before.rstrip()
    if before and found.text[found.start].isupper() and before[-1].isalpha():
        return None
    if found["verb"] == "báo cáo" and before.endswith(_OF_REPORTS):
        return None
    if found["verb"] in _NAMING and _WISHES.match(found.after):
        return Act("ask", "", found["verb"])
    if found["verb"] in _NAMING and _DEMANDS.match(found.after):
        return Act("stress", "instruct", found["verb"])
    return Act("tell", "", found["verb"])


TELL = Rule(
    name="directive/tell",
    pattern=(
        r"\b(?P<verb>{tell})\b(?! (?:gương|trên|cao|tên|ra)\b)"
        rf"(?!(?:(?<=đã báo cáo)|(?<=vừa báo cáo)) {REPORTED})"
    ),
    produce=_tell,
    anchor=CUE,
    cues=("{tell}",),
    examples=(
        example("Ông Hải cho biết, thu ngân sách tăng.", "cho biết => tell"),
        example("Thủ tướng đánh giá cao kết quả của tỉnh.", "đánh giá cao => tell"),
    ),
    counter_examples=(
        "Sở Thông tin và Truyền thông: lập kế hoạch.",
        "Cán bộ nêu gương trong công việc.",
        "Các nhiệm vụ nêu trên đã hoàn thành.",
        "Sở chấp hành nghiêm chế độ báo cáo.",
    ),
)  # fmt: skip
