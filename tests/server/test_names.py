"""Names that the catalogue does not know, given on a page: what is foretold is what happens, for all, and is undone."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from tests.assess.making import figure, paper
from tests.server.laid_out import page_of
from tests.server.test_corrections import STEEL, loaded, papers, steel, with_bytes  # noqa: F401 - the fixture of papers
from tests.server.test_pages_review import logged_in

from camket.resolve import resolve
from camket.server.jobs.kinds import give_name
from camket.server.jobs.models import Job
from camket.server.pages.views import names as view
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.correct_name import correct_name, preview_name
from camket.server.registry.actions.judge import judge
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import places
from camket.server.registry.judging import Asked
from camket.server.registry.searching import index
from camket.server.registry.store import DatabaseRegistry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
LIST, ONE = "/gan-ten", "/gan-ten/ten"
INDUSTRY = "/chi-tieu/industrial_output/bac-ninh-1997"


@pytest.fixture
def an() -> Client:
    return logged_in("an")


def address(of: str = STEEL, kind: str = "chi-tieu", **more: str) -> str:
    return f"{ONE}?loai={kind}&ten={quote(of)}" + "".join(f"&{name}={quote(value)}" for name, value in more.items())


def fields(page: str) -> dict[str, str]:
    """What the last form of a page sends untouched."""
    inside = re.findall(r'<form[^>]*method="post" action="/gan-ten[^"]*">(.*?)</form>', page, re.DOTALL)[-1]
    found = dict(re.findall(r'<input[^>]*name="([^"]*)"(?:[^>]*?value="([^"]*)")?', inside))
    found.pop("csrfmiddlewaretoken")
    return found


def test_open_names_are_listed_by_how_often_they_stand(an: Client) -> None:
    page = page_of(an.get(LIST))
    assert "Sản lượng thép thành phẩm 4 số liệu" in " ".join(page.text.split())
    areas = " ".join(page_of(an.get(f"{LIST}?loai=dia-ban")).text.split())
    assert "Kinh Bắc xưa 1 số liệu" in areas
    assert "Phòng T 2 văn bản" in " ".join(page_of(an.get(f"{LIST}?loai=co-quan")).text.split())
    assert "thép" not in page_of(an.get(f"{LIST}?loc=xi+mang")).text
    assert "thép" in page_of(an.get(f"{LIST}?loc=thep")).text


def test_what_is_foretold_happens_and_is_taken_back(an: Client) -> None:
    assert "505" not in an.get(INDUSTRY).content.decode()
    page = an.get(address(thanh="Chỉ số sản xuất công nghiệp")).content.decode()
    page = an.get(address(thanh="industrial_output")).content.decode()
    told = preview_name("indicator", STEEL, "industrial_output")
    assert f"Chuyển {told.statements} số liệu của {told.papers} văn bản" in page
    assert "chưa có" in page and "500 tấn" in page  # in use: nothing before, then this
    sent = fields(page)
    assert sent["so"] == str(told.statements)
    answer = an.post(address(), sent | {"why": "một thứ"})
    assert answer.status_code == 302
    after = an.get(answer.headers["Location"]).content.decode()
    assert f"Đã gán: chuyển {told.statements} số liệu" in after
    assert "Đang được gán" in after and "một thứ" in after
    assert "500 tấn" in an.get(INDUSTRY).content.decode()
    assert "thép" not in page_of(an.get(LIST)).text
    row = models.Correction.objects.get()
    assert (row.who, row.why, row.to) == ("an", "một thứ", "industrial_output")

    end = f"{LIST}/{row.id}/thoi"
    assert end in an.get(f"{LIST}?loai=da-gan").content.decode()
    page = an.get(end).content.decode()
    assert f"Chuyển {told.statements} số liệu" in page and "không còn" in page
    assert an.post(end, fields(page) | {"why": "nhầm"}).status_code == 302
    assert an.get(INDUSTRY).status_code == 404
    assert an.get(end).status_code == 404
    assert "thép" in page_of(an.get(LIST)).text
    assert verify_chain() is None
    assert [each.action for each in models.Audit.objects.order_by("-number")[:2]] == [
        "revoke-correction", "correct-name",
    ]  # fmt: skip


def test_statements_of_copies_of_a_text_are_told_apart(an: Client) -> None:
    text = "Bắc Ninh, ngày 05 tháng 12 năm 2022"
    copy = paper("ban-sao", text=f"{text} ", figures=[steel("500 tấn", "500", "2022", id="c1")], date="2022-12-05")
    assert "ở bản khác" not in an.get(address(thanh="industrial_output")).content.decode()
    DatabaseRegistry().add([resolve(with_bytes(copy))])
    assert "Trong đó 1 số liệu ở bản khác" in an.get(address(thanh="industrial_output")).content.decode()


def test_a_preview_tells_at_which_prices(an: Client) -> None:
    size = figure(
        "95 tỷ đồng", "95000000000", indicator="other:quy_mo", measure="level", unit="VND", period="2022",
        price_basis="constant:2010",
    )  # fmt: skip
    DatabaseRegistry().add([resolve(with_bytes(paper("gia", text="Bắc Ninh. 2022.", figures=[size], area="Bắc Ninh")))])
    page = an.get(address("other:quy_mo", thanh="grdp")).content.decode()
    assert "Tổng sản phẩm trên địa bàn (GRDP), giá so sánh (năm gốc 2010), " in page


def test_names_that_were_given_stand_as_papers_write_them(an: Client) -> None:
    """A name lies with what it is given to without its marks; a paper that may not be seen tells nothing of it."""
    paper = models.Document.objects.get(name="bao-cao-2022")
    models.DocumentText.objects.filter(document=paper).update(text="Năm qua,\nSản lượng thép  thành phẩm đạt 500 tấn")
    index([paper])
    correct_name(CONSOLE, "indicator", STEEL, "industrial_output", why="một thứ")
    page = " ".join(page_of(an.get(f"{LIST}?loai=da-gan")).text.split())
    assert "“Sản lượng thép thành phẩm” →" in page
    assert "Sản lượng thép thành phẩm" in an.get(f"{LIST}?loai=da-gan&format=csv").content.decode()
    correct_name(CONSOLE, "indicator", "other:khong_dau_nao_ca", "industrial_output")
    assert "“khong dau nao ca” →" in " ".join(page_of(an.get(f"{LIST}?loai=da-gan")).text.split())
    models.Document.objects.update(access="restricted")
    page = " ".join(page_of(an.get(f"{LIST}?loai=da-gan")).text.split())
    assert "“san luong thep thanh pham” →" in page


def test_what_has_changed_since_the_preview_is_looked_at_again(an: Client) -> None:
    sent = fields(an.get(address(thanh="industrial_output")).content.decode())
    answer = an.post(address(), sent | {"so": "99"})
    assert "Từ lúc xem trước, số lượng đã thay đổi" in answer.content.decode()
    assert not models.Correction.objects.exists()
    assert an.post(address(), fields(answer.content.decode())).status_code == 302


@pytest.mark.parametrize("to", ["khong-co", "'; DROP TABLE registry_correction --", "<script>"])
def test_what_the_catalogue_does_not_have_is_refused(an: Client, to: str) -> None:
    answer = an.post(address(), {"thanh": to, "so": "3"})
    assert answer.status_code == 400
    assert "Danh mục không có chỉ tiêu nào tên" in answer.content.decode()
    assert "<script>" not in answer.content.decode().replace("<script src", "")
    assert not models.Correction.objects.exists()


def test_names_of_papers_that_may_not_be_seen_are_not_told(an: Client) -> None:
    """Neither in the list, nor in a count, nor in a preview; what is given holds for them all the same."""
    hidden = models.Document.objects.get(name="bao-cao-2021")
    models.Document.objects.filter(id=hidden.id).update(access="restricted")
    assert "thép thành phẩm 2 số liệu" in " ".join(page_of(an.get(LIST)).text.split())
    page = an.get(address(thanh="industrial_output")).content.decode()
    assert "Chuyển 2 số liệu của 2 văn bản" in page
    assert "450" not in page
    an.post(address(), fields(page))
    moved = models.Placement.objects.filter(series__indicator="industrial_output", fact__document=hidden)
    assert moved.exists()
    models.Document.objects.update(access="restricted")
    assert "thép" not in page_of(an.get(LIST)).text
    assert page_of(an.get(address())).text.count("tấn") == 0


def test_a_name_that_a_person_gave_in_review_is_given_too() -> None:
    """Where a judgement says an `other:` name, the correction of that name moves the figure."""
    fact = models.Fact.objects.get(kind=0, mention=bytes.fromhex(mention_of("a2")))
    judge(Actor("an"), fact.document.slug, [Asked(fact=fact.id, verdict="corrected", fields={"indicator": "Cái lạ"})])
    assert preview_name("indicator", "other:cai_la", "grdp").statements == 1
    assert correct_name(CONSOLE, "indicator", "other:cai_la", "grdp").statements == 1
    placed = models.Placement.objects.select_related("series").get(fact=fact)
    assert placed.series is not None and placed.series.indicator == "grdp"
    store: Any = None  # this check looks at no files
    assert list(places.check(store)) == []


def mention_of(name: str) -> str:
    from camket.server.registry.keys import mention_key

    return mention_key(name).hex()


def test_the_card_of_review_leads_to_the_name_and_back(an: Client) -> None:
    row = models.Document.objects.get(name="bao-cao-2022")
    mention = mention_of("a1")
    card = page_of(an.get(f"/van-ban/{row.slug}/ra-soat?du-kien={mention}"))
    (link,) = [each for each in card.links if each.startswith(ONE)]
    assert mention in link
    page = page_of(an.get(link))
    assert f"/van-ban/{row.slug}/ra-soat?du-kien={mention}" in page.links
    sent = fields(an.get(f"{link}&thanh=industrial_output").content.decode())
    assert sent["tu"] == mention
    assert mention in an.post(address(), sent).headers["Location"]
    assert "được gán cho" in page_of(an.get(f"/van-ban/{row.slug}/ra-soat?du-kien={mention}")).text


def test_what_is_large_is_the_workers(an: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "MOST_AT_ONCE", 1)
    sent = fields(an.get(address(thanh="industrial_output")).content.decode())
    answer = an.post(address(), sent)
    assert "chạy ở nền" in an.get(answer.headers["Location"]).content.decode()
    assert not models.Correction.objects.exists()
    job = Job.objects.get(kind="give_name")
    assert give_name.run(job.parameters, job.asked_by, lambda _done, _total: None) == {"statements": 3}
    assert models.Correction.objects.get().who == "an"
    assert give_name.run(job.parameters, job.asked_by, lambda _done, _total: None) == {"statements": 0}


def test_an_area_takes_the_form_of_its_time(an: Client) -> None:
    page = an.get(address("Kinh Bắc xưa", "dia-ban", thanh="bắc ninh")).content.decode()
    assert an.post(address("Kinh Bắc xưa", "dia-ban"), fields(page)).status_code == 302
    assert models.Correction.objects.get().to == "bắc ninh"
    assert DatabaseRegistry().statements()
