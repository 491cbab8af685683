"""What each format of a report takes for many findings: time, size, and for the page how fast a browser shows it.

The findings are those of the examples of faults, again and again with other lines and ids. The page is opened with
Chromium where there is one.
"""

import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from foidata.standard.report import Finding, Report, Total
from foidata.validate.formats import formats
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "rules"))

from fault_examples import check, examples  # noqa: E402  # how the examples are written lives with their test

FINDINGS = 100_000
BROWSER = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom")
PROBE = """<script>
addEventListener("DOMContentLoaded", () => {
  document.body.offsetHeight;
  const loaded = performance.now();
  document.querySelector("input[type=search]").value = "exampleton-99";
  document.querySelector("form").requestSubmit();
  document.body.offsetHeight;
  const searched = performance.now();
  document.title = `TIMES ${Math.round(loaded)} ${Math.round(searched - loaded)}`;
});
</script>"""
"""Measures, in milliseconds, until the page is read and laid out, and a first search through all that it lists."""


def large(count: int) -> Report:
    """A report of so many findings."""
    with tempfile.TemporaryDirectory() as folder:
        found = [one for example in examples() for one in check(example, Path(folder)).findings]
    findings = tuple(moved(one, at) for at, one in zip(range(count), itertools.cycle(found), strict=False))
    counts = Counter(one.code for one in findings)
    kinds = {one.code: one for one in findings}
    totals = tuple(
        Total(code=code, name=one.name, severity=one.severity, judges=one.judges, count=counts[code], out_of=count)
        for code, one in sorted(kinds.items())
    )
    report = validate(ROOT / "examples" / "faults" / "base.json")
    unjudged = tuple(one for one in report.not_run if one.code not in kinds)
    return report.but(totals=totals, findings=findings, not_run=unjudged)


def moved(finding: Finding, at: int) -> Finding:
    """The same finding on another line, in another response."""
    place = finding.place.but(line=at + 1, file="replies.json")
    return finding.but(place=place, response=f"exampleton-{at}")


def shown(page: Path) -> str:
    """How long a browser takes to show a page and to search it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return "no browser here"
    text = page.read_text("utf-8")
    start = text.index("<meta http-equiv")  # its policy would refuse the probe
    probed = text[:start] + PROBE + text[text.index(">", start) + 1 :]
    page.with_name("probed.html").write_text(probed, "utf-8")
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *BROWSER, f"--user-data-dir={profile}"]
        done = subprocess.run(
            [*command, page.with_name("probed.html").as_uri()], capture_output=True, text=True, check=True
        )
    loaded, searched = done.stdout.partition("<title>TIMES ")[2].partition("<")[0].split()
    return f"shown after {loaded} ms, first search {searched} ms"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if sys.argv[1:] else FINDINGS
    report = large(count)
    print(f"{len(report.findings):,} findings of {sum(total.count > 0 for total in report.totals)} rules")
    with tempfile.TemporaryDirectory() as folder:
        for form in formats():
            start = time.perf_counter()
            text = form.render(report)
            seconds = time.perf_counter() - start
            print(f"  {form.name:<10}{seconds:6.1f} s{len(text.encode()) / 1e6:8.1f} MB")
            if form.name == "html":
                page = Path(folder) / "page.html"
                page.write_text(text, "utf-8")
                print(f"    {shown(page)}")


if __name__ == "__main__":
    main()
