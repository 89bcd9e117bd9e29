/**
 * Seeded families of cost matrices, row-major Float32Array (every solver gets the same numbers).
 *
 * uniform: reals in [0, 1) · int100, int10: whole numbers 0…100, 0…10 · geo2: distances of random points in
 * the unit square · mw: Machol–Wien (i + 1)(j + 1) · compat: 1 − the compatibility of a mentee and a mentor.
 */
export const families = { uniform, int100: integers(100), int10: integers(10), geo2, mw, compat };

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

function uniform(rows, columns, seed) {
  const next = mulberry32(seed);
  return Float32Array.from({ length: rows * columns }, next);
}

function integers(largest) {
  return (rows, columns, seed) => {
    const next = mulberry32(seed);
    return Float32Array.from({ length: rows * columns }, () => Math.floor(next() * (largest + 1)));
  };
}

function geo2(rows, columns, seed) {
  const next = mulberry32(seed);
  const from = Float64Array.from({ length: 2 * rows }, next);
  const to = Float64Array.from({ length: 2 * columns }, next);
  return fill(rows, columns, (i, j) => Math.hypot(from[2 * i] - to[2 * j], from[2 * i + 1] - to[2 * j + 1]));
}

function mw(rows, columns) {
  return fill(rows, columns, (i, j) => (i + 1) * (j + 1));
}

function fill(rows, columns, cost) {
  const values = new Float32Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[at++] = cost(i, j);
  return values;
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
  const level = new Float64Array(64);
  const values = new Float32Array(rows * columns);
  // Mentors' skills as coverage per level, gathered once.
  const coverage = new Float64Array(columns * 64);
  mentors.forEach(({ skills }, j) => {
    for (const [skill, points] of skills) coverage[j * 64 + skill] = Math.min(points / 3, 1);
  });
  const tags = mentors.map(({ tags }) => tags);
  mentees.forEach((mentee, i) => {
    level.fill(0);
    const wanted = [...mentee.skills];
    const all = wanted.reduce((sum, [, importance]) => sum + importance, 0);
    for (let j = 0; j < columns; j++) {
      let common = 0;
      for (const tag of mentee.tags) if (tags[j].has(tag)) common += 1;
      const jaccard = common / (mentee.tags.size + tags[j].size - common);
      let covered = 0;
      for (const [skill, importance] of wanted) covered += importance * coverage[j * 64 + skill];
      let square = 0;
      const other = mentors[j].traits;
      for (let k = 0; k < 5; k++) square += (mentee.traits[k] - other[k]) ** 2;
      values[i * columns + j] = 1 - (0.4 * jaccard + (0.4 * covered) / all + 0.2 * Math.exp(-square / 10));
    }
  });
  return values;
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
