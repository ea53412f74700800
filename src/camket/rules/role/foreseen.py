"""Wordings of what may come about that only what stands around them tells: abilities, conditions, named options."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.role.item import RoleCue


def _projection(_: Found) -> RoleCue:
    return RoleCue(role="projection")


LIKELY = Rule(
    name="role/likely",
    pattern=(
        r"(?<!\w)(?<!không )(?<!không có )(?:nhiều |có )?khả năng"
        r"(?= (?:cả năm|đến hết|hết năm|năm 20\d\d|sẽ|chỉ|đạt|vượt|hụt|giảm|tăng"
        r"|hoàn thành|thu)(?! trưởng| cường| tốc| hồi| hút| thiểu| gom)(?!\w)[^;.]{0,60}\d)"
        r"|(?<!\w)(?:nhiều khả năng|(?:rất có )?khả năng cao(?: là)?|rất có khả năng)"
        r"(?= [^;.\d]{3,70}?(?<!\w)(?:cả năm|hết năm|năm 20\d\d)[^;.]{0,40}?(?:đạt|vượt|tăng|giảm)(?!\w)[^;.]{0,40}\d)"
    ),
    anchor=CUE,
    cues=("khả năng", "có khả năng", "nhiều khả năng", "rất có khả năng"),
    produce=_projection,
    weight=1,
    examples=(
        example("thu ngân sách khả năng đạt 23.000 tỷ đồng", "khả năng => projection"),
        example("nhiều khả năng cả năm vượt 8%", "nhiều khả năng => projection"),
        example("nhiều khả năng kim ngạch cả năm đạt 540 tỷ USD", "nhiều khả năng => projection"),
    ),
    counter_examples=("không có khả năng thu 30 tỷ đồng", "khả năng tăng trưởng của 12 ngành"),
)

_THEN = expression(r" [^;.:]{6,150}?(?:,|(?<!\w)thì) [^;.:]{0,70}?(?<!\w)(?:chỉ|sẽ|khó|có thể|mới)(?!\w)[^;.]{0,80}\d")
_DIGIT = expression(r"\d")
_REACH = 310
"""How far behind a condition the number can stand."""


def _if(found: Found) -> RoleCue | None:
    """A projection where a number stands behind what would then be."""
    if _DIGIT.search(found.low, found.end, min(found.bounds[1], found.end + _REACH)) is None:
        return None
    return RoleCue(role="projection") if _THEN.match(found.low, found.end, found.bounds[1]) else None


IF = Rule(
    name="role/if",
    pattern=(
        r"(?<!\w)(?:nếu|giả sử|(?:trong )?trường hợp)"
        r"(?! (?:tính|không tính|loại|trừ|so|kể|xét|gộp|cộng|năm|tháng|quý|trước|như|này|chỉ|phải))"
    ),
    anchor=CUE,
    cues=("nếu", "giả sử", "trường hợp", "trong trường hợp"),
    produce=_if,
    examples=(
        example("Nếu dịch kéo dài, thu ngân sách chỉ đạt 21.000 tỷ đồng", "Nếu => projection"),
        example("trường hợp mưa lớn thì sẽ ngập 300 ha", "trường hợp => projection"),
    ),
    counter_examples=("nếu không tính tiền đất, thu nội địa chỉ tăng 6%", "nếu năm 2020 đạt 5% thì năm nay chỉ 3%"),
)

NEED = Rule(
    name="role/need",
    pattern=(
        r"(?<!\w)(?<!đáp ứng )(?<!theo )nhu cầu(?! (?:vốn|kinh phí|đầu tư|này))(?= (?:[^\W\d]+ ){0,7}"
        r"(?:đến |vào |trong )?(?:năm|giai đoạn) 20\d\d[^;.]{1,60}\d)"
    ),
    anchor=CUE,
    cues=("nhu cầu",),
    produce=_projection,
    examples=(example("nhu cầu điện đến năm 2030 là 5.200 MW", "nhu cầu => projection"),),
    counter_examples=("nhu cầu vốn đầu tư năm 2025 là 900 tỷ đồng", "đáp ứng nhu cầu của 300 hộ"),
)

OPTION = Rule(
    name="role/option",
    pattern=(
        r"(?<!\w)(?<!so với )phương án (?:tăng trưởng )?(?:số )?"
        r"(?P<name>{scenario}|i{1,3})(?!\w)(?![.,]\d| (?:tỷ|triệu))"
    ),
    cues=("phương án",),
    produce=lambda found: RoleCue(role="scenario", scenario=_option(found)),
    weight=1,
    examples=(
        example("Phương án 2: GRDP tăng 9%", "Phương án 2 => scenario 2"),
        example("theo phương án cao, GRDP tăng 10%", "phương án cao => scenario high"),
        example("phương án II tăng 10%", "phương án II => scenario 2"),
    ),
    counter_examples=("phương án phân bổ 120 tỷ đồng", "xây dựng 2 phương án"),
)


def _option(found: Found) -> str:
    """Its name; a Roman number is that number."""
    name = found["name"]
    return str(len(name)) if set(name) == {"i"} else found.value("scenario", "name")
