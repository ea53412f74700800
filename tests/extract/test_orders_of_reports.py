"""Tasks that a report gives under a heading of what is to be done; how a list of orders goes on by its items."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

REPORT = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 88/BC-UBND\nHà Giang, ngày 28 tháng 4 năm 2024\n\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội tháng 4, nhiệm vụ tháng 5 năm 2024\n\n"
    "I. KẾT QUẢ THÁNG 4\nSở Công Thương tổ chức 02 phiên chợ. UBND tỉnh đã chỉ đạo Sở Y tế kiểm tra bếp ăn.\n"
)
DISTRICT = (
    "ỦY BAN NHÂN DÂN\nHUYỆN VĂN CHẤN\nSố: 41/BC-UBND\nVăn Chấn, ngày 20 tháng 9 năm 2023\n\nBÁO CÁO\n"
    "Kết quả 9 tháng, phương hướng 3 tháng cuối năm 2023\n\nI. KẾT QUẢ\nThu ngân sách đạt 80 tỷ đồng.\n"
)
CONCLUSION = (
    "TỈNH ỦY ĐẮK LẮK\n*\nSố 77-KL/TU\nĐắk Lắk, ngày 03 tháng 11 năm 2023\n\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n"
    "về nhiệm vụ cuối năm\n\nBan Thường vụ Tỉnh ủy kết luận:\n"
)


def read(text: str) -> Extraction:
    return extract(Document(id="paper", text=text, sha256="", text_sha256=""))


def told(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(one.recipient, one.quote, one.issuer) for one in read(text).directives]


UBND = "UBND tỉnh Hà Giang"
TASKS = [
    # who leads an item is told, whatever the verb; what all do, the province itself and those above do is none
    (
        REPORT,
        (
            "II. NHIỆM VỤ TRỌNG TÂM THÁNG 5\n"
            "1. Sở Tài chính chủ trì, phối hợp với các huyện đôn đốc thu nợ thuế.\n"
            "2. Sở Công Thương tiếp tục chỉ đạo các đơn vị điện lực bảo dưỡng lưới điện; kiểm tra hàng giả.\n"
            "3. Tỉnh tập trung mời gọi nhà đầu tư. Các sở, ngành rà soát thủ tục.\n"
            "4. Tiếp tục cải cách hành chính.\n"
            "5. Tòa án nhân dân tỉnh đẩy nhanh xét xử các vụ án kinh tế.\n"
        ),
        [
            ("Sở Tài chính", "chủ trì, phối hợp với các huyện đôn đốc thu nợ thuế", "Ủy ban nhân dân tỉnh Hà Giang"),
            ("Sở Công Thương", "tiếp tục chỉ đạo các đơn vị điện lực bảo dưỡng lưới điện", None),
            ("Sở Công Thương", "kiểm tra hàng giả", None),
            ("Các sở, ngành", "rà soát thủ tục", None),
            ("Tòa án nhân dân tỉnh", "đẩy nhanh xét xử các vụ án kinh tế", None),
        ],
    ),
    # a heading below one that looks ahead need not say so again; wishes ask those above
    (
        DISTRICT,
        (
            "II. PHƯƠNG HƯỚNG 3 THÁNG CUỐI NĂM\n1. Nhiệm vụ, giải pháp\n"
            "- Ban Quản lý dự án đầu tư xây dựng huyện giải ngân hết vốn kế hoạch.\n"
            "- Chi nhánh Văn phòng đăng ký đất đai trả giấy chứng nhận đúng hẹn.\n"
            "- Bảo hiểm xã hội huyện thu hồi nợ đọng; Hội Nông dân huyện vận động hội viên tham gia.\n"
            "- UBND huyện tiếp tục làm việc với nhà đầu tư.\n"
            "2. Kiến nghị\n- Đề nghị UBND tỉnh cấp bù kinh phí tiêm phòng.\n"
        ),
        [
            ("Ban Quản lý dự án đầu tư xây dựng huyện", "giải ngân hết vốn kế hoạch", None),
            ("Chi nhánh Văn phòng đăng ký đất đai", "trả giấy chứng nhận đúng hẹn", None),
            ("Bảo hiểm xã hội huyện", "thu hồi nợ đọng", None),
            ("Hội Nông dân huyện", "vận động hội viên tham gia", None),
        ],
    ),
    # what whoever reports is going to do is none, but for those they will tell
    (
        REPORT,
        (
            "II. PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 5\n"
            "UBND tỉnh tập trung chỉ đạo các sở, ngành thực hiện tốt các nhiệm vụ trọng tâm sau:\n"
            "1. Đẩy nhanh thi công cầu Cốc Pài.\n2. Chỉ đạo Sở Tài chính cân đối nguồn chi trả chế độ.\n"
            "3. Tổ chức kỳ thi an toàn.\n"
        ),
        [("Sở Tài chính", "cân đối nguồn chi trả chế độ", None)],
    ),
    # a report of tasks that were carried out hands out nothing
    (REPORT, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO\n1. Sở Tài chính tham mưu bố trí vốn.\n", []),
]


@pytest.mark.parametrize(("head", "body", "expected"), TASKS)
def test_a_report_gives_tasks_to_those_it_names_below_it(
    head: str, body: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = told(head + body)
    assert [one[:2] for one in found] == [one[:2] for one in expected]
    assert {one[2] for one in found} <= {"Ủy ban nhân dân tỉnh Hà Giang", UBND, "UBND huyện Văn Chấn"}


LISTS = [
    # an item that asks by its own verb leaves the list as it was
    (
        (
            "1. Sở Y tế mua vắc xin.\n"
            "2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động quyên góp.\n"
            "3. Báo Đắk Lắk tăng tin bài.\n"
        ),
        [("Sở Y tế", "instruct"), ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "request"), ("Báo Đắk Lắk", "instruct")],
    ),
    # in what case, how often or by when it is to be done stands before who is told
    (
        (
            "1. Nhà thầu bù khối lượng; trường hợp vẫn chậm, giao Sở Xây dựng chấm dứt hợp đồng.\n"
            "2. Trường hợp vượt thẩm quyền, các sở báo cáo UBND tỉnh.\n"
            "3. Hằng quý, Sở Y tế báo cáo kết quả về Văn phòng Tỉnh ủy.\n"
            "4. Trước ngày 20 hằng tháng, Sở Nội vụ tổng hợp biên chế.\n"
        ),
        [
            ("Nhà thầu", "instruct"),
            ("Sở Xây dựng", "instruct"),
            ("các sở", "instruct"),
            ("Sở Y tế", "instruct"),
            ("Sở Nội vụ", "instruct"),
        ],
    ),
    # what was reached is told and no task, beside its plan or as little
    (
        (
            "1. Cơ bản thống nhất với nội dung báo cáo. Thu ngân sách đạt 4.100 tỷ đồng, bằng 62% dự toán; giải ngân "
            "vốn đầu tư công mới đạt 41%.\n2. Sở Tài chính rà soát nguồn thu.\n"
        ),
        [("Sở Tài chính", "instruct")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_a_list_of_orders_goes_on(body: str, expected: list[tuple[str, str]]) -> None:
    found = read(CONCLUSION + body)
    assert [(one.recipient, one.kind) for one in found.directives] == expected
    assert found.proposals == ()


WISHES = [
    (
        "1. Đồng ý lùi thời hạn gói thầu số 5 như đề nghị của Sở Y tế.\n",
        ("Sở Y tế", "lùi thời hạn gói thầu số 5 như đề nghị của Sở Y tế", "accepted"),
    ),
    (
        "1. Chưa đồng ý đề xuất mở thêm phòng khám của Sở Y tế.\n",
        ("Sở Y tế", "mở thêm phòng khám", "rejected"),
    ),
]


@pytest.mark.parametrize(("body", "expected"), WISHES)
def test_whose_wish_is_answered(body: str, expected: tuple[str, str, str]) -> None:
    found = read(f"{CONCLUSION}{body}2. Giao Sở Nội vụ theo dõi.\n").proposals
    assert [(one.proposer, one.quote, one.status) for one in found] == [expected]
