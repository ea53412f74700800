"""Names of plans, for the targets and tallies that are said of them."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.plan.item import PlanName


def _named(found: Found) -> PlanName:
    return PlanName(kind=found["kind"].lower())


CONGRESS = Rule(
    name="plan/congress",
    pattern=(
        r"(?:Nghị quyết )?(?P<kind>Đại hội|ĐẠI HỘI)(?: [Đđ]ại biểu)?(?: Đảng bộ)?(?:(?! và )[^,.;:()\n]){0,60}?"
        r"(?:lần thứ [IVXLC\d]+|LẦN THỨ [IVXLC\d]+|khóa [IVXLC\d]+)"
    ),
    cased=True,
    cues=("đại hội",),
    produce=_named,
    weight=1,
    examples=(
        example(
            "22/26 chỉ tiêu của Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XIX, nhiệm kỳ 2015-2020",
            "Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XIX => đại hội",
        ),
        example(
            "19/26 chỉ tiêu Nghị quyết Đại hội lần thứ XIX đề ra",
            "Nghị quyết Đại hội lần thứ XIX => đại hội",
        ),
    ),
    counter_examples=("Đại hội sẽ bầu Ban Chấp hành.", "kỳ họp lần thứ 8"),
)

YEARLY = Rule(
    name="plan/yearly",
    pattern=(
        r"(?P<kind>[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hương trình)"
        r"(?:(?: (?:[^\W\d]+|-)){0,9}? năm \d{4}|(?: (?:[^\W\d]+|-)){0,9}? 5 năm \d{4}-\d{4})(?![\d-])"
    ),
    cased=True,
    anchor=CUE,
    cues=("kế hoạch", "nghị quyết", "chương trình"),
    produce=_named,
    examples=(
        example(
            "các chỉ tiêu của Kế hoạch phát triển kinh tế năm 2022",
            "Kế hoạch phát triển kinh tế năm 2022 => kế hoạch",
        ),
        example(
            "chỉ tiêu Kế hoạch phát triển kinh tế - xã hội năm 2025",
            "Kế hoạch phát triển kinh tế - xã hội năm 2025 => kế hoạch",
        ),
        example("trong kế hoạch 5 năm 2016-2020", "kế hoạch 5 năm 2016-2020 => kế hoạch"),
    ),
    counter_examples=("vượt kế hoạch đề ra", "nghị quyết của Đảng"),
)
