"use strict";
{
  const byId = (id) => document.getElementById(id);

  // --- the cost calculator: the same items, prices and rounding as `axonflow-cfn cost` ---

  const regions = JSON.parse(byId("cost-data").textContent);
  const form = byId("calculator-form");

  const value = (name) => {
    const field = form.elements[name];
    return field.type === "checkbox" ? field.checked : field.value;
  };

  const counts = (when) =>
    when === null ||
    ("given" in when ? value(when.parameter) === when.given : when.in.includes(value(when.parameter)));

  const quantity = ({ base, per }) =>
    Object.entries(per).reduce((sum, [name, factor]) => sum + factor * Number(value(name)), base);

  // A sum with an unknown part is unknown.
  const total = (items, side) =>
    items.reduce(
      (sum, item) =>
        sum === null || item.unitPrice === null ? null : sum + quantity(item[side]) * item.unitPrice,
      0,
    );

  const money = (amount, currency) =>
    amount === null
      ? "no price"
      : (Math.round((amount + 1e-9) * 100) / 100).toLocaleString("en-US", { style: "currency", currency });

  const command = () => {
    const changed = [...form.querySelectorAll("input, select")].filter((field) => {
      if (field.name === "region") return false;
      if (field.type === "checkbox") return field.checked;
      if (field.type === "number") return field.value !== field.defaultValue;
      return !field.options[field.selectedIndex].defaultSelected;
    });
    const settings = changed.map(
      (field) => ` \\\n  --set ${field.name}=${field.type === "checkbox" ? "'...'" : field.value}`,
    );
    return `axonflow-cfn cost --region ${value("region")}${settings.join("")}`;
  };

  const calculate = () => {
    const wrong = [...form.querySelectorAll("input")].find((field) => !field.validity.valid);
    byId("problem").textContent = wrong
      ? `${wrong.labels[0].textContent}: give a whole number from ${wrong.min} to ${wrong.max}.`
      : "";
    const { currency, items, outside, licences } = regions[value("region")];
    const shown = (amount) => (wrong ? "-" : money(amount, currency));
    const counted = items.filter((item) => counts(item.when));
    const rows = [...new Set(items.map((item) => item.group))].map((group) => {
      const row = document.createElement("tr");
      const title = document.createElement("th");
      title.scope = "row";
      title.textContent = group;
      row.append(title);
      for (const side of ["low", "high"]) {
        const cell = document.createElement("td");
        cell.textContent = shown(total(counted.filter((item) => item.group === group), side));
        row.append(cell);
      }
      return row;
    });
    byId("groups").replaceChildren(...rows);
    byId("total-low").textContent = shown(total(counted, "low"));
    byId("total-high").textContent = shown(total(counted, "high"));
    byId("outside").textContent = `${shown(total(outside, "low"))} to ${shown(total(outside, "high"))}`;
    byId("tier").textContent = value(licences.parameter);
    byId("licence").textContent = money(licences.monthly[value(licences.parameter)] ?? null, currency);
    byId("command").textContent = command();
  };

  form.addEventListener("input", calculate);
  form.addEventListener("submit", (event) => event.preventDefault());
  calculate();

  // --- the search: every heading with the text up to the next one ---

  const chapters = [...document.querySelectorAll("main section")].flatMap((section) => {
    const parts = [];
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/^H[234]$/.test(node.nodeName)) parts.push({ id: node.id, title: node.textContent, text: "" });
      else if (parts.length && node.nodeName === "#text" && !node.parentElement.closest("svg, style, h2, h3, h4"))
        parts.at(-1).text += ` ${node.data}`;
    }
    return parts;
  });
  for (const part of chapters) part.text = part.text.replace(/\s+/g, " ").trim();

  const search = byId("search");
  const LIMIT = 12;

  const excerpt = (text, word) => {
    const start = Math.max(0, text.toLowerCase().indexOf(word) - 60);
    return (start ? "… " : "") + text.slice(start, start + 180) + (start + 180 < text.length ? " …" : "");
  };

  const find = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return byId("hits").replaceChildren();
    const found = chapters
      .filter((part) => words.every((word) => `${part.title} ${part.text}`.toLowerCase().includes(word)))
      .sort((a, b) => b.title.toLowerCase().includes(words[0]) - a.title.toLowerCase().includes(words[0]));
    const list = document.createElement("ul");
    for (const part of found.slice(0, LIMIT)) {
      const hit = document.createElement("li");
      const link = document.createElement("a");
      const context = document.createElement("span");
      link.href = `#${part.id}`;
      link.textContent = part.title;
      context.textContent = excerpt(part.text, words[0]);
      hit.append(link, context);
      list.append(hit);
    }
    const more = found.length > LIMIT ? `, the first ${LIMIT} shown` : "";
    const summary = document.createElement("p");
    summary.textContent = found.length ? `${found.length} found${more}` : "nothing found";
    byId("hits").replaceChildren(summary, list);
  };

  search.addEventListener("input", find);
  byId("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector("#hits a")?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.nodeName)) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && search.value) {
      search.value = "";
      find();
    }
  });
}
