from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from camket.model.scoreboard import Scoreboard
from camket.report import html, markdown, terminal
from camket.report.building import build_view
from camket.report.view import BoardView
from camket.words import Language


@pytest.fixture
def view(board: Scoreboard, texts: Mapping[str, str]) -> BoardView:
    return build_view(board, texts)


SAID = (
    "7-8%", "trên 38.000 tỷ đồng", "6,03%", "33.150 tỷ đồng", "-4.850 tỷ đồng", "-0,97 điểm phần trăm", "+1 bậc",
    "Có nguy cơ", "Khó đạt", "Chưa có số liệu", "22/26 đạt và vượt", "Kịch bản cao", "Số liệu chưa thống nhất",
    "Sở Tài chính", "24/6/2025", "Chưa rõ nơi nhận", "Chưa có thời hạn", "13/01/2025", "Nghị quyết Đại hội lần thứ XX",
)  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_every_form_says_it(view: BoardView, said: str) -> None:
    page = LexborHTMLParser(html.render(view)).body
    assert page is not None
    assert said in page.text()
    assert said in markdown.render(view).replace("\\", "")
    assert said in re.sub(r"\s+", " ", terminal.render(view, width=250, whole=True))


def test_targets_are_counted_by_state(view: BoardView) -> None:
    assert [(tile.label, tile.count) for tile in view.tiles] == [
        ("Chỉ tiêu", 5), ("Đạt", 1), ("Có nguy cơ", 1), ("Khó đạt", 1), ("Chưa có số liệu", 1), ("Định tính", 1),
    ]  # fmt: skip


def test_recipients_come_with_the_known_first_and_their_soonest_due_first(view: BoardView) -> None:
    assert [group.recipient for group in view.recipients] == ["Sở Tài chính", "Chưa rõ nơi nhận"]


def test_a_difference_is_told_in_the_words_of_its_papers(view: BoardView) -> None:
    assert view.contradictions[0].reason == "test.reason values=6,03%; 6,30%"


def test_a_place_is_one_note_however_often_it_is_named(view: BoardView) -> None:
    growth = [note for note in view.notes if note.quote == "6,03%"]
    assert len(growth) == 1
    assert growth[0].before == "Năm 2024, GRDP tăng "
    assert growth[0].after.startswith(" so với năm trước")
    assert [note.number for note in view.notes] == list(range(1, len(view.notes) + 1))


def test_a_quote_that_is_not_in_the_text_stands_alone(board: Scoreboard) -> None:
    bare = build_view(board, {"bao-cao": "một văn bản khác"})
    assert {(note.before, note.after) for note in bare.notes} == {("", "")}


def test_every_link_of_the_page_leads_somewhere_on_it(view: BoardView) -> None:
    page = LexborHTMLParser(html.render(view))
    identities = [node.attributes["id"] for node in page.css("[id]")]
    targets = {(node.attributes["href"] or "")[1:] for node in page.css("a[href^='#']")}
    assert targets <= set(identities)
    assert len(identities) == len(set(identities))
    assert len(targets) > len(view.notes)


def test_the_quote_is_marked_within_its_sentence(view: BoardView) -> None:
    page = LexborHTMLParser(html.render(view))
    note = next(note for note in view.notes if note.quote == "thứ 9")
    found = page.css_first(f"#{note.anchor} blockquote")
    assert found is not None
    mark = found.css_first("mark")
    assert mark is not None
    assert mark.text() == "thứ 9"
    assert found.text().startswith("PCI đứng thứ 9. Kịch bản cao")


def test_the_page_stands_alone_and_is_marked_up_for_all_readers(view: BoardView) -> None:
    written = html.render(view)
    page = LexborHTMLParser(written)
    assert not page.css("script, img, link, iframe, [src], [onclick]")
    assert not re.search(r"url\(|@import", written)
    assert [len(page.css(tag)) for tag in ("h1", "main", "header", "html[lang=vi]", "title")] == [1] * 5
    assert all(table.css_first("caption") and table.css_first("th[scope=col]") for table in page.css("table"))
    assert all(section.css_first("h2") for section in page.css("section"))


def test_what_a_paper_says_is_never_markup(view: BoardView) -> None:
    page = LexborHTMLParser(html.render(view))
    assert not page.css("blockquote b")
    assert "<b>không</b>" in "".join(node.text() for node in page.css("blockquote"))
    assert "<b>" not in markdown.render(view)


def test_only_web_addresses_become_links(board: Scoreboard, texts: Mapping[str, str]) -> None:
    line = board.compatible[0]
    sources = tuple(msgspec.structs.replace(each, url="javascript:alert(1)") for each in line.sources)
    bad = msgspec.structs.replace(board, compatible=(msgspec.structs.replace(line, sources=sources),))
    page = LexborHTMLParser(html.render(build_view(bad, texts)))
    assert not page.css("a[href^=javascript]")


def test_without_colour_there_is_no_control_code(view: BoardView) -> None:
    assert "\x1b" not in terminal.render(view)
    assert "\x1b[33m" in terminal.render(view, colour=True)


@pytest.mark.parametrize("whole", [False, True])
def test_colour_changes_nothing_else(view: BoardView, whole: bool) -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", terminal.render(view, colour=True, whole=whole))
    assert [line.rstrip() for line in coloured.splitlines()] == terminal.render(view, whole=whole).splitlines()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_empty_scoreboard_is_drawn(language: Language) -> None:
    view = build_view(Scoreboard(as_of=None), {}, language)
    assert view.title in terminal.render(view)
    assert view.title in markdown.render(view)
    assert view.title in html.render(view)


def test_english_numbers_and_words(board: Scoreboard, texts: Mapping[str, str]) -> None:
    view = build_view(board, texts, "en")
    row = next(row for row in view.plans[0].targets if row.state == "off_track")
    assert (row.bound, row.value, row.state_text) == ("over 38,000 billion dong", "33,150 billion dong", "Off track")
    assert LexborHTMLParser(html.render(view)).css_first("html[lang=en]")


def test_an_absurd_number_is_shown(board: Scoreboard, texts: Mapping[str, str]) -> None:
    plan = board.plans[0]
    line = msgspec.structs.replace(plan.targets[1], value=Decimal("999999999999E+24"))
    odd = msgspec.structs.replace(board, plans=(msgspec.structs.replace(plan, targets=(line,)),))
    assert build_view(odd, texts).plans[0].targets[0].value == "999.999.999.999.000.000.000.000.000 tỷ đồng"
