"""`camket reread`: what was loaded, read by the reader of today."""

from __future__ import annotations

import os

from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(later: bool, as_json: bool, strict: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.flow import watched
    from camket.cli.loaded import print_loaded
    from camket.cli.server import started
    from camket.read.limits import limits_of

    configuration = started()
    if later:
        from camket.cli.later import ask

        ask("reread", {}, lang)
        return

    from camket.batch import processes_for
    from camket.server.pages.boards import ask_ahead
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader, unread

    rows = list(unread())
    processes = processes_for(len(rows))
    loader = Loader(FileStore(configuration.files), limits=limits_of(os.environ), processes=processes)
    papers = list(loader.reread(watched(rows, lang)))
    ask_ahead()
    print_loaded(papers, (), lang, as_json=as_json, strict=strict)


VERB = Verb(
    name="reread",
    help="cli.reread",
    callback=_run,
    params=[
        Option(["--later"], is_flag=True, help="cli.later"),
        Option(["--json", "as_json"], is_flag=True, help="cli.load.json"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
