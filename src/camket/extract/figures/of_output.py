"""The output of a branch that a list names by the branch alone: `giá trị sản xuất nông nghiệp 3%; công nghiệp 11%`."""

from __future__ import annotations

from camket.extract.figures.question import Link, Question
from camket.grammar.expression import expression

_OUTPUT = expression(r"(?<!\w)(?:giá trị sản xuất|gtsx|giá trị sản lượng)(?!\w)")
_OTHERWISE = expression(
    r"(?<!\w)(?:grdp|gdp|tổng sản phẩm|giá trị (?:gia tăng|tăng thêm)|cơ cấu|tỷ trọng|tỷ lệ|chiếm|iip|xuất khẩu|thu"
    r"|thu nhập|ngân sách)(?!\w)"
)
"""What the list turns to, or tells instead."""
_JOINED = r"(?: ?[-–,+] ?| và )"
_BRANCH = expression(
    r"(?:^|[,;:(]|\.(?= )|(?<!\w)(?:đó|và)) ?(?:riêng |khu vực |ngành |lĩnh vực |sản xuất )*"
    rf"(?:(?P<farm>nông(?: nghiệp)?(?:{_JOINED}lâm(?: nghiệp)?)?(?:{_JOINED}(?:thủy sản|ngư nghiệp|diêm nghiệp))?)"
    rf"|(?P<industry>công nghiệp(?:{_JOINED}(?:tiểu thủ công nghiệp|ttcn))*))"
    r"(?: (?:ước|đạt|tăng|giảm|tăng trưởng|bình quân|là|khoảng|trên|gần|hơn|năm|mỗi|hàng|hằng))* ?$"
)
_KNOWN = {"farm": "agricultural_output", "industry": "industrial_output"}


def of_output(asked: Question) -> Link | None:
    """The gross output of the branch, where the sentence speaks of nothing but output before."""
    if asked.unit not in ("percent", "VND") or asked.slot.quantity.measure is not None:
        return None
    if "nông" not in asked.gap and "công nghiệp" not in asked.gap:
        return None
    low, slot = asked.reading.low, asked.slot
    told = _BRANCH.search(asked.gap)
    if told is None or told.lastgroup is None:
        return None
    spoken = list(_OUTPUT.finditer(low, slot.sentence.start, asked.left + told.start()))
    if not spoken or _OTHERWISE.search(low, spoken[-1].end(), slot.start) is not None:
        return None
    start, end = told.span(told.lastgroup)
    return Link(_KNOWN[told.lastgroup], asked.left + start, asked.left + end, "before")
