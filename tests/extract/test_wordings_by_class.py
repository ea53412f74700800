"""Orders, wishes, people, papers and tallies told in words of no list: what is read hangs on their class and place."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

from camket.model.extraction import Extraction

NOTICE = (
    "ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nVĂN PHÒNG\nSố: 212/TB-VP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nPhú Thọ, ngày 3 tháng 9 năm 2025\n\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND tỉnh Bùi Đức Hinh tại cuộc họp giao ban\n\n"
)
COUNCIL = (
    "NGHỊ QUYẾT\nVề nhiệm vụ năm 2026\n"
    "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN\n\nQUYẾT NGHỊ:\n\nĐiều 3. Tổ chức thực hiện\n\n"
    "1. Giao UBND tỉnh tổ chức thực hiện.\n\n"
    "2. Thường trực HĐND, các Ban HĐND và đại biểu HĐND tỉnh giám sát việc thực hiện."
)


def lines(read: Extraction) -> list[str]:
    """What is handed out and asked, each in a line."""
    given = [f"{one.issuer}: {one.quote}" for one in read.directives]
    return given + [f"{one.proposer} asks: {one.quote}" for one in read.proposals]


ORDERS = [
    # a piece is a task where it begins with neither a thing nor a link, whatever its verb
    (
        "Bí thư Tỉnh ủy Trần Hữu Thế giao Đảng ủy UBND tỉnh chốt phương án trụ sở; rà lại toàn bộ tài sản dôi dư.",
        ["Trần Hữu Thế: chốt phương án trụ sở", "Trần Hữu Thế: rà lại toàn bộ tài sản dôi dư"],
    ),
    (
        "Bí thư Tỉnh ủy Trần Hữu Thế yêu cầu các xã giữ rừng; cơ chế, chính sách về khoán rừng.",
        ["Trần Hữu Thế: giữ rừng; cơ chế, chính sách về khoán rừng"],
    ),
    # the word behind the body that is told is what it is to do, though a listed verb stands further on
    (
        "Chủ tịch UBND xã Cổ Đô Lê Giáp Đông đề nghị Hội Nông dân xã tín chấp cho hội viên vay vốn.",
        ["Lê Giáp Đông: tín chấp cho hội viên vay vốn"],
    ),
    # a demand on whoever it may concern
    (
        "Chủ tịch UBND tỉnh Lê Hải Hòa quán triệt: các xã tuyệt đối không lơ là; xã nào để dân kêu thì kiểm điểm.",
        ["Lê Hải Hòa: tuyệt đối không lơ là", "Lê Hải Hòa: xã nào để dân kêu thì kiểm điểm"],
    ),
    # who tells first what they did is who asks
    (
        "Trước tình trạng trên, Chủ tịch UBND tỉnh Hồ Văn Mười đã ra tối hậu thư, yêu cầu nhà thầu tăng ca.",
        ["Hồ Văn Mười: tăng ca"],
    ),
    (
        "Bộ trưởng Đỗ Đức Duy gửi lời cảm ơn, mong tỉnh giữ vững diện tích rừng.",
        ["Đỗ Đức Duy: giữ vững diện tích rừng"],
    ),
    (
        "Chủ tịch UBND tỉnh Trần Phong vừa ký công điện gửi các địa phương, theo đó các hồ chứa phải hạ mực nước.",
        ["Trần Phong: các hồ chứa phải hạ mực nước"],
    ),
    ("Đảng ủy, Ban Thường vụ Tỉnh ủy đã tập trung lãnh đạo, chỉ đạo các cấp ủy triển khai nghị quyết.", []),
    # verbs of urging, reminding, hinting
    (
        "Chủ tịch UBND tỉnh Lê Hải Hòa đi kiểm tra đê. Ông giục nhà thầu đưa thêm máy móc vào công trường.",
        ["Lê Hải Hòa: đưa thêm máy móc vào công trường"],
    ),
    ("Thủ tướng nhắc tỉnh đừng để đất bỏ hoang.", ["Thủ tướng: đừng để đất bỏ hoang"]),
    ("Bão số 5 buộc các hãng tàu dừng chạy.", []),
    # a speech that a verb of telling closes, and what is counted before it is said
    (
        "“Chúng ta không thể cứ chờ. Các sở phải cử người xuống xã”, Chủ tịch UBND tỉnh Lê Hải Hòa nói.",
        ["Lê Hải Hòa: cử người xuống xã"],
    ),
    (
        "Bí thư Tỉnh ủy Đồng Văn Thanh nêu hai việc phải làm ngay. Thứ nhất, chốt ranh giới. Thứ hai, trả đủ tiền.",
        ["Đồng Văn Thanh: chốt ranh giới", "Đồng Văn Thanh: trả đủ tiền"],
    ),
    # a notice that no line announces
    (
        f"{NOTICE}1. Trưởng Ban Quản lý các khu công nghiệp đối thoại với nhà đầu tư trước ngày 12/9.",
        ["Bùi Đức Hinh: đối thoại với nhà đầu tư trước ngày 12/9"],
    ),
    # those who see to it that a council's resolution is carried out
    (
        COUNCIL,
        [
            "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN: tổ chức thực hiện",
            "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN: giám sát việc thực hiện",
        ],
    ),
    # who leads a body stands as high as it
    (
        "Trưởng Ban Tuyên giáo và Dân vận Trung ương Lê Hải Hòa yêu cầu các địa phương đổi mới cách làm.",
        ["Lê Hải Hòa: đổi mới cách làm"],
    ),
    (
        "Ủy ban Kinh tế và Tài chính của Quốc hội đề nghị Chính phủ làm rõ nguyên nhân nợ thuế.",
        ["Ủy ban Kinh tế và Tài chính của Quốc hội: làm rõ nguyên nhân nợ thuế"],
    ),
    # wishes: districts with a number, bodies behind links and verbs of telling, voters
    (
        "Vì vậy UBND quận 1 đề xuất thành phố cho phép giữ lại số thu vượt.",
        ["UBND quận 1 asks: cho phép giữ lại số thu vượt"],
    ),
    (
        "Thứ trưởng Trần Văn Bình cho hay, Bộ Nội vụ đã kiến nghị Chính phủ lùi hạn nộp hồ sơ.",
        ["Bộ Nội vụ asks: lùi hạn nộp hồ sơ"],
    ),
    ("Cử tri xã Hòa Vang phản ánh xe ben chạy ẩu, đề nghị xã lập chốt.", ["Cử tri xã Hòa Vang asks: lập chốt"]),
]


@pytest.mark.parametrize(("text", "told"), ORDERS)
def test_orders_and_wishes(text: str, told: list[str]) -> None:
    assert lines(paper(text)) == told


PEOPLE = [
    (
        "Dự lễ có các đồng chí: Y Biêr Niê, Phó Bí thư Tỉnh ủy; H'Yim Kđoh, Phó Bí thư Đảng ủy xã.",
        ["Y Biêr Niê: Phó Bí thư Tỉnh ủy", "H'Yim Kđoh: Phó Bí thư Đảng ủy xã"],
    ),
    ("Ông Kim Sang-woo, Tổng Lãnh sự Hàn Quốc tại Đà Nẵng.", ["Kim Sang-woo: Tổng Lãnh sự Hàn Quốc tại Đà Nẵng"]),
    ("Khởi tố bị can Lê Văn H., nguyên Giám đốc Sở Y tế.", ["Lê Văn H.: nguyên Giám đốc Sở Y tế"]),
    ("Ông N.V.A., Chủ tịch UBND xã, vắng mặt.", ["N.V.A.: Chủ tịch UBND xã"]),
    (
        "Dự có đồng chí Phan Nhật Tân- Phó Bí thư HU; đồng chí Lê Văn Sáu UVBTVHU, Phó Chủ tịch UBND huyện.",
        ["Phan Nhật Tân: Phó Bí thư HU", "Lê Văn Sáu: UVBTVHU", "Lê Văn Sáu: Phó Chủ tịch UBND huyện"],
    ),
    (
        "Ông Lê Văn Sáu, Giám đốc Sở Kế hoạch và Đầu tư báo cáo tóm tắt kết quả.",
        ["Lê Văn Sáu: Giám đốc Sở Kế hoạch và Đầu tư"],
    ),
    ("Trả lời câu hỏi của đại biểu, ông Lê Văn Sáu thừa nhận thiếu sót.", []),
    ("Đồng chí Trưởng Ban Quản lý dự án báo cáo tiến độ.", []),
]


@pytest.mark.parametrize(("text", "named"), PEOPLE)
def test_people(text: str, named: list[str]) -> None:
    assert [f"{one.name}: {one.position}" for one in paper(text).people] == named


PAPERS = [
    ("Theo Phiếu chuyển số 77/PC-VP và Giấy mời số 420/GM-UBND.", ["77/PC-VP None", "420/GM-UBND None"]),
    ("Công điện số 138/CĐ-TTg hồi 21h30 ngày 30/8/2025 của Thủ tướng.", ["138/CĐ-TTg 2025-08-30"]),
    ("Thuế giảm theo Hiệp định CPTPP.", ["None None"]),
    ("Các hiệp định thương mại tự do có hiệu lực.", []),
    ("HĐND tỉnh thông qua Nghị quyết hỗ trợ trang bị máy tính cho học sinh nghèo.", ["None None"]),
    (
        "Quy định 339 thay thế Quy định số 208-QĐ/TW, ngày 08/11/2019.",
        ["339 None", "208-QĐ/TW 2019-11-08"],
    ),
    (
        "Căn cứ Quyết định số\n1776/QĐ-TTg ngày 21 tháng 11 năm 2012 của Thủ tướng Chính phủ về bố trí dân cư;",
        ["1776/QĐ-TTg 2012-11-21"],
    ),
]


@pytest.mark.parametrize(("text", "cited"), PAPERS)
def test_papers(text: str, cited: list[str]) -> None:
    assert [f"{one.number} {one.date}" for one in paper(text).references] == cited


TALLIES = [
    ("7/17 chỉ tiêu vượt; 3/17 đạt; 7/17 cần phấn đấu.", ["7/17 exceeded", "3/17 achieved", "7/17 other"]),
    (
        "UBND tỉnh giao 312 nhiệm vụ: hoàn thành 240 (đúng hạn 231, quá hạn 9), đang thực hiện 72.",
        ["240/312 completed", "231/240 completed", "9/240 completed", "72/312 other"],
    ),
    (
        "Có 11 chỉ tiêu đã đạt mục tiêu, 9 có khả năng đạt, 5 khó đạt, 3 chưa có cơ sở đánh giá.",
        ["11/28 achieved", "9/28 other", "5/28 other", "3/28 other"],
    ),
    ("Cả mười tám chỉ tiêu đều cán đích.", ["18/18 achieved"]),
    ("Tỉnh đã hoàn thành 13/17 cam kết.", ["13/17 completed"]),
    ("Tỉnh giải ngân được 2.477/10.825 tỷ đồng.", []),
]


@pytest.mark.parametrize(("text", "counted"), TALLIES)
def test_tallies(text: str, counted: list[str]) -> None:
    assert [f"{one.done}/{one.total} {one.state}" for one in paper(text).tallies] == counted
