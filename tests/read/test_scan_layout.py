"""How a page is laid out, without the program that recognises letters: words with boxes in, blocks and rows out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from camket.model.place import OnPage
from camket.read.scan import again, cells
from camket.read.scan.columns import bands
from camket.read.scan.known import with_known
from camket.read.scan.lines import Line, lines_of, run_of, runs_of
from camket.read.scan.numerals import count_strokes, mended
from camket.read.scan.page import ScannedPage
from camket.read.scan.parts import ScannedBlock, ScannedRow, parts_of
from camket.read.scan.prepare import Prepared, find_skew, is_blank, prepared
from camket.read.scan.ruling import Box, ruled_tables
from camket.read.scan.running import without_running_heads
from camket.read.scan.stamp import with_marks
from camket.read.scan.word import Word
from camket.read.writer import CellText, Piece, Writer

LETTER, PITCH = 20, 60
"""Pixels: the breadth of a letter, and from line to line."""


def line_at(top: float, *runs: tuple[float, str], line: int = 0) -> list[Word]:
    """Words of one line; each run begins at its place and has a blank of one letter between its words."""
    words = []
    for left, text in runs:
        for each in text.split(" "):
            right = left + LETTER * len(each)
            words.append(Word(each, left, top, right, top + 40, 0.9, line=line or int(top)))
            left = right + LETTER
    return words


def page_of(*lines: list[Word]) -> list[str]:
    """The blocks of a page of such lines."""
    words = [word for line in lines for word in line]
    parts = parts_of(lines_of(runs_of(words)), [], _place)
    return [part.text for part in parts if isinstance(part, ScannedBlock)]


def _place(word: Word) -> OnPage:
    return OnPage(1, word.left, word.top, word.right, word.bottom, word.sure)


def test_head_and_foot_are_read_column_by_column() -> None:
    blocks = page_of(
        line_at(100, (150, "ỦY BAN NHÂN DÂN"), (800, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        line_at(160, (170, "TỈNH BẮC NINH"), (900, "Độc lập - Tự do - Hạnh phúc")),
        line_at(260, (190, "Số: 18/KH-UBND"), (820, "Bắc Ninh, ngày 14 tháng 01 năm 2022")),
        line_at(400, (700, "KẾ HOẠCH")),
        line_at(700, (100, "Nơi nhận:"), (1000, "TM. ỦY BAN NHÂN DÂN")),
        line_at(760, (100, "- Các sở, ban, ngành;"), (1100, "CHỦ TỊCH")),
        line_at(820, (100, "- Lưu: VT.")),
        line_at(940, (1080, "Đinh Công Tuệ")),
    )
    assert blocks == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC NINH",
        "Số: 18/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bắc Ninh, ngày 14 tháng 01 năm 2022",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "- Các sở, ban, ngành;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Đinh Công Tuệ",
    ]


def test_whom_a_letter_is_addressed_to_stands_below_its_head() -> None:
    blocks = page_of(
        line_at(100, (150, "SỞ CÔNG THƯƠNG"), (800, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        line_at(160, (150, "Số: 512/SCT-KH"), (900, "Độc lập - Tự do - Hạnh phúc")),
        line_at(220, (130, "V/v rà soát cụm"), (820, "Hà Nam, ngày 5 tháng 9 năm 2023")),
        line_at(280, (130, "công nghiệp")),
        line_at(380, (400, "Kính gửi:")),
        line_at(440, (700, "- Các phòng chuyên môn;")),
        line_at(500, (700, "- Ban quản lý các cụm công nghiệp.")),
    )
    assert blocks[:3] == ["SỞ CÔNG THƯƠNG", "Số: 512/SCT-KH", "V/v rà soát cụm công nghiệp"]
    assert blocks[-4:] == [
        "Hà Nam, ngày 5 tháng 9 năm 2023",
        "Kính gửi:",
        "- Các phòng chuyên môn;",
        "- Ban quản lý các cụm công nghiệp.",
    ]


@pytest.mark.parametrize("read", ["k", "+", "*", "x"])
def test_the_star_of_the_party_is_a_star_however_it_was_read(read: str) -> None:
    blocks = page_of(
        line_at(100, (150, "TỈNH ỦY HÀ NAM"), (800, "ĐẢNG CỘNG SẢN VIỆT NAM")),
        line_at(160, (290, read)),
        line_at(220, (180, "Số: 27-NQ/TU"), (780, "Hà Nam, ngày 6 tháng 7 năm 2022")),
    )
    assert blocks[:3] == ["TỈNH ỦY HÀ NAM", "*", "Số: 27-NQ/TU"]


def test_words_that_the_file_says_stand_in_their_line_or_cell() -> None:
    head = line_at(100, (100, "Số:"), (300, "/KH-SNN"), line=7)
    number, alone, inside = (Word(text, left, top, left + 80, top + 40, 1.0) for text, left, top in KNOWN)
    words, cells = with_known(head, [[], line_at(600, (520, "tấn"))], CELLS, [number, alone, inside])
    assert [line.text for line in lines_of(runs_of(words))] == ["Số: 1849 /KH-SNN", "23"]
    assert [[word.text for word in cell] for cell in cells] == [[], ["tấn", "45"]]


KNOWN = (("1849", 190, 104), ("23", 600, 300), ("45", 610, 602))
CELLS = (Box(0, 0, 1, 1, 100, 580, 500, 680), Box(0, 1, 1, 1, 500, 580, 900, 680))


def test_a_motto_whose_marks_were_lost_still_makes_the_head() -> None:
    lines = lines_of(runs_of(line_at(0, (0, "TỈNH ỦY"), (600, "ĐÀNG CÔNG SAN VIẾT NAM"))))
    assert [(band.first, band.last) for band in bands(lines)] == [(0, 1)]


WIDE = "tổng kim ngạch xuất nhập khẩu của tỉnh ước đạt trên 87 tỷ"
"""As wide as the page."""
PARAGRAPHS = [
    ("a full line goes on", [(100, WIDE), (100, "USD, xuất siêu 6,4 tỷ USD.")], 1),
    ("a first line set in begins anew", [(100, WIDE), (180, "Thu ngân sách đạt 30.908 tỷ đồng.")], 2),
    ("a short line ends", [(100, "Về kinh tế."), (100, WIDE)], 2),
    ("an item after a stop begins anew", [(100, WIDE + ";"), (100, "- Thu nội địa.")], 2),
    ("a dash in mid-sentence does not", [(100, WIDE + " kinh tế"), (100, "- xã hội của tỉnh.")], 1),
]


@pytest.mark.parametrize(("lines", "count"), [case[1:] for case in PARAGRAPHS], ids=[case[0] for case in PARAGRAPHS])
def test_lines_become_paragraphs(lines: list[tuple[float, str]], count: int) -> None:
    set_lines = [line_at(100 + PITCH * number, line) for number, line in enumerate([*lines, (100, WIDE), (100, WIDE)])]
    found = page_of(*set_lines)
    assert sum(any(text.startswith(line[:20]) for text in found) for _, line in lines) == count


def test_a_number_cut_at_its_dash_is_one_word() -> None:
    text = page_of(line_at(0, (0, WIDE + " theo Nghị quyết số 57-")), line_at(60, (0, "NQ/TW ngày 22/12/2024")))
    assert [each.partition("số ")[2] for each in text] == ["57-NQ/TW ngày 22/12/2024"]


def test_lines_of_a_column_that_had_no_room_are_whole() -> None:
    blocks = page_of(
        line_at(0, (100, "ỦY BAN NHÂN DÂN TỈNH BẮC"), (800, "CỘNG HÒA XÃ HỘI CHỦ")),
        line_at(60, (200, "NINH"), (900, "NGHĨA VIỆT NAM")),
        line_at(120, (150, "VĂN PHÒNG"), (820, "Độc lập - Tự do - Hạnh phúc")),
        line_at(180, (150, "V/v triển khai một số"), (820, "Bắc Ninh, ngày 08 tháng 10 năm 2025")),
        line_at(240, (150, "nhiệm vụ trọng tâm")),
        line_at(380, (500, "Kính gửi: Các sở, ban, ngành")),
        line_at(500, (100, "Nơi nhận:"), (1000, "CHỦ TỊCH")),
        line_at(560, (100, "- Các sở, ban, ngành, các")),
        line_at(620, (100, "Hội đoàn thể của tỉnh;")),
        line_at(680, (100, "- Lưu: VT.")),
    )
    assert blocks == [
        "ỦY BAN NHÂN DÂN TỈNH BẮC NINH",
        "VĂN PHÒNG",
        "V/v triển khai một số nhiệm vụ trọng tâm",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bắc Ninh, ngày 08 tháng 10 năm 2025",
        "Kính gửi: Các sở, ban, ngành",
        "Nơi nhận:",
        "- Các sở, ban, ngành, các Hội đoàn thể của tỉnh;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
    ]


def test_marks_torn_off_their_letters_are_no_line() -> None:
    torn = [word._replace(bottom=58) for word in line_at(50, (0, ": 4"))]
    lines = lines_of(runs_of([*line_at(0, (0, "ỦY BAN NHÂN DÂN")), *torn, *line_at(60, (0, "TỈNH BẮC NINH"))]))
    assert [line.text for line in mended(lines, Image.new("L", (400, 120), 255))] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC NINH",
    ]


def test_ruled_strokes_between_columns_are_no_words() -> None:
    head = line_at(0, (0, "ỦY BAN NHÂN DÂN __ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    assert page_of(head) == ["ỦY BAN NHÂN DÂN", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_a_wide_gap_keeps_two_blanks() -> None:
    assert page_of(line_at(0, (0, "Tỷ lệ hộ nghèo"), (700, "%"), (900, "1,1"))) == ["Tỷ lệ hộ nghèo  %  1,1"]


def test_the_wide_gaps_of_a_justified_line_part_nothing() -> None:
    words = [Word(text, 100 * at, 0, 100 * at + 40, 40, 0.9) for at, text in enumerate(["cam", "kết", "tiến", "độ"])]
    assert len(runs_of(words)) == 1


FONT = ImageFont.load_default(44)


def _drawn(text: str) -> tuple[Image.Image, Word]:
    image = Image.new("L", (400, 120), 255)
    draw = ImageDraw.Draw(image)
    draw.text((40, 30), text, font=FONT, fill=0)
    left, top, right, bottom = draw.textbbox((40, 30), text, font=FONT)
    return image, Word(text, left, top, right, bottom, 0.5)


@pytest.mark.parametrize(("text", "count"), [("I", 1), ("II", 2), ("III", 3), ("III/2022", 3), ("H", 0), ("V", 0)])
def test_upright_strokes_are_counted(text: str, count: int) -> None:
    assert count_strokes(*_drawn(text)) == count


NUMERALS = [
    ("quý", "IH/2022", "III/2022", "III/2022"),
    ("quý", "TIII", "III", "III"),
    ("quý", "TV", "IV", "IV"),
    ("quý", "I⁄2023", "I/2023", "I/2023"),
    ("quý", "1/2023", "1/2023", "1/2023"),
    ("tháng", "11/2023", "11/2023", "11/2023"),
    ("thứ", "IH", "III", "IH"),
]


@pytest.mark.parametrize(("before", "read", "drawn", "meant"), NUMERALS)
def test_quarters_are_read_by_their_strokes(before: str, read: str, drawn: str, meant: str) -> None:
    image, word = _drawn(drawn)
    line = Line((run_of([Word(before, 0, word.top, 30, word.bottom, 0.9), word._replace(text=read)]),))
    assert mended([line], image)[0].text == f"{before} {meant}"


def test_a_quarter_may_stand_in_the_line_below_its_word() -> None:
    image, word = _drawn("III/2024")
    above = Line((run_of([Word("quý", 300, 0, 360, 20, 0.9)]),))
    below = Line((run_of([word._replace(text="H1/2024")]),))
    assert mended([above, below], image)[1].text == "III/2024"


@pytest.mark.parametrize(("read", "drawn", "meant"), [("H.", "II.", "II."), ("IL", "I.", "I."), ("1.", "1.", "1.")])
def test_numerals_of_headings_are_read_by_their_strokes(read: str, drawn: str, meant: str) -> None:
    image, word = _drawn(drawn)
    line = Line((run_of([word._replace(text=read), Word("KẾT", 300, word.top, 390, word.bottom, 0.9)]),))
    assert mended([line], image)[0].text == f"{meant} KẾT"


@pytest.mark.parametrize(
    ("read", "meant"), [("MẶT", "MẬT"), ("TỐI MAT", "TỐI MẬT"), ("Mặt", "Mặt"), ("MẶT TRẬN", "MẶT TRẬN")]
)
def test_a_stamp_gets_its_marks_back(read: str, meant: str) -> None:
    assert with_marks(Line((run_of(line_at(0, (0, read))),))).text == meant


def _ruled(*, angle: float = 0.0) -> Image.Image:
    """A table of three columns and three rows whose first row has one cell over two columns."""
    image = Image.new("L", (1500, 900), 255)
    draw = ImageDraw.Draw(image)
    for y in (100, 220, 340, 460):
        draw.line((100, y, 1300, y), fill=0, width=3)
    for x, top in ((100, 100), (500, 100), (900, 220), (1300, 100)):
        draw.line((x, top, x, 460), fill=0, width=3)
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("angle", [0.0, 0.04])
def test_ruled_lines_make_cells(angle: float) -> None:
    (table,) = ruled_tables(_ruled(angle=angle))
    assert [each[:4] for each in table.cells] == [
        (0, 0, 1, 1), (0, 1, 1, 2),
        (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1),
        (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip
    assert (table.left, table.top, table.right, table.bottom) == pytest.approx((100, 100, 1300, 460), abs=20)


def test_a_frame_and_underlines_are_no_table() -> None:
    image = Image.new("L", (1000, 600), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 900, 300), outline=0, width=3)
    draw.line((300, 400, 600, 400), fill=0, width=3)
    assert ruled_tables(image) == []


def test_cells_become_rows_where_the_table_stands() -> None:
    (table,) = ruled_tables(_ruled())
    words = [
        [Word(str(number), cell.left, cell.top, cell.left + 20, cell.top + 40, 0.9)]
        for number, cell in enumerate(table.cells)
    ]
    lines = lines_of(runs_of([*line_at(20, (100, "Biểu 1")), *line_at(600, (100, "Ghi chú"))]))
    writer = Writer()
    ScannedPage(1, 100, 100, tuple(parts_of(lines, [(table, words)], _place))).write(writer)
    assert writer.result().text == "Biểu 1\n0\t1\n2\t3\t4\n5\t6\t7\nGhi chú\n"


SECOND_LOOKS = [
    # what the two readings say and how sure they are, and what is taken
    (("7,5", 0.96), ("7.5", 0.99), "7,5"),
    (("G7", 0.4), ("67", 0.9), "67"),
    (("12,5", 0.76), ("125", 0.78), "12,5"),
    (("I0", 0.1), ("725", 0.4), "I0"),
    ((None, 0.0), ("-190", 0.9), "-190"),
]


@pytest.mark.parametrize(("first", "second", "taken"), SECOND_LOOKS, ids=[case[2] for case in SECOND_LOOKS])
def test_an_unsure_cell_is_read_again(
    monkeypatch: pytest.MonkeyPatch, first: tuple[str | None, float], second: tuple[str, float], taken: str
) -> None:
    said = iter((first, second))

    def recogniser(image: Image.Image, _: str) -> list[Word]:
        text, sure = next(said)
        return [Word(text, 30, 30, image.width - 30, image.height - 30, sure)] if text else []

    monkeypatch.setattr(cells, "words_of", recogniser)
    image = Image.new("L", (300, 120), 255)
    ImageDraw.Draw(image).rectangle((100, 40, 200, 80), fill=0)
    found = cells.words_in_cells(image, [Box(0, 0, 1, 1, 0, 0, 300, 120), Box(0, 1, 1, 1, 0, 0, 60, 30)])
    assert [[word.text for word in words] for words in found] == [[taken], []]
    assert found[0][0].left == pytest.approx(90, abs=4)


def test_a_cell_of_which_a_line_was_lost_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    image = Image.new("L", (600, 200), 255)
    draw = ImageDraw.Draw(image)
    for left, top, right in ((20, 20, 180), (20, 80, 180), (320, 20, 480), (520, 40, 560)):
        draw.rectangle((left, top, right, top + (34 if left < 500 else 5)), fill=0)
    boxes = [Box(0, 0, 1, 1, 0, 0, 300, 180), Box(0, 1, 1, 1, 300, 0, 500, 180), Box(0, 2, 1, 1, 500, 0, 600, 180)]
    pictures: list[int] = []

    def recogniser(picture: Image.Image, _: str) -> list[Word]:
        pictures.append(picture.height)
        if len(pictures) == 1:  # all cells under one another: the first line of the first is lost
            return [Word("sách", 40, 100, 200, 134, 0.97), Word("7.250", 40, 188, 200, 222, 0.97)]
        return [Word("Thu", 40, 40, 100, 74, 0.96), Word("ngân sách", 40, 100, 200, 134, 0.97)]

    monkeypatch.setattr(cells, "words_of", recogniser)
    found = cells.words_in_cells(image, boxes)
    assert [[word.text for word in words] for words in found[:2]] == [["Thu", "ngân sách"], ["7.250"]]
    assert len(pictures) == 3  # all; the first alone; the dash again, for nothing was found in it


AGAIN = [  # first reading of a line, second, what is taken
    ([("thu", 0.96), ("ngần", 0.7), ("sách", 0.96)], [("thu", 0.9), ("ngân", 0.9), ("sách", 0.9)], "thu ngân sách"),
    ([("thu", 0.96), ("ngân", 0.7), ("sách", 0.96)], [("thu", 0.9), ("ngần", 0.72), ("sách", 0.9)], "thu ngân sách"),
    ([("thungân", 0.5), ("sách", 0.96)], [("thu", 0.9), ("ngân", 0.9), ("sách", 0.9)], "thu ngân sách"),
    ([("thungân", 0.5), ("sách", 0.96)], [("thu", 0.9)], "thungân sách"),
    ([("thu", 0.96), ("ngần", 0.9), ("sách", 0.96)], None, "thu ngần sách"),
]


@pytest.mark.parametrize(("first", "second", "taken"), AGAIN)
def test_an_unsure_line_is_read_again(
    monkeypatch: pytest.MonkeyPatch, first: list[tuple[str, float]], second: list[tuple[str, float]] | None, taken: str
) -> None:
    def recogniser(_: Image.Image, boxes: dict[int, Box], scale: float) -> dict[int, list[Word]]:
        assert second is not None
        assert scale < 1
        return {at: _line_of(second, 0) for at in boxes}

    monkeypatch.setattr(again, "words_in", recogniser)
    others = [word for line in range(1, 6) for word in _line_of([("vốn", 0.96), ("đầu", 0.96), ("tư", 0.96)], line)]
    read = again.read_again(Image.new("L", (10, 10)), [*_line_of(first, 0), *others])
    assert " ".join(word.text for word in read if word.line == 0) == taken
    assert [word for word in read if word.line] == others


def _line_of(said: list[tuple[str, float]], line: int) -> list[Word]:
    step = 600 / sum(len(text) for text, _ in said)
    words, left = [], 0.0
    for text, sure in said:
        right = left + step * len(text)
        words.append(Word(text, left, 60 * line, right - 4, 60 * line + 40, sure, 1, 1, line))
        left = right
    return words


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 1.3])
def test_skew_is_found(angle: float) -> None:
    image = Image.new("L", (1600, 2000), 255)
    draw = ImageDraw.Draw(image)
    for number in range(30):
        draw.text((150, 150 + 55 * number), "Thu ngan sach nha nuoc tren dia ban uoc dat", font=FONT, fill=0)
    turned = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert find_skew(turned) == pytest.approx(-angle, abs=0.1)


def test_an_empty_page_has_no_skew() -> None:
    assert find_skew(Image.new("L", (800, 1000), 255)) == 0.0


@given(
    turned=st.sampled_from([0, 90, 180, 270]),
    scale=st.floats(0.5, 3.0),
    left=st.integers(0, 900),
    top=st.integers(0, 600),
)
def test_a_box_leads_back_to_its_pixels(turned: int, scale: float, left: int, top: int) -> None:
    size = (1000, 700)
    width, height = (700, 1000) if turned in (90, 270) else size
    ready = Prepared(Image.new("L", (round(width * scale), round(height * scale))), size, turned, scale, 0.0)
    box = (left, top, left + 50.0, top + 40.0)
    forward = {
        0: box,
        90: (700 - box[3], box[0], 700 - box[1], box[2]),
        180: (1000 - box[2], 700 - box[3], 1000 - box[0], 700 - box[1]),
        270: (box[1], 1000 - box[2], box[3], 1000 - box[0]),
    }[turned]
    first, second, third, fourth = (edge * scale for edge in forward)
    # The size of the turned picture is rounded to whole pixels.
    assert ready.back((first, second, third, fourth)) == pytest.approx(box, abs=1.0)
    assert ready.forth(box) == pytest.approx((first, second, third, fourth), abs=1.0)


def test_red_ink_and_dark_edges_are_left_out() -> None:
    image = Image.new("RGB", (1200, 1600), (235, 235, 230))
    draw = ImageDraw.Draw(image)
    draw.ellipse((300, 300, 700, 700), outline=(205, 40, 50), width=20)
    draw.rectangle((0, 0, 60, 1600), fill=(20, 20, 20))
    draw.rectangle((800, 800, 900, 860), fill=(15, 15, 40))
    ready = prepared(image, 300).image
    seal, edge, ink = (ready.crop((x, y, x + 1, y + 1)).tobytes()[0] for x, y in ((310, 500), (30, 800), (850, 830)))
    assert seal > 200
    assert edge == 255
    assert ink < 60


def _page(number: int, *texts: str) -> ScannedPage:
    heights = [40, *range(200, 200 + 20 * (len(texts) - 2), 20), 810]
    parts = (
        ScannedBlock("paragraph", (Piece(text, OnPage(number, 90, top, 200, top + 15, 0.9)),))
        for text, top in zip(texts, heights, strict=True)
    )
    return ScannedPage(number, 595, 842, tuple(parts))


def test_running_heads_and_feet_are_no_text() -> None:
    pages = [_page(number, "CÔNG BÁO/Số 12", f"Mục {number}", f"Trang {number} của 9") for number in range(1, 4)]
    kept = without_running_heads(pages)
    assert [[part.text for part in page.parts if isinstance(part, ScannedBlock)] for page in kept] == [
        ["Mục 1"], ["Mục 2"], ["Mục 3"],
    ]  # fmt: skip
    assert [(aside.kind, aside.text) for aside in kept[0].asides] == [
        ("header", "CÔNG BÁO/Số 12"),
        ("footer", "Trang 1 của 9"),
    ]
    assert without_running_heads(pages[:2]) == pages[:2]
    forms = [_page(number, f"Biểu số {number}", f"Mục {number}", "Người lập biểu") for number in range(1, 4)]
    assert [page.parts[0] for page in without_running_heads(forms)] == [page.parts[0] for page in forms]


def test_a_letterhead_is_no_running_head_of_the_annexes_behind_it() -> None:
    head = _page(1, "BỘ Y TẾ", "Số: 45/BYT-KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Các sở", "Hết trang")
    motto = ScannedBlock("paragraph", (Piece("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", OnPage(1, 300, 41, 500, 56, 0.9)),))
    letter = head._replace(parts=(*head.parts[:2], motto, *head.parts[3:]))
    annexes = [_page(number, "BỘ Y TẾ", f"PHỤ LỤC {number}", f"Mục {number}") for number in range(2, 5)]
    kept = without_running_heads([letter, *annexes])
    assert kept[0] == letter
    assert [aside.text for page in kept[1:] for aside in page.asides] == ["BỘ Y TẾ"] * 3


def test_a_table_goes_on_over_the_pages() -> None:
    cells = (CellText(0, (Piece("1"),)), CellText(1, (Piece("GRDP"),)))
    page = ScannedPage(1, 595, 842, (ScannedRow(cells, 0, 0), ScannedRow(cells, 0, 1)))
    narrow = ScannedPage(4, 595, 842, (ScannedRow(cells[:1], 0, 0),))
    writer = Writer()
    table = page.write(writer)
    for _ in range(2):
        table = page.write(writer, table, page)
    assert table == 1
    assert narrow.write(writer, table, page) == 2
    rows = [(block.table, block.row) for block in writer.result().blocks if block.column == 0]
    assert rows == [*((0, row) for row in range(6)), (1, 0)]


@pytest.mark.parametrize(("mark", "blank"), [(None, True), ((500, 500, 503, 503), True), ((400, 500, 480, 530), False)])
def test_specks_are_nothing(mark: tuple[int, int, int, int] | None, blank: bool) -> None:
    image = Image.new("L", (1240, 1754), 235)
    if mark:
        ImageDraw.Draw(image).rectangle(mark, fill=30)
    assert is_blank(image) is blank
