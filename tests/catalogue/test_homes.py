"""The gazetteer: in which provinces the districts and communes of a name lie, however the name is written."""

from __future__ import annotations

import pytest

from camket import catalogue
from camket.catalogue import reading
from camket.catalogue.homes import Level, homes, names_of
from camket.model.gazetteer import Gazetteer

FILES = {
    "districts.yaml": 696,
    "districts_ended.yaml": 23,
    "communes_from_2025.yaml": 3321,
    "communes_to_2025.yaml": 9787,
}


@pytest.mark.parametrize(("file", "count"), FILES.items())
def test_each_name_is_held_by_a_province_of_the_catalogue(file: str, count: int) -> None:
    found = reading.records(f"gazetteer/{file}", Gazetteer)
    assert {catalogue.area(each.province).kind for each in found} <= {"province", "city"}
    assert sum(len(each.names) for each in found) == count
    assert all(len(each.names) == len(set(each.names)) for each in found)


@pytest.mark.parametrize(
    ("name", "level", "provinces"),
    [
        ("Như Xuân", "district", ["thanh-hoa"]),
        ("NHƯ XUÂN", "district", ["thanh-hoa"]),
        ("Yên Dũng", "district", ["bac-giang-1997"]),  # ended before its level
        ("Kỳ Sơn", "district", ["nghe-an", "hoa-binh"]),
        ("Quận 9", "district", ["ho-chi-minh-1976"]),
        ("Sơn Lang", "commune", ["gia-lai-2025"]),
        ("Sơn Lang", "old_commune", ["gia-lai-1991"]),
        ("Phú Quốc", "commune", ["an-giang-2025"]),
        # ways of writing one name
        ("Đắc Hà", "district", ["kon-tum"]),
        ("Đắk Đoa", "district", ["gia-lai-1991"]),
        ("Đăk Đoa", "district", ["gia-lai-1991"]),
        ("Đắk R’lấp", "district", ["dak-nong"]),
        ("Cư M'Gar", "district", ["dak-lak-2004"]),
        ("Qui Nhơn", "district", ["binh-dinh"]),
        ("Tuy Hoà", "district", ["phu-yen"]),
        ("Kiến Thuỵ", "district", ["hai-phong-1962"]),
        ("Phan Rang-Tháp Chàm", "district", ["ninh-thuan"]),
        # none
        ("Văn Hóa", "district", []),
        ("Sơn Lang", "district", []),
    ],
)
def test_where_a_name_lies(name: str, level: Level, provinces: list[str]) -> None:
    assert [home.province for home in homes(name, level)] == provinces


def test_the_names_of_a_province() -> None:
    assert {"Như Xuân", "Tĩnh Gia"} < set(names_of("thanh-hoa", "district"))
    assert names_of("gia-lai-2025", "district") == ()
