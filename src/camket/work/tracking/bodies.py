"""Bodies named in cells: one that leads, those that help, and cells that name all and so nobody."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from camket import catalogue
from camket.grammar.letters import UPPER
from camket.model.message import Message, message
from camket.work.bodies import body_named as named_by_words
from camket.work.tracking.reading import any_of, squeezed, words

_KEPT = 8_192  # texts of cells come back row after row
_APART = re.compile(r"[\n;]|(?:^|\s)[-+•*]\s")
_COMMA = re.compile(r"\s*,\s*|\s+và\s+(?=(?:sở|ubnd|ban|công an|thanh tra|văn phòng)\b)", re.IGNORECASE)
_PLACE = re.compile(r" (?:tỉnh|thành phố)(?: \w+(?: \w+)?)?$")
_POINT = re.compile(r"(?<!\w)([A-Za-z]{1,2}\.)(?=\w)")
_COMMUNE = re.compile(rf"(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) (?P<name>[{UPPER}]\w*(?: [{UPPER}\d]\w*)*)")
"""A commune in the column of those who do the work is its committee."""
_AND = re.compile(r"\s*&\s*")
_LEADING = re.compile(r"(?i)^(?:cơ quan |đơn vị )?(?:chủ trì|phối hợp)\s*:\s*")
_HELPS = re.compile(r"(?i)[;,.(\n\s]*(?<!\w)(?:và )?phối hợp(?: với)?(?!\w)\s*:?")
_LABELLED = re.compile(r"(?is)\s*(?P<lead>[^()]+?)\s*\(chủ trì\)[\s;,.]*(?:(?P<help>[^()]+?)\s*\(phối hợp\)[\s;,.]*)?")
"""`Sở TC (chủ trì); Công an tỉnh, SYT (phối hợp)`: what each does stands behind it."""
_LONGEST, _LONGEST_KEPT = 80, 120


class Led(NamedTuple):
    """Who leads and who helps, by id of the catalogue, or as written where it has none; what is wrong."""

    lead: str
    supporting: tuple[str, ...] = ()
    trouble: tuple[Message, ...] = ()


@cache
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for body in catalogue.load_bodies():
        if body.level in ("centre", "ministry", "province", "department"):
            for name in (body.name, *body.aliases):
                known.setdefault(squeezed(name), body.id)
    return known


def _written(name: str) -> str:
    """A name as it is kept where the catalogue has no id: addresses hold it, and so it has no stroke."""
    return " ".join(name.replace("/", "-").split()).strip(" .,;:-")[:_LONGEST_KEPT].strip()


@lru_cache(maxsize=_KEPT)
def body_named(name: str) -> str:
    """The id of a body of the catalogue; the name as written where it has none, or one for all places (communes)."""
    written = _written(name)
    folded = _AND.sub(" và ", squeezed(written))
    folded = words().short_bodies.get(folded, folded)
    found = _of_catalogue(folded) or named_by_words(written)
    if found and _COMMUNE.fullmatch(found) is None:
        return found
    whole = _in_whole(written)
    commune = _COMMUNE.fullmatch(whole)
    if commune is not None:
        return f"UBND {commune['kind'].lower()} {commune['name']}"
    return _of_catalogue(squeezed(whole)) or named_by_words(whole) or written


def _of_catalogue(folded: str) -> str:
    known = _known()
    return known.get(folded) or known.get(_PLACE.sub("", folded)) or known.get(f"{folded} tỉnh") or ""


def _in_whole(written: str) -> str:
    """A name with its shortened words in whole: `UBND x. Lạc Thủy`, `Ban QL các KCN`."""
    short = words().short_words
    apart = _POINT.sub(r"\1 ", written).split()
    told = [short.get(squeezed(word), "") if at or not word.endswith(".") else "" for at, word in enumerate(apart)]
    return " ".join(whole or word for whole, word in zip(told, apart, strict=True))


def has_id(name: str) -> bool:
    """Whether a text is the name of a body of the catalogue."""
    found = body_named(name)
    return found != _written(name) and not found.startswith("UBND ")


@lru_cache(maxsize=_KEPT)
def is_body(name: str) -> bool:
    """Whether a text is the name of a body: one of the catalogue, or a short one that begins as such names do."""
    folded = squeezed(name).strip(" .,;:-")
    if has_id(name):
        return True
    return 0 < len(folded) <= _LONGEST and _begins(folded) and "," not in folded.partition(" ")[0]


@cache
def _beginning() -> re.Pattern[str]:
    return any_of(words().bodies_begin)


def _begins(folded: str) -> bool:
    return _beginning().match(folded) is not None


@lru_cache(maxsize=_KEPT)
def named_in(cell: str) -> tuple[str, ...]:
    """The bodies of a cell, one a line or with commas between; a name may hold commas itself."""
    found: list[str] = []
    for part in _APART.split(cell):
        written = _LEADING.sub("", part.strip(" .,;:-"))
        if written:
            found.extend(_of_line(written))
    return tuple(dict.fromkeys(found))


def _of_line(line: str) -> list[str]:
    apart = _COMMA.split(line)
    if len(apart) > 1 and all(map(has_id, apart)):
        pieces = apart
    elif has_id(line) or _names_many(line) or len(apart) == 1:
        pieces = [line]
    else:
        pieces = _joined(apart)
    return [body_named(piece) for piece in pieces if piece.strip(" .,;:-")]


def _joined(pieces: list[str]) -> list[str]:
    """Pieces between commas; one that begins no name belongs to that before it, or shares its `Sở`."""
    names: list[str] = []
    for piece in pieces:
        if not names or _begins(squeezed(piece)) or has_id(piece):
            names.append(piece)
        elif has_id(f"Sở {piece}") and squeezed(names[-1]).startswith("sở"):
            names.append(f"Sở {piece}")
        else:
            names[-1] = f"{names[-1]}, {piece}"
    return names


def _is_id(body: str) -> bool:
    """Whether a text is the id of a body of the catalogue."""
    return any(each.id == body for each in catalogue.load_bodies())


def led_by(cell: str) -> Led:
    """Who leads by a cell of leads, which may name who helps too. Of several bodies none is taken for the lead."""
    labelled = _LABELLED.fullmatch(cell)
    if labelled is not None:
        leading, helping = labelled["lead"], [labelled["help"] or ""]
    else:
        leading, *helping = _HELPS.split(cell, maxsplit=1)
    names = tuple(map(_with_kind, named_in(leading)))
    supporting = named_in("".join(helping))
    if not names:
        return Led("", supporting)
    shown = " ".join(leading.split())
    if len(names) > 1:
        return Led("", (*names, *supporting), (message("tracking.many_leads", found=shown, count=len(names)),))
    if _names_many(names[0]):
        return Led("", supporting, (message("tracking.no_single_lead", found=shown),))
    return Led(names[0], supporting)


@lru_cache(maxsize=_KEPT)
def _with_kind(name: str) -> str:
    """A department that the column of leads calls by what it is about: `Tài chính`."""
    if has_id(name) or _begins(squeezed(name)) or _is_id(name):
        return name
    department = body_named(f"Sở {name}")
    return department if _is_id(department) else name


def _names_many(name: str) -> bool:
    """Whether a name is of all of a kind: `các sở, ban, ngành`, `UBND các xã, phường`."""
    return any(word in words().collective for word in squeezed(name).split()[:2]) and not has_id(name)


@lru_cache(maxsize=_KEPT)
def name_of(body: str) -> str:
    """The Vietnamese name of a body; what is no id of the catalogue is a name itself."""
    return next((each.name for each in catalogue.load_bodies() if each.id == body), body)


@lru_cache(maxsize=_KEPT)
def successors_on(body: str, day: date) -> tuple[str, ...]:
    """Who does the work of a body that stands no more on a day; nobody where it stands or is not known."""
    found = next((each for each in catalogue.load_bodies() if each.id == body), None)
    if found is None or found.stands_on(day):
        return ()
    return found.successors
