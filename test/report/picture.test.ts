import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readmePicture } from '../support/readme-picture.js';

test('the picture of the README is what the library draws (npm run picture draws it anew)', () => {
  expect(readFileSync(new URL('../../docs/pairs.svg', import.meta.url), 'utf8')).toBe(readmePicture());
});
