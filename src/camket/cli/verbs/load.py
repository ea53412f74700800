"""`camket load`: papers into the registry."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from camket.cli.output import existing, paths_argument
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(paths: Sequence[Path], internal: bool, later: bool, as_json: bool, strict: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.flow import watched
    from camket.cli.loaded import print_loaded
    from camket.cli.server import started
    from camket.read.folder import find_documents
    from camket.read.limits import limits_of

    limits = limits_of(os.environ)
    configuration = started()
    if later:
        from camket.cli.later import ask

        ask("load", {"paths": [str(path.absolute()) for path in existing(paths)], "internal": internal}, lang)
        return
    listing = find_documents(paths, leave_out=configuration.data, limits=limits)

    from django.utils.timezone import localdate

    from camket.batch import processes_for
    from camket.server.pages.boards import ask_ahead
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader
    from camket.server.registry.models.document import Access

    loader = Loader(
        FileStore(configuration.files),
        read_on=localdate(),
        access=Access.INTERNAL if internal else Access.PUBLIC,
        limits=limits,
        processes=processes_for(len(listing.inputs)),
    )
    papers = list(loader.load(watched(listing.inputs, lang)))
    ask_ahead()
    print_loaded(papers, listing.findings, lang, as_json=as_json, strict=strict)


VERB = Verb(
    name="load",
    help="cli.load",
    callback=_run,
    params=[
        paths_argument(),
        Option(["--internal"], is_flag=True, help="cli.load.internal"),
        Option(["--later"], is_flag=True, help="cli.later"),
        Option(["--json", "as_json"], is_flag=True, help="cli.load.json"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
