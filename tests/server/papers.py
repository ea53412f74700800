"""Papers made in numbers, for loading: short reports and news of several provinces, months and years."""

from __future__ import annotations

from pathlib import Path

AREAS = ("Bắc Ninh", "Hải Dương", "Nam Định", "Thái Bình", "Vĩnh Phúc", "Hà Nam", "Phú Thọ", "Nghệ An")
_MONTHS = 12


def text_of(number: int) -> str:
    """A paper; papers with different numbers differ, every tenth is news about the year of the one before."""
    area, year = AREAS[number % len(AREAS)], 2016 + number // len(AREAS) % 9
    month = number // (len(AREAS) * 9) % _MONTHS + 1
    growth, revenue, exports = 5 + number % 47 / 10, 9_000 + number * 37, 1 + number % 311 / 10
    if number % 10 == 9:
        return (
            f"{area}: kinh tế năm {year} giữ đà tăng trưởng\n"
            f"Ngày {month}/3/{year + 1}, tại hội nghị tổng kết, lãnh đạo UBND tỉnh {area} cho biết năm {year} GRDP của "
            f"tỉnh tăng {_number(growth)}%. Thu ngân sách nhà nước trên địa bàn đạt {_number(revenue)} tỷ đồng.\n"
            f"Tin số {number}.\n"
        )
    return (
        f"ỦY BAN NHÂN DÂN TỈNH {area.upper()}\nSố: {number + 1}/BC-UBND\n{area}, ngày {month} tháng 1 năm {year + 1}\n"
        f"BÁO CÁO\nTình hình kinh tế - xã hội năm {year} tỉnh {area}\n"
        f"Năm {year}, tổng sản phẩm trên địa bàn (GRDP) của tỉnh {area} tăng {_number(growth)}% so với năm {year - 1}. "
        f"Thu ngân sách nhà nước trên địa bàn đạt {_number(revenue)} tỷ đồng, tăng {_number(growth + 3)}%. "
        f"Kim ngạch xuất khẩu đạt {_number(exports)} tỷ USD. Tỷ lệ hộ nghèo còn {_number(1 + number % 20 / 10)}%. "
        f"Vốn đầu tư thực hiện toàn xã hội đạt {_number(revenue * 2)} tỷ đồng.\n"
        f"Mục tiêu năm {year + 1}: GRDP tăng từ {_number(growth + 0.5)}% trở lên; "
        f"thu ngân sách nhà nước trên địa bàn đạt {_number(revenue + 500)} tỷ đồng; tỷ lệ đô thị hóa đạt "
        f"{_number(30 + number % 40 / 2)}%.\n"
        f"Đề nghị Sở Tài chính rà soát kịch bản tăng trưởng trước ngày 25/6/{year + 1}. Báo cáo lần {number}.\n"
    )


def write_papers(folder: Path, count: int, *, first: int = 0) -> list[Path]:
    """Write papers as text files; gives them in the order of their numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(first, first + count):
        path = folder / f"bao-cao-{number:05}.txt"
        path.write_text(text_of(number), encoding="utf-8")
        made.append(path)
    return made


def _number(value: float) -> str:
    whole, _, part = f"{value:.1f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return grouped if part == "0" else f"{grouped},{part}"
