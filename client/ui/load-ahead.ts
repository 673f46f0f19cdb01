type Load = () => Promise<unknown>

/** For how long a page is left to itself that nobody has touched yet. */
const settleMs = 4000

const signs = ['pointerdown', 'keydown'] as const
let state: 'new' | 'settling' | 'settled' = 'new'
let waiting: readonly Load[] = []

/**
 * Fetches what will be wanted later: once somebody has begun to use the page, or it has been there for a while, and the
 * browser has nothing else to do.
 *
 * @remarks
 * What a page shows first waits for nothing of this, and what is opened when the network is gone is there already.
 */
export function loadAhead(...loads: readonly Load[]): void {
  waiting = [...waiting, ...loads]
  if (state === 'new') settle()
  if (state === 'settled') whenIdle(fetchWaiting)
}

function settle(): void {
  state = 'settling'
  const timer = setTimeout(begin, settleMs)
  for (const sign of signs) window.addEventListener(sign, begin, { capture: true, passive: true })

  function begin() {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, begin, { capture: true })
    state = 'settled'
    whenIdle(fetchWaiting)
  }
}

function fetchWaiting(): void {
  const loads = waiting
  waiting = []
  // What does not arrive now is fetched again when it is shown.
  for (const load of loads) load().catch(() => undefined)
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run)
  else setTimeout(run, 200)
}
