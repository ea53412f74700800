"""The sample papers as Word files give the facts that they give as text."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.parfmt import CT_PPr
from tests.made.paper import parts_of
from tests.made.word import docx_of

import camket
from camket.extract import extract
from camket.model.document import Document
from camket.read import read
from camket.read.limits import DEFAULT
from camket.read.word import read_docx

SAMPLES = sorted((Path(camket.__file__).parent / "samples").glob("*.txt"))
_OF_THE_FORMAT = ("id", "start", "end", "confidence", "reasons")
_MARKED = re.compile(r"(?P<mark>\(\d{1,2}\)|\d{1,2}[.-]|[IVX]{1,5}[.-]|[a-z]\)) (?P<text>\S.*)")


def facts(document: Document) -> dict[str, list[str]]:
    """All facts of a paper by kind, what depends on the format aside, blanks in quotes folded."""
    made = msgspec.to_builtins(extract(document))
    kinds = ("figures", "tallies", "directives", "proposals", "references", "people")
    found = {
        kind: [" ".join(str({name: value for name, value in fact.items() if name not in _OF_THE_FORMAT}).split())
               for fact in made[kind]]
        for kind in kinds
    }  # fmt: skip
    return {**found, "head": [str(made["document"]["head"])]}


def word_document(data: bytes, path: Path) -> Document:
    parsed = read_docx(data, path.name, DEFAULT)
    return Document(id=path.stem, text=parsed.text, blocks=parsed.blocks, sha256="", text_sha256="")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_word_file_gives_the_facts_of_the_text(path: Path) -> None:
    made = word_document(docx_of(parts_of(path.read_text(encoding="utf-8"))), path)
    assert facts(made) == facts(read(path))


def numbered(text: str) -> bytes:
    """The paper with its typed numbers taken away and made by Word: a list for each number that starts anew."""
    made = docx.Document(io.BytesIO(docx_of(parts_of(text))))
    for paragraph in made.paragraphs:
        marked = _MARKED.fullmatch(paragraph.text)
        if marked is not None:
            paragraph.text = marked["text"]
            _number(made, paragraph._p.get_or_add_pPr(), marked["mark"])
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _number(made: WordDocument, properties: CT_PPr, mark: str) -> None:
    """A list of one item that starts at the number of the mark."""
    numbering = made.part.numbering_part.element
    count = 900 + len(numbering)
    bare = mark.strip("().-")
    form, value = ("decimal", bare) if bare.isdigit() else ("upperRoman", "") if bare.isupper() else ("lowerLetter", "")
    if form == "upperRoman":
        worth = {"I": 1, "V": 5, "X": 10}
        values = [worth[sign] for sign in bare]
        value = str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))
    elif form == "lowerLetter":
        value = str(ord(bare) - ord("a") + 1)
    shown = mark.replace(bare, "%1")
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{count}"><w:lvl w:ilvl="0"><w:start w:val="{value}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{count}"><w:abstractNumId w:val="{count}"/></w:num>'))
    chosen = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{count}"/></w:numPr>'
    properties.append(parse_xml(chosen))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_numbers_made_by_word_are_those_that_were_typed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    typed, made = (read_docx(data, path.name, DEFAULT) for data in (docx_of(parts_of(text)), numbered(text)))
    assert made.text == typed.text
    if any(_MARKED.fullmatch(line.strip()) for line in text.splitlines()):
        assert any(block.kind == "list_item" for block in made.blocks)
