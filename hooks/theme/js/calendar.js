// Shows the reader's own day of the year above the list, or the next one on which something happened.
const days = [...document.querySelectorAll(".calendar h3")];
const months = [...document.querySelectorAll(".calendar h2")].map((month) => month.textContent);
const place = (text) => { const [day, month] = text.split(" "); return months.indexOf(month) * 100 + Number(day); };
const now = new Date();
const name = `${now.getDate()} ${now.toLocaleDateString("en", { month: "long" })}`;
const found = days.find((day) => place(day.textContent) >= place(name)) ?? days[0];
const today = document.querySelector(".calendar .today");
if (found) {
  const head = document.createElement("h2");
  head.textContent = found.textContent === name ? `Today, ${name}` : `Nothing on ${name}; next, ${found.textContent}`;
  today.append(head, found.nextElementSibling.cloneNode(true));
}
