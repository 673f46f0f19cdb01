import { useState } from 'react'
import type { BoardAnswer, Problem } from '../../shared/api/boards.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNote } from '../ui/ProblemNote.tsx'
import { HomeLink, MessagePage } from './pages.tsx'

/** Asked before a link makes this browser somebody else: whoever sent it may not be the one who opens it. */
export function OtherPersonPage({
  name,
  answer,
  onGoOn,
  onStay,
}: {
  readonly name: string
  readonly answer: BoardAnswer | null
  readonly onGoOn: () => Promise<Problem | null>
  readonly onStay: (answer: BoardAnswer) => void
}) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const goOn = async () => {
    setBusy(true)
    setProblem(await onGoOn())
    setBusy(false)
  }
  return (
    <MessagePage
      title={`Go on as ${name}?`}
      action={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void goOn()}>
            Go on as {name}
          </Button>
          {answer === null ? <HomeLink /> : <Button onClick={() => onStay(answer)}>Stay {answer.me.name}</Button>}
        </>
      }
    >
      <p>
        {answer === null ? 'This browser belongs to somebody else.' : `In this browser you are ${answer.me.name}.`} The
        link makes it {name}’s, on every review, and so is what was written here and not sent yet.
      </p>
      <p className="text-ink">
        Go on only if you are {name} and made this link yourself. To come back, you need a link of your own from another
        device.
      </p>
      {problem && <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>}
    </MessagePage>
  )
}
