import type { AvailabilitySlot, SkillInput } from '../participants/index.js';

/**
 * The cells of `participantsToCsv`, which come back to the letter. A text is written as it is; one that is empty,
 * has white space at its ends, quotes, or looks like a mark of this format is put in double quotes, with quotes inside
 * doubled. A list is texts with `; ` between them; an empty list, which is an answer, is `(none)`.
 */

const none = '(none)';

export function writeExactText(text: string): string {
  const plain = text !== '' && text === text.trim() && !text.includes('"') && text !== none;
  return plain ? text : quote(text);
}

export function readExactText(cell: string): string {
  return cell.startsWith('"') ? unquote(cell) : cell;
}

export function writeExactList(texts: readonly string[]): string {
  if (texts.length === 0) return none;
  return texts.map((text) => (text.includes(';') ? quote(text) : writeExactText(text))).join('; ');
}

export function readExactList(cell: string): string[] {
  return exactParts(cell).map(readExactText);
}

/** `name: level`, or `name: level / importance`; a bare name stays bare. */
export function writeExactSkills(skills: readonly SkillInput[]): string {
  if (skills.length === 0) return none;
  return skills
    .map((skill) => {
      if (typeof skill === 'string') return /[;:]/.test(skill) ? quote(skill) : writeExactText(skill);
      const name = /[;:]/.test(skill.name) ? quote(skill.name) : writeExactText(skill.name);
      if (skill.level === undefined && skill.importance === undefined) return `${name}:`;
      const importance = skill.importance === undefined ? '' : ` / ${skill.importance}`;
      return `${name}: ${skill.level ?? ''}${importance}`;
    })
    .join('; ');
}

export function readExactSkills(cell: string): SkillInput[] | undefined {
  const skills: SkillInput[] = [];
  for (const part of exactParts(cell)) {
    const found = /^("(?:[^"]|"")*"|[^:]*?)(?::\s*([\d.e+-]*)(?: \/ ([\d.e+-]+))?)?$/s.exec(part);
    if (!found) return undefined;
    const [, name, level, importance] = found;
    const text = readExactText(name!);
    if (level === undefined) skills.push(text);
    else {
      const numbers = {
        ...(level === '' ? {} : { level: Number(level) }),
        ...(importance === undefined ? {} : { importance: Number(importance) }),
      };
      if (Object.values(numbers).some((number) => !(number >= 0 && number < Infinity))) return undefined;
      skills.push({ name: text, ...numbers });
    }
  }
  return skills;
}

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function writeExactSlots(slots: readonly AvailabilitySlot[]): string {
  if (slots.length === 0) return none;
  return slots.map(({ day, start, end }) => `${dayNames[day - 1]} ${start}-${end}`).join('; ');
}

export function readExactSlots(cell: string): AvailabilitySlot[] | undefined {
  const slots: AvailabilitySlot[] = [];
  for (const part of exactParts(cell)) {
    const found = /^(\w{3}) ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(part);
    const day = found ? dayNames.indexOf(found[1]!) + 1 : 0;
    if (!found || day === 0 || found[3]! <= found[2]!) return undefined;
    slots.push({ day, start: found[2]!, end: found[3]! });
  }
  return slots;
}

/** The parts of a list, at `;` outside of quotes, as they are written. */
function exactParts(cell: string): string[] {
  if (cell === none) return [];
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= cell.length; at++) {
    const sign = cell[at];
    const opens = !quoted && cell.slice(start, at).trim() === '';
    if (sign === '"' && (quoted || opens)) quoted = !quoted;
    else if (sign === '"' && cell[at - 1] === '"') quoted = true;
    else if (sign === undefined || (sign === ';' && !quoted)) {
      parts.push(cell.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function unquote(cell: string): string {
  return cell.replace(/^"|"$/g, '').replaceAll('""', '"');
}
