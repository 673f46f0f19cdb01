import { Check, Copy } from 'lucide-react'
import { type ReportCopy, reportCopies } from '../../../shared/report/copies.ts'
import type { ReportModel } from '../../../shared/report/model.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { useBriefly } from '../../ui/use-briefly.ts'

/** The report as each place wants it, on the clipboard. */
export function CopyReport({ model }: { readonly model: ReportModel }) {
  const [copied, setCopied] = useBriefly<ReportCopy['id']>()
  const copy = async ({ id, label, text }: ReportCopy) => {
    try {
      await navigator.clipboard.writeText(text(model))
      setCopied(id)
      announce(`Copied the report: ${label.toLowerCase()}`)
    } catch {
      toast({ title: 'This browser did not let me copy. Download the Markdown instead.', tone: 'danger' })
    }
  }
  return (
    <Menu
      trigger={
        <Button icon={copied === null ? <Copy /> : <Check />}>
          {copied === null ? (
            <span>
              Copy <span className="max-sm:sr-only">as Markdown</span>
            </span>
          ) : (
            'Copied'
          )}
        </Button>
      }
      items={reportCopies.map((each) => ({ label: each.label, hint: each.use, onSelect: () => void copy(each) }))}
    />
  )
}
