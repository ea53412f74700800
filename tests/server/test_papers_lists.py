"""Lists around papers: the papers themselves, differences, tallies, people, references, the method."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, page_of, row_of, samples
from tests.server.unagreed import approve_all

from camket.assess import assess
from camket.assess.thresholds import THRESHOLDS
from camket.server.accounts import add_user
from camket.server.pages import boards
from camket.server.registry import models
from camket.server.registry.models.entry import Sort

pytestmark = pytest.mark.django_db
LISTS = (
    "/van-ban", "/so-lieu-chua-thong-nhat", "/so-lieu-chua-thong-nhat?xem=phu-hop", "/ket-qua-tong-hop", "/nguoi",
    "/vien-dan", "/phuong-phap",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def papers(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    request.getfixturevalue("django_db_setup")
    with laid_out(django_db_blocker, samples(), published=True):
        with django_db_blocker.unblock():
            boards.refresh()
            approve_all()
            boards.made()
        yield


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_lists_are_light_whole_and_bounded(
    path: str, language: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        answer = Client().get(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert answer.status_code == 200
    assert len(answer.content) < 200_000
    page = page_of(answer)
    assert page.tags.count("h1") == 1
    assert len(page.ids) == len(set(page.ids))
    assert "{" not in page.text, "a sentence without its parameter"


@pytest.mark.parametrize("path", [each for each in LISTS if each != "/phuong-phap"])
def test_every_fact_that_is_linked_is_there(path: str) -> None:
    client = Client()
    links = {link for link in page_of(client.get(path)).links if link.startswith("/so-lieu/")}
    ids: dict[str, list[str]] = {}
    for link in sorted(links)[:40]:
        answer = client.get(link)
        if answer.status_code == 302:
            target, _, anchor = answer.headers["Location"].partition("#")
            if target not in ids:
                ids[target] = page_of(client.get(target)).ids
            assert anchor in ids[target]
        else:
            assert answer.status_code == 200


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"nam": "2022"}, {"04-", "05-", "06-", "08-"}),
        ({"nam": "2022", "loai": "report"}, {"05-", "06-"}),
        ({"loai": "resolution"}, {"03-"}),
        ({"nam": "1900"}, set()),
        ({"co-quan": "Cục Thống kê tỉnh Bắc Ninh"}, {"06-"}),
    ],
)
def test_papers_are_filtered_by_the_address(asked: dict[str, str], found: set[str]) -> None:
    links = page_of(Client().get("/van-ban", asked)).links
    assert {link for link in links if link.startswith("/van-ban/")} == {
        f"/van-ban/{row_of(name).slug}" for name in found
    }


@pytest.mark.parametrize(
    "asked", [{"nam": "x"}, {"nam": "0000"}, {"nam": "٢٠٢٢"}, {"loai": "không"}, {"trang": "x"}, {"trang": "-3"}]
)
def test_an_odd_filter_breaks_nothing(asked: dict[str, str]) -> None:
    assert Client().get("/van-ban", asked).status_code == 200


def test_papers_come_newest_first_fifty_a_page() -> None:
    days = [row.said_on for row in models.Document.objects.order_by("-said_on") if row.said_on]
    text = page_of(Client().get("/van-ban")).text
    assert days[0] > days[-1]
    assert text.index("20/01/2026") < text.index("26/9/2020")
    row = row_of("04-")
    for number in range(60):
        row.pk, row.sha256, row.slug = None, bytes([number]) * 32, f"ban-{number}"
        row.save()
    first, second = page_of(Client().get("/van-ban?nam=2022")), page_of(Client().get("/van-ban?nam=2022&trang=2"))
    assert len({link for link in first.links if link.startswith("/van-ban/")}) == 50
    assert len({link for link in second.links if link.startswith("/van-ban/")}) == 14
    assert "/van-ban?nam=2022&trang=2" in first.links
    assert "/van-ban?nam=2022" in second.links


def test_differences_are_those_of_the_scoreboard_each_side_with_its_sentence() -> None:
    board = assess([extraction for extraction, _ in samples()], with_published=True)
    page = page_of(Client().get("/so-lieu-chua-thong-nhat"))
    assert f"Tất cả ({len(board.contradictions)})" in page.text
    assert "16.470 tỷ đồng" in page.text
    assert "mâu thuẫn" not in page.text
    compatible = page_of(Client().get("/so-lieu-chua-thong-nhat?xem=phu-hop"))
    assert f"Tất cả ({len(board.compatible)})" in compatible.text
    assert "19/26" in compatible.text
    assert "22/26" in compatible.text


def test_the_overview_counts_the_differences_that_its_link_shows() -> None:
    overview = page_of(Client().get("/"))
    told = re.search(r"(\d+) chỗ số liệu chưa thống nhất", overview.text)
    (link,) = (each for each in overview.links if each.startswith("/so-lieu-chua-thong-nhat?"))
    page = page_of(Client().get(link))
    assert told is not None
    assert f"Tất cả ({told[1]})" in page.text
    assert "/so-lieu-chua-thong-nhat" in page.links  # to those of all places
    kinds = [each for each in page.links if "loai=" in each]
    assert kinds == [] or all("dia-ban=bac-ninh-1997" in each for each in kinds)
    everywhere = page_of(Client().get("/so-lieu-chua-thong-nhat?dia-ban=khong-co"))
    assert everywhere.text.count("Tất cả (") == page_of(Client().get("/so-lieu-chua-thong-nhat")).text.count("Tất cả (")


def test_what_may_not_be_seen_takes_no_side_in_a_difference() -> None:
    models.Document.objects.filter(name__startswith="05-").update(access="internal")
    for path in ("/so-lieu-chua-thong-nhat", "/so-lieu-chua-thong-nhat?format=csv"):
        text = Client().get(path).content.decode()
        assert "16.470 tỷ đồng" not in text
        assert "214/BC-UBND" not in text


def test_tallies_stand_beside_what_is_counted() -> None:
    text = page_of(Client().get("/ket-qua-tong-hop")).text
    assert "Số đã công bố" in text
    assert "Số hệ thống tự tính" in text
    assert text.count("19/26 vượt") >= 2
    assert "Phù hợp" not in text  # what fits is not told either: those of which nothing is told would be known by it
    officer = Client()
    officer.force_login(add_user("can-bo", "mot-mat-khau-dai", "officer"))
    assert "Phù hợp" in page_of(officer.get("/ket-qua-tong-hop")).text


def test_claims_of_papers_that_may_not_be_seen_are_not_told() -> None:
    models.Document.objects.update(access="restricted")
    assert "19/26" not in Client().get("/ket-qua-tong-hop").content.decode()


def test_people_hold_positions_over_time() -> None:
    client = Client()
    people = page_of(client.get("/nguoi"))
    assert "/nguoi/ngo-bao-quyen" in people.links
    person = page_of(client.get("/nguoi/ngo-bao-quyen"))
    assert "Ngô Bảo Quyên" in person.text
    assert "Bí thư Tỉnh ủy" in person.text
    assert sum(link.startswith("/so-lieu/") for link in person.links) >= 3
    assert client.get("/nguoi/khong-ai").status_code == 404


@pytest.mark.parametrize(("typed", "there"), [("ngô bảo", True), ("NGO BAO", True), ("qwxyz", False)])
def test_people_are_found_by_a_part_of_their_names(typed: str, there: bool) -> None:
    assert ("/nguoi/ngo-bao-quyen" in page_of(Client().get("/nguoi", {"q": typed})).links) is there


def test_names_that_differ_in_marks_are_two_people() -> None:
    entry = models.Entry.objects.filter(sort=Sort.PEOPLE, label="ngo-bao-quyen").first()
    other = models.Entry.objects.filter(sort=Sort.PEOPLE).exclude(label="ngo-bao-quyen").first()
    assert entry is not None
    assert other is not None
    models.Entry.objects.filter(id=other.id).update(label="ngo-bao-quyen")
    page = page_of(Client().get("/nguoi/ngo-bao-quyen"))
    assert page.tags.count("h2") == 2


def test_cited_papers_come_most_cited_first_and_lead_to_the_paper_where_it_is_kept() -> None:
    client = Client()
    page = page_of(client.get("/vien-dan"))
    counts = [int(part.split(" ")[0]) for part in page.text.split("(")[1:] if "văn bản viện dẫn)" in part]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1
    assert "/vien-dan/18-kh-ubnd" in page.links
    cited = page_of(client.get("/vien-dan/18-kh-ubnd"))
    assert f"/van-ban/{row_of('04-').slug}" in cited.links
    assert "Kế hoạch số 18/KH-UBND" in cited.text
    assert client.get("/vien-dan/khong-co").status_code == 404


def test_the_method_tells_the_numbers_that_the_program_works_with() -> None:
    text = page_of(Client().get("/phuong-phap")).text
    assert f"{THRESHOLDS.nearly * 100:.0f}%" in text
    assert "0,8 lần" in text
    assert "chính thức → sơ bộ → thực hiện → ước lần 2 → ước lần 1, ước thực hiện" in text
    assert "cơ quan thống kê → báo cáo" in text


@pytest.mark.parametrize("path", ["/van-ban", "/so-lieu-chua-thong-nhat", "/ket-qua-tong-hop", "/nguoi", "/vien-dan"])
def test_lists_can_be_taken_as_files(path: str) -> None:
    client = Client()
    page = page_of(client.get(path))
    assert f"{path}?format=csv" in page.links
    answer = client.get(f"{path}?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) > 2
    assert len({len(row) for row in rows}) == 1
    assert all(row[-1].startswith("http://testserver/") for row in rows[1:])
    assert client.get(f"{path}?format=xlsx").content.startswith(b"PK")
