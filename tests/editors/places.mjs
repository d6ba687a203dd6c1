// Where things are: the sources, the command, and the packages, which lie where the build put them.
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const source = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const command = process.env.REDLINE_COMMAND;
export const packages = process.env.REDLINE_PACKAGES;
export const modules = createRequire(join(packages, 'package.json'));
