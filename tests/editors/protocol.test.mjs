// What comes in need not be the protocol: the language server answers, goes on, and ends as the protocol asks.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {Client} from './client.mjs';
import {command} from './places.mjs';

/// A server that takes bytes, and gives messages.
class Raw {
    constructor() {
        this.process = spawn(command, ['lsp', '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
        this.process.stdin.on('error', () => {});
        this.buffer = Buffer.alloc(0);
        this.messages = [];
        this.process.stdout.on('data', bytes => {
            this.buffer = Buffer.concat([this.buffer, bytes]);
            for (;;) {
                const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.buffer.toString('latin1', 0, 64));
                if (head === null || this.buffer.length < head[0].length + Number(head[1])) break;
                const end = head[0].length + Number(head[1]);
                this.messages.push(JSON.parse(this.buffer.toString('utf8', head[0].length, end)));
                this.buffer = this.buffer.subarray(end);
                this.process.stdout.emit('message');
            }
        });
    }
    write(bytes) { this.process.stdin.write(bytes); }
    body(text) { this.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`); }
    send(message) { this.body(JSON.stringify({jsonrpc: '2.0', ...message})); }
    async next() {
        while (this.messages.length === 0) await once(this.process.stdout, 'message');
        return this.messages.shift();
    }
    async error() { return (await this.next()).error.code; }
    async answer(id) {
        for (;;) {
            const m = await this.next();
            if (m.id === id) return m;
        }
    }
    async end() {
        this.process.stdin.end();
        const [status, signal] = this.process.exitCode !== null ? [this.process.exitCode, null] : await once(this.process, 'exit');
        assert.equal(signal, null);
        assert.equal(this.buffer.length, 0);
        return status;
    }
    async started() {
        this.send({id: 'start', method: 'initialize', params: {capabilities: {}}});
        await this.answer('start');
        this.send({method: 'initialized', params: {}});
        return this;
    }
}

test('requests before `initialize` are refused, notifications dropped; it comes once', async () => {
    const s = new Raw();
    s.send({method: 'textDocument/didOpen', params: {}});
    s.send({id: 1, method: 'textDocument/hover', params: {}});
    assert.equal(await s.error(), -32002);
    await s.started();
    s.send({id: 2, method: 'initialize', params: {capabilities: {}}});
    assert.equal(await s.error(), -32600);
    s.send({id: 3, method: 'shutdown'});
    assert.deepEqual(await s.next(), {jsonrpc: '2.0', id: 3, result: null});
    s.send({id: 4, method: 'textDocument/hover', params: {}});
    assert.equal(await s.error(), -32600);
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
});

test('exit statuses: 0 after `shutdown`, else 1', async () => {
    const told = await new Raw().started();
    told.send({method: 'exit'});
    assert.equal(await told.end(), 1);
    assert.equal(await new Raw().end(), 1);
    const fresh = new Raw();
    fresh.send({method: 'exit'});
    assert.equal(await fresh.end(), 1);
    const left = await new Raw().started();
    left.send({id: 1, method: 'shutdown'});
    await left.next();
    assert.equal(await left.end(), 1);
});

test('what is no JSON, no request or no method is answered by its error', async () => {
    const s = await new Raw().started();
    for (const text of ['{', '', 'nonsense', '{"id": 1', '"\\ud800"', '\xff\xfe']) {
        s.body(text);
        assert.equal(await s.error(), -32700, text);
    }
    for (const text of ['1', '[]', '{}', 'null', '"x"', '{"id": {}, "method": "x"}', '{"id": 1.5, "method": "x"}',
                        '{"id": 1, "method": 7}', '[{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]']) {
        s.body(text);
        assert.equal(await s.error(), -32600, text);
    }
    s.send({id: 1, method: 'textDocument/typeDefinition', params: {}});
    assert.equal(await s.error(), -32601);
    s.send({id: 2, method: '$/something'});
    assert.equal(await s.error(), -32601);
    s.send({method: '$/something'});
    s.send({id: 'nobody asked', result: 1});
    for (const params of [undefined, null, [], 7, {}, {textDocument: 1}, {textDocument: {uri: 1}},
                          {textDocument: {uri: 'file:///not/open'}, position: {line: 0, character: 0}}]) {
        s.send({id: 3, method: 'textDocument/hover', params});
        assert.equal(await s.error(), -32602, JSON.stringify(params));
    }
    s.send({id: 4, method: 'shutdown'});
    assert.equal((await s.answer(4)).result, null);
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
});

test('headers: in any case, with more in them, cut anywhere; what is none is stepped over', async () => {
    const s = new Raw();
    const text = JSON.stringify({jsonrpc: '2.0', id: 1, method: 'initialize', params: {capabilities: {}}});
    const whole = `content-LENGTH:   ${text.length} \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${text}`;
    for (const c of whole) {
        s.write(c);
        await new Promise(setImmediate);
    }
    assert.equal((await s.next()).id, 1);
    for (const header of ['nonsense\r\n\r\n', 'Content-Length: -1\r\n\r\n', 'Content-Length: x\r\n\r\n', 'Content-Length:\r\n\r\n',
                          'Content-Length: 99999999999999999999999999\r\n\r\n', '\r\n\r\n', 'Content-Type: x\n\n']) {
        s.write(header);
        assert.equal(await s.error(), -32700, header);
    }
    s.write('x'.repeat(20000) + '\r\n\r\n');
    assert.equal(await s.error(), -32700);
    s.send({id: 2, method: 'shutdown'});
    for (let m = await s.next(); m.id !== 2;) m = await s.next();
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
});

test('a message that is too long is refused, stepped over, and nothing is kept of it', async () => {
    const s = await new Raw().started();
    const length = 200 * 2 ** 20;
    s.write(`Content-Length: ${length}\r\n\r\n`);
    assert.equal(await s.error(), -32600);
    const piece = Buffer.alloc(2 ** 20, 'x');
    for (let i = 0; i < 200; ++i)
        if (!s.process.stdin.write(piece)) await once(s.process.stdin, 'drain');
    s.send({id: 7, method: 'shutdown'});
    assert.equal((await s.next()).id, 7);
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
    // One that never comes.
    const t = await new Raw().started();
    t.write('Content-Length: 999999999999\r\n\r\n{');
    assert.equal(await t.error(), -32600);
    assert.equal(await t.end(), 1);
});

test('a request that is cancelled before it is looked at is answered as cancelled', async () => {
    const s = await new Raw().started();
    const text = 'contract "x" version 1;\n1 permit all lawful uses;\n';
    const uri = 'untitled:one';
    const message = m => { const t = JSON.stringify({jsonrpc: '2.0', ...m}); return `Content-Length: ${t.length}\r\n\r\n${t}`; };
    const params = {textDocument: {uri}};
    s.write(message({method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'redline', version: 1, text}}}) +
            message({id: 1, method: 'textDocument/documentSymbol', params}) +
            message({id: 2, method: 'textDocument/documentSymbol', params}) +
            message({method: '$/cancelRequest', params: {id: 2}}));
    assert.ok(Array.isArray((await s.answer(1)).result));
    assert.equal((await s.answer(2)).error.code, -32800);
    s.send({method: '$/cancelRequest', params: {id: 3}});
    s.send({method: '$/cancelRequest'});
    s.send({id: 4, method: 'textDocument/documentSymbol', params});
    assert.ok((await s.answer(4)).result);
    s.send({id: 5, method: 'shutdown'});
    await s.answer(5);
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
});

/// Numbers that stay the same from run to run, or follow REDLINE_SEED.
function dice(seed) {
    let state = BigInt(seed);
    return below => {
        state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
        return Number((state >> 33n) % BigInt(below));
    };
}

const strange = ['', '\0', '{', '}', '"', '(', ';', '5/', '5/a.b', '1.', '2.1 apply t(', 'template t(', '\u{1F600}', '\r', '\r\n', '\n',
                 '```redline\n', '```\n', 'import "x.redline";', 'signoff s {', 'not ', 'x.other', 'unlisted', ' when ', '\ud7ff', '\u202e',
                 '(('.repeat(50), 'amendment "a" to "b" version 1 makes 2;\n', 'contract "x" version 1;\n', 'replace 1 with prohibit a;'];

test('strange texts, changes and places: every question is answered', async () => {
    const roll = dice(process.env.REDLINE_SEED ?? 20260301);
    const client = await Client.start();
    const base = 'contract "x" version 1;\nuse a; use a.b; role r independent;\nfact f is level x < y;\n' +
                 'template t(p, q) { evidence e from p; 1 require e for q; }\n1 permit all lawful uses;\n5 apply t(r, a);\n' +
                 '2 prohibit a when f is x unless signed by c;\nsignoff c { stage s: r; }\n' +
                 'scenario "s" { given use a, 5/e; expect paused by 5.1; }\n';
    for (let round = 0; round < 120; ++round) {
        const uri = `untitled:${round % 3}${round % 5 === 0 ? '.md' : ''}`;
        let text = base;
        for (let i = roll(6); i > 0; --i) {
            const from = roll(text.length + 1), to = Math.min(text.length, from + roll(12));
            text = text.slice(0, from) + strange[roll(strange.length)] + text.slice(to);
        }
        client.tell('textDocument/didOpen', {textDocument: {uri, languageId: 'redline', version: 1, text}});
        for (let i = roll(4); i > 0; --i) {
            const p = {line: roll(12), character: roll(60)}, q = {line: p.line + roll(2), character: roll(60)};
            client.tell('textDocument/didChange', {textDocument: {uri, version: 2 + i},
                contentChanges: [{range: {start: p, end: q}, text: strange[roll(strange.length)]}]});
        }
        const position = {line: roll(14), character: roll(80)};
        const range = {start: {line: 0, character: 0}, end: position};
        const params = {textDocument: {uri}, position, range, context: {includeDeclaration: true, diagnostics: []},
                        newName: 'fresh', options: {tabSize: 2, insertSpaces: true}};
        const asked = ['completion', 'hover', 'definition', 'references', 'documentHighlight', 'formatting', 'rangeFormatting',
                       'documentSymbol', 'foldingRange', 'codeAction', 'inlayHint', 'semanticTokens/full'];
        await Promise.all(asked.map(m => client.ask('textDocument/' + m, params)));
        for (const m of ['prepareRename', 'rename'])
            await client.ask('textDocument/' + m, params).catch(e => assert.equal(e.code, -32803, e.message));
        if (roll(3) === 0) client.tell('textDocument/didClose', {textDocument: {uri}});
    }
    assert.deepEqual(client.messages.filter(m => !/position|not open|change/.test(m)), []);
    assert.equal(await client.stop(), 0);
});

test('deep JSON, and huge positions', async () => {
    const s = await new Raw().started();
    s.body('['.repeat(100000));
    assert.equal(await s.error(), -32700);
    s.body('['.repeat(100000) + ']'.repeat(100000));
    assert.equal(await s.error(), -32600);
    const uri = 'untitled:x';
    s.send({method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'redline', version: 1, text: 'contract'}}});
    for (const position of [{line: 4294967296, character: 0}, {line: 0, character: 9007199254740991}]) {
        s.send({id: 1, method: 'textDocument/hover', params: {textDocument: {uri}, position}});
        assert.equal((await s.answer(1)).result, null);
    }
    s.send({id: 2, method: 'textDocument/hover', params: {textDocument: {uri}, position: {line: -1, character: 0}}});
    assert.equal((await s.answer(2)).error.code, -32602);
    s.send({id: 3, method: 'shutdown'});
    await s.answer(3);
    s.send({method: 'exit'});
    assert.equal(await s.end(), 0);
});
