"""`camket correct`, `camket withdraw` and `camket plan` as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.exchange.test_target_list import GOOD, HEAD, Row
from tests.server.test_corrections import STEEL, papers, slug
from tests.server.test_plans import ID, TITLE
from tests.server.test_plans import papers as resolutions

from camket.cli.app import app
from camket.server.registry import models
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db(transaction=True)
PLAN = ("--title", TITLE, "--area", "Bắc Ninh", "--period", "2022")


def run(*words: str, code: int = 0) -> Result:
    done = CliRunner(env={"COLUMNS": "200", "CAMKET_LANG": None}).invoke(app, list(words))
    assert done.exit_code == code, done.output
    return done


@pytest.fixture(autouse=True)
def loaded() -> None:
    DatabaseRegistry().add(papers())
    resolutions()


def sheet(tmp_path: Path, *rows: Row) -> str:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (HEAD, *rows):
        page.append(tuple(row))
    path = tmp_path / "chi-tieu.xlsx"
    book.save(path)
    return str(path)


class TestCorrect:
    def test_looked_at_made_listed_and_revoked(self) -> None:
        name = ("correct", "indicator", STEEL, "industrial_output")
        shown = run(*name, "--preview").output
        assert "Sẽ chuyển 3 số liệu của 3 văn bản" in shown
        assert "500 tấn" in shown and "450 tấn" in shown
        assert not models.Correction.objects.exists()
        assert "chuyển 3 số liệu" in run(*name, "--why", "tên khác").output
        assert "Không có gì thay đổi" in run(*name).output
        listed = run("correct", "list").output
        assert "tên khác" in listed and "industrial_output" in listed
        (held,) = json.loads(run("correct", "list", "--json").output)
        assert "Đã hủy lần sửa" in run("correct", "revoke", str(held["number"])).output
        assert "Chưa có lần sửa nào" in run("correct", "list").output

    def test_a_paper(self) -> None:
        done = run("correct", "document", slug("bao-cao-2022"), "--date", "5/12/2023", "--area", "Bắc Giang", "--json")
        told = json.loads(done.output)
        assert (told["papers"], told["statements"], len(told["numbers"])) == (1, 3, 2)
        assert str(models.Document.objects.get(name="bao-cao-2022").said_on) == "2023-12-05"

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("indicator", STEEL), "Thiếu ID"),
            (("document",), "Thiếu SLUG"),
            (("list", "x"), "Thừa: x"),
            (("revoke", "một"), "không phải một số"),
            (("revoke", "9"), "Không có lần sửa số 9"),
            (("indicator", STEEL, "khong_co"), "Danh mục không có chỉ tiêu khong_co"),
            (("document", "khong-co", "--area", "Bắc Giang"), "Không có văn bản nào ở địa chỉ khong-co"),
        ],
    )
    def test_wrong_use_is_told(self, words: Sequence[str], told: str) -> None:
        assert told in run("correct", *words, code=2).output


class TestWithdraw:
    def test_it_says_what_went_and_what_is_left_to_do(self) -> None:
        done = run("withdraw", slug("tin-2022"), "--why", "nhầm tệp")
        assert "bỏ 3 dữ kiện" in done.output
        assert "bản sao lưu" in done.output
        tomb = models.Document.objects.get(withdrawn_why="nhầm tệp")
        assert run("withdraw", tomb.slug, "--why", "dọn lại").exit_code == 0

    def test_a_reason_must_be_given(self) -> None:
        assert "lý do" in run("withdraw", slug("tin-2022"), code=2).output


class TestPlan:
    def test_loaded_changed_dropped_and_shown(self, tmp_path: Path) -> None:
        poor = (2, "Tỷ lệ hộ nghèo", "%", 1, "<", 2022, "Sở Nội vụ", "30/NQ-HĐND")
        file = sheet(tmp_path, (1, "Tốc độ tăng trưởng GRDP", "%", 8.5, "≥", 2022, "", "30/NQ-HĐND"), poor)
        assert "thêm 2, sửa 0" in run("plan", "load", file, *PLAN).output
        assert "giữ nguyên 2" in run("plan", "load", file, *PLAN).output
        assert ID in run("plan", "list").output
        assert "sửa 1" in run("plan", "change", ID, "1", "6,5-7%", "--by", "45/NQ-HĐND").output
        assert "bỏ 1; hiện có 1" in run("plan", "drop", ID, "2", "--by", "45/NQ-HĐND").output
        shown = run("plan", "list", ID).output
        assert "6,5-7%" in shown and "dieu-chinh" in shown
        assert "hộ nghèo" not in shown

    def test_every_wrong_row_is_told_and_nothing_is_entered(self, tmp_path: Path) -> None:
        file = sheet(
            tmp_path,
            GOOD,
            (2, "Tỷ lệ hộ nghèo", "%", "?", "quanh", 2022, "", "x"),
            (3, "Tỷ lệ thất nghiệp", "%", 2, "", 2022, "", "77/KH-UBND"),
        )
        told = run("plan", "load", file, *PLAN, code=1).output
        assert told.count("chi-tieu.xlsx") == 3
        assert "dòng 3, cột D" in told and "dòng 3, cột E" in told and "77/KH-UBND" in told
        assert "Có 3 lỗi" in told
        assert not models.Plan.objects.exists()
        found = json.loads(run("plan", "load", file, *PLAN, "--json", code=1).stdout)
        assert [each["where"] for each in found["findings"]] == ["Sheet!D3", "Sheet!E3", "Sheet!B4"]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("load", "x.xlsx", "--area", "Bắc Ninh", "--period", "2022"), "Thiếu --title"),
            (("load", "x.xlsx", "--title", "a", "--area", "Bắc Ninh", "--period", "mai"), "không phải kỳ"),
            (("load", "khong-co.xlsx", *PLAN), "khong-co.xlsx"),
            (("change", ID, "1", "8%"), "Thiếu --by"),
            (("drop", ID), "Thiếu NUMBER"),
            (("drop", ID, "1", "--by", "45/NQ-HĐND"), "Không có kế hoạch"),
            (("list", "khong-co"), "Không có kế hoạch khong-co"),
        ],
    )
    def test_wrong_use_is_told(self, words: Sequence[str], told: str) -> None:
        assert told in run("plan", *words, code=2).output

    @pytest.mark.parametrize(
        ("value", "told"),
        [("30.000", "đơn vị VND"), ("30.000 tấn", "đơn vị VND"), ("nhiều", "đơn vị VND")],
    )
    def test_money_is_never_said_without_its_unit(self, tmp_path: Path, value: str, told: str) -> None:
        row = (1, "Tổng thu ngân sách nhà nước", "tỷ đồng", "33.500", "≥", 2022, "", "30/NQ-HĐND")
        run("plan", "load", sheet(tmp_path, row, (2, *GOOD[1:])), *PLAN)
        assert told in run("plan", "change", ID, "1", value, "--by", "45/NQ-HĐND", code=2).output
        run("plan", "change", ID, "1", "30.000 tỷ đồng", "--by", "45/NQ-HĐND")
        assert models.Target.objects.get(number="1", until=None).value == 30_000_000_000_000
