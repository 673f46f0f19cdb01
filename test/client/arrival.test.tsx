// @vitest-environment jsdom
import { Suspense, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lazily, useArrival } from '../../client/ui/lazily.ts'

/** As long as a row of a record takes on a slow machine. */
function Row() {
  const until = performance.now() + 5
  while (performance.now() < until);
  return <li>An event</li>
}

const events = Array.from({ length: 60 }, (_, nth) => `event-${nth}`)

const Long = () => events.map((id) => <Row key={id} />)

let arrive: (part: typeof Long) => void = () => {}
const code = new Promise<typeof Long>((resolve) => {
  arrive = resolve
})
const Part = lazily(() => code)

function Clock() {
  const now = useSyncExternalStore(
    (tick) => {
      const timer = setInterval(tick, 50)
      return () => clearInterval(timer)
    },
    () => Math.floor(performance.now() / 50),
  )
  return <time>{now}</time>
}

function Place() {
  useArrival(Part)
  return (
    <Suspense fallback="Opening">
      <Part />
    </Suspense>
  )
}

describe('a long part of a page', () => {
  // As in a browser, where nobody waits for React between two changes.
  beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false))
  afterEach(() => vi.unstubAllGlobals())

  it('[PAGE5] is shown once its code has come, also beside something that changes all the time', async () => {
    const place = document.createElement('div')
    const root = createRoot(place)
    root.render(
      <>
        <Clock />
        <Place />
      </>,
    )
    await vi.waitFor(() => expect(place.textContent).toContain('Opening'), 10_000)
    arrive(Long)
    await vi.waitFor(() => expect(place.querySelectorAll('li')).toHaveLength(60), 3000)
    root.unmount()
  })
})
