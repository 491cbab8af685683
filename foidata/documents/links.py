"""Where the links of a letter lead: addresses are data."""

import re
from urllib.parse import unquote, urljoin, urlsplit

_LONGEST = 2_000
_OUTSIDE = re.compile(r"(?:https?|ftp)://[^/\s]", re.IGNORECASE)
_SAME = re.compile(r"^(?:https?://)?(?:www\.)?|/$|[\s\u00ad\u200b]+")


def target(address: str, base: str = "") -> str | None:
    """The address that a link leads to; none when it leads nowhere outside the letter."""
    address = "".join(address.split()) if len(address) <= _LONGEST else ""
    try:
        if address.lower().startswith("mailto:"):
            return unquote(address[7:].partition("?")[0]) or None
        whole = urljoin(base, address) if base else address
        return whole if _OUTSIDE.match(whole) and urlsplit(whole).hostname else None
    except ValueError:
        return None


def shown(words: str, address: str) -> str:
    """What stands after the words of a link: its address, unless the words are the address."""
    words, own = _SAME.sub("", words.lower()), _SAME.sub("", address.lower())
    return "" if not words or own in words else f" <{address}>"
