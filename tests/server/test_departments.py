"""What a department hands in: its own until its leader releases it, seen by the office then, standing once approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from tests.server.intake import logged_in, page
from tests.server.laid_out import of_text
from tests.server.test_approving import LINE, code_of, mention, person, report

from camket.errors import UsageError
from camket.model.period import parse_period
from camket.server.accounts import add_user
from camket.server.jobs.models import Became, Upload, UploadedPaper
from camket.server.pages import boards
from camket.server.registry import models
from camket.server.registry.access import PUBLIC, Reader
from camket.server.registry.acting import CONSOLE, Actor, actor
from camket.server.registry.actions.approve import approve, send_back
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.prefer import prefer
from camket.server.registry.actions.release_paper import release_paper
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.loading import Loader
from camket.server.registry.models.document import Stage
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db
FINANCE, ELSEWHERE = "so-tai-chinh", "so-tai-chinh@lao-cai-1991"
OFFICE = Reader(levels=("public", "internal"))


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


def handed_in(name: str, text: str, owner: str = FINANCE, access: str = "internal") -> models.Document:
    extraction, data = of_text(name, text)
    FileStore(configured.CONFIGURATION.files).put(data)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=date(2023, 1, 5), access=access, owner=owner)])
    return models.Document.objects.get(sha256=bytes.fromhex(extraction.document.sha256))


def loaded(data: bytes, name: str, who: str, *, access: str, owner: str = "") -> None:
    """A file taken in as an upload is, by an account."""
    files = FileStore(configured.CONFIGURATION.files)
    Loader(files, read_on=date(2023, 1, 5), access=access, owner=owner, who=Actor(who), batch=1).take(data, name, name)


def standing(reader: Reader | None = None) -> str:
    """The growth of 2022 that stands for a reader."""
    year = parse_period("2022")
    assert year is not None
    registry = DatabaseRegistry() if reader is None else DatabaseRegistry().seen_by(reader)
    found = registry.standing(LINE, year)
    return "" if found is None else str(found.statement.figure.value)


def in_use(client: Client) -> bool:
    """Whether the page of the indicator gives a number as in use."""
    answer = client.get("/chi-tieu/grdp/bac-ninh-1997")
    return answer.status_code == 200 and "8,8%" in answer.content.decode()


def person_of(name: str, body: str) -> Actor:
    """The leader of a body."""
    return actor(add_user(name, "mot-mat-khau-dai", "release", body=body))


@pytest.fixture
def paper() -> models.Document:
    return handed_in("so", report(1, "đạt 8,8%"))


class TestTheWay:
    def test_the_office_sees_nothing_before_the_leader_releases_it(self, paper: models.Document) -> None:
        addresses = (f"/van-ban/{paper.slug}", f"/van-ban/{paper.slug}/tep", f"/so-lieu/{mention(paper)}",
                     f"/lich-su/van-ban/{paper.slug}", f"/lich-su/so-lieu/{mention(paper)}",
                     f"/phan-anh/{mention(paper)}", f"/van-ban/{paper.slug}/ra-soat")  # fmt: skip
        lists = ("/van-ban", "/ra-soat", "/ra-soat?xem=du-kien", "/tim-kiem?q=GRDP", "/phe-duyet", "/nap-van-ban",
                 "/thay-doi/bac-ninh-1997?tu=2022-01-01", "/van-ban?format=csv", "/gan-ten")  # fmt: skip
        for role in ("officer", "approver", "administrator"):
            client = logged_in(role, role)
            assert {client.get(each).status_code for each in addresses} == {404}, role
            for each in lists:
                assert paper.slug not in page(client, each) and "8,8%" not in page(client, each), (role, each)
            assert not in_use(client)
        own = logged_in("nhap", "department")
        assert [own.get(each).status_code for each in addresses[:2]] == [200, 200]
        assert paper.slug in page(logged_in("lanh-dao", "release"), "/phe-duyet")
        assert own.get(f"/van-ban/{paper.slug}/ra-soat").status_code == 403

    def test_nobody_of_the_office_asks_for_it(self, paper: models.Document) -> None:
        with pytest.raises(UsageError) as refused:
            ask_approval(person("cb", "officer"), paper.slug)
        assert code_of(refused) == "paper.unknown"
        assert logged_in("cb2", "officer").post("/phe-duyet/de-nghi", {"paper": paper.slug}).status_code == 400

    def test_it_is_seen_when_released_and_stands_when_approved(self, paper: models.Document) -> None:
        officer, public = logged_in("cb", "officer"), Client()
        leader = logged_in("lanh-dao", "release")
        assert leader.post("/phe-duyet/chuyen", {"paper": paper.slug}).status_code == 302
        paper.refresh_from_db()
        assert paper.stage == Stage.RELEASED
        assert "8,8%" in page(officer, f"/van-ban/{paper.slug}")
        assert paper.slug in page(officer, "/phe-duyet") and "Sở Tài chính" in page(officer, "/phe-duyet")
        assert public.get(f"/van-ban/{paper.slug}").status_code == 404
        assert (standing(), standing(OFFICE), standing(PUBLIC)) == ("", "", "")
        assert not in_use(officer)
        approve(person("sep", "approver"), models.Approval.objects.get().id)
        assert (standing(), standing(OFFICE), standing(PUBLIC)) == ("8.8", "8.8", "8.8")
        assert in_use(public) and in_use(officer)
        assert "8,8%" in page(officer, "/thay-doi/bac-ninh-1997")
        assert verify_chain() is None
        assert [str(each.message) for each in examine(FileStore(configured.CONFIGURATION.files))] == []

    def test_sent_back_it_stays_the_offices_to_see_and_is_released_again(self, paper: models.Document) -> None:
        leader = person_of("lanh-dao", FINANCE)
        with pytest.raises(UsageError):
            release_paper(person_of("khac", ""), paper.slug)  # of no body
        release_paper(leader, paper.slug)
        send_back(CONSOLE, models.Approval.objects.get().id, why="thiếu biểu")
        assert (standing(), models.Document.objects.get().stage) == ("", Stage.RELEASED)
        release_paper(leader, paper.slug)
        approve(CONSOLE, models.Approval.objects.order_by("-id")[0].id)
        assert standing() == "8.8"


class TestCopies:
    def test_the_same_text_published_stands_for_all_whatever_a_department_keeps(self) -> None:
        text = report(1, "đạt 8,8%")
        own = handed_in("so", text)
        shown = handed_in("bao", text + "\n", owner="", access="public")
        for reader in (None, OFFICE, PUBLIC, Reader(body=FINANCE)):
            assert standing(reader) == "8.8", reader
        own.refresh_from_db()
        assert (own.stands_for_id, shown.stands_for_id) == (shown.id, None)
        assert DatabaseRegistry().seen_by(Reader(body=FINANCE)).papers().count() == 1
        assert [str(each.message) for each in examine(FileStore(configured.CONFIGURATION.files))] == []

    def test_the_same_bytes_that_reach_the_office_are_the_offices(self, paper: models.Document) -> None:
        handed_in("so", report(1, "đạt 8,8%"), owner="", access="public")
        paper.refresh_from_db()
        assert (paper.stage, paper.access, paper.owner) == (Stage.STANDS, "public", FINANCE)
        assert standing(PUBLIC) == "8.8"
        assert [str(each.message) for each in examine(FileStore(configured.CONFIGURATION.files))] == []

    def test_who_prefers_a_figure_is_told_to_the_office_alone(self) -> None:
        row = handed_in("bao", report(1, "đạt 8,8%"), owner="", access="public")
        prefer(Actor("sep-cua-van-phong"), mention(row), why="đã đối chiếu")
        assert "sep-cua-van-phong" in page(logged_in("cb", "officer"), "/phe-duyet")
        assert "sep-cua-van-phong" not in page(logged_in("nhap", "department"), "/phe-duyet")

    def test_a_file_handed_in_again_by_the_office_is_the_offices(self) -> None:
        text = report(1, "đạt 8,8%").encode()
        loaded(text, "so-lieu", "nhap", owner=FINANCE, access="internal")
        loaded(text, "a-cua-van-phong", "cb", access="public")
        row = models.Document.objects.get()
        assert (row.stage, row.access, row.owner, row.name) == (Stage.STANDS, "public", FINANCE, "a-cua-van-phong")
        assert standing(PUBLIC) == "8.8"
        assert [str(each.message) for each in examine(FileStore(configured.CONFIGURATION.files))] == []

    def test_nobody_names_a_paper_that_he_may_not_see(self) -> None:
        text, closed = report(1, "đạt 8,8%").encode(), report(2, "đạt 9,1%").encode()
        loaded(text, "so-lieu", "nhap", owner=FINANCE, access="internal")
        loaded(closed, "to-trinh", "sep", access="restricted")
        loaded(text, "a-cua-so-khac", "nhap-khac", owner="so-xay-dung", access="internal")
        loaded(closed, "a-cua-chuyen-vien", "cb", access="public")
        assert set(models.Document.objects.values_list("name", "access", "owner")) == {
            ("so-lieu", "internal", FINANCE), ("to-trinh", "restricted", "")
        }  # fmt: skip
        loaded(text, "a-cua-so", "nhap", owner=FINANCE, access="internal")
        loaded(closed, "b-to-trinh", "sep", access="restricted")
        assert set(models.Document.objects.values_list("name", flat=True)) == {"a-cua-so", "b-to-trinh"}

    def test_a_withdrawn_one_leaves_a_tombstone_for_its_body_alone(self, paper: models.Document) -> None:
        withdraw(CONSOLE, paper.slug, why="nhầm tệp")
        slug = models.Document.objects.get().slug
        assert logged_in("cb", "officer").get(f"/van-ban/{slug}").status_code == 404
        assert logged_in("nhap", "department").get(f"/van-ban/{slug}").status_code == 410


class TestUploads:
    def test_those_of_a_department_are_its_own(self, paper: models.Document) -> None:
        row = Upload.objects.create(batch="lo-cua-so", who="nhap", access="internal", files=1, body=FINANCE)
        UploadedPaper.objects.create(upload=row, place=1, became=Became.ADDED, name="so-lieu-quy-4.txt", document=paper)
        officer = logged_in("cb", "officer")
        assert officer.get("/nap-van-ban/lo-cua-so").status_code == 404
        assert "lo-cua-so" not in page(officer, "/nap-van-ban")
        own = logged_in("nhap", "department")
        assert "so-lieu-quy-4.txt" in page(own, "/nap-van-ban/lo-cua-so")

    def test_a_paper_that_may_not_be_seen_is_named_nowhere(self) -> None:
        row = handed_in("kin", report(3, "đạt 9,1%"), owner="", access="restricted")
        upload = Upload.objects.create(batch="lo-kin", who="sep", access="restricted", files=1)
        UploadedPaper.objects.create(upload=upload, place=1, became=Became.ADDED, name="to-trinh-kin.txt", document=row)
        told = page(logged_in("cb", "officer"), "/nap-van-ban/lo-kin")
        assert "to-trinh-kin" not in told and "Tình hình" not in told
        assert "to-trinh-kin" in page(logged_in("sep", "approver"), "/nap-van-ban/lo-kin")


class TestProvinces:
    def test_departments_of_one_name_do_not_see_each_others_papers(self) -> None:
        here, there = handed_in("day", report(1, "đạt 8,8%")), handed_in("kia", report(2, "đạt 7,7%"), owner=ELSEWHERE)
        one, other = logged_in("a", "department"), logged_in("b", "department", ELSEWHERE)
        for client, own, others in ((one, here, there), (other, there, here)):
            assert page(client, f"/van-ban/{own.slug}")
            assert client.get(f"/van-ban/{others.slug}").status_code == 404
        with pytest.raises(UsageError) as refused:
            release_paper(person_of("c", ELSEWHERE), here.slug)
        assert code_of(refused) == "paper.unknown"
        assert "Sở Tài chính, Tỉnh Lào Cai" in page(other, "/tai-khoan")

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("so-tai-chinh", "so-tai-chinh"),
            ("so-tai-chinh@bac-ninh-2026", "so-tai-chinh@bac-ninh-1997"),  # forms of one place are one
            ("so-tai-chinh@Lào Cai", "so-tai-chinh@lao-cai-1991"),
            ("", ""),
        ],
    )
    def test_a_body_is_kept_with_the_first_form_of_its_place(self, given: str, kept: str) -> None:
        person_of("a", given)
        assert models.Account.objects.get().body == kept

    @pytest.mark.parametrize(("given", "code"), [("khong-co", "user.no_body"), ("so-tai-chinh@xứ lạ", "user.no_place")])
    def test_what_the_catalogue_does_not_have_is_refused(self, given: str, code: str) -> None:
        with pytest.raises(UsageError) as refused:
            person_of("a", given)
        assert code_of(refused) == code

    def test_an_administrator_gives_a_place_on_the_page(self) -> None:
        admin = logged_in("qt", "administrator")
        made = {"name": "ld", "role": "release", "body": "so-tai-chinh", "place": "Tỉnh Lào Cai"}
        assert admin.post("/quan-tri/tai-khoan/them", made).status_code == 200
        account = models.Account.objects.get(user__username="ld")
        assert account.body == ELSEWHERE
        assert "Tỉnh Lào Cai" in page(admin, f"/quan-tri/tai-khoan/{account.user_id}")


def test_boards_of_the_office_hold_nothing_that_waits(paper: models.Document) -> None:
    for reader in (OFFICE, Reader(body=FINANCE)):
        assert not boards.refresh(reader).places.exists()
    models.Document.objects.filter(id=paper.id).update(stage=Stage.RELEASED)
    assert not boards.refresh(OFFICE).places.exists()
