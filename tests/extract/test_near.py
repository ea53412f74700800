"""What papers confuse with an indicator is kept with the figure's reasons."""

from __future__ import annotations

import pytest

from camket import catalogue
from camket.extract.explain import explain


def reasons(sentence: str, code: str) -> list[dict[str, str]]:
    figures = explain(sentence, day="2024-12-30", area="Hà Nam").extraction.figures
    assert figures
    return [
        dict(each.params) for figure in figures for each in figure.reasons if each.code == f"reason.indicator.{code}"
    ]


@pytest.mark.parametrize(
    ("sentence", "indicator", "words", "rivals"),
    [
        ("Thu nội địa ước đạt 31.000 tỷ đồng.", "domestic_revenue", "Thu nội địa", {"budget_revenue"}),
        (
            "Tổng thu ngân sách đạt 42.000 tỷ đồng.", "budget_revenue", "Tổng thu ngân sách",
            {"domestic_revenue", "import_export_revenue", "land_revenue"},
        ),
        ("Thu nhập bình quân đầu người đạt 75 triệu đồng.", "income_per_capita", "Thu nhập bình quân đầu người",
         {"grdp_per_capita"}),
        ("GRDP/người năm 2024 đạt 5.200 USD.", "grdp_per_capita", "GRDP/người", {"income_per_capita", "grdp"}),
        (
            "Tỷ lệ đô thị hóa đạt 42,3%.", "urbanization_rate", "Tỷ lệ đô thị hóa",
            {"ward_share", "population_urban_class2"},
        ),
        ("Vốn FDI thực hiện đạt 900 triệu USD.", "fdi_disbursed", "Vốn FDI thực hiện", {"fdi_registered"}),
    ],
)  # fmt: skip
def test_the_indicators_that_it_was_told_from_are_named(
    sentence: str, indicator: str, words: str, rivals: set[str]
) -> None:
    (near,) = reasons(sentence, "near")
    assert (near["indicator"], near["words"]) == (indicator, words)
    assert set(near["rivals"].split(", ")) == rivals


def test_what_the_unit_rules_out_is_no_rival() -> None:
    (near,) = reasons("Thu hút vốn FDI đạt 1,2 tỷ USD.", "near")
    assert "fdi_projects" not in near["rivals"]


@pytest.mark.parametrize(
    ("sentence", "variant"),
    [
        ("Tỷ lệ dân số thành thị đạt 42,3%.", "urban_population_share"),
        ("Vốn FDI cấp mới đạt 1,2 tỷ USD.", "new"),
        ("Vốn cấp mới và điều chỉnh của các dự án FDI đạt 2,1 tỷ USD.", "new_and_adjusted"),
        ("Thu nội địa không kể tiền sử dụng đất đạt 25.000 tỷ đồng.", "without_land"),
        ("Thu cân đối ngân sách đạt 18.000 tỷ đồng.", "balance"),
    ],
)
def test_words_that_may_mean_something_else_are_kept(sentence: str, variant: str) -> None:
    assert [each["variant"] for each in reasons(sentence, "variant")] == [variant]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ đô thị hóa đạt 42,3%.",
        "Thu hút vốn FDI đạt 1,2 tỷ USD; vốn đầu tư công cấp mới 300 tỷ đồng.",
        "Số hộ dùng nước máy đạt 98%.",
    ],
)
def test_plain_words_have_no_variant(sentence: str) -> None:
    assert reasons(sentence, "variant") == []


def test_every_wording_of_a_variant_can_be_met() -> None:
    for one in catalogue.load_indicators():
        ids = [variant.id for variant in one.variants]
        assert len(ids) == len(set(ids)), one.id
        wordings = [wording for variant in one.variants for wording in variant.words]
        assert len(wordings) == len(set(wordings)), one.id
