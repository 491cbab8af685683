"""The report as JUnit XML, for what shows the results of tests."""

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as Tree

from foidata.rules import Rule
from foidata.rules.catalogue import find
from foidata.standard.report import Report, fails
from foidata.validate.formats import Manner, format_of, where
from foidata.validate.listing import LIST_ALL, Broken, broken, visible, why_waived


@format_of("junit", "JUnit XML: a test a rule, for what shows the results of tests", ".xml")
def junit(report: Report, manner: Manner) -> str:
    """A test suite a group of rules and a test a rule.

    A test fails where the findings are a failure of the check; otherwise they stand in its output. A rule that judged
    nothing is a test skipped.
    """
    listed = {one.rule.code: one for one in broken(report)}
    skipped = {one.code: one.reason for one in report.not_run}
    codes = sorted({total.code for total in report.totals} | skipped.keys())
    suites = []
    for group, rules in groupby((find(code) for code in codes), key=lambda rule: rule.group):
        tests = [_test(rule, listed.get(rule.code), skipped.get(rule.code), manner) for rule in rules]
        suites.append(_suite(group, tests))
    if suites:
        suites[0].insert(0, _properties(report))
    whole = Tree.Element("testsuites", {"name": "foidata", **_counted(*suites)})
    del whole.attrib["skipped"]  # the whole has no such count in the schema
    whole.extend(suites)
    Tree.indent(whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Tree.tostring(whole, encoding="unicode")}\n'


def _suite(group: str, tests: list[Tree.Element]) -> Tree.Element:
    suite = Tree.Element("testsuite", {"name": group, **_counted(*tests)})
    suite.extend(tests)
    return suite


def _counted(*inside: Tree.Element) -> dict[str, str]:
    """How many tests there are in these elements, and how they ended."""
    found = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    tests = sum(len(list(one.iter("testcase"))) for one in inside)
    ended = {name: str(sum(len(list(one.iter(tag))) for one in inside)) for name, tag in found.items()}
    return {"tests": str(tests), **ended}


def _test(rule: Rule, found: Broken | None, skipped: str | None, manner: Manner) -> Tree.Element:
    folder = rule.check.__module__.split(".")[2]
    test = Tree.Element("testcase", classname=f"foidata.{folder}", name=f"{rule.code} {rule.name}")
    if skipped is not None:
        Tree.SubElement(test, "skipped", message=skipped)
    if found is not None:
        text = "\n".join(_lines(found))
        if fails(found.total.severity, manner.fail_on):
            message = f"{found.tally}: {rule.title}."
            Tree.SubElement(test, "failure", type=found.total.severity.value, message=message).text = text
        else:
            Tree.SubElement(test, "system-out").text = text
    return test


def _lines(found: Broken) -> Iterator[str]:
    """What a rule found, a line a finding, and what to do."""
    yield f"{found.total.severity.value}: {found.rule.title}. {found.tally}."
    yield found.rule.why
    for finding in found.findings:
        fix = "" if finding.fix == found.rule.fix else f" {finding.fix}"
        quote = f" “{finding.letter.quote}”" if finding.letter and finding.letter.quote else ""
        yield visible(f"{where(finding.place)}: {finding.message}{quote}{fix}")
    if found.unlisted:
        yield f"… and {found.unlisted:,} more; {LIST_ALL}"
    yield f"Fix: {found.rule.fix}"


def _properties(report: Report) -> Tree.Element:
    """What was checked, by what, and what is in order."""
    told = [
        ("tool", f"{report.tool.name} {report.tool.version}"),
        *(("file", name) for name in report.files),
        *(("in order", words) for words in report.good),
        *(("waived", f"{one.finding.code} {one.finding.message} {why_waived(one)}") for one in report.waived),
        *(("second opinion", f"{one.engine} on {one.file}: {one.says}") for one in report.second_opinions),
    ]
    properties = Tree.Element("properties")
    for name, value in told:
        Tree.SubElement(properties, "property", name=name, value=visible(value))
    return properties
