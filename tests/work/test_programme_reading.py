"""Programmes out of lists of papers and tables."""

from __future__ import annotations

import csv
import io
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from camket import read
from camket.model.document import Document, Head
from camket.model.programme import Node
from camket.read.loading import load_list
from camket.work.listed import body_of, due_in
from camket.work.programme_reading import read_programme
from camket.work.tracking.bodies import named_in

openpyxl = pytest.importorskip("openpyxl")


def paper(text: str, **head: Any) -> Document:
    digest = sha256(text.encode()).hexdigest()
    return Document(id="nq", text=text, sha256=digest, text_sha256=digest, head=Head(**head))


RESOLUTION = """NGHỊ QUYẾT
về các chương trình, đề án của nhiệm kỳ
III- Đại hội giao xây dựng, thực hiện 05 chương trình, đề án sau:
1- Chương trình phát triển nhân lực giai đoạn 2021-2025 (Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; hoàn thành \
trước ngày 30/6/2021).
2- Đề án đô thị thông minh; giao Sở Xây dựng chủ trì, trình Tỉnh ủy trong quý III/2021.
a) Lập quy hoạch phân khu; hoàn thành trong tháng 12/2021;
b) Số hóa hồ sơ đất đai.
3- Đề án xử lý ô nhiễm làng nghề.
- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường; cơ quan phối hợp: Công an tỉnh, UBND các xã.
- Thời gian hoàn thành: quý IV/2022.
4- Chương trình nhà ở công nhân.
IV- Tổ chức thực hiện
1- Giao Ban Chấp hành xây dựng chương trình hành động.
"""


def test_a_numbered_list_of_a_resolution_is_a_tree() -> None:
    found = read_programme(paper(RESOLUTION, type="resolution", number="01-NQ/ĐH", date="2020-09-26"))
    root = found.root
    assert root is not None and root.kind == "resolution"
    assert [(node.kind, node.number, node.title) for node in root.children] == [
        ("programme", "1", "Chương trình phát triển nhân lực giai đoạn 2021-2025"),
        ("scheme", "2", "Đề án đô thị thông minh"),
        ("scheme", "3", "Đề án xử lý ô nhiễm làng nghề"),
        ("programme", "4", "Chương trình nhà ở công nhân"),
    ]
    people, city, villages, housing = root.children
    assert (people.lead, people.supporting) == ("so-noi-vu", ("so-tai-chinh",))
    assert people.due.day == date(2021, 6, 29)  # `trước ngày 30/6`
    assert (city.lead, city.due.day) == ("so-xay-dung", date(2021, 9, 30))
    assert [(node.kind, node.title, node.due.day) for node in city.children] == [
        ("task", "Lập quy hoạch phân khu", date(2021, 12, 31)), ("task", "Số hóa hồ sơ đất đai", None),
    ]  # fmt: skip
    assert villages.lead == "so-nong-nghiep-va-moi-truong" and villages.due.day == date(2022, 12, 31)
    assert villages.supporting[0] == body_of("Công an tỉnh")
    assert housing.lead == ""
    assert people.source is not None and people.source.number == "01-NQ/ĐH"
    assert people.source.quote == people.title
    codes = [each.message.code for each in found.findings]
    assert codes == ["work.programme.count", "work.programme.no_lead", "work.programme.no_due"]  # five said, four found


def test_groups_say_what_their_items_are() -> None:
    text = (
        "PHỤ LỤC\nDANH MỤC 04 CHƯƠNG TRÌNH, ĐỀ ÁN\nA. Chương trình\n1. Phát triển đô thị\n2. Phát triển công nghiệp\n"
        "B. Đề án\n1. Chuyển đổi số\n2. Du lịch\n"
    )
    root = read_programme(paper(text)).root
    assert root is not None
    assert [(node.kind, node.title) for node in root.children] == [
        ("programme", "Phát triển đô thị"), ("programme", "Phát triển công nghiệp"), ("scheme", "Chuyển đổi số"),
        ("scheme", "Du lịch"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "Tỉnh có 27 chương trình, đề án đang thực hiện.\nKết quả tốt.\n", "1. Chương trình A\n2. Đề án B\n"]
)
def test_a_text_that_lists_nothing_gives_no_tree(text: str) -> None:
    found = read_programme(paper(text))
    assert found.root is None
    assert [each.message.code for each in found.findings] == ["work.programme.none"]


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["KẾ HOẠCH THI ĐUA NĂM 2026"],
        ["STT", "Nội dung", "Phân công", None, "Thời hạn"],
        [None, None, "Cơ quan chủ trì", "Cơ quan phối hợp", None],
        ["I", "Chương trình cải cách hành chính", "Sở Nội vụ", "Sở Tư pháp; Sở Tài chính", "Năm 2026"],
        ["1", "Đề án số hóa", "Sở Khoa học và Công nghệ", None, "Quý II/2026"],
        ["1.1", "Khảo sát", "Sở Khoa học và Công nghệ", None, "tháng 3/2026"],
        ["2", "Họp giao ban", "Văn phòng UBND tỉnh", None, "Hằng tháng"],
        ["II", "Chương trình xây dựng nông thôn mới", "Sở Nông nghiệp và Môi trường", None, "31/12/2026"],
        [None, None, "Sở Nội vụ", None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("C2:D2")
    book.save(path)
    return path


def test_a_table_is_a_tree_by_its_numbers(tmp_path: Path) -> None:
    found = read_programme(read(_workbook(tmp_path / "thi-dua.xlsx")))
    root = found.root
    assert root is not None and root.kind == "emulation"

    def told(node: Node) -> tuple[str, str, str, object]:
        return node.number, node.kind, node.lead, node.due.day

    assert [told(node) for node in root.walk()][1:] == [
        ("I", "programme", "so-noi-vu", date(2026, 12, 31)),
        ("1", "scheme", "so-khoa-hoc-va-cong-nghe", date(2026, 6, 30)),
        ("1.1", "task", "so-khoa-hoc-va-cong-nghe", date(2026, 3, 31)),
        ("2", "scheme", "van-phong-ubnd-tinh", None),
        ("II", "programme", "so-nong-nghiep-va-moi-truong", date(2026, 12, 31)),
    ]
    assert root.children[0].supporting == ("so-tu-phap", "so-tai-chinh")
    assert root.children[0].children[1].due.every == "P1M"
    assert [each.message.code for each in found.findings] == ["work.programme.untitled"]


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("Quý III/2026", "fixed", date(2026, 9, 30)),
        ("trước 30/6/2026", "fixed", date(2026, 6, 29)),
        ("12/2026", "fixed", date(2026, 12, 31)),
        ("tháng 5", "fixed", date(2025, 5, 31)),
        ("Thường xuyên", "standing", None),
        ("hằng quý", "recurring", date(2025, 3, 31)),
        ("khi có hướng dẫn", "conditional", None),
        ("", "none", None),
    ],
)
def test_dues_of_lists(words: str, kind: str, day: date | None) -> None:
    due = due_in(words, date(2025, 1, 10))
    assert (due.kind, due.day) == (kind, day)


LIST = (
    ("UBND TỈNH BẮC NINH", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Phụ lục I",),
    ("DANH MỤC CHƯƠNG TRÌNH, ĐỀ ÁN",),
    ("THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",),
    ("(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026)",),
    ("STT", "Tên chương trình, đề án", "Cơ quan thực hiện", None, "Thời gian", None),
    (None, None, "Chủ trì", "Phối hợp", "Trình", "Hoàn thành"),
    ("I", "Lĩnh vực kinh tế", None, None, None, None),
    (1, "Chương trình bán dẫn", "Sở Công Thương", "Sở Tài chính; Sở Y tế", "Quý I/2026", "Quý II/2026"),
    (2, "Đề án đô thị loại I, vùng động lực", "Sở Xây dựng", "Các sở, ngành", "5/2026", "trước 30/9"),
)


@pytest.mark.parametrize("form", ["csv", "xlsx", "joined"])
def test_a_list_with_a_head_of_two_rows_is_a_tree_in_any_kind_of_file(form: str) -> None:
    found = read_programme(load_list(*_list_file(form), "danh-muc"))
    root = found.root
    assert root is not None
    assert root.title == "DANH MỤC CHƯƠNG TRÌNH, ĐỀ ÁN THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI"
    first, second = root.children[0].children
    assert (first.kind, first.lead, first.supporting) == ("programme", "so-cong-thuong", ("so-tai-chinh", "so-y-te"))
    assert first.due.day == date(2026, 6, 30)  # when it is done, not when it is laid before somebody
    assert (second.title, second.supporting) == ("Đề án đô thị loại I, vùng động lực", ("Các sở, ngành",))
    assert second.due.day == date(2026, 9, 29)  # of the year of the paper that it came with


def test_numbers_and_rows_without_one_make_the_tree() -> None:
    lines = (
        "STT,Tên nhiệm vụ,Chủ trì,Thời hạn",
        "1,Chương trình A,Sở Y tế,Quý II/2026",
        "1.1,Khảo sát,Sở Y tế,30/4/2026",  # a spreadsheet shows 1,1
        ",Tập huấn,Sở Nội vụ,30/5/2026",
        "2,Chương trình B,Sở Xây dựng,Quý III/2026",
        ",Lĩnh vực xã hội,,",
        "3,Chương trình C,Sở Tài chính,Quý IV/2026",
    )
    found = read_programme(load_list("\n".join(lines).encode(), "ke-hoach.csv", "ke-hoach"), "Kế hoạch")
    assert found.root is not None

    def told(node: Node) -> tuple[str, list[Any]]:
        return node.title, [told(child) for child in node.children]

    assert told(found.root)[1] == [
        ("Chương trình A", [("Khảo sát", [("Tập huấn", [])])]),
        ("Chương trình B", []),
        ("Lĩnh vực xã hội", [("Chương trình C", [])]),
    ]
    assert found.root.children[0].children[0].number == "1.1"


def _list_file(form: str) -> tuple[bytes, str]:
    if form == "csv":
        out = io.StringIO()
        csv.writer(out).writerows([["" if cell is None else cell for cell in line] for line in LIST])
        return out.getvalue().encode("utf-8-sig"), "danh-muc.csv"
    made = openpyxl.Workbook()
    sheet = made.active
    for line in LIST:
        sheet.append(line)
    for area in ("A6:A7", "B6:B7", "C6:D6", "E6:F6") if form == "joined" else ():
        sheet.merge_cells(area)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue(), "danh-muc.xlsx"


def test_names_of_bodies() -> None:
    assert named_in("Sở Tài chính, Sở Nội vụ và Sở Y tế") == ("so-tai-chinh", "so-noi-vu", "so-y-te")
    assert body_of("  Hội Làm vườn ") == "Hội Làm vườn"


def test_twenty_seven_programmes_over_the_pages_of_a_resolution() -> None:
    """Items go on over the ends of lines and pages, as in a text taken from a printed paper."""
    names = [f"{'Chương trình' if number % 3 else 'Đề án'} phát triển lĩnh vực thứ {number}" for number in range(1, 28)]
    lines = ["V. Ban Chấp hành cụ thể hóa Nghị quyết bằng 27 chương trình, đề án, gồm:"]
    for number, name in enumerate(names, start=1):
        words = name.split()
        lines += [
            f"{number}. {' '.join(words[:4])}",
            f"{' '.join(words[4:])}; do Sở Nội vụ chủ trì, hoàn thành trong tháng",
        ]
        lines += ["11", f"{number % 12 + 1}/2026;"] if number % 5 == 0 else [f"{number % 12 + 1}/2026;"]
    found = read_programme(paper("\n".join([*lines, "VI. Tổ chức thực hiện", "1. Giao Văn phòng theo dõi."])))
    root = found.root
    assert root is not None
    assert [node.title for node in root.children] == names
    assert {node.lead for node in root.children} == {"so-noi-vu"}
    assert [node.due.day.month for node in root.children if node.due.day] == [
        number % 12 + 1 for number in range(1, 28)
    ]
    assert [sum(node.kind == kind for node in root.children) for kind in ("programme", "scheme")] == [18, 9]
    assert found.findings == ()
    short = read_programme(paper("\n".join(lines[:-3]))).findings
    assert dict(short[0].message.params) == {"said": "27", "found": "26"}
