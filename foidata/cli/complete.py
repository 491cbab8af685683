"""What the shell offers while a command line is typed. Each is asked only when somebody presses the key for it."""

from collections.abc import Iterable, Iterator

Offer = tuple[str, str]
"""A word and what it means."""


def codes(incomplete: str) -> Iterator[Offer]:
    """Rules, by code or by name."""
    from foidata.rules import rules

    yield from _beginning(incomplete, ((one.code, one.title) for one in rules()))
    if incomplete:
        yield from _beginning(incomplete, ((one.name, one.title) for one in rules()))


def choices_of_rules(incomplete: str) -> Iterator[Offer]:
    """Rules and groups of rules; after a comma, the next one."""
    from foidata.rules import GROUPS

    before, comma, last = incomplete.rpartition(",")
    groups = ((f"FOI{digit}", f"All about {about}") for digit, (_, about) in GROUPS.items())
    for word, meaning in (*_beginning(last, groups), *codes(last)):
        yield f"{before}{comma}{word}", meaning


def ratings(incomplete: str) -> Iterator[Offer]:
    """`CODE=` and, after the sign, severities."""
    from foidata.standard.codes import Severity

    code, sign, level = incomplete.partition("=")
    if sign:
        levels = ((one.value, one.meaning) for one in Severity)
        yield from ((f"{code}={word}", meaning) for word, meaning in _beginning(level, levels))
    else:
        yield from ((f"{word}=", meaning) for word, meaning in codes(code))


def formats(incomplete: str) -> Iterator[Offer]:
    """Formats of reports."""
    from foidata.validate.formats import formats as every

    yield from _beginning(incomplete, ((one.name, one.label) for one in every()))


def levels(incomplete: str) -> Iterator[Offer]:
    """Levels of a check."""
    from foidata.standard.codes import Level

    yield from _beginning(incomplete, ((one.value, one.meaning) for one in Level))


def limits(incomplete: str) -> Iterator[Offer]:
    """Severities from which a check fails."""
    from foidata.standard.codes import FailOn

    yield from _beginning(incomplete, ((one.value, one.meaning) for one in FailOn))


def _beginning(start: str, offers: Iterable[Offer]) -> Iterator[Offer]:
    return (offer for offer in offers if offer[0].lower().startswith(start.lower()))
