"""The tables. Keys are 8 bytes, digests 16; long text and the wording of facts lie apart from what is searched."""

from __future__ import annotations

from camket.server.registry.models.account import Account, Delegation
from camket.server.registry.models.approval import Approval, ApprovedDifference, Embargo, Preference
from camket.server.registry.models.audit import Audit, AuditEnd
from camket.server.registry.models.correction import Correction
from camket.server.registry.models.document import Document, DocumentText, Reading
from camket.server.registry.models.entry import Entry
from camket.server.registry.models.fact import Fact, Loose, PaperArea, Placement
from camket.server.registry.models.freeze import Freeze, FrozenValue
from camket.server.registry.models.investment import InvestmentMoney, InvestmentProject
from camket.server.registry.models.judgement import Judgement
from camket.server.registry.models.petition import PetitionReply
from camket.server.registry.models.plan import Plan, Target
from camket.server.registry.models.programme import Programme, ProgrammeNode, ProgrammeTask
from camket.server.registry.models.series import Series, Standing
from camket.server.registry.models.task import (
    Feed,
    TakenApart,
    Task,
    TaskEvent,
    TaskHelper,
    TaskPaper,
    TaskSource,
    TaskSpan,
)
from camket.server.registry.models.voice import Voice, VoiceLimit

__all__ = [
    "Account",
    "Approval",
    "ApprovedDifference",
    "Audit",
    "AuditEnd",
    "Correction",
    "Delegation",
    "Document",
    "DocumentText",
    "Embargo",
    "Entry",
    "Fact",
    "Feed",
    "Freeze",
    "FrozenValue",
    "InvestmentMoney",
    "InvestmentProject",
    "Judgement",
    "Loose",
    "PaperArea",
    "PetitionReply",
    "Placement",
    "Plan",
    "Preference",
    "Programme",
    "ProgrammeNode",
    "ProgrammeTask",
    "Reading",
    "Series",
    "Standing",
    "TakenApart",
    "Target",
    "Task",
    "TaskEvent",
    "TaskHelper",
    "TaskPaper",
    "TaskSource",
    "TaskSpan",
    "Voice",
    "VoiceLimit",
]
