/** Starts a PostgreSQL of its own for one test file. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

export interface TestPostgres {
  /** A new empty database. @returns its address */
  readonly newDatabase: () => Promise<string>;
  /** As when the machine of the database goes away. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startPostgres(): Promise<TestPostgres> {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    path.join(__dirname, 'postgres-server.ts'),
  ]);
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`PostgreSQL for tests did not start: ${complaints}`);
    return String(value);
  };
  const port = (await nextLine()).split(' ')[1];
  const addressOf = (database: string) => `postgres://yaodian:yaodian@127.0.0.1:${port}/${database}`;
  let databases = 0;
  const tell = async (word: string) => {
    child.stdin.write(`${word}\n`);
    await nextLine();
  };
  return {
    async newDatabase() {
      databases += 1;
      const client = new pg.Client({ connectionString: addressOf('postgres') });
      await client.connect();
      await client.query(`create database test_${databases}`);
      await client.end();
      return addressOf(`test_${databases}`);
    },
    stop: () => tell('stop'),
    start: () => tell('start'),
    close: () => ended(child),
  };
}

function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.stdin.end();
  });
}
