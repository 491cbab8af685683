"""Write other texts over those in a JSON text, and leave all else as it is."""

from collections.abc import Mapping
from json import dumps
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner where there is one


def overwritten(text: str, values: Mapping[int, str]) -> str:
    """A JSON text with other texts in the place of those that begin at these characters.

    >>> overwritten('{"a": "b", "c": "d"}', {6: "é"})
    '{"a": "é", "c": "d"}'
    """
    pieces: list[str] = []
    end = 0
    for start, value in sorted(values.items()):
        pieces += [text[end:start], dumps(value, ensure_ascii=False)]
        _, end = scanstring(text, start + 1)
    return "".join([*pieces, text[end:]])
