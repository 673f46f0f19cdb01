import * as fc from 'fast-check'
import { type Ballot, votesOf } from '../../shared/review/ballot.ts'
import type { Pinboard } from '../../shared/review/placement.ts'
import type { Target } from '../../shared/review/session.ts'
import { note, removed, section, theme } from './board.ts'

/** What is voted on: a section that takes no votes, a theme with a note, two notes of their own, and some in the bin. */
export const board: Pinboard = {
  sections: [section('went-well', { votable: false }), section('lessons')],
  themes: [theme('alerting'), theme('binned', { removed })],
  notes: [
    note('thanks', { section: 'went-well' }),
    note('alerts', { text: 'Alerts came late', rank: 'a1' }),
    note('deploys', { text: 'Deploys stopped', rank: 'a0' }),
    note('pager', { theme: 'alerting' }),
    note('gone', { removed }),
  ],
}

/** Whatever a desk may hold: also what no client of ours writes. */
export const anyVotes = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300),
)
export const anyTarget = fc.constantFrom<Target>(
  'note:thanks',
  'note:alerts',
  'note:deploys',
  'note:pager',
  'note:gone',
  'note:unknown',
  'theme:alerting',
  'theme:binned',
  'section:lessons',
)
export const anyBallot: fc.Arbitrary<Ballot> = fc.dictionary(anyTarget, anyVotes)
export const anyBallots = fc
  .dictionary(fc.constantFrom('ana', 'ben', 'fay'), anyBallot)
  .map((all) => new Map(Object.entries(all)))
export const anySettings = fc.record({
  votes: fc.integer({ min: 1, max: 9 }),
  maxPerTarget: fc.integer({ min: 1, max: 9 }),
})

/** All votes of a ballot. */
export const sumOf = (votes: Ballot) => votesOf(votes).reduce((sum, [, count]) => sum + count, 0)
