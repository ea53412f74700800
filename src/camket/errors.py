"""The few exceptions of camket. Each says what happened, where, and what to do about it.

Trouble *in a document* is not an exception but a finding (`camket.findings`).
"""

from __future__ import annotations

from camket.model.message import Message, message


class CamketError(Exception):
    """Base of all. `message` is a code of `camket.words`; `str()` gives it bare, for logs."""

    def __init__(self, code: str, /, **params: object) -> None:
        self.message: Message = message(code, **params)
        super().__init__(f"{code}: {', '.join(f'{name}={value}' for name, value in self.message.params)}")


class UsageError(CamketError):
    """The command or call was used wrongly: a path that does not exist, an option out of range. Exit code 2."""


class ReadError(CamketError):
    """A file cannot be turned into text. The other files are still read."""


class CatalogueError(CamketError):
    """An entry of the catalogue is wrong: names the file, the entry and what is expected."""


class RuleError(CamketError):
    """A rule's record is wrong: names the rule and what is expected."""
