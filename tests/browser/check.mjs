// check.mjs CHROMIUM WEEK LARGE HOSTILE BRIEF COUNT: clicks through reports in headless Chromium. WEEK is an ordinary report, LARGE one of
// COUNT conversations, HOSTILE one of texts that try to do something, BRIEF one without evidence.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2, 7);
const count = Number(process.argv[7]).toLocaleString("en");
const [week, large, hostile, brief] = files.map((file) => pathToFileURL(file).href);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let checks = 0;
const check = (is, what) => { assert.ok(is, what); ++checks; };
const equal = (got, wanted, what) => { assert.deepEqual(got, wanted, what); ++checks; };

// Opens a report; whatever it asks of the network, says on the console or throws is a fault.
async function open(address, options = {}) {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("console", (message) => page.faults.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== address.split("#")[0]) page.faults.push(`asks for ${request.url()}`); });
  const began = Date.now();
  await page.goto(address);
  page.took = Date.now() - began;
  return page;
}
async function close(page) {
  equal(page.faults, [], "nothing is asked for, nothing fails");
  await page.context().close();
}
const cells = (page, column) => page.$$eval("#talks tbody tr:not(.opened)", (rows, c) => rows.map((row) => row.cells[c].textContent), column);
const scores = async (page) => (await cells(page, 0)).map((text) => (text === "–" ? -1 : Number(text)));
const rises = (list) => list.every((value, i) => i === 0 || list[i - 1] <= value);
// Until it is true. The page's policy forbids playwright's own waiting, which evaluates text.
async function until(page, is, given) {
  for (const began = Date.now(); !(await page.evaluate(is, given));) {
    if (Date.now() - began > 20000) throw new Error(`waited in vain for ${is}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
// The longest time, in ms, for which the page does not answer while it is done.
async function stall(page, act) {
  await page.evaluate(() => {
    window.tasks ??= (() => {
      const tasks = [];
      window.watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
      window.watch.observe({ type: "longtask" });
      return tasks;
    })();
    window.tasks.length = 0;
  });
  await act();
  return page.evaluate(async () => {
    for (let i = 0; i < 3; ++i) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    window.tasks.push(...window.watch.takeRecords().map((entry) => entry.duration));
    return Math.round(Math.max(0, ...window.tasks));
  });
}

async function ordinary() {
  const page = await open(week);
  const total = Number((await page.textContent("#shown")).split(" of ")[1].split(" ")[0].replace(",", ""));
  check(total > 50, "all conversations are listed");
  equal(await page.isVisible("#each"), false, "the table stands for the list");
  check(await page.isVisible("svg.columns"), "charts are drawn");

  await page.click("#talks thead th:nth-child(1) button");
  check(rises((await scores(page)).filter((score) => score >= 0)), "scores rise");
  equal(await page.getAttribute("#talks thead th:nth-child(1)", "aria-sort"), "ascending");
  await page.click("#talks thead th:nth-child(1) button");
  check(rises((await scores(page)).reverse()), "scores fall");
  equal(await page.getAttribute("#talks thead th:nth-child(1)", "aria-sort"), "descending");
  await page.click("#talks thead th:nth-child(8) button");
  check(rises((await cells(page, 7)).map(Number).reverse()), "most markdowns first");
  equal(await page.$$eval("#talks [aria-sort]", (heads) => heads.length), 1, "one column is sorted by");
  // By keyboard.
  await page.focus("#talks thead th:nth-child(5) button");
  await page.keyboard.press("Enter");
  check(rises((await cells(page, 4)).map((name) => name.toLowerCase())), "agents by name");

  await page.fill("#find", "priya chat");
  await until(page, (all) => !document.getElementById("shown").textContent.startsWith(`${all} `), total);
  const found = await cells(page, 4);
  check(found.length > 0 && found.every((name) => name === "Priya"), "a search finds an agent");
  await page.fill("#find", "");
  await page.selectOption("#result", "fatal");
  check((await cells(page, 1)).every((result) => result === "fatal"), "fatal ones only");
  await page.selectOption("#result", "");
  await page.selectOption("#channel", "email");
  check((await cells(page, 3)).every((channel) => channel === "email"), "mails only");
  await page.selectOption("#channel", "");
  const parameter = await page.$eval("#markdown option:nth-child(2)", (option) => option.textContent);
  await page.selectOption("#markdown", { label: parameter });
  await page.click("#talks tbody tr:nth-child(1) th a");
  const inside = page.locator("#talks tr.opened");
  check((await inside.textContent()).includes(parameter), "the markdown that was filtered by is there");
  check(await inside.locator(".turn").first().isVisible(), "turns show");
  check((await inside.locator("mark").count()) > 0, "evidence is marked");
  equal(await page.getAttribute("#talks tbody tr:nth-child(1) th a", "aria-expanded"), "true");
  const link = inside.locator("sup a").first();
  if (await link.count()) {
    const told = await link.getAttribute("href");
    await link.click();
    check(await inside.locator(told).isVisible(), "a mark leads to what is said of it");
  }
  await inside.locator("details.verdicts > summary").click();
  check(await inside.locator("details.verdicts table").isVisible(), "all parameters open");
  await page.click("#talks tbody tr:nth-child(1) th a");
  equal(await page.locator("#talks tr.opened").count(), 0, "it closes again");
  await page.selectOption("#markdown", "");
  // Opened and filtered away, it is whole when it comes back.
  const first = "#talks tbody tr:nth-child(1) th a";
  await page.click(first);
  const turns = await page.locator("#talks tr.opened .turn").count();
  await page.fill("#find", "no such words anywhere");
  await until(page, () => document.getElementById("shown").textContent.startsWith("0 of"));
  await page.fill("#find", "");
  await until(page, (at) => document.querySelector(at), first);
  await page.click(first);
  equal(await page.locator("#talks tr.opened .turn").count(), turns);
  if (await page.isVisible("#pages")) {
    await page.click("#after");
    check((await page.textContent("#page")).startsWith("Page 2 of"), "the next page");
  }
  await close(page);
  const named = await open(`${week}#c3`);
  check(await named.locator("#c3").isVisible(), "an address opens its conversation");
  await close(named);
}

async function withoutScript() {
  const page = await open(week, { javaScriptEnabled: false });
  check(!(await page.isVisible("#controls")), "what needs the script does not show");
  check(await page.isVisible("#each"), "the list shows");
  const talk = page.locator("details.talk").first();
  check(!(await talk.locator(".turn").first().isVisible()), "folded");
  await talk.locator("> summary").click();
  check(await talk.locator(".turn").first().isVisible(), "unfolds");
  await page.click("#talks tbody tr:nth-child(2) th a");
  check(await page.locator("#c2").isVisible(), "a row's link opens its conversation");
  await close(page);
}

// Nothing is wider than the window, and text stands out from what is behind it.
async function looks() {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const page = await open(week, { colorScheme, viewport: { width, height: 800 } });
      await page.click("#talks tbody tr:nth-child(1) th a");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      check(wide <= width, `${wide} of ${width} columns at ${colorScheme}`);
      const faint = await page.evaluate(() => {
        const light = (color) => {
          const [r, g, b] = color.match(/[\d.]+/g).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if (!color.endsWith(", 0)")) return color;
          }
          return "rgb(255, 255, 255)";
        };
        return [...document.querySelectorAll("p, td, th, dt, dd, summary, span, mark, h1, h2, h3, a, label, code")]
          .filter((e) => e.checkVisibility() && e.textContent.trim() && !e.closest(".unseen, .skip"))
          .map((e) => {
            const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
            return [(a + 0.05) / (b + 0.05), e.outerHTML.slice(0, 80)];
          }).filter(([ratio]) => ratio < 4.5).slice(0, 5);
      });
      equal(faint, [], `contrast at ${colorScheme}`);
      await close(page);
    }
  }
}

async function manyConversations() {
  const page = await open(large);
  const times = { open: page.took };
  check((await page.textContent("#shown")).includes(`${count} of ${count}`), "every conversation is in the table");
  for (const [name, column] of [["score", 1], ["id", 3], ["agent", 5], ["day", 7], ["markdowns", 8]])
    times[`sort by ${name}`] = await stall(page, () => page.click(`#talks thead th:nth-child(${column}) button`));
  for (const [name, text] of [["first search", "chat"], ["search", "chat fatal"], ["nothing", "xyzzy"], ["all", ""]])
    times[name] = await stall(page, async () => {
      const before = await page.textContent("#shown");
      await page.fill("#find", text);
      await until(page, (old) => document.getElementById("shown").textContent !== old, before);
    });
  times.filter = await stall(page, () => page.selectOption("#markdown", { index: 1 }));
  times.page = await stall(page, () => page.click("#after"));
  console.log("the page stands still for: " + Object.entries(times).map(([name, ms]) => `${name} ${ms} ms`).join(", "));
  check(times.open < 15000, "opens");
  for (const [name, ms] of Object.entries(times)) check(name === "open" || ms < 2000, `${name} took ${ms} ms`);
  await close(page);
}

// Nothing of the texts is markup: the page holds the elements of the template and no others.
async function inert() {
  const page = await open(hostile);
  const tags = await page.evaluate(() => [...new Set([...document.querySelectorAll("*")].map((e) => e.localName))].sort());
  const ours = ("a body button code dd details div dl dt footer h1 h2 h3 h4 head header html input label li line main mark meta ol option " +
    "output p pre rect script section select small span strong style summary sup svg table tbody td text th thead title tr ul").split(" ");
  equal(tags.filter((tag) => !ours.includes(tag)), []);
  const live = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
    .filter((a) => /^on|^src$|^style$|^action$|^formaction$|^srcdoc$/.test(a.name) || (a.name === "href" && !a.value.startsWith("#"))).map((a) => a.name));
  equal(live, []);
  for (const link of await page.$$("#talks tbody th a")) await link.click();
  equal(await page.evaluate(() => document.scripts.length), 1);
  await close(page);
}

async function short() {
  const page = await open(brief);
  equal(await page.locator("details.talk").count(), 0, "a brief report has no turns");
  check((await page.locator("#talks tbody tr").count()) > 50, "but rows");
  await close(page);
}

for (const part of [ordinary, withoutScript, looks, inert, short, manyConversations]) {
  try {
    await part();
  } catch (error) {
    console.error(`${part.name}: ${error.message}\n${error.stack}`);
    process.exitCode = 1;
  }
}
await browser.close();
console.log(`${checks} checks`);
