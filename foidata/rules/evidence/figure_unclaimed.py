import re
from collections.abc import Iterator
from decimal import Decimal

from foidata.documents.span import Span, Stretches
from foidata.letters.finders.counts import counts
from foidata.letters.finders.money import COST_LIMIT, money
from foidata.letters.finders.numbers import WORDS, numbers_in
from foidata.letters.finders.sentences import sentences
from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.texts import said_in
from foidata.rules.words import asked_under, shortened
from foidata.standard.answer import Answer, Question
from foidata.standard.codes import Severity, Status, Topic
from foidata.standard.response import Response

_QUANTITIES = ("annual_cost", "amount", "quantity", "out_of")
_LIKE_A_SUM = re.compile(r"(?:£|GBP)\s?[0-9]", re.IGNORECASE)
_LIKE_A_FIGURE = re.compile(
    rf"(?:£|GBP)\s?[0-9]|\b(?!(?:19|20)[0-9]{{2}}\b)[0-9]+|\b(?:{'|'.join(WORDS)}|nil|none)\b", re.IGNORECASE
)
"""A quick look for whatever could be a figure and is no year, before the finders look closely."""
_WHOLE = ((Answer, "evidence"), (Question, "evidence"))
"""The quotes that say where an answer or a question stands, and not what was read from it."""
_COUNTED = frozenset(topic for topic in Topic if "counts" in topic.matched("facts").split())
"""The topics of questions that can ask for a number of people or things."""
_FIGURES_EXPECTED = (Status.ANSWERED, Status.PARTLY_ANSWERED)


@rule("FOI415", Severity.INFO)
def figure_unclaimed(response: Response) -> Iterator[Outcome]:
    """An answer states a figure that no value of the record was read from.

    It may be a sum or a count that was overlooked, which nobody misses in a table. Or it is none that was asked for.

    Example: "£12,000 in 2022/23 and £9,500 in 2023/24", with one funding line.

    Fix: Read the answer again, and add the value, or a note that quotes the words.
    """
    text = response.source.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    quotes = (one.evidence for one in said_in(response).quotes if (one.holder, one.field) not in _WHOLE)
    claimed = Stretches((one.start, one.end) for one in quotes)
    for at, answer in enumerate(response.answers):
        if answer.status not in _FIGURES_EXPECTED:
            continue
        counted = answer.topic in _COUNTED
        quick = _LIKE_A_FIGURE if counted else _LIKE_A_SUM
        places = (Span(text, one.start, min(one.end, len(text))) for one in answer.evidence)
        found = [
            one
            for place in places
            if any(not claimed.touch(place.of(number)) for number in place.matches(quick))
            for one in _figures(place, counted=counted)
            if not (claimed.touch(one) or numbers_in(one.words) & _values(answer))
        ]
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            message = (
                f"{asked_under(answer)} states {shortened(found[0].words, 40)!r}{more}, which no value was read from."
            )
            yield Fault(("answers", at), message, shortened(found[0].words), letter=(found[0].start, found[0].end))


def _figures(span: Span, *, counted: bool) -> Iterator[Span]:
    """The sums of an answer, but for the limit of cost; and its counts, where the question can have asked for any."""
    for sentence in sentences(span):
        if not sentence.search(COST_LIMIT):
            yield from (one.span for one in money(sentence))
            yield from (one.span for one in counts(sentence)) if counted else ()


def _values(answer: Answer) -> set[Decimal]:
    """The numbers that the answer's facts hold: one without its words is another rule's matter."""
    held = (getattr(fact, name, None) for fact in answer.facts for name in _QUANTITIES)
    given = (number for one in held if one is not None for number in (one.value, one.low, one.high))
    return {number for number in given if number is not None}
