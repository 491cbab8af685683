from collections.abc import Iterator
from decimal import Decimal

from foidata.documents.span import Span, Stretches
from foidata.letters.finders.counts import counts
from foidata.letters.finders.money import COST_LIMIT, money
from foidata.letters.finders.numbers import numbers_in
from foidata.letters.finders.sentences import sentences
from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.words import asked_under, shortened
from foidata.standard.answer import Answer, Question
from foidata.standard.codes import Severity, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record
from foidata.standard.response import Response

_QUANTITIES = ("annual_cost", "amount", "quantity", "out_of")
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
    claimed = Stretches((one.start, one.end) for one in _claims(response))
    for at, answer in enumerate(response.answers):
        found = [
            one
            for evidence in (answer.evidence if answer.status in _FIGURES_EXPECTED else ())
            for one in _figures(Span(text, evidence.start, min(evidence.end, len(text))), answer.topic)
            if not (claimed.touch(one) or numbers_in(one.words) & _values(answer))
        ]
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            message = (
                f"{asked_under(answer)} states {shortened(found[0].words, 40)!r}{more}, which no value was read from."
            )
            yield Fault(("answers", at), message, shortened(found[0].words), letter=(found[0].start, found[0].end))


def _figures(span: Span, topic: Topic) -> Iterator[Span]:
    """The sums of an answer, but for the limit of cost; and its counts, where the question can have asked for any."""
    counted = "counts" in topic.matched("facts").split()
    for sentence in sentences(span):
        if not sentence.search(COST_LIMIT):
            yield from (one.span for one in money(sentence))
            yield from (one.span for one in counts(sentence) if counted)


def _values(answer: Answer) -> set[Decimal]:
    """The numbers that the answer's facts hold: one without its words is another rule's matter."""
    held = (getattr(fact, name, None) for fact in answer.facts for name in _QUANTITIES)
    given = (number for one in held if one is not None for number in (one.value, one.low, one.high))
    return {number for number in given if number is not None}


def _claims(record: Record) -> Iterator[Evidence]:
    """The quotes of all that was read from a letter: values, notes, doubts, what is known to be unread."""
    for name in type(record).model_fields:
        held = getattr(record, name)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Evidence):
                if not (isinstance(record, Answer | Question) and name == "evidence"):
                    yield one
            elif isinstance(one, Record):
                yield from _claims(one)
