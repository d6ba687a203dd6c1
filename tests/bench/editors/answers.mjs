// How long the language server takes to answer, on a contract of a thousand terms: what `./dev bench` shows of editors.
//   REDLINE_COMMAND=build/bin/redline REDLINE_PACKAGES=FOLDER node tests/bench/editors/answers.mjs [TERMS]
// Each answer is compared with the shortest one there is, on the same connection in the same run; and with the 50 ms within
// which an editor feels at once. After each question the text changes, as it does when somebody types.
import {readFileSync} from 'node:fs';
import {Client} from '../../editors/client.mjs';

const terms = Number(process.argv[2] ?? 1000);
const rounds = 12;

/// A contract: a tree of uses three deep, and terms of every prohibit form over facts of each type.
function contract(count) {
    const lines = ['contract "Generated" version 1;', 'party lab;', 'party city;', 'role counsel of city;', 'role lead of lab;',
                   'mission routine;', 'mission combat sensitive;', 'fact network is one of open, secret, top_secret;',
                   'fact oversight is level none < on_the_loop < in_the_loop;', 'fact persons is count;', 'fact urgent is flag;'];
    for (let i = 0; i < 4; ++i) lines.push(`evidence report_${i} from lab valid ${30 + i} days;`);
    lines.push('safeguard output_filter;', 'signoff review { stage legal: counsel within 5 days; stage safety: lead; }');
    const uses = [];
    const families = Math.max(1, Math.ceil(count / 60));
    for (let a = 0; a < families; ++a) {
        uses.push(`family_${a}`);
        for (let b = 0; b < 4; ++b) {
            uses.push(`family_${a}.kind_${b}`);
            for (let c = 0; c < 3; ++c) uses.push(`family_${a}.kind_${b}.sort_${c}`);
        }
    }
    for (const u of uses) lines.push(`use ${u};`);
    lines.push('1 permit all lawful uses;');
    const use = i => uses[(i * 7919) % uses.length];
    const forms = [i => `prohibit ${use(i)} when network is secret and oversight is none`,
                   i => `require report_${i % 4} within ${10 + i % 9} days for ${use(i)} when urgent`,
                   i => `restrict ${use(i)} when persons over ${1000 + i} to signed by review`,
                   i => `prohibit ${use(i)}, ${use(i + 3)} when mission is combat unless oversight is in_the_loop`,
                   i => `require output_filter at least tested for ${use(i)}`];
    for (let i = 0; i < count - 1; ++i) {
        if (i % 100 === 0) lines.push(`section ${i / 100 + 2} "Part ${i / 100 + 2}";`);
        lines.push(`${Math.floor(i / 100) + 2}.${i % 100 + 1} ${forms[i % forms.length](i)} because "Reason ${i}.";`);
    }
    for (let i = 0; i < 5; ++i)
        lines.push(`scenario "Case ${i}" { given use ${use(i * 11 + 5)}, lawful; expect paused; }`);
    lines.push('assert never permitted for family_0 when not lawful;');
    return lines.join('\n') + '\n';
}

const text = contract(terms);
const lines = text.split('\n');
const uri = 'untitled:thousand';
const client = await Client.start();
await client.open(uri, text);

const line = lines.findIndex(l => l.includes('to signed by review'));
const at = what => ({line, character: lines[line].indexOf(what)});
const questions = {
    'completion: uses': {method: 'completion', position: {line, character: lines[line].indexOf('family')}},
    'completion: words': {method: 'completion', position: {line, character: lines[line].indexOf('when')}},
    'hover: a use': {method: 'hover', position: at('family')},
    'hover: a term': {method: 'hover', position: {line, character: 1}},
    'hover: a chain': {method: 'hover', position: at('review')},
    'definition': {method: 'definition', position: at('review')},
    'references': {method: 'references', position: at('persons'), context: {includeDeclaration: true}},
    'rename': {method: 'rename', position: at('persons'), newName: 'people'},
    'outline': {method: 'documentSymbol'},
    'folding': {method: 'foldingRange'},
    'semantic tokens': {method: 'semanticTokens/full'},
    'formatting': {method: 'formatting', options: {tabSize: 2, insertSpaces: true}},
    'quick fixes': {method: 'codeAction', range: {start: at('family'), end: at('review')}, context: {diagnostics: []}},
    'inlay hints': {method: 'inlayHint', range: {start: {line: 0, character: 0}, end: {line: lines.length, character: 0}}},
};

/// The processor's time that the server's own thread took so far, in ms: what other processes take does not count.
function served() {
    try {
        return Number(readFileSync(`/proc/${client.process.pid}/task/${client.process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
        return NaN;
    }
}
const now = () => Number(process.hrtime.bigint()) / 1e6;
async function timed(f) {
    const start = now(), before = served();
    await f();
    return {wall: now() - start, served: served() - before};
}
const sorted = all => [...all].sort((a, b) => a - b);
const median = all => sorted(all)[Math.floor(all.length / 2)];

/// Somebody types: a blank behind the last line, and takes it away again.
let typed = false;
function type() {
    const end = {line: lines.length - 1, character: 0};
    const change = typed ? {range: {start: end, end: {...end, character: 1}}, text: ''} : {range: {start: end, end}, text: ' '};
    typed = !typed;
    return client.change(uri, [change]);
}

const walls = all => all.map(t => t.wall);
const column = (n, digits = 1, width = 10) => n.toFixed(digits).padStart(width);

const empty = [];
for (let i = 0; i < 200; ++i) empty.push(await timed(() => client.ask('textDocument/none', {}).catch(() => {})));
const shortest = median(walls(empty));
console.log(`language server, ${terms} terms, ${text.length} bytes; the shortest answer: ${shortest.toFixed(2)} ms`);
console.log('served: the time of the processor that the answer took; slowest: until it was there, on this machine');
console.log('answer'.padEnd(20) + 'median ms'.padStart(10) + 'served ms'.padStart(10) + 'x shortest'.padStart(11) + 'served/50 ms'.padStart(13) +
            'slowest/50'.padStart(11) + ' | just typed: served'.padStart(22) + 'served/50 ms'.padStart(13));
for (const [name, {method, ...params}] of Object.entries(questions)) {
    const ask = () => client.ask('textDocument/' + method, {textDocument: {uri}, ...params});
    const still = [], typing = [];
    for (let i = 0; i < rounds; ++i) still.push(await timed(ask));
    for (let i = 0; i < rounds; ++i) {
        const before = served(), checked = type();
        await ask();
        typing.push(served() - before);  // the change included
        await checked;
    }
    const wall = walls(still), cpu = still.map(t => t.served);
    console.log(name.padEnd(20) + column(median(wall)) + column(median(cpu), 2) + column(median(wall) / shortest, 1, 11) +
                column(Math.max(...cpu) / 50, 3, 13) + column(Math.max(...wall) / 50, 2, 11) + column(median(typing), 2, 22) +
                column(Math.max(...typing) / 50, 3, 13));
}
const findings = [];
for (let i = 0; i < rounds; ++i) findings.push(await timed(type));
console.log(`findings after a change: median ${median(walls(findings)).toFixed(0)} ms, ${(median(walls(findings)) / shortest).toFixed(0)} x the shortest answer`);
await client.stop();
