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

export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss(), plainJsonImports],
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
  build: { outDir: '../dist/client', emptyOutDir: true, manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': { target: server, changeOrigin: false }, '/sync': { target: server, ws: true } } },
  test: {
    root: '.',
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
  },
})
