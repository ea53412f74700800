"""Corrections made and ended: what is asked is checked, looked at, and done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

import msgspec

from camket import catalogue
from camket.errors import UsageError
from camket.grammar.fold import fold
from camket.model.correction import Correction, CorrectionKind
from camket.model.document import Head
from camket.model.series import OTHER
from camket.resolve.areas import forms_of, has_entry
from camket.resolve.corrections import Corrections, correction_key
from camket.server.registry.access import Reader
from camket.server.registry.acting import Act
from camket.server.registry.corrected import Effect, Move, effect, moves, touched_papers
from camket.server.registry.held import held, record, rows_held
from camket.server.registry.keys import unpack
from camket.server.registry.models import Correction as Row
from camket.server.registry.models import Document, Placement
from camket.server.registry.papers import paper_of
from camket.server.registry.placing import forget_empty_series, replace
from camket.server.registry.rows import HEAD_FIELDS, set_head
from camket.server.registry.sources import settle_sources
from camket.server.registry.standing import settle

_LONGEST = 400
_UNNAMED = "unnamed"  # figures of which the words name nothing


def named(kind: CorrectionKind, of: str, to: str) -> Correction:
    """A name given to an indicator, a body or an area, checked.

    Raises:
        UsageError: the catalogue has nothing called `to`, or knows the name itself.
    """
    key = correction_key(kind, of)
    if key.removeprefix(OTHER).strip() in ("", _UNNAMED) or len(of) > _LONGEST:
        raise UsageError("correction.no_name", name=of)
    if to not in _known(kind) and not (kind == "area" and _is_area(to)):
        raise UsageError(f"correction.no_{kind}", id=to)
    if _is_of_the_catalogue(kind, of):
        raise UsageError("correction.known_name", name=of)
    return Correction(kind=kind, of=of, to=to)


def mended(slug: str, day: date | None, area: str | None) -> tuple[Correction, ...]:
    """The day and the area given to a paper, checked.

    Raises:
        UsageError: there is no such paper or area, or nothing to mend was said.
    """
    if day is None and area is None:
        raise UsageError("correction.nothing")
    if area is not None and area not in _known("area") and not _is_area(area):
        raise UsageError("correction.no_area", id=area)
    digest = bytes(paper_of(slug).sha256).hex()
    asked = [Correction(kind="paper_date", of=digest, to=day.isoformat())] if day is not None else []
    asked += [Correction(kind="paper_area", of=digest, to=area)] if area is not None else []
    return tuple(asked)


def looked_at(asked: Sequence[Correction], reader: Reader | None = None) -> list[Move]:
    """What corrections would move; for a reader of what he may see."""
    fresh = _fresh(asked)
    return moves(touched_papers(fresh), held(added=fresh), reader)


def ending_looked_at(number: int, reader: Reader | None = None) -> list[Move]:
    """What the end of a correction would move; for a reader of what he may see.

    Raises:
        UsageError: no such correction holds.
    """
    row = holding(number)
    return moves(touched_papers([record(row)]), held(without=row.id), reader)


def make(act: Act, asked: Sequence[Correction], why: str) -> Effect:
    """Keep corrections and place anew what they move; those that hold already change nothing."""
    fresh = _fresh(asked)
    papers = touched_papers(fresh)
    moved = moves(papers, held(added=fresh))
    told = effect(moved)
    rows = [_row(each, act, why) for each in fresh]
    for row in rows:
        row.save()
        act.touched("correction", row.id)
        act.noted(**{row.kind: row.to, f"{row.kind}_of": sha256(row.key.encode()).hexdigest()[:16]})
    act.noted(statements=told.statements, papers=told.papers)
    place_anew(papers if _of_papers(fresh) else _papers(moved), heads=_of_papers(fresh))
    return msgspec.structs.replace(told, numbers=tuple(row.id for row in rows))


def end(act: Act, number: int, why: str) -> Effect:
    """Revoke a correction and place anew what it had moved."""
    row = holding(number)
    asked = [record(row)]
    papers = touched_papers(asked)
    moved = moves(papers, held(without=row.id))
    told = effect(moved)
    row.revoked_at, row.revoked_by, row.revoked_why = act.at, act.who.name, why
    row.save()
    act.touched("correction", row.id)
    act.noted(statements=told.statements, papers=told.papers)
    place_anew(papers if _of_papers(asked) else _papers(moved), heads=_of_papers(asked))
    return msgspec.structs.replace(told, numbers=(row.id,))


def place_anew(papers: Iterable[int], *, heads: bool = False) -> None:
    """Place papers by the corrections that hold, and choose anew what stands; with `heads` their days and areas too."""
    rows = Document.objects.filter(id__in=set(papers), withdrawn_on__isnull=True)
    groups = set()
    if heads:
        corrections = held()
        for row in rows:
            _set_head(row, corrections)
        groups |= settle_sources({_bytes(row.text_key) for row in rows})
    left = set(Placement.objects.filter(fact__document__in=rows).values_list("series_id", flat=True))
    groups |= replace(rows)
    settle(groups)
    forget_empty_series(left)


def holding(number: int) -> Row:
    """A correction that holds.

    Raises:
        UsageError: there is none of that number, or it was revoked.
    """
    row = rows_held().filter(id=number).first()
    if row is None:
        raise UsageError("correction.not_held", number=number)
    return row


def _papers(moved: Iterable[Move]) -> set[int]:
    return {each.paper for each in moved}


def _set_head(row: Document, corrections: Corrections) -> None:
    set_head(row, unpack(row.head, Head), corrections)
    row.save(update_fields=list(HEAD_FIELDS))


def _fresh(asked: Sequence[Correction]) -> list[Correction]:
    """Those that do not hold already."""
    known = {(row.kind, row.key): row.to for row in rows_held()}
    return [each for each in asked if known.get((each.kind, correction_key(each.kind, each.of))) != each.to]


def _row(asked: Correction, act: Act, why: str) -> Row:
    key = correction_key(asked.kind, asked.of)[:_LONGEST]
    return Row(kind=asked.kind, key=key, of=asked.of, to=asked.to, who=act.who.name, at=act.at, why=why)


def _of_papers(asked: Iterable[Correction]) -> bool:
    return any(each.kind in ("paper_date", "paper_area") for each in asked)


def _known(kind: CorrectionKind) -> frozenset[str]:
    if kind == "indicator":
        return frozenset(each.id for each in catalogue.load_indicators())
    if kind == "body":
        return frozenset(each.id for each in catalogue.load_bodies())
    return frozenset(each.slug for each in catalogue.load_areas())


def _is_area(name: str) -> bool:
    return bool(forms_of(name) - {name})


def _is_of_the_catalogue(kind: CorrectionKind, of: str) -> bool:
    if kind == "indicator":
        return of in _known(kind) or any(
            fold(of) == fold(name) for each in catalogue.load_indicators() for name in (each.name.vi, *each.aliases)
        )
    if kind == "body":
        names = (name for each in catalogue.load_bodies() for name in (each.name, *each.aliases))
        return any(fold(of) == fold(name) for name in names)
    return has_entry(of)


def _bytes(key: bytes | memoryview | None) -> bytes | None:
    return None if key is None else bytes(key)
