"""The licence for re-use."""

import re

from foidata.letters.finders.sentences import sentence_around
from foidata.letters.heading import Read, heading_reader, outside
from foidata.letters.passage import Segments

_OGL = re.compile(
    r"Open\s+Government\s+Licen[cs]e(?:\W{1,3}(?:v(?:ersion)?\.?\s*)?(?P<version>[123])(?:\.0)?\b)?|\bOGL\b(?:\s*v?(?P<short>[123])(?:\.0)?\b)?",
    re.IGNORECASE,
)


@heading_reader
def licence(segments: Segments) -> tuple[Read, ...]:
    """The Open Government Licence by its version; one without a version stays without."""
    for place in reversed(outside(segments)):
        found = place.search(_OGL)
        if found:
            version = found["version"] or found["short"]
            code = f"OGL-UK-{version}.0" if version else "OGL-unversioned"
            return (Read("licence", code, sentence_around(place, found.start())),)
    return ()
