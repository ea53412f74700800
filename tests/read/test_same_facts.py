"""The same paper says the same, whatever file it comes in: text, web page, Word, PDF, workbook, scan."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.made.office import needs_office
from tests.made.page import page_of
from tests.made.paper import parts_of
from tests.made.printed import converted
from tests.made.sheet import sheet_of
from tests.made.word import docx_of

from camket.exchange.guide import document_json
from camket.extract import extract
from camket.model.extraction import FACT_KINDS
from camket.read import read
from camket.resolve import resolve

MADE = Path(__file__).parent.parent / "made"
SAMPLES = Path(__file__).parents[2] / "src/camket/samples"
PAPERS = {path.stem: path for path in (*sorted(SAMPLES.glob("*.txt")), *sorted(MADE.glob("*.txt")))}
TABLE_PAPER = "bieu-chi-tieu-2022"
ASIDE = ("id", "start", "end", "confidence", "reasons")
HEAD = ("number", "date", "type", "issuer", "recipients", "signer", "area", "event_date", "event", "source_kind")

# What the table says, read by a person before the program did.
TABLE = [
    ("grdp", "growth", 6.9, None, "estimate", "2021"),
    ("grdp", "growth", 5.0, 6.0, "target", "2022"),
    ("trade_total", "level", 92_070_000_000.0, None, "target", "2022"),
    ("exports", "level", 46_400_000_000.0, None, "estimate", "2021"),
    ("total_investment", "level", 70_000_000_000_000.0, None, "target", "2022"),
    ("budget_revenue", "level", 31_100_000_000_000.0, None, "estimate", "2021"),
    ("budget_revenue", "level", 30_567_000_000_000.0, None, "target", "2022"),
    ("domestic_revenue", "level", 24_100_000_000_000.0, None, "target", "2022"),
    ("urbanization_rate", "level", 43.0, None, "target", "2022"),
    ("trained_labour_rate", "level", 77.0, None, "target", "2022"),
    ("jobs_created", "level", 27_000.0, None, "target", "2022"),
    ("poverty_rate", "level", 1.1, None, "target", "2022"),
    ("health_insurance_coverage", "level", 95.0, None, "target", "2022"),
]


def _said(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(document_json(resolve(extract(read(path, id="a")))))
    return made


def facts(path: Path) -> dict[str, list[Any]]:
    """All facts of a file, without what depends on its form."""
    made = _said(path)
    return {kind: [_bare(fact) for fact in made[kind]] for kind in FACT_KINDS}


def _bare(fact: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in fact.items() if name not in ASIDE}
    return {name: _folded(value) if isinstance(value, str) else value for name, value in kept.items()}


def _folded(words: str) -> str:
    """Blanks folded, letters composed: a printer composes them."""
    return unicodedata.normalize("NFC", " ".join(words.split()))


def head(path: Path) -> dict[str, Any]:
    document = _said(path)["document"]
    return {name: document[name] for name in HEAD}


@cache
def _of_text(name: str) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    return facts(PAPERS[name]), head(PAPERS[name])


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every paper as `.docx` and `.pdf`."""
    folder = tmp_path_factory.mktemp("printed")
    words = {name: docx_of(parts_of(path.read_text(encoding="utf-8"))) for name, path in PAPERS.items()}
    for name, data in converted(words, "docx", "pdf", folder).items():
        (folder / f"{name}.pdf").write_bytes(data)
    return folder


def same(name: str, path: Path) -> None:
    wanted, wanted_head = _of_text(name)
    found = facts(path)
    for kind in FACT_KINDS:
        assert found[kind] == wanted[kind], kind
    assert head(path) == wanted_head


@pytest.mark.parametrize("name", PAPERS)
def test_a_web_page_says_what_the_text_says(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(page_of(parts_of(PAPERS[name].read_text(encoding="utf-8"))))
    same(name, path)


@pytest.mark.parametrize("name", PAPERS)
def test_a_word_file_says_what_the_text_says(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(docx_of(parts_of(PAPERS[name].read_text(encoding="utf-8"))))
    same(name, path)


@needs_office
@pytest.mark.parametrize("name", PAPERS)
def test_a_printed_file_says_what_the_text_says(printed: Path, name: str) -> None:
    same(name, printed / f"{name}.pdf")


def _table(path: Path) -> list[tuple[Any, ...]]:
    fields = ("indicator", "measure", "value", "value_high", "role", "period")
    return [tuple(each[field] for field in fields) for each in facts(path)["figures"]]


def test_the_text_of_the_table_says_what_a_person_read() -> None:
    assert _table(PAPERS[TABLE_PAPER]) == TABLE


def test_a_workbook_says_what_a_person_read_in_the_table(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(sheet_of(parts_of(PAPERS[TABLE_PAPER].read_text(encoding="utf-8"))))
    assert _table(path) == TABLE
