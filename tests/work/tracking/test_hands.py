"""Lists in other hands: heads of two rows with names of their own, headings in capitals, feet where they fall."""

from __future__ import annotations

from datetime import date

import pytest
from tests.made.tracking import book_of
from tests.work.tracking.listing import imported, imported_book, only, row


def test_what_stands_under_the_head_of_results_is_the_result_and_no_other_paper() -> None:
    listed = imported_book(
        book_of(
            (
                "theo kết luận",
                (
                    ("STT", "Nội dung kết luận", "Giao cho", "Hạn", "Kết quả", None),
                    (None, None, None, None, "Nội dung báo cáo", "Tỷ lệ (%)"),
                    ("A", "Thông báo số 41/TB-VP ngày 2/3/2026 về kết luận của Chủ tịch UBND tỉnh"),
                    (1, "Rà soát quy hoạch", "Sở Xây dựng", "30/6/2026", "Đã có BC số 9/BC-SXD ngày 5/5/2026", None),
                ),
            )
        )
    )
    task = only(listed)
    assert (task.task.sources[0].number, task.task.given) == ("41/TB-VP", date(2026, 3, 2))
    assert [(event.kind, event.evidence[0].number) for event in task.events] == [("reported", "9/BC-SXD")]


def test_what_stands_under_the_head_of_dues_is_the_due_that_was_put_off() -> None:
    head = ("STT", "Nội dung công việc", "CQ chủ trì", "Hạn xử lý", None, "Đánh giá")
    below = (None, None, None, "Ban đầu", "Gia hạn", None)
    told = (1, "Rà soát quy hoạch", "Sở Xây dựng", "30/6/2026", "15/8/2026", None)
    task = only(imported_book(book_of(("Nhiệm vụ", (head, below, told)))))
    assert (task.task.due.day, task.due_now) == (date(2026, 6, 30), date(2026, 8, 15))


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì lập quy chế phối hợp quản lý khoáng sản tại hồ chứa nước số 12",
        "Phối hợp rà soát nội dung công việc chậm tiến độ",
    ],
)
def test_a_row_whose_words_hold_names_of_columns_is_no_head(text: str) -> None:
    listed = imported(
        row(), row(text, number="02", due="Không thời hạn", paper_day=None, status="HT"), row("Việc đứng sau")
    )
    assert [each.kind for each in listed.rows] == ["head", "task", "task", "task"]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("VĂN PHÒNG UBND TỈNH", "van-phong-ubnd-tinh"),
        ("UBND PHƯỜNG KINH BẮC", "UBND phường Kinh Bắc"),
        ("BAN QUẢN LÝ DỰ ÁN GIAO THÔNG TỈNH", "Ban Quản lý dự án giao thông tỉnh"),
    ],
)
def test_a_heading_in_capitals_leads_under_its_own_name_and_the_giver_of_a_sheet_never(heading: str, lead: str) -> None:
    known = row("Việc của chính đơn vị ấy", lead=lead if lead[0].isupper() else "Văn phòng UBND tỉnh")
    listed = imported(("I", None, None, heading), row(lead=None), known, name="Chính phủ giao")
    assert [each.task.lead for each in listed.tasks] == [lead, lead]


def test_a_sheet_named_for_who_gives_leads_nothing() -> None:
    listed = imported(row(lead=None), name="Chính phủ giao")
    assert (only(listed).task.lead, only(listed).task.giver) == ("", "chinh-phu")


def test_a_later_due_is_asked_for_where_the_first_one_cannot_be_read() -> None:
    (event,) = only(imported(row(due="31/6/2026", result="Xin lùi đến 15/8/2026"))).events
    assert event.kind == "asked"


def test_a_title_cut_within_a_word_is_the_task_whose_words_it_begins() -> None:
    whole = "Rà soát quy hoạch phân khu và báo cáo Chủ tịch UBND tỉnh xem xét"
    listed = imported(row(whole), row(whole[: whole.index("nh xem xét")] + "..."))
    assert [each.kind for each in listed.rows] == ["head", "task", "double"]


def test_feet_are_feet_in_any_column() -> None:
    head = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Trạng thái", None)
    below = (None, None, None, None, "Hoàn thành", "Đang thực hiện")
    rows = (
        (1, "Rà soát quy hoạch", "Sở Xây dựng", "30/6/2026", "x", None),
        ("* Nhiệm vụ in nghiêng là nhiệm vụ mới phát sinh",),
        (None, None, None, None, "NGƯỜI LẬP BIỂU"),
        (None, None, None, None, "Nguyễn Văn An"),
    )
    listed = imported_book(book_of(("Nhiệm vụ", (head, below, *rows))))
    assert [each.kind for each in listed.rows] == ["head", "head", "task", "foot", "foot", "foot"]
