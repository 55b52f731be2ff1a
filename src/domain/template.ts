/** A text with places to fill in, such as `Dear {{Contact}}`. */
export interface Filled {
  readonly text: string;
  /** The names whose value is empty or unknown, once each. */
  readonly missing: readonly string[];
}

const PLACE = /\{\{([^{}]{1,200})\}\}/g;

/** The names that a template asks for, once each, in their order. */
export function placesIn(template: string): readonly string[] {
  const names: string[] = [];
  for (const [, name = ''] of template.matchAll(PLACE)) names.push(name.trim());
  return [...new Set(names)];
}

/**
 * The template with its places filled in, once: braces in a value stay as they are. A place without a value
 * stays empty and is listed.
 */
export function fillTemplate(template: string, cellOf: (name: string) => string | null): Filled {
  const missing = new Set<string>();
  const text = template.replace(PLACE, (_, name: string) => {
    const value = cellOf(name.trim());
    if (value === null || value === '') missing.add(name.trim());
    return value ?? '';
  });
  return { text, missing: [...missing] };
}
