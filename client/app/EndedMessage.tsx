import { Suspense } from 'react'
import type { TurnedAway } from '../../shared/protocol/close-reasons.ts'
import { turnedAwayWords } from '../features/saved/turned-away.ts'
import { UnsavedNotice } from '../features/saved/UnsavedNotice.tsx'
import { useSession } from '../session/context.tsx'
import type { EndedBecause } from '../session/saved-state.ts'
import { useSnapshot } from '../session/snapshot.ts'
import { Button } from '../ui/Button.tsx'
import { lazily } from '../ui/lazily.ts'
import { backupWords, type PageWords } from './backup-words.ts'
import { HomeLink, MessagePage } from './pages.tsx'

const TakeAway = lazily(async () => (await import('../features/saved/TakeAway.tsx')).TakeAway)

/** Why a board is over for this browser, for as long as the page is open. */
export type Final = Exclude<EndedBecause, 'putting-in-order' | 'page-too-old'>

const words: Readonly<Record<Final, PageWords>> = {
  ...backupWords,
  'no-identity': {
    title: 'This browser is no longer known here',
    happened: 'Its cookie was deleted, or it became somebody else’s in another tab.',
    safe: 'What you wrote is on the review, and what was not sent yet goes there once this browser is let in again.',
    todo: 'Join again with the link you were sent, or with a link to yourself from another device.',
  },
  'removed-from-board': {
    title: 'You are no longer on this review',
    happened: 'A facilitator removed you.',
    safe: 'The notes and actions you added stay on it.',
    todo: 'If that was a mistake, ask a facilitator for a link and join again.',
  },
  'no-such-board': {
    title: 'This review was deleted',
    happened: 'A facilitator deleted it for everyone.',
    safe: 'Nothing of your other reviews is touched.',
    todo: 'If you need something of it, ask whether a report was taken.',
  },
}

/** There is nothing to show here yet: once there is room the board takes the place of this. */
export function NotLetIn({ because }: { readonly because: TurnedAway }) {
  const { title, happened, todo } = turnedAwayWords[because]
  return (
    <MessagePage title={title} action={<HomeLink />}>
      <p>{happened}</p>
      <p>What you wrote is not lost.</p>
      <p className="text-ink">{todo}</p>
    </MessagePage>
  )
}

/** Why the board is over for this browser. Words that are not on it are offered. */
export function EndedMessage({ because, onRejoin }: { readonly because: Final; readonly onRejoin: () => void }) {
  const { title, happened, safe, todo } = words[because]
  return (
    <>
      <UnsavedNotice />
      <MessagePage
        title={title}
        action={
          <>
            {because === 'no-identity' && (
              <Button variant="primary" onClick={onRejoin}>
                Try again
              </Button>
            )}
            {because === 'not-in-backup' && <ShownFiles />}
            <HomeLink />
          </>
        }
      >
        <p>{happened}</p>
        <p>{safe}</p>
        <p className="text-ink">{todo}</p>
      </MessagePage>
    </>
  )
}

function ShownFiles() {
  return (
    <Suspense>
      <TakeAway board={useSession().boardId} snapshot={useSnapshot()} />
    </Suspense>
  )
}
