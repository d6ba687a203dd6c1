// The extension for VS Code: packages by the usual tool, holds what it should, and starts the server as it should.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import Module, {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {command, modules, packages, source} from './places.mjs';

const extension = join(source, 'tools/editors/vscode');
const about = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
const version = /redline (\S+)/.exec(execFileSync(command, ['--version'], {encoding: 'utf8'}))[1];
let folder, files;

/// The files of an archive: names and contents.
function unpacked(file) {
    const yauzl = modules('yauzl');
    return new Promise((resolve, reject) => yauzl.open(file, {lazyEntries: true}, (wrong, zip) => {
        if (wrong) return reject(wrong);
        const found = new Map();
        zip.on('entry', e => zip.openReadStream(e, (bad, stream) => {
            if (bad) return reject(bad);
            const pieces = [];
            stream.on('data', p => pieces.push(p)).on('end', () => {
                found.set(e.fileName, Buffer.concat(pieces));
                zip.readEntry();
            });
        })).on('end', () => resolve(found));
        zip.readEntry();
    }));
}

before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redline-vsix-'));
    const out = join(folder, 'redline.vsix');
    execFileSync(process.execPath, [join(extension, 'build.mjs'), out, '--packages', join(packages, 'vscode'),
                                    '--vsce', modules.resolve('@vscode/vsce/vsce')], {stdio: 'pipe'});
    files = await unpacked(out);
});
after(() => rmSync(folder, {recursive: true}));

test('the package holds the extension, the grammars and what it needs, and nothing else', () => {
    const read = name => JSON.parse(files.get('extension/' + name).toString());
    assert.equal(read('package.json').version, version);
    for (const name of ['redline.tmLanguage.json', 'redline.markdown.tmLanguage.json'])
        assert.deepEqual(read('syntaxes/' + name), JSON.parse(readFileSync(join(source, 'grammar', name), 'utf8')));
    assert.ok(files.has('extension/extension.js') && files.has('extension/language-configuration.json'));
    assert.ok(files.has('extension/node_modules/vscode-languageclient/node.js'));
    assert.ok(files.has('extension.vsixmanifest'));
    const own = [...files.keys()].filter(f => f.startsWith('extension/') && !f.includes('/node_modules/')).sort();
    assert.deepEqual(own.map(f => f.toLowerCase()).sort(), ['extension/extension.js', 'extension/language-configuration.json', 'extension/license.txt',
                                 'extension/package.json', 'extension/readme.md', 'extension/syntaxes/redline.markdown.tmlanguage.json',
                                 'extension/syntaxes/redline.tmlanguage.json']);
});

test('what it contributes is there, and the grammars are the ones it names', () => {
    for (const g of about.contributes.grammars) {
        const grammar = JSON.parse(files.get('extension/' + g.path.slice(2)).toString());
        assert.equal(grammar.scopeName, g.scopeName);
    }
    for (const l of about.contributes.languages) assert.ok(files.has('extension/' + l.configuration.slice(2)));
    const configuration = JSON.parse(files.get('extension/language-configuration.json').toString());
    const word = new RegExp(`^(?:${configuration.wordPattern})$`);
    for (const w of ['surveillance', 'red_team', '2.10.1', '_x9']) assert.match(w, word);
    assert.equal(configuration.comments.lineComment, '#');
});

test('it starts `redline lsp` as the settings say, and again when they change', async () => {
    const calls = [], shown = [], registered = new Map();
    let settings = {}, changed, fails = false;
    const stubs = {
        vscode: {
            commands: {registerCommand: (name, f) => registered.set(name, f)},
            window: {showErrorMessage: m => shown.push(m)},
            workspace: {
                getConfiguration: () => ({get: (name, otherwise) => settings[name] ?? otherwise}),
                createFileSystemWatcher: pattern => ({pattern}),
                onDidChangeConfiguration: f => { changed = f; },
            },
        },
        'vscode-languageclient/node': {
            TransportKind: {stdio: 0},
            LanguageClient: class {
                constructor(id, name, server, options) { calls.push({server, options}); }
                async start() { if (fails) throw new Error('no such file'); }
                needsStop() { return true; }
                async stop() { calls.push('stop'); }
            },
        },
    };
    const load = Module._load;
    Module._load = (name, ...rest) => stubs[name] ?? load(name, ...rest);
    try {
        const {activate, deactivate} = createRequire(import.meta.url)(join(extension, 'extension.js'));
        await activate({subscriptions: []});
        assert.equal(calls[0].server.command, 'redline');
        assert.deepEqual(calls[0].server.args, ['lsp']);
        assert.deepEqual(calls[0].options.documentSelector.map(d => d.language), ['redline', 'markdown']);
        settings = {command: command, importPath: ['/a', '/b']};
        await changed({affectsConfiguration: () => true});
        assert.equal(calls[1], 'stop');
        assert.deepEqual(calls[2].server.args, ['lsp', '--import-path', '/a', '--import-path', '/b']);
        // The server takes these flags.
        execFileSync(command, [...calls[2].server.args, '--stdio', '--help'], {stdio: 'pipe'});
        await changed({affectsConfiguration: () => false});
        assert.equal(calls.length, 3);
        fails = true;
        await registered.get('redline.restart')();
        assert.match(shown[0], /can't be started: no such file/);
        await deactivate();
    } finally {
        Module._load = load;
    }
});
