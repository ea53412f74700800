"""Stories of incidents, games and stages have no facts, and say so; whatever is of governing is read."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from camket.extract import extract, off_topic
from camket.grammar.fold import fold
from camket.model.document import Block, Document, Head

THEFT = """Bắt kẻ đột nhập tiệm vàng lúc nửa đêm

Ngày 12/3, Công an huyện Đông Lĩnh cho biết đã tạm giữ Trần Văn K. (31 tuổi) để điều tra hành vi trộm cắp tài sản.

Theo lời khai ban đầu, khoảng 1h sáng, K. mang theo con dao leo qua mái tôn, đột nhập tiệm vàng của bà H., lấy đi 14 \
chiếc nhẫn trị giá 320 triệu đồng rồi bỏ trốn. Hàng xóm phát hiện đã hô hoán, hai người đàn ông đuổi theo nhưng bị kẻ \
gian xô ngã, một người bị thương phải đi cấp cứu.

Khám xét phòng trọ của K., cảnh sát thu giữ toàn bộ tang vật. K. khai nhận đã bán 4 chiếc, tiêu hết 60 triệu đồng.
"""
MATCH = """Đội khách thắng ngược phút bù giờ

Trận đấu tối qua trên sân Hòa Lạc bắt đầu chậm 15 phút vì mưa. Huấn luyện viên của đội nhà tung ra sân ba tiền đạo và \
có bàn thắng ngay phút 9, khi thủ môn đối phương bắt hụt bóng trước hơn 12.000 khán giả. Hiệp hai, đội khách thay 2 \
tiền vệ, gỡ hòa bằng quả phạt đền ở phút 71 rồi ghi bàn quyết định ở phút 93. Với 3 điểm này họ vươn lên thứ 4 trên \
bảng xếp hạng, kém đội dẫn đầu 5 điểm. Sau trận, trọng tài phải rút thêm 1 thẻ đỏ vì các cầu thủ lao vào nhau.
"""
FILM = """Nữ chính đóng máy sau 90 ngày

Bộ phim do đạo diễn trẻ thực hiện vừa quay xong ở vùng núi. Nữ diễn viên cho biết cô giảm 7 kg cho vai diễn, học hát \
2 ca khúc dân gian với một nghệ sĩ lớn tuổi trong làng. Đoàn phim có 85 người, chi 22 tỷ đồng, dài hơn dự tính. Một ca \
sĩ nổi tiếng sẽ hát bài chính, còn nhạc sĩ của phim đang thu âm. Người hâm mộ đã xếp hàng từ 5 giờ sáng để xem trích \
đoạn dài 3 phút; khán giả bên ngoài rạp hơn 400 người. Phim ra rạp tháng sau.
"""
WAR = """Không kích làm rung chuyển thủ đô

Theo Reuters, ít nhất 12 tên lửa rơi xuống vùng ven thủ đô trong đêm, 40 người bị thương. Phát ngôn viên của tổng \
thống nói tiêm kích đã cất cánh chặn phiến quân. Đài CNN chiếu cảnh người dân chạy xuống hầm. Nhà Trắng chưa đưa ra \
bình luận nào, trong khi một tàu sân bay đang rời cảng. Bệnh viện lớn nhất thành phố tiếp nhận 25 ca, hết sạch máu dự \
trữ sau 6 giờ; đường sắt đóng cửa đến sáng, 30 chuyến tàu bị hủy.
"""
TRIAL = """Ba thanh niên đứng trước vành móng ngựa

Sáng nay, bị cáo Lò Văn S. khai với thẩm phán rằng chỉ đi cùng cho vui. Bị cáo Vàng A D. nói khác: bị cáo S. là người \
rủ, còn bị cáo thì sợ nên nghe theo. Thẩm phán hỏi vì sao hôm ấy cả ba quay lại, các bị cáo im lặng; thẩm phán nhắc \
hội đồng xét xử đã có đủ bản ảnh. Người chủ chiếc thuyền, có mặt tại phiên tòa, xin giảm nhẹ vì số tiền 18 triệu đồng \
đã được trả, thuyền cũng đã sửa. Cuối phiên tòa, hội đồng xét xử phạt mỗi bị cáo 9 tháng án treo. Theo kế hoạch, phần \
dân sự giải quyết sau; UBND xã nơi ba người ở được giao theo dõi.
"""
"""Few different words of a court, said again and again, beside `kế hoạch` and `UBND`."""


def story_of(text: str) -> Document:
    """A text as a reader of plain files delivers it."""
    return Document(id="tin", text=text, sha256="", text_sha256="")


WOUNDS = f"{THEFT} Một người thương tích 12%, người kia tổn hại sức khỏe, thương tật vĩnh viễn 31%."
ELSEWHERE = (THEFT, MATCH, FILM, WAR, TRIAL, WOUNDS)


@pytest.mark.parametrize("story", ELSEWHERE)
def test_a_story_of_something_else_has_no_facts_and_says_so(story: str) -> None:
    found = extract(story_of(story))
    assert not list(found.facts())
    (told,) = found.findings
    assert (told.message.code, told.level) == ("document.off_topic", "info")
    assert found.document.head.title == story.splitlines()[0]
    assert found.document.head.type == "news"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("\n \r\n\t Kẻ trộm  vào nhà\u2028", "Kẻ trộm vào nhà"),
        (f"{'Kẻ trộm vào nhà ' * 15}.\n", f"{'Kẻ trộm vào nhà ' * 15}."),
        (f"{'Kẻ trộm vào nhà ' * 15}\t{'đêm' * 3}\n", f"{'Kẻ trộm vào nhà ' * 15}{'đêm' * 3}"),
        (f"{'Kẻ trộm vào nhà ' * 15}{'đêm ' * 3}\n", None),
        (f"\n{' ' * 240}Kẻ trộm vào nhà\n", None),
    ],
)
def test_the_first_line_is_its_title_where_it_is_no_paragraph(above: str, title: str | None) -> None:
    assert extract(story_of(above + THEFT.partition("\n")[2])).document.head.title == title


@pytest.mark.parametrize("story", ELSEWHERE)
def test_whoever_asks_gets_its_facts_too(story: str) -> None:
    assert extract(story_of(story), whatever=True).figures


@pytest.mark.parametrize("way", ["NFC", "NFD"])
def test_the_habit_of_writing_changes_nothing(way: Literal["NFC", "NFD"]) -> None:
    story = THEFT.replace("tài sản", "tài sản của bị hại, toà tuyên phạt").replace("lúc", "hoà lẫn lúc")
    assert extract(story_of(unicodedata.normalize(way, story))).findings[0].message.code == "document.off_topic"


GOVERNING = (
    "Chủ tịch UBND tỉnh yêu cầu Công an tỉnh làm rõ vụ việc, báo cáo trước ngày 20/3.",
    "Trong quý I, toàn huyện xảy ra 12 vụ, giảm 3 vụ so với cùng kỳ năm trước.",
    "Ngân sách huyện chi 2 tỷ đồng lắp camera ở 14 xã.",
    "Thủ tướng yêu cầu Bộ Công an làm rõ vụ việc, báo cáo trước ngày 20/3.",
    "UBND huyện yêu cầu bệnh viện tường trình vụ việc trước ngày 20/3.",
    "Hội đồng nhân dân tỉnh sẽ bàn việc này trong kỳ họp tới.",
)


@pytest.mark.parametrize("sentence", GOVERNING)
def test_one_sentence_of_governing_and_the_story_is_read(sentence: str) -> None:
    found = extract(story_of(f"{THEFT}\n{sentence}\n"))
    assert "document.off_topic" not in {one.message.code for one in found.findings}
    assert list(found.facts())


ACCOUNTS = (
    """Tai nạn trên đường giảm nhưng còn nhiều. Theo Ban An toàn giao thông, 8 tháng qua toàn huyện có 45 vụ, làm 18 \
người chết, 32 người bị thương; CSGT đã kiểm tra 6.000 lượt xe máy, xe khách, xe tải, tạm giữ 250 phương tiện. Nhiều \
tài xế dương tính với ma túy. Từ nay đến cuối năm lực lượng chức năng sẽ tuần tra cả ban đêm ở 14 xã, lắp thêm biển \
báo tại 9 ngã tư và mở 20 buổi nói chuyện ở trường học.""",
    """Bản vùng cao bớt người nghiện. Sau 3 năm, Công an huyện đã triệt phá 12 đường dây, khởi tố 45 bị can, bắt giữ \
60 đối tượng, thu 3 kg heroin; còn 320 người nghiện có hồ sơ, giảm 85. 18 bản không còn trộm cắp, đánh bạc. Bà con tự \
nộp 210 khẩu súng tự chế. Mô hình của bản đầu tiên được 11 bản khác làm theo, mỗi năm tổ chức 2 lần ký cam kết giữa \
các dòng họ, có già làng làm chứng.""",
    """Xã biên giới giữ yên đường mòn. Nhờ tin báo của dân, bộ đội biên phòng và công an xã đã phá 4 chuyên án, vây \
bắt 9 kẻ vận chuyển ma túy, thu 12 kg heroin và 3 khẩu súng; hai trinh sát bị thương. Từ đầu năm, 215 hộ gia đình ký \
cam kết, 38 người nghiện được đưa đi cai nghiện, trẻ bỏ học còn 5 em. UBND tỉnh hỗ trợ mỗi tổ tự quản 3 triệu đồng một \
năm; 26 tổ đã có nhà họp. Trộm cắp mất hẳn ở 7 bản.""",
    """Nông dân trẻ nuôi lươn. Từng làm thuê, ở nhà trọ, có lúc nghi ngờ chính mình, anh thừa nhận mất 3 năm mới \
thành. Nay trang trại có 40 bể, doanh thu 1,8 tỷ đồng mỗi năm, 12 người có việc làm với thu nhập 7 triệu đồng một \
tháng. Hàng xóm học theo, hợp tác xã có 25 thành viên. Có kẻ gian lấy trộm lươn giống, anh chỉ cười. Huyện chọn mô \
hình này để nhân ra 6 xã; hai vợ chồng anh đi nói chuyện ở nhiều nơi, ai bàng hoàng vì dịch cũng gọi.""",
    """Tuần lễ phim bên bờ biển khép lại. 63 bộ phim được chiếu cho hơn 25.000 khán giả, nhiều đạo diễn, diễn viên, \
nghệ sĩ dự thảm đỏ. Các phòng lưu trú kín khách. Thành phố kỳ vọng mỗi năm đón 10 đoàn phim, miễn tiền thuê bối cảnh, \
hỗ trợ 30 phần trăm chi phí. Ca khúc chủ đề do một nhạc sĩ trong vùng viết, vai diễn trẻ được khen. Sau bế mạc, ban tổ \
chức trồng 1.000 cây dừa dọc bãi.""",
)


@pytest.mark.parametrize("story", ACCOUNTS)
def test_accounts_of_what_a_place_did_are_read_though_they_tell_of_incidents_or_stages(story: str) -> None:
    assert extract(story_of(story)).figures


def test_shares_make_an_account() -> None:
    assert extract(story_of(f"{THEFT} So sánh hai tháng, số đồ bị mất giảm 12%, số được tìm thấy tăng 7%.")).figures


def test_many_words_that_governing_shares_with_incidents_outweigh_those_of_the_incident() -> None:
    work = (
        "Hội nghị bàn giải pháp nâng cao chất lượng công trình, tăng cường quản lý nhà nước, tuyên truyền ở các cấp. "
    )
    more = "Doanh nghiệp xây dựng 3 dự án, tạo 450 việc làm, đầu tư hạ tầng, hiệu quả, triển khai theo kế hoạch."
    assert list(extract(story_of(THEFT + work + more)).facts())


def test_what_is_short_is_read() -> None:
    assert extract(story_of("Hung thủ, nghi phạm, nạn nhân, bị cáo, bị can, tang vật: cả 6 người đều ở huyện.")).tallies


@pytest.mark.parametrize(
    "document",
    [
        Document(id="so", text=THEFT, sha256="", text_sha256="", head=Head(number="12/BC-CAT")),
        Document(id="loai", text=THEFT, sha256="", text_sha256="", head=Head(type="report")),
        Document(id="bang", text=THEFT, sha256="", text_sha256="", blocks=(Block(start=0, end=9, kind="table_cell"),)),
    ],
    ids=lambda document: document.id,
)
def test_what_has_a_number_a_type_or_a_table_is_read(document: Document) -> None:
    assert extract(document).figures


def test_the_lists_are_folded_and_share_no_word() -> None:
    words = off_topic._words()
    lists = [getattr(words, name) for name in words.__struct_fields__]
    assert all(word == fold(word).strip() for each in lists for word in each)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
