"""The report as SARIF 2.1.0, for code scanning and editors."""

import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from foidata.rules import Rule
from foidata.rules.catalogue import explain, find
from foidata.standard.codes import Severity
from foidata.standard.json import canonical, plain
from foidata.standard.report import Finding, Place, Report, Waived, Words
from foidata.validate.fingerprint import fingerprints
from foidata.validate.formats import Manner, format_of
from foidata.validate.listing import why_waived

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "SRCROOT"
"""What the paths of files are relative to: the folder that the check was run in."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


@format_of("sarif", "SARIF 2.1.0, for code scanning and editors", ".sarif", ".sarif.json")
def sarif(report: Report, _: Manner) -> str:
    """One run: every rule with its page, every finding with its place in the data and its words in the letter."""
    codes = sorted({one.code for one in report.totals} | {one.code for one in report.not_run})
    index = {code: at for at, code in enumerate(codes)}
    found = [(finding, None) for finding in report.findings] + [(one.finding, one) for one in report.waived]
    marks = fingerprints(finding for finding, _ in found)
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "rules": [_rule(find(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that the check was run in."}}},
        "artifacts": [{"location": _location(name), "roles": ["analysisTarget"]} for name in report.files],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_not_run(report, index))}],
        "results": [
            _result(finding, index[finding.code], mark) | _suppressed(waived)
            for (finding, waived), mark in zip(found, marks, strict=True)
        ],
        "properties": {
            "totals": [plain(total) for total in report.totals],
            "good": list(report.good),
            "secondOpinions": [plain(opinion) for opinion in report.second_opinions],
        },
    }
    return canonical({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, line=True).decode()


def _rule(rule: Rule) -> Json:
    """A rule with its page as help."""
    page = f"{rule.why}\n\n**Example:** {rule.example}\n\n**Fix:** {rule.fix}\n"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": explain(rule.code), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group, f"about the {rule.judges.value}"]},
    }


def _not_run(report: Report, index: dict[str, int]) -> Iterator[Json]:
    """The checks that judged nothing, as notifications that say why."""
    for one in report.not_run:
        yield {
            "message": {"text": f"{one.code} {one.name} was not checked: {one.reason}."},
            "level": "note",
            "associatedRule": {"id": one.code, "index": index[one.code]},
        }


def _result(finding: Finding, rule_index: int, mark: str) -> Json:
    letter = finding.letter
    fix = "" if finding.fix == find(finding.code).fix else f" {finding.fix}"
    # what is not a link of ours must not look like one
    message = f"{finding.message}{fix}".replace("](", "] (") + (" See [the letter](1)." if letter else "")
    known = {"response": finding.response, "answer": finding.answer, "value": finding.value}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_in_data(finding.place)],
        **({"relatedLocations": [_in_letter(letter, finding.place)]} if letter else {}),
        # the second name is the one by which GitHub knows an alert again
        "partialFingerprints": {"foidata/v1": mark, "primaryLocationLineHash": mark},
        "properties": {
            "judges": finding.judges.value,
            "fix": finding.fix,
            **{name: value for name, value in known.items() if value is not None},
        },
    }


def _suppressed(waived: Waived | None) -> Json:
    """That a finding does not count, and why, where somebody decided so."""
    if waived is None:
        return {}
    return {
        "suppressions": [{"kind": "external", "justification": why_waived(waived), "location": _in_data(waived.place)}]
    }


def _in_data(place: Place) -> Json:
    """The place of the value: its line where it has one, and its name in the data."""
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    physical = {"artifactLocation": _location(place.file), **({"region": region} if place.line else {})}
    return {"physicalLocation": physical, **_named(place)}


def _named(place: Place) -> Json:
    """The value by its names: JSON Pointer, row and column of a table, cell of a sheet."""
    names = []
    if place.pointer:
        names.append({"fullyQualifiedName": place.pointer, "kind": "value"})
    if place.cell:
        names.append({"fullyQualifiedName": f"{place.table}!{place.cell}", "kind": "member"})
    elif place.row:
        field = f", column {place.field}" if place.field else ""
        names.append({"fullyQualifiedName": f"{place.table}, row {place.row}{field}", "kind": "member"})
    return {"logicalLocations": names} if names else {}


def _in_letter(letter: Words, data: Place) -> Json:
    """The words of the letter: in its own file where the data has one, or else where the data holds its text."""
    place = letter.place
    if place is not None and place.line is None and letter.line is not None:
        snippet = {"snippet": {"text": letter.quote}} if letter.quote else {}
        region: Json = {"startLine": letter.line, "startColumn": letter.column, **_end(letter), **snippet}
    elif place is not None and place.line is not None:
        region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    else:
        region = {}
    file = place.file if place is not None else data.file
    physical = {"artifactLocation": _location(file), **({"region": region} if region else {})}
    offsets = {"response": letter.response, "start": letter.start, "end": letter.end}
    around = {"before": letter.before, "quote": letter.quote, "after": letter.after}
    words = f"“{letter.quote}”" if letter.quote else "no words"
    return {
        "id": 1,
        "message": {"text": f"The letter of {letter.response}, characters {letter.start}-{letter.end}: {words}"},
        "physicalLocation": physical,
        "properties": {**offsets, **{name: value for name, value in around.items() if value is not None}},
    }


def _end(letter: Words) -> Json:
    """Where the words end, so far as the quote is whole."""
    if letter.quote is None or letter.column is None or letter.line is None:
        return {}
    if len(letter.quote) != letter.end - letter.start:
        return {}
    *ahead, last = letter.quote.split("\n")
    return {"endLine": letter.line + len(ahead), "endColumn": len(last) + (1 if ahead else letter.column)}


@cache
def _location(name: str) -> Json:
    """A file as a URI: relative to where the check was run, or absolute where it was named so."""
    if Path(name).is_absolute():
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(posixpath.normpath(Path(name).as_posix())), "uriBaseId": _BASE}
