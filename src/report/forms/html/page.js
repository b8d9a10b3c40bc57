// Filters, and what a keyboard and paper need besides. Without it the page is whole; it only hides and opens what is there.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll("details.check")];
  const opened = new Set();
  const open = (card) => { card.open = true; };
  const print = () => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((it) => { opened.add(it); it.open = true; });
  };
  const printed = () => {
    opened.forEach((it) => { it.open = false; });
    opened.clear();
  };
  addEventListener("beforeprint", print);
  addEventListener("afterprint", printed);
  if (!form) return;

  const groups = [...form.querySelectorAll("fieldset")].map((set) => set.dataset.group);
  const told = document.getElementById("shown");
  const values = new Map(cards.map((card) => [card, Object.fromEntries(groups.map((group) => [group, new Set(JSON.parse(card.dataset[group]))]))]));
  const boxes = [...form.querySelectorAll("input[type=checkbox]")].map((box) => ({ box, count: box.parentElement.querySelector(".count") }));
  const start = "#filter:";

  const chosen = () => Object.fromEntries(groups.map((group) => [group, boxes.filter(({ box }) => box.name === group && box.checked).map(({ box }) => box.value)]));
  // Whether a check is among those that are asked for; one group may be left out of account.
  const fits = (card, asked, but) => groups.every((group) => group === but || asked[group].length === 0 || asked[group].some((value) => values.get(card)[group].has(value)));

  const show = () => {
    const asked = chosen();
    const shown = cards.filter((card) => fits(card, asked));
    cards.forEach((card) => { card.hidden = true; });
    shown.forEach((card) => { card.hidden = false; });
    for (const { box, count } of boxes) {
      const number = cards.filter((card) => fits(card, asked, box.name) && values.get(card)[box.name].has(box.value)).length;
      count.textContent = `(${number})`;
    }
    told.textContent = shown.length === cards.length ? told.dataset.all : `${shown.length} of ${cards.length} ${told.dataset.name} are shown.`;
  };

  const remember = () => {
    const state = new URLSearchParams();
    for (const { box } of boxes) if (box.checked) state.append(box.name, box.value);
    const hash = String(state);
    history.replaceState(null, "", hash ? start + hash : location.pathname + location.search);
  };

  // What the address asks for: filters, or a place on the page, which must not be hidden or shut.
  const recall = () => {
    if (location.hash.startsWith(start)) {
      const state = new URLSearchParams(location.hash.slice(start.length));
      for (const { box } of boxes) box.checked = state.getAll(box.name).includes(box.value);
      show();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !cards.includes(target)) return;
    if (target.hidden) { form.reset(); show(); }
    open(target);
    target.querySelector("summary").focus();
  };

  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  document.getElementById("unfold").addEventListener("click", () => cards.filter((card) => !card.hidden).forEach(open));
  document.getElementById("fold").addEventListener("click", () => cards.forEach((card) => { card.open = false; }));
  addEventListener("hashchange", recall);
  form.hidden = false;
  show();
  if (location.hash) recall();
})();
