"""The seven contradictions of numbers of work, each worked out by hand; the sentences are ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.assess.reading import read_text

from camket import extract, read, resolve
from camket.model.number_check import NumberFinding
from camket.work.checks import check_numbers
from camket.work.counts import paragraphs


def kinds(found: tuple[NumberFinding, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.verdict, each.reason.code) for each in found]


def test_a_total_that_its_parts_do_not_make_and_the_swapped_digits() -> None:
    text = (
        "Tính đến ngày 20/10/2025, có 9.831 nhiệm vụ được giao, trong đó đã hoàn thành 7.892 nhiệm vụ, đang thực hiện "
        "trong hạn 1.602 nhiệm vụ (16,47%), quá hạn 319 nhiệm vụ."
    )
    found = check_numbers([read_text("g", text, published="2025-10-20", area=None)])
    first = found[0]
    assert (first.kind, first.verdict, first.reason.code) == ("parts", "contradicting", "assess.parts")
    said = dict(first.reason.params)
    assert (said["value"], said["total"]) == ("9831", "9813")
    assert dict(first.likely[0].reason.params)["last"] == "1620"
    # 1.602 of 9.831 is 16,2954 %: the share printed beside it is of no whole either
    share = next(each for each in found if each.kind == "share")
    assert (share.verdict, share.reason.code) == ("contradicting", "work.numbers.no_whole")
    assert dict(share.tried[0].params) == {"whole": "9831", "exact": "16.3"}


def test_a_total_of_several_who_are_named_is_a_total_and_what_is_reached_is_what_is_done() -> None:
    text = (
        "Tổng số nhiệm vụ giao các bộ, địa phương là 9.831 nhiệm vụ; đã hoàn thành 7.892 nhiệm vụ, đang thực hiện "
        "trong hạn 1.602 nhiệm vụ, quá hạn 319 nhiệm vụ."
    )
    found = check_numbers([read_text("g", text, area=None)])
    assert [(each.kind, each.verdict) for each in found] == [("parts", "contradicting")]
    reached = "Đã hoàn thành 16.051 nhiệm vụ, chưa hoàn thành quá hạn 223 nhiệm vụ, đạt tỷ lệ 98,62%."
    assert kinds(check_numbers([read_text("h", reached, area=None)])) == [("share", "compatible", "work.numbers.cut")]


def test_a_share_cut_of_those_due_and_another_of_all() -> None:
    text = (
        "Năm 2017 có 21.914 nhiệm vụ được giao; đã hoàn thành 16.051 nhiệm vụ (đúng hạn 14.068, quá hạn 1.983), đạt "
        "98,62%; quá hạn chưa hoàn thành 223 nhiệm vụ."
    )
    found = check_numbers([read_text("h", text, published="2017-12-31", area=None)])
    assert kinds(found) == [
        ("share", "compatible", "work.numbers.cut"),
        ("denominator", "compatible", "work.numbers.other_whole"),
    ]
    # 16.051 / (16.051 + 223) is 98,6297 %: 98,63 rounded, 98,62 cut; of all 21.914 it is 73,2454 %
    said = dict(found[1].reason.params)
    assert said == {
        "printed": "98,62%", "part": "16051", "whole": "16051 + 223", "exact": "98.63", "total": "21914",
        "of_total": "73.25",
    }  # fmt: skip
    rounded = text.replace("98,62%", "98,63%")
    assert [each.kind for each in check_numbers([read_text("h", rounded, area=None)])] == ["denominator"]
    of_all = text.replace("98,62%", "73,25%")
    assert check_numbers([read_text("h", of_all, area=None)]) == ()


def test_a_share_with_its_whole_behind_a_stroke_is_left_to_the_assessment() -> None:
    text = "Đã hoàn thành 16.051/16.274 nhiệm vụ, đạt 98,62%. Trên tổng số, đạt 16.051/21.914 nhiệm vụ, bằng 73,2%."
    found = check_numbers([read_text("h", text, area=None)])
    assert [each.reason.code for each in found] == ["assess.share_cut", "assess.two_wholes"]


def test_a_paper_cited_before_it_was_made() -> None:
    text = "Căn cứ Quyết định số 1012/QĐ-TTg ngày 20 tháng 9 năm 2025 của Thủ tướng Chính phủ."
    found = check_numbers([read_text("cv", text, date="2025-06-19", type="letter")])
    assert kinds(found) == [("reference", "contradicting", "assess.cited_later")]


def test_numbers_of_rows_that_run_5_5_7_6_7(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nội dung nhiệm vụ", "Kết quả"])
    for number in (1, 2, 3, 4, 5, 5, 7, 6, 7, 8):
        book.active.append([number, f"Rà soát dự án {number}", "x"])
    book.active.append(["II", "Nhóm khác", ""])
    for number in (1, 2, 3):
        book.active.append([number, f"Họp {number}", "x"])
    path = tmp_path / "bang.xlsx"
    book.save(path)
    found = check_numbers([resolve(extract(read(path)))])
    assert kinds(found) == [("serial", "contradicting", "work.numbers.serial")]
    assert dict(found[0].reason.params) == {"numbers": "5, 5, 7, 6, 7", "twice": "5, 7", "missing": "-"}
    assert [source.quote for source in found[0].sources] == ["5", "5", "7", "6", "7"]


def test_one_rule_in_two_readings_quotes_both() -> None:
    papers = [
        read_text("nd", "Mỗi lần chậm tiến độ thì trừ 25% số điểm của sản phẩm đó.", area=None),
        read_text("st", "Mỗi lần/ngày chậm tiến độ thì trừ 25% số điểm của sản phẩm đó.", area=None),
        read_text("k", "Mỗi lần chậm tiến độ thì trừ 5% số điểm của sản phẩm đó.", area=None),
    ]
    found = check_numbers(papers)
    assert kinds(found) == [("rule", "cannot_tell", "work.numbers.rule")]
    assert [source.document for source in found[0].sources] == ["nd", "st"]
    assert dict(found[0].reason.params) == {"one": "lần", "other": "lần/ngày", "amount": "25%"}


def test_tallies_of_one_speaker() -> None:
    papers = [
        read_text("a", "Năm 2025, có 11/18 chỉ tiêu đạt và vượt kế hoạch.", published="2025-12-09"),
        read_text("b", "Năm 2025, tỉnh có 17/18 chỉ tiêu đạt và vượt kế hoạch đề ra.", published="2025-12-09"),
    ]
    assert kinds(check_numbers(papers)) == [("tallies", "contradicting", "assess.tally_two_counts")]


def test_the_four_outcomes_make_their_wholes() -> None:
    text = (
        "Đã hoàn thành 240 nhiệm vụ (đúng hạn 231, quá hạn 19); đang thực hiện 12 nhiệm vụ (trong hạn 10, quá hạn 2)."
    )
    (found,) = check_numbers([read_text("a", text, area=None)])
    assert (found.kind, found.reason.code) == ("parts", "work.numbers.outcomes")
    assert dict(found.reason.params) == {"value": "240", "total": "250", "parts": "231 + 19"}
    right = text.replace("quá hạn 19", "quá hạn 9")
    assert check_numbers([read_text("a", right, area=None)]) == ()


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Tổng số 40 nhiệm vụ: hoàn thành đúng hạn 20, hoàn thành quá hạn 5, đang thực hiện trong hạn 12, quá hạn 3.",
         ["total", "done_in_time", "done_late", "open_in_time", "overdue"]),
        ("UBND tỉnh giao 15 nhiệm vụ, 9 nhiệm vụ đã xong, 4 nhiệm vụ đang triển khai.", ["total", "done", "open"]),
        ("Trong tháng 9 năm 2026 có 7 nhiệm vụ quá hạn.", ["overdue"]),
        ("Theo Thông báo số 346/TB-VP ngày 08/10/2025, các nhiệm vụ đạt 95%.", None),
        ("GRDP tăng 10,2%, thu 7.000 tỷ đồng.", None),
    ],
)  # fmt: skip
def test_counts_and_what_they_are_said_to_be(text: str, states: list[str] | None) -> None:
    found = list(paragraphs(text))
    assert [[count.state for count in each.counts] for each in found] == ([states] if states else [])
    for each in found:
        for count in each.counts:
            assert text[count.start : count.end].replace(".", "") == str(count.value)


def test_papers_that_agree_say_nothing() -> None:
    text = "Tổng số 40 nhiệm vụ được giao, đã hoàn thành 30 nhiệm vụ, đạt 75%; đang thực hiện 10 nhiệm vụ."
    assert check_numbers([read_text("a", text, area=None)]) == ()


def test_a_table_of_bodies_whose_rows_and_columns_do_not_add_up(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["TT", "Đơn vị", "Tổng số nhiệm vụ", "Hoàn thành", None, "Đang thực hiện", None],
        [None, None, None, "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn"],
        [1, "Sở Tài chính", 40, 30, 2, 7, 1],
        [2, "Sở Nội vụ", 25, 20, 1, 3, 1],
        [3, "Sở Y tế", 18, 10, 1, 5, 1],
        [4, "Sở Xây dựng", 52, 41, 3, 6, 2],
        [None, "Tổng số", 135, 101, 7, 22, 5],
    ):
        sheet.append(row)
    path = tmp_path / "don-vi.xlsx"
    book.save(path)
    found = check_numbers([resolve(extract(read(path)))])
    # 10 + 1 + 5 + 1 is 17, not 18; in time the rows make 101; open in time 7 + 3 + 5 + 6 is 21, not 22
    assert [(each.reason.code, dict(each.reason.params)) for each in found] == [
        ("work.numbers.row", {"name": "Sở Y tế", "value": "18", "parts": "10 + 1 + 5 + 1", "total": "17"}),
        ("work.numbers.column", {"column": "đang thực hiện, trong hạn", "value": "22", "total": "21"}),
    ]


# the words; for each share that no count gives, whether it stands among the differences too
ONE_SHARE = [
    ("Toàn tỉnh có 120 nhiệm vụ, hoàn thành 90 nhiệm vụ, đạt 80%.", [True]),
    ("Giao 120 nhiệm vụ, trong đó 90 nhiệm vụ hoàn thành đúng hạn (chiếm 80%), 30 nhiệm vụ đang thực hiện.", [True]),
    ("Năm 2023 đã hoàn thành 7.892 nhiệm vụ trên 9.831 nhiệm vụ, đạt 91,5%.", [False]),
    # two shares of one count are two clashes
    (
        (
            "Toàn tỉnh có 120 nhiệm vụ, hoàn thành 90 nhiệm vụ, đạt 80%. "
            "Khối sở có 40 nhiệm vụ, hoàn thành 30 nhiệm vụ, đạt 80%."
        ),
        [True, True],
    ),
    ("Toàn tỉnh có 120 nhiệm vụ, hoàn thành 90 nhiệm vụ, đạt 75%.", []),
]


@pytest.mark.parametrize(("text", "listed"), ONE_SHARE, ids=range(len(ONE_SHARE)))
def test_a_share_that_no_count_gives_is_told_once_with_the_wholes_that_were_tried(
    text: str, listed: list[bool]
) -> None:
    found = check_numbers([read_text("g", text, published="2023-12-31", area="Bắc Ninh")])
    shares = [each for each in found if each.kind == "share" and each.verdict == "contradicting"]
    assert [bool(each.statements) for each in shares] == listed
    assert all(each.tried for each in shares)
