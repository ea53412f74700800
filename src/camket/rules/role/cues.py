"""One rule a role (docs/reference/facts.md); the wordings are in words.yaml."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import Role
from camket.rules.role.item import RoleCue


def _cue(role: Role) -> RoleCue:
    return RoleCue(role=role)


ESTIMATE = Rule(
    name="role/estimate",
    pattern=(
        r"(?<!\w)ưth(?!\w)|(?<!mơ )(?<!quy )(?<!giao )(?<!\w)(?:dự |tự )?ước(?! mơ| muốn| vọng| nguyện)"
        r"(?: tính| đạt| thực hiện| thu| cả năm)?(?!\w)"
        r"|(?<!\w)(?<!số )(?<!số liệu )sơ bộ(?!\w)(?! (?:quý|tháng|năm|\d|cả năm|giảm|tăng|đạt|công bố|là)(?!\w))"
    ),
    anchor=CUE,
    cues=("ước", "dự ước", "tự ước", "sơ bộ", "ưth"),
    produce=lambda _: _cue("estimate"),
    examples=(
        example("Thu ngân sách ước đạt 30.000 tỷ đồng", "ước đạt => estimate"),
        example("mức tự ước của thành phố là 8,25%", "tự ước => estimate"),
        example("Sơ bộ GRDP tăng 8,25%", "Sơ bộ => estimate"),
    ),
    counter_examples=(
        "hiện thực hóa ước mơ",
        "theo quy ước của thôn",
        "số sơ bộ của năm 2024 là 9,5%",
        "sơ bộ quý II tăng 8%",
    ),
)

_NO_TARGET = {"đề xuất": " của", "dành": " cho ông"}
"""What follows a wording that gives no target then: `theo đề xuất của`, `chức danh dành cho ông`."""
_ALLOTTED = expression(
    r"[^;.]{0,90}?(?:vốn|kinh phí|ngân sách|nguồn lực|\d[\d.,]* ?(?:tỷ|tỉ|triệu|nghìn tỷ|ha|đồng|%))"
)
"""What is allotted to some end; people and desks are only where they are: `cán bộ được bố trí hợp lý`."""


_PLACED = expression(r" được (?:[^\W\d]+ ){0,3}?\d[\d.,]* (?!tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha |%)[^\W\d]")
"""Those who were given a place: `mới bố trí được 412 hộ, đạt 29,7% kế hoạch`."""

_FUNDS = expression(
    r"(?<!\w)(?:nguồn lực|vốn|kinh phí|ngân sách|số tiền|tiền|quỹ đất|diện tích|tín dụng)(?: [^\W\d]+){0,2} $"
)
_CAME_TO = expression(r" cho [^,;.\d]{2,50}? (?:đã |cũng |vẫn )?(?:tăng|giảm|đạt|chiếm|lên)(?!\w)")


def _target(found: Found) -> RoleCue | None:
    word = found["target"]
    if found.after.startswith(_NO_TARGET.get(word, "\n")):
        return None
    if word == "dành" and _FUNDS.search(found.before) and _CAME_TO.match(found.after):
        return None  # `nguồn lực dành cho hộ nghèo tăng lên 120.000 tỷ đồng`
    if word == "phấn đấu" and found.before.endswith(" giao "):
        return None  # `chỉ tiêu Tổng cục giao phấn đấu (60.900 tỷ đồng)` names a plan
    housed = word == "bố trí" and _PLACED.match(found.after) is not None
    return None if housed or (word == "bố trí" and not _ALLOTTED.match(found.after)) else _cue("target")


TARGET = Rule(
    name="role/target",
    pattern=r"(?<!\w)(?P<target>{target})(?!\w)",
    anchor=CUE,
    cues=("{target}",),
    produce=_target,
    examples=(
        example("đề ra các mục tiêu chủ yếu: GRDP tăng 5-6%", "các mục tiêu chủ yếu => target"),
        example("phấn đấu thu ngân sách đạt 38.000 tỷ đồng", "phấn đấu => target"),
        example("tỷ lệ thất nghiệp khống chế dưới 4%", "khống chế => target"),
    ),
    counter_examples=(
        *(
            "tăng 8% so với kế hoạch",
            "chương trình mục tiêu quốc gia",
            "cán bộ xã bố trí hợp lý, trung bình 64 người",
            "mới bố trí được 412 hộ, đạt 29,7% kế hoạch",
        ),
        "nguồn lực dành cho hộ nghèo tăng lên 120 tỷ đồng",
        "đạt 64% chỉ tiêu Tổng cục giao phấn đấu (60 tỷ đồng)",
    ),
)

ASKED = Rule(
    name="role/asked",
    pattern=(
        r"(?:xin|đề nghị|kiến nghị|đề xuất)(?!\w)(?: [^,;.\d]{0,80}?)? "
        r"(?:hỗ trợ|bố trí|bổ sung|cấp(?! (?:c/o|giấy|phép|chứng nhận|thẻ|mã))|cân đối|ứng)(?!\w)"
    ),
    anchor=CUE,
    cues=("xin", "đề nghị", "kiến nghị", "đề xuất"),
    produce=lambda _: RoleCue(role="target", asked=True),
    examples=(
        example("UBND tỉnh xin Thủ tướng hỗ trợ 300 tỷ đồng", "xin Thủ tướng hỗ trợ => target asked"),
        example("kiến nghị Trung ương bố trí 2.100 tỷ đồng", "kiến nghị Trung ương bố trí => target asked"),
    ),
    counter_examples=("đã hỗ trợ 300 tỷ đồng", "đề nghị rà soát 12 xã", "trị giá xin cấp giấy phép đạt 183 triệu USD"),
)

GOAL = Rule(
    name="role/goal",
    pattern=(
        r"(?<!đạt )(?<!vượt )(?<!hoàn thành )(?<!được )(?<!so với )(?<!bám sát )(?<!tiêu chí )(?<!chương trình )"
        r"(?<!các )(?<!nhiều )(?<!thuộc )(?<!ngoài )(?<!% )(?<!\d )(?<!\w){goal}(?!\w)(?! {goal_reached}(?!\w))"
    ),
    anchor=CUE,
    cues=("{goal}",),
    produce=lambda _: _cue("target"),
    examples=(example("mục tiêu tăng trưởng 8,3-8,5% trong năm 2018", "mục tiêu => target"),),
    counter_examples=(
        *("đã đạt và vượt mục tiêu đề ra", "chỉ tiêu không đạt là GRDP", "22/26 chỉ tiêu chủ yếu"),
        "xây được 90 nhà thuộc chỉ tiêu năm trước và 12 nhà ngoài chỉ tiêu",
    ),
)

_AIMED = expression(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|đặt ra|sẽ|cần|phải|tiếp tục phấn đấu|nhằm)(?!\w)")


def _planned(found: Found) -> RoleCue | None:
    """A target; what is kept is one only where it is aimed at (`phấn đấu duy trì 63%`, not `duy trì 2.170 ha`)."""
    kept = found.low.startswith("duy trì", found.start)
    return None if kept and not _AIMED.search(found.before) else _cue("target")


PLANNED = Rule(
    name="role/planned",
    pattern=(
        r"(?<!\w)(?:kế hoạch|(?:mục tiêu|chỉ tiêu|dự toán)(?= đề| đặt| giao| được giao))"
        r"(?: đề ra| đặt ra| năm| giao| được giao)? (?:là(?!\w)|\(|từ \d)|\((?:kế hoạch|kh|chỉ tiêu|mục "
        r"tiêu)(?!\w)|(?<!\w)kh là(?!\w)"
        r"|(?<!% )(?<!so với )(?<!vượt )(?<!\w)(?:kế hoạch|chỉ tiêu)(?= (?:tăng |giảm )?(?:trên |dưới )?\d+[,.]?\d*%)"
        r"|(?:(?<=không đạt )|(?<=chưa đạt ))(?:mục tiêu|chỉ tiêu|kế hoạch)(?= (?:tăng )?\d+[,.]?\d*(?:%| ?-))"
        r"|(?<!% )(?<!so với )(?<!\w)(?:kế hoạch|dự toán)(?: được)? giao(?= (?:trên |khoảng )?\d)"
        r"|(?<!vượt )(?<!đạt )(?<!hoàn thành )(?<!so với )kế hoạch(?: vốn)?(?: đầu tư công)?(?: năm 20\d\d)?"
        r"(?= (?:đặt|đề ra|là|được giao là)(?!\w))"
        r"|duy trì(?= (?:trên|tỷ lệ|\d))"
        r"|\((?:nghị quyết|nq)(?: (?:đại hội|đảng bộ|hđnd|tỉnh|đề ra|đặt ra|giao|là))*:? "
        r"(?=(?:tăng |giảm |từ |trên |dưới |khoảng )?\d[\d.,]*(?: ?- ?\d[\d.,]*)? ?(?:%|tỷ|triệu|nghìn|ha|xã"
        r"|người|usd|tấn))"
        r"|(?:(?<=có )|(?<=với )|(?<=gồm ))(?:các )?chỉ tiêu(?= (?:tỷ lệ|số|tổng|thu|tốc độ)(?!\w))"
        r"|(?<=và )quy hoạch(?= (?:thêm |mới )?\d+ )|(?<=kinh phí )dự toán(?= (?:là |khoảng |trên |hơn )?\d)"
    ),
    anchor=CUE,
    cues=(
        *("kế hoạch", "kh ", "chỉ tiêu", "các chỉ tiêu", "mục tiêu", "dự toán", "duy trì", "quy hoạch"),
        *("(nghị quyết", "(nq", "(kế hoạch", "(kh", "(chỉ tiêu", "(mục tiêu"),
    ),
    weight=1,
    produce=_planned,
    examples=(
        example("(7,15% trong khi kế hoạch đề ra là 7,5-8%)", "kế hoạch đề ra là => target"),
        example("tăng 8,08%, vượt kế hoạch đề ra (từ 7,3 – 7,5%)", "kế hoạch đề ra ( => target"),
        example("thấp hơn mục tiêu đề ra là 8 - 8,5%", "mục tiêu đề ra là => target"),
        example("thu ngân sách dự toán giao 20.000 tỷ đồng", "dự toán giao => target"),
        example("tỷ lệ đô thị hóa (44,5%, kế hoạch 46%)", "kế hoạch => target"),
        example("Về môi trường, có các chỉ tiêu tỷ lệ che phủ rừng đạt 59,5%", "các chỉ tiêu => target"),
        example("tăng 9,1% (Nghị quyết 11 - 12%/năm)", "(Nghị quyết => target"),
        example("đạt 6,96%/năm (Nghị quyết đề ra 6,8% trở lên)", "(Nghị quyết đề ra => target"),
        example("hiện có 4 chợ và quy hoạch 16 chợ", "quy hoạch => target"),
        example("chỉ tăng 1,8%, không đạt mục tiêu 8,0-9,0% đề ra", "mục tiêu => target"),
    ),
    counter_examples=(
        *("đạt 28,4% kế hoạch, tăng 7%", "tăng 8% so với kế hoạch"),
        "Tỉnh tiếp tục duy trì 100% xã đạt chuẩn",
        "12/15 chỉ tiêu đạt và vượt kế hoạch đề ra, đưa thu nhập lên 61 triệu đồng",
    ),
)

PROJECTION = Rule(
    name="role/projection",
    pattern=r"(?<!\w)(?<!so với )(?<!hơn )(?<!như )(?<!ngoài ){projection}(?!\w)",
    anchor=CUE,
    cues=("{projection}",),
    produce=lambda _: _cue("projection"),
    examples=(
        example("dự kiến hết năm 2025 đạt 75%", "dự kiến => projection"),
        example("dự án sẽ mang lại 2,5 tỷ đồng", "sẽ => projection"),
    ),
    counter_examples=("theo kế hoạch", "thấp hơn nhiều so với dự kiến, mới hỗ trợ 11.000 người"),
)


def _scenario(found: Found) -> RoleCue:
    name = found.value("scenario", "name") if found["name"] else None
    return RoleCue(role="scenario", scenario=name)


SCENARIO = Rule(
    name="role/scenario",
    pattern=(
        r"(?<!\w)(?<!so với )(?<!vượt )(?<!sát )(?<!đúng )kịch bản(?: tăng trưởng| phát triển)?"
        r"(?: (?P<name>{scenario}))?(?!\w)(?! (?:đã )?(?:đề ra|đặt ra))"
    ),
    cues=("kịch bản",),
    produce=_scenario,
    weight=1,
    examples=(
        example("Kịch bản cơ sở tăng trên 8%", "Kịch bản cơ sở => scenario base"),
        example("kịch bản cao tăng trên 10%", "kịch bản cao => scenario high"),
    ),
    counter_examples=("thấp hơn so với kịch bản", "vượt kịch bản tăng trưởng", "đạt kịch bản đã đề ra"),
)

_FROM_ON = expression(r"(?:[^,;]|,(?=\d)){0,20} trở lên")
"""`tăng từ 10% trở lên` tells no beginning, as `tăng từ 10% lên 12%` does."""

CARRIED_OUT = Rule(
    name="role/carried_out",
    pattern=r"(?<=[,;:] )thực hiện(?= (?:đạt |được )?(?:trên |hơn |gần |khoảng )?\d[\d.,]*\s?(?:%|tỷ|triệu|nghìn))",
    anchor=CUE,
    cues=("thực hiện",),
    produce=lambda _: _cue("actual"),
    weight=1,
    examples=(example("GRDP: kế hoạch 8%, thực hiện 8,5%", "thực hiện => actual"),),
    counter_examples=("ước thực hiện 8,5%", "phấn đấu thực hiện 8,5%", "kế hoạch 8%, thực hiện 12 nhiệm vụ"),
)

_NEW_THINGS = ("dựng", "nông thôn", "xây", "trồng", "lập", "cấp", "mở", "đầu tư", "phát triển", "khu dân cư")
"""Before `mới đạt` they tell that something is new, not that little was reached: `xây dựng mới đạt chuẩn`."""


def _actual(found: Found) -> RoleCue | None:
    new = found.low.startswith("mới đạt", found.start) and found.low.endswith(_NEW_THINGS, 0, found.start - 1)
    from_on = found.low.find("trở lên", found.end, found.end + 40) >= 0 and _FROM_ON.match(found.after)
    return None if new or from_on else _cue("actual")


ACTUAL = Rule(
    name="role/actual",
    pattern=r"(?<!so với )(?<!so )(?<!% )(?<!chứng )(?<!\w){actual}(?!\w)",
    anchor=CUE,
    cues=("{actual}",),
    produce=_actual,
    weight=-1,
    examples=(
        example("tỉnh đã thu hút 175 dự án", "đã thu hút => actual"),
        example("giải ngân mới đạt 35%", "mới đạt => actual"),
    ),
    counter_examples=(
        *("phấn đấu đạt 8%", "thu ngân sách tăng từ 10% trở lên", "tăng 7,1% so với cùng kỳ, trong đó"),
        *("lao động có chứng chỉ đạt 35%", "xây dựng mới đạt chuẩn 12 trường", "số xã nông thôn mới đạt 19 tiêu chí"),
    ),
)
