"""Digests by which rows are found, and the packed form of records."""

from __future__ import annotations

import zlib
from hashlib import blake2b
from typing import TypeVar

import msgspec

from camket.model.series import Series
from camket.typed import typed

Record = TypeVar("Record")


def document_key(sha256: str, name: str) -> bytes:
    """32 bytes: the digest of a paper's bytes; of a paper without bytes, made of its name."""
    return _as_bytes(sha256, 32) or blake2b((sha256 or name).encode(), digest_size=32).digest()


def mention_key(mention: str) -> bytes:
    """16 bytes of a mention's id, which is a digest itself except where a person gave it."""
    return _as_bytes(mention, 16) or blake2b(mention.encode(), digest_size=16).digest()


def series_key(series: Series) -> bytes:
    """16 bytes of all that sets a series apart."""
    return blake2b(msgspec.msgpack.encode(series), digest_size=16).digest()


def pack(record: object) -> bytes:
    """A record in few bytes."""
    return zlib.compress(msgspec.msgpack.encode(record), 6)


def unpack(data: bytes | memoryview, type_: type[Record]) -> Record:
    """The record again."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=typed(type_))


def _as_bytes(text: str, length: int) -> bytes | None:
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return None
    return found if len(found) == length else None
