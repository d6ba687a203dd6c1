// The client: starts `redline lsp`, and hands it contracts and the Markdown files that may hold some.
'use strict';
const {commands, window, workspace} = require('vscode');
const {LanguageClient, TransportKind} = require('vscode-languageclient/node');

let client;

/// How the server is called, as the settings say.
function call() {
    const settings = workspace.getConfiguration('redline');
    const folders = settings.get('importPath', []);
    return {
        command: settings.get('command', 'redline'),
        args: ['lsp', ...folders.flatMap(folder => ['--import-path', folder])],
        transport: TransportKind.stdio,
    };
}

async function start() {
    const server = call();
    client = new LanguageClient('redline', 'Redline', server, {
        documentSelector: [{language: 'redline'}, {language: 'markdown'}],
        synchronize: {fileEvents: workspace.createFileSystemWatcher('**/*.{redline,md}')},
    });
    try {
        await client.start();
    } catch (error) {
        window.showErrorMessage(`\`${server.command} lsp\` can't be started: ${error.message}. ` +
                                'The setting redline.command says where the command is.');
    }
}

async function stop() {
    const running = client;
    client = undefined;
    if (running !== undefined && running.needsStop()) await running.stop();
}

async function restart() {
    await stop();
    await start();
}

exports.activate = async context => {
    context.subscriptions.push(
        commands.registerCommand('redline.restart', restart),
        workspace.onDidChangeConfiguration(e => e.affectsConfiguration('redline') ? restart() : undefined));
    await start();
};

exports.deactivate = stop;
