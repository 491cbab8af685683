"""The closed lists of the standard: a list a class, a code a line with its label and meaning.

Codes are never renamed or reused. A code that is out of use keeps its line.
"""

from foidata.standard.codes.facts import (
    Access,
    ActivityKind,
    Audience,
    Dedication,
    Delivery,
    DocumentKind,
    LeadRole,
    NoteKind,
    PartnershipRole,
    ServiceArea,
    Stage,
    TrainingSubject,
)
from foidata.standard.codes.letters import Holding, Law, Outcome, ResponseKind
from foidata.standard.codes.numbers import Basis, Currency, Dimension, Nature, PeriodKind, Qualifier
from foidata.standard.codes.review import CodingState, DoubtCode, FailOn, Judged, Level, Severity
from foidata.standard.codes.statuses import Status
from foidata.standard.codes.topics import Topic

__all__ = [
    "Access",
    "ActivityKind",
    "Audience",
    "Basis",
    "CodingState",
    "Currency",
    "Dedication",
    "Delivery",
    "Dimension",
    "DocumentKind",
    "DoubtCode",
    "FailOn",
    "Holding",
    "Judged",
    "Law",
    "LeadRole",
    "Level",
    "Nature",
    "NoteKind",
    "Outcome",
    "PartnershipRole",
    "PeriodKind",
    "Qualifier",
    "ResponseKind",
    "ServiceArea",
    "Severity",
    "Stage",
    "Status",
    "Topic",
    "TrainingSubject",
]
