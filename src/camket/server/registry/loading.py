"""Files into the registry: bytes kept, text read, facts taken out and placed, everything written, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec
from django.db.models import QuerySet

from camket.batch import Given, Readers
from camket.errors import CamketError, UsageError
from camket.findings import Finding
from camket.model.extraction import Extraction
from camket.model.message import Message, message
from camket.read.ahead import request_of_bytes, with_docx
from camket.read.folder import Input
from camket.read.limits import DEFAULT, Limits
from camket.read.loading import bytes_of
from camket.read.worker import Request
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.load import load_papers, rename_paper
from camket.server.registry.files import FileStore
from camket.server.registry.intake import VERSION, Arrival, may_name
from camket.server.registry.models.document import Stage
from camket.server.registry.withdrawing import refused

BATCH = 25
"""How many papers one transaction takes in: enough that the cost of ending it does not show."""
_WRITERS = 4
Outcome = Literal["added", "reread", "known", "withdrawn", "failed"]


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file.

    Attributes:
        name: what the paper is called.
        file: where it came from.
        outcome: `added`; `reread` where another version had read it; `known` where this one had; `withdrawn` where a
            person took it out before; `failed` where it cannot be read.
        facts: how many were taken out of it.
        findings: what was noticed.
    """

    name: str
    file: str
    outcome: Outcome
    facts: int = 0
    findings: tuple[Finding, ...] = ()


class Loader:
    """Takes files in. Cut off at any moment, it has lost nothing that it told of, and a second run adds the rest.

    The bytes of a paper are on the disk before its row is; a paper stamped secret is refused before both.

    Args:
        files: where bytes are kept.
        version: the version of the reader.
        read_on: the day of reading.
        access: who may see papers that are new.
        owner: the id of the body that hands them in.
        limits: what a file may cost.
        who: who loads.
        batch: how many papers one transaction takes in.
        processes: how many read while this one writes (`camket.batch.processes_for`); with 0 it reads itself.
    """

    def __init__(
        self,
        files: FileStore,
        *,
        version: str = VERSION,
        read_on: date | None = None,
        access: str = models.document.Access.PUBLIC,
        owner: str = "",
        limits: Limits = DEFAULT,
        who: Actor = CONSOLE,
        batch: int = BATCH,
        processes: int = 0,
    ) -> None:
        self._files, self._version, self._read_on = files, version, read_on
        self._access, self._owner, self._limits, self._who, self._batch = access, owner, limits, who, batch
        self._processes = processes
        self._disk = ThreadPoolExecutor(_WRITERS, thread_name_prefix="disk")
        self._kept: list[Future[bytes]] = []

    def load(self, inputs: Iterable[Input]) -> Iterator[Loaded]:
        """Take files in; each is told of when it is written.

        Raises:
            UsageError: bytes cannot be kept.
        """
        yield from self._written(self._one(given) for given in inputs)

    def take(self, data: bytes, name: str, file: str, docx: bytes | None = None) -> Loaded:
        """Take in one file that lies in memory only.

        Args:
            data: its bytes.
            name: what the paper is called.
            file: what it is called in messages.
            docx: what LibreOffice has made of it already, together with others.

        Raises:
            UsageError: bytes cannot be kept.
        """
        given = self._given(data, name, file)
        if isinstance(given, Given):
            given = msgspec.structs.replace(given, docx=docx)
        (told,) = self._written([given])
        return told

    def reread(self, rows: Iterable[models.Document]) -> Iterator[Loaded]:
        """Read papers that are kept once more, by this version; those that it read already are left alone.

        Raises:
            UsageError: bytes cannot be kept.
        """
        yield from self._written(self._again(row) for row in rows)

    def _written(self, asked: Iterable[Loaded | Given]) -> Iterator[Loaded]:
        """What was read is written by batches; what needs no writing is told at once."""
        waiting: list[tuple[Loaded, Arrival]] = []
        with Readers(self._processes) as readers:
            for each in readers.read(self._converted(asked)):
                if isinstance(each, Loaded):
                    yield each
                elif each[1].extraction is None:
                    yield _failed(each[0].name, each[0].file, each[1].trouble or message("read.crashed"))
                else:
                    waiting.append(self._arrived(each[0], each[1].extraction))
                if len(waiting) >= self._batch:
                    yield from self._write(waiting)
                    waiting = []
        yield from self._write(waiting)

    def _converted(self, asked: Iterable[Loaded | Given]) -> Iterator[Loaded | Given]:
        """The same, with what LibreOffice made of old Word files: the next ones are converted together."""

        def request(each: Loaded | Given) -> Request | None:
            return request_of_bytes(each.data, each.file, each.limits) if isinstance(each, Given) else None

        for each, docx in with_docx(asked, request, self._limits):
            yield each if docx is None else msgspec.structs.replace(each, docx=docx)

    def _one(self, given: Input) -> Loaded | Given:
        """What is known of a file already, or the paper to read."""
        try:
            data = bytes_of(given.path, given.members, self._limits)
        except CamketError as error:
            return _failed(given.name, given.file, error.message)
        return self._given(data, given.name, given.file)

    def _given(self, data: bytes, name: str, file: str) -> Loaded | Given:
        digest = sha256(data).digest()
        try:
            known = self._known(digest, name)
        except CamketError as error:
            return _failed(name, file, error.message)
        if known is None:
            return Given(data=data, name=name, file=file, limits=self._limits)
        told = Loaded(name=name, file=file, outcome=known)
        if known == "withdrawn":
            return _refused(told, digest)
        if data:
            self._keep(data)
        return told

    def _again(self, row: models.Document) -> Loaded | Given:
        data = self._files.get(bytes(row.sha256)) if row.size else None
        if data is None:
            return _failed(row.name, row.name, message("load.no_bytes", paper=row.name))
        return Given(data=data, name=row.name, file=row.name, limits=self._limits)

    def _known(self, digest: bytes, name: str) -> Literal["known", "withdrawn"] | None:
        """What a paper is that need not be read: one that this version read, or that was withdrawn.

        One that a department keeps to itself is read: reaching the office by another way it becomes the office's.
        """
        row = models.Document.objects.filter(sha256=digest).first()
        if row is not None and row.withdrawn_on is not None:
            return "withdrawn"
        if row is None or not row.readings.filter(version=self._version).exists():
            return None
        if row.stage == Stage.ENTERED and not self._owner:
            return None
        if name < row.name and may_name(row, self._owner, "" if self._who.is_console else self._who.name):
            rename_paper(self._who, digest, name)
        return "known"

    def _arrived(self, given: Given, extraction: Extraction) -> tuple[Loaded, Arrival]:
        """A paper that was read; now that it was not refused its bytes may be kept."""
        if given.data:
            self._keep(given.data)
        arrival = Arrival(
            extraction=extraction,
            size=len(given.data),
            read_on=self._read_on,
            access=self._access,
            owner=self._owner,
        )
        noticed = tuple(dict.fromkeys((*extraction.document.findings, *extraction.findings)))
        facts = sum(1 for _ in extraction.facts())
        return Loaded(name=given.name, file=given.file, outcome="added", facts=facts, findings=noticed), arrival

    def _keep(self, data: bytes) -> None:
        """Begin to keep bytes: the disk works while the next paper is read."""
        self._kept.append(self._disk.submit(self._files.put, data))

    def _write(self, waiting: list[tuple[Loaded, Arrival]]) -> Iterator[Loaded]:
        self._wait_for_disk()
        if waiting:
            outcomes = load_papers(self._who, [arrival for _, arrival in waiting], version=self._version)
            for (told, arrival), outcome in zip(waiting, outcomes, strict=True):
                if outcome == "withdrawn":  # while it was read
                    self._files.remove(arrival.key)
                    yield _refused(told, arrival.key)
                else:
                    yield msgspec.structs.replace(told, outcome=outcome)

    def _wait_for_disk(self) -> None:
        """No row is written before the bytes that it stands for are on the disk."""
        kept, self._kept = self._kept, []
        try:
            for each in kept:
                each.result()
        except OSError as error:
            raise UsageError("load.cannot_keep", folder=self._files.root, reason=error.strerror or error) from error


def unread(version: str = VERSION) -> QuerySet[models.Document]:
    """The papers that a version of the reader has not read, in the order in which they came."""
    read = models.Reading.objects.filter(version=version).values("document_id")
    return models.Document.objects.filter(withdrawn_on__isnull=True).exclude(id__in=read).order_by("id")


def _refused(told: Loaded, digest: bytes) -> Loaded:
    """The bytes of a withdrawn paper came again; nothing of it is told but when, by whom and why it was taken out."""
    said = refused(models.Document.objects.get(sha256=digest), told.name)
    return Loaded(name=told.name, file=told.file, outcome="withdrawn", findings=(said,))


def _failed(name: str, file: str, said: Message) -> Loaded:
    finding = Finding(message=said, level="error", where=file)
    return Loaded(name=name, file=file, outcome="failed", findings=(finding,))
