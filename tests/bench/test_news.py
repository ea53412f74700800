"""Texts for speed: read whole, or refused with the place."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from bench.news import NewsError, news_texts

LINES = [
    {"id": "1", "text": "Tỉnh giải ngân 40% vốn."},
    {"id": "2", "text": "  "},
    {"id": "3", "text": "Hai\u2028dòng."},
]


@pytest.mark.parametrize("packed", [False, True])
def test_texts_come_whole_and_empty_ones_are_left_out(tmp_path: Path, packed: bool) -> None:
    data = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES).encode()
    file = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    file.write_bytes(gzip.compress(data) if packed else data)
    found = news_texts(file)
    assert [one.text for one in found] == ["Tỉnh giải ngân 40% vốn.", "Hai\u2028dòng."]
    assert all(one.data.decode() == one.text for one in found)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jsonl", b'{"text": "x"}\n{"id": 1}\n', "a.jsonl:2"),
        ("b.jsonl", b"not json\n", "b.jsonl:1"),
        ("c.jsonl.gz", b"not packed", "c.jsonl.gz"),
        ("d.jsonl", b"\n", "no text"),
        ("e.jsonl", None, "No such file"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(NewsError, match=said):
        news_texts(tmp_path / name)
