import { FileUp } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'
import type { FromFileProps } from './FromFileDialog.tsx'

const FromFileDialog = lazily(async () => (await import('./FromFileDialog.tsx')).FromFileDialog)

/** Where a review that was taken along as a file comes back. */
export function FromFile(props: Omit<FromFileProps, 'onClose'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="ghost" icon={<FileUp />} onClick={() => setOpen(true)}>
        <span>
          Import <span className="max-sm:sr-only">a review</span>
        </span>
      </Button>
      {isOpen && (
        <Suspense>
          <FromFileDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
