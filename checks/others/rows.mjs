// Reads every CSV file of a Data Package by its own schema, by tableschema: types, enums, required cells, unique keys, and
// the foreign keys between the files. Usage: node rows.mjs DATAPACKAGE.json; exit 1 where a row does not agree.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(process.cwd() + '/');
const { Schema, Table } = require('tableschema');
const file = process.argv[2];
const descriptor = JSON.parse(readFileSync(file, 'utf8'));
const resources = new Map(descriptor.resources.map((r) => [r.name, r]));
const path = (r) => join(dirname(file), r.path);
let bad = 0;
let rows = 0;
const complain = (r, what) => {
  if (bad++ < 20) console.error(`${r.path}: ${what}`);
};

// The rows that others' foreign keys lead to, as tableschema wants them handed over.
const named = {};
for (const r of descriptor.resources) {
  for (const key of r.schema.foreignKeys ?? []) {
    const to = key.reference.resource;
    if (!named[to]) {
      const target = resources.get(to);
      const table = await Table.load(path(target), { schema: await Schema.load(target.schema) });
      named[to] = await table.read({ keyed: true });
    }
  }
}
for (const r of descriptor.resources) {
  const schema = await Schema.load(r.schema);
  if (!schema.valid) schema.errors.forEach((e) => complain(r, e.message));
  const table = await Table.load(path(r), { schema });
  const read = await table.read({ keyed: true, forceCast: true, relations: r.schema.foreignKeys ? named : false });
  for (const row of read) {
    if (row instanceof Error) complain(r, `row ${row.rowNumber}: ${row.message} ${(row.errors ?? []).map((e) => e.message).join('; ')}`);
    else rows++;
  }
}
if (rows === 0) complain({ path: file }, 'no row was read at all');
if (bad) process.exit(1);
console.log(`${descriptor.resources.length} files, ${rows} rows`);
