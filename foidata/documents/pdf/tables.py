"""The tables of a PDF page, from the lines drawn around their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foidata.documents.pdf.words import Rule, Word

_NEAR = 3.0
"""Points. Lines that are nearer belong together."""
_MOST_RULES = 1_500


@dataclass(slots=True)
class Cell:
    """A cell and the words in it."""

    left: float
    right: float
    top: float
    bottom: float
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from the top, the cells of each from the left; none where another reaches over."""

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def top(self) -> float:
        """How high it begins."""
        return max(cell.top for row in self.rows for cell in row if cell)


def tabled(words: Iterable[Word], rules: Sequence[Rule]) -> tuple[list[Table], list[Word]]:
    """The tables of a page with their words, and the words outside them."""
    tables = [table for group in _groups(_joined(rules)) if (table := _table(group)) is not None]
    cells = [cell for table in tables for row in table.rows for cell in row if cell]
    outside: list[Word] = []
    for word in words:
        x, y = word.middle
        inside = [cell for cell in cells if cell.left <= x <= cell.right and cell.bottom <= y <= cell.top]
        home = min(inside, key=lambda cell: (cell.right - cell.left) * (cell.top - cell.bottom), default=None)
        (outside if home is None else home.words).append(word)
    return [table for table in tables if any(cell and cell.words for row in table.rows for cell in row)], outside


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules of a page, pieces of one line put together; none when there are far too many for a table."""
    found: list[Rule] = []
    for level in (True, False):
        own = sorted((rule for rule in set(rules) if rule.level is level), key=lambda rule: (rule.at, rule.start))
        rows: list[list[Rule]] = []
        for rule in own:
            if rows and rule.at - rows[-1][0].at <= _NEAR:
                rows[-1].append(rule)
            else:
                rows.append([rule])
        for row in rows:
            at = sum(rule.at for rule in row) / len(row)
            row.sort(key=lambda rule: rule.start)
            start, end = row[0].start, row[0].end
            for rule in row[1:]:
                if rule.start > end + _NEAR:
                    found.append(Rule(level, at, start, end))
                    start, end = rule.start, rule.end
                end = max(end, rule.end)
            found.append(Rule(level, at, start, end))
    return found if len(found) <= _MOST_RULES else []


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.level is not other.level
        and one.start - _NEAR <= other.at <= one.end + _NEAR
        and other.start - _NEAR <= one.at <= other.end + _NEAR
    )


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules that meet, directly or over others."""
    left, groups = list(rules), []
    while left:
        group, new = [], [left.pop()]
        while new:
            rule = new.pop()
            group.append(rule)
            touching = [other for other in left if _meet(rule, other)]
            if touching:
                met = set(map(id, touching))
                left = [other for other in left if id(other) not in met]
                new += touching
        groups.append(group)
    return groups


def _table(group: Sequence[Rule]) -> Table | None:
    """The table that some rules draw; none when they draw no two cells beside each other."""
    level = [rule for rule in group if rule.level]
    upright = [rule for rule in group if not rule.level]
    heights = sorted({rule.at for rule in level}, reverse=True)
    rows: list[tuple[Cell | None, ...]] = []
    above: dict[tuple[float, float], Cell] = {}
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        sides = sorted({rule.at for rule in upright if rule.start <= middle <= rule.end})
        row: list[Cell | None] = []
        below: dict[tuple[float, float], Cell] = {}
        for left, right in pairwise(sides):
            center = (left + right) / 2
            covered = any(rule.at == top and rule.start <= center <= rule.end for rule in level)
            cell = above.get((left, right))
            if cell is not None and not covered:
                cell.bottom = bottom
                row.append(None)
            else:
                cell = Cell(left, right, top, bottom)
                row.append(cell)
            below[left, right] = cell
        above = below
        if row:
            rows.append(tuple(row))
    return Table(tuple(rows)) if any(len(row) > 1 for row in rows) else None
