"""Who is told what in papers and in news of them: resolutions, notices, plans, telegrams, sessions of a council."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

DAY = "Hà Nam, ngày 10 tháng 12 năm 2024\n\n"
RESOLUTION = (
    f"HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/NQ-HĐND\n{DAY}NGHỊ QUYẾT\nVề nhiệm vụ năm 2025\n\n"
    "QUYẾT NGHỊ:\nĐiều 1. Mục tiêu\nGRDP tăng 10%.\n"
)
NOTICE = (
    f"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/TB-UBND\n{DAY}THÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND tỉnh Lê Văn An tại phiên họp tháng 11\n\nChủ tịch UBND tỉnh kết luận như sau:\n"
)
PLAN = f"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/KH-UBND\n{DAY}KẾ HOẠCH\nChuyển đổi số năm 2025\n\n"
NEWS = "Chủ tịch UBND tỉnh Hà Nam Lê Văn An kiểm tra công trình sáng 5/3. "


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


RESOLUTIONS = [
    # articles end the account of the first: the committee is to act, whatever the verb, and the council's own to watch
    (
        (
            "Điều 2. Ủy ban nhân dân tỉnh chịu trách nhiệm tổ chức thực hiện Nghị quyết.\n"
            "Điều 3. Thường trực Hội đồng nhân dân tỉnh, các Ban có trách nhiệm giám sát việc thực hiện Nghị quyết.\n"
            "Điều 4. Nghị quyết này có hiệu lực từ ngày ký.\n"
        ),
        ["chịu trách nhiệm tổ chức thực hiện Nghị quyết", "giám sát việc thực hiện Nghị quyết"],
    ),
    (
        (
            "Điều 2. Hội đồng nhân dân tỉnh giao:\n1. Ủy ban nhân dân tỉnh:\n"
            "a) Phân bổ vốn chi tiết trước ngày 31/12/2024;\nb) Báo cáo Hội đồng nhân dân tỉnh tại kỳ họp giữa năm.\n"
            "2. Thường trực Hội đồng nhân dân tỉnh giám sát.\n"
        ),
        [
            "Phân bổ vốn chi tiết trước ngày 31/12/2024",
            "Báo cáo Hội đồng nhân dân tỉnh tại kỳ họp giữa năm",
            "giám sát",
        ],
    ),
    # an item behind a dash may name who speaks; a sentence on goes on with it, though it stands among targets
    (
        (
            "Ghi chú:\n- Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh cụ thể hóa chỉ tiêu vào kế hoạch hằng năm.\n"
            "- Các Ban của Hội đồng nhân dân tỉnh giám sát việc thực hiện.\n"
        ),
        ["cụ thể hóa chỉ tiêu vào kế hoạch hằng năm", "giám sát việc thực hiện"],
    ),
    # in a council's paper what the committee does is an order
    (
        (
            "Điều 2. Thu ngân sách\nThu nội địa: 900 tỷ đồng.\n"
            "Ngoài ra, Ủy ban nhân dân tỉnh phấn đấu thu thêm 50 tỷ đồng tiền sử dụng đất.\n"
        ),
        ["phấn đấu thu thêm 50 tỷ đồng tiền sử dụng đất"],
    ),
    # principles and rules in the passive tell nobody
    (
        (
            "Điều 2. Nhiệm vụ và giải pháp chủ yếu\n1. Thực hành tiết kiệm chi thường xuyên.\n"
            "2. Phân bổ vốn theo nguyên tắc ưu tiên trả nợ.\n"
            "3. Việc phân bổ kinh phí được thực hiện theo Luật Ngân sách nhà nước.\n"
            "4. Trong năm, nếu có nguồn bổ sung sẽ được cân đối cho đầu tư.\n"
        ),
        ["Thực hành tiết kiệm chi thường xuyên"],
    ),
]


DECISION = (
    f"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 77/QĐ-UBND\n{DAY}QUYẾT ĐỊNH\nVề việc giao kế hoạch vốn năm 2025\n\n"
    "QUYẾT ĐỊNH:\nĐiều 1. Giao kế hoạch vốn 500 tỷ đồng cho 12 dự án.\n"
)


def test_articles_of_a_decision_tell_who_carries_it_out() -> None:
    found = read(
        f"{DECISION}Điều 2. Các chủ đầu tư giải ngân hết vốn trước ngày 31/12/2025; Sở Tài chính kiểm "
        "soát thanh toán.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
    ).directives
    assert [(one.recipient, one.quote) for one in found] == [
        ("Các chủ đầu tư", "giải ngân hết vốn trước ngày 31/12/2025"),
        ("Sở Tài chính", "kiểm soát thanh toán"),
    ]


@pytest.mark.parametrize(("text", "expected"), RESOLUTIONS)
def test_a_council_orders(text: str, expected: list[str]) -> None:
    found = read(RESOLUTION + text).directives
    assert [one.quote for one in found] == expected
    assert all((one.issuer or "").startswith("Hội đồng nhân dân tỉnh") for one in found)


NOTICES = [
    # the list is announced behind a task, with the speaker of the verb before; an item tells of several matters
    (
        (
            "1. Chủ tịch UBND tỉnh yêu cầu các sở nghiên cứu giải quyết kiến nghị của các đại biểu, đồng "
            "thời nhấn mạnh "
            "một số vấn đề sau:\n- Đẩy mạnh duy tu cầu, đường.\n"
            "- Đối với vốn vay; vốn trái phiếu (1.650 tỷ đồng): các chủ đầu tư tiếp tục chỉ đạo các ban "
            "quản lý dự án đôn "
            "đốc nhà thầu.\n"
        ),
        [
            "nghiên cứu giải quyết kiến nghị của các đại biểu",
            "Đẩy mạnh duy tu cầu, đường",
            "tiếp tục chỉ đạo các ban quản lý dự án đôn đốc nhà thầu",
        ],
    ),
    # a body that an item begins with is told, though it is to tell others; what it reports is part of the task
    (
        (
            "1. Sở Xây dựng chỉ đạo các huyện rà soát nhà tạm.\n"
            "2. Yêu cầu chủ đầu tư chậm giải ngân kiểm điểm người đứng đầu, báo cáo UBND tỉnh trước ngày 20/12/2024.\n"
            "3. Kho bạc Nhà nước Hà Nam thanh toán trong 03 ngày.\n"
        ),
        [
            "chỉ đạo các huyện rà soát nhà tạm",
            "kiểm điểm người đứng đầu, báo cáo UBND tỉnh trước ngày 20/12/2024",
            "thanh toán trong 03 ngày",
        ],
    ),
    # what stands under a body is its own work, though the verb also orders
    (
        (
            "1. Các chủ đầu tư:\n- Đôn đốc nhà thầu tăng ca;\n- Yêu cầu các nhà thầu bổ sung thiết bị.\n"
            "2. Chính quyền địa phương nơi chuyên gia làm việc phải giám sát y tế.\n"
        ),
        ["Đôn đốc nhà thầu tăng ca", "Yêu cầu các nhà thầu bổ sung thiết bị", "giám sát y tế"],
    ),
    # examples are no tasks of their own; tasks that a colon announces are
    (
        (
            "1. Sở Y tế chuẩn bị các điều kiện như: thuốc; đào tạo nhân lực; bảo đảm điện.\n"
            "2. Yêu cầu Sở Nội vụ thực hiện một số nội dung: Thứ nhất, lập đề án; thứ hai, sắp xếp tổ, đội.\n"
        ),
        [
            "chuẩn bị các điều kiện như: thuốc; đào tạo nhân lực; bảo đảm điện",
            "lập đề án",
            "sắp xếp tổ, đội",
        ],
    ),
    # praise, assent and answers to what somebody asked for hand out nothing
    (
        (
            "1. Biểu dương Sở Công Thương.\n2. Thống nhất đề nghị của Sở Xây dựng về việc gia hạn dự án kè sông Đáy.\n"
            "3. Các sở, nhất là các đơn vị có tỷ lệ giải ngân thấp, rà soát từng dự án.\n"
        ),
        ["rà soát từng dự án"],
    ),
    # what has been is told, a state is the reason of the order behind it, a refusal asks nothing
    (
        (
            "1. Thời gian qua, công tác cán bộ đạt kết quả tích cực.\n"
            "2. Tiến độ lập quy hoạch còn chậm, yêu cầu Viện Quy hoạch rút kinh nghiệm.\n"
            "3. Không xem xét bổ sung vốn cho các dự án chậm.\n4. Giao Sở Xây dựng (cơ quan thường trực) phối hợp "
            "với Công an tỉnh lập phương án; hằng tuần họp giao ban.\n"
        ),
        ["rút kinh nghiệm", "phối hợp với Công an tỉnh lập phương án", "hằng tuần họp giao ban"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOTICES)
def test_a_conclusion_orders(text: str, expected: list[str]) -> None:
    found = read(NOTICE + text).directives
    assert [one.quote for one in found] == expected
    assert {one.issuer for one in found} == {"Lê Văn An"}


def test_a_notice_copied_without_its_head_is_one() -> None:
    found = read(
        "Thông báo kết luận của Bộ trưởng Trần Văn Bình tại hội nghị tổng kết năm 2009.\n"
        "Ngày 11/01/2010, Bộ Công Thương tổ chức hội nghị tổng kết công tác năm 2009 với sự tham dự của các đơn vị.\n"
        "Bộ trưởng Trần Văn Bình đã kết luận như sau:\n"
        "1. Về quy hoạch\n- Vụ Kế hoạch chủ trì rà soát các quy hoạch đã duyệt.\n"
        "- Bộ Công Thương thẩm định các quy hoạch của tỉnh.\n- Các Sở Công Thương lập kế hoạch 5 năm.\n"
    )
    assert found.document.head.type == "notice"
    assert [(one.quote, one.recipient) for one in found.directives] == [
        ("chủ trì rà soát các quy hoạch đã duyệt", "Vụ Kế hoạch"),
        ("lập kế hoạch 5 năm", "Các Sở Công Thương"),
    ]  # what his own ministry does a minister only tells


STORIES = [
    # words in quotes within quotes, and those whom a number counts
    (
        "“Tỉnh phải mời những “đại bàng” về làm tổ”, ông nói. Ông mong 2 huyện Kim Bảng và Lý Nhân hỗ trợ nhau.",
        ["mời những “đại bàng” về làm tổ", "hỗ trợ nhau"],
    ),
    # what falls short is no task, nor is a promise that was made
    (
        "Theo ông Lê Văn An, chuyển dịch cơ cấu kinh tế còn chậm. Ông nhấn mạnh: phối hợp giữa các sở chưa chặt chẽ.",
        [],
    ),
    # a paper says what its signer asks for
    (
        (
            "Ông ký văn bản yêu cầu các huyện ứng phó bão. Văn bản nêu rõ: UBND các xã ven sông sơ tán dân "
            "trước 17 giờ; "
            "Công an tỉnh sẵn sàng cứu hộ."
        ),
        ["ứng phó bão", "sơ tán dân trước 17 giờ", "sẵn sàng cứu hộ"],
    ),
    # `theo đó` is nobody's view; a report that comes back is a task
    (
        (
            "Theo đó, Chủ tịch UBND tỉnh yêu cầu Công an tỉnh tổng kiểm tra các quán karaoke, vũ trường. "
            "Các huyện báo cáo hằng tuần."
        ),
        ["tổng kiểm tra các quán karaoke, vũ trường", "báo cáo hằng tuần"],
    ),
    (
        (
            "Ông yêu cầu các cấp ủy cần tập trung vào 2 nhiệm vụ: Một là, sắp xếp bộ máy. Hai là, chuẩn bị đại hội. "
            "Bộ Y tế trình cơ chế trước ngày 20/6."
        ),
        ["sắp xếp bộ máy", "chuẩn bị đại hội"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_leader_orders_in_news(text: str, expected: list[str]) -> None:
    assert [one.quote for one in read(NEWS + text).directives] == expected


def test_an_assembly_adopts_for_itself() -> None:
    found = read("Ngày 5/3/2025, Đại hội Đảng bộ tỉnh Hà Nam bế mạc. Đại hội thống nhất nâng mục tiêu GRDP lên 11%.")
    assert (found.directives, found.proposals) == ((), ())


def test_a_heading_of_the_charge_of_a_body_names_it() -> None:
    found = read(
        f"{PLAN}III. TRÁCH NHIỆM THỰC HIỆN\n1. Trách nhiệm của Sở Y tế\n"
        "- Chỉ đạo các bệnh viện dùng bệnh án điện tử.\n2. Trách nhiệm của UBND cấp xã\n- Vận động người dân cài đặt.\n"
    )
    assert [(one.quote, one.recipient) for one in found.directives] == [
        ("Chỉ đạo các bệnh viện dùng bệnh án điện tử", "Sở Y tế"),
        ("Vận động người dân cài đặt", "UBND cấp xã"),
    ]


def test_labels_under_items_are_of_the_items() -> None:
    found = read(
        f"{PLAN}II. NHIỆM VỤ\n1. Nghiên cứu giải pháp thu hút nhân lực.\n- Trình chính sách tuyển dụng.\n"
        "Cơ quan chủ trì: Sở Nội vụ.\n- Ra mắt trợ lý ảo.\nCơ quan chủ trì: Sở Tư pháp.\n"
    )
    assert [(one.quote, one.recipient) for one in found.directives] == [
        ("Trình chính sách tuyển dụng", "Sở Nội vụ"),
        ("Ra mắt trợ lý ảo", "Sở Tư pháp"),
    ]


PUT_BEFORE = [
    (
        (
            "HĐND tỉnh Hà Nam họp sáng 5/3. Kỳ họp xem xét các Tờ trình của UBND tỉnh về: điều chỉnh dự "
            "toán năm 2025; sửa "
            "đổi bảng giá đất và quyết định một số nội dung khác."
        ),
        [("điều chỉnh dự toán năm 2025", "UBND tỉnh Hà Nam"), ("sửa đổi bảng giá đất", "UBND tỉnh Hà Nam")],
    ),
    (
        (
            "HĐND tỉnh Hà Nam họp sáng 5/3. Thừa ủy quyền Chủ tịch UBND tỉnh, Giám đốc Sở Tài chính Lê Văn "
            "Sáu trình bày "
            "Tờ trình số 12/TTr-UBND ngày 1/3/2025 đề nghị bổ sung kế hoạch đầu tư công."
        ),
        [("bổ sung kế hoạch đầu tư công", "UBND tỉnh Hà Nam")],
    ),
    (
        (
            f"{RESOLUTION}Xét Báo cáo số 9/BC-UBND ngày 01/12/2024 và Tờ trình số 8/TTr-UBND ngày 02/12/2024 "
            "của Ủy ban "
            "nhân dân tỉnh,\n"
        ),
        [("Tờ trình số 8/TTr-UBND ngày 02/12/2024 của Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Hà Nam")],
    ),
    (
        (
            f"{RESOLUTION}Xét đề nghị của Ủy ban nhân dân tỉnh về kế hoạch vốn ngân sách tập trung năm 2025; "
            "Báo cáo thẩm "
            "tra của Ban Kinh tế - Ngân sách,\n"
        ),
        [("kế hoạch vốn ngân sách tập trung năm 2025", "Ủy ban nhân dân tỉnh Hà Nam")],
    ),
    (
        (
            f"{NOTICE}3. Về kiến nghị của các đơn vị\nĐối với đề nghị của huyện Kim Bảng về bổ sung 120 tỷ "
            "đồng xây hồ: "
            "giao Sở Tài chính thẩm định.\n"
        ),
        [("bổ sung 120 tỷ đồng xây hồ", "huyện Kim Bảng")],
    ),
    (
        (
            "Ngày 5/3/2024, Thủ tướng Phạm Văn Bốn làm việc tại Hà Nam. Chủ tịch UBND tỉnh Lê Văn An đã nêu "
            "2 kiến nghị: "
            "hỗ trợ nạo vét sông Châu; phân cấp cho tỉnh phê duyệt dự án."
        ),
        [("hỗ trợ nạo vét sông Châu", "tỉnh Hà Nam"), ("phân cấp cho tỉnh phê duyệt dự án", "tỉnh Hà Nam")],
    ),
    (
        (
            "Ngày 5/3/2024, Phó Chủ tịch UBND tỉnh Trần Văn Tư tiếp xúc cử tri. Cử tri Nguyễn Văn Ba (xã "
            "Nhân Thịnh) mong "
            "muốn sớm có chợ mới."
        ),
        [("sớm có chợ mới", "Nguyễn Văn Ba")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PUT_BEFORE)
def test_what_is_put_before_who_decides(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.quote, one.proposer) for one in read(text).proposals] == expected


HELD = [
    (
        (
            "HĐND tỉnh miễn nhiệm chức danh Ủy viên UBND tỉnh nhiệm kỳ 2021 - 2026 đối với các ông: Lê Văn "
            "An - nguyên Giám "
            "đốc Sở Y tế, nghỉ hưu; Trần Văn Bình."
        ),
        {
            ("Lê Văn An", "Ủy viên UBND tỉnh"),
            ("Lê Văn An", "nguyên Giám đốc Sở Y tế"),
            ("Trần Văn Bình", "Ủy viên UBND tỉnh"),
        },
    ),
    (
        "HĐND tỉnh bầu ông Lê Văn An, bà Trần Thị Ba và ông Phạm Văn Sáu giữ chức Ủy viên UBND tỉnh khóa XIII.",
        {(name, "Ủy viên UBND tỉnh") for name in ("Lê Văn An", "Trần Thị Ba", "Phạm Văn Sáu")},
    ),
    (
        "HĐND tỉnh bầu bổ sung 2 Ủy viên UBND tỉnh, gồm các ông, bà: Lê Văn An và Trần Thị Ba.",
        {("Lê Văn An", "Ủy viên UBND tỉnh"), ("Trần Thị Ba", "Ủy viên UBND tỉnh")},
    ),
    (
        (
            "Hồ Quốc Cường - Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh và các Phó Chủ tịch HĐND tỉnh Đoàn Văn Phi, Lê Thị Hoa "
            "chủ trì."
        ),
        {
            ("Hồ Quốc Cường", "Bí thư Tỉnh ủy"),
            ("Hồ Quốc Cường", "Chủ tịch HĐND tỉnh"),
            ("Đoàn Văn Phi", "Phó Chủ tịch HĐND tỉnh"),
            ("Lê Thị Hoa", "Phó Chủ tịch HĐND tỉnh"),
        },
    ),
    (
        "Dự họp có Phạm Thành Nam, Lê Thị Lam - Phó Chủ tịch HĐND tỉnh.",
        {("Phạm Thành Nam", "Phó Chủ tịch HĐND tỉnh"), ("Lê Thị Lam", "Phó Chủ tịch HĐND tỉnh")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_offices_given_and_taken(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(one.name, one.position) for one in read(text).people} == expected


def test_a_law_that_amends_two_has_its_own_day() -> None:
    found = read(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một "
        "số điều của Luật "
        "Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;"
    ).references
    assert [(one.quote.rpartition("Luật ")[2], one.date) for one in found] == [
        ("Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "2015-06-19"),
        ("Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019", "2019-11-22"),
        ("Tổ chức Chính phủ", None),
        ("Tổ chức chính quyền địa phương", "2015-06-19"),
    ]


def test_what_a_title_names_on_its_way_is_cited_too() -> None:
    found = read(
        "Thực hiện Nghị quyết số 01/NQ-CP ngày 05/01/2024 của Chính phủ về nhiệm vụ chủ yếu thực hiện "
        "Kế hoạch phát triển "
        "kinh tế - xã hội và Dự toán ngân sách nhà nước năm 2024, UBND tỉnh họp."
    ).references
    assert [one.quote for one in found][1:] == [
        "Kế hoạch phát triển kinh tế - xã hội",
        "Dự toán ngân sách nhà nước năm 2024",
    ]


def test_things_built_far_from_a_whole_are_no_parts_of_it() -> None:
    found = read(
        "Đến nay, tỉnh có 185 dự án. Trong tổng số 185 dự án, đã có 125 dự án đi vào hoạt động. Khu "
        "công nghiệp rộng 90 "
        "ha. Hạ tầng đã xong. Nhà đầu tư đến từ nhiều nước. Tỉnh trao giấy phép cho 14 dự án đầu tư trong nước."
    ).tallies
    assert [(one.done, one.total) for one in found] == [(125, 185)]
