from pathlib import Path

import pytest
from lxml import etree

from foidata.rules import rules
from foidata.standard.report import Report
from foidata.validate.formats import asked_for

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "data" / "junit-10.xsd"))


def suites(report: Report, fail_on: str = "error") -> etree._Element:
    return etree.fromstring(asked_for("junit").render(report, fail_on=fail_on).encode())


def test_it_is_junit_as_jenkins_has_it(report: Report) -> None:
    found = suites(report)
    assert SCHEMA.validate(found), SCHEMA.error_log


def test_its_schema_refuses_what_is_not_junit(seeds: Report) -> None:
    found = suites(seeds)
    del found[0].attrib["tests"]
    assert not SCHEMA.validate(found)


def test_a_rule_is_a_test_and_one_that_judged_nothing_is_skipped(seeds: Report) -> None:
    found = suites(seeds)
    assert [test.get("name") for test in found.iter("testcase")] == [f"{rule.code} {rule.name}" for rule in rules()]
    skipped = {
        test.get("name", "")[:6]: test[0].get("message")
        for test in found.iter("testcase")
        if test.find("skipped") is not None
    }
    assert skipped == {one.code: one.reason for one in seeds.not_run}


@pytest.mark.parametrize(
    ("fail_on", "failed"),
    [("error", []), ("warning", ["FOI214"]), ("info", ["FOI214", "FOI501", "FOI502"]), ("never", [])],
)
def test_a_test_fails_exactly_when_its_findings_fail_the_check(seeds: Report, fail_on: str, failed: list[str]) -> None:
    found = suites(seeds, fail_on)
    failures = [test for test in found.iter("testcase") if test.find("failure") is not None]
    told = [test for test in found.iter("testcase") if test.find("system-out") is not None]
    assert [test.get("name", "")[:6] for test in failures] == failed
    assert sorted(test.get("name", "")[:6] for test in (*failures, *told)) == ["FOI214", "FOI501", "FOI502"]
    assert found.get("failures") == str(len(failed)) == str(sum(int(suite.get("failures", "")) for suite in found))
    assert bool(failed) == bool(seeds.exit_code(fail_on))


def test_the_counts_of_a_suite_are_those_of_its_tests(everything: Report) -> None:
    found = suites(everything)
    assert int(found.get("failures", "")) > 30
    for suite in found:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped"))


def test_a_failure_says_how_many_where_and_what_to_do(seeds: Report) -> None:
    found = suites(seeds, "warning")
    (failure,) = found.iter("failure")
    assert failure.get("type") == "warning"
    assert failure.get("message", "").startswith("1 found, 2 looked at: One answer states a cost")
    first = seeds.findings[0]
    assert (
        f"{first.place.file}:{first.place.line}:{first.place.column}: {first.message} “at a cost of £50k per annum”"
        in (failure.text or "")
    )
    assert (failure.text or "").endswith("Fix: Nothing to mend; note it when you use the figure.")


def test_text_of_a_file_is_text(hostile: Report) -> None:
    found = suites(hostile)
    assert {element.tag for element in found.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "properties", "property",
    }  # fmt: skip
    assert "<script>document.title = 'pwned'</script>" in "".join(found.itertext())
