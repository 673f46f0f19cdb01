import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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

/** Writes the service worker, with the list of everything that was built. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    const built = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = built.map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    const served = paths.filter((path) => !path.startsWith('.') && path !== 'sw.js').sort()
    const worker = readFileSync(new URL('client/offline/sw.js', import.meta.url), 'utf8')
    const hash = createHash('sha256').update(worker)
    for (const path of served) hash.update(path).update(readFileSync(join(dir, path)))
    const build = {
      version: hash.digest('hex').slice(0, 16),
      entry: Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)?.fileName,
      files: served.map((path) => (path === 'index.html' ? '/' : `/${path}`)),
    }
    writeFileSync(join(dir, 'sw.js'), `const build = ${JSON.stringify(build)}\n${worker}`)
  },
}

export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss(), plainJsonImports, serviceWorker],
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
    modulePreload: {
      // A browser that does not know `modulepreload` loads the same a moment later.
      polyfill: false,
      // The list of what each dialog of a board needs is longer than most of them; they are fetched ahead anyway.
      resolveDependencies: (_file, deps, { hostId }) => (hostId.includes('BoardPage') ? [] : deps),
    },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false }, '/sync': { target: server, ws: true } } },
  test: {
    root: '.',
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
  },
})
