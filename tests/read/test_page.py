from __future__ import annotations

import time
from pathlib import Path

import pytest

from camket.model.document import Document
from camket.read import read
from camket.read.page.nesting import flattened

HEAD = (
    '<!doctype html><html><head><meta charset="utf-8"><title>Tin tỉnh | Báo Mẫu</title>'
    '<meta property="og:site_name" content="Báo Mẫu"><link rel="canonical" href="https://bao.example/a.html">{meta}'
    "</head><body>{body}</body></html>"
)
STORY = (
    "<h1>Bắc Ninh tăng trưởng 6,03%</h1><p>Năm 2024, <b>GRDP</b> của tỉnh\n tăng <a href=/x>6,03%</a> so với năm "
    "trước.</p><p>Thu ngân sách đạt 33.150&nbsp;tỷ đồng, bằng 103% dự toán giao đầu năm.</p>"
)
LINES = [
    "Bắc Ninh tăng trưởng 6,03%",
    "Năm 2024, GRDP của tỉnh tăng 6,03% so với năm trước.",
    "Thu ngân sách đạt 33.150\u00a0tỷ đồng, bằng 103% dự toán giao đầu năm.",
]
LINKS = "".join(f"<li><a href=/{n}>Bài viết khác số {n} của báo</a></li>" for n in range(4))
FURNITURE = [
    f"<nav><ul>{LINKS}</ul></nav>",
    "<header><p>Báo Mẫu, thứ Hai</p></header>",
    "<aside><p>Giá vàng hôm nay tăng 5%</p></aside>",
    "<footer><p>Giấy phép số 1</p></footer>",
    '<div class="comment-list"><p>Bạn đọc: tăng 99%</p></div>',
    '<div id="boxComments"><p>Bạn đọc: tăng 99%</p></div>',
    '<section class="tin-lien-quan"><p>Tin khác</p></section>',
    '<div class="quang_cao"><p>Giảm giá 50%</p></div>',
    '<div class="ad300"><p>Giảm giá 50%</p></div>',
    '<div class="cookie-banner"><p>Trang dùng cookie</p></div>',
    '<div role="dialog"><p>Đăng nhập</p></div>',
    '<div style="display: none"><p>ẩn</p></div>',
    "<p hidden>ẩn</p>",
    "<form action=/s><label>Tìm kiếm</label><p>Từ khóa</p></form>",
    f"<ul>{LINKS}</ul>",
    "<p>Xem thêm: <a href=/y>Bắc Ninh đón 1.000 du khách</a></p>",
]
UNREAD = [
    "<script>var grdp = 9;</script>",
    "<style>p {color: red}</style>",
    "<noscript><p>Bật JavaScript</p></noscript>",
    "<!-- ghi chú -->",
    "<template><p>mẫu</p></template>",
]
WRAPPERS = [
    "{story}{extra}",
    "<main>{story}{extra}</main>",
    "<div class='page has-sidebar'><div class=content>{story}</div>{extra}</div>",
    "<form id=aspnetForm><div>{story}</div>{extra}</form>",
    "<table><tr><td>{story}{extra}</td><td><table><tr><td></td></tr></table></td></tr></table>",
    "<article><header><p><time datetime=2025-01-13>13/01</time></p></header>{story}</article>{extra}",
]


def _read(folder: Path, body: str, meta: str = "") -> Document:
    path = folder / "trang.html"
    path.write_text(HEAD.format(meta=meta, body=body), encoding="utf-8")
    document = read(path)
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)
    return document


def _left_out(document: Document) -> int:
    return sum(int(dict(each.message.params)["count"]) for each in document.findings if each.level == "info")


@pytest.mark.parametrize("extra", FURNITURE)
def test_furniture_is_left_out_and_counted(tmp_path: Path, extra: str) -> None:
    document = _read(tmp_path, STORY + extra)
    assert document.text.splitlines() == LINES
    assert _left_out(document) == 1


SERIALS = [
    "b445c7b2-eb9e-11f0-ad99-106c072f64aa",
    "id_4bad29f0-31b4-11f1-ad53-aba65a8d40ef",
    "p-7ad1",
    "x1ad9k",
]


@pytest.mark.parametrize("serial", SERIALS)
def test_letters_in_the_number_of_a_paragraph_are_no_words(tmp_path: Path, serial: str) -> None:
    document = _read(tmp_path, f'{STORY}<p id="{serial}">2. Chi phí do ngân sách bảo đảm.</p>')
    assert document.text.splitlines() == [*LINES, "2. Chi phí do ngân sách bảo đảm."]


@pytest.mark.parametrize("extra", UNREAD)
def test_what_nobody_reads_is_neither_text_nor_counted(tmp_path: Path, extra: str) -> None:
    document = _read(tmp_path, STORY + extra)
    assert document.text.splitlines() == LINES
    assert document.findings == ()


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("extra", ["", FURNITURE[0] + FURNITURE[4]])
def test_the_story_is_found_in_any_frame(tmp_path: Path, wrapper: str, extra: str) -> None:
    document = _read(tmp_path, wrapper.format(story=STORY, extra=extra))
    assert [line for line in document.text.splitlines() if line != "13/01"] == LINES


def test_a_heading_that_leads_in_a_list_of_links_goes_with_it(tmp_path: Path) -> None:
    document = _read(tmp_path, f"{STORY}<h3>Tin liên quan</h3><ul>{LINKS}</ul>")
    assert document.text.splitlines() == LINES


def test_a_list_of_tasks_is_kept(tmp_path: Path) -> None:
    document = _read(tmp_path, f"{STORY}<ul><li>Rà soát kịch bản;<ul><li>báo cáo trước 25/6</li></ul></li></ul>")
    kinds = [(block.kind, document.text[block.start : block.end]) for block in document.blocks[3:]]
    assert kinds == [("list_item", "Rà soát kịch bản;"), ("list_item", "báo cáo trước 25/6")]


def test_lines_broken_once_stay_together_and_twice_are_two_paragraphs(tmp_path: Path) -> None:
    document = _read(tmp_path, "<div>dòng một<br>dòng hai<br><br>đoạn hai</div>")
    assert [document.text[block.start : block.end] for block in document.blocks] == ["dòng một\ndòng hai", "đoạn hai"]


def test_a_table_is_a_line_a_row_and_a_block_a_cell(tmp_path: Path) -> None:
    table = (
        "<table><caption>Bảng 1</caption><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>Năm</th></tr>"
        "<tr><th>2023</th><th>2024</th></tr><tr><td><p>GRDP</p></td><td></td><td>6,03<br>%</td></tr></table>"
    )
    document = _read(tmp_path, STORY + table)
    assert document.text.splitlines()[3:] == ["Bảng 1", "Chỉ tiêu\tNăm", "2023\t2024", "GRDP\t\t6,03 %"]
    cells = [
        (block.table, block.row, block.column, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "table_cell"
    ]
    assert cells == [
        (0, 0, 0, "Chỉ tiêu"), (0, 0, 1, "Năm"), (0, 1, 1, "2023"), (0, 1, 2, "2024"), (0, 2, 0, "GRDP"),
        (0, 2, 2, "6,03 %"),
    ]  # fmt: skip


def test_links_in_a_table_are_data(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td><a href=/{n}>Quyết định {n}</a></td></tr>" for n in range(5))
    assert "3\tQuyết định 3" in _read(tmp_path, f"{STORY}<table>{rows}</table>").text


PUBLISHED = [
    ('<meta property="article:published_time" content="2025-01-13T07:30:00+07:00">', "2025-01-13"),
    ('<meta property="article:published_time" content="2025-01-12T18:00:00Z">', "2025-01-13"),
    ('<meta itemprop="datePublished" content="13/01/2025 - 08:00">', "2025-01-13"),
    ('<meta name="pubdate" content="2025-01-13">', "2025-01-13"),
    ('<meta property="article:published_time" content="hôm qua">', None),
    ('<meta property="article:published_time" content="99/99/2025">', None),
    ("", None),
]


@pytest.mark.parametrize(("meta", "day"), PUBLISHED)
def test_the_day_of_publication(tmp_path: Path, meta: str, day: str | None) -> None:
    assert _read(tmp_path, STORY, meta).head.published == day


def test_the_day_stands_in_the_page(tmp_path: Path) -> None:
    assert _read(tmp_path, f"{STORY}<time datetime='2025-01-13T08:00'>13/01</time>").head.published == "2025-01-13"


def test_title_publisher_and_address(tmp_path: Path) -> None:
    head = _read(tmp_path, STORY).head
    assert (head.title, head.publisher, head.url) == (LINES[0], "Báo Mẫu", "https://bao.example/a.html")
    assert _read(tmp_path, "<p>Không có tiêu đề trên trang.</p>").head.title == "Tin tỉnh | Báo Mẫu"


AUTHORS = [  # what stands in the head, in the body, who wrote it
    ('<meta name="author" content=" Hà  An ">', "", "Hà An"),
    ('<meta property="article:author" content="https://bao.example/ha-an">', "", None),
    ("", '<a rel="author nofollow" href="/ha-an">Hà An</a>', "Hà An"),
    ("", '<p itemprop="author"><span itemprop="name">Hà An</span>, phóng viên</p>', "Hà An"),
    ("", f'<p itemprop="author">{"Nhiều chữ " * 20}</p>', None),
    ("", "", None),
]


@pytest.mark.parametrize(("meta", "body", "author"), AUTHORS)
def test_who_wrote_a_page(tmp_path: Path, meta: str, body: str, author: str | None) -> None:
    assert _read(tmp_path, STORY + body, meta).head.author == author


NAMES = [
    ("trang.txt", "<!DOCTYPE html>\n<p>Một đoạn</p>", "Một đoạn\n"),
    ("trang.txt", "\ufeff<!-- x -->\n<html><body><p>Một đoạn</p>", "Một đoạn\n"),
    ("trang.html", "Không phải trang mạng, 5 < 6.", "Không phải trang mạng, 5 < 6."),
    ("trang.html", "Xem thẻ <html> trong câu.", "Xem thẻ <html> trong câu."),
]


@pytest.mark.parametrize(("name", "content", "text"), NAMES)
def test_html_is_told_by_content_not_by_name(tmp_path: Path, name: str, content: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert read(path).text == text


CHARSETS = [
    ("utf-16", "<html><body><p>Tỉnh Bắc Ninh</p>"),
    ("utf-8-sig", "<html><body><p>Tỉnh Bắc Ninh</p>"),
    ("cp1252", '<html><meta charset="iso-8859-1"><body><p>Café “Viêt”</p>'),
]


@pytest.mark.parametrize(("encoding", "content"), CHARSETS)
def test_the_charset_of_a_page(tmp_path: Path, encoding: str, content: str) -> None:
    path = tmp_path / "trang.html"
    path.write_bytes(content.encode(encoding))
    assert read(path).text.strip() in content


def test_a_page_nested_beyond_reason_is_read(tmp_path: Path) -> None:
    document = _read(tmp_path, "<div>" * 20_000 + "<p>Đáy của trang</p>" + "</div>" * 20_000)
    assert document.text == "Đáy của trang\n"


def test_hostile_spans_of_cells_cost_nothing(tmp_path: Path) -> None:
    cell = '<td colspan="999999999" rowspan="-5">A</td><td colspan="²">B</td>'
    assert _read(tmp_path, f"<table><tr>{cell}</tr><tr>{cell}</tr></table>").text == "A\tB\nA\tB\n"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<i></b>"])
def test_the_time_of_a_deep_page_grows_with_its_length(tmp_path: Path, tag: str) -> None:
    deep = tag * (400_000 // len(tag))
    started = time.monotonic()
    document = _read(tmp_path, f"{deep}{STORY}")
    assert time.monotonic() - started < 60  # in a process of its own: other work counts too
    assert "GRDP của tỉnh tăng 6,03%" in document.text


def test_an_ordinary_page_is_not_flattened() -> None:
    page = "<div>" * 300 + "<p>x</p></b>" + "</div>" * 300
    assert flattened(page) == page
    assert flattened("<div>" * 600 + "x<p>y" + "</div>" * 600) == "<div>" * 500 + "x<p>y" + "</div>" * 500
