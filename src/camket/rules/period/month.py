"""Months, runs of months, quarters and halves."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.period.item import When
from camket.rules.period.lead import LEAD, MEASURED, mode_of

_YEAR = r"(?:(?: ?[/.-] ?| năm |, năm |, )(?P<year>(?:19|20)\d\d)(?!\d))?"
_RELATIVE = r"(?: (?P<relative>năm nay|năm trước|năm ngoái|cùng năm))?"
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_NAMES = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_SHIFTS = {"năm trước": -1, "năm ngoái": -1}


def _year(found: Found) -> int | None:
    return int(found["year"]) if found["year"] else None


def _month(found: Found) -> When | None:
    month = _NAMES.get(found["month"]) or int(found["month"])
    mode = "until" if found["lead"].startswith("lũy kế") else mode_of(found)  # what is added up runs from January on
    return When(year=_year(found), month=month, mode=mode, shift=_SHIFTS.get(found["relative"], 0))


MONTH = Rule(
    name="period/month",
    anchor=CUE,
    cues=("tháng",),
    before=rf"{LEAD}(?:trong )?",
    pattern=rf"tháng (?P<month>0?[1-9]|1[0-2])(?!\d){_YEAR}{_RELATIVE}(?![/-]?\d|[.,]\d|(?<=\d) ?{MEASURED})",
    produce=_month,
    examples=(
        example("Tháng 10/2024, tỉnh công bố", "Tháng 10/2024 => 2024-10"),
        example("IIP tháng 9 tăng 9,8%", "tháng 9 => ?-09"),
        example("Điển hình như tháng 7 tăng 10%", "như tháng 7 => ?-07"),
        example("kết quả Đề án 06 tháng 3/2026", "tháng 3/2026 => 2026-03"),
        example("xong trong tháng 01/2025", "trong tháng 01/2025 => 2025-01"),
        example("trình HĐND trong tháng 4-2018", "trong tháng 4-2018 => 2018-04"),
        example("tăng 1,9% so với tháng 12 năm trước", "so với tháng 12 năm trước => base ?-1-12"),
        example("đến hết tháng 9 năm 2022 giải ngân", "đến hết tháng 9 năm 2022 => until 2022-09"),
    ),
    counter_examples=(
        *("9 tháng đầu năm", "Cách mạng Tháng Tám"),
        *("5 tháng 12.105 tỷ đồng", "thu nội địa 5 tháng 4.310 tỷ đồng"),
    ),
)


NAMED_MONTH = Rule(
    name="period/named_month",
    anchor=CUE,
    cues=("tháng",),
    before=rf"{LEAD}(?:trong )?(?<!cách mạng )(?<!mỗi )(?<!hằng )(?<!hàng )(?<!các )(?<!một )(?<!mấy )(?<!\d )",
    pattern=(
        r"tháng (?P<month>giêng|mười một|mười hai|hai|ba|tư|năm(?= năm \d{4}|, | so với | chỉ số )|sáu|bảy|tám|chín"
        r"|mười)(?!\w)"
        rf"(?! (?:lần|kỳ|đợt|phiên|buổi|năm (?:đầu|cuối)|đầu năm|cuối năm)){_YEAR}{_RELATIVE}(?![/-]?\d)"
    ),
    produce=_month,
    examples=(
        example("Sản lượng tháng Mười Một đạt 25 nghìn tấn", "tháng Mười Một => ?-11"),
        example("Trong tháng năm, chỉ số giá giảm", "Trong tháng năm => ?-05"),
        example("Tháng Tư năm 2025, IIP tăng", "Tháng Tư năm 2025 => 2025-04"),
        example("đến hết tháng Chín giải ngân", "đến hết tháng Chín => until ?-09"),
    ),
    counter_examples=(
        "Cách mạng tháng Tám",
        "mỗi tháng hai lần",
        "theo các tháng năm, quý",
        "tháng năm ngoái",
        "ba tháng đầu năm",
    ),
)


def _up_to_month(found: Found) -> When | None:
    when = When(year=_year(found) or int(found["of_year"] or 0) or None)
    return _run(int(found["month"]), when, late=False)


UP_TO_MONTH = Rule(
    name="period/from_new_year_to_month",
    anchor=CUE,
    cues=("tháng",),
    before=(
        r"(?<!\w)(?:(?:tính |kể )?từ đầu năm(?: nay| (?P<of_year>20\d\d))?|từ tháng 0?1|từ đầu tháng 0?1)"
        r"(?: đến| tới) (?:hết |cuối |giữa )?"
    ),
    pattern=rf"tháng (?P<month>0?[2-9]|1[01])(?!\d){_YEAR}(?![/-]?\d)",
    produce=_up_to_month,
    weight=5,
    examples=(
        example("từ đầu năm đến cuối tháng 5/2019, khai thác", "từ đầu năm đến cuối tháng 5/2019 => 2019-01/2019-05"),
        example("Từ đầu năm đến tháng 6, thu ngân sách", "Từ đầu năm đến tháng 6 => ?-H1"),
        example("từ đầu năm 2020 đến hết tháng 8 đạt", "từ đầu năm 2020 đến hết tháng 8 => 2020-01/2020-08"),
        example("Từ đầu năm nay đến hết tháng 9, xuất khẩu", "Từ đầu năm nay đến hết tháng 9 => ?-01/?-09"),
    ),
    counter_examples=("từ đầu năm đến nay", "đến hết tháng 9", "từ tháng 3 đến tháng 5"),
)


_SINCE = expression(
    r" (?:thực hiện|triển khai|nữa|kể|hoạt động|thành lập|ra quân|phát động|thi công|đi vào|vận hành|sáp nhập|sắp xếp"
    r"|có hiệu lực|hợp nhất|xây dựng|tổ chức|khai trương|ra mắt|áp dụng|tuyên truyền|điều tra|liên tiếp|tạm)(?!\w)"
)
"""What makes months those since something began: `sau 9 tháng triển khai`, not `Sau 9 tháng, GRDP tăng 6%`."""


def _months(found: Found) -> When | None:
    if found["count"] == "năm" and found["half"] != "đầu":
        return None  # `năm tháng` is time, `năm tháng đầu năm` five months
    if found["count"] == "hai" and not found["half"] and not found["year"]:
        return None  # `trong hai tháng` may be any two
    count = int(found["count"]) if found["count"].isdigit() else _COUNTS[found["count"]]
    mode = "in" if found["lead"] == "sau" and not _SINCE.match(found.after) else mode_of(found)
    when = When(year=_year(found), mode=mode, shift=_SHIFTS.get(found["relative"], 0))
    return _run(count, when, late=found["half"] in ("cuối", "còn lại"))


def _run(count: int, when: When, *, late: bool) -> When | None:
    given = {"year": when.year, "mode": when.mode, "shift": when.shift}
    if count == 6:
        return When(**given, half=2 if late else 1)  # type: ignore[arg-type]  # mypy cannot see the keys of `given`
    if late or not 2 <= count <= 11:
        return When(**given, month=13 - count, last_month=12) if late else None  # type: ignore[arg-type]
    return When(**given, month=1, last_month=count)  # type: ignore[arg-type]


MONTHS = Rule(
    name="period/months",
    anchor=CUE,
    before=(
        rf"{LEAD}(?:tính chung |bình quân |trong |qua )?(?<![\d,.])(?<!đề án )(?<!nghị quyết )(?<!chỉ thị )"
        r"(?<!kế hoạch )(?<!dưới )(?<!tối thiểu )(?<!tối đa )(?<!ít nhất )(?<!thời hạn )"
        r"(?P<count>0?[2-9]|1[01]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) "
    ),
    pattern=(
        rf"tháng(?! ?(?:0?[1-9]|1[0-2])(?!\d|[.,]\d| ?{MEASURED}))"
        r"(?: (?P<half>đầu|cuối|còn lại)(?:(?: của)? năm)?(?![^\W\d]))?"
        rf"(?:(?: ?/ ?|(?: của)? năm | )(?P<year>(?:19|20)\d\d)(?!\d))?{_RELATIVE}"
        r"(?! (?:tuổi|tới|sau|trước|nữa|một lần))"
    ),
    produce=_months,
    cues=("tháng",),
    weight=1,
    examples=(
        example("Trong 6 tháng đầu năm, Tỉnh ủy", "Trong 6 tháng đầu năm => ?-H1"),
        example("nhiệm vụ 6 tháng cuối năm 2024", "6 tháng cuối năm 2024 => 2024-H2"),
        example("5 tháng cuối của năm 2020 phải thu", "5 tháng cuối của năm 2020 => 2020-08/2020-12"),
        example("hai năm nữa; 2 tháng còn lại của năm", "2 tháng còn lại của năm => ?-11/?-12"),
        example("9 tháng năm 2022, GRDP tăng", "9 tháng năm 2022 => 2022-01/2022-09"),
        example("9 tháng của năm 2022 ước đạt 12,3%", "9 tháng của năm 2022 => 2022-01/2022-09"),
        example("tính chung 9 tháng tăng 11,2%", "tính chung 9 tháng => ?-01/?-09"),
        example("Sáu tháng đầu năm chúng ta tăng 10,47%", "Sáu tháng đầu năm => ?-H1"),
        example("lũy kế 11 tháng/2025 đạt", "11 tháng/2025 => 2025-01/2025-11"),
        example("Sau 7 tháng, thu ngân sách đạt 5.480 tỷ đồng", "Sau 7 tháng => ?-01/?-07"),
        example("bán lẻ 5 tháng 12.105 tỷ đồng", "5 tháng => ?-01/?-05"),
        example("xuất khẩu 5 tháng 12 triệu USD", "5 tháng => ?-01/?-05"),
        example("Năm tháng đầu năm, IIP tăng", "Năm tháng đầu năm => ?-01/?-05"),
        example("trọng tâm là 3 tháng đầu năm 2019", "3 tháng đầu năm 2019 => 2019-01/2019-03"),
        example("Hai tháng đầu năm 2023, xuất khẩu", "Hai tháng đầu năm 2023 => 2023-01/2023-02"),
        example("kết quả Đề án 06 của 9 tháng năm 2022", "9 tháng năm 2022 => 2022-01/2022-09"),
    ),
    counter_examples=(
        "sau 6 tháng nữa",
        "tháng 9 năm 2022",
        "thi công trong hai tháng",
        "Đề án 06 trong tháng này",
        "dạy nghề dưới 3 tháng cho 34.626 người",
        "Nghị quyết 05 tháng trước",
    ),
)


def _quarter(found: Found) -> When | None:
    number = int(found.value("quarter", "number"))
    return When(year=_year(found), quarter=number, mode=mode_of(found), shift=_SHIFTS.get(found["relative"], 0))


QUARTER = Rule(
    name="period/quarter",
    pattern=rf"{LEAD}(?:trong |riêng )?q(?:uý|úy) (?P<number>{{quarter}})(?![^\W_]){_YEAR}{_RELATIVE}(?!\d)",
    produce=_quarter,
    cues=("quý", "qúy"),
    examples=(
        example("riêng quý I/2019 ước thu", "riêng quý I/2019 => 2019-Q1"),
        example("Qúy I/2024, tỉnh cấp mới", "Qúy I/2024 => 2024-Q1"),
        example("quý 4 năm 2015, cả nước tăng trưởng", "quý 4 năm 2015 => 2015-Q4"),
        example("nhiệm vụ quý I-2021", "quý I-2021 => 2021-Q1"),
        example("hoàn thành trong quý II", "trong quý II => ?-Q2"),
    ),
    counter_examples=("quý báu", "các quý tiếp theo"),
)

QUARTERS = Rule(
    name="period/quarters",
    pattern=(
        rf"{LEAD}(?:trong |qua |sau |tính chung |lũy kế )?(?<![\d,.])(?P<count>2|3|hai|ba) quý"
        r" (?:đầu(?: năm)?|qua|(?=năm 20\d\d))(?: ?(?:năm )?(?P<year>20\d\d))?(?!\w)"
    ),
    produce=lambda found: _run(
        (_COUNTS.get(found["count"], 2) if not found["count"].isdigit() else int(found["count"])) * 3,
        When(year=_year(found)),
        late=False,
    ),
    cues=("2 quý", "3 quý", "hai quý", "ba quý"),
    weight=1,
    examples=(
        example("Ba quý đầu năm, GRDP tăng 6,1%", "Ba quý đầu năm => ?-01/?-09"),
        example("qua 2 quý đầu năm 2025", "qua 2 quý đầu năm 2025 => 2025-H1"),
    ),
    counter_examples=("các quý còn lại", "quý III năm 2025"),
)

_EDGES = {"đầu": 1, "cuối": 4}

EDGE_QUARTER = Rule(
    name="period/edge_quarter",
    pattern=(
        rf"{LEAD}(?:trong )?quý (?P<edge>đầu|cuối)(?: tiên)?(?: của)? năm(?: (?P<year>(?:19|20)\d\d))?(?! \d)"
        r"(?!\w)"
    ),
    produce=lambda found: When(year=_year(found), quarter=_EDGES[found["edge"]], mode=mode_of(found)),
    cues=("quý đầu", "quý cuối"),
    examples=(example("Quý đầu năm, GRDP tăng 9,1%", "Quý đầu năm => ?-Q1"),),
    counter_examples=("ngày 15 tháng cuối quý", "quý I năm 2026"),
)

HALF = Rule(
    name="period/half",
    pattern=rf"{LEAD}(?:nửa (?P<first>đầu|cuối) năm)(?: (?:năm )?(?P<year>(?:19|20)\d\d))?",
    produce=lambda found: When(year=_year(found), half=1 if found["first"] == "đầu" else 2, mode=mode_of(found)),
    cues=("nửa",),
    examples=(example("nửa đầu năm 2025 tăng", "nửa đầu năm 2025 => 2025-H1"),),
    counter_examples=("một nửa số xã",),
)
