"""Words that only lead to a list of tasks: `tập trung thực hiện các nhiệm vụ, giải pháp trọng tâm sau`."""

from __future__ import annotations

from camket.extract.orders.tasks import Clause
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

FRAME = (
    r"(?:(?:tiếp tục|tập trung|khẩn trương|chủ động|tích cực|nghiêm túc|quyết liệt|đồng bộ|lãnh đạo|chỉ đạo|tổ chức"
    r"|thực hiện|triển khai|làm|giải quyết|xử lý|chú trọng|quan tâm|tốt|hiệu quả|có|nghiêm|và|vào),? )+"
    r"(?:một số (?:nhiệm vụ|giải pháp|nội dung|công việc)$|"
    r"(?:(?:một số|các|những|mấy|hai|ba|bốn|năm|sáu|bảy|tám|\d{1,2}) )?(?:nhóm )?"
    r"(?:nhiệm vụ|giải pháp|nội dung|vấn đề|(?:công )?việc|công tác)(?:(?:,| và) (?:nhiệm vụ|giải pháp|nội dung))*"
    r"(?: (?:trọng tâm|chủ yếu|cụ thể|cấp bách|trước mắt|lớn|chính|cơ bản|sau|sau đây|như sau|dưới đây|nêu dưới đây))+)"
)
"""Words that lead to a list of tasks and are none: `tập trung thực hiện các nhiệm vụ, giải pháp trọng tâm`."""
_FRAME = expression(FRAME)


def is_frame(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says no more than that tasks are to be done."""
    return _FRAME.fullmatch(reading.low, clause.start, clause.end) is not None
