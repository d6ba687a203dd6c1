// The language server, asked by a client that editors use.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Client, applied, lsp, marked} from './client.mjs';
import {command, source} from './places.mjs';

const desk = `contract "Research desk" version 1;
party lab  "Whoever provides the model";
party city "Whoever uses it";
role counsel of city;
role safety_lead of lab;
use analysis;
use surveillance "Following persons";
use surveillance.mass;
fact oversight is level none < on_the_loop < in_the_loop;
fact urgent is flag;
evidence red_team from lab valid 180 days;
safeguard output_filter;
define guarded as oversight at least on_the_loop;

section 1 "Limits";
1    permit all lawful uses;
2.1  prohibit surveillance.mass because "There is no exception to this line.";
2.2  require red_team within 90 days for surveillance when urgent;
2.3  restrict surveillance to signed by review;
2.4  prohibit analysis unless guarded;
2.5  require output_filter at least tested for surveillance;

signoff review { stage safety: safety_lead; stage legal: counsel within 5 days; }

scenario "Following one person" {
  given use surveillance.other, lawful, not urgent, output_filter is tested;
  expect paused by 2.3 pending review;
}
assert never permitted for surveillance without signed by review;
`;

let client, folder;
before(async () => {
    client = await Client.start();
    folder = mkdtempSync(join(tmpdir(), 'redline-editors-'));
});
after(async () => {
    rmSync(folder, {recursive: true});
    assert.equal(await client.stop(), 0);
});

let number = 0;
const fresh = (ending = '.redline') => pathToFileURL(join(folder, `text${++number}${ending}`)).href;
/// Opens a text with a marked place; gives what a question about it takes.
async function opened(text, language) {
    const {text: plain, position} = marked(text);
    const textDocument = {uri: fresh()};
    const found = await client.open(textDocument.uri, plain, language);
    return {textDocument, position, text: plain, found};
}
const labels = r => r.items.map(i => i.label);
async function completed(text) { return labels(await client.ask('textDocument/completion', await opened(text))); }
const at = (text, what, nth = 0) => {
    let i = -1;
    for (let n = 0; n <= nth; ++n) i = text.indexOf(what, i + 1);
    assert.notEqual(i, -1, what);
    return marked(text.slice(0, i) + '|' + text.slice(i)).position;
};
const spelled = (text, range) => text.split('\n')[range.start.line].slice(range.start.character, range.end.character);

test('it says what it can do', () => {
    const c = client.server.capabilities;
    assert.equal(c.positionEncoding, 'utf-16');
    assert.equal(c.textDocumentSync.change, lsp.TextDocumentSyncKind.Incremental);
    for (const p of ['hover', 'definition', 'references', 'documentHighlight', 'documentFormatting', 'documentSymbol',
                     'documentRangeFormatting', 'foldingRange', 'inlayHint'])
        assert.equal(c[p + 'Provider'], true, p);
    assert.equal(client.server.serverInfo.name, 'redline');
});

test('a contract without errors has no findings; one that is wrong has them where they are, and what was meant', async () => {
    const uri = fresh();
    assert.deepEqual(await client.open(uri, desk), []);
    const wrong = desk.replace('to signed by review', 'to signed by reveiw');
    const found = await client.change(uri, [{text: wrong}]);
    assert.equal(found.length, 1);
    assert.equal(found[0].code, 'RL0301');
    assert.equal(found[0].severity, lsp.DiagnosticSeverity.Error);
    assert.equal(found[0].source, 'redline');
    assert.match(found[0].message, /did you mean `review`\?/);
    assert.equal(spelled(wrong, found[0].range), 'reveiw');
    assert.deepEqual(await client.change(uri, [{text: desk}]), []);
});

test('changes of ranges add up to the text', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const {line, character} = at(desk, 'review;\n');
    const found = await client.change(uri, [
        {range: {start: {line, character}, end: {line, character: character + 6}}, text: 'x'},
        {range: {start: {line, character: character + 1}, end: {line, character: character + 1}}, text: 'y\n'},
        {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: '# é𝄞\n'},
    ]);
    assert.equal(found.length, 1);
    assert.deepEqual(found[0].range, {start: {line: line + 1, character}, end: {line: line + 1, character: character + 2}});
    assert.match(found[0].message, /`xy` is not declared/);
});

test('columns count what UTF-16 counts, or bytes where the client prefers that', async () => {
    const text = 'contract "𝄞é" version 1; 1 permit all lawful uses; 2 prohibit x;\n';
    const uri = fresh();
    assert.equal((await client.open(uri, text))[0].range.start.character, text.indexOf('x;'));
    const bytes = await Client.start({capabilities: {general: {positionEncodings: ['utf-16', 'utf-8']}}});
    assert.equal(bytes.server.capabilities.positionEncoding, 'utf-8');
    const found = await bytes.open(uri, text);
    assert.equal(found[0].range.start.character, Buffer.from(text.slice(0, text.indexOf('x;'))).length);
    assert.equal(await bytes.stop(), 0);
});

test('findings lead to related places, and names that nothing uses are faded', async () => {
    const {found, text, textDocument} = await opened(desk.replace('fact urgent is flag;', 'fact urgent is flag;\nfact |urgent is flag;'));
    const twice = found.find(d => d.code === 'RL0303');
    assert.equal(twice.relatedInformation[0].location.uri, textDocument.uri);
    assert.equal(spelled(text, twice.relatedInformation[0].location.range), 'urgent');
    const {found: unused} = await opened(desk.replace('section 1', 'event |incident;\nsection 1'));
    assert.deepEqual(unused.map(d => [d.code, d.severity, d.tags]), [['RL0907', 2, [1]]]);
});

test('a literate contract is read in its blocks, and plain Markdown is left alone', async () => {
    const uri = fresh('.md');
    const text = '# A desk\n\nIt prohibits *x*.\n\n```redline\n' + desk.replace('by review;', 'by reveiw;') + '```\n';
    const found = await client.open(uri, text, 'markdown');
    assert.deepEqual(found.map(d => spelled(text, d.range)), ['reveiw']);
    const plain = fresh('.md');
    assert.deepEqual(await client.open(plain, '# A page\n\nWithout a contract.\n', 'markdown'), []);
    const prose = await client.ask('textDocument/completion', {textDocument: {uri}, position: {line: 2, character: 3}});
    assert.deepEqual(prose.items, []);
    const block = await client.ask('textDocument/completion', {textDocument: {uri}, position: {line: 6, character: 0}});
    assert.ok(labels(block).includes('party'));
});

test('completion: the words that the grammar takes', async () => {
    assert.deepEqual((await completed('|')).sort(), ['amendment', 'contract', 'redline']);
    const start = await completed(desk + '|');
    for (const w of ['party', 'use', 'scenario', 'assert', 'signoff', 'template']) assert.ok(start.includes(w), w);
    for (const w of ['when', 'surveillance', 'contract', 'strike']) assert.ok(!start.includes(w), w);
    assert.deepEqual((await completed('contract "x" |')), ['version']);
    const term = await completed(desk + '3 |');
    assert.deepEqual(term.sort(), ['apply', 'audit', 'continuity', 'duty', 'log', 'permit', 'prohibit', 'require', 'restrict', 'trigger']);
    assert.deepEqual(await completed(desk + 'evidence legal from lab valid 3 |'),
                     ['minutes', 'hours', 'days', 'weeks', 'years']);
    const type = await completed(desk + 'fact f is |');
    assert.deepEqual(type.sort(), ['any', 'count', 'duration', 'flag', 'level', 'one']);
});

test('completion: names of the kind that is due', async () => {
    const uses = ['analysis', 'surveillance', 'surveillance.mass'];
    const scope = await completed(desk + '3 prohibit |');
    assert.deepEqual(scope.filter(l => uses.includes(l)).sort(), uses);
    assert.ok(scope.includes('all') && !scope.includes('urgent') && !scope.includes('lab'));
    assert.deepEqual((await completed(desk + 'role r of |')).sort(), ['city', 'lab']);
    assert.deepEqual((await completed(desk + '3 prohibit analysis unless signed by |')), ['review']);
    assert.deepEqual((await completed(desk + 'signoff more { stage a: |')).filter(l => !['all', 'any'].includes(l)).sort(),
                     ['counsel', 'safety_lead']);
    const when = await completed(desk + '3 prohibit analysis when |');
    for (const w of ['urgent', 'oversight', 'guarded', 'lawful', 'not', 'use', 'mission', 'date']) assert.ok(when.includes(w), w);
    for (const w of ['red_team', 'output_filter', 'review', 'analysis']) assert.ok(!when.includes(w), w);
    const unless = await completed(desk + '3 prohibit analysis unless |');
    for (const w of ['urgent', 'red_team', 'output_filter', 'signed']) assert.ok(unless.includes(w), w);
    const items = await completed(desk + '3 require |');
    assert.deepEqual(items.sort(), ['asked', 'output_filter', 'red_team', 'signed', 'waived']);
    const given = await completed(desk + 'scenario "s" { given use |');
    assert.ok(given.includes('surveillance.other') && given.includes('unlisted') && given.includes('surveillance.mass'));
    assert.deepEqual((await completed(desk + 'scenario "s" { given use analysis, not |')).sort(), ['lawful', 'urgent']);
    assert.deepEqual(await completed(desk + 'scenario "s" { given use analysis; expect prohibited by |'),
                     ['1', '2.1', '2.2', '2.3', '2.4', '2.5']);
});

test('completion: values of the fact or safeguard before them, in the middle of a sentence too', async () => {
    assert.deepEqual((await completed(desk + '3 prohibit analysis when oversight is |')).filter(l => l !== 'not' && l !== 'any').sort(),
                     ['in_the_loop', 'none', 'on_the_loop']);
    assert.deepEqual((await completed(desk + '3 require output_filter at least |')).sort(),
                     ['absent', 'prototype', 'tested', 'validated']);
    const middle = await completed(desk.replace('oversight at least on_the_loop;', 'oversight at least on_|;'));
    assert.deepEqual(middle.sort(), ['in_the_loop', 'none', 'on_the_loop']);
});

test('completion replaces the word that is being written, and says nothing in strings and comments', async () => {
    const a = await opened(desk + '3 prohibit surveillance.m|');
    const mass = (await client.ask('textDocument/completion', a)).items.find(i => i.label === 'surveillance.mass');
    assert.equal(applied(a.text, [mass.textEdit]).trimEnd().split('\n').at(-1), '3 prohibit surveillance.mass');
    const describes = (await client.ask('textDocument/completion', await opened(desk + '3 prohibit |'))).items;
    assert.match(describes.find(i => i.label === 'surveillance').detail, /^use: Following persons$/);
    assert.deepEqual(await completed(desk + 'party p "of |'), []);
    assert.deepEqual(await completed(desk + '# prohibit |'), []);
    assert.deepEqual(await completed(desk + ') prohibit | x'), []);
});

test('completion in a template: its parameters, and what it declares', async () => {
    const text = desk + 'template t(who, what) { role board independent; 1 prohibit what unless signed by |';
    const inside = await completed(text.replace('signed by |', '|'));
    assert.ok(inside.includes('who') && inside.includes('urgent'));
    const out = await completed(desk + 'template t(who) { role board independent; } 3 log all decisions to |');
    assert.ok(!out.includes('board') && !out.includes('who') && out.includes('counsel'));
});

test('hover: the declaration, and exactly what a use, a term and a chain come to', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const hover = async (what, nth) => (await client.ask('textDocument/hover',
        {textDocument: {uri}, position: at(desk, what, nth)}));
    const mass = await hover('surveillance.mass;');
    assert.match(mass.contents.value, /```redline\nuse surveillance "Following persons";\n```/);
    const last = await hover('mass;');
    assert.match(last.contents.value, /```redline\nuse surveillance\.mass;\n```/);
    assert.match(last.contents.value, /A kind of `surveillance`/);
    assert.match(last.contents.value, /Exactly:\n\n- Always prohibited\./);
    assert.equal(spelled(desk, last.range), 'mass');
    const term = (await hover('2.3  restrict')).contents.value;
    assert.match(term, /```redline\n2\.3  restrict surveillance to signed by review;\n```/);
    assert.match(term, /It prohibits when `review refused`/);
    const chain = (await hover('review;')).contents.value;
    assert.match(chain, /signoff review \{/);
    assert.match(chain, /1\. .*`safety_lead`/);
    const use = (await hover('analysis;')).contents.value;
    assert.match(use, /Exactly:/);
    assert.match(use, /`oversight/);
    assert.match((await hover('red_team within')).contents.value, /Given by `lab`, of use for 180 days/);
    assert.match((await hover('lawful, not')).contents.value, /fact lawful is flag/);
    assert.equal(await hover('permit all'), null);
});

test('hover says less, and not nothing, of a contract with errors', async () => {
    const a = await opened(desk + '3 prohibit |analysis when;\n4 prohibit analysis when x;\n');
    assert.ok(a.found.length >= 1);
    const hover = await client.ask('textDocument/hover', {...a, position: at(a.text, 'analysis when x')});
    assert.equal(hover.contents.value.trim(), '```redline\nuse analysis;\n```');
});

test('definition, references and highlights', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const textDocument = {uri};
    const definition = async (what, nth) => {
        const found = await client.ask('textDocument/definition', {textDocument, position: at(desk, what, nth)});
        return found && [found.range.start.line + 1, spelled(desk, found.range)];
    };
    assert.deepEqual(await definition('review;\n'), [23, 'review']);
    assert.deepEqual(await definition('safety_lead; stage'), [5, 'safety_lead']);
    assert.deepEqual(await definition('on_the_loop;'), [9, 'on_the_loop']);
    assert.deepEqual(await definition('2.3 pending'), [19, '2.3']);
    assert.deepEqual(await definition('surveillance.other'), [7, 'surveillance']);
    assert.deepEqual(await definition('guarded;'), [13, 'guarded']);
    assert.equal(await definition('permit all'), null);
    const references = await client.ask('textDocument/references',
        {textDocument, position: at(desk, 'review {'), context: {includeDeclaration: true}});
    assert.deepEqual(references.map(r => r.range.start.line + 1).sort((a, b) => a - b), [19, 23, 27, 29]);
    const without = await client.ask('textDocument/references',
        {textDocument, position: at(desk, 'review {'), context: {includeDeclaration: false}});
    assert.equal(without.length, 3);
    const highlights = await client.ask('textDocument/documentHighlight', {textDocument, position: at(desk, 'urgent is')});
    assert.deepEqual(highlights.map(h => [h.range.start.line + 1, h.kind]), [[10, 3], [18, 2], [26, 2]]);
});

test('rename: every place, in scenarios and paths too', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const textDocument = {uri};
    const renamed = async (what, newName, nth) => {
        const position = at(desk, what, nth);
        assert.ok(await client.ask('textDocument/prepareRename', {textDocument, position}));
        const edit = await client.ask('textDocument/rename', {textDocument, position, newName});
        return applied(desk, edit.changes[uri]);
    };
    const still = async text => {
        assert.deepEqual(await client.change(uri, [{text}]), [], text);
        await client.change(uri, [{text: desk}]);
        return text;
    };
    assert.equal(await still(await renamed('review;\n', 'approval')), desk.replaceAll('review', 'approval'));
    assert.equal(await still(await renamed('surveillance;\n', 'watching')), desk.replaceAll('surveillance', 'watching'));
    assert.equal(await still(await renamed('mass;', 'bulk')), desk.replaceAll('mass', 'bulk'));
    assert.equal(await still(await renamed('on_the_loop;', 'watched')), desk.replaceAll('on_the_loop', 'watched'));
    assert.equal(await still(await renamed('urgent, output', 'hurried')), desk.replaceAll('urgent', 'hurried'));
    assert.equal(await still(await renamed('2.3 pending', '2.9')), desk.replaceAll('2.3', '2.9'));
    assert.equal(await still(await renamed('lab valid', 'maker')), desk.replace(/\blab\b/g, 'maker'));
});

test('rename refuses what would not be a name, what is taken, and what is no name of the contract', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const refused = async (what, newName, why) => assert.rejects(
        client.ask('textDocument/rename', {textDocument: {uri}, position: at(desk, what), newName}), why);
    await refused('urgent is', 'permit', /reserved word/);
    await refused('urgent is', 'days', /reserved word/);
    await refused('urgent is', '2fast', /no name/);
    await refused('urgent is', 'a b', /no name/);
    await refused('urgent is', '', /no name/);
    await refused('urgent is', 'oversight', /declared already, in line 9/);
    await refused('mass;', 'x.y', /no name/);
    await refused('2.3  restrict', '2.1', /declared already, in line 17/);
    await refused('2.3  restrict', '02', /no label/);
    await refused('2.3  restrict', 'x', /no label/);
    await refused('lawful, not', 'legal', /a word of the language/);
    await refused('permit all', 'x', /no name here/);
    await assert.rejects(client.ask('textDocument/prepareRename',
        {textDocument: {uri}, position: at(desk, 'tested for')}), /not declared|no name here/);
});

test('imports: definitions and references lead there, renames go there, open buffers count, findings stand there', async () => {
    const below = join(folder, 'drafts');
    mkdirSync(below);
    const doctrine = 'contract "Doctrine" version 1;\nparty city;\nrole counsel of city;\nuse weapons;\n9 log all decisions to counsel;\n';
    const draft = 'contract "Draft" version 1;\nimport "doctrine.redline";\nuse weapons.small;\n1 permit all lawful uses;\n' +
                  '2 prohibit weapons unless signed by review;\nsignoff review { stage only: counsel; }\n';
    writeFileSync(join(below, 'doctrine.redline'), doctrine);
    writeFileSync(join(below, 'draft.redline'), draft);
    const root = pathToFileURL(join(below, 'draft.redline')).href, other = pathToFileURL(join(below, 'doctrine.redline')).href;
    const findings = await client.open(root, draft);
    assert.deepEqual(findings.filter(d => d.severity === 1), []);
    const textDocument = {uri: root};
    const definition = await client.ask('textDocument/definition', {textDocument, position: at(draft, 'counsel')});
    assert.equal(definition.uri, other);
    assert.deepEqual(definition.range.start, {line: 2, character: 5});
    const path = await client.ask('textDocument/definition', {textDocument, position: at(draft, 'doctrine.redline')});
    assert.equal(path.uri, other);
    const hover = await client.ask('textDocument/hover', {textDocument, position: at(draft, 'counsel')});
    assert.match(hover.contents.value, /role counsel of city;[\s\S]*Imported from `.*doctrine\.redline`/);
    const edit = await client.ask('textDocument/rename', {textDocument, position: at(draft, 'counsel'), newName: 'lawyer'});
    assert.equal(applied(draft, edit.changes[root]), draft.replaceAll('counsel', 'lawyer'));
    assert.equal(applied(doctrine, edit.changes[other]), doctrine.replaceAll('counsel', 'lawyer'));
    // The buffer counts and not the file, for who imports it, too; and what is wrong is shown there.
    const here = client.diagnostics(root);
    const there = client.open(other, doctrine.replace('counsel of', 'lawyer of'));
    assert.ok((await there).some(d => d.code === 'RL0301'));
    for (let found = await here; !found.some(d => /counsel/.test(d.message));) found = await client.diagnostics(root);
    const references = await client.ask('textDocument/references',
        {textDocument: {uri: other}, position: {line: 3, character: 6}, context: {includeDeclaration: true}});
    assert.deepEqual([...new Set(references.map(r => r.uri))].sort(), [other, root].sort());
    // Closed, the file counts again.
    const again = new Promise(resolve => client.waiting.push(p => p.uri === root && !p.diagnostics.some(d => d.severity === 1) && (resolve(), true)));
    client.tell('textDocument/didClose', {textDocument: {uri: other}});
    await again;
    client.tell('textDocument/didClose', {textDocument: {uri: root}});
});

test('what only matters of a whole contract is not said of a text that another open one imports', async () => {
    const library = join(source, 'examples/library/audit_rights.redline');
    const draft = join(folder, 'uses_library.redline');
    writeFileSync(join(folder, 'audit_rights.redline'), readFileSync(library));
    const text = 'contract "D" version 1;\nimport "audit_rights.redline";\nparty a; role b independent;\n' +
                 '1 permit all lawful uses;\n5 apply audit_rights(b, 30 days, 1 days, 7 years, a);\n';
    const of = pathToFileURL(join(folder, 'audit_rights.redline')).href, uri = pathToFileURL(draft).href;
    assert.deepEqual((await client.open(of, readFileSync(library, 'utf8'))).map(d => d.code), ['RL0501']);
    const quiet = new Promise(resolve => client.waiting.push(p => p.uri === of && p.diagnostics.length === 0 && (resolve(), true)));
    await client.open(uri, text);
    await quiet;
    for (const u of [of, uri]) client.tell('textDocument/didClose', {textDocument: {uri: u}});
});

test('templates: names of an application lead into the template; a rename follows labels and arguments', async () => {
    const text = `contract "T" version 1;
party a; role lead of a; role audit_head independent;
use x;
fact risk is level low < high;
template guard(kinds, what, floor, who) {
  signoff board { stage only: who; }
  evidence report from who valid 30 days;
  1 prohibit kinds when what at least floor unless signed by board and report;
}
1 permit all lawful uses;
5 apply guard(x, risk, high, lead);
scenario "s" {
  given use x, lawful, risk is high, 5/report, 5/board complete;
  expect permitted;
}
scenario "t" { given use x, lawful, risk is high; expect paused by 5.1 pending 5/board, 5/report; }
`;
    const uri = fresh();
    assert.deepEqual((await client.open(uri, text)).filter(d => d.severity === 1), []);
    const textDocument = {uri};
    const definition = async (what, nth) => (await client.ask('textDocument/definition',
        {textDocument, position: at(text, what, nth)})).range.start.line + 1;
    assert.equal(await definition('guard(x'), 5);
    assert.equal(await definition('report, 5'), 7);
    assert.equal(await definition('board complete'), 6);
    assert.equal(await definition('5.1 pending'), 8);
    assert.equal(await definition('kinds when'), 5);
    assert.equal(await definition('high, lead'), 4);
    const renamed = async (what, newName, nth) => {
        const edit = await client.ask('textDocument/rename', {textDocument, position: at(text, what, nth), newName});
        const after = applied(text, edit.changes[uri]);
        assert.deepEqual((await client.change(uri, [{text: after}])).filter(d => d.severity === 1), [], after);
        await client.change(uri, [{text}]);
        return after;
    };
    assert.equal(await renamed('board {', 'panel'), text.replaceAll('board', 'panel'));
    assert.equal(await renamed('5 apply', '7'), text.replace('5 apply', '7 apply').replaceAll('5/', '7/').replaceAll('5.1', '7.1'));
    assert.equal(await renamed('high;\ntemplate'.slice(0, 4), 'severe', 0), text.replace(/\bhigh\b/g, 'severe'));
    assert.equal(await renamed('kinds,', 'uses_of'), text.replaceAll('kinds', 'uses_of'));
    assert.equal(await renamed('x, risk, high', 'y'), text.replace(/\bx\b/g, 'y'));
    assert.match(await renamed('1 prohibit', '2'), /by 5\.2 pending/);
});

test('formatting gives what `redline fmt` gives; of a range, only what lies there', async () => {
    const rough = desk.replace('use analysis;', 'use    analysis ;').replace('fact urgent', '  fact urgent') + 'party   third ;';
    const uri = fresh();
    await client.open(uri, rough);
    const options = {tabSize: 2, insertSpaces: true};
    const edits = await client.ask('textDocument/formatting', {textDocument: {uri}, options});
    const laidOut = execFileSync(command, ['fmt', '-'], {input: rough, encoding: 'utf8'});
    assert.equal(applied(rough, edits), laidOut);
    assert.notEqual(rough, laidOut);
    const range = {start: {line: 5, character: 0}, end: {line: 5, character: 4}};
    const some = await client.ask('textDocument/rangeFormatting', {textDocument: {uri}, range, options});
    assert.ok(some.length >= 1 && some.length < edits.length);
    await client.change(uri, [{text: 'contract "x" version ;'}]);
    assert.deepEqual(await client.ask('textDocument/formatting', {textDocument: {uri}, options}), []);
});

test('the outline, and what folds', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const symbols = await client.ask('textDocument/documentSymbol', {textDocument: {uri}});
    assert.equal(symbols[0].name, 'Research desk');
    const section = symbols.find(s => s.name === '1 Limits');
    assert.deepEqual(section.children.map(c => c.name), ['1', '2.1', '2.2', '2.3', '2.4', '2.5']);
    assert.equal(section.children[3].detail, 'restrict surveillance to signed by review');
    assert.deepEqual(symbols.find(s => s.name === 'review').children.map(c => c.name), ['safety', 'legal']);
    assert.ok(symbols.some(s => s.name === 'Following one person' && s.detail === 'scenario'));
    assert.ok(symbols.some(s => s.detail === 'assertion'));
    const inside = (a, b) => (a.start.line - b.start.line || a.start.character - b.start.character) >= 0 &&
                             (a.end.line - b.end.line || a.end.character - b.end.character) <= 0;
    const check = s => { assert.ok(inside(s.selectionRange, s.range), s.name); (s.children ?? []).forEach(check); };
    symbols.forEach(check);
    const folds = await client.ask('textDocument/foldingRange', {textDocument: {uri}});
    assert.ok(folds.some(f => f.startLine === 24 && f.endLine === 27));
    assert.ok(folds.some(f => f.startLine === 14 && f.kind === 'region'));
});

test('quick fixes: what was meant, preferred where that is sure; all of them at once', async () => {
    const wrong = desk.replace('to signed by review', 'to signed by reveiw').replace('prohibit analysis', 'prohibit analisys');
    const a = await opened(wrong.replace('by reveiw', 'by |reveiw'));
    const ask = (position, context = {diagnostics: []}) => client.ask('textDocument/codeAction',
        {textDocument: a.textDocument, range: {start: position, end: position}, context});
    const [fix, ...more] = await ask(a.position);
    assert.deepEqual(more, []);
    assert.equal(fix.title, 'Replace `reveiw` by `review`');
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.equal(fix.diagnostics[0].code, 'RL0301');
    assert.equal(applied(wrong, fix.edit.changes[a.textDocument.uri]), wrong.replace('reveiw', 'review'));
    const all = await ask({line: 0, character: 0}, {diagnostics: [], only: ['source.fixAll']});
    assert.equal(applied(wrong, all[0].edit.changes[a.textDocument.uri]), desk);
    assert.deepEqual(await ask({line: 0, character: 0}), []);
});

test('inlay hints: what scenarios and assertions came to', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const hints = async () => (await client.ask('textDocument/inlayHint',
        {textDocument: {uri}, range: {start: {line: 0, character: 0}, end: {line: 100, character: 0}}})).map(h => [h.position.line + 1, h.label]);
    assert.deepEqual(await hints(), [[25, 'holds'], [29, 'holds']]);
    await client.change(uri, [{text: desk.replace('2.3  restrict surveillance to', '2.3  restrict analysis to')}]);
    assert.deepEqual(await hints(), [[25, 'gives permitted by 1'], [29, 'broken']]);
    assert.ok(client.refreshed > 0);
    const none = await client.ask('textDocument/inlayHint',
        {textDocument: {uri}, range: {start: {line: 0, character: 0}, end: {line: 3, character: 0}}});
    assert.deepEqual(none, []);
});

test('semantic tokens tell names by what they are', async () => {
    const uri = fresh();
    await client.open(uri, desk);
    const {data} = await client.ask('textDocument/semanticTokens/full', {textDocument: {uri}});
    const legend = client.server.capabilities.semanticTokensProvider.legend;
    const lines = desk.split('\n');
    let line = 0, character = 0;
    const seen = new Map();
    for (let i = 0; i < data.length; i += 5) {
        if (data[i] !== 0) character = 0;
        line += data[i];
        character += data[i + 1];
        seen.set(lines[line].slice(character, character + data[i + 2]), legend.tokenTypes[data[i + 3]]);
    }
    assert.deepEqual(['lab', 'analysis', 'mass', 'urgent', 'red_team', 'review', 'on_the_loop'].map(w => seen.get(w)),
                     ['class', 'type', 'type', 'variable', 'property', 'function', 'enumMember']);
});

test('amendments: their sentences are checked, and their words completed', async () => {
    const text = 'amendment "One" to "Desk" version 1 makes 2;\nstrike 2.1;\n';
    const {found} = await opened(text + '|');
    assert.deepEqual(found, []);
    const words = await completed(text + '|');
    for (const w of ['strike', 'replace', 'insert', 'use']) assert.ok(words.includes(w), w);
    const wrong = await opened(text + 'strike |;');
    assert.equal(wrong.found[0].code, 'RL0201');
});

test('every example and good text: places agree with what is found, and any place can be asked', async () => {
    const files = readdirSync(join(source, 'grammar/conformance/good')).filter(f => /\.(redline|md)$/.test(f)).slice(0, 30);
    for (const f of files) {
        const uri = fresh(f.endsWith('.md') ? '.md' : '.redline');
        const text = readFileSync(join(source, 'grammar/conformance/good', f), 'utf8');
        client.open(uri, text);
        const lines = text.split('\n');
        for (let line = 0; line < lines.length; line += 3) {
            const position = {line, character: Math.floor(lines[line].length / 2)};
            for (const m of ['hover', 'definition', 'completion', 'documentHighlight'])
                await client.ask('textDocument/' + m, {textDocument: {uri}, position});
        }
        client.tell('textDocument/didClose', {textDocument: {uri}});
    }
});

test('a closed document has no findings any more, and cannot be asked about', async () => {
    const a = await opened(desk + '3 prohibit |y;');
    assert.equal(a.found.length, 1);
    const gone = client.diagnostics(a.textDocument.uri);
    client.tell('textDocument/didClose', {textDocument: a.textDocument});
    assert.deepEqual(await gone, []);
    await assert.rejects(client.ask('textDocument/hover', a), {code: -32602});
});
