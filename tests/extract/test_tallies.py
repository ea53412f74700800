"""Tallies: how many of a plan's targets stand where."""

from __future__ import annotations

import unicodedata

import pytest

from camket import extract
from camket.model.document import Document

BEFORE = "Ngày 12/12/2024, UBND tỉnh Hà Nam họp phiên thường kỳ.\n\n"


def tallies(text: str) -> list[tuple[int, int, str, str | None]]:
    found = extract(Document(id="paper", text=BEFORE + text, sha256="", text_sha256="")).tallies
    return [(one.done, one.total, one.state, one.period) for one in found]


COUNTS = [
    ("Năm 2024, tỉnh có 17/18 chỉ tiêu đạt và vượt kế hoạch.", [(17, 18, "achieved_or_exceeded", "2024")]),
    ("Năm 2024 có 12/18 chỉ tiêu vượt kế hoạch.", [(12, 18, "exceeded", "2024")]),
    ("Năm 2023, 02/18 chỉ tiêu không đạt kế hoạch.", [(2, 18, "other", "2023")]),
    # parts take their total from the whole before them
    (
        "Năm 2024, 15/18 chỉ tiêu đạt và vượt, trong đó 09 chỉ tiêu vượt, 06 chỉ tiêu đạt; còn 03 chỉ tiêu không đạt.",
        [
            (15, 18, "achieved_or_exceeded", "2024"),
            (9, 18, "exceeded", "2024"),
            (6, 18, "achieved", "2024"),
            (3, 18, "other", "2024"),
        ],
    ),
    # parts in words, and by what is being done
    (
        "Năm 2024, trong 10 nhiệm vụ, đã hoàn thành 6 nhiệm vụ, đang thực hiện 3 nhiệm vụ, chưa triển khai 1 nhiệm vụ.",
        [(6, 10, "completed", "2024"), (3, 10, "other", "2024"), (1, 10, "other", "2024")],
    ),
    ("Năm 2024, 6 trong tổng số 9 bí thư huyện ủy là nữ.", [(6, 9, "other", "2024")]),
    # things that are built go by several names; what is left of them; hours of work at a counter
    (
        "Năm 2024, với 9 hạng mục, đã có 4 công trình hoàn thành; 5 công trình đang thi công.",
        [(4, 9, "completed", "2024"), (5, 9, "other", "2024")],
    ),
    (
        "Năm 2024, tỉnh hoàn thành 6/8 dự án. Hai dự án còn lại vướng mặt bằng.",
        [(6, 8, "completed", "2024"), (2, 8, "other", "2024")],
    ),
    (
        "Năm 2024, xã tiếp nhận 250 hồ sơ, giải quyết đúng hạn 238 hồ sơ, còn 12 hồ sơ đang giải quyết.",
        [(238, 250, "completed", "2024"), (12, 250, "other", "2024")],
    ),
    # tasks given in one sentence, what came of them in the next
    (
        "Năm 2024, tỉnh được giao 30 nhiệm vụ. Các sở đã hoàn thành 08 nhiệm vụ, đang tích cực triển khai 21 nhiệm vụ.",
        [(8, 30, "completed", "2024"), (21, 30, "other", "2024")],
    ),
    # a share that a target has reached is not the target reached
    (
        "Năm 2024, 11/16 chỉ tiêu đạt và vượt, 03 chỉ tiêu đạt từ 60-70%, 02 chỉ tiêu xấp xỉ đạt.",
        [(11, 16, "achieved_or_exceeded", "2024"), (3, 16, "other", "2024"), (2, 16, "other", "2024")],
    ),
    # parts of a whole that is not named add up to it, where they tell what was not reached too
    (
        "Năm 2024 có 15 chỉ tiêu vượt, 8 chỉ tiêu đạt và 3 chỉ tiêu không đạt.",
        [(15, 26, "exceeded", "2024"), (8, 26, "achieved", "2024"), (3, 26, "other", "2024")],
    ),
    (
        "Năm 2024, huyện đã hoàn thành 12 nhiệm vụ, chưa hoàn thành 2 nhiệm vụ.",
        [(12, 14, "completed", "2024"), (2, 14, "other", "2024")],
    ),
    (
        "Năm 2024, 15 nhiệm vụ đã hoàn thành, 3 nhiệm vụ chưa hoàn thành.",
        [(15, 18, "completed", "2024"), (3, 18, "other", "2024")],
    ),
    # what one body has done of the tasks given to many
    (
        "Năm 2024, tỉnh giao 7 nhiệm vụ cho các sở, trong đó Sở Tài chính đã hoàn thành 3 nhiệm vụ.",
        [(3, 7, "completed", "2024")],
    ),
    # the time that opened the paragraph
    ("Năm 2023, tỉnh đã nỗ lực. Có 15/18 chỉ tiêu đạt và vượt.", [(15, 18, "achieved_or_exceeded", "2023")]),
    # a date and a rank are none
    ("Ngày 12/12, tỉnh xếp thứ 8/63 cả nước.", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[tuple[int, int, str, str | None]]) -> None:
    assert tallies(text) == expected


NO_SUM = [
    "Năm 2024 có 15 chỉ tiêu vượt, 8 chỉ tiêu đạt.",
    "Năm 2024 có 15 chỉ tiêu vượt, 8 nhiệm vụ chưa hoàn thành.",
    "Năm 2024, tỉnh đề ra 30 chỉ tiêu. Có 15 chỉ tiêu vượt, 8 chỉ tiêu đạt và 3 chỉ tiêu không đạt.",
    "Xã Tân có 9 chỉ tiêu vượt, 2 chỉ tiêu không đạt; xã Mỹ có 8 chỉ tiêu vượt, 3 chỉ tiêu không đạt.",
    "Có 15 chỉ tiêu đạt và vượt, 8 chỉ tiêu vượt và 3 chỉ tiêu không đạt.",
    "Năm 2024 có 12 chỉ tiêu vượt, 3 chỉ tiêu không đạt, 2 chỉ tiêu mới.",
    "Năm 2024 có 12 chỉ tiêu vượt, 3 chỉ tiêu không đạt, 2 chỉ tiêu không đạt do dịch bệnh.",
]


@pytest.mark.parametrize("text", NO_SUM)
def test_parts_that_need_not_be_all_are_not_added_up(text: str) -> None:
    assert tallies(text) == []


def test_parts_that_add_up_are_no_figures() -> None:
    text = BEFORE + "Năm 2024 có 15 chỉ tiêu vượt, 8 chỉ tiêu đạt và 3 chỉ tiêu không đạt."
    assert extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures == ()


def test_a_part_without_a_whole_is_no_tally() -> None:
    assert tallies("Năm 2024 có 03 chỉ tiêu không đạt.") == []


def test_the_form_of_letters_does_not_hide_a_congress() -> None:
    text = "Nhiệm kỳ 2020-2025 sắp hết. Tỉnh đã đạt 20/28 mục tiêu Đại hội Đảng bộ tỉnh lần thứ XX đề ra."
    assert tallies(unicodedata.normalize("NFD", text)) == tallies(text)
