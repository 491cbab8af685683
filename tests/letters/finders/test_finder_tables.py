"""What each finder finds in a few words: a table for each, one row an example.

The rows of the set `built` were looked at while the finders were written. Those of `held_out` were drawn by a hash of
their text before the finders had seen any of them, and tell how well a finder does on words that nobody tuned it to. A
row that is got wrong says why in `known_miss`; it fails here as soon as it is got right, so that none goes stale.
"""

import csv
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from foidata.documents.span import Span
from foidata.letters.finders.booleans import yes_no
from foidata.letters.finders.exemptions import exemptions
from foidata.letters.finders.money import money
from foidata.letters.finders.numbers import numbers_in
from foidata.letters.finders.periods import periods
from foidata.letters.finders.pointers import pointer
from foidata.letters.finders.statuses import nil, reason
from foidata.standard.codes import Law
from foidata.standard.quantity import Quantity

Row = dict[str, str]
FOLDER = Path(__file__).parent


def span(row: Row) -> Span:
    """The words of a row, with words before and after that are none of the finder's business."""
    before, after = "Answer 7:\n", "\n8"
    return Span(before + row["text"] + after, len(before), len(before) + len(row["text"]))


def of_money(row: Row) -> Row:
    found = (
        " ".join(
            word
            for word in (f"{one.quantity.stated} =", one.quantity.qualifier, size(one.quantity), one.basis, one.nature)
            if word
        )
        for one in money(span(row))
    )
    return {"found": " | ".join(found)}


def size(quantity: Quantity) -> str:
    """The number, or the bounds with dots between them."""
    if quantity.value is not None:
        return format(quantity.value, "f")
    return "..".join(format(bound, "f") if bound is not None else "" for bound in (quantity.low, quantity.high))


def of_periods(row: Row) -> Row:
    found = (
        f"{one.period.stated} = {one.period.kind} {one.period.label}{' ambiguous' if one.ambiguous else ''}"
        for one in periods(span(row))
    )
    return {"found": " | ".join(found)}


def of_statuses(row: Row) -> Row:
    nothing, why = nil(span(row)), reason(span(row))
    return {"nothing": nothing.span.text if nothing else "", "reason": why.status if why else ""}


def of_booleans(row: Row) -> Row:
    said = yes_no(span(row))
    return {"said": ("yes" if said.yes else "no") if said else ""}


def of_numbers(row: Row) -> Row:
    stated = numbers_in(row["text"])
    return {
        "states": " ".join(number for number in row["states"].split() if Decimal(number) in stated),
        "never": " ".join(number for number in row["never"].split() if Decimal(number) not in stated),
    }


def of_exemptions(row: Row) -> Row:
    found = list(exemptions(span(row), [Law(law) for law in row["laws"].split()]))
    return {"codes": " ".join(one.code for one in found), "cited": ";".join(one.span.text for one in found)}


def of_pointers(row: Row) -> Row:
    found = pointer(span(row), row["ids"].split(), row["own"])
    return {"target": found.target if found else ""}


FINDERS: dict[str, Callable[[Row], Row]] = {
    "money": of_money,
    "periods": of_periods,
    "statuses": of_statuses,
    "booleans": of_booleans,
    "numbers": of_numbers,
    "exemptions": of_exemptions,
    "pointers": of_pointers,
}


def table(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows() -> Iterator[object]:
    for name in FINDERS:
        yield from (pytest.param(name, row, id=f"{name}: {row['text']}") for row in table(name))


def right(name: str, row: Row) -> bool:
    return FINDERS[name](row) == {column: row[column] for column in FINDERS[name](row)}


@pytest.mark.parametrize(("name", "row"), list(rows()))
def test_a_finder_finds_what_its_table_says(name: str, row: Row) -> None:
    if row["known_miss"]:
        assert not right(name, row), "this row is got right now: take its reason out of known_miss"
    else:
        found = FINDERS[name](row)
        assert found == {column: row[column] for column in found}


def test_every_table_has_its_finder() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(FINDERS)


@pytest.mark.parametrize("name", FINDERS)
def test_a_table_keeps_a_third_or_so_of_its_rows_out_of_sight(name: str) -> None:
    sets = [row["set"] for row in table(name)]
    assert set(sets) == {"built", "held_out"}
    assert 0.2 < sets.count("held_out") / len(sets) < 0.5


@pytest.mark.parametrize("name", FINDERS)
def test_only_rows_held_out_may_be_missed(name: str) -> None:
    assert [row["text"] for row in table(name) if row["known_miss"] and row["set"] != "held_out"] == []
