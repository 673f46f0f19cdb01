import type { Attempt, Kind } from './attempts.ts'
import type { Scene } from './scene.ts'

/** What became of the attacks of one kind. */
export interface Row {
  readonly kind: string
  readonly attempts: number
  /** Those that worked, or after which the board was not what honest people wrote; each as a sentence. */
  readonly passed: readonly string[]
  readonly twins: number
  /** Allowed ones that did not work. */
  readonly twinsHeld: readonly string[]
  /** What the server said -> how often. */
  readonly answers: ReadonlyMap<string, number>
}

export interface Effort {
  /** Of how many attacks one is made; 1: all. */
  readonly every: number
  /** After how many attacks honest people look at their board, and write on. */
  readonly lookEvery: number
}

/** Tries everything of a kind, and after it what is done the same way but allowed. */
export async function tryKind(scene: Scene, kind: Kind, { every, lookEvery }: Effort): Promise<Row> {
  const answers = new Map<string, number>()
  const passed: string[] = []
  const twinsHeld: string[] = []
  const chosen = kind.attacks.filter((_, index) => index % every === 0)

  await kind.before?.(scene)
  for (let from = 0; from < chosen.length; from += lookEvery) {
    const tried = chosen.slice(from, from + lookEvery)
    for (const attempt of tried) {
      const outcome = await attempted(scene, attempt)
      answers.set(outcome.how, (answers.get(outcome.how) ?? 0) + 1)
      if (outcome.passed) passed.push(`${attempt.what}: ${outcome.how}`)
    }
    const differences = await scene.differences()
    if (differences.length > 0) {
      passed.push(`${tried.map(({ what }) => what).join(' | ')}: differs in ${differences.join(', ')}`)
      await scene.settle()
    }
  }
  const twins = kind.twins.filter((_, index) => index % every === 0)
  for (const twin of twins) {
    const outcome = await attempted(scene, twin)
    if (!outcome.passed) twinsHeld.push(`${twin.what}: ${outcome.how}`)
    await scene.settle()
  }
  await kind.after?.(scene)
  return { kind: kind.kind, attempts: chosen.length, passed, twins: twins.length, twinsHeld, answers }
}

async function attempted(scene: Scene, attempt: Attempt) {
  try {
    return await attempt.run(scene)
  } catch (error) {
    throw new Error(`could not try: ${attempt.what}`, { cause: error })
  }
}
