"""Tracking workbooks: every row is taken or answered, states become events, a second import adds nothing."""

from __future__ import annotations

import io
import time
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made.tracking import book_of, made_book
from tests.work.tracking.listing import (
    BY,
    DAY,
    HEAD,
    LISTING,
    codes,
    imported,
    imported_book,
    kinds,
    only,
    read,
    row,
)

from camket.findings import finding_record
from camket.model.workbook import GridCell, GridRow, GridSheet, Workbook
from camket.words import sentences
from camket.work.tracking.heads import find_heads
from camket.work.tracking.importing import read_tracking
from camket.work.tracking.matching import against, as_known
from camket.work.tracking.reporting import counts_of, trouble_of


def test_five_sheets_of_three_thousand_rows_are_taken_or_answered_in_good_time() -> None:
    book = made_book()
    workbook = read(book.data)
    start = time.process_time()
    listed = read_tracking(workbook, LISTING)
    assert time.process_time() - start < 5
    told = {(each.sheet, each.row): each.kind for each in listed.rows}
    assert len(told) == len(listed.rows)
    assert told == book.kinds
    assert counts_of(listed).tasks == len(listed.tasks) == 2_970
    assert listed.day == date(2026, 7, 15)
    again = against(listed, as_known(listed), BY)
    assert not any(each.events for each in again.tasks)
    assert {each.change for each in again.rows} == {"", "known"}


def test_a_second_import_on_a_later_day_adds_nothing() -> None:
    data = made_book(each=30).data
    first = read_tracking(read(data), LISTING)
    from msgspec.structs import replace

    later = replace(LISTING, day=date(2026, 8, 3), at=datetime(2026, 8, 3, 8, tzinfo=LISTING.at.tzinfo))
    again = against(read_tracking(read(data), later), as_known(first), BY._replace(at=later.at))
    assert [(each.task.id, each.events) for each in again.tasks] == [(each.task.id, ()) for each in first.tasks]


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (("TT", "Trích yếu", "Đơn vị thực hiện", "Hạn xử lý"), "Rà soát quy hoạch"),
        (("No", "Nhiệm vụ được giao", "Chủ trì", "Thời gian hoàn thành"), "Rà soát quy hoạch"),
        (("STT", "Việc phải làm trong kỳ", "Cơ quan đầu mối", "Thời hạn"), "Rà soát quy hoạch"),
        (("T/T", "Tên NV", "ĐV chịu trách nhiệm", "Thời hạn HT"), "Rà soát quy hoạch"),
        (("Mục", "Nhiệm vụ, giải pháp", "CQ chủ trì", "Lộ trình thực hiện"), "Rà soát quy hoạch"),
    ],
)
def test_columns_go_by_many_names(heads: tuple[str, ...], fields: str) -> None:
    task = only(imported((1, f"{fields} phân khu số 2", "Sở Xây dựng", "30/6/2026"), head=heads)).task
    assert (task.text, task.lead, task.due.day) == (f"{fields} phân khu số 2", "so-xay-dung", date(2026, 6, 30))


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Số, ký hiệu VB", "paper"), ("Kết quả cần đạt", "product"), ("Tồn tại, hạn chế", "obstacle"),
        ("Mức độ hoàn thành (%)", "percent"), ("Xin gia hạn", "due_now"),
        ("Số VB kết quả", "evidence"), ("Ngày trả lời", "done_day"), ("Đơn vị liên quan", "supporting"),
        ("Đơn vị được phân công", "lead"), ("Nơi xử lý", "lead"), ("Số hiệu công văn đi", "evidence"),
        ("Lãnh đạo Sở phụ trách", "leader"), ("Căn cứ văn bản", "paper"),
        ("PCT phụ trách", "leader"), ("Công việc đã làm", "result"),
    ],
)  # fmt: skip
def test_a_head_tells_what_its_column_holds(head: str, field: str) -> None:
    book = read(book_of(("Nhiệm vụ", (("STT", "Nhiệm vụ", "Thời hạn", head), (1, "Rà soát", "30/6/2026", "a")))))
    (found,) = find_heads(book.sheets[0].rows)
    told = [each.field for each in found.columns.values()]
    assert field in told


def test_a_column_with_an_unknown_name_is_told_by_what_stands_below() -> None:
    head = ("STT", "Kết luận tại cuộc họp", "Việc", "Nơi nhận việc", "Thời hạn")
    task = only(
        imported((1, "12/TB-VP ngày 3/3/2026", "Rà soát các dự án chậm tiến độ", "Sở Y tế", "30/6/2026"), head=head)
    )
    assert (task.task.sources[0].number, task.task.lead) == ("12/TB-VP", "so-y-te")


@pytest.mark.parametrize(
    ("status", "result", "kind", "day", "said"),
    [
        ("Đã hoàn thành", "120/BC-SXD ngày 25/6/2026", "reported", date(2026, 6, 25), set()),
        ("HT đúng hạn", None, "reported", date(2026, 6, 30), {"done_without_paper", "no_day_of_completion"}),
        ("Đã hoàn thành", None, "reported", date(2026, 6, 30), {"done_without_paper", "due_as_day"}),
        ("Hoàn thành ngày 12/5/2026", None, "reported", date(2026, 5, 12), {"done_without_paper"}),
        ("Hoàn thành quá hạn", None, "reported", DAY, {"done_without_paper", "no_day_of_completion"}),
        ("Hoàn thành chậm 12 ngày", None, "reported", date(2026, 7, 12),
         {"done_without_paper", "no_day_of_completion"}),
        ("Đã trình và được HĐND tỉnh thông qua", None, "reported", date(2026, 6, 30),
         {"done_without_paper", "due_as_day"}),
        ("Đã báo cáo UBND tỉnh, đang chờ ý kiến", None, "progressed", DAY, {"waiting_without_paper"}),
        ("Đã trình, chờ được phê duyệt", None, "progressed", DAY, {"waiting_without_paper"}),
        ("HT đúng hạn", "120/BC-SXD ngày 5/7/2026", "reported", date(2026, 7, 5), {"in_time_but_late"}),
        ("Hoàn thành quá hạn", "120/BC-SXD ngày 5/6/2026", "reported", date(2026, 6, 5), {"late_but_in_time"}),
        ("Đã trình", "Tờ trình 9/TTr-SXD ngày 20/6/2026", "waiting", date(2026, 6, 20), set()),
        ("Đã trình, chờ phê duyệt", None, "progressed", DAY, {"waiting_without_paper"}),
        ("Xin gia hạn đến 30/9/2026", None, "asked", DAY, {"only_asked"}),
        ("Gia hạn đến 30/9/2026 theo Công văn 77/UBND-KT ngày 1/6/2026", None, "extended", date(2026, 6, 1), set()),
        ("Gia hạn đến 30/9/2026", None, "asked", DAY, {"extended_without_paper"}),
        ("Dừng theo Thông báo số 300/TB-UBND ngày 1/6/2026", None, "dropped", date(2026, 6, 1), set()),
        ("Dừng", None, "progressed", DAY, {"dropped_without_paper"}),
        ("Đang thực hiện", "Đã họp lần 2", "progressed", DAY, set()),
        ("Tạm ổn", None, "progressed", DAY, {"unknown_status"}),
        ("Cơ bản hoàn thành", "Còn hồ sơ giải phóng mặt bằng", "progressed", DAY, set()),
        ("Đã có BC số 12/BC-SXD ngày 3/5/2026", None, "reported", date(2026, 5, 3), set()),
        ("Đang triển khai, đã lấy ý kiến các phường", None, "progressed", DAY, set()),
        ("Không hoàn thành do thiếu kinh phí", None, "progressed", DAY, set()),
        (None, "Xin lùi đến 15/8", "asked", DAY, {"only_asked"}),
        (None, "Gia hạn đến 30/9/2026 theo Công văn 77/UBND-KT ngày 1/6/2026", "extended", date(2026, 6, 1), set()),
        ("Xin lùi đến 15/6", None, "progressed", DAY, {"moved_back"}),
    ],
)  # fmt: skip
def test_words_for_a_state_become_an_event_with_the_day_that_is_known(
    status: str | None, result: str | None, kind: str, day: date, said: set[str]
) -> None:
    listed = imported(row(status=status, result=result))
    (event,) = only(listed).events
    assert (event.kind, event.day) == (kind, day)
    assert codes(listed) == said


@pytest.mark.parametrize("status", [None, "Quá hạn", "Đang thực hiện", "Chưa thực hiện", "-"])
def test_a_state_that_tells_nothing_new_is_no_event(status: str | None) -> None:
    assert only(imported(row(status=status))).events == ()


@pytest.mark.parametrize(
    ("due", "status", "code"),
    [
        (date(2026, 6, 30), "Đang thực hiện, trong hạn", "overdue_said_in_time"),
        (date(2026, 9, 30), "Quá hạn", "in_time_said_overdue"),
        (None, "Quá hạn", "late_without_due"),
    ],
)
def test_what_is_said_of_time_against_the_due_is_a_finding(due: date | None, status: str, code: str) -> None:
    assert codes(imported(row(due=due, status=status))) == {code}


def test_a_report_dated_before_the_task_is_said_and_not_entered() -> None:
    listed = imported(row(status="Đã hoàn thành", result="5/BC-SXD ngày 1/2/2026"))
    assert "work.order.before_given" in codes(listed)
    assert [each.kind for each in only(listed).events] == ["progressed"]


def test_doubles_by_number_and_text_are_one_task_and_what_differs_is_said() -> None:
    listed = imported(row(), row(number=2, paper=" 215 / TB - VP", due=date(2026, 9, 30), status="Dừng"))
    assert kinds(listed) == ["head", "task", "double"]
    assert listed.rows[2].other == "Nhiệm vụ!D2"
    assert "double_due" in codes(listed)
    assert only(listed).task.due.day == date(2026, 6, 30)


def test_what_a_double_tells_is_said_at_its_own_cell() -> None:
    data = book_of(("Q1", (HEAD, row())), ("Q2", (HEAD, row("Việc khác"), row(status="Dừng"))))
    (finding,) = imported_book(data).rows[1].findings
    assert (finding.message.code, finding.where) == ("tracking.dropped_without_paper", "Q2!H3")


def test_the_same_words_for_another_body_or_by_another_paper_are_another_task() -> None:
    listed = imported(row(), row(lead="Sở Y tế"), row(paper="216/TB-VP"))
    assert kinds(listed) == ["head", "task", "task", "task"]


@pytest.mark.parametrize("cut_first", [True, False])
def test_a_title_cut_short_is_the_task_whose_words_it_begins(cut_first: bool) -> None:
    whole = row("Rà soát quy hoạch phân khu phía Nam thành phố", status="Đang thực hiện")
    cut = row("Rà soát quy hoạch phân khu...", result="Đã họp")
    listed = imported(*((cut, whole) if cut_first else (whole, cut)))
    assert kinds(listed) == ["head", "task", "double"]
    assert only(listed).task.text == "Rà soát quy hoạch phân khu phía Nam thành phố"
    assert only(listed).events[0].words == "Đã họp"


@pytest.mark.parametrize("cut_first", [True, False])
def test_a_title_cut_short_in_one_list_is_known_by_its_whole_in_another(cut_first: bool) -> None:
    lists = [
        imported(row("Rà soát quy hoạch phân khu phía Nam...")),
        imported(row("Rà soát quy hoạch phân khu phía Nam thành phố")),
    ]
    first, second = lists if cut_first else lists[::-1]
    again = against(second, as_known(first), BY)
    assert [each.task for each in again.tasks] == [each.task for each in first.tasks]


def test_a_cut_title_without_its_whole_is_said() -> None:
    assert codes(imported(row("Rà soát quy hoạch phân khu..."))) == {"cut_text"}


def test_rows_that_are_no_task_are_answered() -> None:
    listed = imported(
        ("I", None, None, "SỞ XÂY DỰNG"),
        row(lead=None),
        (None, None, None, "- có lấy ý kiến nhân dân"),
        (2,),
        (3, "219/TB-VP", None, None, "Sở Y tế"),
        ("Tổng cộng", None, None, "1 nhiệm vụ"),
        (None, None, None, None, None, None, None, "NGƯỜI LẬP BIỂU"),
    )
    assert kinds(listed) == ["head", "group", "task", "continued", "empty", "no_text", "total", "foot"]
    task = only(listed).task
    assert task.lead == "so-xay-dung"
    assert task.text == "Rà soát quy hoạch phân khu - có lấy ý kiến nhân dân"
    assert codes(listed) == {"no_text"}


def test_several_leads_and_leads_that_are_nobody_are_said() -> None:
    listed = imported(
        row(lead="Sở Tài chính, Sở Xây dựng"), row("Việc của mọi nơi trong tỉnh", lead="Các sở, ban, ngành")
    )
    first, second = listed.tasks
    assert (first.task.lead, first.task.supporting) == ("", ("so-tai-chinh", "so-xay-dung"))
    assert second.task.lead == ""
    assert codes(listed) == {"many_leads", "no_single_lead"}


def test_what_each_body_does_may_stand_behind_it() -> None:
    task = only(imported(row(lead="Sở TC (chủ trì); Công an tỉnh, SYT (phối hợp)"))).task
    assert task is not None
    assert (task.lead, task.supporting) == ("so-tai-chinh", ("cong-an-tinh", "so-y-te"))


def test_a_cell_that_names_who_helps_too_has_one_lead() -> None:
    task = only(imported(row(lead="Chủ trì: Sở Tài chính; phối hợp: Sở Xây dựng, Sở Nội vụ"))).task
    assert (task.lead, task.supporting) == ("so-tai-chinh", ("so-xay-dung", "so-noi-vu"))


def test_a_name_with_commas_and_and_is_one_body() -> None:
    assert only(imported(row(lead="Sở Văn hóa, Thể thao và Du lịch"))).task.lead == "so-van-hoa-the-thao-va-du-lich"


def test_hidden_rows_are_taken_and_hidden_sheets_answered() -> None:
    book = openpyxl.load_workbook(_file(book_of(("Q1", (HEAD, row())), ("Cũ", (HEAD, row("Việc của năm trước"))))))
    book["Q1"].row_dimensions[2].hidden = True
    book["Cũ"].sheet_state = "hidden"
    listed = imported_book(_saved(book))
    assert kinds(listed) == ["head", "task", "hidden_sheet", "hidden_sheet"]
    assert codes(listed) == {"hidden_row"}
    assert [each.message.code for each in listed.findings] == ["tracking.hidden_sheet"]


def test_days_shown_without_their_year_keep_it_and_notes_are_kept() -> None:
    book = openpyxl.load_workbook(_file(book_of(("Q1", (HEAD, row(due=date(2027, 6, 30)))))))
    book["Q1"]["G2"].number_format = "dd/mm"
    from openpyxl.comments import Comment

    book["Q1"]["D2"].comment = Comment("Đã nhắc hai lần", "VP")
    task = only(imported_book(_saved(book)))
    assert task.task.due.day == date(2027, 6, 30)
    assert task.events[0].words == "(Đã nhắc hai lần)"


def test_a_formula_counts_by_its_saved_value_and_one_without_is_said() -> None:
    book = openpyxl.load_workbook(_file(book_of(("Q1", (HEAD, row())))))
    book["Q1"]["G2"] = "=DATE(2026,6,30)"
    listed = imported_book(_saved(book))
    assert codes(listed) == {"bad_formula"}
    assert only(listed).task.due.day is None


def test_ditto_marks_and_rows_without_a_number_take_the_paper_from_above() -> None:
    listed = imported(
        row(), row("Báo cáo kết quả rà soát", number=None, paper=None, paper_day=None), row("Lập dự toán", paper="nt")
    )
    assert [each.task.sources[0].number for each in listed.tasks] == ["215/TB-VP"] * 3
    assert listed.tasks[1].task.given == date(2026, 3, 2)


def test_a_head_printed_again_leaves_the_heading_and_a_further_table_has_its_own_title() -> None:
    head = ("STT", "Nội dung nhiệm vụ", "Thời hạn", "Ghi chú")
    listed = imported_book(
        book_of((
            "Biểu",
            [
                ("NHIỆM VỤ THỦ TƯỚNG CHÍNH PHỦ GIAO",), head, ("I", "SỞ Y TẾ"),
                (1, "Hoàn thiện bệnh viện số", "30/6/2026"), head,
                (2, "Đào tạo cán bộ y tế xã", "30/9/2026", "Đã xong"), (), ("NHIỆM VỤ TỈNH ỦY GIAO",), head,
                (1, "Tổ chức hội nghị học tập", "30/6/2026"),
            ],
        ))
    )  # fmt: skip
    told = [(each.task.lead, each.task.level, each.state) for each in listed.tasks]
    assert told == [("so-y-te", "centre", ""), ("so-y-te", "centre", "done"), ("", "party", "")]


def test_every_finding_names_its_cell_what_was_found_and_what_is_expected_in_both_languages() -> None:
    listed = imported(row(due="31/6/2026"))
    (finding,) = listed.rows[1].findings
    for language in ("vi", "en"):
        told = trouble_of(finding, language)
        assert (told.where, told.found) == ("Nhiệm vụ!G2", "31/6/2026")
        assert told.expected and "31/6/2026" in told.said
        assert finding_record(finding, language)["message"] == told.said


def test_all_that_is_expected_of_columns_has_words() -> None:
    from typing import get_args

    from camket.work.tracking.reading import Field

    assert not [field for field in get_args(Field) if f"tracking.expected.{field}" not in sentences("vi")]


def test_what_a_row_adds_to_a_known_task_is_one_event_and_a_due_that_differs_is_said() -> None:
    first = imported(row(status="Đang thực hiện", result="Đã họp"))
    second = imported(row(status="Đã hoàn thành", result="120/BC-SXD ngày 25/6/2026", due=date(2026, 7, 31)))
    again = against(second, as_known(first), BY)
    (task,) = again.tasks
    assert task.task == first.tasks[0].task
    assert [(each.number, each.kind) for each in task.events] == [(2, "reported")]
    assert again.rows[1].change == "moved"
    assert "due_differs" in codes(again)


def test_the_title_tells_whose_list_it_is_and_of_which_day() -> None:
    head = (
        "TT",
        "Nội dung nhiệm vụ",
        "Văn bản giao (số, ngày, tháng)",
        "Thời hạn hoàn thành theo yêu cầu",
        "Kết quả thực hiện",
    )
    rows = [
        ("BẢNG THEO DÕI CÁC NHIỆM VỤ DO CHỦ TỊCH UBND TỈNH GIAO SỞ TÀI CHÍNH",),
        ("(Kèm theo Báo cáo số 123/BC-STC ngày 10/7/2026 của Sở Tài chính)",),
        head,
        (
            1,
            "Báo cáo kết quả sắp xếp tài sản công",
            "Công văn số 900/UBND-KT ngày 12/3/2026",
            "30/4/2026",
            "Đang thực hiện; còn 2 trụ sở",
        ),
        (None, None, None, "Bắc Ninh, ngày 10 tháng 7 năm 2026"),
        (None, None, None, "GIÁM ĐỐC"),
    ]
    listed = imported_book(book_of(("Sheet1", rows)))
    assert kinds(listed) == ["title", "title", "head", "task", "foot", "foot"]
    assert listed.day == date(2026, 7, 10)
    task = only(listed)
    assert (task.task.lead, task.task.level, task.events[0].day) == ("so-tai-chinh", "committee", date(2026, 7, 10))
    assert codes(listed) == set()


@pytest.mark.parametrize(
    ("cell", "kind", "day"),
    [
        ("x\n(BC số 55/BC-SXD ngày 28/3/2026)", "reported", date(2026, 3, 28)),
        (date(2026, 4, 28), "reported", date(2026, 4, 28)),
        ("x", "reported", DAY),
    ],
)
def test_a_cross_may_hold_a_day_or_words_of_a_paper(cell: object, kind: str, day: date) -> None:
    head = (
        "STT",
        "Số văn bản",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "Đã hoàn thành",
        "Đang thực hiện",
        "Lý do chậm",
    )
    listed = imported((1, "12/KL-TU ngày 3/1/2026", "Rà soát quy hoạch", "Sở Xây dựng", cell, None, None), head=head)
    (event,) = only(listed).events
    assert (event.kind, event.day) == (kind, day)


def test_a_share_is_read_as_percent_with_and_without_its_sign() -> None:
    head = ("Mã", "Tên nhiệm vụ", "Đơn vị xử lý chính", "Hạn xử lý", "Trạng thái xử lý", "Tiến độ (%)")
    rows = [
        (f"A{place}", f"Rà soát {place}", "Sở Y tế", "30/06/2026", "Đang xử lý", told)
        for place, told in enumerate((0.4, "40%", 40))
    ]
    listed = imported(*rows, head=head)
    assert [each.percent for each in listed.tasks] == [40, 40, 40]
    assert [each.message.code for each in listed.findings] == ["tracking.no_column_paper"]


texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from([*(str(each) for each in HEAD), "I", "II. Sở Y tế", "Tổng cộng", "x", "31/6/2026", "Dừng",
                     "215/TB-VP", "Sở Tài chính", "Các sở", "Nơi nhận:", "(1)", "1", "nt", "...",
                     "Rà soát quy hoạch", "99,5%"]),
)  # fmt: skip


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    sheets = []
    for name in draw(st.lists(st.text(max_size=8), max_size=2)):
        rows = []
        number = 0
        for _ in range(draw(st.integers(0, 9))):
            number += draw(st.integers(1, 3))
            cells = []
            for column in sorted(draw(st.sets(st.integers(1, 9), max_size=8))):
                text = draw(texts)
                if text.strip():
                    reach = (number + draw(st.integers(0, 2)), column + draw(st.integers(0, 3)))
                    cells.append(GridCell(column, text, draw(st.booleans()), *reach))
            if cells:
                rows.append(GridRow(number, tuple(cells), draw(st.booleans())))
        head = GridRow(0, tuple(GridCell(at, str(name), False, 0, at) for at, name in enumerate(HEAD, 1)))
        sheets.append(GridSheet(name=name, rows=(head, *rows) if draw(st.booleans()) else tuple(rows)))
    return Workbook(sheets=tuple(sheets))


@given(workbooks())
@settings(max_examples=150)
def test_any_grid_imports_with_every_row_answered_and_again_without_change(workbook: Workbook) -> None:
    listed = read_tracking(workbook, LISTING)
    assert [(each.sheet, each.row) for each in listed.rows] == [
        (sheet.name, line.number) for sheet in workbook.sheets for line in sheet.rows
    ]
    tasks = {each.task.id for each in listed.tasks}
    assert len(tasks) == len(listed.tasks)
    assert all(each.task in tasks for each in listed.rows if each.kind in ("task", "double", "continued"))
    again = against(read_tracking(workbook, LISTING), as_known(listed), BY)
    assert not any(each.events for each in again.tasks)
    assert "new" not in {each.change for each in again.rows}


def _file(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)


def _saved(book: openpyxl.Workbook) -> bytes:
    held = _file(b"")
    book.save(held)
    return held.getvalue()
