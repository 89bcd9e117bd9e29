import { reading } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { decimal } from '../scoring/inner.js';
import { boxes, drawing, label, line, roundStep } from './drawing.js';
import { type Load, mentorLoads } from './loads.js';
import { type Markup, markup } from './markup.js';
import { colours } from './palette.js';
import { matchingRule, type ReportOptions, readTexts, requireCohort } from './report-options.js';
import type { ReportTexts } from './texts/texts.js';

const width = 640;
const height = 240;
const left = 48;
const right = 12;
const top = 46;
const bottom = 44;

/**
 * How many mentors have no, one, two, … mentees, beside how many could have so many (their capacity), as an SVG.
 *
 * @throws InputError where the matching does not belong to the cohort
 */
export function svgLoads(cohort: CompiledCohort, matching: Matching, options: ReportOptions = {}): string {
  const texts = readTexts('svgLoads', options);
  const own = requireCohort('svgLoads', cohort, matching);
  return reading(
    'svgLoads',
    'matching',
    matching,
    matchingRule,
    () => drawLoads(mentorLoads(own, matching), texts).text,
  );
}

export function drawLoads(loads: readonly Load[], texts: ReportTexts): Markup {
  const most = loads.reduce((highest, load) => Math.max(highest, load.mentors, load.withCapacity), 0);
  const step = roundStep(Math.max(1, most), 5);
  const highest = Math.max(step, Math.ceil(most / step) * step);
  const band = (width - left - right) / loads.length;
  const half = Math.min(28, band * 0.4);
  const centre = (at: number) => left + (at + 0.5) * band;
  const y = (mentors: number) => height - bottom - (mentors / highest) * (height - top - bottom);
  const bars = (count: (load: Load) => number, shift: number) =>
    boxes(
      loads.flatMap((load, at) =>
        count(load) === 0
          ? []
          : [{ x: centre(at) + shift, y: y(count(load)), width: half - 1, height: y(0) - y(count(load)) }],
      ),
    );
  const every = Math.ceil(loads.length / 20);
  const levels = Array.from({ length: highest / step + 1 }, (_, level) => level * step);
  const { loads: words } = texts;
  return drawing(width, height, { title: words.title, description: words.description }, [
    levels.map((level) => [
      line(left, y(level), width - right, y(level)),
      label(left - 6, y(level) + 4, 'end', decimal(level, 0, texts), true),
    ]),
    markup`<path class="drawn-bar" fill="${colours.bar}" d="${bars((load) => load.mentors, -half)}"/>`,
    markup`<path fill="none" stroke="${colours.mark}" stroke-width="1.5" d="${bars((load) => load.withCapacity, 1)}"/>`,
    loads.map((load, at) =>
      at % every === 0
        ? label(centre(at), height - bottom + 16, 'middle', decimal(load.mentees, 0, texts), true)
        : null,
    ),
    label(left + (width - left - right) / 2, height - 8, 'middle', words.mentees),
    label(4, 34, 'start', words.mentors),
    markup`<rect class="drawn-bar" x="${left}" y="4" width="10" height="10" fill="${colours.bar}"/>`,
    label(left + 16, 13, 'start', words.have),
    markup`<rect x="${width / 2}" y="4.5" width="9" height="9" fill="none" stroke="${colours.mark}" stroke-width="1.5"/>`,
    label(width / 2 + 16, 13, 'start', words.couldHave),
  ]);
}
