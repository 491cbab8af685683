"""Codes as people read and write them: by their labels."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from foidata.packages.codelists import CodeRow, codelist
from foidata.standard.codelist import closed_lists

_ALIKE = str.maketrans({"_": " ", "‘": "'", "’": "'", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"})


def shown(name: str, code: str) -> str:
    """A code of a list as people read it: its label, with the code where labels alone do not tell codes apart.

    >>> shown("status", "not_held"), shown("authorities", "LCE"), shown("authorities", "x-police:met")
    ('Not held', 'Leicester City Council (LCE)', 'x-police:met')
    """
    return _shown(name).get(code, code)


def meant(name: str, words: str) -> str | None:
    """The code of a list that words stand for: the code itself or its label, whatever their case, spaces and dashes.

    None when no code is meant, or two could be.

    >>> meant("status", " not  Held"), meant("status", "NOT_HELD"), meant("status", "no idea")
    ('not_held', 'not_held', None)
    """
    if words in _shown(name):
        return words
    return _meanings(name).get(alike(words))


def alike(words: str) -> str:
    """Words in the one form in which they are compared: small letters, single spaces, plain quotes and dashes.

    >>> alike("  Children’s_Services ")
    "children's services"
    """
    plain = unicodedata.normalize("NFKC", words).translate(_ALIKE)
    return re.sub(r"\s+", " ", plain).strip().casefold()


@cache
def choices(name: str, codes: tuple[str, ...] | None = None) -> tuple[CodeRow, ...]:
    """The rows of a list from which people choose: those of some codes, or all.

    A closed list keeps its order; a reference list, which may be long, runs by label.
    """
    rows = tuple(row for row in codelist(name) if codes is None or row["code"] in codes)
    return rows if name in closed_lists() else tuple(sorted(rows, key=lambda row: alike(row["label"])))


@cache
def _shown(name: str) -> Mapping[str, str]:
    """What each code is shown as, in a form that leads back to it."""
    rows = codelist(name)
    times = Counter(alike(row["label"]) for row in rows)
    with_code = any(count > 1 for count in times.values())
    return {row["code"]: f"{row['label']} ({row['code']})" if with_code else row["label"] for row in rows}


@cache
def _meanings(name: str) -> Mapping[str, str]:
    """The code that words in their one form stand for, where only one does."""
    found: dict[str, set[str]] = {}
    for words, code in _said(name):
        found.setdefault(alike(words), set()).add(code)
    codes = {alike(row["code"]): row["code"] for row in codelist(name)}
    return {words: next(iter(those)) for words, those in found.items() if len(those) == 1} | codes


def _said(name: str) -> Iterator[tuple[str, str]]:
    for row in codelist(name):
        yield row["label"], row["code"]
        yield shown(name, row["code"]), row["code"]
