"""Names as a paper gives them: bodies with the place that their paper is of, a city in the form in which it stands."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

HEAD = """HỘI ĐỒNG NHÂN DÂN
TỈNH QUẢNG TRỊ
-------
Số: 47/NQ-HĐND
Quảng Trị, ngày 06 tháng 12 năm 2019

NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2020

"""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            f"{HEAD}Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.\n",
            "Hội đồng nhân dân tỉnh Quảng Trị",
        ),
        (f"{HEAD}HĐND tỉnh yêu cầu Sở Tài chính rà soát các khoản thu.\n", "HĐND tỉnh Quảng Trị"),
        (
            (
                "Phú Vang thu hoạch lúa\n\nNgày 3/6/2024, UBND huyện Phú Vang họp. UBND huyện yêu cầu các xã gặt "
                "xong sớm.\n"
            ),
            "UBND huyện Phú Vang",
        ),
        ("Ngày 3/6/2024, Sở Y tế họp. UBND tỉnh yêu cầu các bệnh viện dự trữ thuốc.\n", "UBND tỉnh"),
    ],
)
def test_a_body_has_the_place_of_its_paper(text: str, issuer: str) -> None:
    assert [one.issuer for one in paper(text).directives] == [issuer]


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("TPHCM", "TPHCM"),
        ("TP.HCM", "TP.HCM"),
        ("TP. HCM", "TP HCM"),
        ("TP HCM", "TP HCM"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ],
)
def test_a_paper_of_the_city_names_it_in_its_own_form(form: str, named: str) -> None:
    text = f"Kinh tế {form} phục hồi\n\nNgày 3/6/2024, UBND {form} họp. {form} 5 tháng thu ngân sách 190.000 tỷ đồng.\n"
    found = paper(text)
    assert [found.document.head.area, *(one.area for one in found.figures)] == [named, named]


def test_a_committee_of_a_district_issues_for_the_district() -> None:
    head = paper(
        "ĐẢNG BỘ TỈNH ĐIỆN BIÊN\nHUYỆN ỦY TUẦN GIÁO\nSố 01-NQ/ĐH\nTuần Giáo, ngày 12 tháng 8 năm 2020\nNGHỊ QUYẾT\n"
        "Đại hội đại biểu Đảng bộ huyện Tuần Giáo lần thứ XXI, nhiệm kỳ 2020 - 2025\nThu ngân sách đạt 90 tỷ đồng.\n"
    ).document.head
    assert (head.area, head.issuer) == ("Tuần Giáo", "Huyện ủy Tuần Giáo")


def test_a_congress_speaks_by_its_name() -> None:
    text = (
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỤC YÊN LẦN THỨ XXI, NHIỆM KỲ 2020 - 2025\n1. Thu ngân sách "
        "đạt 90 tỷ "
        "đồng.\nĐại hội giao Ban Chấp hành Đảng bộ huyện khóa XXI xây dựng chương trình hành động.\n"
    )
    assert [one.issuer for one in paper(text).directives] == ["Đại hội đại biểu Đảng bộ huyện Lục Yên lần thứ XXI"]


ATTACHED = "(Ban hành kèm theo Quyết định số 514/QĐ-UBND ngày 24/02/2022 của UBND quận)\n"


@pytest.mark.parametrize("body", ["", "ỦY BAN NHÂN DÂN QUẬN CẨM LỆ\n"])
def test_a_plan_that_goes_with_a_decision_has_its_own_title_and_year(body: str) -> None:
    goals = "I. Mục tiêu\n- Tỷ trọng kinh tế số chiếm tối thiểu 15% GRDP.\n"
    found = paper(f"{body}KẾ HOẠCH\nChuyển đổi số trên địa bàn quận năm 2022\n{ATTACHED}{goals}")
    head = found.document.head
    assert (head.title, head.type) == ("Kế hoạch chuyển đổi số trên địa bàn quận năm 2022", "plan")
    assert (head.number, head.date) == ("514/QĐ-UBND", "2022-02-24")
    assert head.issuer == ("Ủy ban nhân dân quận Cẩm Lệ" if body else "UBND quận")
    assert [(one.role, one.period) for one in found.figures] == [("target", "2022")]
