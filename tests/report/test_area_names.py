"""Names of areas in both languages."""

from __future__ import annotations

import pytest

from camket import catalogue
from camket.report.naming import area_name


@pytest.mark.parametrize(
    ("slug", "vietnamese", "english"),
    [
        ("bac-ninh-1997", "Tỉnh Bắc Ninh", "Bắc Ninh province"),
        ("bac-ninh-2026", "Thành phố Bắc Ninh", "Bắc Ninh city"),
        ("bac-ninh-city", "Thành phố Bắc Ninh", "Bắc Ninh city"),
        ("tan-yen-district", "Huyện Tân Yên", "Tân Yên district"),
        ("tan-yen-commune", "Xã Tân Yên", "Tân Yên commune"),
        ("Kinh Bắc xưa", "Kinh Bắc xưa", "Kinh Bắc xưa"),
    ],
)
def test_what_an_area_is_stands_behind_its_english_name(slug: str, vietnamese: str, english: str) -> None:
    assert (area_name(slug), area_name(slug, "en")) == (vietnamese, english)


def test_no_area_has_no_name() -> None:
    assert area_name(None, "en") == ""


def test_every_province_and_city_has_an_english_name() -> None:
    areas = [each for each in catalogue.load_areas() if each.kind in ("province", "city", "district", "commune")]
    assert {area_name(each.slug, "en").rpartition(" ")[2] for each in areas if each.name != "TP HCM"} == {
        "province", "city", "district", "commune",
    }  # fmt: skip
