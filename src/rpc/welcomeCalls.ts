import * as z from 'zod/mini';

import { ok, stageKind, text } from './shapes';

/** What the welcome calls. */
export const WELCOME_CALLS = {
  /** What somebody chooses from in a workbook that is not set up yet. */
  welcomeView: {
    get request() {
      return z.object({});
    },
    get reply() {
      const stages = z.array(
        z.object({
          label: z.string(),
          kind: stageKind(),
          todo: z.string(),
          /** What must be true to go on, or to come into a closing stage. */
          asks: z.array(z.string()),
        }),
      );
      return ok({
        language: z.enum(['en', 'zh']),
        isSetUp: z.boolean(),
        me: z.object({ name: z.string(), address: z.string() }),
        sets: z.array(
          z.object({
            key: z.string(),
            name: z.object({ en: z.string(), zh: z.string() }),
            stages: z.object({ en: stages, zh: stages }),
          }),
        ),
      });
    },
  },
  /** Sets a workbook up as the welcome was filled in. */
  welcome: {
    get request() {
      return z.object({
        language: z.enum(['en', 'zh']),
        /** The key of a stage set. */
        stages: text(100),
        team: z
          .array(
            z.object({
              name: text(200),
              address: text(320),
              role: z.enum(['rep', 'manager', 'admin']),
            }),
          )
          .check(z.maxLength(200)),
        rhythm: z.enum(['weekly', 'fortnightly', 'monthly', 'off']),
        /** Monday 1 ... Sunday 7. */
        day: z.int().check(z.minimum(1), z.maximum(7)),
        hour: z.int().check(z.minimum(0), z.maximum(23)),
        currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
      });
    },
    get reply() {
      return ok({ tabs: z.number() });
    },
  },
} as const;
