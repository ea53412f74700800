"""On pages: the day or the area of a paper mended after a look at what moves, and a paper withdrawn."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.assess.making import placed, target
from tests.server.tasks_laid import client
from tests.server.test_corrections import with_bytes

from camket.server.registry import models
from camket.server.registry.store import DatabaseRegistry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.fixture
def slug() -> str:
    said = [target("8,5%", "8.5", "ge", period="2022", id="said")]
    DatabaseRegistry().add(
        [
            with_bytes(
                placed(
                    "ke-hoach", figures=said, date="2022-01-05", area="Bắc Ninh", number="5/KH-UBND", title="Kế hoạch"
                )
            )
        ]
    )
    return models.Document.objects.get().slug


def moved(page: str) -> str:
    """How many statements the form says that it moves."""
    found = re.search(r'name="so" value="(\d+)"', page)
    assert found is not None
    return found[1]


def test_an_area_is_mended_after_a_look_and_taken_back(slug: str) -> None:
    browser, place = client("officer"), f"/van-ban/{slug}/sua"
    page = browser.get(f"{place}?dia-ban=Bắc Giang").content.decode()
    assert "Chuyển 1 số liệu của 1 văn bản" in page and not models.Correction.objects.exists()
    form = {"dia-ban": "Bắc Giang", "ngay": "", "so": moved(page), "why": "đọc nhầm"}
    page = browser.post(place, form, follow=True).content.decode()
    assert "xếp lại 1 số liệu" in page
    assert "Hủy lần sửa" in page and ": đọc nhầm" in page
    assert models.Document.objects.get().area == "Bắc Giang"
    assert models.Placement.objects.values_list("series__area", flat=True).get() == "bac-giang-1997"
    end = re.search(r'href="(/gan-ten/\d+/thoi)"', page)
    assert end is not None
    browser.post(end[1], {"so": moved(browser.get(end[1]).content.decode())})
    assert models.Placement.objects.values_list("series__area", flat=True).get() == "bac-ninh-1997"


def test_a_day_that_is_none_and_a_preview_that_is_old_change_nothing(slug: str) -> None:
    browser, place = client("officer"), f"/van-ban/{slug}/sua"
    assert browser.get(f"{place}?ngay=mai").status_code == 400
    answer = browser.post(place, {"dia-ban": "Bắc Giang", "so": "9"})
    assert 'role="alert"' in answer.content.decode() and not models.Correction.objects.exists()
    page = browser.get(f"{place}?ngay=2022-02-10").content.decode()
    assert "→ văn bản ngày 10/02/2022" in page and "bậc nguồn" not in page
    browser.post(place, {"ngay": "2022-02-10", "so": moved(page)})
    assert models.Document.objects.get().said_on == date(2022, 2, 10)


def test_an_administrator_withdraws_a_paper_by_its_page(slug: str) -> None:
    browser, place = client("administrator"), f"/van-ban/{slug}/rut"
    assert f'href="{place}"' in browser.get(f"/van-ban/{slug}").content.decode()
    assert f'href="{place}"' not in client("officer").get(f"/van-ban/{slug}").content.decode()
    assert "1 dữ kiện" in browser.get(place).content.decode()
    for form in ({"why": "nhầm tệp"}, {"why": " ", "sure": "1"}):
        assert browser.post(place, form).status_code == 400
    assert models.Document.objects.get().withdrawn_on is None
    page = browser.post(place, {"why": "nhầm tệp", "sure": "1"}).content.decode()
    row = models.Document.objects.get()
    assert row.slug in page and (row.withdrawn_by, row.withdrawn_why) == ("administrator", "nhầm tệp")
    assert not models.Fact.objects.exists()
    assert browser.get(f"/van-ban/{slug}").status_code == 410
