"""Seven contradictions that were found in papers of the state, each worked out by hand beforehand.

The sentences are ours; the figures and days are true.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.assess.reading import read_text

from camket.assess import assess
from camket.assess.shares import fits
from camket.model.scoreboard import DifferenceLine, Scoreboard
from camket.words import say

D = Decimal


def only(board: Scoreboard) -> DifferenceLine:
    (line,) = board.contradictions
    return line


def test_1_one_speaker_gives_11_and_17_of_18() -> None:
    board = assess(
        [
            read_text("kt", "Năm 2025, có 11/18 chỉ tiêu đạt và vượt kế hoạch.", published="2025-12-09"),
            read_text("bbn", "Năm 2025, tỉnh có 17/18 chỉ tiêu đạt và vượt kế hoạch đề ra.", published="2025-12-09"),
        ]
    )
    line = only(board)
    assert (line.kind, line.reason.code) == ("tallies", "assess.tally_two_counts")
    (plan,) = board.plans
    # nothing else is known, so all 18 are unknown: neither claim is borne out, and the count says how little is known
    assert plan.counted is not None and (plan.counted.total, plan.counted.unnamed) == (18, 18)
    assert [(tally.claimed.done, tally.verdict) for tally in plan.tallies] == [
        (17, "contradicting"),
        (11, "contradicting"),
    ]


def test_2_three_numbers_of_grdp_a_head() -> None:
    board = assess(
        [
            read_text("a", "GRDP bình quân đầu người năm 2025 đạt 5.852 USD.", published="2025-12-09"),
            read_text("b", "GRDP bình quân đầu người năm 2025 của tỉnh đạt gần 5.600 USD.", published="2025-12-31"),
            read_text("c", "GRDP bình quân đầu người năm 2025 ước đạt 5.810 USD.", published="2025-08-31"),
        ]
    )
    line = only(board)
    # 5.851,5-5.852,5, 5.320-5.600 (gần reaches down 5 %) and 5.809,5-5.810,5 have no value in common
    assert (line.kind, len(line.statements)) == ("sources", 3)
    assert [each.kind for each in line.likely] == ["rough"]


def test_2_growth_is_short_of_both_givers_but_not_by_the_same() -> None:
    board = assess(
        [
            read_text(
                "d", "Tăng trưởng GRDP năm 2025 ước đạt 10,27%, chưa đạt chỉ tiêu Trung ương giao (10,5%) và HĐND tỉnh "
                "giao (11,29%).", published="2025-12-11",
            )
        ],
        date(2026, 2, 1),
    )  # fmt: skip
    assert board.contradictions == ()
    assert [line.kind for line in board.compatible] == ["givers"]
    (plan,) = board.plans
    # 10,27 / 10,5 = 97,8 %, from 95 % nearly met; 10,27 / 11,29 = 91,0 %
    assert [(line.giver, line.state, dict(line.reason.params)["share"]) for line in plan.targets] == [
        ("centre", "nearly_met", "97.8"), ("council", "missed", "91"),
    ]  # fmt: skip


def test_3_a_total_that_its_parts_do_not_make() -> None:
    text = (
        "Tính đến ngày 20/10/2025, Chính phủ giao 9.831 nhiệm vụ, trong đó đã hoàn thành 7.892 nhiệm vụ, đang "
        "thực hiện trong hạn 1.602 nhiệm vụ (16,47%), quá hạn 319 nhiệm vụ."
    )
    line = only(assess([read_text("g", text, published="2025-10-20", area=None)]))
    assert (line.kind, line.reason.code) == ("parts", "assess.parts")
    said = dict(line.reason.params)
    assert said["indicator"] == "nhiệm vụ"  # the catalogue has none, so it is called as the paper calls it
    assert (said["value"], said["total"]) == ("9831", str(7892 + 1602 + 319)) == ("9831", "9813")
    # 1.620 / 9.831 = 16,478 %, printed 16,47: cut, not rounded. The repair is proposed, and nothing is changed
    first, second = line.likely
    assert (first.kind, first.reason.code) == ("swapped_digits", "assess.likely.repair_by_share")
    assert {"first": "1602", "last": "1620", "share": "16.47"}.items() <= dict(first.reason.params).items()
    assert (second.kind, dict(second.reason.params)["last"]) == ("swapped_digits", "9813")
    assert fits("16,47%", D(1620), D(9831)) == "cut"


def test_4_one_count_of_two_wholes_and_a_share_that_was_cut() -> None:
    text = (
        "Đã hoàn thành 16.051/16.274 nhiệm vụ, đạt 98,62%. Tính trên tổng số nhiệm vụ được giao, đã hoàn thành "
        "16.051/21.914 nhiệm vụ, đạt 73,2%."
    )
    board = assess([read_text("h", text, published="2017-12-31", area=None)])
    assert board.contradictions == ()
    # 16.051 / (16.051 + 223) = 98,6297 %: 98,63 rounded, 98,62 cut; 16.051 / 21.914 = 73,245 %
    assert [(line.kind, line.reason.code) for line in board.compatible] == [
        ("share", "assess.share_cut"), ("share", "assess.two_wholes"),
    ]  # fmt: skip
    assert dict(board.compatible[0].reason.params)["exact"] == "98.63"
    assert fits("98,63%", D(16051), D(16274)) == "rounded"
    assert fits("98,7%", D(16051), D(16274)) is None


def test_5_a_decision_cited_before_it_was_made() -> None:
    cited = "Căn cứ Quyết định số 1012/QĐ-TTg ngày 20 tháng 9 năm {} của Thủ tướng Chính phủ."
    board = assess(
        [
            read_text("june", cited.format(2025), date="2025-06-19", type="letter"),
            read_text("august", cited.format(2024), date="2025-08-05", type="letter"),
        ]
    )
    assert [(line.kind, line.reason.code) for line in board.contradictions] == [
        ("reference", "assess.cited_later"), ("reference", "assess.cited_years"),
    ]  # fmt: skip
    assert [each.kind for each in board.contradictions[1].likely] == ["wrong_year"]


def test_5_three_papers_of_one_province_give_two_areas_and_two_shares() -> None:
    board = assess(
        [
            read_text(
                f"paper-{number}", f"Diện tích trồng rừng tập trung năm 2025 đạt {size} ha. Tỷ lệ che phủ rừng năm "
                f"2025 đạt {share}%.", published=f"2026-03-0{number}", area="Cao Bằng",
            )
            for number, size, share in ((1, "970,46", "30"), (2, "903,78", "29,0"), (3, "970,46", "30"))
        ]
    )  # fmt: skip
    # 30 is 29,5-30,5 and 29,0 is 28,95-29,05
    assert {(line.kind, dict(line.reason.params)["indicator"]) for line in board.contradictions} == {
        ("sources", "afforestation_area"), ("sources", "forest_cover"),
    }  # fmt: skip
    assert len(board.contradictions) == 2


def test_6_a_point_in_a_number_of_millions_parts_thousands() -> None:
    said = "Tổng thu ngân sách nhà nước trên địa bàn năm 2024 đạt {} đồng."
    board = assess(
        [
            read_text("table", said.format("96.898 triệu"), published="2025-02-01", area="Cao Bằng"),
            read_text("speech", said.format("96.898 tỷ"), published="2025-03-01", area="Cao Bằng"),
        ]
    )
    line = only(board)
    assert [each.kind for each in line.likely] == ["unit_slip"]
    assert dict(line.likely[0].reason.params)["factor"] == "1000"
    assert {value.value for value in board.values} == {D("96898000000000")}


CROSSES = """UBND TỈNH ĐẮK LẮK
BÁO CÁO
Tình hình thực hiện các dự án nhà ở xã hội
ĐVT: triệu đồng
TT\tTên dự án\tTổng vốn đầu tư\tPhê duyệt chủ trương\tGiải phóng mặt bằng\tTiến độ
5\tKhu nhà ở xã hội Tân Lợi\t96.898\tx\tx\tĐang thi công phần móng
5\tKhu nhà ở xã hội Tân Hòa\t120.500\tx\t\txin dừng theo Tờ trình số 15/TTr-SXD
7\tKhu nhà ở xã hội Ea Kao\t85.000\tx\tx\tChậm tiến độ
6\tKhu nhà ở xã hội Thành Nhất\t64.250\t\t\tđã thông qua dừng
7\tKhu nhà ở công nhân Hòa Phú\t210.000\tx\t\tĐang lập dự án
"""


def test_6_serial_numbers_out_of_order_crosses_and_blanks_tell_no_number() -> None:
    paper = read_text("dak-lak", CROSSES, type="report", date="2025-03-01", area="Đắk Lắk")
    # five sums of millions and nothing else: no serial number, no cross, no number of a cited paper
    assert [(each.quote, each.value) for each in paper.figures] == [
        ("96.898", D(96_898_000_000)), ("120.500", D(120_500_000_000)), ("85.000", D(85_000_000_000)),
        ("64.250", D(64_250_000_000)), ("210.000", D(210_000_000_000)),
    ]  # fmt: skip
    # two rows numbered 5 and two numbered 7 are four projects: nothing is said twice
    assert len({each.indicator_text for each in paper.figures}) == 5
    board = assess([paper])
    assert (board.contradictions, board.compatible) == ((), ())
    assert [each.number for each in paper.references] == ["15/TTr-SXD"]


def test_7_one_rule_in_two_readings_keeps_both_and_claims_nothing() -> None:
    papers = [
        read_text("decree", "Mỗi lần chậm bị trừ 25% số điểm của sản phẩm đó.", published="2025-12-31"),
        read_text("handbook", "Mỗi ngày chậm bị trừ 25% số điểm của sản phẩm đó.", published="2026-02-01"),
    ]
    # the numbers are equal and the words name two things: no number can say which reading is right
    assert [figure.value for paper in papers for figure in paper.figures] == [D(25), D(25)]
    board = assess(papers)
    assert (board.contradictions, board.compatible) == ((), ())


def test_every_reason_has_its_words_in_both_languages() -> None:
    between = "Các cấp, các ngành đã tập trung tháo gỡ khó khăn cho người dân và doanh nghiệp. " * 3
    text = f"Năm 2025, thu ngân sách đạt 60.000 tỷ đồng. {between}Thu ngân sách năm 2025 đạt 6.000 tỷ đồng."
    line = only(assess([read_text("a", text, published="2026-02-01")]))
    assert line.kind == "same_document"
    for each in line.likely:
        assert "{" not in say(each.reason, "vi") + say(each.reason, "en")
