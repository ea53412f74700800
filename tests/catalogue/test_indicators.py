"""Indicators: the ids of the guide are there, and no two of them answer to the same words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

import pytest

from camket import catalogue
from camket.catalogue import reading
from camket.model.indicator import Indicator

GUIDE = [
    "grdp",
    "grdp_per_capita",
    "gdp_share_industry_construction",
    "gdp_share_services",
    "gdp_share_agriculture",
    "digital_economy_share",
    "iip",
    "industrial_output",
    "agricultural_output",
    "budget_revenue",
    "domestic_revenue",
    "budget_expenditure",
    "total_investment",
    "public_investment_disbursement",
    "fdi_registered",
    "fdi_projects",
    "domestic_investment_registered",
    "exports",
    "imports",
    "trade_total",
    "trade_surplus",
    "retail_sales",
    "cpi",
    "new_enterprises",
    "enterprises",
    "tourism_arrivals",
    "tourism_revenue",
    "credit",
    "labour_productivity",
    "population",
    "population_density",
    "area_size",
    "income_per_capita",
    "poverty_rate",
    "poor_households",
    "trained_labour_rate",
    "unemployment_rate",
    "jobs_created",
    "health_insurance_coverage",
    "doctors_per_10k",
    "hospital_beds_per_10k",
    "national_standard_schools",
    "social_housing_units",
    "temporary_houses_removed",
    "urbanization_rate",
    "new_rural_communes",
    "clean_water_rate",
    "solid_waste_collection_rate",
    "wastewater_treatment_rate",
    "forest_cover",
    "ocop_products",
    "pci",
    "par_index",
    "papi",
    "sipas",
    "dti",
    "ict_index",
    "online_services",
    "agencies_merged",
    "agencies_created",
    "leadership_posts_cut",
    "nonlocal_officials_share",
    "party_organisations_rated_good",
    "party_members_rated_good",
    "bodies_rated_strong",
    "growth_overall",
]

INDICATORS = catalogue.load_indicators()
EACH = pytest.mark.parametrize("one", INDICATORS, ids=lambda each: each.id)

VERBS = {"tăng", "giảm", "đạt", "chiếm", "còn", "ước", "là", "có"}
OLD_TONES = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![a-zà-ỹđ])")


def wordings(one: Indicator) -> Iterator[str]:
    yield from (*one.aliases, *one.weak_aliases)


def test_the_guide_is_covered() -> None:
    assert len(GUIDE) == 66
    assert {one.id for one in INDICATORS if one.in_guide} == set(GUIDE)
    assert len(INDICATORS) >= 164


def test_no_wording_belongs_to_two() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in INDICATORS:
        for wording in wordings(one):
            owners[wording.lower()].add(one.id)
    assert {wording: ids for wording, ids in owners.items() if len(ids) > 1} == {}


def test_no_wording_stands_twice_in_one() -> None:
    for one in INDICATORS:
        found = [wording.lower() for wording in wordings(one)]
        assert len(found) == len(set(found)), one.id


def test_no_counted_noun_belongs_to_two() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in INDICATORS:
        for noun in one.nouns:
            owners[noun.lower()].add(one.id)
    assert {noun: ids for noun, ids in owners.items() if len(ids) > 1} == {}


@EACH
def test_words_are_written_in_the_one_form(one: Indicator) -> None:
    for wording in (*wordings(one), *one.nouns):
        assert wording == unicodedata.normalize("NFC", wording)
        assert wording == " ".join(wording.split())
        assert not OLD_TONES.search(wording.lower()), wording
        assert "..." not in wording
        assert wording.split()[-1].lower() not in VERBS, wording


@EACH
def test_it_is_complete(one: Indicator) -> None:
    assert one.aliases
    assert one.units
    assert one.name.en
    assert re.fullmatch(r"[a-z][a-z0-9_]*", one.id)
    assert one.id not in one.near
    assert one.stat_group is None or re.fullmatch(r"T(0[1-9]|1[0-9]|20)", one.stat_group)


@EACH
def test_plausible_ranges_are_ranges(one: Indicator) -> None:
    for each in one.plausible:
        assert each.low < each.high
        assert each.unit in one.units or (each.unit, each.measure) in {("rank", "rank"), ("percent", "growth")}
        assert each.measure != "growth" or each.low < 0
    keys = [(each.unit, each.measure, each.per) for each in one.plausible]
    assert len(keys) == len(set(keys))


@EACH
def test_two_areas_are_made_one_by_a_stated_rule(one: Indicator) -> None:
    if one.aggregate in {"weighted_mean", "recompute"}:
        assert one.weight or one.notes, "say what weighs it"
    else:
        assert one.weight is None


def test_a_file_is_named_as_its_field() -> None:
    for file, text in reading.files("indicators"):
        for entry in reading.entries(file, text):
            assert isinstance(entry, dict)
            assert file == f"indicators/{entry['field']}.yaml"


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("tổng sản phẩm nội tỉnh", "grdp"),
        ("GDP", "grdp"),
        ("tốc độ tăng GRDP bình quân", "grdp"),
        ("GDP bình quân đầu người", "grdp_per_capita"),
        ("thu nhập bình quân đầu người", "income_per_capita"),
        ("GTSXCN", "industrial_output"),
        ("KNXK", "exports"),
        ("xuất khẩu", "exports"),
        ("kim ngạch xuất nhập khẩu", "trade_total"),
        ("tổng thu NSNN", "budget_revenue"),
        ("thu nội địa", "domestic_revenue"),
        ("vốn đầu tư phát triển toàn xã hội", "total_investment"),
        ("tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "retail_sales"),
        ("thu hút đầu tư nước ngoài", "fdi_registered"),
        ("vốn FDI thực hiện", "fdi_disbursed"),
        ("khu vực dịch vụ", "gdp_share_services"),
        ("tỷ lệ bao phủ BHYT", "health_insurance_coverage"),
        ("tỷ lệ tham gia BHXH", "social_insurance_coverage"),
        ("xã đạt chuẩn NTM", "new_rural_communes"),
        ("xã nông thôn mới nâng cao", "advanced_new_rural_communes"),
        ("tỷ lệ lao động qua đào tạo", "trained_labour_rate"),
        ("tỷ lệ lao động có bằng cấp, chứng chỉ", "certified_trained_labour_rate"),
        ("tỷ lệ đô thị hóa", "urbanization_rate"),
        ("chỉ số năng lực cạnh tranh cấp tỉnh", "pci"),
    ],
)
def test_a_wording_names(wording: str, expected: str) -> None:
    assert [one.id for one in INDICATORS if wording in one.aliases] == [expected]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("tăng trưởng", "growth_overall"),
        ("việc làm", "jobs_created"),
        ("dân số", "population"),
        ("đô thị hóa", "urbanization_rate"),
        ("hộ nghèo", "poverty_rate"),
        ("giải ngân", "public_investment_disbursement"),
        ("tỷ lệ dân số thành thị", "urbanization_rate"),
    ],
)
def test_a_general_word_is_weak(wording: str, expected: str) -> None:
    assert [one.id for one in INDICATORS if wording in one.weak_aliases] == [expected]
    assert not [one.id for one in INDICATORS if wording in one.aliases]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("doanh nghiệp", "enterprises"),
        ("doanh nghiệp thành lập mới", "new_enterprises"),
        ("lượt khách", "tourism_arrivals"),
        ("khách du lịch", "tourism_arrivals"),
        ("dự án FDI", "fdi_projects"),
        ("hộ nghèo", "poor_households"),
        ("xã đạt chuẩn nông thôn mới", "new_rural_communes"),
        ("bác sĩ", "doctors_per_10k"),
        ("giường bệnh", "hospital_beds_per_10k"),
        ("việc làm", "jobs_created"),
        ("lao động có việc làm mới", "jobs_created"),
        ("sản phẩm OCOP", "ocop_products"),
    ],
)
def test_a_counted_noun_names(noun: str, expected: str) -> None:
    assert [one.id for one in INDICATORS if noun in one.nouns] == [expected]


@pytest.mark.parametrize(
    ("id_", "percent"),
    [
        ("grdp", "growth"),
        ("iip", "growth"),
        ("exports", "growth"),
        ("budget_revenue", "growth"),
        ("cpi", "growth"),
        ("poverty_rate", "level"),
        ("gdp_share_services", "level"),
        ("new_rural_communes", "level"),
        ("doctors_per_10k", None),
        ("pci", None),
    ],
)
def test_what_a_bare_percentage_means(id_: str, percent: str | None) -> None:
    assert catalogue.indicator(id_).percent == percent


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("budget_revenue", "domestic_revenue"),
        ("grdp_per_capita", "income_per_capita"),
        ("fdi_registered", "fdi_disbursed"),
        ("poverty_rate", "poor_households"),
        ("population", "population_registered"),
        ("grdp", "growth_overall"),
    ],
)
def test_what_papers_confuse_is_near(one: str, other: str) -> None:
    assert other in catalogue.indicator(one).near
    assert one in catalogue.indicator(other).near
