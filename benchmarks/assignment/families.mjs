/**
 * Seeded families of costs, one row after another, so that a large matrix need not be held to be written down.
 * Numbers are rounded to 32 bits: every solver gets the same ones.
 *
 * uniform: reals in [0, 1) · int100, int10: whole numbers 0…100, 0…10 (ties) · geo2, geo5: distances of random
 * points in the unit square and 5-cube · mw: Machol–Wien (i + 1)(j + 1) (hard) · compat: 1 − the compatibility of a
 * mentee and a mentor.
 *
 * Each takes (rows, columns, seed) and returns a function that writes the next row.
 */
export const families = {
  uniform: (_rows, _columns, seed) => {
    const next = mulberry32(seed);
    return (row) => {
      for (let j = 0; j < row.length; j++) row[j] = next();
    };
  },
  int100: integers(100),
  int10: integers(10),
  geo2: distances(2),
  geo5: distances(5),
  mw: () => {
    let i = 0;
    return (row) => {
      i += 1;
      for (let j = 0; j < row.length; j++) row[j] = i * (j + 1);
    };
  },
  compat,
};

/** The whole matrix, row-major. */
export function matrix(family, rows, columns, seed) {
  const values = new Float32Array(rows * columns);
  const writeRow = families[family](rows, columns, seed);
  for (let i = 0; i < rows; i++) writeRow(values.subarray(i * columns, (i + 1) * columns));
  return values;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Compressed rows of `perRow` random columns each, whole costs below a million. */
export function sparseRows(rows, columns, perRow, seed) {
  const next = mulberry32(seed);
  const rowStarts = Int32Array.from({ length: rows + 1 }, (_, i) => i * perRow);
  const columnIndices = new Int32Array(rows * perRow);
  const values = new Float64Array(rows * perRow);
  for (let i = 0; i < rows; i++) {
    const chosen = new Set();
    while (chosen.size < perRow) chosen.add(Math.floor(next() * columns));
    columnIndices.set(
      [...chosen].sort((a, b) => a - b),
      i * perRow,
    );
    for (let at = i * perRow; at < (i + 1) * perRow; at++) values[at] = Math.floor(next() * 1e6);
  }
  return { rows, columns, rowStarts, columnIndices, values };
}

function integers(largest) {
  return (_rows, _columns, seed) => {
    const next = mulberry32(seed);
    return (row) => {
      for (let j = 0; j < row.length; j++) row[j] = Math.floor(next() * (largest + 1));
    };
  };
}

function distances(dimensions) {
  return (rows, columns, seed) => {
    const next = mulberry32(seed);
    const from = Float64Array.from({ length: dimensions * rows }, next);
    const to = Float64Array.from({ length: dimensions * columns }, next);
    let i = 0;
    return (row) => {
      for (let j = 0; j < row.length; j++) {
        let square = 0;
        for (let d = 0; d < dimensions; d++)
          square += (from[dimensions * i + d] - to[dimensions * j + d]) ** 2;
        row[j] = Math.sqrt(square);
      }
      i += 1;
    };
  };
}

/**
 * 1 − (0.4 · Jaccard of 3–8 of 128 tags, Zipf(1.0) + 0.4 · weighted coverage of 2–5 wanted skills (importance
 * 1–5) by a mentor with 5–12 of 64 skills, Zipf(0.8), at levels 1–5, full at level 3 + 0.2 · exp(−d²/10)
 * for five standard-normal traits).
 */
function compat(rows, columns, seed) {
  const next = mulberry32(seed);
  const mentees = people(next, rows, 2, 4);
  const mentors = people(next, columns, 5, 8);
  const coverage = new Float64Array(columns * 64);
  mentors.forEach(({ skills }, j) => {
    for (const [skill, points] of skills) coverage[j * 64 + skill] = Math.min(points / 3, 1);
  });
  const tagCounts = Float64Array.from(mentors, ({ tags }) => tags.size);
  const hasTag = new Uint8Array(columns * 128);
  mentors.forEach(({ tags }, j) => {
    for (const tag of tags) hasTag[j * 128 + tag] = 1;
  });
  let i = 0;
  return (row) => {
    const mentee = mentees[i++];
    const tags = [...mentee.tags];
    const wanted = [...mentee.skills];
    const all = wanted.reduce((sum, [, importance]) => sum + importance, 0);
    for (let j = 0; j < columns; j++) {
      let common = 0;
      for (let at = 0; at < tags.length; at++) common += hasTag[j * 128 + tags[at]];
      const jaccard = common / (tags.length + tagCounts[j] - common);
      let covered = 0;
      for (let at = 0; at < wanted.length; at++) covered += wanted[at][1] * coverage[j * 64 + wanted[at][0]];
      let square = 0;
      const other = mentors[j].traits;
      for (let k = 0; k < 5; k++) square += (mentee.traits[k] - other[k]) ** 2;
      row[j] = 1 - (0.4 * jaccard + (0.4 * covered) / all + 0.2 * Math.exp(-square / 10));
    }
  };
}

function people(next, count, leastSkills, moreSkills) {
  const pickTag = zipf(next, 128, 1.0);
  const pickSkill = zipf(next, 64, 0.8);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: count }, () => {
    const tags = new Set();
    for (const wanted = 3 + Math.floor(next() * 6); tags.size < wanted; ) tags.add(pickTag());
    const skills = new Map();
    for (const wanted = leastSkills + Math.floor(next() * moreSkills); skills.size < wanted; ) {
      const skill = pickSkill();
      if (!skills.has(skill)) skills.set(skill, 1 + Math.floor(next() * 5));
    }
    return { tags, skills, traits: Float64Array.from({ length: 5 }, gauss) };
  });
}

function zipf(next, count, exponent) {
  let sum = 0;
  const cumulative = Float64Array.from({ length: count }, (_, k) => (sum += 1 / (k + 1) ** exponent));
  return () => {
    const at = next() * sum;
    let k = 0;
    while (cumulative[k] < at) k += 1;
    return k;
  };
}
