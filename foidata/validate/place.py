"""Where a finding is: in the user's own file, and in the letter."""

from typing import Any

from foidata.packages.place import Places, pointer_to
from foidata.rules import Fault, Within
from foidata.rules.personal import MASK
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record
from foidata.standard.report import Place, Words
from foidata.standard.response import Response
from foidata.validate.walk import Hit

LONGEST_QUOTE = 300
"""So many characters of a letter at most stand in a finding; its offsets say the rest."""

_PRIVACY, _EVIDENCE = "6", "4"


def place_of(places: Places, hit: Hit) -> Place:
    """Where a fault is in the file."""
    pointer = hit.met.pointer if hit.met else pointer_to(*hit.steps)
    found = (hit.met.place if hit.met else None) or places.find(pointer)
    names = ("file", "line", "column", "table", "row", "field", "cell")
    return Place.make(pointer=pointer or None, **{name: getattr(found, name) for name in names})


def words_of(hit: Hit) -> Words | None:
    """The words of the letter that a fault is about: those the rule names, or those the value was read from."""
    if hit.within is None:
        return None
    response = hit.within.response
    group = hit.rule.code[3]
    start, end = hit.fault.letter or (None, None)
    if start is None and group not in (_PRIVACY, _EVIDENCE):
        evidence = _evidence(hit.thing, hit.fault, hit.within)
        start, end = (evidence.start, evidence.end) if evidence else (None, None)
    if start is None or end is None:
        return None
    words = (response.source.text or "")[start:end]
    quote = _shown(_masked(words) if group == _PRIVACY else words)
    return Words.make(response=response.id, start=start, end=end, quote=quote)


def _shown(words: str) -> str | None:
    return (words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…") or None


def _masked(words: str) -> str:
    """Words of which only the shape is left, so that a report repeats nothing personal."""
    return "".join(char if char.isspace() or char == "@" else MASK for char in words)


def _evidence(thing: Any, fault: Fault, within: Within) -> Evidence | None:
    """The quote for the value at fault: of the innermost record on the way to it that has any."""
    path: list[tuple[Any, str]] = [(within.owner, ""), (thing, "")]
    for step in fault.at:
        record = path[-1][0]
        inner = record[step] if isinstance(step, int) else getattr(record, step, None)
        path[-1] = (record, str(step))
        path.append((inner, ""))
    for record, field in reversed(path):
        if isinstance(record, Record) and (found := _supporting(record, field)):
            return found
    return None


def _supporting(record: Record, field: str) -> Evidence | None:
    evidence: tuple[Evidence, ...] = getattr(record, "evidence", ())
    named = next((one for one in evidence if any(path.split(".")[0] == field for path in one.of)), None)
    return named or (None if isinstance(record, Response) else next(iter(evidence), None))
