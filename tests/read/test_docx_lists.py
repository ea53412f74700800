"""Numbers of lists as Word shows them."""

from __future__ import annotations

import pytest
from tests.read.word_file import cell, lines, p, parsed, row, run, said, table

from camket.read.counted import written


def level(number: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(text: str, list_: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>')


OUTLINE = abstract(
    0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-"),
)  # fmt: skip
CHAINED = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3"))
CASES = [
    (
        "levels of a report",
        OUTLINE + num(1, 0),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1)],
        ["I.", "1.", "2.", "a)", "b)", "-", "II.", "1."],
    ),
    ("chained numbers", CHAINED + num(1, 0), [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
     ["1.", "1.1.", "1.2.", "1.2.1", "2.", "2.1."]),
    ("a deeper level first", CHAINED + num(1, 0), [(1, 1), (1, 1), (1, 0)], ["1.1.", "1.2.", "1."]),
    ("two lists of one kind count on", CHAINED + num(1, 0) + num(2, 0), [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."]),
    (
        "a list that starts anew",
        CHAINED + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
        ["1.", "2.", "1.", "2.", "3."],
    ),
    (
        "a list that starts at five",
        CHAINED + num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        [(1, 0), (1, 0)],
        ["5.", "6."],
    ),
    (
        "a level of its own",
        CHAINED + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1-")}</w:lvlOverride>'),
        [(1, 0), (1, 0)],
        ["A-", "B-"],
    ),
    (
        "a level that never starts anew",
        abstract(0, level(0, "upperRoman", "%1-"), level(1, "decimal", "%2-", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["I-", "1-", "II-", "2-"],
    ),
    (
        "a level that starts anew behind the first only",
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2."),
                 level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')) + num(1, 0),
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
        ["1.", "1.", "a)", "2.", "b)", "2.", "a)"],
    ),
    (
        "all in digits",
        abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + num(1, 0),
        [(1, 0), (1, 0), (1, 1)],
        ["I.", "II.", "2.1."],
    ),
    ("in brackets", abstract(0, level(0, "decimal", "(%1)")) + num(1, 0), [(1, 0), (1, 0)], ["(1)", "(2)"]),
    ("articles", abstract(0, level(0, "decimal", "Điều %1.", start=4)) + num(1, 0), [(1, 0)], ["Điều 4."]),
    ("from nought", abstract(0, level(0, "decimal", "%1.", start=0)) + num(1, 0), [(1, 0), (1, 0)], ["0.", "1."]),
    ("two digits", abstract(0, level(0, "decimalZero", "%1.")) + num(1, 0), [(1, 0)], ["01."]),
    ("dash", abstract(0, level(0, "bullet", "–")) + num(1, 0), [(1, 0)], ["–"]),
    ("plus", abstract(0, level(0, "bullet", "+")) + num(1, 0), [(1, 0)], ["+"]),
    ("a picture", abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0), [(1, 0)], ["•"]),
    ("a letter that is a picture", abstract(0, level(0, "bullet", "o")) + num(1, 0), [(1, 0)], ["•"]),
    ("no such list", num(1, 0), [(1, 0), (9, 0)], ["", ""]),
    ("no number", abstract(0, level(0, "none", "")) + num(1, 0), [(1, 0)], [""]),
    ("no list", OUTLINE + num(1, 0), [(0, 0), (1, 0)], ["", "I."]),
    ("a level beyond all", OUTLINE + num(1, 0), [(1, 99)], [""]),
    ("a list whose number is none", OUTLINE + '<w:num w:numId="1"/>', [(1, 0)], [""]),
]  # fmt: skip


@pytest.mark.parametrize(("numbering", "items", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_numbers_are_shown(numbering: str, items: list[tuple[int, int]], shown: list[str]) -> None:
    read = lines("".join(item("việc", *each) for each in items), numbering=numbering)
    assert read == [f"{each} việc".strip() for each in shown]


def test_an_item_is_an_item_and_a_numbered_heading_a_heading() -> None:
    heading = p("Mục tiêu", '<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    read = parsed(heading + item("việc", 1, 1), numbering=OUTLINE + num(1, 0))
    assert [(block.kind, said(read, block)) for block in read.blocks] == [
        ("heading", "I. Mục tiêu"), ("list_item", "1. việc"),
    ]  # fmt: skip


def test_no_blank_where_the_list_wants_none() -> None:
    numbering = abstract(0, level(0, "decimal", "(%1)", '<w:suff w:val="nothing"/>')) + num(1, 0)
    assert lines(item("việc", 1), numbering=numbering) == ["(1)việc"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Ý"/><w:basedOn w:val="Muc"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="Kieu"><w:name w:val="Kiểu"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    "</w:pPr></w:style>"
)


def test_styles_number_their_paragraphs() -> None:
    named = [level(n, form, text, f'<w:pStyle w:val="{style}"/>')
             for n, form, text, style in ((0, "upperRoman", "%1.", "Muc"), (1, "decimal", "%2.", "Y"))]  # fmt: skip
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    items = (("một", "Muc", ""), ("hai", "Y", ""), ("ba", "Y", ""), ("không", "Y", none), ("bốn", "Muc", ""))
    body = [p(text, f'<w:pStyle w:val="{style}"/>{more}') for text, style, more in items]
    shown = lines("".join(body), styles=STYLES, numbering=abstract(0, *named) + num(1, 0))
    assert shown == ["I. một", "1. hai", "2. ba", "không", "II. bốn"]


def test_a_list_may_be_that_of_a_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        + abstract(1, level(0, "lowerRoman", "%1)"))
        + num(1, 0)
        + num(2, 1)
    )
    assert lines(item("một", 1) + item("hai", 1), styles=STYLES, numbering=numbering) == ["i) một", "ii) hai"]


def test_rows_numbered_by_themselves_show_their_numbers() -> None:
    numbers = cell(item("", 1))
    made = table(row("TT", "Chỉ tiêu"), row(numbers, "GRDP"), row(numbers, "Thu ngân sách"))
    assert lines(made, numbering=CHAINED + num(1, 0)) == ["TT\tChỉ tiêu", "1.\tGRDP", "2.\tThu ngân sách"]


def test_blank_items_count_and_deleted_ones_do_not() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = f'<w:p><w:pPr>{numbered}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2">{run("bỏ")}</w:del></w:p>'
    body = item("một", 1) + item("", 1) + deleted + item("ba", 1)
    assert lines(body, numbering=CHAINED + num(1, 0)) == ["1. một", "3. ba"]


WRITTEN = [
    (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"),
    (53, "upperLetter", "AAA"), (7, "decimalZero", "07"), (12, "chicken", "12"), (0, "upperRoman", "0"),
    (10**9, "lowerLetter", "1000000000"), (-3, "upperRoman", "-3"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "form", "shown"), WRITTEN)
def test_a_number_is_written(value: int, form: str, shown: str) -> None:
    assert written(value, form) == shown
