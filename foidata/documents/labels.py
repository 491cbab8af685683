"""The numbers and signs that programs draw before the items of a list and do not store."""

import re
from collections.abc import Callable, Mapping

BULLETS = ("•", "◦", "▪")
"""The bullets of a list, of a list inside it, and of all lists deeper inside."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LONGEST = 10


def bullet(level: int) -> str:
    """The bullet of a list that stands in so many others."""
    return BULLETS[min(level, len(BULLETS) - 1)]


def roman(number: int) -> str:
    """A number in Roman letters: `iv`; above 3999 in digits, as it is drawn."""
    if not 0 < number < 4000:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def letters(number: int) -> str:
    """A number as browsers count with letters: a … z, aa, ab."""
    if number < 1:
        return str(number)
    found = ""
    while number and len(found) < _LONGEST:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def repeated_letters(number: int) -> str:
    """A number as word processors count with letters: a … z, aa, bb."""
    if not 0 < number <= 26 * _LONGEST:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    """A number as a place in a row: `1st`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


WEB: Mapping[str, Callable[[int], str]] = {
    "1": str,
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02}",
    "a": letters,
    "lower-alpha": letters,
    "lower-latin": letters,
    "A": lambda number: letters(number).upper(),
    "upper-alpha": lambda number: letters(number).upper(),
    "upper-latin": lambda number: letters(number).upper(),
    "i": roman,
    "lower-roman": roman,
    "I": lambda number: roman(number).upper(),
    "upper-roman": lambda number: roman(number).upper(),
}
"""How browsers write a number, by the type or style of its list."""

_UNIT = re.compile(r"(?:^|[\W\d_])(?:[kcm]?m|ft|in|yd)$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(digits: str, before: str) -> str:
    """Raised digits: of a unit as in `m²`, else the mark of a note, `[1]`, which must not run into a number."""
    return digits.translate(_RAISED) if _UNIT.search(before[-4:]) else f"[{digits}]"
