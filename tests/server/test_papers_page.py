"""The page of a paper: marks hold the letters of their facts, anchors are there, nothing of a paper is obeyed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, of_text, page_of, row_of, samples

from camket.report.marked import shown
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Act
from camket.server.registry.withdrawing import take_out

pytestmark = pytest.mark.django_db
HOSTILE = (
    "<script>alert('x')</script> & \"Báo cáo\"\nNăm 2022, GRDP tỉnh Bắc Ninh tăng 7,39% <img src=x onerror=alert(1)>.\n"
    "Thu ngân sách\u202e đạt 30.000 tỷ đồng\x1b[31m năm 2022.\n</div></main><h1>giả</h1>\n"
)
_LINE = (
    "Năm {year}, GRDP của tỉnh Bắc Ninh tăng {growth}%, thu ngân sách nhà nước trên địa bàn đạt {revenue} tỷ đồng.\n"
)
LONG = "BÁO CÁO\nTình hình kinh tế - xã hội\n" + "".join(
    _LINE.format(year=1998 + number % 25, growth=f"{number % 17},{number % 10}", revenue=20_000 + number)
    for number in range(700)
)


@pytest.fixture(scope="module", autouse=True)
def papers(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock():
        others = [of_text("hiem-hoa", HOSTILE), of_text("dai", LONG)]
    with laid_out(django_db_blocker, [*samples(), *others]):
        yield


def address(name: str) -> str:
    return f"/van-ban/{row_of(name).slug}"


@pytest.mark.parametrize("number", range(1, 13))
def test_marks_hold_the_letters_of_their_facts_and_every_fact_has_its_anchor(number: int) -> None:
    row = row_of(f"{number:02}-")
    extraction = next(each for each, _ in samples() if each.document.id == row.name)
    page = page_of(Client().get(f"/van-ban/{row.slug}"))
    facts = [fact for _, fact in extraction.facts()]
    assert facts
    for fact in facts:
        assert page.marks[fact.id] == fact.quote
        assert page.ids.count(fact.id) == page.ids.count(f"f-{fact.id}") == 1
        assert f"#{fact.id}" in page.links


def test_every_link_within_the_page_has_its_place() -> None:
    page = page_of(Client().get(address("03-")))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_page_says_what_is_known_of_the_paper_in_both_languages() -> None:
    vietnamese = page_of(Client().get(address("04-"))).text
    for said in (
        "Kế hoạch phát triển kinh tế - xã hội",
        "18/KH-UBND",
        "14/01/2022",
        "Ủy ban nhân dân tỉnh Bắc Ninh",
        "26/11/2026",
    ):
        assert said in vietnamese
    assert "Tỷ lệ đô thị hóa: 43% (chỉ tiêu, 2022, Bắc Ninh)" in vietnamese
    english = page_of(Client().get(f"{address('04-')}?lang=en")).text
    for said in ("Plan · 18/KH-UBND", "14 January 2022", "Download the original", "Facts of the paper", "Confidence"):
        assert said in english


def test_nothing_of_a_hostile_paper_becomes_markup() -> None:
    answer = Client().get(address("hiem-hoa"))
    page, raw = page_of(answer), answer.content.decode()
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.tags.count("h1") == 1
    assert "\x1b" not in raw
    assert "\u202e" not in raw
    assert "<script>alert('x')</script>" in page.text
    assert "7,39%" in page.marks.values()


def test_a_long_text_comes_in_parts_that_together_hold_all_marks() -> None:
    row = row_of("dai")
    mentions = {bytes(key).hex() for key in row.facts.values_list("mention", flat=True)}
    first = page_of(Client().get(address("dai")))
    numbers = sorted({link for link in first.links if link.startswith("?phan=")}, key=lambda link: int(link[6:]))
    assert len(numbers) > 2
    found: list[str] = []
    for link in numbers:
        answer = Client().get(f"{address('dai')}{link}")
        assert len(answer.content) < 200_000
        found += [name for name in page_of(answer).ids if name in mentions]
    assert sorted(found) == sorted(mentions)


@pytest.mark.parametrize("asked", ["0", "-1", "99999", "x", "1e3", "٣", "9" * 40])
def test_a_part_that_there_is_not_gives_the_nearest(asked: str) -> None:
    for question in ("phan", "tu"):
        assert Client().get(address("dai"), {question: asked}).status_code == 200


def test_the_lasting_address_of_a_fact_leads_to_its_mark() -> None:
    client = Client()
    for name in ("04-", "dai"):
        row = row_of(name)
        for fact in (row.facts.order_by("start").first(), row.facts.order_by("-start").first()):
            assert fact is not None
            answer = client.get(f"/so-lieu/{bytes(fact.mention).hex()}")
            assert answer.status_code == 302
            target, _, anchor = answer.headers["Location"].partition("#")
            page = page_of(client.get(target))
            assert shown(row.body.text[fact.start : fact.end]) == page.marks[anchor]


def test_a_place_in_the_text_shows_the_part_that_holds_it() -> None:
    row = row_of("dai")
    page = page_of(Client().get(f"{address('dai')}?tu={len(row.body.text) - 5}"))
    last = row.facts.order_by("-start").first()
    assert last is not None
    assert bytes(last.mention).hex() in page.ids


def test_a_fact_that_a_newer_reading_does_not_give_is_still_shown_at_its_address() -> None:
    fact = row_of("04-").facts.filter(kind=0).order_by("start")[3]
    models.Fact.objects.filter(id=fact.id).update(superseded=True)
    mention = bytes(fact.mention).hex()
    answer = Client().get(f"/so-lieu/{mention}")
    assert answer.headers["Location"].endswith(f"?m={mention}#{mention}")
    assert mention in page_of(Client().get(answer.headers["Location"].partition("#")[0])).ids
    assert mention not in page_of(Client().get(address("04-"))).ids


@pytest.mark.parametrize("mention", ["00" * 16, "zz", "0", "ab" * 40, "é"])
def test_a_fact_that_there_is_not_is_not_found(mention: str) -> None:
    assert Client().get(f"/so-lieu/{mention}").status_code == 404


@pytest.mark.parametrize("access", ["internal", "restricted"])
def test_papers_that_are_not_public_are_nowhere(access: str) -> None:
    row, client = row_of("04-"), Client()
    fact = row.facts.filter(kind=0).first()
    assert fact is not None
    models.Document.objects.filter(id=row.id).update(access=access)
    for path in (address("04-"), f"{address('04-')}/tep", f"/so-lieu/{bytes(fact.mention).hex()}"):
        assert client.get(path).status_code == 404, path
    for path in (
        "/van-ban",
        "/tim-kiem?q=18/KH-UBND",
        "/tim-kiem?q=t%E1%BB%B7+l%E1%BB%87+h%E1%BB%99+ngh%C3%A8o",
        "/van-ban?format=csv",
    ):
        assert row.slug not in client.get(path).content.decode(), path


def test_a_withdrawn_paper_says_so_at_its_old_address() -> None:
    before = address("04-")
    take_out(Act(CONSOLE, timezone.now()), row_of("04-").slug, "thử")
    answer = Client().get(before)
    assert answer.status_code == 410
    assert "18/KH-UBND" not in answer.content.decode()
    assert Client().get("/van-ban/khong-co").status_code == 404


def test_other_sources_of_one_text_are_named() -> None:
    row, page = row_of("04-"), address("04-")
    copy = models.Document.objects.get(id=row.id)
    copy.pk, copy.sha256, copy.slug, copy.stands_for = None, b"x" * 32, "ban-sao", row
    copy.publisher = "Báo Bắc Ninh"
    copy.save()
    assert "/van-ban/ban-sao" in page_of(Client().get(page)).links


def test_the_database_is_asked_a_bounded_number_of_times(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    pages = [address(name) for name in ("01-", "06-", "dai")]
    for page in pages:
        with django_assert_max_num_queries(6):
            assert Client().get(page).status_code == 200
    fact = row_of("06-").facts.first()
    assert fact is not None
    with django_assert_max_num_queries(4):
        Client().get(f"/so-lieu/{bytes(fact.mention).hex()}")
