"""Every indicator of the catalogue answers to each of its names in a plain sentence."""

from __future__ import annotations

import pytest
from tests.wordings.said import figures

from camket import catalogue
from camket.model.indicator import Indicator

VALUES = {
    "percent": "41,3%", "VND": "5.210 tỷ đồng", "USD": "5.210 triệu USD", "person": "12.400 người", "count": "214",
    "rank": "thứ 8/34", "score": "68,4 điểm", "ha": "1.250 ha", "km": "125 km", "household": "1.240 hộ",
    "tonne": "320.000 tấn", "km2": "2.514 km2", "percentage_point": "1,2 điểm phần trăm", "years": "74,5 tuổi",
    "other:m2_per_person": "32 m2/người", "other:km_per_km2": "1,8 km/km2", "other:VND_per_ha": "210 triệu đồng/ha",
    "other:VND_per_worker": "180 triệu đồng/lao động", "other:person_per_km2": "1.425 người/km2",
    "other:boys_per_100_girls": "112 bé trai/100 bé gái", "other:children_per_woman": "2,1 con/phụ nữ",
    "other:ug_per_m3": "35 µg/m3", "other:index": "0,72", "other:ratio": "5,2", "other:per_1000": "12,5",
}  # fmt: skip
"""A value in each base unit."""
OWN_VALUES = {"grdp_per_capita": "5.210 USD", "income_per_capita": "85 triệu đồng"}
"""Values where the name alone does not tell the indicator from a near one."""
NO_NUMBER = "other:class"
"""What a class of town is, no number says."""
MEANT = {"growth_overall": "grdp"}
"""Growth with no other noun is that of the economy (docs/reference/facts.md)."""


def _value(one: Indicator, name: str) -> str | None:
    unit = one.units[0]
    if unit == NO_NUMBER:
        return None
    if unit == "count" and name.lower().startswith("tỷ lệ") and "percent" in one.units:
        unit = "percent"
    return OWN_VALUES.get(one.id, VALUES[unit])


def _sentences(one: Indicator) -> list[str]:
    """A sentence for each name of an indicator."""
    names = dict.fromkeys((one.name.vi, *one.aliases, *one.weak_aliases))
    values = ((name, _value(one, name)) for name in names)
    return [f"{name[0].upper()}{name[1:]} năm 2025 đạt {value}." for name, value in values if value is not None]


@pytest.mark.parametrize(
    "one", [each for each in catalogue.load_indicators() if _sentences(each)], ids=lambda each: each.id
)
def test_each_name_of_an_indicator_names_it(one: Indicator) -> None:
    expected = [MEANT.get(one.id, one.id)]
    read = {text: [each.indicator.removeprefix("other:") for each in figures(text)] for text in _sentences(one)}
    assert {text: found for text, found in read.items() if found != expected} == {}


NEAR = [
    # the same words with more or fewer of them
    ("Năm 2025, GRDP đạt 190.000 tỷ đồng.", ["grdp"]),
    ("Năm 2025, GRDP bình quân đầu người đạt 5.210 USD.", ["grdp_per_capita"]),
    ("Năm 2025, GRDP bình quân đạt 5.210 USD.", ["grdp_per_capita"]),
    ("Giai đoạn 2021-2025, GRDP bình quân tăng 8,2%/năm.", ["grdp"]),
    ("Năm 2025, thu nhập bình quân đầu người đạt 85 triệu đồng.", ["income_per_capita"]),
    (
        "Năm 2025, tổng thu NSNN đạt 27.600 tỷ đồng, trong đó thu nội địa 21.000 tỷ đồng.",
        ["budget_revenue", "domestic_revenue"],
    ),
    ("Năm 2025, thu ngân sách nội địa đạt 21.000 tỷ đồng.", ["domestic_revenue"]),
    ("Năm 2025, thu từ hoạt động xuất nhập khẩu đạt 4.200 tỷ đồng.", ["other:import_export_revenue"]),
    ("Năm 2025, thu tiền sử dụng đất đạt 4.200 tỷ đồng.", ["other:land_revenue"]),
    ("Năm 2025, chi ngân sách địa phương đạt 24.000 tỷ đồng.", ["budget_expenditure"]),
    ("Năm 2025, chi đầu tư phát triển đạt 9.000 tỷ đồng.", ["other:development_expenditure"]),
    ("Năm 2025, kim ngạch xuất nhập khẩu đạt 9,2 tỷ USD.", ["trade_total"]),
    ("Năm 2025, kim ngạch xuất khẩu đạt 5,2 tỷ USD, nhập khẩu 4 tỷ USD.", ["exports", "imports"]),
    ("Năm 2025, xuất siêu đạt 1,2 tỷ USD.", ["trade_surplus"]),
    ("Năm 2025, thu hút FDI đạt 1,2 tỷ USD.", ["fdi_registered"]),
    ("Năm 2025, vốn FDI cấp mới đạt 0,8 tỷ USD.", ["fdi_registered"]),
    ("Năm 2025, vốn FDI cấp mới và điều chỉnh đạt 1,2 tỷ USD.", ["fdi_registered"]),
    ("Năm 2025, vốn FDI thực hiện đạt 0,9 tỷ USD.", ["other:fdi_disbursed"]),
    ("Năm 2025, toàn tỉnh có 45 dự án FDI.", ["fdi_projects"]),
    ("Tỷ lệ đô thị hóa năm 2025 đạt 43%.", ["urbanization_rate"]),
    ("Tỷ lệ dân số thành thị năm 2025 đạt 38%.", ["urbanization_rate"]),
    ("Tỷ lệ lao động qua đào tạo năm 2025 đạt 78%.", ["trained_labour_rate"]),
    ("Tỷ lệ lao động có bằng cấp, chứng chỉ năm 2025 đạt 34%.", ["other:certified_trained_labour_rate"]),
    ("Tỷ lệ hộ nghèo năm 2025 còn 1,1%.", ["poverty_rate"]),
    ("Năm 2025, toàn tỉnh còn 4.200 hộ nghèo.", ["poor_households"]),
    ("Năm 2025, toàn tỉnh có 900 doanh nghiệp thành lập mới.", ["new_enterprises"]),
    ("Năm 2025, toàn tỉnh có 9.000 doanh nghiệp đang hoạt động.", ["enterprises"]),
    ("Năm 2025, vốn đầu tư toàn xã hội đạt 65.000 tỷ đồng.", ["total_investment"]),
    ("Năm 2025, giải ngân vốn đầu tư công đạt 8.900 tỷ đồng.", ["public_investment_disbursement"]),
    ("Năm 2025, giá trị sản xuất công nghiệp đạt 250.000 tỷ đồng.", ["industrial_output"]),
    ("Năm 2025, chỉ số sản xuất công nghiệp tăng 9,8%.", ["iip"]),
    ("Năm 2025, khu vực công nghiệp - xây dựng tăng 9,8%.", ["other:grdp_industry_construction"]),
    ("Năm 2025, khu vực công nghiệp - xây dựng chiếm 55%.", ["gdp_share_industry_construction"]),
    ("Năm 2025, có 60 xã đạt chuẩn nông thôn mới.", ["new_rural_communes"]),
    ("Năm 2025, có 20 xã đạt chuẩn nông thôn mới nâng cao.", ["other:advanced_new_rural_communes"]),
    # names and values in turn
    (
        "Năm 2025, tỷ trọng công nghiệp - xây dựng, dịch vụ, nông nghiệp lần lượt là 71,3%, 19,5%, 6,3%.",
        ["gdp_share_industry_construction", "gdp_share_services", "gdp_share_agriculture"],
    ),
    (
        "Năm 2025, kim ngạch xuất khẩu và nhập khẩu lần lượt đạt 5,2 tỷ USD và 4 tỷ USD.",
        ["exports", "imports"],
    ),
]

RIVALS = [
    ("Năm 2025, GRDP bình quân đạt 5.210 USD.", "grdp"),
    ("Năm 2025, GRDP bình quân đạt 190.000 tỷ đồng.", "grdp_per_capita"),
    ("Năm 2025, tổng thu ngân sách và thu nội địa đạt 27.600 tỷ đồng.", "budget_revenue"),
]

WORDS_KEPT = [
    ("Tỷ lệ đô thị hóa năm 2025 đạt 43%.", "Tỷ lệ đô thị hóa"),
    ("Tỷ lệ dân số thành thị năm 2025 đạt 38%.", "Tỷ lệ dân số thành thị"),
    ("Vốn FDI cấp mới năm 2025 đạt 0,8 tỷ USD.", "Vốn FDI cấp mới"),
    ("Vốn FDI cấp mới và điều chỉnh năm 2025 đạt 1,2 tỷ USD.", "Vốn FDI cấp mới và điều chỉnh"),
    ("Quy mô GRDP năm 2025 đạt 190.000 tỷ đồng.", "Quy mô GRDP"),
]


@pytest.mark.parametrize(("text", "expected"), NEAR)
def test_a_near_miss(text: str, expected: list[str]) -> None:
    assert [one.indicator for one in figures(text)] == expected


@pytest.mark.parametrize(("text", "rival"), RIVALS)
def test_the_rival_is_told(text: str, rival: str) -> None:
    (figure,) = figures(text)
    told = [dict(reason.params)["indicators"] for reason in figure.reasons if reason.code == "reason.indicator.rivals"]
    assert told == [rival]


@pytest.mark.parametrize(("text", "words"), WORDS_KEPT)
def test_the_words_of_the_paper_are_kept(text: str, words: str) -> None:
    assert [one.indicator_text for one in figures(text)] == [words]


def test_times_in_turn() -> None:
    found = figures("Thu ngân sách các năm 2023, 2024, 2025 lần lượt đạt 21.400, 24.900, 27.600 tỷ đồng.")
    assert [one.period for one in found] == ["2023", "2024", "2025"]


OTHERWISE = {
    "GRDP bình quân": "the mean growth of the whole, unless the value is that of a head",
    "GDP bình quân": "the same",
    "quy mô dân số theo đề án": "`đề án năm 2025 ...` begins the name of a paper",
}
"""Names that mean something else before a growth, and why."""


def _growing(one: Indicator) -> list[str]:
    """A sentence for each name of an indicator, of which it says that it grew."""
    names = dict.fromkeys((one.name.vi, *one.aliases, *one.weak_aliases))
    return [f"{name[0].upper()}{name[1:]} năm 2025 tăng 8,1% so với năm 2024." for name in names
            if name not in OTHERWISE]  # fmt: skip


@pytest.mark.parametrize(
    "one",
    [each for each in catalogue.load_indicators() if each.percent == "growth" and _growing(each)],
    ids=lambda each: each.id,
)
def test_what_grows_in_percent(one: Indicator) -> None:
    expected = [(MEANT.get(one.id, one.id), "growth", "2024")]
    read = {
        text: [(each.indicator.removeprefix("other:"), each.measure, each.base_period) for each in figures(text)]
        for text in _growing(one)
    }
    assert {text: found for text, found in read.items() if found != expected} == {}
