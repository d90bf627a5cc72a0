// The engine in WebAssembly over node-postgres. Its standard input has a line of JSON for what it is (schema, database), then one for each
// request {id, call, words}; its standard output one for each answer {id, answer, causes} or {id, failed}. The argument names the folder
// that has node_modules.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const bring = require('module').createRequire(path.join(process.argv[2], 'package.json'));

const TRACE = '{}';
// Types of PostgreSQL's catalogue that the adapter does not know, to those that it reads alike: name and name[], to text and text[].
const READ_AS = { 19: 25, 1003: 1009 };
const NUMBERED = /external connector \(id (\d+)\)/g;

const say = what => process.stdout.write(JSON.stringify(what) + '\n');
const cause = wrong => ({ code: wrong && wrong.code, message: String((wrong && wrong.message) || wrong) });

function teachTypes() {
  const result = bring('pg/lib/result.js').prototype;
  const addFields = result.addFields;
  result.addFields = function (fields) {
    for (const field of fields) field.dataTypeID = READ_AS[field.dataTypeID] || field.dataTypeID;
    return addFields.call(this, fields);
  };
}

function load(schema, adapter) {
  const runtime = path.dirname(bring.resolve('@prisma/client/runtime/query_engine_bg.postgresql.js'));
  const wasm = bring('@prisma/client/runtime/query_engine_bg.postgresql.js');
  const code = fs.readFileSync(path.join(runtime, 'query_engine_bg.postgresql.wasm'));
  const loaded = new WebAssembly.Instance(new WebAssembly.Module(code), { './query_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(loaded.exports);
  return new wasm.QueryEngine({
    datamodel: schema, logLevel: 'error', logQueries: false, datasourceOverrides: {}, env: process.env,
    configDir: process.cwd(), engineProtocol: 'json', ignoreEnvVarErrors: true,
  }, line => process.stderr.write(line + '\n'), adapter);
}

async function start({ schema, database, searched }) {
  const { Pool } = bring('pg');
  const { PrismaPg } = bring('@prisma/adapter-pg');
  const { bindAdapter } = bring('@prisma/driver-adapter-utils');
  teachTypes();
  const pool = new Pool(database);
  const lost = wrong => process.stderr.write(JSON.stringify(cause(wrong)) + '\n');
  pool.on('error', lost);
  pool.on('connect', client => client.on('error', lost)); // the pool hears only those that nobody uses
  try {
    await pool.query('SELECT 1');
  } catch (wrong) {
    say({ refused: cause(wrong) });
    process.exit(1);
  }
  const adapter = bindAdapter(new PrismaPg(pool, { schema: searched }));
  const engine = load(schema, adapter);
  await engine.connect(TRACE);
  const calls = {
    query: (body, transaction) => engine.query(body, TRACE, transaction || undefined),
    start: body => engine.startTransaction(body, TRACE),
    commit: transaction => engine.commitTransaction(transaction, TRACE),
    rollback: transaction => engine.rollbackTransaction(transaction, TRACE),
  };
  const causes = text => Object.fromEntries([...text.matchAll(NUMBERED)].map(([, number]) => {
    const kept = adapter.errorRegistry.consumeError(Number(number));
    return [number, cause(kept && kept.error)];
  }));
  say({ ready: true });
  return async ({ id, call, words }) => {
    try {
      const answer = (await calls[call](...words)) || '{}';
      say({ id, answer, causes: causes(answer) });
    } catch (wrong) {
      say({ id, failed: String((wrong && wrong.stack) || wrong) });
    }
  };
}

let started;
readline.createInterface({ input: process.stdin })
  .on('line', line => {
    const told = JSON.parse(line);
    if (!started) started = start(told);
    else started.then(answer => answer(told));
  })
  .on('close', () => process.exit(0));
process.on('SIGINT', () => {}); // of a terminal, for all of the group: whoever started this closes its input
