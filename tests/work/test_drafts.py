"""Papers become drafts of tasks: who leads, who helps, what comes out, when, and what is left to people."""

from __future__ import annotations

import unicodedata

import pytest
from tests.work.making import at, on, task
from tests.work.papers import CONCLUSION, NEWS, NOTICE, read, read_table

from camket.grammar.fold import fold
from camket.model.document import Head
from camket.model.fact import Directive
from camket.words import sentences
from camket.work.bodies import bodies_named, body_named
from camket.work.drafts import Draft, Drafts, drafts, split, task_of
from camket.work.givers import giver_of, level_named
from camket.work.marks import cited_marks, is_under
from camket.work.same import concerned, find_same, merged
from camket.work.standing import standing
from camket.work.told import product_of, told

BODY = """
I. VỀ TĂNG TRƯỞNG

1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng, Thuế tỉnh tham mưu UBND tỉnh ban hành Đề án quản lý tài sản \
công dôi dư sau sắp xếp, trình UBND tỉnh trước ngày 30/6/2026.

2. Giao Sở Xây dựng chủ trì, Sở Nông nghiệp và Môi trường phối hợp rà soát dự án chậm tiến độ, báo cáo UBND tỉnh \
trong tháng 7.

II. VỀ TỔ CHỨC BỘ MÁY

a) Giao Giám đốc Sở Nội vụ phối hợp với UBND các phường Kinh Bắc, Vũ Ninh xây dựng phương án bố trí trụ sở, \
hoàn thành trong quý III;

b) Sở Nội vụ, Sở Tư pháp, Sở Y tế khẩn trương rà soát các quy định về thủ tục hành chính;

c) Yêu cầu các sở, ban, ngành, UBND các xã, phường tăng cường kỷ luật, kỷ cương hành chính;

d) Nhiệm vụ trọng tâm là giải phóng mặt bằng: giao UBND phường Nếnh bàn giao mặt bằng sạch trước ngày 15/7/2026;

đ) Giao Sở Công Thương trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này dự thảo Quyết định sửa đổi, \
trình UBND tỉnh.

Không tiếp tục thực hiện nhiệm vụ tại điểm b mục 3 Thông báo số 215/TB-VP ngày 10/5/2026. Đồng ý gia hạn thời gian \
hoàn thành Đề án phát triển du lịch làng nghề đến ngày 30/9/2026 (lần 2). Thông báo này thay thế Thông báo số \
301/TB-VP ngày 04/5/2026."""
PARTY = "Yêu cầu Sở Tài chính xây dựng Đề án quản lý tài sản công dôi dư, trình cấp có thẩm quyền trong tháng 6/2026."
PRESS = """Chủ tịch UBND tỉnh yêu cầu Sở Tài chính sớm trình Đề án quản lý tài sản công dôi dư.

Đồng chí giao Sở Xây dựng rà soát các dự án chậm tiến độ, báo cáo UBND tỉnh trong tháng 7."""


@pytest.fixture(scope="module")
def notice() -> Drafts:
    return drafts(read(NOTICE, BODY))


def at_mark(found: Drafts, mark: str) -> Draft:
    (draft,) = [each for each in found.tasks if each.sources[0].place == mark]
    return draft


def test_a_paper_gives_its_tasks_in_order(notice: Drafts) -> None:
    assert [each.sources[0].place for each in notice.tasks] == ["I.1", "I.2", "II.a", "II.b", "II.c", "II.d", "II.đ"]


@pytest.mark.parametrize(
    ("mark", "lead", "supporting", "product", "day"),
    [
        ("I.1", "so-tai-chinh", ("so-xay-dung", "thue-tinh"), "Đề án quản lý tài sản công dôi dư sau sắp xếp", "29/6"),
        ("I.2", "so-xay-dung", ("so-nong-nghiep-va-moi-truong",), "báo cáo", "31/7"),
        ("II.a", "so-noi-vu", ("UBND phường Kinh Bắc", "UBND phường Vũ Ninh"), "phương án bố trí trụ sở", "30/9"),
        ("II.d", "UBND phường Nếnh", (), "", "14/7"),
        ("II.đ", "so-cong-thuong", (), "Quyết định sửa đổi", None),
    ],
)
def test_who_what_and_when(
    notice: Drafts, mark: str, lead: str, supporting: tuple[str, ...], product: str, day: str | None
) -> None:
    draft = at_mark(notice, mark)
    assert (draft.lead, draft.supporting, draft.product) == (lead, supporting, product)
    assert draft.due.day == (on(day) if day else None)


@pytest.mark.parametrize(
    ("said", "lead", "helping", "leader", "text"),
    [
        ("Giao đồng chí Phó Chủ tịch UBND tỉnh Nguyễn Văn Hòa chỉ đạo Sở Xây dựng khẩn trương hoàn thiện hồ sơ dự án.",
         "so-xay-dung", (), "Phó Chủ tịch UBND tỉnh Nguyễn Văn Hòa", "khẩn trương hoàn thiện hồ sơ dự án"),
        ("Giao đồng chí Lê Văn Cường, Phó Chủ tịch UBND tỉnh chỉ đạo, đôn đốc Sở Nông nghiệp và Môi trường chủ trì, \
phối hợp với Sở Tài chính rà soát quỹ đất.",
         "so-nong-nghiep-va-moi-truong", ("so-tai-chinh",), "Lê Văn Cường, Phó Chủ tịch UBND tỉnh", "rà soát quỹ đất"),
        ("Giao Phó Chủ tịch Thường trực UBND tỉnh Phạm Văn Thịnh chỉ đạo Sở Tài chính, Sở Xây dựng tháo gỡ vướng mắc.",
         "", (), "Phó Chủ tịch Thường trực UBND tỉnh Phạm Văn Thịnh", "tháo gỡ vướng mắc"),
        ("Giao Giám đốc Sở Y tế chỉ đạo các bệnh viện nâng cao chất lượng khám, chữa bệnh.",
         "so-y-te", (), "", "chỉ đạo các bệnh viện nâng cao chất lượng khám, chữa bệnh"),
        ("Giao đồng chí Phó Chủ tịch UBND tỉnh Nguyễn Văn Hòa chỉ đạo xây dựng kịch bản tăng trưởng.",
         "chu-tich-ubnd-tinh", (), "", "chỉ đạo xây dựng kịch bản tăng trưởng"),
    ],
)  # fmt: skip
def test_what_a_leader_is_to_make_a_body_do_is_the_task_of_the_body(
    said: str, lead: str, helping: tuple[str, ...], leader: str, text: str
) -> None:
    (draft,) = drafts(read(NOTICE, f"\n{said}")).tasks
    assert (draft.lead, draft.supporting, draft.leader, draft.text) == (lead, helping, leader, text)
    assert draft.addressees == (("so-tai-chinh", "so-xay-dung") if not lead else ())


def test_a_term_that_does_not_say_from_when_runs_from_its_paper_and_says_so() -> None:
    found = drafts(read(NOTICE, "\nGiao Sở Y tế kiểm tra các bếp ăn, báo cáo UBND tỉnh trong vòng 10 ngày làm việc."))
    assert found.tasks[0].due.day == on("22/6")
    assert [(each.message.code, each.level) for each in found.findings] == [("work.due_from_paper", "info")]


def test_the_giver_is_an_office_and_the_source_is_kept(notice: Drafts) -> None:
    draft = at_mark(notice, "I.1")
    assert (draft.giver, draft.level, draft.given, draft.expected) == ("chu-tich-ubnd-tinh", "chair", on("8/6"), False)
    (source,) = draft.sources
    assert (source.kind, source.number, source.day) == ("paper", "412/TB-VP", on("8/6"))
    assert source.quote.startswith("chủ trì, phối hợp với Sở Xây dựng")
    assert draft.text.startswith("tham mưu UBND tỉnh ban hành Đề án")


def test_a_term_stands_before_its_task(notice: Drafts) -> None:
    due = at_mark(notice, "II.đ").due
    assert (due.kind, due.days, due.working, due.event) == ("relative", 5, True, "nhận được văn bản này")
    assert at_mark(notice, "II.đ").text == "dự thảo Quyết định sửa đổi, trình UBND tỉnh"


def test_many_without_a_lead_are_a_finding_with_two_ways_out(notice: Drafts) -> None:
    assert [each.message.code for each in notice.findings] == ["work.many_addressees"] * 2
    named, many = at_mark(notice, "II.b"), at_mark(notice, "II.c")
    assert (named.lead, named.many) == ("", False)
    assert [each.lead for each in split(named)] == ["so-noi-vu", "so-tu-phap", "so-y-te"]
    assert (many.lead, many.many, split(many)) == ("", True, ())
    assert "nhiệm vụ con" in sentences("vi")["work.many_addressees"]
    assert "chỉ đạo chung" in sentences("vi")["work.many_addressees"]


def test_decomposed_letters_change_nothing(notice: Drafts) -> None:
    other = drafts(read(NOTICE, unicodedata.normalize("NFD", BODY)))
    plain = [(each.lead, each.supporting, each.due.day, each.sources[0].place) for each in notice.tasks]
    assert [(each.lead, each.supporting, each.due.day, each.sources[0].place) for each in other.tasks] == plain
    assert [fold(each.text) for each in other.tasks] == [fold(each.text) for each in notice.tasks]


def test_the_area_is_the_one_that_stood(notice: Drafts) -> None:
    assert {each.area for each in notice.tasks} == {"bac-ninh-2025"}


def test_two_that_lead_are_no_lead() -> None:
    (draft,) = drafts(read(NOTICE, "Giao Sở Y tế và Sở Nội vụ chủ trì xây dựng Đề án bệnh viện.")).tasks
    assert (draft.lead, draft.addressees) == ("", ("so-y-te", "so-noi-vu"))


def test_what_a_draft_does_not_say_is_named(notice: Drafts) -> None:
    assert at_mark(notice, "I.1").blank == ()
    assert at_mark(notice, "II.b").blank == ("lead", "due", "product")


def test_a_key_task_is_called_so(notice: Drafts) -> None:
    assert [each.sources[0].place for each in notice.tasks if each.key] == ["II.d"]


def test_what_a_paper_decides_about_older_tasks(notice: Drafts) -> None:
    found = [(each.kind, each.number, each.place, each.due.day if each.due else None) for each in notice.closings]
    assert found == [
        ("dropped", "215/TB-VP", "3.b", None),
        ("extended", "", "", on("30/9")),
        ("replaced", "301/TB-VP", "", None),
    ]


def test_decisions_find_their_tasks(notice: Drafts) -> None:
    dropped, extended, replaced = notice.closings
    old = task("old", sources=(at_mark(notice, "I.1").sources[0],))
    under = [
        task(mark, sources=(type(old.sources[0])(number="Số: 215/TB-VP", place=mark),)) for mark in ("II.3.b", "II.3.c")
    ]
    tourism = task("tourism", text="xây dựng Đề án phát triển du lịch làng nghề")
    every = [old, *under, tourism]
    assert [each.id for each in concerned(dropped, every)] == ["II.3.b"]
    assert [each.id for each in concerned(extended, every)] == ["tourism"]
    assert concerned(replaced, every) == ()


def test_three_sources_are_one_task(notice: Drafts) -> None:
    party, press = drafts(read(CONCLUSION, PARTY)), drafts(read(NEWS, PRESS))
    assert [each.expected for each in press.tasks] == [True, True]
    found = merged([press.tasks, notice.tasks, party.tasks])
    assert len(found) == len(notice.tasks)
    (scheme,) = [each for each in found if len(each.sources) == 3]
    assert [each.number or each.kind for each in scheme.sources] == ["31-KL/TU", "412/TB-VP", "news"]
    assert (scheme.lead, scheme.expected) == ("so-tai-chinh", False)
    assert scheme.supporting == ("so-xay-dung", "thue-tinh")
    (review,) = [each for each in found if len(each.sources) == 2]
    assert review.lead == "so-xay-dung"


def test_a_later_paper_finds_the_task_that_is_there(notice: Drafts) -> None:
    there = [task_of(each, f"t{number}", at("8/6")) for number, each in enumerate(notice.tasks)]
    (news, review) = drafts(read(NEWS, PRESS)).tasks
    assert [each.id for each in find_same(news, there)] == ["t0"]
    assert [each.id for each in find_same(review, there)] == ["t1"]


def test_words_that_only_date_a_task_are_its_due() -> None:
    found = drafts(read(NOTICE, "1. Giao Sở Y tế rà soát mạng lưới trạm y tế; hoàn thành trước ngày 30/6/2026.\n"))
    (one,) = found.tasks
    assert (one.lead, one.due.day) == ("so-y-te", on("29/6"))
    two = drafts(read(NOTICE, "1. Giao Sở Y tế rà soát trạm y tế; hoàn thành Đề án bệnh viện trước ngày 30/6/2026.\n"))
    assert len(two.tasks) >= 1 and all("Đề án" in each.text or each.due.kind == "none" for each in two.tasks)


def test_a_paper_says_what_it_carries_out() -> None:
    text = "Thực hiện Kết luận số 45-KL/ĐU ngày 05/6/2026 của Đảng ủy UBND tỉnh, giao Sở Y tế rà soát trạm y tế.\n"
    (one,) = drafts(read(NOTICE, text)).tasks
    assert one.carries_out == ("45-KL/ĐU",)


def test_the_party_committee_of_the_committee_gives_as_the_party() -> None:
    assert level_named("Đảng ủy Ủy ban nhân dân tỉnh") == level_named("Đảng ủy UBND tỉnh") == "party"
    assert level_named("Chủ tịch UBND tỉnh, Bí thư Đảng ủy UBND tỉnh") == "chair"
    assert body_named("Đảng ủy Ủy ban nhân dân tỉnh Bắc Ninh") == "dang-uy-ubnd-tinh"


def test_news_alone_gives_an_expected_task() -> None:
    (news, _) = drafts(read(NEWS, PRESS)).tasks
    stands = standing(task_of(news, "t1", at("6/6")), (), on("30/8"))
    assert (stands.state, stands.outcome) == ("expected", "out")


def test_what_is_agreed_to_gives_no_task() -> None:
    found = drafts(read(NOTICE, "Thống nhất chủ trương điều chỉnh quy hoạch theo đề nghị của Sở Xây dựng."))
    assert (found.tasks, found.closings) == ((), ())


@pytest.mark.parametrize(
    ("words", "text", "helping"),
    [
        ("chủ trì, phối hợp với Sở A rà soát", "phối hợp với Sở A rà soát", []),
        ("chủ trì, phối hợp với Sở Y tế rà soát", "rà soát", ["so-y-te"]),
        ("chủ trì, phối hợp với Kho bạc Nhà nước khu vực V rà soát", "rà soát", ["kho-bac-nha-nuoc-khu-vuc"]),
        ("phối hợp với Công an tỉnh và các đơn vị liên quan kiểm tra", "kiểm tra",
         ["cong-an-tinh", "các đơn vị liên quan"]),
        ("là cơ quan đầu mối, có trách nhiệm phối hợp Công an tỉnh lập đề án", "lập đề án", ["cong-an-tinh"]),
        ("chủ trì, Sở Y tế, Sở Nội vụ phối hợp lập danh mục", "lập danh mục", ["so-y-te", "so-noi-vu"]),
        ("phối hợp với Giám đốc Sở Y tế và Chánh Thanh tra tỉnh lập đoàn kiểm tra", "lập đoàn kiểm tra",
         ["so-y-te", "thanh-tra-tinh"]),
        ("phối hợp chặt chẽ với nhân dân giữ gìn trật tự", "phối hợp chặt chẽ với nhân dân giữ gìn trật tự", []),
        ("có trách nhiệm tổ chức thực hiện", "tổ chức thực hiện", []),
        ("báo cáo kết quả", "báo cáo kết quả", []),
    ],
)  # fmt: skip
def test_the_lead_in_is_taken_off(words: str, text: str, helping: list[str]) -> None:
    found = told(words, on("8/6"))
    assert (found.text, [each.id for each in found.supporting]) == (text, helping)


@pytest.mark.parametrize(
    ("words", "product"),
    [
        ("tham mưu UBND tỉnh ban hành Quyết định về giá đất, trình UBND tỉnh", "Quyết định về giá đất"),
        ("xây dựng, hoàn thiện hồ sơ Quy hoạch tỉnh", "hồ sơ Quy hoạch tỉnh"),
        ("thực hiện Kế hoạch số 118/KH-UBND", ""),
        ("xây dựng Kế hoạch số 118/KH-UBND", ""),
        ("rà soát các quy định về thủ tục", ""),
        ("kiểm tra, báo cáo UBND tỉnh", "báo cáo"),
        ("rà soát, trình UBND tỉnh xem xét", "tờ trình"),
        ("đẩy nhanh tiến độ các công trình", ""),
        ("trình UBND tỉnh phê duyệt phương án phòng, chống lũ", "phương án phòng, chống lũ"),
    ],
)
def test_what_is_to_come_out(words: str, product: str) -> None:
    assert product_of(words) == product


@pytest.mark.parametrize(
    ("words", "day", "ids"),
    [
        ("Sở Kế hoạch và Đầu tư", "8/6/2022", ["so-ke-hoach-va-dau-tu"]),
        ("Cục Thống kê", "8/6/2022", ["cuc-thong-ke-tinh"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", "8/6", ["so-van-hoa-the-thao-va-du-lich", "so-y-te"]),
        ("Giám đốc Sở Tài chính tỉnh Bắc Ninh", "8/6", ["so-tai-chinh"]),
        ("Chủ tịch UBND phường Võ Cường", "8/6", ["UBND phường Võ Cường"]),
        ("Ban Quản lý các khu công nghiệp tỉnh", "8/6", ["ban-quan-ly-cac-khu-cong-nghiep-tinh"]),
        ("Bộ trưởng Tài chính, Bộ trưởng Bộ Y tế", "8/6", ["bo-tai-chinh", "bo-y-te"]),
        ("cộng đồng doanh nghiệp", "8/6", []),
    ],
)
def test_bodies_by_their_names_and_dates(words: str, day: str, ids: list[str]) -> None:
    named = bodies_named(words, on(day))
    assert [each.id for each in named] == ids
    assert body_named(words, on(day)) == (ids[0] if len(ids) == 1 else "")


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "chair"),
        ("Bí thư Tỉnh ủy", "party"),
        ("Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ", "centre"),
        ("Ban Thường vụ Tỉnh ủy", "party"),
        ("Ủy ban nhân dân tỉnh", "committee"),
        ("Hội đồng nhân dân tỉnh", "council"),
        ("Giám đốc Sở Tài chính", "department"),
        ("Chủ tịch UBND phường Nếnh", "commune"),
        ("Bộ Tài chính", "centre"),
        ("Đảng bộ phường Nếnh", "commune"),
        ("Thường trực HĐND tỉnh", "council"),
        ("một đại biểu", ""),
    ],
)
def test_levels_of_givers(words: str, level: str) -> None:
    assert level_named(words) == level


@pytest.mark.parametrize(
    ("position", "issuer", "giver", "level"),
    [
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "Văn phòng UBND tỉnh", "chu-tich-ubnd-tinh", "chair"),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "Tỉnh ủy Bắc Ninh", "Phó Bí thư Tỉnh ủy", "party"),
        ("Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ", "", "Phó Thủ tướng Chính phủ", "centre"),
        ("Phó Chủ tịch UBND tỉnh", "", "Phó Chủ tịch UBND tỉnh", "chair"),
        ("Bí thư Tỉnh ủy", "", "Bí thư Tỉnh ủy", "party"),
        ("Giám đốc Sở Xây dựng", "", "so-xay-dung", "department"),
        ("", "Ủy ban nhân dân tỉnh Bắc Ninh", "uy-ban-nhan-dan-tinh", "committee"),
        ("", "", "", ""),
    ],
)
def test_an_office_gives_not_a_person(position: str, issuer: str, giver: str, level: str) -> None:
    who = "Trần Văn Quyết" if position else None
    directive = Directive(start=0, end=1, quote="x", issuer=who, issuer_position=position)
    assert giver_of(directive, Head(issuer=issuer)) == (giver, level)


def test_marks_are_cited_from_the_deepest() -> None:
    assert cited_marks("tại điểm b mục 3 phần II") == "II.3.b"
    assert cited_marks("nhiệm vụ số 4") == "4"
    assert cited_marks("văn bản này") == ""
    assert is_under("II.3.b", "3.b")
    assert is_under("II.3.b", "3")
    assert not is_under("II.13.b", "3")
    assert is_under("II.3", "")


def test_a_table_tells_its_dues_in_a_column_of_its_own() -> None:
    found = read_table(
        """
        TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn
        1 | Xây dựng kế hoạch phát triển thương mại điện tử | Sở Công Thương | Sở Tài chính | Quý III/2026
        2 | Báo cáo kết quả thu ngân sách | Sở Tài chính | Thuế tỉnh | Hằng tháng
        3 | Kiểm tra công trường | Sở Xây dựng | Công an tỉnh | Thường xuyên
        """
    )
    assert [(each.lead, each.supporting, each.due.kind, each.due.day) for each in drafts(found).tasks] == [
        ("so-cong-thuong", ("so-tai-chinh",), "fixed", on("30/9")),
        ("so-tai-chinh", ("thue-tinh",), "recurring", on("30/6")),
        ("so-xay-dung", ("cong-an-tinh",), "standing", None),
    ]
    assert drafts(found).tasks[0].due.words == "Quý III/2026"


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        (
            "Giao đồng chí Giám đốc Sở Xây dựng chỉ đạo rà soát các dự án chậm tiến độ trước ngày 30/7/2026.",
            "so-xay-dung",
        ),
        ("Yêu cầu Giám đốc Sở Y tế chỉ đạo kiểm tra các bệnh viện trước ngày 30/7/2026.", "so-y-te"),
        ("Đồng chí Giám đốc Sở Nội vụ chịu trách nhiệm chỉ đạo rà soát biên chế trước ngày 20/7/2026.", "so-noi-vu"),
        ("Yêu cầu đồng chí Chủ tịch UBND phường Kinh Bắc chỉ đạo giải phóng mặt bằng.", "UBND phường Kinh Bắc"),
    ],
)
def test_a_director_who_is_told_to_see_to_something_leads_and_does_not_give(words: str, lead: str) -> None:
    (draft,) = drafts(read(NOTICE, words)).tasks
    assert (draft.giver, draft.lead) == ("chu-tich-ubnd-tinh", lead)


def test_what_a_sentence_begins_to_wait_for_is_the_condition_of_its_task() -> None:
    words = "8. Sau khi Nghị định mới của Chính phủ có hiệu lực, Sở Tư pháp tham mưu sửa đổi quy định về phân cấp."
    (draft,) = drafts(read(NOTICE, words)).tasks
    assert (draft.lead, draft.due.kind) == ("so-tu-phap", "conditional")
    assert "có hiệu lực" in draft.due.event
