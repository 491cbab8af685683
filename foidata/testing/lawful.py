"""Make what a drawn response says of laws and days agree: provisions of its laws, a reply in time."""

import datetime
from collections.abc import Collection
from functools import cache

from foidata.rules.provisions import CHANGE_OF_REGIME
from foidata.standard.codes import Status
from foidata.standard.reference import exemptions
from foidata.testing.plain import Plain
from foidata.testing.values import FIRST_DAY, LAST_DAY

WEIGHED = "The public interest lies in withholding it."
"""What a letter says that relies on a ground which the public interest can outweigh."""

_EXTRA = "x-example:ground"
_PAIRED = ("foisa_s18_1",)
"""Provisions that stand only beside another."""


def settle_provisions(answer: Plain, laws: Collection[str]) -> bool:
    """Let an answer rely on provisions of the letter's laws that a council can use; whether they must be weighed.

    It comes with small numbers in their place.
    """
    numbers = answer.get("exemptions", ())
    usable = _usable(frozenset(laws), answer["status"] == Status.NEITHER_CONFIRMED_NOR_DENIED)
    codes = dict.fromkeys((*usable, _EXTRA)[number % (len(usable) + 1)] for number in numbers)
    if codes:
        answer["exemptions"] = list(codes)
    return any(code != _EXTRA and exemptions()[code].public_interest_test for code in codes)


@cache
def _usable(laws: frozenset[str], silent: bool) -> tuple[str, ...]:  # noqa: FBT001  # a key of the cache
    found = (
        one
        for one in exemptions().values()
        if (not laws or one.law in laws) and one.council_use != "not_available" and one.answer_status
    )
    return tuple(
        one.code
        for one in found
        if one.code not in (*CHANGE_OF_REGIME, *_PAIRED) and (one.can_neither_confirm_nor_deny or not silent)
    )


def settle_days(value: Plain) -> None:
    """Let a request be made, received, answered within the law's time and published, in this order."""
    request = value.get("request", {})
    day = _day(value["sent"]) if "sent" in value else None
    if day and "published" in value:
        value["published"] = _near(day, _day(value["published"]).toordinal() % 60)
    for name, most in (("received", 20), ("made", 5)):
        if name in request:
            day = _day(_near(day, -(_day(request[name]).toordinal() % most))) if day else _day(request[name])
            request[name] = day.isoformat()


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _near(day: datetime.date, days: int) -> str:
    """A day so many days later, if the standard still knows it."""
    return min(max(day + datetime.timedelta(days=days), FIRST_DAY), LAST_DAY).isoformat()
