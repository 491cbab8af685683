"""What a finding is known by from one check to the next, though lines and rows have moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from foidata.packages.place import steps_of
from foidata.standard.report import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A fingerprint for each finding, in their order; of several that are alike, each has its own.

    It is made of the rule, what it says, the response and the answer by their ids, and the field: of nothing that
    changes when other records come or go. The same fault has the same one in every format of the dataset.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        known = "\0".join((finding.code, finding.message, *_way(finding)))
        mark = hashlib.sha256(known.encode()).hexdigest()[:32]
        seen[mark] += 1
        yield f"{mark}:{seen[mark]}"


def _way(finding: Finding) -> tuple[str, ...]:
    """The way to the value, with ids for the positions of the response and the answer where they are known."""
    steps = steps_of(finding.place.pointer or "")
    if finding.response is None or steps[:1] != ("responses",):
        return tuple(step for step in steps if not step.isdigit())
    inside = steps[2:]
    if finding.answer is not None and inside[:1] == ("answers",):
        inside = inside[2:]
    return (finding.response, finding.answer or "", *inside)
