"""Programmes as trees, and the tasks that carry them out."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document
from camket.server.registry.models.task import Task

_ID, _NAME = 120, 150


class Programme(models.Model):
    """A tree: of a resolution, a yearly plan, an emulation or inspection programme.

    `document` is the paper whose words it holds; with that it goes. Null of a list that is no paper of the registry,
    whose file `source` names.
    """

    slug = models.CharField(max_length=_ID, unique=True)
    kind = models.CharField(max_length=20)
    title = models.TextField()
    area = models.CharField(max_length=80, default="", blank=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="programmes")
    source = models.CharField(max_length=300, default="", blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=_NAME)


class ProgrammeNode(models.Model):
    """A node below the root; see `camket.model.programme.Node`. `place` orders all nodes of a tree, parents first.

    A node that a mended list no longer has is taken out, unless tasks hang from it: then it has `gone_on`, and stays.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="nodes")
    slug = models.CharField(max_length=_ID)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    place = models.IntegerField()
    kind = models.CharField(max_length=20)
    title = models.TextField()
    number = models.CharField(max_length=40, default="", blank=True)
    lead = models.CharField(max_length=300, default="", blank=True)
    supporting = models.JSONField(default=list)
    due = models.JSONField(default=dict)
    due_on = models.DateField(null=True)
    weight = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    gone_on = models.DateField(null=True)

    class Meta:
        """In the order of the list; a node once."""

        ordering = ["programme", "place"]
        constraints = [models.UniqueConstraint(fields=["programme", "slug"], name="programme_node_once")]


class ProgrammeTask(models.Model):
    """A task that carries out a node."""

    node = models.ForeignKey(ProgrammeNode, on_delete=models.CASCADE, related_name="links")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="nodes")

    class Meta:
        """Once each."""

        constraints = [models.UniqueConstraint(fields=["node", "task"], name="programme_task_once")]
