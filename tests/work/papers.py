"""Papers for the tests of drafts, written by us: a notice, a conclusion of the Party, a news item."""

from __future__ import annotations

from hashlib import sha256

from tests.extract.paper import paper

from camket.extract import extract
from camket.model.document import Document
from camket.model.extraction import Extraction

NOTICE = """ỦY BAN NHÂN DÂN TỈNH BẮC NINH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        VĂN PHÒNG                         Độc lập - Tự do - Hạnh phúc

   Số: 412/TB-VP                    Bắc Ninh, ngày 08 tháng 6 năm 2026

                              THÔNG BÁO
 Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 6

Ngày 05/6/2026, đồng chí Trần Văn Quyết, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì phiên họp.

Chủ tịch UBND tỉnh kết luận như sau:

{body}

Nơi nhận:                                  KT. CHÁNH VĂN PHÒNG
- Lưu: VT.                        Lê Thị Mơ
"""
CONCLUSION = """TỈNH ỦY BẮC NINH                          ĐẢNG CỘNG SẢN VIỆT NAM

   Số: 31-KL/TU                    Bắc Ninh, ngày 05 tháng 6 năm 2026

                              KẾT LUẬN
 của Ban Thường vụ Tỉnh ủy về tình hình phát triển kinh tế - xã hội

Ban Thường vụ Tỉnh ủy kết luận như sau:

{body}

Nơi nhận:                                  T/M BAN THƯỜNG VỤ
- Lưu.                        Nguyễn Hồng Lĩnh
"""
NEWS = """Bắc Ninh họp phiên thường kỳ tháng 6

Ngày 05/6/2026, UBND tỉnh Bắc Ninh tổ chức phiên họp thường kỳ tháng 6. Chủ tịch UBND tỉnh Trần Văn Quyết chủ trì.

{body}
"""


def read(form: str, body: str) -> Extraction:
    """The facts of a paper with this body."""
    text = form.format(body=body)
    digest = sha256(text.encode()).hexdigest()
    return extract(Document(id=digest[:8], text=text, sha256=digest, text_sha256=digest))


def read_table(rows: str) -> Extraction:
    """The facts of a plan whose tasks stand in a table, drawn with bars."""
    return extract(paper("KẾ HOẠCH", "Danh mục nhiệm vụ trọng tâm năm 2026", rows, day="2026-06-08", kind="plan"))
