from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean, is_extra
from foidata.standard.codes import Severity
from foidata.standard.facts import Count
from foidata.standard.reference import measures


@rule("FOI308", Severity.ERROR)
def unknown_measure(count: Count) -> Iterator[Fault]:
    """A count's measure is not in the list of measures.

    Counts are added over councils by measure; an unknown one is left out of every sum.

    Example: `referral` for `referrals`.

    Fix: Take the code from the published list; write one of your own as `x-<publisher>:<code>`.
    """
    if not is_extra(count.measure) and count.measure not in measures():
        fix = did_you_mean(count.measure, measures(), "Take the code from the published list.")
        yield Fault(("measure",), f"The list of measures has no {count.measure}.", count.measure, fix)
