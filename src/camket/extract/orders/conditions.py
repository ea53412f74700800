"""Demands on whoever it may concern, told by a condition that is a part of the task."""

from __future__ import annotations

from camket.grammar.expression import expression

WHICHEVER = expression(
    r"[^,;]{2,40} nào (?:[^,;]* thì|[^;]{5,160}, (?:người đứng đầu|thủ trưởng|chủ tịch|lãnh đạo)[^,;]{0,40}) "
    r"(?:phải|cần|không được) "
)
"""`xã nào chậm thì phải ...`: who has to do it is told by a condition, which is part of the task."""
WHATEVER = expression(
    r"(?!(?:năm|ngày|tháng|hôm|mùa|lúc|khi|bao giờ) )[^,;.:]{2,40} (?:nào|gì)(?!\w)(?![^;.:]* (?:sẽ|đã|đang|được) )"
    r"[^;.:,]{0,100},? thì (?=\w)"
)
"""`hồ sơ nào rõ thì ký`: whatever it may concern, the condition is part of the task."""
REMAINS = expression(r"\b(?:còn|vẫn) (?:có )?(?:nhiều|một số|những|không ít|các) ")
"""What stands before `cần khắc phục` where it tells how things are: `vẫn còn nhiều vấn đề cần phải khắc phục`."""
AIM = expression(r"(?:các |những )?(?:tinh thần|quan điểm|phương châm|mục tiêu|mục đích|ý nghĩa|lý do|nguyên nhân)\b")
"""What is said to be something, and not to be done: `mục tiêu của ngành là ...`."""


MEASURED = expression(
    r"(?:tốc độ|tỷ lệ|tỷ trọng|tổng (?:sản phẩm|vốn|thu|chi|kim ngạch|số|giá trị|mức|diện tích)"
    r"|cơ cấu|số (?:xã|hộ|lượng"
    r"|người|giường|lao động)|kim ngạch|thu nhập|thu ngân sách|thu nội địa|giá trị|chỉ số|diện tích|sản lượng|năng suất"
    r"|gdp|grdp|mật độ|độ che phủ|quy mô|doanh thu|vốn đầu tư)\b[^;]*?\d|(?:trên |dưới |hơn )?[\d,-]+ ?% [^\W\d_]"
    r"|[^;:]{3,120}? = ?\d"
)
"""How an item begins that only says what is to be reached: `Tỷ lệ hộ nghèo giảm còn 2%`."""
OFTEN = ("hằng ", "định kỳ")
"""Words for what comes back, which open a task (`hằng tuần báo cáo`) or stand before who is told."""


def within_brackets(low: str, start: int, at: int) -> bool:
    """Whether brackets that open behind `start` close only behind `at`."""
    opened = low.rfind("(", start, at)
    return opened > start and low.find(")", opened, at) < 0
