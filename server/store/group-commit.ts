/**
 * Carries out jobs in their order, those that arrive while one runs together in the next run: one fsync for all, or for
 * `most` of them, where others want their turn in between.
 *
 * A run that fails is taken apart, so that each job fails by its own fault only; one that failed by nobody's fault
 * (`isShared`) would fail again, each time after waiting for the disk.
 */
export function groupCommit<Job>(
  run: (jobs: readonly Job[]) => Promise<void>,
  isShared: (error: unknown) => boolean,
  most = Number.POSITIVE_INFINITY,
): (job: Job) => Promise<void> {
  const waiting: Waiting<Job>[] = []
  let isRunning = false

  async function drain(): Promise<void> {
    while (waiting.length > 0) await runGroup(run, isShared, waiting.splice(0, most))
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

async function runGroup<Job>(
  run: (jobs: readonly Job[]) => Promise<void>,
  isShared: (error: unknown) => boolean,
  group: readonly Waiting<Job>[],
): Promise<void> {
  try {
    await run(group.map(({ job }) => job))
    for (const { resolve } of group) resolve()
  } catch (error) {
    if (group.length === 1 || isShared(error)) for (const { reject } of group) reject(error)
    else for (const one of group) await runGroup(run, isShared, [one])
  }
}
