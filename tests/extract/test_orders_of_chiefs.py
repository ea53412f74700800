"""Papers by which a chief commands: who signs, whom an item tells what to order, rows of names, replies to wishes."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


DIRECTIVE = (
    "{body}\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
    "Số: 7/CT-{letters}\nVĩnh Phúc, ngày 05 tháng 9 năm 2025\n\nCHỈ THỊ\nVề việc chuẩn bị vụ đông\n\n"
    "Để chuẩn bị vụ đông, {who} yêu cầu:\n1. Sở Tài chính bố trí kinh phí trước ngày 15/9/2025.\n"
    "2. Các phòng chuyên môn kiểm tra kho giống.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{foot}\n"
)
PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH VĨNH PHÚC"


@pytest.mark.parametrize(
    ("body", "letters", "who", "foot", "issuer", "position"),
    [
        (PROVINCE, "UBND", "Chủ tịch UBND tỉnh", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lê Văn Bình", "Chủ tịch UBND tỉnh"),
        (PROVINCE, "UBND", "Chủ tịch UBND tỉnh", "CHỦ TỊCH\n(Đã ký)", "Lê Văn Bình", "Chủ tịch UBND tỉnh"),
        ("BỘ Y TẾ", "BYT", "Bộ trưởng Bộ Y tế", "BỘ TRƯỞNG", "Lê Văn Bình", "Bộ trưởng Bộ Y tế"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "TTg", "Thủ tướng Chính phủ", "THỦ TƯỚNG", "Lê Văn Bình", "Thủ tướng Chính phủ"),
        ("SỞ NÔNG NGHIỆP\nTỈNH VĨNH PHÚC", "SNN", "Giám đốc Sở", "GIÁM ĐỐC", "Lê Văn Bình", "Giám đốc Sở"),
        # the deputy or the head of the office signs in the place of the chief: the title says no more than the office
        ("THỦ TƯỚNG CHÍNH PHỦ", "TTg", "Thủ tướng Chính phủ", "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG", None, None),
        ("BỘ Y TẾ", "BYT", "Bộ trưởng Bộ Y tế", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG", None, None),
        (PROVINCE, "UBND", "Chủ tịch UBND tỉnh", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", None, None),
        # a body speaks for itself, whoever signs; another body's head is not who signs
        ("BỘ Y TẾ", "BYT", "Bộ Y tế", "BỘ TRƯỞNG", None, None),
        (PROVINCE, "UBND", "Chủ tịch HĐND tỉnh", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", None, None),
    ],
)
def test_a_title_means_who_holds_it_and_signs(
    body: str, letters: str, who: str, foot: str, issuer: str | None, position: str | None
) -> None:
    text = DIRECTIVE.format(body=body, letters=letters, who=who, foot=f"{foot}\n\n\nLê Văn Bình")
    assert {(one.issuer, one.issuer_position) for one in read(text).directives} == {(issuer or who, position)}


TELEGRAM = (
    "THỦ TƯỚNG CHÍNH PHỦ\n-------\nSố: 77/CĐ-TTg\nHà Nội, ngày 05 tháng 9 năm 2025\n\nCÔNG ĐIỆN\n"
    "Về việc ứng phó bão số 9\n\nBão số 9 đang di chuyển nhanh. Thủ tướng Chính phủ yêu cầu:\n"
)


def orders(text: str) -> list[str]:
    return [f"{one.recipient} | {one.quote}" for one in read(text).directives]


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (
            "1. Bộ trưởng Bộ Công an chỉ đạo lực lượng tại chỗ hỗ trợ sơ tán dân.\n",
            ["Bộ trưởng Bộ Công an | chỉ đạo lực lượng tại chỗ hỗ trợ sơ tán dân"],
        ),
        # of two in a row, the one before whom the other stands; and the items that follow are told by the chief too
        (
            (
                "1. Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an chỉ đạo lực lượng tại chỗ hỗ trợ sơ tán dân.\n"
                "2. Bộ trưởng Bộ Y tế yêu cầu các bệnh viện chuẩn bị thuốc men.\n"
                "3. Văn phòng Chính phủ theo dõi việc thực hiện Công điện này.\n"
            ),
            [
                ("Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an | chỉ đạo lực lượng tại chỗ hỗ trợ sơ tán dân"),
                "Bộ trưởng Bộ Y tế | yêu cầu các bệnh viện chuẩn bị thuốc men",
                "Văn phòng Chính phủ | theo dõi việc thực hiện Công điện này",
            ],
        ),
        # a row of names behind a colon, of which one looks like a verb
        (
            "1. Bộ trưởng các Bộ: Xây dựng, Công Thương, Nội vụ phân công lãnh đạo trực.\n",
            ["Bộ trưởng các Bộ: Xây dựng, Công Thương, Nội vụ | phân công lãnh đạo trực"],
        ),
        (
            "1. Các Bộ: Tài chính, Ngoại giao khẩn trương trình đề án.\n",
            ["Các Bộ: Tài chính, Ngoại giao | khẩn trương trình đề án"],
        ),
        ("1. Các sở, ngành: Xây dựng kế hoạch chi tiết.\n", ["Các sở, ngành | Xây dựng kế hoạch chi tiết"]),
        # what is asked about giving something to somebody is no list of those who are told
        (
            (
                "1. Tỉnh Lai Châu chủ động làm việc với Bộ Xây dựng về việc giao Ủy ban nhân dân tỉnh là chủ quản; "
                "trên cơ sở đó, Tỉnh nghiên cứu lập báo cáo.\n"
            ),
            [
                ("Tỉnh Lai Châu | chủ động làm việc với Bộ Xây dựng về việc giao Ủy ban nhân dân tỉnh là chủ quản"),
                "Tỉnh | nghiên cứu lập báo cáo",
            ],
        ),
    ],
)
def test_an_item_tells_an_office_what_to_order(items: str, told: list[str]) -> None:
    found = read(TELEGRAM + items)
    assert [f"{one.recipient} | {one.quote}" for one in found.directives] == told
    assert {one.issuer for one in found.directives} == {"Thủ tướng Chính phủ"}


def test_a_row_of_places_goes_on_below_the_edge_of_the_page() -> None:
    text = (
        TELEGRAM.replace(
            "Bão số 9 đang di chuyển nhanh. ",
            (
                "Bão số 9 đang di chuyển nhanh vào đất liền và có thể gây mưa rất to trên diện rộng ở\n"
                "các địa phương ven biển; để bảo đảm an toàn cho người dân và giảm thấp nhất thiệt hại do\n"
                "mưa bão gây ra, nhất là ở các vùng trũng thấp ven sông, ven biển và các khu dân cư đang\n"
                "có nguy cơ sạt lở cao, "
            ),
        )
        + "1. Chủ tịch Ủy ban nhân dân các tỉnh ven biển từ Quảng Ninh đến Nghệ An, nhất là các tỉnh:\n"
        "Quảng Ninh, Hưng Yên và Thanh Hóa:\na) Sơ tán dân trước ngày 06/9/2025.\n"
    )
    told = (
        "Chủ tịch Ủy ban nhân dân các tỉnh ven biển từ Quảng Ninh đến Nghệ An, nhất là các tỉnh: "
        "Quảng Ninh, Hưng Yên và Thanh Hóa"
    )
    assert orders(text) == [f"{told} | Sơ tán dân trước ngày 06/9/2025"]


def test_replies_name_whose_wishes_they_are_and_who_deals_with_them() -> None:
    text = (
        "VĂN PHÒNG CHÍNH PHỦ\n-------\nSố: 77/TB-VPCP\nHà Nội, ngày 05 tháng 9 năm 2025\nTHÔNG BÁO\n"
        "Kết luận của Phó Thủ tướng Chính phủ Lê Thành Bình tại buổi làm việc với tỉnh Lai Châu\n\n"
        "Phó Thủ tướng Chính phủ Lê Thành Bình kết luận như sau:\nII. VỀ CÁC KIẾN NGHỊ CỦA TỈNH LAI CHÂU\n"
        "1. Về bổ sung vốn cho đường tuần tra: Giao Bộ Tài chính nghiên cứu các kiến nghị của tỉnh Lai Châu "
        "liên quan đến vốn.\n2. Về dự án cầu Mây: Tỉnh chủ động bố trí vốn.\n"
    )
    assert [(one.proposer, one.status, one.handled_by, one.quote) for one in read(text).proposals] == [
        ("Tỉnh Lai Châu", "forwarded", "Bộ Tài chính", "bổ sung vốn cho đường tuần tra"),
        ("Tỉnh Lai Châu", "raised", None, "dự án cầu Mây"),
    ]


def test_the_name_of_a_council_in_small_letters_is_written_as_a_name() -> None:
    text = (
        "Nghị quyết về hỗ trợ bến khách trên địa bàn tỉnh hòa bình\nHội đồng nhân dân tỉnh hòa bình\n"
        "Khóa xv, kỳ họp thứ 13\nCăn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;\nQuyết nghị:\n"
        "Điều 1. Hỗ trợ xây dựng bến khách.\nĐiều 2. Giao UBND tỉnh quy định cụ thể mức hỗ trợ.\n"
    )
    assert {one.issuer for one in read(text).directives} == {"Hội đồng nhân dân tỉnh Hòa Bình"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Đồng chí Lê Văn Tám UVBTV- Trưởng Ban Tổ chức Huyện ủy dự.",
            ["Lê Văn Tám: UVBTV", "Lê Văn Tám: Trưởng Ban Tổ chức Huyện ủy"],
        ),
        (
            "Đồng chí Trần Thị Mai PBT- CT HĐND xã báo cáo.",
            ["Trần Thị Mai: PBT", "Trần Thị Mai: CT HĐND xã"],
        ),
        (
            "Đ/c Vũ Đình Cường HUV- BT Đảng ủy kết luận.",
            ["Vũ Đình Cường: HUV", "Vũ Đình Cường: BT Đảng ủy"],
        ),
        (
            "Ông Mai Văn Sơn PCT UBND huyện, bà Lê Thị Na BTĐU xã, ông Ngô Bá Thành CTUBND xã cùng dự.",
            ["Mai Văn Sơn: PCT UBND huyện", "Lê Thị Na: BTĐU xã", "Ngô Bá Thành: CTUBND xã"],
        ),
    ],
)
def test_offices_in_letters(text: str, people: list[str]) -> None:
    found = read(f"Cổng thông tin điện tử xã Vân Hà\nChiều 3/8/2021, Đảng ủy xã Vân Hà họp. {text}\n").people
    assert [f"{one.name}: {one.position}" for one in found] == people


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trong 12 chi cục thuộc Cục Thuế tỉnh, có 4 đơn vị có số thu trên 500 tỷ đồng.", ["4/12 other"]),
        ("Trong số 20 xã của huyện, có 8 xã đạt chuẩn nông thôn mới.", ["8/20 achieved"]),
        ("Trong 9 tháng, có 3 đơn vị chậm.", []),
        (
            "Toàn tỉnh có 312/405 trường đạt chuẩn quốc gia, đạt tỷ lệ 77%, vượt kế hoạch đề ra.",
            ["312/405 achieved"],
        ),
    ],
)
def test_tallies_of_bodies(text: str, told: list[str]) -> None:
    found = read(f"Ngày 18/10/2024, UBND tỉnh Hòa Bình họp báo.\n\n{text}\n").tallies
    assert [f"{one.done}/{one.total} {one.state}" for one in found] == told


SPEECHES = [
    (
        (
            '"Mỗi cán bộ xã, nhất là người đứng đầu phải gần dân, trọng dân, nghe dân nói; luôn nêu cao trách nhiệm. '
            'Trong mọi hoàn cảnh phải thật sự là hạt nhân đoàn kết" - Đó là yêu cầu của đồng chí Bí thư Tỉnh ủy '
            "Phạm Xuân Thành tại hội nghị sáng 12/10."
        ),
        [
            "gần dân, trọng dân, nghe dân nói",
            "luôn nêu cao trách nhiệm",
            "Trong mọi hoàn cảnh phải thật sự là hạt nhân đoàn kết",
        ],
    ),
    # semicolons within a motto part no tasks
    (
        (
            '"Cán bộ phải có tinh thần: "Dám nói; dám làm; dám chịu trách nhiệm" - Là một trong những nội dung trong '
            "phát biểu của Bí thư Tỉnh ủy Phạm Xuân Thành."
        ),
        ['có tinh thần: "Dám nói; dám làm; dám chịu trách nhiệm'],
    ),
    # nobody of any office is named: no order
    ('"Các xã phải dồn lực cho vụ đông" - Là một trong những ý kiến của ông Lê Văn Tư.', []),
]


@pytest.mark.parametrize(("text", "tasks"), SPEECHES)
def test_a_speech_in_quotes_is_of_whom_the_words_behind_it_name(text: str, tasks: list[str]) -> None:
    found = read(f"Báo Hải Dương 12/10/2022\n{text}\n").directives
    assert [one.quote for one in found] == tasks
    assert {one.issuer for one in found} <= {"Phạm Xuân Thành"}


TARGETS = [
    (
        "Với Bộ Y tế, Thủ tướng giao chỉ tiêu số giường bệnh trên 1 vạn dân là 25.",
        ["Thủ tướng > Bộ Y tế > số giường bệnh trên 1 vạn dân là 25"],
    ),
    (
        "HĐND tỉnh giao UBND tỉnh chỉ tiêu thu ngân sách năm 2024 là 12.000 tỷ đồng.",
        ["HĐND tỉnh > UBND tỉnh > thu ngân sách năm 2024 là 12.000 tỷ đồng"],
    ),
    (
        (
            "Với Bộ Y tế, Thủ tướng giao chỉ tiêu có 25 giường bệnh trên 1 vạn dân. "
            "Bộ Công Thương được giao chỉ tiêu xuất khẩu tăng 6%.\n"
            "Tỷ lệ thất nghiệp dưới 4% là những chỉ tiêu được giao cho Bộ Nội vụ.\n"
            "Những chỉ tiêu được giao cho Bộ Xây dựng gồm: tỷ lệ đô thị hóa 41%; xã nông thôn mới 30%."
        ),
        [
            "Thủ tướng > Bộ Y tế > có 25 giường bệnh trên 1 vạn dân",
            "Thủ tướng > Bộ Công Thương > xuất khẩu tăng 6%",
            "Thủ tướng > Bộ Nội vụ > Tỷ lệ thất nghiệp dưới 4%",
            "Thủ tướng > Bộ Xây dựng > tỷ lệ đô thị hóa 41%",
            "Thủ tướng > Bộ Xây dựng > xã nông thôn mới 30%",
        ],
    ),
    ("Huyện Lý Nhân được UBND tỉnh giao chỉ tiêu trồng 300 ha.", ["UBND tỉnh > Huyện Lý Nhân > trồng 300 ha"]),
    ("Huyện Lý Nhân được UBND tỉnh giao chỉ tiêu trồng 300 ha, đến nay đã trồng 200 ha.", []),
    ("Huyện Lý Nhân được giao chỉ tiêu trồng 300 ha.", []),
]


@pytest.mark.parametrize(("text", "told"), TARGETS)
def test_targets_that_are_handed_down(text: str, told: list[str]) -> None:
    found = read(f"Báo Hà Nam 17/12/2023\n{text}\n").directives
    assert [f"{one.issuer} > {one.recipient} > {one.quote}" for one in found] == told


def test_aims_that_a_council_asks_its_committee_to_strive_for() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nSố: 15/NQ-HĐND\nHà Nam, ngày 09 tháng 12 năm 2020\nNGHỊ QUYẾT\n"
        "Về nhiệm vụ phát triển kinh tế - xã hội năm 2021\nQUYẾT NGHỊ:\nĐiều 1. Hội đồng nhân dân tỉnh đề nghị "
        "Ủy ban nhân dân tỉnh tập trung thực hiện tốt một số nội dung trọng tâm như sau:\n1. Mục\ntiêu tổng quát\n"
        "Phấn đấu tốc độ tăng trưởng\nGRDP từ 9% trở lên; đẩy mạnh cơ cấu lại nông nghiệp.\n"
    )
    assert [one.replace("\n", " ") for one in orders(text)] == [
        "Ủy ban nhân dân tỉnh | Phấn đấu tốc độ tăng trưởng GRDP từ 9% trở lên",
        "Ủy ban nhân dân tỉnh | đẩy mạnh cơ cấu lại nông nghiệp",
    ]


def test_a_law_that_amends_others_has_the_day_behind_the_last_of_them() -> None:
    text = (
        "Căn cứ Luật Sửa đổi, bổ sung một số điều của\nLuật Đất đai, Luật Nhà ở và Luật Kinh doanh bất động sản "
        "ngày 29 tháng 6 năm 2024;\n"
    )
    assert [(one.quote, one.date) for one in read(text).references] == [
        (text[len("Căn cứ ") : -2], "2024-06-29"),
        ("Luật Đất đai", None),
        ("Luật Nhà ở", None),
        ("Luật Kinh doanh bất động sản", None),
    ]


def test_what_a_year_closed_with_is_no_order() -> None:
    text = (
        "Báo Bình Định 10/1/2020\nChủ tịch UBND tỉnh Hồ Văn Sáu chỉ đạo ngành Thuế tập trung thu nợ đọng.\n"
        "Kết thúc năm 2019, ngành Thuế tỉnh thu ngân sách 13.345 tỷ đồng, đạt 95% dự toán.\n"
    )
    assert [one.quote for one in read(text).directives] == ["tập trung thu nợ đọng"]


def test_what_is_needed_in_numbers_is_no_duty() -> None:
    text = (
        "Báo Hà Nội 12/5/2025\nPhó Chủ tịch UBND TP Hà Nội Lê Mạnh Tuấn nhấn mạnh, thành phố phải cải cách thủ tục. "
        "Để đạt mục tiêu, Hà Nội cần tới 170.000 doanh nghiệp nữa; cần khoảng 30.000 tỷ đồng vốn.\n"
    )
    assert [one.quote for one in read(text).directives] == ["cải cách thủ tục"]


@pytest.mark.parametrize(
    "place",
    ["tỉnh Vĩnh Phúc", "thành phố Cần Thơ", "huyện Giao Thủy", "huyện Cần Giuộc", "huyện Cần Giờ", "huyện Cần Đước"],
)
def test_a_place_whose_name_begins_with_a_word_of_duty_commands_as_others_do(place: str) -> None:
    text = f"Chủ tịch Ủy ban nhân dân {place} yêu cầu các phòng, ban rà soát nguồn thu trước ngày 15/6/2025."
    (order,) = read(text).directives
    assert (order.issuer, order.recipient) == (f"Chủ tịch Ủy ban nhân dân {place}", "các phòng, ban")
    assert order.quote == "rà soát nguồn thu trước ngày 15/6/2025"
