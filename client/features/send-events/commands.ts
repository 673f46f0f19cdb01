import { apiPaths } from '../../../shared/api/paths.ts'

/** Where a token is sent from and to; `token` as it stands in the command. */
export interface Sending {
  readonly origin: string
  readonly board: string
  readonly token: string
}

/** One event, from any shell. */
export function curlCommand({ origin, board, token }: Sending): string {
  const event = { id: 'deploy-41', event: 'Rollback of 41 started', actor: 'deploy bot' }
  return [
    `curl '${origin}${apiPaths.timeline(board)}' \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(event)}'`,
  ].join('\n')
}

/** A receiver of Prometheus Alertmanager, to go into its configuration. */
export function alertmanagerReceiver({ origin, board, token }: Sending): string {
  return [
    'receivers:',
    '  - name: hindsight',
    '    webhook_configs:',
    `      - url: ${origin}${apiPaths.timeline(board)}`,
    '        send_resolved: true',
    '        http_config:',
    '          authorization:',
    `            credentials: ${token}`,
  ].join('\n')
}
