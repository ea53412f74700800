"""Plannings of land and of a field: `Quy hoạch tỉnh ... thời kỳ ...`, `Quy hoạch điện VIII`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.rules.reference.item import Citation
from camket.rules.reference.lead import is_capital, is_office, is_plural
from camket.rules.reference.parts import period_end, tail, title_end

_KINDS = expression(
    r" (?:tỉnh|thành phố|thủ đô|vùng|chung|phân khu|phân vùng|tổng thể|chi tiết|sử dụng đất|ngành|mạng lưới|hệ "
    r"thống|không gian|"
    r"xây dựng|phát triển|đô thị|khu|cảng|giao thông|thăm dò|bảo tồn|hạ tầng|nông thôn|quốc gia|kết cấu|"
    r"các)(?![^\W\d_])"
)
_ANYWHERE = expression(r" (?:tại|của|từng|mỗi) (?:các |từng |mỗi )?địa phương(?!\w)")
"""Plannings that each place has one of."""
_VERB_BEFORE = expression(r"(?:được|đã|công tác|cấp) $")


def _planned(found: Found) -> Citation | None:
    if is_plural(found) or not _KINDS.match(found.low, found.end) or _VERB_BEFORE.search(found.before):
        return None
    end = title_end(found.text, found.low, found.end, found.bounds[1])
    dated = period_end(found.low, found.end, end, found.bounds[1])
    if not (is_capital(found) or dated) or is_office(found) or _ANYWHERE.search(found.low, found.end, end):
        return None
    found.end = dated or end
    return Citation(type="plan")


PLANNING = Rule(
    name="reference/planning",
    pattern=r"(?<!\w)(?:đồ án )?quy hoạch(?= \w)",
    produce=_planned,
    cues=("quy hoạch",),
    examples=(
        example(
            "điều chỉnh Quy hoạch tỉnh Bắc Giang thời kỳ 2021-2030, tầm nhìn đến năm 2050 gặp khó khăn",
            "Quy hoạch tỉnh Bắc Giang thời kỳ 2021-2030, tầm nhìn đến năm 2050 => plan",
        ),
        example("phê duyệt Quy hoạch phân khu đô thị Nếnh.", "Quy hoạch phân khu đô thị Nếnh => plan"),
        example("theo quy hoạch vùng giai đoạn 2021-2030.", "quy hoạch vùng giai đoạn 2021-2030 => plan"),
    ),
    counter_examples=(
        "rà soát kỹ toàn bộ quy hoạch tỉnh sao cho hiệu quả",
        "hoàn thiện đồng bộ các quy hoạch",
        "Quy hoạch tỉnh phải đi trước một bước",
        "Viện Quy hoạch xây dựng Kinh Bắc",
        "cập nhật quy hoạch phát triển giao thông tại địa phương giai đoạn đến năm 2030",
        "đất được quy hoạch phát triển công nghiệp đến năm 2030",
    ),
)


def _power(found: Found) -> Citation:
    """The plan of electricity: a Roman number is part of its name, as in `Đại hội XIII`; a figure numbers it."""
    number = found.written("number")
    found.end = tail(found.text, found.low, found.end, found.bounds[1]).end
    if number.isdecimal():
        return Citation(type="plan", number=number)
    return Citation(type="plan", name=number)


POWER = Rule(
    name="reference/power_planning",
    pattern=(
        rf"(?i:(?<!\w)(?:tổng )?(?:sơ đồ |sơ đồ quy hoạch |quy hoạch )(?:phát triển )?điện(?: lực)?(?: quốc gia)? "
        rf")(?P<number>[IVX]+|\d)(?![\w{UPPER}])"
    ),
    produce=_power,
    cased=True,
    weight=3,
    cues=("sơ đồ điện", "quy hoạch điện", "sơ đồ phát triển điện", "quy hoạch phát triển điện"),
    examples=(
        example("bổ sung dự án vào Sơ đồ quy hoạch điện 7.", "Sơ đồ quy hoạch điện 7 => plan 7"),
        example("theo Quy hoạch điện VIII, tỉnh", "Quy hoạch điện VIII => plan"),
    ),
    counter_examples=("quy hoạch điện lực của tỉnh",),
)
