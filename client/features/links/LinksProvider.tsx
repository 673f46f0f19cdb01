import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { type Linking, LinkingProvider } from '../../session/linking.tsx'
import { usePanels } from '../../session/panels.tsx'
import { showTarget } from '../../session/show-target.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { lazily } from '../../ui/lazily.ts'
import { loadAhead } from '../../ui/load-ahead.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { LinkEnds, LinkedTo } from './LinkedTo.tsx'
import { thingAt } from './things-on-page.ts'

const LinkDialog = lazily(async () => (await import('./LinkDialog.tsx')).LinkDialog)
const LinkByDragging = lazily(
  async () => (await import('./LinkByDragging.tsx')).LinkByDragging,
  () => null, // links are made by menu and key then
)
const PeekDialog = lazily(async () => (await import('./PeekDialog.tsx')).PeekDialog)

type Asked = { readonly about: 'link' | 'peek'; readonly target: Target } | null

/** Lets all that is shown inside it be linked, by menu and by key, and leads from one end of a link to the other. */
export function LinksProvider({ children }: { readonly children: ReactNode }) {
  const panels = usePanels()
  const latestPanels = useRef(panels)
  useEffect(() => {
    latestPanels.current = panels
  })
  const [asked, ask] = useState<Asked>(null)
  const [canDrag, setCanDrag] = useState(false)
  useEffect(() => {
    const dragging = () => LinkByDragging.preload().then(() => setCanDrag(true))
    loadAhead(LinkEnds.preload, LinkDialog.preload, PeekDialog.preload)
    // A browser lets some taps pass for a mouse that rests: only where there is one. [LINK7]
    if (matchMedia('(any-hover: hover)').matches) loadAhead(dragging)
  }, [])
  const linking = useMemo(
    (): Linking => ({
      Shown: LinkedTo,
      pick: (from) => ask({ about: 'link', target: from }),
      show: (to) => ask(showTarget(to, latestPanels.current) ? null : { about: 'peek', target: to }),
    }),
    [],
  )
  const mayLink = useMayEdit('links')
  const last = useLastFocused()
  useShortcut(
    'l',
    'Link to…',
    () => {
      const from = focusedTarget() ?? last.current
      if (from !== null) linking.pick(from)
    },
    { group: 'Board', enabled: mayLink },
  )
  return (
    <LinkingProvider linking={linking}>
      {children}
      <Suspense>
        {mayLink && canDrag && <LinkByDragging />}
        {asked?.about === 'link' && <LinkDialog from={asked.target} onClose={() => ask(null)} />}
        {asked?.about === 'peek' && <PeekDialog target={asked.target} onClose={() => ask(null)} />}
      </Suspense>
    </LinkingProvider>
  )
}

/** The palette takes the keyboard away from what it is to act on, so the last one is remembered. */
function useLastFocused() {
  const last = useRef<Target | null>(null)
  useEffect(() => {
    const remember = () => {
      last.current = focusedTarget() ?? last.current
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return last
}

function focusedTarget(): Target | null {
  return (document.activeElement && thingAt(document.activeElement)?.id) ?? null
}
