"""Ids made of names."""

import re
from pathlib import PurePath


def slug(name: str) -> str:
    """A file's name as an id: lower case, letters and digits, hyphens between.

    >>> slug("letters/Reply No. 7.pdf")
    'reply-no-7'
    """
    stem = PurePath(name).stem.lower()
    return re.sub(r"[^0-9a-z]+", "-", stem).strip("-")[:100].strip("-") or "letter"
