import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { readFile } from './read-file.ts'

/** Where the text comes from: pasted, chosen or dropped as a file; what can't be read is mended here. */
export function ImportSource({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const take = async (file: File) => {
    const read = await readFile(file)
    setProblem(read.allowed ? null : read.reason)
    if (read.allowed) onText(read.value)
  }

  const drop = useFileDrop((file) => void take(file))

  return (
    <div className="space-y-2">
      <section
        aria-label="Text to import"
        className={classes('rounded-md', drop.isOver && 'outline-2 outline-offset-2 outline-focus')}
        {...drop.handlers}
      >
        <textarea
          aria-label="Text to import"
          rows={text === '' ? 6 : 3}
          value={text}
          spellCheck={false}
          placeholder={
            'Paste here, or drop a file.\n\n14:05 ana: alerts fire\ntime,event,actor\n[{"time": "…", "message": "…"}]'
          }
          onChange={(event) => onText(event.target.value)}
          className="field-box max-h-40 resize-y font-mono text-sm"
        />
      </section>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" icon={<FileUp />} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <span className="text-sm text-ink-soft">CSV, JSON, logs, chats: any text up to 2 MB.</span>
        <input
          ref={input}
          type="file"
          aria-label="File to import"
          tabIndex={-1}
          accept=".csv,.tsv,.json,.jsonl,.ndjson,.log,.txt,.md,text/*,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) void take(file)
            event.target.value = ''
          }}
          className="sr-only"
        />
      </div>
      {problem !== null && <ProblemNote title="That file can't be read">{problem}</ProblemNote>}
    </div>
  )
}
