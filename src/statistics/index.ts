/** Room `statistics`: numbers about people and programmes that other rooms report. */
export { attainmentTScore } from './attainment-t-score.js';
