// The choice of light or dark, the search, and notes that open where they are cited. Pages read without this file.
const root = document.documentElement;
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

const button = document.querySelector(".md-palette");
const nameButton = () => {
  button.textContent = isDark() ? "Light" : "Dark";
  button.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
};
button.hidden = false;
nameButton();
button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a private window keeps no choice */ }
  nameButton();
});

// The search, loaded when a reader turns to it.
const search = document.querySelector(".md-search");
search.hidden = false;
search.addEventListener("click", () => import("./search.js").then((module) => module.open()));
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select, dialog")) return;
  event.preventDefault();
  search.click();
});

// Where a note does not stand in sight, its mark opens it in place instead of jumping to it.
const inMargin = matchMedia("(min-width: 75em)");
addEventListener("click", (event) => {
  const mark = event.target.closest?.("a.note-ref");
  const note = mark && document.getElementById(mark.hash.slice(1));
  if (!note?.showPopover || event.ctrlKey || event.metaKey || (note.checkVisibility() && !note.matches(":popover-open"))) return;
  event.preventDefault();
  note.popover = "auto";
  note.togglePopover({ source: mark });
}, true);
inMargin.addEventListener("change", () => {
  for (const note of document.querySelectorAll(".note[popover]")) note.removeAttribute("popover");
});

// The strip of years shows the day of the last dated paragraph that reached the upper third of the window.
const here = document.querySelector(".strip .here");
if (here) {
  const years = document.querySelectorAll(".strip span");
  const show = (at) => {
    const days = (Date.parse(at) - Date.UTC(1948, 0, 1)) / 864e5;
    here.setAttribute("d", `M${Math.min(Math.max(days, 0), here.ownerSVGElement.viewBox.baseVal.width - 1)} 0v9`);
    here.classList.add("on");
    for (const year of years) year.classList.toggle("now", year.textContent === at.slice(0, 4));
  };
  const watch = new IntersectionObserver((entries) => {
    const reached = entries.findLast((entry) => entry.isIntersecting);
    if (reached) show(reached.target.dataset.at);
  }, { rootMargin: "0px 0px -66%" });
  for (const text of document.querySelectorAll("p[data-at]")) watch.observe(text);
}

if (document.querySelector(".filters")) import("./timeline.js");
if (document.querySelector(".calendar")) import("./calendar.js");
if (document.querySelector(".missed")) import("./missed.js");

// Copying, and citing one paragraph: fetched when somebody opens the forms or asks for a paragraph.
const cite = document.querySelector(".cite");
const help = () => import("./cite.js");
if (cite?.localName === "details") cite.addEventListener("toggle", help, { once: true });
else if (cite?.localName === "section" || (cite && /^#p\d/.test(location.hash))) help();
else if (cite) addEventListener("hashchange", help, { once: true });
