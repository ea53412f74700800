"""The chain of audit records: each holds the digest of the one before, so that no past record can be changed unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from django.db import DatabaseError, OperationalError
from django.db.models import BinaryField, F, Func, QuerySet

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.models import Audit, AuditEnd

Parameter = str | int | bool | None
BEGINNING = bytes(32)
"""What stands before the first record."""
_END = 1
_TEXTS = ("at", "who", "action", "objects_touched", "parameters")


def append(
    *, who: str, action: str, at: datetime, objects: Sequence[str], parameters: Mapping[str, Parameter]
) -> Audit:
    """Add a record at the end. Whoever calls holds a transaction; others who add wait until it ends."""
    AuditEnd.objects.get_or_create(id=_END, defaults={"digest": BEGINNING})
    end = AuditEnd.objects.select_for_update().get(id=_END)
    record = Audit(
        number=end.number + 1,
        at=at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        who=who,
        action=action,
        objects_touched=_written(list(objects)),
        parameters=_written(dict(sorted(parameters.items()))),
        before=bytes(end.digest),
    )
    record.digest = digest_of(record)
    record.save(force_insert=True)
    end.number, end.digest = record.number, record.digest
    end.save()
    return record


def digest_of(record: Audit) -> bytes:
    """SHA-256 of all that a record says, as a JSON list; anyone can work it out again."""
    said = tuple(getattr(record, name) for name in _TEXTS)
    return _digest(record.number, said, bytes(record.before))


def _digest(number: int, said: Sequence[str | None], before: bytes) -> bytes:
    return sha256(msgspec.json.encode((number, *said, before.hex()))).digest()


class Kept(NamedTuple):
    """A record to the byte, as the database holds it: what was changed in it may be no letters any more.

    Texts and digests are None where not even their kind is what was written.
    """

    number: int
    at: bytes | None
    who: bytes | None
    action: bytes | None
    objects_touched: bytes | None
    parameters: bytes | None
    before: bytes | None
    digest: bytes | None

    @property
    def is_whole(self) -> bool:
        """Whether it says what its digest is of."""
        try:
            said = [None if each is None else bytes(each).decode() for each in self[1:-2]]
        except UnicodeDecodeError:
            return False
        return bytes(self.digest or b"") == _digest(self.number, said, bytes(self.before or b""))


class _Bytes(Func):
    """The bytes of a column, null where it holds another kind of value, as only SQLite lets it."""

    output_field = BinaryField()
    template, arity, kind = "%(expressions)s", 1, "blob"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """One changed bit can make of letters what is none, which SQLite does not hand out as text."""
        of_kind = f"CASE typeof(%(expressions)s) WHEN '{self.kind}' THEN CAST(%(expressions)s AS BLOB) END"
        return self.as_sql(compiler, connection, template=of_kind, **context)


class Letters(_Bytes):
    """The bytes of a column of text."""

    template, kind = "convert_to(%(expressions)s, 'UTF8')", "text"


def kept(rows: QuerySet[Audit]) -> QuerySet[Audit, tuple[Any, ...]]:
    """The fields of `Kept` of some records."""
    texts = (Letters(name) for name in _TEXTS)
    return rows.values_list("number", *texts, _Bytes("before"), _Bytes("digest"))


def verify_chain() -> Finding | None:
    """The first link that is broken, or None: every record as it was written, none missing, none cut off the end."""
    # Put in order by the numbers that stand in the records themselves: those of the index may be other ones.
    records = kept(Audit.objects.order_by(F("number") + 0)).iterator(chunk_size=1000)
    try:
        number, last, broken = _followed(row for row in records if row[0] > 0)
    except OperationalError:
        raise  # the database is busy or gone, which says nothing of the records
    except DatabaseError:
        number, last, broken = _followed(_one_by_one())
    if broken:
        return _broken(broken, number)
    if (number, last) != end_of_chain():
        return _broken("audit.cut", number)
    added = Audit.objects.filter(number__lte=0).values_list("number", flat=True).order_by("-number").first()
    return None if added is None else _broken("audit.added", added)


def _followed(rows: Iterable[tuple[Any, ...] | None]) -> tuple[int, bytes, str]:
    """How far the chain is whole: the number of the last record, its digest, and what is wrong with it, if anything."""
    number, before = 0, BEGINNING
    for row in rows:
        number += 1
        trouble = "audit.unreadable" if row is None else _trouble(Kept(*row), number, before)
        if row is None or trouble:
            return number, before, trouble
        before = bytes(row[-1])
    return number, before, ""


def _one_by_one() -> Iterator[tuple[Any, ...] | None]:
    """The records up to one that the database cannot read, as None: bytes between its values were changed.

    Asked for alone, for a database that reads ahead fails before it comes to it.
    """
    for number in range(1, end_of_chain()[0] + 1):
        try:
            found = kept(Audit.objects.filter(number=number)).first()
        except DatabaseError:
            found = None
        yield found


def _trouble(record: Kept, number: int, before: bytes) -> str:
    """What is wrong with the record of a number that follows a digest; empty where nothing is."""
    if record.number != number:
        return "audit.missing"
    if bytes(record.before or b"") != before:
        return "audit.unchained"
    return "" if record.is_whole else "audit.changed"


def end_of_chain() -> tuple[int, bytes]:
    """The number and the digest of the last record, as they were written down beside the records."""
    number, digest = AuditEnd.objects.filter(id=_END).values_list("number", _Bytes("digest")).first() or (0, BEGINNING)
    return number, bytes(digest or b"")


def _broken(code: str, number: int) -> Finding:
    return Finding(message=message(code, number=number), level="error", where=f"audit:{number}")


def _written(value: object) -> str:
    return msgspec.json.encode(value).decode()
