"""Remarks that change how an answer should be read."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.sentences import sentences
from foidata.standard import register
from foidata.standard.codes import NoteKind
from foidata.standard.facts import Note

_CUES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            NoteKind.CAVEAT,
            (
                r"(?:it should (?:also )?be noted|please (?:also )?note|note that|however|whilst|although"
                r"|while (?:the|we)|this (?:figure|total|sum|amount)s? (?:does|do|is|are|include|exclude)"
                r"|(?:the|these) (?:figures?|totals?|sums?|amounts?|numbers?) (?:do|does|are|is|may|include"
                r"|exclude|only|run|cover))\b"
            ),
        ),
        (
            NoteKind.CONTEXT,
            (
                r"(?:the (?:main |key |overall )?(?:aims?|purpose|objectives?|role) of|by way of (?:background"
                r"|context)|for (?:background|context|information))\b"
            ),
        ),
        (
            NoteKind.COMMITMENT,
            (
                r"(?:we|the (?:council|authority|force)) (?:will|plans? to|intends? to|(?:is|are) (?:planning"
                r"|developing|working towards|in the process of))\b"
            ),
        ),
    )
)
_OTHER_BODY = re.compile(
    r"\b(?:please|should|need to|will need to|advise you to|may wish to|suggest (?:that )?you)\s+(?:contact"
    r"|ask|direct|redirect|approach)\b|\b(?:is|are) (?:a matter|the responsibility|a function|held"
    r"|recorded) (?:for|of|by)\b",
    re.IGNORECASE,
)


def notes(answer: Span) -> Iterator[Note]:
    """The remarks of an answer, a sentence each: limits, background, promises, and other bodies it names."""
    for sentence in sentences(answer):
        kind = next((kind for kind, cue in _CUES if sentence.match(cue)), None)
        if kind:
            yield Note.make(kind=kind, text=sentence.words, evidence=(sentence.evidence(),))
        elif sentence.search(_OTHER_BODY):
            body = next(iter(register.mentions(sentence.words)), None)
            if body:
                name = sentence.words[body.start : body.end]
                yield Note.make(
                    kind=NoteKind.OTHER_BODY,
                    text=sentence.words,
                    body=" ".join(name.split()),
                    evidence=(sentence.evidence(),),
                )
