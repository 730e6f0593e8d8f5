// Says whether a datapackage.json agrees with a profile of the Data Package standard, by ajv.
// Usage: node descriptor.mjs DATAPACKAGE.json PROFILE.json; exit 1 where it does not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const [descriptor, profile] = process.argv.slice(2).map((p) => JSON.parse(readFileSync(p, 'utf8')));
// Version 1 of the standard is written in draft 4 of JSON Schema, version 2 in draft 7.
const old = String(profile.$schema).includes('draft-04');
const Ajv = require(old ? 'ajv-draft-04' : 'ajv').default;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
require('ajv-formats').default(ajv);
const judge = ajv.compile(profile);
if (!judge(descriptor)) {
  for (const e of judge.errors.slice(0, 20)) console.error(`${e.instancePath || '/'} ${e.message}`);
  process.exit(1);
}
