"""What `camket explain` shows a person."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from camket.cli.app import app
from camket.report.layout import shown_width

SENTENCES = (
    "Thu ngân sách nhà nước năm 2022 đạt 30.500 tỷ đồng, trong đó thu nội địa 22.000 tỷ đồng, tăng 8% so với năm 2021.",
    "Vốn FDI cấp mới đạt 1,2 tỷ USD; có 15 tổ hợp tác kiểu mới.",
    "Bí thư Tỉnh ủy Trần Văn Lâm yêu cầu các sở, ngành giải ngân 95% kế hoạch; đến nay đã hoàn thành 18/22 chỉ tiêu.",
    "Tỉnh đề nghị Bộ Tài chính bố trí thêm 500 tỷ đồng theo Quyết định số 12/QĐ-TTg ngày 5/1/2024.",
)
CODE = re.compile(r"\b(?:reason|explain|stage|lexicon|directive|role|tally)\.[a-z_.]+")


def shown(sentence: str, *options: str, width: int = 100) -> str:
    result = CliRunner(env={"COLUMNS": str(width), "CAMKET_LANG": None}).invoke(app, ["explain", sentence, *options])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [60, 100, 140])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_lines_fit_and_no_code_is_seen(sentence: str, width: int, language: str) -> None:
    text = shown(sentence, "--lang", language, "--date", "2024-12-30", "--area", "Hà Nam", width=width)
    cards = text.split("Các bước đọc" if language == "vi" else "Steps of reading")[0]
    assert all(shown_width(line) <= width for line in cards.splitlines())
    assert not CODE.findall(text)
    assert "{" not in text


def test_reasons_and_rivals_are_told_apart() -> None:
    lines = [line.strip() for line in shown(SENTENCES[0], "--area", "Hà Nam").splitlines()]
    assert "✗ 2021 (“so với năm 2021”): là mốc so sánh" in lines
    assert "✗ Thu nội địa: nêu cho con số sau, 22.000 tỷ đồng" in lines
    assert "Địa bàn     ✓ Văn bản nói về Hà Nam." in lines


def test_doubts_are_marked() -> None:
    text = shown(SENTENCES[1])
    assert "! Chữ “cấp mới” có thể chỉ riêng vốn cấp mới" in text
    assert "! Danh mục không có; lấy theo chữ của văn bản: tổ hợp tác" in text
    assert "! Không câu nào nêu địa bàn." in text


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--date", "30/6/2025", "năm nay"),
        ("--date", "2025-06-30", "năm nay"),
        ("--area", "Hà Nam", "Văn bản nói về Hà Nam"),
    ],
)
def test_the_paper_that_it_stands_in_can_be_given(option: str, value: str, expected: str) -> None:
    text = shown("Trong năm nay, thu ngân sách tăng 8%.", option, value)
    assert expected in text
    assert ("2025" in text) is (option == "--date")


def test_other_facts_show_their_reasons() -> None:
    text = shown(SENTENCES[2], "--lang", "en")
    assert "✓ State met by the words of the sentence." in " ".join(text.split())


def test_nothing_found_is_said() -> None:
    assert shown("Trời đẹp.").strip() == "Không quy tắc nào đọc được gì trong câu này."


def test_what_would_move_the_cursor_is_shown_not_obeyed() -> None:
    assert "\x1b" not in shown("Thu ngân\x1b[2J sách đạt 5 tỷ đồng\x1b]0;x\x07.")
