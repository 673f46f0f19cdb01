import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.HINDSIGHT_DEV_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: 'client',
  plugins: [react(), tailwindcss()],
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
  build: { outDir: '../dist/client', emptyOutDir: true, manifest: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': server, '/sync': { target: server, ws: true } } },
  test: {
    root: '.',
    globalSetup: ['test/support/setup.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
  },
})
