"""What makes sense and not only a shape: quantities and periods as letters have them, codes that are on their lists.

What depends on other records (a quote on the letter's text, a reference on the answers) is drawn as small numbers here,
and `settle` makes it what it must be.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import TypeAdapter

from foidata.packages.fieldschemas import property_schemas
from foidata.rules.formulas import is_own, runs
from foidata.standard import reference
from foidata.standard.answer import Answer, Coding, Question
from foidata.standard.codes import Qualifier
from foidata.standard.dataset import AskedQuestion, Dataset, Header, Publisher, Questionnaire
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Claim, Count, Fact, Funding, Lead, Post
from foidata.standard.json import plain as plain_of
from foidata.standard.period import Period, spanning
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.response import Conversion, Request, Response, Source, SourcePart
from foidata.standard.values import (
    EMAIL_PATTERN,
    MEDIA_TYPE_PATTERN,
    URL_PATTERN,
    AuthorityCode,
    LicenceCode,
    MeasureCode,
    PartnershipCode,
)
from foidata.testing.plain import Field, Frame, Lazy, Plain, listed, plain
from foidata.testing.values import FIRST_DAY, letters, partial_days, texts

_ENDS = datetime.date(2098, 12, 31)
_KINDS = ((1, 12), (4, 12), (9, 12), (0, 6), (0, 3), (0, 1))
"""The first month and the number of months of each kind of period; 0 for any month that may be the first."""


def _quantity() -> SearchStrategy[Plain]:
    amount = (
        st.integers(0, 60)
        | st.integers(0, 10**7)
        | st.integers(0, 10**9).map(lambda pence: pence / 100)
        | st.sampled_from((0.01, 1_000_000, 10**12))
    )
    qualifiers = st.sampled_from([one.value for one in Qualifier])
    rest = plain(Quantity, SENSE, frozenset({"value", "low", "high", "qualifier"}))
    return st.builds(_bounded, qualifiers, amount, amount, rest)


def _bounded(qualifier: str, one: float, other: float, rest: Plain) -> Plain:
    low, high = sorted((one, other))
    bounds: Plain = {
        "at_least": {"low": one},
        "at_most": {"high": one},
        "range": {"low": low, "high": high},
    }.get(qualifier, {"value": one})
    return bounds | {"qualifier": qualifier} | rest


def _period() -> SearchStrategy[Plain]:
    day = st.dates(FIRST_DAY, _ENDS)
    closed = st.builds(_of_months, day, st.sampled_from(_KINDS)) | st.builds(_between, partial_days(), partial_days())
    at = partial_days().map(lambda start: {"kind": "date", "start": start})
    since = partial_days().map(lambda start: {"kind": "open", "start": start})
    until = partial_days().map(lambda end: {"kind": "open", "end": end})
    return st.builds(
        Plain.__or__, closed | at | since | until, plain(Period, SENSE, frozenset({"kind", "start", "end"}))
    )


def _of_months(day: datetime.date, kind: tuple[int, int]) -> Plain:
    month, length = kind
    month = month or (day.month if length == 1 else (day.month - 1) // 3 * 3 + 1)
    last = month + length - 1
    return _between(f"{day.year}-{month:02}", f"{day.year + (last - 1) // 12}-{(last - 1) % 12 + 1:02}")


def _between(one: str, other: str) -> Plain:
    start, end = sorted((one, other), key=lambda partial: (partial + "-01-01")[:10])
    return plain_of(spanning(start, end))


def _small() -> SearchStrategy[int]:
    return st.integers(0, 9)


def _some() -> SearchStrategy[list[int]]:
    return st.lists(_small(), min_size=1, max_size=2)


def _answer_ids() -> SearchStrategy[str]:
    return st.builds("{}{}".format, st.integers(1, 12), st.sampled_from(("", "a", "bi", "-2")))


def _pages() -> SearchStrategy[tuple[list[str], bool]]:
    """The texts of the files that a letter came as, and whether they are shown."""
    return st.tuples(st.lists(letters(), min_size=1, max_size=2), st.sampled_from((True, True, True, False)))


def _list(record: type[Record], least: int, most: int) -> Lazy:
    return lambda: listed(plain(record, SENSE), least, most)


def _perhaps(strategy: Lazy) -> Lazy:
    return lambda: st.none() | strategy()


def _listed(codes: Callable[[], Iterable[str]]) -> Lazy:
    return lambda: st.sampled_from(sorted(codes())) | _extras()


_MADE = (Header, Dataset, Publisher, Questionnaire, AskedQuestion, Source, SourcePart, Conversion, Coding, Claim)
"""The records that hold words of whoever makes a dataset."""


def _own_words() -> Iterator[tuple[Field, Lazy]]:
    """The fields of such words, but those of a pattern, each with words that no spreadsheet runs."""
    for record in _MADE:
        for name, schema in property_schemas(record).items():
            many = schema.get("type") == "array"
            if is_own(record, name) and "pattern" not in schema:
                yield (record, name), partial(st.lists, _harmless(), min_size=1, max_size=2) if many else _harmless


def _harmless() -> SearchStrategy[str]:
    """Words that no spreadsheet runs."""
    return texts().map(lambda words: f"’{words}" if runs(words) else words)


def _extras() -> SearchStrategy[str]:
    return st.text("abc", min_size=1, max_size=4).map("x-example:{}".format)


def _pattern(code: Any) -> str:
    return str(TypeAdapter(code).json_schema()["pattern"])


SENSE = Frame(
    records=MappingProxyType({Quantity: _quantity, Period: _period}),
    fields=MappingProxyType(
        {
            **dict(_own_words()),
            (Evidence, "start"): lambda: st.integers(0, 500),
            (Evidence, "end"): lambda: st.integers(1, 30),
            (Evidence, "quote"): lambda: st.just(""),
            (Evidence, "of"): _some,
            (Source, "text"): _pages,
            (Answer, "id"): _answer_ids,
            (Answer, "refers_to"): _some,
            (Answer, "exemptions"): _some,
            (Question, "id"): _small,
            (Post, "same_as"): _small,
            (Funding, "part_of"): _small,
            (Funding, "amount"): _perhaps(_quantity),
            (Funding, "period"): _perhaps(_period),
            (Count, "quantity"): _perhaps(_quantity),
            (Period, "stated"): lambda: texts().map(lambda words: re.sub("[0-9]{2,}", "that year", words)),
            (Lead, "fte"): lambda: st.integers(0, 60).map(lambda tenths: tenths / 10),
            **{(fact, "service"): _small for fact in get_args(Fact)},
            **{(fact, "evidence"): _list(Evidence, 0, 2) for fact in get_args(Fact)},
            (Answer, "funding"): _list(Funding, 0, 1),
            (Request, "questionnaire"): _small,
            (Response, "supersedes"): _small,
            (Response, "answers"): _list(Answer, 0, 3),
            (Questionnaire, "variant_of"): _small,
            (Header, "synthetic"): lambda: st.just(value=True),
            (Dataset, "synthetic"): lambda: st.just(value=True),
            (Dataset, "questionnaires"): _list(Questionnaire, 0, 2),
        }
    ),
    patterns=MappingProxyType(
        {
            _pattern(AuthorityCode): _extras,
            _pattern(LicenceCode): _listed(reference.licences),
            _pattern(MeasureCode): _listed(reference.measures),
            _pattern(PartnershipCode): _listed(reference.partnerships),
            MEDIA_TYPE_PATTERN: lambda: st.sampled_from(("text/plain", "application/pdf", "text/html")),
            EMAIL_PATTERN: lambda: st.text("abc", min_size=1, max_size=6).map("foi@{}.example.gov.uk".format),
            URL_PATTERN: lambda: st.text("abc/,-&?=%é", max_size=8).map("https://www.example.org/{}".format),
        }
    ),
    always=frozenset(
        {
            (Source, "text"),
            (Response, "answers"),
            (Header, "synthetic"),
            (Dataset, "synthetic"),
            (Dataset, "questionnaires"),
            (Answer, "funding"),
            (Funding, "amount"),
            (Funding, "period"),
            (Count, "quantity"),
            *((fact, "evidence") for fact in get_args(Fact)),
        }
    ),
)
"""Quantities and periods in order, codes on their lists, authorities invented."""
