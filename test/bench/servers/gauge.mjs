/**
 * Loaded into every server that is measured (`node --import`): tells what it has used, ends it in order when asked.
 * The same few lines in all of them, so that nobody is measured from farther away.
 */
process.on('message', (asked) => {
  if (asked === 'end') process.exit(0)
  if (asked === 'collected') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  const { maxRSS } = process.resourceUsage()
  process.send?.({
    atMs: performance.timeOrigin + performance.now(),
    cpuMs: (user + system) / 1000,
    rss,
    heapUsed,
    external,
    peakRss: maxRSS * 1024,
  })
})
// Whoever measures may have been ended itself.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
