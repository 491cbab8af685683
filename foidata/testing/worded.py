"""Give what was drawn its words in the letter: figures, periods, days, a yes or a no, each quoted as it is said."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from foidata.rules.evidence.answer_against_quote import ANSWERS
from foidata.standard.answer import Answer
from foidata.standard.codes import PeriodKind
from foidata.standard.facts import Fact
from foidata.standard.json import written
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, record_in
from foidata.testing.plain import Plain

HAVE_WORDS = frozenset(("period", "start_year", *ANSWERS))
"""The fields that no other words may be quoted for than those given here."""

_FACTS = {name: kind for name, field in Answer.model_fields.items() if (kind := record_in(field.annotation)[0])}
_DAYS = ("sent", "published")


@dataclass(slots=True)
class Letter:
    """The text of a letter while a record about it is made. It grows by the words that the record needs."""

    text: str

    def stating(self, words: str) -> int:
        """Where new words stand, on a line of their own at the end."""
        self.text += f"\n{words}"
        return len(self.text) - len(words)


def state_facts(answer: Plain, letter: Letter) -> None:
    """Let the letter say the values of each fact that quotes it."""
    for name, kind in _FACTS.items():
        for fact in answer.get(name, ()) if kind in get_args(Fact) else ():
            if fact.get("evidence"):
                _state(kind, fact, letter)


def state_days(response: Plain, letter: Letter) -> None:
    """Let the quotes that are for a day of the letter give that day."""
    fields = [name for name in response if name != "evidence"]
    for one in response.get("evidence", ()):
        named = {fields[number % len(fields)] for number in one.get("of", ())}
        for name in [name for name in _DAYS if name in named][:1]:
            words = _day_words(response[name])
            one |= {"start": letter.stating(words), "end": len(words), "of": [name]}


def _state(kind: type[Record] | None, fact: Plain, letter: Letter) -> None:
    """Let the first quote of a fact be the words for its values."""
    kinds = {name: record_in(field.annotation)[0] for name, field in kind.model_fields.items()} if kind else {}
    words = {name: _SAID[kinds[name]](fact[name]) for name in fact if kinds[name] in _SAID}
    for name, said in words.items():
        if "stated" in fact[name]:
            fact[name]["stated"] = said
    words |= {name: f"{name}: {fact[name]}" for name in ("start_year", *ANSWERS) if name in fact}
    if words:
        said = "; ".join(words.values())
        fact["evidence"][0] |= {"start": letter.stating(said), "end": len(said), "of": list(words)}


def _quantity_words(quantity: Plain) -> str:
    """A quantity as a letter may put it."""
    said = {name: written(quantity[name]) for name in ("value", "low", "high") if name in quantity}
    forms = {"at_least": "{low} or more", "at_most": "up to {high}", "range": "{low} to {high}"}
    return forms.get(quantity["qualifier"], "{value}").format(**said)


def _period_words(period: Plain) -> str:
    """A period as a letter may put it."""
    if period["kind"] in (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR):
        return Period.model_validate(period).label.replace(" ac", " academic year")
    start, end = (_day_words(period[name]) if name in period else None for name in ("start", "end"))
    if period["kind"] == PeriodKind.OPEN:
        return f"since {start}" if start else f"until {end}"
    return f"{start} to {end}" if end and end != start else str(start)


def _day_words(partial: str) -> str:
    """A year, month or day as a letter may put it: `5 March 2024`."""
    year, *rest = partial.split("-")
    months = [calendar.month_name[int(month)] for month in rest[:1]]
    return " ".join([*(str(int(day)) for day in rest[1:]), *months, year])


_SAID: Mapping[type[Record] | None, Callable[[Plain], str]] = MappingProxyType(
    {Quantity: _quantity_words, Period: _period_words}
)
"""How values are put into words."""
