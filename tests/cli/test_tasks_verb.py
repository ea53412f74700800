"""`camket tasks import`: a dry run needs no registry, rows are told in both languages, JSON holds every row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.made.tracking import book_of
from tests.work.tracking.listing import HEAD, row

from camket.cli.app import app


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "theo-doi.xlsx"
    path.write_bytes(book_of(("Q2", (HEAD, row(), row("Báo cáo giải ngân", due="31/6/2026")))))
    return path


def run(*words: object, lang: str = "vi", **environment: str) -> tuple[int, str, str]:
    result = CliRunner(env={"CAMKET_LANG": lang, "COLUMNS": "200", **environment}).invoke(app, [*map(str, words)])
    return result.exit_code, result.stdout, result.stderr


def test_a_dry_run_tells_the_rows_to_look_at_and_makes_no_registry(book: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    code, out, _ = run("tasks", "import", book, "--dry-run", "--as-of", "2026-07-20", CAMKET_DATA=str(data))
    assert code == 0
    assert "[G3] “31/6/2026”: tháng 6/2026 chỉ có 30 ngày" in " ".join(out.split())
    assert "3 dòng, tất cả đều có trả lời; 2 nhiệm vụ, 0 dòng trùng, 0 dòng không nạp, 1 dòng cần xem" in out
    assert not data.exists()


def test_the_same_in_english(book: Path) -> None:
    _, out, _ = run("tasks", "import", book, "--dry-run", "--as-of", "2026-07-20", lang="en")
    assert "there is no such day" in " ".join(out.split())


def test_json_holds_every_row_with_its_cell_what_was_found_and_what_is_expected(book: Path) -> None:
    _, out, _ = run("tasks", "import", book, "--dry-run", "--json", "--as-of", "2026-07-20")
    told = json.loads(out)
    assert [each["kind"] for each in told["rows"]] == ["head", "task", "task"]
    (trouble,) = told["rows"][2]["trouble"]
    assert (trouble["where"], trouble["found"], trouble["code"]) == ("Q2!G3", "31/6/2026", "tracking.no_such_day")
    assert trouble["expected"].startswith("một ngày")
    assert told["tasks"][0]["task"]["lead"] == "so-xay-dung"


def test_a_row_with_data_and_no_task_ends_with_one(tmp_path: Path) -> None:
    path = tmp_path / "theo-doi.xlsx"
    path.write_bytes(book_of(("Q2", (HEAD, row(), (2, "219/TB-VP", None, None, "Sở Y tế")))))
    assert run("tasks", "import", path, "--dry-run")[0] == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("van-ban.txt", b"Nam 2022, GRDP tang 7,39%.", "không có trang tính"),
        ("mat.xlsx", book_of(("Q2", [("TỐI MẬT",), ("DANH MỤC NHIỆM VỤ",), HEAD, row()])), "mật"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    code, _, error = run("tasks", "import", path, "--dry-run")
    assert code == 2
    assert said in error


def test_what_is_missing_is_said() -> None:
    assert "FILE" in run("tasks", "import")[2]
    assert run("tasks", "import", "khong-co.xlsx", "--dry-run")[0] == 2
