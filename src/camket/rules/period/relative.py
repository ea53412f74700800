"""Times told from the day of the paper: `năm nay`, `cùng kỳ`, `đến nay`, `nhiệm kỳ`."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.period.item import When
from camket.rules.period.lead import LEAD, mode_of

_YEARS = {
    "năm nay": 0, "trong năm": 0, "năm trước": -1, "năm ngoái": -1, "năm qua": -1, "năm vừa qua": -1, "năm sau": 1,
    "năm tới": 1, "sang năm": 1, "cuối năm nay": 0, "hết năm nay": 0,
}  # fmt: skip

YEAR_END = Rule(
    name="period/year_end",
    pattern=(
        r"(?<!\w)(?:(?P<counted>lũy kế|tính) |từ nay )?(?:đến|tới) (?:hết|cuối) năm"
        r"(?! (?:\d|nay|trước|ngoái|sau|tới|học|qua))(?!\w)"
    ),
    produce=lambda found: When(mode="at" if found["counted"] else "until"),
    cues=("hết năm", "cuối năm"),
    weight=1,
    examples=(
        example("phấn đấu đến hết năm giải ngân 100% kế hoạch", "đến hết năm => until ?"),
        example("lũy kế đến cuối năm có 16 dự án", "lũy kế đến cuối năm => at ?"),
    ),
    counter_examples=("đến hết năm 2018", "đến cuối năm nay"),
)


def _relative_year(found: Found) -> When:
    mode = mode_of(found)
    if found["word"] in ("năm qua", "năm vừa qua") and mode == "in":
        return When(word="year_gone")
    return When(shift=_YEARS[found["word"]], mode=mode)


RELATIVE_YEAR = Rule(
    name="period/relative_year",
    pattern=(
        rf"{LEAD}(?<!\d )(?<!những )(?<!các )(?<!nhiều )(?<!vài )(?<!mấy )"
        r"(?P<word>cuối năm nay|năm nay|năm trước|năm ngoái|năm vừa qua|năm qua|năm sau|năm tới|sang năm)"
        r"(?!\w)(?! (?:20\d\d|học|thứ|mới))"
    ),
    produce=_relative_year,
    cues=("năm nay", "năm trước", "năm ngoái", "năm qua", "năm vừa qua", "năm sau", "năm tới", "sang năm"),
    examples=(
        example("Năm nay phấn đấu tăng 8%", "Năm nay => ?"),
        example("thu cao hơn năm trước", "cao hơn năm trước => base ?-1"),
        example("Sang năm, quận phấn đấu thu 6.600 tỷ đồng", "Sang năm => ?+1"),
    ),
    counter_examples=("trong 5 năm qua", "cả năm 2024", "tạo đà cho những năm tới", "nhiều năm qua", "sang năm 2025"),
)

YEAR_START = Rule(
    name="period/year_start",
    pattern=r"(?<!tháng )(?<!từ )(?<!những tháng )(?<!giao )(?<!\w)đầu năm"
    r"(?= (?:(?:là|có|còn|ở mức|chiếm)(?!\w)|\d[\d,]*%))",
    produce=lambda _: When(month=1, mode="at"),
    cues=("đầu năm",),
    examples=(example("Hộ nghèo đầu năm là 312 hộ", "đầu năm => at ?-01"),),
    counter_examples=("6 tháng đầu năm có", "từ đầu năm có"),
)

WHOLE_YEAR = Rule(
    name="period/whole_year",
    pattern=rf"{LEAD}(?<!\d )(?<!dự toán )(?<!kế hoạch )(?<!mục tiêu )(?<!chỉ tiêu )cả năm(?!\w)(?! 20\d\d)",
    produce=lambda found: When(word="year", mode=mode_of(found)),
    cues=("cả năm",),
    examples=(
        example("9 tháng tăng 10,4%, cả năm ước tăng 8,75%", "cả năm => year"),
        example("Tỉnh đặt mục tiêu tăng trưởng cả năm 8%", "cả năm => year"),
    ),
    counter_examples=("cả năm 2024", "đạt 46% dự toán cả năm", "bằng 88% mục tiêu cả năm"),
)

SAME_PERIOD = Rule(
    name="period/same_period",
    pattern=(
        r"(?:so (?:với )?|bằng )?cùng (?:kỳ|thời điểm|thời gian|giai đoạn|tháng|quý)(?: này)?(?: của)?(?: năm)?"
        r"(?: (?P<year>20\d\d)| trước| ngoái)?(?!\w)(?! (?:nói )?trên)"
    ),
    produce=lambda found: When(word="same", year=int(found["year"]) if found["year"] else None, mode="base"),
    cues=("cùng kỳ", "cùng thời điểm", "cùng thời gian", "cùng giai đoạn", "cùng tháng", "cùng quý"),
    weight=4,
    examples=(
        example("tăng 7% so với cùng kỳ năm 2018", "so với cùng kỳ năm 2018 => same base"),
        example("tăng 3,4% so với cùng kỳ", "so với cùng kỳ => same base"),
        example("bằng 112,4% cùng kỳ năm trước", "cùng kỳ năm trước => same base"),
    ),
    counter_examples=("kỳ họp cuối năm",),
)

_STATES = (
    "liên kết|quản lý|sử dụng|sở hữu|vận hành|cung cấp|nuôi|trồng|thu mua|sản xuất|canh tác|hợp tác với"
    "|tạo việc làm|giải quyết việc làm|được xuất khẩu|phục vụ|thuộc|chiếm"
)
"""What someone does at present."""

NOW = Rule(
    name="period/now",
    anchor=CUE,
    cues=(
        *("đến nay", "tới nay", "đến bây giờ", "tới bây giờ", "đến thời điểm", "tới thời điểm", "ở thời điểm hiện"),
        *("vào thời điểm hiện", "tại thời điểm hiện", "hiện nay", "hiện có", "hiện tại", "hiện", "nay"),
    ),
    before=r"(?<!\w)(?:tính )?(?:cho )?",
    pattern=r"(?<!trước )(?:(?:đến|tới) (?:nay|bây giờ|thời điểm (?:này|báo cáo|hiện (?:tại|nay)))"
    r"|(?:ở|vào|tại) thời điểm hiện (?:tại|nay)"
    r"|(?<!thực )(?<!thể )(?<!phát )(?<!biểu )(?<!xuất )(?<!điểm )hiện (?:nay|có|tại(?! và)))(?!\w)"
    r"|(?:(?<=\A)|(?<=\n)|(?<=[.;:,(] )|(?<=\())hiện"
    r"(?= (?:\w+ ){0,8}(?:có|đã|còn|là|đạt|tiếp tục|đang|mới)(?!\w)|\W\d| \d)"
    r"|(?<!thực )(?<!thể )(?<!phát )(?<!xuất )hiện"
    r"(?= (?:khoảng|ở mức|chiếm|đạt|là|còn) ?(?:khoảng |gần |hơn |trên )?\d)"
    r"|(?<!thực )(?<!thể )(?<!\w)hiện(?= (?:đang )?(?:đứng|xếp|giữ vị trí|nằm trong nhóm|thuộc nhóm|dẫn đầu)(?!\w))"
    r"|(?:(?<=; )|(?<=, ))nay (?=(?:chỉ |đã )?(?:còn|là|đạt|có))"
    rf"|(?:(?<=\A)|(?<=\n)|(?<=[.] ))hiện(?= (?:[^\W\d]+ ){{0,6}}(?:{_STATES})(?!\w))"
    rf"|(?<!thực )(?<!thể )(?<!phát )(?<!biểu )(?<!xuất )(?<!điểm )(?<!\w)hiện(?= (?:đang )?(?:{_STATES})(?!\w))",
    produce=lambda _: When(word="now"),
    examples=(
        example("Đến nay, tỉnh đã có", "Đến nay => now"),
        example("toàn tỉnh hiện có 8.770 doanh nghiệp", "hiện có => now"),
        example("Hiện huyện đã thu hút 65 dự án", "Hiện => now"),
        example("đầu năm là 312 hộ, nay còn 268 hộ", "nay => now"),
        example("dư nợ công hiện khoảng 62,6%", "hiện => now"),
        example("chỉ số PCI hiện đứng thứ 18 cả nước", "hiện => now"),
        example("Tới thời điểm này, huyện đã có 12 xã", "Tới thời điểm này => now"),
        example("Hiện tại có 67 xã đạt chuẩn", "Hiện tại => now"),
        example("Công ty hiện liên kết với 900 hộ", "hiện => now"),
        example("Hiện hợp tác xã trồng 40 ha chè", "Hiện => now"),
        example("lên 52 triệu đồng ở thời điểm hiện tại", "ở thời điểm hiện tại => now"),
    ),
    counter_examples=(
        "vốn thực hiện có thể đạt 25 tỷ USD",
        "toàn ngành thực hiện khoảng 721 tỷ đồng",
        "vốn thực hiện đạt 25 tỷ USD",
        "từ nay đến cuối năm",
        "cao nhất từ trước đến nay",
        "lớn nhất từ trước tới nay",
        "hiện thực hiện tại 5 xã",
        "thể hiện trồng trọt",
    ),
)

SINCE_FOUNDED = Rule(
    name="period/since_founded",
    pattern=(
        r"(?<!\w)(?:sau|qua) (?:hơn |gần )?\d+ năm (?:tái lập|thành lập|chia tách)"
        r"(?: (?:tỉnh|huyện|thành phố|thị xã))?(?!\w)"
    ),
    produce=lambda _: When(word="now"),
    cues=("năm tái lập", "năm thành lập", "năm chia tách"),
    examples=(example("Sau hơn 20 năm tái lập, tỉnh đã thu hút", "Sau hơn 20 năm tái lập => now"),),
    counter_examples=("kỷ niệm 20 năm tái lập tỉnh",),
)

TERM_SO_FAR = Rule(
    name="period/term_so_far",
    pattern=r"(?:từ )?(?:đầu|sau) (?:nhiệm kỳ|đại hội[^,.;]{0,40}) (?:đến nay|tới nay)",
    produce=lambda _: When(word="term_so_far"),
    cues=("đến nay", "tới nay"),
    weight=2,
    examples=(example("Từ đầu nhiệm kỳ đến nay, Đảng bộ tỉnh", "Từ đầu nhiệm kỳ đến nay => term_so_far"),),
    counter_examples=("Đến nay, tỉnh đã có",),
)

YEAR_SO_FAR = Rule(
    name="period/year_so_far",
    pattern=(
        r"(?<!\w)(?:lũy kế (?:kể )?từ|kể từ|từ|tính từ) đầu năm(?: nay)?(?: (?:đến|tới) nay)?(?! \d)"
        r"(?! (?:học|ngoái|trước))(?!\w)"
        r"|(?<!\w)lũy kế(?= (?:ước |đạt |được |đón )*\d[\d.,]* (?:nghìn |ngàn |triệu )?(?:lượt|tấn)(?!\w))"
    ),
    produce=lambda _: When(word="year_so_far"),
    cues=("đầu năm", "lũy kế"),
    weight=2,
    examples=(
        example("Từ đầu năm đến nay, thu ngân sách đạt", "Từ đầu năm đến nay => year_so_far"),
        example("lũy kế từ đầu năm tăng 11%", "lũy kế từ đầu năm => year_so_far"),
        example("đón 185.000 lượt; lũy kế 1.120.000 lượt", "lũy kế => year_so_far"),
    ),
    counter_examples=("lũy kế 4.400 dự án", "lũy kế đến nay", "6 tháng đầu năm", "từ đầu năm 2021"),
)

THIS_YEAR = Rule(
    name="period/in_the_year",
    pattern=r"(?<!\w)trong năm(?=,| (?:đã|dự kiến|ước|toàn tỉnh|toàn thành phố|cả tỉnh|tỉnh đã))",
    produce=lambda _: When(word="year"),
    cues=("trong năm",),
    examples=(example("Trong năm, toàn tỉnh thu hút", "Trong năm => year"),),
    counter_examples=("trong năm 2025", "trong năm học", "có trong năm tháng"),
)

THIS_MONTH = Rule(
    name="period/in_the_month",
    pattern=(
        r"(?<!\w)trong tháng(?=,(?! \d)| (?:đã|ước|đạt|là|có|khoảng|tăng|giảm|thực hiện|thu"
        r"|toàn tỉnh|toàn thành phố|cả tỉnh|tỉnh đã|xảy ra|ghi nhận|phát sinh|không xảy ra|toàn huyện)(?!\w)"
        r"| \d{1,3}(?:[.,]\d{1,3})+(?!\d)| \d{3,}(?![\d./-]))"
    ),
    produce=lambda _: When(word="month"),
    cues=("trong tháng",),
    examples=(
        example("Trong tháng, toàn tỉnh đón 45.000 lượt khách", "Trong tháng => month"),
        example("Xuất khẩu trong tháng ước đạt 40 triệu USD", "trong tháng => month"),
        example("Trong tháng xảy ra 20 vụ tai nạn", "Trong tháng => month"),
        example("Khách du lịch trong tháng 185.000 lượt", "trong tháng => month"),
    ),
    counter_examples=("trong tháng 10", "trong tháng 10.2024", "hoàn thành trong tháng.", "trong tháng cao điểm"),
)

_STEP = r"(?<!\w)(?:so (?:với )?|bằng )(?:tháng|quý|tuần) (?:trước|liền trước|trước đó)(?!\w)"

STEP = Rule(
    name="period/step_before",
    pattern=_STEP,
    produce=lambda _: When(word="step", mode="base"),
    cues=("tháng trước", "quý trước", "tháng liền trước", "quý liền trước"),
    weight=2,
    examples=(
        example("IIP tăng 2,5% so với tháng trước", "so với tháng trước => step base"),
        example("tăng 4% so quý trước", "so quý trước => step base"),
    ),
    counter_examples=("so với tháng 5", "cuối tháng trước"),
)

TERM = Rule(
    name="period/term",
    anchor=CUE,
    before=r"(?:(?P<end>(?:đến )?(?:cuối|hết)) |đầu |giữa )?",
    pattern=(r"nhiệm kỳ(?: này| mới| qua| vừa qua)?(?! ?\d)(?!\w)"),
    produce=lambda found: When(word="term", mode="until" if found["end"] else "in"),
    cues=("nhiệm kỳ",),
    weight=-1,
    examples=(
        example("mục tiêu lớn nhất trong nhiệm kỳ", "nhiệm kỳ => term"),
        example("cuối nhiệm kỳ, tỷ lệ hộ nghèo dưới 1%", "cuối nhiệm kỳ => term until"),
    ),
    counter_examples=("nhiệm kỳ 2020-2025",),
)

PLAN_YEARS = Rule(
    name="period/plan_years",
    pattern=r"(?<!\w)(?:bình quân|trung bình|cả|trong|tính chung) (?:5|năm) năm(?! (?:\d|tới|qua|gần|trước"
    r"|liên|học|nay|tiếp))(?!\w)"
    r"|(?<!\w)(?<!sau )(?<!hơn )(?<!gần )(?<!kế hoạch )(?<!\d )5 năm"
    r"(?= (?:ước )?(?:thực hiện |huy động )?(?:đạt|là|khoảng)(?!\w))",
    produce=lambda _: When(word="plan"),
    cues=("5 năm", "năm năm"),
    examples=(
        example("tổng vốn đầu tư bình quân 5 năm bằng 32% GDP", "bình quân 5 năm => plan"),
        example("Tổng vốn đầu tư phát triển 5 năm đạt 820 tỷ đồng", "5 năm => plan"),
    ),
    counter_examples=("trong 5 năm tới", "bình quân 5 năm 2016-2020"),
)

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}

MEAN_OF_YEARS = Rule(
    name="period/mean_of_years",
    pattern=(
        r"(?<!\w)(?:bình quân|trung bình|tính chung) (?P<count>[2-4]|hai|ba|bốn) năm"
        r"(?! (?:\d|tới|qua|gần|trước|liên|học|tiếp|một|vừa))(?!\w)"
    ),
    produce=lambda found: When(word="plan", span=-(_COUNTS.get(found["count"]) or int(found["count"])), closes=True),
    cues=("bình quân", "trung bình", "tính chung"),
    examples=(example("Bình quân 2 năm, công nghiệp tăng 19%", "Bình quân 2 năm => plan"),),
    counter_examples=("bình quân 3 năm tới", "bình quân 5 năm", "bình quân 2 năm một lần"),
)

STAGE_YEARS = Rule(
    name="period/stage_years",
    pattern=(
        r"(?<!\w)(?:trong|qua|sau|cả) (?P<count>[2-5]|hai|ba|bốn|năm) năm(?: qua)?"
        r"(?:(?= (?:triển khai|thực hiện|phấn đấu|nỗ lực)(?!\w))|(?=, ))"
    ),
    produce=lambda found: When(word="plan", span=-(_COUNTS.get(found["count"]) or int(found["count"]))),
    weight=-1,
    cues=(
        "năm triển khai",
        "năm thực hiện",
        "năm qua triển khai",
        *(f"{n} năm," for n in ("2", "3", "4", "5", *_COUNTS)),
    ),
    examples=(example("Qua 3 năm triển khai, tỉnh trồng được 900 ha", "Qua 3 năm => plan"),),
    counter_examples=("trong 3 năm tới", "sau 20 năm tái lập"),
)
