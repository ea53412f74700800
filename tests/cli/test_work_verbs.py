"""`camket programmes` and `camket projects` as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_registry_verbs import Run, camket

pytest.importorskip("django", reason="needs the extra camket[server]")
__all__ = ["camket"]
PLAN = (
    "KẾ HOẠCH NĂM 2026\nI. Thực hiện 03 chương trình, đề án sau:\n1. Chương trình nhà ở (Sở Xây dựng chủ trì; hoàn "
    "thành trước ngày 30/9/2026).\n2. Đề án số hóa; giao Sở Nội vụ chủ trì, hoàn thành trong tháng 6/2026.\n"
)
TABLE = (
    "STT,Tên dự án,Chủ đầu tư,Kế hoạch năm 2026 HĐND giao (tỷ đồng),Giải ngân đến 30/9/2026 (tỷ đồng)\n"
    "1,Cầu A,Sở Xây dựng,100,60\n2,Cầu B,Sở Xây dựng,đang giao,25\n3,Cầu C,Sở Xây dựng,40,10\n"
)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_tree_is_shown_entered_once_and_listed(camket: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "ke-hoach.txt", PLAN)
    dry = camket("programmes", "import", file, "--dry-run")
    assert "Chương trình nhà ở" in dry.stdout and "29/9/2026" in dry.stdout
    assert "Văn bản nêu 3 chương trình, đề án; danh sách đọc được 2." in dry.stderr
    assert "Chưa có chương trình nào" in camket("programmes", "list").stdout
    first = json.loads(camket("programmes", "import", file, "--json").stdout)
    assert first["changed"]["added"] == 2 and first["tree"]["children"][1]["lead"] == "so-noi-vu"
    again = json.loads(camket("programmes", "import", file, "--json").stdout)
    assert {name: again["changed"][name] for name in ("added", "changed", "gone")} == {
        "added": 0,
        "changed": 0,
        "gone": 0,
    }
    assert "ke-hoach-nam-2026" in camket("programmes", "list").stdout


def test_what_lists_nothing_and_what_is_not_given_is_said(camket: Run, tmp_path: Path) -> None:
    empty = camket("programmes", "import", written(tmp_path / "a.txt", "Không có gì.\n"), code=1)
    assert "danh mục chương trình" in empty.stderr
    assert "FILE" in camket("programmes", "import", code=2).stderr


def test_a_table_is_answered_row_by_row_and_a_second_time_changes_nothing(camket: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "du-an.csv", TABLE)
    dry = " ".join(camket("projects", "import", file, "--dry-run", code=1).stdout.split())
    assert "không nhận" in dry and "“đang giao” không phải là số" in dry
    told = json.loads(camket("projects", "import", file, "--json", code=1).stdout)
    assert [row["outcome"] for row in told["rows"]] == ["taken", "refused", "taken"]
    assert told["changed"] == {"projects": 2, "amounts": 4}
    again = json.loads(camket("projects", "import", file, "--json", "--lang", "en", code=1).stdout)
    assert again["changed"] == {"projects": 0, "amounts": 0}
    assert "is no number" in again["rows"][1]["said"][0]


def test_a_table_without_its_day_is_given_one(camket: Run, tmp_path: Path) -> None:
    text = TABLE.replace(" đến 30/9/2026", "").replace("đang giao", "30")
    file = written(tmp_path / "du-an.csv", text)
    assert "không rõ tính đến ngày nào" in camket("projects", "import", file, "--dry-run").stderr
    given = json.loads(camket("projects", "import", file, "--until", "2026-10-31", "--dry-run", "--json").stdout)
    assert {each["until"] for each in given["disbursed"]} == {"2026-10-31"}
