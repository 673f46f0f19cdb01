import type { BoardFile, Brought } from '../../shared/api/board-file.ts'
import type { CreateBoard } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import type { SentEvent, TakenEvents } from '../../shared/api/events.ts'
import type { ReportFormat } from '../../shared/api/paths.ts'
import type { CommandRefusal, EventsRefusal, ImportRefusal } from '../../shared/api/refusals.ts'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import type { Result } from '../../shared/review/result.ts'
import type { Session } from '../../shared/review/session.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import type { Commit, Member } from '../store/port.ts'

/** The boards in use. */
export interface LiveBoards {
  /** The board, loaded; undefined: there is none. */
  open(board: string): Promise<LiveBoard | undefined>
  /** After a board was deleted: its sockets close, nothing of it stays in memory. */
  drop(board: string): Promise<void>
}

/** The server as author. */
export interface Facilitation {
  newBoard(
    body: CreateBoard,
    creator: Member,
    like?: Pick<Session, 'agenda' | 'sections' | 'settings'>,
  ): { readonly id: string; readonly createdAt: number; readonly first: Commit }
  newBoardOf(
    file: BoardFile,
    creator: Member,
  ): { readonly id: string; readonly createdAt: number; readonly first: Commit; readonly brought: Brought }
  importInto(live: LiveBoard, file: BoardFile): Promise<Result<Brought, ImportRefusal>>
  takeEvents(live: LiveBoard, sent: readonly SentEvent[]): Promise<Result<TakenEvents, EventsRefusal>>
  runCommand(live: LiveBoard, by: string, command: Command): Promise<Result<true, CommandRefusal>>
}

export type RenderReport = (
  format: ReportFormat,
  snapshot: BoardSnapshot,
  context: { readonly boardId: string; readonly now: number; readonly boardUrl?: string | undefined },
) => { readonly body: string; readonly contentType: string; readonly filename: string }

/** What HTTP counts. */
export interface HttpMetrics {
  requested(request: {
    readonly method: string
    /** The route's pattern: as many as there are routes, however many boards there are. */
    readonly route: string
    readonly status: number
    readonly ms: number
  }): void
  /** All metrics in Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

export interface HttpLog {
  debug(fields: object, message: string): void
  error(fields: object, message: string): void
}
