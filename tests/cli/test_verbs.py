from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from camket.cli.app import app
from camket.words import sentences

NEWS = (
    "Bắc Ninh: kết quả năm 2024\r\n"
    "Ngày 13/01/2025, Chủ tịch UBND tỉnh Bắc Ninh Nguyễn Văn An chủ trì hội nghị. Năm 2024, GRDP của tỉnh tăng 6,03% "
    "so với năm 2023.\r\nĐồng chí Nguyễn Văn An yêu cầu Sở Tài chính rà soát kịch bản tăng trưởng trước ngày 25/6/2025."
)
PLAN = (
    "Kế hoạch phát triển kinh tế - xã hội tỉnh Bắc Ninh năm 2024\n"
    "Mục tiêu năm 2024: GRDP của tỉnh Bắc Ninh tăng từ 5% trở lên.\n"
)
PAGE = f"<!doctype html><html><body><nav><a>Trang chủ</a></nav><h1>Kế hoạch</h1><p>{PLAN}</p></body></html>"
VERBS = ("catalogue", "demo", "drafts", "explain", "extract", "scenario", "scoreboard", "show")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "van-ban"
    (folder / "2024").mkdir(parents=True)
    (folder / "tin.txt").write_text(NEWS, encoding="utf-8", newline="")
    (folder / "2024" / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    (folder / "2024" / "trang.html").write_text(PAGE, encoding="utf-8")
    return folder


def run(*arguments: object, code: int = 0, lang: str | None = None) -> Result:
    result = CliRunner(env={"CAMKET_LANG": lang, "COLUMNS": None}).invoke(app, [str(each) for each in arguments])
    assert "Traceback" not in result.output
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_both_languages(verb: str, language: str) -> None:
    shown = " ".join(run(verb, "--help", lang=language).output.split())
    assert sentences("en" if language == "en" else "vi")[f"cli.{verb}"] in shown
    assert "cli." not in shown


def test_the_group_names_every_verb() -> None:
    shown = run("--help").output
    assert all(f"  {verb} " in shown for verb in VERBS)
    assert "cli." not in shown


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom camket.cli.app import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n"
        "    heavy = {'rich', 'selectolax', 'ahocorasick_rs', 'camket.extract.pipeline', 'camket.catalogue'}\n"
        "    sys.exit(sorted(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_extract_writes_the_facts_of_every_paper(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    run("extract", papers, "--out", out)
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert written == ["2024/ke-hoach.json", "2024/trang.json", "2024/trang.txt", "manifest.json", "tin.json"]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert [(each["output"], each["text"], each["status"]) for each in manifest["files"]] == [
        ("tin.json", None, "read"),
        ("2024/ke-hoach.json", None, "read"),
        ("2024/trang.json", "2024/trang.txt", "read"),
    ]


def test_every_quote_is_the_text_to_the_letter(papers: Path, tmp_path: Path) -> None:
    run("extract", papers, "--out", tmp_path / "ra")
    for name, text in (("tin", NEWS), ("2024/trang", (tmp_path / "ra/2024/trang.txt").read_text(encoding="utf-8"))):
        made = json.loads((tmp_path / f"ra/{name}.json").read_bytes())
        facts = [fact for kind in ("figures", "directives", "people") for fact in made[kind]]
        assert facts
        assert all(text[fact["start"] : fact["end"]] == fact["quote"] for fact in facts)


def test_drafts_shows_tasks_with_who_and_when(papers: Path) -> None:
    shown = run("drafts", papers)
    assert "Sở Tài chính" in shown.stdout
    assert "24/6/2025" in shown.stdout
    told = json.loads(run("drafts", papers, "--json").stdout)
    assert [(each["lead"], each["expected"], each["due"]["day"]) for each in told["tasks"]] == [
        ("so-tai-chinh", True, "2025-06-24")
    ]


def test_drafts_says_what_a_person_must_decide(tmp_path: Path) -> None:
    file = tmp_path / "tin.txt"
    file.write_text(NEWS.replace("Sở Tài chính", "các sở, ngành"), encoding="utf-8")
    told = run("drafts", file, "--json", "--strict", code=1)
    (finding,) = json.loads(told.stdout)["findings"]
    assert finding["code"] == "work.many_addressees"
    file.write_text("Không có chỉ đạo nào.", encoding="utf-8")
    assert "Không phát sinh nhiệm vụ" in run("drafts", file, "--strict").stdout


def test_extract_prints_one_line_of_json_a_paper(papers: Path) -> None:
    lines = run("extract", papers, "--json").stdout.splitlines()
    assert [json.loads(line)["document"]["id"] for line in lines] == ["tin", "2024/ke-hoach", "2024/trang"]


def test_extract_tells_people_how_much_it_found(papers: Path) -> None:
    assert "2024/ke-hoach" in run("extract", papers).stdout


def test_a_second_run_reads_no_output_of_the_first(papers: Path) -> None:
    first = run("extract", papers, "--out", papers / "ra", "--json").stdout
    assert run("extract", papers, "--out", papers / "ra", "--json").stdout == first


def test_the_scoreboard_in_all_its_forms(papers: Path, tmp_path: Path) -> None:
    html, markdown = tmp_path / "bang.html", tmp_path / "bang.md"
    shown = run("scoreboard", papers, "--html", html, "--markdown", markdown)
    assert "6,03%" in shown.stdout
    assert "\x1b" not in shown.output
    assert str(html) in shown.stderr
    assert "6,03%" in html.read_text(encoding="utf-8")
    assert "6,03%" in markdown.read_text(encoding="utf-8")


def test_the_scoreboard_as_json(papers: Path) -> None:
    made = json.loads(run("scoreboard", papers, "--json").stdout)
    assert made["format"] == 1
    assert {"as_of", "plans", "scenarios", "contradictions", "compatible", "directives", "findings"} <= set(made)
    assert [each["recipient"] for each in made["directives"]] == ["Sở Tài chính"]


@pytest.mark.parametrize("written", ["2024-12-31", "31/12/2024"])
def test_what_was_published_later_does_not_count(papers: Path, written: str) -> None:
    made = json.loads(run("scoreboard", papers / "tin.txt", "--json", "--as-of", written).stdout)
    assert (made["as_of"], made["directives"], made["values"]) == ("2024-12-31", [], [])


def test_show_prints_the_text_and_its_facts(papers: Path) -> None:
    shown = run("show", papers / "tin.txt").stdout
    assert shown.startswith(NEWS.splitlines()[0])
    assert "6,03%" in shown.partition("trước ngày 25/6/2025.")[2]
    assert json.loads(run("show", papers / "tin.txt", "--json").stdout)["document"]["id"] == "tin"


def test_explain_names_the_rules_in_order() -> None:
    shown = run("explain", "Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%.", "--json").stdout
    steps = json.loads(shown)["steps"]
    assert [each["stage"] for each in steps if each["quote"] == "Năm 2024"][-1] == "period"
    assert any("6,03%" in each["quote"] and each["stage"] == "quantity" for each in steps)
    assert "6,03%" in run("explain", "Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%.").stdout


@pytest.mark.parametrize(
    ("kind", "word", "found"),
    [
        ("indicators", "thu ngan sach", "budget_revenue"), ("areas", "Bắc Ninh", "bac-ninh-1997"),
        ("units", "tỷ", ""), ("bodies", "so tai chinh", "Sở Tài chính"), ("indicators", "", "grdp"),
    ],
)  # fmt: skip
def test_the_catalogue_is_searched(kind: str, word: str, found: str) -> None:
    assert found in run("catalogue", kind, word).stdout
    assert json.loads(run("catalogue", kind, word, "--json").stdout) is not None


def test_a_word_that_nothing_holds_is_said_so() -> None:
    assert "xyzzy" in run("catalogue", "areas", "xyzzy", "--lang", "en").stdout


def test_the_demo(tmp_path: Path) -> None:
    shown = run("demo", "--out", tmp_path, "--lang", "en").stdout
    assert (tmp_path / "scoreboard.html").stat().st_size > 10_000
    assert " show " in shown
    assert "__init__" not in shown


def test_what_to_try_next_can_be_typed_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program is not on the path of the shell, it is named as it was called."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [".venv/bin/camket", "demo"])
    assert "  .venv/bin/camket show " in CliRunner().invoke(app, ["demo", "--out", str(tmp_path)]).stdout


def test_the_catalogue_names_units_in_words() -> None:
    assert "percent" not in run("catalogue", "indicators", "đô thị").stdout.split("Cách viết")[1]


def test_the_demo_fits_a_screen_or_two_unless_all_is_asked_for(tmp_path: Path) -> None:
    summary, whole = (run("demo", "--out", tmp_path, *more).stdout for more in ((), ("--all",)))
    assert len(summary.splitlines()) <= 148
    assert "• GRDP (so với cùng kỳ): " in summary
    assert "22/26 đạt và vượt (01-tin-lam-viec-2021)" in summary
    assert "[1]" not in summary
    assert len(whole.splitlines()) > 3 * len(summary.splitlines())
    assert "“22/26 chỉ tiêu”" in whole


@pytest.mark.parametrize(("language", "title"), [("vi", "Số liệu thực hiện"), ("en", "Results")])
def test_the_scoreboard_shows_the_results_themselves(papers: Path, tmp_path: Path, language: str, title: str) -> None:
    html, markdown = tmp_path / "bang.html", tmp_path / "bang.md"
    shown = run("scoreboard", papers, "--lang", language, "--html", html, "--markdown", markdown).stdout
    growth = "6,03%" if language == "vi" else "6.03%"
    _, _, results = shown.partition(f"\n{title}\n")
    assert f"{growth} (2024)" in results.splitlines()[0]
    assert f"## {title}\n" in markdown.read_text(encoding="utf-8")
    assert f">{title}</h2>" in html.read_text(encoding="utf-8")


def test_every_target_of_a_small_folder_is_named(tmp_path: Path) -> None:
    asked = "Kế hoạch phát triển kinh tế - xã hội tỉnh Bắc Ninh năm 2022\nMục tiêu năm 2022: " + "; ".join(
        ("GRDP tăng 5-6%", "tổng kim ngạch xuất nhập khẩu 92,07 tỷ USD", "tỷ lệ lao động qua đào tạo đạt 77%",
         "thu ngân sách nhà nước trên địa bàn 30.567 tỷ đồng", "tỷ lệ đô thị hóa đạt 43%", "tỷ lệ hộ nghèo còn 1,1%")
    )  # fmt: skip
    (tmp_path / "ke-hoach.txt").write_text(asked + ".\n", encoding="utf-8")
    table = run("scoreboard", tmp_path).stdout
    bounds = ("5-6%", "92,07 tỷ USD", "77%", "30.567 tỷ đồng", "43%", "1,1%")
    assert [bound for bound in bounds if f"  {bound}\n" not in table] == []


def test_the_summary_and_the_whole_of_a_scoreboard(papers: Path) -> None:
    assert "“6,03%”" not in run("scoreboard", papers).stdout
    assert "“6,03%”" in run("scoreboard", papers, "--all").stdout


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_the_width_asked_for_is_kept_in_a_pipe(tmp_path: Path, columns: int) -> None:
    runner = CliRunner(env={"CAMKET_LANG": None, "COLUMNS": str(columns)})
    lines = runner.invoke(app, ["demo", "--out", str(tmp_path)]).stdout.partition("Thử tiếp")[0].splitlines()
    longest = max(map(len, lines))
    assert longest <= columns
    assert longest > (110 if columns > 110 else columns - 10)


def test_findings_name_their_paper_line_and_words(papers: Path, tmp_path: Path) -> None:
    lost = "\n".join(f"Năm 2024, tỉnh Bắc Ninh xây mới {number} cầu treo dân sinh." for number in range(11, 36))
    (papers / "2024" / "lac.txt").write_text(lost, encoding="utf-8")
    page, markdown = tmp_path / "bang.html", tmp_path / "bang.md"
    told = run("extract", papers).stderr
    shown = run("scoreboard", papers, "--all", "--html", page, "--markdown", markdown).stdout
    own = [line for line in told.splitlines() if "2024/lac" in line]
    assert any("2024/lac, dòng 1: “11 cầu" in line for line in own)
    assert "lưu ý khác" in own[-1]
    assert len(own) == 5  # no day, no area, three figures of one kind, how many more
    files = page.read_text(encoding="utf-8") + markdown.read_text(encoding="utf-8")
    assert "other:" not in told + shown + files
    assert str(tmp_path) not in files + shown
    assert "2024/trang.html" in files


def test_the_command_itself(papers: Path) -> None:
    command = [sys.executable, "-c", "from camket.cli import main; main()", "scoreboard", str(papers)]
    done = subprocess.run(command, capture_output=True, check=False, env={"LC_ALL": "en_US.ISO-8859-1"})
    assert done.returncode == 0
    assert "6,03%" in done.stdout.decode()
    assert b"\x1b" not in done.stdout + done.stderr


def test_the_reference_names_every_verb_and_option() -> None:
    text = (Path(__file__).parents[2] / "docs/reference/cli.md").read_text(encoding="utf-8")
    with app.make_context("camket", ["catalogue"]) as context:
        for verb in app.list_commands(context):
            command = app.get_command(context, verb)
            assert command is not None
            assert f"## camket {verb}" in text
            part = text.partition(f"## camket {verb}\n")[2].partition("\n## ")[0]
            options = {name for each in command.params for name in each.opts if name.startswith("--")}
            assert {name for name in options if f"`{name}" not in part} == {"--lang"}
