"""Word papers: read back they say the same; laid out as Decree 30/2020 asks; the same bytes for the same tasks."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made.office import convert, needs_office
from tests.report.word.making import DAY, OFFICE, PAPER, event, kept, task, tasks

from camket import extract
from camket.model.document import Document
from camket.model.task import Evidence, TaskSource
from camket.read.loading import load_bytes
from camket.report.word.leader import shares_report
from camket.report.word.office import Office
from camket.report.word.page import printed_length
from camket.report.word.reminder import Reminder, chat_text, letter, reminders
from camket.report.word.results import results_table
from camket.report.word.tasks import begun, paper_named

COLUMNS = ["STT", "Nội dung chỉ đạo", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Kết quả thực hiện",
           "Văn bản, sản phẩm", "Đánh giá", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị"]  # fmt: skip


def read_back(data: bytes) -> Document:
    return load_bytes(data, "van-ban.docx", "van-ban")


def rows(document: Document) -> list[list[str]]:
    """The cells of all tables, row by row."""
    found: dict[tuple[int, int], dict[int, str]] = {}
    for block in document.blocks:
        if block.table is not None and block.row is not None and block.column is not None:
            text = " ".join(document.text[block.start : block.end].split())
            found.setdefault((block.table, block.row), {})[block.column] = text
    return [[row.get(at, "") for at in range(max(row) + 1)] for _, row in sorted(found.items())]


def of_xay_dung() -> Reminder:
    return next(each for each in reminders([one.standing for one in tasks()], DAY) if each.body == "so-xay-dung")


def test_the_table_of_results_read_back_has_every_word_in_its_column() -> None:
    document = read_back(results_table(PAPER, tasks(), DAY, OFFICE))
    made = rows(document)
    assert made[0] == COLUMNS
    assert len(made) == 8
    assert made[1][:8] == [
        "1", "Trình phương án phân bổ vốn đầu tư công", "Sở Tài chính", "Sở Xây dựng", "29/6/2026",
        "Đã trình UBND tỉnh", "120/TTr-STC ngày 25/6/2026", "Hoàn thành đúng hạn",
    ]  # fmt: skip
    assert made[2][5:] == [
        "Đã lấy ý kiến các sở", "", "Đang thực hiện, quá hạn (5 ngày)", "Chồng lấn quy hoạch đê điều",
        "Làm việc với Bộ Xây dựng",
    ]  # fmt: skip
    assert made[4][4] == "25/7/2026 (hạn ban đầu 30/5/2026)"
    assert made[5][9] == "Xin lùi đến tháng 9 để chờ hướng dẫn"
    assert made[7][7] == "Hoàn thành quá hạn (5 ngày)"
    for words in ("Kết quả thực hiện Thông báo số 215/TB-VP ngày 02/3/2026", "(Tính đến ngày 20/7/2026)", "Nơi nhận:",
                  "TL. CHỦ TỊCH", "Nguyễn Văn A", "Tổng số 7 nhiệm vụ"):  # fmt: skip
        assert words in document.text


def test_what_was_split_stands_by_its_parts_and_what_was_dropped_by_the_paper_that_says_so() -> None:
    whole, part = task(1, "Rà soát điểm đen", "", None), task(2, "Rà soát điểm đen", "so-xay-dung", None)
    gone = task(3, "Xây dựng kịch bản thu", "so-tai-chinh", None)
    back = task(4, "Lập danh mục dự án", "so-xay-dung", None)
    paper = TaskSource(number="498/UBND-TH", day=date(2026, 6, 17), level="committee")
    report = event(back, 1, "reported", date(2026, 6, 5), evidence=(Evidence(number="8/BC-SXD", day=date(2026, 6, 5)),))
    made = [
        kept(whole, event(whole, 1, "replaced", date(2026, 6, 8), paper=paper, other=part.id)),
        kept(part),
        kept(gone, event(gone, 1, "dropped", date(2026, 6, 17), paper=paper)),
        kept(back, report, event(back, 2, "returned", date(2026, 6, 9), words="thiếu số liệu")),
    ]
    told = rows(read_back(results_table(PAPER, made, DAY, OFFICE)))[1:4]
    assert [each[2] for each in told] == ["Sở Xây dựng", "Sở Tài chính", "Sở Xây dựng"]
    assert told[1][5:7] == ["Dừng thực hiện theo 498/UBND-TH.", ""]
    assert told[2][5:7] == ["thiếu số liệu", ""]


def test_a_letter_read_back_has_its_head_its_tasks_and_its_foot() -> None:
    data = letter(of_xay_dung(), OFFICE, reply_by=date(2026, 7, 27), number="456", dated=date(2026, 2, 5))
    document = read_back(data)
    made = rows(document)
    assert made[0] == ["STT", "Nội dung nhiệm vụ", "Văn bản giao", "Hạn giao ban đầu", "Thời hạn", "Số ngày quá hạn"]
    assert [row[1] for row in made[1:]] == [
        "Tham mưu cơ chế nhà ở xã hội cho công nhân",
        "Hoàn thành quy hoạch phân khu các khu công nghiệp",
    ]
    assert made[1][2:] == ["Thông báo số 215/TB-VP ngày 02/3/2026", "30/4/2026", "30/4/2026", "81"]
    for words in ("Số: 456/VP-TH", "V/v đôn đốc thực hiện nhiệm vụ được giao", "Kính gửi: Sở Xây dựng", "Như trên",
                  "Bắc Ninh, ngày 05 tháng 02 năm 2026", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                  "trước ngày 27/7/2026"):  # fmt: skip
        assert words in document.text
    head = extract(document).document.head
    assert (head.number, head.date, head.recipients[0]) == ("456/VP-TH", "2026-02-05", "Sở Xây dựng")


def test_who_has_nothing_overdue_or_due_soon_gets_no_letter() -> None:
    told = {
        each.body: (len(each.overdue), len(each.soon)) for each in reminders([one.standing for one in tasks()], DAY)
    }
    assert told == {"so-xay-dung": (2, 0), "so-noi-vu": (0, 1), "UBND phường Kinh Bắc": (0, 1)}


def test_a_due_that_was_put_off_is_told_with_the_first_one() -> None:
    reminder = next(each for each in reminders([one.standing for one in tasks()], DAY) if each.body == "so-noi-vu")
    assert rows(read_back(letter(reminder, OFFICE)))[1][3:] == ["30/5/2026", "25/7/2026", "5"]
    assert "hạn 25/7/2026 (hạn ban đầu 30/5/2026), còn 5 ngày" in chat_text(reminder, OFFICE)


def test_the_text_for_a_chat_says_the_same_tasks() -> None:
    assert chat_text(of_xay_dung(), OFFICE, reply_by=date(2026, 7, 27)) == (
        "Sở Xây dựng: nhiệm vụ cần đôn đốc, tính đến 20/7/2026\n\nQUÁ HẠN (2)\n"
        "1. Tham mưu cơ chế nhà ở xã hội cho công nhân (Thông báo số 215/TB-VP ngày 02/3/2026): hạn 30/4/2026, "
        "quá hạn 81 ngày\n"
        "2. Hoàn thành quy hoạch phân khu các khu công nghiệp (Thông báo số 215/TB-VP ngày 02/3/2026): hạn 15/7/2026, "
        "quá hạn 5 ngày\n\n"
        "Đề nghị gửi kết quả kèm văn bản, sản phẩm về Văn phòng UBND tỉnh trước ngày 27/7/2026.\n"
    )


def test_the_report_of_shares_prints_every_denominator() -> None:
    document = read_back(shares_report(tasks(), DAY, OFFICE, about="do Chủ tịch UBND tỉnh giao"))
    made = rows(document)
    assert ["Hoàn thành trên số đến hạn", "2/4", "50%"] in made
    assert ["Hoàn thành trên tổng số", "2/6", "33,3%"] in made
    assert ["Đúng hạn trên số hoàn thành", "1/2", "50%"] in made
    assert ["Quá hạn trên tổng số", "2/6", "33,3%"] in made
    assert ["2", "Sở Tài chính", "2", "1", "1", "0", "0", "2/2 (100%)", "1/2 (50%)"] in made
    assert "Xin lùi đến tháng 9 để chờ hướng dẫn" in document.text
    assert "Ngoài ra 1 nhiệm vụ không tính vào các tỷ lệ" in document.text


def test_no_word_of_a_head_is_broken_in_its_column() -> None:
    """What is held together by a no-break space, or is one word, is no wider than its column."""
    for data in (shares_report(tasks(), DAY, OFFICE), results_table(PAPER, tasks(), DAY, OFFICE)):
        for table in docx.Document(io.BytesIO(data)).tables:
            if table.style is None or table.style.name != "Table Grid":
                continue
            for cell in table.rows[0].cells:
                size = cell.paragraphs[0].runs[0].font.size
                assert size is not None and cell.width is not None
                longest = max(printed_length(each, size.pt, bold=True) for each in cell.text.split(" "))
                assert longest <= cell.width.mm, cell.text


def test_what_is_not_known_of_the_head_has_room_for_a_pen() -> None:
    document = read_back(shares_report(tasks(), DAY, Office()))
    assert ", ngày" in document.text
    assert not any(each.strip().startswith(",") for each in document.text.replace("\t", "\n").splitlines())


@pytest.mark.parametrize("landscape", [True, False])
def test_pages_are_those_of_the_decree(landscape: bool) -> None:
    data = results_table(PAPER, tasks(), DAY, OFFICE) if landscape else letter(of_xay_dung(), OFFICE)
    made = docx.Document(io.BytesIO(data))
    (section,) = made.sections
    assert section.orientation == (WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT)
    sides = {section.page_width, section.page_height}
    assert {round(side.mm) for side in sides if side is not None} == {210, 297}
    assert section.top_margin is not None and Mm(20) - 999 <= section.top_margin <= Mm(25)
    assert section.bottom_margin is not None and Mm(20) - 999 <= section.bottom_margin <= Mm(25)
    assert section.left_margin is not None and Mm(30) - 999 <= section.left_margin <= Mm(35)
    assert section.right_margin is not None and Mm(15) - 999 <= section.right_margin <= Mm(20)
    assert section.different_first_page_header_footer
    style = made.styles["Normal"].font
    assert (style.name, style.size and style.size.pt) == ("Times New Roman", 14)
    ruled = [table for table in made.tables if table.style is not None and table.style.name == "Table Grid"]
    assert ruled
    assert all(table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for table in ruled)


def test_the_same_tasks_are_the_same_bytes() -> None:
    assert results_table(PAPER, tasks(), DAY, OFFICE) == results_table(PAPER, tasks(), DAY, OFFICE)
    assert letter(of_xay_dung(), OFFICE) == letter(of_xay_dung(), OFFICE)
    assert shares_report(tasks(), DAY, OFFICE) == shares_report(tasks(), DAY, OFFICE)


@pytest.mark.parametrize(
    ("number", "named"),
    [
        ("215/TB-VP", "Thông báo số 215/TB-VP"),
        ("18/2026/NQ-HĐND", "Nghị quyết số 18/2026/NQ-HĐND"),
        ("127-KL/TU", "Kết luận số 127-KL/TU"),
        ("1234/UBND-KTTH", "Công văn số 1234/UBND-KTTH"),
        ("215", "Số 215"),
    ],
)
def test_papers_are_named_by_their_type(number: str, named: str) -> None:
    assert paper_named(number, None) == named


@given(st.text(max_size=80), st.text(max_size=40))
@settings(max_examples=40)
def test_no_words_break_a_paper(text: str, body: str) -> None:
    made = kept(task(1, text, body, date(2026, 6, 1)))
    for each in reminders([made.standing], DAY):
        assert letter(each, OFFICE).startswith(b"PK")
    assert results_table(PAPER, [made], DAY, OFFICE).startswith(b"PK")


@needs_office
def test_a_long_table_repeats_its_head_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "ket-qua.docx"
    path.write_bytes(results_table(PAPER, tasks() * 5, DAY, OFFICE))
    convert("pdf", tmp_path, path)
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path.with_suffix(".pdf"))
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 3
    assert all("Nội dung chỉ đạo" in text for text in pages[:-1])


def test_the_words_of_a_task_begin_with_a_capital_and_no_name_is_changed() -> None:
    assert (begun("rà soát quy hoạch"), begun("đôn đốc UBND xã"), begun("")) == (
        "Rà soát quy hoạch",
        "Đôn đốc UBND xã",
        "",
    )
