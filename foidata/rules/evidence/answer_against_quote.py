from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.booleans import yes_no
from foidata.rules import Fault, rule
from foidata.rules.quotes import supporting
from foidata.standard.codes import LeadRole, Severity
from foidata.standard.facts import Lead, Partnership, Training

ANSWERS = ("exists", "provided", "mandatory", "has_action_plan")
"""The fields that are a yes or a no to what was asked."""


@rule("FOI414", Severity.WARNING)
def answer_against_quote(fact: Lead | Training | Partnership) -> Iterator[Fault]:
    """A yes is read from words that begin with No, or a no from words that begin with Yes.

    Councils are counted by these answers, and one that is turned round counts double: on the wrong side, and not on the
    right one.

    Example: the words "No, not currently", and `exists` is true.

    Fix: Compare the value with the letter, and with how the question is put.
    """
    if isinstance(fact, Lead) and fact.role is LeadRole.POINT_OF_CONTACT:
        return  # "No, but the team can be reached" is a no to one question and a yes to the other
    for name in ANSWERS:
        value = getattr(fact, name, None)
        for evidence in supporting(fact.evidence, name) if value is not None else ():
            found = yes_no(Span(evidence.quote, 0, len(evidence.quote)))
            if found and found.yes is not value:
                said, meant = ("Yes", "no") if found.yes else ("No", "yes")
                message = f"The words quoted begin with {said}, but the record says {meant} to {name}."
                yield Fault((name,), message, str(value).lower(), letter=(evidence.start, evidence.end))
                break
