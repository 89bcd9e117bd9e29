import { describeModel } from '../../scoring/index.js';
import { linesOf } from '../elements.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';

/** The model in words; the same for every audience. */
export function model({ matching, texts }: ReportData): Section {
  const { title, about } = texts.model;
  return { id: 'model', title, about, content: linesOf(describeModel(matching.record.model, { texts })) };
}
