"""Wordings of what is aimed at that only their place in the clause tells from what was done."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.role.item import RoleCue

_OPENS = expression(r"(?:^|[,;:.(\-+])\s*$")


def _target_at_opening(found: Found) -> RoleCue | None:
    """A target where the words open their clause: what stands behind `vượt` or `so với` is spoken of, not set."""
    return RoleCue(role="target") if _OPENS.search(found.before) else None


SET = Rule(
    name="role/set",
    pattern=(
        r"(?<!\w)(?:nghị quyết|kế hoạch|đại hội|đề án|chương trình|quy hoạch|hđnd tỉnh|tỉnh)(?: [^\W\d]+){0,6}? "
        r"(?:đặt ra|đề ra|xác định)(?!\w)(?! và)(?= [^,;.]{2,60}\d)"
    ),
    cues=("đặt ra", "đề ra", "xác định"),
    produce=_target_at_opening,
    weight=1,
    examples=(
        example("Nghị quyết đề ra GRDP năm 2026 tăng 10%", "Nghị quyết đề ra => target"),
        example("Kế hoạch của tỉnh xác định thu ngân sách 30.000 tỷ đồng", "Kế hoạch của tỉnh xác định => target"),
    ),
    counter_examples=(
        *("vượt mức kế hoạch đề ra là 8%", "Tỉnh xác định công nghiệp là trụ cột"),
        "đã xong toàn bộ nội dung, chương trình đề ra và thông qua 12 nghị quyết",
    ),
)

AGREED = Rule(
    name="role/agreed",
    anchor=CUE,
    pattern=(
        r"(?:thống nhất|thông qua|quyết nghị|biểu quyết|(?:đề ra|đặt ra|đưa ra|xác định)(?= \d))"
        r"(?: (?:với|cao|thông qua|ban hành))* "
        r"(?:(?:\d{1,3}|các|nhiều|một số|hệ thống|toàn bộ) )?(?:nhóm )?(?:chỉ tiêu|mục tiêu)(?!\w)"
        r"(?:,? [^\W\d]+| -){0,12}?(?: (?:năm|giai đoạn|nhiệm kỳ) 20\d\d(?: ?- ?20\d\d)?)?(?:,? [^\W\d]+){0,4}:"
    ),
    cues=("thống nhất", "thông qua", "quyết nghị", "biểu quyết", "đề ra", "đặt ra", "đưa ra", "xác định"),
    produce=lambda _: RoleCue(role="target"),
    examples=(
        example(
            "Đại hội thống nhất 29 chỉ tiêu chủ yếu, trong đó đáng chú ý: GRDP tăng 10%",
            "thống nhất 29 chỉ tiêu chủ yếu, trong đó đáng chú ý: => target",
        ),
        example(
            "HĐND thông qua 15 chỉ tiêu năm 2024, gồm: GRDP tăng 8%", "thông qua 15 chỉ tiêu năm 2024, gồm: => target"
        ),
        example("Đảng bộ xã đề ra 14 chỉ tiêu cụ thể: thu ngân sách tăng 9%", "đề ra 14 chỉ tiêu cụ thể: => target"),
    ),
    counter_examples=(
        *("thống nhất đánh giá 12 chỉ tiêu đã đạt", "thông qua báo cáo; 15/17 chỉ tiêu đạt"),
        "đạt 14 chỉ tiêu Đại hội đề ra: thu ngân sách tăng 9%",
    ),
)

_TO_COME = expression(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|nghị quyết|mục tiêu|cuối năm|giai đoạn|nhiệm kỳ)(?!\w)"
)
_GONE = expression(r"(?<!\w)(?:kết quả|đạt được|hoàn thành|đánh giá|vượt|thực hiện (?:đạt|được))(?!\w)")


def _target_of_what_is_to_come(found: Found) -> RoleCue | None:
    """A target where the sentence tells of tasks or a plan, not of how they were carried out."""
    begin = max(found.before.rfind(". "), found.before.rfind(";"), 0)
    told = found.before[begin:]
    return RoleCue(role="target") if _TO_COME.search(told) and not _GONE.search(told) else None


WITH_AIMS = Rule(
    name="role/with_aims",
    anchor=CUE,
    pattern=(
        r"với (?:một số|các|những|nhiều|hệ thống|\d{1,3}) (?:nhóm )?(?:chỉ tiêu|mục tiêu)(?: (?:chủ yếu|cụ thể|chính"
        r"|cơ bản|quan trọng|kinh tế|xã hội|trọng tâm|phấn đấu|đề ra|như|sau|-))*,? ?:"
    ),
    cues=("với các", "với một số", "với những", "với nhiều", "với hệ thống", "với"),
    produce=_target_of_what_is_to_come,
    examples=(
        example(
            "HĐND thông qua nghị quyết về nhiệm vụ năm 2027 với các chỉ tiêu chủ yếu: thu ngân sách 40 tỷ đồng",
            "với các chỉ tiêu chủ yếu: => target",
        ),
    ),
    counter_examples=("xã hoàn thành kế hoạch với các chỉ tiêu: thu ngân sách đạt 12 tỷ đồng",),
)

_BODY = expression(r"(?:^|[,;:.(\-+] ?)(?:ubnd|hđnd|ủy ban|hội đồng|sở|bộ|ban|tỉnh|thành phố)(?: [^\W\d]+){0,6} $")


def _target_at_opening_or_body(found: Found) -> RoleCue | None:
    """A target where the words open their clause, or stand behind the body whose plan it is."""
    opens = _OPENS.search(found.before) or _BODY.search(found.before)
    return RoleCue(role="target") if opens else None


GIVEN = Rule(
    name="role/given",
    anchor=CUE,
    pattern=r"(?:kế hoạch|chỉ tiêu|dự toán)(?: vốn)? (?:được )?giao(?: năm 20\d\d)?(?!\w)(?=[^,;.%]{2,60}\d)",
    cues=("kế hoạch", "chỉ tiêu", "dự toán"),
    produce=_target_at_opening,
    weight=1,
    examples=(example("Kế hoạch giao năm 2026 thu 30.000 tỷ đồng", "Kế hoạch giao năm 2026 => target"),),
    counter_examples=("đạt 72% kế hoạch giao, tăng 8%", "vượt dự toán giao 12%"),
)

PLANS_TO = Rule(
    name="role/plans_to",
    anchor=CUE,
    pattern=(
        r"(?<!đã )(?:xây dựng|ban hành|lập) (?:kế hoạch|đề án|chương trình|phương án)(?= [^,;.:\d]{6,90} \d)"
        r"(?! (?:đã|được|và tổ chức))"
    ),
    cues=("xây dựng kế hoạch", "ban hành kế hoạch", "lập kế hoạch", "xây dựng đề án", "xây dựng phương án"),
    produce=_target_at_opening_or_body,
    examples=(example("UBND huyện xây dựng Kế hoạch hỗ trợ sửa chữa 310 nhà ở", "xây dựng Kế hoạch => target"),),
    counter_examples=("đã xây dựng kế hoạch kiểm tra 12 cơ sở", "xây dựng kế hoạch năm, 12 xã có tên"),
)

LABEL = Rule(
    name="role/label",
    anchor=CUE,
    pattern=r"(?:kế hoạch|chỉ tiêu|dự toán)(?: năm 20\d\d)? ?:(?= ?(?:trên |khoảng )?\d)",
    cues=("kế hoạch", "chỉ tiêu", "dự toán"),
    produce=_target_at_opening,
    weight=1,
    examples=(example("Thu nội địa: dự toán: 900 tỷ đồng", "dự toán: => target"),),
    counter_examples=("đạt 72% kế hoạch: 8 đơn vị", "Kế hoạch: tổ chức 3 lớp"),
)

AHEAD = Rule(
    name="role/ahead",
    anchor=CUE,
    pattern=(
        r"(?:phương hướng|định hướng|nhiệm vụ)(?:[^:.;\d]{0,60})? (?:năm|giai đoạn|đến năm) "
        r"20\d\d(?: ?- ?20\d\d)?[^:.;\d]{0,30}:"
    ),
    cues=("phương hướng", "định hướng", "nhiệm vụ"),
    produce=_target_at_opening,
    examples=(example("Phương hướng năm 2024: sản lượng lúa trên 2 triệu tấn", "Phương hướng năm 2024: => target"),),
    counter_examples=("Kết quả thực hiện nhiệm vụ năm 2023: thu ngân sách đạt 900 tỷ đồng",),
)

_CAPITAL_PLEDGED = expression(r"(?<!\w)vốn(?: [^\W\d]+){1,5} $")


def _resolved(found: Found) -> RoleCue | None:
    """A target, but where it is a name (`bà Lê Thị Quyết Tâm`) or capital already pledged (`vốn ngoại cam kết`)."""
    if found.text[found.start : found.end].istitle() or _CAPITAL_PLEDGED.search(found.before):
        return None
    return RoleCue(role="target")


RESOLVED = Rule(
    name="role/resolved",
    pattern=(
        r"(?<!với )(?<!bằng )(?<!sự )(?<!tinh thần )(?<!\w)quyết tâm(?! (?:chính trị|cao|lớn|của|mạnh|vượt khó))"
        r"(?![\w,])"
        r"|(?<!vốn )(?<!các )(?<!bản )(?<!những )(?<!\d )(?<!\w)cam kết(?! (?:là|của|quốc tế|hỗ trợ))(?!\w)"
    ),
    cues=("quyết tâm", "cam kết"),
    produce=_resolved,
    examples=(
        example("tỉnh quyết tâm năm 2026 GRDP đạt 10%", "quyết tâm => target"),
        example("tỉnh cam kết GRDP tăng 10%", "cam kết => target"),
    ),
    counter_examples=(
        "với quyết tâm chính trị cao, GRDP đạt 8%",
        *("tổng vốn cam kết đạt 200 triệu USD", "13 tỷ USD vốn ngoại cam kết, giảm 4%"),
        "bà Lê Thị Quyết Tâm",
    ),
)

_WORK_DONE = expression(
    r"(?<!\w)(?:đã(?! (?:đề ra|đặt ra|đề nghị|yêu cầu|giao|thông qua|xác định))(?!\w)"
    r"|(?:lắp đặt|làm|xây|xây dựng|sửa chữa|cải tạo|nâng cấp|kiên cố hóa|trồng)(?: thêm| mới| được)+ \d)"
)
_STILL_TO_DO = expression(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|sẽ|cần|phải|tiếp tục|nhằm|để|dự kiến)(?!\w)")


def _target_unless_done(found: Found) -> RoleCue | None:
    """A target where the words open their clause, unless the sentence tells of work that was done to that end."""
    done = list(_WORK_DONE.finditer(found.before))
    if done and not _STILL_TO_DO.search(found.before, done[-1].start()):
        return None
    return _target_at_opening(found)


KEPT = Rule(
    name="role/kept",
    pattern=(
        r"(?<!đã )(?<!đều )(?<!cơ bản )(?<!\w)(?:giữ vững|bảo đảm|đảm bảo|duy trì)"
        r"(?= (?:trên |từ )?(?:tỷ lệ|\d+,?\d*%))"
    ),
    cues=("giữ vững", "bảo đảm", "đảm bảo", "duy trì"),
    produce=_target_unless_done,
    examples=(
        example("Bảo đảm tỷ lệ bao phủ bảo hiểm y tế đạt 95%", "Bảo đảm => target"),
        example("Xã đã đạt chuẩn, phấn đấu giữ rừng, bảo đảm 60% đất có rừng", "bảo đảm => target"),
    ),
    counter_examples=(
        "đã bảo đảm 95% nhu cầu",
        "Bảo đảm quốc phòng, an ninh",
        "Huyện đã xây 12 trạm bơm, bảo đảm 100% số ruộng có nước",
        "Lắp đặt thêm 40 km đường dây, đảm bảo 100% số hộ có điện",
    ),
)

THIS_AIM = Rule(
    name="role/this_aim",
    anchor=CUE,
    pattern=r"(?:chỉ tiêu|mục tiêu)(?: phấn đấu)? này (?:tương đương|tương ứng|bằng|cao hơn|thấp hơn)(?!\w)",
    cues=("chỉ tiêu", "mục tiêu"),
    produce=_target_at_opening,
    weight=1,
    examples=(example("Chỉ tiêu này tương đương mức tăng 3%", "Chỉ tiêu này tương đương => target"),),
    counter_examples=("đạt chỉ tiêu này tương đương 3%",),
)

_FORETOLD = expression(r"(?<!\w)(?:dự kiến|dự báo|ước)(?!\w)[^;.]*$")

MUST = Rule(
    name="role/must",
    anchor=CUE,
    pattern=(
        r"(?<!không )(?<!không còn )(?:phải|cần) (?:(?:tập trung|nỗ lực|cố gắng|phấn đấu) )?"
        r"(?:giải ngân|hoàn thành|thực hiện|bảo đảm|đảm bảo|huy động|xây dựng|thu|đạt)(?! (?:hồi|hút|chuẩn))(?!\w)"
        r"(?=[^;.]{1,80}\d)"
        r"|(?<!nhu )(?<!\w)cần (?:(?:khoảng|hơn|trên|gần|ít nhất|tới|thêm) )?(?=\d[\d.,]* (?:nghìn )?(?:tỷ|triệu))"
    ),
    cues=("phải", "cần"),
    produce=lambda found: None if _FORETOLD.search(found.before) else RoleCue(role="target"),
    examples=(
        example("đến 30/9 phải giải ngân đạt ít nhất 60%", "phải giải ngân => target"),
        example("giai đoạn 2026-2030 cần khoảng 12.000 tỷ đồng", "cần khoảng => target"),
    ),
    counter_examples=("có 12 doanh nghiệp phải tạm dừng hoạt động", "không phải thu 3 triệu đồng"),
)

IN_ORDER_TO = Rule(
    name="role/in_order_to",
    pattern=(
        r"(?<!\w)để (?:đạt được|đạt|hoàn thành|thực hiện) (?:mục tiêu|chỉ tiêu|kế hoạch(?= \d))(?![\w,])"
        r"(?! (?:này|trên|đó|đề ra)(?!\w))"
    ),
    cues=("để đạt", "để hoàn thành", "để thực hiện", "để đạt được"),
    produce=lambda _: RoleCue(role="target"),
    weight=1,
    examples=(
        example("Để đạt được mục tiêu GRDP tăng 10%", "Để đạt được mục tiêu => target"),
        example("Để đạt được kế hoạch 44.700 tỷ đồng", "Để đạt được kế hoạch => target"),
    ),
    counter_examples=("đã đạt được mục tiêu đề ra", "Để đạt mục tiêu, tỉnh đã thu hút 120 dự án"),
)

PACE = Rule(
    name="role/required_pace",
    pattern=(
        r"(?<!\w)phải (?:có mức tăng|tăng|đạt)(?!\w)"
        r"(?=[^.;]{3,80}? mới (?:đạt|hoàn thành|bảo đảm|có thể đạt)(?!\w))"
    ),
    cues=("phải tăng", "phải đạt", "phải có mức tăng"),
    produce=lambda _: RoleCue(role="projection"),
    weight=2,
    examples=(example("các quý sau phải tăng gần 11% thì cả năm mới đạt mục tiêu", "phải tăng => projection"),),
    counter_examples=("GRDP phải tăng 10%", "phải đạt 95% kế hoạch"),
)
