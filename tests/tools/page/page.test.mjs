// `redline page`, as a program reads it: valid HTML that holds all of a contract, and nothing but.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { drafts, examples, file, nameOf, page, required, run, scratch, sources } from "./pages.mjs";

const { HtmlValidate, StaticConfigLoader } = required("html-validate");
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      "long-title": "off", // a contract's title is as long as it is
      "no-trailing-whitespace": "off",
      "void-style": "off",
      "svg-focusable": "off",
      "no-redundant-role": "off",
    },
  }),
);

async function problemsOf(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

/// Attributes by name: [id, id, …].
const all = (html, attribute) => [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map((m) => m[1]);
const unescaped = (text) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name]);
const textOf = (html) => unescaped(html.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<[^>]*>/g, ""));
const squeezed = (text) => text.replace(/\s+/g, "");

/// Every link leads somewhere on the page, and no name is given twice.
function checkLinks(html) {
  const ids = all(html, "id");
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], "ids given twice");
  const known = new Set(ids);
  for (const href of all(html, "href")) {
    assert.match(href, /^#/, "links stay on the page");
    assert.ok(known.has(unescaped(href.slice(1))), `${href} leads nowhere`);
  }
  for (const list of all(html, "aria-labelledby"))
    for (const id of list.split(" ")) assert.ok(known.has(id), `aria-labelledby ${id} leads nowhere`);
}

/// No script, and nothing from elsewhere.
function checkSelfContained(html) {
  assert.doesNotMatch(html, /<script|<link|<img|<iframe|<object|<embed|javascript:|@import|url\(|\son[a-z]+=/i);
}

for (const path of examples) {
  test(`page: ${nameOf(path)} is valid HTML that holds all of it`, async () => {
    const html = page([path]);
    assert.deepEqual(await problemsOf(html), []);
    checkLinks(html);
    checkSelfContained(html);
    assert.equal(page([path]), html, "the same each time");

    const said = JSON.parse(run(["explain", path, "--format", "json"]).out);
    const ids = new Set(all(html, "id").map(unescaped));
    for (const section of said.sections)
      for (const term of section.terms) assert.ok(ids.has(`term-${term.label}`), `term ${term.label}`);
    for (const chain of said.signoffs) assert.ok(ids.has(`signoff-${chain.name}`), `sign-off ${chain.name}`);
    assert.equal(html.split("<svg").length - 1, said.signoffs.length);
    for (const group of said.vocabulary)
      for (const { name } of group.names) {
        const kind = group.heading === "Uses" ? "use" : group.heading === "Missions" ? "mission" : "name";
        assert.ok(ids.has(`${kind}-${name}`), `${kind} ${name}`);
      }
    const text = squeezed(textOf(html));
    for (const row of said.table) for (const condition of row.prohibited) assert.ok(text.includes(squeezed(condition)));
    assert.ok(text.includes(said.digest));
    const tests = run(["test", path]).out;
    const scenarios = [...tests.matchAll(/^  (ok|FAILED) +(.*)$/gm)];
    for (const [, , title] of scenarios) assert.ok(text.includes(squeezed(title)), title);
  });

  test(`page: every word of ${nameOf(path)} stands in its listing`, () => {
    const html = page([path]);
    const listed = [...html.matchAll(/data-line="\d+"><code>(.*)<\/code><\/div>/g)].map((m) => textOf(m[1])).join("\n");
    let source = readFileSync(path, "utf8");
    if (path.endsWith(".md")) source = [...source.matchAll(/^```redline\n([\s\S]*?)^```/gm)].map((m) => m[1]).join("\n");
    assert.ok(squeezed(listed).startsWith(squeezed(source)));
  });
}

for (const [before, after] of drafts) {
  test(`page: ${nameOf(before)} to ${nameOf(after)} as a redline`, async () => {
    const html = page([before, after]);
    assert.deepEqual(await problemsOf(html), []);
    checkLinks(html);
    checkSelfContained(html);
    assert.equal(page([before, after]), html, "the same each time");
    const found = JSON.parse(run(["compare", before, after, "--format", "json"]).out);
    assert.ok(html.includes(`The new draft is ${found.verdict}.`));
    const ids = new Set(all(html, "id").map(unescaped));
    for (const term of found.terms) {
      if (!term.label) continue;
      assert.ok(ids.has(`${term.change === "struck" ? "struck" : "term"}-${term.label}`), JSON.stringify(term));
    }
    // Without what is struck, the text is the new draft's; without what is inserted, the old one's.
    const statements = (path) => squeezed(run(["statements", path]).out);
    const redlined = [...html.matchAll(/<code class="redlined">([\s\S]*?)<\/code>/g)].map((m) => m[1]).join("\n");
    const without = (tag) => squeezed(textOf(redlined.replace(new RegExp(`<${tag}[^>]*>[\\s\\S]*?</${tag}>`, "g"), "")));
    assert.equal(without("del"), statements(after));
    assert.match(redlined, /\n +/, "line ends stay");
    const kept = without("ins");
    assert.equal([...kept].sort().join(""), [...statements(before)].sort().join(""));
  });
}

test("page: what a contract holds is text, whatever it looks like", async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> {{X}} & \\" \' javascript:x </title></style>--> ]]>';
  const path = file("hostile.redline", `# ${hostile}
contract "${hostile}" version 1;
party p "${hostile}";
role r of p "${hostile}";
use a "${hostile}";
section 1 "${hostile}";
1 permit all lawful uses because "${hostile}";
2 prohibit a unless signed by s;
signoff s { stage x: r; }
scenario "${hostile}" { given use a, lawful; expect permitted; }
`);
  const html = page([path], 1);
  assert.deepEqual(await problemsOf(html), []);
  checkLinks(html);
  assert.doesNotMatch(html, /<script|<img/i);
  assert.equal(html.split("</style>").length, 2);
  assert.equal(html.split("</title>").length, 3, "one of the page, and one of the picture");
  assert.ok(textOf(html).includes("<script>alert(1)</script><img src=x onerror=alert(1)> {{X}} & "));
  const other = file("hostile2.redline", readFileSync(path, "utf8").replace("2 prohibit a", "3 prohibit a").replace(/^scenario.*$/m, ""));
  const valid = file("hostile1.redline", readFileSync(path, "utf8").replace(/^scenario.*$/m, ""));
  const compared = page([valid, other]);
  assert.deepEqual(await problemsOf(compared), []);
  assert.doesNotMatch(compared, /<script|<img/i);

  const literate = file("hostile.md", `# A ${hostile}\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3)) **b** \`c\`\n\n- ${hostile}\n\n\`\`\`redline\ncontract "T" version 1;\n1 permit nothing else;\n\`\`\`\n\n<img src=x>\n`);
  const prose = page([literate]);
  assert.deepEqual(await problemsOf(prose), []);
  assert.doesNotMatch(prose, /<script|<img|href="javascript/i);
  assert.ok(textOf(prose).includes("<script>alert(2)</script>"));
});

test("page: findings stand in a list and at their places, and the exit status says so", async () => {
  const path = file("wrong.redline", 'contract "T" version 1;\nuse weapons;\n1 permit all lawful uses;\n2 prohibit weapon;\n');
  const ran = run(["page", path, "-o", join(scratch, "wrong.html")]);
  assert.equal(ran.status, 1);
  assert.match(ran.messages, /RL0301/);
  const html = readFileSync(join(scratch, "wrong.html"), "utf8");
  assert.deepEqual(await problemsOf(html), []);
  checkLinks(html);
  assert.match(html, /This contract is not valid/);
  assert.match(html, /data-line="4">.*marked.*weapon/);
  assert.match(html, /<p class="note error" id="finding-1"><strong>Error RL0301:<\/strong> .*did you mean `weapons`/);
  assert.match(html, /<li class="error"><strong>Error RL0301<\/strong>, <a href="#finding-1">line 4, column 12<\/a>/);
  assert.doesNotMatch(html, /id="table"|id="vocabulary"/);
});

test("page: any bytes give a page", async () => {
  for (const text of ["", "\n", "\xff\xfe\x00", "contract", '"', "}}}}{", "1.1.1 \r\n\t permit \x1b[31m", "contract \"T\" version 1;\n1 permit nothing else"]) {
    const path = file("bytes.redline", Buffer.from(text, "latin1"));
    const html = page([path], 1);
    assert.deepEqual(await problemsOf(html), [], JSON.stringify(text));
    checkLinks(html);
    assert.doesNotMatch(html, /[\x00-\x08\x0b-\x1f]/);
  }
  const fence = file("fence.md", "# T\n\n```redline\ncontract \"T\" version 1;\n");
  checkLinks(page([fence], 1));
});

test("page: of a contract with imports and templates, all files, and the terms where they are given", () => {
  const path = join(sources, "examples/library/in_use/loitering_munitions.redline");
  const html = page([path]);
  assert.match(html, /<h3 id="file-1">loitering_munitions.redline<\/h3>/);
  assert.match(html, /<h3 id="file-2">[a-z_]+.redline<\/h3>/);
});

test("page: wrong calls", () => {
  assert.equal(run(["page", examples[0]]).status, 2);
  assert.equal(run(["page", "-o", "x.html"]).status, 2);
  assert.equal(run(["page", "/nowhere.redline", "-o", "-"]).status, 2);
  assert.equal(run(["page", "-", "-", "-o", "-"]).status, 2);
  const wrong = file("invalid.redline", "contract");
  const ran = run(["page", wrong, examples[0], "-o", "-"]);
  assert.equal(ran.status, 1);
  assert.equal(ran.out, "");
});
