import type { Chance } from '../support/chance.ts'

/** What a thought is about; notes of one topic are grouped under its name. */
interface Topic {
  readonly name: string
  readonly word: string
  readonly action: string
}

const topics: readonly Topic[] = [
  { name: 'Alerts that reach somebody', word: 'alert', action: 'Page on replication lag, not on uptime' },
  { name: 'Failover without a human', word: 'failover', action: 'Ask a human before a failover crosses regions' },
  { name: 'Runbooks', word: 'runbook', action: 'Rehearse each runbook once a quarter' },
  { name: 'How deploys stop', word: 'deploy', action: 'Freeze deploys with one command' },
  { name: 'Telling our users', word: 'status page', action: 'Name who updates the status page in every rota' },
  { name: 'Backups that restore', word: 'backup', action: 'Restore a backup every week, and time it' },
  { name: 'Dashboards', word: 'dashboard', action: 'Show how old each replica is on the dashboard' },
  { name: 'Handing over on call', word: 'hand-over', action: 'Write a hand-over note at the end of each shift' },
]

const thoughts: Readonly<Record<string, readonly string[]>> = {
  'went-well': [
    'The {} worked as we had drilled it',
    'Somebody thought of the {} within minutes',
    'The {} that we added in spring paid off',
    'Everyone knew where to find the {}',
  ],
  lessons: [
    'No {} is trusted that nobody owns',
    'We had not asked what the {} does when the primary is 60 ms away',
    'The {} is part of the product, too',
    'Two teams meant two different things by “{}”',
  ],
  'future-considerations': [
    'What would the {} have told us at three in the morning?',
    'Could the {} be rehearsed without anybody noticing?',
    'A second pair of eyes before the {} runs',
    'Let the {} say what it is about to do',
  ],
  'ongoing-problems': [
    'The {} still depends on the system that it watches',
    'Nobody is told when the {} changes',
    'The {} takes half an hour, every time',
    'The {} is known to three people',
  ],
}

const always = ['The {} surprised us', 'More about the {}, please', 'The {} held up']
const remarks = [
  'Seen twice this year',
  'The database team knows more',
  'Worth a drill',
  'Not only here',
  'Who owns it?',
]
const proofs = ['A game day shows it', 'The next review asks for it', 'A test fails without it']

/** What simulated people say, each in their own words. */
export class Words {
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** For a section of any template. */
  thought(section: string): string {
    const topic = this.#chance.of(topics)?.word ?? ''
    return (this.#chance.of(thoughts[section] ?? always) ?? '').replaceAll('{}', topic)
  }

  remark(): string {
    return this.#chance.of(remarks) ?? ''
  }

  proof(): string {
    return this.#chance.of(proofs) ?? ''
  }
}

/** What a note or a theme is about. */
export function topicOf(text: string): Topic | undefined {
  return topics.find(({ word, name }) => text.includes(word) || text === name)
}

const firstNames =
  'Ana Ben Chidi Dana Ema Femi Gita Hugo Ines Jun Kofi Lena Mina Noor Omar Pia Quinn Rosa Sami Tove Uma Vito Wen Xenia Yara Zoe'
const surnames = 'Oyelaran Castellanos Okafor Lindqvist Novák Sato Haddad Moreau Silva Kaya'

/** No two alike among the first few hundred; `n` from 0. */
export function nameOf(n: number): string {
  const [first, last] = [firstNames.split(' '), surnames.split(' ')]
  return `${first[n % first.length]} ${last[(n + Math.floor(n / first.length)) % last.length]}`
}
