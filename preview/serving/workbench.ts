import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Host, type HostOptions } from '../google/host';
import type { ProgressView, ServerEvent } from './api';

export interface WorkbenchOptions {
  readonly host: HostOptions;
  /** Where the workbook is kept; null keeps it in memory only. */
  readonly file: string | null;
  /** 'YYYY-MM-DDTHH:mm': a kept workbook's clock goes on to here. */
  readonly resumeAt?: string;
  /** Makes a new workbook ready; tells how far it is, and lets the server breathe in between. */
  fill(host: Host, progress: (progress: ProgressView) => Promise<void>): Promise<void>;
}

/** Milliseconds after the last change until the workbook is written to its file. */
const SAVE_AFTER = 3_000;

/** The one workbook of a server: who waits for it, where it is kept, and its frames. */
export class Workbench {
  host: Host;
  progress: ProgressView | null = null;
  readonly #options: WorkbenchOptions;
  readonly #listeners = new Set<(event: ServerEvent) => void>();
  readonly #frames = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  #save: NodeJS.Timeout | null = null;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.host = new Host(options.host);
  }

  /** Goes on from the kept workbook, or makes a new one. */
  async open(): Promise<void> {
    const kept = this.#kept();
    if (kept === null) return this.reset();
    this.host = kept;
    const { resumeAt } = this.#options;
    // Time went on while nobody looked: what was due happens now. The clock never goes back.
    const hours = resumeAt === undefined ? 0 : hoursBetween(kept.now(), resumeAt);
    if (hours > 0) {
      await this.tell({ label: kept.now().slice(0, 10), done: 0, total: 0 });
      kept.advance({ hours });
    }
    await this.tell(null);
    this.#send({ kind: 'ready' });
  }

  /** The workbook of the file; null when there is none, or one in another language. */
  #kept(): Host | null {
    const { file, host } = this.#options;
    if (file === null || !existsSync(file)) return null;
    const { now: _, ...options } = host;
    const kept = Host.load(JSON.parse(readFileSync(file, 'utf8')), options);
    return kept.book.locale === (host.locale ?? kept.book.locale) ? kept : null;
  }

  /** Throws the workbook away and makes it anew. */
  async reset(): Promise<void> {
    const { file, host, fill } = this.#options;
    if (file !== null) rmSync(file, { force: true });
    this.#frames.clear();
    this.host = new Host(host);
    await fill(this.host, (progress) => this.tell(progress));
    await this.tell(null);
    this.#send({ kind: 'ready' });
    this.save();
  }

  /** One thing after the other: two people never act at the same instant. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Shows how far long work is, and gives the event loop a turn to send it. */
  async tell(progress: ProgressView | null): Promise<void> {
    this.progress = progress;
    this.#send({ kind: 'progress', progress });
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** The workbook may have changed: the pages hear of it, and it is saved soon. */
  changed(): void {
    this.#send({ kind: 'changed', revision: this.host.book.revision });
    if (this.#options.file === null) return;
    if (this.#save !== null) clearTimeout(this.#save);
    this.#save = setTimeout(() => this.save(), SAVE_AFTER);
  }

  /** Writes the workbook to its file, whole or not at all. */
  save(): void {
    if (this.#save !== null) clearTimeout(this.#save);
    this.#save = null;
    const { file } = this.#options;
    if (file === null || this.progress !== null) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(this.host.toJSON()));
    renameSync(`${file}.new`, file);
  }

  listen(listener: (event: ServerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps a page of the script for a frame to load; the name cannot be guessed. */
  addFrame(html: string): string {
    const id = randomUUID();
    this.#frames.set(id, html);
    if (this.#frames.size > 200) this.#frames.delete([...this.#frames.keys()][0] ?? '');
    return id;
  }

  frame(id: string): string | null {
    return this.#frames.get(id) ?? null;
  }

  #send(event: ServerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** Hours from one wall time to another on the same clock. */
function hoursBetween(from: string, to: string): number {
  const instant = (wall: string) => Date.parse(`${wall.slice(0, 16)}:00Z`);
  return (instant(to) - instant(from)) / 3_600_000;
}
