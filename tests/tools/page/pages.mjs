// What the tests of pages share: the command, the contracts of the repository, and where npm's packages lie.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after } from "node:test";

export const command = process.env.REDLINE_COMMAND;
export const sources = process.env.REDLINE_SOURCES;
/// Packages are installed into the build, not beside the tests.
export const required = createRequire(join(process.env.REDLINE_PACKAGES, "tests.cjs"));

/// A folder for the files of one run, which goes with it.
export const scratch = mkdtempSync(join(tmpdir(), "redline-page-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

export function run(args, input = "") {
  const library = ["--import-path", join(sources, "examples/library")];
  const ran = spawnSync(command, [...args, ...(args[0] === "statements" ? [] : library)], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return { status: ran.status, out: ran.stdout, messages: ran.stderr };
}

/// Writes a contract, and gives its path.
export function file(name, text) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

/// The page of a contract or of two; the exit status must be this.
export function page(files, status = 0) {
  const ran = run(["page", ...files, "-o", "-"]);
  if (ran.status !== status) throw new Error(`page ${files.join(" ")}: ${ran.status}: ${ran.messages}`);
  return ran.out;
}

function contractsIn(folder) {
  const all = [];
  for (const entry of readdirSync(join(sources, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) all.push(...contractsIn(path));
    else if (/\.(redline|md)$/.test(entry.name) && entry.name !== "README.md") all.push(path);
  }
  return all;
}

/// All contracts of examples/ that are whole by themselves.
export const examples = [...contractsIn("examples/contracts"), ...contractsIn("examples/library/in_use")]
  .map((path) => join(sources, path))
  .filter((path) => /^\s*contract /m.test(readFileSync(path, "utf8")));

/// Pairs of drafts.
export const drafts = [
  ["dispute/agency.redline", "dispute/vendor.redline"],
  ["dispute/vendor.redline", "dispute/compromise.md"],
  ["agreement/2026-02-28.redline", "agreement/2026-03-02.redline"],
  ["usage_policy/llama3_1.redline", "usage_policy/llama4.redline"],
].map((pair) => pair.map((name) => join(sources, "examples/contracts", name)));

export const nameOf = (path) => basename(path);
export const there = existsSync;
