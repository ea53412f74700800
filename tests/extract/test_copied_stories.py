"""Stories as they are copied: the lead behind the author, the author's name, captions, birth years, gates."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

BODY = (
    "Kết quả kiểm tra\n\nẢnh minh họa. Nguồn: Internet\n\n"
    "Đội kiểm soát đã xử lý 35 vụ vi phạm, thu nộp ngân sách 4,2 tỷ đồng trong đợt cao điểm vừa qua tại các kho.\n\n"
    "Lực lượng chức năng tiếp tục theo dõi địa bàn và nắm thông tin về các đối tượng trọng điểm thời gian tới.\n\n"
)
FEET = [
    # day and place of the lead at the foot; the author's name is that of a province
    ("Hòa Bình\n\nmore(BTN) – Sáng 15/3/2022, Cục Hải quan Lạng Sơn họp sơ kết.\n", ("2022-03-15", "Lạng Sơn")),
    ("Thái Bình\n\nmore(TIN) - Ngày 4/6/2021, UBND tỉnh Đắk Nông họp báo.\n", ("2021-06-04", "Đắk Nông")),
    ("Yên Bái\n\nmore(TIN)- Năm 2020, Bộ Tài chính giao thu 300 tỷ đồng.\n", (None, "cả nước")),
    # several provinces that a ministry tells of are no place of the story
    ("N.A\n\nmore(TIN) – Sau khi có ca bệnh tại Hải Dương và Quảng Ninh, Bộ Y tế đã họp.\n", (None, None)),
]


@pytest.mark.parametrize(("foot", "told"), FEET)
def test_a_lead_at_the_foot(foot: str, told: tuple[str | None, str | None]) -> None:
    head = paper(BODY + foot).document.head
    assert (head.event_date, head.area if told[1] is not None else None) == told


def test_the_author_is_no_place_of_what_follows() -> None:
    text = f"{BODY}Thái Bình\n\nmore(TIN) – Cục Hải quan Lạng Sơn cho biết đã xử lý 35 vụ vi phạm.\n"
    assert {one.area for one in paper(text).figures} == {"Lạng Sơn"}


def test_a_picture_is_its_author_s() -> None:
    text = (
        "Logistics vượt khó\n\nKho hàng.\n Ảnh: Thái Bình\n\nTổng cục Hải quan cho biết, cả nước có 90 kho ngoại quan."
    )
    assert paper(text).document.head.area == "cả nước"


BORN = [
    ("Ngày 5/4/2021, Công an tỉnh Hà Nam bắt Lê Văn A, sinh năm 1988, thu giữ 12 kg pháo.", "at:2021-04-05"),
    ("Ngày 5/4/2021, Công an tỉnh Hà Nam bắt Lê Văn A (SN 1988), thu giữ 12 kg pháo.", "at:2021-04-05"),
    # pupils, hygiene, what arises
    ("Tỉnh Hà Nam họp. Số học sinh năm 2019 là 4.200 người.", "2019"),
    ("Tỉnh Hà Nam họp. Nợ phát sinh năm 2019 là 42 tỷ đồng.", "2019"),
    ("Tỉnh Hà Nam họp. Chỉ tiêu tuyển sinh năm 2019 là 420 người.", "2019"),
]


@pytest.mark.parametrize(("text", "period"), BORN)
def test_the_year_of_a_birth_is_no_time_of_the_paper(text: str, period: str) -> None:
    assert [one.period for one in paper(text).figures] == [period]


def test_a_story_without_a_day_is_not_of_a_year_of_birth() -> None:
    text = "Bắt hàng lậu\n\nNgày 17/4, Hải quan Lào Cai bắt Vũ Văn B, sinh năm 1985. Tính đến 15/8 có 40 vụ."
    assert {one.period for one in paper(text).figures} == {None}


GATES = [
    (
        "Hải quan Móng Cái: Thu vượt chỉ tiêu\n\nTheo Chi cục Hải quan cửa khẩu Móng Cái (Cục Hải quan Quảng Ninh)",
        "Móng Cái",
    ),
    (
        "Hàng nông sản tăng qua cửa khẩu Tân Thanh\n\nTheo Chi cục Hải quan Tân Thanh (Cục Hải quan Lạng Sơn)",
        "Tân Thanh",
    ),
    ("Hải quan Bà Rịa – Vũng Tàu: Thu vượt chỉ tiêu\n\nTheo Cục Hải quan Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Hải quan Lạng Sơn: Thu vượt chỉ tiêu\n\nTheo Cục Hải quan Lạng Sơn", "Lạng Sơn"),
    ("Ùn ứ tại các cửa khẩu Tân Thanh, Hữu Nghị\n\nTheo Cục Hải quan Lạng Sơn", "Lạng Sơn"),
]


@pytest.mark.parametrize(("opening", "area"), GATES)
def test_a_gate_or_its_branch(opening: str, area: str) -> None:
    text = f"{opening}, năm 2020 đơn vị thu ngân sách 900 tỷ đồng."
    assert [one.area for one in paper(text).figures] == [area]


OTHERS = [
    ("Vùng kinh tế\n\nCác trung tâm công nghiệp nằm bên bờ Thái Bình Dương, có 22% diện tích.", None),
    ("TP HCM: 28 bến đò bị cấm\n\nSáng nay, Thanh tra Sở Giao thông TP HCM kiểm tra các bến đò ở TP HCM.", "TP HCM"),
    ("Bộ Công Thương bảo đảm hàng hóa\n\nHàng hóa đủ bán. Tại Quảng Ninh dự trữ 600 tỷ đồng.", "cả nước"),
    ("Giá lợn giảm sâu\n\nẢnh minh họa. Nguồn: Internet\n\nTheo Bộ NN&PTNT, giá lợn còn 70.000 đồng/kg.", "cả nước"),
]


@pytest.mark.parametrize(("text", "area"), OTHERS)
def test_whose_story_it_is(text: str, area: str | None) -> None:
    assert paper(text).document.head.area == area


RUNS = [
    ("Từ đầu năm đến 15/6, thu ngân sách 40 tỷ đồng.", "2018-01/2018-06"),
    ("Tính từ 1/1 đến hết 15/8, thu ngân sách 40 tỷ đồng.", "2018-01/2018-08"),
    ("Lũy kế từ đầu năm 2018 đến hết ngày 20/11/2018, thu ngân sách 40 tỷ đồng.", "2018-01/2018-11"),
    ("Từ đầu năm đến ngày 20/1, thu ngân sách 40 tỷ đồng.", "2018-01"),
    ("Từ 15/5/2018 đến 14/6/2018, thu ngân sách 40 tỷ đồng.", "2018-05/2018-06"),
    ("Tính đến 15/6, thu ngân sách 40 tỷ đồng.", "at:2018-06-15"),
]


@pytest.mark.parametrize(("text", "period"), RUNS)
def test_what_is_counted_from_the_year_s_beginning_is_told_by_the_month(text: str, period: str) -> None:
    head = "Thu ngân sách\n\nNgày 20/12/2018, UBND tỉnh Hà Nam họp.\n\n"
    assert [one.period for one in paper(head + text).figures] == [period]


def test_a_day_of_old_is_not_the_story_s() -> None:
    text = (
        "Mười năm cải cách\n\nHệ thống được Hải quan Đà Nẵng dùng từ lâu: vào ngày 18/4/2014 đơn vị nối mạng.\n\n"
        "Đến hết quý 3/2020, Hải quan Đà Nẵng đã nhận 608 hồ sơ."
    )
    found = paper(text)
    assert found.document.head.event_date is None
    assert [(one.period, one.role) for one in found.figures] == [("2020-01/2020-09", "actual")]


NATIONS = [
    ("Thái Lan hạ dự báo tăng trưởng\n\nNgân hàng trung ương nước này cho biết GDP năm 2005 tăng 4,5%.", ["Thái Lan"]),
    ("Trung Quốc: Xuất khẩu tăng mạnh\n\nTháng 6/2004, xuất khẩu đạt 50 tỷ USD.", ["Trung Quốc"]),
    (
        "Thái Lan: Thị trường của gạo Việt Nam\n\nBộ Công Thương cho biết năm 2019 cả nước bán 40.000 tấn gạo.",
        ["cả nước"],
    ),
]


@pytest.mark.parametrize(("text", "areas"), NATIONS)
def test_a_story_of_abroad(text: str, areas: list[str]) -> None:
    assert [one.area for one in paper(text).figures] == areas


OF_PARTS = [
    # right behind their numbers
    ("Tỷ lệ lấp đầy lên đến 90% tại Hà Nội, 95% tại Bắc Ninh, 89% tại Hưng Yên.", ["Hà Nội", "Bắc Ninh", "Hưng Yên"]),
    # of a branch in a province
    (
        "Số thu của các đơn vị: Cục Hải quan Khánh Hòa thu đạt 5.396 tỷ đồng; Cục Hải quan Cà Mau thu đạt 20 tỷ đồng.",
        ["Khánh Hòa", "Cà Mau"],
    ),
    # no place: an ocean, a cooperative
    ("Điểm số cao hơn trung bình của Đông Á - Thái Bình Dương (57%).", ["cả nước"]),
    ("Liên hiệp Hợp tác xã Thương mại có 849 điểm bán.", ["cả nước"]),
]


@pytest.mark.parametrize(("text", "areas"), OF_PARTS)
def test_parts_of_the_nation(text: str, areas: list[str]) -> None:
    head = "Kinh tế cả nước\n\nTổng cục Thống kê cho biết kinh tế cả nước quý I/2020 ổn định.\n\n"
    assert [one.area for one in paper(head + text).figures] == areas


FOOT_TIMES = [
    # the months of the lead are those of the story
    ("Ước đến 30/9/2020, toàn tỉnh Vĩnh Long giải ngân được 812 tỷ đồng.", "2020-01/2020-09"),
    ("Quý III/2020, tỉnh Vĩnh Long giải ngân được 212 tỷ đồng.", "2020-Q3"),
    # what is foreseen up to a quarter is not
    ("Tỉnh Vĩnh Long cho rằng giải ngân còn chậm đến hết quý I/2021.", None),
]


@pytest.mark.parametrize(("foot", "period"), FOOT_TIMES)
def test_the_months_of_a_lead_at_the_foot(foot: str, period: str | None) -> None:
    text = (
        "Vĩnh Long giải ngân vốn đầu tư công\n\nGiải ngân lĩnh vực giáo dục đạt cao nhất với 81,7%; y tế 67,3%.\n\n"
        f"N.A\n\nmore(TIN) – {foot}\n"
    )
    assert [one.period for one in paper(text).figures][:2] == [period, period]


def test_a_forecast_of_a_month_gone_by_hands_nothing_on() -> None:
    text = (
        "Công nghiệp tháng 5\n\nTheo Cục Thống kê tỉnh Hà Nam, dự kiến giá trị sản xuất tháng 5/2004 đạt 846 tỷ đồng, "
        "so tháng trước tăng 6,7%. Khu vực nhà nước đạt 58 tỷ đồng."
    )
    assert [one.role for one in paper(text).figures][-1] == "actual"


def test_the_first_year_of_a_body() -> None:
    text = "Mưa lũ gây thiệt hại\n\nTính tới sáng 26/11, theo Bộ Nông nghiệp và Môi trường, Gia Lai mất 15 tỷ đồng."
    assert paper(text).document.head.event_date == "2025-11-26"
