import { BookError } from '../book/bookError';
import type { CallGate, CallKind, Realm } from '../gate';
import { guarded, type OnMissing } from '../guard';

/** What kind of call a method is; 'free' ones are not calls to Google at all. */
export type MethodKind = CallKind | 'free';

/** A class as the script sees it: its name and its methods. Anything else throws by name. */
export interface FaceClass {
  readonly name: string;
  readonly kinds: Readonly<Record<string, MethodKind>>;
}

/**
 * A service object as the stand-in has it. The script never gets it, only its face: an object with
 * the methods of its class table, each of which passes the gate first.
 */
export abstract class ScriptObject {
  abstract readonly face: FaceClass;

  /** How many cells a call of this method touches. */
  cellsOf(_method: string): number {
    return 0;
  }

  /** Plain data that the face carries, as event ranges carry rowStart. */
  openData(): Readonly<Record<string, unknown>> {
    return {};
  }
}

interface FaceOptions {
  readonly gate: CallGate;
  readonly realm: Realm;
  readonly onMissing: OnMissing | undefined;
  /** A read or a flush makes waiting writes real before it answers. */
  beforeRead(): void;
}

type Method = (...args: unknown[]) => unknown;

/** The faces of one execution. */
export class Faces {
  private readonly prototypes = new Map<FaceClass, object>();
  private readonly faces = new WeakMap<ScriptObject, object>();
  private readonly objects = new WeakMap<object, ScriptObject>();

  constructor(private readonly options: FaceOptions) {}

  /** What the script gets for this value: faces for service objects, everything else as it is. */
  show(value: unknown): unknown {
    if (value instanceof ScriptObject) return this.faceOf(value);
    return isObject(value) ? (value as unknown[]).map((item) => this.show(item)) : value;
  }

  /** The service object behind a face; other values as they are, `undefined` as null. */
  take(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) return this.objects.get(value) ?? value;
    return value === undefined ? null : value;
  }

  private faceOf(object: ScriptObject): object {
    let face = this.faces.get(object);
    if (face === undefined) {
      face = Object.create(this.prototypeOf(object.face)) as object;
      for (const [name, value] of Object.entries(object.openData())) {
        Object.defineProperty(face, name, { value, enumerable: true });
      }
      this.faces.set(object, face);
      this.objects.set(face, object);
    }
    return face;
  }

  /** Methods are made when the script first reaches for them; what is none of them throws by name. */
  private prototypeOf(face: FaceClass): object {
    let prototype = this.prototypes.get(face);
    if (prototype === undefined) {
      const made: object = { toString: () => face.name };
      const guard = guarded(face.name, {}, this.options.onMissing, (method) => {
        const kind = Object.hasOwn(face.kinds, method) ? face.kinds[method] : undefined;
        if (kind === undefined) return undefined;
        const value = this.methodOf(face, method, kind);
        Object.defineProperty(made, method, { value });
        return value;
      });
      prototype = Object.setPrototypeOf(made, guard) as object;
      this.prototypes.set(face, prototype);
    }
    return prototype;
  }

  private methodOf(face: FaceClass, method: string, kind: MethodKind): Method {
    const faces = this;
    const { gate, beforeRead } = this.options;
    const name = `${face.name}.${method}`;
    return function (this: object, ...args: unknown[]) {
      const object = faces.objects.get(this);
      if (object === undefined) throw new TypeError(`${name} was called without its object.`);
      if (kind !== 'free') gate.call(kind, name, object.cellsOf(method));
      return faces.inRealm(() => {
        if (kind === 'read' || kind === 'flush') beforeRead();
        const run = (object as unknown as Record<string, Method>)[method]!;
        const answer = run.apply(
          object,
          args.map((arg) => faces.take(arg)),
        );
        if (kind === 'read' && !isObject(answer)) gate.answered(answer);
        return faces.show(answer);
      });
    };
  }

  /** Runs work of the stand-in; a "no" of the workbook becomes an Exception of the script. */
  inRealm<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof BookError ? this.options.realm.exception(error.message) : error;
    }
  }
}

/** Whether it is a service object, or a list of them. */
function isObject(value: unknown): boolean {
  return (
    value instanceof ScriptObject || (Array.isArray(value) && value[0] instanceof ScriptObject)
  );
}

/** Methods of one kind each; `Names` makes sure that no method is forgotten or misspelt. */
export function kindsOf<Names extends string>(
  kinds: Readonly<Partial<Record<MethodKind, readonly Names[]>>>,
): Readonly<Record<string, MethodKind>> {
  const entries = Object.entries(kinds) as [MethodKind, readonly Names[]][];
  return Object.fromEntries(entries.flatMap(([kind, names]) => names.map((name) => [name, kind])));
}
