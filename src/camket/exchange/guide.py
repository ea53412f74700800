"""The facts of one document as JSON, in the form of the annotation guide (docs/reference/facts.md), and back.

The guide's own fields come first and in its order, then those that camket adds. Numbers are JSON numbers with the
digits that the record has: no value passes through a binary fraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from pathlib import Path

import msgspec

from camket import __version__
from camket.errors import ReadError
from camket.findings import Finding, finding_record
from camket.model.document import Document, Head
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally
from camket.model.message import Message
from camket.typed import typed
from camket.words import Language

FORMAT = 1
# Readers of JSON refuse integers of thousands of digits.
_MOST_DIGITS = 1_000
_COMMON = ("start", "end", "quote")
_GUIDE: Mapping[str, tuple[str, ...]] = {
    "figures": (
        "indicator", "indicator_text", "value", "value_high", "unit", "comparator", "measure", "role", "period",
        "period_stated", "base_period", "area",
    ),
    "tallies": ("done", "total", "of", "state", "plan", "period", "area"),
    "directives": ("issuer", "issuer_position", "recipient", "deadline", "kind"),
    "proposals": ("proposer", "recipient", "handled_by", "status"),
    "references": ("type", "number", "date", "issuer"),
    "people": ("name", "position"),
}  # fmt: skip
_TYPES: Mapping[str, type[Fact]] = {
    "figures": Figure,
    "tallies": Tally,
    "directives": Directive,
    "proposals": Proposal,
    "references": Reference,
    "people": Person,
}
_HEAD = (
    "title", "number", "date", "published", "event_date", "type", "issuer", "recipients", "signer", "cosigners", "url",
    "publisher", "source_kind", "event", "area", "author",
)  # fmt: skip


def document_json(extraction: Extraction, *, language: Language = "vi") -> bytes:
    """The facts of a document as indented UTF-8 JSON; the sentences of its findings in that language."""
    document = extraction.document
    made: dict[str, object] = {
        "format": FORMAT,
        "camket": __version__,
        "document": {
            "id": document.id,
            **{name: getattr(document.head, name) for name in _HEAD},
            "sha256": document.sha256,
            "text_sha256": document.text_sha256,
        },
    }
    for kind in FACT_KINDS:
        made[kind] = [_fact(fact, kind) for fact in getattr(extraction, kind)]
    made["findings"] = [finding_record(finding, language) for finding in extraction.findings]
    return pretty(made)


def pretty(value: object) -> bytes:
    """Indented JSON with a line end, the digits of decimals kept."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def load_guide(path: str | Path, *, text: str = "") -> Extraction:
    """Read a file of this form back, made by camket or by hand.

    Args:
        path: the file.
        text: the document's text, which the form does not hold.

    Raises:
        ReadError: the file is not of this form; says which field is wrong.
    """
    try:
        loaded = msgspec.json.decode(Path(path).read_bytes(), type=typed(_File))
        facts = {kind: tuple(_back(each, _TYPES[kind]) for each in getattr(loaded, kind)) for kind in FACT_KINDS}
        head = msgspec.convert({name: loaded.document[name] for name in _HEAD if name in loaded.document}, typed(Head))
        identity = msgspec.convert(loaded.document, typed(_Identity))
    except OSError as error:
        raise ReadError("read.unreadable", file=path, reason=error.strerror or error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReadError("exchange.not_guide", file=path, reason=error) from error
    findings = tuple(each.finding() for each in loaded.findings)
    document = Document(id=identity.id, text=text, sha256=identity.sha256, text_sha256=identity.text_sha256, head=head)
    parts = {"document": document, "findings": findings, **facts}
    return msgspec.convert(parts, typed(Extraction), from_attributes=True)


class _Identity(msgspec.Struct, frozen=True):
    id: str
    sha256: str = ""
    text_sha256: str = ""


class _Finding(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    level: str = "warning"
    start: int | None = None
    end: int | None = None
    where: str | None = None
    params: dict[str, str] = {}

    def finding(self) -> Finding:
        values = {"message": self._message(), "level": self.level, "start": self.start, "end": self.end}
        return msgspec.convert({**values, "where": self.where}, typed(Finding))

    def _message(self) -> Message:
        return Message(self.code, tuple(self.params.items()))


class _File(msgspec.Struct, frozen=True, kw_only=True):
    document: dict[str, object]
    figures: list[dict[str, msgspec.Raw]] = []
    tallies: list[dict[str, msgspec.Raw]] = []
    directives: list[dict[str, msgspec.Raw]] = []
    proposals: list[dict[str, msgspec.Raw]] = []
    references: list[dict[str, msgspec.Raw]] = []
    people: list[dict[str, msgspec.Raw]] = []
    findings: list[_Finding] = []


class _Reason(msgspec.Struct, frozen=True):
    code: str
    params: dict[str, str] = {}


_PER_MILLE, _AS_PRINTED = "other:per_mille", Decimal(10)


def _printed(fact: Fact) -> Fact:
    """The guide keeps a number as printed: what stands in per mille is not turned to percent."""
    if not isinstance(fact, Figure) or fact.unit not in ("percent", "percentage_point") or not _is_per_mille(fact):
        return fact
    high = None if fact.value_high is None else fact.value_high * _AS_PRINTED
    return msgspec.structs.replace(fact, value=fact.value * _AS_PRINTED, value_high=high, unit=_PER_MILLE)


def _is_per_mille(figure: Figure) -> bool:
    """Whether a number was printed per mille, by its own sign or by that of its table."""
    return "‰" in figure.quote or any(("unit", "‰") in reason.params for reason in figure.reasons)


def _kept(fact: Fact) -> Fact:
    """A number per mille as camket keeps it: in percent, and in points where it is a change."""
    if not isinstance(fact, Figure) or fact.unit != _PER_MILLE:
        return fact
    high = None if fact.value_high is None else fact.value_high / _AS_PRINTED
    unit = "percentage_point" if fact.measure == "change" else "percent"
    return msgspec.structs.replace(fact, value=fact.value / _AS_PRINTED, value_high=high, unit=unit)


def _fact(fact: Fact, kind: str) -> dict[str, object]:
    fact = _printed(fact)
    own = (*_COMMON, *_GUIDE[kind])
    added = (name for name in fact.__struct_fields__ if name not in own)
    return {name: _value(getattr(fact, name)) for name in (*own, *added)}


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        return msgspec.Raw(_digits(value).encode())
    if isinstance(value, tuple):
        return [_reason(each) if isinstance(each, Message) else each for each in value]
    return value


def _digits(value: Decimal) -> str:
    """`1E+3` as `1000`, `6.0` as `6`, `14.14` as it is; only what no number of a paper can be keeps its exponent."""
    if abs(value.adjusted()) > _MOST_DIGITS:
        return str(value.normalize(Context(prec=_MOST_DIGITS)))
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _reason(said: Message) -> dict[str, object]:
    return {"code": said.code, "params": dict(said.params)}


def _back(record: Mapping[str, msgspec.Raw], kind: type[Fact]) -> Fact:
    fields = dict(record)
    reasons = msgspec.json.decode(fields.pop("reasons", msgspec.Raw(b"[]")), type=typed(list[_Reason]))
    fact = msgspec.json.decode(msgspec.json.encode(fields), type=typed(kind))
    return msgspec.structs.replace(_kept(fact), reasons=tuple(_messages(reasons)))


def _messages(reasons: Iterable[_Reason]) -> Iterable[Message]:
    return (Message(each.code, tuple(each.params.items())) for each in reasons)
