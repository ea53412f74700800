"""Loaders: everything loads, ids are told apart, and a wrong entry is named."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from camket import catalogue, kept
from camket.catalogue import reading
from camket.errors import CatalogueError
from camket.model.unit import Unit

LOADERS: tuple[tuple[Callable[[], Sequence[msgspec.Struct]], str], ...] = (
    (catalogue.load_indicators, "id"),
    (catalogue.load_areas, "slug"),
    (catalogue.load_units, "id"),
    (catalogue.load_per_units, "per"),
    (catalogue.load_bodies, "id"),
    (catalogue.load_positions, "head"),
    (catalogue.load_document_types, "id"),
)


@pytest.mark.parametrize(("load", "key"), LOADERS, ids=lambda each: getattr(each, "__name__", ""))
def test_ids_are_told_apart(load: Callable[[], Sequence[msgspec.Struct]], key: str) -> None:
    ids = [getattr(entry, key) for entry in load()]
    assert ids
    assert len(ids) == len(set(ids))


def test_records_are_frozen_and_kept() -> None:
    first = catalogue.load_indicators()
    assert first is catalogue.load_indicators()
    with pytest.raises(AttributeError):
        first[0].id = "other"  # type: ignore[misc]  # that it cannot be set is what is tested


@pytest.mark.parametrize("find", [catalogue.indicator, catalogue.area, catalogue.body])
def test_an_unknown_id_is_named(find: Callable[[str], msgspec.Struct]) -> None:
    with pytest.raises(CatalogueError, match="khong-co"):
        find("khong-co")


def test_an_id_is_found() -> None:
    assert catalogue.indicator("grdp").name.en.startswith("Gross regional")
    assert catalogue.area("bac-ninh-1997").full_name == "Tỉnh Bắc Ninh"
    assert catalogue.body("ubnd-huyen").family == "state"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("01", "01"),
        ("07228", "07228"),
        ("24", 24),
        ("-3", -3),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("2025-07-01", "2025-07-01"),
        ("12:30", "12:30"),
        ("true", True),
        ("null", None),
        ("NaN", "NaN"),
    ],
)
def test_yaml_has_no_surprises(written: str, read: object) -> None:
    assert reading.entries("a.yaml", f"- {written}") == [read]


@dataclass
class WrongFile:
    text: str
    code: str
    names: str


@pytest.mark.parametrize(
    "wrong",
    [
        WrongFile("- {id: ha, id: km, base: ha, kind: area}", "unreadable", "stands twice"),
        WrongFile("- {id: ha, base: ha, kind: [", "unreadable", "units.yaml"),
        WrongFile("id: ha", "no_list", "units.yaml"),
        WrongFile("- {id: ha, base: ha, kind: acre}", "wrong_entry", "entry=ha"),
        WrongFile("- {id: ha, base: ha, kind: area, simbol: ha}", "wrong_entry", "simbol"),
        WrongFile("- {id: ha, base: ha, kind: area, factor: một}", "wrong_entry", "entry=ha"),
        WrongFile("- {base: ha, kind: area}", "wrong_entry", "units.yaml"),
    ],
    ids=lambda each: each.text,
)
def test_a_wrong_entry_names_file_and_entry(monkeypatch: pytest.MonkeyPatch, wrong: WrongFile) -> None:
    monkeypatch.setattr(reading, "files", lambda *_: iter([("units.yaml", wrong.text)]))
    with pytest.raises(CatalogueError, match=wrong.names) as caught:
        reading.records("units.yaml", Unit)
    assert caught.value.message.code == f"catalogue.{wrong.code}"


def test_a_wrong_row_names_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "id,base,kind,factor\nha,ha,area,1\nmau,ha,area,nhiều\n"
    monkeypatch.setattr(reading, "files", lambda *_: iter([("units/a.csv", text)]))
    with pytest.raises(CatalogueError, match=r"units/a\.csv, entry=3"):
        reading.rows("units", Unit)


def test_a_quoted_cell_may_hold_a_line_break(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'id,base,kind,symbol\nha,ha,area,"h\na"\n'
    monkeypatch.setattr(reading, "files", lambda *_: iter([("units/a.csv", text)]))
    assert reading.rows("units", Unit)[0].symbol == "h\na"


def test_loading_all_stays_fast() -> None:
    started = time.process_time()
    reading.records("indicators", type(catalogue.load_indicators()[0]))
    assert time.process_time() - started < 0.5  # 30 ms where it was written; slow machines are slow, not ten times


def test_records_that_were_kept_are_those_of_the_files(tmp_path: Path) -> None:
    loaders = [load for name, load in vars(catalogue).items() if name.startswith("load_")]
    plain = [load() for load in loaders]
    try:
        for _ in "made", "kept":
            kept.use(tmp_path)
            for load, records in zip(loaders, plain, strict=True):
                load.cache_clear()
                assert load() == records
            kept.save()
    finally:
        kept.use(None)
