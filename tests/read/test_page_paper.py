"""Pages of offices: a whole paper within an article, its letterhead and foot laid out as tables; who published it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from camket.extract import extract
from camket.model.document import Document
from camket.model.place import InPart
from camket.read import read

LETTERHEAD = (
    "<table border=0><tr><td><p align=center><b>ỦY BAN NHÂN DÂN<br>TỈNH BẮC NINH</b></p></td>"
    "<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr>"
    "<tr><td>Số: 125/QĐ-UBND</td><td><i>Bắc Ninh, ngày 15 tháng 01 năm 2025</i></td></tr></table>"
)
BODY = (
    "<p><b>QUYẾT ĐỊNH</b></p><p><b>Về việc giao chỉ tiêu kinh tế - xã hội năm 2025</b></p>"
    "<p>Điều 1. Giao Sở Tài chính chủ trì thực hiện các chỉ tiêu nêu tại Phụ lục kèm theo Quyết định này.</p>"
)
FOOT = (
    "<table><tr><td><b>Nơi nhận:</b><br>- Như Điều 1;<br>- Lưu: VT.</td>"
    "<td><p>CHỦ TỊCH</p><p>(Đã ký)</p><p>Nguyễn Văn An</p></td></tr></table>"
)
TABLE = (
    "<table><thead><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>Năm 2025</th></tr><tr><th>Ước</th><th>Kế hoạch</th>"
    "</tr></thead><tr><td>GRDP</td><td></td><td>8,0</td></tr></table>"
)


def _read(folder: Path, body: str, head: str = "") -> Document:
    path = folder / "trang"
    path.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("frame", ["{}", "<article>{}</article>", "<table><tr><td>{}</td></tr></table>"])
def test_letterhead_and_foot_are_read_column_by_column(tmp_path: Path, frame: str) -> None:
    document = _read(tmp_path, frame.format(LETTERHEAD + BODY + FOOT))
    lines = document.text.splitlines()
    assert lines[:6] == [
        "ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH", "Số: 125/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Bắc Ninh, ngày 15 tháng 01 năm 2025",
    ]  # fmt: skip
    assert lines[-6:] == ["Nơi nhận:", "- Như Điều 1;", "- Lưu: VT.", "CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn An"]
    assert not any(block.kind == "table_cell" for block in document.blocks)
    head = extract(document).document.head
    assert (head.number, head.date, head.issuer, head.signer) == (
        "125/QĐ-UBND", "2025-01-15", "Ủy ban nhân dân tỉnh Bắc Ninh", "Nguyễn Văn An",
    )  # fmt: skip


def test_who_signs_alone_in_a_table_of_the_foot(tmp_path: Path) -> None:
    foot = (
        "<table><tr><td></td><td><p>KT. BỘ TRƯỞNG<br>THỨ TRƯỞNG</p><p>(Đã ký)</p><p>Trần Văn Bình</p></td></tr></table>"
    )
    document = _read(tmp_path, LETTERHEAD + BODY + foot)
    assert document.text.splitlines()[-4:] == ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "(Đã ký)", "Trần Văn Bình"]
    assert extract(document).document.head.signer == "Trần Văn Bình"


LISTS = [
    ("<ol><li>Giao Sở Y tế</li><li><p>Giao Sở Nội vụ</p></li></ol>", "1. Giao Sở Y tế\n2. Giao Sở Nội vụ"),
    ("<ol start=3 type=a><li>Một</li><li value=7>Hai</li></ol>", "c. Một\ng. Hai"),
    ("<ol type=I><li>Mục tiêu<ol><li>Riêng</li></ol></li><li>Hết</li></ol>", "I. Mục tiêu\n1. Riêng\nII. Hết"),
    ("<ol><li>1. Một</li><li>a) Hai</li><li>Điều 3. Ba</li></ol>", "1. Một\na) Hai\nĐiều 3. Ba"),
    ("<ol style='list-style-type: none'><li>Một</li></ol><ul><li>Hai</li></ul>", "Một\nHai"),
    ("<p>10<sup>6</sup> m<sup>3</sup>, tăng 5%<sup>1</sup></p>", "10⁶ m3, tăng 5%¹"),
    (
        '<p>312 ca mắc<sup><a href="#c1">[1]</a></sup>, giảm 4%<a href="#c2"><sup>2</sup></a>.</p>',
        "312 ca mắc, giảm 4%.",
    ),
    ('<p>diện tích 40 m<sup><a href="/m2">2</a></sup></p>', "diện tích 40 m2"),
    ("<p>Thu <del>đạt 5</del><ins>đạt 6</ins> tỷ đồng</p>", "Thu đạt 6 tỷ đồng"),
]


@pytest.mark.parametrize(("drawn", "text"), LISTS, ids=[text for _, text in LISTS])
def test_what_a_browser_shows(tmp_path: Path, drawn: str, text: str) -> None:
    assert _read(tmp_path, BODY + drawn).text.endswith(f"\n{text}\n")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<span>Số hiệu</span><span>66/2025/TT-BXD</span>", "Số hiệu 66/2025/TT-BXD"),
        ("<span>Loại văn bản</span><span>Thông tư</span>", "Loại văn bản Thông tư"),
        ("50 m<sup>2</sup> t<b>ro</b>ng", "50 m2 trong"),
    ],
)
def test_a_label_and_its_value_that_only_style_sets_apart(tmp_path: Path, cell: str, text: str) -> None:
    document = _read(tmp_path, f"{BODY}<table><tr><td>{cell}</td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>")
    assert f"{text}\ta" in document.text


def test_a_mark_in_the_text_stays_whatever_its_class_says_of_a_click(tmp_path: Path) -> None:
    marked = '<p align=center><a name="loai_1" class="clsBookmark clsOpenLogin"><b>PHỤ LỤC I</b></a></p>'
    linked = '<p><a href="/dang-nhap" class="openLogin">Đăng nhập</a></p>'
    text = _read(tmp_path, LETTERHEAD + BODY + marked + linked).text
    assert "PHỤ LỤC I" in text
    assert "Đăng nhập" not in text


def test_cells_know_over_what_they_reach_and_whether_they_are_heads(tmp_path: Path) -> None:
    document = _read(tmp_path, BODY + TABLE)
    cells = [
        (document.text[each.start : each.end], each.row, each.column, each.rows, each.columns, each.head)
        for each in document.blocks
        if each.kind == "table_cell"
    ]
    assert cells == [
        ("Chỉ tiêu", 0, 0, 2, 1, True), ("Năm 2025", 0, 1, 1, 2, True), ("Ước", 1, 1, 1, 1, True),
        ("Kế hoạch", 1, 2, 1, 1, True), ("GRDP", 2, 0, 1, 1, False), ("8,0", 2, 2, 1, 1, False),
    ]  # fmt: skip


def test_every_paragraph_and_cell_has_its_number(tmp_path: Path) -> None:
    document = _read(tmp_path, BODY + TABLE)
    numbers = [place.at.paragraph for place in document.places if isinstance(place.at, InPart)]
    assert numbers == sorted(set(numbers)) == list(range(1, len(document.blocks) + 1))
    assert [(each.start, each.end) for each in document.places] == [(each.start, each.end) for each in document.blocks]


LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Trang chủ"}, {"@type":'
    ' ["NewsArticle"], "headline": "Tin", "datePublished": "2025-01-15T18:30:00Z", "url": "https://tin.example/a",'
    ' "publisher": {"name": "Cổng thông tin điện tử tỉnh"}, "author": [{"name": "Thu Hà"}]}]}</script>'
)


def test_linked_data_tell_what_the_metadata_leave_out(tmp_path: Path) -> None:
    head = _read(tmp_path, BODY, LINKED).head
    assert (head.published, head.publisher, head.url) == (
        "2025-01-16", "Cổng thông tin điện tử tỉnh", "https://tin.example/a",
    )  # fmt: skip
    assert (head.title, head.author) == ("Tin", "Thu Hà")
    named = _read(tmp_path, BODY, LINKED + '<meta property="og:site_name" content="Báo Mẫu">').head
    assert named.publisher == "Báo Mẫu"


@pytest.mark.parametrize(
    "linked", ["{", "[]", "null", '{"@type": 5}', "[" * 3000, '{"@type": "Article", "headline": 7}']
)
def test_linked_data_that_say_nothing_do_no_harm(tmp_path: Path, linked: str) -> None:
    head = _read(tmp_path, BODY, f'<script type="application/ld+json">{linked}</script>').head
    assert (head.published, head.publisher) == (None, None)


PRINTED = [
    ("Thứ Năm, 16/01/2025 | 08:30", "2025-01-16"),
    ("08:30 | 16/01/2025", "2025-01-16"),
    ("Ngày đăng: 16-01-2025", "2025-01-16"),
    ("Cập nhật lúc 08:30, 16/1/2025 (GMT+7)", "2025-01-16"),
    ("16/01/2025 08:30", "2025-01-16"),
    ("16/01/2025", None),
    ("Ngày 16/01/2025, UBND tỉnh họp về thu ngân sách.", None),
    ("Thứ Năm, 40/13/2025 | 08:30", None),
]


@pytest.mark.parametrize(("line", "day"), PRINTED)
def test_a_line_that_says_when_it_was_published(tmp_path: Path, line: str, day: str | None) -> None:
    assert _read(tmp_path, f"<h1>Tin</h1><div>{line}</div>{BODY}").head.published == day


BOXES = [
    "<div class=box><h3>Thống kê truy cập</h3><p>Tổng số: 2.345.678</p></div>",
    "<div><b>Bình luận (3)</b><p>Thu ngân sách tăng 99%</p></div>",
    "<section><h4>Tin cùng chuyên mục</h4><p>Thu ngân sách tăng 5%</p></section>",
    "<div>In bài  Gửi email A- A A+</div>",
    "<p>Chia sẻ: Facebook | Zalo</p>",
]


@pytest.mark.parametrize("box", BOXES)
def test_what_calls_itself_none_of_the_paper_is_left_out(tmp_path: Path, box: str) -> None:
    plain = _read(tmp_path, BODY).text
    assert _read(tmp_path, BODY + box).text == plain


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Bình luận về số liệu: tăng 5% là khá.</p>",
        "<p>In ấn, phát hành 1.000 cuốn.</p>",
        "<div><p>Văn bản mới của tỉnh nêu 5 chỉ tiêu.</p></div>",
        "<p>- - -</p>",
    ],
)
def test_words_of_the_paper_stay(tmp_path: Path, kept: str) -> None:
    assert len(_read(tmp_path, BODY + kept).blocks) == 4


def test_a_long_line_of_signs_costs_nothing(tmp_path: Path) -> None:
    started = time.monotonic()
    _read(tmp_path, BODY + "".join(f"<p>{'a--' * 19}x{number}</p>" for number in range(200)))
    assert time.monotonic() - started < 30  # the reading is in a process of its own: other work counts too
