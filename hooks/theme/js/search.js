// The search: a dialog over the index of the site, loaded when a reader turns to it.
import { find, having, loosen, read, start } from "./finding.js";

const KINDS = { chapter: "Chapters", event: "Events", letter: "Letters", person: "People", place: "Places", body: "Bodies", source: "Sources", page: "Other pages" };
const FEW = { chapter: 1, page: 0 }, MANY = 20, AROUND = 26; // results of a kind, of one kind alone; words of an excerpt

const make = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
};

const style = make("link", "");
style.rel = "stylesheet";
style.href = new URL("../css/search.css", import.meta.url);
const styled = new Promise((done) => (style.onload = style.onerror = done));
document.head.append(style);
const dialog = make("dialog", "search");
dialog.ariaLabel = "Search";
dialog.innerHTML = `<form method="dialog" autocomplete="off"><div class="ask">
<input type="text" inputmode="search" enterkeyhint="search" role="combobox" aria-label="Search" aria-autocomplete="list" aria-expanded="false" aria-controls="found" placeholder="A name, date, archive number or word" autocapitalize="off" spellcheck="false">
<button>Close</button></div>
<div class="kinds" role="group" aria-label="Kind"></div>
<div class="narrow"><p role="status"></p><label hidden>Year <input type="text" inputmode="numeric" maxlength="4" placeholder="any"></label></div></form>
<div id="found" role="listbox" aria-label="Results" tabindex="-1"></div>
<p class="more" hidden><button>Show more</button></p>`;
document.body.append(dialog);
const [input, year] = dialog.querySelectorAll("input");
const [label, kinds, status, list, more] = ["label", ".kinds", "[role=status]", "#found", ".more"].map((name) => dialog.querySelector(name));

// ---- what is asked, and what is shown of it
let answer, turn = 0, asked = "", without = "", kind = "", most = MANY, groups = new Map();

const ask = async () => {
  const mine = ++turn, typed = input.value.trim();
  await new Promise((done) => setTimeout(done, 150));
  if (mine !== turn) return;
  try {
    let found = typed.length > 1 || typed > "~" ? await find(typed) : [], words = "";
    if (!found.length && typed.includes(" ")) [found, words] = await loosen(typed.split(/\s+/));
    const wanted = /^\d{4}$/.test(year.value) && (await having(`xq${year.value}`));
    const all = await Promise.all(Object.keys(KINDS).map(async (name) => [name, found.length && (await having(`xq${name}`))]));
    if (mine !== turn) return;
    groups = new Map();
    for (const hit of found) {
      const [name] = all.find(([, ids]) => ids.has(hit.id)) ?? [];
      if (!name || (wanted && !wanted.has(hit.id))) continue;
      if (groups.has(name)) groups.get(name).push(hit); else groups.set(name, [hit]);
    }
    [asked, without, most] = [typed, words, MANY];
    await show();
  } catch (error) {
    status.textContent = "The index of the search cannot be read here and now.";
    throw error;
  }
};

const show = async () => {
  const mine = turn;
  if (!groups.has(kind)) kind = "";
  const total = [...groups.values()].flat().length;
  const few = (name) => (kind ? (name === kind) * most : groups.size > 1 ? FEW[name] ?? 3 : MANY);
  const parts = await Promise.all([...groups].filter(([name]) => few(name)).map(async ([name, found]) => {
    const items = await Promise.all(found.slice(0, few(name)).map(async (hit) => option(name, hit, await read(hit))));
    const head = make("p", "kicker", `${KINDS[name]} `, make("span", "", items.length < found.length ? `${items.length} of ${found.length}` : found.length));
    const group = make("div", "", head, ...items);
    group.role = "group";
    group.ariaLabel = KINDS[name];
    head.ariaHidden = "true";
    return group;
  }));
  if (mine !== turn) return;
  list.replaceChildren(...parts);
  list.scrollTop = 0;
  options().forEach((item, number) => (item.id = `found-${number}`));
  point();
  const choices = Object.keys(KINDS).filter((name) => groups.has(name));
  kinds.replaceChildren(...(total ? ["", ...choices] : []).map((name) => {
    const button = make("button", "", `${KINDS[name] ?? "All"} `, make("span", "", groups.get(name)?.length ?? total));
    button.type = "button";
    button.value = name;
    button.ariaPressed = name === kind;
    return button;
  }));
  label.hidden = !total && !year.value;
  more.hidden = !kind || groups.get(kind).length <= most;
  status.textContent = total ? `${total} page${total > 1 ? "s" : ""}${without && ` with “${without}”; none has all the words`}` : asked && "Nothing was found. Try fewer words or another spelling.";
};

// ---- one result: the place in its page, with an address of its own, at which most of the words stand
const marked = (word) => {
  const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
  return [before, make("mark", "", core), after, " "];
};
const option = (name, { isAbout }, { url, meta, anchors, content, weighted_locations: found }) => {
  const words = content.split(/\s+/);
  const numbered = name === "chapter";
  const marks = anchors.filter(({ id, element }) => (numbered ? /^p\d+$/.test(id) : element !== "h1")).sort((a, b) => a.location - b.location);
  const places = marks.map(({ id, location }, number) => ({ id, from: location, to: marks[number + 1]?.location ?? words.length, at: [], score: 0 }));
  const top = { from: meta.title.split(/\s+/).length, to: places[0]?.from ?? words.length, at: [], score: 0 };
  for (const { location, balanced_score: score } of found) {
    const place = places.findLast(({ from }) => from <= location) ?? top;
    place.at.push(location);
    place.score += score;
  }
  const kindsOfWords = ({ at }) => new Set(at.map((n) => words[n].slice(0, 4).toLowerCase())).size;
  const best = [numbered && places.some(({ score }) => score) ? [] : top, places].flat().sort((a, b) => kindsOfWords(b) - kindsOfWords(a) || b.score - a.score)[0] ?? top;
  const { from, to, at } = best;
  const start = Math.max(from, Math.min((at.find((n) => n >= from) ?? from) - 6, to - AROUND)), end = Math.min(to, start + AROUND);
  const text = words.slice(start, end).flatMap((word, n) => (at.includes(start + n) ? marked(word) : [word, " "]));
  const title = numbered ? `${parseInt(url.split("chapters/")[1])} ${meta.title}${best.id ? `, ¶${best.id.slice(1)}` : ""}` : meta.title;
  const link = make("a", "", make("span", "title", title), " ", make("span", "when", meta.date ?? ""), make("span", "small", start > from ? "… " : "", ...text, end < to ? "…" : ""));
  // A page that is about what was asked opens at its top, and so do the short ones of the registers.
  const inside = numbered || (!isAbout && ["event", "letter", "page"].includes(name));
  link.href = best.id && inside ? `${url}#${best.id}` : url;
  link.role = "option";
  link.tabIndex = -1;
  return link;
};

// ---- keyboard and choices
const options = () => [...list.querySelectorAll("a")];
const chosen = () => list.querySelector("[aria-selected=true]");
const point = (item) => {
  for (const other of options()) other.ariaSelected = other === item;
  item?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", item?.id ?? "");
  input.ariaExpanded = Boolean(list.firstChild);
};
dialog.addEventListener("keydown", (event) => {
  const items = options(), at = items.indexOf(chosen());
  if (event.key === "ArrowDown") point(items[(at + 1) % items.length]);
  else if (event.key === "ArrowUp") point(items.at((at < 0 ? 0 : at) - 1));
  else if (event.key === "Enter" && event.target.matches("input")) Promise.resolve(answer).then(() => (chosen() ?? options()[0])?.click());
  else return;
  event.preventDefault();
  input.focus();
});
dialog.addEventListener("input", () => (answer = ask()));
kinds.addEventListener("click", async ({ target }) => {
  kind = target.closest("button")?.value ?? kind;
  most = MANY;
  await show();
  kinds.querySelector("[aria-pressed=true]").focus();
});
more.addEventListener("click", () => show((most += MANY)));
dialog.addEventListener("click", ({ target }) => (target === dialog || target.closest("a")) && dialog.close());

/** Open the dialog, with words in it where some are given. */
export const open = async (words) => {
  await styled;
  dialog.open || dialog.showModal();
  input.value = words ?? input.value;
  input.select();
  start().catch(() => {});
  if (input.value) answer = ask();
};
