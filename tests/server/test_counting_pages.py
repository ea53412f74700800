"""A figure that a person corrected is shown as it counts, with what was read beside it, on every page that shows it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests.server.intake import logged_in, today
from tests.server.laid_out import page_of
from tests.server.test_approving import kept, mention, report, taken  # noqa: F401 - the folder of files

from camket.server.registry import models
from camket.server.registry.access import PUBLIC
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.answer_voice import answer_voice
from camket.server.registry.actions.freeze import freeze
from camket.server.registry.actions.hold_back import hold_back
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.prefer import prefer
from camket.server.registry.actions.report_figure import report_figure
from camket.server.registry.freezing import Scope
from camket.server.registry.judging import Asked
from camket.server.registry.voices import READER

pytestmark = pytest.mark.django_db
READ, COUNTS = "17,02%", "12,07%"


@pytest.fixture
def paper() -> models.Document:
    return taken("bao-cao", report(1, f"đạt {READ}"))


@pytest.fixture
def officer() -> Client:
    return logged_in("sep", "approver")


def said(row: models.Document, verdict: str, **fields: str) -> None:
    fact = row.facts.get(kind=0, superseded=False)
    judge(Actor("an"), row.slug, [Asked(fact=fact.id, verdict=verdict, fields=fields)])  # type: ignore[arg-type]  # a verdict


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(page_of(answer).text.split())


def test_every_page_shows_it_as_it_counts(paper: models.Document, officer: Client) -> None:
    figure = mention(paper)
    prefer(CONSOLE, figure, why="đã đối chiếu")
    report_figure(READER, figure, "Số này có vẻ quá cao so với mọi năm.")
    said(paper, "corrected", value=COUNTS)
    made = freeze(CONSOLE, "Năm 2022", Scope(area="bac-ninh-1997"), PUBLIC)
    pages = {
        "the form of a reader": (Client(), f"/phan-anh/{figure}"),
        "reports that wait": (officer, "/phan-anh"),
        "what is preferred": (officer, "/phe-duyet"),
        "the history of the figure": (Client(), f"/lich-su/so-lieu/{figure}"),
        "the paper": (Client(), f"/van-ban/{paper.slug}"),
        "the indicator": (Client(), "/chi-tieu/grdp/bac-ninh-1997"),
        "the card of review": (officer, f"/van-ban/{paper.slug}/ra-soat?du-kien={figure}"),
        "what changed": (Client(), "/thay-doi/bac-ninh-1997?tu=2022-01-01"),
        "a search for the number": (Client(), "/tim-kiem?q=GRDP+2022"),
        "a freeze": (Client(), f"/chot-so-lieu/{made.slug}?xem=tat-ca"),
    }
    for name, (client, address) in pages.items():
        assert COUNTS in shown(client, address), name
    for name in list(pages)[:7]:
        assert f"máy đọc: {READ}" in shown(*pages[name]), name
    answer_voice(CONSOLE, models.Voice.objects.get().id, "Đã sửa, cảm ơn.", shown=True)
    assert COUNTS in shown(Client(), "/phan-anh")


def test_a_figure_held_back_is_told_as_it_counts(paper: models.Document, officer: Client) -> None:
    hold_back(CONSOLE, mention(paper), until=today() + timedelta(days=3), why="chờ công bố")
    said(paper, "corrected", value=COUNTS)
    told = shown(officer, "/phe-duyet")
    assert COUNTS in told and READ in told


def test_what_waits_again_is_told_as_it_counts(paper: models.Document, officer: Client) -> None:
    """In the list by fact: one person corrected it, and undoes nothing; another reading brings it back."""
    said(paper, "corrected", value=COUNTS)
    models.Judgement.objects.update(fact=None)  # as after a reading that gives another row
    told = shown(officer, "/ra-soat?xem=du-kien")
    assert COUNTS in told and READ in told


def test_a_figure_that_was_rejected_says_so(paper: models.Document) -> None:
    said(paper, "rejected")
    for address in (f"/phan-anh/{mention(paper)}", f"/lich-su/so-lieu/{mention(paper)}"):
        assert "đã bị loại bỏ khi rà soát" in shown(Client(), address)


def test_one_that_was_confirmed_has_nothing_beside_it(paper: models.Document) -> None:
    said(paper, "confirmed")
    for address in (f"/phan-anh/{mention(paper)}", f"/lich-su/so-lieu/{mention(paper)}", f"/van-ban/{paper.slug}"):
        told = shown(Client(), address)
        assert READ in told and "máy đọc: " not in told
