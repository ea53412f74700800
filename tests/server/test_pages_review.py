"""The pages of review without a script: every judgement by plain forms, everything by links, for those who may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.server.laid_out import Reader, of_text, page_of
from tests.server.test_review import BODY, HEAD

import camket
from camket.server.accounts import add_user
from camket.server.pages.review.keymap import keymap, printed, shown_keys
from camket.server.registry import models
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.reviewing import steps

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
SECTORS = "".join(f"- Giá trị sản xuất ngành số {n} năm 2022 đạt {n}.250 tỷ đồng\n" for n in range(1, 6))
ROOT = Path(camket.__file__).parents[2]
SCRIPT = (Path(camket.__file__).parent / "server/pages/static/pages/review.js").read_text(encoding="utf-8")


def logged_in(name: str, role: str = "officer") -> Client:
    add_user(name, PASSWORD, role)
    client = Client()
    client.post("/dang-nhap", {"name": name, "password": PASSWORD})
    return client


@pytest.fixture
def an() -> Client:
    return logged_in("an")


@pytest.fixture
def paper() -> Iterator[models.Document]:
    extraction, data = of_text("bao-cao", f"{HEAD}{BODY}{SECTORS}")
    take_in([Arrival(extraction=extraction, size=len(data))])
    yield models.Document.objects.get(name__startswith="bao-cao")


def address(row: models.Document, more: str = "") -> str:
    return f"/van-ban/{row.slug}/ra-soat{more}"


def form(page: str, action: str) -> dict[str, str]:
    """The fields of the form that is sent to an address, as a browser would send them untouched."""
    (inside,) = re.findall(rf'<form[^>]*action="[^"]*/{action}">(.*?)</form>', page, re.DOTALL)
    fields = dict(re.findall(r'<input[^>]*name="([^"]*)"(?:[^>]*?value="([^"]*)")?', inside))
    for name, options in re.findall(r'<select name="([^"]*)">(.*?)</select>', inside, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    fields.pop("csrfmiddlewaretoken", None)
    return fields


def test_the_page_is_for_those_who_review(paper: models.Document) -> None:
    for client, wanted in ((Client(), 302), (logged_in("don-vi", "department"), 403), (logged_in("b"), 200)):
        for page in ("/ra-soat", "/ra-soat/cua-toi", address(paper)):
            assert client.get(page).status_code == wanted
        for act in ("ket-qua", "bang", "bo-sung", "hoan-tac"):
            assert client.get(address(paper, f"/{act}")).status_code in (302, 403, 405)
    assert not models.Judgement.objects.exists()


def test_a_paper_that_may_not_be_seen_is_not_there(an: Client, paper: models.Document) -> None:
    models.Document.objects.update(access="restricted")
    assert an.get(address(paper)).status_code == 404
    number = models.Fact.objects.filter(document=paper, kind=0).values_list("id", flat=True)[0]
    answer = an.post(address(paper, "/ket-qua"), {"verdict": "rejected", "fact": number})
    assert (answer.status_code, models.Judgement.objects.count()) == (404, 0)
    assert "bao-cao" not in an.get("/ra-soat").content.decode()


def test_forms_are_safe_from_other_sites(paper: models.Document) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(logged_in_user("c"))
    for act in ("ket-qua", "bang", "bo-sung", "hoan-tac"):
        assert client.post(address(paper, f"/{act}"), {"verdict": "rejected"}).status_code == 403


def logged_in_user(name: str) -> Any:
    return add_user(name, PASSWORD, "officer")


def test_every_fact_is_confirmed_with_the_form_as_it_is_shown(an: Client, paper: models.Document) -> None:
    """As a person without a script: the form of each card sent untouched, and on to the next, until none waits."""
    waits = sum(step.waits for step in steps(paper))
    where = address(paper)
    for _ in range(waits):
        page = an.get(where).content.decode()
        sent = form(page, "ket-qua") | {"verdict": "confirmed"}
        answer = an.post(address(paper, "/ket-qua"), sent)
        assert answer.status_code == 302
        where = answer.headers["Location"]
    assert not any(step.waits for step in steps(paper))
    assert set(models.Judgement.objects.values_list("verdict", flat=True)) == {"confirmed"}
    page = an.get(where).content.decode()
    assert "đã rà soát hết" in page
    assert "Đã xác nhận." in page


def test_a_correction_names_what_it_changed_and_is_undone(an: Client, paper: models.Document) -> None:
    mention = next(step.mention.hex() for step in steps(paper) if step.kind == 0)
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    sent = form(page, "ket-qua") | {"verdict": "corrected", "value": "7,93%", "why": "in nhầm <b>"}
    an.post(address(paper, "/ket-qua"), sent)
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    assert "<del>7,39%</del> → <ins>7,93%</ins>" in page
    assert "in nhầm &lt;b&gt;" in page and "máy đọc: 7,39%" in page
    assert "người rà soát đã sửa" in Client().get(f"/van-ban/{paper.slug}").content.decode()
    an.post(address(paper, "/hoan-tac"), form(page, "hoan-tac"))
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    assert "đã hoàn tác" in page
    assert "người rà soát đã sửa" not in Client().get(f"/van-ban/{paper.slug}").content.decode()


def test_what_is_not_understood_is_said_with_its_field(an: Client, paper: models.Document) -> None:
    mention = next(step.mention.hex() for step in steps(paper) if step.kind == 0)
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    sent = form(page, "ket-qua") | {"verdict": "corrected", "value": "<script>"}
    answer = an.post(address(paper, "/ket-qua"), sent, headers={"X-Camket-Card": "1"})
    assert answer.status_code == 422
    assert "Giá trị: Không hiểu “&lt;script&gt;”" in answer.content.decode()
    for verdict in ("", "added", "x"):
        assert an.post(address(paper, "/ket-qua"), sent | {"verdict": verdict}).status_code == 302
    assert not models.Judgement.objects.exists()


def test_a_list_is_confirmed_in_one_act(an: Client, paper: models.Document) -> None:
    mention = next(step.mention.hex() for step in steps(paper) if "1.250" in words(paper, step))
    page = an.get(address(paper, f"?du-kien={mention}&lang=en")).content.decode()
    assert "(5 facts)" in page
    an.post(address(paper, "/bang"), form(page, "bang"))
    assert models.Judgement.objects.filter(verdict="confirmed").count() == 5
    assert models.Audit.objects.filter(action="judge").count() == 1
    card = {"X-Camket-Card": "1"}
    assert an.post(address(paper, "/bang"), {"items": ""}, headers=card).status_code == 422
    assert models.Audit.objects.filter(action="judge").count() == 1  # nothing was done, nothing is recorded
    answer = an.post(address(paper, "/hoan-tac"), form(shown(an, paper), "hoan-tac"))
    first = models.Judgement.objects.order_by("start")[0]
    assert bytes(first.mention).hex() in answer.headers["Location"]  # back to where the list begins


def shown(client: Client, paper: models.Document) -> str:
    return client.get(address(paper)).content.decode()


def test_a_judgement_is_undone_from_its_own_paper_alone(an: Client, paper: models.Document) -> None:
    an.post(address(paper, "/ket-qua"), form(shown(an, paper), "ket-qua") | {"verdict": "confirmed"})
    extraction, data = of_text("van-ban-khac", f"{HEAD}Năm 2023, GRDP của tỉnh Bắc Ninh tăng 5%.")
    take_in([Arrival(extraction=extraction, size=len(data))])
    other = models.Document.objects.get(name__startswith="van-ban-khac")
    done = models.Judgement.objects.get()
    for client in (an, logged_in("binh")):
        answer = client.post(address(other, "/hoan-tac"), {"number": done.id}, headers={"X-Camket-Card": "1"})
        assert answer.status_code == 422
        assert f"Không có kết quả rà soát số {done.id}." in answer.content.decode()  # and not whose it is
    done.refresh_from_db()
    assert done.undone_at is None


def words(row: models.Document, step: Any) -> str:
    return models.DocumentText.objects.get(document=row).text[step.start : step.end]


def test_a_missed_fact_is_added_by_plain_form(an: Client, paper: models.Document) -> None:
    page = an.get(address(paper)).content.decode()
    sent = form(page, "bo-sung") | {
        "kind": "figures", "quote": "một phẩy hai phần trăm", "figures.indicator": "Tỷ lệ hộ nghèo",
        "figures.value": "1,2%", "figures.period": "2022",
    }  # fmt: skip
    answer = an.post(address(paper, "/bo-sung"), sent)
    page = an.get(answer.headers["Location"]).content.decode()
    assert "Đã bổ sung dữ kiện." in page
    (placement,) = models.Placement.objects.filter(fact__reading__version="people").select_related("series")
    assert placement.series is not None and placement.series.indicator == "poverty_rate"
    an.post(address(paper, "/bo-sung"), sent | {"quote": "không có"})
    assert "Văn bản không có chữ “không có”" in an.get(address(paper)).content.decode()


def test_who_was_corrected_sees_it(an: Client, paper: models.Document) -> None:
    mention = next(step.mention.hex() for step in steps(paper) if step.kind == 0)
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    an.post(address(paper, "/ket-qua"), form(page, "ket-qua") | {"verdict": "confirmed"})
    binh = logged_in("binh")
    sent = form(page, "ket-qua") | {"verdict": "corrected", "value": "8%"}
    told = binh.post(address(paper, "/ket-qua"), sent, headers={"X-Camket-Card": "1"}).content.decode()
    assert "Trong lúc đó an đã ghi kết quả" in told
    mine = an.get("/ra-soat/cua-toi?chi=bi-sua").content.decode()
    assert "Sau đó:" in mine and "<ins>8%</ins>" in mine and "binh" in mine
    assert "Sau đó:" not in binh.get("/ra-soat/cua-toi").content.decode()
    card = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    assert "Những người rà soát ghi khác nhau" in card


def test_a_rejected_reading_is_on_no_public_page(an: Client, paper: models.Document) -> None:
    mention = next(step.mention.hex() for step in steps(paper) if step.kind == 0)
    assert f'id="{mention}"' in Client().get(f"/van-ban/{paper.slug}").content.decode()
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    an.post(address(paper, "/ket-qua"), form(page, "ket-qua") | {"verdict": "rejected"})
    assert f'id="{mention}"' not in Client().get(f"/van-ban/{paper.slug}").content.decode()
    assert 'class="figures rejected"' in an.get(address(paper)).content.decode()


@pytest.mark.parametrize("query", ["", "?xem=du-kien", "?chi=doc-lai", "?chi=chua-ro", "?chi=khac-nhau", "?chi=mo-coi",
                                   "?xem=du-kien&chi=x&trang=99", "?lang=en"])  # fmt: skip
def test_the_queue_asks_for_no_more_with_more_that_waits(
    an: Client, paper: models.Document, query: str, django_assert_max_num_queries: Any
) -> None:
    an.get("/ra-soat")
    with django_assert_max_num_queries(18):
        answer = an.get(f"/ra-soat{query}")
    assert answer.status_code == 200
    assert paper.slug in answer.content.decode() or "chi=" in query


def test_the_page_asks_for_no_more_with_more_facts(
    an: Client, paper: models.Document, django_assert_max_num_queries: Any
) -> None:
    an.get(address(paper))
    with django_assert_max_num_queries(14):
        assert an.get(address(paper)).status_code == 200


def test_whatever_an_address_asks_is_answered(an: Client, paper: models.Document) -> None:
    for query in ("?du-kien=zz", "?loai=x", "?loai=people", "?du-kien=" + "0" * 32):
        assert an.get(address(paper, query)).status_code == 200
    for sent in ({}, {"number": "x"}, {"items": "1:2:3 x :"}, {"kind": "x", "quote": "y"}, {"fact": "9" * 40}):
        for act in ("ket-qua", "bang", "bo-sung", "hoan-tac"):
            assert an.post(address(paper, f"/{act}"), sent).status_code == 302


def test_words_of_a_paper_are_shown_and_never_run(an: Client) -> None:
    extraction, data = of_text("ke-gian", HEAD + "Năm 2022, GRDP <script>alert(1)</script> tăng 7,3% \u202e</mark>.\n")
    take_in([Arrival(extraction=extraction, size=len(data))])
    row = models.Document.objects.get(name__startswith="ke-gian")
    page = an.get(address(row)).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
    assert Reader(page).tags.count("script") == 1


def test_places_are_told_so_that_selected_words_can_be_found(an: Client, paper: models.Document) -> None:
    page = an.get(address(paper)).content.decode()
    text = models.DocumentText.objects.get(document=paper).text
    places = [int(place) for place in re.findall(r'data-at="(\d+)"', page)]
    assert places == sorted(places)
    assert all(place == 0 or text[place - 1] == "\n" for place in places)
    assert "data-at" not in Client().get(f"/van-ban/{paper.slug}").content.decode()


class TestKeys:
    """One keymap as data: the page lists it, the script acts by it, the docs print it."""

    def test_each_key_does_one_thing(self) -> None:
        assert len({each.key for each in keymap()}) == len({each.act for each in keymap()}) == len(keymap())
        assert all(each.said for language in ("vi", "en") for each in shown_keys(language))

    def test_no_key_is_one_that_a_vietnamese_keyboard_waits_for(self) -> None:
        assert not {each.key for each in keymap()} & set("adefjorswxz0123456789")

    def test_the_script_knows_every_act(self) -> None:
        named = set(re.findall(r"^    (\w+): ", SCRIPT, re.MULTILINE))
        assert {each.act for each in keymap()} - {"save", "leave"} <= named

    def test_the_page_shows_them_and_marks_what_they_press(self, an: Client, paper: models.Document) -> None:
        page = an.get(address(paper)).content.decode()
        for each in keymap():
            assert f'data-key="{each.key}" data-does="{each.act}"' in page
        for act in ("confirm", "reject", "unsure", "save", "next"):
            key = next(each.key for each in keymap() if each.act == act).replace("Ctrl+", "Control+")
            assert f'data-act="{act}" aria-keyshortcuts="{key}"' in page

    def test_the_docs_print_them(self) -> None:
        assert printed("en") in (ROOT / "docs/how-to/review.md").read_text(encoding="utf-8")


def test_the_public_page_says_how_far_review_is(an: Client, paper: models.Document) -> None:
    assert "máy đọc, chưa rà soát" in Client().get(f"/van-ban/{paper.slug}").content.decode()
    series = Client().get("/chi-tieu/grdp/bac-ninh-1997").content.decode()
    assert "máy đọc, chưa rà soát" in series
    mention = next(step.mention.hex() for step in steps(paper) if step.kind == 0)
    page = an.get(address(paper, f"?du-kien={mention}")).content.decode()
    an.post(address(paper, "/ket-qua"), form(page, "ket-qua") | {"verdict": "confirmed"})
    for shown in (f"/van-ban/{paper.slug}", "/chi-tieu/grdp/bac-ninh-1997"):
        assert "người rà soát đã xác nhận" in Client().get(shown).content.decode()
    assert "an," not in page_of(Client().get(f"/van-ban/{paper.slug}")).text
