/** Writes results.md, and the table of the README, from what was measured. */
import { readFileSync, writeFileSync } from 'node:fs';

const command = 'npm run bench:assignment';
const dense = ['ours', 'SciPy', 'munkres', 'linear-sum-assignment', 'munkres-algorithm', 'munkres-js'];

export function writeReport(results) {
  writeFileSync(new URL('./results.md', import.meta.url), `${report(results).join('\n')}\n`);
  const readme = new URL('../../README.md', import.meta.url);
  const text = readFileSync(readme, 'utf8');
  const start = '<!-- benchmark of the assignment solvers: start -->';
  const end = '<!-- benchmark of the assignment solvers: end -->';
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from || results.square === undefined) return;
  writeFileSync(readme, `${text.slice(0, from)}${start}\n${excerpt(results).join('\n')}\n${text.slice(to)}`);
}

function report(results) {
  const { agreement, small, square, rectangular, capacities, sparse, memory } = results;
  const lines = [
    '# The assignment solvers compared',
    '',
    `Written by \`${command}\` (parts: \`${command} -- --only small,square\`). Least milliseconds of interleaved`,
    'rounds; in brackets how many times slower than this library. "–" was not asked, "> s" gave up after so many',
    'seconds, "failed" did not answer.',
  ];
  if (agreement) {
    lines.push('', '## Do they agree?', '', ...origin(agreement));
    lines.push('Seven families, square 60 × 60, tall 60 × 30 and wide 30 × 60, ten matrices each.', '');
    for (const [name, { agreed, differed }] of Object.entries(agreement.rows))
      lines.push(
        `* ${name}: the same least cost on ${agreed} of ${agreed + differed.length} kinds` +
          (differed.length === 0
            ? '.'
            : `; another or no answer on ${differed.join(', ')}. Not timed there.`),
      );
  }
  const table = (title, part, names, unit = 1) => {
    if (!part || part.rows.length === 0) return;
    lines.push('', `## ${title}`, '', ...origin(part), ...tableOf(part, names, unit));
  };
  table('Square', square, dense);
  table('Twice as many rows as columns', rectangular, dense.slice(0, 4));
  table('Small and warm, microseconds per solve, 16 matrices in turn', small, dense, 1000);
  table('Places: one column of c places against c equal columns', capacities, [
    'ours',
    'ours, columns repeated',
    'SciPy',
  ]);
  table('Sparse', sparse, ['ours, sparse', 'SciPy']);
  if (memory)
    for (const { rows, matrix, beyond } of memory.rows)
      lines.push(
        '',
        '## Memory',
        '',
        ...origin(memory),
        `compat ${rows}: the matrix takes ${matrix.toFixed(0)} MB, solving it ${beyond.toFixed(0)} MB more at the peak.`,
      );
  if (square) lines.push('', '## How time grows', '', ...growth(square.rows));
  return lines;
}

/** A few rows for those who only want to know whether it is worth it. */
function excerpt({ square, rectangular }) {
  const chosen = [
    ['compat', 500],
    ['compat', 1000],
    ['compat', 2000],
    ['compat', 5000],
    ['compat', 10_000],
    ['uniform', 5000],
    ['int10', 2000],
    ['geo2', 5000],
    ['mw', 1000],
  ];
  const rows = chosen.flatMap(([family, n]) =>
    square.rows.filter((row) => row.family === family && row.rows === n),
  );
  rows.push(...(rectangular?.rows ?? []).filter(({ family }) => family === 'compat').slice(-2));
  const names = ['ours', 'SciPy', 'munkres', 'linear-sum-assignment', 'munkres-js'];
  return [...origin(square), ...tableOf({ ...square, rows }, names, 1)];
}

function origin({ date, processor, node }) {
  return [`Measured ${date} on ${processor}, Node ${node}, with \`${command}\`.`, ''];
}

function tableOf({ rows, timeOut }, names, unit) {
  const lines = [`| instance | ${names.join(' | ')} |`, `|---|${names.map(() => '---|').join('')}`];
  for (const row of rows) {
    const { times } = row;
    const own = times[names[0]];
    const cells = names.map((name) => {
      const time = times[name];
      if (time === undefined) return '–';
      if (time === null) return `> ${timeOut} s or failed`;
      return name === names[0] ? digits(time * unit) : `${digits(time * unit)} (${digits(time / own)}×)`;
    });
    lines.push(`| ${nameOf(row)} | ${cells.join(' | ')} |`);
  }
  return lines;
}

function nameOf({ family, rows, columns, capacity, perRow }) {
  const shape = rows === columns ? `${rows}` : `${rows} × ${columns}`;
  if (capacity !== undefined) return `${family} ${shape}, ${capacity} places each`;
  return perRow === undefined ? `${family} ${shape}` : `${family} ${shape}, ${perRow} per row`;
}

/** The exponent b of time ~ nᵇ, by least squares over the logarithms, and between neighbours. */
function growth(rows) {
  const lines = [
    'Exponent b of time ~ nᵇ: between neighbouring sizes from 500 on, and fitted over all of them.',
    '',
    '| family | solver | between sizes | fitted |',
    '|---|---|---|---|',
  ];
  for (const family of new Set(rows.map((row) => row.family)))
    for (const name of ['ours', 'SciPy']) {
      const points = rows
        .filter((row) => row.family === family && row.rows >= 500 && row.times[name] > 0)
        .map((row) => [Math.log(row.rows), Math.log(row.times[name]), row.rows]);
      if (points.length < 2) continue;
      const between = points
        .slice(1)
        .map(
          ([x, y, n], at) =>
            `${points[at][2]}–${n}: ${((y - points[at][1]) / (x - points[at][0])).toFixed(2)}`,
        );
      lines.push(`| ${family} | ${name} | ${between.join(', ')} | ${slope(points).toFixed(2)} |`);
    }
  return lines;
}

function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const digits = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));
