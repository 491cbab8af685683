"""What GitHub's runner would make of the report: it is read here as the runner reads it."""

import re

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from foidata.standard.codes import Judged, Severity
from foidata.standard.report import Report
from foidata.validate.formats import asked_for
from foidata.validate.formats.github import ANNOTATIONS, LARGEST_SUMMARY, most_useful

COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<message>.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands in the output of a step, and what their escapes stand for."""
    found = [match for line in text.splitlines() if (match := COMMAND.fullmatch(line.lstrip()))]
    return [
        (
            match["name"],
            {
                name: unescaped(value)
                for name, _, value in (one.partition("=") for one in match["properties"].split(","))
            },
            unescaped(match["message"]),
        )
        for match in found
    ]


def unescaped(text: str) -> str:
    for escape, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def summary(report: Report) -> str:
    aside = asked_for("github").aside
    assert aside is not None
    assert aside.variable == "GITHUB_STEP_SUMMARY"
    return aside.render(report)


def page(report: Report) -> LexborHTMLParser:
    """The summary as GitHub shows it, and worse: with raw HTML and bare links allowed."""
    return LexborHTMLParser(MarkdownIt("commonmark", {"html": True}).enable("table").render(summary(report)))


def test_a_finding_is_an_annotation_at_its_line(seeds: Report) -> None:
    found = commands(asked_for("github").render(seeds))
    assert [(name, properties["title"]) for name, properties, _ in found] == [
        ("notice", "FOI501 unreviewed-doubt"),
        ("warning", "FOI214 cost-beside-not-applicable"),
        ("notice", "FOI502 licence-missing"),
    ]
    _, properties, message = found[1]
    first = seeds.findings[0]
    assert properties["file"] == first.place.file
    assert (properties["line"], properties["col"]) == (str(first.place.line), str(first.place.column))
    assert message == f"{first.message}\n“at a cost of £50k per annum”\n{first.fix}"


def test_the_ten_most_useful_are_the_worst_and_of_many_rules(everything: Report) -> None:
    found = most_useful(everything)
    assert len(found) == ANNOTATIONS == 10
    assert all(one.severity is Severity.ERROR and one.judges is Judged.DATA for one in found)
    assert len({one.code for one in found}) == 10
    assert len(commands(asked_for("github").render(everything))) == 10


def test_no_finding_is_left_out_or_twice_when_there_is_room(seeds: Report) -> None:
    assert sorted(one.code for one in most_useful(seeds)) == sorted(one.code for one in seeds.findings)


def test_text_of_a_file_gives_no_command_and_comes_back_whole(hostile: Report) -> None:
    text = asked_for("github").render(hostile)
    found = commands(text)
    assert len(text.splitlines()) == ANNOTATIONS + 1
    assert [name for name, _, _ in found] == ["error"] * ANNOTATIONS
    for (_, properties, message), finding in zip(found, hostile.findings, strict=False):
        assert list(properties) == ["file", "line", "col", "title"]
        if finding.place.file.replace("\n", "").replace("\r", "").isprintable():
            assert properties["file"] == finding.place.file
            assert message.startswith(finding.message)


def test_the_summary_has_exact_totals_every_finding_what_is_good_and_what_was_not_checked(seeds: Report) -> None:
    text = page(seeds).text()
    for finding in seeds.findings:
        assert finding.message in text
    assert [cell.text() for cell in page(seeds).css("tbody tr:nth-child(2) td")] == [
        "FOI214 One answer states a cost for a time that another answer calls not applicable",
        "warning",
        "letter",
        "1",
        "2",
    ]
    for words in seeds.good:
        assert words in text
    assert "no letter gives a date: FOI302" in text


def test_the_summary_says_what_was_waived_and_why(hostile: Report) -> None:
    text = page(hostile).text()
    assert "Waived: 99 not counted" in text
    assert text.count("Because: ") == len(hostile.waived)
    assert f"… and {99 - len(hostile.waived)} more" in text


def test_text_of_a_file_is_text_in_the_summary(hostile: Report) -> None:
    shown = page(hostile)
    tags = {node.tag for node in shown.css("body *")}
    assert tags <= {
        "h2",
        "h3",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "ul",
        "li",
        "strong",
    }
    assert "<script>document.title = 'pwned'</script>" in shown.text()
    assert "[a link](https://evil.example)" in shown.text()
    assert not re.search(r"(?<!\\):\/\/|(?<!\\)@", summary(hostile))


def test_a_summary_stays_below_what_github_takes_and_says_what_it_leaves_out(hostile: Report) -> None:
    many = tuple(one.but(message=one.message * 40) for one in hostile.findings * 40)
    total = hostile.totals[0].but(count=len(many), out_of=len(many))
    text = summary(hostile.but(findings=many, totals=(total,)))
    assert LARGEST_SUMMARY / 2 < len(text.encode()) < 1024 * 1024
    listed = len(re.findall("^- \\*\\*", text, re.MULTILINE))
    assert f"… and {len(many) - listed:,} more" in text
