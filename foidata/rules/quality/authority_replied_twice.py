from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.rules import End, Fault, Memory, rule
from foidata.standard.codes import ResponseKind, Severity
from foidata.standard.response import Response

Way = tuple[str, ...]


@dataclass
class Replies(Memory):
    """The replies to each request of an authority, by their ids, and those that another takes the place of."""

    to: dict[tuple[str, str, str], list[tuple[str, Way]]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)


_REPLIES = (ResponseKind.REPLY, ResponseKind.REPLACEMENT, ResponseKind.LOG_ENTRY)


@rule("FOI506", Severity.WARNING)
def authority_replied_twice(met: Response | End, replies: Replies) -> Iterator[Fault]:
    """One authority has two replies to the same request, and neither takes the other's place.

    Shares of councils are counted by replies. Two from one council, such as the letter and its page in the disclosure
    log, count it twice and add its money up twice.

    Example: `leeds-reply` and `leeds-log`, both to the questionnaire `leads-2024`.

    Fix: Let the later one name the earlier in `supersedes`, or take one of them out. Where the council was asked twice,
    give the second wave a questionnaire of its own.
    """
    if isinstance(met, Response):
        replies.replaced.update([met.supersedes] if met.supersedes else [])
        for path, key in _requests(met) if met.kind in _REPLIES else ():
            replies.to.setdefault(key, []).append((met.id, path))
        return
    told: set[str] = set()
    for key, given in replies.to.items():
        (first, _), *later = [one for one in given if one[0] not in replies.replaced] or [("", ())]
        for name, path in later:
            if name not in told and name != first:  # two of one id are another fault
                told.add(name)
                message = f"{name} is of the same authority and {path[-1]} as {first}."
                yield Fault(path, message, key[-1], response=name)


def _requests(response: Response) -> Iterator[tuple[Way, tuple[str, str, str]]]:
    """What tells that two replies are to one request: their authority with the questionnaire or the reference."""
    authority = response.authority.id if response.authority else None
    if authority is None or response.request is None:
        return
    for name in ("questionnaire", "reference"):
        value = getattr(response.request, name)
        if value is not None:
            yield ("request", name), (authority, name, value)
