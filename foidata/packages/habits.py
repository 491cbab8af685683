"""Habits: how people write values in spreadsheets, where the standard has one form for each.

Whoever reads cells asks here what a text means that is not in that form. A reader of workbooks takes what is certain; a
reader of CSV files, whose rows other programs read too, says what to write instead.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from foidata.documents.span import Span
from foidata.letters.finders.counts import counts
from foidata.letters.finders.money import money
from foidata.letters.finders.numbers import number
from foidata.letters.finders.periods import Dated, periods
from foidata.packages.cellforms import is_day, misfit
from foidata.packages.cells import cell, value_of
from foidata.packages.days import days_meant
from foidata.packages.labels import meant, shown
from foidata.packages.table import Column
from foidata.standard.json import written
from foidata.standard.period import Period, labelled
from foidata.standard.quantity import Quantity

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_YES, _NO = ("yes", "y", "true", "t"), ("no", "n", "false", "f")
_CURLY = re.compile("[“”„](.*)[“”]")
_WHOLE = re.compile(r"-?[0-9]+\.0+")
_POWER = re.compile(r"-?[0-9](?:\.[0-9]+)?e\+?[0-9]{1,2}")
"""How R and Python write round numbers: `1e+05`. All digits are there."""
_SHORTENED = re.compile(r"-?[0-9]\.[0-9]{1,5}E\+[0-9]{2}")
"""How spreadsheets show numbers that are too long for their cell: digits are lost."""
_PLUS = re.compile(r"([0-9][0-9,]*)\s?\+|>=?\s?([0-9][0-9,]*)")
_REASONS = {"*": "suppressed", "none": "nil"}
"""What stands in columns of numbers where there is no number, and the status that says so."""
_MOST_IN_A_LABEL = 4
"""No label has more semicolons than that would make parts."""
_TWO_WAYS = re.compile(r"20([0-9]{2})(?:-(0[1-9]|1[0-2])|/20([0-9]{2}))")
"""A month that is also a financial year, `2011-12`; a financial year that is also a label of two years, `2023/2024`."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What a cell's text means that is not in the form of its column."""

    name: str
    """Which habit it is, in a few words. Example: `"a sign of currency"`."""
    text: str | None
    """The cell as the standard has it; none where the text means no one value of this column."""
    fix: str
    """What to do, in a sentence."""
    quantity: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """For a number that is bounded or rounded: the cells of its quantity as the standard has them, by column."""
    status: str | None = None
    """For words that stand where there is no number: the status that says so."""


def habit(text: str, column: Column, *, day_first: bool | None = None) -> Habit | None:
    """What the text of a cell means, where it is not in the form of its column; none where nothing is known.

    A text that is in that form is no habit. `day_first` is whether the file has days before months, where it is known.

    >>> from foidata.packages.table import tables_of_standard
    >>> amount = tables_of_standard()["funding"].column("amount_value")
    >>> habit("£1,200", amount).text, habit("1200", amount), habit("not known", amount)
    ('1200', None, None)
    >>> habit("fewer than 5", tables_of_standard()["counts"].column("quantity_value")).fix
    'Leave quantity_value empty; write 4 under quantity_high, at_most under quantity_qualifier.'
    """
    if not text or (_fits(text, column) and not misfit(text, column)):
        return None
    bare = _bare(text)
    if bare != text and column.type == "string" and misfit(text, column) and not misfit(bare, column):
        return Habit("spaces or quotes around", bare, f"Write {bare}.")
    text = bare
    for found in _found(text if column.type == "array" else " ".join(text.split()), column, day_first=day_first):
        if found.text is None or _fits(found.text, column):
            return found
    return None


def period_of(words: str) -> Period | None:
    """The one period that words are: a label such as `2023/24`, or words such as `April 2023 to March 2024`.

    None where they are no period, or could be two: `2011-12` is a month and, to councils, a financial year.

    >>> period_of("April 2023 to March 2024").label, period_of("2011-12"), period_of("last year")
    ('2023/24', None, None)
    """
    words = " ".join(words.split())
    either, day = _TWO_WAYS.fullmatch(words), days_meant(words)
    if either and int(either[2] or either[3]) == int(either[1]) + 1:
        return None
    if day and len(day.days) > 1:
        return None
    named = labelled(words)
    if named is not None:
        return named
    whole = Span(words, 0, len(words))
    match list(periods(whole)):
        case [Dated(span, found, False)] if (span.start, span.end) == (0, len(words)):
            return found.but(stated=None)
    return None


def _fits(text: str, column: Column) -> bool:
    """Whether a text is as its column has it, apart from what only its record can tell."""
    if column.codelist and column.type == "string":
        return text == meant(column.codelist, text)
    if is_day(column):
        return re.fullmatch(str(column.schema["pattern"]), text) is not None
    try:
        value = value_of(text, column.type)
    except ValueError:
        return False
    if column.codelist and column.type == "array":
        return all(one == (meant(column.codelist, str(one)) or one) for one in value)
    return True


def _bare(text: str) -> str:
    """A text without spaces and curly quotes around it."""
    found = _CURLY.fullmatch(text.strip())
    return found[1] if found else text.strip()


def _found(text: str, column: Column, *, day_first: bool | None) -> Iterator[Habit]:
    """What a text may mean, likeliest first."""
    if column.codelist and column.type == "string":
        yield from _label(text, column.codelist)
    if is_day(column):
        yield from _date(text, day_first=day_first)
    match column.type:
        case "boolean":
            yield from _yes_or_no(text)
        case "integer" | "number":
            yield from _number(text, column)
        case "array":
            yield from _list(text, column)


def _label(text: str, name: str) -> Iterator[Habit]:
    code = meant(name, text)
    if code is not None:
        yield Habit("a label for its code", code, f"Write {code}.")


def _yes_or_no(text: str) -> Iterator[Habit]:
    if text.casefold() in _YES + _NO:
        word = "true" if text.casefold() in _YES else "false"
        yield Habit("yes or no", word, f"Write {word}.")


def _date(text: str, *, day_first: bool | None) -> Iterator[Habit]:
    """A day as people write it. Where it is not certain which, each that it could be is named."""
    if _WHOLE.fullmatch(text) and len(text.partition(".")[0]) == 4:
        yield from _pointed(text)
    said = days_meant(text, day_first=day_first)
    if said is None:
        return
    if said.sure:
        yield Habit(said.name, said.days[0].isoformat(), f"Write {said.days[0]}.")
    elif len(said.days) == 1:
        yield Habit(said.name, None, f"If {text} stands for {_said(said.days[0])}, write {said.days[0]}.")
    else:
        yield Habit(said.name, None, f"Write {' or '.join(f'{day} for {_said(day)}' for day in said.days)}.")


def _pointed(text: str) -> Iterator[Habit]:
    whole = text.partition(".")[0]
    yield Habit("a whole number with a point", whole, f"Write {whole}.")


def _number(text: str, column: Column) -> Iterator[Habit]:
    """A number with signs, commas or words around it; a bound or a rounded number belongs in several cells."""
    if _WHOLE.fullmatch(text):
        yield from _pointed(text)
        return
    if _POWER.fullmatch(text):
        plain = written(Decimal(text))
        yield Habit("a number with a power of ten", plain, f"Write {plain}.")
        return
    if _SHORTENED.fullmatch(text):
        yield Habit(
            "a number that a spreadsheet shortened", None, "Show it as a whole number, and save the file again."
        )
        return
    reason = _REASONS.get(text.casefold()) or meant("status", text)
    if reason:
        yield Habit("a reason for a number", None, status_instead(column.name, reason), status=reason)
        return
    quantity = _quantity(text)
    if quantity is None:
        return
    quantity = quantity.but(stated=text)
    if quantity.qualifier == "exact" and quantity.value is not None:
        plain = written(quantity.value)
        yield Habit("a number as people write it", plain, f"Write {plain}.")
        return
    prefix, _, part = column.name.rpartition("_")
    if part in Quantity.model_fields and column.path[-1] == part:
        said = {f"{prefix}_{name}": _as_cell(value) for name, value in quantity if value is not None}
        yield Habit("a bounded or rounded number", None, cells_instead(column.name, said), MappingProxyType(said))


def cells_instead(own: str, quantity: Mapping[str, str], named: Callable[[str], str] = str) -> str:
    """Which cells a bounded number belongs in; `named` is how columns and codes are called where it is read."""
    cells = [f"{named(value)} under {named(name)}" for name, value in quantity.items() if not name.endswith("stated")]
    return ("Write " if own in quantity else f"Leave {named(own)} empty; write ") + ", ".join(cells) + "."


def status_instead(own: str, status: str, named: Callable[[str], str] = str) -> str:
    """Which status says why there is no number."""
    return f"Leave {named(own)} empty, and let the status be {named(status)}."


def _as_cell(value: Any) -> str:
    return str(value) if isinstance(value, str) else written(value)


def _quantity(text: str) -> Quantity | None:
    """The one number that a text is, exact or not."""
    whole = Span(text, 0, len(text))
    plus = _PLUS.fullmatch(text)
    if plus:
        least = number(plus[1] or plus[2])
        least = least if plus[1] or "=" in text or least is None else least + 1
        return None if least is None else Quantity.make(low=least, qualifier="at_least", stated=text)
    found = _sum(text) or (_sum(f"£{text}") if text[:1].isdigit() else None)
    if found is not None:
        return found
    for one in counts(whole):
        if one.span.text == text and one.status != "nil" and one.out_of is None:
            return one.quantity
    return None


def _sum(text: str) -> Quantity | None:
    """The sum of money that a text is, when its words say no more than the sum: not `£1,200 a year`."""
    for one in money(Span(text, 0, len(text))):
        if one.span.text == text and one.basis is None and one.nature is None:
            return one.quantity
    return None


def _list(text: str, column: Column) -> Iterator[Habit]:
    """Several values with semicolons or line breaks between them, or as Python prints a list."""
    items = _printed(text) if text.startswith("[") else split(text, column)
    if items:
        listed = cell(items)
        yield Habit("a list without brackets", listed, f"Write {listed}.")


def _printed(text: str) -> list[str]:
    """The texts in a list as Python prints it: `['a', 'b']`."""
    try:
        items = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return items if isinstance(items, list) and all(isinstance(one, str) for one in items) else []


def split(text: str, column: Column) -> list[str]:
    """The values of a list as people write one: a line each, or with semicolons between them.

    A label that has semicolons itself is taken whole.
    """
    parts = [part.strip() for part in re.split(r"[;\n]", text)]
    items = []
    at = 0
    while at < len(parts):
        longest = min(len(parts), at + _MOST_IN_A_LABEL)
        end = next((end for end in range(longest, at + 1, -1) if _is_one(parts[at:end], column)), at + 1)
        words = "; ".join(parts[at:end])
        items.append((meant(column.codelist, words) or words) if column.codelist else words)
        at = end
    return [one for one in items if one]


def _is_one(parts: list[str], column: Column) -> bool:
    """Whether parts together are one label."""
    return column.codelist is not None and meant(column.codelist, "; ".join(parts)) is not None


def joined(values: list[Any], column: Column) -> str:
    """A list as people write one, when reading gives the same list back; as JSON otherwise."""
    words = [shown(column.codelist, one) if column.codelist else one for one in values if isinstance(one, str)]
    text = "; ".join(words)
    return text if text[:1] != "[" and split(text, column) == values else cell(values)


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
