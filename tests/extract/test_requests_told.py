"""Requests as news tell them: who asks, of whom, and what; and what looks like one and is none."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

Asked = tuple[str, str | None, str]


def read(text: str) -> Extraction:
    return extract(Document(id="t", text=text, sha256="", text_sha256=""))


ASKED: list[tuple[str, str, list[Asked]]] = [
    ("several, counted and pointed back to",
     "8 hiệp hội vừa gửi thư chung.\n8 hiệp hội này đồng loạt kiến nghị Quốc hội giảm mức đóng xuống 1% quỹ lương.\n",
     [("8 hiệp hội", "Quốc hội", "giảm mức đóng xuống 1% quỹ lương")]),
    ("an association by its trade",
     "Hiệp hội Kinh doanh gỗ cũng kiến nghị cho phép lập chợ gỗ đầu mối.\n",
     [("Hiệp hội Kinh doanh gỗ", None, "cho phép lập chợ gỗ đầu mối")]),
    ("the body pointed at is the last of its kind",
     "Hiệp hội Mía đường Việt Nam cho biết giá giảm.\nHiệp hội này kiến nghị Chính phủ áp thuế tự vệ.\n",
     [("Hiệp hội Mía đường Việt Nam", "Chính phủ", "áp thuế tự vệ")]),
    ("the source of the news is pointed at",
     "Theo thông tin từ UBND TPHCM, nhằm giúp các hãng, đơn vị này vừa đề nghị Bộ Công an xem xét, cấp 40 thị thực.\n",
     [("UBND TPHCM", "Bộ Công an", "xem xét, cấp 40 thị thực")]),
    ("two verbs of asking",
     "UBND tỉnh Hà Nam vừa báo cáo kiến nghị Chính phủ, Thủ tướng Chính phủ sớm ban hành nghị định về cảng cạn.\n",
     [("UBND tỉnh Hà Nam", "Chính phủ, Thủ tướng Chính phủ", "sớm ban hành nghị định về cảng cạn")]),
    ("the last of those who are asked gives no order",
     "Chủ tịch UBND tỉnh Hà Nam Lê Văn Sáu còn kiến nghị Chính phủ, Thủ tướng Chính phủ chỉ đạo các bộ gỡ vướng.\n",
     [("Lê Văn Sáu", "Chính phủ, Thủ tướng Chính phủ", "chỉ đạo các bộ gỡ vướng")]),
    ("with its matter",
     "Lãnh đạo thành phố Hà Nội cũng kiến nghị về cơ chế giá vé tàu điện; kiến nghị Bộ Nội vụ thẩm định đề án.\n",
     [("thành phố Hà Nội", None, "cơ chế giá vé tàu điện"), ("thành phố Hà Nội", "Bộ Nội vụ", "thẩm định đề án")]),
    ("of somebody about something",
     "Chính phủ đề xuất với Quốc hội về việc tăng bội chi lên 5,3% GDP.\n",
     [("Chính phủ", "Quốc hội", "tăng bội chi lên 5,3% GDP")]),
    ("whose leave is asked for",
     "UBND tỉnh Hà Nam xin chủ trương của Thủ tướng Chính phủ về việc chuyển 12 ha đất lúa.\n",
     [("UBND tỉnh Hà Nam", "Thủ tướng Chính phủ", "chuyển 12 ha đất lúa")]),
    ("in the passive",
     "Dự án này được UBND tỉnh đề nghị Chính phủ đưa vào quy hoạch điện.\n",
     [("UBND tỉnh", "Chính phủ", "đưa vào quy hoạch điện")]),
    ("a standing committee of its council",
     "Thường trực HĐND tỉnh đề nghị HĐND tỉnh ban hành nghị quyết về giám sát.\n",
     [("Thường trực HĐND tỉnh", "HĐND tỉnh", "ban hành nghị quyết về giám sát")]),
    ("goes on with whoever was asked before",
     "Tỉnh Nghệ An đề nghị Bộ Tài chính bố trí 200 tỷ đồng.\nNgoài ra, tỉnh Nghệ An cũng đề nghị nâng mức chi.\n",
     [("tỉnh Nghệ An", "Bộ Tài chính", "bố trí 200 tỷ đồng"), ("tỉnh Nghệ An", "Bộ Tài chính", "nâng mức chi")]),
    ("by letter",
     "Tỉnh cũng đã có 5 kiến nghị gửi Chính phủ, trong đó đề nghị bố trí 3.000 tỷ đồng cho đường ven biển.\n",
     [("Tỉnh", "Chính phủ", "bố trí 3.000 tỷ đồng cho đường ven biển")]),
    ("of an agency",
     "Tổng công ty Cảng miền Bắc đề nghị cơ quan Hải quan cho phép chuyển container về bãi Đình Vũ.\n",
     [("Tổng công ty Cảng miền Bắc", "cơ quan Hải quan", "cho phép chuyển container về bãi Đình Vũ")]),
    ("two ministries and what they are to do",
     "UBND tỉnh đề nghị Bộ Tài chính, Bộ Kế hoạch và Đầu tư báo cáo Thủ tướng Chính phủ bổ sung vốn.\n",
     [("UBND tỉnh", "Bộ Tài chính, Bộ Kế hoạch và Đầu tư", "báo cáo Thủ tướng Chính phủ bổ sung vốn")]),
    ("many opinions",
     "Một số ý kiến đề nghị bỏ khoản 3 Điều 12. Chủ tịch Quốc hội Lê Văn Sáu chủ trì phiên họp.\n",
     [("đại biểu", None, "bỏ khoản 3 Điều 12")]),
]  # fmt: skip


def _small(who: str | None) -> str:
    """A proposer in small letters: a sentence begins with a capital."""
    return (who or "").lower()


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ASKED], ids=[case[0] for case in ASKED])
def test_a_request(text: str, expected: list[Asked]) -> None:
    found = read(text)
    asked = [(_small(one.proposer), one.recipient, one.quote) for one in found.proposals]
    assert asked == [(_small(who), *rest) for who, *rest in expected]
    assert found.directives == ()


NONE = [
    "Phó Thủ tướng Lê Văn Sáu đề nghị Hoa Kỳ tiếp tục mở cửa thị trường cho trái cây.\n",
    "Hồ sơ đề xuất dự án gồm: tờ trình của nhà đầu tư; bản vẽ; cam kết vốn.\n",
    "Các dự án được tỉnh đề xuất gồm cầu Mễ Sở và đường vành đai 4.\n",
    "Phương án được Bộ Xây dựng đề xuất đã bị bác.\n",
    "UBND thành phố Hải Phòng sẽ chỉ đạo phát triển hệ thống kho bãi.\n",
    "Chủ tịch HĐND tỉnh Lê Thị Bảy đã bày tỏ mong muốn đồng hành cùng doanh nghiệp.\n",
    "Bộ Tài chính thống nhất với các bộ liên quan để xử lý.\n",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    found = read(text)
    assert [one.quote for one in (*found.proposals, *found.directives)] == []
