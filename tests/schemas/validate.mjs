// Whether what the command prints as JSON and SARIF is valid by its schemas; see tests/npm. Schemas of Redline's own are those of docs/schemas; that of SARIF 2.1.0 comes with
// the package @microsoft/jest-sarif. Each schema has to refuse something, too. The last line counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const { REDLINE_PACKAGES: modules, REDLINE_COMMAND: redline, REDLINE_SOURCES: root } = process.env;
const require = createRequire(path.join(path.resolve(modules), "package.json"));
const Ajv = require("ajv/dist/2020");
const AjvDraft04 = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const ours = new Ajv({ allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true });
const folder = path.join(root, "docs/schemas");
for (const file of readdirSync(folder).filter((f) => f.endsWith(".json")))
  ours.addSchema(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
// One pattern of that schema (of languages) is none where patterns are read as Unicode.
const theirs = new AjvDraft04({ strict: false, unicodeRegExp: false });
addFormats(theirs);
const sarif = theirs.compile(
  JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")));

let passed = 0, failed = 0;
function count(good, what, why) {
  if (good) { ++passed; return; }
  ++failed;
  console.error(`${what}: ${why}`);
}
const schema = (name) => ours.getSchema(`urn:redline:schema:${name}`);
function valid(name, value, what) {
  const check = name === "sarif" ? sarif : schema(name);
  if (!check) throw new Error(`there is no schema ${name}`);
  count(check(value), what, `not valid by the schema ${name}: ${JSON.stringify((check.errors ?? []).slice(-3))}`);
}
function refused(name, value, what) {
  const check = name === "sarif" ? sarif : schema(name);
  count(!check(value), what, `the schema ${name} takes ${JSON.stringify(value).slice(0, 120)}`);
}

/// Runs the command in the sources; what it prints, where it ends with one of these.
function run(args, statuses) {
  const done = spawnSync(path.resolve(redline), args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status === null || !statuses.includes(done.status))
    throw new Error(`redline ${args.join(" ")} ended with ${done.status}: ${done.stderr.slice(0, 400)}`);
  return done.stdout;
}
const json = (args, statuses = [0]) => JSON.parse(run(args, statuses));
const called = (args) => `redline ${args.join(" ")}`.slice(0, 160);
function prints(name, args, statuses) {
  const value = json(args, statuses);
  valid(name, value, called(args));
  return value;
}

const library = ["--import-path", "examples/library"];
const contracts = [];
for (const below of readdirSync(path.join(root, "examples/contracts"), { withFileTypes: true }))
  if (below.isDirectory())
    for (const file of readdirSync(path.join(root, "examples/contracts", below.name)).sort())
      if (/\.(redline|md)$/.test(file)) contracts.push(`examples/contracts/${below.name}/${file}`);
const applied = readdirSync(path.join(root, "examples/library/in_use")).map((f) => `examples/library/in_use/${f}`);
const conformance = (kind) => readdirSync(path.join(root, "grammar/conformance", kind))
  .filter((f) => /\.(redline|md)$/.test(f)).map((f) => `grammar/conformance/${kind}/${f}`);

// Findings: of all examples, and of all texts that are wrong in some way.
const texts = [...contracts, ...applied, "docs/language.md", ...conformance("bad"), ...conformance("warned")];
let found, sarifs;
for (let at = 0; at < texts.length; at += 200) {
  const some = texts.slice(at, at + 200);
  found = prints("diagnostics", ["check", "--format", "json", ...library, ...some], [0, 1]);
  sarifs = prints("sarif", ["check", "--format", "sarif", ...library, ...some], [0, 1]);
  count(found.diagnostics.length === sarifs.runs[0].results.length, "check", "JSON and SARIF have as many findings");
}
refused("diagnostics", { ...found, errors: -1 }, "a negative number of errors");
refused("diagnostics", { ...found, diagnostics: [{ ...found.diagnostics[0], code: "RL1" }] }, "a code of one digit");
refused("sarif", { ...sarifs, version: "2.0.0" }, "another version of SARIF");
refused("sarif", { ...sarifs, runs: [{ results: [] }] }, "a run without its tool");

// Requests, and what is decided of them.
let decision, request;
for (const contract of [...contracts, ...applied]) {
  prints("table", ["table", contract, "--format", "json", ...library]);
  prints("explanation", ["explain", contract, "--format", "json", ...library]);
  const beside = contract.replace(/\.(redline|md)$/, "");
  const one = `${beside}.request.json`, many = `${beside}.requests.ndjson`;
  if (existsSync(path.join(root, one))) {
    request = JSON.parse(readFileSync(path.join(root, one), "utf8"));
    valid("request", request, one);
    decision = prints("decision", ["decide", contract, "--request", one], [0, 3, 4]);
    prints("ways", ["how", contract, "--request", one, "--format", "json"], [0, 4]);
    prints("table", ["table", contract, "--request", one, "--format", "json"]);
  }
  if (existsSync(path.join(root, many))) {
    const lines = (text) => text.split("\n").filter((line) => line !== "");
    for (const line of lines(readFileSync(path.join(root, many), "utf8"))) valid("request", JSON.parse(line), many);
    const decided = lines(run(["decide", contract, "--requests", many], [0]));
    for (const line of decided) valid("decision", JSON.parse(line), many);
  }
}
const wrong = spawnSync(path.resolve(redline), ["decide", contracts[0], "--requests", "-"],
  { cwd: root, encoding: "utf8", input: '{"use": "nothing"}\n{"usee": 1}\n' });
for (const line of wrong.stdout.split("\n").filter(Boolean)) valid("decision", JSON.parse(line), "a wrong request");
for (const without of ["outcome", "by", "contract"]) {
  const { [without]: _, ...rest } = decision;
  refused("decision", rest, `a decision without ${without}`);
}
refused("decision", { ...decision, verdict: "permitted" }, "a decision with a member more");
refused("decision", { ...decision, outcome: "allowed" }, "another outcome");
refused("request", { ...request, usee: "x" }, "a misspelt member");
refused("request", { ...request, date: "1 June 2026" }, "another form of dates");
refused("request", { ...request, evidence: { red_team: "12" } }, "an age without a unit");

// Drafts.
const dispute = contracts.filter((c) => c.includes("/dispute/"));
const drafts = [...dispute.flatMap((a) => dispute.filter((b) => b !== a).map((b) => [a, b])),
  ...["agreement", "usage_policy"].map((f) => contracts.filter((c) => c.includes(`/${f}/`)).slice(0, 2))];
let comparison;
for (const [a, b] of drafts) comparison = prints("comparison", ["compare", a, b, "--format", "json"], [0, 3, 4, 5]);
const chain = (quorum, values, version) => `contract "C" version ${version};
party agency; role lead of agency; role counsel of agency; role inspector independent;
use planning;
fact network is one of ${values};
1 permit all lawful uses;
2 restrict planning when network is open to signed by review;
signoff review { stage board: ${quorum} of lead, counsel, inspector; }
`;
const scratch = mkdtempSync(path.join(tmpdir(), "redline-schemas-"));
const written = (name, text) => { const to = path.join(scratch, name); writeFileSync(to, text); return to; };
const old = written("old.redline", chain("all", "open, secret", 1));
const wider = written("wider.redline", chain("any", "open, secret", 2));
const other = written("other.redline", chain("all", "open, closed", 2));
for (const names of [[old, wider], [wider, old]])
  count(prints("comparison", ["compare", ...names, "--format", "json"], [3, 4]).chains.length === 1, "compare", "a chain");
prints("comparison", ["compare", old, other, "--format", "json"], [1]);
const stricter = written("stricter.redline", chain("any", "open, secret", 3).replace("restrict planning", "prohibit planning; 3 restrict planning"));
const threeWays = prints("three-way-comparison", ["compare", "--base", old, wider, stricter, "--format", "json"], [0, 5]);
prints("three-way-comparison", ["compare", "--base", old, other, stricter, "--format", "json"], [1]);
prints("three-way-comparison", ["compare", "--base", ...dispute.slice(0, 3), "--format", "json"], [0, 5]);
rmSync(scratch, { recursive: true });
refused("three-way-comparison", { ...threeWays, conflict: "yes" }, "a conflict that is no yes or no");
refused("comparison", { ...comparison, verdict: "better" }, "another verdict");
const conform = prints("conformance", ["conform", ...dispute, "--format", "json"], [0, 4]);
refused("conformance", { ...conform, contracts: [] }, "no contract");
refused("table", { rows: [] }, "a table without rows");
refused("ways", {}, "no list of ways");
refused("explanation", {}, "an explanation of nothing");

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
