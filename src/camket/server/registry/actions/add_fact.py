"""A fact that the reader missed, added by a person who selected its words."""

from __future__ import annotations

from collections.abc import Mapping

from camket.model.judgement import Anchor
from camket.server.registry import judging
from camket.server.registry.acting import Act, action
from camket.server.registry.judging import Judged


@action("add-fact", permission="registry.review")
def add_fact(act: Act, slug: str, kind: str, anchor: Anchor, fields: Mapping[str, str], *, why: str = "") -> Judged:
    """Add a fact whose words were selected; they are looked for in the text as it is kept.

    Where the reader gives a fact of the same words there, that one is corrected instead.

    Raises:
        UsageError: there is no such paper, the words are not in it or stand in several places, or a field cannot be
            understood.
    """
    return judging.add(act, slug, kind, anchor, fields, why)
