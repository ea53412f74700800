"""References of whole texts: what is cited, with the number and date that the text gives somewhere."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.extract.lexicon import lexicon
from camket.extract.references import find_references
from camket.grammar.engine import Reading
from camket.model.fact import Reference


def cited(text: str) -> list[Reference]:
    return list(find_references(Reading(text, lexicon())))


def quotes(text: str) -> list[str]:
    return [each.quote for each in cited(text)]


@pytest.mark.parametrize(
    ("text", "quote", "type_", "number", "date", "issuer"),
    [
        (
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, tỉnh đã vào cuộc.",
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
            "resolution", "57-NQ/TW", "2024-12-22", "Bộ Chính trị",
        ),
        (
            "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc sắp xếp cấp tỉnh;",
            "Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội về việc sắp xếp cấp tỉnh",
            "resolution", "202/2025/QH15", "2025-06-12", "Quốc hội",
        ),
        (
            "xem xét Tờ trình số 49-TTr/TU ngày 5.4.2018 của Tỉnh ủy Kiên Giang.",
            "Tờ trình số 49-TTr/TU ngày 5.4.2018 của Tỉnh ủy Kiên Giang",
            "other", "49-TTr/TU", "2018-04-05", "Tỉnh ủy Kiên Giang",
        ),
        (
            "theo Công điện số 12/CĐ-TTg tháng 02/2025 của Thủ tướng.",
            "Công điện số 12/CĐ-TTg tháng 02/2025 của Thủ tướng",
            "directive", "12/CĐ-TTg", "2025-02", "Thủ tướng",
        ),
        (
            "UBND tỉnh ban hành Kế hoạch số 118/KH-UBND.",
            "Kế hoạch số 118/KH-UBND", "plan", "118/KH-UBND", None, "UBND tỉnh",
        ),
        ("Ban Thường vụ ra Kết luận số 21-KL/TU.", "Kết luận số 21-KL/TU", "conclusion", "21-KL/TU", None, None),
        ("theo Quy hoạch điện VIII đã được duyệt.", "Quy hoạch điện VIII", "plan", None, None, None),
        (
            "giao chi tiết kế hoạch vốn đầu tư công năm 2026 cho các sở.",
            "kế hoạch vốn đầu tư công năm 2026", "plan", None, None, None,
        ),
        (
            "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;",
            "Luật Ngân sách nhà nước số 83/2015/QH13", "law", "83/2015/QH13", None, "Quốc hội",
        ),
        ("đẩy mạnh Đề án 06/CP trong toàn tỉnh.", "Đề án 06/CP", "scheme", "06/CP", None, "Chính phủ"),
        (
            "Căn cứ Luật ban hành văn bản quy phạm pháp luật của HĐND - UBND năm 2004;",
            "Luật ban hành văn bản quy phạm pháp luật của HĐND - UBND năm 2004", "law", None, "2004", None,
        ),
        ("bố trí trong kế hoạch trung hạn 2016-2020.", "kế hoạch trung hạn 2016-2020", "plan", None, None, None),
        ("Sửa đổi Luật Đầu tư công năm 2019.", "Luật Đầu tư công năm 2019", "law", None, "2019", None),
        (
            "phê duyệt Quy hoạch tỉnh Bắc Ninh thời kỳ 2021-2030, tầm nhìn đến năm 2050.",
            "Quy hoạch tỉnh Bắc Ninh thời kỳ 2021-2030, tầm nhìn đến năm 2050",
            "plan", None, None, None,
        ),
        (
            "thông qua dự toán ngân sách nhà nước năm 2018 của tỉnh",
            "dự toán ngân sách nhà nước năm 2018", "plan", None, None, None,
        ),
    ],
)  # fmt: skip
def test_one_paper(text: str, quote: str, type_: str, number: str | None, date: str | None, issuer: str | None) -> None:
    (one,) = cited(text)
    assert (one.quote, one.type, one.number, one.date, one.issuer) == (quote, type_, number, date, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "Quán triệt các chỉ thị, nghị quyết của Đảng, pháp luật của Nhà nước.",
        "Tỉnh đã đưa Nghị quyết vào cuộc sống.",
        "Số: 12/KH-UBND",
        "Hoàn thành 27 chương trình, đề án trọng tâm; đề án này đã được duyệt.",
        "Rà soát toàn bộ quy hoạch tỉnh sao cho hiệu quả.",
        "Đạt 72,8% kế hoạch năm, bằng 28,4% dự toán.",
        "Sở Kế hoạch và Đầu tư, Viện Quy hoạch, công ty Luật Minh Khuê.",
        "Ra quyết định xử phạt 3 công ty; được giao 39 đề án.",
        "theo quy định của Bộ Tài chính và quy luật thị trường",
        "Luật sư cho biết kỷ luật lao động được giữ nghiêm.",
    ],
)
def test_none(text: str) -> None:
    assert quotes(text) == []


def test_a_name_inside_a_name_makes_two() -> None:
    assert quotes("Tỉnh có Chương trình hành động thực hiện Nghị quyết 01, 02 của Chính phủ để tăng tốc.") == [
        "Chương trình hành động thực hiện Nghị quyết 01, 02 của Chính phủ",
        "Nghị quyết 01",
        "02 của Chính phủ",
    ]


def test_the_plan_in_the_title_of_the_paper_that_makes_it() -> None:
    whole, inner = cited(
        "Căn cứ Nghị quyết số 61/NQ-HĐND ngày 09/12/2024 của HĐND tỉnh về Kế hoạch đầu tư công năm 2025;"
    )
    assert (whole.number, inner.quote) == ("61/NQ-HĐND", "Kế hoạch đầu tư công năm 2025")
    assert (inner.type, inner.number, inner.issuer) == ("plan", None, "HĐND tỉnh")


INNER = [
    (
        "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2023.",
        "kế hoạch phát triển kinh tế - xã hội năm 2023",
        "plan",
    ),
    (
        "Theo Quyết định số 82/QĐ-UBND ngày 26/02/2021 về Quy chế quản lý, vận hành hệ thống camera tỉnh Hà Nam.",
        "Quy chế quản lý, vận hành hệ thống camera tỉnh Hà Nam",
        "regulation",
    ),
]


@pytest.mark.parametrize(("text", "quote", "type_"), INNER)
def test_a_plan_or_rules_within_a_title(text: str, quote: str, type_: str) -> None:
    assert [(each.quote, each.type) for each in cited(text)[1:]] == [(quote, type_)]


def test_the_day_and_the_maker_before_a_paper_are_its_own() -> None:
    (one,) = cited("Tin mới. Ngày 9/12/2022, HĐND tỉnh ban hành Nghị quyết số 11/NQ-HĐND.")
    assert (one.date, one.issuer) == ("2022-12-09", "HĐND tỉnh")


def test_a_paper_known_by_its_title_takes_the_number_of_the_one_with_that_title() -> None:
    found = cited(
        "Nghị quyết về phát triển văn hóa, con người Hà Nam.\n"
        "Tỉnh thực hiện Nghị quyết số 8-NQ/TU về phát triển văn hóa, con người Hà Nam."
    )
    assert [each.number for each in found] == ["8-NQ/TU", "8-NQ/TU"]


def test_the_code_of_the_last_in_a_list_is_that_of_all() -> None:
    found = cited("Triển khai các Nghị quyết số 10, 11 và 12-NQ/TU của Tỉnh ủy.")
    assert [each.number for each in found] == ["10-NQ/TU", "11-NQ/TU", "12-NQ/TU"]


def test_a_number_with_its_year_is_known_again() -> None:
    full, short = cited(
        "Căn cứ Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023. Từ ngày Nghị quyết số 35/2023 có hiệu lực thi hành."
    )
    assert (short.number, short.date, short.issuer) == ("35/2023/UBTVQH15", "2023-07-12", "Ủy ban Thường vụ Quốc hội")
    assert full.issuer == "Ủy ban Thường vụ Quốc hội"


CODES = [
    ("Quyết định số 1508/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Nghị quyết số 57/NQ-CP", "Chính phủ"),
    ("Luật số 72/2025/QH15", "Quốc hội"),
    ("Công văn số 7593/VPCP-CN", "Văn phòng Chính phủ"),
]


@pytest.mark.parametrize(("paper", "issuer"), CODES)
def test_the_code_names_a_body_of_the_nation(paper: str, issuer: str) -> None:
    (one,) = cited(f"Tỉnh thực hiện {paper} trong năm.")
    assert one.issuer == issuer


TITLED = [
    (
        "HĐND tỉnh thông qua Nghị quyết quy định mức hỗ trợ học phí; Nghị quyết quy định giá dịch vụ y tế công lập.",
        ["Nghị quyết quy định mức hỗ trợ học phí", "Nghị quyết quy định giá dịch vụ y tế công lập"],
    ),
    (
        "Quốc hội ban hành Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 98/2023/QH15.",
        [
            "Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 98/2023/QH15",
            "Nghị quyết số 98/2023/QH15",
        ],
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công.",
        ["Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công", "Luật Đầu tư công"],
    ),
    ("Hoàn thành 19/20 chỉ tiêu Nghị quyết HĐND tỉnh, trong đó 8 chỉ tiêu vượt.", ["Nghị quyết HĐND tỉnh"]),
    ("Nghị quyết quy định rõ trách nhiệm của từng sở.", []),
    ("Khẩn trương triển khai luật, nghị quyết của Quốc hội.", []),
]


@pytest.mark.parametrize(("text", "expected"), TITLED)
def test_papers_known_by_what_they_rule(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_a_body_that_the_number_names_is_written_as_elsewhere_in_the_text() -> None:
    (one,) = cited("Báo cáo số 31-BC/BCSĐ trình Tỉnh ủy. Ban cán sự đảng UBND tỉnh tiếp thu.")
    assert one.issuer == "Ban cán sự đảng UBND tỉnh"


def test_the_issuer_after_a_list_is_that_of_all() -> None:
    found = cited("Thực hiện các Nghị quyết 57, 59 và 68 của Bộ Chính trị.")
    assert [(each.number, each.issuer) for each in found] == [
        ("57", "Bộ Chính trị"),
        ("59", "Bộ Chính trị"),
        ("68", "Bộ Chính trị"),
    ]


def test_a_short_form_takes_number_and_date_from_the_full_one() -> None:
    first, full, last = cited(
        "Kết quả thực hiện Nghị quyết 18 rất rõ.\n"
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII nêu rõ mục tiêu.\n"
        "Tổng kết Nghị quyết số 18-NQ/TW trong quý I."
    )
    assert {(each.number, each.date) for each in (first, full, last)} == {("18-NQ/TW", "2017-10-25")}
    assert first.reasons
    assert not full.reasons


def test_another_type_of_the_same_number_gives_nothing() -> None:
    decision = cited("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị. Nghị quyết 05 của Chính phủ được ban hành.")[
        1
    ]
    assert (decision.type, decision.number, decision.date) == ("resolution", "05", None)


def test_a_law_is_known_again_by_its_name() -> None:
    found = cited("Luật Đất đai số 31/2024/QH15 đã có hiệu lực. Theo Luật Đất đai, tỉnh được giao quyền.")
    assert [each.number for each in found] == ["31/2024/QH15", "31/2024/QH15"]


def test_a_congress_is_named_as_fully_as_the_text_does() -> None:
    found = cited(
        "Vượt 20/28 mục tiêu Nghị quyết Đại hội. Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Bắc Ninh lần thứ XX đề ra."
    )
    assert {each.issuer for each in found} == {"Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Nghị quyết 120 của Chính phủ về phát triển bền vững đồng bằng sông Cửu Long, Bộ trưởng cho biết",
            "Nghị quyết 120 của Chính phủ về phát triển bền vững đồng bằng sông Cửu Long",
        ),
        (
            "Chỉ thị số 34 về đón Tết vui tươi, lành mạnh, an toàn mới ban hành vào tháng 12",
            "Chỉ thị số 34 về đón Tết vui tươi, lành mạnh, an toàn",
        ),
        (
            "Nghị quyết 15 về sắp xếp bộ máy và yêu cầu các sở báo cáo",
            "Nghị quyết 15 về sắp xếp bộ máy",
        ),
        (
            "Nghị quyết 15 về thích ứng với biến đổi khí hậu; giao các sở",
            "Nghị quyết 15 về thích ứng với biến đổi khí hậu",
        ),
        (
            "Nghị quyết số 57-NQ/TW về đổi mới sáng tạo và chuyển đổi số đã đi vào cuộc sống",
            "Nghị quyết số 57-NQ/TW về đổi mới sáng tạo và chuyển đổi số",
        ),
        (
            "Kết luận số 09-KL/BCĐ của Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW",
            "Kết luận số 09-KL/BCĐ của Ban Chỉ đạo Trung ương",
        ),
        # where it holds is no part of what it is called
        (
            "Theo Kế hoạch phát triển nhà ở cho công nhân toàn tỉnh, năm 2025 khởi công 3 dự án",
            "Kế hoạch phát triển nhà ở cho công nhân",
        ),
        ("Đề án nuôi trồng thủy sản trên toàn tỉnh được bàn thảo", "Đề án nuôi trồng thủy sản"),
    ],
)
def test_where_a_title_ends(text: str, quote: str) -> None:
    assert quotes(text)[0] == quote


@given(
    number=st.integers(1, 9999),
    type_=st.sampled_from([("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Báo cáo", "BC")]),
    body=st.sampled_from(["UBND", "HĐND", "CP", "TTg", "BTC"]),
    day=st.dates(),
)
def test_any_number_and_date_come_back(number: int, type_: tuple[str, str], body: str, day: object) -> None:
    year, month, date = str(day).split("-")
    if not "1900" <= year <= "2099":
        return
    written = f"{number:02}/{type_[1]}-{body}"
    (one,) = cited(f"Triển khai {type_[0]} số {written} ngày {date}/{month}/{year} trong toàn tỉnh.")
    assert (one.number, one.date) == (written, str(day))


@given(st.text(alphabet='số Nghị quyết về ngày 18-NQ/TW của 2017/10,.;()"\n Chính phủ', max_size=120))
def test_a_quote_is_the_text_itself(text: str) -> None:
    for each in cited(text):
        assert text[each.start : each.end] == each.quote


def test_decomposed_letters_change_nothing_but_the_quote() -> None:
    text = "Thực hiện Chỉ thị số 35 của Bộ Chính trị – năm 2020."
    (composed,), (decomposed,) = cited(text), cited(unicodedata.normalize("NFD", text))
    assert unicodedata.normalize("NFC", decomposed.quote) == composed.quote == "Chỉ thị số 35 của Bộ Chính trị"


def test_a_papers_own_title_cites_only_the_plan_that_it_makes() -> None:
    text = (
        "Nghị quyết về chương trình phát triển cây ăn quả đến năm 2030\nHội đồng nhân dân tỉnh Hà Nam\n"
        "Căn cứ Luật Đất đai năm 2003;"
    )
    assert [(one.type, one.quote) for one in cited(text)] == [
        ("programme", "chương trình phát triển cây ăn quả đến năm 2030"),
        ("law", "Luật Đất đai năm 2003"),
    ]


def test_budgets_named_in_the_title_of_a_paper() -> None:
    text = (
        "Căn cứ Quyết định số 2577/QĐ-BTC của Bộ trưởng Bộ Tài chính về việc giao dự toán thu, chi ngân sách nhà nước "
        "năm 2017; xét Báo cáo số 218/BC-UBND về tình hình ước thực hiện dự toán ngân sách năm 2016, "
        "dự toán thu ngân sách nhà nước trên địa bàn năm 2017."
    )
    assert [one.quote for one in cited(text) if one.type == "plan"] == [
        "dự toán thu, chi ngân sách nhà nước năm 2017",
        "dự toán ngân sách năm 2016",
        "dự toán thu ngân sách nhà nước trên địa bàn năm 2017",
    ]
