import type { WriteRefusal } from '../../../shared/document/may.ts'
import type { Full } from '../weights.ts'

/** Why the guard refuses an update: the reason of a 4403. */
export type GuardRefusal =
  | WriteRefusal
  /** Not an update, or one that no Yjs client writes. */
  | 'malformed'
  /** A new struct under a client id that belongs to someone else. */
  | 'client-id'
  /** A subdocument, an embed, a format, bytes: kinds of content that no field holds. */
  | 'forbidden-content'
  | 'unknown-root'
  | 'unknown-field'
  /** Known content in a place that holds another kind, such as a list in a map. */
  | 'wrong-kind'
  | 'invalid-value'
  /** `removed.by` names someone else. */
  | 'not-the-writer'
  | 'entry-overwritten'
  | 'entry-incomplete'
  | 'text-replaced'
  | 'value-missing'
  /** A draft under the id of a note that is not its author's. */
  | 'id-taken'
  | 'too-large'
  /** More entries or votes than one root takes. */
  | 'too-many-entries'
  | Full
