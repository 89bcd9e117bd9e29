/**
 * Opens reports of 3, 60 and 2,000 people in a browser, in both languages, light, dark and in print: no message on
 * the console, no request, no finding of axe-core, the numbers of the matching on the page, and a name that looks
 * like an element still a text.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserPath, openBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hostile = '<img src=x onerror="document.title=1">';

/** @param folder where the packed library is installed */
export async function checkReports(folder) {
  const name = 'reports in Chromium';
  if (!existsSync(browserPath)) return [{ runtime: name, result: `skipped: ${browserPath} is not there` }];
  const load = (entry) =>
    import(pathToFileURL(join(folder, 'node_modules/mentor-matching/dist', entry)).href);
  const [main, report] = await Promise.all([load('index.js'), load('report/index.js')]);
  const browser = await openBrowser();
  const rows = [];
  try {
    for (const people of [3, 60, 2000]) {
      const { cohort, matching } = made(main, people);
      for (const language of ['en', 'it'])
        for (const audience of ['administrator', 'council']) {
          const html = report.renderReport(cohort, matching, {
            audience,
            texts: report.reportTexts[language],
            nameOf: (id) => (id === matching.pairs[0].menteeId ? hostile : id),
          });
          const problems = await look(browser, html, { matching, audience, language, report, people });
          const result = problems.length === 0 ? 'clean' : `FAILED: ${problems.join('; ')}`;
          rows.push({ runtime: `report, ${people}, ${language}, ${audience}`, result });
        }
    }
  } finally {
    await browser.close();
  }
  return rows;
}

async function look(browser, html, { matching, audience, language, report, people }) {
  const problems = [];
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, bypassCSP: false });
    const page = await context.newPage();
    page.on('console', (message) => problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`error: ${error}`));
    let requests = 0;
    await page.route('**/*', (route) => {
      requests += 1;
      return route.request().url() === 'http://localhost/'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort();
    });
    await page.goto('http://localhost/');
    if (requests !== 1) problems.push(`${requests} requests`);
    if ((await page.locator('img').count()) > 0) problems.push('a name became an element');
    if (audience === 'administrator' && (await page.getByText(hostile).count()) === 0)
      problems.push('a name is lost');
    const tiles = Object.fromEntries(
      await page
        .locator('.tiles div')
        .evaluateAll((all) => all.map((each) => [...each.children].map((part) => part.textContent))),
    );
    const { summary } = report.reportTexts[language];
    const pairs = matching.pairs.length;
    if (people >= 60 && tiles[summary.pairs] !== String(pairs))
      problems.push(`${tiles[summary.pairs]} pairs, not ${pairs}`);
    if (audience === 'administrator') {
      const total = Number((tiles[summary.total] ?? '').replace(',', '.'));
      if (total !== matching.proof.totalScore) problems.push(`total ${total}`);
      const rows = await page.locator('section[aria-labelledby=pairs] tbody tr').count();
      if (rows !== pairs) problems.push(`${rows} rows of pairs`);
    }
    // axe is put in by the browser's own hand, past the page's policy, which allows no script at all.
    if (people <= 60) problems.push(...(await findings(page)));
    await page.emulateMedia({ media: 'print' });
    if (await page.locator('nav').isVisible()) problems.push('the contents are printed');
    await context.close();
  }
  return problems;
}

async function findings(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axe });
  const { result } = await client.send('Runtime.evaluate', {
    expression:
      'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + " " + nodes[0].html.slice(0, 120))))',
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(result.value);
}

function made(main, people) {
  const words = ['jazz', 'chess', 'opera', 'climbing', 'gardens', 'film', 'cooking'];
  const pick = (place, step) => words[(place * step + Math.floor(place / 7)) % words.length];
  const cohort = main.compileCohort(
    {
      mentees: Array.from({ length: people }, (_, place) => ({
        id: `mentee-${place}`,
        interests: [pick(place, 3), pick(place, 5)],
        skillsWanted: [pick(place, 2)],
      })),
      mentors: Array.from({ length: Math.ceil(people * 0.8) }, (_, place) => ({
        id: `mentor-${place}`,
        interests: [pick(place, 4), pick(place, 6)],
        skills: [pick(place, 1), pick(place, 3)],
        capacity: place % 3,
      })),
    },
    { assumeOptedIn: true },
  );
  return { cohort, matching: main.matchCohort(cohort) };
}
