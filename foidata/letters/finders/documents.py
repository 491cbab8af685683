"""Documents that a letter sends, points to or speaks of."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.standard.codes import Access, DocumentKind
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Reference
from foidata.standard.period import Period

URL = re.compile(r"(?:https?://|www\.)[^\s<>\])\"’”]+[^\s<>\])\"’”.,;:!?]")
_TYPE = (
    r"(?:strategy|policy|plan|statement|terms of reference|procedure|protocol|pathway|guidance|guide|toolkit|charter"
    r"|framework|report|leaflet|spreadsheet|document|flow-?chart|course outline|slide pack|slides|handbook"
    r"|checklist|handout)"
)
_ATTACHED = re.compile(
    r"\b(?:please\s+)?(?:see|find|refer to)\s+(?:the\s+)?(?:attached|enclosed|appended|accompanying"
    r"|attachment|appendix|enclosure)\b",
    re.IGNORECASE,
)
_IS_ATTACHED = re.compile(
    r"\b(?:is|are)\s+(?:also\s+)?(?:attached|enclosed|appended|provided (?:as|with|in) )", re.IGNORECASE
)
_TITLE_AFTER = re.compile(
    r"\s*(?:[0-9]{1,2}\b)?\s*[,:–-]?\s*(?:(?:a\s+)?copy of\s+)?(?:the\s+|our\s+"
    r"|a\s+)?(?P<title>(?:[A-Z][\w’'&-]*)(?:[\w ’'&,()-]*?(?:[\w)])))(?=\s*(?:[.;\n]|$))"
)
_TITLE = re.compile(
    rf"\b(?:(?:A|The)\s+copy of\s+(?:the|our)\s+|The\s+|Our\s+|A\s+)?(?P<title>(?:[A-Z][\w’'-]*\s+(?:(?:and|of"
    rf"|for|the|against|on)\s+)?){{0,8}}(?i:{_TYPE})(?:\s+(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?)?)\b"
)
_WITHHELD = re.compile(
    rf"(?:(?:a\s+copy\s+of\s+)?(?:the|our|this)\s+)(?P<title>(?:\w[\w’'-]*\s+){{0,8}}?{_TYPE}(?:\s+(?:19|20)\d\d(?:\s?[-–/\u2010\u2011]\s?(?:19|20)?\d\d)?)?)\s+"
    r"(?:[a-z]+\s+(?:\w+\s+){{0,6}}?)?(?:is|are|has been|have been)\s+(?:being\s+)?(?:\w+\s+)?(?:withheld|exempt)\b",
    re.IGNORECASE,
)
_DATED_TITLE = re.compile(
    rf"(?P<title>(?:[A-Z][\w’'-]*\s+(?:(?:and|of|for|the|against|on)\s+)?){{1,8}}(?i:{_TYPE})\s+(?:19|20)\d\d"
    r"(?:\s?[-–/\u2010\u2011]\s?(?:19|20)?\d\d)?)"
)
_TO_COME = re.compile(
    r"\b(?:will|is to|due to|expected to)\s+(?:\w+\s+){0,2}(?:published|placed|made available|go (?:to|on))\b"
    r"|\bfuture publication\b"
    r"|\bgoes to (?:committee|cabinet|council)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:is|are|was|has been|have been|can be)\s+(?:\w+\s+){0,2}(?:published|found|read|seen|available"
    r"|accessible)?\s*(?:on|at|from)\s+"
    r"(?:our|the)\s+(?:\w+\s+)?(?:web ?site|web ?pages?|intranet)\b|\b(?:has been|is) published\b",
    re.IGNORECASE,
)
_ASKED_TITLE = re.compile(
    r"\b(?:an?|the|your)\s+(?P<title>(?:[\w’'-]+\s+){1,6}(?:statement|policy|strategy|action plan|charter))\b",
    re.IGNORECASE,
)
_KINDS = (
    (DocumentKind.TERMS_OF_REFERENCE, r"terms of reference"),
    (DocumentKind.ACTION_PLAN, r"action plan|delivery plan|\bplan\b"),
    (DocumentKind.STRATEGY, r"strategy"),
    (DocumentKind.STATEMENT, r"statement"),
    (DocumentKind.POLICY, r"polic(?:y|ies)|charter"),
    (DocumentKind.PROCEDURE, r"procedure|protocol|pathway|guidance|toolkit|framework"),
    (DocumentKind.TRAINING_MATERIAL, r"training|slides|leaflet"),
    (DocumentKind.DATA, r"spreadsheet|figures|\bdata\b|\.xlsx?|\.csv"),
)


def kind_of(title: str) -> DocumentKind | None:
    """What kind of document a title names."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, title, re.IGNORECASE)), None)


def documents(answer: Span, question: Span | None = None) -> Iterator[Reference]:
    """The documents of an answer, each once: one that is also attached is not only published."""
    found = list(_each(answer, question))
    attached = {one.title for one in found if one.access is Access.ATTACHED and one.title}
    return (one for one in found if one.access is not Access.PUBLISHED or one.title not in attached)


def _each(answer: Span, question: Span | None) -> Iterator[Reference]:
    """The documents of an answer: attached ones by title, linked ones by address.

    "A copy is attached" is of the document that the sentence before names; "it is at …" of the one the question names.
    """
    before: Span | None = None
    for sentence in sentences(answer):
        attached = sentence.search(_ATTACHED)
        link = sentence.search(URL)
        if attached and link is None:
            yield from _sent(sentence, attached)
        elif sentence.search(_IS_ATTACHED):
            yield from _said_attached(sentence, before)
        elif link:
            yield _linked(sentence, link, question)
        elif withheld := sentence.match(_WITHHELD):
            yield _kept_back(sentence, withheld)
        elif (title := sentence.search(_DATED_TITLE) or sentence.search(_TITLE)) and sentence.search(_TO_COME):
            yield _placed(sentence, sentence.of(title, "title"), Access.PLANNED)
        elif title and sentence.search(_PUBLIC):
            yield _placed(sentence, sentence.of(title, "title"), Access.PUBLISHED)
        before = sentence


def _placed(sentence: Span, title: Span, access: Access) -> Reference:
    """A document that a sentence names and says to be published, or to be so later."""
    return Reference.make(
        title=" ".join(title.words.split()),
        kind=kind_of(title.words),
        period=_years(title),
        access=access,
        evidence=(sentence.evidence(),),
    )


def _sent(sentence: Span, attached: re.Match[str]) -> Iterator[Reference]:
    """`Please see attached, the Action Plan 2015`."""
    found = _TITLE_AFTER.match(sentence.flow, attached.end(), sentence.end)
    words = sentence.of(attached)
    if found is None:
        yield Reference.make(access=Access.ATTACHED, evidence=(words.evidence("access"),))
        return
    title = sentence.of(found, "title")
    kind, period = kind_of(title.words), _years(title)
    fields = ["title", *(["kind"] if kind else []), *(["period"] if period else [])]
    yield Reference.make(
        title=" ".join(title.words.split()),
        kind=kind,
        period=period,
        access=Access.ATTACHED,
        evidence=(words.evidence("access"), title.evidence(*fields)),
    )


def _said_attached(sentence: Span, before: Span | None) -> Iterator[Reference]:
    """A document that a sentence says is attached: by its title, or by the title in the sentence before."""
    found = sentence.search(_DATED_TITLE) or sentence.search(_TITLE)
    earlier = before.search(_TITLE) if before and found is None else None
    if found:
        title, evidence = sentence.of(found, "title"), [sentence.evidence()]
    elif before and earlier:
        title = before.of(earlier, "title")
        evidence = [title.evidence("title"), sentence.evidence("access")]
    else:
        return
    yield Reference.make(
        title=" ".join(title.words.split()),
        kind=kind_of(title.words),
        period=_years(title),
        access=Access.ATTACHED,
        evidence=tuple(evidence),
    )


def _kept_back(sentence: Span, withheld: re.Match[str]) -> Reference:
    """`The Modern Slavery Action Plan is withheld`: a title only where it is written as one."""
    words = sentence.of(withheld, "title")
    named = re.sub(r"\b(?:and|of|for|the|against|on)\b", "", words.words).istitle() and " " in words.words
    return Reference.make(
        title=" ".join(words.words.split()) if named else None,
        kind=kind_of(words.words),
        access=Access.WITHHELD,
        evidence=(sentence.of(withheld).evidence(),),
    )


def _linked(sentence: Span, link: re.Match[str], question: Span | None) -> Reference:
    """A page that is pointed to."""
    found = sentence.search(_DATED_TITLE) or sentence.search(_TITLE)
    title = sentence.of(found, "title") if found and found.end() <= link.start() else None
    asked = question.search(_ASKED_TITLE) if question and title is None else None
    if question and asked:
        title = question.of(asked, "title")
    evidence: list[Evidence] = [title.evidence("title")] if title else []
    return Reference.make(
        title=" ".join(title.words.split()) if title else None,
        kind=kind_of(title.words) if title else None,
        access=Access.LINKED,
        url=link[0],
        evidence=(*evidence, sentence.of(link).evidence("access", "url")),
    )


def _years(title: Span) -> Period | None:
    """The year or years in a title."""
    dated = next(iter(periods(title)), None)
    return dated.period if dated else None
