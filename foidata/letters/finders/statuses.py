"""Words that say why a figure or an answer is not there, or that it is nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidata.documents.span import Span
from foidata.letters.finders.exemptions import OTHER_LAW
from foidata.standard.codes import Status


@dataclass(frozen=True, slots=True)
class Said:
    """A status and the words that say so."""

    span: Span
    status: Status


_HELD = r"(?:held|hold|holds|recorded|record|records|collected|collate[sd]?|kept|available|captured|logged)"
_SEPARATELY = (
    r"(?:separately|centrally|individually|in (?:a|this) (?:reportable )?(?:format|form|way|level of detail)"
    r"|at this level)"
)
_BUDGET = (
    r"(?:budgets?|funding|funds?|money|monies|resources?|allocation|pot|financial provision|expenditure|investment)"
)
_SET_ASIDE = (
    r"(?:dedicated|specific|separate|ring-?\s?fenced|discrete|designated|particular|stand-?alone|earmarked|allocated)"
)
_NOT = r"(?:not|n[’']t|never|no longer)"
_FEW = r"(?:3|5|6|10|three|five|six|ten)"
_UNIT = r"\s*(?:%|k\b|per ?cent|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|miles?|thousand|million|pounds)"
_COUNTED = rf"(?![\w,.-]*[0-9])(?![s-]|{_UNIT})"

_PHRASES: tuple[tuple[Status, str], ...] = (
    (
        Status.SUPPRESSED,
        (
            rf"[<≤]\s?{_FEW}\b{_COUNTED}|(?<!no )\b(?:fewer|less) than {_FEW}\b{_COUNTED}|\bunder {_FEW}\b{_COUNTED}"
            rf"|\b{_FEW} or (?:fewer|less)\b{_COUNTED}|\blow numbers?\b|\bsuppressed\b"
        ),
    ),
    (
        Status.COST_LIMIT,
        (
            r"(?:exceed|over|above|beyond|more than|excess of|pass|breach)\w*\s+(?:the\s+)?(?:appropriate|cost"
            r"|statutory|£?450|£?600|(?:18|24)[- ]hours?\b(?!\s+(?:of\s+(?:\w+\s+)?(?:training|learning|support|care)"
            r"|a week|(?:per|each) week)))(?:\s+(?:cost\s+)?limits?)?"
            rf"|(?<![’'])\bs(?:ection)?\.?\s?12\s?(?:\([1245]\))?(?=\W|$)(?!\s*\([a-z])(?!{OTHER_LAW})"
            r"|(?:take|takes|taking|require|requires|comes? to|amount to)\s+(?:\w+\s+){0,4}(?:in excess of"
            r"|more than|over)\s+(?:18|24|\w+een)\s+hours"
            r"|\bmanifestly unreasonable\b|\breg(?:ulation)?\.?\s?1[02]\(4\)\(b\)"
            r"|cost (?:limit|of compliance|ceiling|threshold)"
        ),
    ),
    (
        Status.COST_LIMIT,
        (
            r"\b(?:minutes|mins|hours) (?:apiece|each|per (?:file|case|record|assessment))\b"
            r"|\bat (?:\w+ ){1,3}minutes (?:a|per|each)\b"
        ),
    ),
    (Status.NEITHER_CONFIRMED_NOR_DENIED, r"neither\s+confirm(?:s|ed|ing)?\s*(?:n?or|/)\s+den(?:y|ies|ied|ying)"),
    (Status.VEXATIOUS_OR_REPEATED, r"\bvexatious\b|\brepeat(?:ed)? request\b"),
    (
        Status.WITHHELD,
        (
            r"\b(?:is|are|being|been|be)\s+(?:\w+\s+)?(?:withheld|exempt(?:ed)?|redacted)\b"
            r"|\bwithh(?:old|eld|olding)\b|\bexempt(?:ion)?\s+(?:from|under|by|in)\b|\bnot disclos(?:ed|ing|able)\b"
            r"|\bthis part is being refused\b|\bexemption\b[^.\n]{0,60}\b(?:is|was|has been) applied\b"
            r"|\b(?:request|question|information)\b[^.\n]{0,60}\brefused\b|\brefus(?:e|ed|ing)\s+(?:to\s+(?:provide"
            r"|disclose|release|comply|supply)|(?:your|this|the|that|a)\s+(?:\w+\s+)?(?:request|question|information"
            r"|part)|under\b|disclosure)"
        ),
    ),
    (
        Status.TRANSFERRED,
        (
            r"\b(?:request|question|enquiry)s?\s+(?:\w+\s+){1,4}(?:transferred|forwarded|passed)\b"
            r"|\b(?:transferred|forwarded|passed)\s+(?:your|this|the)\s+(?:\w+\s+)?(?:request|question|enquiry)"
        ),
    ),
    (
        Status.OTHER_BODY,
        (
            r"\b(?:is|are|falls?|lies?|rests?|sits?)\s+(?:\w+\s+){0,3}(?:a\s+)?(?:matter|responsibility"
            r"|function)s?\s+(?:for|of|with)\s+(?:the\s+)?(?:county|district|borough|police|city|health"
            r"|home office|pcc)"
            r"|\b(?:district|county|borough) councils?\b[^.\n]{0,50}\b(?:has|have|run|runs|provide"
            r"|provides)\s+no\s+(?:\w+ ){0,3}(?:social"
            r"|children|housing|education)"
            r"|\b(?:we|council|authority) (?:is|are) not (?:the )?(?:\w+ )?responsible (?:for|authority)\b"
            r"|\bnone of this sits with\b"
            r"|\bis a (?:county|district|borough) council (?:function|responsibility|matter)"
            r"|\b(?:please|should|need to|will need to|advise you to)\s+(?:contact|ask|direct (?:your"
            r"|this) (?:request|question)s? to|redirect)\s+(?=[A-Z]|the (?:police|county|home office|district))"
            r"|\b(?:held|recorded) by (?:the\s+)?(?:police|county council|home office|district|borough|another)"
        ),
    ),
    (
        Status.NOT_RECORDED_SEPARATELY,
        (
            rf"{_NOT}\s+(?:\w+\s+){{0,3}}{_HELD}\s+(?:\w+\s+){{0,4}}{_SEPARATELY}"
            rf"|{_NOT}\s+(?:\w+\s+){{0,2}}(?:separately|centrally|individually)\s+(?:identif\w+|{_HELD}|coded"
            rf"|costed|allocated|budgeted)"
            r"|cannot be (?:separated|split|broken down|disaggregated|identified separately|separately identified"
            r"|isolated|extracted|quantified)"
            r"|(?:not|unable to|cannot) (?:be )?(?:possible to )?(?:split|separate|disaggregate|isolate|break down"
            r"|quantify|identify separately)"
            r"|(?:met|funded|absorbed|contained|covered|paid|delivered)\s+(?:from|by|within|through"
            r"|out of)\s+(?:\w+\s+){0,2}(?:existing|core|overall|general|mainstream|base|wider"
            r"|business as usual)\s+(?:\w+\s+){0,2}(?:budgets?|resources?|funding|services?)"
            r"|part of (?:the |our |its )?(?:overall|wider|general|core|existing|business as usual"
            r"|day[- ]to[- ]day)\s+(?:\w+\s+){0,3}(?:budgets?|business|work|resources?|duties|role|funding"
            r"|provision)"
            rf"|{_NOT} (?:\w+ )?(?:break|broken|split|separate|disaggregate)[a-z]* (?:it |this |them )?(?:down|out)?\b"
            r"|(?:unable to|cannot|not possible to|not able to) break (?:\w+ ){1,3}down"
            r"|\b(?:we|i) (?:cannot|can[’']t|are unable to|could not) (?:say|report|tell (?:you|how|which"
            r"|whether))\b|\bunable to (?:say|report)\b"
            r"|(?:falls |is )?outside what we (?:have been able to|can) (?:collate|report)|\bnot recorded apart\b"
            r"|unable to report|no (?:separate|specific) (?:record|cost code|code|figure)s?"
            r"|cannot (?:be )?report(?:ed)?"
        ),
    ),
    (
        Status.NO_DEDICATED_RESOURCE,
        (
            rf"\bno\s+(?:\w+\s+){{0,2}}{_SET_ASIDE}\s+(?:\w+\s+){{0,4}}{_BUDGET}"
            rf"|\b(?:{_NOT}|without)\s+(?:\w+\s+){{0,4}}(?:a"
            rf"|any)\s+(?:\w+\s+){{0,2}}{_SET_ASIDE}\s+(?:\w+\s+){{0,4}}{_BUDGET}"
            rf"|\b{_NOT}\s+(?:\w+\s+){{0,3}}(?:ring-?\s?fence[d]?|set aside|earmark(?:ed)?|specifically allocated"
            rf"|separately funded)"
            rf"|\b{_BUDGET}\s+(?:is|was|are|were|has been|have been)\s+{_NOT}\s+(?:\w+\s+)?{_SET_ASIDE}"
            rf"|\bno\s+(?:\w+\s+)?{_BUDGET}\s+(?:\w+\s+){{0,3}}(?:specifically|solely|exclusively|dedicated|earmarked)"
            r"|\b(?:dim|nid oes|does dim)\s+(?:\w+\s+)?cyllideb benodol"
        ),
    ),
    (
        Status.NOT_HELD,
        (
            rf"\bno\s+(?:\w+\s+){{0,3}}(?:information|records?|data|figures?|statistics)\s+(?:\w+\s+){{0,3}}{_HELD}"
            rf"|\b(?:information|data|figures?|records?|this|it)\s+(?:is|are|was|were)\s+{_NOT}\s+(?:currently\s+"
            rf"|yet\s+)?(?:held|recorded|collected|collated|kept|available|captured)"
            r"|\b(?:does|do|did)\s?(?:not|n[’']t)\s+(?:currently\s+)?(?:hold|record|collect|collate|keep|capture"
            r"|have)\s+(?:\w+\s+){0,3}(?:information|data|figures?|records?|statistics|this)"
            r"|\b(?:is|are) (?:not|n[’']t) (?:currently |yet )?held\b|\b(?:information |data )?not held\b"
            r"|\bno information(?: held)?\b|\bhold none\b"
            r"|\bnone (?:is |are )?held\b"
            r"|\bheb ei gadw\b|\bholds? no\b|\bnot (?:recorded|known|collated|collected|captured)(?=\s*(?:[.;,]|\n|$))"
            r"|\bno (?:such )?(?:log|list|procedure|record|register|data|figures?)\b[^.\n]{0,40}\b(?:kept"
            r"|held|maintained|of our own)"
        ),
    ),
    (Status.NOT_APPLICABLE, r"\bnot applicable\b|(?<![\w/])n/?a\b(?!\w)|\bddim yn berthnasol\b|\bdoes not apply\b"),
)
_ORDERED = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in _PHRASES)

_NIL = re.compile(
    r"\W{0,3}(?:none(?! (?:of|held|is held|are held)\b)|nil|zero|nothing(?! (?:further|else|more|to)\b)|£?0(?:\.00)?"
    r"|dim(?! \w))\b(?!\s?[.,–-]?\s?[0-9])(?!\s*%)",
    re.IGNORECASE,
)
_NIL_SPENT = re.compile(
    rf"\W{{0,3}}\b(?:no(?!\s+(?:\w+\s+)?{_SET_ASIDE}\b)|nothing|not any)\s+(?:\w+\s+)?(?:{_BUDGET}\s+)?(?:was|were"
    r"|has been|have been|is|are)\s+(?:\w+\s+)?(?:spent|invested|allocated|provided|paid|given|used|incurred)\b",
    re.IGNORECASE,
)


_TAKEN_BACK = re.compile(
    r"\b(?:not uphold|do not agree|set(?:ting)? (?:it )?aside|overturn\w*|no longer (?:rely|relies|apply)"
    r"|should not have"
    r"|ought not to have|without waiving)\b",
    re.IGNORECASE,
)
"""A sentence that takes a reason back, as a review does."""
_MIGHT = re.compile(r"\W*(?:if|should|where|in (?:a few|some|certain) cases|a fee)\b", re.IGNORECASE)


def taken_back(sentence: Span) -> bool:
    """Whether a sentence only speaks of a reason that no longer holds, or that might come to hold."""
    return bool(sentence.search(_TAKEN_BACK) or sentence.match(_MIGHT))


def reasons(span: Span) -> Iterator[Said]:
    """The reasons for absence that a stretch gives, the strongest first.

    A bound or a mask beats the rest, then cost; another body beats records, "not split out" beats "nothing set aside",
    and that beats plain "not held".
    """
    for status, pattern in _ORDERED:
        found = span.search(pattern)
        if found:
            yield Said(span.of(found), status)


def reason(span: Span) -> Said | None:
    """The strongest reason for absence that a stretch gives."""
    return next(reasons(span), None)


def nil(span: Span) -> Said | None:
    """A plain nothing at the start of a stretch: `None`, `Nil`, `£0`, `Nothing was spent`."""
    found = span.match(_NIL_SPENT) or span.match(_NIL)
    return Said(_bare(span.of(found)), Status.NIL) if found else None


def _bare(span: Span) -> Span:
    words = span.words
    skipped = len(words) - len(words.lstrip(" \t\n\u00a0:-–—.,('\"‘“"))
    return span.to(span.start + skipped, span.end)
