"""Tasks: what was given, what happened to it, the papers worked through, and where each task stands, kept for lists.

What is kept of a task are the records of `camket.model.task`. `TaskSpan` is worked out from them (`camket.work`), may
be thrown away, and is compared by `camket doctor`.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from camket.server.registry.models.document import Document

_LONG, _NAME, _ID = 300, 150, 120


class Task(models.Model):
    """What was given to whom; see `camket.model.task.Task`. Never changed, but for words of a withdrawn paper.

    Attributes:
        folded: the text as it is searched.
        due: how the first due is told, as JSON.
        forgotten_on: when its words went with a withdrawn paper.
        outside: the number by which another system knows it; imports find it again by that.
    """

    text = models.TextField()
    folded = models.TextField()
    giver = models.CharField(max_length=_LONG, default="", blank=True)
    level = models.CharField(max_length=20, default="", blank=True)
    area = models.CharField(max_length=80, default="", blank=True)
    lead = models.CharField(max_length=_ID, default="", blank=True)
    product = models.CharField(max_length=_LONG, default="", blank=True)
    due = models.JSONField(default=dict)
    given = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=_NAME)
    key = models.BooleanField(default=False)
    tracked = models.BooleanField(default=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="children")
    leader = models.CharField(max_length=_LONG, default="", blank=True)
    officer = models.CharField(max_length=_NAME, default="", blank=True)
    recurs = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="repeated")
    forgotten_on = models.DateField(null=True)
    outside = models.CharField(max_length=_ID, default="", blank=True, db_index=True)


class TaskSource(models.Model):
    """A paper or a voice that gives a task; of a withdrawn paper only that there was one is left.

    `place` orders the sources of a task, the basis first; `mention` is that of the directive.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="sources")
    place = models.IntegerField()
    kind = models.CharField(max_length=10)
    paper = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="given_tasks")
    mention = models.BinaryField(max_length=16, null=True, db_index=True)
    number = models.CharField(max_length=_ID, default="", blank=True)
    day = models.DateField(null=True)
    giver = models.CharField(max_length=_LONG, default="", blank=True)
    level = models.CharField(max_length=20, default="", blank=True)
    quote = models.TextField(default="", blank=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)

    class Meta:
        """In their order."""

        ordering = ["task", "place"]
        constraints = [models.UniqueConstraint(fields=["task", "place"], name="task_source_once")]


class TaskEvent(models.Model):
    """Something that happened to a task; see `camket.model.task.TaskEvent`. Only added, in the order of `number`."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="events")
    number = models.IntegerField()
    kind = models.CharField(max_length=20)
    day = models.DateField()
    at = models.DateTimeField()
    who = models.CharField(max_length=_NAME)
    body = models.CharField(max_length=_ID, default="", blank=True)
    role = models.CharField(max_length=20, default="", blank=True)
    due = models.JSONField(null=True)
    lead = models.CharField(max_length=_ID, default="", blank=True)
    other = models.ForeignKey(Task, on_delete=models.SET_NULL, null=True, related_name="closing")
    percent = models.SmallIntegerField(null=True)
    leader = models.CharField(max_length=_LONG, null=True)
    officer = models.CharField(max_length=_NAME, null=True)
    key = models.BooleanField(null=True)
    words = models.TextField(default="", blank=True)

    class Meta:
        """Two people who act at once both want the next number: one has it."""

        ordering = ["task", "number"]
        constraints = [models.UniqueConstraint(fields=["task", "number"], name="task_event_once")]


class TaskPaper(models.Model):
    """What an event rests on: the paper that decides it, or evidence. Of a withdrawn paper the day alone is left.

    Attributes:
        decides: whether it is the paper that decides the event, and no evidence.
        kind: of evidence `paper`, `figure` or `file`, of a deciding paper that of its source.
        ref: of a figure its mention.
    """

    event = models.ForeignKey(TaskEvent, on_delete=models.CASCADE, related_name="papers")
    place = models.IntegerField()
    decides = models.BooleanField(default=False)
    kind = models.CharField(max_length=10)
    paper = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="shown_tasks")
    ref = models.CharField(max_length=64, default="", blank=True)
    number = models.CharField(max_length=_ID, default="", blank=True)
    day = models.DateField(null=True)
    name = models.CharField(max_length=_LONG, default="", blank=True)
    giver = models.CharField(max_length=_LONG, default="", blank=True)
    level = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        """In their order."""

        ordering = ["event", "place"]


class TaskSpan(models.Model):
    """Where a task stood from a day until another (not counting that), by what was entered until then.

    What it is on a day of the span follows from the day, `open` and `late_from`: late from that day on while it is
    open; what is done was late where there is such a day.

    Attributes:
        since, until: the first day, and the day on which the next span begins; null for the one that holds.
        version: how many events had happened.
        open: whether it is to be done still.
        counted: whether it stands in shares; what is neither open nor counted was stopped, replaced or merged.
        last_day: the due with the days for which a higher level had it: what is soon due goes by it.
        late_from: the first day that is too late if nothing more happens; null where none is: there is no due, the
            clock stands, an objective cause is acknowledged, or it was done in time.
        undated_from: the first day on which it is too long without a due; null where it has one, or waits for an event.
        silent_from: the first day on which nothing was heard of it for too long.
        counted_on: the day that timeliness goes by; null while the clock runs.
        asked: whether a later due was asked for and not answered.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="spans")
    since = models.DateField()
    until = models.DateField(null=True)
    version = models.IntegerField()
    state = models.CharField(max_length=12)
    open = models.BooleanField()
    counted = models.BooleanField()
    lead = models.CharField(max_length=_ID, default="", blank=True)
    level = models.CharField(max_length=20, default="", blank=True)
    area = models.CharField(max_length=80, default="", blank=True)
    given = models.DateField(null=True)
    first_due = models.DateField(null=True)
    due = models.DateField(null=True)
    last_day = models.DateField(null=True)
    late_from = models.DateField(null=True)
    undated_from = models.DateField(null=True)
    silent_from = models.DateField(null=True)
    done_on = models.DateField(null=True)
    counted_on = models.DateField(null=True)
    extended = models.SmallIntegerField(default=0)
    updated = models.DateField(null=True)
    percent = models.SmallIntegerField(null=True)
    asked = models.BooleanField(default=False)
    key = models.BooleanField(default=False)
    tracked = models.BooleanField(default=True)
    leader = models.CharField(max_length=_LONG, default="", blank=True)
    officer = models.CharField(max_length=_NAME, default="", blank=True)

    class Meta:
        """One of a task and a day; lists ask for those of a day, of a body, of an officer."""

        constraints = [models.UniqueConstraint(fields=["task", "since"], name="task_span_once")]
        indexes = [
            models.Index(fields=["lead", "until", "due"]),
            models.Index(fields=["until", "due"]),
            models.Index(fields=["officer", "until"]),
        ]


class TaskHelper(models.Model):
    """A body that helps with a task: it sees the task and does not act on it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="helpers")
    place = models.IntegerField()
    body = models.CharField(max_length=_ID, db_index=True)

    class Meta:
        """Once each, in their order."""

        ordering = ["task", "place"]
        constraints = [models.UniqueConstraint(fields=["task", "body"], name="task_helper_once")]


class TakenApart(models.Model):
    """A paper whose directives were gone through: tasks were made of them, or none arises, for a reason."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="taken_apart")
    tasks = models.BooleanField()
    who = models.CharField(max_length=_NAME)
    at = models.DateTimeField()
    why = models.TextField(default="", blank=True)


class Feed(models.Model):
    """The key with which a calendar program fetches tasks for an account; kept by its digest alone."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed")
    digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        """One's own alone."""

        default_permissions = ()
