"""Orders as offices write them down: items under a body's name, speeches, asides in brackets."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
Số: 41/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Kạn, ngày 7 tháng 5 năm 2024
THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Hoàng Thu Trang tại cuộc họp về cải cách hành chính
"""
CONCLUDES = "Sau khi nghe các đơn vị báo cáo, Phó Chủ tịch UBND tỉnh kết luận như sau:\n"

Told = tuple[str | None, str]

NOTICES: list[tuple[str, str, list[Told]]] = [
    ("a body alone on a line of its own, without a colon",
     ("1. Công an tỉnh\na) Đôn đốc cấp tài khoản định danh cho người dân.\nb) Rà soát dữ liệu dân cư.\n"
     "2. Sở Y tế\na) Lập kế hoạch tiêm chủng.\n"),
     [("Công an tỉnh", "Đôn đốc cấp tài khoản định danh cho người dân"), ("Công an tỉnh", "Rà soát dữ liệu dân cư"),
      ("Sở Y tế", "Lập kế hoạch tiêm chủng")]),
    ("with the part of it that is meant",
     ("1. Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)\n"
     "a) Đôn đốc, hướng dẫn các xã nhập dữ liệu.\nb) Theo dõi kết quả.\n"),
     [("Văn phòng UBND tỉnh", "Đôn đốc, hướng dẫn các xã nhập dữ liệu"), ("Văn phòng UBND tỉnh", "Theo dõi kết quả")]),
    ("given to it by a line that ends without a colon",
     ("a) Giao Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh\n"
     "- Chủ trì, phối hợp với Sở Tài chính rà soát danh mục dự án.\n- Tổng hợp vướng mắc của doanh nghiệp.\n"
     "b) Giao Sở Xây dựng:\n- Hoàn thiện quy hoạch phân khu.\n"),
     [("Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh",
       "Chủ trì, phối hợp với Sở Tài chính rà soát danh mục dự án"),
      ("Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh", "Tổng hợp vướng mắc của doanh nghiệp"),
      ("Sở Xây dựng", "Hoàn thiện quy hoạch phân khu")]),
    ("an investor's name holds no verb",
     "1. Yêu cầu các sở, ban, ngành và Nhà đầu tư cần nâng cao trách nhiệm, sớm bàn giao mặt bằng.\n",
     [("các sở, ban, ngành và Nhà đầu tư", "nâng cao trách nhiệm, sớm bàn giao mặt bằng")]),
    ("what semicolons part in brackets, in an item with a letter, is one task",
     "1. Sở Y tế:\na) Tiếp tục ứng dụng dữ liệu dân cư (ki-ốt khám bệnh; khám bằng thẻ căn cước; trả viện phí).\n",
     [("Sở Y tế",
       "Tiếp tục ứng dụng dữ liệu dân cư (ki-ốt khám bệnh; khám bằng thẻ căn cước; trả viện phí)")]),
    ("a verb before `của` is a noun",
     "1. Sở Nội vụ: Thực hiện đầy đủ các chỉ thị của Thủ tướng; hướng dẫn của các bộ, ngành; các kế hoạch của tỉnh.\n",
     [("Sở Nội vụ",
       "Thực hiện đầy đủ các chỉ thị của Thủ tướng; hướng dẫn của các bộ, ngành; các kế hoạch của tỉnh")]),
    ("who is told does what it does to others, and stays the one told",
     ("1. Sở Nội vụ:\na) Sở Nội vụ thông báo, phân công các phường tham gia cuộc thi.\n"
      "b) Cung cấp thông tin cho báo chí.\n"),
     [("Sở Nội vụ", "thông báo, phân công các phường tham gia cuộc thi"),
      ("Sở Nội vụ", "Cung cấp thông tin cho báo chí")]),
    ("an aside in brackets holds no task",
     ("1. Hội Cựu giáo chức tỉnh Bình Thuận (trước sắp xếp) và Hội Cựu giáo chức tỉnh Lâm Đồng có trách nhiệm "
      "nộp lại con dấu.\n"),
     [("Hội Cựu giáo chức tỉnh Bình Thuận (trước sắp xếp) và Hội Cựu giáo chức tỉnh Lâm Đồng", "nộp lại con dấu")]),
    ("those who found a club are called by what they do",
     "1. Giao Ban Vận động thành lập Hội Kiến trúc sư tỉnh chuẩn bị đại hội.\n",
     [("Ban Vận động thành lập Hội Kiến trúc sư tỉnh", "chuẩn bị đại hội")]),
    ("who holds an office is no task", "1. Chủ tịch Hội: Ông Vũ Văn Thành; Phó Chủ tịch: Bà Lò Thị Mai.\n", []),
    ("nor is what a law says", "1. Tại khoản 2 Điều 6 Nghị định số 126/2024/NĐ-CP quy định: “Hội có trụ sở”.\n", []),
]  # fmt: skip


def told(text: str) -> list[Told]:
    read = extract(Document(id="a", text=text, sha256="", text_sha256=""))
    return [(one.recipient, one.quote) for one in read.directives]


@pytest.mark.parametrize(("lines", "expected"), [case[1:] for case in NOTICES], ids=[case[0] for case in NOTICES])
def test_items_of_a_notice(lines: str, expected: list[Told]) -> None:
    assert told(HEAD + CONCLUDES + lines) == expected


def test_what_still_has_to_be_mended_is_no_task() -> None:
    found = told(HEAD + CONCLUDES + "Chất lượng nước tại nhiều xã vẫn còn nhiều vấn đề cần phải khắc phục.\n")
    assert found == []


def test_who_chairs_is_the_one_whose_conclusions_the_paper_gives() -> None:
    text = (
        f"{HEAD}Ngày 6/5/2024, UBND tỉnh làm việc với Trung tâm Khuyến nông và các sở, ngành báo cáo kết quả quý I.\n"
        "Sau khi nghe ý kiến của các đại biểu, đồng chí chủ trì kết luận và chỉ đạo như sau:\n"
        "1. Sở Nội vụ rà soát biên chế.\n"
    )
    read = extract(Document(id="a", text=text, sha256="", text_sha256=""))
    assert [(one.issuer, one.recipient) for one in read.directives] == [("Hoàng Thu Trang", "Sở Nội vụ")]


SPEECHES: list[tuple[str, str, str, str | None, list[Told]]] = [
    ("for a body",
     ("BÀI PHÁT BIỂU KẾT LUẬN\nHỘI NGHỊ SƠ KẾT 6 THÁNG\nKính thưa các đồng chí,\n"
     "Thay mặt UBND tỉnh, tôi đánh giá cao cố gắng của các ngành.\n"
     "Thời gian tới, tôi đề nghị các sở, ban, ngành tập trung thực hiện những nhiệm vụ sau đây:\n"
     "I. VỀ THỂ CHẾ\nSở Tư pháp chủ trì rà soát văn bản, báo cáo UBND tỉnh trước ngày 30/9/2024.\n"
     "Xin trân trọng cảm ơn các đồng chí./.\n"),
     "UBND tỉnh", None,
     [("Sở Tư pháp", "chủ trì rà soát văn bản, báo cáo UBND tỉnh trước ngày 30/9/2024")]),
    ("of somebody the first lines name",
     ("PHÁT BIỂU CHỈ ĐẠO\ncủa đồng chí Đặng Văn Sơn, Chủ tịch UBND tỉnh tại hội nghị giao ban quý III\n"
     "Thưa các đồng chí!\nTôi yêu cầu Sở Xây dựng hoàn thành quy hoạch phân khu trước ngày 15/10/2024.\n"),
     "Đặng Văn Sơn", "Chủ tịch UBND tỉnh",
     [("Sở Xây dựng", "hoàn thành quy hoạch phân khu trước ngày 15/10/2024")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "issuer", "position", "expected"), [case[1:] for case in SPEECHES], ids=[case[0] for case in SPEECHES]
)
def test_speeches(text: str, issuer: str, position: str | None, expected: list[Told]) -> None:
    read = extract(Document(id="a", text=text, sha256="", text_sha256=""))
    assert {(one.issuer, one.issuer_position) for one in read.directives} == {(issuer, position)}
    assert [(one.recipient, one.quote) for one in read.directives] == expected


def test_what_a_body_does_is_no_part_of_its_name() -> None:
    line = "1. Chủ tịch UBND tỉnh ban hành quy chế phối hợp trong việc công bố thủ tục, giao Sở Y tế rà soát.\n"
    read = extract(Document(id="a", text=HEAD + CONCLUDES + line, sha256="", text_sha256=""))
    assert [one.recipient for one in read.directives] == ["Sở Y tế"]
    assert [one.issuer for one in read.directives] == ["Chủ tịch UBND tỉnh"]
