"""Shares of a plan: `đạt 72,8% kế hoạch`, `vượt 8% so với dự toán`, `gấp 1,2 lần kế hoạch`."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_before

_PLAN = (
    r"(?:dự toán|kế hoạch|kh|nq(?! (?:số|\d))|chỉ tiêu|mục tiêu|kịch bản|nghị quyết|vốn kế hoạch"
    r"|nhiệm vụ(?= (?:thu |chi )?(?:được )?giao)|(?:tổng )?(?:số )?vốn(?= (?:đã )?(?:được )?(?:giao|phân bổ|bố trí))"
    r"|con số(?= (?:được|trung ương|tỉnh|bộ|cấp)))"
    r"(?: (?:trung ương|thủ tướng(?: chính phủ)?|hđnd(?: tỉnh)?|ubnd(?: tỉnh)?|tỉnh|năm(?! (?:19|20)\d\d)|cả năm|vốn"
    r"|giao|được giao|đề ra|pháp lệnh|phấn đấu|đã|được|phân bổ|bố trí)){0,4}"
)

_WHO_PLANS = (
    r"(?:chỉ tiêu |kế hoạch )?(?:tỉnh|huyện|thành phố|trung ương|cấp trên|hđnd(?: tỉnh| huyện)?|bộ tài chính) giao"
)


_MORE_REVENUE = expression(r"(?<!\w)tăng thu(?: thêm)?(?: ít nhất| tối thiểu| khoảng| trên)? ?$")
"""`tăng thu tối thiểu 10% so với dự toán` is 110 % of the estimate."""
_OF_REVENUE = expression(r"(?<!\w)(?:thu|chi|ngân sách)(?!\w)[^;.]{0,60}$")


def _share(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or numeral.high is not None or found.after.startswith((", đề án", " và đề án")):
        return None  # `91% kế hoạch, đề án` counts papers
    if "nhiệm vụ" in found.match[0] and _OF_REVENUE.search(found.before) is None:
        return None  # `hoàn thành 100% nhiệm vụ được giao` counts tasks
    comparator = comparator_before(found)
    over = found.low[max(found.bounds[0], found.start - 8) : found.start].rstrip()
    value = numeral.value
    if _MORE_REVENUE.search(found.low, max(found.bounds[0], found.start - 30), found.start):
        value += 100
    elif over.endswith("vượt") or (over.endswith("tăng") and found["behind"].startswith(" so")):
        found.start -= len("vượt ")
        value += 100
    elif over.endswith("tăng từ") and found["more"]:
        found.start -= len("từ ")
        value += 100
    elif found.low.startswith("vượt", found.start):
        value, comparator = value + 100, "eq" if comparator == "gt" else comparator
    if found["tail"] or found["more"]:
        comparator = "ge"
    elif over.endswith(("hụt", "thấp hơn")):
        value = Decimal(100) - value
    return Quantity(value=value, unit="percent", comparator=comparator, measure="share_of_plan", step=numeral.step)


SHARE = Rule(
    name="quantity/share_of_plan",
    anchor="numeral",
    cues=(
        *("dự toán", "kế hoạch", "kh", "nq", "chỉ tiêu", "mục tiêu", "kịch bản", "nghị quyết", "vốn kế hoạch"),
        *("nhiệm vụ được giao", "nhiệm vụ giao", "vốn giao", "vốn được", "vốn đã", "con số", "nhiệm vụ thu"),
    ),
    pattern=(
        r"\s?(?:%|phần trăm)(?P<more> trở lên(?= so))?(?P<behind>(?: (?:so với|so|của|tổng|mức))?(?: với)?) ?"
        rf"{_PLAN}(?!\w)(?P<tail> trở lên)?"
    ),
    produce=_share,
    weight=2,
    examples=(
        example("đạt 28,4% dự toán năm", "28,4% dự toán năm => 28.4 percent share_of_plan"),
        example("trồng rừng đạt 97,3% KH năm", "97,3% KH năm => 97.3 percent share_of_plan"),
        example("doanh thu bán lẻ đạt 91,72%NQ", "91,72%NQ => 91.72 percent share_of_plan"),
        example("đạt 33% số vốn được phân bổ", "33% số vốn được phân bổ => 33 percent share_of_plan"),
        example("thu đạt 100% nhiệm vụ được giao", "100% nhiệm vụ được giao => 100 percent share_of_plan"),
        example(
            "bằng 54% so với con số Trung ương giao", "54% so với con số Trung ương giao => 54 percent share_of_plan"
        ),
        example(
            "thu ngân sách tăng từ 5% trở lên so với kế hoạch giao",
            "từ 5% trở lên so với kế hoạch giao => ge 105 percent share_of_plan",
        ),
        example("sản xuất đạt 65,9%KH", "65,9%KH => 65.9 percent share_of_plan"),
        example("mới đạt 69,5% dự toán.", "69,5% dự toán => 69.5 percent share_of_plan"),
        example("thu ngân sách vượt 13% so với kế hoạch", "vượt 13% so với kế hoạch => 113 percent share_of_plan"),
        example(
            "giải ngân đạt 96,2% kế hoạch Thủ tướng giao", "96,2% kế hoạch Thủ tướng giao => 96.2 percent share_of_plan"
        ),
    ),
    counter_examples=("hoàn thành 91% kế hoạch, đề án lớn", "tăng 8% so với cùng kỳ"),
)

OF_WHAT_WAS_GIVEN = Rule(
    name="quantity/share_of_what_was_given",
    anchor="numeral",
    cues=("giao",),
    pattern=(
        r"\s?(?:%|phần trăm)(?P<more> trở lên(?= so))?(?P<behind>(?: (?:so với|so|của|mức))?) "
        rf"{_WHO_PLANS}(?!\w)(?P<tail> trở lên)?"
    ),
    produce=_share,
    weight=3,
    examples=(
        example(
            "thu đạt 654 tỷ đồng, vượt 51% so với tỉnh giao", "vượt 51% so với tỉnh giao => 151 percent share_of_plan"
        ),
        example("thu nội địa bằng 120% huyện giao", "120% huyện giao => 120 percent share_of_plan"),
    ),
    counter_examples=("giải quyết 95% nhiệm vụ tỉnh giao", "120% tỉnh Hà Nam"),
)


def _over(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    lead = _OVER.search(found.low, max(found.bounds[0], found.start - 60), found.start)
    if not isinstance(numeral, Numeral) or lead is None or numeral.high is not None:
        return None
    found.start = lead.start()
    comparator: Comparator = "ge" if lead["least"] else "eq"
    return Quantity(
        value=numeral.value + 100, unit="percent", comparator=comparator, measure="share_of_plan", step=numeral.step
    )


_OVER = expression(rf"(?<!\w)vượt {_PLAN}(?: khoảng| hơn| gần)?(?P<least> ít nhất| tối thiểu| từ)? $")

OVER = Rule(
    name="quantity/over_plan",
    anchor="numeral",
    cues=("vượt",),
    pattern=r"\s?%(?! (?:so|của|dự toán|kế hoạch))",
    produce=_over,
    weight=2,
    examples=(
        example("thu ngân sách vượt dự toán năm 12%", "vượt dự toán năm 12% => 112 percent share_of_plan"),
        example(
            "vượt kế hoạch được giao ít nhất 5%", "vượt kế hoạch được giao ít nhất 5% => ge 105 percent share_of_plan"
        ),
    ),
    counter_examples=("vượt 12% so với cùng kỳ", "vượt dự toán, tăng 12%"),
)
