"""Every way in which an authority's name may be written.

The list holds one official name a body, while letters write "Bolton MBC", "London Borough of Islington", "Islington
Council" or "B&NES". Rather than guess at reading time, all ways to write a name are spelled out once, from one table
of council words, and a name is then looked up as it stands. A form that a body cannot have is not spelled, so that
"Nottinghamshire District Council" names nobody.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from foidata.standard.reference import Authority, AuthorityName

FORMS: Mapping[str, tuple[str, ...]] = {
    "council": ("{} council",),
    "county": ("{} county council", "county council of {}", "county {}", "county of {}", "{} county", "{} cc"),
    "borough": (
        *("{} borough council", "borough of {}", "borough of {} council", "borough council of {}"),
        *("council of borough of {}", "{} borough", "{} bc"),
    ),
    "district": ("{} district council", "district of {}", "district council of {}", "{} district", "{} dc"),
    "city": (
        *("{} city council", "city of {} council", "city council of {}", "council of city of {}"),
        *("city of {}", "{} city", "{} cc"),
    ),
    "city and district": ("{} city and district council", "city and district of {}", "{} city and district"),
    "city and county": (
        *("city and county of {}", "city and county of {} council", "{} city and county council"),
        *("council of city and county of {}", "county council of city and county of {}"),
    ),
    "county borough": (
        *("{} county borough council", "county borough of {}", "county borough council of {}"),
        *("{} county borough", "{} cbc"),
    ),
    "metropolitan borough": (
        *("{} metropolitan borough council", "metropolitan borough of {}", "metropolitan borough council of {}"),
        *("{} metropolitan council", "{} metropolitan borough", "{} mbc"),
    ),
    "metropolitan district": (
        *("{} metropolitan district council", "city of {} metropolitan district council", "city of {} mdc"),
        *("city of {} metropolitan district", "{} metropolitan district", "{} mdc"),
    ),
    "london borough": (
        *("london borough of {}", "london borough of {} council", "{} london borough council", "{} london borough"),
        *("london borough {}", "lb of {}", "lb {}", "{} lbc"),
    ),
    "royal borough": ("royal borough of {}", "royal borough of {} council", "{} royal borough council", "rb {}"),
    "cyngor": (
        *("cyngor {}", "cyngor {} council", "cyngor sir {}", "cyngor dinas {}", "cyngor dinas a sir {}"),
        *("cyngor bwrdeistref sirol {}", "cyngor bwrdeistref {}"),
    ),
}
"""The kinds of council and the words that say so, around the name of the place."""

COUNCIL_WORD = re.compile(
    r"\b(?:council|corporation|cyngor|comhairle|authority|borough of|county borough|city and county of|mbc|mdc)\b"
)
"""What shows, in a folded name, that a body is meant and not a place."""

_WORDS = {"&": "and", "upon": "on", "saint": "st"}

_READ = sorted(
    [(form, *way.split("{}")) for form, ways in FORMS.items() for way in ways] + [("council", "council of ", "")],
    key=lambda way: -len(way[1] + way[2]),
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write the name of one authority."""

    key: str
    """The name as `fold` leaves it."""

    core: str
    """The same without the words of its form: the place."""

    form: str | None
    """The kind of council that it says, a key of FORMS; absent for a bare place, an acronym, a name of its own kind."""

    authority: str
    """The code of the authority."""

    name: str
    """The listed name from which it was made. Example: `"Bolton Metropolitan Borough Council"` for "bolton mbc"."""

    official: bool
    """Whether it is the official name itself."""

    start: date | None = None
    end: date | None = None
    """First and last day on which the listed name was right, where the list says."""

    def right_on(self, day: date) -> bool:
        """Whether the name was in use on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def fold_word(word: str) -> str:
    """A word in lower case without accents and apostrophes, and variants of small words made one."""
    bare = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(letter for letter in bare if letter == "&" or letter.isalnum())
    return _WORDS.get(bare, bare)


def fold(name: str) -> str:
    """A name reduced to what tells it from others: "The Borough of King's-Lynn" is "borough of kings lynn"."""
    words = re.findall(r"&|[^\s&,.;:()/\-\u00ad\u2010-\u2015\u2212]+", name)
    return " ".join(folded for word in words if (folded := fold_word(word)) not in ("", "the"))


def parted(key: str) -> tuple[str, frozenset[str]]:
    """The place in a folded name, and the forms that the words around it may mean; none for a bare place."""
    length = 0
    core, forms = key, set()
    for form, before, after in _READ:
        if len(before + after) < length:
            break
        if key.startswith(before) and key.endswith(after) and len(key) > len(before + after):
            core, length = key[len(before) : len(key) - len(after)], len(before + after)
            forms.add(form)
    return core, frozenset(forms)


def forms_of(authority: Authority) -> frozenset[str]:
    """The forms that an authority's name may take; none for a body that is no ordinary council."""
    own = parted(fold(authority.label))[1]
    city = bool(own & {"city", "city and county", "city and district"})
    match authority.type:
        case "county":
            more = {"county"}
        case "non_metropolitan_district" | "ni_district":
            more = {"borough", "district", "city"} if city else {"borough", "district"}
        case "unitary_authority":
            more = {"borough", "district"} if authority.start and authority.start < date(2009, 4, 1) else set()
        case "metropolitan_district" if city:
            more = {"metropolitan district"}
        case "metropolitan_district" if "metropolitan district" in own:
            more = {"city"}
        case "metropolitan_district":
            more = {"metropolitan borough", "metropolitan district", "borough"}
        case "london_borough":
            more = {"london borough", "borough"}
        case "welsh_principal_area":
            more = {"county", "county borough", "cyngor"} | ({"city", "city and county"} if city else set())
        case "scottish_council_area":
            more = set()
        case _:
            return frozenset()
    return own | more | {"council"}


def spellings(authority: Authority, aliases: tuple[AuthorityName, ...]) -> Iterator[Spelling]:
    """Every way to write the name of an authority, the listed names first."""
    code, forms = authority.code, forms_of(authority)
    listed: list[tuple[str, date | None, date | None]]
    listed = [(authority.label, None, None), (authority.short_name, None, None)]
    listed += [(authority.name_cy, None, None)] if authority.name_cy else []
    listed += [(alias.label, alias.start, alias.end) for alias in aliases]
    if not forms:
        listed = [row for row in listed if row[0] != authority.short_name or authority.type == "city_corporation"]
    for name, start, end in listed:
        core, said = parted(fold(name)) if forms else (fold(name), frozenset[str]())
        official = name == authority.label
        for key in _as_written(fold(name)):
            yield Spelling(key, core, next(iter(sorted(said)), None), code, name, official, start, end)
        if not official and (not said or name == authority.short_name):
            yield Spelling(core, core, None, code, name, official=False, start=start, end=end)
        if name == authority.name_cy:
            ways = frozenset({"cyngor"})
        elif said and name not in (authority.label, authority.short_name):
            ways = said
        else:
            ways = forms
        for form in sorted(ways):
            for way in FORMS[form]:
                yield Spelling(way.format(core), core, form, code, name, official=False, start=start, end=end)


def _as_written(key: str) -> Iterator[str]:
    """A folded name, and the same with and without the word that says a combined authority has a mayor."""
    yield key
    if "mayoral combined" in key:
        yield key.replace("mayoral combined", "combined")
    elif "combined authority" in key:
        yield key.replace("combined authority", "mayoral combined authority")
