"""The chain of audit records: each holds the digest of the one before, so that no past record can be changed unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256

import msgspec

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.models import Audit, AuditEnd

Parameter = str | int | bool | None
BEGINNING = bytes(32)
"""What stands before the first record."""
_END = 1


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
    said = (
        record.number,
        record.at,
        record.who,
        record.action,
        record.objects_touched,
        record.parameters,
        bytes(record.before).hex(),
    )
    return sha256(msgspec.json.encode(said)).digest()


def verify_chain() -> Finding | None:
    """The first link that is broken, or None: every record as it was written, none missing, none cut off the end."""
    number, before = 0, BEGINNING
    for record in Audit.objects.order_by("number").iterator(chunk_size=1000):
        number += 1
        if record.number != number:
            return _broken("audit.missing", number)
        if bytes(record.before) != before:
            return _broken("audit.unchained", number)
        if bytes(record.digest) != digest_of(record):
            return _broken("audit.changed", number)
        before = bytes(record.digest)
    end = AuditEnd.objects.filter(id=_END).first()
    if (number, before) != ((end.number, bytes(end.digest)) if end is not None else (0, BEGINNING)):
        return _broken("audit.cut", number)
    return None


def _broken(code: str, number: int) -> Finding:
    return Finding(message=message(code, number=number), level="error", where=f"audit:{number}")


def _written(value: object) -> str:
    return msgspec.json.encode(value).decode()
