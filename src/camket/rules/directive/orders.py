"""Verbs that hand out a task: `yêu cầu`, `giao`, `đề nghị`, `kêu gọi`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.directive.item import PASSIVE, Act

_NOUN_BEFORE = (
    "theo", "những", "mọi", "nhu cầu,", "đáp ứng", "công tác", "ý kiến", "sự", "ban", "tổ", "văn bản", "được",
    "bàn", "ngoại", "chuyển", "trên cơ sở", "tiếp thu", "tinh thần", "giới hạn", "phát", "số",
    "riêng", "với", "về", "về việc",
)  # fmt: skip


_BEHIND_A_NOUN = tuple(f" {word}" for word in _NOUN_BEFORE)
_BY_LETTER = ("có văn bản", "ký văn bản", "ban hành văn bản", "gửi văn bản", "có công văn", "có công điện")
"""Words after which the verb tells what a letter says: `có văn bản chỉ đạo các sở`."""


_COMMANDED = (
    ":",
    " cho ",
    " các ",
    " như sau",
    " công an ",
    " bộ ",
    " sở ",
    " ubnd ",
    " toàn ",
    " lực lượng ",
    " ngành ",
    " thủ trưởng ",
    " giám đốc ",
    " chủ tịch ",
    " cục trưởng ",
    " tổng cục ",
    " cục ",
    " chi cục ",
    " đơn vị ",
)
"""What follows `chỉ thị` where somebody gives a command and no paper is named."""
_FORCED = expression(r" (?:các|những|mọi|mỗi|chủ|nhà|đơn vị|ubnd|sở) [^,.;]{2,60} phải ")
"""Whom an order forces: `buộc các chủ đầu tư phải bàn giao`; a mishap forces one too."""


_MANY_SAY = expression(r"(?:^|[,;.] ?)(?:\S+ ){0,6}?(?:nhiều|một số|có|cũng có|đa số|phần lớn|hầu hết|các) ý kiến$")
"""Opinions that ask for something: `Nhiều ý kiến đề nghị tăng mức phạt`."""


_AT_A_MEETING = expression(
    r" (?:tại )?(?:đại hội|hội nghị|hội thảo|buổi lễ|buổi làm việc|lễ|cuộc họp|phiên họp|kỳ họp|diễn đàn)(?: này)?"
    r"(?= có|,|\.|;|$)"
)
"""`dự và chỉ đạo đại hội`: somebody spoke there."""


_ASKED_BY_A_BOARD = frozenset({"đề nghị", "yêu cầu", "mong muốn"})
"""What a board named before asks where its name is shortened to its first word: `Ban đề nghị tỉnh ...`."""


def _without_opinion(before: str) -> str:
    """The words before a verb; those by which many give their view make no noun of it."""
    return "" if before.endswith("ý kiến") and _MANY_SAY.search(before) else before


def _order(found: Found) -> Act | None:
    """An order; none where the word before or after makes a noun or a name of the verb."""
    before = _without_opinion(found.before.rstrip())
    if found["verb"] == "chỉ đạo" and (
        before.endswith(("lãnh đạo,", "lãnh đạo và")) or _AT_A_MEETING.match(found.after)
    ):
        return None  # what somebody busies himself with
    if found["verb"] == "chỉ thị" and not found.low.startswith(_COMMANDED, found.end):
        return None
    if before.endswith(_BY_LETTER):
        return Act("order", found.value("order", "verb"), found["verb"])
    if before == "ban" and found["verb"] in _ASKED_BY_A_BOARD:
        return Act("order", found.value("order", "verb"), found["verb"])
    named = before.endswith(" được") and found.text[found.bounds[0] + len(before) - len("được")].isupper()
    if (before.endswith(_BEHIND_A_NOUN) and not named) or before in _NOUN_BEFORE:
        return None
    announces = found["verb"] == "chỉ thị" and before.endswith(" ra") and found.low.startswith(":", found.end)
    if before and found.text[found.start].isupper() and before[-1] not in "-:;.)\"'+" and not announces:
        return None
    if found["verb"] == "giao" and found.text.startswith(" ban ", found.end):
        return None
    if found["verb"] == "buộc" and not _FORCED.match(found.after):
        return None
    return Act("order", found.value("order", "verb"), found["verb"])


ORDER = Rule(
    name="directive/order",
    pattern=(
        r"\b(?P<verb>{order})\b"
        r"(?! (?:thông|dịch|cắt(?! giảm)|lưu|tiếp(?! tục)|thoa|ước|hữu|hàng|thương|thừa(?! thiên)|chiến|tranh|điểm"
        r"|hưởng|hòa(?! (?:bình|vang|thành))|du|kết|mùa|diện|rừng|đất|khoán|nhận|nộp"
        r"|nhiệm vụ đặt ra|nhiệm vụ,|nhiệm vụ mới|nhiệm vụ trong|của|đặt ra|cao hơn|mới\b|thực tiễn|vốn|đầu tư"
        r"|điều hành|chờ|chủ trương|thị trường|thực tế|kỹ thuật|chuyên môn|vị trí việc làm|hội nhập)\b)"
    ),
    produce=_order,
    anchor=CUE,
    cues=("{order}",),
    examples=(
        example("Thủ tướng yêu cầu các bộ rà soát quy định.", "yêu cầu => order instruct"),
        example("Bí thư Tỉnh ủy đề nghị tỉnh đẩy nhanh giải ngân.", "đề nghị => order request"),
        example("Chủ tịch UBND tỉnh kêu gọi các cấp chung sức.", "kêu gọi => order call"),
        example("Thủ tướng Chính phủ chỉ thị: các bộ rà soát.", "chỉ thị => order instruct"),
        example("Giao Sở Tài chính chủ trì tham mưu.", "Giao => order instruct"),
        example("Chủ tịch UBND tỉnh giao Ban Quản lý dự án lập hồ sơ.", "giao => order instruct"),
        example("Chủ tịch UBND tỉnh có văn bản chỉ đạo các sở kiểm tra kho.", "chỉ đạo => order instruct"),
        example("Thường trực HĐND tỉnh chỉ đạo tiếp tục rà soát.", "chỉ đạo => order instruct"),
        example("Ban đề nghị tỉnh sớm bố trí vốn.", "đề nghị => order request"),
        example("Ông giao nhiệm vụ cho Sở Y tế lập kế hoạch.", "giao nhiệm vụ cho => order instruct"),
    ),
    counter_examples=(
        "Tỉnh đáp ứng yêu cầu của nhà đầu tư.",
        "Sở Giao thông vận tải báo cáo.",
        "Theo đề nghị của Sở Xây dựng, hồ sơ được duyệt.",
        "Doanh nghiệp tiếp nhận chuyển giao công nghệ.",
        "Ngày 5/3, tỉnh ban hành Chỉ thị các cấp phải thực hiện.",
        "Công an huyện Giao Thủy vào cuộc.",
        "Sở họp giao ban hằng tuần.",
        "Bộ Xây dựng xử lý điểm giao cắt đường sắt.",
        "Phó Bí thư Tỉnh ủy dự và chỉ đạo đại hội; tham dự có 177 đại biểu.",
        "Quyết định của Bộ trưởng Bộ Tài chính về việc giao dự toán năm 2017.",
        "Tỉnh đẩy mạnh kêu gọi đầu tư vào hạ tầng.",
        "Sản phẩm hợp với nhu cầu và yêu cầu thị trường.",
    ),
)  # fmt: skip


def _passive(found: Found) -> Act | None:
    """Somebody is told; none where the word is the end of a name: `ông Nguyễn Văn Được yêu cầu`."""
    if found.text[found.start].isupper() and found.before.strip():
        return None
    return Act("order", found.value("order", "verb"), f"{PASSIVE}{found['verb']}")


GIVEN = Rule(
    name="directive/given",
    pattern=(
        r"(?<!đã )(?<!đang )(?<!từng )(?<!mà )\bđược (?P<verb>giao)(?: nhiệm vụ)?"
        r"(?= (?:chủ trì|phối hợp|tham mưu|tăng cường|chỉ đạo|xây dựng|rà soát|hướng dẫn"
        r"|kiểm tra|tổ chức|nghiên cứu|đôn đốc|theo dõi|tổng hợp)\b)"
        r"(?![^.;]* (?:phải|cần) )"
    ),
    produce=_passive,
    anchor=CUE,
    cues=("được giao",),
    examples=(
        example("Sở Tư pháp được giao chủ trì rà soát hồ sơ.", "được giao => order instruct"),
        example("Sở Y tế cũng được giao nhiệm vụ hướng dẫn các xã.", "được giao nhiệm vụ => order instruct"),
    ),
    counter_examples=(
        "Các xã được giao vốn.",
        "Các sở được giao xây dựng quy chế phải xong sớm.",
        "Sở đã được giao chủ trì lập đề án.",
    ),
)

TOLD = Rule(
    name="directive/told",
    pattern=(
        r"(?<!đã )(?<!đang )(?<!từng )(?<!mà )\bđược (?P<verb>yêu cầu|đề nghị|nhắc nhở)\b"
        r"(?! (?:của|bởi|từ|về|là|trên|\w+ lại)\b)"
    ),
    produce=_passive,
    anchor=CUE,
    cues=("được yêu cầu", "được đề nghị", "được nhắc nhở"),
    examples=(
        example("Lãnh đạo huyện được yêu cầu rà soát các bến đò.", "được yêu cầu => order instruct"),
        example("UBND các xã được đề nghị lập danh sách.", "được đề nghị => order request"),
    ),
    counter_examples=("Các huyện đã được yêu cầu báo cáo.", "Việc được yêu cầu của cấp trên."),
)
