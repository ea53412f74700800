"""How many of how many, in which state, of which plan and time."""

from __future__ import annotations

import pytest
from tests.wordings.said import counted, tallies

STATES = [
    ("Năm 2025, tỉnh hoàn thành 17/18 chỉ tiêu.", ["17/18 achieved 2025"]),
    ("Năm 2025, tỉnh đạt 17/18 chỉ tiêu.", ["17/18 achieved 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu đạt 100% kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu vượt kế hoạch.", ["17/18 exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu vượt mức kế hoạch.", ["17/18 exceeded 2025"]),
    ("Năm 2025, tỉnh hoàn thành vượt mức 17/18 chỉ tiêu.", ["17/18 exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu vượt chỉ tiêu đề ra.", ["17/18 exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu về đích sớm.", ["17/18 exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu về đích trước 3 năm.", ["17/18 exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu đạt và vượt kế hoạch.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, tỉnh đạt và vượt 17/18 chỉ tiêu.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, tỉnh hoàn thành và vượt 17/18 chỉ tiêu.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, tỉnh hoàn thành và hoàn thành vượt mức 17/18 chỉ tiêu.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu hoàn thành, vượt kế hoạch.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu đạt, vượt kế hoạch.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu đạt hoặc vượt kế hoạch.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, 17/18 chỉ tiêu vượt và đạt kế hoạch.", ["17/18 achieved_or_exceeded 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu không đạt.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu chưa đạt kế hoạch.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu khó đạt.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu thấp hơn kế hoạch.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu cần phấn đấu.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu dự kiến không hoàn thành.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu cơ bản đạt.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu cơ bản hoàn thành.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu đạt thấp.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu đạt khá.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 chỉ tiêu tiệm cận kế hoạch.", ["2/18 other 2025"]),
    ("Năm 2025, có 12/18 nhiệm vụ đã hoàn thành.", ["12/18 completed 2025"]),
    ("Năm 2025, có 12/18 nhiệm vụ đúng tiến độ.", ["12/18 other 2025"]),
    ("Năm 2025, có 2/18 nhiệm vụ chậm tiến độ.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 nhiệm vụ quá hạn.", ["2/18 other 2025"]),
    ("Năm 2025, có 2/18 nhiệm vụ đang triển khai.", ["2/18 other 2025"]),
    ("Năm 2025, có 12/18 xã được công nhận đạt chuẩn nông thôn mới.", ["12/18 achieved 2025"]),
    ("Năm 2025, có 12/18 công trình đã nghiệm thu.", ["12/18 completed 2025"]),
    ("Năm 2025, có 12/18 kiến nghị đã được giải quyết.", ["12/18 completed 2025"]),
    ("Năm 2025, hoàn thành 27/27 chương trình.", ["27/27 completed 2025"]),
]

WORDED = [
    ("Năm 2025, cả 15 chỉ tiêu đều vượt.", ["15/15 exceeded 2025"]),
    ("Năm 2025, cả 15 chỉ tiêu đều đạt.", ["15/15 achieved 2025"]),
    ("Năm 2025, cả 15 chỉ tiêu chủ yếu đều đạt và vượt kế hoạch.", ["15/15 achieved_or_exceeded 2025"]),
    ("Năm 2025, cả 15/15 chỉ tiêu đều vượt.", ["15/15 exceeded 2025"]),
    ("Năm 2025, tất cả 15 chỉ tiêu đều hoàn thành.", ["15/15 achieved 2025"]),
    ("Năm 2025, toàn bộ 15 chỉ tiêu đều hoàn thành vượt mức.", ["15/15 exceeded 2025"]),
    ("Năm 2025, cả mười lăm chỉ tiêu đều vượt.", ["15/15 exceeded 2025"]),
    ("Năm 2025, cả ba chương trình đều hoàn thành.", ["3/3 completed 2025"]),
    ("Năm 2025, 15 chỉ tiêu đều đạt và vượt kế hoạch.", ["15/15 achieved_or_exceeded 2025"]),
    ("Năm 2025, có 17 trên 18 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, có 17 trong số 18 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, có 17 trong tổng số 18 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, có 17 chỉ tiêu trên tổng số 18 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, trong 18 chỉ tiêu có 17 chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    ("Năm 2025, trong số 18 chỉ tiêu chủ yếu, có 17 chỉ tiêu vượt kế hoạch.", ["17/18 exceeded 2025"]),
    ("Năm 2025, trong tổng số 18 chỉ tiêu, đã hoàn thành 17 chỉ tiêu.", ["17/18 achieved 2025"]),
    ("Năm 2025, mười bảy trong số mười tám chỉ tiêu đạt kế hoạch.", ["17/18 achieved 2025"]),
    (
        "Năm 2025, tỉnh có 18 chỉ tiêu, trong đó 16 chỉ tiêu đạt và vượt.",
        ["16/18 achieved_or_exceeded 2025"],
    ),
    (
        "Năm 2025, có 9 chỉ tiêu hoàn thành, trong đó 2 chỉ tiêu hoàn thành trước 2 năm.",
        ["9/9 achieved 2025", "2/9 exceeded 2025"],
    ),
    ("Năm 2025, hai trong ba chương trình đã hoàn thành.", ["2/3 completed 2025"]),
    (
        "Trong 15 chỉ tiêu HĐND tỉnh giao, 6 tháng có 8 chỉ tiêu đạt kế hoạch, 7 chỉ tiêu đạt thấp.",
        ["8/15 achieved 2026-H1", "7/15 other 2026-H1"],
    ),
    (
        "Cả năm 2025 có 26 chỉ tiêu: 20 chỉ tiêu vượt, 4 chỉ tiêu đạt, 2 chỉ tiêu không đạt.",
        ["20/26 exceeded 2025", "4/26 achieved 2025", "2/26 other 2025"],
    ),
    ("Năm 2025, 100% chỉ tiêu đạt và vượt kế hoạch.", []),  # a share without a total is a figure
    ("Năm 2025, các chỉ tiêu đều vượt kế hoạch.", []),
]

TASKS = (
    "Năm 2025, UBND tỉnh giao 312 nhiệm vụ: hoàn thành 240 nhiệm vụ (đúng hạn 231, quá hạn 9),"
    " đang thực hiện 72 nhiệm vụ (trong hạn 68, quá hạn 4)."
)
MIDWAY = (
    "Đến nay, trong 28 chỉ tiêu có 11 chỉ tiêu đã đạt mục tiêu đến năm 2025, 9 chỉ tiêu có khả năng đạt,"
    " 5 chỉ tiêu khó đạt, 3 chỉ tiêu chưa có cơ sở đánh giá."
)
PARTS = [
    (
        "Năm 2025, trong 17 chỉ tiêu có 7 vượt, 3 đạt, 7 cần phấn đấu.",
        ["7/17 exceeded 2025", "3/17 achieved 2025", "7/17 other 2025"],
    ),
    (
        "Năm 2025, có 7/17 chỉ tiêu vượt; 3/17 chỉ tiêu đạt; 7/17 chỉ tiêu cần phấn đấu.",
        ["7/17 exceeded 2025", "3/17 achieved 2025", "7/17 other 2025"],
    ),
    (
        "Năm 2025, có 7/17 chỉ tiêu vượt, 3/17 đạt, 7/17 cần phấn đấu.",
        ["7/17 exceeded 2025", "3/17 achieved 2025", "7/17 other 2025"],
    ),
    (
        "Năm 2025, tỉnh đạt và vượt 15/18 chỉ tiêu (9 vượt, 6 đạt), 2 chỉ tiêu cơ bản đạt, 01 chỉ tiêu không đạt.",
        [
            "15/18 achieved_or_exceeded 2025",
            "9/18 exceeded 2025",
            "6/18 achieved 2025",
            "2/18 other 2025",
            "1/18 other 2025",
        ],
    ),
    (
        "Nhiệm kỳ 2020-2025, 24/28 chỉ tiêu đạt và vượt (15 vượt, 9 đạt), 3 chỉ tiêu cơ bản đạt, 1 chỉ tiêu chưa đạt.",
        [
            "24/28 achieved_or_exceeded 2020/2025",
            "15/28 exceeded 2020/2025",
            "9/28 achieved 2020/2025",
            "3/28 other 2020/2025",
            "1/28 other 2020/2025",
        ],
    ),
    (
        "Năm 2025, có 16/18 chỉ tiêu đạt và vượt; trong đó có mười chỉ tiêu vượt, sáu chỉ tiêu đạt.",
        ["16/18 achieved_or_exceeded 2025", "10/18 exceeded 2025", "6/18 achieved 2025"],
    ),
    (
        "Năm 2025, có 16/18 chỉ tiêu đạt và vượt kế hoạch, còn 2 chỉ tiêu chưa đạt.",
        ["16/18 achieved_or_exceeded 2025", "2/18 other 2025"],
    ),
    (
        "Năm 2025, có 16/18 chỉ tiêu đạt và vượt kế hoạch; hai chỉ tiêu còn lại không đạt.",
        ["16/18 achieved_or_exceeded 2025", "2/18 other 2025"],
    ),
    (
        "Dự kiến cả năm 2026 có 16/18 chỉ tiêu đạt và vượt, 02 chỉ tiêu khó đạt.",
        ["16/18 achieved_or_exceeded 2026", "2/18 other 2026"],
    ),
    (
        TASKS,
        [
            "240/312 completed 2025",
            "231/240 completed 2025",
            "9/240 completed 2025",
            "72/312 other 2025",
            "68/72 other 2025",
            "4/72 other 2025",
        ],
    ),
    (
        "Năm 2025, tỉnh đã giải quyết 5/12 kiến nghị, 4 kiến nghị đang xem xét, 3 kiến nghị chưa được trả lời.",
        ["5/12 completed 2025", "4/12 other 2025", "3/12 other 2025"],
    ),
    (
        MIDWAY,
        [
            "11/28 achieved at:2026-06-20",
            "9/28 other at:2026-06-20",
            "5/28 other at:2026-06-20",
            "3/28 other at:2026-06-20",
        ],
    ),
]

PLANS = [
    (
        "Tỉnh đã đạt 20/28 mục tiêu Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025.",
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", "2020/2025"),
    ),
    (
        "Tỉnh hoàn thành 22/26 chỉ tiêu của Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015 - 2020.",
        ("Đại hội Đảng bộ tỉnh lần thứ XIX", "2015/2020"),
    ),
    (
        "Tỉnh hoàn thành 17/18 chỉ tiêu của Kế hoạch phát triển kinh tế - xã hội năm 2025.",
        ("Kế hoạch phát triển kinh tế - xã hội năm 2025", "2025"),
    ),
    ("Năm 2025, tỉnh hoàn thành 17/18 chỉ tiêu.", (None, "2025")),
    ("6 tháng đầu năm, tỉnh hoàn thành 7/18 chỉ tiêu.", (None, "2026-H1")),
    ("Đến hết tháng 5/2026, tỉnh hoàn thành 7/18 chỉ tiêu.", (None, "2026-01/2026-05")),
    ("Đến ngày 31/5/2026, tỉnh hoàn thành 7/18 chỉ tiêu.", (None, "at:2026-05-31")),
    ("Đến nay, tỉnh hoàn thành 7/18 chỉ tiêu.", (None, "at:2026-06-20")),
]

NONE = [
    "Tỉnh đứng thứ 5/34 cả nước về GRDP.",
    "Ngày 12/6, UBND tỉnh họp.",
    "Sáng 12/6, có 15 đại biểu phát biểu.",
    "Tỷ lệ đô thị hóa năm 2025 đạt 43,2/45%.",
    "Trận đấu kết thúc với tỷ số 3/5.",
    "Căn cứ Nghị quyết số 12/2025 của HĐND tỉnh.",
    "Quyết định số 15/18 ban hành quy chế.",
    "Đường 12/15 được mở rộng.",
]


@pytest.mark.parametrize(("text", "expected"), STATES + WORDED + PARTS)
def test_a_tally(text: str, expected: list[str]) -> None:
    assert [counted(one) for one in tallies(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_its_plan_and_time(text: str, expected: tuple[str | None, str]) -> None:
    assert [(one.plan, one.period) for one in tallies(text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_tally(text: str) -> None:
    assert tallies(text) == []
