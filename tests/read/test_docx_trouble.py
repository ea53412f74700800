"""Word files that are broken, hostile, or made by other programs than Word."""

from __future__ import annotations

import io
import re
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.word_file import (
    NAMESPACES,
    cell,
    codes,
    p,
    part,
    parts_of,
    read_parts,
    row,
    run,
    table,
    word_file,
    zipped,
)

from camket.errors import ReadError
from camket.read.formats import formats
from camket.read.limits import DEFAULT, Limits
from camket.read.word import read_docx

BODY = p("GRDP tăng 6,9%")
TEXT = "GRDP tăng 6,9%\n"
DOCUMENT = "word/document.xml"


def refused(data: bytes, limits: Limits = DEFAULT) -> tuple[str, dict[str, str]]:
    with pytest.raises(ReadError) as caught:
        read_docx(data, "a.docx", limits)
    return caught.value.message.code, dict(caught.value.message.params)


LAUGHS = '<!DOCTYPE w:x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE w:x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(declared: str, encoding: str) -> None:
    inner = f"<w:document {NAMESPACES}><w:body>{p('&c;')}</w:body></w:document>"
    source = f'<?xml version="1.0" encoding="{encoding.upper()}"?>{declared}{inner}'.encode(encoding)
    code, params = refused(zipped({**parts_of(BODY), DOCUMENT: source}))
    assert (code, params["part"]) == ("read.word_entities", DOCUMENT)


def test_entities_behind_a_long_comment_are_refused() -> None:
    source = f"<!--{'x' * 7_000}-->{LAUGHS}<w:document {NAMESPACES}><w:body>{p('&c;')}</w:body></w:document>"
    assert refused(zipped({**parts_of(BODY), DOCUMENT: source}))[0] == "read.word_part"


def test_entities_in_a_part_beside_the_text_lose_that_part_only() -> None:
    hostile = {"word/comments.xml": f"{OUTSIDE}<w:comments {NAMESPACES}/>"}
    read = read_parts({**parts_of(BODY, comments=""), **hostile})
    assert (read.text, codes(read)) == (TEXT, ["read.word_entities"])


def test_a_part_that_unpacks_beyond_the_limit_is_refused() -> None:
    bomb = zipped({**parts_of(BODY), DOCUMENT: part("document", f"<w:body>{' ' * 3_000_000}</w:body>")})
    assert len(bomb) < 20_000
    tracemalloc.start()
    code, params = refused(bomb, Limits(megabytes=2))
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert (code, params["part"], params["megabytes"]) == ("read.word_too_large", DOCUMENT, "2")


def test_parts_count_together() -> None:
    large = {f"word/{name}.xml": part(name, " " * 900_000) for name in ("footnotes", "endnotes", "comments")}
    many = {**parts_of(BODY, comments="", styles=" " * 900_000), **large}
    read = read_parts(many, Limits(megabytes=1))
    assert (read.text, codes(read)) == (TEXT, ["read.word_too_large"])


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(word_file(BODY + p("x" * 5_000)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo(DOCUMENT).file_size.to_bytes(4, "little")
    data = bytearray(bytes(data).replace(size, (100).to_bytes(4, "little")))
    assert refused(bytes(data))[0] == "read.word_part"


@pytest.mark.parametrize("kept", [0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused(kept: float) -> None:
    whole = word_file("".join(p(f"Đoạn {n}: {n * 7919 % 1000}") for n in range(300)))
    cut = whole[: int(len(whole) * kept)]
    assert next(each.name for each in formats() if each.recognises(cut)) == "docx"
    assert refused(cut)[0] == "read.word_broken"


def test_a_file_without_its_text_is_refused() -> None:
    parts = parts_of(BODY)
    del parts[DOCUMENT]
    assert refused(zipped({**parts, "word/styles.xml": "<x/>"})) == (
        "read.word_no_part", {"file": "a.docx", "part": DOCUMENT},
    )  # fmt: skip
    assert refused(zipped({**parts, DOCUMENT: part("document", "")}))[0] == "read.word_no_part"
    assert refused(zipped({**parts, DOCUMENT: "không phải XML"}))[0] == "read.word_part"


def test_text_that_breaks_off_is_read_up_to_there() -> None:
    whole = part("document", f"<w:body>{BODY}{p('hai')}</w:body>")
    read = read_parts({**parts_of(BODY), DOCUMENT: whole[: whole.index("hai")]})
    assert (read.text, codes(read)) == (TEXT, ["read.word_part_cut"])


@pytest.mark.parametrize("name", ["styles", "numbering", "header1", "comments"])
@pytest.mark.parametrize("content", ["", "<", "<w:x/>", "\0\0\0", '<?xml version="1.0"?><y/>'])
def test_a_broken_part_loses_only_itself(name: str, content: str) -> None:
    numbered = p("GRDP tăng 6,9%", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    head = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    read = read_parts({**parts_of(numbered + head, **{name: ""}), f"word/{name}.xml": content})
    assert read.text == TEXT


def test_a_part_that_is_pointed_to_and_missing_is_said() -> None:
    parts = parts_of(BODY, styles="", comments="")
    del parts["word/styles.xml"], parts["word/comments.xml"]
    read = read_parts(parts)
    assert (read.text, codes(read)) == (TEXT, ["read.word_no_part"] * 2)


def test_a_part_with_a_password_says_so() -> None:
    data = bytearray(word_file(BODY))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    assert refused(bytes(data))[0] == "read.password"


def test_strict_names_are_read_as_transitional_ones() -> None:
    strict = {
        name: str(content)
        .replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
        .replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")
        for name, content in parts_of(
            BODY + p("hai", '<w:pStyle w:val="De"/>'),
            styles='<w:style w:type="paragraph" w:styleId="De"><w:name w:val="heading 1"/></w:style>',
        ).items()
    }
    read = read_parts(strict)
    assert (read.text, [block.kind for block in read.blocks]) == (f"{TEXT}hai\n", ["paragraph", "heading"])


def test_other_prefixes_and_other_places_are_the_same_file() -> None:
    parts = parts_of(BODY)
    other = str(parts.pop(DOCUMENT)).replace("<w:", "<x:").replace("</w:", "</x:").replace("xmlns:w", "xmlns:x")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/van-ban.xml")
    assert read_parts({**parts, "Word\\Van-Ban.xml": other.replace(" w:", " x:")}).text == TEXT


@pytest.mark.parametrize(
    "written",
    [
        (
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Target='word/van-ban.xml' Type='x/officeDocument' Id='r'/></Relationships>"
        ),
        (
            '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<!-- a --><p:Relationship Id="r" Type="x/officeDocument" Target="word/van-ban.xml"></p:Relationship>'
            "</p:Relationships>"
        ),
        (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="x/officeDocument" Target="word/v&#97;n-ban.xml"/></Relationships>'
        ),
        (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\n'
            '  <Relationship Id="a" Type="x/officeDocument" Target="http://a.vn/" TargetMode="External" />\n'
            '  <Relationship Id="r" Type="x/officeDocument" Target="./word/van-ban.xml" />\n</Relationships>\n'
        ),
    ],
)
def test_relations_may_be_written_in_many_ways(written: str) -> None:
    parts = parts_of(BODY)
    other = {"word/van-ban.xml": str(parts[DOCUMENT]).replace("6,9%", "7,5%")}
    assert read_parts({**parts, **other, "_rels/.rels": written}).text == "GRDP tăng 7,5%\n"


def test_without_relations_the_list_of_contents_tells_where_the_text_is() -> None:
    parts = parts_of(BODY)
    del parts["_rels/.rels"], parts["word/_rels/document.xml.rels"]
    assert read_parts(parts).text == TEXT
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("document.xml", "khac.xml")
    parts["word/khac.xml"] = parts.pop(DOCUMENT)
    assert read_parts(parts).text == TEXT


def test_macros_are_said() -> None:
    read = read_parts({**parts_of(BODY), "word/vbaProject.bin": b"\xd0\xcf"})
    assert (read.text, codes(read)) == (TEXT, ["read.word_macros"])


DEEP = 80  # tables within one another; the parser itself stops soon behind


def test_tables_nested_beyond_reason_are_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * DEEP + BODY + "</w:tc></w:tr></w:tbl>" * DEEP
    assert read_parts(parts_of(deep)).text == TEXT


@pytest.mark.parametrize(
    "wrapper", ["<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>", "<w:p><w:ins>", "<w:p><m:oMath><m:f><m:num>"]
)
def test_nesting_that_no_parser_takes_is_cut_off(wrapper: str) -> None:
    read = read_parts(parts_of(BODY + wrapper * 20_000))
    assert (read.text.startswith(TEXT), codes(read)[0]) == (True, "read.word_part_cut")


def test_a_ring_of_relations_and_a_part_outside_lead_nowhere() -> None:
    parts = parts_of(BODY, styles="")
    listed = str(parts["word/_rels/document.xml.rels"])
    parts["word/_rels/document.xml.rels"] = listed.replace('Target="styles.xml"', 'Target="../../../etc/passwd"')
    read = read_parts(parts)
    assert (read.text, codes(read)) == (TEXT, ["read.word_no_part"])


def test_many_tracked_changes_cost_their_length_only() -> None:
    body = "".join(f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('x')}</w:p>" for _ in range(3_000))
    assert read_parts(parts_of(body + BODY)).text == "x" * 3_000 + TEXT


def test_many_runs_cost_their_length_only() -> None:
    letters = "số liệu ước tính " * 8
    body = f"<w:p>{run(letters) * 40_000}</w:p>"
    began = time.process_time()
    assert len(read_parts(parts_of(body)).text) == len(letters) * 40_000
    assert time.process_time() - began < 10  # seconds; were each run laid to those before, a hundred times as long


@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    """Marks taken out of a part or put in the place of others: never anything but a text or a `ReadError`."""
    parts = parts_of(
        p("một", '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + table(row(cell("a", '<w:vMerge w:val="restart"/>'), "b"), row(cell("", "<w:vMerge/>"), "c")),
        styles='<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>',
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    name = data.draw(st.sampled_from(sorted(parts)))
    source = str(parts[name])
    marks = sorted(set(re.findall(r"</?[\w:]+[^>]*>|\"[^\"]*\"", source)))
    others = [*marks, "", '"-1"', '"²"', f'"{"9" * 99}"']
    for _ in range(data.draw(st.integers(1, 3))):
        old, new = data.draw(st.sampled_from(marks)), data.draw(st.sampled_from(others))
        source = source.replace(old, new, data.draw(st.integers(1, 3)))
    try:
        read = read_parts({**parts, name: source})
    except ReadError:
        return
    assert [place.start for place in read.places] == sorted(place.start for place in read.places)
