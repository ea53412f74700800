"""Findings in words: in which paper, on which line, of which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import PurePath

from camket.findings import Finding
from camket.model.message import Message
from camket.model.series import OTHER
from camket.report.naming import indicator_name, short_name
from camket.report.view import FindingGroup, Tone
from camket.report.wording import reason
from camket.words import Language, say, term

_LEVELS: Mapping[str, Tone] = {"error": "bad", "warning": "warn", "info": "quiet"}  # the worst first
_OF_FILES = ("file", "folder")
_LONGEST = 100


def finding_groups(
    findings: Iterable[Finding],
    language: Language,
    *,
    texts: Mapping[str, str],
    names: Mapping[str, str],
    words: Mapping[str, str],
) -> tuple[FindingGroup, ...]:
    """The findings of each code together, the worst first; no path of this machine is in them."""
    order = list(_LEVELS)
    ordered = sorted(findings, key=lambda each: (order.index(each.level), each.message.code))
    return tuple(
        FindingGroup(
            level=term(f"level.{level}", language),
            tone=_LEVELS[level],
            lines=tuple(finding_line(each, language, texts=texts, words=words, names=names) for each in group),
        )
        for (level, _), group in groupby(ordered, key=lambda each: (each.level, each.message.code))
    )


def finding_line(
    finding: Finding,
    language: Language,
    *,
    texts: Mapping[str, str],
    words: Mapping[str, str],
    names: Mapping[str, str] | None = None,
) -> str:
    """One finding as a sentence, its paper and line in front.

    Args:
        finding: what was noticed.
        language: of the sentence.
        texts: the text of each paper by its id, for the number of the line.
        words: the papers' words for indicators that the catalogue does not have.
        names: what each file is called, by its path; None where whole paths may be shown.
    """
    told = {name: _shown(value, names) if name in _OF_FILES else value for name, value in finding.message.params}
    if "subject" in told:
        told["subject"] = _subject(told["subject"], words, language)
    said = reason(Message(finding.message.code, tuple(told.items())), language)
    where = _shown(finding.where or "", names)
    if finding.start is not None and finding.end is not None:
        text = texts.get(finding.where or "", "")
        quote = text[finding.start : finding.end]
        if quote and quote not in said:
            said = f"“{_short(quote)}”: {said}"
        line = text.count("\n", 0, finding.start) + 1
        where = say(Message("finding.at_line", (("where", where), ("line", str(line)))), language) if text else where
    return f"{where}: {said}" if where and where not in said else said


def _short(quote: str) -> str:
    """The words of a span in one line: of a table its first row, of a long sentence its beginning."""
    first, _, rest = quote.strip().partition("\n")
    words = " ".join(first.split())
    if len(words) > _LONGEST:
        return words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{words} …" if rest else words


def _shown(path: str, names: Mapping[str, str] | None) -> str:
    """A path as others may read it."""
    if names is None:
        return path
    return names.get(path) or (PurePath(path).name if PurePath(path).is_absolute() else path)


def _subject(subject: str, words: Mapping[str, str], language: Language) -> str:
    """What a finding is about: the name of an indicator, or the words of the paper."""
    if subject.startswith(OTHER):
        return indicator_name(subject, words.get(subject), language)
    return short_name(indicator_name(subject, subject, language))
