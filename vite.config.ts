import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import type { ProjectConfig } from 'vitest/node'

const server = process.env.HINDSIGHT_DEV_SERVER ?? 'http://127.0.0.1:3000'

/** Node wants `with { type: 'json' }`; Vite's dev server answers with a module, which browsers then refuse as JSON. */
const plainJsonImports: Plugin = {
  name: 'plain-json-imports',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.ts') && code.includes("type: 'json'")
      ? code.replaceAll(/,\s*\{\s*with:\s*\{\s*type:\s*'json'\s*\}\s*\}/g, '')
      : null,
}

/** Takes each icon from its own file: a collection that names them all does not tell which page needs which. */
function iconsOneByOne(): Plugin {
  const collection = readFileSync(
    fileURLToPath(new URL('node_modules/lucide-react/dist/esm/lucide-react.mjs', import.meta.url)),
    'utf8',
  )
  const fileOf = new Map<string, string>()
  for (const [, names = '', file = ''] of collection.matchAll(/export \{([^}]*)\} from '\.\/icons\/(.+)\.mjs'/g))
    for (const [, name = ''] of names.matchAll(/default as (\w+)/g)) fileOf.set(name, file)
  const oneByOne = (names: string): string =>
    names
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && !each.startsWith('type '))
      .map((each) => {
        const [name = '', own = name] = each.split(' as ')
        const file = fileOf.get(name)
        if (file === undefined) throw new Error(`there is no icon ${name}`)
        return `import ${own} from 'lucide-react/icons/${file}';`
      })
      .join('')
  return {
    name: 'icons-one-by-one',
    apply: 'build',
    enforce: 'pre',
    transform: (code) =>
      code.includes("'lucide-react'")
        ? code.replaceAll(/import \{([^}]*)\} from 'lucide-react'/g, (_, names: string) => oneByOne(names))
        : null,
  }
}

function chunkOf(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name)
  if (chunk?.type !== 'chunk') throw new Error(`the build has no file of the name ${name}`)
  return chunk
}

/** Writes the page of a board: it names all that a board loads first, so that a slow line is waited for once. */
const boardPage: Plugin = {
  name: 'board-page',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    const index = readFileSync(join(dir, 'index.html'), 'utf8')
    const board = chunkOf(bundle, 'board')
    const named = [board.fileName, ...board.imports].filter((file) => !index.includes(file))
    const links = named.map((file) => `    <link rel="modulepreload" crossorigin href="/${file}">\n`)
    writeFileSync(join(dir, 'board.html'), index.replace('  </head>', `${links.join('')}  </head>`))
  },
}

/** Writes the service worker, with the list of everything that was built. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    const built = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = built.map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    // Where the server does not answer, one page does for all addresses.
    const served = paths.filter((path) => !path.startsWith('.') && path !== 'sw.js' && path !== 'board.html').sort()
    const worker = readFileSync(new URL('client/offline/sw.js', import.meta.url), 'utf8')
    const hash = createHash('sha256').update(worker)
    for (const path of served) hash.update(path).update(readFileSync(join(dir, path)))
    const build = {
      version: hash.digest('hex').slice(0, 16),
      entry: chunkOf(bundle, 'everywhere').fileName,
      files: served.map((path) => (path === 'index.html' ? '/' : `/${path}`)),
    }
    writeFileSync(join(dir, 'sw.js'), `const build = ${JSON.stringify(build)}\n${worker}`)
  },
}

/** The very best takes more than twice the time for 2 % less. */
const nearlyBest = { [constants.BROTLI_PARAM_QUALITY]: 10 }

/** Lays beside each file of code what it is compressed: the server would do so anew for everybody who comes. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const content = readFileSync(join(dir, file))
      writeFileSync(join(dir, `${file}.gz`), gzipSync(content, { level: 9 }))
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(content, { params: nearlyBest }))
    }
  },
}

type ModuleGraph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** What pages load first, in few files: over a slow line each one more costs, and small ones compress badly. */
function firstLoads(): Rolldown.CodeSplittingGroup[] {
  let fileOf: Map<string, string> | undefined
  // Each needs those before it, and none behind it: so nothing is run too late.
  const groups: Rolldown.CodeSplittingGroup[] = ['everywhere', 'home-and-board', 'home-later', 'board'].map(
    (file, nth) => ({
      name: (id, graph) => {
        fileOf ??= filesOfFirstLoads(graph)
        return fileOf.get(id) === file ? file : null
      },
      priority: 4 - nth,
      debugName: file,
    }),
  )
  // Of what loads later, icons alone are shared by nearly everything.
  return [
    ...groups,
    { name: 'icons', test: /\/lucide-react\//, entriesAware: true, entriesAwareMergeThreshold: 3000, priority: 0 },
  ]
}

function filesOfFirstLoads(graph: ModuleGraph): Map<string, string> {
  const [main, home, board] = ['main.tsx', 'app/HomePage.tsx', 'app/BoardPage.tsx'].map((file) =>
    fileURLToPath(new URL(`client/${file}`, import.meta.url)),
  ) as [string, string, string]
  const reach = (start: string, next: (module: Rolldown.ModuleInfo) => readonly string[]): ReadonlySet<string> => {
    const reached = new Set([start])
    for (const id of reached) {
      const module = graph.getModuleInfo(id)
      if (module !== null) for (const each of next(module)) reached.add(each)
    }
    return reached
  }
  const atHome = reach(home, ({ importedIds }) => importedIds)
  const awayFromBoards = reach(main, ({ importedIds, dynamicallyImportedIds }) =>
    [...importedIds, ...dynamicallyImportedIds].filter((id) => id !== board),
  )
  const fileOf = new Map<string, string>()
  for (const id of reach(board, ({ importedIds }) => importedIds)) {
    fileOf.set(id, atHome.has(id) ? 'home-and-board' : awayFromBoards.has(id) ? 'home-later' : 'board')
  }
  for (const id of reach(main, ({ importedIds }) => importedIds)) fileOf.set(id, 'everywhere')
  return fileOf
}

/** Tests of modules alone: a process of its own for each file costs more than most of them do. */
const inOneProcess = [
  'test/{contract,convergence,server,spec}/**/!(*.process|*postgres*|*redis*|*nodes*).test.ts',
  'test/client/!(*.process).test.ts',
]
/** Those that hold the product to so many seconds: nothing else runs beside them. */
const alone = [
  'test/client/restart.process.test.ts',
  'test/server/balanced-nodes.process.test.ts',
  'test/server/guard/bombs.test.ts',
  'test/server/nodes-serving.test.ts',
  'test/server/nodes-time.test.ts',
  'test/torture/nodes-torture.process.test.ts',
]

function testsOf(name: string, test: ProjectConfig): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...test } }
}

export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss(), plainJsonImports, iconsOneByOne(), boardPage, serviceWorker, compressed],
  resolve: {
    dedupe: ['react', 'react-dom', 'yjs'],
    alias: [
      // Yjs logs a warning or two; in colour, as the package has it for browsers, they weigh 2.7 KB of a first load.
      {
        find: 'lib0/logging',
        replacement: fileURLToPath(new URL('node_modules/lib0/logging.node.js', import.meta.url)),
      },
      // React has it itself since version 18; the shim is for what was before.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
    ],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: firstLoads() } } },
    modulePreload: {
      // A browser that does not know `modulepreload` loads the same a moment later.
      polyfill: false,
      // The list of what each dialog of a board needs is longer than most of them; they are fetched ahead anyway.
      resolveDependencies: (_file, deps, { hostId }) => (hostId.includes('/board-') ? [] : deps),
    },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false }, '/sync': { target: server, ws: true } } },
  test: {
    root: '.',
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: '100%',
    projects: [
      // Browsers and processes come first, as they take long: what is left at the end is short, and no core waits.
      testsOf('apart', { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: [...inOneProcess, ...alone] }),
      testsOf('in-one-process', { include: inOneProcess, exclude: alone, isolate: false }),
      testsOf('alone', { include: alone, fileParallelism: false, sequence: { groupOrder: 1 } }),
    ],
  },
})
