"""Which column of a table is meant by a name, however people write it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from foidata.packages.mends import Write
from foidata.packages.table import Table
from foidata.packages.tablefile import TableFile

_FORM = re.compile(r"[\W_]+")


def plain_name(title: str) -> str:
    """A column's name in the one form in which names are compared: small letters and digits.

    >>> plain_name("Response ID"), plain_name("response_id"), plain_name("responseId")
    ('responseid', 'responseid', 'responseid')
    """
    return _FORM.sub("", unicodedata.normalize("NFKC", title)).casefold()


@cache
def named_alike(table: Table) -> Mapping[str, str]:
    """The columns of a table by their names in that form, where it tells them apart."""
    times = Counter(plain_name(column.name) for column in table.columns)
    return {plain: column.name for column in table.columns if times[plain := plain_name(column.name)] == 1}


def match_columns(found: TableFile, header: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Find the columns of a table in a header, and give those that it does not have: where each stands, and its name.

    A name in another spelling is noted; so is a key that is not there, without which nothing can be read.
    """
    alike = named_alike(found.table)
    known = {column.name for column in found.table.columns}
    for index, title in enumerate(header):
        name = title if title in known else alike.get(plain_name(title), "")
        if not name or (name != title and name in header):
            yield index, title
        elif name in found.columns:
            found.note("duplicate_column", f"the column {title} stands twice", found.header, title)
        else:
            found.columns[name] = index
            if name != title:
                message = f"the column {name} is called {title!r} here"
                mend = Write(name, index) if found.is_text else None
                found.note("column_spelling", message, found.header, title, read=True, mend=mend)
    for name in dict.fromkeys((*found.table.key, found.table.order)):
        if name in known and name not in found.columns:
            found.whole = False
            found.note("missing_column", f"{found.table.name} needs a column {name}", found.header, name)
