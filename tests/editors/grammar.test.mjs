// The grammar for editors: its words are those of redline.ebnf, and what it makes of texts is what they say.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {source, modules} from './places.mjs';

const {Registry, parseRawGrammar, INITIAL} = modules('vscode-textmate');
const oniguruma = modules('vscode-oniguruma');

const grammarFile = join(source, 'grammar/redline.tmLanguage.json');
const injectionFile = join(source, 'grammar/redline.markdown.tmLanguage.json');
const grammar = JSON.parse(readFileSync(grammarFile, 'utf8'));
const ebnf = readFileSync(join(source, 'grammar/redline.ebnf'), 'utf8');

/// The words between quotes of the part that is made of tokens, the units, and the two that have no rule.
function wordsOfEbnf() {
    const rules = ebnf.slice(0, ebnf.indexOf('---- Tokens')).replace(/\(\*[\s\S]*?\*\)/g, '');
    const quoted = [...rules.matchAll(/"([^"]*)"/g)].map(m => m[1]).filter(w => /^[a-z_]+$/.test(w));
    return new Set([...quoted, 'other', 'unlisted']);
}
/// The words of a pattern that is a list of words and nothing else.
function wordsOf(match) {
    const list = /^\(\?<!\[\\w\.\]\)\(\?:([a-z|]+)\)\(\?!(?:\\\.\?)?\\w\)$/.exec(match);
    return list === null ? [] : list[1].split('|');
}

test('every word of the grammar in EBNF is a keyword for editors, once, and none else is', () => {
    const words = grammar.repository.keyword.patterns.flatMap(p => wordsOf(p.match));
    assert.deepEqual([...new Set(words)].sort(), [...words].sort(), 'a word stands twice');
    assert.deepEqual([...words].sort(), [...wordsOfEbnf()].sort());
    assert.ok(words.length > 100);
    // The same list stands at the end of the EBNF for readers.
    const told = /`other` and `unlisted`:\n\n([\s\S]*?)\n\n/.exec(ebnf)[1].trim().split(/\s+/);
    assert.deepEqual([...words].filter(w => w !== 'lawful').sort(), told.sort());
});

test('words in other patterns are words of the language too', () => {
    const all = wordsOfEbnf();
    for (const name of ['term', 'section', 'declaration']) {
        const groups = [...grammar.repository[name].match.matchAll(/\(([a-z|]{3,})\)/g)].flatMap(m => m[1].split('|'));
        assert.ok(groups.length > 0, name);
        for (const w of groups) assert.ok(all.has(w), `${name}: ${w}`);
    }
});

const wasm = readFileSync(modules.resolve('vscode-oniguruma/release/onig.wasm')).buffer;
const registry = oniguruma.loadWASM(wasm).then(() => new Registry({
    onigLib: Promise.resolve({
        createOnigScanner: p => new oniguruma.OnigScanner(p),
        createOnigString: s => new oniguruma.OnigString(s),
    }),
    loadGrammar: async scope => {
        if (scope === 'source.redline') return parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile);
        if (scope === 'markdown.redline.codeblock')
            return parseRawGrammar(readFileSync(injectionFile, 'utf8'), injectionFile);
        // A Markdown grammar that knows nothing itself: what is found is the injection's.
        return {scopeName: 'text.html.markdown', patterns: [], repository: {}};
    },
    getInjections: scope => (scope === 'text.html.markdown' ? ['markdown.redline.codeblock'] : []),
}));

/// The tokens of a text: what stands there, and its scopes.
async function tokensOf(text, scope = 'source.redline') {
    const of = await (await registry).loadGrammar(scope);
    const found = [];
    let state = INITIAL;
    text.split(/\r?\n/).forEach((line, row) => {
        const result = of.tokenizeLine(line, state);
        state = result.ruleStack;
        for (const t of result.tokens)
            found.push({text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes, row, column: t.startIndex});
    });
    return found;
}
async function innermost(text) {
    return (await tokensOf(text)).filter(t => t.text.trim() !== '').map(t => [t.text, t.scopes.at(-1)]);
}

test('each kind of token has its scope', async () => {
    assert.deepEqual(await innermost('use weapons.autonomous "Se\\nlects"; # why'), [
        ['use', 'storage.type.declaration.redline'],
        ['weapons.autonomous', 'entity.name.type.redline'],
        ['"', 'punctuation.definition.string.begin.redline'],
        ['Se', 'string.quoted.double.redline'],
        ['\\n', 'constant.character.escape.redline'],
        ['lects', 'string.quoted.double.redline'],
        ['"', 'punctuation.definition.string.end.redline'],
        [';', 'punctuation.terminator.statement.redline'],
        ['#', 'punctuation.definition.comment.redline'],
        [' why', 'comment.line.number-sign.redline'],
    ]);
    assert.deepEqual(await innermost('2.1 prohibit a.other when date before 2027-01-01 and n over 10_000;'), [
        ['2.1', 'entity.name.section.label.redline'],
        ['prohibit', 'keyword.control.term.redline'],
        ['a', 'variable.other.redline'],
        ['.', 'punctuation.separator.redline'],
        ['other', 'constant.language.redline'],
        ['when', 'keyword.control.clause.redline'],
        ['date', 'keyword.control.clause.redline'],
        ['before', 'storage.modifier.redline'],
        ['2027-01-01', 'constant.other.date.redline'],
        ['and', 'keyword.operator.condition.redline'],
        ['n', 'variable.other.redline'],
        ['over', 'keyword.operator.condition.redline'],
        ['10_000', 'constant.numeric.integer.redline'],
        [';', 'punctuation.terminator.statement.redline'],
    ]);
    assert.deepEqual(await innermost('expect paused by 3.1 pending 5/board;'), [
        ['expect', 'keyword.control.test.redline'],
        ['paused', 'constant.language.outcome.redline'],
        ['by', 'keyword.control.clause.redline'],
        ['3.1', 'constant.numeric.label.redline'],
        ['pending', 'keyword.control.test.redline'],
        ['5', 'constant.numeric.label.redline'],
        ['/', 'punctuation.separator.local.redline'],
        ['board', 'variable.other.redline'],
        [';', 'punctuation.terminator.statement.redline'],
    ]);
    assert.deepEqual(await innermost('5 apply audit_rights(board, 30 days, 10^6);'), [
        ['5', 'entity.name.section.label.redline'],
        ['apply', 'keyword.control.term.redline'],
        ['audit_rights', 'entity.name.function.redline'],
        ['(', 'punctuation.section.parens.redline'],
        ['board', 'variable.other.redline'],
        [',', 'punctuation.separator.redline'],
        ['30', 'constant.numeric.integer.redline'],
        ['days', 'keyword.other.unit.redline'],
        [',', 'punctuation.separator.redline'],
        ['10^6', 'constant.numeric.integer.redline'],
        [')', 'punctuation.section.parens.redline'],
        [';', 'punctuation.terminator.statement.redline'],
    ]);
    assert.deepEqual(await innermost('fact oversight is level none < high;'), [
        ['fact', 'storage.type.declaration.redline'],
        ['oversight', 'entity.name.type.redline'],
        ['is', 'keyword.operator.condition.redline'],
        ['level', 'storage.modifier.redline'],
        ['none', 'variable.other.redline'],
        ['<', 'keyword.operator.level.redline'],
        ['high', 'variable.other.redline'],
        [';', 'punctuation.terminator.statement.redline'],
    ]);
});

test('names that begin with words are names, and a string that is not closed ends with its line', async () => {
    assert.deepEqual((await innermost('use_case permitted_x')).map(t => t[1]),
                     ['variable.other.redline', 'variable.other.redline']);
    const open = await innermost('party a "never closed\nparty b;');
    assert.deepEqual(open.at(-3), ['party', 'storage.type.declaration.redline']);
});

/// What a plain scanner of the language's words says of a text: comments, strings, and all else by its spelling.
function scanned(text) {
    const tokens = [];
    text.split(/\r?\n/).forEach((line, row) => {
        const pattern = /#.*|"(?:\\.|[^"\\])*"?|[0-9]+(?:\.[0-9]+)*\/[A-Za-z_][\w.]*|[0-9]{4}-[0-9]{2}-[0-9]{2}|10\^[0-9]+|[0-9][0-9_.]*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\S/g;
        for (const m of line.matchAll(pattern)) tokens.push({text: m[0], row, column: m.index});
    });
    return tokens;
}

const good = join(source, 'grammar/conformance/good');
const words = wordsOfEbnf();

test('all good conformance texts are tokens of the grammar, and nothing in them is illegal', async () => {
    let seen = 0;
    for (const file of readdirSync(good).filter(f => f.endsWith('.redline'))) {
        const text = readFileSync(join(good, file), 'utf8').replace(/^\uFEFF/, '');
        const found = await tokensOf(text);
        const at = (row, column) => found.find(t => t.row === row && t.column <= column &&
                                                    column < t.column + t.text.length);
        for (const t of found)
            assert.ok(!t.scopes.some(s => s.startsWith('invalid')), `${file}:${t.row + 1}: ${t.text}`);
        for (const t of scanned(text)) {
            const scope = at(t.row, t.column).scopes.slice(1).join(' ');
            const where = `${file}:${t.row + 1}:${t.column + 1}: \`${t.text}\` is ${scope}`;
            const is = prefix => assert.match(scope, prefix, where);
            ++seen;
            if (t.text[0] === '#') is(/comment/);
            else if (t.text[0] === '"') is(/string/);
            else if (/^[0-9]{4}-/.test(t.text)) is(/constant\.other\.date/);
            else if (/^[0-9]/.test(t.text)) is(/numeric|label/);
            else if (t.text === 'lawful') is(/constant\.language|entity/);
            else if (words.has(t.text)) is(/keyword|storage|constant\.language/);
            else if (/^\w/.test(t.text)) is(/variable|entity/);
            else is(/punctuation|keyword\.operator/);
        }
    }
    assert.ok(seen > 5000, `${seen}`);
});

test('in Markdown, blocks marked `redline` are contract text, and nothing else is', async () => {
    const text = ['# use weapons;', '', '```redline', 'use weapons;', '2.1 prohibit weapons;', '```', 'use prose;',
                  '~~~ redline', 'use x;', '~~~', '```cpp', 'use y;', '```', '````redline', '```', 'use z;', '````',
                  'use more;'].join('\n');
    const found = await tokensOf(text, 'text.html.markdown');
    const contract = row => found.filter(t => t.row === row).some(t => t.scopes.includes('meta.embedded.block.redline') &&
                                                                       t.scopes.at(-1).endsWith('.redline'));
    assert.deepEqual([0, 3, 4, 6, 8, 11, 17].map(contract), [false, true, true, false, true, false, false]);
    const word = found.find(t => t.row === 4 && t.text === 'prohibit');
    assert.ok(word.scopes.includes('keyword.control.term.redline'));
    const fence = found.find(t => t.row === 2 && t.text === 'redline');
    assert.ok(fence.scopes.includes('fenced_code.block.language.markdown'));
});
