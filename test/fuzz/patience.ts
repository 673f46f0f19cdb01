/** Whatever was said, the server has dealt with it within this time, in milliseconds. */
const patienceMs = 10_000

/** An answer, or `hung` where there is none in time. */
export function orHung<T>(answer: Promise<T>, hung: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(hung), patienceMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
