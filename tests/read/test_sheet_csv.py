from __future__ import annotations

from pathlib import Path

import pytest

from camket.read import read
from camket.read.sheet.parting import delimiter_of

TABLES = [
    ("Chỉ tiêu,Đơn vị,Năm 2024\nGRDP,%,6.03\nThu ngân sách,Tỷ đồng,33150.5\n", ","),
    ('Chỉ tiêu,Năm 2024\n"Thu ngân sách, kể cả dầu thô","33,150.5"\nGRDP,6.03\n', ","),
    ("Chỉ tiêu;Năm 2023;Năm 2024\nGRDP;5,8;6,03\nThu ngân sách;31.000;33.150\n", ";"),
    ("Chỉ tiêu\t2023\t2024\nGRDP\t5,8\t6,03\nVốn FDI\t1500\t1700\n", "\t"),
    ("BIỂU SỐ 1,,\nĐơn vị: tỷ đồng,,\nTT,Chỉ tiêu,Năm 2024\n1,Thu ngân sách,33150\n2,Chi ngân sách,28000\n", ","),
    ("STT,Họ tên,Chức vụ,Đơn vị\n1,Nguyễn Văn An,Giám đốc,Sở Tài chính\n2,Trần Thị Bình,Phó Giám đốc,Sở Y tế\n", ","),
    ('Nội dung;Giá trị\n"Vốn\nFDI";1500\nGRDP;6,03\n', ";"),
    (
        (
            "UBND TỈNH HÀ NAM;;;\nSố: 12/BC-UBND;;;\n;;;\nTT;Chỉ tiêu;Năm 2025;\n;;Kế hoạch;Ước thực hiện\n"
            "1;Thu ngân sách;31.000;33.150\n2;Chi ngân sách;15.000;14.200\n"
        ),
        ";",
    ),
    (
        (
            "TỔNG SẢN PHẨM NĂM 2025,,,,\n,Giá hiện hành,,Cơ cấu,\n,2024,2025,2024,2025\n"
            "Tổng số,95100,101350,100,100\nDịch vụ,24200,25850,25.4,25.5\n"
        ),
        ",",
    ),
]
PROSE = [
    "GRDP tăng 6,5%.\nCông nghiệp tăng 7,2%.\nDịch vụ tăng 8,1%.\n",
    "Kính gửi: Sở Tài chính, Sở Y tế.\nThực hiện Kế hoạch số 12, Ủy ban nhân dân tỉnh yêu cầu:\nMột là, rà soát.\n",
    "Năm 2024, GRDP tăng 6,03%, thu ngân sách đạt 33.150 tỷ đồng.\n",
    "Hà Nội, Bắc Ninh\nHải Phòng, Quảng Ninh\nHải Dương, Hưng Yên\n",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT;\n- Sở Tài chính;\n",
    "a;b\n",
    "",
    "Một là, hai là, ba là, bốn là.\n",
    "Tăng trưởng 6,5%, dịch vụ 7,1%\nCông nghiệp 8,2%, xây dựng 9,1%\nNông nghiệp 2,5%, thủy sản 3,1%\n",
]


@pytest.mark.parametrize(("text", "sign"), TABLES)
def test_a_table_as_text_is_told_by_its_fields(text: str, sign: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert delimiter_of(text.encode(encoding)) == sign


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_commas_stays_text(tmp_path: Path, text: str) -> None:
    assert delimiter_of(text.encode()) is None
    path = tmp_path / "van-ban.csv"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert (document.format, document.text) == ("text", text)


def _written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "so-lieu.txt"
    path.write_text(text, encoding=encoding)
    return path


def _rows(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[str]:
    document = read(_written(tmp_path, text, encoding))
    assert document.format == "csv"
    return document.text.splitlines()


def test_numbers_are_written_as_in_viet_nam(tmp_path: Path) -> None:
    rows = _rows(tmp_path, TABLES[1][0])
    assert rows == ["Chỉ tiêu\tNăm 2024", "Thu ngân sách, kể cả dầu thô\t33.150,5", "GRDP\t6,03"]
    assert _rows(tmp_path, TABLES[2][0])[1:] == ["GRDP\t5,8\t6,03", "Thu ngân sách\t31.000\t33.150"]
    dust = "Chỉ tiêu,Giá trị\nA,0.30000000000000004\nB,2024-12-31\nC,1.5\n"
    assert _rows(tmp_path, dust)[1:] == ["A\t0,3", "B\t31/12/2024", "C\t1,5"]


def test_a_head_that_lost_how_far_it_reaches_is_of_the_table(tmp_path: Path) -> None:
    rows = _rows(tmp_path, TABLES[-1][0])
    assert rows[:3] == ["TỔNG SẢN PHẨM NĂM 2025", "\tGiá hiện hành\t\tCơ cấu\t", "\t2024\t2025\t2024\t2025"]
    titled = (
        "Biểu 1,,,,Đơn vị: %,\nChỉ tiêu,2021,2022,2023,2024,2025\nGRDP,6.5,6.8,7.2,7.4,8\nDịch vụ,5.5,6,6.3,6.4,7\n"
    )
    document = read(_written(tmp_path, titled))
    assert [block.row for block in document.blocks if document.text[block.start : block.end] == "Chỉ tiêu"] == [0]


def test_what_stands_above_the_head_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES[4][0], encoding="utf-8")
    document = read(path)
    kinds = [block.kind for block in document.blocks]
    assert kinds[:3] == ["heading", "paragraph", "table_cell"]
    assert kinds.count("table_cell") == 9


def test_each_cell_knows_its_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES[0][0], encoding="utf-8")
    document = read(path)
    told = {document.text[place.start : place.end]: place.at for place in document.places}
    assert getattr(told["33150,5"], "name", "") == "C3"
