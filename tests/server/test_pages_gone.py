"""The page of a plan tells which targets later papers changed or took out, with their words."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from camket import extract, resolve
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db


def paper(name: str, text: str, day: str) -> Extraction:
    head = Head(type="resolution", date=day, area="Bắc Ninh", source_kind="report", title=name)
    digest = name.encode().hex().ljust(64, "0")[:64]
    return resolve(extract(Document(id=name, text=text, sha256=digest, text_sha256=digest, head=head)))


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_what_was_changed_and_taken_out_is_shown_by_which_paper(django_assert_max_num_queries: Any) -> None:
    plan = (
        "Mục tiêu năm 2025: tốc độ tăng trưởng GRDP 8%; tỷ lệ hộ nghèo không quá 1%; tỷ lệ đô thị hóa từ 40% trở lên.\n"
    )
    later = (
        "Điều chỉnh chỉ tiêu tốc độ tăng trưởng GRDP năm 2025 từ 8% xuống 7,5%.\n"
        "Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025.\n"
    )
    DatabaseRegistry().add(
        [
            paper("Nghị quyết về kế hoạch năm 2025", plan, "2024-12-10"),
            paper("Nghị quyết điều chỉnh kế hoạch năm 2025", later, "2025-05-10"),
        ]
    )
    address = "/ke-hoach/bac-ninh-1997/yearly/2025"
    Client().get(address)
    with django_assert_max_num_queries(12):
        page = Client().get(address).content.decode()
    gone = words(page[page.index('id="gone"') :])
    said = "8% điều chỉnh thành 7,5% theo Nghị quyết điều chỉnh kế hoạch năm 2025"
    assert f"Tổng sản phẩm trên địa bàn (GRDP) {said}" in gone
    assert "không quá 1% đưa ra khỏi kế hoạch theo Nghị quyết điều chỉnh kế hoạch năm 2025" in gone
    assert "“Bãi bỏ chỉ tiêu tỷ lệ hộ nghèo năm 2025”" in gone
    targets = words(page[page.index('id="targets"') : page.index('id="gone"')])
    assert "hộ nghèo" not in targets and "7,5%" in targets
    english = words(Client().get(f"{address}?lang=en").content.decode())
    assert "changed to 7.5%" in english and "taken out by" in english
