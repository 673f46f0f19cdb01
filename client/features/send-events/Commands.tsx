import { CopyButton } from '../../ui/CopyButton.tsx'
import { alertmanagerReceiver, curlCommand, type Sending } from './commands.ts'

/** What to type or to configure, ready to copy. */
export function Commands({ sending }: { readonly sending: Sending }) {
  return (
    <div className="space-y-4">
      <Command
        title="From a shell, or a pipeline"
        hint="With the same id it can be sent again: it is added once. Without a time it is now."
        text={curlCommand(sending)}
      />
      <Command
        title="From Prometheus Alertmanager"
        hint="Each alert is an event when it fires, and another when it is resolved. Grafana sends the same."
        text={alertmanagerReceiver(sending)}
      />
    </div>
  )
}

function Command({ title, hint, text }: { readonly title: string; readonly hint: string; readonly text: string }) {
  return (
    <section aria-label={title}>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div>
          <h3 className="font-medium">{title}</h3>
          <p className="text-sm text-ink-soft">{hint}</p>
        </div>
        <CopyButton text={text} label="Copy" />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and holds nothing else for the keyboard
        tabIndex={0}
        className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm"
      >
        {text}
      </pre>
    </section>
  )
}
