"""The words around questions and answers: block headings, answer marks, and how letters close."""

import re

from foidata.documents.span import Span

_I = re.IGNORECASE
_GAP = r"[ \t\u00a0]"

REQUEST_HEAD = re.compile(
    rf"(?:what (?:was|you(?: have)?) (?:asked|requested)(?: for)?"
    rf"|(?:(?:the|your|details of(?: the| your)?|original|my|summary of(?: the)?){_GAP}+)?"
    rf"(?:request(?:ed)?(?: details| for information)?|questions?|information requested|enquiry"
    rf"|you(?: have)? (?:asked|requested)(?: (?:for|us|the following|for the following(?: information)?))?)){_GAP}*:?$",
    _I,
)
"""A line of its own above the questions: `You asked:`, `Request`."""

RESPONSE_HEAD = re.compile(
    rf"(?:what we (?:released|disclosed|hold|can (?:tell|say|release)(?: you)?)"
    rf"|(?:(?:the|our|council(?:’|')?s?|my|in|summary of(?: the)?){_GAP}+)?"
    rf"(?:response|reply|replies|answers?|decision|findings|information (?:provided|released|disclosed))"
    rf"(?:{_GAP}+(?:to your (?:request|questions)|is as follows"
    rf"|[0-9]{{1,2}}[-/. ][0-9A-Za-z]+[-/. ][0-9]{{2,4}}))?){_GAP}*:?$",
    _I,
)
"""A line of its own above the answers: `Our response`, `Decision`."""

ANSWER_MARK = re.compile(
    rf"(?:(?:Ateb|Ymateb){_GAP}*/{_GAP}*)?(?:Answer|Response|Reply|Ateb|Ymateb|Our (?:answer|response|reply)"
    r"|(?:The )?Council(?:’"
    rf"|')?s? (?:answer|response)|Ans|RESPONSE|ANSWER)"
    rf"(?:{_GAP}?(?:to{_GAP})?(?:Q|Question)?{_GAP}?[0-9]{{1,2}}[a-z]?)?{_GAP}*(?::|[-–—](?={_GAP})|$)[-–—]?"
    rf"|A{_GAP}?[0-9]{{0,2}}[.:]{_GAP}|A[0-9]{{1,2}}{_GAP}(?=[A-Z])"
)
"""What stands before one answer: `Answer:`, `Response -`, `A1.`, `Ateb / Answer:`."""

_ASKING = (
    r"(?:where|if|in so far as|as far as) (?:relevant|possible|applicable|available|so|not|yes|known"
    r"|this is the case)\b"
    r"|(?:and |also,? )?(?:could|can) you\b|tell us\b|give\b|for example\b|e\.g\.|i\.e\.|broken down\b|split by\b"
    r"|(?:totals?|figures?|numbers?|breakdowns?) (?:by|for|per)\b"
    r"|(?:and |also |if \w+ )?please,? (?:also |can you |could you )?(?:provide|give|state|specify|include"
    r"|supply|list|confirm|detail|break|indicate|explain|tell|answer|describe|say|name|send|share|reply"
    r"|split|choose|select|complete|fill in|use|separate|note|examples?)\b"
    r"|(?:the )?answer (?:can|may|should)\b"
)
CONTINUES = re.compile(rf"\W{{0,3}}(?:{_ASKING})", _I)
"""How a line begins that still belongs to the question above it: `Where possible please provide examples.`"""

RUNS_ON = re.compile(rf"\W{{0,3}}(?:{_ASKING}|(?:and|or|by|including|to include|note)\b)|\s*\(", _I)
"""How the words go on, on the same line, that belong to a question after its question mark."""

REQUESTS = re.compile(
    r"please,? (?:can you |could you )?(?:give|provide|confirm|list|supply|send|tell|name|describe|say)(?: me"
    r"| us)?(?: with)?"
    r" (?:the|an?|any|all|details?|copies|how|what|which|who|when|whether)\b(?! examples?| following)",
    _I,
)
"""How a line begins that asks without a question mark: `Please give the number of …`."""

EMAIL = re.compile(
    r"(?<![\w.%+█-])[A-Za-z0-9█][\w.%+█-]{0,63}@[A-Za-z0-9█-]{1,63}(?:\.[A-Za-z0-9█-]{1,63}){1,8}", re.ASCII
)
"""An e-mail address."""

REGULATOR = re.compile(
    r"information commissioner|wycliffe house|\bICO\b|ico\.org\.uk|0303 123 1113|st andrews|itspublicknowledge"
    r"|foi\.scot|cromac place",
    _I,
)

CLOSING = re.compile(
    r"\W{0,3}(?:"
    r"(?:if|should) you (?:(?:are|be|remain|feel|wish|have|would|want|still|do|need"
    r"|require)\b)[^\n]{0,160}?\b(?:dissatisf|unhappy|not (?:happy|satisf|content|agree)|complain|challenge"
    r"|review|appeal|quer|concern|further|satisf|questions about|assist)"
    r"|please (?:come back to|get (?:back )?in touch|let (?:me|us) know if)\b"
    r"|(?:please )?(?:contact|quote|do not hesitate)\b[^\n]{0,80}\b(?:reference|if you|should you|any queries"
    r"|get in touch|further)"
    r"|please quote\b|(?:for|to (?:ask for|request|seek)) an? (?:internal )?review\b"
    r"|an? (?:internal )?review (?:can|may|should|of (?:this|our)) |if you (?:would like|want|wish) (?:this"
    r"|us|the|our)[^\n]{0,60}\b(?:review|look(?:ed)? (?:at )?again)"
    r"|unhappy (?:with|about)\b|to complain\b|review requests?\b|you have (?:[0-9]+|\w+) working days\b|your right to\b"
    r"|if you disagree\b|you (?:now |also )?(?:have (?:the|a) right|may|can|are entitled|are free"
    r"|are welcome)\b[^\n]{0,60}\b(?:review|complain|appeal|re-?use|use (?:this|the) information|contact us)"
    r"|[^\n]{0,80}\bre-?us(?:e|ed|ing)\b[^\n]{0,120}\b(?:licen[cs]e|copyright|information)"
    r"|[^\n]{0,60}\bopen government licen[cs]e"
    r"|[^\n]{0,60}\b(?:owns the copyright|copyright (?:in|of|owner)|infringe copyright)|the supply of (?:this "
    r"|the )?information"
    r"|[^\n]{0,60}\b(?:kept|used) for (?:your )?(?:own |private |personal )+(?:use|study)"
    r"|(?:yours (?:sincerely|faithfully|truly)|kind(?:est)? regards|best (?:regards|wishes)|regards"
    r"|many thanks|with regards)\b"
    r"|(?:appeals?|complaints?|right of (?:review|appeal)|your rights?|internal reviews?"
    r"|re-?use of information|copyright)\b[^\n]{0,40}(?::|$)"
    r"|(?:in keeping|in line|in accordance) with (?:our|the) duty|(?:in accordance with|under"
    r"|for the purposes of) (?:section 17\b[^\n]{0,80}\b(?:notice|refusal)|the re-use)"
    r"|[^\n]{0,60}\b(?:has|have) dealt with this request\b|[^\n]{0,60}\banswered this (?:as|under)\b"
    r"|this (?:letter|e-?mail|response|notice) (?:(?:is|acts as|serves as|constitutes|should be read as) (?:our|a|the)"
    r" refusal notice|concludes|completes)|explanation of\b"
    r"|i (?:hope|trust) (?:that )?(?:this|the above)|thank you for your (?:interest|request|enquiry|e-?mail|letter"
    r"|correspondence)"
    r"|os ydych|mae croeso i chi|yn gywir|you are welcome to contact"
    r"|conclusions?\b[^\n]{0,20}:|(?:i|we) (?:apologise|am sorry|are sorry)\b"
    r"|rate this page|was this page (?:helpful|useful)|did you find this (?:page )?(?:helpful|useful)"
    r"|last (?:reviewed|updated)\b|not happy\?"
    r"|references$|visible links|sent (?:by|from) (?:the|my)\b|published (?:on|by)\b"
    r"|reference number$|date (?:request )?(?:received|of decision|responded)|documents$|attachments?$"
    r"|attachment [0-9]{1,2}\b|further information$|related (?:pages|links)$|files$|downloads?$"
    r"|advice and assistance$|skip to\b"
    r"|\[[0-9]{1,2}\] "
    r")",
    _I,
)
"""How a paragraph begins that is no answer but the end of a letter: review, re-use, greeting, page furniture."""


def begins(span: Span, pattern: re.Pattern[str]) -> bool:
    """Whether a stretch begins so."""
    return span.match(pattern) is not None
