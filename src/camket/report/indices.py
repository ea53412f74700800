"""Composite indices in words: score and rank year by year, a break where the index was made anew."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from camket import catalogue
from camket.model.composite import Composite, IndexBoard, IndexLine, Version
from camket.model.indicator import Name
from camket.model.message import message
from camket.model.series import Source
from camket.report.dates import period
from camket.report.naming import area_name, distance_text
from camket.report.notes import Notes
from camket.report.numbers import amount, number
from camket.report.view import IndexRow
from camket.report.wording import reason
from camket.words import Language, say, term

_MOST = 5


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a paper says: in words, its mention and place."""

    text: str
    statement: str
    source: Source


class PeriodView(msgspec.Struct, frozen=True, kw_only=True):
    """A period of an index; what is not known is empty or None.

    Attributes:
        when: the period.
        score: with its scale, where that is not a share.
        rank: among how many.
        change: of the score against the line before, with its sign; empty over a break.
        reason: what was compared, or why nothing is.
        made_anew: what changed, where this line begins another version.
        placed: what is said of a rank by the scores known here.
        components: the parts that papers tell.
    """

    when: str
    score: Told | None
    rank: Told | None
    change: str
    reason: str
    made_anew: str
    placed: str
    components: tuple[Told, ...]


class IndexView(msgspec.Struct, frozen=True, kw_only=True):
    """An index of an area, the latest period first."""

    key: str
    name: str
    publisher: str
    version: str
    periods: tuple[PeriodView, ...]


def index_view(board: IndexBoard, language: Language) -> IndexView:
    """A board in words."""
    index = next(each for each in catalogue.load_composites() if each.id == board.index)
    return IndexView(
        key=board.index,
        name=_name(board.name, language),
        publisher=_name(board.publisher, language),
        version=version_text(index, board.lines[0].version if board.lines else None, language),
        periods=tuple(_period(index, line, language) for line in board.lines),
    )


def index_rows(boards: Iterable[IndexBoard], usual: str, notes: Notes, language: Language) -> tuple[IndexRow, ...]:
    """One line an index and area, for a printed scoreboard: the latest periods first, with the notes of papers."""
    return tuple(_printed(board, usual, notes, language) for board in boards)


def version_text(index: Composite, id_: str | None, language: Language) -> str:
    """What a version is made of, since when, and how sure that is; empty where none is known."""
    version = next((each for each in index.versions if each.id == id_), None)
    if version is None:
        return ""
    said = [say(message("index.version.since", year=version.first), language)]
    if version.paper is not None:
        said.append(version.paper)
    said.append(_made_of(version, language))
    if version.confidence == "unverified":
        said.append(term("index.version.unverified", language))
    return ", ".join(filter(None, said))


def _made_of(version: Version, language: Language) -> str:
    if version.main is None:
        return ""
    if version.parts is None:
        return say(message("index.version.main", main=version.main), language)
    return say(message("index.version.parts", main=version.main, parts=version.parts), language)


def _period(index: Composite, line: IndexLine, language: Language) -> PeriodView:
    return PeriodView(
        when=period(line.period, language),
        score=_told(_score(index, line, language), line.score_statement, line.score_source),
        rank=_told(_rank(line, language), line.rank_statement, line.rank_source),
        change=distance_text(line.change, line.unit, language),
        reason=reason(line.reason, language, line.unit),
        made_anew=version_text(index, line.version, language) if line.breaks else "",
        placed=_placed(line, language),
        components=tuple(
            Told(
                text=f"{_name(each.name, language)} {_of(each.value, each.most, language)}",
                statement=each.statement,
                source=each.source,
            )
            for each in line.components
        ),
    )


def _told(text: str, statement: str | None, source: Source | None) -> Told | None:
    if not text or statement is None or source is None:
        return None
    return Told(text=text, statement=statement, source=source)


def _score(index: Composite, line: IndexLine, language: Language) -> str:
    """`69,08/100 điểm`; a share says its own scale."""
    if line.score is None:
        return ""
    version = next((each for each in index.versions if each.id == line.version), None)
    shown = amount(line.score, line.unit or "score", language)
    if version is None or version.unit == "percent":
        return shown
    return say(
        message("index.score", score=number(line.score, language), scale=number(version.scale, language)), language
    )


def _rank(line: IndexLine, language: Language) -> str:
    if line.rank is None:
        return ""
    return _of(line.rank, Decimal(line.ranked) if line.ranked is not None else None, language)


def _of(value: Decimal, most: Decimal | None, language: Language) -> str:
    return number(value, language) + (f"/{number(most, language)}" if most else "")


def _placed(line: IndexLine, language: Language) -> str:
    """A rank by scores where those of all are known; else how many are, where there are others at all."""
    if line.placed is not None:
        return say(message("index.placed", rank=line.placed, count=line.known), language)
    if line.ranked is None or line.known < 2:
        return ""
    return say(message("index.not_placed", known=line.known, count=line.ranked), language)


def _printed(board: IndexBoard, usual: str, notes: Notes, language: Language) -> IndexRow:
    view = index_view(board, language)
    place = area_name(board.area, language)
    parts, noted = [], []
    for each in view.periods[:_MOST]:
        told = [said for said in (each.score, each.rank) if said is not None]
        noted += [notes.number(said.source) for said in told]
        ranked = say(message("index.rank", rank=each.rank.text), language) if each.rank is not None else ""
        said = ", ".join(filter(None, (each.score.text if each.score is not None else "", ranked)))
        anew = term("index.anew", language) if each.made_anew else ""
        known = f" [{'; '.join(part.text for part in each.components)}]" if each.components else ""
        parts.append(f"{said} ({', '.join(filter(None, (each.when, anew)))}){known}")
    return IndexRow(
        name=view.name if place == usual else f"{view.name}, {place}",
        said="; ".join(parts),
        notes=tuple(dict.fromkeys(noted)),
    )


def _name(name: Name, language: Language) -> str:
    return name.vi if language == "vi" else name.en
