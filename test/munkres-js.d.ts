/** The peer ships no declarations. */
declare module 'munkres-js' {
  export default function munkres(cost: number[][]): [row: number, column: number][];
}
