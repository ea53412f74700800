"""What approvers decide: papers and figures not yet agreed made public, figures held back, figures preferred."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Access, Document


class Approval(models.Model):
    """A paper that is to be seen by others than before, from being asked for to being decided.

    Attributes:
        before, access: who may see it, and who is to.
        asked_why: what was said for it.
        decided_at: null while it waits.
        approved: whether it was done; else it was sent back, `decided_why` says for what.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="approvals")
    before = models.CharField(max_length=10, choices=Access.choices)
    access = models.CharField(max_length=10, choices=Access.choices)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    asked_why = models.TextField(default="", blank=True)
    decided_by = models.CharField(max_length=150, default="", blank=True)
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    decided_why = models.TextField(default="", blank=True)

    class Meta:
        """A paper waits once."""

        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(decided_at__isnull=True), name="approval_waits_once"
            )
        ]


class Embargo(models.Model):
    """A figure that the public does not see before the day `until`; its paper is held back with it.

    `ended_at` is set where it was lifted before, or replaced by another.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="embargoes")
    mention = models.BinaryField(max_length=16, db_index=True)
    until = models.DateField(db_index=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField(default="", blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, default="", blank=True)

    class Meta:
        """A figure is held back once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["document", "mention"], condition=models.Q(ended_at__isnull=True), name="embargo_once"
            )
        ]


class Preference(models.Model):
    """A figure that an approver prefers to what the policy would choose, for a reason; never before an official one.

    `document` is null where it is of a published series, which is in no paper.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="preferences")
    mention = models.BinaryField(max_length=16, db_index=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, default="", blank=True)
    ended_why = models.TextField(default="", blank=True)

    class Meta:
        """A figure is preferred once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["mention"], condition=models.Q(ended_at__isnull=True), name="preference_once"
            )
        ]


class ApprovedDifference(models.Model):
    """Figures not yet agreed that the public may read of, from being approved to being closed again.

    `key` is a digest of all that is said of them (`camket.server.registry.unagreed.key_of`): what says anything else
    is not approved. No word of a paper is kept here, nor which papers they are, so nothing is left of a withdrawn one.
    """

    key = models.BinaryField(max_length=16, db_index=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, default="", blank=True)

    class Meta:
        """Approved once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(ended_at__isnull=True), name="difference_approved_once"
            )
        ]
