import { CircleCheckBig, Search } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Excerpt } from '../../../shared/api/across.ts'
import type { BoardListing } from '../../../shared/api/boards.ts'
import { boardPage } from '../../../shared/api/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { severityTone } from '../../ui/severity-tone.ts'
import { howLongAgo } from '../../ui/times.ts'
import { matching } from './matching.ts'
import { useFound } from './use-found.ts'

/** The reviews this browser's person is on; null while they are on their way. */
export function ReviewList({ boards, now }: { readonly boards: readonly BoardListing[] | null; readonly now: number }) {
  const [words, setWords] = useState('')
  const found = useFound(words)
  const excerpts = new Map(found?.found.map((each) => [each.id, each.excerpts]))
  const alike = new Set(boards === null ? [] : matching(boards, words))
  const shown = boards?.filter((board) => alike.has(board) || excerpts.has(board.id)) ?? null
  return (
    <section aria-labelledby="reviews">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="reviews" className="flex-1 text-lg font-semibold">
          Reviews you are on
        </h2>
        {boards !== null && boards.length > 0 && (
          <div className="relative w-full sm:w-64">
            <Search
              aria-hidden="true"
              className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
            />
            <TextInput
              type="search"
              aria-label="Search your reviews"
              value={words}
              placeholder="Title, service, tag or any words"
              onChange={(event) => setWords(event.target.value)}
              className="pl-8"
            />
          </div>
        )}
      </div>
      <div className="mt-3">
        {shown === null ? (
          <Skeleton />
        ) : shown.length > 0 ? (
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
            {shown.map((board) => (
              <Row key={board.id} board={board} now={now} excerpts={excerpts.get(board.id) ?? []} />
            ))}
          </ul>
        ) : (
          <p className="rounded-lg border border-dashed border-line-strong px-5 py-6 text-ink-soft">
            {words === ''
              ? 'The reviews you start or join are listed here, on this browser. To come back from another one, choose “Continue on another device” on the board.'
              : `No review matches “${words}”.`}
          </p>
        )}
        {found !== null && found.unread > 0 && (
          <p className="mt-2 text-sm text-ink-soft">
            {found.unread} older {found.unread === 1 ? 'review was' : 'reviews were'} looked through by title alone.
          </p>
        )}
      </div>
    </section>
  )
}

interface RowProps {
  readonly board: BoardListing
  readonly now: number
  /** Where the words that are looked for stand in it. */
  readonly excerpts: readonly Excerpt[]
}

function Row({ board, now, excerpts }: RowProps) {
  return (
    <li>
      <Link
        href={boardPage(board.id)}
        className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-ink/4 focus-visible:-outline-offset-2 sm:grid-cols-[4.5rem_1fr_9rem_7rem_6rem]"
      >
        <span className="max-sm:order-2 max-sm:row-start-2">
          {board.severity && <Badge tone={severityTone(board.severity)}>{board.severity}</Badge>}
        </span>
        <span className="min-w-0 truncate font-medium max-sm:col-span-2">{board.title}</span>
        <span className="text-sm text-ink-soft max-sm:hidden">
          {board.status === 'closed' ? 'Finished' : board.phase}
        </span>
        <span className="flex items-center gap-1.5 text-sm text-ink-soft max-sm:hidden">
          {board.openActions > 0 ? (
            <>
              <CircleCheckBig aria-hidden="true" className="size-3.5" />
              {board.openActions} open action{board.openActions === 1 ? '' : 's'}
            </>
          ) : null}
        </span>
        <span className="text-right text-sm text-ink-soft">{howLongAgo(board.createdAt, now)}</span>
        {excerpts.map(({ where, words }) => (
          <span
            key={`${where} ${words}`}
            className="col-span-full truncate text-sm text-ink-soft max-sm:order-3 sm:pl-[5.5rem]"
          >
            <span className="text-ink">{where}:</span> {words}
          </span>
        ))}
      </Link>
    </li>
  )
}

/** As high as the first rows, so that nothing jumps when they come. */
function Skeleton() {
  return (
    <div aria-hidden="true" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {['a', 'b', 'c'].map((row) => (
        <div key={row} className="flex h-[47px] items-center px-4">
          <div className="h-3 w-1/3 animate-pulse rounded-sm bg-ink/8" />
        </div>
      ))}
    </div>
  )
}
