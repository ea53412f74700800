"""Numbers in words and fractions."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.numeral.item import SIZE_ENDS, Numeral, words_value
from camket.rules.numeral.restated import says_again

_ONE = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_NEXT = (
    r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|vạn|linh|lẻ|triệu|tỷ|tỉ"
    r"|rưỡi)"
)
_DIGIT = r"(?:một|hai|ba|bốn|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"


def _words(found: Found) -> Numeral | None:
    value = words_value(found["words"])
    if value == 10_000 and found.after.startswith((" dân", " người dân")):
        return None  # `trên một vạn dân` is what a figure is said per
    if value is None or value == 0 or says_again(found, value):
        return None
    return Numeral(value=value, scale=Decimal(10**6) if value >= 10**6 else Decimal(1))


WORDS = Rule(
    name="numeral/words",
    anchor=CUE,
    pattern=rf"(?<!thứ )(?<!tháng )(?<!\d )(?P<words>{_ONE}(?: {_NEXT})*? (?:mươi|chục|trăm|nghìn|ngàn|vạn"
    rf"|triệu|tỷ|tỉ)(?: {_NEXT})*|mười {_DIGIT})(?!\w){SIZE_ENDS}",
    produce=_words,
    cues=("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    examples=(
        example("dân số tăng thêm một triệu người", "một triệu => 1000000"),
        example("kinh phí hai triệu rưỡi đồng", "hai triệu rưỡi => 2500000"),
        example("gần một nghìn đại biểu", "một nghìn => 1000"),
        example("ba mươi lăm nghìn tỷ đồng", "ba mươi lăm nghìn tỷ => 35000000000000"),
        example("hai trăm linh năm xã", "hai trăm linh năm => 205"),
        example("thành lập mười lăm tổ công tác", "mười lăm => 15"),
    ),
    counter_examples=(
        "hàng chục triệu người",
        "một số nhiệm vụ",
        "100 triệu",
        "rằm tháng mười một",
        "mười xã",
        "một tỷ lệ lớn",
        "mức hỗ trợ 500.000.000 đồng (Năm trăm triệu đồng)",
        "hỗ trợ 30 (ba mươi) hộ",
    ),
)


def _words_range(found: Found) -> Numeral | None:
    high = words_value(found["high"])
    scale = words_value(found["size"]) if found["size"] else Decimal(1)
    low = words_value(found["low"])
    if high is None or low is None or scale is None or not low * scale < high * scale:
        return None
    return Numeral(value=low * scale, high=high * scale, scale=scale)


RANGE = Rule(
    name="numeral/range_in_words",
    anchor=CUE,
    cues=("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín"),
    before=r"(?:(?<!\w)từ )?",
    pattern=r"(?P<low>một|hai|ba|bốn|sáu|bảy|tám|chín) (?:-|đến|tới) "
    rf"(?P<high>{_ONE})(?: (?P<size>chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|nghìn tỷ))?(?! ?\w*mươi)(?!\w)",
    produce=_words_range,
    weight=3,
    examples=(example("hỗ trợ từ hai đến ba triệu đồng", "từ hai đến ba triệu => 2000000..3000000"),),
    counter_examples=("từ năm đến năm", "từ một xã đến ba xã"),
)


def _fraction(found: Found) -> Numeral | None:
    upper, lower = words_value(found["upper"]), words_value(found["lower"])
    if not upper or not lower or upper >= lower or says_again(found, upper / lower):
        return None
    return Numeral(value=(upper * 100 / lower).quantize(Decimal("0.01")).normalize())


FRACTION = Rule(
    name="numeral/fraction",
    pattern=rf"(?<!\w)(?P<upper>{_ONE}) phần (?P<lower>{_ONE}|tư)(?!\w)(?! (?:19|20)\d\d)",
    produce=_fraction,
    cues=("phần",),
    weight=1,
    examples=(
        example("chiếm hai phần ba số xã", "hai phần ba => 66.67"),
        example("khoảng một phần tư dân số", "một phần tư => 25"),
    ),
    counter_examples=(
        "một phần trong số đó",
        "trực tuyến một phần năm 2025",
        "trên 1/2 (một phần hai) tổng số hội viên",
    ),
)
