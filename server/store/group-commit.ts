/**
 * Carries out jobs in their order, those that arrive while one runs together in the next run: one fsync for all.
 *
 * A run that fails is taken apart, so that each job fails by its own fault only.
 */
export function groupCommit<Job>(run: (jobs: readonly Job[]) => Promise<void>): (job: Job) => Promise<void> {
  let waiting: Waiting<Job>[] = []
  let isRunning = false

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await runGroup(run, group)
    }
    isRunning = false
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject })
      if (isRunning) return
      isRunning = true
      void drain()
    })
}

interface Waiting<Job> {
  readonly job: Job
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

async function runGroup<Job>(run: (jobs: readonly Job[]) => Promise<void>, group: readonly Waiting<Job>[]) {
  try {
    await run(group.map(({ job }) => job))
    for (const { resolve } of group) resolve()
  } catch (error) {
    const [only, ...others] = group
    if (only && others.length === 0) only.reject(error)
    else for (const one of group) await runGroup(run, [one])
  }
}
