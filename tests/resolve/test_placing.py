from __future__ import annotations

from typing import Any

import msgspec
import pytest
from tests.assess.making import figure, paper, tally, target

from camket.model.fact import Comparator, Figure, Placement
from camket.resolve import resolve
from camket.resolve.series import series_of, statements_of

DAY: dict[str, Any] = {"published": "2025-01-13"}


def place(*figures: Figure, text: str = "") -> tuple[Figure, ...]:
    return resolve(paper("p", figures=figures, text=text, published="2025-01-13")).figures


def test_the_placement_of_the_guide() -> None:
    (placed,) = place(figure("6,03%", "6.03", period="2024"))
    assert placed.resolved == Placement(
        indicator="grdp",
        area="bac-ninh-1997",
        from_="2024-01-01",
        to="2024-12-31",
        low="6.025",
        high="6.035",
        low_closed=True,
        high_closed=False,
    )


@pytest.mark.parametrize(
    ("quote", "value", "comparator", "high", "low", "upper"),
    [
        ("trên 38.000 tỷ đồng", "38000000000000", "gt", None, "38000000000000", None),
        ("dưới 1%", "1", "lt", None, None, "1"),
        ("5-6%", "5", "range", "6", "5", "6"),
        ("43%", "43", "eq", None, "43", "43"),
    ],
)
def test_a_target_is_a_bound(
    quote: str, value: str, comparator: Comparator, high: str | None, low: str | None, upper: str | None
) -> None:
    (placed,) = place(target(quote, value, comparator, value_high=high, period="by:2025-12"))
    assert placed.resolved is not None
    assert (placed.resolved.low, placed.resolved.high) == (low, upper)
    assert (placed.resolved.from_, placed.resolved.to) == (None, "2025-12-31")


@pytest.mark.parametrize(
    ("made", "low", "high"),
    [
        (figure("211 cơ quan", "211", indicator="agencies_merged", measure="level", unit="count"), "211", "211"),
        (figure("1,2 triệu lượt", "1200000", measure="level", unit="count"), "1150000", "1250000"),
        (figure("100% xã", "100", indicator="new_rural_communes", measure="level"), "99.5", "100"),
        (figure("gần 5.600 USD", "5600", comparator="approx", measure="level", unit="USD"), "5320", "5600"),
        (figure("khoảng 100 ha", "100", comparator="approx", measure="level", unit="ha"), "95", "105"),
        (figure("đạt 101,1% dự toán", "101.1", measure="share_of_plan"), "101.05", "101.15"),
    ],
)
def test_what_an_actual_can_mean(made: Figure, low: str, high: str) -> None:
    (placed,) = place(made)
    assert placed.resolved is not None
    assert (placed.resolved.low, placed.resolved.high) == (low, high)


def test_what_is_not_known_is_left_blank_and_found() -> None:
    done = resolve(
        paper("p", figures=[figure("4%", "4", indicator="other:land_share", area=None)], tallies=[tally(1, 2, "other")])
    )
    (placed,) = done.figures
    assert placed.resolved is not None
    assert (placed.resolved.indicator, placed.resolved.area, placed.resolved.to) == (None, None, None)
    codes = [finding.message.code for finding in done.findings]
    assert codes == [
        "resolve.indicator_unknown",
        "resolve.period_unknown",
        "resolve.area_missing",
        "resolve.period_unknown",
        "resolve.area_undated",
    ]


def test_what_no_catalogue_knows_is_told_by_the_words_of_the_paper() -> None:
    words = "sinh hoạt chuyên đề"
    told = figure("12 buổi", "12", indicator="other:sinh_hoat_chuyen_de", indicator_text=words, period="x")
    subjects = {dict(one.message.params)["subject"] for one in resolve(paper("p", figures=[told], **DAY)).findings}
    assert subjects == {words}


def test_placing_again_changes_nothing() -> None:
    once = resolve(paper("p", figures=[figure("4%", "4", area="xứ Kinh Bắc")], **DAY))
    assert resolve(once) == once


def test_what_the_words_say_is_never_changed() -> None:
    said = figure("6,03%", "6.03", period="2024")
    (placed,) = place(said)
    assert msgspec.structs.replace(placed, resolved=None) == said


def test_many_documents_keep_their_order() -> None:
    assert [each.document.id for each in resolve(paper(name) for name in "cab")] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"measure": "growth"}, {"measure": "growth", "price_basis": "constant:2010"}, True),
        ({"measure": "level", "unit": "VND"}, {"measure": "level", "unit": "VND", "price_basis": "current"}, True),
        (
            {"measure": "level", "unit": "VND"},
            {"measure": "level", "unit": "VND", "price_basis": "constant:2010"},
            False,
        ),
        ({"period": "2024"}, {"period": "2024", "base_period": "2023"}, True),
        ({"period": "2024-05"}, {"period": "2024-05", "base_period": "2024-04"}, False),
        ({"period": "2024-02"}, {"period": "2024-02", "base_period": "2023-02"}, True),
        # all that several years grew above the year before them is no yearly rate
        ({"period": "2021/2025"}, {"period": "2021/2025", "base_period": "2020"}, False),
        ({"period_basis": "15-14"}, {}, False),
        ({"period_basis": "calendar"}, {}, True),
    ],
)
def test_what_belongs_to_a_series(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    first, second = place(*(figure("5%", "5", **{"period": "2024", **fields}) for fields in (one, other)))
    assert (series_of(first) == series_of(second)) is same


@pytest.mark.parametrize(
    ("words", "period", "slug"),
    [
        ("GRDP của tỉnh Bắc Ninh tăng ", "2024", "bac-ninh-1997"),
        ("GRDP của tỉnh Bắc Ninh (mới) tăng ", "2024", "bac-ninh-2025"),
        ("GRDP của tỉnh Bắc Ninh sau khi sáp nhập tăng ", "2024", "bac-ninh-2025"),
        ("GRDP của tỉnh Bắc Ninh tăng ", "2025-H1", "bac-ninh-2025"),
        ("GRDP của tỉnh Bắc Ninh cũ tăng ", "2025-H1", "bac-ninh-1997"),
        ("GRDP của tỉnh Bắc Ninh mới chỉ tăng ", "2024", "bac-ninh-1997"),  # an adverb
        ("Tỉnh Bắc Ninh (mới) có 99 xã. GRDP tăng ", "2024", "bac-ninh-1997"),  # another sentence
    ],
)
def test_words_say_which_form_of_a_place_is_meant(words: str, period: str, slug: str) -> None:
    told = figure("9,7%", "9.7", period=period, start=len(words), end=len(words) + 4)
    (one,) = resolve(paper("a", figures=[told], text=f"{words}9,7%.", published="2025-10-20")).figures
    assert one.resolved is not None and one.resolved.area == slug


@pytest.mark.parametrize(
    ("quote", "preceding", "fields", "breakdown"),
    [
        ("7%/năm", "", {"base_period": "2020"}, ()),
        ("7%", "GRDP tăng bình quân ", {"base_period": "2020"}, ()),
        ("50%", "Mỗi năm xây 3 chợ. Xuất khẩu tăng ", {"base_period": "2020"}, (("base", "2020"),)),
        ("15.000 tỷ đồng/năm", "", {"measure": "level", "unit": "VND"}, (("per", "year"),)),
        ("15.000 tỷ đồng", "mỗi năm thu ", {"measure": "level", "unit": "VND"}, (("per", "year"),)),
        ("75.000 tỷ đồng", "thu nhập bình quân đầu người và thu ngân sách ", {"measure": "level", "unit": "VND"}, ()),
        ("15.000 tỷ đồng/năm", "", {"measure": "level", "unit": "VND", "period": "2025"}, ()),
        ("15.000 tỷ đồng", "Trong 5 năm 2021-2025 bình quân thu ", {"measure": "level", "unit": "VND"},
         (("per", "year"),)),
        # the rate before is of each year, the sum behind it is not
        ("75.000 tỷ đồng", "GRDP tăng bình quân 7-8%/năm, thu ", {"measure": "level", "unit": "VND"}, ()),
        ("75.000 tỷ đồng", "GRDP mỗi năm tăng 7%, thu ", {"measure": "level", "unit": "VND"}, ()),
    ],
)  # fmt: skip
def test_what_is_said_of_each_of_several_years(
    quote: str, preceding: str, fields: dict[str, str], breakdown: tuple[tuple[str, str], ...]
) -> None:
    known = {"period": "2021/2025", "indicator": "budget_revenue", "measure": "growth"} | fields
    (one,) = place(figure(quote, "7", **known))
    series = series_of(one, preceding=preceding)
    assert series is not None and series.breakdown == breakdown


def test_a_value_for_a_month_is_another_series_than_one_for_a_year() -> None:
    income = {"indicator": "income_per_capita", "measure": "level", "unit": "VND", "period": "2024"}
    monthly, yearly, plain = place(
        figure("5,9 triệu đồng/người/tháng", "5900000", **income),
        figure("70,8 triệu đồng/năm", "70800000", **income),
        figure("70,8 triệu đồng", "70800000", **income),
    )
    assert series_of(monthly) != series_of(yearly)
    assert series_of(yearly) == series_of(plain)


def test_shares_of_two_givers_are_two_series() -> None:
    text = "đạt 61,3% dự toán Trung ương giao, 58,1% dự toán HĐND tỉnh giao"
    fields = {"indicator": "budget_revenue", "measure": "share_of_plan", "period": "2024"}
    first = figure("61,3%", "61.3", **fields, start=4, end=9)
    second = figure("58,1%", "58.1", **fields, start=35, end=40)
    statements = statements_of(resolve(paper("p", figures=[first, second], text=text, **DAY)))
    givers = [dict(statement.series.breakdown) for statement in statements if statement.series is not None]
    assert givers == [{"plan": "trung ương"}, {"plan": "hđnd"}]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("0,31% so với tháng trước", "tháng trước"),
        ("0,31% so với tháng 12/2021;", "tháng 12/2021"),
        ("0,31% so với đầu năm", "đầu năm"),
        ("0,31% so với cùng kỳ", None),
        ("0,31% so với cùng kỳ năm trước", None),
        ("0,31%; 2% so với tháng trước", None),
        ("0,31%, tăng 2% so với tháng trước", None),
    ],
)
def test_what_prices_are_compared_with_is_part_of_the_series(text: str, base: str | None) -> None:
    said = figure("0,31%", "0.31", indicator="cpi", period="2022-09")
    (statement,) = statements_of(resolve(paper("p", figures=[said], text=text, **DAY)))
    assert statement.series is not None
    assert dict(statement.series.breakdown).get("base") == base
