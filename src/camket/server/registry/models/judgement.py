"""What people said of how papers were read."""

from __future__ import annotations

from django.db import models

from camket.model.judgement import AROUND
from camket.server.registry.models.document import Document
from camket.server.registry.models.fact import Fact, Kind


class Verdict(models.TextChoices):
    """The verdicts of `camket.model.judgement`."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"
    ADDED = "added"


class Judgement(models.Model):
    """One person's judgement of one mention; see `camket.model.judgement`. None is overwritten, each can be undone.

    Attributes:
        mention: of the fact that stands at its place now; a newer reading may give that place another mention.
        fact: the reading that was judged; null where the reader gave none. A mention whose row that counts is another
            one was read anew since, and waits for review again.
        quote, prefix, suffix, start: the anchor by which the place is found again.
        body: how the place reads in the person's eyes, packed; null where it was rejected or the person was unsure.
        unseen: whether another person judged the same meanwhile, which this one had not seen.
        act: the first judgement of the act, which is undone as one: a table that was confirmed.
        orphan: whether its words are in the paper no more.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="judgements")
    kind = models.SmallIntegerField(choices=Kind.choices)
    mention = models.BinaryField(max_length=16)
    fact = models.ForeignKey(Fact, on_delete=models.SET_NULL, null=True, related_name="judgements")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    quote = models.TextField()
    prefix = models.CharField(max_length=AROUND, default="", blank=True)
    suffix = models.CharField(max_length=AROUND, default="", blank=True)
    start = models.IntegerField()
    body = models.BinaryField(null=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField(default="", blank=True)
    unseen = models.BooleanField(default=False)
    act = models.BigIntegerField(default=0)
    orphan = models.BooleanField(default=False)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, default="", blank=True)

    class Meta:
        """Found by the fact, and by the person, the latest first."""

        indexes = [models.Index(fields=["document", "kind", "mention"]), models.Index(fields=["who", "-at"])]
