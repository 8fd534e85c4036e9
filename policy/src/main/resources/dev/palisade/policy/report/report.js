"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

/** How many entries of a long list are shown at once; the rest follows on request. */
const PAGE = 300;

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Fills a list page by page. Returns what shows the entry at an index, as if asked for by hand. */
function pages(list, items, render) {
  const more = el("button", { type: "button" });
  let shown = 0;
  function next() {
    const from = shown;
    shown = Math.min(items.length, shown + PAGE);
    list.append(...items.slice(from, shown).map(render));
    more.textContent = "Show more of the " + (items.length - shown) + " that are left";
    if (shown < items.length) list.after(more);
    else more.remove();
    return from;
  }
  more.addEventListener("click", () => {
    const first = list.children[next()];
    (first.querySelector("a, summary, .resource") || first).focus();
  });
  next();
  return (index) => { while (index >= shown) next(); };
}

const badge = (standing) => el("span", { class: "badge " + standing }, standing === "NOT_APPLICABLE" ? "N/A" : standing);
const none = (text) => el("p", { class: "soft" }, text);

// What is said of the stack as a whole

byId("stack").textContent = data.stack;
byId("verdict").textContent = data.compliant ? "compliant" : "not compliant";
byId("verdict").classList.add(data.compliant ? "PASS" : "FAIL");
byId("summary").textContent = data.summary;
document.title = "Palisade: " + data.stack + (data.compliant ? " is compliant" : " is not compliant");

for (const row of data.rows) {
  byId("rows").append(el("tr", {},
    el("th", { scope: "row" }, row.id),
    el("td", {}, row.title),
    el("td", {}, badge(row.standing)),
    el("td", {}, String(row.policies))));
}

for (const flow of data.flows) {
  byId("flowrows").append(el("tr", {},
    el("th", { scope: "row" }, flow.name),
    el("td", {}, flow.kind),
    el("td", {}, badge(flow.standing)),
    el("td", {}, ...flow.path.map((hop) => el("div", {}, hop)))));
}
if (!data.flows.length) byId("flowrows").append(el("tr", {}, el("td", { colspan: "4", class: "soft" }, "None declared.")));

pages(byId("changelist"), data.changes, (change) => el("p", {}, el("code", {}, change)));
if (!data.changes.length) byId("changelist").append(none(data.baseline ? "None against the baseline." : "No baseline was given."));

// Findings and exemptions

const resources = new Map(data.resources.map((resource) => [resource.urn, resource]));
const resourceId = (urn) => "r-" + encodeURIComponent(urn);

function resourceLink(urn) {
  const resource = resources.get(urn);
  return resource ? el("a", { href: "#" + resourceId(urn) }, resource.type + " " + resource.name) : "the stack";
}

function finding(found, standing) {
  const note = found.exemption
    ? found.exemption + ": " + found.reason + " (" + found.owner + ", until " + found.expires + ", " + found.daysLeft + " days left)"
    : "Remedy: " + found.remedy;
  return el("article", { class: standing },
    el("h3", {}, el("span", { class: "badge " + standing }, found.severity), " ", el("a", { href: "#p-" + found.policy }, found.policy)),
    el("p", {}, resourceLink(found.urn)),
    el("p", {}, found.message),
    el("p", { class: "soft" }, note));
}

const findings = [...data.violations.map((found) => [found, "FAIL"]), ...data.unknowns.map((found) => [found, "UNKNOWN"])];
pages(byId("findinglist"), findings, ([found, standing]) => finding(found, standing));
if (!findings.length) byId("findinglist").append(none("None."));

for (const problem of data.problems) {
  byId("exemptionlist").append(el("article", { class: "FAIL" }, el("h3", {}, problem.exemption), el("p", {}, problem.message)));
}
for (const found of data.exempted) byId("exemptionlist").append(finding(found, "EXEMPT"));
if (!data.problems.length && !data.exempted.length) byId("exemptionlist").append(none("None."));

// Policies

const filters = ["policysearch", "severity", "framework"].map(byId);
const frameworks = new Set(data.policies.flatMap((policy) => policy.controls.map((control) => control.framework)));
for (const name of [...frameworks].sort()) byId("framework").append(el("option", {}, name));

function showPolicies() {
  const [text, severity, framework] = filters.map((filter) => filter.value);
  const shown = data.policies.filter((policy) =>
    (!severity || policy.severity === severity)
    && (!framework || policy.controls.some((control) => control.framework === framework))
    && (policy.id + " " + policy.title).toLowerCase().includes(text.trim().toLowerCase()));
  byId("policyrows").replaceChildren(...shown.map((policy) => el("tr", { id: "p-" + policy.id, tabindex: "-1" },
    el("th", { scope: "row" }, policy.id, el("div", { class: "soft" }, policy.title)),
    el("td", {}, policy.severity),
    el("td", {}, badge(policy.standing)),
    el("td", {}, policy.controls.map((control) => control.framework + " " + control.reference).join(", ")))));
  byId("policycount").textContent = shown.length + " of " + data.policies.length;
}

for (const filter of filters) filter.addEventListener("input", showPolicies);
showPolicies();

function revealPolicy(id) {
  for (const filter of filters) filter.value = "";
  showPolicies();
  byId(id)?.focus();
}

// Resources

const violations = new Map();
for (const found of data.violations) violations.set(found.urn, (violations.get(found.urn) || 0) + 1);
const children = new Map();
const roots = [];
for (const resource of data.resources) {
  if (!resources.has(resource.parent)) roots.push(resource);
  else if (children.has(resource.parent)) children.get(resource.parent).push(resource);
  else children.set(resource.parent, [resource]);
}
/** By URN, what opens a branch of the tree and shows one of its children. */
let branches = new Map();

function line(resource) {
  const text = el("span", { id: resourceId(resource.urn), class: "resource", tabindex: "-1" }, el("code", {}, resource.type), " " + resource.name);
  const count = violations.get(resource.urn);
  if (count) text.append(" ", el("span", { class: "badge FAIL" }, count + (count > 1 ? " violations" : " violation")));
  return text;
}

function branch(resource, isOpen) {
  const own = children.get(resource.urn);
  if (!own) return el("li", {}, line(resource));
  const details = el("details", {}, el("summary", {}, line(resource), el("span", { class: "soft" }, " " + own.length)));
  let showUpTo = null;
  function open() {
    if (!showUpTo) {
      const list = el("ul", {});
      details.append(list);
      showUpTo = pages(list, own, (child) => branch(child, false));
    }
    details.open = true;
  }
  details.addEventListener("toggle", () => details.open && open());
  branches.set(resource.urn, (child) => { open(); showUpTo(own.indexOf(child)); });
  if (isOpen) open();
  return el("li", {}, details);
}

function list(items, render, status) {
  const entries = el("ul", {});
  byId("tree").replaceChildren(entries);
  byId("matches").textContent = status;
  return pages(entries, items, render);
}

function showTree() {
  branches = new Map();
  return list(roots, (root) => branch(root, true), data.resources.length + " resources");
}

function search() {
  const text = byId("search").value.trim().toLowerCase();
  if (!text) return showTree();
  const found = data.resources.filter((resource) => (resource.type + " " + resource.name).toLowerCase().includes(text));
  return list(found, (resource) => el("li", {}, line(resource)), found.length + " found");
}

function revealResource(id) {
  const resource = data.resources.find((one) => resourceId(one.urn) === id);
  if (!resource) return;
  byId("search").value = "";
  const showRoot = showTree();
  const path = [resource];
  while (resources.has(path[0].parent) && !path.includes(resources.get(path[0].parent))) path.unshift(resources.get(path[0].parent));
  showRoot(roots.indexOf(path[0]));
  path.slice(1).forEach((child, depth) => branches.get(path[depth].urn)(child));
  byId(id).focus();
}

byId("search").addEventListener("input", search);
showTree();

// Links within the page: their targets are not there before they are asked for.

function follow(hash) {
  if (hash.startsWith("#r-")) revealResource(hash.slice(1));
  if (hash.startsWith("#p-")) revealPolicy(hash.slice(1));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) follow(location.hash);
});
addEventListener("hashchange", () => follow(location.hash));
follow(location.hash);
