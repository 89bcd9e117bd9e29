/** "Why not her, what else?": exact prices, in words for each audience. Run with `npx tsx examples/05-why-not-her.ts`. */
import {
  alternativeMatchings,
  compileCohort,
  describe,
  explainPair,
  explainUnmatched,
  findSupplyGaps,
  matchCohort,
  parseMatching,
  priceOfPair,
  rankMentors,
} from 'mentor-matching';

const cohort = compileCohort(
  {
    mentors: [
      { id: 'lee', skills: [{ name: 'SQL', level: 4 }], interests: ['climbing', 'jazz'] },
      { id: 'kim', skills: [{ name: 'Negotiation', level: 3 }], interests: ['chess'] },
    ],
    mentees: [
      { id: 'ana', skillsWanted: [{ name: 'sql', level: 3 }], interests: ['climbing'] },
      { id: 'bo', skillsWanted: [{ name: 'negotiation', level: 4 }], interests: ['jazz', 'chess'] },
      { id: 'cy', skillsWanted: [{ name: 'sql', level: 2 }], interests: ['opera'] },
    ],
  },
  { assumeOptedIn: true },
);
/* A matching is plain JSON: the answers below need no second solve, also in another process. */
const matching = parseMatching(JSON.stringify(matchCohort(cohort)));

console.log(describe(priceOfPair(cohort, matching, 'cy', 'lee')));
// Forcing the pair changes the number of pairs by 0 and the total by -0.2.
// - cy: nobody → lee
// - ana: lee → nobody
for (const { mentorId, price } of rankMentors(cohort, 'bo', { matching })) {
  console.log(`bo with ${mentorId}: ${price?.status === 'possible' ? price.scoreLost : 'not possible'}`);
}
// bo with kim: 0
// bo with lee: 1.316667
const [next] = alternativeMatchings(cohort, matching, { count: 1 });
console.log(`next best total: ${next?.totalScore}, ${next?.changes.length} people change`);
// next best total: 1.25, 2 people change

const left = explainUnmatched(cohort, matching, 'cy');
console.log(`cy: ${left.reason.code}; cheapest with ${left.cheapestWayIn?.partnerId}`);
// cy: notEnoughPlaces; cheapest with lee
const [gap] = findSupplyGaps(cohort, matching).onePlaceMore;
console.log(`one place more of ${gap?.mentorId} adds ${gap?.pairsGained} pair`);
// one place more of lee adds 1 pair

const pair = explainPair(cohort, 'ana', 'lee');
console.log(describe(pair, { audience: 'participant' }));
// You both like climbing.
// lee can help with sql.
