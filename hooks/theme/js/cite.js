// Buttons that copy a reference, and paragraphs that can be cited by a click. Without this file the forms can be read and selected.
const box = document.querySelector(".cite");
const said = document.createElement("span");
said.className = "vh";
said.role = "status";
box.append(said);

// Word processors get the italics, everything else the plain text.
const copy = async (form, name) => {
  const record = form.querySelector("pre");
  const text = record ? record.textContent : form.innerText;
  const types = { "text/plain": text };
  if (!record) types["text/html"] = form.innerHTML.replace(/<span class="at" hidden.*?<\/span>/g, "");
  const parts = Object.entries(types).map(([type, part]) => [type, new Blob([part], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
  said.textContent = `Copied: ${name}`;
};

for (const term of navigator.clipboard ? box.querySelectorAll(".forms dt") : []) {
  const name = term.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${name}`);
  button.addEventListener("click", () => copy(term.nextElementSibling, name).then(
    () => { button.textContent = "Copied"; setTimeout(() => { button.textContent = "Copy"; }, 2000); },
    () => getSelection().selectAllChildren(term.nextElementSibling),
  ));
  term.append(" ", button);
}

// The page of forms of a chapter: the number chosen goes into every form, and into the address.
const field = box.querySelector("input");
if (field) {
  const forms = [...box.querySelectorAll(".forms dd")].map((form) => [form, form.innerHTML]);
  const fill = () => {
    const number = field.validity.valid ? field.value : "";
    for (const [form, html] of forms) form.innerHTML = number ? html.replaceAll(box.dataset.address, `${box.dataset.address}#p${number}`) : html;
    for (const part of box.querySelectorAll(".at")) part.hidden = !number;
    for (const place of box.querySelectorAll(".at b")) place.replaceWith(number);
    history.replaceState(null, "", number ? `?p=${number}` : location.pathname);
  };
  field.value = new URLSearchParams(location.search).get("p");
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", fill);
  fill();
}

// A chapter: the paragraph in the address offers to be cited.
const link = box.localName === "p" && box.querySelector("a");
if (link) {
  const offer = Object.assign(document.createElement("a"), { className: "cite-this" });
  const follow = () => {
    const number = /^#p(\d+)$/.exec(location.hash)?.[1];
    const paragraph = number && document.getElementById(`p${number}`)?.closest("p");
    if (!paragraph) return offer.remove();
    offer.href = `${link.getAttribute("href")}?p=${number}`;
    offer.textContent = `Cite paragraph ${number}`;
    paragraph.append(" ", offer);
  };
  addEventListener("hashchange", follow);
  follow();
}
