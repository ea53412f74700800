from __future__ import annotations

import pytest

from camket.model.message import Message, message
from camket.report.wording import reason

TWO_SOURCES = message(
    "assess.contradiction_sources",
    indicator="grdp",
    measure="growth",
    area="bac-ninh-1997",
    period="2019",
    values="1,1%; -2,3%",
)
REASONS: list[tuple[Message, str | None, str]] = [
    (
        message("assess.met", value="38500000000000", bound="38000000000000", period="2024"),
        "VND",
        "38.500 tỷ đồng (kỳ 2024) đạt mức 38.000 tỷ đồng.",
    ),
    (
        message("assess.nearly_met", value="6.03", bound="6.3", period="2024", share="95.7", nearly="95"),
        "percent",
        "6,03% (kỳ 2024) bằng 95,7% mức 6,3%; từ 95% là cơ bản đạt.",
    ),
    (
        TWO_SOURCES,
        None,
        (
            "Tổng sản phẩm trên địa bàn (GRDP) (so với cùng kỳ), Tỉnh Bắc Ninh, 2019: các nguồn chưa thống nhất: "
            "1,1%; -2,3%."
        ),
    ),
]


@pytest.mark.parametrize(("said", "unit", "sentence"), REASONS)
def test_a_reason_is_worded_for_people(said: Message, unit: str | None, sentence: str) -> None:
    assert reason(said, "vi", unit) == sentence


def test_a_document_called_like_a_number_keeps_its_name() -> None:
    assert reason(message("assess.document_undated", document="2024"), "en").startswith("2024:")


def test_no_id_is_shown_for_an_indicator_outside_the_catalogue() -> None:
    said = message("assess.other_indicator", indicator="other:nha_tam")
    assert "other:" not in reason(said, "vi")
    assert "nha tam" in reason(said, "vi")
