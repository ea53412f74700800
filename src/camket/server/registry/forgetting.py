"""Words of a withdrawn paper taken out of tasks and answers; that there was one, what happened and its days stay."""

from __future__ import annotations

from datetime import date

import msgspec

from camket.model.task import Due
from camket.registry.copies import search_text
from camket.server.registry import models
from camket.typed import typed


def forget_words(paper: models.Document, day: date) -> int:
    """Take a paper's words out of tasks, sources and evidence; gives how many tasks lost theirs.

    A task that another source gives too has that one's sentence from then on; of the others kind and days of the due
    are left. Which paper it was is told by the tombstone that the rows still point to.
    """
    given = models.TaskSource.objects.filter(paper=paper)
    numbers = list(given.values_list("task", flat=True).distinct())
    given.update(number="", giver="", quote="", mention=None, start=None, end=None)
    models.TaskPaper.objects.filter(paper=paper).update(number="", name="", giver="", ref="")
    for task in models.Task.objects.filter(id__in=numbers):
        other = task.sources.exclude(paper=paper).exclude(quote="").order_by("place").first()
        due = msgspec.convert(task.due, typed(Due))
        task.due = msgspec.to_builtins(msgspec.structs.replace(due, words="", event=""))
        task.text, task.giver, task.product = (other.quote, other.giver, "") if other is not None else ("", "", "")
        task.folded = search_text(task.text)
        task.forgotten_on = None if other is not None else day
        task.save(update_fields=["due", "text", "folded", "giver", "product", "forgotten_on"])
    return len(numbers)


def forget_answers(paper: models.Document) -> None:
    """Take a paper's number and words out of the answers to proposals that it gave; kind and day stay."""
    models.PetitionReply.objects.filter(paper=paper).update(number="", by="", words="")
