"""How papers are named: numbers of State and Party, every type and every issuer of the lists."""

from __future__ import annotations

import pytest
from tests.wordings.said import references

# code of a State body's paper, `12/CODE-UBND`: its name and the type of the reference
STATE = {
    "NQ": ("Nghị quyết", "resolution"), "QĐ": ("Quyết định", "decision"), "CT": ("Chỉ thị", "directive"),
    "QyĐ": ("Quy định", "regulation"), "QC": ("Quy chế", "regulation"), "QCh": ("Quy chế", "regulation"),
    "TB": ("Thông báo", "other"), "HD": ("Hướng dẫn", "other"), "CTr": ("Chương trình", "programme"),
    "KH": ("Kế hoạch", "plan"), "PA": ("Phương án", "plan"), "ĐA": ("Đề án", "scheme"),
    "BC": ("Báo cáo", "other"), "TTr": ("Tờ trình", "other"), "BB": ("Biên bản", "other"),
    "CĐ": ("Công điện", "directive"),
}  # fmt: skip
# the same of the Party, `12-CODE/TU`
PARTY = {
    "NQ": ("Nghị quyết", "resolution"), "QĐ": ("Quyết định", "decision"), "QĐi": ("Quy định", "regulation"),
    "CT": ("Chỉ thị", "directive"), "KL": ("Kết luận", "conclusion"), "QC": ("Quy chế", "regulation"),
    "TB": ("Thông báo", "other"), "TT": ("Thông tri", "other"), "HD": ("Hướng dẫn", "other"),
    "CTr": ("Chương trình", "programme"), "KH": ("Kế hoạch", "plan"), "PA": ("Phương án", "plan"),
    "ĐA": ("Đề án", "scheme"), "BC": ("Báo cáo", "other"), "TTr": ("Tờ trình", "other"), "CV": ("Công văn", "other"),
}  # fmt: skip
STATE_ISSUERS = ("UBND", "HĐND", "CP", "TTg", "VPCP", "SNV", "STC", "SXD", "SKHCN", "CTK", "TKT", "TTHĐND")
PARTY_ISSUERS = ("TW", "TU", "ĐU", "HU", "BCĐ", "VPTW", "VPTU", "BTCTU", "BTGTU", "UBKTTU", "BNCTU", "BTGDVTU")
NAMES = [
    ("nghị quyết", "resolution"), ("quyết định", "decision"), ("chỉ thị", "directive"), ("kết luận", "conclusion"),
    ("quy định", "regulation"), ("quy chế", "regulation"), ("thông báo", "other"), ("thông tri", "other"),
    ("hướng dẫn", "other"), ("chương trình", "programme"), ("kế hoạch", "plan"), ("phương án", "plan"),
    ("đề án", "scheme"), ("báo cáo", "other"), ("tờ trình", "other"), ("công văn", "other"), ("công điện", "directive"),
    ("thông tư", "law"), ("nghị định", "law"), ("thông cáo", "other"), ("biên bản", "other"),
]  # fmt: skip

NUMBERED = [
    ("Thực hiện Quyết định số 05/2023/QĐ-TTg của Thủ tướng Chính phủ.", ("05/2023/QĐ-TTg", "decision")),
    ("Thực hiện Nghị định số 30/2020/NĐ-CP của Chính phủ.", ("30/2020/NĐ-CP", "law")),
    ("Thực hiện Nghị định 94/2022/NĐ-CP của Chính phủ.", ("94/2022/NĐ-CP", "law")),
    ("Thực hiện Nghị quyết số 202/2025/QH15 của Quốc hội.", ("202/2025/QH15", "resolution")),
    ("Thực hiện Nghị quyết số 30/2026/QH16 của Quốc hội.", ("30/2026/QH16", "resolution")),
    ("Thực hiện Nghị quyết số 1210/2016/UBTVQH13.", ("1210/2016/UBTVQH13", "resolution")),
    ("Thực hiện Nghị quyết số 1658/NQ-UBTVQH15.", ("1658/NQ-UBTVQH15", "resolution")),
    ("Thực hiện Nghị quyết số 388/NQ-UBTVQH16.", ("388/NQ-UBTVQH16", "resolution")),
    ("Thực hiện Luật số 72/2025/QH15.", ("72/2025/QH15", "law")),
    ("Thực hiện Báo cáo 123/BC-UBND của UBND tỉnh.", ("123/BC-UBND", "other")),
    ("Thực hiện Quyết định 1589/QĐ-TTg của Thủ tướng Chính phủ.", ("1589/QĐ-TTg", "decision")),
    ("Thực hiện Nghị quyết 01/NQ-CP của Chính phủ.", ("01/NQ-CP", "resolution")),
    ("Thực hiện Công văn số 1234/UBND-KTTH của UBND tỉnh.", ("1234/UBND-KTTH", "other")),
    ("Thực hiện Nghị quyết số 18-NQ/TW của Trung ương.", ("18-NQ/TW", "resolution")),
    ("Thực hiện Nghị quyết số 18–NQ/TW của Trung ương.", ("18-NQ/TW", "resolution")),
    ("Thực hiện Nghị quyết số 18 - NQ/TW của Trung ương.", ("18-NQ/TW", "resolution")),
    ("Thực hiện Nghị quyết số 18- NQ/TW của Trung ương.", ("18-NQ/TW", "resolution")),
    ("Thực hiện Kết luận số 09-KL/BCĐ của Ban Chỉ đạo.", ("09-KL/BCĐ", "conclusion")),
    ("Thực hiện Chỉ thị số 10-CT/TU của Tỉnh ủy.", ("10-CT/TU", "directive")),
    ("Thực hiện Quy định số 66-QĐ/TW của Ban Bí thư.", ("66-QĐ/TW", "regulation")),
    ("Thực hiện Hướng dẫn số 36-HD/VPTW của Văn phòng Trung ương.", ("36-HD/VPTW", "other")),
    ("Thực hiện Nghị quyết số 15/NQ-HĐND của HĐND tỉnh.", ("15/NQ-HĐND", "resolution")),
    ("Thực hiện Nghị quyết số 15/2025/NQ-HĐND của HĐND tỉnh.", ("15/2025/NQ-HĐND", "resolution")),
    ("Thực hiện Thông tư số 02/2026/TT-BXD của Bộ Xây dựng.", ("02/2026/TT-BXD", "law")),
    ("Thực hiện Tờ trình số 112/TTr-SXD của Sở Xây dựng.", ("112/TTr-SXD", "other")),
    ("Thực hiện Thông báo số 215/TB-VP của Văn phòng.", ("215/TB-VP", "other")),
    ("Thực hiện Quyết định số 15/QÐ-UBND của UBND tỉnh.", ("15/QĐ-UBND", "decision")),
]


@pytest.mark.parametrize("code", STATE)
def test_a_state_code(code: str) -> None:
    name, kind = STATE[code]
    assert _numbers(f"Thực hiện {name} số 12/{code}-UBND của UBND tỉnh.") == [(f"12/{code}-UBND", kind)]


@pytest.mark.parametrize("code", PARTY)
def test_a_party_code(code: str) -> None:
    name, kind = PARTY[code]
    assert _numbers(f"Thực hiện {name} số 12-{code}/TU của Tỉnh ủy.") == [(f"12-{code}/TU", kind)]


@pytest.mark.parametrize("issuer", STATE_ISSUERS)
def test_a_state_issuer(issuer: str) -> None:
    assert _numbers(f"Thực hiện Thông báo số 12/TB-{issuer}.") == [(f"12/TB-{issuer}", "other")]


@pytest.mark.parametrize("issuer", PARTY_ISSUERS)
def test_a_party_issuer(issuer: str) -> None:
    assert _numbers(f"Thực hiện Kết luận số 12-KL/{issuer}.") == [(f"12-KL/{issuer}", "conclusion")]


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_type_by_its_name(name: str, kind: str) -> None:
    assert [one.type for one in references(f"Căn cứ {name.capitalize()} số 12 ngày 05/01/2026 của UBND tỉnh.")] == [
        kind
    ]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_number(text: str, expected: tuple[str, str]) -> None:
    assert _numbers(text) == [expected]


def _numbers(text: str) -> list[tuple[str | None, str]]:
    return [(one.number, one.type) for one in references(text)]
