"""What was done, by whom: one record an action, each chained by digest to the one before."""

from __future__ import annotations

from django.db import models


class Audit(models.Model):
    """A record of one action. Written by the frame of the actions, never changed.

    `at` is the moment in UTC (`2026-11-26T08:30:00.000000Z`), `objects` what was touched (`document:` and its digest,
    `correction:12`) and `parameters` what was asked for, both as JSON to the letter, for `digest` is of their letters.
    Words of papers never stand here, so that a paper can be withdrawn without breaking the chain.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=27, db_index=True)
    who = models.CharField(max_length=150, db_index=True)
    action = models.CharField(max_length=40, db_index=True)
    objects_touched = models.TextField()
    parameters = models.TextField()
    digest = models.BinaryField(max_length=32)
    before = models.BinaryField(max_length=32)

    class Meta:
        """What people may be allowed to do; a permission an action, `registry.NAME`."""

        default_permissions = ()
        permissions = [
            ("load", "load papers and series"),
            ("correct", "correct names, days and areas for all statements"),
            ("withdraw", "withdraw papers"),
            ("plan", "keep the targets of plans"),
            ("enter", "hand in figures of one's own body"),
            ("release", "release the figures of one's own body"),
            ("review", "judge how papers were read"),
            ("freeze", "keep figures under a name"),
            ("answer", "answer what readers report"),
            ("approve", "make papers and figures public, prefer a source"),
            ("accounts", "manage accounts, rights and delegations"),
        ]


class AuditEnd(models.Model):
    """The last record of the chain: who cuts records off its end is found out, and who adds one waits here."""

    number = models.BigIntegerField(default=0)
    digest = models.BinaryField(max_length=32)

    class Meta:
        """Nobody is given a right to it."""

        default_permissions = ()
