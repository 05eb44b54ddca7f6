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

// Below the width at which notes stand in the margin, a mark opens its note in place instead of jumping to it.
const inMargin = matchMedia("(min-width: 75em)");
addEventListener("click", (event) => {
  const mark = event.target.closest?.("a.note-ref");
  const note = mark && document.getElementById(mark.hash.slice(1));
  if (!note?.showPopover || inMargin.matches || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  note.popover = "auto";
  note.showPopover({ source: mark });
}, true);
inMargin.addEventListener("change", () => {
  for (const note of document.querySelectorAll(".note[popover]")) note.removeAttribute("popover");
});

if (document.querySelector(".filters")) import("./timeline.js");
if (document.querySelector(".missed")) import("./missed.js");
