import type { ReactNode } from 'react'
import { UnsavedNotice } from '../features/saved/UnsavedNotice.tsx'
import { useSavedState } from '../session/hooks.ts'
import type { EndedBecause } from '../session/saved-state.ts'
import { Button } from '../ui/Button.tsx'
import { HomeLink, MessagePage } from './pages.tsx'

type Final = Exclude<EndedBecause, 'putting-in-order' | 'page-too-old'>

const words: Readonly<Record<Final, { readonly title: string; readonly happened: string; readonly todo: string }>> = {
  'no-identity': {
    title: 'This browser is no longer known here',
    happened: 'Its cookie was deleted, or you became somebody else on this review in another tab.',
    todo: 'Join again with the link you were sent, or with a link to yourself from another device.',
  },
  'removed-from-board': {
    title: 'You are no longer on this review',
    happened: 'A facilitator removed you. The notes and actions you added stay on it.',
    todo: 'If that was a mistake, ask a facilitator for a link and join again.',
  },
  'no-such-board': {
    title: 'This review was deleted',
    happened: 'A facilitator deleted it for everyone.',
    todo: 'If you need something of it, ask whether a report was taken.',
  },
}

/** The board, or why it is over for this browser. Words that are not on it are offered either way. */
export function EndedPage({ onRejoin, children }: { readonly onRejoin: () => void; readonly children: ReactNode }) {
  const ended = useSavedState()
  if (ended.state !== 'refused' || ended.because === 'putting-in-order' || ended.because === 'page-too-old') {
    return children
  }
  const { title, happened, todo } = words[ended.because]
  return (
    <>
      <UnsavedNotice />
      <MessagePage
        title={title}
        action={
          <>
            {ended.because === 'no-identity' && (
              <Button variant="primary" onClick={onRejoin}>
                Try again
              </Button>
            )}
            <HomeLink />
          </>
        }
      >
        <p>{happened}</p>
        <p className="text-ink">{todo}</p>
      </MessagePage>
    </>
  )
}
