"""Words of effort and of planning by which a number behind them is aimed at: `nỗ lực đạt`, `lên kế hoạch thu hút`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.role.item import RoleCue

_DONE = expression(r"(?<!\w)(?:đã|qua|nhờ|sau|trước)(?!\w)[^,;.]{0,40}$")
"""What was striven for and told of as done, or named as a cause: `nhờ nỗ lực đưa 12 dự án vào hoạt động`."""
_AIM = (
    r"(?:đạt|hoàn thành|thu|giải ngân|giữ|nâng|hạ|kéo|giảm|tăng|đưa|xây dựng|vào|vươn|có|đón|xuất khẩu|thực hiện"
    r"|duy trì|đến|tới|cả năm|năm 20\d\d|trong năm|tốc độ|tỷ lệ|tổng|mức|giải quyết|tạo|huy động|trồng|phát triển)"
)


def _target(found: Found) -> RoleCue | None:
    return None if _DONE.search(found.before) else RoleCue(role="target")


EFFORT = Rule(
    name="role/effort",
    anchor=CUE,
    pattern=(
        r"(?<!sự )(?<!với )(?<!bằng )(?<!những )(?<!nhiều )(?<!mọi )(?<!các )(?<!của )(?<!việc )"
        rf"(?<!\w)(?:nỗ lực|cố gắng|ra sức)(?: hết sức| cao nhất)?(?: để)?(?= {_AIM}(?!\w)[^;.]{{1,90}}\d)"
    ),
    cues=("nỗ lực", "cố gắng", "ra sức"),
    produce=_target,
    examples=(
        example("Cục Thuế nỗ lực thu nội địa cả năm đạt 9.000 tỷ đồng", "nỗ lực => target"),
        example("cố gắng để giảm 2% hộ nghèo", "cố gắng để => target"),
    ),
    counter_examples=(
        *("với nỗ lực giảm nghèo, còn 120 hộ", "nhờ cố gắng đưa 12 dự án vào hoạt động"),
        *("đã nỗ lực giải ngân 900 tỷ đồng", "Bằng việc nỗ lực huy động mọi nguồn, huyện có 15 xã đạt chuẩn"),
    ),
)

PLANNED = Rule(
    name="role/set_as_aim",
    anchor=CUE,
    pattern=(
        r"(?<!\w)(?:(?:đặt|đề)(?: ra)? (?:yêu cầu|kế hoạch|chỉ tiêu|đích)|lên kế hoạch|đăng ký chỉ tiêu"
        r"|đặt kỳ vọng|đặt quyết tâm)(?!\w)(?! (?:này|trên|đó)(?!\w))(?=[^;.]{1,110}\d)"
    ),
    cues=(
        *("đặt yêu cầu", "đặt kế hoạch", "đặt chỉ tiêu", "đặt ra yêu cầu", "đặt ra kế hoạch", "đặt ra chỉ tiêu"),
        *("đề ra yêu cầu", "đề ra kế hoạch", "đề ra chỉ tiêu", "đặt đích", "đặt ra đích"),
        *("lên kế hoạch", "đăng ký chỉ tiêu", "đặt kỳ vọng", "đặt quyết tâm"),
    ),
    produce=_target,
    weight=1,
    examples=(
        example("Năm 2026, tỉnh đặt chỉ tiêu thu 9.000 tỷ đồng", "đặt chỉ tiêu => target"),
        example("tỉnh lên kế hoạch đón 3 triệu lượt khách", "lên kế hoạch => target"),
    ),
    counter_examples=("vượt kế hoạch đề ra 5%", "đã đặt ra yêu cầu cho 12 sở"),
)

ALLOTTED = Rule(
    name="role/allotted",
    anchor=CUE,
    pattern=(
        r"(?<!đã )(?<!\w)được (?:ngân sách |trung ương |nhà nước |chính phủ |tỉnh |huyện |thành phố )?(?:cấp|duyệt chi"
        r"|duyệt cấp|duyệt|rót)(?= (?:vốn |kinh phí |ngân sách |thêm |bổ sung |trên |gần |hơn |khoảng )*"
        r"\d[\d.,]* (?:tỷ|tỉ|triệu|nghìn tỷ|nghìn tỉ)(?!\w))"
    ),
    cues=("được cấp", "được duyệt", "được rót", *(f"được {who}" for who in ("ngân sách", "trung ương", "nhà nước"))),
    produce=lambda _: RoleCue(role="target"),
    examples=(
        example("Năm 2005, y tế được cấp 451 tỷ đồng", "được cấp => target"),
        example("ngành được duyệt chi hơn 166 tỷ đồng", "được duyệt chi => target"),
    ),
    counter_examples=("7.100 doanh nghiệp được cấp phép", "đã được cấp 30 tỷ đồng", "được cấp 12 giấy chứng nhận"),
)
"""Sums that are allotted: so much is to be spent."""

_DONE_SINCE = expression(
    r"(?<!\w)(?:đã (?!(?:được )?(?:phê duyệt|duyệt|ban hành|thông qua|giao|đề ra|xác định|công bố|đăng ký))"
    r"|(?<!thực )(?<!thể )hiện(?! đại| thực)|đến nay|kết quả|mới (?:chỉ |đạt|có)|vẫn|chưa)(?!\w)"
)


def _by_plan(found: Found) -> RoleCue | None:
    """A target where the words open their sentence, and nothing that was done is told before the number."""
    if found.before.strip(" -+*•"):
        return None
    digit = _FIRST_NUMBER.search(found.after)
    return None if digit is None or _DONE_SINCE.search(found.after, 0, digit.start()) else RoleCue(role="target")


_FIRST_NUMBER = expression(r"(?<!năm )(?<!ngày )(?<!tháng )(?<![\d/])\d[\d.,]*(?! ?[/-] ?\d)")

BY_PLAN = Rule(
    name="role/by_plan",
    anchor=CUE,
    pattern=r"theo (?:kế hoạch|quy hoạch|đề án|lộ trình|phương án)(?!\w)(?! (?:được giao|này)? ?[:;.])",
    cues=("theo kế hoạch", "theo quy hoạch", "theo đề án", "theo lộ trình", "theo phương án"),
    produce=_by_plan,
    examples=(
        example("Theo kế hoạch, riêng năm 2005 có 5 tiểu dự án sẽ được triển khai", "Theo kế hoạch => target"),
        example("Theo quy hoạch đã được duyệt từ năm 2011, đường dài 90 km", "Theo quy hoạch => target"),
    ),
    counter_examples=(
        *("Theo kế hoạch, đến nay đã xong 5 tiểu dự án", "Xã làm theo kế hoạch 5 con đường"),
        "Theo đề án, huyện hiện có 12 xã",
    ),
)
"""What opens a sentence as the words of a plan: `Theo kế hoạch, năm 2006 dự án có 325 tỷ đồng`."""
