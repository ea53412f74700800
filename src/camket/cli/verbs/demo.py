"""`camket demo`: the sample papers from reading to scoreboard, and where asked for to the pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from shutil import which

import click

from camket.cli.speaking import Option, Verb
from camket.model.message import message
from camket.words import Language, say, term

_OPENED = 3
"""Figures not yet agreed of each kind that the pages of the demo show to anybody."""


def _run(out: Path, whole: bool, load: bool, serve: bool, port: int, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import boards, flow

    with resources.as_file(resources.files("camket.samples")) as samples:
        papers = sorted(each for each in samples.iterdir() if each.suffix in (".txt", ".html"))
        harvest = flow.harvest(papers, lang)
        page = out / "scoreboard.html"
        # Where pages show the published series too, the terminal counts what the pages count.
        board = boards.make(harvest, None, with_published=load or serve)
        boards.put(
            board,
            harvest.extractions,
            lang,
            names=harvest.names,
            html=page,
            markdown=None,
            as_json=False,
            whole=whole,
        )
        if load or serve:
            _load(papers, out, lang)
        click.echo(say(message("cli.demo.next", page=page, first=_near(papers[0]), camket=_program()), lang))
    if serve:
        from camket.cli.server import serve as serve_pages

        _log_ins(lang)
        serve_pages("127.0.0.1", port, lang)


def _program() -> str:
    """How the program is called again from here: by its name where the shell finds it, else as it was called now."""
    return "camket" if which("camket") else sys.argv[0]


def _near(path: Path) -> Path:
    """A path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _load(papers: Sequence[Path], out: Path, lang: Language) -> None:
    """The samples and the published series of the catalogue into a registry, in `out` unless another one is set."""
    from camket.cli.loaded import print_loaded
    from camket.cli.server import started

    os.environ.setdefault("CAMKET_DATA", str(out / "data"))
    configuration = started()

    from django.utils.timezone import localdate
    from msgspec.structs import replace

    from camket.read.folder import find_documents
    from camket.registry.published import published_statements
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader
    from camket.server.registry.store import DatabaseRegistry

    inputs = find_documents(papers).inputs
    today = localdate()
    loaded = Loader(FileStore(configuration.files), read_on=today).load(inputs)
    counted = [replace(each, findings=()) for each in loaded]  # the scoreboard told of them
    DatabaseRegistry().add_statements(published_statements(), read_on=today)
    _open_differences()
    click.echo()
    print_loaded(counted, (), lang, as_json=False, strict=False)


def _open_differences() -> None:
    """Approve some of the figures not yet agreed of each kind; the others wait for who tries approving."""
    from camket.server.pages import boards
    from camket.server.pages.unagreed import known
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import approve_differences
    from camket.server.registry.unagreed import approved

    board = boards.made()
    keys: dict[str, list[bytes]] = {}
    for kind, key in board.differences.filter(contradicting=True).values_list("kind", "key"):
        keys.setdefault(kind, []).append(bytes(key))
    chosen = [key for own in keys.values() for key in own[:_OPENED]]
    if new := set(chosen) - approved(chosen):
        approve_differences(CONSOLE, list(known(board, new).values()))


def _log_ins(lang: Language) -> None:
    """Accounts to try the pages with; their passwords are new each time, and hold on this machine alone."""
    import secrets

    from camket.server.accounts import ensure_user

    for name, role in (("can-bo", "officer"), ("quan-tri", "administrator")):
        password = secrets.token_urlsafe(9)
        ensure_user(name, password, role)
        click.echo(
            say(message("cli.demo.account", name=name, role=term(f"user.role.{role}", lang), password=password), lang)
        )


VERB = Verb(
    name="demo",
    help="cli.demo",
    callback=_run,
    params=[
        Option(["--out"], type=click.Path(path_type=Path), default=Path("demo"), metavar="DIR", help="cli.demo.out"),
        Option(["--all", "whole"], is_flag=True, help="cli.scoreboard.all"),
        Option(["--load"], is_flag=True, help="cli.demo.load"),
        Option(["--serve"], is_flag=True, help="cli.demo.serve"),
        Option(["--port"], type=click.IntRange(1, 65535), default=8000, metavar="N", help="cli.serve.port"),
    ],
)
