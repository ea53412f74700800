"""What was decided to be given, taken in or spent: help that is allotted, budgets that are adopted."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.role.item import RoleCue

_GIVES = (
    r"(?:hỗ trợ|trợ cấp|trợ giúp|viện trợ|cứu trợ|trích|cấp|tạm cấp|xuất cấp|xuất|bổ sung|ủng hộ|thưởng|chi|chi trả)"
)
_BACK = expression(r"(?<!\w)(?:theo|tại|các|những|có|số|của|trong|từ|nhờ|kể từ khi|sau khi) $")
"""What makes of the words the name of a paper: `theo quyết định hỗ trợ 12 hộ`."""
_SO_MUCH = r"(?=[^;.:]{0,70}?\d[\d.,]* ?(?:nghìn |ngàn |triệu |trăm )?(?:đồng|tỷ|tỉ|triệu|usd|tấn|kg)(?!\w))"


def _target(found: Found) -> RoleCue | None:
    return None if _BACK.search(found.before) else RoleCue(role="target")


DECIDED = Rule(
    name="role/decided_help",
    anchor=CUE,
    pattern=rf"(?<!\w)(?:quyết định|đồng ý|chấp thuận|nhất trí)(?: (?:sẽ|tiếp tục|tạm|việc))? {_GIVES}(?!\w){_SO_MUCH}",
    cues=("quyết định", "đồng ý", "chấp thuận", "nhất trí"),
    produce=_target,
    examples=(
        example("Bộ quyết định hỗ trợ tỉnh Yên Bái 90 tỷ đồng", "quyết định hỗ trợ => target"),
        example("Chính phủ đồng ý bổ sung cho tỉnh 300 tỷ đồng", "đồng ý bổ sung => target"),
        example("Thủ tướng quyết định xuất cấp 5.000 tấn gạo", "quyết định xuất cấp => target"),
    ),
    counter_examples=(
        *("theo quyết định hỗ trợ 12 tỷ đồng", "quyết định hỗ trợ cho 36 hộ dân", "đồng ý chi trả qua 3 ngân hàng"),
        "Quyết định hỗ trợ được ban hành; huyện đã nhận 20 tỷ đồng",
    ),
)

TO_BE_GIVEN = Rule(
    name="role/help_to_come",
    anchor=CUE,
    pattern=rf"(?<!\w)sẽ (?:được )?{_GIVES}(?!\w){_SO_MUCH}",
    cues=("sẽ",),
    produce=_target,
    weight=2,
    examples=(
        example("mỗi hộ sẽ được trợ cấp 5 triệu đồng", "sẽ được trợ cấp => target"),
        example("Nhà nước sẽ hỗ trợ 70% kinh phí, tối đa 40 triệu đồng", "sẽ hỗ trợ => target"),
    ),
    counter_examples=("hộ nghèo sẽ được hỗ trợ", "sẽ được thu 5 triệu đồng"),
)

ADOPTED = Rule(
    name="role/adopted_budget",
    anchor=CUE,
    pattern=(
        r"(?<!\w)(?:thông qua|quyết định|quyết nghị|phê chuẩn|phê duyệt|ban hành|giao)(?: việc)?(?: giao| phân bổ)?"
        r" (?:tổng )?(?:dự toán|kế hoạch (?:vốn )?đầu tư công)(?!\w)(?=[^;.:]{0,120}?(?:(?<!ngày )(?<!số )(?<!năm )\d))"
    ),
    cues=("thông qua", "quyết định", "quyết nghị", "phê chuẩn", "phê duyệt", "ban hành", "giao"),
    produce=_target,
    examples=(
        example("Thông qua dự toán năm 2026 với số thu là 2.529 tỷ đồng", "Thông qua dự toán => target"),
        example("HĐND tỉnh phê chuẩn dự toán thu ngân sách 9.800 tỷ đồng", "phê chuẩn dự toán => target"),
    ),
    counter_examples=("theo quyết định giao dự toán, tỉnh đã chi 12 tỷ đồng", "sau khi thông qua dự toán năm 2026"),
)
