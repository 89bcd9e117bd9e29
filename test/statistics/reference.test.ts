import { describe, expect, test } from 'vitest';
import {
  attainmentTScore,
  cohensH,
  fisherExact,
  type Interval,
  impactRatio,
  marginOfError,
  netPromoterScore,
  newcombeInterval,
  spearmanBrown,
  standardErrorOfMeasurement,
  standardErrorsApart,
  wilsonInterval,
} from '../../src/statistics/index.js';
import reference from '../data/reference/stat_reference.json' with { type: 'json' };

type Name = keyof typeof reference;

const ends = ({ low, high }: Interval) => [low, high];
const wilson = (hits: number, n: number, level?: number) => () => ends(wilsonInterval(hits, n, level));
const newcombe = (h1: number, n1: number, h2: number, n2: number) => () =>
  ends(newcombeInterval({ hits: h1, n: n1 }, { hits: h2, n: n2 }));
const nps = (promoters: number, passives: number, detractors: number) => () => {
  const { score, interval } = netPromoterScore({ promoters, passives, detractors })!;
  return [score, interval.low, interval.high];
};
const goals = (levels: readonly number[], weights?: readonly number[]) => () =>
  attainmentTScore(levels.map((level, at) => ({ level, weight: weights?.[at] ?? 1 })))!;

const few = { hits: 12, n: 40 };
const many = { hits: 48, n: 80 };

/** Every value of the file by its name, but those of profiles, which test/survey/profile-similarity.test.ts has. */
const computed: Partial<Record<Name, () => number | readonly number[]>> = {
  wilson95_0_of_10: wilson(0, 10),
  wilson95_1_of_10: wilson(1, 10),
  wilson95_5_of_10: wilson(5, 10),
  wilson95_10_of_10: wilson(10, 10),
  wilson95_56_of_70: wilson(56, 70),
  wilson95_48_of_80: wilson(48, 80),
  wilson95_3_of_4: wilson(3, 4),
  wilson95_81_of_263: wilson(81, 263),
  wilson95_0_of_20: wilson(0, 20),
  wilson95_20_of_20: wilson(20, 20),
  wilson90_56_of_70: wilson(56, 70, 0.9),
  wilson99_56_of_70: wilson(56, 70, 0.99),
  newcombe95_56_70_minus_48_80: newcombe(56, 70, 48, 80),
  newcombe95_9_10_minus_3_10: newcombe(9, 10, 3, 10),
  newcombe95_10_10_minus_0_20: newcombe(10, 10, 0, 20),
  newcombe95_6_7_minus_2_7: newcombe(6, 7, 2, 7),
  newcombe95_5_56_minus_0_29: newcombe(5, 56, 0, 29),
  newcombe95_0_10_minus_0_10: newcombe(0, 10, 0, 10),
  'gas_T_single_+1': goals([1]),
  gas_T_three_all0: goals([0, 0, 0]),
  'gas_T_three_-1_0_+1': goals([-1, 0, 1]),
  'gas_T_three_+1_+1_+1': goals([1, 1, 1]),
  'gas_T_three_+2_+1_-1_w_3_2_1': goals([2, 1, -1], [3, 2, 1]),
  'gas_T_four_-2': goals([-2, -2, -2, -2]),
  'gas_T_five_+2': goals([2, 2, 2, 2, 2]),
  nps_50_30_20_est_lo_hi: nps(50, 30, 20),
  nps_6_3_1_est_lo_hi: nps(6, 3, 1),
  impact_ratio_48of80_vs_12of40: () => impactRatio(few, many)!,
  fisher_two_sided_12_40_48_80: () => fisherExact(few, many),
  two_sd_z_12_40_48_80: () => standardErrorsApart(few, many)!,
  moe_n50_N80_p05: () => marginOfError(50, 80, { share: 0.5 })!,
  'spearman_brown_r.7_k2': () => spearmanBrown(0.7, 2),
  'sem_sd1_alpha.7': () => standardErrorOfMeasurement(1, 0.7),
  'cohen_h_.6_.3': () => cohensH(0.6, 0.3),
};

describe('every reference value is met to 1e-9', () => {
  test.each(Object.keys(computed) as Name[])('%s', (name) => {
    const values = [computed[name]!()].flat();
    expect(values).toHaveLength(reference[name].length);
    values.forEach((value, at) => {
      expect(Math.abs(value - reference[name][at]!)).toBeLessThan(1e-9);
    });
  });

  test('and none of the file is left out', () => {
    const others = Object.keys(reference).filter((name) => !(name in computed));
    expect(others.filter((name) => !/^mccrae2008_|^medianChiSq_/.test(name))).toEqual([]);
  });
});
