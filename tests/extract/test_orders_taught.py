"""Who is told what behind topics, leads and names that hold a verb; plans behind decisions; who asks and for what."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

NOTICE = (
    "ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH\nSố: 61/TB-UBND\nBình Định, ngày 14 tháng 5 năm 2024\n\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND tỉnh Phạm Văn Lộc tại phiên họp tháng 5\n\nChủ tịch UBND tỉnh kết luận như sau:\n"
)
DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH\nSố: 1571/QĐ-UBND\nBình Định, ngày 14 tháng 5 năm 2024\n\nQUYẾT ĐỊNH\n"
    "Ban hành Kế hoạch trồng rừng ven biển\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng ven biển.\n"
    "Điều 2. Giao Chi cục Kiểm lâm theo dõi.\n\nNơi nhận:\n- Như Điều 2;\n- Sở Tài chính lưu hồ sơ;\n\n"
)
ANNEX = "(Ban hành kèm theo Quyết định số 1571/QĐ-UBND ngày 14 tháng 5 năm 2024 của UBND tỉnh)\n\n"


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


def told(text: str) -> list[tuple[str | None, str]]:
    return [(one.recipient, one.quote) for one in read(text).directives]


ITEMS = [
    # who heads a matter is told so, and what else they do
    (
        "1. Sở Y tế là cơ quan thường trực, theo dõi, đôn đốc; tham mưu sơ kết vào tháng 12/2024.",
        [
            ("Sở Y tế", "là cơ quan thường trực, theo dõi, đôn đốc"),
            ("Sở Y tế", "tham mưu sơ kết vào tháng 12/2024"),
        ],
    ),
    ("1. Sở Y tế là đơn vị đầu mối tổng hợp.", [("Sở Y tế", "là đơn vị đầu mối tổng hợp")]),
    # a topic before the name of a body
    ("1. Làm sạch dữ liệu: Công an tỉnh đối chiếu hồ sơ hộ tịch.", [("Công an tỉnh", "đối chiếu hồ sơ hộ tịch")]),
    # a topic by itself is no task
    ("1. Về đầu tư công. Sở Tài chính rà soát nguồn vốn.", [("Sở Tài chính", "rà soát nguồn vốn")]),
    # bodies of the Party, forces whose names end as a unit's, premises
    (
        "1. Đảng đoàn HĐND tỉnh lãnh đạo, chỉ đạo công tác giám sát.",
        [("Đảng đoàn HĐND tỉnh", "lãnh đạo, chỉ đạo công tác giám sát")],
    ),
    (
        "1. Lực lượng Biên phòng kiểm soát tàu xuất bến; các cảng cá ghi nhật ký bốc dỡ.",
        [("Lực lượng Biên phòng", "kiểm soát tàu xuất bến"), ("các cảng cá", "ghi nhật ký bốc dỡ")],
    ),
    ("1. Các cơ sở lưu trú niêm yết giá phòng.", [("Các cơ sở lưu trú", "niêm yết giá phòng")]),
    ("1. Cơ sở hạ tầng tiếp tục được đầu tư.", []),
    # a word before a number is the verb, though no list has it
    ("1. Ban Quản lý dự án điều 02 máy xúc.", [("Ban Quản lý dự án", "điều 02 máy xúc")]),
    # by what field
    (
        "1. Các Phó Chủ tịch UBND tỉnh theo lĩnh vực phụ trách chỉ đạo, kiểm tra cơ sở.",
        [("Các Phó Chủ tịch UBND tỉnh", "chỉ đạo, kiểm tra cơ sở")],
    ),
]


@pytest.mark.parametrize(("item", "expected"), ITEMS)
def test_who_is_told_what_in_an_item(item: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"{NOTICE}{item}\n2. Sở Nội vụ lập danh sách.\n") == [*expected, ("Sở Nội vụ", "lập danh sách")]


def test_a_plan_behind_a_decision_gives_its_tasks() -> None:
    plan = (
        f"KẾ HOẠCH\nTrồng rừng ven biển\n{ANNEX}I. MỤC TIÊU\n1. Trồng 120 ha phi lao.\nII. NHIỆM VỤ\n"
        "- Sở Xây dựng rà soát quy hoạch bãi tắm.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Cân đối kinh phí.\n"
    )
    first = ("Chi cục Kiểm lâm", "theo dõi")
    assert told(DECISION + plan) == [
        first,
        ("Sở Xây dựng", "rà soát quy hoạch bãi tắm"),
        ("Sở Tài chính", "Cân đối kinh phí"),
    ]
    assert told(DECISION + plan.replace("TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG")) == told(DECISION + plan)
    assert told(f"{DECISION}QUY CHẾ\nQuản lý rừng\n{ANNEX}Điều 1. Sở Tài chính cân đối kinh phí.\n") == [first]


def test_a_day_is_due_by_its_feast() -> None:
    found = read(f"{NOTICE}1. Hoàn thành xóa 50 nhà tạm trước dịp Quốc khánh 2/9.\n").directives
    assert [one.deadline for one in found] == ["by:2024-09-01"]


MINUTES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBIÊN BẢN\n"
    "Họp giao ban UBND huyện Ba Bể tuần 32 năm 2023\n\nThời gian: 8 giờ 00, ngày 14/8/2023.\n"
    "Thư ký: Đồng chí Lý Thị Mai - Chuyên viên Văn phòng HĐND - UBND huyện.\n"
    "1. Đồng chí Hoàng A Páo - Chủ tịch UBND xã Nam Mẫu phản ánh cầu treo hư hỏng, kiến nghị huyện cấp cáp mới.\n"
)


def test_minutes_tell_of_their_district_and_of_who_asks() -> None:
    found = read(MINUTES)
    assert found.document.head.area == "Ba Bể"
    assert [(one.proposer, one.recipient, one.quote) for one in found.proposals] == [
        ("Hoàng A Páo", "huyện", "cấp cáp mới")
    ]
    positions = {(one.name, one.position) for one in found.people}
    assert ("Hoàng A Páo", "Chủ tịch UBND xã Nam Mẫu") in positions
    assert ("Lý Thị Mai", "Chuyên viên Văn phòng HĐND - UBND huyện") in positions


REPLIES = (
    "VĂN PHÒNG CHÍNH PHỦ\n-------\nSố: 114/TB-VPCP\nHà Nội, ngày 16 tháng 5 năm 2024\n\nTHÔNG BÁO\n"
    "Kết luận của Thủ tướng Chính phủ Lê Văn Quý tại buổi làm việc với lãnh đạo tỉnh Kon Tum\n\n"
    "Thủ tướng Chính phủ Lê Văn Quý kết luận như sau:\n"
    "I. NHIỆM VỤ\nCơ bản nhất trí với phương hướng, nhiệm vụ Tỉnh đề ra, đồng thời nhấn mạnh một số nội dung:\n"
    "1. Đẩy mạnh cải cách hành chính.\n"
    "II. VỀ MỘT SỐ ĐỀ NGHỊ CỦA TỈNH\n"
    "1. Về bổ sung chỉ tiêu đất quốc phòng: Đồng ý về nguyên tắc, Tỉnh phối hợp với Bộ Quốc phòng rà soát.\n"
    "2. Về cơ chế cho cửa khẩu Bờ Y: Bộ Tài chính nghiên cứu, trả lời Tỉnh trước ngày 30 tháng 6 năm 2024.\n"
)


def test_an_agreement_in_principle_grants_the_wish_and_orders_the_rest() -> None:
    found = read(REPLIES)
    assert [(one.recipient, one.quote, one.kind) for one in found.directives] == [
        (None, "Đẩy mạnh cải cách hành chính", "instruct"),
        ("tỉnh Kon Tum", "phối hợp với Bộ Quốc phòng rà soát", "instruct"),
        ("Bộ Tài chính", "nghiên cứu, trả lời Tỉnh trước ngày 30 tháng 6 năm 2024", "instruct"),
    ]
    assert [(one.quote, one.status, one.handled_by) for one in found.proposals] == [
        ("bổ sung chỉ tiêu đất quốc phòng", "accepted", None),
        ("cơ chế cho cửa khẩu Bờ Y", "forwarded", "Bộ Tài chính"),
    ]


NEWS = "Sáng 28/6/2024, Phó Chủ tịch UBND tỉnh Gia Lai Trần Văn Quang tiếp xúc cử tri xã Ia Dom.\n"
SAID = [
    # the one of several whom the first order is for; what is to be done only if need be is part of the task
    (
        "Ông yêu cầu các đơn vị: Sở Y tế bổ sung thuốc; Công an tỉnh vận động, nếu cần thì cưỡng chế, xong trước 15/7.",
        [
            ("Sở Y tế", "bổ sung thuốc"),
            ("Công an tỉnh", "vận động, nếu cần thì cưỡng chế, xong trước 15/7"),
        ],
    ),
    # a duty to answer for something
    (
        "Phó Chủ tịch UBND tỉnh nhấn mạnh: Người đứng đầu các xã phải chịu trách nhiệm về tiến độ.",
        [("Người đứng đầu các xã", "chịu trách nhiệm về tiến độ")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_who_is_told_in_the_news(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(NEWS + sentence) == expected


def test_a_voter_hopes_to_be_given_something() -> None:
    found = read(f"{NEWS}Cử tri Ngô Thị Lành mong muốn được cấp giấy chứng nhận đất cho 32 hộ làng Bi.").proposals
    assert [one.proposer for one in found] == ["Ngô Thị Lành"]


def test_a_district_committee_of_the_party_has_its_name_and_place() -> None:
    head = read(
        "ĐẢNG BỘ TỈNH HÀ GIANG\nHUYỆN ỦY MÈO VẠC\n*\nSố 18-NQ/HU\nMèo Vạc, ngày 10 tháng 7 năm 2022\n\nNGHỊ QUYẾT\n"
        "CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN\nvề phát triển du lịch\n\n1. Đón 150.000 lượt khách.\n"
    ).document.head
    assert (head.issuer, head.area) == ("Huyện ủy Mèo Vạc", "Mèo Vạc")


def test_a_short_name_with_its_own_office_ends_the_title_before() -> None:
    found = read(
        "Các ông Rah Lan Chung, Phó Chủ tịch UBND tỉnh và Siu Nga, Trưởng Ban Dân tộc HĐND tỉnh dự họp."
    ).people
    assert ("Rah Lan Chung", "Phó Chủ tịch UBND tỉnh") in {(one.name, one.position) for one in found}


ANSWERS = [
    # the wish begins behind a colon; those who report and ask are granted no task
    (
        "1. Đồng ý đề xuất của UBND huyện Phù Cát: không thu hồi 2,5 ha đất lúa tại xã Cát Tân.",
        [],
        [("UBND huyện Phù Cát", "không thu hồi 2,5 ha đất lúa tại xã Cát Tân", "accepted", None)],
    ),
    ("1. Nhất trí thông qua dự thảo Kế hoạch do Sở Nội vụ trình.", [], []),
    ("1. Thống nhất với kết quả rà soát của Sở Xây dựng.", [], []),
    # who is let do something is told so
    (
        "1. Chấp thuận cho Công ty TNHH Hòa Phát khảo sát, lập quy hoạch khu đô thị phía Tây.",
        [("Công ty TNHH Hòa Phát", "khảo sát, lập quy hoạch khu đô thị phía Tây", "agree")],
        [(None, "khảo sát, lập quy hoạch khu đô thị phía Tây", "accepted", None)],
    ),
    # a wish told only where somebody is to look at it, or where it is refused
    (
        "1. Giao Sở Tài chính xem xét đề nghị của Bệnh viện Đa khoa tỉnh về bổ sung kinh phí mua thuốc.",
        [
            (
                "Sở Tài chính",
                "xem xét đề nghị của Bệnh viện Đa khoa tỉnh về bổ sung kinh phí mua thuốc",
                "instruct",
            )
        ],
        [("Bệnh viện Đa khoa tỉnh Bình Định", "bổ sung kinh phí mua thuốc", "forwarded", "Sở Tài chính")],
    ),
    (
        "1. Về kiến nghị hỗ trợ lãi suất của Hiệp hội Doanh nghiệp tỉnh: không xem xét do ngoài quy định.",
        [],
        [("Hiệp hội Doanh nghiệp tỉnh Bình Định", "hỗ trợ lãi suất", "rejected", None)],
    ),
]


@pytest.mark.parametrize(("item", "orders", "wishes"), ANSWERS)
def test_what_a_conclusion_answers(
    item: str, orders: list[tuple[str, str, str]], wishes: list[tuple[str | None, str, str, str | None]]
) -> None:
    found = read(f"{NOTICE}{item}\n2. Sở Nội vụ lập danh sách.\n")
    told = [(one.recipient, one.quote, one.kind) for one in found.directives]
    assert told == [*orders, ("Sở Nội vụ", "lập danh sách", "instruct")]
    assert [(one.proposer, one.quote, one.status, one.handled_by) for one in found.proposals] == wishes
    assert {one.recipient for one in found.proposals} <= {"Phạm Văn Lộc"}


def test_tasks_are_given_to_one_after_the_other() -> None:
    assert told(
        f"{NEWS}Phó Chủ tịch UBND tỉnh giao nhiệm vụ cụ thể cho từng ngành: ngành Công Thương phải khởi công cụm công "
        "nghiệp Ia Pa; ngành Nông nghiệp chuyển đổi 500 ha đất lúa.\n"
    ) == [
        ("ngành Công Thương", "khởi công cụm công nghiệp Ia Pa"),
        ("ngành Nông nghiệp", "chuyển đổi 500 ha đất lúa"),
    ]


def test_agreement_with_all_wishes_grants_each() -> None:
    found = read(
        "Ngày 6/3/2023, Bí thư Tỉnh ủy Trà Vinh Lê Văn Thịnh làm việc với Huyện ủy Cầu Kè.\n"
        "Huyện đề nghị tỉnh hỗ trợ 45 tỷ đồng nâng cấp đê bao; kiến nghị Sở Giáo dục và Đào tạo bổ sung 40 giáo viên.\n"
        "Bí thư Tỉnh ủy thống nhất với những kiến nghị của huyện, giao UBND tỉnh xem xét vốn nâng cấp đê bao.\n"
    ).proposals
    assert [(one.proposer, one.status, one.handled_by) for one in found] == [
        ("Huyện", "accepted", "UBND tỉnh"),
        ("Huyện", "accepted", None),
        ("huyện", "accepted", None),
    ]


def test_what_a_rule_shares_out_is_asked_of_nobody() -> None:
    letter = (
        "BỘ Y TẾ\nSố: 812/BYT-KH\nHà Nội, ngày 20 tháng 6 năm 2024\nV/v trả lời kiến nghị\n\n"
        "Kính gửi: Đoàn đại biểu Quốc hội tỉnh Cao Bằng\n\n"
        "Về trang thiết bị, theo phân cấp, UBND tỉnh có trách nhiệm bố trí kinh phí.\n"
    )
    assert (read(letter).directives, read(letter).proposals) == ((), ())


CARRIED = (
    "1. Sở Nội vụ:\na) Hằng tháng công bố kết quả;\n"
    "b) Chịu trách nhiệm trước Chủ tịch UBND tỉnh về số liệu báo cáo.\n"
    "2. Sở Tài nguyên và Môi trường (cơ quan chủ trì), Sở Xây dựng hoàn thành bảng giá đất.\n"
    "3. Các chủ đầu tư tập trung hoàn ứng.\n"
    "4. Thời hạn hoàn thành: trước 31/3/2025.\n"
    "5. Thanh tra tỉnh tiến hành thanh tra đột xuất.\n"
)


def test_the_one_to_answer_to_does_not_speak() -> None:
    found = read(NOTICE + CARRIED).directives
    assert [(one.recipient, one.quote, one.deadline) for one in found] == [
        ("Sở Nội vụ", "Hằng tháng công bố kết quả", None),
        ("Sở Nội vụ", "Chịu trách nhiệm trước Chủ tịch UBND tỉnh về số liệu báo cáo", None),
        ("Sở Tài nguyên và Môi trường", "hoàn thành bảng giá đất", None),
        ("Các chủ đầu tư", "tập trung hoàn ứng", None),
        ("Thanh tra tỉnh", "tiến hành thanh tra đột xuất", None),
    ]
    assert {one.issuer for one in found} == {"Phạm Văn Lộc"}


def test_a_firm_hopes_to_be_allowed_something() -> None:
    found = read(f"{NEWS}Đại diện Tập đoàn Sao Mai bày tỏ mong muốn được đầu tư khu đô thị 450 ha.").proposals
    assert [(one.proposer, one.quote) for one in found] == [("Tập đoàn Sao Mai", "được đầu tư khu đô thị 450 ha")]
