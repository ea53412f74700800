"""What can be found by its words: papers by their heads and texts, and facts by what they say."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document
from camket.server.registry.models.fact import Fact


class Sort(models.IntegerChoices):
    """What an entry stands for: the kinds of fact by their own numbers, the head of a paper, a part of its text."""

    TALLIES = 1
    DIRECTIVES = 2
    PROPOSALS = 3
    REFERENCES = 4
    PEOPLE = 5
    HEAD = 10
    TEXT = 11


class Entry(models.Model):
    """Words by which something is found, made anew by `camket.server.registry.searching.index`.

    `judgement` is the one by which the fact counts. `start` and `end` are its span of the text. `exact` holds its words
    with their marks, `bare` without, a blank between two. `label` names what facts have in common that are of one
    person or one cited paper, fit for an address; `shown` is how this one writes it.

    On SQLite triggers of this table keep the index of words in step (migration `0003_entry`). Django makes a table anew
    when a column of it is altered there, and its triggers are lost: such a migration makes them again.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="entries")
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, null=True, related_name="+")
    judgement = models.ForeignKey("registry.Judgement", on_delete=models.SET_NULL, null=True, related_name="+")
    sort = models.SmallIntegerField(choices=Sort.choices)
    start = models.IntegerField(default=0)
    end = models.IntegerField(default=0)
    label = models.CharField(max_length=120, default="", blank=True)
    shown = models.CharField(max_length=300, default="", blank=True)
    exact = models.TextField()
    bare = models.TextField()

    class Meta:
        """Found by words (an index of each database's own), and by what facts have in common."""

        indexes = [models.Index(fields=["sort", "label"])]
