// DuckDB reads the tables that a registry exports: every count and sum is what the registry's own SQL says.
// Usage: node parquet.mjs FOLDER EXPECTED.tsv, a line of which is a file's name, an expression, and what it comes to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(`${process.cwd()}/`)('@duckdb/node-api');

const [, , folder, expected] = process.argv;
const lines = readFileSync(expected, 'utf8').split('\n').filter(Boolean).map((l) => l.split('\t'));
const db = await (await DuckDBInstance.create(':memory:')).connect();
let wrong = lines.length === 0 ? 1 : 0;
for (const [name, expression, value] of lines) {
  const rows = await (await db.runAndReadAll(`SELECT CAST(${expression} AS VARCHAR) FROM read_parquet('${folder}/${name}.parquet')`)).getRows();
  if (String(rows[0][0]) !== value) {
    console.error(`${name}, ${expression}: DuckDB says ${rows[0][0]}, the registry ${value}`);
    wrong++;
  }
}
process.exit(wrong ? 1 : 0);
