"""Papers opened by an approver, figures held back until a day, figures preferred for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from tests.server.laid_out import of_text

from camket.errors import UsageError
from camket.model.period import parse_period
from camket.model.series import Series
from camket.server.accounts import add_user
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor, actor
from camket.server.registry.actions.approve import approve, close_paper, send_back
from camket.server.registry.actions.ask_approval import ask_approval
from camket.server.registry.actions.hold_back import hold_back, lift_embargo
from camket.server.registry.actions.prefer import end_preference, prefer
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
LINE = Series(indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997", price_basis="constant:2010")


def report(number: int, said: str, *, head: str = "UBND TỈNH BẮC NINH", day: str = "30 tháng 12 năm 2022") -> str:
    return (
        f"{head}\nSố: {number}/BC-UBND\nBắc Ninh, ngày {day}\nBÁO CÁO\nTình hình kinh tế - xã hội năm 2022\n\n"
        f"Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh {said}.\n"
    )


def taken(name: str, text: str, *, access: str = "public", read_on: date = date(2023, 1, 5)) -> models.Document:
    extraction, data = of_text(name, text)
    FileStore(settings.CONFIGURATION.files).put(data)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=read_on, access=access)])
    return models.Document.objects.get(name=name)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


def person(name: str, role: str) -> Actor:
    return actor(add_user(name, PASSWORD, role))


def code_of(refused: Any) -> str:
    return str(refused.value.message.code)


def mention(row: models.Document) -> str:
    return bytes(row.facts.get(kind=0).mention).hex()


def standing() -> str:
    year = parse_period("2022")
    assert year is not None
    found = DatabaseRegistry().standing(LINE, year)
    kept_ = models.Standing.objects.get(series__indicator="grdp", klass=0)
    assert found is not None and kept_.placement.fact is not None
    assert bytes(kept_.placement.fact.mention).hex() == found.statement.id
    return str(found.statement.figure.value)


class TestApproval:
    def test_a_paper_is_asked_for_and_opened_by_another(self) -> None:
        row = taken("noi-bo", report(1, "đạt 7,39%"), access="internal")
        officer, approver = person("can-bo", "officer"), person("lanh-dao", "approver")
        waiting = ask_approval(officer, row.slug, why="đã thống nhất")
        assert (waiting.before, waiting.access, waiting.approved) == ("internal", "public", None)
        with pytest.raises(UsageError) as refused:
            ask_approval(officer, row.slug)
        assert code_of(refused) == "approval.waits"
        with pytest.raises(UsageError) as refused:
            approve(officer, waiting.id)
        assert code_of(refused) == "action.not_allowed"
        approve(approver, waiting.id)
        row.refresh_from_db()
        waiting.refresh_from_db()
        assert (row.access, waiting.approved, waiting.decided_by) == ("public", True, "lanh-dao")
        assert models.Audit.objects.get(action="approve").who == "lanh-dao"

    def test_nobody_approves_what_he_asked_for(self) -> None:
        row = taken("noi-bo", report(1, "đạt 7,39%"), access="restricted")
        approver = person("lanh-dao", "approver")
        waiting = ask_approval(approver, row.slug)
        with pytest.raises(UsageError) as refused:
            approve(approver, waiting.id)
        assert code_of(refused) == "approval.own"
        row.refresh_from_db()
        assert row.access == "restricted"

    def test_it_is_sent_back_with_a_reason_and_may_be_asked_for_again(self) -> None:
        row = taken("noi-bo", report(1, "đạt 7,39%"), access="internal")
        officer, approver = person("can-bo", "officer"), person("lanh-dao", "approver")
        waiting = ask_approval(officer, row.slug)
        with pytest.raises(UsageError) as refused:
            send_back(approver, waiting.id, why=" ")
        assert code_of(refused) == "approval.no_reason"
        send_back(approver, waiting.id, why="số chưa khớp")
        row.refresh_from_db()
        assert row.access == "internal"
        assert ask_approval(officer, row.slug).id != waiting.id

    def test_it_is_closed_again_at_once_but_not_opened_that_way(self) -> None:
        row = taken("cong-khai", report(1, "đạt 7,39%"))
        approver = person("lanh-dao", "approver")
        close_paper(approver, row.slug, access="internal", why="nhầm mức")
        row.refresh_from_db()
        assert row.access == "internal"
        with pytest.raises(UsageError) as refused:
            close_paper(approver, row.slug, access="public", why="x")
        assert code_of(refused) == "approval.not_closer"

    def test_withdrawing_takes_what_was_said(self) -> None:
        row = taken("noi-bo", report(1, "đạt 7,39%"), access="internal")
        ask_approval(CONSOLE, row.slug, why="Hoàng Mộc Lan")
        hold_back(CONSOLE, mention(row), until=timezone.localdate() + timedelta(days=2))
        withdraw(CONSOLE, row.slug, why="nhầm")
        assert not models.Approval.objects.exists() and not models.Embargo.objects.exists()
        assert verify_chain() is None


class TestPreference:
    def test_it_stands_with_its_reason_until_it_is_ended(self) -> None:
        low = taken("bao", report(1, "ước đạt 7,1%", day="30 tháng 11 năm 2022"))
        taken("bao-cao", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        assert standing() == "7.39"
        made = prefer(CONSOLE, mention(low), why="số đã đối chiếu")
        assert standing() == "7.1"
        row = models.Standing.objects.get(series__indicator="grdp", klass=0)
        assert row.reasons[0][0] == "registry.preferred"
        assert list(examine(FileStore(settings.CONFIGURATION.files))) == []
        end_preference(CONSOLE, made.id, why="có số mới")
        assert standing() == "7.39"
        made.refresh_from_db()
        assert (made.why, made.ended_why) == ("số đã đối chiếu", "có số mới")

    def test_one_that_comes_later_and_is_official_stands_all_the_same(self) -> None:
        low = taken("bao", report(1, "đạt 7,1%"))
        taken("bao-cao", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        prefer(CONSOLE, mention(low), why="đã đối chiếu")
        assert standing() == "7.1"
        taken("chinh-thuc", report(3, "đạt 7,5% (số chính thức)", day="6 tháng 10 năm 2024"))
        assert models.Placement.objects.filter(vintage=6).exists()
        assert standing() == "7.5"

    def test_none_is_preferred_to_an_official_one(self) -> None:
        low = taken("bao", report(1, "đạt 7,1%"))
        taken("chinh-thuc", report(3, "đạt 7,5% (số chính thức)", day="6 tháng 10 năm 2024"))
        with pytest.raises(UsageError) as refused:
            prefer(CONSOLE, mention(low), why="đã đối chiếu")
        assert code_of(refused) == "preference.official"
        assert not models.Preference.objects.exists()

    def test_another_of_the_same_group_ends_the_first(self) -> None:
        rows = [taken(f"bao-{each}", report(each, f"đạt 7,{each}%")) for each in (1, 2)]
        first = prefer(CONSOLE, mention(rows[0]), why="a")
        prefer(CONSOLE, mention(rows[1]), why="b")
        first.refresh_from_db()
        assert first.ended_at is not None and standing() == "7.2"
        withdraw(CONSOLE, rows[1].slug, why="nhầm")
        assert standing() == "7.1"

    @pytest.mark.parametrize(("said", "why", "code"), [("00" * 16, "x", "figure.none"), ("zz", "x", "figure.none"),
                                                       ("", " ", "approval.no_reason")])  # fmt: skip
    def test_what_cannot_be_done(self, said: str, why: str, code: str) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        with pytest.raises(UsageError) as refused:
            prefer(CONSOLE, said or mention(row), why=why)
        assert code_of(refused) == code

    def test_it_takes_an_approver(self) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        with pytest.raises(UsageError) as refused:
            prefer(person("can-bo", "officer"), mention(row), why="x")
        assert code_of(refused) == "action.not_allowed"

    def test_a_view_of_an_earlier_day_does_not_know_it(self) -> None:
        low = taken("bao", report(1, "đạt 7,1%"))
        taken("bao-cao", report(2, "đạt 7,39%", day="30 tháng 1 năm 2023"))
        prefer(CONSOLE, mention(low), why="đã đối chiếu")
        year, view = parse_period("2022"), DatabaseRegistry().known_on(timezone.localdate() - timedelta(days=1))
        assert year is not None
        before = view.standing(LINE, year)
        assert before is not None and str(before.statement.figure.value) == "7.39"


class TestEmbargo:
    @pytest.mark.parametrize("days", [-1, 0, 800])
    def test_the_day_is_to_come(self, days: int) -> None:
        row = taken("bao", report(1, "đạt 7,1%"))
        with pytest.raises(UsageError) as refused:
            hold_back(CONSOLE, mention(row), until=timezone.localdate() + timedelta(days=days))
        assert code_of(refused) == "embargo.day"

    def test_only_an_approver_makes_it_shorter(self) -> None:
        row, today = taken("bao", report(1, "đạt 7,1%")), timezone.localdate()
        officer, approver = person("can-bo", "officer"), person("lanh-dao", "approver")
        first = hold_back(officer, mention(row), until=today + timedelta(days=9))
        with pytest.raises(UsageError) as refused:
            hold_back(officer, mention(row), until=today + timedelta(days=3))
        assert code_of(refused) == "embargo.longer"
        with pytest.raises(UsageError) as refused:
            lift_embargo(officer, first.id)
        assert code_of(refused) == "action.not_allowed"
        lift_embargo(approver, first.id)
        with pytest.raises(UsageError) as refused:
            lift_embargo(approver, first.id)
        assert code_of(refused) == "embargo.none"
