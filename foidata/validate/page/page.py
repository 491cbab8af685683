"""A report as one HTML page."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources

from foidata.standard.codes import Judged, Severity
from foidata.standard.json import canonical
from foidata.standard.report import Finding, Report, Words
from foidata.validate.formats import where
from foidata.validate.listing import (
    LIST_ALL,
    Broken,
    broken,
    codes,
    many,
    not_checked,
    of_whom,
    verdict,
    visible,
    why_waived,
)

SHOWN = 20
"""So many findings of a rule are on the page as it is; the script draws the others when somebody turns to them."""

_SLOT = re.compile(r'<(?P<tag>\w+)(?P<rest>[^>]* data-slot="(?P<slot>\w+)"[^>]*)></(?P=tag)>')
"""An element of the pattern that takes a value."""
_PART = re.compile(r'<(?P<tag>\w+)[^>]* data-with="(?P<slot>\w+)"[^>]*>.*?</(?P=tag)>\n?')
"""A part of the pattern that stands only where a value does."""
_LINES = re.compile(r"[ \t]*\n\s*")
"""A line break, with the empty lines after it."""


def page(report: Report) -> str:
    """The page: what was found, by rule; what is in order; what was not checked, and why.

    It is whole as it stands, without scripts and on paper. The script only turns pages and filters. All that comes from
    the data is escaped, and the page allows no script and no style but its own, and nothing from elsewhere.
    """
    style, script = _file("page.css"), _file("page.js")
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    rules = broken(report)
    return "".join(
        f"{line}\n"
        for line in (
            "<!DOCTYPE html>",
            '<html lang="en-GB">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(verdict(report))} foidata</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#findings">To the findings</a>',
            *_header(report),
            "<main>",
            *_index(rules),
            *(_filters(rules) if rules else ()),
            *_part(rules, Judged.DATA, "About the data"),
            *_part(rules, Judged.LETTER, "About the letters: nothing to mend, worth noting"),
            *_closing(report),
            "</main>",
            f'<template id="finding">{_file("finding.html")}</template>',
            f"<script>{script}</script>",
            "</body>",
            "</html>",
        )
    )


@cache
def _file(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A script or style as a page's policy names it."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _header(report: Report) -> Iterator[str]:
    yield "<header>"
    yield "<h1>What the check found</h1>"
    files = ", ".join(f"<code>{escape(visible(name))}</code>" for name in report.files)
    yield f"<p>{many(len(report.files), 'file')}: {files}</p>"
    told = f"; settings: {escape(visible(report.configuration))}" if report.configuration else ""
    yield f'<p class="faint">Checked by {escape(report.tool.name)} {escape(report.tool.version)}{told}</p>'
    yield '<ul class="counts">'
    for level in Severity:
        words = many(report.count(level, judges=Judged.DATA), level.label.lower())
        yield _count(words, "about the data", level.value)
    yield _count(many(report.count(*Severity, judges=Judged.LETTER), "note"), "about the letters", "")
    yield "</ul>"
    yield "</header>"


def _count(words: str, about: str, level: str) -> str:
    number, _, word = words.partition(" ")
    return f'<li><strong class="{level}">{number}</strong> {word} {about}</li>'


def _filters(rules: tuple[Broken, ...]) -> Iterator[str]:
    """The filters, for which the script is needed; without it they are not seen."""
    boxes = "".join(
        f'<label><input type="checkbox" name="level" value="{level.value}" checked> {level.label}s</label>'
        for level in Severity
    )
    options = "".join(
        f'<option value="{one.total.code}">{one.total.code} {escape(one.total.name)} ({one.total.count:,})</option>'
        for one in rules
    )
    yield '<search class="filters" id="findings" hidden>'
    yield '<form id="filter">'
    yield '<label>Find <input type="search" name="text" placeholder="words, file, id …" autocomplete="off"></label>'
    yield f'<label>Rule <select name="rule"><option value="">all</option>{options}</select></label>'
    yield f"<fieldset><legend>Show</legend>{boxes}</fieldset>"
    yield '<button type="reset">Show all</button>'
    yield "<output></output>"
    yield "</form>"
    yield "</search>"


def _index(rules: tuple[Broken, ...]) -> Iterator[str]:
    """The rules that were broken, with their exact totals and a way to each."""
    if not rules:
        yield "<p>No rule was broken.</p>"
        return
    yield '<div class="scroll"><table>'
    yield "<caption>The rules that were broken; totals are exact, whatever number is listed.</caption>"
    yield '<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th>'
    yield '<th scope="col" class="about">About</th><th scope="col" class="number">Found</th>'
    yield '<th scope="col" class="number">Looked at</th></tr></thead><tbody>'
    for one in rules:
        total = one.total
        yield (
            f'<tr><th scope="row"><a href="#{total.code}">{total.code}</a> {_prose(one.rule.title)}</th>'
            f'<td class="level {total.severity.value}">{total.severity.label}</td>'
            f'<td class="about">{total.judges.label.lower()}</td>'
            f'<td class="number">{total.count:,}</td><td class="number">{total.out_of:,}</td></tr>'
        )
    yield "</tbody></table></div>"


def _part(rules: tuple[Broken, ...], judges: Judged, heading: str) -> Iterator[str]:
    """The rules about the data, or about the letters."""
    chosen = [one for one in rules if one.total.judges is judges]
    if chosen:
        yield f'<div class="part"><h2>{heading}</h2>'
        for one in chosen:
            yield from _rule(one)
        yield "</div>"


def _rule(one: Broken) -> Iterator[str]:
    """A rule's page with its first findings, and all of them for the script."""
    total, rule = one.total, one.rule
    listed = len(one.findings)
    yield f'<section class="rule" id="{total.code}" data-severity="{total.severity.value}" data-listed="{listed}">'
    yield (
        f'<div class="about-rule"><h3><span class="level {total.severity.value}">{total.severity.label}</span> '
        f'<code>{total.code}</code> {_prose(rule.title)} <code class="faint">{escape(total.name)}</code></h3>'
    )
    yield f'<p class="tally">{one.tally}</p>'
    yield f"<p>{_prose(rule.why)}</p>"
    yield f'<p class="faint">Example: {_prose(rule.example)}</p>'
    yield f"<p><strong>What to do:</strong> {_prose(rule.fix)}</p></div>"
    rows = [_values(finding, rule.fix) for finding in one.findings]
    shown = f"first {SHOWN} of {listed:,}" if listed > SHOWN else f"{listed:,}"
    yield '<ol class="findings">'
    yield from (_filled(row) for row in rows[:SHOWN])
    yield "</ol>"
    yield (
        f'<div class="pager"><span class="range" aria-live="polite">{shown} listed</span>'
        f'<button type="button" hidden aria-label="Previous findings of {total.code}">Previous</button>'
        f'<button type="button" hidden aria-label="Next findings of {total.code}">Next</button></div>'
    )
    if one.unlisted:
        yield f'<p class="faint">{one.unlisted:,} more were found and are not listed: <code>{LIST_ALL}</code>.</p>'
    yield f'<script type="application/json">{_island(rows)}</script>'
    yield "</section>"


def _prose(text: str) -> str:
    """A sentence of a rule's page, of which what stands between backticks is code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))


def _values(finding: Finding, fix: str) -> dict[str, str]:
    """What is shown of a finding, by slot. The fix only where it is more than the rule's."""
    letter = finding.letter
    own = finding.fix if finding.fix != fix else ""
    return {
        "message": visible(finding.message),
        "place": visible(where(finding.place)),
        "who": visible(of_whom(finding)),
        "pointer": visible(finding.place.pointer or ""),
        "value": visible(finding.value or ""),
        **({"at": _at(letter), **_words(letter)} if letter else {}),
        "fix": visible(f"{own} Done by --fix." if finding.fixable else own).strip(),
    }


def _at(letter: Words) -> str:
    line = f", line {letter.line:,}" if letter.line else ""
    return f"letter of {letter.response}, characters {letter.start:,}–{letter.end:,}{line}"


def _words(letter: Words) -> dict[str, str]:
    """The quote and the words around it; lines stay lines, but for empty ones."""
    parts = {"before": letter.before, "quote": letter.quote, "after": letter.after}
    shown = {name: "\n".join(map(visible, _LINES.split(text or ""))) for name, text in parts.items()}
    before, after = shown["before"].lstrip(), shown["after"].rstrip()
    cut = letter.start > len(letter.before or "")
    return shown | {"before": f"… {before}" if before and cut else before, "after": f"{after} …" if after else ""}


def _filled(values: Mapping[str, str]) -> str:
    """The pattern of a finding with its values; what has none is left out. The script does the same."""
    kept = _kept(_file("finding.html"), values)
    return _SLOT.sub(
        lambda found: (
            f"<{found['tag']}{found['rest']}>{escape(values[found['slot']])}</{found['tag']}>"
            if values.get(found["slot"])
            else ""
        ),
        kept,
    ).rstrip("\n")


def _kept(text: str, values: Mapping[str, str]) -> str:
    """The parts of a pattern whose value is there."""
    return _PART.sub(lambda found: found[0] if values.get(found["slot"]) else "", text)


@cache
def _slots() -> tuple[str, ...]:
    return tuple(found["slot"] for found in _SLOT.finditer(_file("finding.html")))


def _island(rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as JSON that may stand in a page: no sign in it opens or closes anything."""
    plain = [[row.get(slot, "") for slot in _slots()] for row in rows]
    return canonical(plain, line=True).decode().rstrip("\n").replace("<", "\\u003c")


def _closing(report: Report) -> Iterator[str]:
    if report.good:
        yield "<h2>In order</h2><ul>"
        yield from (f"<li>{escape(words)}</li>" for words in report.good)
        yield "</ul>"
    if report.waived:
        yield "<h2>Waived: not counted</h2><ul>"
        for one in report.waived:
            place, words = where(one.finding.place), f"{one.finding.message} {why_waived(one)}"
            yield f"<li><code>{escape(visible(place))}</code> {one.finding.code} {escape(visible(words))}</li>"
        if report.count_waived > len(report.waived):
            yield f"<li>… and {report.count_waived - len(report.waived):,} more: <code>{LIST_ALL}</code></li>"
        yield "</ul>"
    if report.second_opinions:
        yield "<h2>Second opinions</h2><ul>"
        for opinion in report.second_opinions:
            objections = "".join(f"<br>{escape(visible(words))}" for words in opinion.objections)
            name, says = escape(f"{opinion.engine} on {visible(opinion.file)}"), escape(opinion.says)
            yield f"<li>{name}: {says}{'' if opinion.agrees else ' <strong>We disagree.</strong>'}{objections}</li>"
        yield "</ul>"
    if report.not_run:
        yield '<h2>Not checked</h2><div class="scroll"><table>'
        yield '<thead><tr><th scope="col">Why</th><th scope="col">Checks</th></tr></thead><tbody>'
        for reason, checks in not_checked(report):
            yield f"<tr><td>{escape(reason)}</td><td>{escape(', '.join(codes(checks)))}</td></tr>"
        yield "</tbody></table></div>"
