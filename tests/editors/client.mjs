// A client of the language server, as editors are: the packages that they are made of.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {command, modules} from './places.mjs';

const rpc = modules('vscode-jsonrpc/node');
export const lsp = modules('vscode-languageserver-protocol');

/// What editors say that they can do, as far as the server asks.
export const capabilities = {
    general: {positionEncodings: ['utf-16']},
    workspace: {inlayHint: {refreshSupport: true}},
    textDocument: {publishDiagnostics: {relatedInformation: true, tagSupport: {valueSet: [1]}}},
};

export class Client {
    constructor(options = {}) {
        this.process = spawn(command, ['lsp', ...(options.flags ?? [])], {stdio: ['pipe', 'pipe', 'inherit']});
        this.connection = rpc.createMessageConnection(new rpc.StreamMessageReader(this.process.stdout),
                                                      new rpc.StreamMessageWriter(this.process.stdin));
        this.published = new Map();
        this.waiting = [];
        this.refreshed = 0;
        this.messages = [];
        this.connection.onNotification('textDocument/publishDiagnostics', p => {
            this.published.set(p.uri, p);
            this.waiting = this.waiting.filter(w => !w(p));
        });
        this.connection.onNotification('window/logMessage', p => this.messages.push(p.message));
        this.connection.onRequest('workspace/inlayHint/refresh', () => void ++this.refreshed);
        this.connection.listen();
        this.versions = new Map();
        this.texts = new Map();
    }
    static async start(more = {}) {
        const client = new Client();
        client.server = await client.ask('initialize', {processId: process.pid, rootUri: null, capabilities, ...more});
        client.tell('initialized', {});
        return client;
    }
    ask(method, params) { return this.connection.sendRequest(method, params); }
    tell(method, params) { return this.connection.sendNotification(method, params); }
    /// Opens a text, and gives what is found in it.
    open(uri, text, languageId = 'redline') {
        this.versions.set(uri, 1);
        this.texts.set(uri, text);
        const found = this.diagnostics(uri, 1);
        this.tell('textDocument/didOpen', {textDocument: {uri, languageId, version: 1, text}});
        return found;
    }
    /// Changes a text, whole or by ranges.
    change(uri, contentChanges) {
        const version = this.versions.get(uri) + 1;
        this.versions.set(uri, version);
        if (contentChanges.length === 1 && contentChanges[0].range === undefined)
            this.texts.set(uri, contentChanges[0].text);
        const found = this.diagnostics(uri, version);
        this.tell('textDocument/didChange', {textDocument: {uri, version}, contentChanges});
        return found;
    }
    /// The diagnostics that are published of a version of a text.
    diagnostics(uri, version) {
        return new Promise(resolve => this.waiting.push(p => {
            if (p.uri !== uri || (version !== undefined && p.version !== version)) return false;
            resolve(p.diagnostics);
            return true;
        }));
    }
    async stop() {
        await this.ask('shutdown');
        this.tell('exit');
        const [status] = await once(this.process, 'exit');
        this.connection.dispose();
        return status;
    }
}

/// A text with a place in it that is marked by `|`: the text without the mark, and the position.
export function marked(text, mark = '|') {
    const at = text.indexOf(mark);
    const before = text.slice(0, at);
    const line = before.split('\n').length - 1;
    return {text: before + text.slice(at + mark.length),
            position: {line, character: before.length - before.lastIndexOf('\n') - 1}};
}

/// Applies edits to a text, as editors do: by UTF-16 columns.
export function applied(text, edits) {
    const starts = [0];
    for (let i = 0; i < text.length; ++i)
        if (text[i] === '\n') starts.push(i + 1);
    const offset = p => starts[p.line] + p.character;
    for (const e of [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)))
        text = text.slice(0, offset(e.range.start)) + e.newText + text.slice(offset(e.range.end));
    return text;
}
