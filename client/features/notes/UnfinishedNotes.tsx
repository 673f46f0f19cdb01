import { X } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useMay } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Composer } from './Composer.tsx'
import { composerPlace } from './composer-place.ts'
import { useSections } from './use-section.ts'

/** Notes that were being written when a phase without composers began: they can still be handed in. */
export function UnfinishedNotes() {
  const { kept } = useSession()
  const sections = useSections()
  const mayWrite = useMay().change('notes', 'theme').allowed
  const [begun, setBegun] = useState(() =>
    sections.filter((section) => (kept.read(composerPlace(section.id)) ?? '').trim() !== '').map(({ id }) => id),
  )
  const shown = sections.filter((section) => begun.includes(section.id))
  if (!mayWrite || shown.length === 0) return null
  return (
    <div className="sticky bottom-0 z-10 h-0">
      <section
        aria-label="Not added yet"
        className="absolute bottom-3 left-3 max-h-[60dvh] w-80 max-w-[calc(100%-1.5rem)] overflow-y-auto rounded-xl border border-line bg-raised p-3 shadow-float"
      >
        <header className="flex items-center gap-2">
          <h2 className="flex-1 font-semibold">Not added yet</h2>
          <IconButton size="sm" label="Keep for later" icon={<X />} onClick={() => setBegun([])} />
        </header>
        {shown.map((section) => (
          <div key={section.id} data-hue={section.color} className="mt-2">
            <p className="mb-1 text-sm text-ink-soft">{section.title}</p>
            <Composer section={section} onAdded={() => setBegun(begun.filter((id) => id !== section.id))} />
          </div>
        ))}
      </section>
    </div>
  )
}
