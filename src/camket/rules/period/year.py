"""Years and ranges of years."""

from __future__ import annotations

from camket.grammar.ending import Ending
from camket.grammar.engine import YEAR
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.period.item import Mode, When
from camket.rules.period.lead import LEAD, mode_of

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d)"


_BORN = (
    r"(?<!\w)(?<!học )(?<!thí )(?<!tuyển )(?<!phát )(?<!vệ )(?<!dân )(?<!nhân )(?<!sản )(?<!tái )(?<!an )(?<!môn )"
    r"(?<!giáo )(?<!ký )(?<!nam )(?<!nữ )(?<!du )(?<!hy )(?<!lâm )(?<!hồi )(?:sinh|sn)"
)
"""Says of a person in what year he was born, of which the paper is not: `đối tượng Lê Văn A, sinh năm 1988`."""
_COUNTED_THEN = expression(r",? (?:[^\W\d]+ ){0,4}?(?:là|có|còn|ở mức|chiếm|xuống|lên)(?!\w)")
"""What was there as a year began: `Đầu năm 2023, toàn tỉnh có 14.420 hộ nghèo`, `từ 18,2% đầu năm 2022 xuống 12,9%`."""


def _year(found: Found) -> When | None:
    if found["price"] or found["born"]:
        return None
    mode = mode_of(found)
    if found["lead"] == "đến" and found["into"]:
        mode = "in"  # `bước ngoặt đến vào năm 2023`
    if mode == "in" and found["part"] == "cuối":
        mode = "until"
    middle = found["part"] == "giữa" or (found["lead"] or "").endswith("giữa")
    if middle and mode in ("until", "at"):
        return When(year=int(found["year"]), month=6, mode="at")
    began = mode in ("until", "at") or (mode == "in" and _COUNTED_THEN.match(found.after))
    if found["part"] == "đầu" and began:
        return When(year=int(found["year"]), month=1, mode="until" if mode == "until" else "at")
    if mode == "at" and (found["lead"] or "").endswith("thời điểm"):
        mode = "in"  # `thời điểm năm 2011, thu nhập ...` says no day of it
    closes = found["part"] == "cuối" or any(word in (found["lead"] or "") for word in ("hết", "cuối"))
    within = mode == "in" and bool(found["into"])
    edge = {"đầu": 1, "cuối": 12}.get(found["part"]) if mode == "base" else None  # `so với cuối năm 2025`
    return When(year=int(found["year"]), month=edge, mode=mode, within=within, closes=closes and edge is None)


OF_A_SEASON = Rule(
    name="period/year_of_a_season",
    anchor=CUE,
    before=r"(?:(?<=vụ )|(?<=lúa ))",
    pattern=(
        r"(?:đông xuân|hè thu|xuân hè|thu đông|chiêm xuân|xuân|mùa|đông|hè|chiêm)(?: năm)? "
        rf"{_YEAR}(?! ?[-–/] ?(?:19|20)?\d\d)"
    ),
    produce=lambda found: When(year=int(found["year"])),
    cues=("đông xuân", "hè thu", "xuân hè", "thu đông", "chiêm xuân", "xuân", "mùa", "đông", "hè", "chiêm"),
    weight=1,
    examples=(
        example("Vụ xuân 2014 toàn tỉnh cấy 76.857 ha", "xuân 2014 => 2014"),
        example("diện tích lúa hè thu 2020 đạt", "hè thu 2020 => 2020"),
    ),
    counter_examples=("vụ đông xuân 2023-2024", "mùa xuân 2014", "Tết Xuân 2024"),
)

SAID_YEAR = Rule(
    name="period/year",
    anchor=CUE,
    before=(
        rf"(?P<price>giá (?:so sánh|cố định|gốc) )?(?P<born>{_BORN} (?:vào |trong )?)?{LEAD}"
        r"(?:trong |cả |riêng |ngay trong |(?P<into>vào ))?(?:(?P<part>đầu|cuối|giữa) )?"
    ),
    pattern=rf"năm (?:tài chính )?{_YEAR}(?! ?- ?(?:19|20)\d\d)",
    produce=_year,
    cues=("năm",),
    examples=(
        example("Năm 2024, tăng trưởng 6,03%", "Năm 2024 => 2024"),
        example("đến năm 2030 trở thành thành phố", "đến năm 2030 => until 2030"),
        example("lũy kế đến hết năm 2018, Bắc Ninh", "lũy kế đến hết năm 2018 => at 2018"),
        example("đạt chuẩn trước năm 2030", "trước năm 2030 => before 2030"),
        example("gấp 1,23 lần so với năm 2015", "so với năm 2015 => base 2015"),
        example("bằng 97,7% so với năm 2018", "so với năm 2018 => base 2018"),
        example("tăng 1,2% so với ước thực hiện năm 2017", "so với ước thực hiện năm 2017 => base 2017"),
        example("dư nợ tăng 6,2% so với cuối năm 2025", "so với cuối năm 2025 => base 2025-12"),
        example("Đầu năm 2023, toàn tỉnh có 14.420 hộ nghèo", "Đầu năm 2023 => at 2023-01"),
        example("vào cuối năm 2026", "vào cuối năm 2026 => by 2026"),
        example("Đến đầu năm 2019, đạt 34 triệu đồng", "Đến đầu năm 2019 => until 2019-01"),
        example("Tính đến giữa năm 2021, có 60 xã", "Tính đến giữa năm 2021 => at 2021-06"),
        example("Thời điểm năm 2011 khi bắt tay vào làm", "Thời điểm năm 2011 => 2011"),
    ),
    counter_examples=(
        "5 năm 2016-2020",
        "hơn 23 năm tái lập",
        "theo giá so sánh năm 2010",
        "bà Lê Thị Hoa, sinh năm 1968",
    ),
)


def _alone(found: Found) -> When:
    """A year without its word, which opens its part of a list or goes on in one: its span begins at its first digit."""
    found.start = found.match.start()
    return When(year=int(found["year"]))


OPEN_END = Rule(
    name="period/after_a_year",
    anchor=CUE,
    pattern=r"(?:(?:giai đoạn|thời kỳ) (?:từ )?(?:sau )?|(?:từ )?sau )(?<=sau )(?:năm )?"
    r"(?:19|20)\d\d(?![\d%/-]|[.,]\d| ?-)",
    cues=("giai đoạn sau", "giai đoạn từ sau", "thời kỳ sau", "sau năm", "từ sau năm"),
    produce=lambda _: When(word="after"),
    weight=2,
    examples=(
        example("Giai đoạn sau năm 2031: 40 km", "Giai đoạn sau năm 2031 => after"),
        example("sau năm 2031 xây thêm 3 cầu", "sau năm 2031 => after"),
    ),
    counter_examples=("sau năm năm", "năm sau 12 xã"),
)

_BARE_MODES: dict[str, Mode] = {"so với": "base", "đến": "until"}

BARE_YEAR = Rule(
    name="period/bare_year",
    anchor=YEAR,
    cues=(
        "đến",
        "thực hiện",
        "ước thực hiện",
        "kế hoạch",
        "so với",
        "dự toán",
        "th ",
        "ưth ",
        "kh ",
        "thu ngân sách",
        "vụ",
        "khóa",
        "grdp",
        "gdp",
    ),
    before=(
        r"(?<!\w)(?P<lead>đến|thực hiện|ước thực hiện|kế hoạch|so với|dự toán|th|ưth|kh|thu ngân sách|vụ|khóa|grdp"
        r"|gdp) "
    ),
    pattern=r"(?P<year>20\d\d)(?![\d%/-]|[.,]\d| ?-)",
    produce=lambda found: When(year=int(found["year"]), mode=_BARE_MODES.get(found["lead"], "in")),
    examples=(
        example("thu ngân sách 2017 mới đạt 69,5%", "thu ngân sách 2017 => 2017"),
        example("GRDP 2023 tăng 8,2%", "GRDP 2023 => 2023"),
        example("tăng 8% so với 2021", "so với 2021 => base 2021"),
        example("tăng gấp 3 lần so với 2023.", "so với 2023 => base 2023"),
    ),
    counter_examples=("năm 2017",),
)


OPENING_YEAR = Rule(
    name="period/opening_year",
    anchor=YEAR,
    cues=("tăng", "giảm", "đạt", "là", "còn"),
    before=r"(?:[(;]\s?|(?<!\w)riêng )",
    pattern=r"(?P<year>20[0-4]\d)(?= (?:tăng|giảm|đạt|là|còn) \d)",
    produce=_alone,
    examples=(
        example("mức tăng các năm trước (2021 tăng 7,1%; 2022 tăng 6,5%)", "2021 => 2021", "2022 => 2022"),
        example("bình quân tăng 14,6% (riêng 2019 đạt 16,2%)", "2019 => 2019"),
    ),
    counter_examples=("số 2021 tăng 7%", "(2021-2025)"),
)


_BEHIND_A_VALUE = expression(
    r"\d ?(?:%|(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|usd|ha|tấn|người|hộ|km|tuổi)"
    r"(?: ?/ ?(?:người|năm|tháng|ha)){0,2})\s?$"
)


_NEAR = 40
"""Letters before the bracket that hold the value."""


def _in_brackets(found: Found) -> When | None:
    return _alone(found) if _BEHIND_A_VALUE.search(found.before[-_NEAR:]) else None


BRACKETED_YEAR = Rule(
    name="period/bracketed_year",
    anchor=YEAR,
    before=r"\(",
    pattern=r"(?P<year>(?:19|20)\d\d)(?=\))",
    produce=_in_brackets,
    examples=(
        example("tốc độ tăng trưởng đạt 17,1% (2019)", "2019 => 2019"),
        example("thu nhập đạt 45 triệu đồng/người (2020)", "2020 => 2020"),
    ),
    counter_examples=("theo Luật Đất đai (2013)", "chỉ số PCI (2022)", "tăng 5% (2021-2025)"),
)


def _range(found: Found) -> When | None:
    first, last = int(found["year"]), int(found["high"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 50:
        return None
    return When(year=first, high_year=last)


RANGE = Rule(
    name="period/years",
    anchor=YEAR,
    before=(
        r"(?:(?<!\w)(?:giai đoạn|thời kỳ|nhiệm kỳ|khóa|\d+ năm|năm năm|bình quân|từ năm|các năm|năm|trong) ?)?"
        r"(?<![/.\w])"
    ),
    pattern=r"(?P<year>(?:19|20)\d\d) ?(?:-|đến năm|đến|tới năm) ?(?P<high>(?:19|20)\d\d)(?![\d%/]|[.,]\d)",
    produce=_range,
    weight=2,
    examples=(
        example("Thu ngân sách giai đoạn 2021-2025 ước đạt", "giai đoạn 2021-2025 => 2021/2025"),
        example("nhiệm kỳ 2020 – 2025", "nhiệm kỳ 2020 – 2025 => 2020/2025"),
        example("từ năm 2021 đến năm 2025", "từ năm 2021 đến năm 2025 => 2021/2025"),
        example("kế hoạch 5 năm 2016-2020", "5 năm 2016-2020 => 2016/2020"),
        example("trong năm năm (2011-2015)", "2011-2015 => 2011/2015"),
    ),
    counter_examples=("từ 1.500 - 2.000 tỷ đồng", "ngày 25-9-2020"),
)


def _edition(found: Found) -> When:
    """The year of an index's edition, or the bare year after `đến hết`."""
    year = int(found["year"])
    if found["lead"]:
        return When(year=year, mode="until")
    found.start = found.match.start()
    return When(year=year)


_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}

_AMONG = Ending(r"(?:nhất|kỷ lục|chưa từng có)(?: từ trước đến nay)?,? (?:trong|so với|của)(?: vòng| suốt| khoảng)* $")
"""Before years among which something is the most: `mức tăng cao nhất trong 10 năm qua` is not of all ten."""


def _ahead_or_behind(found: Found) -> When | None:
    if _AMONG.search(found.low, max(0, found.start - 48), found.start):
        return None
    years = _COUNTS.get(found["count"]) or int(found["count"])
    return When(span=years * (1 if found["way"] in ("tới", "tiếp theo") else -1), mode="in")


FORWARD = Rule(
    name="period/years_ahead",
    pattern=(
        r"(?<![\d,.\w])(?P<count>\d\d?|hai|ba|bốn|năm|mười) năm "
        r"(?P<way>tới|tiếp theo|qua|gần đây|gần nhất|vừa qua|trở lại đây)(?!\w)"
    ),
    produce=_ahead_or_behind,
    cues=("năm tới", "năm tiếp theo", "năm qua", "năm gần đây", "năm gần nhất", "năm vừa qua", "năm trở lại đây"),
    weight=1,
    examples=(
        example("cho khu vực này trong 5 năm tới", "5 năm tới => +5 years"),
        example("5 năm gần đây, Cục Thuế đã rà soát", "5 năm gần đây => -5 years"),
        example("Trong ba năm qua, tỉnh đã thu hút", "ba năm qua => -3 years"),
    ),
    counter_examples=(
        "sau 5 năm thực hiện",
        "mức cao nhất trong vòng 10 năm gần đây",
        "tăng nhanh nhất trong 5 năm qua",
    ),
)


def _straddling(found: Found) -> When | None:
    first, last = int(found["year"]), int(found["high"])
    begins, ends = _STRADDLING[found["what"]]
    return When(year=first, high_year=last, month=begins, last_month=ends) if last == first + 1 else None


_STRADDLING = {"năm học": (9, 5), "vụ đông xuân": (11, 5), "vụ đông - xuân": (11, 5)}
"""What runs from one year into the next, with its first and last month."""

STRADDLING = Rule(
    name="period/straddling_years",
    pattern=rf"(?<!\w)(?P<what>{'|'.join(_STRADDLING)}) (?P<year>20\d\d) ?- ?(?P<high>20\d\d)(?![\d%/]|[.,]\d)",
    cues=("năm học", "vụ đông"),
    produce=_straddling,
    weight=4,
    examples=(
        example("Năm học 2025-2026, toàn tỉnh có", "Năm học 2025-2026 => 2025-09/2026-05"),
        example("vụ Đông Xuân 2025 - 2026 gieo cấy", "vụ Đông Xuân 2025 - 2026 => 2025-11/2026-05"),
    ),
    counter_examples=("giai đoạn 2021-2025", "năm học mới"),
)

ROW_YEAR = Rule(
    name="period/row_year",
    pattern=(
        r"(?P<year>(?:19|20)\d\d)(?= [^\d\W])"
        r"(?! (?:tỷ|triệu|nghìn|ngàn|đồng|người|hộ|lao động|ha|doanh nghiệp|dự án|xã))"
    ),
    anchor=YEAR,
    weight=-1,
    produce=lambda found: When(year=int(found["year"])) if found.start == found.bounds[0] else None,
    examples=(example("2019\tTăng 1,1%", "2019 => 2019"),),
    counter_examples=("2000 tỷ đồng", "Năm 2019 tăng 1,1%"),
)

EDITION = Rule(
    name="period/edition",
    anchor=YEAR,
    cues=("đến hết", "index", "pci", "papi", "sipas", "dti", "ict", "gii", "pii"),
    before=r"(?<!\w)(?:(?P<lead>đến hết|tính đến hết|lũy kế đến hết)|(?:index|pci|papi|sipas|dti|ict|gii|pii)) ",
    pattern=r"(?P<year>(?:19|20)\d\d)(?![\d/%]|[.,-]\d| (?:tỷ|triệu|nghìn|đồng|người|hộ|ha|căn|dự án))",
    produce=_edition,
    examples=(
        example("Chỉ số PCI 2022 của tỉnh đạt 67,74 điểm", "2022 => 2022"),
        example("Lũy kế đến hết 2023, tỉnh có", "Lũy kế đến hết 2023 => until 2023"),
    ),
    counter_examples=("đến hết 2023 căn hộ", "PCI 65,5 điểm"),
)


LISTED_YEAR = Rule(
    name="period/listed_year",
    anchor=YEAR,
    before=r"(?<!\w)năm (?:20\d\d(?:, và |, | và ))+",
    pattern=r"(?P<year>20\d\d)(?![\d%/.-]|,\d)",
    produce=_alone,
    examples=(example("các năm 2023, 2024 và 2025 tăng", "2024 => 2024", "2025 => 2025"),),
    counter_examples=("năm 2024, 2.500 lao động", "giai đoạn 2021-2025"),
)
