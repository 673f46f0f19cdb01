import { nanoid } from 'nanoid'
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Brought, ImportBoard } from '../../shared/api/board-file.ts'
import type { BoardListing, CreateBoard, Problem } from '../../shared/api/boards.ts'
import { boardPage } from '../../shared/api/paths.ts'
import { FromFile } from '../features/from-file/FromFile.tsx'
import { DeviceList } from '../features/home/DeviceList.tsx'
import { ExampleList } from '../features/home/ExampleList.tsx'
import { ReviewList } from '../features/home/ReviewList.tsx'
import { StartReview } from '../features/home/StartReview.tsx'
import { Templates } from '../features/templates/Templates.tsx'
import { ThemeMenu } from '../features/theme/ThemeMenu.tsx'
import { createBoard, getTime, importBoard, listBoards } from '../session/api.ts'
import { useOwnTemplates } from '../session/own-templates.ts'
import { ProblemNote } from '../ui/ProblemNote.tsx'
import { toast } from '../ui/toast.ts'
import { knownBoards } from './known-boards.ts'
import { Wordmark } from './Wordmark.tsx'

export function HomePage() {
  const [, navigate] = useLocation()
  const start = useCallback(
    async (board: CreateBoard): Promise<Problem | null> => {
      const answer = await createBoard(board)
      if (!answer.allowed) return answer.reason
      navigate(boardPage(answer.value.board.id))
      return null
    },
    [navigate],
  )

  const bring = useCallback(
    async (body: ImportBoard): Promise<Problem | null> => {
      const answer = await importBoard(body)
      if (!answer.allowed) return answer.reason
      toast({ title: broughtWords(answer.value.brought) })
      navigate(boardPage(answer.value.board.id))
      return null
    },
    [navigate],
  )

  const [own, setOwn] = useOwnTemplates()
  const mine = useMyReviews()
  const boards = mine.listed.state === 'listed' ? mine.listed.boards : []
  // Then what this device has is all that can be done.
  const isDown = mine.listed.state === 'failed'
  return (
    <div className="mx-auto max-w-280 px-5 pb-20 sm:px-8">
      <title>Hindsight</title>
      <header className="flex items-center gap-3 py-5">
        <Wordmark />
        <p className="flex-1 text-ink-soft max-sm:invisible">Blameless incident reviews, together</p>
        <ThemeMenu />
      </header>
      <main className="space-y-12">
        <h1 className="sr-only">Hindsight</h1>
        {isDown && <MyReviews {...mine} />}
        <div className="grid gap-x-14 gap-y-10 pt-2 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
          <StartReview
            boards={boards}
            own={own}
            templates={(onUse) => <Templates templates={own} newId={nanoid} onChange={setOwn} onUse={onUse} />}
            onStart={start}
          >
            <FromFile boards={boards} onBring={bring} />
          </StartReview>
          <div className="lg:pt-7">
            <ExampleList onStart={start} />
          </div>
        </div>
        {!isDown && <MyReviews {...mine} />}
      </main>
    </div>
  )
}

function broughtWords({ added, filled, there }: Brought): string {
  if (added + filled === 0) return 'Everything in the file was here already'
  return there === 0
    ? 'The review is imported'
    : `Added what was missing: ${added + filled} of ${added + filled + there}`
}

type Listed =
  | { readonly state: 'loading' }
  /** `now`: the server's clock, by which the reviews are dated; epoch milliseconds. */
  | { readonly state: 'listed'; readonly boards: readonly BoardListing[]; readonly now: number }
  | { readonly state: 'failed'; readonly problem: Problem }

interface Mine {
  readonly listed: Listed
  readonly load: () => Promise<void>
}

function useMyReviews(): Mine {
  const [listed, setListed] = useState<Listed>({ state: 'loading' })
  const load = useCallback(async () => {
    const [answer, time] = await Promise.all([listBoards(), getTime()])
    const now = time.allowed ? time.value.now : Date.now()
    if (answer.allowed) setListed({ state: 'listed', boards: answer.value, now })
    // Nobody yet: no review either.
    else if (answer.reason.type === 'no-identity') setListed({ state: 'listed', boards: [], now })
    else setListed({ state: 'failed', problem: answer.reason })
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  return { listed, load }
}

function MyReviews({ listed, load }: Mine) {
  if (listed.state === 'failed')
    return (
      <>
        <ProblemNote title="Your reviews could not be listed" onTryAgain={load}>
          {listed.problem.detail} Nothing of them is lost.
        </ProblemNote>
        <DeviceList reviews={knownBoards()} />
      </>
    )
  return (
    <ReviewList
      boards={listed.state === 'listed' ? listed.boards : null}
      now={listed.state === 'listed' ? listed.now : 0}
    />
  )
}
