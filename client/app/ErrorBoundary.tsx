import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { HomeLink, MessagePage } from './pages.tsx'

interface Caught {
  readonly error: Error | null
}

/** A bug, or a part of the page that did not arrive, costs this page a reload and nothing else. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override readonly state: Caught = { error: null }

  static getDerivedStateFromError(error: Error): Caught {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <MessagePage
        title="This page has stumbled"
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
            <HomeLink />
          </>
        }
      >
        <p>A part of Hindsight did not load, or failed. The review itself is not touched.</p>
        <p>What you wrote is kept on this device, also what is not on the server yet.</p>
        <p className="text-ink">Reload to go on where you were.</p>
        <pre className="rounded-md whitespace-pre-wrap break-words border border-line bg-sunken p-3 text-sm">
          {this.state.error.message}
        </pre>
      </MessagePage>
    )
  }
}
