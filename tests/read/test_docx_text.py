"""What a paragraph of a Word file says."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.word_file import cell, codes, lines, p, parsed, row, run, said, table

from camket.model.place import InPart
from camket.read.limits import DEFAULT
from camket.read.word import read_docx

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def field(text: str, result: str) -> str:
    return f"{BEGIN}{instruction(text)}{SEPARATE}{run(result)}{END}"


PLACEHOLDER = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm vào đây')}</w:sdtContent></w:sdt>"
DELETED = '<w:del w:id="1"><w:r><w:delText>7,1%</w:delText><w:tab/></w:r></w:del>'
ALTERNATE = (
    f"<mc:AlternateContent><mc:Choice Requires='w14'>{run('mới')}</mc:Choice><mc:Fallback>{run('cũ')}</mc:Fallback>"
    "</mc:AlternateContent>"
)


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


FRACTION = f"<m:oMath>{m('x=')}<m:f><m:fPr/><m:num>{m('a+b')}</m:num><m:den>{m('c')}</m:den></m:f></m:oMath>"
POWER = (
    f"<m:oMathPara><m:oMath><m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup><m:rad><m:deg/>"
    f"<m:e>{m('y')}</m:e></m:rad></m:oMath></m:oMathPara>"
)
SUM = (
    f"<m:oMath><m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{m('i=1')}</m:sub><m:sup>{m('n')}</m:sup><m:e>"
    f"<m:d><m:e>{m('a')}</m:e><m:e>{m('b')}</m:e></m:d></m:e></m:nary></m:oMath>"
)
INLINE = [
    ("words cut into runs", run("GRDP tăng 6,") + run("9") + run("%"), "GRDP tăng 6,9%"),
    ("blanks run together", run("Thu   ngân ") + run("  sách "), "Thu ngân sách"),
    ("a no-break space stays", run("33.150\u00a0tỷ"), "33.150\u00a0tỷ"),
    ("no-break hyphen", run("2020") + "<w:r><w:noBreakHyphen/></w:r>" + run("2025"), "2020-2025"),
    ("soft hyphen", run("phát ") + "<w:r><w:softHyphen/></w:r>" + run("triển"), "phát triển"),
    ("a tab behind a typed number", run("1.") + "<w:r><w:tab/></w:r>" + run("Mục tiêu"), "1. Mục tiêu"),
    ("a tab of the paragraph is none", "<w:r><w:tab/></w:r>" + run("Năm 2024"), "Năm 2024"),
    ("hyperlink", f'<w:hyperlink r:id="x">{run("Nghị quyết 01")}</w:hyperlink>', "Nghị quyết 01"),
    ("smart tag", f'<w:smartTag w:element="date">{run("14/01/2022")}</w:smartTag>', "14/01/2022"),
    ("content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{run('7,5%')}</w:sdtContent></w:sdt>", "7,5%"),
    (
        "asks to be filled in",
        f"{run('Số: ')}{PLACEHOLDER}",
        "Số:",
    ),
    ("inserted", f'{run("tăng ")}<w:ins w:id="1">{run("6,9%")}</w:ins>', "tăng 6,9%"),
    ("deleted", run("tăng 6,9%") + DELETED, "tăng 6,9%"),
    ("moved away", f'{run("tăng")}<w:moveFrom w:id="1">{run(" nhanh")}</w:moveFrom>', "tăng"),
    ("moved here", f'{run("tăng")}<w:moveTo w:id="1">{run(" nhanh")}</w:moveTo>', "tăng nhanh"),
    ("a change of look only", run("tăng", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), "tăng"),
    ("result of a field", run("Tổng: ") + field("=SUM(ABOVE)", "1.250"), "Tổng: 1.250"),
    ("simple field", f'<w:fldSimple w:instr=" DATE ">{run("14/01/2022")}</w:fldSimple>', "14/01/2022"),
    (
        "field in the instruction of a field",
        f"{BEGIN}{instruction('IF')}{field('MERGEFIELD x', 'ẩn')}{instruction('= 1')}{SEPARATE}{run('7%')}{END}",
        "7%",
    ),
    ("field without result", f"{run('Mục ')}{BEGIN}{instruction('XE mục')}{END}{run('lục')}", "Mục lục"),
    ("symbol", run("tăng ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 7%"), "tăng ≥ 7%"),
    ("tick", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" Đạt"), "✓ Đạt"),
    ("unknown picture", '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>' + run(" Đạt"), "• Đạt"),
    ("symbol typed as text", run("độ ẩm \uf0a3 80%"), "độ ẩm ≤ 80%"),
    ("symbol without a number", '<w:r><w:sym w:font="Symbol" w:char="xyz"/></w:r>' + run("Đạt"), "Đạt"),
    ("all in capitals", run("kế hoạch", "<w:caps/>"), "KẾ HOẠCH"),
    ("not in capitals", run("kế hoạch", '<w:caps w:val="0"/>'), "kế hoạch"),
    ("hidden", run("tăng 6,9%") + run(" (số nháp 7,1%)", "<w:vanish/>"), "tăng 6,9%"),
    ("not hidden", run("tăng 6,9%", '<w:vanish w:val="false"/>'), "tăng 6,9%"),
    ("note typed by hand", run("6,9%") + run("1", '<w:vertAlign w:val="superscript"/>'), "6,9%¹"),
    ("exponent", run("10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" đồng"), "10⁶ đồng"),
    ("raised by hand", run("10") + run("6", '<w:position w:val="8"/>') + run("3", '<w:position w:val="-8"/>'), "10⁶3"),
    ("square metres", run("120 km") + run("2", '<w:vertAlign w:val="superscript"/>'), "120 km2"),
    ("lowered", run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
    (
        "ruby",
        f"<w:r><w:ruby><w:rt>{run('đọc')}</w:rt><w:rubyBase>{run('chữ')}</w:rubyBase></w:ruby></w:r>",
        "chữ",
    ),
    ("a way of showing that we know, and its fallback", ALTERNATE, "mới"),
    ("fraction", FRACTION, "x=(a+b)/c"),
    ("power and root", POWER, "x^2√(y)"),
    ("sum", SUM, "∑_(i=1)^(n) (a; b)"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "text"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_the_letters_of_a_paragraph(xml: str, text: str) -> None:
    assert lines(f"<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>{xml}</w:p>") == [text]


MOVED = f"<w:p><w:pPr><w:rPr><w:moveFrom w:id=`1`/></w:rPr></w:pPr><w:moveFrom>{run('cũ')}</w:moveFrom></w:p>"
BLOCKS = [
    ("a line break", f"<w:p>{run('KẾ HOẠCH')}<w:r><w:br/></w:r>{run('Năm 2022')}</w:p>", ["KẾ HOẠCH", "Năm 2022"]),
    ("a page break", f"{p('một')}<w:p><w:r><w:br w:type='page'/></w:r></w:p>{p('hai')}", ["một", "hai"]),
    ("blank paragraphs", f"{p('một')}{p()}{p('  ')}{p('hai')}", ["một", "hai"]),
    (
        "a deleted end of a paragraph",
        f"{p('GRDP tăng ', '<w:rPr><w:del w:id=`1`/></w:rPr>')}{p('6,9%')}{p('Thu ngân sách')}",
        ["GRDP tăng 6,9%", "Thu ngân sách"],
    ),
    (
        "a paragraph moved away",
        f"{MOVED}{p('mới')}",
        ["mới"],
    ),
    ("a deleted end of the last paragraph", p("hết", "<w:rPr><w:del w:id=`1`/></w:rPr>"), ["hết"]),
    (
        "controls and custom XML around paragraphs",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('một')}</w:sdtContent></w:sdt><w:customXml>{p('hai')}</w:customXml>",
        ["một", "hai"],
    ),
    (
        "a field over several paragraphs",
        f"<w:p>{BEGIN}{instruction('INCLUDETEXT x')}{SEPARATE}{run('một')}</w:p><w:p>{run('hai')}{END}</w:p>",
        ["một", "hai"],
    ),
    (
        "a field that never ends hides nothing",
        f"<w:p>{BEGIN}{instruction('TOC')}{SEPARATE}{run('một')}</w:p>{p('GRDP tăng 6,9%')}",
        ["một", "GRDP tăng 6,9%"],
    ),
    ("an end without a beginning", f"<w:p>{END}{SEPARATE}{run('một')}</w:p>", ["một"]),
    ("letters outside runs", "<w:p><w:t>một</w:t></w:p><w:p><w:t>hai</w:t></w:p>", ["một", "hai"]),
    ("letters in what is unknown", f"<w:p><w:lạ>{run('một')}</w:lạ>{run(' hai')}</w:p>{p('ba')}", ["một hai", "ba"]),
    ("a paragraph in a paragraph", f"<w:p>{run('một ')}{p('hai')}{run(' ba')}</w:p>{p('bốn')}", ["một hai ba", "bốn"]),
    (
        "a table in a paragraph",
        f"<w:p>{run('một ')}{table(row(cell('hai')))}{run(' ba')}</w:p>",
        ["một hai ba"],
    ),
    ("a symbol for a blank is blank", f"{p(chr(0xF020))}{p('một')}", ["một"]),
]


@pytest.mark.parametrize(("xml", "text"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_paragraphs(xml: str, text: list[str]) -> None:
    assert lines(xml.replace("`", '"')) == text


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục lớn"/><w:basedOn w:val="u1"/>'
    "<w:rPr><w:caps/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="De"><w:name w:val="Đề mục"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="Vòng"/><w:basedOn w:val="Vong"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Nhap"><w:name w:val="Nháp"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="An"><w:name w:val="Ẩn"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
KINDS = [
    ('<w:pStyle w:val="u1"/>', "heading", "Mục tiêu"),
    ('<w:pStyle w:val="Muc"/>', "heading", "MỤC TIÊU"),
    ('<w:pStyle w:val="De"/>', "heading", "Mục tiêu"),
    ('<w:pStyle w:val="De"/><w:outlineLvl w:val="9"/>', "paragraph", "Mục tiêu"),
    ('<w:outlineLvl w:val="2"/>', "heading", "Mục tiêu"),
    ('<w:pStyle w:val="Vong"/>', "paragraph", "Mục tiêu"),
    ('<w:pStyle w:val="khong-co"/>', "paragraph", "Mục tiêu"),
    ("", "paragraph", "Mục tiêu"),
]
UNUSUAL = STYLES.replace('w:styleId="', "w:styleId='").replace('"><w:name', "'><w:name")


@pytest.mark.parametrize("styles", [STYLES, UNUSUAL, STYLES.replace("w:styleId", "w:uiPriority='1' w:styleId")])
@pytest.mark.parametrize(("properties", "kind", "text"), KINDS)
def test_headings_by_style_and_by_level(properties: str, kind: str, text: str, styles: str) -> None:
    read = parsed(p("Mục tiêu", properties), styles=styles)
    assert [(block.kind, said(read, block)) for block in read.blocks] == [(kind, text)]


def test_what_a_style_hides_is_left_out_and_said() -> None:
    hidden = p("nháp 7,1%", '<w:pStyle w:val="Nhap"/>') + f"<w:p>{run('9,9%', '<w:rStyle w:val=`An`/>')}</w:p>"
    read = parsed(hidden.replace("`", '"') + p("tăng 6,9%"), styles=STYLES)
    assert (read.text, codes(read)) == ("tăng 6,9%\n", ["read.word_hidden"])
    assert dict(read.findings[0].message.params)["count"] == "2"


def test_a_table_of_contents_is_left_out_and_said() -> None:
    listed = f"<w:p>{BEGIN}{instruction('TOC h')}{SEPARATE}{run('I. MỤC TIÊU')}</w:p><w:p>{run('II. THU 7%')}</w:p>"
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('I. MỤC TIÊU')}{p('II. THU 7%')}</w:sdtContent></w:sdt>"
    )
    for contents in (f"{listed}<w:p>{END}</w:p>", control):
        read = parsed(f"{contents}{p('I. MỤC TIÊU')}{p('GRDP tăng 7%')}")
        assert (read.text, codes(read)) == ("I. MỤC TIÊU\nGRDP tăng 7%\n", ["read.word_contents"])
        assert dict(read.findings[0].message.params)["count"] == "2"


def test_open_changes_are_said() -> None:
    read = parsed(f'<w:p>{run("tăng ")}<w:ins w:id="1">{run("6,9%")}</w:ins><w:del w:id="2"/></w:p>')
    assert (codes(read), dict(read.findings[0].message.params)["count"]) == (["read.word_changes"], "2")


def test_every_piece_knows_its_paragraph() -> None:
    read = parsed(f"{p('một')}{p()}<w:p>{run('hai')}<w:r><w:br/></w:r>{run('ba')}</w:p>")
    assert [(read.text[each.start : each.end], each.at) for each in read.places] == [
        ("một", InPart("body", 1)), ("hai", InPart("body", 3)), ("ba", InPart("body", 3)),
    ]  # fmt: skip


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Co", "Cs"))), max_size=5))
def test_what_word_writes_is_read_to_the_letter(texts: list[str]) -> None:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    held = io.BytesIO()
    made.save(held)
    read = read_docx(held.getvalue(), "a.docx", DEFAULT)
    assert "".join(read.text.split()) == "".join("".join(texts).split())
    assert [read.text[place.start : place.end] for place in read.places] == [said(read, each) for each in read.blocks]


def test_a_paper_laid_out_by_tabs_is_read_column_by_column() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH BẮC NINH\t\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 18/KH-UBND", "\tBắc Ninh, ngày 14 tháng 01 năm 2022", "KẾ HOẠCH", "\tCăn cứ Nghị quyết số 01/NQ-CP;",
    )  # fmt: skip
    foot = ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Như trên;\tCHỦ TỊCH", "- Lưu: VT.", "- Lưu: TH.")
    tabs = [p(line.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')) for line in (*head, "Hết.", *foot)]
    blanks = [p(line.replace("\t", " " * 12)) for line in (*head, "Hết.", *foot)]
    for made in (tabs, blanks):
        assert lines("".join(made)) == [
            "ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH", "Số: 18/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Bắc Ninh, ngày 14 tháng 01 năm 2022", "KẾ HOẠCH",
            "Căn cứ Nghị quyết số 01/NQ-CP;", "Hết.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "- Lưu: TH.",
            "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        ]  # fmt: skip


def test_whom_a_letter_goes_to_is_read_below_a_letterhead_laid_out_by_tabs() -> None:
    typed = (
        "UBND TỈNH BẮC NINH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:\t/UBND-TH\tBắc Ninh, ngày\ttháng 5 năm 2025",
        "Kính gửi:\t- Sở Tài chính;", "\t- Sở Xây dựng.",
    )  # fmt: skip
    for gap in ('</w:t><w:tab/><w:t xml:space="preserve">', " " * 9):
        assert lines("".join(p(line.replace("\t", gap)) for line in typed)) == [
            "UBND TỈNH BẮC NINH", "Số: /UBND-TH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Bắc Ninh, ngày tháng 5 năm 2025", "Kính gửi: - Sở Tài chính;", "- Sở Xây dựng.",
        ]  # fmt: skip


def test_indented_sentences_above_a_foot_laid_out_by_blanks_stay_above_it() -> None:
    body = (
        "3. Quyết định này thay thế Quyết định số 7/2017/QĐ-UBND ngày 28/3/2017 của Ủy ban nhân dân tỉnh về giá nước.",
        "4. Quyết định này có hiệu lực từ ngày 01/3/2019./.",
    )
    foot = (
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Như trên;\tCHỦ TỊCH", "- Sở Y tế;", "- Sở Tư pháp;", "- Báo tỉnh;",
        "- Phòng TH;\tĐã ký: Vũ Minh Quân", "- Lưu: VT.",
    )  # fmt: skip
    left, right = [each.partition("\t")[0] for each in foot], [each.partition("\t")[2] for each in foot]
    typed = [p(" " * 12 + each) for each in body] + [p(each.replace("\t", " " * 30)) for each in foot]
    assert lines("".join(typed)) == [*body, *left, *filter(None, right)]


TABBED = [
    (["Chỉ tiêu\tKế hoạch\tThực hiện", "GRDP\t7%\t6,9%"], ["Chỉ tiêu\tKế hoạch\tThực hiện", "GRDP\t7%\t6,9%"]),
    (["1.\tMục tiêu", "2.\tNhiệm vụ"], ["1. Mục tiêu", "2. Nhiệm vụ"]),
    (["a)\tMục tiêu", "Điều 2.\tNhiệm vụ"], ["a) Mục tiêu", "Điều 2. Nhiệm vụ"]),
    (["\tNăm 2024 tăng 7%", "\tNăm 2025 tăng 8%"], ["Năm 2024 tăng 7%", "Năm 2025 tăng 8%"]),
    (["Họ và tên:\tNguyễn Văn A"], ["Họ và tên: Nguyễn Văn A"]),
]


@pytest.mark.parametrize(("typed", "read"), TABBED)
def test_tabs_part_cells_where_lines_are_rows(typed: list[str], read: list[str]) -> None:
    assert lines("".join(p(each.replace("\t", "</w:t><w:tab/><w:t>")) for each in typed)) == read


OLD = [
    (".VnTime", ["B", "¾", "c Ninh t¨ng tr­ëng"], "Bắc Ninh tăng trưởng"),
    (".VnTimeH", ["ñy ban nh©n d©n"], "ỦY BAN NHÂN DÂN"),
    ("VNI-Times", ["Ba", "é", "c Ninh taêng tröôûng"], "Bắc Ninh tăng trưởng"),
]


@pytest.mark.parametrize(("font", "runs", "text"), OLD)
def test_letters_of_old_fonts_are_converted_and_said(font: str, runs: list[str], text: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{fonts}</w:rPr></w:style>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    plain = f"<w:p>{''.join(map(run, runs))}</w:p>"
    for made, others in (
        (f"<w:p>{''.join(run(each, fonts) for each in runs)}</w:p>", ""), (plain, styles), (plain, defaults),
        (plain.replace("w:rPr>", "w:rPr><w:b/>", 1), styles),
    ):  # fmt: skip
        read = parsed(made, styles=others)
        assert (read.text, codes(read)) == (f"{text}\n", ["read.word_old_font"])


OLD_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("", "Bắc Ninh"),
        ('<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr>', "B¾c Ninh"),
        ('<w:basedOn w:val="De"/><w:rPr><w:sz w:val="26"/></w:rPr>', "B¾c Ninh"),
        ('<w:basedOn w:val="De"/><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr>', "B¾c Ninh"),
    ],
)
def test_a_style_says_of_which_font_its_letters_are(style: str, text: str) -> None:
    styles = (
        f'{OLD_DEFAULTS}<w:style w:type="paragraph" w:styleId="De"><w:name w:val="Đề"/>'
        '<w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/></w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>{style}</w:style>'
    )
    assert lines(p("B¾c Ninh", '<w:pStyle w:val="A"/>'), styles=styles) == [text]


def test_only_what_a_paragraph_says_now_counts() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/></w:style>'
    before = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="A"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    read = parsed(p("Mục tiêu", stops + before), styles=styles)
    assert ([block.kind for block in read.blocks], read.text) == (["paragraph"], "Mục tiêu\n")


@pytest.mark.parametrize(
    ("font", "text"),
    [(".VnTime", "nước Việt Nam được mùa"), ("Times New Roman", "níc ViÖt Nam ®îc mïa")],
)
def test_a_place_to_part_a_word_is_a_letter_of_old_fonts(font: str, text: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    typed = "<w:t>n</w:t><w:softHyphen/><w:t>íc ViÖt Nam ®</w:t><w:softHyphen/><w:t>îc mïa</w:t>"
    assert lines(f"<w:p><w:r>{fonts}{typed}</w:r></w:p>") == [text]


def test_unicode_among_old_letters_stays() -> None:
    old, new = (f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for name in (".VnTime", "Times New Roman"))
    mixed = f"<w:p>{run('TØnh ', old)}{run('Bắc Ninh à', new)}{run(' n¨m 2010', old + '<w:caps/>')}</w:p>"
    assert lines(mixed) == ["Tỉnh Bắc Ninh à NĂM 2010"]
    assert codes(parsed(f"<w:p>{run('GRDP 6,9%', old)}</w:p>")) == []
