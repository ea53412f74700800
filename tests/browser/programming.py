"""Programmes, projects, proposals and numbers of work for the browser: papers and tables, tasks hung from a tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

RESOLUTION = """TỈNH ỦY BẮC NINH
Số 12-NQ/TU
Bắc Ninh, ngày 15 tháng 01 năm 2026
NGHỊ QUYẾT
về các chương trình, đề án trọng tâm năm 2026

I- Ban Thường vụ Tỉnh ủy giao xây dựng, thực hiện 05 chương trình, đề án sau:
1- Chương trình phát triển nhân lực chất lượng cao (Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; hoàn thành \
trước ngày 30/9/2026).
2- Đề án đô thị thông minh; giao Sở Xây dựng chủ trì, trình Tỉnh ủy trong quý III/2026.
a) Lập quy hoạch phân khu phía Nam; hoàn thành trong tháng 12/2026;
b) Số hóa hồ sơ đất đai của 20 xã; hoàn thành trong tháng 10/2026.
3- Đề án xử lý ô nhiễm làng nghề.
- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường; cơ quan phối hợp: Công an tỉnh.
- Thời gian hoàn thành: quý IV/2026.
4- Chương trình nhà ở công nhân.
5- Chương trình chuyển đổi số; giao Sở Khoa học và Công nghệ chủ trì, hoàn thành trong tháng 11/2026.

II- Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc.
"""
REPORT = """UBND TỈNH BẮC NINH
Số: 95/BC-UBND
Bắc Ninh, ngày 20 tháng 10 năm 2026
BÁO CÁO
Kết quả thực hiện nhiệm vụ và một số kiến nghị

I. Thực hiện Nghị quyết số 12-NQ/TU ngày 15/01/2026 của Tỉnh ủy, đến nay đã hoàn thành 3/5 chương trình, đề án.
Tính đến ngày 20/10/2026, có 9.831 nhiệm vụ được giao, trong đó đã hoàn thành 7.892 nhiệm vụ, đang thực hiện \
trong hạn 1.602 nhiệm vụ (16,47%), quá hạn 319 nhiệm vụ.
Năm 2025 có 21.914 nhiệm vụ được giao; đã hoàn thành 16.051 nhiệm vụ (đúng hạn 14.068, quá hạn 1.983), đạt 98,62%; \
quá hạn chưa hoàn thành 223 nhiệm vụ.
Thực hiện Quyết định số 1012/QĐ-TTg ngày 20/11/2026 của Thủ tướng Chính phủ.
II. UBND tỉnh kiến nghị Bộ Tài chính bố trí 2.400 tỷ đồng vốn ngân sách Trung ương để đầu tư cầu Kênh Vàng giai đoạn 2.
UBND tỉnh kiến nghị Bộ Nội vụ giao bổ sung 350 biên chế giáo viên mầm non cho các xã đông công nhân.
"""
ANSWER = """BỘ TÀI CHÍNH
Số: 4410/BTC-NSNN
Hà Nội, ngày 12 tháng 11 năm 2026
V/v trả lời kiến nghị của UBND tỉnh Bắc Ninh
Kính gửi: UBND tỉnh Bắc Ninh
Trả lời Báo cáo số 95/BC-UBND ngày 20/10/2026 của UBND tỉnh Bắc Ninh, Bộ Tài chính có ý kiến như sau:
1. Về kiến nghị bố trí 2.400 tỷ đồng vốn ngân sách Trung ương để đầu tư cầu Kênh Vàng giai đoạn 2: đề nghị tỉnh \
chủ động cân đối, bố trí nguồn từ ngân sách địa phương.
2. Về kiến nghị giao bổ sung 350 biên chế giáo viên mầm non cho các xã đông công nhân: Bộ ghi nhận, tổng hợp gửi \
Bộ Nội vụ.
"""
_HEAD = (
    ("GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026",),
    ("Đơn vị tính: triệu đồng",),
    (
        "STT", "Tên dự án", "Chủ đầu tư", "Thời gian hoàn thành",
        "Kế hoạch năm 2026 Thủ tướng Chính phủ giao", "Kế hoạch năm 2026 HĐND tỉnh giao",
        "Kế hoạch năm 2026 đã phân bổ chi tiết", "Kế hoạch năm trước kéo dài",
        *(f"Giải ngân năm 2026 đến hết tháng {month}" for month in (7, 8, 9, 10)),
        "Giải ngân vốn kéo dài đến hết tháng 10", "Cùng kỳ năm 2025 giải ngân đến hết tháng 10",
    ),
)  # fmt: skip
_BRIDGE = (820_000, 900_000, 880_000, 45_000, 200_000, 260_000, 310_000, 352_000, 41_000, 290_000)
_RING = (2_400_000, 2_600_000, 2_550_000, None, 1_500_000, 1_720_000, 1_980_000, 2_240_000, None, 1_500_000)
_SCHOOL = (None, 95_000, 95_000, None, 12_000, 15_000, 21_000, 24_500, None, None)
_HOSPITAL = (310_000, 310_000, 300_000, 20_000, 150_000, 190_000, 240_000, 300_000, 20_000, 210_000)
_WHOLE = (3_530_000, 3_905_000, 3_825_000, 65_000, 1_862_000, 2_185_000, 2_551_000, 2_916_500, 61_000, 2_000_000)
_ROWS = (
    ("I", "Giao thông"),
    (1, "Cầu Kênh Vàng giai đoạn 1", "Sở Xây dựng", "30/9/2026", *_BRIDGE),
    (2, "Đường Vành đai 4 đoạn qua tỉnh", "Sở Xây dựng", "31/12/2027", *_RING),
    ("II", "Giáo dục, y tế"),
    (3, "Trường THPT Lương Tài 3", "Sở Giáo dục và Đào tạo", "30/11/2026", *_SCHOOL),
    (4, "Bệnh viện Sản Nhi cơ sở 2", "Sở Y tế", None, *_HOSPITAL),
    (None, "Tổng số", None, None, *_WHOLE),
)


PROGRAMMES = """DANH MỤC CHƯƠNG TRÌNH VÀ ĐỀ ÁN NĂM 2027,,,,
(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026),,,,
STT,"Tên chương trình, đề án",Cơ quan thực hiện,,Thời gian
,,Chủ trì,Phối hợp,Hoàn thành
I,Chương trình phát triển công nghiệp bán dẫn và công nghệ cao trên địa bàn tỉnh,Sở Công Thương,,
1,Đề án đào tạo nhân lực bán dẫn,Sở Khoa học và Công nghệ,"Sở Nội vụ, Sở Tài chính",Quý II/2027
1.1,Khảo sát nhu cầu của doanh nghiệp,Sở Công Thương,,trước 30/3/2027
2,Đề án khu công nghệ số,Ban Quản lý các khu công nghiệp,,
II,Chương trình đô thị,Sở Xây dựng,"Các sở, ngành; UBND các xã, phường",Thường xuyên
"""
"""A list of programmes with a head of two rows, as text."""


def lay_programmes(load: Callable[[list[Path]], None], folder: Path) -> None:
    """A resolution with its tree and tasks, a report with numbers and proposals, its answer, a table of projects."""
    from camket.read import read
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.answer_petition import answer_petition
    from camket.server.registry.actions.load_programme import hang_tasks, load_programme
    from camket.server.registry.actions.load_projects import load_projects
    from camket.server.registry.models import Document, Fact, ProgrammeNode, Task
    from camket.server.registry.rows import paper
    from camket.work.investment_reading import read_projects
    from camket.work.programme_reading import read_programme

    for name, text in (("nghi-quyet-12", RESOLUTION), ("bao-cao-95", REPORT), ("cong-van-4410", ANSWER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    load([folder / f"{name}.txt" for name in ("nghi-quyet-12", "bao-cao-95", "cong-van-4410")])
    row = Document.objects.select_related("body").get(name__startswith="nghi-quyet-12")
    root = read_programme(paper(row), row.title).root
    assert root is not None
    slug = load_programme(CONSOLE, root, area=row.area, paper=row.slug).slug
    tasks = list(Task.objects.order_by("id").values_list("id", flat=True))
    nodes = list(ProgrammeNode.objects.filter(programme__slug=slug).order_by("place").values_list("slug", flat=True))
    for place, node in enumerate(nodes[:-2]):
        if own := tasks[place * 2 : place * 2 + 3]:
            hang_tasks(CONSOLE, slug, node, own)
    proposal = Fact.objects.filter(document__name__startswith="bao-cao-95", kind=3).order_by("start").last()
    assert proposal is not None
    mention = bytes(proposal.mention).hex()
    said = "Giao bổ sung 120 biên chế, còn lại điều chuyển nội bộ."
    answered = {"number": "512/BNV-TCBC", "by": "Bộ Nội vụ", "words": said}
    answer_petition(CONSOLE, mention, "in_part", day=date(2026, 11, 20), **answered)
    load_projects(CONSOLE, read_projects(read(_table(folder / "dau-tu-cong-thang-10.xlsx"))), source="thang-10.xlsx")


def _table(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet("Giải ngân", 0)
    for line in (*_HEAD, *_ROWS):
        sheet.append(list(line))
    book.save(path)
    return path
