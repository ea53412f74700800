"""The few pieces of HTML that the page is made of. Everything that comes from a paper is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from camket.report.view import Tone

Cells = Sequence[str]


def text(raw: str) -> str:
    """A text, escaped."""
    return escape(raw)


def state(word: str, tone: Tone) -> str:
    """A state: its word, in its colour."""
    return f'<span class="state {tone}">{escape(word)}</span>'


def linked(shown: str, *notes: int | None) -> str:
    """A figure that links to its sentence; where several papers say it, the others follow as bare links."""
    known = [note for note in notes if note is not None]
    if not known or not shown:
        return escape(shown)
    return f'<a href="#s{known[0]}">{escape(shown)}</a>{"".join(map(reference, known[1:]))}'


def reference(note: int) -> str:
    """A bare link to a sentence, after a text that is too long to be one."""
    return f'<a class="ref" href="#s{note}">[{note}]</a>'


def folded(summary: str, content: str) -> str:
    """A part that opens on demand; `summary` is text, `content` is markup."""
    return f"<details><summary>{escape(summary)}</summary>{content}</details>"


def small(raw: str) -> str:
    """A second line under a figure; nothing where there is none."""
    return f"<small>{escape(raw)}</small>" if raw else ""


def table(caption: str, headers: Sequence[str], rows: Iterable[Cells], *, titled: bool = False, kind: str = "") -> str:
    """A table with caption and scopes; on a phone each row becomes a card, so the roles are given again.

    Where the heading above says the same (`titled`) the caption is for readers of the page by ear only. `kind` names
    tables whose columns are set by the style.
    """
    head = "".join(f'<th scope="col" role="columnheader">{escape(header)}</th>' for header in headers)
    unseen = ' class="unseen"' if titled else ""
    named = f' class="{kind}"' if kind else ""
    body = "".join(_row(headers, row) for row in rows)
    return (
        f'<table role="table"{named}><caption{unseen}>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def section(identity: str, title: str, content: str, detail: str = "") -> str:
    """A part of the page."""
    under = f'<p class="detail">{escape(detail)}</p>' if detail else ""
    heading = f'<h2 id="{identity}-h">{escape(title)}</h2>'
    return f'<section id="{identity}" aria-labelledby="{identity}-h">{heading}{under}{content}</section>'


def _row(headers: Sequence[str], row: Cells) -> str:
    cells = [f'<th scope="row" role="rowheader">{row[0]}</th>']
    for header, cell in zip(headers[1:], row[1:], strict=True):
        none = "" if cell else ' class="none"'
        cells.append(f'<td role="cell" data-label="{escape(header)}"{none}><div>{cell}</div></td>')
    return f'<tr role="row">{"".join(cells)}</tr>'
