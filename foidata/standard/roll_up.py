"""What several statuses come to: one for the whole of an answer, a period or a service."""

from collections.abc import Iterable

from foidata.standard.codes import Status


def roll_up(statuses: Iterable[Status]) -> Status | None:
    """The one status of several parts or lines; none of none.

    All the same: that one. Some answered or nil: `answered`, or `partly_answered` where others lack something. Nothing
    answered: the reason that is left when `not_applicable`, which only says that a part has nothing to give, is put
    aside; `unclear` when several are left.

    >>> roll_up([Status.ANSWERED, Status.NIL]).value, roll_up([Status.NIL, Status.WITHHELD]).value
    ('answered', 'partly_answered')
    """
    different = set(statuses)
    if len(different) < 2:
        return next(iter(different), None)
    given = different & {Status.ANSWERED, Status.NIL}
    reasons = different - given - {Status.NOT_APPLICABLE}
    if given:
        return Status.PARTLY_ANSWERED if reasons else Status.ANSWERED
    return reasons.pop() if len(reasons) == 1 else Status.UNCLEAR
