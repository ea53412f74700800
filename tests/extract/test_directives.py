"""Directives: what leaders hand out in news, notices and resolutions, sentence by sentence and as a flow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.extract.lexicon import lexicon
from camket.extract.orders.directives import find_directives
from camket.extract.people import who
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.model.document import DocumentKind, Head
from camket.model.fact import Directive
from camket.rules.book import rule_set


def read(
    text: str, kind: DocumentKind = "news", issuer: str | None = None, number: str | None = None
) -> tuple[Directive, ...]:
    """The directives of a text about Hà Nam in 2025."""
    reading = Reading(text, lexicon())
    for each in ("period", "reference", "person"):
        rule_set().run(each, reading)
    head = Head(type=kind, issuer=issuer, number=number, area="Hà Nam", date="2025-03-10")
    return find_directives(reading, who(reading), Scene(head=head, day="2025-03-10", year=2025, area="Hà Nam"))


def tasks(text: str) -> list[str]:
    return [one.quote for one in read(text)]


FRAMES = [
    # the recipient and the verb of saying stay outside
    (
        "Thủ tướng Lê Văn An yêu cầu tỉnh Hà Nam đẩy nhanh giải ngân vốn đầu tư công.",
        ["đẩy nhanh giải ngân vốn đầu tư công"],
    ),
    # a word of duty stays outside too
    ("Bí thư Tỉnh ủy Trần Thị Bình lưu ý, các địa phương cần rà soát quỹ đất.", ["rà soát quỹ đất"]),
    ("Phó Thủ tướng Vũ Văn Cường nhấn mạnh, tỉnh phải bảo vệ đất lúa.", ["bảo vệ đất lúa"]),
    # so does what was asked for, behind a colon
    (
        "Bí thư Tỉnh ủy Trần Thị Bình lưu ý: Các địa phương cần quyết tâm hoàn thành mục tiêu.",
        ["quyết tâm hoàn thành mục tiêu"],
    ),
    (
        "Phó Thủ tướng Vũ Văn Cường kết luận chủ trương chung là phải bố trí đủ vốn cho cầu.",
        ["bố trí đủ vốn cho cầu"],
    ),
    # a plan or a work that needs something opens with the verb of what is to be done
    (
        "Bí thư Tỉnh ủy Trần Thị Bình đề nghị xã rà soát nghèo. Chương trình cần tập trung vào hộ khó khăn.",
        ["rà soát nghèo", "tập trung vào hộ khó khăn"],
    ),
    # words in quotes behind a verb of saying may begin with the order
    (
        'Thủ tướng Lê Văn An đã kết luận "Giao Bộ Tài chính xem xét, bố trí nguồn vốn cho dự án".',
        ["xem xét, bố trí nguồn vốn cho dự án"],
    ),
    ("Phó Thủ tướng Vũ Văn Cường nhất trí báo cáo Thủ tướng cho lùi hạn.", ["báo cáo Thủ tướng cho lùi hạn"]),
    # cut at semicolons, not at commas
    (
        "Bộ trưởng Đỗ Minh Dũng đề nghị tỉnh hoàn thiện quy hoạch, công khai bản đồ; xử lý dứt điểm ô nhiễm làng nghề.",
        ["hoàn thiện quy hoạch, công khai bản đồ", "xử lý dứt điểm ô nhiễm làng nghề"],
    ),
    # a piece without a verb stays with the one before
    (
        "Thủ tướng Lê Văn An yêu cầu tỉnh nâng cấp các tiện ích: chợ dân sinh; bến xe; trạm y tế.",
        ["nâng cấp các tiện ích: chợ dân sinh; bến xe; trạm y tế"],
    ),
    # lead and supporting bodies are who is told
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ lập đề án trước ngày 30/6/2025.",
        ["chủ trì, phối hợp với Sở Nội vụ lập đề án trước ngày 30/6/2025"],
    ),
    # words first, speaker last
    (
        "“Thực hiện nghiêm kỷ luật phát ngôn. Không để lộ thông tin nội bộ”, Bí thư Tỉnh ủy Trần Thị Bình quán triệt.",
        ["Thực hiện nghiêm kỷ luật phát ngôn", "Không để lộ thông tin nội bộ"],
    ),
    # two speakers' verbs in one sentence share their subject
    (
        "Thủ tướng Lê Văn An đồng ý với đề xuất mở rộng cảng cạn; giao Bộ Xây dựng thẩm định hồ sơ.",
        ["đề xuất mở rộng cảng cạn", "thẩm định hồ sơ"],
    ),
    (
        "Phó Thủ tướng Vũ Văn Cường hoan nghênh tỉnh phấn đấu về đích nông thôn mới; yêu cầu tỉnh cần giữ đất lúa.",
        ["phấn đấu về đích nông thôn mới", "giữ đất lúa"],
    ),
    # a ban after the one who is told
    (
        "Thủ tướng Lê Văn An lưu ý tỉnh không chạy theo số lượng dự án.",
        ["không chạy theo số lượng dự án"],
    ),
    # which of them, and what it then has to do
    (
        "Bí thư Tỉnh ủy Trần Thị Bình yêu cầu xã nào chậm giải ngân thì phải kiểm điểm trước tỉnh.",
        ["xã nào chậm giải ngân thì phải kiểm điểm trước tỉnh"],
    ),
    # what a task holds for, or when it is due, may stand before its verb
    (
        "Thủ tướng Lê Văn An yêu cầu tỉnh lập quy hoạch; đối với vùng trũng, bố trí bơm; hết năm 2026 hoàn thành đê.",
        [
            "lập quy hoạch",
            "đối với vùng trũng, bố trí bơm",
            "hết năm 2026 hoàn thành đê",
        ],
    ),
    # a task whose verb is in no list, behind the name of the body
    (
        "Bí thư Tỉnh ủy Trần Thị Bình yêu cầu các huyện Kim Bảng, Bình Lục nhặt rác ven sông.",
        ["nhặt rác ven sông"],
    ),
    ("Thủ tướng Lê Văn An yêu cầu Bộ Xây dựng nhân bản mô hình này ra cả nước.", ["nhân bản mô hình này ra cả nước"]),
    # to be in charge is a task where nothing else is told
    ("Chủ tịch UBND tỉnh Ngô Văn Em giao Sở Y tế và Sở Nội vụ chủ trì trong quý III.", ["chủ trì trong quý III"]),
    # a time before the word of duty stays outside with it
    ("Bí thư Tỉnh ủy Trần Thị Bình yêu cầu đến hết ngày 31/5/2025 phải bố trí xong đất.", ["bố trí xong đất"]),
    # a saying at the end keeps its last quote
    (
        "Bí thư Tỉnh ủy Trần Thị Bình yêu cầu các sở chấm dứt tình trạng “cha chung không ai khóc”.",
        ["chấm dứt tình trạng “cha chung không ai khóc”"],
    ),
    # a thing handed over within a task is no order of its own
    (
        "Chủ tịch HĐND tỉnh Ngô Văn Em yêu cầu UBND tỉnh sớm ban hành kế hoạch, giao chỉ tiêu cho xã; bỏ nợ đọng.",
        ["sớm ban hành kế hoạch, giao chỉ tiêu cho xã", "bỏ nợ đọng"],
    ),
    # what is given to somebody may stand before the verb
    (
        "Bộ trưởng Đỗ Minh Dũng giao Cục Đường bộ lập báo cáo; việc mở cảng Yên Lệnh giao Cục Hàng hải nghiên cứu.",
        ["lập báo cáo", "việc mở cảng Yên Lệnh giao Cục Hàng hải nghiên cứu"],
    ),
    # a threat behind a task is no part of it, nor is a saying one
    (
        "Thủ tướng Lê Văn An yêu cầu tỉnh tăng 3 mũi thi công; nếu tiếp tục chậm sẽ thay nhà thầu.",
        ["tăng 3 mũi thi công"],
    ),
    ("“Đã hứa với dân thì phải làm”, Bí thư Tỉnh ủy Trần Thị Bình nhấn mạnh.", []),
    ("Bí thư Tỉnh ủy Trần Thị Bình nhấn mạnh, muốn thu hút đầu tư thì phải có mặt bằng.", []),
    # by a paper that somebody signs
    (
        "Thủ tướng Chính phủ Lê Văn An vừa ký Công điện số 33/CĐ-TTg yêu cầu các bộ tập trung ứng phó bão số 4.",
        ["tập trung ứng phó bão số 4"],
    ),
    # a wish after praise, and an order after a reason
    ("Bí thư Tỉnh ủy Trần Thị Bình chúc mừng ngành và mong muốn ngành tiếp tục đổi mới.", ["tiếp tục đổi mới"]),
    # the words before a count of things that follow only announce them
    (
        "Thủ tướng Lê Văn An đề nghị tỉnh tập trung vào ba đột phá. Một là, mở đường cao tốc. Hai là, đào tạo nghề.",
        ["mở đường cao tốc", "đào tạo nghề"],
    ),
    # a piece that goes on with `đồng thời` is a task of its own, whatever its verb
    (
        "Thủ tướng Lê Văn An đề nghị các bộ quan tâm tỉnh; đồng thời qua thực tiễn nêu các vấn đề vượt thẩm quyền.",
        ["quan tâm tỉnh", "qua thực tiễn nêu các vấn đề vượt thẩm quyền"],
    ),
    # those who are told do not speak
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em yêu cầu các đại biểu góp ý vào dự thảo Quy chế phân công nhiệm vụ.",
        ["góp ý vào dự thảo Quy chế phân công nhiệm vụ"],
    ),
    # what a rule lays on somebody is told, not ordered
    (
        "Thủ tướng Lê Văn An yêu cầu Bộ Y tế lập đề án. Theo quy định, các sở phải báo cáo hằng quý.",
        ["lập đề án"],
    ),
    # by a letter, and what it says of each body
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em vừa có văn bản chỉ đạo các sở khẩn trương khắc phục hậu quả bão.",
        ["khẩn trương khắc phục hậu quả bão"],
    ),
    # duties in a speech that begins with praise
    (
        "Bí thư Tỉnh ủy Trần Thị Bình ghi nhận kết quả của ngành y tế. Thời gian tới, ngành cần chú trọng y đức.",
        ["chú trọng y đức"],
    ),
    # a wish for luck behind a semicolon is no task, a reminder is one
    ("Thủ tướng Lê Văn An mong muốn bà con đoàn kết; tin tưởng tỉnh sẽ phát triển nhanh.", ["đoàn kết"]),
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em đôn đốc các nhà thầu tăng ca; nhắc nhở Sở Y tế rà soát kho thuốc.",
        ["tăng ca", "rà soát kho thuốc"],
    ),
    # assent to wishes that are only named
    ("Thủ tướng Lê Văn An đồng ý với các kiến nghị của tỉnh, giao Bộ Tài chính tổng hợp.", ["tổng hợp"]),
    # what an opening of ways names, and what somebody is told firmly
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em gợi mở hai hướng đi: tập trung trồng dược liệu; quảng bá du lịch.",
        ["tập trung trồng dược liệu", "quảng bá du lịch"],
    ),
    ("Bí thư Tỉnh ủy Trần Thị Bình quán triệt toàn ngành thực hiện nghiêm kỷ luật.", ["thực hiện nghiêm kỷ luật"]),
    ("Bí thư Tỉnh ủy Trần Thị Bình lưu ý các sở phối hợp chặt chẽ.", ["phối hợp chặt chẽ"]),
    # words of course before the task
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em yêu cầu các sở theo chức năng, nhiệm vụ triển khai kết luận này.",
        ["triển khai kết luận này"],
    ),
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em yêu cầu chủ đầu tư, trong phạm vi, trách nhiệm của mình, đẩy nhanh tiến độ.",
        ["đẩy nhanh tiến độ"],
    ),
    # two things agreed to and one that is not
    (
        "Thủ tướng Lê Văn An đồng ý lập khu thương mại tự do; chấp thuận bổ sung cảng cạn; chưa đồng ý nâng trần nợ.",
        ["lập khu thương mại tự do", "bổ sung cảng cạn"],
    ),
    # what the plan was set by is no order
    ("Theo Sở Tài chính, tỉnh đạt 62% kế hoạch Thủ tướng Chính phủ giao.", []),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_one_record_for_each_task_without_issuer_recipient_and_modal(text: str, expected: list[str]) -> None:
    assert tasks(text) == expected


NONE = [
    # what somebody was given by a leader, what a leader gave in the papers cited, what one admits
    "Tỉnh có 44 tỷ đồng mới được Thủ tướng Chính phủ giao bổ sung từ nguồn tăng thu.",
    "Căn cứ Quyết định của Bộ trưởng Bộ Tài chính về việc giao dự toán ngân sách.",
    (
        "Thủ tướng Lê Văn An nói, tỉnh đã vượt khó. Dù thừa nhận hụt thu do cá nhân nộp thuế gặp khó khăn; "
        "dự toán khá cao."
    ),
    "Khi Bộ trưởng Đỗ Minh Dũng yêu cầu báo cáo vụ việc, chi cục đã che giấu.",
    "Anh Lê Văn Định, trú tại xã An Lão, huyện Bình Lục, tỉnh Hà Nam yêu cầu chở về nhà.",
    "Hiệu trưởng Trường THCS Lý Nhân, tỉnh Hà Nam yêu cầu học sinh viết lời khai.",
    "Thủ tướng Lê Văn An đến thăm. Người đàn ông cho rằng dân phòng phải có kế hoạch.",
    "Chủ tịch UBND tỉnh Ngô Văn Em khẳng định tỉnh phải bảo đảm quyền lợi của người dân.",
    "Thủ tướng Lê Văn An đánh giá cao nỗ lực của Đảng bộ và nhân dân tỉnh Hà Nam.",
    "Chủ tịch UBND tỉnh Ngô Văn Em khẳng định tỉnh sẽ sớm hoàn thành tuyến đường.",
    "Bí thư Tỉnh ủy Trần Thị Bình cho biết, tỉnh đã tập trung tháo gỡ vướng mắc cho doanh nghiệp.",
    "Huấn luyện viên trưởng yêu cầu các cầu thủ tập trung phòng ngự.",
    "Bác sĩ khuyên người bệnh cần uống đủ nước và nên đi bộ mỗi ngày.",
    "Thủ tướng Anh yêu cầu các bộ rà soát ngân sách.",
    "Thủ tướng Lê Văn An đã chỉ đạo các bộ vào cuộc từ sớm.",
    "Theo Bí thư Tỉnh ủy Trần Thị Bình, các xã đã được yêu cầu báo cáo từ năm ngoái.",
]


@pytest.mark.parametrize("text", NONE)
def test_praise_promises_news_and_people_without_office_give_none(text: str) -> None:
    assert tasks(text) == []


def test_news_of_a_day_and_of_what_was_found_end_the_tasks() -> None:
    found = read(
        "Bí thư Tỉnh ủy Trần Thị Bình yêu cầu Công an tỉnh vào cuộc.\nĐiều tra ban đầu cho thấy xe mất phanh.\n"
        "Ngày 20/11, Sở Y tế tiếp tục khám cho các em.\n"
    )
    assert [one.quote for one in found] == ["vào cuộc"]


def test_the_floor_is_kept_over_sentences_and_paragraphs() -> None:
    found = read(
        "Thủ tướng Lê Văn An đề nghị tỉnh Hà Nam tập trung thu hút đầu tư. Đẩy mạnh cải cách hành chính.\n"
        "Bên cạnh đó, tỉnh cũng cần chăm lo nhà ở cho công nhân.\n"
        "Mặt trận và các đoàn thể tiếp tục đổi mới phương thức hoạt động.\n"
    )
    assert [one.quote for one in found] == [
        "tập trung thu hút đầu tư",
        "Đẩy mạnh cải cách hành chính",
        "chăm lo nhà ở cho công nhân",
        "tiếp tục đổi mới phương thức hoạt động",
    ]
    assert {one.issuer for one in found} == {"Lê Văn An"}
    assert {one.kind for one in found} == {"request"}
    assert found[1].recipient == "tỉnh Hà Nam"
    assert found[3].recipient == "Mặt trận và các đoàn thể"


def test_a_new_speaker_ends_the_floor() -> None:
    found = read(
        "Thủ tướng Lê Văn An yêu cầu tỉnh khẩn trương lập quy hoạch.\n"
        "Thay mặt tỉnh, Bí thư Tỉnh ủy Trần Thị Bình cảm ơn Thủ tướng.\n"
        "Tăng cường quảng bá du lịch là việc tỉnh đang làm.\n"
    )
    assert [one.quote for one in found] == ["khẩn trương lập quy hoạch"]


def test_the_body_counts_not_title_lead_and_caption() -> None:
    text = (
        "Hà Nam cần giữ vững vùng trồng lúa chất lượng cao\n"
        "Thủ tướng Lê Văn An yêu cầu tỉnh Hà Nam giữ vững vùng trồng lúa chất lượng cao của cả tỉnh.\n"
        "Chiều 9/3, Thủ tướng Lê Văn An làm việc với Ban Thường vụ Tỉnh ủy Hà Nam.\n"
        "Năm 2024, kinh tế của tỉnh tăng 9%.\n"
        "Thủ tướng yêu cầu tỉnh Hà Nam giữ vững vùng trồng lúa chất lượng cao của cả tỉnh, gắn với chế biến.\n"
        "Hà Nam cần giữ vững vùng trồng lúa chất lượng cao\n"
    )
    (found,) = read(text)
    assert found.start == text.rindex("giữ vững vùng trồng lúa chất lượng cao của cả tỉnh, gắn")


def test_a_call_with_its_list() -> None:
    found = read(
        "Chủ tịch UBND tỉnh Ngô Văn Em kêu gọi các cấp, các ngành và nhân dân làm tốt những việc sau đây:\n"
        "Một là, thực hành tiết kiệm điện.\n"
        "Hai là, phân loại rác tại nguồn; không đốt rơm rạ.\n"
    )
    assert [one.quote for one in found] == ["thực hành tiết kiệm điện", "phân loại rác tại nguồn", "không đốt rơm rạ"]
    assert {(one.kind, one.issuer) for one in found} == {("call", "Ngô Văn Em")}


def test_a_notice_speaks_with_the_leaders_voice() -> None:
    text = (
        "THÔNG BÁO\n"
        "Kết luận của Chủ tịch UBND tỉnh Ngô Văn Em tại phiên họp tháng 3\n\n"
        "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:\n"
        "1. Giao Sở Y tế rà soát trang thiết bị, báo cáo UBND tỉnh trước ngày 20/3/2025.\n"
        "2. Sở Xây dựng:\n"
        "- Công bố quy hoạch phân khu;\n"
        "- Kiểm tra các công trình vi phạm trong tháng 4.\n"
        "3. Thống nhất chủ trương sửa chữa trụ sở theo đề nghị của Sở Nội vụ.\n\n"
        "Nơi nhận:\n- Bộ Y tế (để báo cáo);\n"
    )
    found = read(text, "notice", "Văn phòng UBND tỉnh")
    assert [(one.quote, one.recipient, one.deadline, one.kind) for one in found] == [
        ("rà soát trang thiết bị, báo cáo UBND tỉnh trước ngày 20/3/2025", "Sở Y tế", "by:2025-03-19", "instruct"),
        ("Công bố quy hoạch phân khu", "Sở Xây dựng", None, "instruct"),
        ("Kiểm tra các công trình vi phạm trong tháng 4", "Sở Xây dựng", "by:2025-04", "instruct"),
        ("sửa chữa trụ sở theo đề nghị của Sở Nội vụ", None, None, "agree"),
    ]
    assert {one.issuer for one in found} == {"Ngô Văn Em"}


def test_a_resolution_speaks_with_the_voice_of_its_body() -> None:
    found = read(
        "QUYẾT NGHỊ\n"
        "Điều 3. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.\n"
        "Đại hội kêu gọi cán bộ, đảng viên phát huy truyền thống đoàn kết.\n",
        "resolution",
        "Đại hội đại biểu Đảng bộ tỉnh Hà Nam",
    )
    assert [one.quote for one in found] == ["tổ chức thực hiện Nghị quyết", "phát huy truyền thống đoàn kết"]
    assert {one.issuer for one in found} == {"Đại hội đại biểu Đảng bộ tỉnh Hà Nam"}


CONCLUSION = """TỈNH ỦY HÀ NAM
Số 77-KL/TU

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về phát triển làng nghề

Sau khi thảo luận, Ban Thường vụ Tỉnh ủy thống nhất kết luận như sau:
I. TÌNH HÌNH
Năm 2024, các huyện đã quy hoạch 9 cụm nghề; hoàn thành 4 trạm xử lý nước thải. Còn 2 cụm chậm, cần cố gắng hơn.
II. NHIỆM VỤ
1. Các cấp ủy, tổ chức đảng quán triệt Kết luận này; xác định đây là việc thường xuyên.
2. Ban cán sự đảng UBND tỉnh lãnh đạo UBND tỉnh:
2.1. Bố trí quỹ đất cho các cụm nghề.
2.2. Chỉ đạo Sở Công Thương lập danh mục di dời.
3. Báo Hà Nam mở chuyên mục về nghệ nhân.
4. Ban Tuyên giáo Tỉnh ủy định hướng tuyên truyền.
5. Đồng ý chủ trương cho phép huyện Thanh Liêm thí điểm chợ đêm.
6. Không đồng ý với đề nghị của Huyện ủy Bình Lục về việc lùi thời hạn di dời.
7. Văn phòng Tỉnh ủy theo dõi việc thực hiện.
"""


def test_a_conclusion_hands_out_tasks_under_its_announcement_and_none_in_its_account() -> None:
    found = read(CONCLUSION, "other", "Tỉnh ủy Hà Nam", "77-KL/TU")
    assert [(one.recipient, one.quote) for one in found] == [
        ("Các cấp ủy, tổ chức đảng", "quán triệt Kết luận này"),
        ("Các cấp ủy, tổ chức đảng", "xác định đây là việc thường xuyên"),
        ("Ban cán sự đảng UBND tỉnh", "Bố trí quỹ đất cho các cụm nghề"),
        ("Ban cán sự đảng UBND tỉnh", "Chỉ đạo Sở Công Thương lập danh mục di dời"),
        ("Báo Hà Nam", "mở chuyên mục về nghệ nhân"),
        ("Ban Tuyên giáo Tỉnh ủy", "định hướng tuyên truyền"),
        ("huyện Thanh Liêm", "cho phép huyện Thanh Liêm thí điểm chợ đêm"),
        ("Văn phòng Tỉnh ủy", "theo dõi việc thực hiện"),
    ]
    assert {one.issuer for one in found} == {"Ban Thường vụ Tỉnh ủy"}


NOTICE = """THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Ngô Văn Em tại cuộc họp về cầu Yên Lệnh

Phó Chủ tịch UBND tỉnh Ngô Văn Em kết luận như sau:
1. Về vật liệu san lấp: Sở Công Thương hướng dẫn cấp mỏ; Sở Tài chính công bố giá trong tháng 4/2025.
2. UBND thành phố Phủ Lý bàn giao mặt bằng; định kỳ báo cáo UBND tỉnh trước ngày 15 hằng tháng.
3. Phê bình Chủ tịch UBND xã An Lão; yêu cầu kiểm điểm trước ngày 25/4/2025.
4. Biểu dương Sở Nội vụ hoàn thành sớm kế hoạch.
5. Rà soát các hộ chưa nhận tiền.
6. Việc cấp mỏ đất phải xong trước ngày 30/6/2025; nguồn vốn có thể kéo dài sang năm sau.
7. Trường hợp cần thiết, điều chỉnh thiết kế.
8. Các chỉ tiêu chủ yếu:
- Tỷ lệ giải ngân đạt 95%.
- Tổng khối lượng đắp đạt từ 40 nghìn m3 trở lên.
"""


def test_items_of_a_notice_with_their_matters_and_without_praise_and_targets() -> None:
    found = read(NOTICE, "notice", "Văn phòng UBND tỉnh")
    assert [(one.recipient, one.quote, one.deadline) for one in found] == [
        ("Sở Công Thương", "hướng dẫn cấp mỏ", None),
        ("Sở Tài chính", "công bố giá trong tháng 4/2025", "by:2025-04"),
        ("UBND thành phố Phủ Lý", "bàn giao mặt bằng", None),
        ("UBND thành phố Phủ Lý", "định kỳ báo cáo UBND tỉnh trước ngày 15 hằng tháng", None),
        (None, "kiểm điểm trước ngày 25/4/2025", "by:2025-04-24"),
        (None, "Rà soát các hộ chưa nhận tiền", None),
        (None, "Việc cấp mỏ đất phải xong trước ngày 30/6/2025", "by:2025-06-29"),
        (None, "Trường hợp cần thiết, điều chỉnh thiết kế", None),
    ]
    assert {one.issuer for one in found} == {"Ngô Văn Em"}


LABELLED = """KẾ HOẠCH
Chuyển đổi số năm 2025

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Chuyển biến nhận thức của cán bộ.
2. Yêu cầu
a) Gắn trách nhiệm người đứng đầu với kết quả.
II. NHIỆM VỤ
1. Xây dựng kho dữ liệu
a) Nhiệm vụ: Rà soát dữ liệu hộ tịch; ưu tiên số hóa sổ bộ cũ.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Sở Tư pháp.
- Đơn vị phối hợp: Công an tỉnh.
c) Thời gian thực hiện: Hoàn thành trong năm 2025.
"""


def test_what_a_plan_demands_and_labels_that_say_who_and_by_when() -> None:
    found = read(LABELLED, "plan", "UBND tỉnh Hà Nam")
    assert [(one.recipient, one.quote, one.deadline) for one in found] == [
        (None, "Gắn trách nhiệm người đứng đầu với kết quả", None),
        ("Sở Tư pháp", "Rà soát dữ liệu hộ tịch", "by:2025-12"),
        ("Sở Tư pháp", "ưu tiên số hóa sổ bộ cũ", "by:2025-12"),
    ]


def test_news_that_a_piece_tells_are_told_by_the_pieces_behind_it() -> None:
    text = (
        "Thủ tướng Chính phủ giao UBND tỉnh Hà Nam công bố kết quả.\n"
        "Để đạt được mục tiêu đạt chuẩn, những năm qua Huyện ủy đã tổ chức tốt việc học tập; "
        "tuyên truyền sâu rộng tới người dân về chương trình."
    )
    assert tasks(text) == ["công bố kết quả"]


def test_a_councils_paper_without_head_speaks_with_the_voice_of_the_line_under_its_title() -> None:
    text = (
        "Nghị quyết về dự toán ngân sách năm 2026\nHội đồng nhân dân tỉnh hà nam khóa xix - kỳ họp thứ 6\n"
        "Quyết nghị:\nĐiều 1. Thông qua dự toán.\nIII. Biện pháp chủ yếu:\n* Về thu:\n"
        "1. Tiếp tục chống thất thu, nuôi dưỡng nguồn thu;\n2. Kịp thời tháo gỡ vướng mắc.\n"
        "Điều 2. Tổ chức thực hiện\nUBND tỉnh tổ chức thực hiện Nghị quyết này."
    )
    found = read(text, kind="resolution")
    assert [one.quote for one in found] == [
        "Tiếp tục chống thất thu, nuôi dưỡng nguồn thu",
        "Kịp thời tháo gỡ vướng mắc",
        "tổ chức thực hiện Nghị quyết này",
    ]
    assert {one.issuer for one in found} == {"Hội đồng nhân dân tỉnh Hà Nam"}


def test_what_a_leader_concluded_goes_on_below_every_heading() -> None:
    text = (
        "THÔNG BÁO\nKết luận của Phó Thủ tướng Vũ Văn Cường tại phiên họp về đường cao tốc\n"
        "Phó Thủ tướng Vũ Văn Cường kết luận như sau:\nI. ĐÁNH GIÁ CHUNG\n"
        "Chủ tịch UBND tỉnh đã giao 12 nhiệm vụ cho các sở.\n(...)\nII. NHIỆM VỤ\n"
        "Thời gian còn ít; do vậy, yêu cầu các sở, các huyện:\n1. Đẩy nhanh thủ tục đầu tư\n(...)\n"
        "a) Sở Xây dựng khẩn trương hoàn thiện hồ sơ; sớm báo cáo UBND tỉnh.\n2. Các nội dung khác\n"
        "b) Huyện Bình Lục đẩy nhanh việc lựa chọn nhà thầu."
    )
    found = read(text, kind="notice")
    assert [(one.recipient, one.quote) for one in found] == [
        ("Sở Xây dựng", "khẩn trương hoàn thiện hồ sơ"),
        ("Sở Xây dựng", "sớm báo cáo UBND tỉnh"),
        ("Huyện Bình Lục", "đẩy nhanh việc lựa chọn nhà thầu"),
    ]


def test_labels_below_an_item_say_who_does_it() -> None:
    text = (
        "KẾ HOẠCH\nPhát triển dữ liệu\nII. NHIỆM VỤ,\nGIẢI PHÁP\n1. Rà soát đội ngũ cán bộ\n"
        "- Thường xuyên rà soát đội ngũ cán bộ pháp chế.\nĐơn vị chủ trì tham mưu thực hiện: Sở Nội vụ.\n"
        "Thời gian thực hiện: Tháng 12/2025.\n- Tăng cường ứng dụng công nghệ số.\n"
        "Đơn vị chủ trì: Sở Khoa học và Công nghệ.\nIII. TỔ CHỨC\nTHỰC HIỆN\n"
        "1. Các sở xây dựng kế hoạch riêng. Định kỳ báo cáo UBND tỉnh kết quả."
    )
    found = read(text, kind="plan", issuer="Ủy ban nhân dân tỉnh Hà Nam")
    assert [(one.recipient, one.deadline, one.quote) for one in found] == [
        ("Sở Nội vụ", "by:2025-12", "Thường xuyên rà soát đội ngũ cán bộ pháp chế"),
        ("Sở Khoa học và Công nghệ", None, "Tăng cường ứng dụng công nghệ số"),
        ("Các sở", None, "xây dựng kế hoạch riêng"),
        ("Các sở", None, "Định kỳ báo cáo UBND tỉnh kết quả"),
    ]


def test_pieces_that_state_a_number_to_be_reached_are_no_part_of_a_task() -> None:
    text = (
        "Chủ tịch UBND tỉnh Ngô Văn Em yêu cầu các xã phấn đấu đạt thu nhập 75 triệu đồng; "
        "tỷ lệ hộ nghèo dưới 3%; 50% trường đạt chuẩn; hoàn thành xây dựng nhà văn hóa xã."
    )
    assert tasks(text) == ["phấn đấu đạt thu nhập 75 triệu đồng", "hoàn thành xây dựng nhà văn hóa xã"]


def test_an_item_that_names_its_matter_twice_orders_behind_it() -> None:
    text = (
        "THÔNG BÁO\nKết luận của Thủ tướng Lê Văn An tại buổi làm việc với tỉnh Hà Nam\n"
        "Thủ tướng Lê Văn An kết luận như sau:\n"
        "8. Về mô hình chính quyền: tăng số cấp phó ở xã từ 2 lên 3 người: giao Bộ Nội vụ tổng hợp, báo cáo."
    )
    (found,) = read(text, kind="notice")
    assert (found.recipient, found.quote) == ("Bộ Nội vụ", "tổng hợp, báo cáo")


def test_a_resolution_without_number_speaks_with_the_voice_of_the_line_above_its_grounds() -> None:
    found = read(
        "NGHỊ QUYẾT\nVề phát triển kinh tế năm 2025\n\nQUỐC HỘI\n\nCăn cứ Hiến pháp;\n\nQUYẾT NGHỊ:\n\n"
        "Điều 2. Nhiệm vụ\n\nQuốc hội cơ bản tán thành các giải pháp do Chính phủ đề xuất, đồng thời, đề nghị "
        "Chính phủ và các cơ quan tập trung thực hiện các nhiệm vụ sau đây:\n\n"
        "2.1. Hoàn thiện thể chế\n\nĐề cao phương pháp quản lý theo kết quả. "
        "Trong năm 2025, cơ bản hoàn thành sân bay.\n",
        "resolution",
    )
    assert [(one.issuer, one.recipient, one.quote) for one in found] == [
        ("Quốc hội", "Chính phủ và các cơ quan", "Đề cao phương pháp quản lý theo kết quả"),
        ("Quốc hội", "Chính phủ và các cơ quan", "Trong năm 2025, cơ bản hoàn thành sân bay"),
    ]


def test_a_paper_names_its_issuer_as_its_own_sentences_do() -> None:
    plan = "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Rà soát biên chế.\nBáo cáo {} trong quý II.\n"
    (short,) = {one.issuer for one in read(plan.format("UBND tỉnh"), "plan", "Ủy ban nhân dân tỉnh Hà Nam")}
    (full,) = {one.issuer for one in read(plan.format("Ủy ban nhân dân tỉnh"), "plan", "Ủy ban nhân dân tỉnh Hà Nam")}
    assert (short, full) == ("UBND tỉnh Hà Nam", "Ủy ban nhân dân tỉnh Hà Nam")


def test_a_committee_of_the_council_asks_the_government_below() -> None:
    (found,) = read("Ban Kinh tế - Ngân sách đề nghị UBND tỉnh thu hồi các dự án chậm trong quý II/2025.")
    assert (found.issuer, found.kind, found.deadline) == ("Ban Kinh tế - Ngân sách", "request", "by:2025-06")


def test_a_deputy_speaks_for_the_body_whose_deputy_he_is() -> None:
    (found,) = read("Phó Chủ tịch UBND tỉnh Ngô Văn Em giao UBND thành phố Phủ Lý kiểm kê đất.")
    assert (found.recipient, found.quote) == ("UBND thành phố Phủ Lý", "kiểm kê đất")


def test_an_official_paper_says_each_thing_for_itself() -> None:
    task = "Sở Xây dựng rà soát các kè xung yếu ven sông Đáy và sông Châu trên địa bàn tỉnh"
    text = f"Chủ tịch UBND tỉnh kết luận như sau:\n1. {task}.\n2. {task} sau mùa mưa lũ.\n"
    assert len(read(text, "notice", "UBND tỉnh")) == 2


def test_a_letter_gives_the_leaders_opinion() -> None:
    found = read(
        "Kính gửi: Sở Tài chính\nChủ tịch UBND tỉnh có ý kiến như sau:\n1. Giao Sở Tài chính thẩm định hồ sơ.\n",
        "letter",
        "Văn phòng UBND tỉnh",
    )
    assert [(one.issuer, one.quote) for one in found] == [("Chủ tịch UBND tỉnh", "thẩm định hồ sơ")]


def test_an_item_beside_the_one_that_named_its_body_is_not_for_that_body() -> None:
    found = read(
        "Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế:\n- Kiểm tra kho thuốc.\n2. Tăng cường phun khử khuẩn.\n",
        "notice",
        "UBND tỉnh",
    )
    assert [one.quote for one in found] == ["Kiểm tra kho thuốc", "Tăng cường phun khử khuẩn"]
    assert found[0].recipient == "Sở Y tế"


def test_results_stay_results_below_their_own_headings() -> None:
    found = read(
        "I. KẾT QUẢ\n1. Công tác chỉ đạo\nTỉnh đã đắp đập; các huyện cần cố gắng hơn mới đạt yêu cầu.\n"
        "II. KIẾN NGHỊ\nĐề nghị UBND các huyện tiếp tục giữ đập.\n",
        "report",
        "UBND tỉnh Hà Nam",
    )
    assert [one.quote for one in found] == ["tiếp tục giữ đập"]


def test_a_councils_resolution_lists_tasks_under_a_heading_but_not_its_targets() -> None:
    found = read(
        "NGHỊ QUYẾT\nVề nhiệm vụ năm 2025\n\n"
        "Điều 2. Mục tiêu, chỉ tiêu\n1. Giải quyết việc làm cho 9.000 lao động.\n"
        "Điều 3. Nhiệm vụ, giải pháp\n1. Đẩy nhanh tiến độ đường vành đai; khắc phục sạt lở đê.\n",
        "resolution",
        "Hội đồng nhân dân tỉnh Hà Nam",
    )
    assert [one.quote for one in found] == ["Đẩy nhanh tiến độ đường vành đai", "khắc phục sạt lở đê"]


def test_who_was_asked_stands_before_a_passive_verb() -> None:
    found = read(
        "Chủ tịch UBND tỉnh Ngô Văn Em giao Sở Y tế lập chốt kiểm dịch.\n"
        "Lãnh đạo huyện Kim Bảng được yêu cầu rào các hố nước.\n"
    )
    assert [(one.issuer, one.recipient, one.quote) for one in found] == [
        ("Ngô Văn Em", "Sở Y tế", "lập chốt kiểm dịch"),
        ("Ngô Văn Em", "Lãnh đạo huyện Kim Bảng", "rào các hố nước"),
    ]


def test_the_head_of_the_deputies_asks_those_below() -> None:
    found = read(
        "Bà Lê Thị Hạnh, Phó Trưởng đoàn ĐBQH tỉnh, đề nghị UBND huyện trả lời từng ý kiến; "
        "đề nghị Chính phủ sửa nghị định.\n"
        "Bà cũng mong cử tri tiếp tục giám sát.\n"
    )
    assert [(one.recipient, one.quote) for one in found] == [
        ("UBND huyện", "trả lời từng ý kiến"),
        ("cử tri", "tiếp tục giám sát"),
    ]


RESULTS = [
    "Nhiệm vụ này thay thế nhiệm vụ giao tại Công văn số 1234/UBND-KTTH.",
    "Kiến nghị Chính phủ bổ sung 500 tỷ đồng làm đê.",
    "Thống nhất chủ trương theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV.",
    "Đến ngày 28/2/2025, toàn tỉnh thu hút được 12 dự án, thấp hơn cùng kỳ.",
    "Tỉnh đã bố trí 300 tỷ đồng cho các hồ chứa.",
    "Tính đến nay, các huyện thực hiện 45% khối lượng.",
    "Mục tiêu năm 2025: giải quyết việc làm cho 9.000 lao động; xuất khẩu 2 tỷ USD.",
    "Chỉ tiêu đến năm 2027 là nâng cấp 40 km đê.",
    "Mục tiêu đến năm 2027:\n- Trồng mới 500 ha rừng;\n- Xây dựng 3 trạm bơm.",
]


@pytest.mark.parametrize("item", RESULTS)
def test_results_and_targets_in_a_notice_are_no_tasks(item: str) -> None:
    text = f"Chủ tịch UBND tỉnh kết luận như sau:\n1. {item}\n2. Sở Y tế rà soát kho thuốc.\n"
    assert [one.quote for one in read(text, "notice", "UBND tỉnh")] == ["rà soát kho thuốc"]


def test_a_result_and_a_task_in_one_item() -> None:
    found = read(
        "Chủ tịch UBND tỉnh kết luận như sau:\n"
        "1. Đến nay, toàn tỉnh giải ngân được 30% kế hoạch; các chủ đầu tư khẩn trương nghiệm thu khối lượng.\n"
        "2. Toàn tỉnh phấn đấu thu được 500 tỷ đồng tiền sử dụng đất.\n",
        "notice",
        "UBND tỉnh",
    )
    assert [one.quote for one in found] == [
        "khẩn trương nghiệm thu khối lượng",
        "phấn đấu thu được 500 tỷ đồng tiền sử dụng đất",
    ]


PLAN = """KẾ HOẠCH
Phòng, chống lụt bão năm 2025

I. MỤC TIÊU
1. Sở Xây dựng nâng cấp 12 km đê.
II. NHIỆM VỤ, GIẢI PHÁP
1. Gia cố đê điều
- Tập trung gia cố các điểm xung yếu.
- Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát các kè; báo cáo kết quả trong quý II.
- Khu vực nông thôn phát triển khá.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì tập huấn lực lượng xung kích.
- Báo cáo UBND tỉnh về biên chế.
2. Các sở, ngành; UBND các huyện
Căn cứ nhiệm vụ, xây dựng kế hoạch chi tiết.
3. Văn phòng UBND tỉnh có trách nhiệm:
- Theo dõi, đôn đốc.
4. Bộ Chỉ huy Quân sự tỉnh huấn luyện dân quân các xã ven sông.
IV. KINH PHÍ
1. Sở Tài chính bố trí 5 tỷ đồng.
"""


def test_a_plan_gives_each_body_its_share() -> None:
    found = read(PLAN, "plan", "UBND tỉnh Hà Nam")
    assert [(one.recipient, one.quote, one.deadline) for one in found] == [
        ("Sở Xây dựng", "chủ trì, phối hợp với Sở Tài chính rà soát các kè", None),
        ("Sở Xây dựng", "báo cáo kết quả trong quý II", "by:2025-06"),
        ("Sở Nội vụ", "Chủ trì tập huấn lực lượng xung kích", None),
        ("Sở Nội vụ", "Báo cáo UBND tỉnh về biên chế", None),
        ("Các sở, ngành; UBND các huyện", "Căn cứ nhiệm vụ, xây dựng kế hoạch chi tiết", None),
        ("Văn phòng UBND tỉnh", "Theo dõi, đôn đốc", None),
        ("Bộ Chỉ huy Quân sự tỉnh", "huấn luyện dân quân các xã ven sông", None),
    ]
    assert {(one.issuer, one.kind) for one in found} == {("UBND tỉnh Hà Nam", "instruct")}


def test_headings_with_capitals_stand_above_those_with_roman_numbers() -> None:
    found = read(
        "A. TÌNH HÌNH\nI. Kết quả\n1. Các huyện cần cố gắng hơn.\n"
        "B. NHIỆM VỤ\nI. Đê điều\n1. Sở Xây dựng gia cố các kè xung yếu.\n",
        "plan",
        "UBND tỉnh Hà Nam",
    )
    assert [(one.recipient, one.quote) for one in found] == [("Sở Xây dựng", "gia cố các kè xung yếu")]


def test_a_report_of_who_did_what_gives_no_share() -> None:
    assert read(PLAN, "report", "UBND tỉnh Hà Nam") == ()


MEANT = [
    ("Đồng chí Bí thư Tỉnh ủy nhấn mạnh vai trò của đê điều. Đồng chí", "Bí thư Tỉnh ủy"),
    ("Kết luận, Bí thư Tỉnh ủy Ninh Bình nhấn mạnh vai trò của đê điều. Ông", "Bí thư Tỉnh ủy Ninh Bình"),
    ("Thay mặt tỉnh, Chủ tịch HĐND tỉnh phát biểu. Bà", "Trần Thị Bình"),
    ("Ông", "Ngô Văn Em"),
    ("Chủ tịch UBND tỉnh giao ông Lê Văn Tư, Giám đốc Sở Y tế, lập chốt. Ông", "Ngô Văn Em"),
]


@pytest.mark.parametrize(("words", "issuer"), MEANT)
def test_a_form_of_address_means_the_nearest_who_spoke(words: str, issuer: str) -> None:
    found = read(
        "Bà Trần Thị Bình, Chủ tịch HĐND tỉnh dự hội nghị. "
        f"Chủ tịch UBND tỉnh Ngô Văn Em báo cáo kết quả. {words} yêu cầu Ban Cán sự đảng UBND tỉnh cắm mốc chỉ giới.\n"
    )
    assert (found[-1].issuer, found[-1].recipient) == (issuer, "Ban Cán sự đảng UBND tỉnh")


def test_an_unnamed_comrade_gives_orders_and_an_unnamed_man_does_not() -> None:
    (found,) = read("Đồng chí yêu cầu Ban Cán sự đảng UBND tỉnh lập kịch bản, hoàn thành trước 15/4/2025.")
    assert (found.issuer, found.issuer_position) == ("Đồng chí", None)
    assert tasks("Ông yêu cầu Sở Y tế lập kịch bản.") == []


BODIES = [
    ("Thống kê tỉnh", "Thống kê tỉnh"),
    ("Thuế tỉnh", "Thuế tỉnh"),
    ("Kho bạc Nhà nước khu vực XII", "Kho bạc Nhà nước khu vực XII"),
    ("Công an tỉnh", "Công an tỉnh"),
    ("Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
    ("Sở Xây dựng (chủ trì), Sở Y tế:", "Sở Xây dựng"),
    ("Sở Y tế, Sở Xây dựng (cơ quan chủ trì)", "Sở Xây dựng"),
]


@pytest.mark.parametrize(("words", "recipient"), BODIES)
def test_the_body_that_an_item_begins_with_is_told(words: str, recipient: str) -> None:
    text = f"Chủ tịch UBND tỉnh kết luận như sau:\n1. {words} lập danh mục các hộ ven sông.\n"
    (found,) = read(text, "notice", "UBND tỉnh")
    assert (found.recipient, found.quote) == (recipient, "lập danh mục các hộ ven sông")


def test_one_short_task_for_two_bodies_is_two() -> None:
    text = "Chủ tịch UBND tỉnh kết luận như sau:\n1. Giao Sở Y tế chủ trì.\n2. Giao Sở Nội vụ chủ trì.\n"
    assert [one.recipient for one in read(text, "notice", "UBND tỉnh")] == ["Sở Y tế", "Sở Nội vụ"]


TOLD = [
    ("Chi cục Thú y đến hết quý II/2025 phải", "Chi cục Thú y"),
    ("báo chí tiếp tục", "báo chí"),
    ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ", "Sở Y tế"),
    ("Hà Nam cần", "tỉnh Hà Nam"),
]


@pytest.mark.parametrize(("words", "recipient"), TOLD)
def test_the_recipient_is_a_body_without_times_and_helpers(words: str, recipient: str) -> None:
    (found,) = read(f"Bí thư Tỉnh ủy Trần Thị Bình đề nghị {words} tuyên truyền về vắc xin.")
    assert found.recipient == recipient


WHO = [
    ("Người đứng đầu Chính phủ yêu cầu các bộ cắt giảm thủ tục.", "Lê Văn An"),
    ("Ông yêu cầu các bộ cắt giảm thủ tục.", "Lê Văn An"),
    ("Thủ tướng cũng yêu cầu các bộ cắt giảm thủ tục.", "Lê Văn An"),
    ("Bộ Tài chính yêu cầu các địa phương cắt giảm thủ tục.", "Bộ Tài chính"),
    ("Phó Thủ tướng yêu cầu các bộ cắt giảm thủ tục.", "Phó Thủ tướng"),
]


@pytest.mark.parametrize(("sentence", "issuer"), WHO)
def test_the_issuer_is_whom_title_or_pronoun_mean(sentence: str, issuer: str) -> None:
    (found,) = read(f"Thủ tướng Lê Văn An đến thăm Hà Nam.\n{sentence}\n")
    assert (found.issuer, found.quote) == (issuer, "cắt giảm thủ tục")


def test_a_lower_leader_only_asks_before_a_higher_one() -> None:
    found = read(
        "Chủ tịch UBND tỉnh Ngô Văn Em đề nghị Chính phủ bố trí vốn làm đường.\n"
        "Thủ tướng Lê Văn An yêu cầu Bộ Tài chính cân đối nguồn lực.\n"
    )
    assert [(one.issuer, one.quote) for one in found] == [("Lê Văn An", "cân đối nguồn lực")]


DUES = [
    ("hoàn thành trước ngày 30/6/2026", "by:2026-06-29"),
    ("hoàn thành trong tháng 10", "by:2025-10"),
    ("hoàn thành đến hết năm 2025", "by:2025-12"),
    ("đến hết tháng 5/2025 phải hoàn thành đề án", "by:2025-05"),
    ("hoàn thành trước 30-9", "by:2025-09-29"),
    ("báo cáo UBND tỉnh kết quả ngày 25/6/2026", "by:2026-06-25"),
    ("khánh thành cầu vào ngày 19 tháng 12 năm 2025", "by:2025-12-19"),
    ("báo cáo số liệu của hội nghị ngày 25/6/2024", None),
    ("chuẩn bị nội dung hội nghị ngày 25/6/2026", None),
    ("hoàn thành chậm nhất ngày 15-4", "by:2025-04-15"),
    ("giữ mức tăng trước 5-6% mỗi năm", None),
    ("hoàn thành trong vòng 15 ngày kể từ ngày ban hành", "by:2025-03-25"),
    ("hoàn thành trong thời hạn 02 tháng kể từ ngày ký Quyết định này", "by:2025-05-10"),
    ("hoàn thành trong 3 tuần kể từ hôm nay", "by:2025-03-31"),
    ("hoàn thành trong vòng 10 ngày kể từ ngày ký kết hợp đồng", None),
    ("hoàn thành trong vòng 10 ngày làm việc kể từ ngày ký", None),
    ("lập báo cáo trước ngày 20 hằng tháng", None),
    ("lập báo cáo trước 16 giờ ngày 25/6", "by:2025-06-25"),
    ("lập báo cáo trong tuần này", "by:2025-03-16"),
    ("lập báo cáo ngay trong tuần tới", "by:2025-03-23"),
    ("hoàn thành trong tháng 6, chậm nhất ngày 05/7/2026", "by:2026-07-05"),
    ("trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026", "by:2026-12"),
    ("hướng dẫn sau khi Nghị định có hiệu lực 30 ngày", None),
    ("thường xuyên cập nhật số liệu", None),
    ("hoàn thành Quy hoạch thời kỳ 2021-2030", None),
    ("hoàn thiện tờ trình tại kỳ họp giữa năm 2026", "by:2026-07"),
    ("rà soát các dự án dừng sau ngày 30/6/2025", None),
    ("thực hiện Quy hoạch tỉnh Hà Nam thời kỳ 2021 - 2030, tầm nhìn đến năm 2050", None),
]


@pytest.mark.parametrize(("task", "due"), DUES)
def test_the_due_is_what_the_task_says(task: str, due: str | None) -> None:
    (found,) = read(f"Chủ tịch UBND tỉnh Ngô Văn Em yêu cầu Sở Y tế {task}.")
    assert found.deadline == due


PIECES = st.lists(
    st.sampled_from(
        [
            "Thủ tướng Lê Văn An yêu cầu tỉnh rà soát quy hoạch; báo cáo kết quả.",
            "Tỉnh cần chăm lo đời sống nhân dân.",
            "“Giữ vững kỷ cương”, Thủ tướng nhấn mạnh.",
            "Kinh tế của tỉnh tăng trưởng khá.",
            "Theo Bí thư Tỉnh ủy Trần Thị Bình, tỉnh phải phấn đấu hơn nữa.",
            "Tỉnh kiến nghị Chính phủ hỗ trợ vốn.",
            "; ; .", "\n", "\"", "giao", "Yêu cầu:", "- Đẩy mạnh tuyên truyền;",
        ]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60)
@given(PIECES)
def test_quotes_are_of_the_text_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    assert all(text[one.start : one.end] == one.quote and one.quote for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
