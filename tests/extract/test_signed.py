"""Who signed a paper: the names at its own foot, also where annexes or notes follow it, and of joint papers all."""

from __future__ import annotations

import pytest
from tests.extract.test_head import head_of

HEAD = """{issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Bắc Ninh, ngày 12 tháng 3 năm 2024
{type}
Về việc tổ chức phiên chợ nông sản
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Các đơn vị tổ chức phiên chợ từ ngày 02 tháng 4 năm 2024.
"""
LIST = "Nơi nhận:\n- Các phòng chuyên môn;\n- Lưu: VT.\n"


def paper(foot: str, issuer: str = "SỞ CÔNG THƯƠNG", number: str = "15/TB-SCT", type_: str = "THÔNG BÁO") -> str:
    return HEAD.format(issuer=issuer, number=number, type=type_) + foot


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("TỔNG THANH TRA\nĐã ký\nVũ Minh Quân\n", "Vũ Minh Quân"),
        ("TỔNG THANH TRA\nVũ Minh Quân – Đã ký\n", "Vũ Minh Quân"),
        ("TRƯỞNG PHÒNG ĐÀO TẠO\nTS. Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH\nThS. Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("HIỆU TRƯỞNG\nNGND.PGS.TS. Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nThượng tướng Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("BỘ TRƯỞNG, CHỦ NHIỆM\nVũ Minh Quân\n", "Vũ Minh Quân"),
        ("KHOA CHĂN NUÔI\nTS. Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("HIỆU TRƯỞNG\nTh.s Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐã ký: Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("TRƯỜNG PHÒNG  m=\n“Vũ Minh Quân\n", "Vũ Minh Quân"),  # as recognisers read it
        ("TL, HIỆU TRƯỞNG\n`.\n“Vũ Minh Quân\nTRƯỜNG ĐẠI HỌC NÔNG LÂM\n", "Vũ Minh Quân"),
        ("TL. HIỆU TRƯỞNG\nTRƯỞNG PHÒNG\n— T§, Vũ Minh Quân\n", "Vũ Minh Quân"),
        ("Kính trình Chủ tịch.\nBắc Ninh, Hà Nội\n", None),
        ("XS\nVũ Minh Quân\n", "Vũ Minh Quân"),  # the office is lost under the seal
        ("Phiên Chợ Nông Sản\n", None),
        ("TM. ĐOÀN GIÁM SÁT\nTRƯỞNG ĐOÀN\nCHỦ TỊCH HĐND TỈNH\nVũ Minh Quân\n", "Vũ Minh Quân"),
        ("Ông Vũ Minh Quân theo dõi việc này.\n", None),
    ],
)
def test_the_signer_under_the_list_of_recipients(foot: str, signer: str | None) -> None:
    head, _ = head_of(paper(LIST + foot))
    assert (head.signer, head.cosigners, head.recipients) == (signer, (), ("Các phòng chuyên môn",))


@pytest.mark.parametrize("dash", ["-", "–", "—", "+", "•", "‑", "−"])
def test_the_list_of_recipients_whatever_its_dashes_are(dash: str) -> None:
    listed = f"Nơi nhận:\n{dash} Các phòng chuyên môn;\n{dash} UBND các xã – phường;\n{dash} Lưu: VT, QLTM.\n"
    head, _ = head_of(paper(listed + "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nVũ Minh Quân\n"))
    assert head.recipients == ("Các phòng chuyên môn", "UBND các xã – phường")
    assert head.signer == "Vũ Minh Quân"


FORM = "Mẫu số 1\nĐƠN ĐĂNG KÝ GIAN HÀNG\n" + 60 * "Tên hàng: ........................ Số lượng: ..........\n"
FORM_WITH_A_LIST = f"{FORM}Nơi nhận:\n- Người đăng ký;\n- Lưu: hồ sơ.\nNGƯỜI NHẬN\n(Ký, ghi rõ họ tên)\n"


@pytest.mark.parametrize("annex", ["", FORM, FORM_WITH_A_LIST])
def test_a_form_behind_the_paper_has_no_say_on_who_signed_it(annex: str) -> None:
    head, _ = head_of(paper("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nVũ Minh Quân\n" + annex))
    assert (head.signer, head.recipients) == ("Vũ Minh Quân", ())


def test_notes_behind_a_consolidated_text() -> None:
    notes = "".join(f"{number} Khoản này được sửa đổi theo Luật số 3/2024/QH15.\n" for number in range(1, 60))
    foot = "XÁC THỰC VĂN BẢN HỢP NHẤT\nCHỦ NHIỆM\nVũ Minh Quân\n"
    head, _ = head_of(paper(foot + notes, "VĂN PHÒNG QUỐC HỘI", "8/VBHN-VPQH", "LUẬT"))
    assert head.signer == "Vũ Minh Quân"


def test_the_authority_at_the_head_is_no_signature() -> None:
    short = (
        "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/QĐ-TTg\nHà Nội, ngày 3 tháng 2 năm 2025\n"
        "QUYẾT ĐỊNH\nVề tổ chức phiên chợ\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Thương mại;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Tổ chức phiên chợ.\nNơi nhận:\n" + "".join(f"- Bộ thứ {n};\n" for n in range(20)) + "- Lưu: VT.\n"
        "THỦ TƯỚNG\nVũ Minh Quân\n"
    )
    head, _ = head_of(short)
    assert head.signer == "Vũ Minh Quân"


BESIDE = "KT. BỘ TRƯỞNG BỘ Y TẾ THỨ TRƯỞNG (đã ký) Lê Thị Hoa\t"
BESIDE += "KT. BỘ TRƯỞNG BỘ XÂY DỰNG THỨ TRƯỞNG Trung tướng Đỗ Đức Long\n"
BELOW = "KT. BỘ TRƯỞNG\nBỘ Y TẾ\nTHỨ TRƯỞNG\n(Đã ký)\nLê Thị Hoa\n{between}"
BELOW += "KT. BỘ TRƯỞNG\nBỘ XÂY DỰNG\nTHỨ TRƯỞNG\nĐỗ Đức Long\n"


@pytest.mark.parametrize(
    "foot", [BESIDE, BELOW.format(between=""), BELOW.format(between=LIST), BELOW.format(between="") + LIST]
)
def test_all_who_sign_a_joint_paper(foot: str) -> None:
    head, _ = head_of(paper(foot, "BỘ Y TẾ - BỘ XÂY DỰNG", "3/2024/TTLT-BYT-BXD", "THÔNG TƯ LIÊN TỊCH"))
    assert (head.signer, head.cosigners) == ("Lê Thị Hoa", ("Đỗ Đức Long",))


def test_three_who_sign_for_their_bodies() -> None:
    foot = (
        "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nLê Thị Hoa\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nVũ Minh Quân\n"
        "TM. THƯỜNG TRỰC HĐND\nPHÓ CHỦ TỊCH\nĐỗ Đức Long\n"
    )
    head, _ = head_of(paper(foot, number="2/NQLT-HĐND-UBND-MTTQ", type_="NGHỊ QUYẾT LIÊN TỊCH"))
    assert (head.signer, head.cosigners) == ("Lê Thị Hoa", ("Vũ Minh Quân", "Đỗ Đức Long"))


def test_who_signs_an_attached_rule_too_is_named_once() -> None:
    foot = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Hoa\nQUY CHẾ\nĐiều 1. Họp mỗi tháng.\nCHỦ TỊCH\nLê Thị Hoa\n"
    head, _ = head_of(paper(LIST + foot))
    assert (head.signer, head.cosigners) == ("Lê Thị Hoa", ())


@pytest.mark.parametrize(
    ("foot", "recipients"),
    [
        ("Điều 5. Hồ sơ\n1. Nơi nhận hồ sơ: Sở Công Thương.\n- Giấy đăng ký;\n- Bản vẽ gian hàng;\n", ()),
        ("Noinhậm.\n- Các phòng chuyên môn;\n- Lưu: VT.\n", ("Các phòng chuyên môn",)),
        ("Nai nhận:\n- Các phòng chuyên môn;\n- Lưu: VT.\n", ("Các phòng chuyên môn",)),
        ("Nơi nhận;\n- Các phòng chuyên môn;\n- Lưu: VT.\n", ("Các phòng chuyên môn",)),
        ("Nơi nhận:\n“ Các phòng chuyên môn;\n- Lưu: VT.\n", ("Các phòng chuyên môn",)),
    ],
)
def test_the_list_of_recipients_as_it_is_read(foot: str, recipients: tuple[str, ...]) -> None:
    head, _ = head_of(paper(foot))
    assert head.recipients == recipients
