"""What the title of a paper tells of all of it: whether it sets aims or tells of results."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from camket.grammar.expression import expression
from camket.grammar.fold import Folded
from camket.model.document import Head

_APPROVES_A_PLAN = expression(
    r"quyết định (?:về )?(?:việc )?(?:phê duyệt|phê chuẩn|ban hành|duyệt|giao|công bố|điều chỉnh|thông qua)"
    r"(?: (?:điều chỉnh|bổ sung|đề cương|nhiệm vụ|và|,|nội dung))* "
    r"(?:quy hoạch|kế hoạch|chiến lược|chương trình|đề án|dự toán|chỉ tiêu|mục tiêu|định hướng)(?!\w)"
)
_IS_A_PLAN = expression(
    r"(?:(?:các|một số|hệ thống) )?(?:kế hoạch|mục tiêu|chỉ tiêu|phương hướng|định hướng)(?: [^\W\d]+| -|,| 5){0,14}"
    r" (?:(?:năm |giai đoạn |nhiệm kỳ |thời kỳ )?20\d\d ?- ?20\d\d|đến năm 20\d\d)"
    r"(?!.*(?<!\w)(?:kết quả|hoàn thành|đạt|vượt|về đích|khó|sơ kết|tổng kết)(?!\w))"
)
"""The title of a story that only prints a plan: `Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025 của tỉnh`."""
_SETTLES = expression(
    r"(?<!\w)(?:quyết toán|kết quả (?:giám sát|(?:tổng )?điều tra|rà soát|kiểm kê|phổ cập)|kiểm điểm)(?!\w)"
)
_NAMED_A_PLAN = expression(r"(?:[^\W_]{1,4}[.)] |biểu [^ ]{1,4}[.:]? )?(?:kế hoạch|chỉ tiêu|phương án)(?!\w)")


_RATES = expression(
    r"(?<!\w)(?:mức (?:thu|chi|hỗ trợ|trợ cấp|phụ cấp|giá|tiền|thù lao|bồi dưỡng|đóng|học phí)|đơn giá|bảng giá"
    r"|giá (?:đất|tiêu thụ|cước|dịch vụ|bán|nước|thuê)|học phí|lệ phí|phụ cấp|trợ cấp|định mức|thù lao"
    r"|chế độ (?:chi|hỗ trợ|trợ cấp|phụ cấp|công tác phí|dinh dưỡng)|chính sách (?:hỗ trợ|ưu đãi|khuyến khích))(?!\w)"
)
_ORDERS = expression(
    r"quyết định (?:về )?(?:việc )?"
    r"(?:ban hành|quy định|điều chỉnh|sửa đổi|bổ sung|thông qua|mức|đơn giá|giá|bảng giá)(?!\w)"
)


def _sets_rates(title: str) -> bool:
    """Whether a decision sets rates, prices or levels of support, as a council does by a resolution."""
    return _ORDERS.match(title) is not None and _RATES.search(title) is not None


def title_sets_aims(head: Head, *, story: bool) -> bool:
    """Whether what a paper sets out is aimed at, where its words say nothing else; a `story` is news."""
    title = folded_title(head.title or "")
    if head.type == "decision":
        return _APPROVES_A_PLAN.match(title) is not None or _sets_rates(title)
    if story:
        return _IS_A_PLAN.match(title) is not None
    return head.type in ("plan", "resolution") and not ("dự toán" not in title and _SETTLES.search(title))


def as_planned(head: Head) -> Head:
    """The head with the type that its words are read by: what a decision gives out under the title of a plan is one."""
    if head.type != "decision" or head.title is None or _NAMED_A_PLAN.match(folded_title(head.title)) is None:
        return head
    return msgspec.structs.replace(head, type="plan")


@lru_cache(maxsize=64)
def folded_title(title: str) -> str:
    """The words of a title in the form that rules see; it is asked for each time named near it."""
    return " ".join(Folded(title).low.split())
