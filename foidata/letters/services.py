"""Several services answer one question, each under its name."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from foidata.documents.span import Span

_SERVICE = re.compile(
    r"adult|child|young|famil|hous|homeless|educat|school|communit|public (?:health|protection)|environment"
    r"|social (?:care|work|services)|trading standards|licensing|safeguard|corporate|human resources|\bHR\b|financ"
    r"|procure|commission|legal|regenerat|neighbourhood|customer|police|health",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;!?] )|(?<=[.;!?]\n))[ \t•*-]*(?P<label>[A-Z][A-Za-z&,’' /()-]{2,50}?)\s*:(?=\s)"
)


@dataclass(frozen=True, slots=True)
class ServicePart:
    """What one service says."""

    label: Span
    words: Span
    """Its answer, without the label."""


def service_parts(answer: Span, known: Collection[str] = ()) -> tuple[ServicePart, ...]:
    """The parts of an answer that services give under their names; none when fewer than two do.

    One name alone counts when an earlier answer of the letter had it among several.
    """
    labels = [
        answer.of(found, "label")
        for found in answer.matches(_LABEL)
        if _SERVICE.search(found["label"]) or found["label"] in known
    ]
    names = {label.words for label in labels}
    if not labels or labels[0].start - answer.start > 3 or (len(names) < 2 and not names & set(known)):
        return ()
    ends = [*(label.start for label in labels[1:]), answer.end]
    parts = []
    for label, end in zip(labels, ends, strict=True):
        colon = answer.flow.index(":", label.end) + 1
        parts.append(ServicePart(label, answer.to(colon, end).stripped()))
    return tuple(parts) if all(part.words for part in parts) else ()
