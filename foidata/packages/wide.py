"""One row per response: what a researcher charts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from foidata.packages.cells import cell
from foidata.packages.tables import plain_value
from foidata.standard.codes import Basis, Currency, Nature, PeriodKind, Status, TrainingSubject
from foidata.standard.dataset import Dataset
from foidata.standard.facts import Funding, Training
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.response import LeadView, Response
from foidata.standard.roll_up import roll_up

_YEARS = (PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR)
_EMPTY_HANDED = (Status.NIL, Status.NOT_APPLICABLE)
"""Statuses of a line that adds nothing to a total."""


def wide(dataset: Dataset) -> list[dict[str, Any]]:
    """A row per response, all with the same columns: lead, posts, funding per period, training, outcome, statuses.

    The columns follow the data: a period, a subject of training or a status has its columns when some response has it.
    Values are text, numbers, booleans and days. Where an authority has several leads, their values stand in one cell,
    joined with "; ", in the order of `lead_service`.
    """
    periods = _periods(dataset)
    used = {one.subject for response in dataset.responses for one in _training(response)}
    subjects = [subject for subject in TrainingSubject if subject in used]
    given = {answer.status for response in dataset.responses for answer in response.answers}
    statuses = [status for status in Status if status in given]
    return [
        {
            **_letter(response),
            **_leads(response),
            **_posts(response),
            **{name: value for period in periods for name, value in _funding(response, period).items()},
            **{name: value for subject in subjects for name, value in _trained(response, subject).items()},
            "outcome": plain_value(response.outcome),
            "answers": len(response.answers),
            **{f"status_{one}": sum(answer.status is one for answer in response.answers) for one in statuses},
        }
        for response in dataset.responses
    ]


def _letter(response: Response) -> dict[str, Any]:
    authority = response.authority
    return {
        "response_id": response.id,
        "authority_id": authority and authority.id,
        "authority_name": authority and (authority.name or authority.name_as_written),
        "sent": response.sent,
        "kind": plain_value(response.kind),
        "legal_basis": _joined(response.legal_basis),
    }


def _leads(response: Response) -> dict[str, Any]:
    views = response.leads()
    return {f"lead_{name}": _side_by_side([getattr(view, name) for view in views]) for name in LeadView.model_fields}


def _posts(response: Response) -> dict[str, Any]:
    """The posts, each once: one that only repeats another answer's is left out."""
    posts = [post for answer in response.answers for post in answer.posts if post.same_as is None]
    costs = [post.annual_cost for post in posts if post.annual_cost and _in_pounds(post.currency)]
    whole = len(costs) == len(posts)
    return {
        "posts_titles": _joined(post.title for post in posts),
        "posts_annual_cost_low": _sum(cost.least for cost in costs),
        "posts_annual_cost_high": _sum(cost.most for cost in costs) if whole and _bounded(costs) else None,
    }


def _periods(dataset: Dataset) -> list[Period]:
    """The periods that were asked for or given money for, one a label, in the order of time."""
    found: dict[str, Period] = {}
    for response in dataset.responses:
        for answer in response.answers:
            asked = answer.question.periods_asked if answer.funding else ()
            for period in (*asked, *(line.period for line in answer.funding if line.period)):
                found.setdefault(period.label, period)
    return sorted(
        found.values(), key=lambda period: (str(period.first_day or ""), str(period.last_day or "~"), period.label)
    )


def _funding(response: Response, period: Period) -> dict[str, Any]:
    """The money for one period: between which bounds it lies, as far as they are known, and its status."""
    lines = _lines(response, period.label)
    amounts = [line.amount for line in lines if line.amount]
    whole = all(line.amount or line.status in _EMPTY_HANDED for line in lines)
    name = f"funding_{_slug(period.label)}"
    return {
        f"{name}_low": _sum(amount.least for amount in amounts),
        f"{name}_high": _sum(amount.most for amount in amounts) if whole and _bounded(amounts) else None,
        f"{name}_status": plain_value(roll_up(line.status for line in lines)),
    }


def _lines(response: Response, label: str) -> list[Funding]:
    """The lines that make up the money for a period.

    Left out is what would be counted twice or mean something else: parts of another line, other currencies, a sum a
    year for several years, and what was only planned where what was spent is given too.
    """
    lines = [
        line
        for answer in response.answers
        for line in answer.funding
        if line.period
        and line.period.label == label
        and line.part_of is None
        and _in_pounds(line.currency)
        and (line.basis is not Basis.PER_YEAR or line.period.kind in _YEARS)
    ]
    natures = {line.nature for line in lines}
    first = next((nature for nature in Nature if nature in natures), None)
    return [line for line in lines if line.nature in (first, None)]


def _training(response: Response) -> Iterator[Training]:
    return (one for answer in response.answers for one in answer.training)


def _trained(response: Response, subject: TrainingSubject) -> dict[str, Any]:
    found = [one for one in _training(response) if one.subject is subject]
    provided = [one.provided for one in found if one.provided is not None]
    return {
        f"training_{subject}_provided": any(provided) if provided else None,
        f"training_{subject}_within": _joined(one.within for one in found),
        f"training_{subject}_status": plain_value(roll_up(one.status for one in found)),
    }


def _in_pounds(currency: Currency | None) -> bool:
    return currency in (None, Currency.GBP)


def _bounded(quantities: Sequence[Quantity]) -> bool:
    return all(quantity.most is not None for quantity in quantities)


def _sum(bounds: Iterable[Any]) -> Any:
    known = [bound for bound in bounds if bound is not None]
    return plain_value(sum(known)) if known else None


def _joined(values: Iterable[str | None]) -> str | None:
    """Different values in one cell."""
    return "; ".join(dict.fromkeys(str(value) for value in values if value is not None)) or None


def _side_by_side(values: Sequence[Any]) -> Any:
    """The value of the only one, or those of several in one cell, each in its place."""
    if all(value is None for value in values):
        return None
    return plain_value(values[0]) if len(values) == 1 else "; ".join(cell(plain_value(value)) for value in values)


def _slug(label: str) -> str:
    """A period's label in a column name: `2014/15` is `2014_15`, `2014-01/..` is `2014_01_open`."""
    return re.sub("[^0-9a-z]+", "_", label.replace("..", "open"))
