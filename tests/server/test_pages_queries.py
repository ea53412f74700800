"""Each page asks the database a bounded number of times, however much it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from tests.server.laid_out import laid_out, samples

from camket.server.pages import boards
from camket.server.pages.models import BoardPlan
from camket.server.registry import models
from camket.server.registry.models.entry import Sort

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def papers(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:  # noqa: ARG001 - makes the database
    with laid_out(django_db_blocker, samples(), published=True):
        with django_db_blocker.unblock():
            boards.made()
        yield


def label(sort: Sort) -> str:
    return models.Entry.objects.filter(sort=sort).exclude(label="").values_list("label", flat=True)[0]


def addresses() -> dict[str, tuple[str, int]]:
    """Every kind of page, with the most queries that it may ask."""
    plan = BoardPlan.objects.order_by("-tallies").first()
    paper = models.Document.objects.order_by("name").first()
    fact = models.Fact.objects.filter(document=paper).order_by("-start").first()
    assert plan is not None
    assert paper is not None
    assert fact is not None
    return {
        "overview": ("/", 14),
        "areas": ("/dia-ban", 8),
        "criteria": ("/dia-ban/bac-ninh-2026/tieu-chi?ngay=2026-10-01", 18),
        "scenarios": ("/dia-ban/bac-ninh-2026/kich-ban", 14),
        "plans": ("/ke-hoach", 10),
        "plan": (f"/ke-hoach/{plan.plan}", 10),
        "indicators": ("/chi-tieu", 10),
        "indicator": ("/chi-tieu/grdp/bac-ninh-2026", 22),
        "indicator of joined areas": ("/chi-tieu/grdp/bac-ninh-2026?dia-gioi=mot-dia-ban", 18),
        "papers": ("/van-ban", 10),
        "document": (f"/van-ban/{paper.slug}", 8),
        "fact": (f"/so-lieu/{bytes(fact.mention).hex()}", 5),
        "search of words": ("/tim-kiem?q=ng%C3%A2n+s%C3%A1ch+nh%C3%A0+n%C6%B0%E1%BB%9Bc", 24),
        "search of a number": ("/tim-kiem?q=t%C4%83ng+tr%C6%B0%E1%BB%9Fng+2022", 24),
        "search of nothing": ("/tim-kiem", 3),
        "differences": ("/so-lieu-chua-thong-nhat", 12),
        "tallies": ("/ket-qua-tong-hop", 9),
        "people": ("/nguoi", 5),
        "person": (f"/nguoi/{label(Sort.PEOPLE)}", 4),
        "references": ("/vien-dan", 7),
        "reference": (f"/vien-dan/{label(Sort.REFERENCES)}", 5),
        "method": ("/phuong-phap", 2),
    }


def test_the_queries_of_each_page_are_bounded(django_assert_max_num_queries: Any) -> None:
    for name, (address, most) in addresses().items():
        with django_assert_max_num_queries(most, info=name):
            assert Client().get(address).status_code in (200, 302), name


def test_more_statements_ask_no_more(django_assert_max_num_queries: Any) -> None:
    """A series of hundreds of statements is shown a page at a time."""
    from tests.server.papers import text_of

    from camket import extract, resolve
    from camket.model.document import Document
    from camket.server.registry.store import DatabaseRegistry

    def paper(number: int) -> Any:
        text = text_of(number)
        return resolve(extract(Document(id=f"them-{number}", text=text, sha256=f"{number:064x}", text_sha256="")))

    DatabaseRegistry().add([paper(8 * number) for number in range(40)])
    boards.made()
    for address in ("/chi-tieu/grdp/bac-ninh-2026", "/chi-tieu/exports/bac-ninh-2026?dia-gioi=mot-dia-ban"):
        with django_assert_max_num_queries(22, info=address):
            page = Client().get(address)
        assert page.status_code == 200, address
        assert len(page.content) < 200_000, address


def test_the_boundary_of_joined_areas_is_shown_with_sentences_and_reasons() -> None:
    page = Client().get("/chi-tieu/grdp/bac-ninh-2026?dia-gioi=mot-dia-ban").content.decode()
    assert "gộp theo địa giới hiện nay" in page
    assert "Bắc Giang" in page
    assert 'aria-current="true"' in page
    english = Client().get("/chi-tieu/grdp/bac-ninh-2026?dia-gioi=mot-dia-ban&lang=en").content.decode()
    assert "as one, on today&#x27;s boundary" in english or "as one, on today's boundary" in english
    assert "Bắc Giang province, Bắc Ninh province were joined on" in english
    csv = Client().get("/chi-tieu/grdp/bac-ninh-2026?dia-gioi=mot-dia-ban&format=csv")
    assert csv.status_code == 200
