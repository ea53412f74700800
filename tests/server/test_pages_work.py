"""Pages of tasks: what they show of a day, files and calendars taken from them; queries never grow with rows."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.server.laid_out import of_text, page_of
from tests.server.tasks_laid import BODY, OTHER, At, a_task, client, given, happens, paper, report, who

from camket.model.task import Due, TaskSource
from camket.report.calendar import CalendarEntry, calendar
from camket.server.registry import models
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.tasking import Deed

pytestmark = pytest.mark.django_db
PAGES = {
    "/nhiem-vu": 17, "/nhiem-vu?tu-khoa=ra+soat&nhom=qua-han": 17, "/nhiem-vu?ngay=2026-06-20": 17, "/viec-cua-toi": 24,
    "/don-vi": 11, f"/don-vi/{BODY}": 14, "/lanh-dao": 20, "/nhiem-vu/{number}": 26, "/nhiem-vu/them": 8,
    f"/don-vi/{BODY}/nhiem-vu.ics": 9, "/nhiem-vu/ty-le?theo=thang": 8, "/nhiem-vu/ty-le?theo=don-vi": 8,
}  # fmt: skip
"""Addresses, with the most queries that each may ask."""


def lay(count: int) -> list[int]:
    """Tasks with a life each: taken, reported, one in three returned, one in three confirmed."""
    with At(2026, 6, 1):
        leads = [OTHER if place % 3 == 2 else BODY for place in range(count)]
        numbers = [given(lead=lead, supporting=("thong-ke-tinh",)) for lead in leads]
    people = {BODY: who("so", "department", BODY), OTHER: who("so-xay", "department", OTHER)}
    for place, (number, lead) in enumerate(zip(numbers, leads, strict=True)):
        with At(2026, 6, 19):
            happens(people[lead], number, report(day=date(2026, 6, 18)))
        with At(2026, 6, 20):
            told = Deed(kind="returned", words="thiếu") if place % 3 else Deed(kind="confirmed")
            happens(who("van-phong", "officer"), number, told)
    return numbers


def test_queries_never_grow_with_rows(django_assert_max_num_queries: Any) -> None:
    numbers = lay(4)
    office = client("van-phong", "officer")

    def ask_all() -> None:
        for address, most in PAGES.items():
            with django_assert_max_num_queries(most, info=address):
                assert office.get(address.format(number=numbers[0])).status_code == 200, address

    ask_all()
    lay(25)
    ask_all()


def tiles(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'<a class="big [^"]*" href="[^"]*">(\d+)</a>', page)]


def test_a_body_is_shown_as_of_a_day_and_its_links_keep_the_day() -> None:
    lay(3)
    office = client("van-phong", "officer")
    now = office.get(f"/don-vi/{BODY}").content.decode()
    then = office.get(f"/don-vi/{BODY}?ngay=2026-06-19").content.decode()
    assert (tiles(now), tiles(then)) == ([1, 0, 0, 1], [0, 0, 2, 0])
    assert "ngay=2026-06-19" in then
    assert "Số liệu tính đến hết ngày 19/6/2026" in then
    assert tiles(office.get(f"/don-vi/{BODY}?ngay=2026-05-31").content.decode()) == [0, 0, 0, 0]


@pytest.mark.parametrize(("day", "shown"), [("2026-06-19", "19/6/2026"), ("2999-01-01", ""), ("khong", ""), ("", "")])
def test_a_day_that_is_none_or_to_come_is_today(day: str, shown: str) -> None:
    lay(1)
    page = client("van-phong", "officer").get(f"/nhiem-vu?ngay={day}").content.decode()
    assert ("tính đến " + shown in page) if shown else ("2026-06-19" not in page)


def test_the_list_is_taken_as_csv_and_as_excel_with_its_filters() -> None:
    numbers = lay(3)
    office = client("van-phong", "officer")
    answer = office.get("/nhiem-vu?format=csv&nhom=qua-han&don-vi=so-tai-chinh").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(answer)))
    assert [row["Số nhiệm vụ"] for row in rows] == [str(numbers[1])]
    row = rows[0]
    assert (row["Cơ quan chủ trì"], row["Cơ quan phối hợp"]) == ("Sở Tài chính", "Thống kê tỉnh")
    assert (row["Thời hạn"], row["Trạng thái"]) == ("2026-06-30", "Trả lại (yêu cầu hoàn thiện)")
    assert row["Văn bản giao nhiệm vụ"] == "215/TB-VP"
    book = load_workbook(io.BytesIO(office.get("/nhiem-vu?format=xlsx").content))
    assert book.worksheets[0].max_row == 4


def test_filters_of_the_address() -> None:
    lay(3)
    office = client("van-phong", "officer")
    for asked, count in (
        ("tu-khoa=RA+SOAT+thu", 3), ("tu-khoa=khong+co", 0), ("trang-thai=returned", 2), ("cap-giao=committee", 3),
        ("cap-giao=chair", 0), ("nguoi-giao=UBND tỉnh", 3), ("don-vi=so-xay-dung", 1), ("phoi-hop=thong-ke-tinh", 3),
        ("trong-tam=1", 0),
        ("nhom=dung-han", 1), ("nhom=khong-co-nhom", 3), ("chuyen-vien=ai", 0), ("van-ban=khong-co", 0),
    ):  # fmt: skip
        page = office.get(f"/nhiem-vu?{asked}").content.decode()
        assert page.count('<th scope="row"') == count, asked


SHARES = {
    "cap-giao": {"UBND tỉnh": ["1/3", "1/3", "1/1", "2/3", "3/3"]},
    "nguoi-giao": {"UBND tỉnh": ["1/3", "1/3", "1/1", "2/3", "3/3"]},
    "thang": {"6/2026": ["1/3", "1/3", "1/1", "2/3", "3/3"]},
    "trong-tam": {"Nhiệm vụ khác": ["1/3", "1/3", "1/1", "2/3", "3/3"]},
    "don-vi": {"Sở Xây dựng": ["0/1", "0/1", "0/0", "1/1", "1/1"],
               "Sở Tài chính": ["1/2", "1/2", "1/1", "1/2", "2/2"]},
}  # fmt: skip
"""What each way of grouping shows, by group."""


def test_shares_by_groups_have_their_denominators_and_lead_to_their_tasks() -> None:
    lay(3)
    office = client("van-phong", "officer")
    with At(2026, 7, 2):
        for way, rows in SHARES.items():
            page = office.get(f"/nhiem-vu/ty-le?theo={way}").content.decode()
            found = re.findall(r'<th scope="row" role="rowheader">([^<]*)</th>(.*?)</tr>', page, re.DOTALL)
            told = {
                name: ["/".join(re.findall(r">(\d+)</a>", cell)) for cell in re.findall(r"<small>(.*?)</small>", row)]
                for name, row in found
            }
            assert told == rows, way
            for address, count in re.findall(r'<a href="(/nhiem-vu[^"]*)" title="[^"]*">(\d+)</a>', page):
                there = office.get(address.replace("&amp;", "&")).content.decode()
                assert there.count('<th scope="row"') == int(count), address
            assert office.get(f"/nhiem-vu/ty-le?theo={way}&format=csv").status_code == 200


def test_a_department_sees_its_own_tasks_and_those_it_helps_with() -> None:
    lay(3)
    own = client("tai-chinh", "department", BODY).get("/nhiem-vu").content.decode()
    helps = client("thong-ke", "department", "thong-ke-tinh").get("/nhiem-vu").content.decode()
    none = client("noi-vu", "department", "so-noi-vu").get("/nhiem-vu").content.decode()
    assert [each.count('<th scope="row"') for each in (own, helps, none)] == [2, 3, 0]
    assert 'id="mo-lai"' not in client("tai-chinh").get("/nhiem-vu/1").content.decode()


NEWS = (
    "Tỉnh Bắc Ninh họp về giải ngân\nNgày {day}, đồng chí Nguyễn Văn Minh, Chủ tịch UBND tỉnh chủ trì phiên họp. "
    "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát kịch bản tăng trưởng từng ngành, báo cáo trước ngày 30/6/2026.\n"
)


def test_news_that_tell_of_a_directive_wait_on_the_desk_without_a_clock_and_not_for_ever() -> None:
    news = loaded("tin-hop", NEWS.format(day="05/6/2026"), source_kind="press")
    loaded("tin-cu", NEWS.format(day="05/3/2026"), source_kind="press")
    notice = loaded("thong-bao", NOTICE_PAPER)
    office = client("van-phong", "officer")
    with At(2026, 6, 8):
        page = office.get("/viec-cua-toi").content.decode()
        papers, _, told = page.partition('id="news-h"')
        assert f"/van-ban/{notice.slug}/nhiem-vu" in papers and "nhập trước hết ngày" in papers
        assert re.findall(r'href="/van-ban/([^"]+)/nhiem-vu"', told) == [news.slug]
        assert "nhập trước" not in told
        office.post(f"/van-ban/{news.slug}/nhiem-vu/khong")
        assert 'id="news-h"' not in office.get("/viec-cua-toi").content.decode()


WORK = "rà soát các dự án chậm giải ngân, điều chuyển vốn sang dự án có khả năng hấp thụ"
HANDED_ON = (
    "VĂN PHÒNG UBND TỈNH BẮC NINH\nSố: 216/TB-VP\nBắc Ninh, ngày 08 tháng 6 năm 2026\nTHÔNG BÁO\nKết luận của Chủ tịch "
    f"UBND tỉnh\n1. Giao Sở Tài chính chủ trì {WORK}, báo cáo trước ngày 30/6/2026.\n"
)
LETTER = (
    "UBND TỈNH BẮC NINH\nSỞ TÀI CHÍNH\nSố: 1520/STC-ĐT\nBắc Ninh, ngày 10 tháng 6 năm 2026\nV/v rà soát dự án\n"
    "Kính gửi: UBND các xã, phường.\nThực hiện Kết luận số 45-KL/TU ngày 05/6/2026, Sở Tài chính yêu cầu UBND "
    f"phường Nếnh {WORK}, gửi về Sở Tài chính trước ngày 20/6/2026.\n"
)


def taken_apart(office: Client, row: models.Document, choice: str) -> str:
    """Make tasks of a paper's first draft with one of the choices that its page offers; the page."""
    page = office.get(f"/van-ban/{row.slug}/nhiem-vu").content.decode()
    (before,) = set(re.findall(r'name="([0-9a-f]+-)take"', page))
    values = dict(re.findall(rf'name="{before}(text|lead|due_day|giver)"[^>]*value="([^"]*)"', page))
    form = {f"{before}{name}": value for name, value in values.items()}
    form |= {f"{before}text": WORK, f"{before}due_kind": "fixed", f"{before}tracked": "1", f"{before}take": "1"}
    assert office.post(f"/van-ban/{row.slug}/nhiem-vu/giao", {**form, f"{before}same": choice}).status_code == 302
    return page


def test_what_the_committee_hands_on_is_one_task_of_who_does_it() -> None:
    notice, office = loaded("thong-bao-216", HANDED_ON), client("van-phong", "officer")
    with At(2026, 6, 9):
        source = TaskSource(number="45-KL/TU", day=date(2026, 6, 5), giver="tinh-uy", level="party", quote=WORK)
        party = given(text=WORK, lead="dang-uy-ubnd-tinh", giver="tinh-uy", level="party", sources=(source,))
        page = taken_apart(office, notice, str(party))
    assert f'same" value="{party}" checked' in page
    task = models.Task.objects.exclude(id=party).get()
    assert task.lead == BODY
    assert {each.number for each in task.sources.all()} == {"216/TB-VP", "45-KL/TU"}
    assert models.TaskSpan.objects.get(task=party, until__isnull=True).state == "closed"


def test_what_the_leading_body_hands_to_others_is_offered_as_part_of_its_task() -> None:
    letter, office = loaded("cong-van-1520", LETTER), client("van-phong", "officer")
    with At(2026, 6, 11):
        whole = given(text=WORK, giver="dang-uy-ubnd-tinh", level="party")
        page = taken_apart(office, letter, f"phan-{whole}")
    assert 'same" value="" checked' in page and f'same" value="phan-{whole}">' in page
    task = models.Task.objects.exclude(id=whole).get()
    assert (task.parent_id, task.lead) == (whole, "UBND phường Nếnh")
    assert models.TaskSpan.objects.get(task=whole, until__isnull=True).state == "given"


def loaded(name: str, text: str, **head: str) -> models.Document:
    extraction, data = of_text(name, text)
    document = extraction.document
    made = msgspec.structs.replace(document, head=msgspec.structs.replace(document.head, **head))
    read = msgspec.structs.replace(extraction, document=made)
    take_in([Arrival(extraction=read, size=len(data), read_on=date(2026, 6, 8), access="public")])
    return models.Document.objects.get(name__startswith=name)


NOTICE_PAPER = (
    "VĂN PHÒNG UBND TỈNH BẮC NINH\nSố: 215/TB-VP\nBắc Ninh, ngày 08 tháng 6 năm 2026\nTHÔNG BÁO\nKết luận của Chủ tịch "
    "UBND tỉnh\n1. Giao Sở Xây dựng chủ trì rà soát quy hoạch phân khu, báo cáo trước ngày 30/6/2026.\n"
)


def test_who_confirms_from_an_old_page_is_told_who_was_first() -> None:
    with At(2026, 6, 21):
        number = given()
        happens(who("so", "department", BODY), number, report())
        one, two = client("mot", "officer"), client("hai", "officer")
        assert one.post(f"/nhiem-vu/{number}/xac-nhan", {"seen": "1"}).status_code == 302
        answer = two.post(f"/nhiem-vu/{number}/xac-nhan", {"seen": "1", "words": "đủ"})
    assert answer.status_code == 409
    assert "vừa được mot thay đổi" in answer.content.decode()
    assert models.TaskEvent.objects.filter(kind="confirmed").count() == 1


def test_what_was_typed_is_kept_where_it_is_refused() -> None:
    with At(2026, 6, 21):
        number = given()
        office = client("mot", "officer")
        answer = office.post(
            f"/nhiem-vu/{number}/gia-han", {"seen": "0", "paper_number": "240/TB", "due": "2026-09-30"}
        )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Cần văn bản (số ký hiệu, ngày)" in page
    assert 'value="240/TB"' in page
    assert 'value="2026-09-30"' in page
    opened = page.partition('<details open id="gia-han">')[2].partition("</details>")[0]
    assert 'role="alert"' in opened and page.count('role="alert"') == 1  # said where it was typed
    assert f'action="/nhiem-vu/{number}/gia-han#gia-han"' in opened  # and that is where one lands


@pytest.mark.one_database
def test_the_words_of_a_due_stand_beside_the_first_one_and_nobody_is_offered_to_confirm_himself() -> None:
    words = "trong vòng 10 ngày làm việc"
    term = Due(kind="relative", days=10, working=True, day=date(2026, 6, 15), words=words)
    with At(2026, 6, 10):
        number = given(due=term)
        office, other = client("mot", "officer"), client("hai", "officer")
        page = page_of(office.get(f"/nhiem-vu/{number}"))
        later = Due(kind="fixed", day=date(2026, 7, 15))
        moved = Deed(kind="extended", paper=paper("9/UBND-TH", date(2026, 6, 10)), due=later)
        happens(who("mot", "officer"), number, moved)
        after = page_of(office.get(f"/nhiem-vu/{number}"))
        happens(who("mot", "officer"), number, report(day=date(2026, 6, 10)))
        pages = [page_of(each.get(f"/nhiem-vu/{number}")) for each in (office, other)]
    assert f"15/6/2026 {words} (tính từ ngày của văn bản)" in page.text and "Ghi ngày bắt đầu tính hạn" not in page.text
    assert f"15/6/2026 {words}" in after.text and f"15/7/2026 {words}" not in after.text
    assert ["Xác nhận hoàn thành" in each.text for each in pages] == [False, True]


@pytest.mark.one_database
def test_a_term_typed_without_its_event_runs_from_the_day_of_its_paper() -> None:
    form = {"text": "lập báo cáo", "lead": "Sở Tài chính", "due_kind": "relative", "due_days": "10", "due_working": "1",
            "source_day": "2026-06-08", "tracked": "1"}  # fmt: skip
    with At(2026, 6, 10):
        client("mot", "officer").post("/nhiem-vu/them", form)
    assert models.Task.objects.get().due["day"] == "2026-06-22"


def test_a_fixed_due_without_its_day_is_refused_with_what_was_typed() -> None:
    office = client("mot", "officer")
    form = {"text": "lập báo cáo", "lead": "Sở Tài chính", "due_kind": "fixed", "source_day": "2026-06-20"}
    answer = office.post("/nhiem-vu/them", form)
    assert answer.status_code == 400
    assert "Chưa ghi ngày hết hạn" in answer.content.decode() and "lập báo cáo" in answer.content.decode()
    assert not models.Task.objects.exists()


def test_a_task_given_by_hand_and_read_in_english() -> None:
    with At(2026, 6, 21):
        office = client("mot", "officer")
        form = {
            "text": "báo cáo tình hình giải ngân", "lead": "Sở Tài chính", "supporting": "Sở Xây dựng; Thống kê tỉnh",
            "level": "chair", "due_kind": "fixed", "due_day": "2026-07-15", "source_kind": "oral", "tracked": "1",
            "source_day": "2026-06-20", "officer": "mot", "key": "1",
        }  # fmt: skip
        answer = office.post("/nhiem-vu/them", form)
        assert answer.status_code == 302
        page = page_of(office.get(f"{answer.headers['Location']}?lang=en"))
    task = models.Task.objects.get()
    assert (task.lead, [each.body for each in task.helpers.all()]) == (BODY, [OTHER, "thong-ke-tinh"])
    for word in ("Oral order", "Key task", "15 July 2026", "Follow-up officer"):
        assert word in page.text, word


def test_the_calendar_of_a_body_is_fetched_with_a_key_alone() -> None:
    with At(2026, 6, 21):
        given()
        body = client("tai-chinh", "release", BODY)
        page = body.post(f"/don-vi/{BODY}/lich").content.decode()
        (address,) = re.findall(r"http://testserver(/don-vi/[\w/-]+\.ics\?ma=[\w-]+)", page)
        program = Client()
        answer = program.get(address)
        other = address.replace(BODY, OTHER)
        assert (answer.status_code, program.get(other).status_code) == (200, 404)
        body.post(f"/don-vi/{BODY}/lich")
        assert program.get(address).status_code == 404
    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20260630\r\n" in text
    assert "SUMMARY:Rà soát nguồn thu\\, báo cáo UBND tỉnh\r\n" in text
    assert text.count("BEGIN:VALARM") == 3
    assert not re.search(r"ma=", models.Audit.objects.order_by("-number")[0].parameters)


def test_a_closed_account_fetches_nothing() -> None:
    with At(2026, 6, 21):
        given()
        page = client("tai-chinh", "release", BODY).post(f"/don-vi/{BODY}/lich").content.decode()
        (address,) = re.findall(r"http://testserver(/don-vi/[\w/-]+\.ics\?ma=[\w-]+)", page)
        user = models.Feed.objects.get().user
        user.is_active = False
        user.save()
        assert Client().get(address).status_code == 404


def test_lines_of_a_calendar_have_75_octets_and_no_broken_letter() -> None:
    entry = CalendarEntry(
        key="a@b", day=date(2026, 6, 30), title="Đẩy nhanh tiến độ, giải ngân; " * 9, about="một\nhai"
    )
    text = calendar("Sở", [entry], datetime(2026, 6, 1, tzinfo=UTC), (7,))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "Đẩy nhanh tiến độ\\, giải ngân\\; " * 9 in text.replace("\r\n ", "")
    assert "DESCRIPTION:một\\nhai" in text


def test_the_leaders_page_says_what_waits_for_his_word_and_what_comes() -> None:
    with At(2026, 6, 21):
        asked, coming = given(leader="Phó Chủ tịch A"), given(due=Due(kind="fixed", day=date(2026, 7, 10)), key=True)
        later = Due(kind="fixed", day=date(2026, 9, 1))
        happens(who("giam-doc", "release", BODY), asked, Deed(kind="asked", words="chờ hướng dẫn", due=later))
        page = client("phe-duyet", "approver").get("/lanh-dao").content.decode()
        alone = client("phe-duyet").get("/lanh-dao?lanh-dao=Phó+Chủ+tịch+A").content.decode()
    word, comes = page[page.index("word-h") : page.index("coming-h")], page[page.index("coming-h") :]
    assert f"/nhiem-vu/{asked}" in word
    assert f"/nhiem-vu/{coming}" not in word
    assert comes.index(f"/nhiem-vu/{coming}") < comes.index(f"/nhiem-vu/{asked}")  # a key task stands first
    assert (tiles(page), tiles(alone)) == ([0, 0, 2, 0], [0, 0, 1, 0])


def test_a_decision_shows_its_paper_in_the_history() -> None:
    with At(2026, 6, 21):
        number = given(sources=(TaskSource(number="215/TB-VP", day=date(2026, 6, 1), quote="câu"),))
        happens(who("duyet", "approver"), number, Deed(kind="dropped", paper=paper("241/TB-VP", date(2026, 6, 20))))
        page = page_of(client("duyet").get(f"/nhiem-vu/{number}"))
    assert "Dừng thực hiện" in page.text
    assert "241/TB-VP" in page.text
    assert a_task().text in page.text


@pytest.mark.parametrize(
    ("count", "asked", "shown", "value"),
    [
        (1, "", "Chưa đủ căn cứ xếp loại", "1/1 (100%)"),
        (1, "points=khong", "Chưa đủ căn cứ xếp loại", "1/1 (100%)"),
        (1, "points=75&wrongdoing=0", "Hoàn thành tốt nhiệm vụ", "1/1 (100%)"),
        (3, "points=75", "Không hoàn thành nhiệm vụ", "1/2 (50%)"),  # under 70 % of the due ones are done
    ],
)
def test_the_class_of_a_body_is_said_as_far_as_it_is_known(count: int, asked: str, shown: str, value: str) -> None:
    lay(count)
    with At(2026, 11, 2):
        page = client("van-phong", "officer").get(f"/don-vi/{BODY}/xep-loai?{asked}").content.decode()
    assert re.search(rf'<h2 id="class-h">{shown}</h2>', page)
    assert value in page
