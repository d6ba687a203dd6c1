// Packages the extension: its files, the grammars, the packages it needs, and the version of the project.
//   node build.mjs OUT.vsix [--packages FOLDER] [--vsce FILE]
// FOLDER holds `node_modules` as `npm ci` makes it from package-lock.json; left out, they are installed. FILE is the
// program of @vscode/vsce; left out, npx finds it.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, '../../..');
const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {packages: {type: 'string'}, vsce: {type: 'string'}},
});
if (positionals.length !== 1) {
    console.error('node build.mjs OUT.vsix [--packages FOLDER] [--vsce FILE]');
    process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'redline-vscode-'));
try {
    const run = (program, ...flags) => execFileSync(program, flags, {cwd: folder, stdio: ['ignore', 'inherit', 'inherit']});
    for (const file of ['README.md', 'extension.js', 'language-configuration.json', 'package-lock.json', '.vscodeignore'])
        cpSync(join(here, file), join(folder, file));
    for (const file of ['redline.tmLanguage.json', 'redline.markdown.tmLanguage.json'])
        cpSync(join(top, 'grammar', file), join(folder, 'syntaxes', file));
    cpSync(join(top, 'LICENSE_1_0.txt'), join(folder, 'LICENSE.txt'));
    const version = /REDLINE_VERSION_STRING "([^"]+)"/.exec(readFileSync(join(top, 'include/redline/core/version.hpp'), 'utf8'))[1];
    const about = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({...about, version}, null, 2) + '\n');
    if (values.packages !== undefined) cpSync(join(values.packages, 'node_modules'), join(folder, 'node_modules'), {recursive: true});
    else run('npm', 'ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund');
    const flags = ['package', '--out', resolve(positionals[0]), '--allow-missing-repository', '--skip-license'];
    if (values.vsce !== undefined) run(process.execPath, resolve(values.vsce), ...flags);
    else run('npx', '--yes', '@vscode/vsce', ...flags);
} finally {
    rmSync(folder, {recursive: true, force: true});
}
