"""A paper stamped secret is refused; the words in running text, a title or a table are no stamp."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from camket.errors import ReadError
from camket.read import read

HEAD = (
    "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "   TỈNH MẪU                 Độc lập - Tự do - Hạnh phúc\n"
    "Số: 12/BC-UBND           Tỉnh Mẫu, ngày 05 tháng 3 năm 2025\n"
)
BODY = (
    "\nBÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2025\n\n"
    "Quý I, GRDP của tỉnh ước tăng 7,2% so với cùng kỳ năm trước.\n"
)

STAMPED = [
    f"{HEAD}MẬT\n{BODY}",
    f"{HEAD}\n   TỐI MẬT   \n{BODY}",
    f"{HEAD}Tuyệt mật\n{BODY}",
    f"{HEAD}[ TUYỆT MẬT ]\n{BODY}",
    f"{HEAD}M Ậ T\n{BODY}",
    f"{HEAD}| TỐI MẬT |\n{BODY}",
    f"{HEAD}Độ mật: Tối mật\n{BODY}",
    f"{HEAD}MẬT          {BODY}",
    f"MẬT\n{HEAD}{BODY}",
    f"MẬT\nBản số: 02\n{BODY}",
    f"{HEAD}\nBÁO CÁO\nTUYỆT\nTình hình dự trữ năm 2025 MẬT\n{BODY}",  # a narrow box beside the title
    unicodedata.normalize("NFD", f"{HEAD}TUYỆT MẬT\n{BODY}"),
    f"{HEAD}TỐI MẬ\u0323T\n{BODY}".replace("Ậ", "Â"),  # its vowel in two letters
    f"{HEAD}M Ạ\u0302 T\n{BODY}",
    f"{HEAD}tuyệt ma\u0302\u0323t\n{BODY}",
    f"{HEAD.replace('12/BC-UBND ', '12/BC-UBND          MẬT')}{BODY}",
]
OPEN = [
    f"{HEAD}{BODY}Thực hiện nghiêm Luật Bảo vệ bí mật nhà nước.\n",
    f"{HEAD}{BODY}Văn bản có độ mật: Tối mật thì gửi theo đường riêng.\n\nMẬT\n",
    f"{HEAD}\nKẾ HOẠCH\nBảo vệ bí mật nhà nước năm 2025\n{BODY}",
    f"{HEAD}\nDANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT\n{BODY}",
    f"{HEAD}\nVề bảo mật\n{BODY}",
    f"{HEAD}\nPHÒNG\nCHỐNG BUÔN LẬU ĐƯỜNG, MẬT\n{BODY}",
    "Mật\nTin làng nghề: mật mía vào vụ Tết, sản lượng tăng 12% so với năm trước.\n",
]


@pytest.mark.parametrize("text", STAMPED)
def test_a_stamped_paper_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message.code == "read.secret"
    assert "GRDP" not in str(caught.value)


@pytest.mark.parametrize("text", OPEN)
def test_the_word_alone_is_no_stamp(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path).text == text


def test_a_table_that_counts_secrets_is_no_stamp(tmp_path: Path) -> None:
    names, counts = ("Đơn vị", "Tuyệt mật", "Tối mật", "Mật"), ("Sở A", "0", "2", "5")
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (names, counts))
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><p>Số: 12/BC-SNV</p><table>{rows}</table></body></html>", encoding="utf-8")
    assert "Tối mật" in read(path).text


LETTERHEADS = [
    ("<td>UBND TỈNH<br><b>TUYỆT MẬT</b></td><td>CỘNG HÒA</td>", True),
    ("<td>UBND TỈNH<br><b>MẬT</b></td><td>Bắc Ninh, ngày 1 tháng 2 năm 2025</td>", True),
    ("<td>SỞ CÔNG THƯƠNG<br>MẬT</td><td>Số: 1</td>", True),
    ("<td>BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT</td><td>Số: 1</td>", False),
    ("<td>HỘI NUÔI ONG MẬT</td><td>Số: 1</td>", False),
    ("<td>MẬT</td><td>UBND TỈNH MẪU</td>", True),
    ("<td>UBND TỈNH MẪU</td><td>DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT</td>", False),
    ("<td>Độ mật</td><td>Số văn bản</td></tr><tr><td>Tối mật</td><td>12</td>", False),
    ("".join(f"<td>Cột {each}</td>" for each in range(6)) + "</tr><tr><td>TỐI MẬT</td><td>12</td>", False),
]


@pytest.mark.parametrize(("cells", "refused"), LETTERHEADS)
def test_a_table_of_a_few_cells_that_opens_a_page_is_its_letterhead(tmp_path: Path, cells: str, refused: bool) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><table><tr>{cells}</tr></table><p>{BODY}</p></body></html>", encoding="utf-8")
    if not refused:
        assert read(path).text
        return
    with pytest.raises(ReadError, match=r"read\.secret"):
        read(path)


def test_a_stamped_page_is_refused_in_its_own_process(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    lines = "".join(f"<p>{line}</p>" for line in f"{HEAD}TỐI MẬT\n{BODY}".splitlines())
    path.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message.code == "read.secret"
