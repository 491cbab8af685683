"use strict";
// Every list holds its first findings as it comes; all of them stand as JSON beside it and are drawn on demand.
const PAGE = 20;
const pattern = document.getElementById("finding");
const slots = [...pattern.content.querySelectorAll("[data-slot]")].map((element) => element.dataset.slot);
const filters = document.querySelector(".filters");
const form = document.getElementById("filter");
const rules = [...document.querySelectorAll(".rule")].map((section) => ({
  section,
  listed: Number(section.dataset.listed),
  heading: section.querySelector("h3").textContent.toLowerCase(),
  matches: null, // positions of the findings that hold the words looked for; null for all
  first: 0,
  drawn: true,
}));
const number = new Intl.NumberFormat("en-GB").format;

function findings(rule) {
  rule.rows ??= JSON.parse(rule.section.querySelector("script").textContent);
  return rule.rows;
}

function words(rule) {
  rule.words ??= findings(rule).map((row) => row.join("\n").toLowerCase());
  return rule.words;
}

function element(row) {
  const made = pattern.content.cloneNode(true);
  const value = (name) => row[slots.indexOf(name)] || "";
  for (const part of made.querySelectorAll("[data-with]")) if (!value(part.dataset.with)) part.remove();
  for (const part of made.querySelectorAll("[data-slot]")) {
    if (value(part.dataset.slot)) part.textContent = value(part.dataset.slot);
    else part.remove();
  }
  return made;
}

function draw(rule) {
  const total = rule.matches ? rule.matches.length : rule.listed;
  const last = Math.min(rule.first + PAGE, total);
  const rows = findings(rule);
  const shown = [];
  for (let at = rule.first; at < last; at++) shown.push(element(rows[rule.matches ? rule.matches[at] : at]));
  rule.section.querySelector(".findings").replaceChildren(...shown);
  rule.drawn = !rule.matches && rule.first === 0;
  page(rule, total, last);
}

function page(rule, total, last) {
  const [back, on] = rule.section.querySelectorAll(".pager button");
  const found = rule.matches ? " that hold the words" : "";
  rule.section.querySelector(".range").textContent = total
    ? `${number(rule.first + 1)}–${number(last)} of ${number(total)} listed${found}` : "none";
  back.hidden = on.hidden = total <= PAGE;
  back.disabled = rule.first === 0;
  on.disabled = last >= total;
}

function turn(rule, by) {
  rule.first += by * PAGE;
  draw(rule);
  rule.section.querySelector(".findings").scrollIntoView({ block: "nearest" });
}

function filter() {
  const asked = new FormData(form);
  const text = asked.get("text").trim().toLowerCase();
  const levels = asked.getAll("level");
  const code = asked.get("rule");
  let seen = 0, of = 0, broken = 0;
  for (const rule of rules) {
    const { severity } = rule.section.dataset;
    let here = levels.includes(severity) && (!code || rule.section.id === code);
    if (here) {
      const all = !text || rule.heading.includes(text);
      rule.matches = all ? null : words(rule).flatMap((one, at) => (one.includes(text) ? [at] : []));
      rule.first = 0;
      here = all || rule.matches.length > 0;
      if (here && !(all && rule.drawn)) draw(rule);
    }
    rule.section.hidden = !here;
    of += rule.listed;
    if (here) { seen += rule.matches ? rule.matches.length : rule.listed; broken += 1; }
  }
  for (const part of document.querySelectorAll(".part")) part.hidden = !part.querySelector(".rule:not([hidden])");
  form.querySelector("output").textContent =
    `${number(seen)} of ${number(of)} listed findings, ${number(broken)} of ${number(rules.length)} rules`;
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(filter, 150);
}

if (rules.length) {
  for (const rule of rules) {
    const [back, on] = rule.section.querySelectorAll(".pager button");
    back.addEventListener("click", () => turn(rule, -1));
    on.addEventListener("click", () => turn(rule, 1));
    page(rule, rule.listed, Math.min(PAGE, rule.listed));
  }
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  form.addEventListener("reset", () => setTimeout(filter));
  filters.hidden = false;
  filter();
}
