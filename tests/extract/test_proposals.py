"""Proposals: what those below ask of those above, and what became of it."""

from __future__ import annotations

import pytest

from camket.extract.lexicon import lexicon
from camket.extract.people import who
from camket.extract.proposals import find_proposals
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


FRAMES = [
    (
        "Hà Nam kiến nghị Chính phủ bố trí vốn làm cầu; xem xét mở rộng khu công nghiệp.",
        [("bố trí vốn làm cầu", "Hà Nam"), ("xem xét mở rộng khu công nghiệp", "Hà Nam")],
    ),
    ("Tỉnh đề xuất Bộ Y tế hỗ trợ xây bệnh viện.", [("hỗ trợ xây bệnh viện", "tỉnh Hà Nam")]),
    ("Bộ trưởng Đỗ Minh Dũng xin bổ sung chính sách nhà ở.", [("bổ sung chính sách nhà ở", "Đỗ Minh Dũng")]),
    # the same verb goes up where the one asked stands higher
    (
        "Bí thư Tỉnh ủy Trần Thị Bình đề nghị Quốc hội sớm thông qua luật.",
        [("sớm thông qua luật", "Trần Thị Bình")],
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
    "Thủ tướng Lê Văn An yêu cầu tỉnh Hà Nam lập quy hoạch.",
    "Ông xin lỗi các hộ dân vì sự chậm trễ.",
    "Bị cáo xin được giảm nhẹ hình phạt.",
    "Bộ trưởng Đỗ Minh Dũng ghi nhận các kiến nghị của tỉnh.",
    "Sở hoàn thiện phương án, trình UBND tỉnh.",
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
