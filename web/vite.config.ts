import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { slimContract } from './vite.contract.ts';
import { pieces } from './vite.pieces.ts';
import { slimMedia, slimSchemas, slimSocket } from './vite.slim.ts';

const server = process.env['SERVER_URL'] ?? 'http://localhost:3001';

const config: UserConfig = {
  plugins: [react(), slimContract(), slimMedia(), slimSchemas(), slimSocket()],
  resolve: {
    alias: { '@rejoin/shared': fileURLToPath(new URL('../shared/src/index.ts', import.meta.url)) },
    dedupe: ['react', 'react-dom', 'zod'],
  },
  server: {
    port: Number(process.env['WEB_PORT'] ?? 3000),
    strictPort: true,
    fs: { allow: ['..'] },
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
      '/rtc': { target: server, ws: true },
    },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    // The media client is one piece, and only loaded for a room.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
};

export default defineConfig(async ({ command }) => {
  if (command !== 'build') return config;
  const name = await pieces(config, import.meta.dirname);
  // A piece is complete as it is; what its modules merely import, and never use, stays out of it.
  const groups = [{ name, test: (id: string) => name(id) !== null, includeDependenciesRecursively: false }];
  return { ...config, build: { ...config.build, rolldownOptions: { output: { codeSplitting: { groups } } } } };
});
