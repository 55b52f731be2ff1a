/**
 * Runs the domain's tests for Stryker, all in one process: a mutant takes milliseconds, where a run of Jest for each of
 * thousands of mutants takes seconds. The tests are the same files, with Jest's own `expect` and tables.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
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
/** How long each test took, its file's loading with it, and what it passed; in Stryker's copy of the project. */
const KNOWN = 'domainTests.json';
/** Tests that take more milliseconds of the processor are not asked: what the others see is then the least that all see. */
const SLOWEST = Number(process.env.SLOWEST ?? Infinity);
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

/** Each test file as a script of its own, so that a mutant loads only those that may see it. */
async function bundled() {
  const names = readdirSync(TESTS, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  const built = await esbuild.build({
    absWorkingDir: process.cwd(),
    entryPoints: names.map((name) => join(TESTS, name)),
    outdir: TESTS,
    outbase: TESTS,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    packages: 'external',
    logLevel: 'error',
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: {
      js: `(function (require, $mutation, $hits, __filename, __importMetaUrl) { const module = { exports: {} }, exports = module.exports;`,
    },
    footer: { js: '})' },
  });
  let mutants = 0;
  const scripts = new Map();
  for (const { path, text } of built.outputFiles) {
    const code = inlined(text);
    for (const [, id] of code.matchAll(/\$hits\[(\d+)\]/g))
      mutants = Math.max(mutants, Number(id) + 1);
    const file = relative(TESTS, path).replace(/\.js$/, '.ts');
    scripts.set(file, new vm.Script(code, { filename: path }));
  }
  return { scripts, mutants };
}

/** Loads a test file anew, so that nothing that a mutant left in a module is there for the next one. */
function load(file, script, mutation, hits) {
  const tests = new Map();
  const register = (name, run) => {
    let id = `${file}: ${name}`;
    for (let nth = 2; tests.has(id); nth++) id = `${file}: ${name} (${nth})`;
    tests.set(id, { id, name, file, run });
  };
  const { bind } = require('jest-each');
  const test = Object.assign(register, { each: bind(register, false), skip: () => {} });
  test.skip.each = () => () => {};
  const globals = { expect: require('expect').expect, test };
  const required = (name) => (name === '@jest/globals' ? globals : require(name));
  // Properties draw the same cases for every mutant: else a mutant would be killed by luck.
  require('fast-check').configureGlobal({ seed: 20_260_202, endOnFailure: true });
  const place = join(process.cwd(), TESTS, file);
  script.runInThisContext()(required, mutation, hits, place, `file://${place}`);
  return tests;
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

/** Milliseconds of the processor, which a busy machine does not make more. */
function busySince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** More often than this times what is usual, and this often anyway, and a loop is taken to have no end. */
const ENDLESS = { times: 100, anyway: 10_000 };

class DomainRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { scripts, mutants } = await bundled();
    this.scripts = scripts;
    this.hits = new Float64Array(mutants);
    this.mutation = new Mutation();
    // A worker that takes the place of one that hung finds here what the first one learned.
    this.known = existsSync(KNOWN) ? JSON.parse(readFileSync(KNOWN, 'utf8')) : {};
  }

  /** What a test file passes while it loads counts for each of its tests: it is loaded with the mutant in it. */
  async dryRun() {
    const perTest = {};
    const results = [];
    for (const [file, script] of this.scripts) {
      const beforeLoading = process.cpuUsage();
      const tests = load(file, script, this.mutation, this.hits);
      const toLoad = busySince(beforeLoading);
      const loading = this.takeHits();
      for (const test of tests.values()) {
        const before = process.cpuUsage();
        const result = await resultOf(test);
        const time = toLoad + busySince(before);
        const passed = this.takeHits();
        if (time > SLOWEST && result.status === TestStatus.Success) continue;
        for (const [id, count] of Object.entries(loading)) passed[id] = (passed[id] ?? 0) + count;
        results.push(result);
        perTest[test.id] = passed;
        this.known[test.id] = { file, time, passed };
      }
    }
    writeFileSync(KNOWN, JSON.stringify(this.known));
    return {
      status: DryRunStatus.Complete,
      tests: results,
      mutantCoverage: { static: {}, perTest },
    };
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

  /** The quick tests are asked first. */
  async mutantRun({ activeMutant, testFilter, disableBail }) {
    const { mutation, known } = this;
    mutation.id = Number(activeMutant.id);
    const asked = (testFilter ?? Object.keys(known)).sort((a, b) => known[a].time - known[b].time);
    const files = new Map();
    const results = [];
    for (const id of asked) {
      const { file, passed } = known[id];
      mutation.hitCount = 0;
      mutation.hitLimit = ENDLESS.anyway + ENDLESS.times * (passed[mutation.id] ?? 0);
      if (!files.has(file)) files.set(file, this.loaded(file));
      const tests = files.get(file);
      const test = tests === null ? unloaded(id, file) : tests.get(id);
      if (test === undefined) continue;
      const result = await resultOf(test);
      results.push(result);
      const endless = determineHitLimitReached(mutation.hitCount, mutation.hitLimit);
      if (endless !== undefined) return toMutantRunResult(endless);
      if (result.status === TestStatus.Failed && !disableBail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  /** A file's tests; `null` when the mutant breaks what the file does before its first one. */
  loaded(file) {
    try {
      return load(file, this.scripts.get(file), this.mutation, this.hits);
    } catch {
      return null;
    }
  }
}

function unloaded(id, file) {
  const run = () => {
    throw new Error(`${file} does not get as far as its tests`);
  };
  return { id, name: id, file, run };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'domain', DomainRunner)];
