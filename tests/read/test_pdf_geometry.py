"""Words, lines, columns, paragraphs and tables from boxes written by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from camket.read.pdf.aligned import aligned_table
from camket.read.pdf.boxes import Segment, Word, segment
from camket.read.pdf.columns import in_order
from camket.read.pdf.joining import joined
from camket.read.pdf.letters import Letters, words
from camket.read.pdf.lines import segments
from camket.read.pdf.notes import footnotes
from camket.read.pdf.paragraphs import Line, paragraphs
from camket.read.pdf.ruled import grids_of, ruled_tables
from camket.read.pdf.rulings import Ruling, Rulings
from camket.read.pdf.running import Sheet, running
from camket.read.pdf.spelling import is_misread, mended, mending
from camket.read.pdf.stamps import without_stamps

WIDE, SIZE = 6.0, 12.0  # of the letters of these tests


def _letters(text: str, gaps: Sequence[tuple[int, float]] = (), added: Sequence[int] = ()) -> Letters:
    """Letters side by side; before some, by number, a gap. A blank in the text takes no room of its own."""
    left, right, x = [], [], 0.0
    wide = dict(gaps)
    for at, letter in enumerate(text):
        x += wide.get(at, 0.0)
        left.append(x)
        x += 0 if letter.isspace() else WIDE
        right.append(x)
    base = [100.0] * len(text)
    return Letters(text, left, right, base, lambda at: at in added, lambda _: SIZE, lambda _: False)


@pytest.mark.parametrize(
    ("text", "gaps", "added", "made"),
    [
        ("tăng 6,9%", [(5, 3)], (), ["tăng", "6,9%"]),
        ("cótốc", [(2, 3)], (), ["có", "tốc"]),  # no blank drawn, a gap is there
        ("tố c", [], (2,), ["tốc"]),  # PDFium put a blank where no gap is
        ("l\r\nớp 10", [(6, 3)], (1, 2), ["lớp", "10"]),  # a line's end where the font changes
        ("Lớp\r\n10", [(5, -60)], (3, 4), ["Lớp", "10"]),  # a line's end
        ("tố c", [], (), ["tố", "c"]),  # a blank that the file draws stays
        ("THÔNG", [(1, 4), (2, 4), (3, 4), (4, 4)], (), ["THÔNG"]),  # letters set apart evenly
        ("THÔNGBÁO", [(1, 4), (2, 4), (3, 4), (4, 4), (5, 12), (6, 4), (7, 4)], (), ["THÔNG", "BÁO"]),
        # Lines that a program has squeezed to their width: the blank is narrow, all other letters touch.
        ("09/KH-SXDngày", [(9, 1.8)], (), ["09/KH-SXD", "ngày"]),
        ("kếhoạch", [(2, 1.8), (4, 0.5)], (), ["kếhoạch"]),
        ("đến5,2%", [(3, 1.3)], (), ["đến5,2%"]),
        ("T.Ư", [(1, 1.8)], (), ["T.Ư"]),  # too few letters to tell
    ],
)
def test_gaps_part_words_and_blanks_without_a_gap_do_not(
    text: str, gaps: Sequence[tuple[int, float]], added: Sequence[int], made: list[str]
) -> None:
    assert [word.text for word in words(_letters(text, gaps, added))] == made


def _word(text: str, left: float, bottom: float = 100.0, *, size: float = SIZE, order: int = 0) -> Word:
    return Word(text, left, bottom - size, left + len(text) * size / 2, bottom, size, order)


def _line(text: str, left: float, bottom: float, *, size: float = SIZE, order: int = 0) -> Segment:
    """A line whose words stand a quarter of their size apart."""
    made: list[Word] = []
    x = left
    for each in text.split():
        made.append(_word(each, x, bottom, size=size, order=order + len(made)))
        x = made[-1].right + size / 4
    return segment(made)


def _ending(text: str, right: float, left: float, bottom: float, *, size: float = SIZE) -> Segment:
    """A line that is stretched to end at `right`."""
    one = _line(text, left, bottom, size=size)
    last = one.words[-1]
    shift = right - last.right
    return segment([*one.words[:-1], replace(last, left=last.left + shift, right=right)])


@pytest.mark.parametrize(
    ("drawn", "made"),
    [
        ([_word("1.", 100), _word("Sở", 140)], ["1. Sở"]),  # a list's mark with a tab behind it
        ([_word("tỉnh", 100), _word("Ngô", 300)], ["tỉnh", "Ngô"]),
        ([_word("Số:", 100), _word("/UBND-TH", 170)], ["Số: /UBND-TH"]),  # a form that nobody has filled in
        (
            [
                _word("(Kèm", 100),
                _word("theo", 124),
                _word("Thông", 148),
                _word("báo", 178),
                _word("số", 198),
                _word("/TB-SCT", 260),
            ],
            ["(Kèm theo Thông báo số /TB-SCT"],
        ),
        # Columns that come close on one line: the gap is far wider than the others.
        ([_word("SỞ", 100), _word("CỘNG", 122), _word("HÒA", 149)], ["SỞ", "CỘNG HÒA"]),
        ([_word("ngày", 100), _word("tháng", 170), _word("năm", 240)], ["ngày tháng năm"]),
        ([_word(each, 100 + 10 * at) for at, each in enumerate("THÔNG")], ["THÔNG"]),
        (
            [_word(each, 100 + 10 * at + (8 if at > 4 else 0)) for at, each in enumerate("THÔNGBÁO")],
            ["THÔNG BÁO"],
        ),
    ],
)
def test_segments_of_a_line(drawn: list[Word], made: list[str]) -> None:
    assert [each.text for each in segments(drawn)] == made


@pytest.mark.parametrize(
    ("filled", "made"),
    [
        ([_word("4580", 125, order=900)], ["Số: 4580 /UBND-TH"]),
        ([_word("4580", 125, 101.5, order=900, size=11)], ["Số: 4580 /UBND-TH"]),
        ([_word("4580", 125, 160, order=900)], ["4580", "Số: /UBND-TH"]),
    ],
)
def test_what_is_laid_over_a_gap_of_a_line_is_read_in_it(filled: list[Word], made: list[str]) -> None:
    drawn = [_word("Số:", 100), _word("/UBND-TH", 165, order=3)]
    assert sorted(each.text for each in segments([*drawn, *filled], 900)) == made


@pytest.mark.parametrize("laid_over", [None, 900])
def test_a_day_and_a_month_that_are_drawn_later_stand_in_the_gaps_of_their_line(laid_over: int | None) -> None:
    drawn = [
        _word("ngày", 100),
        _word("/", 140, order=5),
        _word("/2026", 160, order=7),
        _word("của", 197, order=13),
        _word("23", 126, 100.6, order=900),
        _word("7", 150, 100.6, order=903),
    ]
    (line,) = segments(drawn, laid_over)
    assert line.text == "ngày 23 / 7 /2026 của"


def test_a_day_that_stands_lower_than_its_line_is_read_in_its_gap() -> None:
    drawn = [_word("ngày", 100), _word("tháng", 150, order=5), _word("30", 131, 101.0, order=20)]
    drawn += [_word("7", 184, 101.0, order=23), _word("năm", 193, order=26)]
    assert [each.text for each in segments(drawn)] == ["ngày 30 tháng 7 năm"]


def test_columns_that_all_but_touch_are_told_by_the_order_of_drawing() -> None:
    left = [_word("UBND", 100, 100 + 20 * at, order=at) for at in range(3)]
    right = [_word("HÒA", 126, 100 + 20 * at, order=10 + at) for at in range(3)]
    assert sorted(each.text for each in segments([*left, *right])) == ["HÒA"] * 3 + ["UBND"] * 3


def test_a_letterhead_is_read_column_after_column_and_the_body_below() -> None:
    items = [
        _line("ỦY BAN NHÂN DÂN", 90, 50),
        _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 270, 50),
        _line("TỈNH BẮC NINH", 95, 68),
        _line("Độc lập - Tự do - Hạnh phúc", 300, 68),
        _line("Số: 12/BC-UBND", 90, 95),
        _line("Bắc Ninh, ngày 05 tháng 01 năm 2025", 280, 99),
        _line("BÁO CÁO kết quả thực hiện nhiệm vụ năm 2024 của tỉnh", 150, 140),
    ]
    columns = in_order(items)
    said = [item.text for column in columns for item in column.items if isinstance(item, Segment)]
    assert said == [
        "ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH", "Số: 12/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bắc Ninh, ngày 05 tháng 01 năm 2025",
        "BÁO CÁO kết quả thực hiện nhiệm vụ năm 2024 của tỉnh",
    ]  # fmt: skip
    assert [column.beside for column in columns] == [True, True, False]


FORMS = {
    "numbers go on across": [
        ("1. Họ và tên: Lê An", "2. Giới tính: Nam"), ("3. Ngày sinh: 12/5/1980", "4. Dân tộc: Kinh"),
        ("5. Chức vụ: Chuyên viên", "6. Đơn vị: Sở Nội vụ"),
    ],
    "every cell has its label": [
        ("Chủ hộ: Lê An", "Năm sinh: 1980"), ("Thôn: Đông", "Xã: Thanh Sơn"), ("Số nhân khẩu: 5", "Diện tích: 320 m2"),
    ],
    "names and what is said of them": [
        ("Tên dự án", "Trường THPT Lý Nhân"), ("Tổng mức đầu tư", "120 tỷ đồng"), ("Diện tích", "3,5 ha"),
        ("Thời gian", "2024 - 2026"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", FORMS.values(), ids=FORMS.keys())
def test_a_form_is_read_row_by_row(rows: list[tuple[str, str]]) -> None:
    items = [
        _line(cell, 85 + 230 * column, 100 + 18 * at) for at, row in enumerate(rows) for column, cell in enumerate(row)
    ]
    assert [[item.text for item in column.items if isinstance(item, Segment)] for column in in_order(items)] == [
        [f"{left} {right}"] for left, right in rows
    ]


COLUMNS = {
    "numbers go on downwards": [
        ("1. Sở Y tế", "4. Sở Nội vụ"), ("2. Sở Tài chính", "5. Sở Tư pháp"), ("3. Sở Xây dựng", "6. Sở Công Thương"),
    ],
    "running text": [
        ("Trong 6 tháng đầu năm tỉnh", "Về văn hóa, tỉnh đã mở"), ("đã thu ngân sách đạt", "12 thư viện ở các xã vùng"),
        ("8.000 tỷ đồng, tăng 9%.", "cao và trao 300 suất quà."),
    ],
    "the foot of a paper": [
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Như trên;", "CHỦ TỊCH"), ("- Lưu: VT.", "Lê Văn An"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", COLUMNS.values(), ids=COLUMNS.keys())
def test_columns_that_are_no_form_are_read_one_after_the_other(rows: list[tuple[str, str]]) -> None:
    items = [
        _line(cell, 85 + 230 * column, 100 + 18 * at) for at, row in enumerate(rows) for column, cell in enumerate(row)
    ]
    said = [item.text for column in in_order(items) for item in column.items if isinstance(item, Segment)]
    assert said == [left for left, _ in rows] + [right for _, right in rows]


def test_a_signer_that_begins_above_the_other_column_stays_whole() -> None:
    items = [
        _line("TM. ỦY BAN NHÂN DÂN", 330, 600),
        _line("Nơi nhận:", 90, 616),
        _line("CHỦ TỊCH", 370, 617),
        _line("- Như trên;", 90, 632),
        _line("Nguyễn Văn Mẫu", 350, 690),
    ]
    said = [item.text for column in in_order(items) for item in column.items if isinstance(item, Segment)]
    assert said == ["Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"]


def test_a_line_under_a_table_without_lines_is_none_of_its_rows() -> None:
    rows = [
        _line(cell, 85 + 150 * column, 100 + 18 * at)
        for at, row in enumerate(
            (("Ngành", "2023", "2024"), ("Lúa", "31", "30"), ("Ngô", "12", "11"), ("Cá", "5", "6"))
        )
        for column, cell in enumerate(row)
    ]
    (column,) = in_order([*rows, _line("Bảng 3. Số hộ", 85, 172)])
    assert [isinstance(item, Segment) for item in column.items] == [False, True]


def _paragraphs(*lines: Segment, left: float = 85, right: float = 540) -> list[str]:
    made = paragraphs([Line(each, each.text, 1, left, right) for each in lines])
    return [" ".join(line.text for line in paragraph) for paragraph in made]


FULL = "Năm 2024 tổng sản phẩm trên địa bàn tỉnh ước tăng"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        # The first line is indented and full, the next at the margin: one paragraph.
        ([_ending(FULL, 540, 120, 100), _line("6,03% so với năm trước.", 85, 118)], 1),
        # Both indented: two paragraphs.
        ([_ending(FULL, 540, 120, 100), _line("Thu ngân sách đạt khá.", 120, 118)], 2),
        # The line before is not full.
        ([_line("Kết quả cụ thể:", 85, 100), _line("Thu ngân sách đạt khá.", 85, 118)], 2),
        # A wider distance.
        ([_ending(FULL, 540, 85, 100), _line("thu ngân sách.", 85, 118), _line("Chi ngân sách.", 85, 145)], 2),
        # A heading below a title that is as broad as the page.
        ([_ending("Kết luận tại phiên họp tháng 8/2025", 536, 95, 100), _line("I. ĐÁNH GIÁ CHUNG", 85, 118)], 2),
        # The dash of a name is no mark of a list.
        ([_ending("phát triển kinh tế", 540, 120, 100), _line("- xã hội năm 2025.", 85, 118)], 1),
        # A list's mark after a stop is.
        ([_ending("phát triển kinh tế;", 540, 85, 100), _line("- Xã hội năm 2025.", 85, 118)], 2),
        # A number at the head of a line that goes on.
        ([_ending("theo Kế hoạch số", 540, 85, 100), _line("18/KH-UBND ngày 14/01/2022", 85, 118)], 1),
        # Lines of a hanging list stand under its words.
        ([_ending("- Thu ngân sách nhà nước", 540, 85, 100), _line("trên địa bàn đạt khá.", 94, 118)], 1),
        # Titles in the middle keep their lines.
        ([_line("BÁO CÁO", 290, 100), _line("Kết quả năm 2024", 265, 118)], 2),
        # What is left on the right is as wide as the indent, but the next word had no room: no title.
        ([_ending("Thực hiện Công văn của tỉnh về", 512, 113, 100), _line("những nhà ở xã hội, Sở", 85, 118)], 1),
        # Entries of a table of contents.
        ([_ending("1. Mục đích ................ 7", 540, 85, 100), _line("Phạm vi áp dụng", 85, 118)], 2),
        ([_ending("chia đều ... 7", 540, 85, 100), _line("hộ trong thôn", 85, 118)], 1),
        # Another size of letters.
        ([_ending(FULL, 540, 85, 100), _line("ghi chú nhỏ.", 85, 115, size=9)], 2),
    ],
)
def test_paragraphs_by_indent_fill_distance_and_marks(lines: list[Segment], count: int) -> None:
    assert len(_paragraphs(*lines)) == count


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM"), ("CỘNG HOÀ XÃ", "HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ĐẢNG CỘNG SẢN", "VIỆT NAM"), ("Độc lập - Tự do -", "Hạnh phúc"), ("Độc lập – Tự do", "– Hạnh phúc"),
    ],
)  # fmt: skip
def test_a_motto_without_room_for_its_line_is_one(first: str, second: str) -> None:
    lines = [
        Line(each, each.text, 1, 270, 540, beside=True) for each in (_line(first, 330, 60), _line(second, 340, 78))
    ]
    assert len(paragraphs(lines)) == 1


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, rest = _ending(FULL, 540, 120, 780), _line("6,03% so với năm trước.", 85, 80)
    other = _line("Thu ngân sách đạt khá.", 120, 98)
    lines = [
        Line(first, first.text, 1, 85, 540),
        Line(rest, rest.text, 2, 85, 540, 1),
        Line(other, other.text, 2, 85, 540, 1),
    ]
    assert [len(paragraph) for paragraph in paragraphs(lines)] == [2, 1]


def _sheets(count: int) -> list[Sheet]:
    sheets = []
    for number in range(1, count + 1):
        body = [_line(f"Nội dung thứ {number * 7 + at} của trang", 85, 200 + 18 * at) for at in range(5)]
        edge = [_line("Báo cáo chính trị", 85, 40), _line(f"Trang {number}", 280, 815)]
        sheets.append(Sheet(number, 842, [*edge, *body]))
    return sheets


def test_running_heads_and_page_numbers_are_found() -> None:
    found = running(_sheets(4))
    assert [(edge.page, edge.text) for edge in found if edge.above] == [(n, "Báo cáo chính trị") for n in range(1, 5)]
    assert [edge.text for edge in found if not edge.above] == [f"Trang {n}" for n in range(1, 5)]


def test_a_number_that_does_not_count_with_the_pages_stays() -> None:
    sheets = [
        Sheet(page, 842, [_line(said, 290, 30), _line("Nội dung khác nhau", 85, 300 + page)])
        for page, said in ((1, "2024"), (2, "15"), (3, "7"))
    ]
    assert running(sheets) == []


def test_the_motto_over_every_form_of_an_annex_is_no_running_head() -> None:
    sheets = [
        Sheet(page, 842, [_line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 200, 60), _line(f"Mẫu {page}{page}", 85, 300)])
        for page in range(1, 6)
    ]
    assert running(sheets) == []


HEADS_OF_PAGES = [
    # what stands at the head of pages 1, 2, ..., and whether it is of the pages
    (["CÔNG BÁO HÀ NAM/Số 45 + 46", "CÔNG BÁO HÀ NAM/Số 45 + 46", "CÔNG BÁO HÀ NAM/Số 45 + 46"], True),
    (["Nghị quyết số 12 - trang 7/30", "Nghị quyết số 12 - trang 8/30", "Nghị quyết số 12 - trang 9/30"], True),
    (["Phụ lục 2", "Phụ lục 2", "Phụ lục 2"], True),
    (["Biểu số 01/KHĐT", "Biểu số 02/KHĐT", "Biểu số 03/KHĐT"], False),
    (["12. Các sở thực hiện", "27. Các sở thực hiện", "43. Các sở thực hiện"], False),
]


@pytest.mark.parametrize(("heads", "of_pages"), HEADS_OF_PAGES, ids=[heads[1] for heads, _ in HEADS_OF_PAGES])
def test_numbers_of_a_running_head_stay_or_count_the_pages(heads: list[str], of_pages: bool) -> None:
    sheets = [
        Sheet(page, 842, [_line(head, 85, 60), _line(f"Nội dung {page * page}", 85, 300)])
        for page, head in enumerate(heads, 1)
    ]
    assert len(running(sheets)) == (len(heads) if of_pages else 0)


def test_the_rest_of_a_paragraph_above_the_edge_of_a_page_is_of_its_text() -> None:
    sheets = [
        Sheet(
            page, 842,
            [_line(f"{page * page}. Phạt tiền {page * page} triệu đồng đối với một trong những", 85, 722),
             _line("hành vi sau đây:", 85, 737), _line(f"Mục {page * page}", 85, 300)],
        )
        for page in range(2, 7)
    ]  # fmt: skip
    assert running(sheets) == []


@pytest.mark.parametrize("height", [60, 780])
def test_the_rest_of_a_paragraph_at_the_edge_of_a_page_is_of_its_text(height: float) -> None:
    sheets = [
        Sheet(
            page, 842,
            [_line(f"{page * page}. Nội dung thứ {page * page} được thực hiện trên", 85, height),
             _line("địa bàn tỉnh theo quy định.", 85, height + 15), _line(f"Mục {page * page}", 85, 300)],
        )
        for page in range(2, 7)
    ]  # fmt: skip
    assert running(sheets) == []


def test_the_letterhead_of_every_form_stays_whole() -> None:
    sheets = [
        Sheet(
            page, 842,
            [_line("Công báo", 85, 30), _line("SỞ XÂY DỰNG", 85, 60), _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 300, 60),
             _line("VIỆT NAM", 360, 75), _line("Số: .../BC-SXD", 85, 90), _line(f"Nội dung {page * page}", 85, 300)],
        )
        for page in range(1, 6)
    ]  # fmt: skip
    assert {edge.text for edge in running(sheets)} == {"Công báo"}


def test_what_stands_alone_on_its_page_is_its_text() -> None:
    assert running([Sheet(page, 842, [_line("Phụ lục", 280, 60)]) for page in range(1, 6)]) == []


def test_footnotes_are_the_small_lines_below_that_begin_with_a_mark() -> None:
    body = _line("Thu ngân sách đạt 33.150 tỷ đồng trong năm", 85, 600)
    called = segment([*body.words, replace(_word("1", 400, 595, size=7), raised=1)])
    note = [_line("1 Số liệu ước của Kho bạc", 85, 760, size=9), _line("Nhà nước tỉnh.", 85, 771, size=9)]
    found = footnotes([called, *note], SIZE)
    assert [[line.text for line in lines] for lines in found] == [["1 Số liệu ước của Kho bạc", "Nhà nước tỉnh."]]
    assert found[0][0].words[0].raised == 1


@pytest.mark.parametrize(
    ("drawn", "ends", "said"),
    [
        ([_word("Covid-", 0), _word("19", 9)], {1}, "Covid-19"),
        ([_word("thông", 0), _word("tin", 9)], {1}, "thông tin"),
        ([_word("infor-", 0), _word("mation", 9)], {1}, "information"),
        ([_word("2020-", 0), _word("2025", 9)], {1}, "2020-2025"),
        ([_word("2020-", 0), _word("2025", 9)], (), "2020- 2025"),
        ([_word("25", 0), _word("km", 20), replace(_word("2", 32), raised=1), _word(";", 38)], (), "25 km²;"),
        ([_word("đồng", 0), replace(_word("1", 24), raised=1), _word(".", 30)], (), "đồng."),
        ([_word("10", 0), replace(_word("6", 12), raised=1), _word("tấn", 40)], (), "10⁶ tấn"),
        ([_word("Số:", 0), _word("4580", 30), _word("/UBND-TH", 70)], (), "Số: 4580/UBND-TH"),
    ],
)
def test_words_are_joined_to_a_line_of_text(drawn: list[Word], ends: set[int], said: str) -> None:
    pieces = joined([(word, 1) for word in drawn], ends)
    assert "".join(piece.text for piece in pieces) == said
    assert all(piece.at is not None for piece in pieces if piece.text.strip())


def _grid(downs: Sequence[float], acrosses: Sequence[float]) -> Rulings:
    level = [Ruling(y, acrosses[0], acrosses[-1]) for y in downs]
    return Rulings(level, [Ruling(x, downs[0], downs[-1]) for x in acrosses])


def _texts(found: Rulings, drawn: Sequence[Word], starts: Sequence[int] | None = None) -> list[list[str]]:
    (table,), _ = ruled_tables(grids_of(found), drawn, starts or range(len(drawn)))
    return [[cell.text for cell in row] for row in table.cells]


def test_a_grid_of_lines_is_a_table() -> None:
    drawn = [_word("GRDP", 105, 117), _word("6,03", 205, 117), _word("Thu", 105, 147), _word("ngân", 126, 147)]
    assert _texts(_grid([100, 130, 160], [100, 200, 300]), drawn) == [["GRDP", "6,03"], ["Thu ngân", ""]]


def test_lines_that_are_missing_make_cells_that_reach_further() -> None:
    level = [Ruling(100, 100, 400), Ruling(130, 200, 400), Ruling(160, 100, 400), Ruling(190, 100, 400)]
    upright = [Ruling(100, 100, 190), Ruling(200, 100, 190), Ruling(300, 130, 190), Ruling(400, 100, 190)]
    drawn = [_word("Tên", 105, 140), _word("Năm", 240, 117), _word("KH", 210, 147), _word("TH", 310, 147)]
    (table,), taken = ruled_tables(grids_of(Rulings(level, upright)), drawn, range(4))
    cells = {cell.text: cell[:4] for row in table.cells for cell in row if cell.text}
    assert cells == {"Tên": (0, 0, 2, 1), "Năm": (0, 1, 1, 2), "KH": (1, 1, 1, 1), "TH": (1, 2, 1, 1)}
    assert taken == {0, 1, 2, 3}


def test_lines_drawn_cell_by_cell_are_one() -> None:
    level = [Ruling(y, x, x + 100) for y in (100, 130, 160) for x in (100, 200)]
    upright = [Ruling(x, y, y + 30) for x in (100, 200, 300) for y in (100, 130)]
    assert len(grids_of(Rulings(level, upright))[0].cells) == 4


def test_words_that_run_over_the_edge_of_their_cell_stay_in_it() -> None:
    drawn = [_word("Số", 105, 117), _word("cơ", 120, 117), _word("sở", 205, 117), _word("12", 250, 117)]
    assert _texts(_grid([100, 130, 160], [100, 200, 300]), drawn, [0, 0, 0, 3])[0] == ["Số cơ sở", "12"]


@pytest.mark.parametrize("found", [Rulings([], []), Rulings([Ruling(100, 85, 200)], []), _grid([100, 200], [100, 300])])
def test_a_rule_or_a_frame_is_no_table(found: Rulings) -> None:
    assert grids_of(found) == []


def _rows(*rows: Sequence[str]) -> list[Segment]:
    return [
        _line(cell, 85 + 150 * column, 100 + 18 * at)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    ]


def test_rows_of_numbers_under_each_other_are_a_table() -> None:
    found = aligned_table(
        _rows(
            ("Chỉ tiêu", "2022", "2023"), ("Lúa (ha)", "31.250", "30.870"), ("Tổng giá trị sản", "", ""),
            ("xuất (tỷ đồng)", "133.609,5", "142.870,2"), ("Ngô (ha)", "1.205", "-"),
        ),
        [220, 370],
    )  # fmt: skip
    assert found is not None
    assert [[cell.text for cell in row] for row in found.cells] == [
        ["Chỉ tiêu", "2022", "2023"],
        ["Lúa (ha)", "31.250", "30.870"],
        ["Tổng giá trị sản xuất (tỷ đồng)", "133.609,5", "142.870,2"],
        ["Ngô (ha)", "1.205", "-"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Nơi nhận:", "CHỦ TỊCH"), ("- Như trên;", "Ký thay"), ("- Lưu: VT.", "Nguyễn Văn Mẫu")],
        [("Lúa", "12"), ("Ngô", "15")],
        [("Cột một có chữ", "cột hai có chữ"), ("dòng hai", "dòng hai"), ("dòng ba", "dòng ba năm 2024")],
    ],
)
def test_columns_of_text_are_no_table(rows: list[Sequence[str]]) -> None:
    assert aligned_table(_rows(*rows), [220]) is None


def test_signatures_and_incoming_stamps_are_set_apart() -> None:
    lines = [
        _line("Phan Mẫu", 350, 600, order=1),
        _line("Ký bởi: Ủy ban nhân dân tỉnh", 330, 640, order=50),
        _line("Ngày ký: 13-07-2020 16:32:28 +07:00", 330, 655, order=60),
        _line("CÔNG VĂN ĐẾN", 90, 60, order=30),
        _line("Số: 1203", 90, 76, order=31),
        _line("Ngày: 14/7/2020", 90, 92, order=32),
        _line("Số: 4580/UBND-TH", 90, 150, order=2),
    ]
    kept, stamps = without_stamps(lines, 40)
    assert [each.text for each in kept] == ["Phan Mẫu", "Số: 4580/UBND-TH"]
    assert len(stamps) == 5


def test_a_letter_is_addressed_below_its_head_and_not_in_its_left_column() -> None:
    left = [_line("SỞ TƯ PHÁP", 110, 60), _line("Số: 78/STP-HC", 105, 78), _line("V/v trình hồ sơ", 105, 96)]
    right = [_line("CỘNG HÒA XÃ HỘI", 330, 60), _line("Độc lập - Tự do", 335, 78), _line("ngày 16 tháng 5", 335, 98)]
    below = [_line("Kính gửi:", 180, 122), _line("- Sở Nội vụ;", 330, 122), _line("- Sở Tài chính.", 330, 140)]
    said = [item for column in in_order([*left, *right, *below]) for item in column.items]
    assert said == [*left, *right, *below]


WITHOUT_MARKS = (
    "Tinh uy yeu cau cac cap uy dang, chinh quyen day manh cai cach hanh chinh va cong khai ket qua cho "
    "nhan dan bik theo doi trong quy mot; giao Van phong tong hgp bao cao"
)
MISREAD = (
    "UBND tinh b6o c6o tl6nh gi6 k6t qu6 n6m 2025, phuong hucmg nhi6m vu nim 2026 cria c6c sd, ban, nginh tlia phuong"
)


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        (MISREAD, True),
        (
            "UBND tỉnh báo cáo kết quả năm 2025 (QĐ số 12/QĐ-UBND), ứng dụng VNeID, mức 2 và đường DT295B dài 6,8km "
            * 3,
            False,
        ),
        (
            "The Ministry of Finance promulgates the Circular amending Circular No. 11/2014/TT-BTC of January 17 " * 3,
            False,
        ),
        (WITHOUT_MARKS, True),
        ("Kế hoạch của Tinh uy về day manh cải cách hành chính năm nay, giao Van phong theo dõi, tổng hợp " * 3, False),
        ("b6o c6o", False),
    ],
)
def test_letters_that_a_recogniser_without_vietnamese_has_made(text: str, misread: bool) -> None:
    assert is_misread(text) is misread


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("QUYẾT ðỊNH ban hành ñơn giá ñất, ñược sửa ñổi", "QUYẾT ĐỊNH ban hành đơn giá đất, được sửa đổi"),
        ("Ðơn giá ðất", "Đơn giá đất"),
        ("España, mañana, señor", "España, mañana, señor"),
        ("Ñịnh mức ñã ñược duyệt, đơn giá", "Ñịnh mức ñã ñược duyệt, đơn giá"),
    ],
)
def test_other_letters_in_place_of_the_two_with_a_stroke(written: str, meant: str) -> None:
    letters = mending(written)
    assert (mended(written, letters) if letters is not None else written) == meant
