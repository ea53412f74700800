"""Texts like those of a newspaper, for speed: a file of one JSON object a line with `id` and `text`, gzip or not."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec

from bench.ways import Text


class NewsError(ValueError):
    """A file of news cannot be read; says where and why."""


class _Article(msgspec.Struct):
    text: str


def news_texts(file: Path) -> list[Text]:
    """The texts of a file, empty ones left out.

    Raises:
        NewsError: the file is not there, is no gzip, or a line of it is no object with a `text`; names the line.
    """
    try:
        raw = file.read_bytes()
        data = gzip.decompress(raw) if file.suffix == ".gz" else raw
    except (OSError, EOFError) as error:
        raise NewsError(f"{file}: {error}") from error
    found = []
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            text = msgspec.json.decode(line, type=_Article).text
        except msgspec.DecodeError as error:
            raise NewsError(f"{file}:{number}: {error}") from error
        if text.strip():
            found.append(Text(text, text.encode()))
    if not found:
        raise NewsError(f"{file}: no text in it")
    return found
