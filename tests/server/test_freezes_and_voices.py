"""Figures kept under a name, and reports of readers, as each reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.signing import TimestampSigner, b62_encode
from django.test import Client
from django.utils import timezone
from tests.server.intake import logged_in, page, today
from tests.server.test_approving import mention, report, taken

from camket.model.period import parse_period
from camket.server.pages import boards
from camket.server.registry import models
from camket.server.registry.access import PUBLIC
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.approve import close_paper
from camket.server.registry.actions.freeze import freeze
from camket.server.registry.actions.load_plan import load_plan
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.freezing import Scope
from camket.server.registry.planning import Entry

pytestmark = pytest.mark.django_db
AREAS = ("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


class TestFreeze:
    def test_what_stood_and_what_differs_now(self) -> None:
        taken("cu", report(1, "ước đạt 7,1%", day="30 tháng 11 năm 2022"))
        officer = logged_in("can-bo", "officer")
        answer = officer.post("/chot-so-lieu", {"name": "Quý IV/2022", "area": "bac-ninh-1997", "why": "báo cáo"})
        assert answer.headers["Location"] == "/chot-so-lieu/quy-iv-2022"
        address = answer.headers["Location"]
        assert "Chưa có số liệu nào khác khi chốt." in page(Client(), address)
        taken("moi", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        told = page(Client(), address)
        assert "7,1%" in told and "7,39%" in told and "đã khác" in told
        rows = page(Client(), f"{address}?format=csv").splitlines()
        assert len(rows) == 2 and ",7.1," in rows[1] and ",7.39," in rows[1]
        assert Client().get(f"{address}?format=xlsx").content[:2] == b"PK"
        assert models.Freeze.objects.get().who == "can-bo"

    def test_places_come_from_figures_and_plans_from_what_was_entered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Before the first scoreboard of a large registry too, and none of papers that may not be seen."""

        def none_yet(_reader: object) -> None:
            raise boards.NotMadeError

        monkeypatch.setattr(boards, "current", none_yet)
        taken("cu", report(1, "đạt 7,1%"))
        taken("kin", report(2, "đạt 9,9%").replace("Bắc Ninh", "Lào Cai"), access="restricted")
        year = parse_period("2022")
        assert year is not None
        target = Entry(
            number="1", name="GRDP", indicator="grdp", measure="growth", unit="percent", comparator="ge", period="2022",
            value=Decimal(9), cited="Nguyễn Văn An",
        )  # fmt: skip
        load_plan(CONSOLE, "Kế hoạch năm 2022", "Bắc Ninh", year, [target])
        plan = models.Plan.objects.get()
        officer = logged_in("can-bo", "officer")
        form = page(officer, "/chot-so-lieu")
        assert 'value="bac-ninh-1997"' in form and "lao-cai" not in form
        assert f'value="{plan.slug}"' in form
        assert "lao-cai" in page(logged_in("sep", "approver"), "/chot-so-lieu")
        answer = officer.post("/chot-so-lieu", {"name": "Kế hoạch", "area": "bac-ninh-1997", "plan": plan.slug})
        assert answer.status_code == 302
        assert models.Freeze.objects.get().indicators == ["grdp"]

    def test_of_some_indicators(self) -> None:
        taken("cu", report(1, "đạt 7,1%") + "Kim ngạch xuất khẩu của tỉnh Bắc Ninh năm 2022 đạt 45 tỷ USD.\n")
        made = freeze(CONSOLE, "Chỉ GRDP", Scope(area="bac-ninh-2025", indicators=("grdp",)), PUBLIC)
        assert set(made.frozen.values_list("indicator", flat=True)) == {"grdp"}
        assert made.count == 1 and made.area == "bac-ninh-1997"

    def test_internal_figures_are_kept_only_in_the_view_of_those_inside(self) -> None:
        taken("cu", report(1, "đạt 7,1%"), access="internal")
        officer = logged_in("can-bo", "officer")
        asked = {"name": "Nội bộ", "area": "bac-ninh-1997"}
        assert "Chưa có số liệu nào" in officer.post("/chot-so-lieu", asked).content.decode()
        answer = officer.post("/chot-so-lieu", {**asked, "inside": "1"})
        assert answer.status_code == 302
        page(Client(), answer.headers["Location"], 404)
        assert "7,1%" in page(officer, f"{answer.headers['Location']}?xem=tat-ca")

    def test_a_withdrawn_paper_takes_its_values_and_that_is_said(self) -> None:
        row = taken("cu", report(1, "đạt 7,1%"))
        made = freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC)
        withdraw(CONSOLE, row.slug, why="nhầm")
        assert made.frozen.count() == 0
        assert "1 số liệu đã mất cùng văn bản bị rút" in page(Client(), f"/chot-so-lieu/{made.slug}")

    def test_what_was_kept_of_a_paper_that_was_closed_since_is_nothing_new(self) -> None:
        taken("cu", report(1, "đạt 7,1%"))
        row = taken("moi", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        made = freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC)
        close_paper(CONSOLE, row.slug, access="internal", why="nhầm")
        told = page(Client(), f"/chot-so-lieu/{made.slug}")
        assert "7,39%" not in told and "7,1%" not in told
        assert "7,1%" in page(logged_in("can-bo", "officer"), f"/chot-so-lieu/{made.slug}")

    def test_its_note_is_for_those_with_an_account(self) -> None:
        taken("cu", report(1, "đạt 7,1%"))
        made = freeze(CONSOLE, "Quý IV", Scope(area="bac-ninh-1997"), PUBLIC, why="cho phiên họp kín")
        assert "phiên họp kín" not in page(Client(), f"/chot-so-lieu/{made.slug}")
        assert "phiên họp kín" in page(logged_in("can-bo", "officer"), f"/chot-so-lieu/{made.slug}")

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"name": " "}, "Tên bản chốt"),
            ({"name": "Cũ"}, "Đã có bản chốt"),
            ({"area": "khong-co"}, "Chưa chọn địa bàn"),
            ({"indicators": "khong_co"}, "khong_co"),
            ({"plan": "khong-co"}, "Không có kế hoạch"),
        ],
    )
    def test_what_is_refused(self, asked: dict[str, str], code: str) -> None:
        taken("cu", report(1, "đạt 7,1%"))
        freeze(CONSOLE, "Cũ", Scope(area="bac-ninh-1997"), PUBLIC)
        answer = logged_in("can-bo", "officer").post("/chot-so-lieu", {"name": "Mới", "area": "bac-ninh-1997", **asked})
        assert answer.status_code == 400 and code in answer.content.decode()

    def test_it_takes_the_right(self) -> None:
        taken("cu", report(1, "đạt 7,1%"))
        asked = {"name": "Mới", "area": "bac-ninh-1997"}
        assert Client().post("/chot-so-lieu", asked).headers["Location"].startswith("/dang-nhap")
        assert logged_in("so", "department").post("/chot-so-lieu", asked).status_code in (302, 403)
        assert not models.Freeze.objects.exists()
        assert 'method="post"' not in page(Client(), "/chot-so-lieu")


class TestVoice:
    def send(self, client: Client, row: models.Document, said: str, **fields: str) -> Any:
        opened = fields.pop("opened", "") or self.opened(mention(row), 30)
        asked = {"said": said, "opened": opened, "website": "", **fields}
        return client.post(f"/phan-anh/{mention(row)}", asked)

    def opened(self, key: str, ago: int) -> str:
        class Before(TimestampSigner):
            def timestamp(self) -> str:
                return b62_encode(int(timezone.now().timestamp() - ago))

        return Before(salt=TimestampSigner().salt).sign(key)

    def test_it_is_reported_answered_and_shown(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        assert f"/phan-anh/{mention(row)}" in page(Client(), f"/van-ban/{row.slug}")
        answer = self.send(Client(), row, "Báo của Cục Thống kê ghi 7,39%, không phải 7,1%.")
        assert answer.status_code == 302
        assert "Đã nhận phản ánh" in page(Client(), answer.headers["Location"])
        assert "Cục Thống kê ghi" not in page(Client(), f"/phan-anh/{mention(row)}")
        assert "Cục Thống kê ghi" not in page(Client(), "/phan-anh")
        officer = logged_in("can-bo", "officer")
        assert "Chờ trả lời: 1" in page(officer, "/phan-anh")
        number = models.Voice.objects.get().id
        asked = {"do": "answer", "answer": "Đúng, số 7,1% là ước <i>cũ</i>.", "shown": "1"}
        assert officer.post(f"/phan-anh/{number}/tra-loi", asked).status_code == 302
        for address in (f"/phan-anh/{mention(row)}", "/phan-anh"):
            told = page(Client(), address)
            assert "Cục Thống kê ghi" in told and "ước &lt;i&gt;cũ&lt;/i&gt;" in told and "can-bo" not in told
        assert "trả lời một phản ánh" in page(Client(), f"/lich-su/so-lieu/{mention(row)}")

    def test_words_that_are_not_shown_are_not_kept(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        self.send(Client(), row, "Ông Trần Văn Ký, số 0912345678, nói khác.")
        officer, number = logged_in("can-bo", "officer"), models.Voice.objects.get().id
        officer.post(f"/phan-anh/{number}/tra-loi", {"do": "answer", "answer": "Đã đối chiếu, số đúng."})
        assert models.Voice.objects.get().said == ""
        assert "Đã đối chiếu" in page(Client(), f"/phan-anh/{mention(row)}")
        officer.post(f"/phan-anh/{number}/tra-loi", {"do": "dismiss"})
        assert not models.Voice.objects.exists()

    @pytest.mark.parametrize("what", ["trap", "fast", "late", "forged", "links", "short", "twice"])
    def test_what_is_refused(self, what: str) -> None:
        row, client = taken("bao", report(1, "đạt 7,1%")), Client()
        said, fields = "Số này không đúng với báo cáo.", {}
        if what == "trap":
            fields = {"website": "http://x"}
        if what in ("fast", "late"):
            fields = {"opened": self.opened(mention(row), 0 if what == "fast" else 90_000)}
        if what == "forged":
            fields = {"opened": f"{mention(row)}:x:y"}
        said = {"links": "xem http://a http://b http://c", "short": "sai"}.get(what, said)
        if what == "twice":
            assert self.send(client, row, said).status_code == 302
        assert self.send(client, row, said, **fields).status_code == 400
        assert models.Voice.objects.count() == (what == "twice")

    def test_five_a_day_from_one_place_and_no_address_is_kept(self) -> None:
        row, client = taken("bao", report(1, "đạt 7,1%")), Client(REMOTE_ADDR="203.0.113.77")
        for number in range(6):
            status = self.send(client, row, f"Số này không đúng với báo cáo {number}.").status_code
            assert status == (302 if number < 5 else 400)
        assert self.send(Client(REMOTE_ADDR="203.0.113.78"), row, "Từ nơi khác cũng thấy sai.").status_code == 302
        held = repr([list(table.objects.values_list()) for table in (models.VoiceLimit, models.Voice, models.Audit)])
        assert "203.0.113" not in held
        models.VoiceLimit.objects.update(day=today() - timedelta(days=1))
        assert self.send(client, row, "Ngày mới, vẫn thấy chưa đúng.").status_code == 302
        assert not models.VoiceLimit.objects.exclude(day=today()).exists()

    def test_a_withdrawn_paper_takes_its_reports(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        self.send(Client(), row, "Số này không đúng với báo cáo.")
        withdraw(CONSOLE, row.slug, why="nhầm")
        assert not models.Voice.objects.exists()

    def test_answering_takes_the_right(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        self.send(Client(), row, "Số này không đúng với báo cáo.")
        number = models.Voice.objects.get().id
        asked = {"do": "answer", "answer": "x"}
        assert Client().post(f"/phan-anh/{number}/tra-loi", asked).status_code == 302
        assert logged_in("so", "department").post(f"/phan-anh/{number}/tra-loi", asked).status_code == 403
        assert models.Voice.objects.get().answered_at is None

    def test_the_form_is_safe_from_other_sites(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        assert self.send(Client(enforce_csrf_checks=True), row, "Số này không đúng.").status_code == 403
