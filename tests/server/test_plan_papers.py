"""The page of a plan names the papers that set its targets: number, day, who issued them, each with its sentence."""

from __future__ import annotations

import csv
import io

import pytest
from django.conf import settings
from django.test import Client
from tests.server.laid_out import READ_ON, of_text, page_of, row_of
from tests.server.test_unagreed import client_of

from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve import close_paper
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in

pytestmark = pytest.mark.django_db
PLAN = "/ke-hoach/bac-ninh-1997/yearly/2024"
RESOLUTION = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC NINH\nSố: 30/NQ-HĐND\nBắc Ninh, ngày 10 tháng 12 năm 2023\nNGHỊ QUYẾT\n"
    "Về kế hoạch phát triển kinh tế - xã hội năm 2024\nĐiều 1. Các chỉ tiêu chủ yếu năm 2024\n"
    "1. Tốc độ tăng trưởng GRDP năm 2024 đạt 6,5%.\n"
    "2. Thu ngân sách nhà nước trên địa bàn năm 2024 đạt 33.000 tỷ đồng.\n"
)
DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 900/QĐ-UBND\nBắc Ninh, ngày 20 tháng 12 năm 2023\nQUYẾT ĐỊNH\n"
    "Về việc giao chỉ tiêu kế hoạch năm 2024\nĐiều 1. Giao chỉ tiêu năm 2024: kim ngạch xuất khẩu đạt 40 tỷ USD.\n"
)
NEWS = "Mục tiêu năm 2024, tỉnh Bắc Ninh thu hút vốn FDI đạt 2 tỷ USD.\n"


@pytest.fixture(autouse=True)
def plan() -> None:
    for name, text in (("nghi-quyet", RESOLUTION), ("quyet-dinh", DECISION), ("tin", NEWS)):
        extraction, data = of_text(name, text)
        FileStore(settings.CONFIGURATION.files).put(data)
        take_in([Arrival(extraction=extraction, size=len(data), read_on=READ_ON, access="public")])


SAID = {
    "vi": ("Nghị quyết số 30/NQ-HĐND ngày 10/12/2023 của ", "2 chỉ tiêu", "Quyết định số 900/QĐ-UBND ngày 20/12/2023"),
    "en": ("Resolution No. 30/NQ-HĐND of 10 December 2023 by ", "2 targets", "Decision No. 900/QĐ-UBND of 20 December"),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_papers_are_named_with_number_day_and_issuer_and_lead_to_a_sentence(lang: str) -> None:
    page = page_of(Client().get(f"{PLAN}?lang={lang}"))
    for each in SAID[lang]:
        assert each in page.text
    assert "Hội đồng nhân dân tỉnh Bắc Ninh" in page.text.replace("HĐND", "Hội đồng nhân dân")
    for name in ("nghi-quyet", "quyet-dinh"):
        slug = row_of(name).slug
        assert any(link.startswith((f"/van-ban/{slug}?tu=", f"/van-ban/{slug}#")) for link in page.links)


def test_each_target_says_which_paper_sets_it_in_the_file_too() -> None:
    text = Client().get(f"{PLAN}?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sorted((row["Số ký hiệu"], row["Ngày văn bản"]) for row in rows) == [
        ("", ""), ("30/NQ-HĐND", "2023-12-10"), ("30/NQ-HĐND", "2023-12-10"), ("900/QĐ-UBND", "2023-12-20"),
    ]  # fmt: skip
    assert all(bool(row["Cơ quan ban hành"]) == bool(row["Số ký hiệu"]) for row in rows)


@pytest.mark.parametrize("gone", ["closed", "withdrawn"])
def test_a_paper_that_may_not_be_seen_is_not_named(gone: str) -> None:
    if gone == "closed":
        close_paper(CONSOLE, row_of("quyet-dinh").slug, access="internal", why="sai")
        assert "900/QĐ-UBND" in page_of(client_of("officer").get(PLAN)).text
    else:
        withdraw(CONSOLE, row_of("quyet-dinh").slug, why="sai")
    text = page_of(Client().get(PLAN)).text
    assert "900/QĐ-UBND" not in text
    assert "30/NQ-HĐND" in text
    assert "900/QĐ-UBND" not in Client().get(f"{PLAN}?format=csv").content.decode()
