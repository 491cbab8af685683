from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI408", Severity.ERROR)
def evidence_without_field(response: Response) -> Iterator[Fault]:
    """A quote of the response does not say which field it supports.

    A response has many fields; a quote that names none of them proves nothing.

    Example: the quote "12 March 2024" without `of`, where `sent` is meant.

    Fix: Add `of` with the field's name, such as sent or review_contact.email.
    """
    for at, evidence in enumerate(response.evidence):
        if not evidence.of:
            yield Fault(("evidence", at), "The quote names no field of the response that it supports.")
