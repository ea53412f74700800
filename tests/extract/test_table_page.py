"""Tables of web pages: joined cells of a head and of a row."""

from __future__ import annotations

from pathlib import Path

from tests.extract.paper import short

from camket import extract, read

PAGE = """<html><head><title>Báo cáo kinh tế - xã hội năm 2025 tỉnh Hà Nam</title></head><body><article>
<h1>Báo cáo kinh tế - xã hội năm 2025 tỉnh Hà Nam</h1>
<p>Ủy ban nhân dân tỉnh Hà Nam báo cáo kết quả thực hiện các chỉ tiêu chủ yếu như sau.</p>
<table border="1"><thead>
<tr><th rowspan="2">TT</th><th rowspan="2">Chỉ tiêu</th><th rowspan="2">ĐVT</th><th colspan="2">Năm 2025</th></tr>
<tr><th>Kế hoạch</th><th>Ước thực hiện</th></tr></thead><tbody>
<tr><td>1</td><td>Kim ngạch xuất khẩu</td><td>Triệu USD</td><td>5.000</td><td>5.150</td></tr>
<tr><td>2</td><td>Tỷ lệ hộ nghèo</td><td>%</td><td>1,5</td><td></td></tr>
<tr><td>3</td><td>Tỷ lệ che phủ rừng</td><td>%</td><td></td><td>5,8</td></tr>
</tbody></table></article></body></html>"""


def test_joined_cells_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "bang.html"
    page.write_text(PAGE, encoding="utf-8")
    document = read(page)
    joined = [
        (document.text[block.start : block.end], block.rows, block.columns)
        for block in document.blocks
        if block.rows > 1 or block.columns > 1
    ]
    assert joined == [("TT", 2, 1), ("Chỉ tiêu", 2, 1), ("ĐVT", 2, 1), ("Năm 2025", 1, 2)]
    assert [short(one) for one in extract(document).figures] == [
        "5.000 | exports 5000000000 USD level target 2025",
        "5.150 | exports 5150000000 USD level estimate 2025",
        "1,5 | poverty_rate 1.5 percent level target 2025",
        "5,8 | forest_cover 5.8 percent level estimate 2025",
    ]
