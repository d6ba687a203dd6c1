// Pages in a real browser: light, dark, on a phone, on paper; without scripts, and without asking anybody for anything.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { drafts, file, nameOf, page, required, scratch, sources } from "./pages.mjs";

const { chromium } = required("playwright-core");
const axe = readFileSync(required.resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.REDLINE_PICTURES; // a folder to leave screenshots in

let browser;
before(async () => {
  browser = await chromium.launch({
    timeout: 180_000,
    executablePath: process.env.REDLINE_CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(async () => browser?.close());

const long = "a_" + "very_".repeat(30) + "long_name";
const stress = () => file("stress.redline", `contract "${"Unbroken".repeat(30)}" version 1;
party p "${"x".repeat(300)}";
role ${long} of p;
role r of p; role q independent;
use u; use u.${long};
fact ${long}_fact is flag;
section 1 "Only";
1 permit all lawful uses;
2 prohibit u.${long} when ${long}_fact unless signed by s because "${"y".repeat(300)}";
signoff s { stage ${long}: 2 of ${long}, r, q within 1000000 days; stage b: 3 signers of r; late: escalate to t; refusal: escalate to t; }
signoff t { stage x: any of r, q; valid once; }
`);

/// Files, and whether axe reads the page: that takes long on large ones.
const pages = () => [
  ...["dispute/compromise.md", "agreement/2026-03-02.redline", "usage_policy/llama4.redline"]
    .map((name) => ({ files: [join(sources, "examples/contracts", name)] })),
  { files: [join(sources, "examples/library/in_use/loitering_munitions.redline")], axe: true },
  { files: [file("wrong.redline", 'contract "T" version 1;\nuse weapons;\n1 permit all lawful uses;\n2 prohibit weapon;\n')], axe: true },
  { files: [stress()], axe: true },
  { files: drafts[0] },
  { files: drafts[2] },
  { files: [file("old.redline", small("1", "")), file("new.redline", small("2", "3 prohibit u when mission is m unless waived by s;\n"))], axe: true },
];
const small = (version, more) => `contract "Small" version ${version} effective from 2026-0${version}-01;
party p "One"; role r of p; role q independent; use u "A use"; use v; mission m sensitive; evidence e from p;
section 1 "Terms";
1 permit all lawful uses;
2 require e within ${version}0 days for u;
${more}4 continuity u notice 90 days;
signoff s { stage x: ${version === "1" ? "r" : "any of r, q"} within 2 days; }
`;

/// Opens a page; gives what it asked for beside itself.
async function open(context, files) {
  const path = join(scratch, "page.html");
  let html;
  try { html = page(files); } catch { html = page(files, 1); }
  writeFileSync(path, html);
  const tab = await context.newPage();
  tab.setDefaultTimeout(180_000); // machines of tests may be busy
  const asked = [];
  tab.on("request", (r) => asked.push(r.url()));
  const wrong = [];
  tab.on("console", (m) => wrong.push(m.text()));
  tab.on("pageerror", (e) => wrong.push(String(e)));
  const url = pathToFileURL(path).href;
  await tab.goto(url);
  assert.deepEqual(asked.filter((u) => u !== url), [], "asks for nothing");
  assert.deepEqual(wrong, []);
  return tab;
}

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 }, isMobile: true, deviceScaleFactor: 2 },
  phone_dark: { colorScheme: "dark", viewport: { width: 360, height: 740 } },
};

for (const [look, options] of Object.entries(looks)) {
  test(`page in a browser: ${look}`, async (t) => {
    for (const { files, axe: read } of pages()) {
      const name = files.map(nameOf).join(" to ");
      await t.test(name, async () => {
        // axe needs scripts, which the page's own policy forbids: only the test may run one.
        const context = await browser.newContext({ ...options, bypassCSP: true });
        const tab = await open(context, files);
        const wide = await tab.evaluate(() => {
          const width = document.documentElement.clientWidth;
          return [document.documentElement.scrollWidth - width,
            ...[...document.querySelectorAll("main *, header *, nav *")]
              .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest("thead") && !["none", "inline"].includes(getComputedStyle(e).display))
              .map((e) => `${e.tagName}.${e.className?.baseVal ?? e.className}: ${e.textContent.slice(0, 40)}`)];
        });
        assert.deepEqual(wide, [0], "nothing reaches beyond the side");
        if (pictures) {
          mkdirSync(pictures, { recursive: true });
          await tab.screenshot({ path: join(pictures, `${name.replaceAll(" ", "_")}.${look}.png`) });
        }
        if (!read) return context.close();
        await tab.evaluate(axe);
        const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(
          found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + (n.failureSummary ?? "")).join(" | ")}`),
          [], "axe finds nothing");
        await context.close();
      });
    }
  });
}

test("page in a browser: without scripts it is the same", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 800 } });
  const tab = await open(context, [join(sources, "examples/contracts/dispute/vendor.redline")]);
  assert.ok(await tab.locator("main h2#text").isVisible());
  assert.ok(await tab.locator("svg[role=img]").first().isVisible());
  await context.close();
});

test("page in a browser: by keyboard, the first stop leads to the content, and links to what they name", async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const tab = await open(context, [join(sources, "examples/contracts/dispute/vendor.redline")]);
  await tab.keyboard.press("Tab");
  const skip = tab.locator("a.skip");
  assert.ok(await skip.evaluate((e) => e === document.activeElement && e.getBoundingClientRect().left >= 0));
  await tab.keyboard.press("Enter");
  assert.ok(await tab.evaluate(() => document.activeElement.id === "main"));
  await tab.locator('nav a[href="#term-2.2"]').focus();
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.querySelector(":target")?.id === "term-2.2");
  assert.ok(await tab.evaluate(() => document.querySelector(":target").getBoundingClientRect().top < innerHeight));
  await context.close();
});

test("page in a browser: on paper nothing is lost", async () => {
  const context = await browser.newContext({ colorScheme: "dark", viewport: { width: 700, height: 1000 } });
  const tab = await open(context, [join(sources, "examples/contracts/dispute/compromise.md")]);
  await tab.emulateMedia({ media: "print", colorScheme: "dark" });
  const lost = await tab.evaluate(() => [...document.querySelectorAll("main .line, main p, main li, main td, main th, main dd, main svg")]
    .filter((e) => !e.closest("thead") && e.getClientRects().length === 0 && !e.closest(".cell-head")).map((e) => e.outerHTML.slice(0, 80)));
  assert.deepEqual(lost, []);
  const ink = await tab.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
  assert.deepEqual(ink, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], "dark on light");
  const pdf = await tab.pdf({ format: "A4", printBackground: false });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  if (pictures) writeFileSync(join(pictures, "compromise.pdf"), pdf);
  await context.close();
});
