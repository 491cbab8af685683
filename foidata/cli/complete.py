"""What a shell offers while a command line is typed; of it, the shell shows what begins like the word so far.

Each is asked only when somebody presses the key for it.
"""

from collections.abc import Iterator

Offer = tuple[str, str]
"""A word and what it means."""


def codes(incomplete: str) -> Iterator[Offer]:
    """Rules by code, and once something is typed also by name."""
    from foidata.rules import rules

    yield from ((one.code, one.title) for one in rules())
    if incomplete:
        yield from ((one.name, one.title) for one in rules())


def choices_of_rules(incomplete: str) -> Iterator[Offer]:
    """Rules and groups of rules; after a comma, the next one."""
    from foidata.rules import GROUPS

    before, comma, last = incomplete.rpartition(",")
    yield from ((f"{before}{comma}FOI{digit}", f"All about {about}") for digit, (_, about) in GROUPS.items())
    yield from ((f"{before}{comma}{word}", meaning) for word, meaning in codes(last))


def ratings(incomplete: str) -> Iterator[Offer]:
    """`CODE=` and, after the sign, severities."""
    from foidata.standard.codes import Severity

    code, sign, _ = incomplete.partition("=")
    if sign:
        yield from ((f"{code}={one.value}", one.meaning) for one in Severity)
    else:
        yield from ((f"{word}=", meaning) for word, meaning in codes(code))


def formats() -> Iterator[Offer]:
    """Formats of reports."""
    from foidata.validate.formats import formats as every

    yield from ((one.name, one.label) for one in every())


def levels() -> Iterator[Offer]:
    """Levels of a check."""
    from foidata.standard.codes import Level

    yield from ((one.value, one.meaning) for one in Level)


def limits() -> Iterator[Offer]:
    """Severities from which a check fails."""
    from foidata.standard.codes import FailOn

    yield from ((one.value, one.meaning) for one in FailOn)
