"""What readers of lists take for granted: heads of three rows, parts under their whole, remarks as remarks."""

from __future__ import annotations

from datetime import date

import pytest
from tests.made.tracking import book_of
from tests.work.tracking.listing import BY, imported, imported_book, kinds, only, row

from camket.model.message import message
from camket.work.tracking.bodies import body_named
from camket.work.tracking.giving import giver_told, issuer_of
from camket.work.tracking.matching import against, as_known
from camket.work.tracking.reporting import counts_of, reasons

STATES = ("Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn", "Chưa đến hạn báo cáo")
ABOVE = ("STT", "Nội dung nhiệm vụ", "Chủ trì", "Hạn")


@pytest.mark.parametrize(
    ("crossed", "state", "kind"),
    [(0, "done", "reported"), (1, "done", "reported"), (2, "open", ""), (3, "open", ""), (4, "open", "")],
)
def test_crosses_under_heads_of_three_rows_tell_the_state(crossed: int, state: str, kind: str) -> None:
    marks = ["x" if place == crossed else None for place in range(len(STATES))]
    rows = (
        (*ABOVE, "Tình hình thực hiện"),
        (None, None, None, None, "Đã hoàn thành", None, "Chưa hoàn thành", None, None),
        (None, None, None, None, *STATES),
        (1, "Rà soát quy hoạch phân khu", "Sở Xây dựng", "30/9/2026", *marks),
    )
    task = only(imported_book(book_of(("Nhiệm vụ", rows))))
    assert (task.state, [event.kind for event in task.events]) == (state, [kind] if kind else [])


@pytest.mark.parametrize(
    ("said", "state", "percent"),
    [
        ({"result": "60%"}, "", 60),
        ({"status": "đạt 45%"}, "", 45),
        ({"status": "Mới đạt 30%"}, "", 30),
        ({"status": "gần xong"}, "open", None),
        ({"status": "Hoàn thành 80%"}, "open", 80),
        ({"status": "Đang chờ Tỉnh ủy phê duyệt"}, "waiting", None),
        ({"status": "Đã chuyển báo cáo về Văn phòng"}, "done", None),
        ({"status": "Đã chuyển"}, "handed_over", None),
        ({"status": "Đã làm việc với nhà thầu, chưa bàn giao"}, "open", None),
        ({"status": "Mới xong bước khảo sát"}, "open", None),
        ({"status": "Hoàn thành phần thô"}, "open", None),
        ({"status": "Chờ Chủ tịch cho ý kiến"}, "waiting", None),
        ({"status": "Đã bàn giao, đưa vào sử dụng"}, "done", None),
        ({"status": "Xong nhưng trễ"}, "done", None),
        ({"status": "Hoàn thành 100%"}, "done", 100),
        ({"status": "Đã hoàn thành 3/5 nội dung"}, "open", None),
        ({"status": "Đã hoàn thành theo Quyết định số 5/QĐ-UBND"}, "done", None),
        ({"status": "Giải quyết một phần"}, "open", None),
        ({"status": "Đã trả lời"}, "done", None),
        ({"status": "rồi"}, "done", None),
        ({"status": "Đã đưa ra khỏi danh mục theo dõi"}, "dropped", None),
        ({"status": "ok"}, "done", None),
        ({"result": "đã xong"}, "done", None),
        ({"note": "đã báo cáo anh Dũng"}, "", None),
        ({"result": "BC 12/BC-SXD ngày 5/5/2026"}, "done", None),
        ({"result": "TTr số 12/TTr-SXD ngày 5/5/2026"}, "waiting", None),
        ({"status": "Chuyển Sở Tài chính"}, "handed_over", None),
        ({"status": "Trình Chủ tịch UBND tỉnh xem xét"}, "waiting", None),
        ({"status": "Đơn vị trả lại"}, "declined", None),
        ({"status": "Chưa bắt đầu"}, "open", None),
    ],
)
def test_a_state_is_what_its_own_cells_say(said: dict[str, object], state: str, percent: int | None) -> None:
    task = only(imported(row("Rà soát quy hoạch phân khu", **said)))
    assert (task.state, task.percent) == (state, percent)


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("I. NHIỆM VỤ ĐÃ HOÀN THÀNH (12 nhiệm vụ)", "done"),
        ("Các nhiệm vụ đang thực hiện trong quý III/2026", "open"),
        ("II. Công việc chưa hoàn thành, quá hạn", "open"),
        ("III. Nhiệm vụ quản lý đất đai", ""),
    ],
)
def test_a_heading_may_tell_the_state_of_what_follows(heading: str, state: str) -> None:
    assert only(imported((heading,), row())).state == state


def test_a_word_of_time_beside_a_day_of_completion_is_how_it_was_done() -> None:
    head = (*ABOVE, "Ngày hoàn thành", "Đánh giá")
    told = (1, "Rà soát quy hoạch", "Sở Xây dựng", "30/6/2026")
    done = only(imported((*told, "5/7/2026", "Quá hạn"), head=head))
    still = only(imported((*told, "5/7/2026", "Đang thực hiện"), head=head))
    chosen = only(imported((*told, "5/7/2026", "Quá hạn"), head=(*ABOVE, "Ngày hoàn thành", "Đúng hạn/ Quá hạn")))
    assert [each.state for each in (done, still, chosen)] == ["done", "open", "done"]


@pytest.mark.parametrize(
    ("text", "lead", "helping"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát trạm y tế", "so-y-te", ("so-tai-chinh",)),
        ("Sở Y tế: Rà soát trạm y tế", "so-y-te", ()),
        ("Yêu cầu Sở Y tế rà soát trạm y tế", "so-y-te", ()),
        ("Sở Y tế và Sở Tài chính rà soát trạm y tế", "", ("so-y-te", "so-tai-chinh")),
        ("Giao các sở, ngành rà soát trạm y tế", "", ()),
        ("Báo cáo UBND tỉnh về trạm y tế do Sở Y tế quản lý", "", ()),
        ("UBND tỉnh ban hành kế hoạch", "", ()),
    ],
)
def test_without_a_column_of_leads_the_words_of_the_task_say_who_leads(
    text: str, lead: str, helping: tuple[str, ...]
) -> None:
    task = only(imported((1, text, "30/6/2026", "Đang thực hiện"), head=("STT", "Nội dung", "Thời hạn", "Tình hình")))
    assert (task.task.text, task.task.lead, task.task.supporting) == (text, lead, helping)


def test_a_sure_head_stands_over_short_names_too() -> None:
    head = ("TT", "Tên đề án", "Cơ quan chủ trì soạn thảo", "Thời gian trình", "Kết quả")
    task = only(imported((1, "Đề án chè", "Sở Y tế", "Tháng 5/2026", "Đang soạn thảo"), head=head)).task
    assert (task.text, task.lead, task.due.day) == ("Đề án chè", "so-y-te", date(2026, 5, 31))


def test_columns_of_steps_of_answers_and_of_exports_are_known() -> None:
    steps = ("TT", "Công việc", "Đơn vị chịu trách nhiệm chính", "Bắt đầu", "Kết thúc theo kế hoạch",
             "Hoàn thành thực tế", "Khối lượng đạt (%)")  # fmt: skip
    step = only(imported((1, "Mở thầu", "Sở Xây dựng", "1/4/2026", "30/6/2026", "25/6/2026", 0), head=steps))
    assert (step.task.due.day, step.state, step.percent) == (date(2026, 6, 30), "done", 0)
    answers = (
        ("STT", "Nội dung", "Cơ quan giải quyết", "Thời hạn trả lời", "Văn bản trả lời", None),
        (None, None, None, None, "Số", "Ngày"),
        (1, "Trả lời cử tri về cầu", "Sở Xây dựng", "30/6/2026", "12/SXD-VP", "20/6/2026"),
    )
    answer = only(imported_book(book_of(("Cử tri", answers))))
    assert [(each.kind, each.day) for each in answer.events] == [("reported", date(2026, 6, 20))]
    export = ("Mã NV", "Nội dung giao việc", "Đơn vị xử lý chính", "Hạn xử lý", "Trạng thái", "Số ngày trễ hạn", "% HT")
    sent = only(imported(("AG1", "Nạo vét kênh", "Sở Xây dựng", "30/6/2026", "Đang xử lý", None, 40), head=export))
    assert (sent.outside, sent.percent) == ("AG1", 40)


def test_a_first_column_called_as_papers_are_may_number_the_rows() -> None:
    head = ("Số", "Nội dung kết luận", "Đơn vị thụ lý", "Hạn", "Kết quả")
    listed = imported(
        ("1", "Nâng cấp chợ", "Sở Y tế", "30/9/2026", None), ("1.1", "Mở thầu", "Sở Y tế", "30/6/2026", None), head=head
    )
    assert [each.task.sources[0].number for each in listed.tasks] == ["", ""]
    assert listed.tasks[1].task.parent == listed.tasks[0].task.id


def test_a_content_behind_the_due_under_another_head_is_what_was_done() -> None:
    rows = (
        ("STT", "Phải lo việc", "Đơn vị chủ trì", "Hạn hoàn thành", "Thực hiện đến nay", None),
        (None, None, None, None, "Nội dung", "Mức độ"),
        (1, "Nâng cấp chợ đầu mối trái cây", "Sở Y tế", "30/9/2026", "Đang đấu thầu", "Đang làm"),
        (2, "Nâng cấp bến phà An Hòa", "Sở Y tế", "30/9/2026", "Đã bàn giao", "Đạt"),
    )
    listed = imported_book(book_of(("NQ", rows)))
    assert [each.task.text for each in listed.tasks] == ["Nâng cấp chợ đầu mối trái cây", "Nâng cấp bến phà An Hòa"]


def test_words_under_a_head_of_an_open_state_may_say_more() -> None:
    rows = (
        (*ABOVE, "Kết quả", None),
        (None, None, None, None, "Đã thực hiện", "Đang thực hiện"),
        (
            1,
            "Nâng cấp chợ",
            "Sở Xây dựng",
            "30/9/2026",
            None,
            "Đã trình UBND tỉnh tại Tờ trình 9/TTr-SXD ngày 5/5/2026",
        ),
        (2, "Nâng cấp phà", "Sở Xây dựng", "30/9/2026", None, "Đang thẩm định"),
        (3, "Nâng cấp đê", "Sở Xây dựng", "30/9/2026", "Đã ban hành kế hoạch", None),
    )
    assert [each.state for each in imported_book(book_of(("NQ", rows))).tasks] == ["waiting", "open", "done"]


def test_a_column_of_sentences_under_a_head_that_is_a_state_tells_what_was_done() -> None:
    rows = (
        (*ABOVE, "Kết quả thực hiện", None),
        (None, None, None, None, "Đã làm được", "Văn bản"),
        (1, "Rà soát quy hoạch phân khu", "Sở Xây dựng", "30/9/2026", "Đang lấy ý kiến các xã", None),
        (2, "Rà soát nhà ở xã hội", "Sở Xây dựng", "30/9/2026", "Đã ban hành kế hoạch", "9/KH-SXD ngày 5/5/2026"),
        (3, "Rà soát bến xe", "Sở Xây dựng", "30/9/2026", "Chưa triển khai", None),
    )
    listed = imported_book(book_of(("Nhiệm vụ", rows)))
    assert [each.state for each in listed.tasks] == ["open", "done", "open"]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("(Theo Công văn số 1520/UBND-TH ngày 20/4/2026 của UBND tỉnh)", "1520/UBND-TH"),
        ("Thực hiện Công văn số 1520/UBND-TH ngày 20/4/2026", "1520/UBND-TH"),
        ("(Kèm theo Công văn số 1520/UBND-TH ngày 20/4/2026)", ""),
        ("(Kèm theo Báo cáo số 312/BC-VP ngày 05/10/2026)", ""),
        ("(Ban hành kèm theo Kế hoạch số 45/KH-UBND ngày 12/2/2026)", "45/KH-UBND"),
        ("Báo cáo số 312/BC-VP ngày 05/10/2026", ""),
    ],
)
def test_the_paper_of_a_title_gives_the_tasks_unless_the_list_only_comes_with_it(title: str, number: str) -> None:
    rows = ((title,), (*ABOVE, "Kết quả"), (1, "Rà soát quy hoạch phân khu", "Sở Xây dựng", "30/9/2026", None))
    task = only(imported_book(book_of(("Nhiệm vụ", rows))))
    assert task.task.sources[0].number == number


def test_parts_take_lead_and_paper_of_their_whole_and_a_lead_of_their_own_is_theirs_alone() -> None:
    listed = imported(
        row("Tổ chức kỳ thi, gồm:"),
        row("Lập danh sách", number="a)", lead=None, paper=None, paper_day=None),
        row("Bố trí điểm thi", number="b)", lead="Sở Y tế", paper=None, paper_day=None),
        row("Coi thi", number="c)", lead=None, paper=None, paper_day=None),
        row("Việc khác", number=2, lead=None),
    )
    leads = [each.task.lead for each in listed.tasks]
    assert leads == ["so-xay-dung", "so-xay-dung", "so-y-te", "so-xay-dung", ""]
    assert {each.task.sources[0].number for each in listed.tasks} == {"215/TB-VP"}
    whole = listed.tasks[0].task.id
    assert [each.task.parent for each in listed.tasks] == ["", whole, whole, whole, ""]


@pytest.mark.parametrize(
    ("numbers", "wholes"),
    [
        ((1, "1.1", "1.2", 2, "2.1"), (None, 0, 0, None, 3)),
        ((1, "1.1", "1.1.1", "a)", "-", 2), (None, 0, 1, 2, 3, None)),
        ((1, "2.1", "a)"), (None, None, 1)),  # the row of 2 is not there
        ((1, 2, None, "a)"), (None, None, None, 1)),
    ],
)
def test_a_part_stands_under_its_whole(numbers: tuple[object, ...], wholes: tuple[int | None, ...]) -> None:
    listed = imported(*(row(f"Việc thứ {place}", number=number) for place, number in enumerate(numbers)))
    ids = ["" if whole is None else listed.tasks[whole].task.id for whole in wholes]
    assert [each.task.parent for each in listed.tasks] == ids


def test_what_stands_below_a_heading_is_part_of_no_row_above_it() -> None:
    listed = imported(row("Tổ chức kỳ thi"), ("II. SỞ Y TẾ",), row("Bố trí trực", number="a)"))
    assert [each.task.parent for each in listed.tasks] == ["", ""]


@pytest.mark.parametrize(
    ("title", "body", "level"),
    [
        ("SỔ THEO DÕI NHIỆM VỤ UBND TỈNH GIAO NĂM 2026", "uy-ban-nhan-dan-tinh", "committee"),
        ("TÌNH HÌNH THỰC HIỆN Ý KIẾN CHỈ ĐẠO CỦA CHỦ TỊCH UBND TỈNH", "chu-tich-ubnd-tinh", "chair"),
        ("Theo Kết luận của Ban Thường vụ Tỉnh ủy", "ban-thuong-vu-tinh-uy", "party"),
        ("NHIỆM VỤ CÁC ĐỒNG CHÍ LÃNH ĐẠO UBND TỈNH GIAO", "", "committee"),
        ("giao xã phường, sở ngành", "", ""),
        ("VĂN PHÒNG UBND TỈNH", "", ""),
        ("Nội dung giao ban UBND tỉnh", "", ""),
        ("Nhiệm vụ UBND xã Tam Đảo giao", "", ""),
    ],
)
def test_a_giver_is_only_whom_a_title_says_to_give(title: str, body: str, level: str) -> None:
    assert giver_told(title) == (body, level)


@pytest.mark.parametrize(
    ("number", "body"),
    [("12/QĐ-TTg", "thu-tuong-chinh-phu"), ("7-KL/TU", "tinh-uy"), ("45/UBND-KT", "uy-ban-nhan-dan-tinh"),
     ("215/TB-VP", ""), ("9/BC-STC", "")],
)  # fmt: skip
def test_a_paper_tells_who_issued_it_and_a_notice_of_an_office_does_not(number: str, body: str) -> None:
    assert issuer_of(number).body == body


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Ban QL các KCN", "ban-quan-ly-cac-khu-cong-nghiep-tinh"),
        ("BQLDA ĐTXD tỉnh", "ban-quan-ly-du-an-dau-tu-xay-dung-tinh"),
        ("BCH QS tỉnh", "bo-chi-huy-quan-su-tinh"),
        ("UBND P. Kinh Bắc", "UBND phường Kinh Bắc"),
        ("Xã Lục Ngạn", "UBND xã Lục Ngạn"),
        ("P. NN&MT", "P. NN&MT"),
    ],
)
def test_short_names_are_those_of_their_bodies(written: str, body: str) -> None:
    assert body_named(written) == body


def test_sums_of_a_quarter_are_no_tasks_and_a_name_in_the_first_column_is_a_heading() -> None:
    head = ("Đơn vị", "Nội dung nhiệm vụ", "Hạn", "Tình trạng")
    listed = imported(
        ("PCT Lê Văn Cường (khối nông nghiệp)",),
        ("Sở Y tế", "Rà soát trạm y tế", "30/9/2026", None),
        (None, "Cộng quý III", 12, 4),
        head=head,
    )
    assert kinds(listed) == ["head", "group", "task", "total"]


def test_what_needs_no_decision_is_noted_and_all_with_one_reason_stand_together() -> None:
    listed = imported(
        *(row(f"Việc số {number} của quý", number=number, status="Đã xong", due=None) for number in (1, 2, 3)),
        row("Việc có hai nơi chủ trì", number=4, lead="Sở Y tế; Sở Xây dựng"),
    )
    assert counts_of(listed).trouble == 1
    told = {each.code: (each.level, each.count, each.rows) for each in reasons(listed)}
    assert told["tracking.many_leads"] == ("warning", 1, "Nhiệm vụ!5")
    assert told["tracking.done_without_paper"] == ("info", 3, "Nhiệm vụ!2-4")
    assert reasons(listed)[0].code == "tracking.many_leads"


@pytest.mark.parametrize(
    "row_",
    [
        row(status="Đã xong"),
        row(status="Hoàn thành quá hạn"),
        row(due="30/6/2026 (gia hạn đến 30/9/2026)"),
        row(status="Đã trình UBND tỉnh"),
        row(status="Đã xong", result="12/BC-SXD ngày 5/5/2026"),
        row(due="Trong vòng 10 ngày"),
        row(status="Bị trả lại"),
    ],
)
def test_what_a_rule_settles_is_no_row_to_look_at(row_: list[object]) -> None:
    assert counts_of(imported(row_)).trouble == 0


def test_what_many_rows_lack_is_said_once_for_the_list() -> None:
    listed = imported(*(row(f"Việc {place}", status="Đã xong", number=place) for place in (1, 2, 3)))
    assert [each.message for each in listed.findings] == [message("tracking.often.due_as_day", count=3)]


def test_an_extension_that_is_asked_for_already_is_no_news() -> None:
    listed = imported(row(status="Đã trình; đề nghị gia hạn", result="TTr 9/TTr-SXD ngày 5/5/2026"))
    again = against(listed, as_known(listed), BY)
    assert [each.change for each in again.rows if each.kind == "task"] == ["known"]


def test_a_head_of_unknown_names_is_known_by_its_running_number_and_the_cells_below() -> None:
    head = ("Stt", "Phải làm gì", "Sở lo việc này", "Khi nào", "Đến đâu rồi", "Giấy tờ kèm theo")
    told = ("Khảo sát các bến xe khách trong tỉnh", "Sở Xây dựng", "30/9/2026", "Hoàn tất", "9/BC-SXD ngày 5/5/2026")
    task = only(imported((1, *told), head=head))
    assert (task.task.lead, task.task.due.day, task.state) == ("so-xay-dung", date(2026, 9, 30), "done")
    assert [(event.kind, event.evidence[0].number) for event in task.events] == [("reported", "9/BC-SXD")]


@pytest.mark.parametrize(
    ("status", "state"), [("Đạt", "done"), ("Không kịp", "open"), ("Chưa đạt", "open"), ("Dở dang", "open")]
)
def test_some_words_tell_a_state_where_they_stand_alone(status: str, state: str) -> None:
    assert only(imported(row(status=status))).state == state


def test_a_department_may_be_called_by_what_it_is_about_in_the_column_of_leads_alone() -> None:
    listed = imported(("I", "Y tế"), row(lead="Xây dựng"), row("Việc của nhóm", lead=None))
    assert [each.task.lead for each in listed.tasks] == ["so-xay-dung", ""]


def test_the_old_and_the_new_due_of_one_cell_are_the_first_and_the_one_in_force() -> None:
    task = only(imported(row(due="cũ: 30/6/2026; mới: 15/8/2026")))
    assert (task.task.due.day, task.due_now) == (date(2026, 6, 30), date(2026, 8, 15))
