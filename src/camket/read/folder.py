"""From the paths a person gives to the files to read, each with the name of its output."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket.errors import ReadError, UsageError
from camket.findings import Finding
from camket.model.message import message
from camket.read.foreign import FOREIGN, first_bytes, foreign_format, is_archive
from camket.read.formats import formats
from camket.read.limits import DEFAULT, Limits

_RESERVED = "manifest"
_ARCHIVE = ".zip"
_SHOWN = 3


class Input(NamedTuple):
    """A file to read.

    Attributes:
        path: where it is; of a file in an archive, where the archive is.
        name: its path below the given folder without suffix, unique among the inputs.
        below: its path below the given folder.
        members: the way to it in an archive.
    """

    path: Path
    name: str
    below: str
    members: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What it is called in messages."""
        return "/".join((str(self.path), *self.members))


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The files found, in order, and what was passed over."""

    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...] = ()


class _Listed(NamedTuple):
    path: Path
    root: Path
    below: Path
    members: tuple[str, ...] = ()


def find_documents(paths: Iterable[str | Path], *, leave_out: Path | None = None, limits: Limits = DEFAULT) -> Listing:
    """List files, folders and archives. Folders are walked in the order of names; hidden files are passed over.

    A file that is given itself is taken whatever its name; in folders and archives those are whose name or content is
    of a known format. An archive stands for the files in it, and so does a letter sent by mail.

    Args:
        paths: files and folders.
        leave_out: a folder that is not walked (where the output goes).
        limits: what an archive may cost.

    Raises:
        UsageError: a path does not exist.
    """
    listed: list[_Listed] = []
    findings: list[Finding] = []
    for path in map(Path, paths):
        if path.is_dir():
            found, noted = _folder(path, leave_out)
            listed.extend(found)
            findings.extend(noted)
        elif path.exists() or path.is_symlink():
            listed.append(_Listed(path, path.parent, Path(path.name)))
        else:
            raise UsageError("read.missing", file=path)
    first: dict[Path, _Listed] = {}
    for each in listed:
        first.setdefault(_real(each.path), each)
    unique = [inner for each in first.values() for inner in _unpacked(each, findings, limits)]
    inputs = (
        Input(each.path, name, each.below.as_posix(), each.members)
        for each, name in zip(unique, _names(unique), strict=True)
    )
    return Listing(inputs=tuple(inputs), findings=tuple(findings))


def _unpacked(each: _Listed, findings: list[Finding], limits: Limits) -> list[_Listed]:
    """The file itself, or where it is an archive the files in it."""
    if not is_archive(first_bytes(each.path)):
        return [each]
    # Loaded late: a folder without archives needs no process that reads them.
    from camket.read.loading import archive_members

    try:
        listed = archive_members(each.path, limits)
    except ReadError as error:
        findings.append(Finding(message=error.message, level="error", where=str(each.path)))
        return []
    findings.extend(listed.findings)
    found: list[_Listed] = []
    passed = _Passed(each.path)
    for member in listed.members:
        if is_paper(member.way[-1], member.start):
            found.append(_Listed(each.path, each.root, Path(each.below, *member.way), member.way))
        else:
            passed.add("/".join(member.way), member.start)
    findings.extend(passed.findings())
    if not found:
        findings.append(Finding(message=message("read.archive_empty", file=each.path), where=str(each.path)))
    return found


def is_paper(name: str, start: bytes) -> bool:
    """Whether a file is taken: by the suffix of a known format, or because its content is of one that has signs."""
    return Path(name).suffix.lower() in _suffixes() or any(
        each.recognises(start) for each in formats() if not each.takes_rest
    )


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(suffix for each in formats() for suffix in each.suffixes)


class _Passed:
    """Files that were passed over, gathered by suffix and format."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[tuple[str, str], list[str]] = {}

    def add(self, name: str, start: bytes) -> None:
        """One more file."""
        kind = foreign_format(start)
        about = (Path(name).suffix.lower(), kind.name if kind is not None else "")
        self._names.setdefault(about, []).append(name)

    def findings(self) -> list[Finding]:
        """What is said of them."""
        return [_passed_over(self._root, *about, names) for about, names in sorted(self._names.items())]


def _real(path: Path) -> Path:
    """Where a path leads; links that lead to one another lead nowhere, and stay for the reader to report."""
    return Path(os.path.realpath(path))


def _folder(root: Path, leave_out: Path | None) -> tuple[list[_Listed], list[Finding]]:
    found: list[_Listed] = []
    passed = _Passed(root)
    for path in _walk(root, _real(leave_out) if leave_out else None):
        below = path.relative_to(root)
        start = b"" if path.suffix.lower() in _suffixes() else first_bytes(path)
        broken = path.suffix.lower() == _ARCHIVE and foreign_format(start) is None  # the reader tells what it is
        if is_archive(start) or broken or is_paper(path.name, start):
            found.append(_Listed(path, root, below))
        else:
            passed.add(below.as_posix(), start)
    findings = passed.findings()
    if not found:
        findings.append(Finding(message=message("read.empty_folder", folder=root), where=str(root)))
    return found, findings


def _walk(root: Path, leave_out: Path | None) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _real(here / name) != leave_out)
        yield from (here / name for name in sorted(files) if not name.startswith(".") and _readable(here / name))


def _readable(path: Path) -> bool:
    """Pipes and devices could be read for ever; a broken link is left for the reader to report."""
    return path.is_file() or path.is_symlink()


def _passed_over(root: Path, suffix: str, kind: str, names: Sequence[str]) -> Finding:
    """What was not read; a paper in a format that camket does not read yet is worth a look."""
    shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
    foreign = FOREIGN.get(kind)
    if foreign is None:
        passed = message("read.skipped", count=len(names), suffix=suffix or "-", names=shown)
        return Finding(message=passed, level="info", where=str(root))
    code = f"read.skipped_{foreign.kind}"
    passed = message(code, count=len(names), suffix=suffix or "-", names=shown, format=foreign.name)
    return Finding(message=passed, level="info" if foreign.kind == "image" else "warning", where=str(root))


def _names(listed: Sequence[_Listed]) -> list[str]:
    """Output names: where two would be the same, each says more of its path until all differ."""
    levels = [0] * len(listed)
    while True:
        names = [_name(each, level) for each, level in zip(listed, levels, strict=True)]
        groups: dict[str, list[int]] = {}
        for place, name in enumerate(names):
            groups.setdefault(name, []).append(place)
        clashing = [group for name, group in groups.items() if len(group) > 1 or name == _RESERVED]
        if not clashing:
            return names
        for group in clashing:
            least = min(levels[place] for place in group)
            for place in group:
                levels[place] += levels[place] == least


def _name(each: _Listed, level: int) -> str:
    """Level 0 without suffix, 1 with it, then with one more folder from above; at the end the whole path."""
    if level == 0:
        return each.below.with_suffix("").as_posix()
    above = each.root.resolve().parts[1:]
    taken = above[max(0, len(above) - level + 1) :] if level > 1 else ()
    return Path(*taken, each.below).as_posix()
