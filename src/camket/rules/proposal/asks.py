"""Verbs by which a lower level asks: `kiến nghị`, `đề xuất`, `xin`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.directive.item import Act

_NOUN_BEFORE = (
    "các", "những", "nhiều", "một số", "mọi", "trả lời", "giải quyết", "tổng hợp", "theo", "với", "nêu", "có", "thuận",
    "tiếp thu", "nội dung", "ý kiến", "về", "được", "tham mưu", "đồng tình", "riêng", "việc",
)  # fmt: skip
SYLLABLES = ("chương", "quy", "quá", "tờ", "lộ", "công", "giáo", "hành", "tiến", "trạng", "xuất", "thuyết", "tường")
_BEFORE_A_SYLLABLE = tuple(f" {word}" for word in SYLLABLES)
"""Syllables that make another word of `trình`."""

_BEHIND_A_NOUN = tuple(f" {word}" for word in _NOUN_BEFORE)
_MANY_SAY = expression(r"(?:^|[,;.] ?)(?:\S+ ){0,6}?(?:nhiều|một số|có|cũng có|đa số|phần lớn|hầu hết) ý kiến$")
"""Opinions that ask for something: `Nhiều ý kiến kiến nghị tăng mức phạt`."""
_OF_A_ROW = expression(
    r"(?:\d|(?<!\w)(?:các|những|mọi|lượt|số|tổng hợp|tiếp thu|trả lời|giải quyết)) (?:lượt |nhóm )?"
    r"(?:ý kiến|phản ánh|nguyện vọng|khó khăn|vướng mắc|tâm tư|đề xuất)"
    r"(?:, (?:ý kiến|phản ánh|nguyện vọng|khó khăn|vướng mắc|đề xuất))*(?:,| và)$"
)
"""Nouns in a row before one more: `84 lượt ý kiến, kiến nghị`, `các khó khăn, vướng mắc và kiến nghị`."""
_ABOUT = frozenset({"kiến nghị", "đề xuất", "kiến nghị, đề xuất", "đề xuất, kiến nghị"})
"""Verbs behind which the matter may stand with `về`, or who is asked with `với`; else these make a noun of a verb."""
_BEHIND = expression(r"[\w,]$")
"""Behind these they are verbs; at the head of a line `Kiến nghị với Chính phủ` is a heading."""
_STATE = expression(
    r" về (?:(?:một số|các|những|nhiều) )*(?:khó khăn|vướng mắc|bất cập|tình hình|vấn đề|nội dung|kết quả)"
)
"""What is told of behind them, and not asked for."""
_STOPS = "-:;.)\"'+"
"""Marks behind which a verb may begin with a capital; elsewhere it is a name (`ông Trình Văn Nhã`)."""


REPORTED = (
    r"(?=(?:thủ tướng(?: chính phủ)?|chính phủ|quốc hội|ubtvqh|bộ chính trị|ban bí thư|ubnd (?:tỉnh|thành phố)"
    r"|hđnd (?:tỉnh|thành phố)|tỉnh ủy|thành ủy|bộ (?:tài chính|xây dựng|nội vụ|y tế))(?: xem xét,?| về việc)?"
    r" (?:cho phép|cho|cắt giảm|bổ sung|điều chỉnh|phê duyệt|chấp thuận|bố trí|hỗ trợ|ban hành|thành lập)(?!\w))"
)
"""What stands behind `đã báo cáo` where the report asks for something: `đã báo cáo Thủ tướng cho lùi hạn`."""


def _reported(found: Found) -> Act:
    return Act("ask", "", found["verb"])


REPORT = Rule(
    name="proposal/report",
    pattern=rf"(?:(?<=đã )|(?<=vừa ))(?P<verb>báo cáo)(?= {REPORTED})",
    produce=_reported,
    anchor=CUE,
    cues=("báo cáo",),
    examples=(example("Bộ đã báo cáo Thủ tướng Chính phủ cắt giảm 40 tỷ đồng.", "báo cáo => ask"),),
    counter_examples=(
        "Sở đã báo cáo Thủ tướng kết quả cắt giảm vốn.",
        "Các bộ báo cáo Thủ tướng cho phép kéo dài.",
    ),
)


def _ask(found: Found) -> Act | None:
    """A request upward; none where the word before makes a noun of the verb, or a person is merely introduced."""
    if found["verb"] == "giới thiệu" and "để bầu" not in found.after:
        return None
    before = found.before.rstrip()
    if found.after.startswith((" về ", " với ")) and not (found["verb"] in _ABOUT and _BEHIND.search(before)):
        return None
    if _STATE.match(found.after):
        return None
    if found["verb"].startswith("trình") and f" {before}".endswith(_BEFORE_A_SYLLABLE):
        return None
    if (f" {before}".endswith(_BEHIND_A_NOUN) and not _MANY_SAY.search(before)) or _OF_A_ROW.search(before):
        return None
    if before and before[-1] not in _STOPS and found.text[found.start].isupper():
        return None
    return Act("ask", "", found["verb"])


ASK = Rule(
    name="proposal/ask",
    pattern=(
        r"\b(?P<verb>{ask})\b(?! (?:lỗi|phép|phương án|chào|thôi|việc|cảm ơn|nghỉ|chúc|của|trên|này|nói|độ"
        r"|bày|diễn|tự|duyệt|báo|làng|chiếu|sản phẩm|khẳng định|nhấn mạnh|nhắc lại|nói thêm|chia sẻ|chia buồn"
        r"|trân trọng|gửi|hứa|cam kết|chân thành|bày tỏ|ghi nhận|tiếp thu|thông báo|thưa|mời|kể|nhận|hộ"
        r"|còn|tha|giảm nhẹ|khoan hồng|liên quan|thuộc|lĩnh vực)\b)"
    ),
    produce=_ask,
    anchor=CUE,
    cues=("{ask}",),
    examples=(
        example("Tỉnh kiến nghị Chính phủ bố trí vốn.", "kiến nghị => ask"),
        example("Ông Tuệ đề xuất lập quỹ nhà ở.", "đề xuất => ask"),
        example("Bộ xin bổ sung chính sách hỗ trợ.", "xin => ask"),
        example("Tỉnh kiến nghị với Thủ tướng sớm duyệt quy hoạch.", "kiến nghị => ask"),
        example("Lãnh đạo thành phố đề xuất về cơ chế giá điện.", "đề xuất => ask"),
    ),
    counter_examples=(
        "Ông Trình Văn Nhã dự họp.",
        "Bị cáo xin nhận trách nhiệm.",
        "Ông xin lỗi người dân.",
        "Văn phòng xin thông báo để các sở biết, thực hiện.",
        "Bộ đã trả lời kiến nghị của cử tri.",
        "Tỉnh nêu các đề xuất cụ thể.",
        "Kiến nghị về chính sách:",
        "Tỉnh nhận 84 lượt ý kiến, kiến nghị đầu tư đường.",
        "Có 05 kiến nghị lĩnh vực pháp chế.",
    ),
)
