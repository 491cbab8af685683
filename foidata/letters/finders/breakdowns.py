"""The categories that a number is for: sex, age, nationality, exploitation, decision."""

import re
from collections.abc import Iterator, Sequence

from foidata.documents.span import Span
from foidata.standard.codes import Dimension
from foidata.standard.facts import Breakdown

_NATIONALITIES = (
    "UK|British|English|Scottish|Welsh|Irish|Albanian|Vietnamese|Romanian|Polish|Chinese|Nigerian|Eritrean|Sudanese"
    "|Ethiopian|Somali|Afghan|Iranian|Iraqi|Syrian|Kurdish|Pakistani|Indian|Bangladeshi|Sri Lankan|Filipino|Philippine"
    "|Ghanaian|Gambian|Egyptian|Libyan|Moroccan|Algerian|Bulgarian|Hungarian|Slovak(?:ian)?|Czech|Lithuanian|Latvian"
    "|Ukrainian|Turkish|Thai|Brazilian|Jamaican|Ugandan|Kenyan|Zimbabwean|Cameroonian|Congolese|Guinean"
)
_CATEGORIES = tuple(
    (dimension, re.compile(pattern, flags))
    for dimension, pattern, flags in (
        (Dimension.SEX, r"\b(?:fe)?males?\b|\b(?:wo)?m[ae]n\b|\bboys?\b|\bgirls?\b|\bnon-binary\b", re.IGNORECASE),
        (
            Dimension.AGE_GROUP,
            (
                r"\b(?:aged?|ages)\s+[0-9]{1,2}(?:\s?(?:-|–|to|and)\s?[0-9]{1,2})?(?:\s+(?:and|or) (?:over"
                r"|under|above))?"
                r"|\b(?:under|over)[- ][0-9]{1,2}s?\b|\b[0-9]{1,2}\s?(?:-|–|to)\s?[0-9]{1,2}[- ]years?(?:[- ]olds?)?"
                r"|\b[0-9]{2}\+|\badults?\b|\bchild(?:ren)?\b|\bminors?\b|\byoung (?:people|persons?|adults?)\b"
            ),
            re.IGNORECASE,
        ),
        (
            Dimension.EXPLOITATION,
            (
                r"\b(?:labour|sexual|criminal|forced labour|financial)(?: exploitation)?\b(?! (?:market|party"
                r"|abuse auth))"
                r"|\bdomestic (?:servitude|exploitation)\b|\bcounty lines\b|\borgan (?:removal|harvesting)\b"
                r"|\bsham marriages?\b"
                r"|\bforced (?:labour|criminality|marriages?)\b|\bcuckooing\b|\b(?:unknown|multiple"
                r"|mixed) exploitation\b"
            ),
            re.IGNORECASE,
        ),
        (
            Dimension.DECISION,
            (
                r"\b(?:positive|negative)?\s?(?:conclusive|reasonable) grounds\b(?: decisions?)?"
                r"|\b(?:positive|negative|pending|awaiting|awaited|outstanding|suspended|withdrawn) decisions?\b"
                r"|\b(?:decisions? )?(?:pending|awaited|awaiting (?:a )?(?:decision|outcome))\b"
            ),
            re.IGNORECASE,
        ),
        (
            Dimension.NATIONALITY,
            rf"\b(?:{_NATIONALITIES})s?(?:\s+nationals?)?\b|\b(?:non-)?(?:EU|EEA|UK)(?:\s+(?:nationals?|citizens?))?\b",
            0,
        ),
    )
)
_ASKED = {
    Dimension.SEX: re.compile(r"\b(?:by|their|the|per|of) (?:\w+ )?(?:gender|sex)\b|\bgenders?\b", re.IGNORECASE),
    Dimension.AGE_GROUP: re.compile(r"\bby age\b|\bages?\b|\badults? (?:and|or) child", re.IGNORECASE),
    Dimension.EXPLOITATION: re.compile(r"\b(?:type|kind|form)s? of (?:\w+ )?exploitation\b", re.IGNORECASE),
    Dimension.DECISION: re.compile(r"\bdecisions?\b|\boutcomes?\b", re.IGNORECASE),
    Dimension.NATIONALITY: re.compile(r"\bnationalit(?:y|ies)\b|\bcountry of origin\b", re.IGNORECASE),
}


def categories(label: Span | str) -> Iterator[tuple[Dimension, str]]:
    """The categories that the words for a number name, at most one of each dimension."""
    words = label.words if isinstance(label, Span) else label
    for dimension, pattern in _CATEGORIES:
        found = pattern.search(words)
        if found:
            yield dimension, " ".join(found[0].split())


def breakdowns(labels: Sequence[str], question: str) -> list[tuple[Breakdown, ...]]:
    """The breakdown of each number of an answer, by the words for them.

    A dimension counts only where the question asks for it or where the numbers differ in it: "9 children were found"
    is no breakdown by age, "adults 5, children 9" is.
    """
    named = [dict(categories(label)) for label in labels]
    kept = []
    for dimension in Dimension:
        seen = {one[dimension].lower() for one in named if dimension in one}
        asked = _ASKED.get(dimension)
        if len(seen) > 1 or (seen and asked and asked.search(question)):
            kept.append(dimension)
    return [
        tuple(Breakdown.make(dimension=one, category=found[one]) for one in kept if one in found) for found in named
    ]
