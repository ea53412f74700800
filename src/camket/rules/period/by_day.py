"""Times that only the paper's day tells: `tháng qua`, `quý vừa qua`, `năm học này`, `từ năm 2018 đến nay`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.period.item import When
from camket.rules.period.lead import LEAD, mode_of

_NOT_SEVERAL = r"(?<!\d )(?<!những )(?<!các )(?<!mấy )(?<!vài )(?<!nhiều )(?<!hai )(?<!ba )(?<!từng )(?<!một )"

MONTH_GONE = Rule(
    name="period/month_gone_by",
    pattern=rf"(?<!\w)(?:trong )?{_NOT_SEVERAL}(?<!\w)tháng (?:vừa qua|vừa rồi|qua|(?P<now>này))(?!\w)",
    produce=lambda found: When(word="month_now" if found["now"] else "month_gone"),
    cues=("tháng vừa", "tháng qua", "tháng này"),
    examples=(
        example("CPI tháng qua tăng 0,3%", "tháng qua => month_gone"),
        example("Trong tháng vừa qua, tỉnh đón", "Trong tháng vừa qua => month_gone"),
        example("Tháng này, có 8 nhóm hàng tăng giá", "Tháng này => month_now"),
    ),
    counter_examples=("6 tháng qua", "những tháng vừa qua", "mấy tháng qua"),
)

QUARTER_GONE = Rule(
    name="period/quarter_gone_by",
    pattern=rf"(?<!\w)(?:trong )?{_NOT_SEVERAL}(?<!\w)quý (?:vừa qua|vừa rồi|qua)(?!\w)",
    produce=lambda _: When(word="quarter_gone"),
    cues=("quý vừa", "quý qua"),
    examples=(example("Quý vừa qua, tỉnh cấp mới 12 dự án", "Quý vừa qua => quarter_gone"),),
    counter_examples=("3 quý qua", "quý khách qua"),
)

_SCHOOL_YEARS = {"trước": -1, "qua": -1, "vừa qua": -1, "này": 0, "mới": 0, "mới này": 0}

SCHOOL_YEAR = Rule(
    name="period/school_year",
    pattern=rf"{LEAD}(?:trong )?năm học (?P<word>mới này|mới|này|trước|vừa qua|qua)(?!\w)(?! 20\d\d)",
    produce=lambda found: When(word="school_year", shift=_SCHOOL_YEARS[found["word"]], mode=mode_of(found)),
    cues=("năm học",),
    examples=(
        example("Năm học này, huyện có 62.000 học sinh", "Năm học này => school_year"),
        example("tăng 1.800 em so với năm học trước", "so với năm học trước => school_year base"),
    ),
    counter_examples=("năm học mới 2022-2023", "năm học 2022-2023"),
)

TOMORROW = Rule(
    name="period/tomorrow",
    pattern=r"(?<!vì )(?<!cho )(?<!của )(?<!hướng tới )(?<!\w)(?:ngày|sáng|trưa|chiều|tối) mai(?!\w)(?! sau| \()",
    produce=lambda _: When(word="tomorrow"),
    cues=(" mai",),
    examples=(example("Ngày mai, 12 dự án sẽ được trao", "Ngày mai => tomorrow"),),
    counter_examples=("vì ngày mai tươi sáng", "hoa mai", "ngày mai (15/5)"),
)

_RECORD = expression(r"nhất(?: [^\W\d]+){0,3},? $|(?<!\w)(?:lần đầu(?: tiên)?|kỷ lục|mới nhất)(?: [^\W\d]+){0,3},? $")


def _since(found: Found) -> When | None:
    if _RECORD.search(found.before[-40:]):
        return None
    month = int(found["month"]) if found["month"] else 1 if found["edge"] == "đầu " and not found["month"] else None
    return When(word="since_then", year=int(found["year"]), month=month)


SINCE_THEN = Rule(
    name="period/since_a_year_so_far",
    anchor=CUE,
    cues=("từ", "giai đoạn"),
    pattern=(
        r"(?:từ|giai đoạn(?: từ)?) "
        r"(?:(?P<edge>đầu |cuối |giữa )?(?:năm )?|tháng (?P<month>0?[1-9]|1[0-2]) ?(?:/|-|năm) ?)"
        r"(?P<year>20\d\d)(?: (?:đến|tới)| cho (?:đến|tới)) nay(?!\w)"
    ),
    before=r"(?<!\w)(?:(?:kể|tính) )?",
    produce=_since,
    weight=3,
    examples=(
        example("Từ năm 2018 đến nay, tỉnh đã hỗ trợ", "Từ năm 2018 đến nay => since_then 2018"),
        example("Kể từ tháng 6/2021 đến nay", "Kể từ tháng 6/2021 đến nay => since_then 2021-06"),
        example("giai đoạn 2016 đến nay", "giai đoạn 2016 đến nay => since_then 2016"),
    ),
    counter_examples=("mức cao nhất từ năm 2014 đến nay", "từ đầu năm đến nay"),
)
