/** Everything that Google can call: triggers, menu items, page calls. Each export becomes a top-level function. */

export function onOpen(): void {}
