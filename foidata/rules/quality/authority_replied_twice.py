from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import ResponseKind, Severity
from foidata.standard.dataset import Dataset
from foidata.standard.response import Response

_REPLIES = (ResponseKind.REPLY, ResponseKind.REPLACEMENT, ResponseKind.LOG_ENTRY)


@rule("FOI506", Severity.WARNING)
def authority_replied_twice(dataset: Dataset) -> Iterator[Fault]:
    """One authority has two replies to the same request, and neither takes the other's place.

    Shares of councils are counted by replies. Two from one council, such as the letter and its page in the disclosure
    log, count it twice and add its money up twice.

    Example: `leeds-reply` and `leeds-log`, both to the questionnaire `leads-2024`.

    Fix: Let the later one name the earlier in `supersedes`, or take one of them out. Where the council was asked twice,
    give the second wave a questionnaire of its own.
    """
    seen: dict[tuple[str, str, str], Response] = {}
    replaced = {response.supersedes for response in dataset.responses}
    for at, response in enumerate(dataset.responses):
        if response.kind not in _REPLIES or response.id in replaced:
            continue
        for path, key in _requests(response):
            earlier = seen.setdefault(key, response)
            if earlier is not response:
                message = f"{response.id} is of the same authority and {path[-1]} as {earlier.id}."
                yield Fault(("responses", at, *path), message, key[-1])
                break


def _requests(response: Response) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str]]]:
    """What tells that two replies are to one request: their authority with the questionnaire or the reference."""
    authority = response.authority.id if response.authority else None
    if authority is None or response.request is None:
        return
    for name in ("questionnaire", "reference"):
        value = getattr(response.request, name)
        if value is not None:
            yield ("request", name), (authority, name, value)
