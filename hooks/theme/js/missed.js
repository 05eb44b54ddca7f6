// On the page for addresses that do not exist: offer to search for the words of the last part of the address.
const site = new URL("..", import.meta.url).pathname;
const address = decodeURIComponent(location.pathname.replace(site, "").replace(/(\/|index\.html|\.html)+$/, ""));
const words = address.split("/").pop().replace(/(?<!\d)[-_+.]|[-_+.](?!\d)/g, " ").trim();

const missed = document.querySelector(".missed");
if (words) {
  missed.querySelector("span").textContent = `“${words}”`;
  missed.hidden = false;
  missed.addEventListener("click", ({ target }) => target.closest("button") && import("./search.js").then((module) => module.open(words)));
}
