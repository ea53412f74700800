"""Proposals: what those below ask of those above, and what became of it."""

from __future__ import annotations

import pytest

from camket.extract.lexicon import lexicon
from camket.extract.orders.proposals import find_proposals
from camket.extract.people import who
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.model.document import DocumentKind, Head
from camket.model.fact import Proposal
from camket.rules.book import rule_set


def read(text: str, kind: DocumentKind = "news", issuer: str | None = None) -> tuple[Proposal, ...]:
    """The proposals of a text about Hà Nam in 2025."""
    reading = Reading(text, lexicon())
    for each in ("period", "reference", "person"):
        rule_set().run(each, reading)
    head = Head(type=kind, issuer=issuer, area="Hà Nam")
    return find_proposals(reading, who(reading), Scene(head=head, day="2025-03-10", year=2025, area="Hà Nam"))


def test_who_deals_with_wishes_is_the_one_in_charge() -> None:
    (found,) = read(
        "Chủ tịch UBND tỉnh kết luận như sau:\n"
        "1. Giao Sở Xây dựng (chủ trì), Sở Y tế xử lý dứt điểm các kiến nghị của cử tri trong tháng 5/2025.\n",
        "notice",
        "UBND tỉnh",
    )
    assert (found.proposer, found.handled_by, found.status) == ("cử tri", "Sở Xây dựng", "forwarded")


FRAMES = [
    (
        "Hà Nam kiến nghị Chính phủ bố trí vốn làm cầu; xem xét mở rộng khu công nghiệp.",
        [("bố trí vốn làm cầu", "Hà Nam"), ("xem xét mở rộng khu công nghiệp", "Hà Nam")],
    ),
    (
        "Ông Vũ Quang Hòa, Tổng giám đốc Tổng công ty Cảng hàng không, xin được ứng trước mặt bằng.",
        [("được ứng trước mặt bằng", "Vũ Quang Hòa")],
    ),
    ("Tỉnh đề xuất Bộ Y tế hỗ trợ xây bệnh viện.", [("hỗ trợ xây bệnh viện", "tỉnh Hà Nam")]),
    ("Bộ trưởng Đỗ Minh Dũng xin bổ sung chính sách nhà ở.", [("bổ sung chính sách nhà ở", "Đỗ Minh Dũng")]),
    # the same verb goes up where the one asked stands higher
    (
        "Bí thư Tỉnh ủy Trần Thị Bình đề nghị Quốc hội sớm thông qua luật.",
        [("sớm thông qua luật", "Trần Thị Bình")],
    ),
    # a report that asks for something
    (
        "Bộ Xây dựng cho biết, theo Nghị quyết 84, Bộ Xây dựng đã báo cáo Thủ tướng cắt giảm 441 tỷ đồng.",
        [("cắt giảm 441 tỷ đồng", "Bộ Xây dựng")],
    ),
    # whose view it is may be told behind an introduction, with his offices around his name
    (
        (
            "Trước đó, theo đại biểu Phạm Văn Giang (Hà Nam) - Chủ tịch Hiệp hội doanh nghiệp, ngân sách khó khăn. "
            "Theo đó, Quốc hội phải duyệt phân bổ ngân sách hằng năm."
        ),
        [("duyệt phân bổ ngân sách hằng năm", "Phạm Văn Giang")],
    ),
    # a deputy can only ask
    (
        "Đại biểu Phạm Văn Giang cho rằng cần thay đổi cách tính thuế.",
        [("thay đổi cách tính thuế", "Phạm Văn Giang")],
    ),
    # a duty laid on somebody higher
    (
        "Theo Bí thư Tỉnh ủy Trần Thị Bình, đường xuống cấp nên Nhà nước cần có cơ chế đặc thù.",
        [("có cơ chế đặc thù", "Trần Thị Bình")],
    ),
    # a body that is no office
    (
        "Hợp tác xã Bình Nghĩa đề nghị Sở Y tế hỗ trợ kiểm nghiệm rau.",
        [("hỗ trợ kiểm nghiệm rau", "Hợp tác xã Bình Nghĩa")],
    ),
    # the delegation of deputies, and one of them
    ("Đoàn đại biểu Quốc hội tỉnh kiến nghị Quốc hội sửa luật.", [("sửa luật", "Đoàn đại biểu Quốc hội tỉnh")]),
    (
        "Đại biểu HĐND tỉnh Phạm Thị Hoa chất vấn về nhà ở, đề nghị UBND tỉnh làm rõ trách nhiệm.",
        [("làm rõ trách nhiệm", "Phạm Thị Hoa")],
    ),
    # two verbs of asking in one breath
    (
        "Tỉnh báo cáo và xin Trung ương cho kéo dài dự án; mong Trung ương quan tâm, hỗ trợ vốn.",
        [("kéo dài dự án", "tỉnh Hà Nam"), ("quan tâm, hỗ trợ vốn", "tỉnh Hà Nam")],
    ),
    # how many there are is no part of who is asked
    (
        "Tỉnh kiến nghị Bộ Xây dựng hai nội dung: mở rộng đường tránh; nối cầu Yên Lệnh.",
        [("mở rộng đường tránh", "tỉnh Hà Nam"), ("nối cầu Yên Lệnh", "tỉnh Hà Nam")],
    ),
    # those from abroad stand under nobody here
    (
        "Chủ tịch UBND tỉnh Ngô Văn Em đề nghị Ngân hàng Thế giới quan tâm, ưu tiên dự án đê sông Đáy.",
        [("quan tâm, ưu tiên dự án đê sông Đáy", "Ngô Văn Em")],
    ),
    # what comes of leaving it is no part of the wish
    (
        "Bí thư Tỉnh ủy Trần Thị Bình kiến nghị Chính phủ sớm bố trí vốn làm đê, nếu chậm thì lúa sẽ mất trắng.",
        [("sớm bố trí vốn làm đê", "Trần Thị Bình")],
    ),
    # by a paper
    (
        "UBND tỉnh đã có Tờ trình số 9/TTr-UBND ngày 3/2/2025 xin Thủ tướng hỗ trợ 40 tỷ đồng.",
        [("hỗ trợ 40 tỷ đồng", "UBND tỉnh")],
    ),
    # where somebody lives is no part of the name
    (
        "Cử tri Lê Thị Nhàn, thôn Đông, xã An Lão, đề nghị Bộ Y tế xây trạm xá.",
        [("xây trạm xá", "Lê Thị Nhàn")],
    ),
    (
        "Đại biểu Võ Thị Kim Oanh (tổ Lý Nhân) đề nghị UBND tỉnh đóng bãi rác.",
        [("đóng bãi rác", "Võ Thị Kim Oanh")],
    ),
    # put before the body that decides
    (
        "Các đại biểu bàn về phương án sắp xếp trường học mà UBND tỉnh trình HĐND tỉnh.",
        [("phương án sắp xếp trường học", "UBND tỉnh")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_one_record_for_each_wish(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.quote, one.proposer) for one in read(text)] == expected


NONE = [
    "Ông Ngô Văn Em, Chủ tịch UBND tỉnh nói: “Tôi xin khẳng định như vậy”.",
    "Thủ tướng Lê Văn An yêu cầu tỉnh Hà Nam lập quy hoạch.",
    "Ông xin lỗi các hộ dân vì sự chậm trễ.",
    "Bị cáo xin được giảm nhẹ hình phạt.",
    "Bộ trưởng Đỗ Minh Dũng ghi nhận các kiến nghị của tỉnh.",
    "Sở hoàn thiện phương án, trình UBND tỉnh.",
    "Thường trực HĐND tỉnh chuyển 84 lượt ý kiến, kiến nghị của cử tri; có 05 ý kiến, kiến nghị lĩnh vực văn hóa.",
]


@pytest.mark.parametrize("text", NONE)
def test_orders_apologies_and_bare_mentions_are_none(text: str) -> None:
    assert read(text) == ()


def test_wishes_passed_on_as_a_whole() -> None:
    (found,) = read("Về những kiến nghị của tỉnh Hà Nam, Thủ tướng Lê Văn An giao Văn phòng Chính phủ tổng hợp.")
    assert (found.quote, found.proposer, found.status) == (
        "những kiến nghị của tỉnh Hà Nam",
        "tỉnh Hà Nam",
        "forwarded",
    )
    assert (found.recipient, found.handled_by) == ("Lê Văn An", "Văn phòng Chính phủ")


def test_a_wish_learns_its_fate_from_a_later_sentence() -> None:
    found = read(
        "Bộ trưởng Đỗ Minh Dũng đề xuất phân bổ 900 tỷ đồng làm đê biển.\n"
        "Chấp thuận đề xuất, Thủ tướng Lê Văn An giao Bộ Tài chính bố trí nguồn vốn.\n"
    )
    assert [(one.quote, one.status, one.handled_by) for one in found] == [
        ("phân bổ 900 tỷ đồng làm đê biển", "accepted", "Bộ Tài chính")
    ]


def test_voters_ask_by_name_and_learn_what_became_of_it() -> None:
    found = read(
        "Cử tri Lê Thị Nhàn (xã An Lão) phản ánh giếng làng nhiễm phèn. Bà đề nghị Trung ương cấp vốn xây trạm nước.\n"
        "Cử tri Bùi Văn Thụ kiến nghị Quốc hội sửa quy định về hạn điền; đề nghị ngành điện kéo dây ra đồng.\n"
        "Cử tri Đỗ Thị Mai đề xuất nâng phụ cấp thôn đội.\n"
        "Với đề nghị về hạn điền, nội dung này đã được tiếp thu vào dự thảo luật.\n"
        "Riêng kiến nghị về phụ cấp thôn đội, Đoàn sẽ tổng hợp, chuyển Bộ Nội vụ.\n"
        "Chuyện kéo dây điện, Chủ tịch UBND tỉnh Ngô Văn Em giao Sở Công Thương khảo sát.\n"
    )
    assert [(one.proposer, one.recipient, one.quote) for one in found] == [
        ("Lê Thị Nhàn", "Trung ương", "cấp vốn xây trạm nước"),
        ("Bùi Văn Thụ", "Quốc hội", "sửa quy định về hạn điền"),
        ("Bùi Văn Thụ", "ngành điện", "kéo dây ra đồng"),
        ("Đỗ Thị Mai", None, "nâng phụ cấp thôn đội"),
    ]
    assert [(one.status, one.handled_by) for one in found] == [
        ("raised", None),
        ("accepted", None),
        ("forwarded", "Sở Công Thương"),
        ("forwarded", "Bộ Nội vụ"),
    ]


def test_a_wish_said_again_by_who_grants_it_is_no_second_one() -> None:
    found = read(
        "Chủ tịch UBND tỉnh Ngô Văn Em kiến nghị Thủ tướng cho phép thí điểm chợ trái cây cửa khẩu; "
        "mở rộng bến cảng cạn.\n"
        "Đối với các kiến nghị của tỉnh, Thủ tướng Lê Văn An đồng ý việc thí điểm chợ trái cây, "
        "giao Bộ Tài chính lập đề án.\n"
        "Riêng việc mở rộng bến cảng cạn, Thủ tướng cho rằng chưa đủ cơ sở nên chưa đồng ý.\n"
    )
    assert [(one.quote, one.status, one.handled_by) for one in found] == [
        ("cho phép thí điểm chợ trái cây cửa khẩu", "accepted", "Bộ Tài chính"),
        ("mở rộng bến cảng cạn", "rejected", None),
    ]


def test_a_wish_named_only_to_be_refused() -> None:
    (found,) = read(
        "Không đồng ý với đề nghị của UBND huyện Bình Lục về việc giảm chỉ tiêu thu.", "notice", "UBND tỉnh"
    )
    assert (found.quote, found.proposer, found.status) == ("giảm chỉ tiêu thu", "UBND huyện Bình Lục", "rejected")


def test_a_wish_told_of_only_where_it_is_passed_on() -> None:
    (found,) = read(
        "Thủ tướng Lê Văn An yêu cầu tỉnh giữ đất lúa.\n"
        "Về đề nghị của tỉnh Ninh Bình về việc nối tuyến tránh, giao Bộ Xây dựng nghiên cứu, trả lời địa phương.\n"
    )
    assert (found.quote, found.proposer, found.recipient) == ("nối tuyến tránh", "tỉnh Ninh Bình", "Lê Văn An")
    assert (found.status, found.handled_by) == ("forwarded", "Bộ Xây dựng")


def test_a_letter_to_whoever_is_not_below_asks() -> None:
    (found,) = read("Sở Y tế vừa gửi công văn đến Bộ Y tế đề nghị bổ sung vắc xin sởi.")
    assert (found.quote, found.proposer, found.recipient) == ("bổ sung vắc xin sởi", "Sở Y tế", "Bộ Y tế")


def test_a_paper_that_a_resolution_has_looked_at() -> None:
    (found,) = read(
        "Xét Tờ trình số 12/TTr-UBND ngày 02/12/2024 của Ủy ban nhân dân tỉnh;", "resolution", "HĐND tỉnh Hà Nam"
    )
    assert (found.proposer, found.recipient, found.status) == ("Ủy ban nhân dân tỉnh", "HĐND tỉnh Hà Nam", "accepted")


GROUNDS = [
    ("- Xét đề nghị của Sở Tài chính tại Công văn số 769/TC-HCSN ngày 20/02/2004 về bổ sung dự toán cho Văn phòng;",
     [("bổ sung dự toán cho Văn phòng", "Sở Tài chính")]),
    ("Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 76/TTr-SXD ngày 20/02/2024 về việc phê duyệt cầu Kim Hòa.",
     [("phê duyệt cầu Kim Hòa", "Giám đốc Sở Xây dựng")]),
    ("Xét đề nghị của Ban Quản lý tại Văn bản số 12/BQL về điều chỉnh vốn dự án và ý kiến của Sở Tài chính;",
     [("điều chỉnh vốn dự án", "Ban Quản lý")]),
    ("Theo đề nghị của Giám đốc Sở Xây dựng.", []),
]  # fmt: skip


@pytest.mark.parametrize(("ground", "expected"), GROUNDS)
def test_what_the_grounds_of_a_decision_say_was_asked_for(ground: str, expected: list[tuple[str, str]]) -> None:
    found = read(f"QUYẾT ĐỊNH\nCăn cứ Luật Ngân sách;\n{ground}\nĐiều 1. Giao 2 tỷ đồng.\n", "decision", "UBND tỉnh")
    assert [(one.quote, one.proposer) for one in found] == expected


LISTS = [
    (
        (
            "UBND tỉnh có một số kiến nghị như sau:\n- Bổ sung 200 tỷ đồng cho đường 435;\n- Sớm ban hành nghị định;\n"
            "Hội nghị cũng nghe báo cáo về thu ngân sách.\n"
        ),
        ["Bổ sung 200 tỷ đồng cho đường 435", "Sớm ban hành nghị định"],
    ),
    (
        "UBND tỉnh đề xuất các giải pháp gồm: bổ sung vốn cho đường 435; hướng dẫn chuyển tiếp dự án. Còn 5 dự án.",
        ["bổ sung vốn cho đường 435", "hướng dẫn chuyển tiếp dự án"],
    ),
    (
        "Dự thảo bảng giá đất của tỉnh đã đề xuất giá các loại đất như sau:\n- Đất trồng lúa.\nĐơn vị tính: đồng/m2\n",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_of_wishes_ends_where_its_items_do(text: str, expected: list[str]) -> None:
    assert [one.quote for one in read(text)] == expected


def test_a_paper_whose_number_alone_names_who_put_it_there_and_what_a_body_asked_for() -> None:
    found = read(
        "NGHỊ QUYẾT\nQUỐC HỘI\nXét Tờ trình số 53/TTr-CP ngày 27/01/2025;\n"
        "Điều 1. Quốc hội tán thành các giải pháp do Chính phủ kiến nghị.\n",
        "resolution",
    )
    assert [(one.quote, one.proposer, one.recipient, one.status) for one in found] == [
        ("Tờ trình số 53/TTr-CP ngày 27/01/2025", "Chính phủ", "Quốc hội", "accepted"),
        ("các giải pháp do Chính phủ kiến nghị", "Chính phủ", "Quốc hội", "accepted"),
    ]


def test_news_after_a_wish_are_no_wish() -> None:
    found = read(
        "Bà Đinh Thị Mai, Giám đốc Sở Y tế kiến nghị UBND tỉnh giảm tiền thuê đất.\n"
        "Năm 2025, Hà Nam phấn đấu giữ vững tốp 10 PCI.\n"
    )
    assert [one.quote for one in found] == ["giảm tiền thuê đất"]


def test_what_is_agreed_to_was_asked() -> None:
    (found,) = read("Thủ tướng Lê Văn An nhất trí bổ sung nhà máy vào quy hoạch điện.")
    assert (found.quote, found.proposer) == ("bổ sung nhà máy vào quy hoạch điện", "tỉnh Hà Nam")
    assert found.status == "accepted"


def test_agreed_on_the_request_of_a_named_body() -> None:
    found = read("Thống nhất chủ trương lập cụm công nghiệp theo đề nghị của Sở Công Thương.", "notice", "UBND tỉnh")
    assert [(one.proposer, one.status) for one in found] == [("Sở Công Thương", "accepted")]


def test_the_section_of_wishes_in_a_report() -> None:
    found = read(
        "III. KIẾN NGHỊ\n"
        "UBND tỉnh trân trọng đề nghị:\n"
        "1. Chính phủ sớm ban hành nghị định; bố trí 300 tỷ đồng cho đê điều.\n"
        "2. Bộ Y tế hỗ trợ vắc xin.\n",
        "report",
        "UBND tỉnh",
    )
    assert [(one.quote, one.recipient) for one in found] == [
        ("sớm ban hành nghị định", "Chính phủ"),
        ("bố trí 300 tỷ đồng cho đê điều", "Chính phủ"),
        ("hỗ trợ vắc xin", "Bộ Y tế"),
    ]
    assert {one.proposer for one in found} == {"UBND tỉnh"}


def test_each_wish_under_a_heading_of_wishes_is_the_papers() -> None:
    found = read(
        "I. KẾT QUẢ\nÔng Trần Hữu Lộc, Phó Chủ tịch UBND xã, cho biết máy chủ chập chờn.\n"
        "II. KIẾN NGHỊ, ĐỀ XUẤT\n"
        "1. Kiến nghị UBND tỉnh sớm bổ sung biên chế.\n"
        "2. Đề nghị Sở Tài chính hướng dẫn chuyển nguồn; cấp bổ sung 3 tỷ đồng.\n"
        "3. Đề nghị Điện lực Kim Bảng thay dây cũ.\n"
        "4. Đối với Bộ Y tế\n- Sớm ban hành định mức.\n",
        "report",
        "UBND xã An Lão",
    )
    assert [(one.recipient, one.quote) for one in found] == [
        ("UBND tỉnh", "sớm bổ sung biên chế"),
        ("Sở Tài chính", "hướng dẫn chuyển nguồn"),
        ("Sở Tài chính", "cấp bổ sung 3 tỷ đồng"),
        ("Điện lực Kim Bảng", "thay dây cũ"),
        ("Bộ Y tế", "Sớm ban hành định mức"),
    ]
    assert {(one.proposer, one.status) for one in found} == {("UBND xã An Lão", "raised")}


def test_a_section_that_replies_to_wishes_one_by_one() -> None:
    found = read(
        "Kết luận của Phó Thủ tướng Lê Văn An tại buổi làm việc với tỉnh\n"
        "Phó Thủ tướng Lê Văn An kết luận như sau:\nII. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH\n"
        "1. Về việc mở rộng quốc lộ 38 đoạn qua thị trấn Hòa Mạc:\nGiao Bộ Xây dựng xem xét, trả lời trong quý II.\n"
        "2. Về kiến nghị bổ sung 200 tỷ đồng: Bộ Tài chính chưa cân đối được nguồn.\n"
        "3. Về đề nghị lập khu công nghệ cao: Đồng ý chủ trương lập khu công nghệ cao.\n"
        "III. THỰC HIỆN\n1. Về việc theo dõi: giao Văn phòng Chính phủ.\n",
        "notice",
        "Văn phòng Chính phủ",
    )
    assert [(one.quote, one.status, one.handled_by) for one in found] == [
        ("việc mở rộng quốc lộ 38 đoạn qua thị trấn Hòa Mạc", "forwarded", "Bộ Xây dựng"),
        ("bổ sung 200 tỷ đồng", "rejected", None),
        ("lập khu công nghệ cao", "accepted", None),
    ]
    assert {one.proposer for one in found} == {"tỉnh Hà Nam"}


def test_a_conclusion_asks_of_those_above_and_grants_what_is_only_named() -> None:
    found = read(
        "Chủ tịch UBND tỉnh kết luận như sau:\n1. Giao Sở Y tế rà soát kho thuốc.\n"
        "2. Kiến nghị Chính phủ bổ sung 500 tỷ đồng làm đê.\n"
        "3. Thống nhất chủ trương theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV.\n",
        "notice",
        "UBND tỉnh",
    )
    assert [(one.proposer, one.recipient, one.status) for one in found] == [
        ("Chủ tịch UBND tỉnh", "Chính phủ", "raised"),
        ("Sở Nội vụ", "Chủ tịch UBND tỉnh", "accepted"),
    ]


def test_wishes_noted_and_given_to_somebody() -> None:
    (found,) = read("Thủ tướng Lê Văn An ghi nhận kiến nghị của tỉnh, giao Văn phòng Chính phủ tổng hợp.")
    assert (found.proposer, found.status, found.handled_by) == ("tỉnh Hà Nam", "forwarded", "Văn phòng Chính phủ")


ANSWERED = [
    ("Bộ trưởng Đỗ Minh Dũng đồng ý, giao Cục Đường bộ lập hồ sơ.", "accepted", "Cục Đường bộ"),
    ("Nội dung này được các đại biểu tán thành.", "accepted", None),
    ("Riêng việc nối tuyến tránh Đồng Văn, Bộ chưa bố trí được vốn.", "rejected", None),
]


@pytest.mark.parametrize(("answer", "status", "handler"), ANSWERED)
def test_short_answers_to_the_wish_before(answer: str, status: str, handler: str | None) -> None:
    found = read(f"Chủ tịch UBND tỉnh Ngô Văn Em đề nghị Bộ Xây dựng nối tuyến tránh Đồng Văn. {answer}")
    assert (found[0].quote, found[0].status, found[0].handled_by) == ("nối tuyến tránh Đồng Văn", status, handler)


def test_a_section_of_replies_in_a_paper_of_the_nation() -> None:
    text = (
        "THÔNG BÁO\nKẾT LUẬN CỦA PHÓ THỦ TƯỚNG VŨ VĂN CƯỜNG TẠI BUỔI LÀM VIỆC VỚI LÃNH ĐẠO TỈNH HÀ NAM\n"
        "Ngày 9/3/2025, tại tỉnh Hà Nam, Phó Thủ tướng Vũ Văn Cường chủ trì buổi làm việc.\n"
        "Phó Thủ tướng Vũ Văn Cường kết luận như sau:\nIII. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH\n"
        "1. Về tăng mức hỗ trợ (khoảng 1.500 tỷ đồng) từ ngân sách trung ương; sửa quy định về đất:\n"
        "Giao Bộ Tài chính nghiên cứu, báo cáo.\nBộ Xây dựng hoàn thiện dự thảo nghị định.\n"
        "2. Về chính quyền cơ sở: tăng số cấp phó ở xã từ 2 lên 3 người: giao Bộ Nội vụ tổng hợp, báo cáo."
    )
    found = read(text, "notice")
    assert [(one.proposer, one.handled_by, one.quote) for one in found] == [
        ("tỉnh Hà Nam", "Bộ Tài chính", "tăng mức hỗ trợ (khoảng 1.500 tỷ đồng) từ ngân sách trung ương"),
        ("tỉnh Hà Nam", "Bộ Xây dựng", "sửa quy định về đất"),
        ("tỉnh Hà Nam", "Bộ Nội vụ", "tăng số cấp phó ở xã từ 2 lên 3 người"),
    ]


def test_a_paper_that_a_plan_rests_on() -> None:
    text = (
        "KẾ HOẠCH\nPhát triển kinh tế số\nTheo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT ngày 15/2/2025, "
        "UBND tỉnh ban hành Kế hoạch như sau:"
    )
    (found,) = read(text, "plan", "UBND tỉnh Hà Nam")
    assert (found.proposer, found.recipient, found.status) == ("Sở Y tế", "UBND tỉnh Hà Nam", "accepted")


def test_a_wish_said_in_the_lead_and_in_the_body_is_one() -> None:
    text = (
        "Hà Nam xin vốn làm cầu\n\nTỉnh Hà Nam kiến nghị Bộ Giao thông vận tải bố trí vốn làm cầu Yên Lệnh 2 "
        "ngay trong năm nay.\n\nSáng 10/3, tỉnh họp với Bộ.\nTại cuộc họp, tỉnh Hà Nam kiến nghị Bộ Giao thông vận tải "
        "bố trí vốn làm cầu Yên Lệnh 2 ngay trong năm nay vì cầu cũ đã xuống cấp."
    )
    assert [one.quote for one in read(text)] == [
        "bố trí vốn làm cầu Yên Lệnh 2 ngay trong năm nay vì cầu cũ đã xuống cấp"
    ]


def test_a_list_announced_as_wishes() -> None:
    found = read(
        "Bí thư Tỉnh ủy Trần Thị Bình nêu ba điểm nghẽn của tỉnh là: Kiến nghị sửa quy hoạch khoáng sản.\n"
        "Xử lý bãi thải nhiệt điện.\n"
        "Sau khi nghe báo cáo, Thủ tướng Lê Văn An biểu dương tỉnh.\n"
    )
    assert [one.quote for one in found] == ["sửa quy hoạch khoáng sản", "Xử lý bãi thải nhiệt điện"]


def test_a_subtitle_ends_what_somebody_asks_for() -> None:
    found = read(
        "Giám đốc Sở Y tế Lê Thị Hoa đề xuất UBND tỉnh lập quỹ thuốc dự phòng.\n"
        "Đích đến năm 2025\n"
        "Năm 2025, tỉnh phấn đấu đạt 12 bác sĩ trên một vạn dân.\n"
    )
    assert [one.quote for one in found] == ["lập quỹ thuốc dự phòng"]
