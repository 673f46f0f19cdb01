import type { RoomResult } from './room-votes.ts'
import type { Settings, Target } from './session.ts'

/** Set while an entry rests in the bin. `by` is null where an anonymous author took the note back. */
export interface Removed {
  readonly by: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Note {
  readonly id: string
  readonly section: string
  readonly text: string
  /** What was said about it. */
  readonly discussion: string
  /** Person id; null on an anonymous board. */
  readonly author: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly rank: string
  /** Theme id; null while ungrouped. */
  readonly theme: string | null
  readonly removed?: Removed | undefined
}

export interface Theme {
  readonly id: string
  readonly label: string
  readonly discussion: string
  readonly rank: string
  readonly removed?: Removed | undefined
  /** Id of the theme of which it is part since it was merged; counts only while it is removed. */
  readonly mergedInto?: string | undefined
}

export interface ActionItem {
  readonly id: string
  readonly title: string
  /** A person id, or a name of somebody who is not on the board. */
  readonly owner: string | null
  /** YYYY-MM-DD. */
  readonly due: string | null
  /** Set by hand only while there is no due date. */
  readonly horizon?: 'immediate' | 'short-term' | 'long-term' | undefined
  readonly priority: Level
  readonly status: 'not-started' | 'in-progress' | 'complete'
  readonly verification: string
  readonly source: Target | null
  readonly kind: 'corrective' | 'preventive' | null
  readonly link: string | null
  /** What shows that the verification was done, such as a link or a sentence. */
  readonly evidence?: string | undefined
  /** By which means it prevents. */
  readonly prevention?: Prevention | null | undefined
  /** How hard the problem would hit again. */
  readonly impact?: Level | null | undefined
  /** How likely it is to come back. */
  readonly recurrence?: Level | null | undefined
  /** By what number its success is told. */
  readonly metric?: string | undefined
  readonly rank: string
  readonly removed?: Removed | undefined
}

export type Level = 'high' | 'medium' | 'low'
export type Prevention = 'monitoring' | 'system' | 'process' | 'training' | 'infrastructure'

/** A person's draft, as it lies on their desk. */
export interface Draft {
  readonly id: string
  readonly section: string
  readonly text: string
  readonly rank: string
  readonly removed?: Removed | undefined
  /** The wording already carried over into the note; absent until published. */
  readonly published?: string | undefined
  /** Its removal has taken the anonymous note that it became off the board. */
  readonly takenBack?: true | undefined
}

/** The counted votes of a round. */
export interface RoundResult {
  /** Id of the agenda item the round belongs to. */
  readonly phase: string
  /** The mode under which the round began, whatever the settings say now. */
  readonly ballot: Settings['ballot']
  readonly openedAt: number
  /** Null while the round is open. */
  readonly closedAt: number | null
  /** How many people voted. */
  readonly voters: number
  /** Votes cast within the budget. */
  readonly cast: number
  readonly votes: Readonly<Record<Target, number>>
  /** Each target's text as it was when counted. */
  readonly labels: Readonly<Record<Target, string>>
  /** How many people's ballots came or changed after the count. */
  readonly late: number
  /** What each voter has to give; absent on a round of an older board, where the settings tell. */
  readonly budget?: Budget | undefined
  /** What alone is voted on; absent: all that can be. */
  readonly targets?: readonly Target[] | undefined
  /** Id of the round whose ties this one breaks. */
  readonly breaks?: string | undefined
  /** How many people said that they give no vote. */
  readonly abstained?: number | undefined
  /** What was cast for people in the room, counted apart. */
  readonly room?: RoomResult | undefined
  /** How many people could vote when it was counted. */
  readonly eligible?: number | undefined
}

/** What one voter may give in a round: `votes` in all, `maxPerTarget` to one target. */
export type Budget = Pick<Settings, 'votes' | 'maxPerTarget'>
