"""Answers to proposals upward, as people enter them; what is found in papers is not kept here."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document


class PetitionReply(models.Model):
    """What became of a proposal, entered by a person; a later one counts instead of an earlier one.

    Attributes:
        document: the paper that raised it; with that it goes.
        mention: of the proposal.
        kind: see `camket.model.petition.ReplyKind`.
        paper: the answering paper, where it is in the registry.
        number, day: of the answering paper.
        by: who answers.
        words: what the answer says, in the person's own words.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="petition_replies")
    mention = models.BinaryField(max_length=16, db_index=True)
    kind = models.CharField(max_length=12)
    paper = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="answered_petitions")
    number = models.CharField(max_length=120, default="", blank=True)
    day = models.DateField()
    by = models.CharField(max_length=300, default="", blank=True)
    words = models.TextField(default="", blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=150)
