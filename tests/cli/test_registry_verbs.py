"""The verbs of the registry as a person runs them, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.made.ready import ready

pytest.importorskip("django", reason="needs the extra camket[server]")

NEWS = (
    "Bắc Ninh: kết quả năm 2024\nNgày 13/01/2025, UBND tỉnh Bắc Ninh họp báo. Năm 2024, GRDP của tỉnh tăng 6,03% "
    "so với năm 2023.\n"
)
SECRET = "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nMẬT\nSố: 5/BC-UBND\nNăm 2024, GRDP tăng 7,77%.\n"
ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def camket(tmp_path: Path) -> Run:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMKET_", "DJANGO_"))}
    kept |= {"CAMKET_DATA": str(ready(tmp_path / "data")), "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}

    def run(*arguments: object, code: int = 0, given: str = "", before: str = "") -> subprocess.CompletedProcess[str]:
        program = f"{before}; from camket.cli import main; main()".removeprefix("; ")
        done = subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            env=kept, input=given, capture_output=True, text=True, check=False, cwd=tmp_path,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        assert done.returncode == code, done.stderr
        return done

    return run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    (folder / "tin.txt").write_text(NEWS, encoding="utf-8")
    (folder / "mat.txt").write_text(SECRET, encoding="utf-8")
    return folder


def test_from_papers_to_a_backup_and_back(camket: Run, papers: Path, tmp_path: Path) -> None:
    first = camket("load", papers)
    assert "Đã thêm 1 văn bản." in first.stdout and "1 tệp không đọc được" in first.stdout
    assert "bí mật nhà nước" in first.stderr
    told = json.loads(camket("load", papers, "--json", "--lang", "en").stdout)
    assert told["counts"] == {"failed": 1, "known": 1}
    assert [each["findings"][0]["code"] for each in told["papers"] if each["outcome"] == "failed"] == ["read.secret"]
    assert not [path for path in (tmp_path / "data").rglob("*") if path.is_file() and b"7,77" in path.read_bytes()]
    assert "nguyên vẹn" in camket("doctor").stdout
    assert "0 " in camket("place", "--lang", "en").stdout
    camket("reread")
    camket("backup", "luu.zip")
    assert "luu.zip" in camket("backup", "luu.zip", code=2).stderr
    camket("backup", "luu.zip", "--force")
    assert "không trống" in camket("restore", "luu.zip", code=2).stderr
    for file in (tmp_path / "data" / "files").rglob("*"):
        if file.is_file():
            file.unlink()
    found = camket("doctor", code=1)
    assert "tin: mất tệp gốc" in found.stdout
    assert json.loads(camket("doctor", "--json", code=1).stdout)[0]["code"] == "doctor.no_file"
    assert "Thiếu tệp gốc" in camket("backup", "khac.zip", code=2).stderr


def test_strict_ends_with_one_where_something_needs_a_look(camket: Run, papers: Path) -> None:
    camket("load", papers, "--strict", code=1)


@pytest.mark.parametrize("later", [(), ("--later",)])
def test_a_path_that_is_not_there_is_wrong_use(camket: Run, later: tuple[str, ...]) -> None:
    assert "khong-co" in camket("load", "khong-co", *later, code=2).stderr


def test_accounts(camket: Run) -> None:
    assert "Chưa có tài khoản" in camket("user", "list").stdout
    camket("user", "add", "an.nguyen", given="mot-mat-khau-dai\n")
    camket("user", "password", "an.nguyen", given="mat-khau-khac-nua\n")
    assert "chuyên viên tổng hợp" in camket("user", "list").stdout
    assert "quá yếu" in camket("user", "add", "b", given="1234\n", code=2).stderr
    assert "NAME" in camket("user", "add", code=2).stderr


def test_without_django_it_says_what_to_install(camket: Run, papers: Path) -> None:
    hidden = (
        "import importlib.util as u; found = u.find_spec; "
        "u.find_spec = lambda name: None if name == 'django' else found(name)"
    )
    shown = camket("load", papers, "--lang", "en", code=2, before=hidden).stderr
    assert "camket[server]" in shown


@pytest.mark.parametrize(
    ("variable", "value"),
    [("CAMKET_DATABASE_URL", "mysql://x/y"), ("CAMKET_DATABASE_URL", "postgresql://u:word@127.0.0.1:1/x")],
)
def test_a_database_that_cannot_be_used_is_said_without_its_password(
    camket: Run, papers: Path, variable: str, value: str
) -> None:
    shown = camket("load", papers, code=2, before=f"import os; os.environ[{variable!r}] = {value!r}").stderr
    assert "CAMKET_DATABASE_URL" in shown
    assert "word@" not in shown


def test_a_port_that_is_taken_is_said(camket: Run) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in camket("serve", "--port", port, code=2).stderr


def test_the_demo_loads_the_samples_and_the_published_series(camket: Run, tmp_path: Path) -> None:
    shown = camket("demo", "--load", "--lang", "en").stdout
    assert "Added 12 papers." in shown
    assert (tmp_path / "demo" / "scoreboard.html").exists()
    assert shown.splitlines()[:3] == camket("assess", "--lang", "en").stdout.splitlines()[:3]  # as the pages count
    assert "12 papers were there before" in camket("demo", "--load", "--lang", "en").stdout
    assert "sound" in camket("doctor", "--lang", "en").stdout


def test_assess_gives_the_board_of_a_folder_from_the_registry(camket: Run, papers: Path) -> None:
    camket("load", papers)
    of_folder = json.loads(camket("scoreboard", papers, "--json").stdout)
    board = json.loads(camket("assess", "--json").stdout)
    assert board.keys() == of_folder.keys()
    assert (
        [value["value"] for value in board["values"]] == [value["value"] for value in of_folder["values"]] == ["6.03"]
    )
    narrowed = json.loads(camket("assess", "--area", "Bắc Ninh", "--as-of", "2025-02-01", "--json").stdout)
    assert (narrowed["as_of"], narrowed["values"]) == ("2025-02-01", board["values"])
    assert "6,03%" in camket("assess", "--all").stdout
    assert json.loads(camket("assess", "--known-on", "2025-02-01", "--json").stdout)["values"] == []
    assert json.loads(camket("assess", "--known-on", "2100-01-01", "--json").stdout)["values"] == board["values"]
    assert "Bắc Giang" in camket("assess", "--area", "Bắc Giang", code=2).stderr
    assert "khong-co" in camket("assess", "--plan", "khong-co", code=2).stderr
