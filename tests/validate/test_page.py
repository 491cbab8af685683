"""The page, as it stands in its file and as a browser shows it."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from foidata.standard.report import Report
from foidata.validate.formats import asked_for
from foidata.validate.page.page import SHOWN
from foidata.validate.validate import validate

SEEDS = Path(__file__).parents[2] / "seeds" / "seeds.json"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)


def page(report: Report) -> LexborHTMLParser:
    return LexborHTMLParser(asked_for("html").render(report))


def text_of(report: Report) -> str:
    body = page(report).body
    assert body is not None
    for script in body.css("script"):
        script.decompose()
    return " ".join(body.text().split())


def test_every_rule_has_its_page_its_exact_totals_and_its_findings(seeds: Report) -> None:
    text = text_of(seeds)
    for words in (
        "0 errors about the data",
        "1 note about the data",
        "2 notes about the letters",
        "One answer states a cost for a time that another answer calls not applicable",
        "The letter contradicts itself: a total over councils",
        "What to do: Nothing to mend; note it when you use the figure.",
        "1 found, 2 looked at",
        "£50,000 a year for 2020-03/2023-03 under Q1, but Q6 says not applicable.",
        "Value: £50,000 a year",
        "76 of 76 quotes that are in their letters stand where the record says",
        "no letter gives a date",
        "FOI302 authority-outside-its-dates",
    ):
        assert words in text


def test_a_quote_is_marked_among_the_words_around_it(seeds: Report) -> None:
    quote = page(seeds).css_first("#FOI214 blockquote p")
    assert quote.text() == (
        "… this post for an initial three-year period from March 2020 to March 2023, at a cost of £50k per annum.\n"
        "It should be noted that this work did not directly deliver anti-trafficking …"
    )
    assert quote.css_first("mark").text() == "at a cost of £50k per annum"
    footer = page(seeds).css_first("#FOI214 blockquote footer").text()
    assert footer == "letter of 000-4c2c9d30c976f435, characters 738–765, line 14"


def test_the_first_findings_stand_in_the_page_and_all_of_them_beside_it(everything: Report, hostile: Report) -> None:
    for report in (everything, hostile):
        for section in page(report).css(".rule"):
            code = section.attributes["id"]
            listed = [one for one in report.findings if one.code == code]
            rows = json.loads(section.css_first("script").text())
            assert section.attributes["data-listed"] == str(len(listed)) == str(len(rows))
            assert len(section.css("li.finding")) == min(len(listed), SHOWN)
    assert f"first {SHOWN} of 51 listed" in text_of(hostile)
    assert "7 more were found and are not listed: --most 0 lists all" in text_of(hostile)


def test_nothing_found_is_said(clean: Report) -> None:
    assert "No rule was broken." in text_of(clean)
    assert page(clean).css_first(".filters") is None


def test_the_page_needs_nothing_from_elsewhere(report: Report) -> None:
    for node in page(report).css("*"):
        for name, value in node.attributes.items():
            assert name not in ("src", "srcset", "style", "action", "background")
            assert name != "href" or (value or "").startswith("#")
    style = page(report).css_first("style").text()
    assert not re.search(r"url\(|@import|https?:", style)


def test_text_of_a_file_is_text(report: Report) -> None:
    shown = page(report)
    tags = {node.tag for node in shown.css("*")}
    assert not tags & {"img", "svg", "iframe", "object", "embed", "link", "base"}
    for node in shown.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "autofocus"]
    scripts = [one for one in shown.css("script") if one.attributes.get("type") != "application/json"]
    assert len(scripts) == 1
    for one in shown.css("script[type='application/json']"):
        assert "<" not in one.text()


def test_its_policy_allows_its_own_script_and_style_only(hostile: Report) -> None:
    shown = page(hostile)
    policy = shown.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    script = next(one for one in shown.css("script") if "type" not in one.attributes)
    for name, text in (("script-src", script.text()), ("style-src", shown.css_first("style").text())):
        mark = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{mark}'"
    assert rules["default-src"] == "'none'"


def test_everything_has_a_name_for_those_who_do_not_see_it(everything: Report) -> None:
    shown = page(everything)
    assert shown.css_first("html").attributes["lang"] == "en-GB"
    assert len(shown.css("h1")) == len(shown.css("main")) == 1
    for control in shown.css("input, select"):
        assert control.parent is not None
        assert control.parent.tag == "label"
    for button in shown.css("button"):
        assert button.text() or button.attributes.get("aria-label")
    for head in shown.css("th"):
        assert head.attributes["scope"] in ("col", "row")
    ids = [node.attributes["id"] for node in shown.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in shown.css("a"):
        assert (link.attributes["href"] or "").removeprefix("#") in ids


def dom(text: str, folder: Path) -> LexborHTMLParser:
    """What a browser makes of a page."""
    assert BROWSER is not None
    path = folder / "page.html"
    path.write_text(text, "utf-8")
    command = [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return LexborHTMLParser(done.stdout.decode())


@pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")
def test_in_a_browser_the_script_runs_and_text_of_a_file_does_not(hostile: Report, tmp_path: Path) -> None:
    shown = dom(asked_for("html").render(hostile), tmp_path)
    assert "pwned" not in shown.css_first("title").text()
    assert "hidden" not in shown.css_first(".filters").attributes
    assert shown.css_first("output").text() == "51 of 51 listed findings, 1 of 1 rules"
    assert shown.css_first(".range").text() == "1–20 of 51 listed"


PROBE = """<script>
addEventListener("DOMContentLoaded", () => {
  const told = [];
  const tidy = () => [...document.querySelectorAll(".findings")].map((list) => list.innerHTML.replace(/\\s+/g, " ").replace(/> </g, "><").trim());
  const before = tidy();
  rules.forEach(draw);
  const after = tidy();
  told.push(before.length > 0 && before.every((list, at) => list === after[at]));
  const text = document.querySelector("input[type=search]");
  const ask = (words) => { text.value = words; filter(); told.push(document.querySelector("output").textContent); };
  ask("HYPERLINK");
  told.push(document.querySelectorAll("#FOI104 li.finding").length);
  ask("no such words anywhere");
  ask("unknown-code");
  ask("");
  const [back, on] = document.querySelectorAll("#FOI104 .pager button");
  for (const button of [on, on, back]) { button.click(); told.push(document.querySelector("#FOI104 .range").textContent); }
  document.querySelector("input[value=error]").click();
  filter();
  told.push(document.querySelector("#FOI104").hidden);
  document.documentElement.dataset.told = JSON.stringify(told);
});
</script>"""
"""What a person would do with the page, and what they would see."""


@pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")
def test_in_a_browser_findings_are_drawn_as_in_the_file_and_filtered_and_paged(hostile: Report, tmp_path: Path) -> None:
    text = re.sub(r"<meta http-equiv[^>]*>", lambda _: PROBE, asked_for("html").render(hostile), count=1)
    told = json.loads(dom(text, tmp_path).css_first("html").attributes["data-told"] or "")
    assert told == [
        True,
        "3 of 51 listed findings, 1 of 1 rules",
        3,
        "0 of 51 listed findings, 0 of 1 rules",
        "51 of 51 listed findings, 1 of 1 rules",
        "51 of 51 listed findings, 1 of 1 rules",
        "21–40 of 51 listed",
        "41–51 of 51 listed",
        "21–40 of 51 listed",
        True,
    ]


def test_a_file_named_html_is_a_page(tmp_path: Path) -> None:
    assert asked_for(None, str(tmp_path / "report.html")).name == "html"
    assert "<h1>What the check found</h1>" in asked_for("html").render(validate(SEEDS))
