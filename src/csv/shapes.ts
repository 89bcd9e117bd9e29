export function isTexts(value: unknown): value is string[] {
  // `every` alone passes over holes.
  return (
    Array.isArray(value) && !value.includes(undefined) && value.every((item) => typeof item === 'string')
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
