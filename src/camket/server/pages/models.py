"""Scoreboards as they were made of the registry, kept so that a page need not make one: a cache, no state."""

from __future__ import annotations

from django.db import models


class Board(models.Model):
    """A scoreboard of one content of the registry, as one group of readers may see it.

    Attributes:
        readers: whose it is (`camket.server.registry.access.Reader.key`).
        content: what the registry held when it was made; see `camket.server.pages.boards`.
        as_of: the day of its latest paper.
        seconds: how long its making took.
        usual_area: the area that most plans are of, by the first of its forms.
    """

    made_of_papers = True  # so it goes when a paper is withdrawn

    readers = models.CharField(max_length=100)
    content = models.CharField(max_length=120)
    as_of = models.DateField(null=True)
    seconds = models.FloatField()
    made_at = models.DateTimeField(auto_now_add=True)
    usual_area = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        """One of each content."""

        constraints = [models.UniqueConstraint(fields=["readers", "content"], name="board_once")]


class BoardPlan(models.Model):
    """A plan of a board, packed; what lists show of it lies beside, with its tallies packed alone (`claims`)."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="plans")
    plan = models.CharField(max_length=300)
    place = models.CharField(max_length=80, default="", blank=True)
    order = models.IntegerField()
    kind = models.CharField(max_length=20)
    title = models.TextField(default="", blank=True)
    area = models.CharField(max_length=80, default="", blank=True)
    period = models.CharField(max_length=40, default="", blank=True)
    states = models.JSONField(default=dict)
    tallies = models.IntegerField(default=0)
    claims = models.BinaryField(default=bytes)
    packed = models.BinaryField()

    class Meta:
        """Listed as the scoreboard lists them."""

        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["board", "plan"], name="board_plan_once")]
        indexes = [models.Index(fields=["board", "place", "order"])]


class BoardPlace(models.Model):
    """A place of a board in all its forms, named by the first: its main indicators, packed."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="places")
    place = models.CharField(max_length=80)
    plans = models.IntegerField(default=0)
    values_held = models.IntegerField(default=0)
    states = models.JSONField(default=dict)
    differences = models.IntegerField(default=0)
    packed = models.BinaryField()

    class Meta:
        """One of each place."""

        constraints = [models.UniqueConstraint(fields=["board", "place"], name="board_place_once")]


class BoardDifference(models.Model):
    """A difference of a board, packed; `contradicting` where no value fits all that is said.

    `key` is a digest of what is said, by which its approval is found (`camket.server.registry.unagreed`).
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="differences")
    contradicting = models.BooleanField()
    order = models.IntegerField()
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=80, default="", blank=True)
    key = models.BinaryField(max_length=16, default=bytes)
    packed = models.BinaryField()

    class Meta:
        """Listed as the scoreboard lists them."""

        ordering = ["order"]
        indexes = [
            models.Index(fields=["board", "contradicting", "order"]),
            models.Index(fields=["board", "key"], name="difference_by_key"),
        ]


class BoardWork(models.Model):
    """What the papers of a board say of work, packed: proposals upward with replies, and numbers of tasks."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="work")
    petitions = models.BinaryField()
    numbers = models.BinaryField()


class QueueLine(models.Model):
    """What waits for review in a paper, for the order of the queue of a group of readers.

    `most` is the urgency of its most urgent fact, the rest how many facts wait, and how many of them matter for what
    (`camket.server.registry.reviewing.MATTERS`). `grades` are the same by urgency, packed
    (`camket.server.pages.review.grades`).
    """

    document = models.ForeignKey("registry.Document", on_delete=models.CASCADE, related_name="queue_lines")
    readers = models.CharField(max_length=100)
    most = models.FloatField()
    count = models.IntegerField()
    of_contested = models.IntegerField(default=0)
    of_planned = models.IntegerField(default=0)
    of_headline = models.IntegerField(default=0)
    of_due = models.IntegerField(default=0)
    grades = models.BinaryField(default=bytes)

    class Meta:
        """Listed as the queue lists them."""

        constraints = [models.UniqueConstraint(fields=["readers", "document"], name="queue_line_once")]
        indexes = [models.Index(fields=["readers", "-most", "-count", "-document"], name="queue_order")]


class QueueState(models.Model):
    """What the lines of a group were made of: what came after is looked at when they are asked for again.

    `frame` names the day, the scoreboard and how many indicators plans ask for: where it is another, all are made anew.
    """

    readers = models.CharField(max_length=100, unique=True)
    frame = models.CharField(max_length=80)
    reading = models.BigIntegerField()
    placement = models.BigIntegerField()
    judgement = models.BigIntegerField()
    undone_at = models.DateTimeField(null=True)
