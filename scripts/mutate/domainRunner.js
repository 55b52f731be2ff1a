/**
 * Runs the domain's tests for Stryker, all in one process: a mutant takes milliseconds, where a run of Jest for each of
 * thousands of mutants takes seconds. The tests are the same files, with Jest's own `expect` and tables.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import * as esbuild from 'esbuild';

const TESTS = 'test/domain';
const require = createRequire(import.meta.url);

/** Which mutant is active, by its number, and how often it was reached. */
class Mutation {
  id = -1;
  hitCount = undefined;
  hitLimit = undefined;

  reached() {
    if (this.hitCount !== undefined && ++this.hitCount > this.hitLimit) {
      throw new Error(`Mutant ${this.id} goes round and round`);
    }
    return true;
  }
}

/**
 * The instrumented code with its calls for each step turned into plain counting and comparing: the forecast's loops
 * take a hundred times as long with them.
 */
function inlined(text) {
  return text
    .replace(
      /\bstryCov_\w+\(((?:"\d+"(?:,\s*)?)+)\)/g,
      (_, ids) => `(${ids.replace(/"(\d+)"/g, '$hits[$1]++')})`,
    )
    .replace(/\bstryMutAct_\w+\("(\d+)"\)/g, '($mutation.id === $1 && $mutation.reached())');
}

/** All test files as one script; each says its name before its tests are told. */
async function bundled() {
  const files = readdirSync(TESTS, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  const entry = files.map((file) => `begin('${file}'); require('./${file}');`).join('\n');
  const built = await esbuild.build({
    stdin: { contents: entry, resolveDir: join(process.cwd(), TESTS), loader: 'js' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    packages: 'external',
    logLevel: 'error',
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: {
      js: `(function (require, begin, $mutation, $hits, __filename, __importMetaUrl) { const module = { exports: {} }, exports = module.exports;`,
    },
    footer: { js: '})' },
  });
  const text = inlined(built.outputFiles[0].text);
  let mutants = 0;
  for (const [, id] of text.matchAll(/\$hits\[(\d+)\]/g))
    mutants = Math.max(mutants, Number(id) + 1);
  return { script: new vm.Script(text, { filename: 'domainTests.cjs' }), mutants };
}

/** Loads the tests anew, so that nothing that a mutant left in a module is there for the next one. */
function load(script, mutation, hits) {
  const tests = [];
  let file = '';
  const register = (name, run) => tests.push({ id: `${file}: ${name}`, name, file, run });
  const { bind } = require('jest-each');
  const test = Object.assign(register, { each: bind(register, false), skip: () => {} });
  test.skip.each = () => () => {};
  const globals = { expect: require('expect').expect, test };
  const required = (name) => (name === '@jest/globals' ? globals : require(name));
  const begin = (name) => {
    file = name;
  };
  // Properties draw the same cases for every mutant: else a mutant would be killed by luck.
  require('fast-check').configureGlobal({ seed: 20_260_202 });
  const place = join(process.cwd(), TESTS, 'domainTests.ts');
  script.runInThisContext()(required, begin, mutation, hits, place, `file://${place}`);
  const seen = new Map();
  return tests.map((one) => {
    const nth = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, nth);
    return nth === 1 ? one : { ...one, id: `${one.id} (${nth})` };
  });
}

async function resultOf({ id, name, file, run }) {
  const began = performance.now();
  const about = () => ({
    id,
    name,
    fileName: join(TESTS, file),
    timeSpentMs: performance.now() - began,
  });
  try {
    await run();
    return { ...about(), status: TestStatus.Success };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { ...about(), status: TestStatus.Failed, failureMessage };
  }
}

class DomainRunner {
  /** How long each test took: the quick ones are asked first. */
  times = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { script, mutants } = await bundled();
    this.script = script;
    this.hits = new Float64Array(mutants);
    this.mutation = new Mutation();
  }

  async dryRun() {
    const tests = load(this.script, this.mutation, this.hits);
    const mutantCoverage = { static: this.takeHits(), perTest: {} };
    const results = [];
    for (const test of tests) {
      const result = await resultOf(test);
      this.times.set(test.id, result.timeSpentMs);
      results.push(result);
      mutantCoverage.perTest[test.id] = this.takeHits();
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  /** How often each mutant's place was passed since the last time. */
  takeHits() {
    const passed = {};
    this.hits.forEach((count, id) => {
      if (count > 0) passed[id] = count;
    });
    this.hits.fill(0);
    return passed;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    const { mutation } = this;
    mutation.hitLimit = hitLimit;
    mutation.hitCount = hitLimit === undefined ? undefined : 0;
    mutation.id = mutantActivation === 'static' ? Number(activeMutant.id) : -1;
    let tests;
    try {
      tests = load(this.script, mutation, this.hits);
    } catch (error) {
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [
          {
            id: 'load',
            name: 'loading',
            timeSpentMs: 0,
            status: TestStatus.Failed,
            failureMessage: String(error),
          },
        ],
      });
    }
    mutation.id = Number(activeMutant.id);
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const asked = tests
      .filter(({ id }) => wanted?.has(id) ?? true)
      .sort((a, b) => (this.times.get(a.id) ?? 0) - (this.times.get(b.id) ?? 0));
    const results = [];
    for (const test of asked) {
      const result = await resultOf(test);
      results.push(result);
      const endless = determineHitLimitReached(mutation.hitCount, hitLimit);
      if (endless !== undefined) return toMutantRunResult(endless);
      if (result.status === TestStatus.Failed && !disableBail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'domain', DomainRunner)];
