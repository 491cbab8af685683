"""How values are said in the message of a fault."""

import difflib
from collections.abc import Callable, Iterable
from decimal import Decimal

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault
from foidata.standard.answer import Answer
from foidata.standard.codes import Basis, Qualifier
from foidata.standard.facts import Funding, Post
from foidata.standard.json import written
from foidata.standard.quantity import Quantity


def asked_under(answer: Answer) -> str:
    """The question of an answer, in short: `Q6`."""
    return f"Q{answer.id}"


def pounds(quantity: Quantity) -> str:
    """A sum of money: `£50,000`, `at most £500`, `£10,000 to £15,000`."""
    return _said(quantity, lambda number: f"£{grouped(number)}")


def figure(quantity: Quantity) -> str:
    """A number: `1,200`, `about 40`, `1 to 4`."""
    return _said(quantity, grouped)


def cost(line: Funding | Post) -> str | None:
    """The money of a funding line or a post: `£50,000 a year`."""
    if isinstance(line, Post):
        return f"{pounds(line.annual_cost)} a year" if line.annual_cost else None
    if line.amount is None:
        return None
    return pounds(line.amount) + (" a year" if line.basis is Basis.PER_YEAR else "")


def grouped(number: Decimal) -> str:
    """A number with commas between its thousands."""
    whole, point, rest = written(number).partition(".")
    return f"{int(whole):,}{point}{rest}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that most resembles this one, if any does."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A fix that names the nearest known word, or says what else to do."""
    guess = nearest(word, known)
    return f"Did you mean {guess}?" if guess else otherwise


def shortened(text: str, longest: int = 60) -> str:
    """The beginning of a text."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def told(met: Met, *, among_known: bool = False) -> Fault:
    """A fault met while reading, as a sentence; with the fix that its reader knows, or the nearest right word."""
    first, last = met.message.partition(" ")[0], met.pointer.rpartition("/")[2]
    named = first in (met.value, last) or not first.isalpha()
    message = met.message if named else f"{met.message[:1].upper()}{met.message[1:]}"
    message += "" if message.endswith((".", "…")) else "."
    word = met.value if isinstance(met.value, str) else last
    guess = nearest(word, met.context.get("known", ())) if among_known else None
    return Fault((), message, met.value, f"Did you mean {guess}?" if guess else met.context.get("fix"))


def _said(quantity: Quantity, number: Callable[[Decimal], str]) -> str:
    value, low, high = (
        number(one) if one is not None else "?" for one in (quantity.value, quantity.low, quantity.high)
    )
    match quantity.qualifier:
        case Qualifier.EXACT:
            return value
        case Qualifier.APPROXIMATE:
            return f"about {value}"
        case Qualifier.AT_LEAST:
            return f"at least {low}"
        case Qualifier.AT_MOST:
            return f"at most {high}"
        case Qualifier.RANGE:
            return f"{low} to {high}"


def is_extra(code: str) -> bool:
    """Whether a code is one that a publisher added to a reference list: `x-<publisher>:<code>`."""
    return code.startswith("x-") and ":" in code
