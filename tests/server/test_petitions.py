"""Proposals upward and numbers of tasks on their pages: what the public sees, what people enter, what goes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.server.laid_out import of_text
from tests.server.tasks_laid import client
from tests.server.unagreed import approve_all

from camket.errors import UsageError
from camket.server.pages.models import Board
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.answer_petition import answer_petition
from camket.server.registry.actions.withdraw import withdraw_and_erase
from camket.server.registry.intake import Arrival, take_in

pytestmark = pytest.mark.django_db
ASKED = (
    "UBND TỈNH BẮC NINH\nSố: {number}/BC-UBND\nBắc Ninh, ngày 10 tháng 3 năm 2026\nBÁO CÁO\nTình hình quý I\n"
    "UBND tỉnh kiến nghị Bộ Tài chính bố trí {money} tỷ đồng vốn ngân sách Trung ương để đầu tư cầu {bridge}.\n"
)
ANSWER = (
    "BỘ TÀI CHÍNH\nSố: 77/BTC-NSNN\nHà Nội, ngày 20 tháng 4 năm 2026\nV/v trả lời kiến nghị của UBND tỉnh Bắc Ninh\n"
    "Trả lời Báo cáo số 31/BC-UBND ngày 10/3/2026 của UBND tỉnh Bắc Ninh về việc bố trí 2.400 tỷ đồng vốn ngân sách "
    "Trung ương để đầu tư cầu Kênh Vàng: đề nghị tỉnh chủ động cân đối, bố trí nguồn.\n"
)
NUMBERS = (
    "UBND TỈNH BẮC NINH\nSố: 50/BC-UBND\nBắc Ninh, ngày 20 tháng 10 năm 2025\nBÁO CÁO\nKết quả nhiệm vụ\n"
    "Tính đến ngày 20/10/2025, có 9.831 nhiệm vụ được giao, trong đó đã hoàn thành 7.892 nhiệm vụ, đang thực hiện "
    "trong hạn 1.602 nhiệm vụ, quá hạn 319 nhiệm vụ.\n"
)


def loaded(name: str, text: str, access: str = "public") -> models.Document:
    extraction, data = of_text(name, text)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=date(2026, 8, 1), access=access)])
    Board.objects.all().delete()  # on a slow machine the last one is shown for some seconds more
    return models.Document.objects.get(name__startswith=name)


def asked(number: int = 31, money: str = "2.400", bridge: str = "Kênh Vàng", access: str = "public") -> models.Document:
    return loaded(f"bc-{number}", ASKED.format(number=number, money=money, bridge=bridge), access)


def mention() -> str:
    return bytes(models.Fact.objects.get(kind=3, superseded=False).mention).hex()


def page(asked_by: Client | None = None, address: str = "/kien-nghi") -> str:
    text: str = (asked_by or Client()).get(address).content.decode()
    return text


def test_a_proposal_waits_until_its_answer_and_the_refusal_in_polite_words_is_one() -> None:
    asked()
    assert "chưa được trả lời 31 ngày" in page(address="/kien-nghi?ngay=2026-04-10")
    loaded("cv", ANSWER)
    told = page(address="/kien-nghi?trang-thai=khong-chap-thuan")
    assert "cầu Kênh Vàng" in told and "trả lời sau 41 ngày" in told
    assert "chủ động cân đối" in told and "77/BTC-NSNN" in told
    assert "chưa được trả lời 31 ngày" in page(address="/kien-nghi?ngay=2026-04-10")  # of that day nothing has changed
    assert "cầu Kênh Vàng" not in page(address="/kien-nghi?trang-thai=chua-tra-loi")


def test_the_public_sees_those_of_public_papers() -> None:
    asked()
    asked(32, "900", "Hồ Tây", "internal")
    assert "Kênh Vàng" in page()
    assert "Hồ Tây" not in page()
    assert "Hồ Tây" in page(client("can-bo", "officer"))


def test_an_internal_answer_is_not_told_to_the_public() -> None:
    asked()
    loaded("cv", ANSWER, "internal")
    assert "77/BTC-NSNN" not in page()
    answer_petition(CONSOLE, mention(), "rejected", paper=models.Document.objects.get(name__startswith="cv").slug)
    told = page(address=f"/kien-nghi/{mention()}")
    assert "77/BTC-NSNN" not in told and "Không chấp thuận" in told
    assert "77/BTC-NSNN" in page(client("can-bo", "officer"), f"/kien-nghi/{mention()}")


def test_what_an_officer_enters_goes_before_what_was_found() -> None:
    asked()
    loaded("cv", ANSWER)
    office = client("can-bo", "officer")
    form = {
        "kind": "in_part",
        "number": "80/BTC",
        "day": "2026-05-02",
        "by": "Bộ Tài chính",
        "words": "Hỗ trợ một nửa.",
    }
    assert office.post(f"/kien-nghi/{mention()}", form).status_code == 302
    told = page(address="/kien-nghi?trang-thai=mot-phan")
    assert "Hỗ trợ một nửa." in told and "Do cán bộ nhập." in told
    for wrong in ({"kind": "maybe"}, {"day": ""}, {"day": "2026-13-01"}, {"words": "x" * 2001}):
        assert office.post(f"/kien-nghi/{mention()}", form | wrong).status_code == 400
    assert Client().post(f"/kien-nghi/{mention()}", form).status_code == 302  # led to the log-in
    assert models.PetitionReply.objects.count() == 1
    with pytest.raises(UsageError, match=r"work\.petition\.unknown"):
        answer_petition(CONSOLE, "00" * 16, "accepted", number="1/CV", day=date(2026, 5, 1))


@pytest.mark.django_db(transaction=True)
def test_words_go_with_the_paper_that_asked_and_with_the_one_that_answered() -> None:
    paper, answer = asked(), loaded("cv", ANSWER)
    answer_petition(CONSOLE, mention(), "rejected", paper=answer.slug, words="Tỉnh tự cân đối.")
    withdraw_and_erase(CONSOLE, answer.slug, why="nhầm")
    row = models.PetitionReply.objects.get()
    assert (row.number, row.by, row.words, row.kind) == ("", "", "", "rejected")
    withdraw_and_erase(CONSOLE, paper.slug, why="nhầm")
    assert not models.PetitionReply.objects.exists()
    assert "Kênh Vàng" not in page()


def test_a_list_is_taken_as_a_file() -> None:
    asked()
    text = Client().get("/kien-nghi?format=csv&ngay=2026-04-10").content.decode("utf-8-sig")
    assert "cầu Kênh Vàng" in text.splitlines()[1] and ",31," in text.splitlines()[1]


def test_the_page_of_numbers_tells_the_total_that_its_parts_do_not_make() -> None:
    loaded("so-lieu", NUMBERS)
    approve_all()
    told = page(address="/so-lieu-nhiem-vu")
    assert "9.831 được nêu là tổng, nhưng các phần cộng lại là 9.813." in told
    assert "Nếu 1.602 là 1.620" in told
    assert "<strong>7.892</strong>" in told
    assert "Tính từ nhiệm vụ trong hệ thống" not in told
    assert "Tính từ nhiệm vụ trong hệ thống" in page(client("can-bo", "officer"), "/so-lieu-nhiem-vu")
    loaded("noi-bo", NUMBERS.replace("50/", "51/").replace("9.831", "9.999"), "internal")
    assert "9.999" not in page(address="/so-lieu-nhiem-vu")


def test_more_papers_ask_no_more(django_assert_max_num_queries: Any) -> None:
    for number in range(30):
        asked(100 + number, f"{number + 2}00", f"số {number} trên sông Cầu đoạn {number}")
    loaded("so-lieu", NUMBERS)
    for address, most in (("/kien-nghi", 16), ("/so-lieu-nhiem-vu", 12)):
        page(address=address)  # the board is made
        with django_assert_max_num_queries(most, info=address):
            assert Client().get(address).status_code == 200, address
