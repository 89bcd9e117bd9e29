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
 * The 50 IPIP items for Goldberg's Big-Five markers, ten a trait.
 *
 * Mind the pole: the fourth trait is *emotional stability*, the opposite end of the Mini-IPIP's neuroticism.
 * Its norm was published for neuroticism (mean 3.05, SD 0.86) and is turned here: 6 − 3.05 = 2.95, same SD.
 * The fifth, named intellect or imagination by its author, is called `openness` here, as in most of the
 * literature, so that a model can name it for either instrument.
 */
export const ipip50: Instrument = defineInstrument({
  id: 'ipip-50',
  title: 'IPIP Big-Five factor markers, 50 items',
  source:
    'Goldberg (1992), The development of markers for the Big-Five factor structure, Psychological Assessment 4(1), 26–42, doi:10.1037/1040-3590.4.1.26; International Personality Item Pool, ipip.ori.org',
  licence: ipipLicence,
  instructions: ipipInstructions,
  unvalidatedLanguages: ['it'],
  responseScale: accuracyScale,
  traitNames: {
    extraversion: { en: 'Extraversion', it: 'Estroversione' },
    agreeableness: { en: 'Agreeableness', it: 'Gradevolezza' },
    conscientiousness: { en: 'Conscientiousness', it: 'Coscienziosità' },
    emotionalStability: { en: 'Emotional stability', it: 'Stabilità emotiva' },
    openness: { en: 'Intellect / Imagination', it: 'Intelletto / Immaginazione' },
  },
  norms: {
    source: webNormSource,
    limits: webNormLimits,
    n: 15660,
    traits: {
      extraversion: { mean: 3.04, standardDeviation: 0.91 },
      agreeableness: { mean: 3.89, standardDeviation: 0.7 },
      conscientiousness: { mean: 3.41, standardDeviation: 0.72 },
      emotionalStability: { mean: 2.95, standardDeviation: 0.86 },
      openness: { mean: 3.92, standardDeviation: 0.62 },
    },
  },
  reliability: {
    source: 'International Personality Item Pool, ipip.ori.org',
    traits: {
      extraversion: 0.87,
      agreeableness: 0.82,
      conscientiousness: 0.79,
      emotionalStability: 0.86,
      openness: 0.84,
    },
  },
  items: likertItems([
    ['+', 'extraversion', 'Am the life of the party.', 'Animo le feste e le serate in compagnia.'],
    ['-', 'agreeableness', 'Feel little concern for others.', 'Mi preoccupo poco degli altri.'],
    ['+', 'conscientiousness', 'Am always prepared.', 'Arrivo sempre con tutto pronto.'],
    ['-', 'emotionalStability', 'Get stressed out easily.', 'Mi stresso facilmente.'],
    ['+', 'openness', 'Have a rich vocabulary.', 'Ho un vocabolario ricco.'],
    ['-', 'extraversion', "Don't talk a lot.", 'Non parlo molto.'],
    ['+', 'agreeableness', 'Am interested in people.', 'Le persone mi interessano.'],
    ['-', 'conscientiousness', 'Leave my belongings around.', 'Lascio le mie cose in giro.'],
    [
      '+',
      'emotionalStability',
      'Am relaxed most of the time.',
      'Il più delle volte provo una sensazione di calma.',
    ],
    [
      '-',
      'openness',
      'Have difficulty understanding abstract ideas.',
      'Ho difficoltà a capire le idee astratte.',
    ],
    ['+', 'extraversion', 'Feel comfortable around people.', 'Mi sento a mio agio in mezzo alla gente.'],
    ['-', 'agreeableness', 'Insult people.', 'Insulto le persone.'],
    ['+', 'conscientiousness', 'Pay attention to details.', 'Faccio attenzione ai dettagli.'],
    ['-', 'emotionalStability', 'Worry about things.', 'Mi preoccupo per le cose.'],
    ['+', 'openness', 'Have a vivid imagination.', 'Ho una vivida immaginazione.'],
    ['-', 'extraversion', 'Keep in the background.', 'Resto in secondo piano.'],
    [
      '+',
      'agreeableness',
      "Sympathize with others' feelings.",
      'Provo empatia per i sentimenti degli altri.',
    ],
    ['-', 'conscientiousness', 'Make a mess of things.', 'Combino pasticci.'],
    ['+', 'emotionalStability', 'Seldom feel blue.', 'Di rado mi sento giù di morale.'],
    ['-', 'openness', 'Am not interested in abstract ideas.', 'Le idee astratte non mi interessano.'],
    ['+', 'extraversion', 'Start conversations.', 'Comincio io le conversazioni.'],
    [
      '-',
      'agreeableness',
      "Am not interested in other people's problems.",
      'Non mi interessano i problemi degli altri.',
    ],
    ['+', 'conscientiousness', 'Get chores done right away.', 'Sbrigo subito le incombenze.'],
    ['-', 'emotionalStability', 'Am easily disturbed.', 'Basta poco per turbarmi.'],
    ['+', 'openness', 'Have excellent ideas.', 'Ho ottime idee.'],
    ['-', 'extraversion', 'Have little to say.', 'Ho poco da dire.'],
    ['+', 'agreeableness', 'Have a soft heart.', 'Ho il cuore tenero.'],
    [
      '-',
      'conscientiousness',
      'Often forget to put things back in their proper place.',
      'Mi dimentico spesso di rimettere le cose al loro posto.',
    ],
    ['-', 'emotionalStability', 'Get upset easily.', 'Mi agito facilmente.'],
    ['-', 'openness', 'Do not have a good imagination.', 'Non ho una buona immaginazione.'],
    [
      '+',
      'extraversion',
      'Talk to a lot of different people at parties.',
      'Alle feste parlo con molte persone diverse.',
    ],
    ['-', 'agreeableness', 'Am not really interested in others.', 'In realtà gli altri non mi interessano.'],
    ['+', 'conscientiousness', 'Like order.', "Mi piace l'ordine."],
    ['-', 'emotionalStability', 'Change my mood a lot.', 'Cambio spesso umore.'],
    ['+', 'openness', 'Am quick to understand things.', 'Capisco le cose in fretta.'],
    [
      '-',
      'extraversion',
      "Don't like to draw attention to myself.",
      "Non mi piace attirare l'attenzione su di me.",
    ],
    ['+', 'agreeableness', 'Take time out for others.', 'Trovo il tempo per gli altri.'],
    ['-', 'conscientiousness', 'Shirk my duties.', 'Mi sottraggo ai miei doveri.'],
    ['-', 'emotionalStability', 'Have frequent mood swings.', "Ho frequenti sbalzi d'umore."],
    ['+', 'openness', 'Use difficult words.', 'Uso parole difficili.'],
    [
      '+',
      'extraversion',
      "Don't mind being the center of attention.",
      "Non mi dispiace essere al centro dell'attenzione.",
    ],
    ['+', 'agreeableness', "Feel others' emotions.", 'Percepisco le emozioni degli altri.'],
    ['+', 'conscientiousness', 'Follow a schedule.', 'Seguo un programma.'],
    ['-', 'emotionalStability', 'Get irritated easily.', 'Mi irrito facilmente.'],
    ['+', 'openness', 'Spend time reflecting on things.', 'Dedico tempo a riflettere sulle cose.'],
    ['-', 'extraversion', 'Am quiet around strangers.', 'Con gli estranei parlo poco.'],
    ['+', 'agreeableness', 'Make people feel at ease.', 'Metto le persone a proprio agio.'],
    ['+', 'conscientiousness', 'Am exacting in my work.', 'Nel mio lavoro sono esigente.'],
    ['-', 'emotionalStability', 'Often feel blue.', 'Mi sento spesso giù di morale.'],
    ['+', 'openness', 'Am full of ideas.', 'Ho sempre tante idee.'],
  ]),
});
