import { LayoutTemplate } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { OwnTemplate } from '../../../shared/review/own-template.ts'
import { Button } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'

const TemplatesDialog = lazily(async () => (await import('./TemplatesDialog.tsx')).TemplatesDialog)

interface TemplatesProps {
  readonly templates: readonly OwnTemplate[]
  readonly newId: () => string
  readonly onChange: (templates: readonly OwnTemplate[]) => void
  readonly onUse: (kind: string) => void
}

/** Where templates are looked after. */
export function Templates({ onUse, ...props }: TemplatesProps) {
  const [isOpen, setOpen] = useState(false)
  const use = (kind: string) => {
    setOpen(false)
    onUse(kind)
  }
  return (
    <>
      <Button size="sm" variant="ghost" icon={<LayoutTemplate />} onClick={() => setOpen(true)}>
        Templates
      </Button>
      {isOpen && (
        <Suspense>
          <TemplatesDialog {...props} onUse={use} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
