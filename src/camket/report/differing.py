"""Differences in words: of what, why, and paper by paper what is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from camket.model.message import Message
from camket.model.scoreboard import DifferenceLine
from camket.model.series import Source
from camket.report.dates import day, period
from camket.report.layout import shortened
from camket.report.naming import area_name, file_name, indicator_name, measure_name, short_name, source_name
from camket.report.notes import Notes
from camket.report.numbers import bound
from camket.report.view import DifferenceRow, Side
from camket.report.wording import reason
from camket.words import Language, term

_TITLE = 70  # letters of a title within a sentence; the whole one stands with its source


def difference_row(line: DifferenceLine, notes: Notes, language: Language, usual_area: str) -> DifferenceRow:
    """A difference; where its reason names numbers the papers' own words stand for them, with their units."""
    params = dict(line.reason.params)
    papers = _by_paper(_told(line, language))
    subject = _brief_subject(params, language, usual_area)
    is_tally = line.kind in ("tallies", "progress")
    told = reason(papers_named(line.reason), language) if is_tally else "; ".join(_brief(papers, language))
    return DifferenceRow(
        kind=term(f"difference.{line.kind}", language),
        is_tally=is_tally,
        subject=_subject(params, language),
        reason=" ".join((difference_reason(line, language), *_likely(line, language))),
        brief=f"{subject}: {told}" if subject else told,
        sides=tuple(_side(own, notes, language) for own in papers),
    )


def difference_reason(line: DifferenceLine, language: Language) -> str:
    """Why a difference is one, in words; its numbers as the papers print them."""
    said = line.reason
    if quotes := [_quoted(each, language) for each in _told(line, language)]:
        said = with_words(said, values="; ".join(dict.fromkeys(quotes)), first=quotes[0], last=quotes[-1])
    return reason(titles_cut(said), language)


def _likely(line: DifferenceLine, language: Language) -> tuple[str, ...]:
    """Why they are likely to differ; that nobody knows is not worth a sentence."""
    told = (each for each in line.likely if each.kind != "unknown")
    return tuple(reason(titles_cut(each.reason), language) for each in told)


def with_words(said: Message, **words: str) -> Message:
    """The message with some of its parameters, if it has them, in other words."""
    return Message(said.code, tuple((name, words.get(name, value)) for name, value in said.params))


def papers_named(said: Message) -> Message:
    """The message with the ids of papers for their titles."""
    params = dict(said.params)
    ids = {f"{name}_source": params[f"{name}_document"] for name in ("one", "other") if f"{name}_document" in params}
    return with_words(said, **ids)


def titles_cut(said: Message) -> Message:
    """The message with long titles of papers cut."""
    params = dict(said.params)
    return with_words(
        said, **{name: shortened(params[name], _TITLE) for name in ("one_source", "other_source") if name in params}
    )


class _Told(NamedTuple):
    """A source with its words; those of a published value are its number."""

    source: Source
    words: str


def _told(line: DifferenceLine, language: Language) -> list[_Told]:
    return [
        _Told(source, source.quote or (source_name(source, language) if number is None else bound(number, language)))
        for source, number in zip_longest(line.sources, line.numbers)
    ]


def _quoted(told: _Told, language: Language) -> str:
    """What a source says within a sentence; in English the words of a Vietnamese paper stand in quotation marks."""
    is_of_paper = bool(told.source.quote) and told.source.start is not None
    return f"“{told.words}”" if is_of_paper and language != "vi" else told.words


def _by_paper(told: Sequence[_Told]) -> list[list[_Told]]:
    papers: dict[str, list[_Told]] = {}
    for each in told:
        papers.setdefault(each.source.document, []).append(each)
    return list(papers.values())


def _brief(papers: Sequence[Sequence[_Told]], language: Language) -> Iterator[str]:
    """What is said, each once, and by which files and sites."""
    said: dict[str, list[str]] = {}
    for own in papers:
        words = ", ".join(dict.fromkeys(" ".join(each.words.split()) for each in own))
        said.setdefault(words, []).append(file_name(own[0].source, language))
    return (f"{words} ({', '.join(names)})" for words, names in said.items())


def _side(own: Sequence[_Told], notes: Notes, language: Language) -> Side:
    first = own[0].source
    return Side(
        document=source_name(first, language),
        published=day(first.published, language) if first.published else "",
        quotes=tuple((each.words, notes.number(each.source)) for each in own),
    )


def _subject(params: Mapping[str, str], language: Language) -> str:
    """Of what, where and when, as far as the reason names them."""
    name = indicator_name(params["indicator"], params["indicator"], language) if "indicator" in params else ""
    return _joined(
        _measured(name, params, language),
        area_name(params.get("area"), language),
        period(params.get("period"), language),
    )


def _brief_subject(params: Mapping[str, str], language: Language, usual_area: str) -> str:
    """The same in few words: the abbreviation of the indicator, the area where it is not the usual one."""
    name = indicator_name(params["indicator"], params["indicator"], language) if "indicator" in params else ""
    area = area_name(params.get("area"), language)
    return _joined(
        _measured(short_name(name), params, language),
        area if area != usual_area else "",
        period(params.get("period"), language),
    )


def _measured(name: str, params: Mapping[str, str], language: Language) -> str:
    measure = measure_name(params.get("measure", "level"), language)
    return f"{name} ({measure})" if measure else name


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
