// Opens the page without the server, for somebody who reloads on a train. It knows the client's own files and nothing
// else: what the API answers is never kept. Pages are asked of the server first, so nobody stays on an old build.
// The build puts `build` before this: {version, entry, files}.

const prefix = 'hindsight-'
const name = prefix + build.version
/** Pages that were open before an update still fetch parts of theirs. */
const buildsKept = 3
/** A server that is there answers sooner; a line that is dead would let people wait for minutes. */
const patienceMs = 4000

addEventListener('install', (event) => {
  event.waitUntil(install())
})
addEventListener('activate', (event) => {
  event.waitUntil(forgetOldBuilds())
})
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(part(request))
  else if (request.mode !== 'navigate' && build.files.includes(pathname)) event.respondWith(newest(request, pathname))
  else if (pathname === '/' || pathname.startsWith('/b/')) event.respondWith(newest(request, '/'))
})

async function install() {
  const cache = await caches.open(name)
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  try {
    await Promise.all(build.files.filter((path) => !there.has(path)).map((path) => put(cache, path)))
  } catch (error) {
    await caches.delete(name)
    throw error
  }
  await skipWaiting()
}

async function put(cache, path) {
  const response = await fetch(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' })
  if (!response.ok || response.redirected) throw new Error(`${path} was answered with ${response.status}`)
  // Between two builds the server may be a newer one already: its page would want files that are not here.
  if (path === '/' && !(await response.clone().text()).includes(build.entry))
    throw new Error('the page is another build’s')
  await cache.put(path, response)
}

async function forgetOldBuilds() {
  const builds = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name)
  await Promise.all(builds.slice(0, Math.max(0, builds.length + 1 - buildsKept)).map((key) => caches.delete(key)))
  await clients.claim()
}

/** The server's; ours where it does not answer, or somebody before it says that it is down. */
async function newest(request, path) {
  const ours = async () => (await caches.open(name)).match(path)
  const answer = fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  try {
    const response = await Promise.race([answer, late.then(ours)])
    if (response && response.status < 500) return response
  } catch {
    // No network: below.
  }
  return (await ours()) ?? answer
}

/** A name of these says what is in it, so whichever build it is of. */
async function part(request) {
  return (await caches.match(request)) ?? fetch(request)
}
