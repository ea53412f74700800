"""One upload taken in: what became of each of its files is kept; of a paper stamped secret only that there was one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePosixPath

from django.conf import settings
from django.utils.timezone import localdate

from camket.errors import ReadError
from camket.model.message import Message, message
from camket.read.ahead import request_of_bytes, with_docx
from camket.read.apart import APART
from camket.read.archive import Member
from camket.read.folder import is_paper
from camket.read.foreign import is_archive
from camket.read.limits import Limits
from camket.read.loading import member_bytes
from camket.read.worker import Request
from camket.report.dates import day
from camket.server.jobs.asking import Progress
from camket.server.jobs.models import Became, State, Upload, UploadedPaper
from camket.server.pages.receiving import kept_name, safe_name
from camket.server.registry.acting import Actor
from camket.server.registry.actions.correct_paper import correct_paper
from camket.server.registry.files import FileStore
from camket.server.registry.loading import Loaded, Loader
from camket.server.registry.models import Document
from camket.server.spool import Handed, Spool

_STAMPED = "read.secret"
_ASKED_BY_THEN = 600.0
"""Seconds after which files that were handed in have a job, if they ever get one."""
_NAMING = ("reason", "names")
"""Parameters of messages about archives that can hold names of files; they are not kept."""


class Taker:
    """Takes the files of an upload in, each in transactions of its own; one that was taken in before is left alone.

    Progress is told paper by paper: the files of an archive are counted as soon as it was looked into.
    """

    def __init__(self, upload: Upload, who: Actor, limits: Limits, progress: Progress, *, done: int) -> None:
        self._upload, self._who, self._limits = upload, who, limits
        self._progress, self._done, self._total = progress, done, upload.files
        progress(done, self._total)
        store = FileStore(settings.CONFIGURATION.files)
        self._loader = Loader(
            store, read_on=localdate(), access=upload.access, owner=upload.body, limits=limits, who=who, batch=1
        )

    def take(self, files: Iterable[tuple[int, Handed]]) -> Iterator[int]:
        """Take in files, each one paper or an archive of them, and write down what became of each.

        Old Word files that follow one another are converted together (`camket.read.ahead`).

        Args:
            files: each with its place; some are asked for before the first of them is done.

        Yields:
            The place of each file that is done.
        """
        for (place, file), docx in with_docx(files, self._to_convert, self._limits):
            done = self._done
            self._file(place, file, docx)
            if self._done == done:
                self._counted()
            yield place

    def _to_convert(self, asked: tuple[int, Handed | None]) -> Request | None:
        file = asked[1]
        return request_of_bytes(file.data, file.name, self._limits) if file is not None else None

    def _counted(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)

    def _file(self, place: int, file: Handed, docx: bytes | None) -> None:
        if not file.data:
            self._trouble(place, 0, file.name, message("upload.empty"))
        elif is_archive(file.data):
            self._archive(place, file)
        else:
            self._paper(place, 0, file, docx)

    def _archive(self, place: int, file: Handed) -> None:
        request = Request(file=file.name, data=file.data, limits=self._limits, listing=True)
        try:
            listed = APART.ask(request).listed
        except ReadError as error:
            self._trouble(place, 0, file.name, error.message)
            return
        members, findings = (listed.members, listed.findings) if listed is not None else ((), ())
        self._total += max(len(members) + len(findings) - 1, 0)
        held = ((part, self._member(place, part, file, member)) for part, member in enumerate(members, start=1))
        for (part, paper), docx in with_docx(held, self._to_convert, self._limits):
            if paper is not None:
                self._paper(place, part, paper, docx)
            self._counted()
        for part, finding in enumerate(findings, start=len(members) + 1):
            named = dict(finding.message.params).get("file", "")
            self._trouble(place, part, safe_name(named), finding.message)
            self._counted()
        if not members and not findings:
            self._trouble(place, 0, file.name, message("upload.empty"))

    def _member(self, place: int, part: int, file: Handed, member: Member) -> Handed | None:
        """A paper of an archive; None where it was taken in before, or is none: that is written down."""
        if self._upload.papers.filter(place=place, part=part).exists():
            return None
        name = safe_name(member.way[-1])
        if not is_paper(name, member.start):
            self._told(place, part, Became.SKIPPED, name=kept_name(name))
            return None
        try:
            data = member_bytes(file.data, member.way, file.name, self._limits)
        except ReadError as error:
            self._trouble(place, part, name, error.message)
            return None
        if not data:
            self._trouble(place, part, name, message("upload.empty"))
            return None
        return Handed(name, data)

    def _paper(self, place: int, part: int, file: Handed, docx: bytes | None) -> None:
        if self._upload.papers.filter(place=place, part=part).exists():
            return
        loaded = self._loader.take(file.data, PurePosixPath(file.name).stem or file.name, file.name, docx)
        if loaded.outcome == "failed":
            self._trouble(place, part, file.name, _first(loaded))
            return
        row = Document.objects.get(sha256=sha256(file.data).digest())
        if loaded.outcome == "withdrawn":
            gone = day(row.withdrawn_on) if row.withdrawn_on is not None else ""
            said = message("upload.withdrawn", day=gone, who=row.withdrawn_by, why=row.withdrawn_why)
            self._told(place, part, Became.WITHDRAWN, trouble=said)
            return
        if loaded.outcome == "added" and self._upload.area and not row.area:
            correct_paper(self._who, row.slug, area=self._upload.area)
        self._told(place, part, Became(loaded.outcome), name=file.name, document=row)

    def _trouble(self, place: int, part: int, name: str, said: Message) -> None:
        if said.code == _STAMPED:
            self._told(place, part, Became.STAMPED)
        else:
            self._told(place, part, Became.FAILED, name=kept_name(name), trouble=said)

    def _told(
        self, place: int, part: int, became: Became, *, name: str = "", document: Document | None = None,
        trouble: Message | None = None,
    ) -> None:  # fmt: skip
        kept = None if trouble is None else [trouble.code, list(_without_names(trouble, name))]
        UploadedPaper.objects.get_or_create(
            upload=self._upload, place=place, part=part,
            defaults={"became": became, "name": name, "document": document, "trouble": kept},
        )  # fmt: skip


def sweep(spool: Spool) -> None:
    """Wipe what no job will take in any more: its job has ended, or nobody asked for one."""
    waiting = set(
        Upload.objects.filter(job__state__in=(State.WAITING, State.RUNNING)).values_list("batch", flat=True)
    )  # fmt: skip
    for batch in spool.uploads():
        if batch not in waiting and spool.age(batch) > _ASKED_BY_THEN:
            spool.wipe(batch)


def _first(loaded: Loaded) -> Message:
    return next(iter(loaded.findings)).message


def _without_names(said: Message, name: str) -> Iterator[list[str]]:
    """The parameters of a message, with the name that is kept for whatever names the file."""
    hidden = _NAMING if said.code.startswith("read.archive") else ()
    for key, value in said.params:
        yield [key, (name or "-") if key == "file" else "ZIP" if key in hidden else value]
