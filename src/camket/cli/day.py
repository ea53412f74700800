"""A day on the command line: `2025-06-30`, or `30/6/2025` as people write it in Viet Nam."""

from __future__ import annotations

import re
from datetime import date

import click

from camket.errors import UsageError

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_WRITTEN = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII)


def to_day(_context: click.Context, _parameter: click.Parameter, written: str | None) -> date | None:
    """The day of an option's value; for `callback=` of an option.

    Raises:
        UsageError: it is no day of the calendar.
    """
    if written is None:
        return None
    found = _ISO.fullmatch(written) or _WRITTEN.fullmatch(written)
    if found is None:
        raise UsageError("cli.bad_day", value=written)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError as error:
        raise UsageError("cli.bad_day", value=written) from error
