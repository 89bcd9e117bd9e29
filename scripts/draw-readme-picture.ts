/**
 * Draws the README's picture with the library: the heat map of a small seeded cohort with its pairs outlined.
 * `npm run picture` writes `docs/pairs.svg`; `test/report/picture.test.ts` fails when it is out of date.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readmePicture } from '../test/support/readme-picture.js';

mkdirSync(new URL('../docs/', import.meta.url), { recursive: true });
writeFileSync(new URL('../docs/pairs.svg', import.meta.url), readmePicture());
