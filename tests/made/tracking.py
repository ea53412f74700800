"""Tracking workbooks as provinces keep them: five sheets, each in another hand, and what each of their rows is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

BODIES = (
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Nội vụ",
    "Sở Y tế",
    "Công an tỉnh",
    "UBND phường Kinh Bắc",
    "Sở Công thương",
)
WORKS = (
    "Rà soát quy hoạch",
    "Báo cáo tình hình giải ngân",
    "Trình đề án cơ cấu lại",
    "Kiểm tra tiến độ dự án",
    "Hoàn thành hồ sơ",
)
DUES = ("trước 30/6/2026", "Quý II", "tháng 7", 46203, "30.6.26", date(2026, 8, 15), "01/01/1970", None, "Hằng tháng")
STATES = ("Đang thực hiện", "Đã hoàn thành", "HT đúng hạn", "Quá hạn", "Xin gia hạn đến 30/9/2026", None, "Đã trình")


Value = str | int | date | None


class MadeBook(NamedTuple):
    """A workbook: its bytes, and what each row is, by sheet and row."""

    data: bytes
    kinds: dict[tuple[str, int], str]


class _Writer:
    """Writes rows one below the other and keeps what they are."""

    def __init__(self, sheet: Worksheet, kinds: dict[tuple[str, int], str]) -> None:
        self.sheet, self._kinds = sheet, kinds
        self.row = 0

    def put(self, kind: str, *cells: Value) -> int:
        self.row += 1
        for at, value in enumerate(cells, 1):
            if value is not None:
                self.sheet.cell(self.row, at, value)
        if any(value is not None for value in cells):
            self._kinds[self.sheet.title, self.row] = kind
        return self.row

    def skip(self, rows: int = 1) -> None:
        self.row += rows

    def join(self, row: int, first: int, last: int, down: int = 0) -> None:
        self.sheet.merge_cells(start_row=row, end_row=row + down, start_column=first, end_column=last)


def made_book(each: int = 600) -> MadeBook:
    """Five sheets with about so many tasks each, and a hidden one."""
    book = openpyxl.Workbook()
    kinds: dict[tuple[str, int], str] = {}
    first = book.active
    assert first is not None
    first.title = "UBND tỉnh giao"
    _two_row_heads(_Writer(first, kinds), each)
    _crossed_states(_Writer(book.create_sheet("Quý II.2026"), kinds), each)
    _of_one_body(_Writer(book.create_sheet("Sở Xây dựng"), kinds), each)
    _exported(_Writer(book.create_sheet("Phiếu giao việc"), kinds), each)
    _joined_rows(_Writer(book.create_sheet("Tỉnh ủy giao"), kinds), each)
    hidden = book.create_sheet("Danh mục")
    hidden.sheet_state = "hidden"
    _Writer(hidden, kinds).put("hidden_sheet", "Sở Tài chính")
    held = io.BytesIO()
    book.save(held)
    return MadeBook(held.getvalue(), kinds)


def _work(place: int) -> str:
    return f"{WORKS[place % len(WORKS)]} số {place}, báo cáo UBND tỉnh"


def _day(place: int) -> date:
    return date(2026, 1, 5) + timedelta(days=place % 120)


def _two_row_heads(to: _Writer, count: int) -> None:
    """Title block, a head of two rows with joined cells, columns numbered, bodies as headings, a total, the foot."""
    to.put("title", "ỦY BAN NHÂN DÂN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    to.put("title", "TỈNH BẮC NINH", None, None, None, "Độc lập - Tự do - Hạnh phúc")
    to.skip()
    to.put("title", "DANH MỤC NHIỆM VỤ UBND TỈNH, CHỦ TỊCH UBND TỈNH GIAO NĂM 2026")
    to.put("title", "(Tính đến ngày 15/7/2026)")
    head = to.put("head", "STT", "Văn bản giao nhiệm vụ", None, "Nội dung nhiệm vụ", "Cơ quan thực hiện", None,
                  "Thời hạn hoàn thành", "Tình trạng", "Kết quả thực hiện", "Ghi chú")  # fmt: skip
    to.put("head", None, "Số, ký hiệu", "Ngày ban hành", None, "Chủ trì", "Phối hợp")
    to.join(head, 2, 3)
    to.join(head, 5, 6)
    for at in (1, 4, 7, 8, 9, 10):
        to.join(head, at, at, down=1)
    to.put("numbering", *(f"({at})" for at in range(1, 11)))
    for place in range(count):
        if place % 100 == 0:
            row = to.put(
                "group",
                f"{('I', 'II', 'III', 'IV', 'V', 'VI', 'VII')[place // 100 % 7]}. {BODIES[place // 100 % 7].upper()}",
            )
            to.join(row, 1, 10)
        state = STATES[place % len(STATES)]
        result = (
            f"{100 + place}/BC-STC ngày {10 + place % 18}/6/2026" if state in ("Đã hoàn thành", "Đã trình") else None
        )
        to.put("task", place + 1, f"{200 + place % 40}/TB-VP", _day(place), _work(place), BODIES[place // 100 % 7],
               "Sở Tư pháp; Thanh tra tỉnh", DUES[place % len(DUES)], state, result, None)  # fmt: skip
    to.put("total", None, None, None, "Tổng cộng", None, None, f"{count} nhiệm vụ")
    to.skip()
    to.put("foot", None, "Nơi nhận:", None, None, None, None, None, "TL. CHỦ TỊCH")
    to.put("foot", None, "- Như trên;", None, None, None, None, None, "CHÁNH VĂN PHÒNG")


def _crossed_states(to: _Writer, count: int) -> None:
    """States as columns to be crossed, the head printed again every fifty rows."""
    to.put("title", "TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ QUÝ II NĂM 2026")
    to.skip()

    def head() -> None:
        row = to.put(
            "head",
            "TT",
            "Nội dung công việc",
            "Số văn bản",
            "Đơn vị chủ trì",
            "Hạn hoàn thành",
            "Hoàn thành",
            None,
            "Chưa hoàn thành",
            None,
            "Ghi chú",
        )
        to.put("head", None, None, None, None, None, "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn")
        to.join(row, 6, 7)
        to.join(row, 8, 9)
        for at in (1, 2, 3, 4, 5, 10):
            to.join(row, at, at, down=1)

    for place in range(count):
        if place % 50 == 0:
            head()
        crosses: list[Value] = [None] * 4
        crosses[place % 4] = "x"
        to.put("task", place + 1, f"Quý II: {_work(place)}", f"{300 + place % 30}/UBND-TH ngày {1 + place % 28}/4/2026",
               BODIES[place % 7], f"{1 + place % 28}/6/2026", *crosses, "nt" if place % 9 == 8 else None)  # fmt: skip


def _of_one_body(to: _Writer, count: int) -> None:
    """The list of one body: no column of who leads, days as numbers and texts, headings of papers."""
    to.put("title", "DANH SÁCH CÔNG VIỆC ĐƯỢC GIAO NĂM 2026")
    to.put("head", "Số TT", "Nội dung giao", "Ngày giao", "Thời gian hoàn thành", "Kết quả", "Sản phẩm")
    for place in range(count):
        if place % 60 == 0:
            to.put("group", None, f"Thông báo số {400 + place}/TB-UBND ngày 10/02/2026")
        due = (46234 + place % 90, "31/6/2026", "trước ngày 30/9", "Quý III/2026", "Thường xuyên")[place % 5]
        to.put("task", place + 1, f"Việc của Sở: {_work(place)}", 46063, due,
               "Đang triển khai" if place % 3 else f"Đã ban hành Quyết định {place}/QĐ-SXD ngày 20/5/2026")  # fmt: skip


def _exported(to: _Writer, count: int) -> None:
    """As a program for documents exports it: titles cut short, 01/01/1970, ids, rows that come twice."""
    to.put("head", "Mã phiếu", "Số ký hiệu", "Ngày văn bản", "Trích yếu", "Đơn vị xử lý", "Hạn xử lý", "Trạng thái")
    for place in range(count):
        double = place % 20 == 19
        number = place - 1 if double else place
        text = f"Phiếu: {_work(number)} theo chỉ đạo của Chủ tịch UBND tỉnh"
        to.put("double" if double else "task", f"P{number:05}", f"{500 + number}/VP-TH", "05/03/2026",
               f"{text[:30]}..." if double else text, BODIES[number % 7],
               "01/01/1970" if number % 4 == 0 else "30/08/2026", STATES[number % len(STATES)])  # fmt: skip


def _joined_rows(to: _Writer, count: int) -> None:
    """One paper over several rows, a result that goes on in the next row, a row with its number alone."""
    to.put("title", "NHIỆM VỤ TỈNH ỦY GIAO")
    to.put(
        "head",
        "STT",
        "Thông báo, kết luận số",
        "Nội dung chỉ đạo",
        "Cơ quan chủ trì thực hiện",
        "Thời hạn",
        "Tình hình thực hiện",
        "Khó khăn, vướng mắc",
    )
    place = 0
    while place < count:
        first = to.row + 1
        for step in range(min(4, count - place)):
            paper = f"{place % 90 + 1}-TB/TU ngày 15/1/2026" if step == 0 else None
            to.put("task", place + step + 1, paper, f"Tỉnh ủy: {_work(place + step)}", BODIES[(place + step) % 7],
                   f"Quý {('I', 'II', 'III', 'IV')[step]}/2026", "Đang thực hiện; đạt 50% khối lượng")  # fmt: skip
        if to.row > first:
            to.join(first, 2, 2, down=to.row - first)
        place += 4
        if place % 40 == 0:
            to.put("continued", None, None, None, None, None, "- Đã họp 2 lần với các đơn vị liên quan")
    to.put("empty", place + 1)


def book_of(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of plain sheets, each a name and its rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
