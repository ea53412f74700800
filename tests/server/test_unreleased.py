"""What a department handed in and has not released: an administrator takes it out without seeing a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from tests.server.intake import logged_in, page
from tests.server.test_approving import report
from tests.server.test_departments import ELSEWHERE, handed_in, person_of

from camket.server.registry import models
from camket.server.registry.actions.release_paper import release_paper
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]
LIST = "/quan-tri/chua-chuyen"
WORDS = ("8,8%", "Tình hình", "1-bc-ubnd", "so-lieu-thang")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


@pytest.fixture
def paper() -> models.Document:
    return handed_in("so-lieu-thang", report(1, "đạt 8,8%"))


def place(row: models.Document) -> str:
    return f"{LIST}/{bytes(row.sha256).hex()}"


def told(said: str) -> list[str]:
    """The words of the paper that a page or file tells."""
    return [word for word in WORDS if word in said]


def test_it_is_listed_and_previewed_without_a_word_and_goes_with_a_reason(paper: models.Document) -> None:
    admin, own = logged_in("qt", "administrator"), logged_in("nhap", "department")
    code = bytes(paper.sha256).hex()[:12]
    assert code in page(own, f"/van-ban/{paper.slug}")  # what the department tells the administrator
    assert f'href="{LIST}"' in page(admin, "/phe-duyet")
    shown = (page(admin, LIST), admin.get(f"{LIST}?format=csv").content.decode(), page(admin, place(paper)))
    assert all(code in each and "Sở Tài chính" in each for each in shown)
    assert [told(each) for each in shown] == [[], [], []]
    assert "1 dữ kiện" in shown[2]
    for form in ({}, {"why": "nạp nhầm"}, {"sure": "1", "why": " "}):
        assert admin.post(place(paper), form).status_code == 400
    done = admin.post(place(paper), {"why": "nạp nhầm", "sure": "1"}).content.decode()
    assert "Đã rút văn bản" in done and told(done) == []
    row = models.Document.objects.get()
    assert (row.withdrawn_by, row.withdrawn_why, row.name) == ("qt", "nạp nhầm", bytes(row.sha256).hex())
    assert own.get(f"/van-ban/{paper.slug}").status_code == 410
    assert page(admin, LIST, 200).count(code) == 0 and admin.get(place(paper)).status_code == 404
    record = models.Audit.objects.get(action="withdraw")
    assert record.who == "qt" and code in str(record.objects_touched)
    assert verify_chain() is None
    assert [str(each.message) for each in examine(FileStore(configured.CONFIGURATION.files))] == []


def test_once_released_it_is_withdrawn_by_its_own_page(paper: models.Document) -> None:
    admin = logged_in("qt", "administrator")
    release_paper(person_of("lanh-dao", "so-tai-chinh"), paper.slug)
    assert admin.get(place(paper)).status_code == 404
    assert admin.post(place(paper), {"why": "muộn", "sure": "1"}).status_code == 404
    assert models.Document.objects.get().withdrawn_on is None
    assert page(admin, f"/van-ban/{paper.slug}/rut")


@pytest.mark.parametrize("role", ["approver", "officer", "release", "department"])
def test_nobody_else_may(role: str, paper: models.Document) -> None:
    other = logged_in("ai", role)
    assert [other.get(each).status_code for each in (LIST, place(paper))] == [403, 403]
    assert other.post(place(paper), {"why": "x", "sure": "1"}).status_code == 403
    assert models.Document.objects.get().withdrawn_on is None


@pytest.mark.parametrize("digest", ["00", "khong-phai", "f" * 64, "F" * 200])
def test_a_digest_of_nothing_is_not_found(digest: str) -> None:
    assert logged_in("qt", "administrator").get(f"{LIST}/{digest}").status_code == 404


def test_of_copies_that_only_departments_see_the_count_alone_is_told() -> None:
    """An address says number and title, which are words too."""
    text = report(1, "đạt 8,8%")
    public = handed_in("bao", text + "\n", owner="", access="public")
    hidden = [handed_in("so-lieu-thang", text), handed_in("kia", text + "\n\n", owner=ELSEWHERE)]
    admin = logged_in("qt", "administrator")
    shown = page(admin, f"/van-ban/{public.slug}/rut")
    done = admin.post(f"/van-ban/{public.slug}/rut", {"why": "đăng nhầm", "sure": "1"}).content.decode()
    for each in (shown, done):
        assert "Còn 2 văn bản khác có cùng nội dung" in each
        assert not any(row.slug in each for row in hidden)
    other = page(admin, place(hidden[0]))
    assert "Còn 1 văn bản khác" in other and hidden[1].slug not in other


def test_values_that_go_are_counted_alike_before_and_after() -> None:
    row = handed_in("bao", report(1, "đạt 8,8%"), owner="", access="public")
    handed_in("khac", report(2, "đạt 8,9%"), owner="", access="public")
    admin = logged_in("qt", "administrator")
    stood = models.Standing.objects.filter(placement__fact__document=row).count()
    assert f"{stood} số liệu đang sử dụng được chọn lại" in page(admin, f"/van-ban/{row.slug}/rut")
    done = admin.post(f"/van-ban/{row.slug}/rut", {"why": "đăng nhầm", "sure": "1"}).content.decode()
    assert f"chọn lại {stood} số liệu" in done
