from __future__ import annotations

from datetime import date

import pytest

from camket.model.period import parse_period
from camket.resolve.areas import FoundArea, boundary, find_area, forms, has_entry


@pytest.mark.parametrize(
    ("name", "period", "day", "slug"),
    [
        # the four Bắc Ninhs
        ("Bắc Ninh", "2024", "2025-01-13", "bac-ninh-1997"),
        ("Bắc Ninh", "2025", "2025-12-05", "bac-ninh-2025"),
        ("Bắc Ninh", "2026", "2026-11-20", "bac-ninh-2026"),
        ("thành phố Bắc Ninh", "2020", "2020-12-01", "bac-ninh-city"),
        # by the period where the paper is later
        ("Bắc Ninh", "2024", "2026-11-20", "bac-ninh-1997"),
        ("Bắc Ninh", "2019", "2026-01-20", "bac-ninh-1997"),
        # by the paper where the period is later: nobody speaks of a form to come
        ("Bắc Ninh", "2025", "2025-01-13", "bac-ninh-1997"),
        ("Bắc Ninh", "by:2030-12", "2020-09-26", "bac-ninh-1997"),
        ("Bắc Ninh", "2026/2030", "2025-09-30", "bac-ninh-2025"),
        # half of the year of the merger, told before and after it
        ("Bắc Ninh", "2025-H1", "2025-06-28", "bac-ninh-1997"),
        ("Bắc Ninh", "2025-H1", "2025-07-05", "bac-ninh-2025"),
        # words that name the form
        ("Bắc Ninh cũ", "2024", "2025-12-05", "bac-ninh-1997"),
        ("Bắc Ninh (cũ)", "2025-H1", "2025-12-05", "bac-ninh-1997"),
        ("Bắc Ninh mới", "2024", "2025-12-05", "bac-ninh-2025"),
        ("tỉnh Bắc Ninh", "2024", "2025-01-13", "bac-ninh-1997"),
        ("TP Bắc Ninh", "2026", "2026-11-20", "bac-ninh-2026"),
        ("thành phố Bắc Ninh", "2026-H1", "2026-07-01", "bac-ninh-city"),
        ("tỉnh Bắc Ninh", "2026", "2026-11-20", "bac-ninh-2025"),
        # a paper without a day: the first year of the period decides
        ("Bắc Ninh", "2021/2025", None, "bac-ninh-1997"),
        ("Bắc Ninh", "2022", None, "bac-ninh-1997"),
        ("Bắc Giang", "2024-H1", "2024-06-26", "bac-giang-1997"),
        ("Bắc Giang", "2025", "2025-12-05", "bac-giang-1997"),
        ("cả nước", "2024", None, "viet-nam"),
        ("Việt Nam", None, None, "viet-nam"),
        ("BẮC NINH", "2024", "2025-01-13", "bac-ninh-1997"),
    ],
)
def test_which_form_a_name_means(name: str, period: str | None, day: str | None, slug: str) -> None:
    about = parse_period(period) if period else None
    assert find_area(name, about, date.fromisoformat(day) if day else None).slug == slug


@pytest.mark.parametrize(
    ("name", "period", "trouble"),
    [
        ("xứ Kinh Bắc", "2024", "resolve.area_unknown"),
        ("các xã đặc biệt khó khăn", "2024", "resolve.area_part"),
        ("vùng đồng bào dân tộc thiểu số và miền núi", "2024", "resolve.area_part"),
        ("Bắc Ninh", None, "resolve.area_undated"),
        ("Bắc Ninh", "1990", "resolve.area_not_standing"),
    ],
)
def test_what_cannot_be_placed_says_why(name: str, period: str | None, trouble: str) -> None:
    found = find_area(name, parse_period(period) if period else None, None)
    assert (found.slug, found.trouble) == (None, trouble)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Như Xuân", ("Thanh Hóa",)),
        ("huyện Đắc Hà", ("Kon Tum",)),
        ("Qui Nhơn", ("Bình Định",)),
        ("xã Sơn Lang", ("Gia Lai",)),
        ("Vĩnh Thạnh", ("Bình Định", "Cần Thơ")),
    ],
)
def test_a_place_of_the_gazetteer_has_its_province(name: str, within: tuple[str, ...]) -> None:
    assert find_area(name, None, None) == FoundArea(None, "resolve.area_listed", within)
    assert not has_entry(name)


def test_an_upgrade_keeps_the_boundary_and_a_merger_does_not() -> None:
    assert boundary("bac-ninh-2026") == "bac-ninh-2025"
    assert boundary("bac-ninh-2025") == "bac-ninh-2025"
    assert boundary("bac-ninh-1997") == "bac-ninh-1997"


@pytest.mark.parametrize(
    ("slug", "all_forms"),
    [
        ("bac-ninh-1997", ("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026")),
        ("bac-ninh-2026", ("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026")),
        ("bac-giang-1997", ("bac-giang-1997",)),  # it went into another place
        ("hue", ("thua-thien-hue", "hue")),  # another name for the same land
        ("bac-ninh-city", ("bac-ninh-city",)),
        ("khong-co", ("khong-co",)),
    ],
)
def test_a_place_is_all_its_forms(slug: str, all_forms: tuple[str, ...]) -> None:
    assert forms(slug) == all_forms
