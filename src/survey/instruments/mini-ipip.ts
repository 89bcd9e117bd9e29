import { defineInstrument } from '../define-instrument.js';
import type { Instrument } from '../instrument.js';
import {
  accuracyScale,
  ipipInstructions,
  ipipLicence,
  likertItems,
  webNormLimits,
  webNormSource,
} from './ipip.js';

/**
 * The Mini-IPIP: 20 of the IPIP's Big-Five items, four a trait.
 *
 * Mind the pole: the fourth trait is *neuroticism*, the opposite end of the 50 items' emotional stability.
 * The fifth, named intellect or imagination by its authors, is called `openness` here, as in most of the
 * literature, so that a model can name it for either instrument.
 */
export const miniIpip: Instrument = defineInstrument({
  id: 'mini-ipip-20',
  title: 'Mini-IPIP',
  source:
    'Donnellan, Oswald, Baird & Lucas (2006), The Mini-IPIP scales, Psychological Assessment 18(2), 192–203, doi:10.1037/1040-3590.18.2.192',
  licence: ipipLicence,
  instructions: ipipInstructions,
  unvalidatedLanguages: ['it'],
  responseScale: accuracyScale,
  traitNames: {
    extraversion: { en: 'Extraversion', it: 'Estroversione' },
    agreeableness: { en: 'Agreeableness', it: 'Gradevolezza' },
    conscientiousness: { en: 'Conscientiousness', it: 'Coscienziosità' },
    openness: { en: 'Intellect / Imagination', it: 'Intelletto / Immaginazione' },
    neuroticism: { en: 'Neuroticism', it: 'Nevroticismo' },
  },
  norms: {
    source: webNormSource,
    limits: webNormLimits,
    n: 15660,
    traits: {
      extraversion: { mean: 2.92, standardDeviation: 1.02 },
      agreeableness: { mean: 3.94, standardDeviation: 0.85 },
      conscientiousness: { mean: 3.27, standardDeviation: 0.89 },
      neuroticism: { mean: 2.92, standardDeviation: 0.9 },
      openness: { mean: 4.04, standardDeviation: 0.77 },
    },
  },
  reliability: {
    source: 'Donnellan et al. (2006), study 1, doi:10.1037/1040-3590.18.2.192',
    traits: {
      extraversion: 0.77,
      agreeableness: 0.7,
      conscientiousness: 0.69,
      neuroticism: 0.68,
      openness: 0.65,
    },
  },
  items: likertItems([
    ['+', 'extraversion', 'Am the life of the party.', 'Animo le feste e le serate in compagnia.'],
    [
      '+',
      'agreeableness',
      "Sympathize with others' feelings.",
      'Provo empatia per i sentimenti degli altri.',
    ],
    ['+', 'conscientiousness', 'Get chores done right away.', 'Sbrigo subito le incombenze.'],
    ['+', 'neuroticism', 'Have frequent mood swings.', "Ho frequenti sbalzi d'umore."],
    ['+', 'openness', 'Have a vivid imagination.', 'Ho una vivida immaginazione.'],
    ['-', 'extraversion', "Don't talk a lot.", 'Non parlo molto.'],
    [
      '-',
      'agreeableness',
      "Am not interested in other people's problems.",
      'Non mi interessano i problemi degli altri.',
    ],
    [
      '-',
      'conscientiousness',
      'Often forget to put things back in their proper place.',
      'Mi dimentico spesso di rimettere le cose al loro posto.',
    ],
    ['-', 'neuroticism', 'Am relaxed most of the time.', 'Il più delle volte provo una sensazione di calma.'],
    ['-', 'openness', 'Am not interested in abstract ideas.', 'Le idee astratte non mi interessano.'],
    [
      '+',
      'extraversion',
      'Talk to a lot of different people at parties.',
      'Alle feste parlo con molte persone diverse.',
    ],
    ['+', 'agreeableness', "Feel others' emotions.", 'Percepisco le emozioni degli altri.'],
    ['+', 'conscientiousness', 'Like order.', "Mi piace l'ordine."],
    ['+', 'neuroticism', 'Get upset easily.', 'Mi agito facilmente.'],
    [
      '-',
      'openness',
      'Have difficulty understanding abstract ideas.',
      'Ho difficoltà a capire le idee astratte.',
    ],
    ['-', 'extraversion', 'Keep in the background.', 'Resto in secondo piano.'],
    ['-', 'agreeableness', 'Am not really interested in others.', 'In realtà gli altri non mi interessano.'],
    ['-', 'conscientiousness', 'Make a mess of things.', 'Combino pasticci.'],
    ['-', 'neuroticism', 'Seldom feel blue.', 'Di rado mi sento giù di morale.'],
    ['-', 'openness', 'Do not have a good imagination.', 'Non ho una buona immaginazione.'],
  ]),
});
