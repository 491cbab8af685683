from collections.abc import Iterator

from foidata.rules import TYPED_IN, Fault, Outcome, rule
from foidata.standard.codes import Level, Severity
from foidata.standard.response import Response

_WHOLE = ("authority", "legal_basis", "sent", "holding", "outcome", "licence")
_NESTED = {
    "request": ("subject", "reference", "made", "received"),
    "review_contact": ("team", "address", "email", "url"),
}


@rule("FOI405", Severity.WARNING, level=Level.EVIDENCE)
def field_without_evidence(response: Response) -> Iterator[Outcome]:
    """A field of the response has no evidence.

    Who wrote, when, under which law: these too are read from words, and should show them. What is inferred,
    such as the kind of the letter or its questionnaire, has none.

    Example: `sent` is 2024-03-12, and no evidence names `sent`.

    Fix: Add the words of the letter to the response's evidence, with the field's name in `of`.
    """
    if not response.source.has_letter:
        yield TYPED_IN
        return
    supported = {path for evidence in response.evidence for path in evidence.of}
    for path in _stated(response):
        name = ".".join(path)
        if not any(name == one or name.startswith(f"{one}.") or one.startswith(f"{name}.") for one in supported):
            yield Fault(path, f"No evidence of the response supports {name}.")


def _stated(response: Response) -> Iterator[tuple[str, ...]]:
    """The fields with a value that a letter gives."""
    yield from ((name,) for name in _WHOLE if getattr(response, name))
    for name, fields in _NESTED.items():
        record = getattr(response, name)
        yield from ((name, field) for field in fields if record is not None and getattr(record, field) is not None)
