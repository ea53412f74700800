"""The queue by paper is kept, and is at any time what it would be if made anew."""

from __future__ import annotations

from datetime import date
from itertools import product
from operator import attrgetter
from typing import Any

import pytest
from django.db.models import Count, F, Max, Sum
from django.test import Client
from msgspec.structs import replace
from tests.server.intake import logged_in, page
from tests.server.laid_out import of_text
from tests.server.test_approving import kept, report, taken  # noqa: F401 - the folder of files

from camket.server.pages.models import QueueLine, QueueState
from camket.server.pages.review import grades
from camket.server.pages.review.grades import Waiting, papers_anew
from camket.server.pages.review.lines import lines
from camket.server.registry import models
from camket.server.registry.access import Reader
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.correct_paper import correct_paper
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.judging import Asked
from camket.server.registry.reviewing import MATTERS, Known, read_anew, waiting, weighed

pytestmark = pytest.mark.django_db
OFFICE = Reader(levels=("public", "internal"))
KNOWN = Known(contested=set(), planned={"grdp"}, headline={"grdp"}, today=date(2023, 1, 10))


def rows(known: Known = KNOWN, board: int = 0) -> list[dict[str, Any]]:
    fields = ("document", "most", "count", *(f"of_{name}" for name in MATTERS))
    return list(lines(OFFICE, known, board).values(*fields))


def anew(known: Known = KNOWN) -> list[Any]:
    facts = models.Fact.objects.filter(document__withdrawn_on=None)
    told = weighed(waiting(facts), known).values("document").annotate(
        most=Max("urgency"), count=Count("id"), **{f"of_{name}": Sum(name) for name in MATTERS}
    )  # fmt: skip
    return list(told.order_by("-most", "-count", "-document"))


def test_it_follows_whatever_happens() -> None:
    assert rows() == anew() == []
    one, other = taken("mot", report(1, "đạt 7,1%")), taken("hai", report(2, "đạt 7,9%"))
    assert rows() == anew() != []
    fact = one.facts.filter(kind=0)[0]
    done = judge(Actor("an"), one.slug, [Asked(fact=fact.id, verdict="confirmed")])
    after = rows()
    assert after == anew()
    undo_judgement(Actor("an"), done.numbers[0])
    assert rows() == anew() != after
    correct_paper(CONSOLE, other.slug, day=date(2021, 12, 30))  # places its figures anew: they are not due any more
    assert rows() == anew()
    extraction, _ = of_text("mot", report(1, "đạt 7,1%"))
    take_in([Arrival(extraction=extraction)], version="khac")
    assert rows() == anew()
    withdraw(CONSOLE, other.slug, why="x")
    assert [row["document"] for row in rows()] == [one.id]
    later = Known(contested=set(), planned=set(), headline=set(), today=date(2023, 5, 10))
    assert rows(later) == anew(later)
    assert rows(KNOWN, board=7) == anew()


def test_what_was_kept_is_not_made_again(django_assert_max_num_queries: Any) -> None:
    taken("mot", report(1, "đạt 7,1%"))
    rows()
    made = set(QueueLine.objects.values_list("id", flat=True))
    with django_assert_max_num_queries(5):
        rows()
    assert set(QueueLine.objects.values_list("id", flat=True)) == made
    assert QueueState.objects.count() == 1


def read_otherwise(name: str, text: str) -> None:
    """A newer reader is surer of the figures of a paper."""
    extraction, _ = of_text(name, text)
    figures = tuple(replace(each, confidence=0.97, rule="newer") for each in extraction.figures)
    take_in([Arrival(extraction=replace(extraction, figures=figures))], version="khac")


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_by_fact_each_page_holds_what_the_whole_order_has_there(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grades, "_AT_ONCE", at_once)
    for number, value in enumerate(("7,1%", "7,9%", "8,3%", "khoảng 6%"), start=1):
        taken(f"van-ban-{number}", report(number, f"đạt {value}"))
    read_otherwise("van-ban-2", report(2, "đạt 7,9%"))
    every, told = models.Fact.objects.all(), attrgetter("id", "urgency")
    for again, asked in ((False, every), (True, read_anew(every))):
        ordered = weighed(waiting(asked), KNOWN).order_by(F("urgency").desc(), "document", "start", "id")
        whole = list(map(told, ordered))
        held = Waiting(lines(OFFICE, KNOWN, 0), every, KNOWN, again=again)
        assert len(held) == len(whole) > 0
        for start, stop in product(range(len(whole) + 1), repeat=2):
            assert list(map(told, held[start:stop])) == whole[start:stop]
        assert held[0].id == whole[0][0]


def test_by_paper_what_was_read_anew_is_counted_alone() -> None:
    one = taken("mot", report(1, "đạt 7,1%"))
    taken("hai", report(2, "đạt 7,9%"))
    assert papers_anew(lines(OFFICE, KNOWN, 0)) == []
    read_otherwise("mot", report(1, "đạt 7,1%"))
    told = weighed(waiting(read_anew(models.Fact.objects.filter(document__withdrawn_on=None))), KNOWN)
    rows = told.values("document").annotate(
        most=Max("urgency"), count=Count("id"), **{f"of_{name}": Sum(name) for name in MATTERS}
    )  # fmt: skip
    assert papers_anew(lines(OFFICE, KNOWN, 0)) == list(rows) != []
    assert [row["document"] for row in rows] == [one.id]


def test_each_sees_only_papers_that_he_may() -> None:
    row = taken("kin", report(3, "đạt 9,1%"), access="restricted")
    assert row.slug not in page(logged_in("cb", "officer"), "/ra-soat")
    assert row.slug in page(logged_in("sep", "approver"), "/ra-soat")
    assert Client().get("/ra-soat").status_code == 302
