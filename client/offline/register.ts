/** Lets the page open without the server from the next time on. Only the built product has the files for it. */
export function registerShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const address = workerAddress() // at once: nobody else gets to make a policy of this name
  const register = async () => {
    try {
      await navigator.serviceWorker.register(address, { updateViaCache: 'none' })
    } catch (error) {
      // The product works all the same, only not without its server.
      console.warn('Hindsight will not open without its server.', error)
    }
  }
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })
}

const worker = '/sw.js'

/** Our policy takes addresses of scripts from one place alone, which makes this one whatever it is asked for. */
function workerAddress(): string {
  const policies: TrustedTypes | undefined = Reflect.get(window, 'trustedTypes')
  return policies?.createPolicy('hindsight-worker', { createScriptURL: () => worker }).createScriptURL('') ?? worker
}

/** As far as it is used here; TypeScript's DOM does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string }
}
