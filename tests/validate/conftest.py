"""Reports of several kinds, by which the formats are tried."""

from pathlib import Path

import pytest
from fault_examples import examples, written

from foidata.standard.codes import Judged, Severity
from foidata.standard.report import FINDINGS, Finding, NotRun, Opinion, Place, Report, Tool, Total, Waived, Words
from foidata.validate.validate import validate

SEEDS = Path(__file__).parents[2] / "seeds" / "seeds.json"

HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07",
    "right\u202eto left",
    "two\nlines\r\nand::error::more\n::set-output name=a::b",
    "100%,a:b%0A",
    "<script>document.title = 'pwned'</script>",
    "</script><img src=x onerror=\"document.title='pwned'\">",
    "<!-- --><svg/onload=alert(1)>",
    '" autofocus onfocus="alert(1)',
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)|cmd",
    "\t=1+1",
    "+1",
    "-1",
    "＝1+1",
    "[a link](https://evil.example) https://evil.example someone@evil.example",
    "| cell | `code` **bold** # heading",
    "&amp; &lt;b&gt; \u2028 \x00 \ufffe ]]>",
)
"""What a stranger may have written into a file, its name or a letter."""


@pytest.fixture(scope="session")
def seeds() -> Report:
    """The two seed letters: three findings, with words of letters."""
    return validate(SEEDS)


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The findings of every example of a fault, and so of nearly every rule."""
    folder = tmp_path_factory.mktemp("faults")
    paths = []
    for example in examples():
        (folder / example["rule"]).mkdir()
        paths.append(written(example, folder / example["rule"]))
    return validate(paths)


@pytest.fixture(scope="session")
def hostile() -> Report:
    """Findings that hold what should not be run, wherever text from a file can stand."""
    findings = tuple(_hostile(at, text) for at, text in enumerate(HOSTILE * 3, start=1))
    number = len(findings)
    return Report.make(
        standard=FINDINGS,
        tool=Tool(name="foidata", version="0"),
        files=HOSTILE,
        totals=(
            Total(
                code="FOI104",
                name="unknown-code",
                severity="error",
                judges="data",
                count=number + 7,
                out_of=1234,
                waived=99,
            ),
            Total(code="FOI401", name="quote-not-at-its-place", severity="error", judges="data", count=0, out_of=40),
        ),
        configuration=HOSTILE[0],
        findings=findings,
        waived=tuple(
            Waived(finding=one, reason=text, by=text, place=Place(file=text, line=2))
            for one, text in zip(findings, HOSTILE, strict=False)
        ),
        not_run=(NotRun(code="FOI302", name="authority-outside-its-dates", reason="no letter gives a date"),),
        good=("40 of 40 quotes that are in their letters stand where the record says",),
        second_opinions=tuple(
            Opinion(engine="other 1", file=text, agrees=False, says="faulty; we say right", objections=(text,))
            for text in HOSTILE
        ),
    )


def _hostile(at: int, text: str) -> Finding:
    return Finding(
        code="FOI104",
        name="unknown-code",
        severity=Severity.ERROR,
        judges=Judged.DATA,
        message=text,
        fix=text,
        place=Place(file=text, line=at, column=2, table=text, row=at, field=text, pointer=f"/{text}"),
        letter=Words(
            response="foi-1",
            start=200,
            end=210,
            line=3,
            column=1,
            quote=text,
            before=text,
            after=text,
            place=Place(file=text),
        ),
        response=text,
        answer="1",
        value=text,
    )


@pytest.fixture(scope="session")
def clean() -> Report:
    """A report without findings."""
    return validate(SEEDS, select=["FOI401"])


@pytest.fixture(scope="session", params=["seeds", "everything", "hostile", "clean"])
def report(request: pytest.FixtureRequest) -> Report:
    """Each of these reports, one after the other."""
    found: Report = request.getfixturevalue(request.param)
    return found
