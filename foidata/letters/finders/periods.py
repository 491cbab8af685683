"""Periods of time."""

import datetime
import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from foidata.documents.span import Span
from foidata.standard.codes import PeriodKind
from foidata.standard.period import Period, calendar_year, financial_year, last_day, spanning


@dataclass(frozen=True, slots=True)
class Dated:
    """A period and the words that give it."""

    span: Span
    period: Period
    ambiguous: bool = False
    """Whether the words could mean another period too."""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "ionawr"),
            ("february", "feb", "chwefror"),
            ("march", "mar", "mawrth"),
            ("april", "apr", "ebrill"),
            ("may", "mai"),
            ("june", "jun", "mehefin"),
            ("july", "jul", "gorffennaf"),
            ("august", "aug", "awst"),
            ("september", "sept", "sep", "medi"),
            ("october", "oct", "hydref"),
            ("november", "nov", "tachwedd"),
            ("december", "dec", "rhagfyr"),
        ),
        start=1,
    )
    for name in names
}
"""Names of months, English and Welsh, with their numbers."""

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = "(?:19[5-9][0-9]|20[0-8][0-9])"
_DASH = r"(?:-|–|—|\u2010|\u2011|\u2012)"
_TO = rf"(?:\s*{_DASH}\s*|\s+(?:to|until|till|and|up to)\s+(?:the\s+)?)"
_ORDINAL = r"(?:st|nd|rd|th)?"


def _day(side: str) -> str:
    """`12 March 2024`, `March 2024`, `12 March`; the groups are d, m and y after the side's letter."""
    return rf"(?:(?P<{side}d>[0-3]?[0-9]){_ORDINAL}\s+(?:of\s+)?)?(?P<{side}m>{_MONTH})(?:,?\s+(?P<{side}y>{_YEAR}))?"


def _numeric(side: str) -> str:
    """`12/03/2024`, day first."""
    return rf"(?P<{side}d>[0-3]?[0-9])[/.-](?P<{side}m>[01]?[0-9])[/.-](?P<{side}y>{_YEAR})"


_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("days", rf"(?<![0-9/.]){_numeric('a')}{_TO}{_numeric('b')}(?![0-9/])"),
        ("months", rf"\b{_day('a')}{_TO}{_day('b')}(?![0-9])"),
        ("month_to_year", rf"\b{_day('a')}{_TO}(?P<by>{_YEAR})(?![0-9/])"),
        (
            "ending",
            (
                rf"\b(?:(?:(?:financial\s+)?years?|(?:12|twelve)\s+months)\s+(?:ending|ended|to)|F?YE)\s+(?:the\s+)?"
                rf"(?:(?P<bd>3[01]|2[89]){_ORDINAL}\s+)?(?P<bm>{_MONTH})\s+(?P<by>{_YEAR})"
            ),
        ),
        (
            "fiscal",
            rf"\bF\.?Y\.?\s?(?P<ay>{_YEAR}|[0-9]{{2}})(?:\s?(?:/|{_DASH})\s?(?P<by>{_YEAR}|[0-9]{{1,2}}))?(?![0-9])",
        ),
        (
            "quarter",
            (
                rf"\bQ(?:uarter\s)?(?P<q>[1-4])\s+(?:of\s+)?(?P<ay>{_YEAR})\s?(?:/|{_DASH})\s?(?P<by>{_YEAR}|[0-9]{{2}})"
                r"(?![0-9])"
            ),
        ),
        (
            "split",
            (
                rf"(?:(?<![0-9/.£,-])|(?<=/[0-9]{{2}}-)|(?<=/[0-9]{{4}}-))(?P<ay>{_YEAR})\s?(?:/|{_DASH})\s?"
                rf"(?P<by>{_YEAR}|[0-9]{{1,2}})(?![0-9/]|[.,][0-9])(?P<ac>\s+academic(?:\s+years?)?\b)?"
            ),
        ),
        ("twice", rf"\b(?P<ad>[0-3]?[0-9])\s+(?P<wm>{_MONTH})\s*/\s*(?P<am>{_MONTH})\s+(?P<ay>{_YEAR})(?![0-9])"),
        ("date", rf"\b{_day('a')}(?![0-9])"),
        ("day", rf"(?<![0-9/.]){_numeric('a')}(?![0-9/])"),
        ("year", rf"(?<![0-9/.,£-])(?P<ay>{_YEAR})(?![0-9/]|[.,][0-9]|{_DASH}[0-9]{{1,2}}(?![0-9]))"),
    )
)
_SINCE = re.compile(
    r"(?:since|from|as from|starting)\s+(?:its \w+ in\s+|then in\s+|\w+ in\s+)?(?:the\s+)?$", re.IGNORECASE
)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\buntil\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_ACADEMIC = re.compile(r"\bacademic\s+years?\s+(?:of\s+)?$", re.IGNORECASE)
_TO_DATE = re.compile(r"\s*(?:to date|onwards?|to (?:the )?present|until now)\b", re.IGNORECASE)
_PARTIAL = re.compile(r"\s*\(?(?:part[- ]year|part of (?:the )?year|to date|year to date)\b", re.IGNORECASE)


def periods(span: Span) -> Iterator[Dated]:
    """The periods in a stretch, in the order of the text, none inside another.

    `2014/15` is a financial year, `2023` a calendar year, `March 2020 - 2023` a range, `since January 2014` open.
    """
    taken: list[tuple[int, int]] = []
    found: list[Dated] = []
    for form, pattern in _FORMS:
        for match in span.matches(pattern):
            if _meets(taken, match.start(), match.end()):
                continue
            dated = _read(form, match, span)
            if dated is not None:
                insort(taken, (dated.span.start, dated.span.end))
                found.append(dated)
    yield from sorted(found, key=lambda dated: dated.span.start)


def _meets(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch shares a character with one of those taken, which are in order and apart."""
    before = bisect_left(taken, (end, end))
    return before > 0 and taken[before - 1][1] > start


def dates(span: Span) -> Iterator[tuple[Span, datetime.date]]:
    """The full dates in a stretch: `12 March 2024`, `12/03/2024`, day first."""
    for form, pattern in _FORMS:
        if form in ("twice", "date", "day"):
            for match in span.matches(pattern):
                dated = _READERS[form](match, span.of(match))
                if dated and dated.period.kind is PeriodKind.DATE and dated.period.start:
                    yield span.of(match), datetime.date.fromisoformat(dated.period.start)


def year_after(span: Span) -> int | None:
    """The one year that a stretch names, if it names one."""
    years = {found["ay"] for found in span.matches(_FORMS[-1][1])}
    return int(years.pop()) if len(years) == 1 else None


def _read(form: str, match: re.Match[str], span: Span) -> Dated | None:
    """The period of one match; None when the words are no period after all."""
    return _READERS[form](match, span.of(match))


def _range(match: re.Match[str], whole: Span) -> Dated | None:
    return _between(_bound(match, "a", year=match["by"]), _bound(match, "b"), whole)


def _month_to_year(match: re.Match[str], whole: Span) -> Dated | None:
    return _between(_bound(match, "a"), match["by"], whole)


def _single(match: re.Match[str], whole: Span) -> Dated | None:
    bound = _bound(match, "a")
    return _placed(whole, bound) if bound else None


def _twice(match: re.Match[str], whole: Span) -> Dated | None:
    """`21 Mai / May 2024`: a day whose month is given in two languages."""
    same = MONTHS[match["wm"].lower().rstrip(".")] == MONTHS[match["am"].lower().rstrip(".")]
    return _single(match, whole) if same else None


def _year(match: re.Match[str], whole: Span) -> Dated | None:
    return _placed(whole, match["ay"])


def _bound(match: re.Match[str], side: str, year: str | None = None) -> str | None:
    """A day or month as ISO text; None when the calendar has no such day or no year is said."""
    month = match[f"{side}m"]
    number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
    year = match[f"{side}y"] or year
    day = match[f"{side}d"]
    if year is None or not 1 <= number <= 12:
        return None
    partial = f"{year}-{number:02}"
    if day is None:
        return partial
    return f"{partial}-{int(day):02}" if 1 <= int(day) <= last_day(partial).day else None


def _between(start: str | None, end: str | None, whole: Span) -> Dated | None:
    if start is None or end is None or start[:4] > end[:4] or (len(start) == len(end) and start > end):
        return None
    between = _before(_BETWEEN, whole)
    if _AND.search(whole.words) and not between:
        return None  # two dates, not the ends of one period
    before = between or _before(_FROM, whole)
    stated = whole.to(before.start(), whole.end) if before else whole
    return Dated(stated, spanning(start, end, stated.words))


def _before(pattern: re.Pattern[str], whole: Span) -> re.Match[str] | None:
    """What stands right before some words."""
    return pattern.search(whole.flow, max(0, whole.start - 40), whole.start)


def _placed(whole: Span, bound: str) -> Dated | None:
    """A single year, month or day: open when "since" or "until" stands before it or "to date" after it."""
    since, until, after = _before(_SINCE, whole), _before(_UNTIL, whole), _TO_DATE.match(whole.flow, whole.end)
    if after or (since and not since[0].lower().startswith("from")):
        opened = whole.to(since.start() if since else whole.start, after.end() if after else whole.end)
        return Dated(opened, Period.make(kind="open", start=bound, stated=opened.words))
    if until:
        opened = whole.to(until.start(), whole.end)
        return Dated(opened, Period.make(kind="open", end=bound, stated=opened.words))
    if len(bound) == len("2024"):
        return Dated(whole, calendar_year(int(bound), whole.words))
    if len(bound) == len("2024-03"):
        return Dated(whole, Period.make(kind="month", start=bound, end=bound, stated=whole.words))
    return Dated(whole, Period.make(kind="date", start=bound, stated=whole.words))


def _ending(match: re.Match[str], whole: Span) -> Dated | None:
    month, year = MONTHS[match["bm"].lower().rstrip(".")], int(match["by"])
    if month == 3:
        return Dated(whole, financial_year(year - 1, whole.words))
    if month == 12:
        return Dated(whole, calendar_year(year, whole.words))
    start = f"{year - 1}-{month + 1:02}"
    return Dated(whole, spanning(start, f"{year}-{month:02}", whole.words))


def _fiscal(match: re.Match[str], whole: Span) -> Dated | None:
    """`FY2014/15`, and `FY15`, which is the year that ends in 2015 to most writers and starts then to some."""
    first = int(match["ay"]) if len(match["ay"]) == 4 else 2000 + int(match["ay"])
    if match["by"] is None:
        return Dated(whole, financial_year(first - 1, whole.words), ambiguous=True)
    return Dated(whole, financial_year(first, whole.words)) if _follows(first, match["by"]) else None


def _split(match: re.Match[str], whole: Span) -> Dated | None:
    """`2014/15`, `2014-15`, `2014/2015`: a financial year; `2019-2023` a range of years; never the month of a date."""
    first, second = int(match["ay"]), match["by"]
    apart = any(char.isspace() for char in whole.words)
    if _follows(first, second) and not (apart and len(second) == 1):
        before = _before(_ACADEMIC, whole)
        if before or match["ac"]:
            stated = whole.to(before.start() if before else whole.start, whole.end)
            period = Period.make(
                kind="academic_year", start=f"{first}-09-01", end=f"{first + 1}-08-31", stated=stated.words
            )
            return Dated(stated, period)
        return Dated(
            whole.to(whole.start, match.end("by")), financial_year(first, whole.flow[whole.start : match.end("by")])
        )
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if "/" in whole.words or last <= first or (len(second) < 4 and (apart or len(second) == 1 or last > first + 5)):
        return None  # `2020 – 6` and `2016 – 19` are years with their numbers
    dated = _between(str(first), str(last), whole)
    return replace(dated, ambiguous=True) if dated and len(second) == 2 and int(second) <= 12 else dated


def _follows(first: int, second: str) -> bool:
    """Whether the second half of a split year is the year after: `15` or `2015` after 2014, `7` after 2016."""
    return second == str(first + 1)[-len(second) :] and len(second) in (1, 2, 4)


def _quarter(match: re.Match[str], whole: Span) -> Dated | None:
    first, quarter = int(match["ay"]), int(match["q"])
    if not _follows(first, match["by"]):
        return None
    month = 3 * quarter + 1
    year, month = (first, month) if month <= 12 else (first + 1, month - 12)
    return Dated(whole, spanning(f"{year}-{month:02}", f"{year}-{month + 2:02}", whole.words))


_READERS: dict[str, Callable[[re.Match[str], Span], Dated | None]] = {
    "days": _range,
    "months": _range,
    "month_to_year": _month_to_year,
    "ending": _ending,
    "fiscal": _fiscal,
    "quarter": _quarter,
    "split": _split,
    "twice": _twice,
    "date": _single,
    "day": _single,
    "year": _year,
}


def covers_part(span: Span) -> bool:
    """Whether the words right after a period say that only a part of it is covered: `2019 £26,450 (part year)`."""
    return bool(_PARTIAL.match(span.flow, span.start, span.end))
