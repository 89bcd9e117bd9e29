import { isList, listOf } from '../core/index.js';
export function isTexts(value: unknown): value is string[] {
  return listOf(value)?.every((item) => typeof item === 'string') ?? false;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isList(value);
}
