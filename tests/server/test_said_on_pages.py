"""What pages say and how they write it: names, days, numbers of papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone
from tests.server.intake import logged_in, page
from tests.server.test_approving import report, taken
from tests.server.test_plan_lists import ROWS, typed
from tests.server.test_plans import ID, enter, entry

from camket.model.message import message
from camket.server.pages.naming import who_did
from camket.server.pages.work.saying import printed, said
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.correct_name import correct_name
from camket.words import Language, sentences

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NIGHT = datetime(2026, 6, 1, 20, 30, tzinfo=UTC)
"""In Vietnam half past three on the second of June."""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Any) -> Iterator[None]:
    from msgspec.structs import replace

    (tmp_path / "data").mkdir()
    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path / "data")
    yield


@pytest.mark.parametrize(
    ("name", "language", "called"),
    [
        ("console", "vi", "dòng lệnh trên máy chủ"),
        ("reader", "en", "a reader of the pages"),
        ("van-an", "vi", "van-an"),
    ],
)
def test_names_of_records_that_are_no_accounts_are_words(name: str, language: Language, called: str) -> None:
    assert who_did(name, language) == called


def test_no_page_tells_what_records_call_the_machine() -> None:
    taken("bao", report(1, "đạt 8,8%"))
    correct_name(CONSOLE, "indicator", "other:san_luong", "industrial_output", why="cùng một chỉ tiêu")
    shown = page(logged_in("cb", "officer"), "/gan-ten?loai=da-gan")
    assert "dòng lệnh trên máy chủ, " in shown and "console" not in shown


@pytest.mark.parametrize(
    ("words", "language", "written"),
    [("16,47%", "en", "16.47%"), ("9.831", "en", "9,831"), ("1.602,5", "en", "1,602.5"), ("16,47%", "vi", "16,47%")],
)
def test_what_papers_print_is_written_with_the_marks_of_the_page(words: str, language: Language, written: str) -> None:
    assert printed(words, language) == written
    told = message("work.numbers.no_whole", printed=words, part="1602")
    assert said(told, language).startswith(written)


def test_targets_are_entered_on_the_day_of_vietnam() -> None:
    with patch.object(timezone, "now", return_value=NIGHT):
        enter(entry("1"))
    assert models.Target.objects.get().entered_on == date(2026, 6, 2)


def test_the_form_of_a_plan_names_its_area_and_finds_it_again() -> None:
    officer = logged_in("cb", "officer")
    form = typed(*ROWS[1:2])
    officer.post(officer.post("/ke-hoach/nap", form)["Location"])
    shown = page(officer, f"/ke-hoach/nap?ke-hoach={ID}")
    assert 'value="Tỉnh Bắc Ninh"' in shown
    again = page(officer, officer.post("/ke-hoach/nap", form | {"area": "Tỉnh Bắc Ninh"})["Location"])
    assert "không làm thay đổi gì" in again


@pytest.mark.parametrize(
    ("typed_names", "kept_ids"),
    [
        ("Tổng sản phẩm trên địa bàn", ["grdp"]),
        ("GRDP; Tỷ lệ hộ nghèo", ["grdp", "poverty_rate"]),
        ("tong san pham tren dia ban; ", ["grdp"]),
        ("GRDP, Tỷ lệ hộ nghèo", ["grdp", "poverty_rate"]),
        ("grdp poverty_rate", ["grdp", "poverty_rate"]),  # ids, as they could always be typed
    ],
)
def test_indicators_of_a_freeze_are_typed_by_name(typed_names: str, kept_ids: list[str]) -> None:
    taken("bao", report(1, "đạt 8,8%"))
    form = {"name": "Quý IV", "area": "bac-ninh-1997", "indicators": typed_names}
    assert logged_in("cb", "officer").post("/chot-so-lieu", form).status_code == 302
    assert models.Freeze.objects.get().indicators == kept_ids


def test_names_that_the_catalogue_does_not_know_keep_their_marks() -> None:
    taken("bao", report(1, "đạt 8,8%. Tỉnh có 350 biên chế giáo viên mầm non"))
    row = (
        models.Placement.objects.filter(series__indicator__startswith="other:").select_related("series", "fact").first()
    )
    assert row is not None and row.series is not None and row.fact is not None
    of, officer = row.series.indicator, logged_in("cb", "officer")
    plain = of.removeprefix("other:").replace("_", " ")
    shown = page(officer, f"/gan-ten/ten?loai=chi-tieu&ten={of}&thanh=jobs_created")
    assert f"{plain}, " not in shown
    history = page(officer, f"/lich-su/so-lieu/{bytes(row.fact.mention).hex()}")
    assert f"{plain}, " not in history


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_pages_say_of_lists_names_no_option_of_the_command_line(language: Language) -> None:
    for code in ("list.no_source", "work.programme.no_title", "work.projects.no_year", "work.projects.no_day"):
        assert "--" not in sentences(language)[code], code
