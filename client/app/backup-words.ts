/** Why a page says that it can't show a review: what happened, what is safe, what to do. */
export interface PageWords {
  readonly title: string
  readonly happened: string
  readonly safe: string
  readonly todo: string
}

/** The server came back from a backup older than the review, or than my joining it. */
export const backupWords: Readonly<Record<'not-in-backup' | 'joined-after-backup', PageWords>> = {
  'not-in-backup': {
    title: 'This review is missing on the server',
    happened: 'The server came back from a backup that was made before this review began.',
    safe: 'What this browser last saw of the review is still on this device, and stays here.',
    todo: 'Take it away as a file, and tell whoever runs the server: a newer backup may have it.',
  },
  'joined-after-backup': {
    title: 'The server no longer knows that you joined',
    happened: 'It came back from a backup that was made before you joined this review.',
    safe: 'What you wrote is kept on this device, and goes back onto the review once you have joined again.',
    todo: 'Ask a facilitator for a link, and open it in this browser.',
  },
}
