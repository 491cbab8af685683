"""Where a finding is: in the user's own file, and in the letter."""

from typing import Any

from foidata.packages.place import Place as FoundPlace
from foidata.packages.place import Places, pointer_to
from foidata.rules import Fault, Within
from foidata.rules.personal import MASK, masked
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record
from foidata.standard.report import Place, Words
from foidata.standard.response import Response
from foidata.validate.walk import Hit, Steps

LONGEST_QUOTE = 300
"""So many characters of a letter at most stand in a finding; its offsets say the rest."""

CONTEXT = 80
"""So many characters of a letter at most stand before a quote, and as many after it."""

_PRIVACY, _EVIDENCE = "6", "4"


def place_of(places: Places, hit: Hit) -> Place:
    """Where a fault is in the file."""
    pointer = hit.met.pointer if hit.met else pointer_to(*hit.steps)
    found = (hit.met.place if hit.met else None) or places.find(pointer)
    return _place(found, pointer or None)


def words_of(places: Places, hit: Hit) -> Words | None:
    """The words of the letter that a fault is about: those the rule names, or those the value was read from."""
    if hit.within is None:
        return None
    response = hit.within.response
    private = hit.rule.code[3] == _PRIVACY
    start, end = hit.fault.letter or (None, None)
    if start is None and hit.rule.code[3] not in (_PRIVACY, _EVIDENCE):
        evidence = _evidence(hit.thing, hit.fault, hit.within)
        start, end = (evidence.start, evidence.end) if evidence else (None, None)
    if start is None or end is None:
        return None
    text = response.source.text or ""
    inside = start < len(text)
    return Words.make(
        response=response.id,
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1 if inside else None,
        column=start - (text.rfind("\n", 0, start) + 1) + 1 if inside else None,
        **_shown(text, start, end, private=private),
        place=_place_of_letter(places, hit.steps),
    )


def _shown(text: str, start: int, end: int, *, private: bool) -> dict[str, str | None]:
    """The words and those around them, as far as a report repeats them; of personal words only their shape."""
    if private:
        return {"quote": _cut(_shape(text[start:end]))}
    first, last = _back_to_space(text, start), _on_to_space(text, end)
    around = masked(text[first:last])
    before, quote, after = around[: start - first], around[start - first : end - first], around[end - first :]
    return {"quote": _cut(quote), "before": before or None, "after": after or None}


def _back_to_space(text: str, start: int) -> int:
    """Where the context before a place in a text begins: between two words."""
    start = min(start, len(text))
    first = min(max(0, start - CONTEXT), start)
    while first and first < start and not text[first - 1].isspace():
        first += 1
    return first


def _on_to_space(text: str, end: int) -> int:
    """Where the context after a place in a text ends: between two words."""
    last = min(len(text), end + CONTEXT)
    while last < len(text) and last > end and not text[last].isspace():
        last -= 1
    return last


def _cut(words: str) -> str | None:
    return (words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…") or None


def _place_of_letter(places: Places, steps: Steps) -> Place | None:
    """Where the text of a response's letter stands; none where no more is known than the file of the whole."""
    found = places.find(pointer_to(*steps[:2], "source", "text"))
    known = found.line is not None or found.file != places.file
    return _place(found) if known and steps[:1] == ("responses",) else None


def _place(found: FoundPlace, pointer: str | None = None) -> Place:
    names = ("file", "line", "column", "table", "row", "field", "cell")
    known = {name: getattr(found, name) for name in names}
    return Place.make(pointer=pointer, **known | {"file": as_text(found.file)})


def as_text(file: str) -> str:
    """A file's name as text, whatever bytes it is made of on disk."""
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _shape(words: str) -> str:
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
