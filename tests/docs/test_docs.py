"""What the documents say works."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import camket.samples
from camket.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def code(page: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def test_the_flow_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (program,) = code(ROOT / "README.md")
    samples = Path(camket.samples.__file__).parent
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("04-ke-hoach-2022.txt", "05-bao-cao-nam-2022.txt"):
        shutil.copy(samples / name, papers)
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102 - the program is our own page
    assert "trade_total" in capsys.readouterr().out


def test_the_rule_of_the_how_to_does_what_it_says() -> None:
    from camket.grammar.engine import Reading, RuleSet
    from camket.grammar.rule import Rule
    from camket.grammar.scan import Lexicon

    (program,) = code(ROOT / "docs" / "how-to" / "add-a-rule.md")
    made: dict[str, object] = {}
    exec(compile(program, "add-a-rule.md", "exec"), made)  # noqa: S102 - the program is our own page
    (rule,) = [value for value in made.values() if isinstance(value, Rule)]
    rules = RuleSet([rule], {})
    shown = {}
    for text in (rule.examples[0].text, *rule.counter_examples):
        reading = Reading(text, Lexicon(rules.cue_entries()))
        shown[text] = tuple(
            f"{reading.folded.quote(one.start, one.end)} => {one.item}" for one in rules.run("period", reading)
        )
    assert shown == {rule.examples[0].text: rule.examples[0].made, **dict.fromkeys(rule.counter_examples, ())}


def test_the_reference_shows_what_explain_prints() -> None:
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```\n\$ camket (explain .*?)```", page, re.DOTALL)
    command, _, output = shown.partition("\n")
    result = CliRunner(env={"COLUMNS": "100", "CAMKET_LANG": None}).invoke(app, shlex.split(command))
    assert result.exit_code == 0
    assert result.output.startswith(output)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target
