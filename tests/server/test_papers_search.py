"""Search: what is found, in which order, with and without marks, and how a number's sentence is reached."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, of_text, page_of, row_of, samples

from camket.server.registry import models
from camket.server.registry.access import PUBLIC
from camket.server.registry.acting import CONSOLE, Act
from camket.server.registry.finding import asked, find_facts, find_papers
from camket.server.registry.searching import entries_of, index
from camket.server.registry.withdrawing import take_out

pytestmark = pytest.mark.django_db
MARKED = "Văn bản một\nLễ hội Đền Đô mở cửa đón khách từ đầu xuân.\n"
UNMARKED = "Van ban hai\nLe hoi Den Do mo cua don khach tu dau xuan.\n"
OTHER_MARKS = "Văn bản ba\nĐèn đỏ ở ngã tư được lắp mới.\n"
APART = "Văn bản bốn\nĐền thờ được tu bổ; ga Đô Lương hoạt động trở lại.\n"


@pytest.fixture(scope="module", autouse=True)
def papers(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock():
        own = [
            of_text(f"rieng-{name}", text)
            for name, text in zip("abcd", (MARKED, UNMARKED, OTHER_MARKS, APART), strict=True)
        ]
    with laid_out(django_db_blocker, [*samples(), *own], published=True):
        yield


def names(query: str, among: str = "") -> list[str]:
    found = (hit.entry.name for hit in find_papers(asked(query), PUBLIC, 100))
    return [name for name in found if name.startswith(among)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Đền Đô", "abcd"),
        ("đền đô", "abcd"),
        (unicodedata.normalize("NFD", "Đền Đô"), "abcd"),
        ("\u00d0ền \u00d0ô", "abcd"),
        ("den do", "abcd"),
        ('"Đền Đô"', "abc"),
        ("“den do”", "abc"),
        ("đèn đỏ", "cab"),
        ("lễ hội đền đô mở cửa", "ab"),
        ("khách xuân", "a"),
        ("khach xuan", "ab"),
        ("khách xuân cua", "ab"),
        ("thờ Lương", "d"),
    ],
)
def test_words_in_a_row_come_before_words_apart_and_marks_that_agree_before_those_that_do_not(
    query: str, found: str
) -> None:
    assert names(query, "rieng-") == [f"rieng-{letter}" for letter in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("18/KH-UBND", ["04-ke-hoach-2022", "05-bao-cao-nam-2022", "06-bao-cao-thang-9-2022"]),
        ("346/TB-VP", ["07-thong-bao-ket-luan-2025"]),
        ("không có từ nào như qwxyz", []),
        ("", []),
        ("   ", []),
        ("!?;'\"", []),
        ("\"' OR 1=1 --", []),
        ("NEAR(a b) AND bare:", []),
        ("%", []),
    ],
)
def test_numbers_of_papers_are_found_and_no_sign_is_an_order(query: str, found: list[str]) -> None:
    assert names(query) == found


def test_a_title_comes_before_a_text() -> None:
    assert names("kế hoạch phát triển kinh tế - xã hội tỉnh Bắc Ninh năm 2022")[0] == "04-ke-hoach-2022"


def test_two_habits_of_writing_are_one() -> None:
    assert names("tỉ lệ hộ nghèo") == names("tỷ lệ hộ nghèo") != []
    assert set(names("ti le ho ngheo")) == set(names("ty le ho ngheo")) == set(names("tỷ lệ hộ nghèo"))


def test_facts_are_found_by_what_they_say_and_whom_they_name() -> None:
    def quotes(query: str) -> list[str]:
        return [hit.entry.shown for hit in find_facts(asked(query), PUBLIC, 20)]

    assert any("Quy hoạch tỉnh Bắc Ninh" in quote for quote in quotes("quy hoach tinh bac ninh"))
    assert "Ngô Bảo Quyên" in quotes("ngo bao quyen")
    assert quotes("qwxyz") == []


def test_growth_of_a_year_is_answered_and_its_sentence_is_reached_in_three_clicks() -> None:
    client = Client()
    page = page_of(client.get("/tim-kiem", {"q": "tăng trưởng 2024"}))  # the first click: search
    assert "Tổng sản phẩm trên địa bàn (GRDP)" in page.text
    answer = client.get(next(link for link in page.links if link.startswith("/so-lieu/")))  # the second: the number
    assert answer.status_code == 302
    target, _, anchor = answer.headers["Location"].partition("#")
    shown = page_of(client.get(target))
    assert "6,03%" in shown.marks[anchor]
    assert "6,03%" in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("tang truong 2024", "6,03%"),
        ("tăng trưởng GRDP Bắc Ninh 2022", "7,39%"),
        ("GRDP growth 2022", "7,39%"),
        ("tăng trưởng bắc giang 2024", "Tỉnh Bắc Giang"),
        ("thu ngân sách 2022", "Thu ngân sách nhà nước trên địa bàn"),
    ],
)
def test_numbers_in_use_answer(query: str, said: str) -> None:
    text = page_of(Client().get("/tim-kiem", {"q": query})).text
    answers = text[text.index("Số liệu đang sử dụng") : text.index("Bấm vào con số")]
    assert said in answers


def test_an_area_that_was_named_is_the_only_one_that_answers() -> None:
    text = page_of(Client().get("/tim-kiem", {"q": "tăng trưởng Bắc Giang 2024"})).text
    answers = text[text.index("Số liệu đang sử dụng") : text.index("Bấm vào con số")]
    assert "Tỉnh Bắc Giang" in answers
    assert "Tỉnh Bắc Ninh" not in answers


def test_without_a_year_the_latest_number_answers_first() -> None:
    text = page_of(Client().get("/tim-kiem", {"q": "giải ngân vốn đầu tư công"})).text
    answers = text[text.index("Số liệu đang sử dụng") : text.index("Bấm vào con số")]
    assert "2025" in answers
    assert answers.index("2025") < answers.index("2022")


def test_what_was_typed_is_shown_and_not_obeyed() -> None:
    page = page_of(Client().get("/tim-kiem", {"q": "<script>alert(1)</script>\u202e\x00"}))
    assert "script" not in page.tags
    assert "\u202e" not in page.text
    assert "Không tìm thấy gì" in page.text


@pytest.mark.parametrize("query", ["", "đầu tư công", "qwxyz", "tăng trưởng 2024", "a" * 5_000, "từ " * 500])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_is_light_and_asks_the_database_a_bounded_number_of_times(
    query: str, language: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(22):
        answer = Client().get("/tim-kiem", {"q": query, "lang": language})
    assert answer.status_code == 200
    assert len(answer.content) < 100_000


def test_hits_are_marked_in_what_is_shown() -> None:
    page = Client().get("/tim-kiem", {"q": "den do"}).content.decode()
    assert "<mark>Đền Đô</mark>" in page
    assert "<mark>Den Do</mark>" in page


def test_english_is_spoken_throughout() -> None:
    text = page_of(Client().get("/tim-kiem?q=t%C4%83ng+tr%C6%B0%E1%BB%9Fng+2024&lang=en")).text
    for said in ("Values in use", "Gross regional domestic product (GRDP)", "6.03%", "In papers"):
        assert said in text


def test_the_index_follows_the_papers() -> None:
    row = row_of("rieng-a")
    models.Document.objects.filter(id=row.id).update(title="Hội Lim")
    row.refresh_from_db()
    index([row])
    assert names("hoi lim")[0] == "rieng-a"
    index([row])
    assert models.Entry.objects.filter(document=row).count() == len(entries_of(row))
    take_out(Act(CONSOLE, timezone.now()), row.slug, "thử")
    assert "rieng-a" not in names("đền đô")
    assert names("hoi lim") == []


def test_of_several_sources_of_one_text_one_is_found() -> None:
    rows = (row_of("rieng-a"), row_of("rieng-b"))
    first, other = sorted(rows, key=lambda row: (row.said_on or date.max, bytes(row.sha256)))
    models.Document.objects.filter(id=other.id).update(stands_for=first, text_key=first.text_key)
    assert names("den do", "rieng-") == [first.name, "rieng-c", "rieng-d"]


def test_a_text_longer_than_one_entry_is_found_to_its_end() -> None:
    row = row_of("rieng-d")
    text = "Mở đầu.\n" + "Dòng giữa không có gì đáng tìm.\n" * 6_000 + "Kết thúc bằng chữ xylophone hiếm.\n"
    models.DocumentText.objects.filter(document=row).update(text=text)
    index([row])
    assert models.Entry.objects.filter(document=row, sort=11).count() > 3
    assert names("xylophone hiếm") == ["rieng-d"]
    page = page_of(Client().get("/tim-kiem?q=xylophone"))
    assert any(link.startswith(f"/van-ban/{row.slug}?tu=") for link in page.links)
    assert "xylophone" in page.text


@pytest.mark.one_database
def test_what_was_found_is_taken_as_a_file_with_the_address_of_each_sentence() -> None:
    answer = Client().get("/tim-kiem", {"q": "tang truong 2024", "format": "csv"})
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[0] == ["Loại kết quả", "Đã tìm thấy", "Chi tiết", "Nguồn", "Địa chỉ câu trích"]
    answers = [line for line in lines[1:] if line[2].startswith("Tổng sản phẩm trên địa bàn (GRDP)")]
    assert answers and all(re.fullmatch(r"http://testserver/so-lieu/[0-9a-f]{32}", line[4]) for line in answers)
    assert any("/van-ban/" in line[4] for line in lines[1:])
