import { Suspense } from 'react'
import { LeftBehindNotice } from '../features/saved/LeftBehindNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { lazily } from '../ui/lazily.ts'
import { backupWords, type PageWords } from './backup-words.ts'
import { type ClosedBecause, isAway } from './enter-board.ts'
import { HomeLink, MessagePage } from './pages.tsx'

const KeptCopyFiles = lazily(async () => (await import('../features/saved/KeptCopyFiles.tsx')).KeptCopyFiles)

const words: Readonly<Record<ClosedBecause, PageWords>> = {
  ...backupWords,
  'no-such-board': {
    title: 'This review does not exist',
    happened: 'There is no review at this address. It may have been deleted, or the link was cut short.',
    safe: 'Nothing of your other reviews is touched.',
    todo: 'Ask whoever sent the link to copy it again.',
  },
  'not-a-member': {
    title: 'You are not on this review',
    happened: 'This browser is not known here: you joined on another one, were removed, or came without an invitation.',
    safe: 'If you wrote something here before, it is still on the review.',
    todo: 'Ask a facilitator for a link, or open the review where you joined and choose “Continue on another device”.',
  },
  'wrong-link': {
    title: 'This link no longer works',
    happened: 'It was replaced by a new one, used up, or not copied whole.',
    safe: 'The review itself is fine.',
    todo: 'Ask a facilitator for the current link. A link to yourself works once and for ten minutes; make a new one.',
  },
  unreachable: {
    title: 'The review can’t be reached',
    happened: 'The server does not answer, or this device has no connection.',
    safe: 'What you wrote on this device is kept, and sent as soon as there is a connection.',
    todo: 'We keep trying every few seconds. You can also try yourself.',
  },
  'too-fast': {
    title: 'That was a lot in a short time',
    happened: 'The server takes a breath before it answers again.',
    safe: 'Nothing is lost.',
    todo: 'Wait a minute, then try again.',
  },
  'too-busy': {
    title: 'The server is full, or restarting',
    happened: 'It has no room for this review just now.',
    safe: 'Nothing is lost: the review is on its disk, and what you wrote on this device is kept.',
    todo: 'We keep trying every few seconds. If that takes long, tell whoever runs the server.',
  },
}

/** Why one is not on the board: what happened, what is safe, what to do. */
export function ClosedPage({
  board,
  because,
  onRetry,
}: {
  readonly board: string
  readonly because: ClosedBecause
  readonly onRetry: () => void
}) {
  const { title, happened, safe, todo } = words[because]
  const mayRetry = isAway(because) || because === 'too-fast'
  return (
    <MessagePage
      title={title}
      action={
        <>
          {mayRetry && (
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
          )}
          <Suspense>{because === 'not-in-backup' && <KeptCopyFiles board={board} />}</Suspense>
          <HomeLink />
        </>
      }
    >
      <p>{happened}</p>
      <p>{safe}</p>
      <p className="text-ink">{todo}</p>
      {because === 'no-such-board' && <LeftBehindNotice board={board} because="no-such-board" />}
      {because === 'not-a-member' && <LeftBehindNotice board={board} because="removed-from-board" />}
    </MessagePage>
  )
}
