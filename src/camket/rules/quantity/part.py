"""Parts of a whole in words or as a fraction: `một nửa`, `hai phần ba`, `2/3 số xã`; and the zero in words."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.engine import STROKE
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import Comparator
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_before


def _half(found: Found) -> Quantity:
    comparator = _OVER_HALF.get(found["about"]) or comparator_before(found)
    return Quantity(value=Decimal(50), unit="percent", comparator=comparator)


_OVER_HALF: dict[str, Comparator] = {"quá": "gt", "hơn": "gt", "gần": "approx", "non": "approx"}

HALF = Rule(
    name="quantity/half",
    pattern=(
        r"(?<!\w)(?:một nửa(?! (?:sự thật|còn lại))|(?P<about>quá|hơn|gần|non) nửa"
        r"(?! (?:đầu|cuối|năm|nhiệm kỳ|thế kỷ|tháng|ngày|giờ|triệu|tỷ|chừng|đêm|mét|km)))(?!\w)"
    ),
    cues=("nửa",),
    produce=_half,
    examples=(
        example("gần một nửa là khách quốc tế", "gần một nửa => approx 50 percent"),
        example("một nửa lấy từ ngân sách", "một nửa => 50 percent"),
        example("chiếm quá nửa số phiếu", "quá nửa => gt 50 percent"),
    ),
    counter_examples=("nửa đầu năm 2025", "hơn nửa thế kỷ qua"),
)


_OF_MEMBERS = expression(
    r"(?: \([^()]*\))? (?:tổng )?(?:số )?(?:các )?(?:ủy viên|thành viên|hội viên|đại biểu|đảng viên|cử tri|người)(?!\w)"
    r"[^.;\n]*(?<!\w)(?:có mặt|tham dự|tham gia|dự họp|dự đại hội|tán thành|biểu quyết|đề nghị|yêu cầu|đồng ý|triệu tập"
    r"|chấp thuận|bỏ phiếu)(?!\w)"
)
_LAID_DOWN = expression(r"(?<!\w)(?:(?<!sau )(?<!trước )khi|nếu|phải|chỉ|hợp lệ|có giá trị)(?!\w)[^.;\n]*$")


def _is_quorum(found: Found) -> bool:
    """Whether a charter lays down how many members must be there or agree, which tells nothing of how things stand."""
    return _OF_MEMBERS.match(found.after) is not None and _LAID_DOWN.search(found.before) is not None


def _fraction(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral) or _is_quorum(found):
        return None
    return Quantity(value=numeral.value, unit="percent", comparator=comparator_before(found))


FRACTION = Rule(
    name="quantity/fraction_in_words",
    anchor="numeral/fraction",
    pattern="",
    produce=_fraction,
    examples=(example("chiếm khoảng hai phần ba số xã", "khoảng hai phần ba => approx 66.67 percent"),),
    counter_examples=("một phần do thời tiết", "được thông qua khi có hai phần ba số thành viên dự họp tán thành"),
)


def _slash(found: Found) -> Quantity | None:
    upper, lower = Decimal(found["upper"]), Decimal(found["lower"])
    if not upper < lower or _is_quorum(found):
        return None
    return Quantity(
        value=(upper * 100 / lower).quantize(Decimal("0.01")).normalize(),
        unit="percent",
        comparator=comparator_before(found),
    )


SLASH = Rule(
    name="quantity/fraction",
    pattern=(
        r"(?<![\d/.,])(?P<upper>[1-4])/(?P<lower>[2-9])(?![\d/.,])"
        r"(?=(?: \([^()]{5,30}\))? (?:số|tổng|dân số|diện tích|trong|nguồn|lượng|sản lượng|giá trị"
        r"|(?:so với )?(?:của )?(?:mức )?(?:bình quân|trung bình|cả nước|toàn quốc|vùng))(?!\w))"
    ),
    anchor=STROKE,
    produce=_slash,
    examples=(
        example("chiếm 2/3 số xã của tỉnh", "2/3 => 66.67 percent"),
        example("chiếm 2/3 (hai phần ba) số xã của tỉnh", "2/3 => 66.67 percent"),
        example("thu nhập chỉ bằng 2/3 mức bình quân chung của tỉnh", "2/3 => 66.67 percent"),
        example("đề án được trên 2/3 số đại biểu tán thành", "trên 2/3 => gt 66.67 percent"),
    ),
    counter_examples=(
        "đạt 5/8 Bí thư cấp huyện",
        "ngày 2/3",
        "Cuộc họp hợp lệ khi có ít nhất 2/3 số ủy viên tham dự",
        "đại hội bất thường được triệu tập khi có trên 1/2 (một phần hai) tổng số hội viên đề nghị",
    ),
)


def _zero(found: Found) -> Quantity:
    unit = "count" if found["noun"] == "xã" else found.value("none_left", "noun")
    return Quantity(value=Decimal(0), unit=unit, noun=found["noun"])


ZERO = Rule(
    name="quantity/none_left",
    pattern=(
        r"(?<!cơ bản )(?:không còn|không có|xóa hết|xóa xong|không để xảy ra|không để phát sinh) "
        r"(?P<noun>{none_left}|xã(?= (?:đạt )?dưới \d))(?!\w)"
    ),
    anchor=CUE,
    cues=("không còn", "không có", "xóa hết", "xóa xong", "không để"),
    produce=_zero,
    examples=(
        example("tỉnh công bố không còn hộ nghèo", "không còn hộ nghèo => 0 household"),
        example("xóa xong nhà tạm, nhà dột nát", "xóa xong nhà tạm, nhà dột nát => 0 count"),
        example("46 xã đạt 5-9 tiêu chí, không còn xã dưới 5 tiêu chí", "không còn xã => 0 count"),
        example("không có tổ chức cơ sở đảng không hoàn thành nhiệm vụ", "không có tổ chức cơ sở đảng => 0 count"),
    ),
    counter_examples=("không có giải pháp mạnh", "không còn nguồn lực", "cơ bản không còn hộ nghèo"),
)


_TOLD = expression(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|quyết tâm|kịch bản|dự kiến|ước|năm 20\d\d|giai đoạn|nhiệm kỳ)"
    r"(?!\w)"
)
"""What makes of `tăng trưởng hai con số` more than a headline: that it is aimed at, or when it was."""
_GROWS = expression(r"(?<!\w)(?:tăng|tăng trưởng|mức|tốc độ|đạt|giữ|duy trì)(?!\w)[^,;.]{0,24}$")

TWO_DIGITS = Rule(
    name="quantity/two_digits",
    pattern=r"(?<!\w)(?:hai|2) (?:con|chữ) số(?!\w)(?! (?:này|trên|đó|ấy|nêu|tuyệt đối|thống kê))",
    cues=("con số", "chữ số"),
    produce=lambda found: (
        Quantity(value=Decimal(10), unit="percent", comparator="ge")
        if _GROWS.search(found.before) and _TOLD.search(found.before)
        else None
    ),
    examples=(
        example("phấn đấu tăng trưởng hai con số", "hai con số => ge 10 percent"),
        example("năm 2025, GRDP tăng ở mức 2 con số", "2 con số => ge 10 percent"),
    ),
    counter_examples=("Tăng trưởng hai con số nhưng chưa bền", "hai con số này cho thấy", "chênh lệch giữa hai con số"),
)
