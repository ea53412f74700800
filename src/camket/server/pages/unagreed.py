"""Figures not yet agreed as pages show them: to the public what is approved, to the office all, each with its mark.

A list of tallies says of every tally what was claimed and what is counted. Whether both can be true is told to the
public of those alone whose difference is approved: were it told of those that fit, the others would be known by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from django.http import HttpRequest

from camket.model.scoreboard import DifferenceLine
from camket.report.differing import titles_cut
from camket.report.view import TallyRow
from camket.report.wording import reason
from camket.server.pages import boards
from camket.server.pages.models import Board, BoardDifference
from camket.server.pages.seeing import reader_of
from camket.server.pages.work_board import KeptFinding, numbers_of
from camket.server.registry import access, unagreed
from camket.server.registry.access import Reader
from camket.server.registry.keys import mention_key, unpack
from camket.server.registry.unagreed import Unagreed
from camket.words import Language, term

_OF_TALLIES = ("claim", "tallies")
_FITS = "compatible"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the public reads of it; `key` is empty where whoever looks decides nothing.

    Attributes:
        key: of what is said, as forms send it.
        words, tone: as the page shows it.
        approved: whether it is approved: then it can be closed again.
        opens: whether it can be approved: anybody may see all that it rests on.
    """

    key: str
    words: str
    tone: str
    approved: bool
    opens: bool


def shown_to_public(board: Board, reader: Reader, place: str) -> int:
    """How many differences of a place a reader may read who is not of the office."""
    rows = board.differences.filter(access.differences(reader, contradicting=True), place=place)
    return rows.count()


def marks(request: HttpRequest, keys: Sequence[bytes], language: Language) -> dict[bytes, Mark]:
    """By key the mark of what an officer looks at; nothing for others."""
    if not keys or not access.is_of_office(reader_of(request)):
        return {}
    board = boards.of_public()
    public = known(board, keys) if board is not None else {}
    held = unagreed.approved(keys)
    return {key: _mark(key, key in held, key in public, language) for key in keys}


def _mark(key: bytes, approved: bool, public: bool, language: Language) -> Mark:
    name = "public" if approved and public else "waiting" if public else "internal"
    tones = {"public": "good", "waiting": "warn", "internal": "quiet"}
    words = term(f"differences.mark.{name}", language)
    return Mark(key=key.hex(), words=words, tone=tones[name], approved=approved, opens=public and not approved)


def known(board: Board, keys: Iterable[bytes]) -> dict[bytes, Unagreed]:
    """What a board says that has one of some keys: lines of figures, and findings in numbers of work."""
    asked = set(keys)
    rows = board.differences.filter(contradicting=True, key__in=list(asked)).values_list("packed", flat=True)
    lines = (unagreed.unagreed_of_line(unpack(packed, DifferenceLine)) for packed in rows)
    found = {each.key: each for each in lines}
    if asked - found.keys():
        told = (unagreed_of_finding(each) for each in numbers_of(board).findings if each.verdict != _FITS)
        found |= {each.key: each for each in told if each.key in asked}
    return found


def waiting(board: Board) -> int:
    """How many lines of figures of the public's board are not approved."""
    rows = board.differences.filter(contradicting=True)
    return rows.exclude(pk__in=rows.filter(access.differences(access.PUBLIC, contradicting=True)).values("pk")).count()


def waiting_of_work(board: Board) -> int:
    """How many findings in numbers of work are not approved, besides those that a line of figures tells."""
    keys = {key_of_finding(each) for each in findings_alone(board)}
    return len(keys - unagreed.approved(keys))


def findings_alone(board: Board) -> list[KeptFinding]:
    """The findings in numbers of work that wait for an approval of their own: no line of figures tells the same."""
    return [each for each in numbers_of(board).findings if each.verdict != _FITS and not each.key]


def key_of_finding(finding: KeptFinding) -> bytes:
    """The key of a finding in numbers of work: that of the line which tells the same, else its words and reasons."""
    if finding.key:
        return finding.key
    quotes = [(quote.slug, quote.quote) for quote in finding.quotes]
    return unagreed.key_of(finding.kind, finding.verdict, quotes, finding.reason, finding.tried, finding.likely)


def unagreed_of_finding(finding: KeptFinding) -> Unagreed:
    """A finding as what is approved."""
    return Unagreed(key=key_of_finding(finding), papers=tuple(dict.fromkeys(each.slug for each in finding.quotes)))


def findings_seen(reader: Reader, findings: Sequence[KeptFinding]) -> list[KeptFinding]:
    """The findings that a reader may read: those that fit, and of the others, doubtful ones too, the approved."""
    if access.is_of_office(reader):
        return list(findings)
    keys = {id(each): key_of_finding(each) for each in findings if each.verdict != _FITS}
    held = unagreed.approved(keys.values())
    return [each for each in findings if id(each) not in keys or keys[id(each)] in held]


class Tallies:
    """What of the tallies of a board a reader is told; one question for all, and none for the office."""

    def __init__(self, board: Board, reader: Reader, language: Language) -> None:
        self._language = language
        self._told = None if access.is_of_office(reader) else _told(board, reader)

    def row(self, row: TallyRow, statement: str) -> TallyRow:
        """A tally as it is shown; without a verdict where none may be told."""
        if self._told is None:
            return row
        line = self._told.get(mention_key(statement))
        if line is None:
            return msgspec.structs.replace(
                row, verdict="cannot_tell", verdict_text="", tone="quiet", reason="", brief=""
            )
        words = term("verdict.contradicting", self._language)
        why = reason(titles_cut(line.reason), self._language)
        return msgspec.structs.replace(
            row, verdict="contradicting", verdict_text=words, tone="bad", reason=why, brief=""
        )


def _told(board: Board, reader: Reader) -> Mapping[bytes, DifferenceLine]:
    """By mention the first approved difference of tallies that it is of."""
    rows = BoardDifference.objects.filter(access.differences(reader, contradicting=True), board=board)
    found: dict[bytes, DifferenceLine] = {}
    for packed in rows.filter(kind__in=_OF_TALLIES).order_by("order").values_list("packed", flat=True):
        line = unpack(packed, DifferenceLine)
        for mention in line.statements:
            found.setdefault(mention_key(mention), line)
    return found
