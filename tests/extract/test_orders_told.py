"""Orders of which news tell as given, wishes by short names and of things, what answers them, dues that lie ahead."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

NEWS = "Sáng 12/4/2024, Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Hải kiểm tra hồ Đan Kia.\n"
COUNCIL = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 31/NQ-HĐND\nLâm Đồng, ngày 06 tháng 12 năm 2024\n\nNGHỊ QUYẾT\n"
    "Về nhiệm vụ phát triển kinh tế - xã hội năm 2025\n\n"
)
NOTICE = (
    "VĂN PHÒNG             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "ỦY BAN NHÂN DÂN         Độc lập - Tự do - Hạnh phúc\nTỈNH LÂM ĐỒNG\n"
    "Số: 55/TB-VPUBND            Lâm Đồng, ngày 24 tháng 12 năm 2024\n\nTHÔNG BÁO\n"
    "Kết luận của Phó Chủ tịch UBND tỉnh Lê Thị Mai tại cuộc họp về kè sông\n\n"
    "Phó Chủ tịch UBND tỉnh kết luận:\n"
)
LETTER = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 812/UBND-NN\nLâm Đồng, ngày 12 tháng 6 năm 2024\n"
    "V/v hỗ trợ kinh phí\n\nKính gửi: Bộ Tài chính\n\n"
)


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


TOLD = [
    # one body that is named was told something
    (
        "Trước đó, UBND tỉnh đã chỉ đạo Sở Công Thương rà soát an toàn đập.",
        [("UBND tỉnh Lâm Đồng", "Sở Công Thương", "rà soát an toàn đập")],
    ),
    (
        "Ngay trong đêm, lãnh đạo UBND tỉnh đã chỉ đạo huyện Lạc Dương di dời 12 hộ dân.",
        [("lãnh đạo UBND tỉnh", "huyện Lạc Dương", "di dời 12 hộ dân")],
    ),
    # what all did, and what was done all the time, is an account
    ("UBND tỉnh đã chỉ đạo các sở vào cuộc từ sớm.", []),
    ("Thời gian qua, UBND tỉnh đã chỉ đạo Sở Công Thương tăng cường kiểm tra.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_news_tell_of_orders_given(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(NEWS + sentence).directives
    assert [(one.issuer, one.recipient, one.quote) for one in found] == expected


BOARD = "Ông Ngô Văn Phú, Trưởng Ban Quản lý Vườn quốc gia Bidoup cho biết, đường tuần tra xuống cấp. "
SHORT = [
    (
        f"{BOARD}Ban đề nghị UBND tỉnh cho chủ trương làm 4 km đường, đồng thời kiến nghị sớm bổ sung biên chế.",
        [
            ("Ban Quản lý Vườn quốc gia Bidoup", "UBND tỉnh", "cho chủ trương làm 4 km đường"),
            ("Ban Quản lý Vườn quốc gia Bidoup", "UBND tỉnh", "sớm bổ sung biên chế"),
        ],
    ),
    # nobody is named whom the word could mean
    ("Ban đề nghị UBND tỉnh cho chủ trương làm 4 km đường.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SHORT)
def test_a_board_asks_by_the_first_word_of_its_name(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(NEWS + sentence).proposals
    assert [(one.proposer, one.recipient, one.quote) for one in found] == expected


def test_what_leads_to_things_is_itself_asked_for() -> None:
    found = read(
        f"{LETTER}UBND tỉnh Lâm Đồng kính đề nghị Bộ Tài chính xem xét, hỗ trợ tỉnh 90 tỷ đồng để thực hiện 02 dự án:\n"
        "1. Kè chống sạt lở suối Cam Ly: 60 tỷ đồng.\n2. Khu tái định cư xã Đạ Sar: 30 tỷ đồng.\n"
    ).proposals
    assert [one.quote for one in found] == ["xem xét, hỗ trợ tỉnh 90 tỷ đồng để thực hiện 02 dự án"]


def test_an_order_to_the_wishes_answers_those_it_names() -> None:
    found = read(
        "Ngày 12/4/2024, Thủ tướng Chính phủ Trần Văn Hải làm việc với tỉnh Lâm Đồng.\n"
        "Tỉnh kiến nghị Trung ương bổ sung chỉ tiêu đất nghĩa trang; đề nghị Bộ Xây dựng sớm nâng cấp Quốc lộ 27; "
        "hỗ trợ tỉnh làm đường vành đai phía Đông.\n"
        "Về các kiến nghị của tỉnh, Thủ tướng giao Bộ Công an xem xét việc bổ sung chỉ tiêu đất nghĩa trang; "
        "đồng ý hỗ trợ tỉnh làm đường vành đai phía Đông, giao Bộ Tài chính cân đối.\n"
    ).proposals
    assert [(one.status, one.handled_by) for one in found] == [
        ("forwarded", "Bộ Công an"),
        ("raised", None),
        ("accepted", "Bộ Tài chính"),
    ]


def test_a_paper_put_before_the_council_stands_behind_another() -> None:
    found = read(
        f"{COUNCIL}Xét Báo cáo số 512/BC-UBND ngày 20 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh; Tờ trình số "
        "9021/TTr-UBND ngày 21 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh; ý kiến thảo luận của đại biểu.\n"
        "QUYẾT NGHỊ:\nĐiều 1. Mục tiêu\nGRDP tăng 9%.\n"
    ).proposals
    assert [(one.quote[:15], one.proposer, one.status) for one in found] == [
        ("Tờ trình số 902", "Ủy ban nhân dân tỉnh Lâm Đồng", "accepted")
    ]


DUES = [
    (NOTICE, "Giao Sở Y tế báo cáo trước ngày 10/01.", "by:2025-01-09"),
    (NOTICE, "Giao Sở Y tế báo cáo trước ngày 28/12.", "by:2024-12-27"),
    (NOTICE, "Giao Sở Y tế hoàn thành trong tháng 11.", "by:2024-11"),
    (
        COUNCIL,
        "QUYẾT NGHỊ:\nĐiều 1. Nhiệm vụ, giải pháp\n1. Chỉ đạo quyết liệt giải ngân, hết quý III đạt trên 70%.",
        "by:2025-09",
    ),
]


@pytest.mark.parametrize(("head", "body", "due"), DUES)
def test_a_due_lies_ahead(head: str, body: str, due: str) -> None:
    assert [one.deadline for one in read(f"{head}{body}\n").directives] == [due]


def test_how_a_matter_is_led_is_part_of_the_task() -> None:
    found = read(
        f"{COUNCIL}QUYẾT NGHỊ:\nĐiều 1. Nhiệm vụ, giải pháp\n1. Chỉ đạo quyết liệt giải ngân vốn.\n"
    ).directives
    assert [(one.quote, one.recipient) for one in found] == [("Chỉ đạo quyết liệt giải ngân vốn", None)]


def test_who_is_said_to_ask_in_a_paper_issued_it() -> None:
    found = read(
        f"{NOTICE}1. Đồng ý lùi thời hạn theo đề nghị của Sở Xây dựng tại Tờ trình số 41/TTr-SXD ngày 02/12/2024 và ý "
        "kiến của Sở Tư pháp tại Công văn số 77/STP-XD.\n"
    )
    assert [(one.number, one.issuer) for one in found.references] == [
        ("41/TTr-SXD", "Sở Xây dựng"),
        ("77/STP-XD", "Sở Tư pháp"),
    ]
    assert found.document.head.area == "Lâm Đồng"


BY_BODIES = [
    (
        "Cục Kiểm lâm yêu cầu các địa phương tăng cường tuần tra.",
        [("Cục Kiểm lâm", "các địa phương", "tăng cường tuần tra")],
    ),
    (
        "Sở Văn hóa và Thể thao yêu cầu các đơn vị tăng cường kiểm tra.",
        [("Sở Văn hóa và Thể thao", "các đơn vị", "tăng cường kiểm tra")],
    ),
    (
        "Công an tỉnh yêu cầu các đơn vị tăng cường tuần tra.",
        [("Công an tỉnh Lâm Đồng", "các đơn vị", "tăng cường tuần tra")],
    ),
    # whoever stops people in the street hands out no task; what came of something is none either
    ("Công an yêu cầu hai đối tượng dừng xe.", []),
    ("Ông Hải kể lại vụ việc. Nhóm thanh niên thấy dấu hiệu lạ nên bám theo.", []),
    # who is told holds an event; an event is nobody
    (
        "Ông Hải yêu cầu các sở khẩn trương lập kế hoạch; đồng thời tổ chức Hội nghị quán triệt.",
        [
            ("Trần Văn Hải", "các sở", "khẩn trương lập kế hoạch"),
            ("Trần Văn Hải", "các sở", "tổ chức Hội nghị quán triệt"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), BY_BODIES)
def test_bodies_tell_and_events_are_none(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(NEWS + sentence).directives
    assert [(one.issuer, one.recipient, one.quote) for one in found] == expected


def test_officials_of_a_commune_have_tasks_of_their_own() -> None:
    plan = (
        "UBND XÃ ĐAM RÔNG\nSố: 12/KH-UBND\nĐam Rông, ngày 2 tháng 3 năm 2024\n\nKẾ HOẠCH\nGiảm nghèo năm 2024\n\n"
        "1. Mục tiêu\nGiảm 20 hộ nghèo.\n2. Phân công\n- Công chức Văn hóa - Xã hội: lập danh sách hộ nghèo.\n"
        "- Trưởng thôn: lập biên bản họp dân.\n"
    )
    assert [(one.recipient, one.quote) for one in read(plan).directives] == [
        ("Công chức Văn hóa - Xã hội", "lập danh sách hộ nghèo"),
        ("Trưởng thôn", "lập biên bản họp dân"),
    ]
