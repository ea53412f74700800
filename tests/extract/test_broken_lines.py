"""A paper whose lines a page has cut says the same as the whole one."""

from __future__ import annotations

import textwrap

import pytest

from camket.extract.lexicon import lexicon
from camket.extract.pipeline import extract_document
from camket.grammar.engine import Reading
from camket.model.document import Document
from camket.model.extraction import FACT_KINDS, Extraction

PAPER = [
    "BÁO CÁO",
    "Tình hình phát triển kinh tế - xã hội 9 tháng năm 2024 của tỉnh Hà Nam",
    "1. Về kinh tế",
    (
        "Tổng sản phẩm trên địa bàn (GRDP) 9 tháng năm 2024 ước tăng 9,41% so với cùng kỳ năm trước, trong đó khu vực "
        "công nghiệp - xây dựng tăng 12,6%, khu vực dịch vụ tăng 6,2%."
    ),
    (
        "- Thu ngân sách nhà nước trên địa bàn ước đạt 11.870 tỷ đồng, đạt 86,4% dự toán Hội đồng nhân dân tỉnh giao, "
        "tăng 14,3% so với cùng kỳ; chi ngân sách đạt 9.640 tỷ đồng."
    ),
    (
        "- Kim ngạch xuất khẩu đạt 4.120 triệu USD, tăng 18,7%; kim ngạch nhập khẩu đạt 3.655 triệu USD. Trong 9 tháng "
        "có 37 dự án FDI được cấp mới với tổng vốn đăng ký 512,6 triệu USD."
    ),
    "2. Về xã hội",
    (
        "Đến hết tháng 9 năm 2024, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn 1,52%; tỷ lệ người dân tham gia bảo "
        "hiểm y tế đạt 94,8% dân số; có 63/83 xã đạt chuẩn nông thôn mới nâng cao."
    ),
    "3. Nhiệm vụ trọng tâm",
    (
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Kế hoạch và Đầu tư rà soát các dự án chậm tiến độ, báo cáo trước "
        "ngày 31/10/2024; Sở Tài chính phối hợp Cục Thuế tỉnh đẩy mạnh thu hồi nợ đọng thuế của doanh nghiệp."
    ),
]


def read(text: str) -> Extraction:
    return extract_document(Document(id="a", text=text, sha256="", text_sha256=""))


def said(found: Extraction) -> list[object]:
    """What the facts say, without their places in the text."""
    dropped = {"start", "end", "id", "quote", "indicator_text", "reasons"}
    return [
        (
            kind,
            " ".join(fact.quote.split()),
            {key: getattr(fact, key) for key in fact.__struct_fields__ if key not in dropped},
        )
        for kind in FACT_KINDS
        for fact in getattr(found, kind)
    ]


@pytest.mark.parametrize("width", [64, 72, 80, 88, 100, 110])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_lines_cut_at_one_width_say_the_same(width: int, between: str) -> None:
    whole = "\n".join(PAPER)
    cut = [line for paragraph in PAPER for line in textwrap.wrap(paragraph, width, break_on_hyphens=False)]
    assert said(read(between.join(cut))) == said(read(whole))


def test_every_quote_is_the_papers_own() -> None:
    text = "\n".join(line for paragraph in PAPER for line in textwrap.wrap(paragraph, 72, break_on_hyphens=False))
    found = read(text)
    facts = [fact for kind in FACT_KINDS for fact in getattr(found, kind)]
    assert len(found.figures) >= 14
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)


APART = """BÁO CÁO

Tình hình thực hiện kế hoạch
chuyển đổi số của tỉnh Hà Nam năm 2024

Sở Thông tin và Truyền thông
đã vận hành trục liên thông văn bản cho các cơ quan của tỉnh, kết nối với các sở,
ngành, huyện và xã trong toàn tỉnh từ tháng 3.

Đơn vị chủ trì thực hiện: Sở
Nội vụ.

Ủy ban nhân dân các tỉnh: Tuyên
Quang, Hà Giang, Lào Cai chia sẻ kinh nghiệm vận hành các nền tảng số dùng chung
với tỉnh Hà Nam trong năm qua.

Thời gian thực hiện: Thường
xuyên trong năm và các năm tiếp theo, theo lộ trình mà các cơ quan đã đăng ký với
đơn vị chủ trì.

Kinh phí bảo đảm từ ngân
sách tỉnh.
"""


def test_between_blank_lines_stands_one_paragraph() -> None:
    low = Reading(APART, lexicon()).low
    assert "chủ trì thực hiện: sở nội vụ." in low
    assert "các tỉnh: tuyên quang, hà giang" in low
    assert "báo cáo\n\ntình hình" in low


def test_the_grounds_of_a_paper_are_whole_however_short_their_lines() -> None:
    text = (
        "Căn cứ Luật Tổ chức chính quyền\nđịa phương ngày 19 tháng 6 năm 2015;\n"
        "Căn cứ Luật Hoạt động giám sát của Quốc hội\nvà Hội đồng nhân dân ngày 20 tháng 11 năm 2015;\n"
        "Triển khai thực hiện Nghị quyết\n01/2017/NQ-CP ngày 01/01/2017 của Chính phủ về những nhiệm vụ chủ yếu.\n"
    )
    found = extract_document(Document(id="a", text=text, sha256="", text_sha256="")).references
    assert [one.date for one in found] == ["2015-06-19", "2015-11-20", "2017-01-01"]
