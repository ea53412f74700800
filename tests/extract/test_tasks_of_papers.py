"""Whose tasks a paper hands out: accounts before the command, heads of lists, offices said by their work."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

TELEGRAM = (
    "THỦ TƯỚNG CHÍNH PHỦ\n-------\nSố: 28/CĐ-TTg\nHà Nội, ngày 5 tháng 6 năm 2024\n\nCÔNG ĐIỆN\n"
    "Về việc bảo đảm an toàn hồ chứa\n\nThời gian qua mưa lớn liên tiếp. Hồ chứa nhỏ cần được sửa chữa kịp thời.\n"
)
LISTS = (
    f"{TELEGRAM}Thủ tướng Chính phủ yêu cầu Bộ trưởng các bộ, Chủ tịch Ủy ban nhân dân các tỉnh tập trung "
    "thực hiện các nhiệm vụ sau:\n"
)
NOTICE = (
    "VĂN PHÒNG CHÍNH PHỦ\n-------\nSố: 91/TB-VPCP\nHà Nội, ngày 24 tháng 11 năm 2024\n\nTHÔNG BÁO\n"
    "Kết luận của Phó Thủ tướng Trần Văn Ba tại buổi làm việc với tỉnh Hà Nam\n\n"
    "Ngày 20 tháng 11 năm 2024, Phó Thủ tướng Trần Văn Ba làm việc tại tỉnh Hà Nam. {account}\n"
    "Sau khi nghe báo cáo, Phó Thủ tướng Trần Văn Ba kết luận như sau:\n"
)
DISTRICT = (
    "Chỉ thị về việc tăng cường quản lý vỉa hè trên địa bàn quận\nVỉa hè nhiều nơi còn bị lấn chiếm. "
    "Cơ quan có trách nhiệm giải quyết khiếu nại theo luật.\nỦy ban nhân dân quận yêu cầu các phòng, ban, "
    "Ủy ban nhân dân 12 phường thực hiện các nội dung như sau:\n"
)


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


def told(text: str) -> list[tuple[str, str | None]]:
    return [(one.quote, one.recipient) for one in read(text).directives]


WHO = [
    # by what office: words of course between who is told and the task
    (
        (
            "1. Bộ Y tế theo chức năng, nhiệm vụ được giao chủ trì, phối hợp với Bộ Tài chính bảo đảm thuốc men.\n"
            "2. Bộ Nội vụ theo chức năng, nhiệm vụ được giao theo dõi việc thực hiện Công điện này.\n"
            "3. Văn phòng Chính phủ, trong phạm vi chức năng, nhiệm vụ của mình, đôn đốc các địa phương.\n"
        ),
        [
            ("chủ trì, phối hợp với Bộ Tài chính bảo đảm thuốc men", "Bộ Y tế"),
            ("theo dõi việc thực hiện Công điện này", "Bộ Nội vụ"),
            ("đôn đốc các địa phương", "Văn phòng Chính phủ"),
        ],
    ),
    # whom most of all
    (
        (
            "1. Bí thư, Chủ tịch Ủy ban nhân dân các tỉnh miền núi, nhất là các tỉnh: Sơn La, Điện Biên, Lai Châu tiếp "
            "tục rà soát các điểm sạt lở.\n2. Cán bộ, lãnh đạo địa phương phải chịu trách nhiệm nếu để xảy "
            "ra tai nạn.\n"
            "3. Bộ Công an và các cơ quan, tổ chức có liên quan tiếp tục ứng trực.\n"
        ),
        [
            (
                "tiếp tục rà soát các điểm sạt lở",
                "Bí thư, Chủ tịch Ủy ban nhân dân các tỉnh miền núi, nhất là các tỉnh: Sơn La, Điện Biên, Lai Châu",
            ),
            ("chịu trách nhiệm nếu để xảy ra tai nạn", "Cán bộ, lãnh đạo địa phương"),
            ("tiếp tục ứng trực", "Bộ Công an và các cơ quan, tổ chức có liên quan"),
        ],
    ),
    # Roman numbers in brackets open items; what a body does to others is its task
    (
        (
            "(i) Bộ Y tế bảo đảm thuốc men.\n(ii) Chủ đầu tư phối hợp với các xã hoàn thành kè.\n"
            "(iii) Giao Bộ Tài chính bố trí kinh phí.\n"
            "(iv) Phân công nhiệm vụ cụ thể cho lãnh đạo tỉnh trực tiếp chỉ đạo, theo dõi từng công trình.\n"
        ),
        [
            ("bảo đảm thuốc men", "Bộ Y tế"),
            ("phối hợp với các xã hoàn thành kè", "Chủ đầu tư"),
            ("bố trí kinh phí", "Bộ Tài chính"),
        ],
    ),
]


@pytest.mark.parametrize(("items", "expected"), WHO)
def test_who_is_told_in_the_items_of_a_telegram(items: str, expected: list[tuple[str, str]]) -> None:
    found = read(LISTS + items).directives
    assert [(one.quote, one.recipient) for one in found][: len(expected)] == expected
    assert {one.issuer for one in found} == {"Thủ tướng Chính phủ"}


def test_a_task_that_spells_out_more_stands_before_its_list() -> None:
    found = told(
        f"{TELEGRAM}Thủ tướng Chính phủ yêu cầu lãnh đạo các bộ, ngành tập trung khắc phục nhanh hậu quả bão, trong đó "
        "tập trung một số nhiệm vụ cụ thể sau:\n1. Bộ Công an:\na) Huy động lực lượng tại chỗ.\n"
    )
    assert [quote for quote, _ in found] == [
        "tập trung khắc phục nhanh hậu quả bão",
        "Huy động lực lượng tại chỗ",
    ]


ACCOUNTS = [
    # what has to be done before the command is how things are
    (
        "Hạn chế này cần được khắc phục. Đồng thời phải quản lý chặt mùa vụ vì tôm chết nhiều.",
        "1. Rà soát các chỉ tiêu được giao.\n",
        ["Rà soát các chỉ tiêu được giao"],
    ),
    # an account under its heading comes to tasks
    (
        "Cùng dự có lãnh đạo Bộ Y tế.",
        (
            "I. ĐÁNH GIÁ CHUNG\nTỉnh đã đạt kết quả khá, thu ngân sách tăng 8%.\nĐể hoàn thành kế hoạch "
            "năm, tỉnh Hà Nam "
            "cần tập trung thực hiện tốt một số nhiệm vụ, giải pháp sau đây:\n1. Rà soát từng dự án.\n"
            "Ủy ban nhân dân tỉnh chỉ đạo các sở bám sát cơ sở.\n"
        ),
        ["Rà soát từng dự án", "chỉ đạo các sở bám sát cơ sở"],
    ),
    (
        "Cùng dự có lãnh đạo Bộ Y tế.",
        (
            "I. ĐÁNH GIÁ CHUNG\nTỉnh đã đạt kết quả khá, thu ngân sách tăng 8%.\nTrong thời gian tới, Tỉnh "
            "tổ chức thực "
            "hiện nghiêm các chỉ tiêu được giao; xây dựng kịch bản tăng trưởng.\nII. VỀ KIẾN NGHỊ\n"
        ),
        ["tổ chức thực hiện nghiêm các chỉ tiêu được giao", "xây dựng kịch bản tăng trưởng"],
    ),
]


@pytest.mark.parametrize(("account", "items", "expected"), ACCOUNTS)
def test_accounts_end_where_tasks_begin(account: str, items: str, expected: list[str]) -> None:
    found = read(NOTICE.format(account=account) + items).directives
    assert [one.quote for one in found] == expected
    assert {one.issuer for one in found} == {"Trần Văn Ba"}


HEADS = [
    (
        (
            "1. Tăng cường các biện pháp quản lý vỉa hè:\nHàng năm tổ chức ra quân vào tháng 3.\n"
            "2. Phân công thực hiện:\n2.1 Phòng Y tế:\n- Chủ trì kiểm tra hàng rong.\n"
            "2.2 Phòng Kinh tế, Đội Quản lý thị trường 5:\nTăng cường kiểm tra chợ cóc.\n"
        ),
        ["các phòng, ban, Ủy ban nhân dân 12 phường", "Phòng Y tế", "Phòng Kinh tế, Đội Quản lý thị trường 5"],
    ),
    (
        (
            "1. Giao Trưởng phòng Quản lý đô thị:\na) Tổ chức kẻ vạch đỗ xe.\nThỏa thuận việc sửa hè với các chủ nhà.\n"
            "b) Lập danh mục tuyến phố mẫu.\n2. Giao Trưởng Công an quận:\na) Xử phạt xe đỗ sai.\n"
        ),
        ["Trưởng phòng Quản lý đô thị", "Trưởng phòng Quản lý đô thị", "Trưởng Công an quận"],
    ),
    (
        (
            "1. Thủ trưởng các đơn vị thuộc quận, trong phạm vi chức năng, nhiệm vụ, quyền hạn của mình có "
            "trách nhiệm sau "
            "đây:\na) Quán triệt Chỉ thị này đến công chức.\n2. Vụ Pháp luật dân sự - kinh tế\n"
            "Phối hợp với Cục Hóa chất ban hành danh mục.\n"
        ),
        ["Thủ trưởng các đơn vị thuộc quận", "Vụ Pháp luật dân sự - kinh tế"],
    ),
    (
        (
            "1. Cơ quan được giao chủ trì soạn thảo văn bản có trách nhiệm tuân thủ đúng quy trình.\n"
            "2. Báo cáo tiến độ soạn thảo là nội dung bắt buộc trong báo cáo quý.\n"
            "3. Trước hết, cán bộ, đảng viên, đặc biệt là người đứng đầu cơ quan, đơn vị phải tự giác làm gương.\n"
        ),
        ["Cơ quan được giao", "cán bộ, đảng viên, đặc biệt là người đứng đầu cơ quan, đơn vị"],
    ),
]


@pytest.mark.parametrize(("items", "expected"), HEADS)
def test_who_heads_the_lists_of_a_directive(items: str, expected: list[str]) -> None:
    assert [recipient for _, recipient in told(DISTRICT + items)] == expected


GIVERS = [
    (
        (
            "Chỉ thị về phòng cháy rừng mùa khô năm 2012\nNăm 2011, công tác này đạt kết quả khá.\nĐể làm "
            "tốt hơn, yêu cầu "
            "Ủy ban nhân dân các huyện; Thủ trưởng các sở, ban, ngành của tỉnh thực hiện những nội dung sau:\n1.\n"
            "Quán triệt các văn bản về rừng:\nTổ chức học tập luật cho dân.\nCấp xã tổ chức tuần tra hằng ngày.\n"
        ),
        "Ủy ban nhân dân tỉnh",
        2,
    ),
    (
        (
            "Chỉ thị về an toàn lao động trong các nhà máy xi măng\nXảy ra nhiều vụ tai nạn.\nĐể khắc phục, "
            "yêu cầu Thủ "
            "trưởng các Vụ, Cục thuộc Bộ Xây dựng thực hiện các nội dung sau:\n1. Rà soát quy trình vận hành lò nung.\n"
        ),
        "Bộ Xây dựng",
        1,
    ),
    (
        (
            "Chỉ thị về việc tiết kiệm điện\nYêu cầu các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh "
            "thực hiện ngay các "
            "biện pháp sau:\n1. Tắt bớt đèn chiếu sáng công cộng.\n2. Bộ Công Thương kiểm tra các hộ dùng điện lớn.\n"
        ),
        "Thủ tướng Chính phủ",
        2,
    ),
]


@pytest.mark.parametrize(("text", "issuer", "count"), GIVERS)
def test_who_commands_without_being_named_stands_above_those_told(text: str, issuer: str, count: int) -> None:
    assert [one.issuer for one in read(text).directives] == [issuer] * count


def test_targets_with_an_equals_sign_and_results_are_no_tasks() -> None:
    targets = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\nNGHỊ QUYẾT\nVề nhiệm vụ năm 1997\nQUYẾT NGHỊ:\nĐiều 1. Thông qua mục tiêu.\n"
        "- HĐND tỉnh nhấn mạnh một số mục tiêu, nhiệm vụ sau:\n1/Sản lượng thóc năm 1997 = 150.000 tấn.\n"
        "2/Hạ tỷ lệ tăng dân số = 0,1%/năm.\n"
    )
    results = (
        "Đại hội đại biểu Đảng bộ tỉnh diễn ra sáng 5/3. Về kết quả, Đại hội khẳng định:\n"
        "- Nhiệm kỳ qua, Ban Chấp hành đã thực hiện 6 chương trình; phát triển đảng viên mới 800/650 đảng viên.\n"
    )
    assert read(targets).directives == ()
    assert read(results).directives == ()


def test_a_report_tells_what_offices_were_told() -> None:
    found = read(
        "UBND TỈNH HÀ NAM\nBAN CHỈ ĐẠO ĐỀ ÁN 06\nSố: 12/BC-BCĐ\nHà Nam, ngày 9 tháng 10 năm 2024\nBÁO CÁO\n"
        "Kết quả triển khai Đề án 06 tháng 9/2024\nI. KẾT QUẢ\n1. Công tác chỉ đạo\n"
        "a) Trong tháng 9, Ban chỉ đạo tỉnh tiếp tục chỉ đạo các sở đẩy mạnh số hóa; quán triệt, xác định nhiệm vụ.\n"
        "b) Tổ chức 19 lượt làm việc với các sở.\n"
    )
    assert found.directives == ()


def test_an_order_with_a_due_that_opens_a_sentence_of_a_report_is_given() -> None:
    head = "UBND TỈNH BẮC NINH\nSố: 4/BC-UBND\nBắc Ninh, ngày 30 tháng 12 năm 2022\nBÁO CÁO\nTình hình năm 2022\n\n"
    told = "Năm 2022, UBND tỉnh đã giao Sở Y tế rà soát kho thuốc. "
    given = read(f"{head}{told}Giao Sở Tài chính rà soát nguồn thu trước ngày 30/6/2023.\n").directives
    assert [one.quote for one in given] == ["rà soát nguồn thu trước ngày 30/6/2023"]


def test_what_a_paper_put_before_a_council_asks_for() -> None:
    found = read(
        "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM\nSố: 22/2012/NQ-HĐND\nHà Nam, ngày 7 tháng 12 năm 2012\nNGHỊ QUYẾT\n"
        "Về Quy hoạch phát triển chợ\nSau khi xem xét Tờ trình số 316/TTr-UBND ngày 05/12/2012 của UBND tỉnh Hà Nam về "
        "việc đề nghị thông qua Quy hoạch phát triển chợ đến năm 2020; báo cáo thẩm tra của Ban Kinh tế,\n"
        "QUYẾT NGHỊ:\nĐiều 1. Tán thành thông qua Quy hoạch.\n"
    ).proposals
    assert [(one.quote, one.proposer) for one in found] == [
        ("thông qua Quy hoạch phát triển chợ đến năm 2020", "UBND tỉnh Hà Nam")
    ]
