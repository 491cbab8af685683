"""Council names: from the words of a letter to the one body that they mean.

Three degrees of certainty, kept apart. `resolve` takes a name only when it is written right and means one body;
`nearest` also forgives misspelling when no other body comes near; `lookup` offers candidates to a person. Names outlive
bodies ("Dorset Council" is two), so that all three take the day of which the name speaks.

    >>> resolve("Dorset Council", date(2018, 6, 1)).label, resolve("Dorset Council", date(2020, 6, 1)).label
    ('Dorset County Council', 'Dorset Council')
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from foidata.standard.reference import Authority, authorities, authority_names
from foidata.standard.reference.spellings import COUNCIL_WORD, FORMS, Spelling, fold, fold_word, forms_of, parted
from foidata.standard.reference.spellings import spellings as spellings_of
from foidata.standard.reference.words import Word, joined, words_of

CERTAIN = 90
"""The score from which `nearest` takes a misspelt name for the right one."""

MARGIN = 4
"""How far the next body must be behind it."""

_OFFERED = 70
_PARTIAL = 0.85
_WRONG_FORM = 12


@dataclass(frozen=True, slots=True)
class Match:
    """A body that a name may mean."""

    authority: Authority
    name: str
    """The listed name that was matched: the official name, the name of the place, or another name."""

    score: float
    """Likeness from 0 to 100."""

    exact: bool
    """Whether the name is written right, small differences of form aside."""

    note: str = ""
    """What to know before using it. Example: `"ended 2019-03-31, succeeded by Dorset Council"`"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where an authority's name stands."""

    start: int
    """0-based offset of its first code point."""

    end: int
    """Offset after its last code point."""

    authorities: tuple[Authority, ...]
    """The bodies that may be meant, those of today first."""


def resolve(name: str, on: date | None = None) -> Authority | None:
    """The one authority that a name certainly means; None when it means none, or one of several.

    With a day, only bodies that lived on it count. Without, a full name that a body of today shares with one of the
    past means the body of today; a bare place that two bodies share ("Dorset") means neither.
    """
    found = [spelling for spelling in _index().get(fold(name), ()) if _alive(spelling.authority, on)]
    if len(_codes(found)) > 1:
        found = [spelling for spelling in found if _preferred(spelling, on)]
    codes = _codes(found)
    return authorities()[codes[0]] if len(codes) == 1 else None


def nearest(name: str, on: date | None = None) -> Match | None:
    """The one authority that a name means, misspelling forgiven; None when two come near or none does."""
    key, certain = fold(name), resolve(name, on)
    matches = list(_likely(key, on, CERTAIN - MARGIN))
    if certain:
        return next(match for match in matches if match.exact and match.authority == certain)
    living = [match for match in matches if _alive(match.authority.code, on)]
    if not living or living[0].exact or living[0].score < CERTAIN:
        return None
    rivals = [match for match in living if living[0].score - match.score < MARGIN]
    if len(rivals) > 1 and not on and parted(_mended(key))[1] and len({_place(match) for match in rivals}) == 1:
        rivals = [match for match in rivals if match.authority.status == "current"]
    return rivals[0] if len(rivals) == 1 else None


def lookup(name: str, on: date | None = None, limit: int = 5) -> tuple[Match, ...]:
    """The bodies that a name may mean, likeliest first.

    Bodies that did not live on the day stay, after those that are as like and did; their notes say what became of
    them, since that is what whoever asks for Cumbria today wants to hear.
    """
    return tuple(_likely(fold(name), on, _OFFERED))[:limit]


def by_email_domain(domain: str) -> tuple[Authority, ...]:
    """The authority that a mail domain shows, and any of the past with the same name; none when that is not certain.

    The register has no web addresses, so only domains that are made of the name of the place, or a known acronym, are
    recognised: `bolton.gov.uk`, `eastsussex.gov.uk`, `lbhf.gov.uk`, but not `pkc.gov.uk`.
    """
    host = domain.strip().lower().rpartition("@")[2].rstrip(".")
    named = re.fullmatch(r"(?:.*\.)?([a-z0-9-]+)\.(?:gov\.uk|gov\.wales|llyw\.cymru)", host)
    if not named:
        return ()
    label = named[1].replace("-", "")
    for ending in ("", "cc", "bc", "dc", "mbc", "city", "council"):
        if label.endswith(ending) and (found := _squashed().get(label.removesuffix(ending))):
            return found
    return ()


def mentions(text: str) -> tuple[Mention, ...]:
    """Every place in a text where an authority's name stands in full, longest names first, none overlapping.

    A council word must be part of it, or it must be an official name, so that "Reading" and "Bath" in prose are words.
    """
    words = list(words_of(text))
    found, at = [], -1
    while (at := at + 1) < len(words):
        last, end, key = _longest(words, at, text)
        if not key:
            continue
        bodies = _bodies(_index()[key])
        before = words[at - 1] if at and any(body.label.startswith("The ") for body in bodies) else None
        with_article = before and text[before.start : before.end] == "The" and joined(before, words[at], text)
        found.append(Mention(before.start if before and with_article else words[at].start, end, bodies))
        at = last
    return tuple(found)


# The index of names


@functools.cache
def _index() -> Mapping[str, tuple[Spelling, ...]]:
    """Every spelling by its key; of those that a body has of one key, the first."""
    index: dict[str, dict[str, Spelling]] = {}
    aliases = tuple(authority_names().values())
    for authority in authorities().values():
        own = tuple(alias for alias in aliases if alias.authority == authority.code)
        for spelling in spellings_of(authority, own):
            index.setdefault(spelling.key, {}).setdefault(authority.code, spelling)
    return {key: tuple(found.values()) for key, found in index.items()}


@functools.cache
def _cores() -> tuple[Spelling, ...]:
    """One spelling for each place that a body's names contain, bare where it may be, to compare misspelt names with."""
    cores: dict[tuple[str, str], Spelling] = {}
    for spelling in sorted(itertools.chain(*_index().values()), key=lambda spelling: spelling.form is not None):
        cores.setdefault((spelling.core, spelling.authority), spelling)
    return tuple(cores.values())


@functools.cache
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of all names, and the longer ones among those that say what kind of council it is."""
    of_councils = {word for ways in FORMS.values() for way in ways for word in way.split() if len(word) > 4}
    return frozenset(word for key in _index() for word in key.split()), tuple(sorted(of_councils))


@functools.cache
def _squashed() -> Mapping[str, tuple[Authority, ...]]:
    """The bodies by the name of their place without spaces, with and without "and", as mail domains have it."""
    squashed: dict[str, list[Spelling]] = {}
    for spelling in itertools.chain(*_index().values()):
        if spelling.form in (None, "council", "cyngor"):
            for words in {spelling.core, re.sub(r"\band\b", "", spelling.core)}:
                squashed.setdefault(words.replace(" ", ""), []).append(spelling)
    return {label: _bodies(found) for label, found in squashed.items()}


def _codes(found: Iterable[Spelling]) -> tuple[str, ...]:
    return tuple(sorted({spelling.authority for spelling in found}))


def _bodies(found: Iterable[Spelling]) -> tuple[Authority, ...]:
    bodies = (authorities()[code] for code in _codes(found))
    return tuple(sorted(bodies, key=lambda body: (body.status != "current", body.code)))


def _alive(code: str, on: date | None) -> bool:
    return on is None or authorities()[code].existed_on(on)


def _preferred(spelling: Spelling, on: date | None) -> bool:
    """Whether, among several bodies, a spelling speaks for its own: right that day, or in full of a body of today."""
    if on:
        return spelling.right_on(on)
    full = spelling.official or spelling.form is not None
    return full and authorities()[spelling.authority].status == "current"


# Likeness


def _likely(key: str, on: date | None, least: float) -> Iterator[Match]:
    """Matches of a folded name that score at least so much, likeliest first."""
    exact = {spelling.authority: spelling for spelling in _index().get(key, ())}
    best = {code: (100.0, spelling) for code, spelling in exact.items()}
    core, forms = parted(_mended(key))
    for spelling in _cores():
        if spelling.authority in exact:
            continue
        own = forms_of(authorities()[spelling.authority])
        score = _likeness(core, spelling.core, len(key) - len(core)) if own else _likeness(key, spelling.core)
        score -= _WRONG_FORM if own and forms and not forms & own else 0
        score *= _PARTIAL if spelling.form and not forms else 1
        if score >= max(least, best.get(spelling.authority, (0.0, spelling))[0]):
            best[spelling.authority] = (score, spelling)
    matches = (_match(spelling, score, on, exact=code in exact) for code, (score, spelling) in best.items())
    yield from sorted(matches, key=lambda match: _rank(match, on))


def _match(spelling: Spelling, score: float, on: date | None, *, exact: bool) -> Match:
    body = authorities()[spelling.authority]
    name = body.label if spelling.name == body.short_name and not exact else spelling.name
    return Match(body, name, round(score, 1), exact, _note(spelling, on))


def _place(match: Match) -> str:
    return parted(fold(match.authority.short_name))[0]


def _rank(match: Match, on: date | None) -> tuple[bool, float, bool, bool, str]:
    body = match.authority
    return not match.exact, -match.score, not _alive(body.code, on), body.status != "current", body.code


def _likeness(one: str, other: str, shared: int = 0) -> float:
    """How like two places are, 0 to 100: alone and, with equal weight, within council words of so many shared letters.

    A misspelling weighs less in a longer name. A place that is part of the other is like it, though never enough for
    `nearest`: Newcastle is either Newcastle.
    """
    places = fuzz.ratio(one, other)
    apart = (100 - places) * (len(one) + len(other)) / (len(one) + len(other) + 2 * max(shared, 0) or 1)
    return max((places + 100 - apart) / 2, _PARTIAL * fuzz.token_set_ratio(one, other))


def _mended(key: str) -> str:
    """A folded name with misspelt council words put right: "leeds city counsil" is "leeds city council"."""
    known, of_councils = _vocabulary()
    words = key.split()
    for at, word in enumerate(words):
        closest = max(of_councils, key=lambda other: fuzz.ratio(word, other))
        if len(word) > 4 and word not in known and fuzz.ratio(word, closest) >= 80:
            words[at] = closest
    return " ".join(words)


def _note(spelling: Spelling, on: date | None) -> str:
    body = authorities()[spelling.authority]
    heirs = " and ".join(authorities()[code].label for code in body.successors)
    notes = []
    if body.end:
        notes.append(f"ended {body.end}, succeeded by {heirs}")
    elif body.planned_end:
        notes.append(f"to end {body.planned_end}, to be succeeded by {heirs}")
    if body.start and (body.status == "future" or (on and on < body.start)):
        notes.append(f"to start {body.start}" if body.status == "future" else f"started {body.start}")
    if spelling.end and spelling.end != body.end:
        notes.append(f"called so until {spelling.end}")
    return "; ".join(notes)


# Mentions


@dataclass(slots=True)
class _Step:
    """A word of a name: the words that may follow, and the key of the name that ends here."""

    next: dict[str, "_Step"] = field(default_factory=dict)
    key: str = ""


@functools.cache
def _names() -> tuple[_Step, frozenset[tuple[str, str]]]:
    """All names that may be mentioned, as a tree of words, and the pairs of words between which a comma is right."""
    root, commas = _Step(), set()
    for key, found in _index().items():
        if COUNCIL_WORD.search(key) or any(spelling.official for spelling in found):
            step = root
            for word in key.split():
                step = step.next.setdefault(word, _Step())
            step.key = key
        for spelling in found:
            for before, after in re.findall(r"(\w+), (?=(\w+))", spelling.name) if "," in spelling.name else ():
                commas.add((fold_word(before), fold_word(after)))
            for before in re.findall(r", (\w+) and ", spelling.name):
                commas.add((fold_word(before), "and"))
    return root, frozenset(commas)


def _longest(words: list[Word], at: int, text: str) -> tuple[int, int, str]:
    """The longest name that begins at a word: its last word, where it ends, and its key; no key when there is none."""
    step, commas = _names()
    last, end, key = at, 0, ""
    for here in range(at, len(words)):
        word = words[here]
        if here > at and not joined(words[here - 1], word, text):
            break
        if here > at and word.folded == "the":
            continue
        if here > at and word.folded == ",":
            if here + 1 < len(words) and (words[here - 1].folded, words[here + 1].folded) in commas:
                continue
            break
        if word.folded not in step.next:
            if word.owner in step.next and (owned := step.next[word.owner].key) and _proper(owned, words[at], text):
                last, end, key = here, word.end - 2, owned
            break
        step = step.next[word.folded]
        if step.key and _proper(step.key, words[at], text):
            last, end, key = here, word.end, step.key
    return last, end, key


def _proper(key: str, first: Word, text: str) -> bool:
    """Whether it can be a name here: "Reading Council", unlike "Reading Borough Council", needs its capital letter."""
    plain = all(spelling.form == "council" for spelling in _index()[key])
    return not plain or not text[first.start].islower()
