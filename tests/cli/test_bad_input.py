"""Bad input is a finding or a clear error with file and place; the other papers are still read; never a traceback."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from camket.cli.app import app
from camket.cli.output import harmless
from camket.read import loading
from camket.read.loading import load

GOOD = "Ngày 13/01/2025, tỉnh Bắc Ninh cho biết: năm 2024, GRDP của tỉnh tăng 6,03% so với năm 2023."


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner(env={"CAMKET_LANG": None, "COLUMNS": None}).invoke(app, [str(each) for each in arguments])
    assert "Traceback" not in result.output
    assert result.exit_code == code, result.output
    return result


BAD_FILES = [
    ("rong.txt", b"", "read.empty", "empty", "không có chữ nào"),
    ("nhi-phan.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00", "read.binary", "failed", "byte 7"),
    ("sai-ma.txt", b"T\xe9l\xe9vision \xff\xfe", "read.encoding", "failed", "byte 1"),
    ("trang.html", b"<html><body></body></html>", "read.empty", "empty", "không có chữ nào"),
]


@pytest.mark.parametrize(("name", "data", "code", "status", "place"), BAD_FILES)
def test_one_bad_file_does_not_stop_the_others(
    tmp_path: Path, name: str, data: bytes, code: str, status: str, place: str
) -> None:
    (tmp_path / "tot.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / name).write_bytes(data)
    result = run("extract", tmp_path, "--out", tmp_path / "ra")
    manifest = json.loads((tmp_path / "ra/manifest.json").read_bytes())
    assert {Path(each["input"]).name: each["status"] for each in manifest["files"]} == {"tot.txt": "read", name: status}
    assert name in result.stderr
    assert place in result.stderr
    board = json.loads(run("scoreboard", tmp_path, "--json").stdout)
    assert code in [each["code"] for each in board["findings"]]
    assert [each["value"] for each in board["values"]] == ["6.03"]
    run("scoreboard", tmp_path, "--strict", code=1)


def test_one_bad_file_of_an_archive_is_told_and_the_others_are_shown(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        opened.writestr("a.txt", b"T\xe9l\xe9vision \xff\xfe")
        opened.writestr("b.txt", GOOD)
    result = run("read", tmp_path / "a.zip", code=2)
    assert "a.txt" in result.stderr
    assert GOOD in " ".join(result.stdout.split())


def test_a_loop_of_links_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "tot.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    board = json.loads(run("scoreboard", tmp_path, "--json").stdout)
    assert "read.link_loop" in [each["code"] for each in board["findings"]]
    assert [each["value"] for each in board["values"]] == ["6.03"]


def test_a_folder_without_papers_is_a_finding(tmp_path: Path) -> None:
    result = run("scoreboard", tmp_path)
    assert f"{tmp_path.name}: không có văn bản" in result.stdout
    run("scoreboard", tmp_path, "--strict", code=1)
    assert str(tmp_path) in run("extract", tmp_path).stderr


def test_a_file_that_disappears_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")

    def read_after_deletion(path: Path, *given: Any, **settings: Any) -> object:
        path.with_name("b.txt").unlink(missing_ok=True)
        return load(path, *given, **settings)

    monkeypatch.setattr(loading, "load", read_after_deletion)
    result = run("extract", tmp_path, "--json")
    assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == ["a"]
    assert str(tmp_path / "b.txt") in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách năm 2024 của tỉnh Bắc Ninh đạt 999999999999 tỷ tỷ đồng.",
        "GRDP năm 2024 của tỉnh Bắc Ninh tăng 99999999999999999999999999999999999999999999,9%.",
        "GRDP năm 2024 tăng 1.2.3,4,5%; năm 0000 tăng ,%; năm 9999 giảm -0,0%; ngày 99/99/9999.",
        "9" * 5_000 + "% " + "1.000" * 2_000 + " tỷ đồng",
        "%%%% tỷ đồng ;;;; \u0301\u0301\u0301 6\u0301,03%",
        "\u202e\u200b\ufeff\ufffd 6,03% \U0010ffff",
    ],
)
def test_absurd_numbers_are_read_or_let_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = json.loads(run("extract", tmp_path, "--json").stdout)
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in made["figures"])
    run("scoreboard", tmp_path, "--html", tmp_path / "bang.html")


def test_composed_and_decomposed_letters_give_the_same_facts(tmp_path: Path) -> None:
    half = len(GOOD) // 2
    forms = {
        "nfc": GOOD,
        "nfd": unicodedata.normalize("NFD", GOOD),
        "mixed": GOOD[:half] + unicodedata.normalize("NFD", GOOD[half:]),
        "crlf": GOOD.replace(": ", ":\u00a0") + "\r\n",
    }
    for name, text in forms.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    facts = []
    for line in run("extract", tmp_path, "--json").stdout.splitlines():
        made = json.loads(line)
        text = forms[made["document"]["id"]]
        assert all(text[each["start"] : each["end"]] == each["quote"] for each in made["figures"])
        facts.append([(each["indicator"], each["value"], each["period"], each["area"]) for each in made["figures"]])
    assert facts == [[("grdp", 6.03, "2024", "Bắc Ninh")]] * 4


WRONG_USE = [
    (("scoreboard", "{tmp}/khong-co"), "khong-co"),
    (("extract", "{tmp}", "{tmp}/khong-co"), "khong-co"),
    (("show", "{tmp}/khong-co"), "khong-co"),
    (("show", "{tmp}"), "thư mục"),
    (("show", "{tmp}/nhi-phan.txt"), "byte 0"),
    (("scoreboard", "{tmp}", "--as-of", "31/02/2024"), "31/02/2024"),
    (("scoreboard", "{tmp}", "--as-of", "hôm nay"), "hôm nay"),
    (("scoreboard", "{tmp}", "--html", "{tmp}/nhi-phan.txt/x.html"), "x.html"),
    (("scoreboard", "{tmp}", "--html", "{tmp}"), "đây là thư mục"),
    (("scoreboard", "{tmp}", "--markdown", "{tmp}/moi/x.md"), "không có thư mục"),
    (("extract", "{tmp}", "--out", "{tmp}/nhi-phan.txt"), "không ghi được"),
    (("extract",), "Thiếu PATH. Xem"),
    (("extract", "--khong-co"), "--khong-co"),
    (("scoreboard", "{tmp}", "--html"), "--html"),
    (("catalogue", "people"), "indicators, areas, units, bodies"),
    (("catalogue", "areas", "a", "b"), "Thừa: b."),
    (("khong-co",), "scoreboard"),
    (("--khong-co",), "--khong-co"),
    (("--lang", "fr", "demo"), "vi, en"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG_USE)
def test_wrong_use_is_told_and_ends_with_2(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "nhi-phan.txt").write_bytes(b"\0")
    result = run(*(each.format(tmp=tmp_path) for each in arguments), code=2)
    assert result.stderr.startswith("Lỗi: ")
    assert said in result.stderr
    assert ".. " not in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "moi").exists()


def test_the_language_of_an_error(tmp_path: Path) -> None:
    for arguments in (("--lang", "en", "show"), ("show", "--lang", "en")):
        assert run(*arguments, tmp_path / "x", code=2).stderr.startswith("Error: ")
    result = CliRunner(env={"CAMKET_LANG": "fr"}).invoke(app, ["demo"])
    assert (result.exit_code, "CAMKET_LANG=fr" in result.stderr) == (2, True)


def test_a_paper_cannot_command_the_terminal() -> None:
    assert "\x1b" not in harmless("a\x1b]0;tên\x07b\x9b31m")
    assert harmless("dòng\r\nhai\tcột") == "dòng\nhai\tcột"


def test_what_was_read_is_written_even_where_the_run_is_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")

    def broken_off_at_the_second(path: Path, *given: Any, **settings: Any) -> object:
        if path.name == "b.txt":
            raise KeyboardInterrupt
        return load(path, *given, **settings)

    monkeypatch.setattr(loading, "load", broken_off_at_the_second)
    CliRunner().invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "ra")])
    assert json.loads((tmp_path / "ra/a.json").read_bytes())["figures"]


def test_a_wrong_switch_is_told_once_before_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("GRDP năm 2024 tăng 8,1%.", encoding="utf-8")
    monkeypatch.setenv("CAMKET_READ_OFF_TOPIC", "yes")
    told = run("extract", tmp_path, code=2)
    assert told.stderr.count("CAMKET_READ_OFF_TOPIC") == 1
