"""Verbs that accept a wish: `đồng ý với đề xuất ...`, `nhất trí bổ sung ...`, `thống nhất chủ trương ...`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.directive.item import Act

_MARK_ONLY = expression(r"\W*(?:\w{1,3}[.)/-]\W*)?")
"""No more than the mark of an item: `1- `, `a) `."""


def _agree(found: Found) -> Act | None:
    """Agreement; none where the wish is refused, the word stands for unity or is part of a name."""
    if (
        not _MARK_ONLY.fullmatch(found.before)
        and found.text[found.start].isupper()
        and not found.before.rstrip().endswith(":")
    ):
        return None
    if found.before.rstrip().endswith(
        (" không", " chưa", " sự", " đoàn kết", " tính", "đoàn kết và", "đồng thuận và", ",")
    ):
        return None
    return Act("agree", "agree", found["verb"])


AGREE = Rule(
    name="directive/agree",
    pattern=(
        r"\b(?P<verb>{agree})\b(?! (?:đất nước|lãnh đạo|nhận thức|quản lý|tổ quốc|cao|giữa|nước nhà|từ|trên|trong"
        r"|về nhận thức|kết luận|giao|yêu cầu|thông qua|đánh giá|bầu|báo cáo(?! thủ tướng| chính phủ| quốc hội))\b)"
        r"(?! (?:chủ trương )?đầu tư (?:mới )?(?:(?:cho|đối với) )?(?:(?:trên|hơn|gần|khoảng|thêm) )?\d+"
        r" (?:lượt )?dự án\b)"
        r"(?! đề xuất [,.;])(?! với (?:nhau|(?:các |những )?(?:bộ|sở|cơ quan|đơn vị|địa phương|ban|ngành|bên)\b"
        r"(?![^,.;]* (?:về việc|là|đề xuất|đề nghị|kiến nghị))))"
    ),
    produce=_agree,
    anchor=CUE,
    cues=("{agree}",),
    examples=(
        example("Thủ tướng đồng ý với đề xuất mở rộng cảng.", "đồng ý => agree agree"),
        example("Phó Thủ tướng nhất trí bổ sung dự án vào quy hoạch.", "nhất trí => agree agree"),
        example("Phó Thủ tướng nhất trí báo cáo Thủ tướng cho lùi hạn.", "nhất trí => agree agree"),
        example("2- Nhất trí lập tổ công tác.", "Nhất trí => agree agree"),
        example("Thống nhất chủ trương lập khu công nghệ cao.", "Thống nhất chủ trương => agree agree"),
    ),
    counter_examples=(
        "Các Tiểu vương quốc Arab Thống nhất xuất khẩu dầu.",
        "Sáu tháng qua, tỉnh chấp thuận chủ trương đầu tư cho 31 dự án.",
        "Bộ không đồng ý với đề xuất này.",
        "Sở Y tế thống nhất với các sở liên quan để xử lý.",
        "Hai bên đã nhất trí với nhau nhiều thỏa thuận.",
        "Tỉnh giữ vững khối đoàn kết, thống nhất trong Đảng bộ.",
    ),
)
