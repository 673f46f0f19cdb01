const atOnce = 12

/** Works through a list in its order, a few at a time. */
export async function fewAtATime<T>(
  list: readonly T[],
  work: (each: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = list.entries()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, each] of entries) await work(each, index)
    }),
  )
}
