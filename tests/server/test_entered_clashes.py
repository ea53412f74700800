"""Targets that people entered among the figures not yet agreed: both sides are shown, and approved as others are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from tests.server.laid_out import page_of, row_of
from tests.server.test_unagreed import AIM, LIST, client_of, keys, take, text_of

from camket.errors import UsageError
from camket.model.period import parse_period
from camket.server.pages import boards, unagreed
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve import close_paper
from camket.server.registry.actions.approve_differences import approve_differences
from camket.server.registry.actions.load_plan import load_plan
from camket.server.registry.planning import Entry

pytestmark = pytest.mark.django_db
PLAN = "bac-ninh-1997/yearly/2024"
LISTED = f"/lich-su/ke-hoach/{PLAN}?so=7"
OTHER = "Mục tiêu năm 2024: thu ngân sách nhà nước trên địa bàn đạt 35.500 tỷ đồng.\n"


def enter(cited: str, value: str = "35500e9") -> None:
    """One target of the province's plan of 2024, as a list has it."""
    period = parse_period("2024")
    assert period is not None
    target = Entry(
        number="7", name="Thu ngân sách nhà nước trên địa bàn", indicator="budget_revenue", measure="level", unit="VND",
        value=Decimal(value), comparator="eq", period="2024", cited=cited,
    )  # fmt: skip
    load_plan(CONSOLE, "Kế hoạch phát triển kinh tế - xã hội năm 2024", "Bắc Ninh", period, [target])


def clash() -> bytes:
    (key,) = keys("targets")
    return key


def approve(key: bytes) -> None:
    approve_differences(CONSOLE, list(unagreed.known(boards.made(), [key]).values()))


# what the list cites, what its side says besides the number and the place in the list
CITED = [
    ("Nguyễn Văn An", "Nguyễn Văn An"),
    ("hai", "Mục tiêu năm 2024: thu ngân sách nhà nước trên địa bàn đạt 35.500 tỷ đồng."),
    ("ba", "09/01/2024"),
]


@pytest.mark.parametrize(("cited", "words"), CITED, ids=["person", "its sentence", "paper without it"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_both_sides_are_shown_with_who_says_it(cited: str, words: str, lang: str) -> None:
    take("mot", AIM)
    if cited == "hai":
        take("hai", OTHER, day=9)
    if cited == "ba":
        take("ba", "Toàn tỉnh có 12 bệnh viện.\n", day=9)
    enter(cited)
    page = page_of(client_of("approver").get(f"{LIST}?loai=targets&lang={lang}"))
    for each in ("33.000 tỷ đồng", "35.500 tỷ đồng" if lang == "vi" else "35,500 billion"):
        assert each in page.text, each
    assert ("chỉ tiêu số 7 nhập theo danh sách" if lang == "vi" else "target 7 of a list entered") in page.text
    assert LISTED in page.links
    assert (words if lang == "vi" or cited != "ba" else "9 January 2024") in page.text
    slugs = [row_of(name).slug for name in ("mot", "hai", "ba") if name in ("mot", cited)]
    assert {link for link in page.links if link.startswith("/van-ban/")} == {f"/van-ban/{slug}" for slug in slugs}
    assert sum(link.startswith("/so-lieu/") for link in page.links) == (2 if cited == "hai" else 1)
    listed = page_of(Client().get(LISTED)).text
    assert "Thu ngân sách nhà nước trên địa bàn" in listed


def test_it_is_approved_and_read_by_all_in_the_file_too() -> None:
    take("mot", AIM)
    enter("Nguyễn Văn An")
    assert "35.500" not in text_of(Client(), LIST)
    approve(clash())
    assert "35.500 tỷ đồng" in text_of(Client(), LIST)
    (row,) = (each for each in text_of(Client(), f"{LIST}?format=csv").splitlines() if "Nguyễn Văn An" in each)
    assert LISTED in row
    assert "35.500 tỷ đồng" in row
    enter("Nguyễn Văn An", "36000e9")
    assert "36.000" not in text_of(Client(), LIST)


def test_what_cites_a_paper_that_is_not_public_opens_to_nobody() -> None:
    take("mot", AIM)
    take("hai", "Toàn tỉnh có 12 bệnh viện.\n", day=9)
    enter("hai")
    key = clash()
    told = list(unagreed.known(boards.made(), [key]).values())
    approve_differences(CONSOLE, told)
    assert "35.500" in text_of(Client(), LIST)
    close_paper(CONSOLE, row_of("hai").slug, access="internal", why="sai")
    assert "35.500" not in text_of(Client(), LIST)
    assert "35.500" in text_of(client_of("officer"), LIST)
    models.ApprovedDifference.objects.all().delete()
    with pytest.raises(UsageError) as refused:
        approve_differences(CONSOLE, told)
    assert refused.value.message.code == "unagreed.not_public"
