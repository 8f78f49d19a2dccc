import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimMedia, slimSchemas } from './vite.slim.ts';

const server = process.env['SERVER_URL'] ?? 'http://localhost:3001';

export default defineConfig({
  plugins: [react(), slimMedia(), slimSchemas()],
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 20 },
            // With its setting, so that zod is set up before the first schema is made.
            { name: 'schema', test: /node_modules[\\/]zod[\\/]|zodSetup/, priority: 30 },
            // Small parts that many components share; beside a large one they would bring it along.
            { name: 'ui', test: /@mantine[\\/]core[\\/]esm[\\/]core[\\/](utils|DirectionProvider)[\\/]/, priority: 20 },
            { name: 'media', test: /node_modules[\\/](livekit-client|@livekit)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
});
