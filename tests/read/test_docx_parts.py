"""What stands beside the body of a Word file: notes, running heads, comments, text boxes, pictures."""

from __future__ import annotations

import pytest
from tests.read.word_file import cell, codes, lines, p, parsed, row, run, said, table

from camket.model.document import Aside
from camket.model.place import InPart


def mark(kind: str, number: int, own: str = "") -> str:
    followed = ' w:customMarkFollows="1"' if own else ""
    shown = f"<w:t>{own}</w:t>" if own else ""
    reference = f'<w:{kind}Reference{followed} w:id="{number}"/>{shown}'
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{reference}</w:r>'


def note(kind: str, number: int, text: str, type_: str = "") -> str:
    typed = f' w:type="{type_}"' if type_ else ""
    return f'<w:{kind}{typed} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'


NOTES = (
    note("footnote", -1, "", "separator") + note("footnote", 1, "Theo giá so sánh.") + note("footnote", 2, "Ước tính.")
    + note("footnote", 3, "Không ai dẫn đến.")
)  # fmt: skip


def test_notes_stand_at_the_end_without_their_marks() -> None:
    body = f"<w:p>{run('GRDP tăng 6,9%')}{mark('footnote', 2)}{run(', thu 33.150 tỷ đồng')}{mark('footnote', 1)}</w:p>"
    end = f"<w:p>{run('Hết')}{mark('endnote', 1)}</w:p>"
    read = parsed(body + end, footnotes=NOTES, endnotes=note("endnote", 1, "Số liệu cuối năm."))
    assert read.text.splitlines() == [
        "GRDP tăng 6,9%, thu 33.150 tỷ đồng", "Hết", "Ước tính.", "Theo giá so sánh.", "Số liệu cuối năm.",
    ]  # fmt: skip
    assert [block.kind for block in read.blocks] == ["paragraph"] * 2 + ["footnote"] * 3
    assert [place.at for place in read.places[2:]] == [
        InPart("footnote", 1),
        InPart("footnote", 2),
        InPart("endnote", 1),
    ]
    assert codes(read) == []


def test_a_mark_of_ones_own_is_no_text() -> None:
    assert lines(f"<w:p>{run('6,9%')}{mark('footnote', 1, '*')}</w:p>", footnotes=NOTES) == [
        "6,9%",
        "Theo giá so sánh.",
    ]


def test_a_note_of_deleted_text_is_not_read() -> None:
    assert lines(f"<w:p>{run('6,9%')}<w:del w:id='1'>{mark('footnote', 1)}</w:del></w:p>", footnotes=NOTES) == ["6,9%"]


@pytest.mark.parametrize("others", [{}, {"footnotes": NOTES}])
def test_notes_that_are_missing_are_said(others: dict[str, str]) -> None:
    read = parsed(f"<w:p>{run('6,9%')}{mark('footnote', 9)}</w:p>", **others)
    assert (read.text, codes(read)) == ("6,9%\n", ["read.word_no_notes"])


def section(*references: tuple[str, str, str], title_page: bool = False) -> str:
    listed = "".join(f'<w:{kind}Reference w:type="{type_}" r:id="{name}"/>' for kind, type_, name in references)
    return f"<w:sectPr>{listed}{'<w:titlePg/>' if title_page else ''}</w:sectPr>"


def test_running_heads_and_comments_are_asides() -> None:
    comments = f'<w:comment w:id="0">{p("Kiểm tra lại")}{p("số này")}</w:comment><w:comment w:id="1">{p()}</w:comment>'
    page = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    read = parsed(
        p("GRDP tăng 6,9%") + section(("header", "default", "header1"), ("footer", "default", "footer1")),
        header1=p("Báo cáo năm 2022"),
        footer1=page,
        comments=comments,
    )
    assert read.text == "GRDP tăng 6,9%\n"
    assert read.asides == (
        Aside(kind="header", text="Báo cáo năm 2022", at=InPart("header", 1)),
        Aside(kind="comment", text="Kiểm tra lại\nsố này", at=InPart("comment", 1)),
    )


LETTERHEAD = table(row(cell(p("ỦY BAN NHÂN DÂN") + p("Số: 18/KH-UBND")), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
HEAD_LINES = ["ỦY BAN NHÂN DÂN", "Số: 18/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]


def test_a_letterhead_in_the_header_of_the_first_page_heads_the_text() -> None:
    first = section(("header", "first", "header1"), ("header", "default", "header2"), title_page=True)
    read = parsed(p("KẾ HOẠCH") + first, header1=LETTERHEAD, header2=p("Kế hoạch năm 2022"))
    assert read.text.splitlines() == HEAD_LINES
    assert [aside.text for aside in read.asides] == ["Kế hoạch năm 2022"]
    assert read.places[0].at == InPart("header", 1)
    only = section(("header", "default", "header1"))
    assert lines(p("KẾ HOẠCH") + only, header1=LETTERHEAD) == HEAD_LINES


def test_a_header_that_the_first_page_does_not_show_is_an_aside() -> None:
    unseen = section(("header", "first", "header1"))
    read = parsed(p("KẾ HOẠCH") + unseen, header1=p("Số: 18/KH-UBND"))
    assert (read.text, [aside.text for aside in read.asides]) == ("KẾ HOẠCH\n", ["Số: 18/KH-UBND"])


def test_a_letterhead_that_the_body_has_itself_stays_aside() -> None:
    body = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("KẾ HOẠCH")
    read = parsed(body + section(("header", "default", "header1")), header1=p("Số: 18/KH-UBND"))
    assert read.text.splitlines() == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]


def test_the_first_of_several_sections_shows_the_letterhead() -> None:
    first = f"<w:p><w:pPr>{section(('header', 'default', 'header1'))}</w:pPr></w:p>"
    read = parsed(
        first + p("KẾ HOẠCH") + section(("header", "default", "header2")), header1=LETTERHEAD, header2=p("Phụ lục")
    )
    assert read.text.splitlines() == HEAD_LINES
    assert [aside.text for aside in read.asides] == ["Phụ lục"]


def box(content: str) -> str:
    """A text box as Word writes it: once for new programs, once for old ones."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>'
        f"{held}</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )


OLD_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('một')}</w:txbxContent></v:textbox></w:pict></w:r>"
BOX_IN_BOX = box(p("một") + f"<w:p><w:r>{box(p('hai'))}</w:r></w:p>")
IN_A_CELL = cell(f"<w:p>{run('a')}<w:r>{box(p('b'))}</w:r></w:p>")
ART = "<w:r><w:pict><v:shape><v:textpath string='BẢN SAO'/></v:shape></w:pict></w:r>"
NOTHING_CHOSEN = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:x/></mc:Choice>"
    f"<mc:Fallback>{OLD_BOX[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
)
BOXES = [
    ("once, behind its paragraph", f"<w:p>{run('một')}<w:r>{box(p('hai') + p('ba'))}</w:r></w:p>{p('bốn')}",
     ["một", "hai", "ba", "bốn"]),
    ("of an old program", f"<w:p>{OLD_BOX}</w:p>", ["một"]),
    ("in a box", f"<w:p><w:r>{BOX_IN_BOX}</w:r></w:p>", ["một", "hai"]),
    ("with a table", f"<w:p><w:r>{box(table(row('a', 'b')))}</w:r></w:p>", ["a\tb"]),
    ("in a cell", table(row(IN_A_CELL, "c")), ["a b\tc"]),
    ("letters as a picture", f"<w:p>{ART}</w:p>", ["BẢN SAO"]),
    ("a way that holds nothing", f"<w:p>{NOTHING_CHOSEN}</w:p>", ["một"]),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), [case[1:] for case in BOXES], ids=[case[0] for case in BOXES])
def test_text_boxes(xml: str, text: list[str]) -> None:
    assert lines(xml) == text


def test_a_text_box_has_places_of_its_own() -> None:
    read = parsed(f"<w:p>{run('một')}<w:r>{box(p('hai'))}</w:r></w:p>{p('ba')}")
    assert [place.at for place in read.places] == [InPart("body", 1), InPart("text_box", 1), InPart("body", 2)]


def test_a_letterhead_in_text_boxes_comes_before_the_paragraph_that_holds_it() -> None:
    boxed = box(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc"))
    assert lines(f"<w:p>{run('KẾ HOẠCH')}<w:r>{boxed}</w:r></w:p>")[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def drawn(content: str) -> str:
    inner = f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"


PICTURE = drawn('<a:blip r:embed="x"/>')
CHART = drawn("<c:chart r:id='x'/>")
OBJECT = "<w:r><w:object><v:shape><v:imagedata r:id='x'/></v:shape></w:object></w:r>"
LINE = "<w:r><w:pict><v:line from='0,0' to='9,0'/></w:pict></w:r>"


def test_pictures_charts_and_objects_are_said() -> None:
    read = parsed(f"{p('một')}<w:p>{PICTURE}{LINE}</w:p><w:p>{CHART}</w:p><w:p>{OBJECT}{PICTURE}</w:p>")
    assert codes(read) == ["read.word_pictures"]
    params = dict(read.findings[0].message.params)
    assert (params["count"], params["paragraphs"]) == ("4", "2, 3, 4")


def test_a_paper_that_is_a_picture_only_is_said() -> None:
    read = parsed(f"<w:p>{PICTURE}</w:p>")
    assert [(each.message.code, each.level) for each in read.findings] == [("read.word_only_pictures", "warning")]


def test_a_drawn_line_is_no_picture() -> None:
    assert codes(parsed(f"<w:p>{LINE}{run('một')}</w:p>")) == []


def test_what_is_inserted_from_another_file_is_said() -> None:
    read = parsed(f"{p('một')}<w:altChunk r:id='x'/>{p('hai')}")
    assert (read.text, codes(read)) == ("một\nhai\n", ["read.word_inserted"])


def test_blocks_and_places_cover_the_text() -> None:
    read = parsed(f"{LETTERHEAD}<w:p>{run('GRDP tăng 6,9%')}{mark('footnote', 1)}</w:p>", footnotes=NOTES)
    assert "".join(said(read, each) for each in read.blocks) == "".join(read.text.split("\n"))
    assert [place.start for place in read.places] == sorted(place.start for place in read.places)
