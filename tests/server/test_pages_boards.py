"""Boards are made once for each content of the registry, and show what their readers may see."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from camket import catalogue, extract, resolve
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.period import parse_period
from camket.server.jobs.asking import run_job
from camket.server.jobs.models import Job
from camket.server.pages import boards, exports, work_board
from camket.server.pages.models import Board
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.load_plan import load_plan
from camket.server.registry.planning import Entry
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db

HEAD = Head(type="report", date="2023-01-10", area="Bắc Ninh", source_kind="report")


def paper(name: str, text: str) -> Extraction:
    return resolve(
        extract(Document(id=name, text=text, sha256=name.encode().hex().ljust(64, "0"), text_sha256="", head=HEAD))
    )


def test_an_empty_registry_says_how_to_begin() -> None:
    answer = Client().get("/")
    assert answer.status_code == 200
    assert "Chưa có văn bản nào" in answer.content.decode()
    assert Client().get("/ke-hoach").status_code == 200
    assert Client().get("/chi-tieu").status_code == 200


def test_a_board_is_made_once_and_anew_when_something_is_added() -> None:
    registry = DatabaseRegistry()
    registry.add([paper("a", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 30.908 tỷ đồng.")])
    first = boards.current()
    assert boards.current().id == first.id
    registry.add([paper("b", "Năm 2022, tỉnh Bắc Ninh có kim ngạch xuất khẩu đạt 45 tỷ USD.")])
    second = boards.current()
    assert second.id != first.id
    assert list(Board.objects.order_by("id")) == [first, second]  # a page may still read the former
    registry.add([paper("c", "Năm 2022, tỉnh Bắc Ninh có 10.000 doanh nghiệp.")])
    third = boards.current()
    assert list(Board.objects.order_by("id")) == [second, third]


@pytest.mark.one_database
def test_a_place_of_no_catalogue_has_its_page_as_every_other() -> None:
    head = Head(type="plan", date="2023-01-10", area="xã Đắk Hòa", source_kind="report")
    said = "Năm 2023, phấn đấu thu ngân sách nhà nước trên địa bàn xã Đắk Hòa đạt 3 tỷ đồng."
    DatabaseRegistry().add([resolve(extract(Document(id="a", text=said, sha256="a" * 64, text_sha256="", head=head)))])
    client = Client()
    assert boards.current().usual_area not in {area.slug for area in catalogue.load_areas()}
    for address in ("/", "/dia-ban", "/ke-hoach"):
        found = client.get(address).content.decode()
        assert "Đắk Hòa" in found, address
        (plan, *_) = re.findall(r'href="(/ke-hoach/[^"?]+)"', found) or [""]
        assert client.get(plan or "/").status_code == 200
    (place,) = set(re.findall(r'href="(/dia-ban/[^"]+)"', client.get("/dia-ban").content.decode()))
    assert client.get(place).status_code == 200


def test_what_papers_say_of_work_is_of_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = DatabaseRegistry()
    registry.add([paper("a", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 30.908 tỷ đồng.")])
    asked: list[DatabaseRegistry] = []
    papers = DatabaseRegistry.standing_papers

    def added_meanwhile(view: DatabaseRegistry) -> Any:
        if asked:
            registry.add([paper("b", "Năm 2022, tỉnh Bắc Ninh có kim ngạch xuất khẩu đạt 45 tỷ USD.")])
        asked.append(view)
        return papers(view)

    monkeypatch.setattr(DatabaseRegistry, "standing_papers", added_meanwhile)
    work_board.work_of(registry.at_once())
    assert len(asked) == 1


def test_a_board_that_took_long_is_left_to_the_worker() -> None:
    registry = DatabaseRegistry()
    registry.add([paper("a", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 30.908 tỷ đồng.")])
    slow = boards.current()
    Board.objects.update(seconds=60)
    registry.add([paper("b", "Năm 2022, tỉnh Bắc Ninh có kim ngạch xuất khẩu đạt 45 tỷ USD.")])
    assert boards.current().id == boards.current().id == slow.id
    (job,) = Job.objects.all()
    run_job.call(job.id)
    made = boards.current()
    assert made.id != slow.id
    assert made.content == boards.content()


def test_a_first_board_of_much_is_left_to_the_worker_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    DatabaseRegistry().add([paper("a", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 30.908 tỷ đồng.")])
    monkeypatch.setattr(boards, "_QUICKLY", 0)
    for address in ("/", "/ke-hoach", "/chi-tieu", "/ket-qua-tong-hop", "/so-lieu-chua-thong-nhat", "/dia-ban"):
        answer = Client().get(address)
        assert answer.status_code == 200
        assert "Bảng theo dõi đang được lập" in answer.content.decode(), address
        assert answer.headers["Cache-Control"] == "no-store"
    assert Client().get("/ke-hoach?format=csv").status_code == 503
    boards.ask_ahead()
    (job,) = Job.objects.all()
    run_job.call(job.id)
    boards.ask_ahead()
    assert Job.objects.count() == 1
    assert "đang được lập" not in Client().get("/").content.decode()


def test_internal_papers_are_neither_shown_nor_do_they_hide_public_ones() -> None:
    registry = DatabaseRegistry()
    registry.add([paper("cong-khai", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 30.908 tỷ đồng.")])
    registry.add([paper("noi-bo", "Năm 2022, tỉnh Bắc Ninh thu ngân sách nhà nước đạt 31.515 tỷ đồng.")])
    models.Document.objects.filter(name="noi-bo").update(access="internal")
    for address in (
        "/",
        "/chi-tieu",
        "/chi-tieu/budget_revenue/bac-ninh-1997",
        "/chi-tieu/budget_revenue/bac-ninh-1997?format=csv",
    ):
        found = Client().get(address).content.decode()
        assert "31.515" not in found, address
        assert "31515" not in found, address
        assert "30.908" in found or "30908" in found, address


def test_words_of_papers_never_become_formulas() -> None:
    assert exports._plain("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert exports._plain("-9,28%") == "'-9,28%"
    sheet = load_workbook(io.BytesIO(exports._workbook(["a"], [["=1+1"], ["\x01điều"]]))).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for cell in sheet["A"]] == [("a", "s"), ("=1+1", "s"), ("điều", "s")]


def test_a_target_entered_by_hand_leads_to_the_paper_or_names_the_person_that_it_goes_back_to() -> None:
    DatabaseRegistry().add([paper("nghi-quyet", "Nghị quyết về nhiệm vụ năm 2022 của tỉnh Bắc Ninh.")])
    period = parse_period("2022")
    assert period is not None
    known: dict[str, Any] = {
        "name": "GRDP", "indicator": "grdp", "measure": "growth", "unit": "percent",
        "comparator": "ge", "period": "2022",
    }  # fmt: skip
    slug = models.Document.objects.get().slug
    entries = [
        Entry(number="1", value=Decimal("8.5"), cited=slug, **known),
        Entry(number="2", value=Decimal(9), cited="Nguyễn Văn An", **known),
    ]
    load_plan(CONSOLE, "Kế hoạch năm 2022", "Bắc Ninh", period, entries)
    found = Client().get("/ke-hoach/bac-ninh-1997/yearly/2022").content.decode()
    assert f'<a href="/van-ban/{slug}">từ 8,5% trở lên</a>' in found
    assert "nhập tay, theo Nguyễn Văn An" in found
    assert 'href=""' not in found
    assert Client().get("/ke-hoach/bac-ninh-1997/yearly/2022?format=csv").status_code == 200


@pytest.mark.one_database
def test_a_value_of_each_of_several_years_is_a_series_of_its_own_said_in_words() -> None:
    text = (
        "Giai đoạn 2019-2022, thu ngân sách nhà nước trên địa bàn bình quân đạt 30.100 tỷ đồng/năm. Năm 2022, thu ngân "
        "sách nhà nước trên địa bàn đạt 31.000 tỷ đồng."
    )
    DatabaseRegistry().add([paper("a", text)])
    for lang, words in (("vi", "tính theo năm"), ("en", "per year")):
        found = Client().get(f"/chi-tieu/budget_revenue/bac-ninh-1997?lang={lang}").content.decode()
        assert words in found
