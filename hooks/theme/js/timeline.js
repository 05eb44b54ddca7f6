// Choosing among the events of the timeline. The choice lives in the address; without this file the list is whole.
const form = document.querySelector(".filters");
const found = form.querySelector(".found");
const items = [...document.querySelectorAll(".events > li")];
const clock = document.querySelector(".key-line a");
const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
const texts = new Map();
const text = (item) => texts.get(item) ?? texts.set(item, plain(item.textContent)).get(item);

const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

const fits = (item, name, value) => {
  if (name === "q") return plain(value).split(/\s+/).every((word) => text(item).includes(word));
  return name === "who" ? item.dataset.who.split(" ").includes(value) : item.dataset[name] === value;
};

const show = (choice) => {
  for (const item of items) item.hidden = ![...choice].every(([name, value]) => fits(item, name, value));
  for (const year of document.querySelectorAll(".year-list")) year.hidden = !year.querySelector("li:not([hidden])");
  const left = new Set(items.filter((item) => !item.hidden).map((item) => `#${item.id}`));
  for (const mark of document.querySelectorAll('.overview a[href^="#"]')) mark.classList.toggle("off", !left.has(mark.getAttribute("href")));
  found.textContent = choice.size ? `${left.size} of ${items.length} events` : `All ${items.length} events`;
  clock.search = choice;
};

const read = () => {
  const address = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name) field.value = address.get(field.name) ?? "";
  show(chosen());
};

// Choices make steps for the back button; letters typed do not.
const write = (step) => {
  const choice = chosen();
  history[step](null, "", choice.size ? `?${choice}` : location.pathname);
  show(choice);
};
form.addEventListener("input", (event) => write(event.target.name === "q" ? "replaceState" : "pushState"));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => write("pushState")));
addEventListener("popstate", read);

// A mark of the drawing, or a link from elsewhere, may lead to an event that the choice hides.
addEventListener("hashchange", () => {
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!item?.hidden) return;
  form.reset();
  setTimeout(() => item.scrollIntoView());
});
form.firstElementChild.disabled = false;
if (location.search) read();

// The browser lays out a year when it comes near. Once the page rests, lay out the others too, one at a time, so that the scroll bar tells the truth.
const rest = window.requestIdleCallback ?? ((next) => setTimeout(next, 50));
const years = [...document.querySelectorAll(".year-list")];
const settle = () => {
  const year = years.shift();
  if (!year) return;
  year.style.contentVisibility = "visible";
  rest(settle);
};
rest(settle);
