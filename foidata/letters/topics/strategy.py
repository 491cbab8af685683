"""Strategies and plans: what was sent, and whether it is what was asked for."""

import re
from dataclasses import replace

from foidata.letters.finders.documents import documents
from foidata.letters.topics import Asked, Reading, interpreter
from foidata.standard import register
from foidata.standard.codes import DocumentKind, Topic
from foidata.standard.facts import Reference

_WANTED = re.compile(
    (
        r"\b(?:cop(?:y|ies) of )(?P<wanted>(?:the|your|any)\s[^.;\n]{5,160}?\b(?:by|of) the (?:Council|Force"
        r"|Authority|Constabulary|Borough)\b|(?:the|your|any)\s[^.;,?\n]{5,120})"
    ),
    re.IGNORECASE,
)
_OWN_KINDS = (DocumentKind.STRATEGY, DocumentKind.ACTION_PLAN, DocumentKind.POLICY, DocumentKind.STATEMENT)
_ANOTHER = re.compile(r"\b(?:partnership|network|forum|alliance|board)\b", re.IGNORECASE)


@interpreter(Topic.STRATEGY_DOCUMENT)
def strategy(asked: Asked) -> Reading:
    """The documents of the answer. Terms of reference of a group are not the council's own strategy."""
    found = tuple(_judged(document, asked) for document in documents(asked.answer))
    return replace(Reading(), facts=found)


def _judged(document: Reference, asked: Asked) -> Reference:
    wanted = asked.passage.question.search(_WANTED)
    if wanted is None or document.title is None or document.kind in _OWN_KINDS or document.kind is None:
        return document
    named = register.mentions(document.title)
    if not _ANOTHER.search(document.title) or named:
        return document
    words = asked.passage.question.of(wanted, "wanted").evidence("answers_question")
    evidence = tuple(sorted((words, *document.evidence), key=lambda one: one.start))
    return document.but(answers_question=False, evidence=evidence)
