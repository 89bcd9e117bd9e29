/** The transportation problem in the LP format: x = a pair is used, z = a row pays the price. */
export function programme(
  rows: number,
  columns: number,
  values: ArrayLike<number>,
  capacities: number[],
  price: number,
) {
  const allowed: [number, number][] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) if (values[i * columns + j] !== Infinity) allowed.push([i, j]);
  const term = (factor: number, name: string) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
  const objective = [
    ...allowed.map(([i, j]) => term(values[i * columns + j]!, `x${i}_${j}`)),
    ...Array.from({ length: rows }, (_, i) => term(price, `z${i}`)),
  ];
  const lines = Array.from({ length: rows }, (_, i) =>
    [...allowed.filter(([row]) => row === i).map(([, j]) => `+ x${i}_${j}`), `+ z${i} = 1`].join(' '),
  );
  for (let j = 0; j < columns; j++) {
    const names = allowed.filter(([, column]) => column === j).map(([i]) => `+ x${i}_${j}`);
    if (names.length > 0) lines.push(`${names.join(' ')} <= ${capacities[j]}`);
  }
  return `Minimize\n obj: ${objective.join(' ')}\nSubject To\n${lines.map((line, at) => ` c${at}: ${line}`).join('\n')}\nEnd`;
}
