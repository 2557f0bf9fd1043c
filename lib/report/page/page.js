// Sorts, filters and pages the table of conversations, and opens a conversation below its row. Without this script the page holds
// the same. What comes from the report is set as text, never as markup.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const table = $("talks");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const each = $("each");
  const pageSize = 100;
  const result = 1, channel = 3, markdowns = 7;
  const isNumber = (column) => column === 0 || column === markdowns;

  // A conversation is a line of cells parted by tabs, the last one the numbers of its markdowns; those that the page shows as
  // rows have their row.
  const talks = [...body.rows].map((row) => ({
    line: [...row.cells].map((cell) => cell.textContent).join("\t") + "\t " + row.dataset.p + " ",
    row,
  }));
  for (const line of $("rest").textContent.split("\n")) if (line) talks.push({ line, row: null });
  for (const [place, talk] of talks.entries()) talk.place = place;

  let shown = talks;
  let order = { column: -1, up: true };
  let page = 0;

  function row(talk) {
    if (talk.row) return talk.row;
    const cells = talk.line.split("\t");
    const made = document.createElement("tr");
    heads.forEach((head, column) => {
      const cell = document.createElement(column === 2 ? "th" : "td");
      if (column === 2) cell.scope = "row";
      if (isNumber(column)) cell.className = "n";
      if (column === result) cell.className = cells[column];
      cell.textContent = cells[column];
      made.append(cell);
    });
    return made;
  }

  // Back to its place in the list below, which the table stands for while the script runs.
  function close(link) {
    const opened = link.closest("tr").nextElementSibling;
    link.home.append(opened.querySelector(".inside"));
    link.setAttribute("aria-expanded", "false");
    opened.remove();
  }

  function open(link) {
    const home = link.home ?? (link.home = document.getElementById(link.hash.slice(1)).closest("details"));
    const opened = document.createElement("tr");
    const cell = opened.insertCell();
    opened.className = "opened";
    cell.colSpan = heads.length;
    cell.append(home.querySelector(".inside"));
    link.closest("tr").after(opened);
    link.setAttribute("aria-expanded", "true");
  }

  function closeAll() {
    for (const link of body.querySelectorAll("a[aria-expanded=true]")) close(link);
  }

  function draw() {
    closeAll();
    const pages = Math.max(1, Math.ceil(shown.length / pageSize));
    page = Math.min(Math.max(page, 0), pages - 1);
    body.replaceChildren(...shown.slice(page * pageSize, (page + 1) * pageSize).map(row));
    const count = (n) => n.toLocaleString("en");
    $("shown").textContent = `${count(shown.length)} of ${count(talks.length)} shown`;
    $("page").textContent = `Page ${count(page + 1)} of ${count(pages)}`;
    $("before").disabled = page === 0;
    $("after").disabled = page === pages - 1;
    $("pages").hidden = pages === 1;
  }

  function sorted(list) {
    const { column, up } = order;
    if (column < 0) return list;
    const keys = new Map();
    for (const talk of list) {
      const text = talk.line.split("\t", column + 1)[column];
      keys.set(talk, isNumber(column) ? (Number.isNaN(parseFloat(text)) ? -1 : parseFloat(text)) : text.toLowerCase());
    }
    const way = up ? 1 : -1;
    return [...list].sort((a, b) => {
      const x = keys.get(a), y = keys.get(b);
      return x < y ? -way : x > y ? way : a.place - b.place;
    });
  }

  function filter() {
    const words = $("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = $("result").value, through = $("channel").value;
    const mark = $("markdown").value && ` ${$("markdown").value} `;
    shown = sorted(talks.filter((talk) => {
      if (wanted || through || mark) {
        const cells = talk.line.split("\t");
        if (wanted && !(cells[result] === wanted || (wanted === "failed" && cells[result] === "fatal"))) return false;
        if (through && cells[channel] !== through) return false;
        if (mark && !cells[markdowns + 1].includes(mark)) return false;
      }
      if (words.length === 0) return true;
      talk.low ??= talk.line.slice(0, talk.line.lastIndexOf("\t")).toLowerCase();
      return words.every((word) => talk.low.includes(word));
    }));
    page = 0;
    draw();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      order = { column, up: order.column === column ? !order.up : !(column === markdowns) };
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order.up ? "ascending" : "descending");
      shown = sorted(shown);
      page = 0;
      draw();
    });
  });
  for (const link of body.querySelectorAll("th a")) link.setAttribute("aria-expanded", "false");
  body.addEventListener("click", (event) => {
    const link = event.target.closest("th a[aria-expanded]");
    if (!link) return;
    event.preventDefault();
    if (link.getAttribute("aria-expanded") === "true") close(link);
    else open(link);
  });
  let waiting = 0;
  $("find").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const id of ["result", "channel", "markdown"]) $(id).addEventListener("change", filter);
  $("before").addEventListener("click", () => { page--; draw(); });
  $("after").addEventListener("click", () => { page++; draw(); });

  // An address that names a conversation opens it.
  function follow() {
    if (!/^#c\d+$/.test(location.hash)) return;
    const at = shown.findIndex((talk) => talk.row?.querySelector("th a")?.hash === location.hash);
    if (at < 0) return;
    page = Math.floor(at / pageSize);
    draw();
    const link = shown[at].row.querySelector("th a");
    open(link);
    link.focus();
  }
  addEventListener("hashchange", follow);

  each.hidden = true;
  $("controls").hidden = false;
  $("others").parentElement.hidden = true;
  draw();
  follow();
})();
