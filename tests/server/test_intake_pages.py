"""Pages of approval and history, and what changed, as each reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.server.intake import held_since, logged_in, page, today
from tests.server.test_approving import mention, report, taken
from tests.server.test_backup import forget_all
from tests.server.test_withdraw import in_tables, traces

from camket.errors import UsageError
from camket.server.backup import restore, save
from camket.server.backup.tables import table_digests
from camket.server.jobs.models import Upload, UploadedPaper
from camket.server.pages import boards
from camket.server.registry import models
from camket.server.registry.access import PUBLIC, Reader
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.answer_voice import answer_voice
from camket.server.registry.actions.approve import approve
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.correct_paper import correct_paper
from camket.server.registry.actions.freeze import freeze
from camket.server.registry.actions.hold_back import hold_back, lift_embargo
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.prefer import prefer
from camket.server.registry.actions.report_figure import report_figure
from camket.server.registry.actions.revoke_correction import revoke_correction
from camket.server.registry.actions.withdraw import withdraw, withdraw_and_erase
from camket.server.registry.changes import changes
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.freezing import Scope
from camket.server.registry.guard import writing
from camket.server.registry.judging import Asked
from camket.server.registry.voices import READER, demand_room

pytestmark = pytest.mark.django_db
AREAS = ("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


class TestEmbargo:
    ADDRESSES = ("/van-ban", "/tim-kiem?q=GRDP", "/tim-kiem?q=Bắc+Ninh", "/chi-tieu/grdp/bac-ninh-1997", "/",
                 "/chi-tieu", "/so-lieu-chua-thong-nhat", "/nguoi", "/vien-dan", "/dia-ban", "/chot-so-lieu",
                 "/phan-anh",
                 "/thay-doi/bac-ninh-1997?tu=2020-01-01", "/van-ban?format=csv")  # fmt: skip

    def test_no_reader_of_the_public_sees_it_before_the_day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        row = taken("so-moi", report(77, "đạt 9,87%"))
        copy = taken("dang-lai", report(77, "đạt 9,87%") + "\n\n")
        taken("khac", report(5, "đạt 7,1%"))
        public, officer = Client(), logged_in("can-bo", "officer")
        assert any("9,87" in page(public, address) for address in self.ADDRESSES)
        freeze(CONSOLE, "Trước", Scope(area="bac-ninh-1997"), PUBLIC)
        hold_back(CONSOLE, mention(row), until=today() + timedelta(days=3))
        for address in (*self.ADDRESSES, "/chot-so-lieu/truoc?xem=tat-ca", "/chot-so-lieu/truoc?format=csv"):
            told = page(public, address)
            assert "9,87" not in told and "9.87" not in told, address
            assert row.slug not in told and copy.slug not in told
        for each in (row, copy):
            for address in ("/van-ban/{}", "/van-ban/{}/tep", "/lich-su/van-ban/{}"):
                page(public, address.format(each.slug), 404)
            for address in ("/so-lieu/{}", "/lich-su/so-lieu/{}", "/phan-anh/{}"):
                page(public, address.format(mention(each)), 404)
        assert "9,87" in page(officer, f"/van-ban/{row.slug}")
        later = today() + timedelta(days=3)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: later)
        assert "9,87" in page(public, f"/van-ban/{row.slug}")
        assert "9,87" in page(public, "/chi-tieu/grdp/bac-ninh-1997")

    def test_a_board_kept_from_before_does_not_tell_it(self) -> None:
        row = taken("so-moi", report(77, "đạt 9,87%"))
        assert boards.current(PUBLIC).places.exists()
        made = hold_back(CONSOLE, mention(row), until=today() + timedelta(days=3))
        assert not boards.current(PUBLIC).places.filter(values_held__gt=0).exists()
        lift_embargo(CONSOLE, made.id)
        assert boards.current(PUBLIC).places.filter(values_held__gt=0).exists()

    def test_it_is_set_and_lifted_on_the_pages(self) -> None:
        row = taken("so-moi", report(77, "đạt 9,87%"))
        officer, approver = logged_in("can-bo", "officer"), logged_in("lanh-dao", "approver")
        until = (today() + timedelta(days=5)).isoformat()
        asked = {"mention": mention(row), "until": until, "why": "chờ họp báo", "back": "figure"}
        answer = officer.post("/phe-duyet/giu-lai", asked)
        assert answer.headers["Location"] == f"/lich-su/so-lieu/{mention(row)}"
        assert "giữ lại, chưa công bố trước" in page(officer, answer.headers["Location"])
        assert "chờ họp báo" in page(officer, "/phe-duyet")
        number = models.Embargo.objects.get().id
        assert officer.post("/phe-duyet/thoi-giu", {"number": number}).status_code == 400
        page(Client(), f"/van-ban/{row.slug}", 404)
        assert approver.post("/phe-duyet/thoi-giu", {"number": number}).status_code == 302
        page(Client(), f"/van-ban/{row.slug}")


class TestApproval:
    def test_from_asking_to_the_public(self) -> None:
        row = taken("noi-bo", report(1, "đạt 9,87%"), access="internal")
        officer, approver = logged_in("can-bo", "officer"), logged_in("lanh-dao", "approver")
        page(Client(), f"/van-ban/{row.slug}", 404)
        assert "Đề nghị công khai" in page(officer, "/phe-duyet")
        assert officer.post("/phe-duyet/de-nghi", {"paper": row.slug, "why": "đã rà"}).status_code == 302
        told = page(approver, "/phe-duyet")
        assert "Chờ phê duyệt: 1" in told and "Nội bộ → Công khai" in told and "đã rà" in told
        number = models.Approval.objects.get().id
        assert officer.post("/phe-duyet/duyet", {"number": number}).status_code == 400
        without_reason = approver.post("/phe-duyet/tra-lai", {"number": number})
        assert without_reason.status_code == 400  # said beside its form, on the page where one is
        assert f'aria-describedby="t-{number}"' in without_reason.content.decode()
        assert approver.post("/phe-duyet/duyet", {"number": number}).status_code == 302
        assert "9,87" in page(Client(), f"/van-ban/{row.slug}")
        assert "mức người xem thành: Công khai" in page(Client(), f"/lich-su/van-ban/{row.slug}")
        assert "lanh-dao" not in page(Client(), f"/lich-su/van-ban/{row.slug}")
        assert "lanh-dao" in page(officer, f"/lich-su/van-ban/{row.slug}")

    def test_a_body_hands_in_and_its_leader_lets_go(self) -> None:
        entering = logged_in("nhap-lieu", "department", "so-tai-chinh")
        leader = logged_in("giam-doc", "release", "so-tai-chinh")
        other = logged_in("so-khac", "release", "so-cong-thuong")
        row = taken("cua-so", report(1, "đạt 9,87%"), access="internal")
        models.Document.objects.filter(id=row.id).update(owner="so-tai-chinh")
        assert "Sở Tài chính" in page(entering, "/nap-van-ban")
        assert entering.post("/phe-duyet/chuyen", {"paper": row.slug}).status_code == 403
        assert other.post("/phe-duyet/chuyen", {"paper": row.slug}).status_code == 400
        assert row.slug not in page(other, "/phe-duyet")
        assert "Chuyển Văn phòng" in page(leader, "/phe-duyet")
        assert leader.post("/phe-duyet/chuyen", {"paper": row.slug}).status_code == 302
        waiting = models.Approval.objects.get()
        assert (waiting.asked_by, waiting.access) == ("giam-doc", "public")
        approve(CONSOLE, waiting.id)
        assert "9,87" in page(Client(), f"/van-ban/{row.slug}")

    def test_what_may_not_be_seen_is_not_acted_on(self) -> None:
        row = taken("han-che", report(1, "đạt 9,87%"), access="restricted")
        officer = logged_in("can-bo", "officer")
        assert officer.post("/phe-duyet/de-nghi", {"paper": row.slug}).status_code == 400
        until = (today() + timedelta(days=5)).isoformat()
        assert officer.post("/phe-duyet/giu-lai", {"mention": mention(row), "until": until}).status_code == 400
        assert not models.Approval.objects.exists() and not models.Embargo.objects.exists()

    def test_the_page_is_not_for_everybody(self) -> None:
        assert Client().get("/phe-duyet").headers["Location"].startswith("/dang-nhap")
        assert Client().post("/phe-duyet/duyet", {"number": 1}).status_code == 302
        assert logged_in("can-bo", "officer").post("/phe-duyet/khac").status_code == 404
        assert logged_in("x", "officer").get("/phe-duyet/duyet").status_code == 405


def test_a_preferred_figure_is_shown_with_its_reason() -> None:
    low = taken("bao", report(1, "đạt 7,1%"))
    taken("bao-cao", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
    approver = logged_in("lanh-dao", "approver")
    asked = {"mention": mention(low), "why": "đã đối chiếu <b>sổ</b>", "back": "figure"}
    assert approver.post("/phe-duyet/uu-tien", asked).status_code == 302
    told = page(Client(), "/chi-tieu/grdp/bac-ninh-1997")
    assert "được ưu tiên: đã đối chiếu &lt;b&gt;sổ&lt;/b&gt;" in told
    assert "người phê duyệt ưu tiên số khác" in told
    history = page(Client(), f"/lich-su/so-lieu/{mention(low)}")
    assert "được ưu tiên so với các nguồn khác" in history and "đã đối chiếu" in history and "lanh-dao" not in history
    number = models.Preference.objects.get().id
    asked = {"number": str(number), "why": "có số mới", "mention": mention(low), "back": "figure"}
    assert approver.post("/phe-duyet/thoi-uu-tien", asked).status_code == 302
    assert "được ưu tiên:" not in page(Client(), "/chi-tieu/grdp/bac-ninh-1997")


class TestHistory:
    def test_of_a_figure(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        correct_paper(CONSOLE, row.slug, day=date(2023, 1, 2), why="in sai ngày")
        officer = logged_in("a", "officer")
        told, inside = (page(client, f"/lich-su/so-lieu/{mention(row)}") for client in (Client(), officer))
        for each in ("máy đọc (bản", "7,1%", "vào sổ dữ liệu", "ngày của văn bản được sửa thành 02/01/2023"):
            assert each in told and each in inside
        assert "in sai ngày" in inside and "in sai ngày" not in told and "console" not in told
        whole = page(officer, f"/lich-su/van-ban/{row.slug}")
        assert "máy đọc (bản" in whole and "in sai ngày" in whole

    def test_what_is_no_figure_and_what_is_none(self) -> None:
        for address in ("/lich-su/so-lieu/zz", f"/lich-su/so-lieu/{'00' * 16}", "/lich-su/van-ban/khong-co",
                        "/lich-su/ke-hoach/khong-co", "/chot-so-lieu/khong-co", "/phan-anh/zz"):  # fmt: skip
            page(Client(), address, 404)

    def test_of_a_plan(self) -> None:
        with writing():
            plan = models.Plan.objects.create(
                slug="nq-1", kind="yearly", title="NQ 1", area="bac-ninh-1997", period="2023"
            )
            fields = {"plan": plan, "number": "5", "name": "GRDP", "indicator": "grdp", "measure": "growth",
                      "unit": "percent", "comparator": "ge", "period": "2023", "cited_person": "Văn phòng",
                      "entered_on": date(2023, 1, 1)}  # fmt: skip
            old = models.Target.objects.create(value=8, until=date(2023, 7, 1), **fields)
            models.Target.objects.create(value=7, since=date(2023, 7, 1), replaces=old, **fields)
        told = page(Client(), "/lich-su/ke-hoach/nq-1?so=5")
        assert (told.index("8%") < told.index("7%") and "có hiệu lực từ 01/07/2023" in told) or "01/7/2023" in told


class TestChanges:
    def day(self, *, ago: int) -> date:
        return today() - timedelta(days=ago)

    def values(self, since: date, reader: Reader = PUBLIC) -> list[tuple[str, str]]:
        found = changes(reader, AREAS, since)
        return [
            (str(each.before.figure.value) if each.before else "", str(each.after.figure.value) if each.after else "")
            for each in found.values
        ]

    def test_a_new_paper_changes_what_stands(self) -> None:
        held_since(taken("cu", report(1, "ước đạt 7,1%", day="30 tháng 11 năm 2022")), self.day(ago=30))
        held_since(taken("moi", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023")), self.day(ago=2))
        assert self.values(self.day(ago=3)) == [("7.1", "7.39")]
        assert self.values(self.day(ago=1)) == []
        assert self.values(self.day(ago=60)) == [("", "7.39")]
        told = page(Client(), f"/thay-doi/bac-ninh-1997?tu={self.day(ago=3)}")
        assert "7,1%" in told and "7,39%" in told and "Văn bản mới: 1" in told

    def test_a_correction_moves_a_value_and_is_told_to_those_inside(self) -> None:
        row = taken("lac", report(1, "đạt 7,1%"))
        held_since(row, self.day(ago=30))
        correct_paper(CONSOLE, row.slug, area="Hải Dương")
        assert self.values(self.day(ago=3)) == [("7.1", "")]
        (area,) = models.Series.objects.filter(indicator="grdp").values_list("area", flat=True)
        found = changes(PUBLIC, (area,), self.day(ago=3))
        assert [(each.before, str(each.after and each.after.figure.value)) for each in found.values] == [(None, "7.1")]
        address = f"/thay-doi/bac-ninh-1997?tu={self.day(ago=3)}"
        assert "“địa bàn của một văn bản” được gán cho Hải Dương" in page(logged_in("a", "officer"), address)
        told = page(Client(), address)
        assert "Lần sửa tên, ngày, địa bàn (mọi nơi): 1" in told and "được gán cho" not in told

    def test_a_correction_revoked_moves_it_back(self) -> None:
        row = taken("lac", report(1, "đạt 7,1%"))
        held_since(row, self.day(ago=30))
        done = correct_paper(CONSOLE, row.slug, area="Hải Dương")
        with writing():
            models.Correction.objects.update(at=timezone.now() - timedelta(days=10))
        assert self.values(self.day(ago=3)) == []
        revoke_correction(CONSOLE, done.numbers[0])
        assert self.values(self.day(ago=3)) == [("", "7.1")]

    def test_a_judgement_changes_what_stands(self) -> None:
        low = taken("cu", report(1, "ước đạt 7,1%", day="30 tháng 11 năm 2022"))
        high = taken("moi", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        for row in (low, high):
            held_since(row, self.day(ago=30))
        fact = high.facts.get(kind=0)
        judge(CONSOLE, high.slug, [Asked(fact=fact.id, verdict="rejected", why="đọc nhầm")])
        assert self.values(today()) == [("7.39", "7.1")]
        told, inside = (page(c, f"/lich-su/so-lieu/{mention(high)}") for c in (Client(), logged_in("a", "officer")))
        assert "rà soát: bác" in told and "đọc nhầm" not in told and "đọc nhầm" in inside

    def test_a_preference_changes_what_stands(self) -> None:
        low = taken("cu", report(1, "ước đạt 7,1%", day="30 tháng 11 năm 2022"))
        high = taken("moi", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        for row in (low, high):
            held_since(row, self.day(ago=30))
        prefer(CONSOLE, mention(low), why="x")
        assert self.values(today()) == [("7.39", "7.1")]

    def test_an_opened_paper_is_new_to_the_public_and_not_to_those_inside(self) -> None:
        row = taken("noi-bo", report(1, "đạt 7,1%"), access="internal")
        held_since(row, self.day(ago=30))
        approve(CONSOLE, ask_approval(CONSOLE, row.slug).id)
        assert self.values(today()) == [("", "7.1")]
        assert self.values(today(), Reader(levels=("public", "internal"))) == []

    def test_a_withdrawn_paper_is_told_without_its_values(self) -> None:
        row = taken("cu", report(1, "đạt 7,1%"))
        done = withdraw(CONSOLE, row.slug, why="nhầm tệp")
        told = page(Client(), "/thay-doi/bac-ninh-1997")
        assert done.slug in told and "nhầm tệp" not in told
        assert "nhầm tệp" in page(logged_in("a", "officer"), "/thay-doi/bac-ninh-1997")


class TestTraces:
    WORDS = ("Hoàng Mộc Lan", "moc-lan", "8,88", "lan-hoang")

    @pytest.mark.django_db(transaction=True)
    def test_withdrawing_takes_the_words_of_all_that_hangs_on_a_paper(self) -> None:
        row = taken("hoang-moc-lan", report(1, "đạt 8,88% nhờ xưởng Hoàng Mộc Lan"), access="internal")
        (configured.CONFIGURATION.data / "hoang-moc-lan.txt").unlink()  # what the test itself laid there
        figure = mention(row)
        ask_approval(CONSOLE, row.slug, why="xưởng Hoàng Mộc Lan đã xem")
        approve(CONSOLE, models.Approval.objects.get().id, why="Hoàng Mộc Lan đồng ý")
        prefer(CONSOLE, figure, why="Hoàng Mộc Lan đối chiếu")
        freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC)
        report_figure(READER, figure, "Xưởng Hoàng Mộc Lan nói khác.")
        answer_voice(CONSOLE, models.Voice.objects.get().id, "Đã hỏi Hoàng Mộc Lan.")
        hold_back(CONSOLE, figure, until=today() + timedelta(days=3), why="chờ Hoàng Mộc Lan")
        upload = Upload.objects.create(batch="x", who="a", access="public", files=1)
        UploadedPaper.objects.create(upload=upload, place=1, became="added", document=row, name="lan-hoang.docx")
        boards.refresh(Reader(levels=("public", "internal")))
        assert list(examine(FileStore(configured.CONFIGURATION.files))) == []
        assert in_tables(self.WORDS) != []
        withdraw_and_erase(CONSOLE, row.slug, why="nhầm tệp")
        assert in_tables(self.WORDS) == []
        if connection.vendor == "sqlite":
            assert traces(self.WORDS) == []
        assert list(examine(FileStore(configured.CONFIGURATION.files))) == []

    def test_the_doctor_finds_decisions_of_figures_that_are_not_there(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        hold_back(CONSOLE, mention(row), until=today() + timedelta(days=3))
        with writing():
            models.Embargo.objects.update(mention=b"x" * 16)
        codes = [each.message.code for each in examine(FileStore(configured.CONFIGURATION.files))]
        assert codes == ["doctor.decision"]

    def test_a_backup_brings_all_of_it_back(self, tmp_path: Path) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        prefer(CONSOLE, mention(row), why="đối chiếu")
        freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC)
        report_figure(READER, mention(row), "Số này chưa đúng lắm.")
        Upload.objects.create(batch="x", who="a", access="public", files=1)
        demand_room("203.0.113.1")
        saved, before = save(tmp_path / "a.zip", FileStore(configured.CONFIGURATION.files)), table_digests()
        names = {table.name: table.rows for table in saved.tables}
        assert names["registry_frozenvalue"] and names["registry_voice"] and names["jobs_upload"]
        assert "registry_voicelimit" not in names
        forget_all()
        models.VoiceLimit.objects.all().delete()
        restore(tmp_path / "a.zip", FileStore(tmp_path / "other"))
        assert table_digests() == before


def test_pages_ask_the_database_little(django_assert_max_num_queries: Any) -> None:
    row = taken("bao", report(1, "đạt 7,1%"))
    made = freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC)
    officer = logged_in("can-bo", "officer")
    page(officer, "/")
    for address in ("/phe-duyet", f"/lich-su/so-lieu/{mention(row)}", f"/lich-su/van-ban/{row.slug}", "/phan-anh",
                    f"/phan-anh/{mention(row)}", "/chot-so-lieu", f"/chot-so-lieu/{made.slug}?xem=tat-ca",
                    "/thay-doi/bac-ninh-1997?tu=2020-01-01", "/nap-van-ban"):  # fmt: skip
        with django_assert_max_num_queries(40):
            assert re.search("<h1", page(officer, address))


def test_actions_refuse_with_words() -> None:
    with pytest.raises(UsageError):
        freeze(CONSOLE, "x", Scope(area="bac-ninh-1997"), PUBLIC)
