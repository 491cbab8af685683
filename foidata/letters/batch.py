"""Many letters at once: each read on its own, so that one bad file stops nobody."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from rapidfuzz import fuzz

from foidata.documents.document import Unreadable
from foidata.documents.read import read, read_bytes
from foidata.letters.convert import convert
from foidata.standard.dataset import Dataset, Questionnaire
from foidata.standard.register import resolve
from foidata.standard.response import NamedAuthority, Request, Response
from foidata.standard.slug import slug
from foidata.version import VERSION

NEARLY = 97
"""Percent of two texts that are the same when one letter is nearly the other."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a response, or the reason why it was not read."""

    path: str
    response: Response | None = None
    reason: str = ""
    kept: bool = False
    """Whether the response was taken over from an earlier run, with all that people have corrected in it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody knows of a file beside its text: a row of a manifest."""

    authority: str | None = None
    """A name or a code of the register."""
    made: datetime.date | None = None
    received: datetime.date | None = None
    sent: datetime.date | None = None
    published: datetime.date | None = None
    url: str | None = None


def convert_files(
    paths: Sequence[str],
    known: tuple[Questionnaire, ...],
    *,
    keep_names: bool = False,
    jobs: int = 1,
    before: Dataset | None = None,
) -> Iterator[Outcome]:
    """The outcome of each file, in the order given.

    A file that an earlier run of this version has read, unchanged since, is taken over from `before`.
    """
    earlier = {
        (response.source.name, response.source.sha256): response
        for response in (before.responses if before else ())
        if response.conversion and response.conversion.version == VERSION
    }
    one = partial(_one, known=known, keep_names=keep_names, earlier=earlier)
    if jobs > 1 and len(paths) > 1:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            yield from pool.map(one, paths, chunksize=max(1, len(paths) // (8 * jobs)))
    else:
        yield from map(one, paths)


def _one(
    path: str,
    known: tuple[Questionnaire, ...],
    earlier: Mapping[tuple[str, str], Response],
    *,
    keep_names: bool,
) -> Outcome:
    try:
        document = read(path)
    except Unreadable as error:
        return Outcome(path, reason=str(error))
    kept = earlier.get((document.name, document.digest))
    if kept is not None:
        return Outcome(path, kept, kept=True)
    return Outcome(path, convert(document, known, keep_names=keep_names))


def convert_stream(data: bytes, known: tuple[Questionnaire, ...], *, keep_names: bool = False) -> Outcome:
    """The outcome of the letter on standard input."""
    try:
        document = read_bytes(data, "standard-input.txt")
    except Unreadable as error:
        return Outcome("-", reason=str(error))
    return Outcome("-", convert(document, known, keep_names=keep_names))


def with_ids(outcomes: Iterable[Outcome]) -> list[Response]:
    """The responses, each with an id of its own: when a file's name is taken, its content's hash follows."""
    found: list[Response] = []
    taken: set[str] = set()
    for outcome in outcomes:
        response = outcome.response
        if response is None:
            continue
        name = slug(response.source.name)
        hashed = f"{name}-{response.source.sha256[:6]}"
        names = (name, hashed, *(f"{hashed}-{number}" for number in range(2, len(taken) + 3)))
        name = next(one for one in names if one not in taken)
        taken.add(name)
        found.append(response if response.id == name else response.but(id=name))
    return found


def informed(response: Response, known: Known) -> Response:
    """A response with what somebody knows of its file; what the letter says itself is left as it is."""
    request = response.request or Request()
    body = resolve(known.authority, known.sent or known.published) if known.authority else None
    authority = response.authority or NamedAuthority()
    if body and not authority.id:
        authority = authority.but(id=body.code, name=body.label)
    request = request.but(made=request.made or known.made, received=request.received or known.received)
    return response.but(
        authority=authority if authority.model_fields_set else None,
        request=request if request.model_fields_set else None,
        sent=response.sent or known.sent,
        published=response.published or known.published,
        source=response.source.but(url=response.source.url or known.url),
    )


def alike(responses: Sequence[Response]) -> Iterator[tuple[str, str, bool]]:
    """Pairs of responses that are the same letter, or nearly: both ids, and whether they are the same.

    Only letters of one authority, or of none, are compared.
    """
    groups: dict[str | None, list[Response]] = {}
    for response in responses:
        groups.setdefault(response.authority.id if response.authority else None, []).append(response)
    for group in groups.values():
        for one, other in combinations(group, 2):
            mine, theirs = one.source.text or "", other.source.text or ""
            if one.source.sha256 == other.source.sha256:
                yield one.id, other.id, True
            elif fuzz.ratio(mine, theirs, score_cutoff=NEARLY) >= NEARLY:
                yield one.id, other.id, False
