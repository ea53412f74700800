from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.errors import ReadError
from camket.exchange.guide import document_json, load_guide
from camket.exchange.manifest import Entry, manifest_json
from camket.findings import Finding
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Directive, Figure, Person, Placement, Proposal, Reference, Tally
from camket.model.message import message

TEXT = "Năm 2024, GRDP của tỉnh tăng 6,03% so với năm trước."
DOCUMENT = Document(
    id="002", text=TEXT, sha256="a" * 64, text_sha256="b" * 64,
    head=Head(title="Tin", published="2025-01-13", type="news", recipients=("Sở Tài chính",), area="Bắc Ninh"),
)  # fmt: skip
GROWTH = Figure(
    start=29, end=34, quote="6,03%", id="f1", rule="quantity/percent", confidence=0.9, indicator="grdp",
    indicator_text="GRDP", value=Decimal("6.03"), unit="percent", measure="growth", period="2024", period_stated=True,
    area="Bắc Ninh", reasons=(message("x.y", a="1"),),
    resolved=Placement(
        indicator="grdp", area="bac-ninh-1997", from_="2024-01-01", to="2024-12-31", low="6.025", high="6.035",
    ),
)  # fmt: skip
WHOLE = Extraction(
    document=DOCUMENT,
    figures=(GROWTH,),
    tallies=(Tally(start=0, end=3, quote="Năm", done=22, total=26, state="achieved_or_exceeded"),),
    directives=(Directive(start=0, end=3, quote="Năm", issuer="Nguyễn Văn An", deadline="by:2026-12"),),
    proposals=(Proposal(start=0, end=3, quote="Năm", status="forwarded"),),
    references=(Reference(start=0, end=3, quote="Năm", type="resolution", number="18-NQ/TW"),),
    people=(Person(start=0, end=3, quote="Năm", name="Nguyễn Văn An", position="Chủ tịch UBND tỉnh"),),
    findings=(Finding(message=message("read.empty", file="a.txt"), where="a.txt"),),
)
FIELDS = {
    "figures": "start end quote indicator indicator_text value value_high unit comparator measure role period "
    "period_stated base_period area",
    "tallies": "start end quote done total of state plan period area",
    "directives": "start end quote issuer issuer_position recipient deadline kind",
    "proposals": "start end quote proposer recipient handled_by status",
    "references": "start end quote type number date issuer",
    "people": "start end quote name position",
}
GOLD = [
    path
    for path in sorted((Path(__file__).parents[1] / "gold").glob("*.json"))
    if b'"start": null' not in path.read_bytes()  # a page that was annotated before its text was made
]

EMPTY = "there is no text in the file. Open it to see whether it holds any, or get the original again."


@pytest.mark.parametrize("kind", FIELDS)
def test_the_fields_of_the_guide_come_first_and_in_its_order(kind: str) -> None:
    record = json.loads(document_json(WHOLE))[kind][0]
    own = FIELDS[kind].split()
    assert list(record)[: len(own)] == own
    assert {"id", "rule", "confidence", "reasons"} <= set(record)


def test_the_parts_of_the_file() -> None:
    made = json.loads(document_json(WHOLE, language="en"))
    assert list(made) == ["format", "camket", "document", *FIELDS, "findings"]
    assert made["document"]["recipients"] == ["Sở Tài chính"]
    assert made["figures"][0]["resolved"] == {
        "indicator": "grdp", "area": "bac-ninh-1997", "from": "2024-01-01", "to": "2024-12-31", "low": "6.025",
        "high": "6.035", "low_closed": True, "high_closed": False, "period": None,
    }  # fmt: skip
    assert made["findings"][0] == {
        "code": "read.empty", "level": "warning", "start": None, "end": None, "where": "a.txt",
        "params": {"file": "a.txt"}, "message": f"a.txt: {EMPTY}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("6.03", "6.03"), ("-2.30", "-2.3"), ("7E+13", "70000000000000"), ("0", "0"), ("27.0", "27"),
        ("999999999999E+24", "999999999999" + "0" * 24),
    ],
)  # fmt: skip
def test_numbers_are_json_numbers_digit_by_digit(value: str, written: str) -> None:
    figure = Figure(start=0, end=1, quote="N", indicator="grdp", value=Decimal(value), unit="VND")
    assert f'"value": {written},'.encode() in document_json(Extraction(document=DOCUMENT, figures=(figure,)))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(tmp_path_factory: pytest.TempPathFactory, value: Decimal) -> None:
    figure = Figure(start=0, end=1, quote="N", indicator="grdp", value=value, unit="VND")
    path = tmp_path_factory.getbasetemp() / "number.json"
    path.write_bytes(document_json(Extraction(document=DOCUMENT, figures=(figure,))))
    assert load_guide(path).figures[0].value == value


def test_what_stands_in_per_mille_is_written_as_printed(tmp_path: Path) -> None:
    born = Figure(start=0, end=5, quote="10,8‰", indicator="other:x", value=Decimal("1.08"), unit="percent")
    fell = Figure(
        start=9, end=13, quote="0,2‰", indicator="other:x", value=Decimal("-0.02"), unit="percentage_point",
        measure="change",
    )  # fmt: skip
    path = tmp_path / "mille.json"
    path.write_bytes(document_json(Extraction(document=DOCUMENT, figures=(born, fell))))
    written = [(one["value"], one["unit"]) for one in json.loads(path.read_bytes())["figures"]]
    assert written == [(10.8, "other:per_mille"), (-0.2, "other:per_mille")]
    assert load_guide(path).figures == (born, fell)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "002.json"
    path.write_bytes(document_json(WHOLE))
    assert load_guide(path, text=TEXT) == WHOLE


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_hand_made_files_come_through_unchanged(path: Path) -> None:
    before = json.loads(path.read_bytes())
    after = json.loads(document_json(load_guide(path)))
    for kind in FIELDS:
        for one, other in zip(before[kind], after[kind], strict=True):
            assert one == {name: other[name] for name in one}
    assert before["document"] == {name: after["document"][name] for name in before["document"]}


WRONG = [
    (b"", "truncated"),
    (b"{}", "document"),
    (b'{"document": {}}', "id"),
    (b'{"document": {"id": 5}}', "str"),
    (b'{"document": {"id": "x"}, "figures": [{"start": 0}]}', "missing"),
    (b'{"document": {"id": "x"}, "people": [{"start": "a"}]}', "start"),
    (b"\xff\xfe", "."),
]


@pytest.mark.parametrize(("data", "hint"), WRONG)
def test_a_file_of_another_form_is_refused_with_its_reason(tmp_path: Path, data: bytes, hint: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=hint) as caught:
        load_guide(path)
    assert dict(caught.value.message.params)["file"] == str(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="khong-co"):
        load_guide(tmp_path / "khong-co.json")


def test_the_manifest() -> None:
    entry = Entry(input="a.html", output="a.json", text="a.txt", sha256="1", text_sha256="2", status="read")
    made = json.loads(manifest_json([entry], WHOLE.findings, "vi"))
    assert made["files"] == [
        {"input": "a.html", "output": "a.json", "text": "a.txt", "sha256": "1", "text_sha256": "2", "status": "read"}
    ]
    assert made["findings"][0]["message"].startswith("a.txt: không có chữ nào trong tệp. Hãy ")
