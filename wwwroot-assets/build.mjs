// Bundles what the browser gets: scripts become ES modules, styles one sheet, images and fonts are copied beside them.
// Usage: node build.mjs OUTPUT_DIRECTORY
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const output = process.argv[2];
if (!output) {
  console.error('Usage: node build.mjs OUTPUT_DIRECTORY');
  process.exit(2);
}

mkdirSync(output, { recursive: true });

const entries = readdirSync('scripts').filter((name) => name.endsWith('.js')).map((name) => join('scripts', name));

await build({
  entryPoints: entries,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: false,
  outdir: output,
  logLevel: 'warning',
});

await build({
  entryPoints: [join('styles', 'studio.css')],
  bundle: true,
  minify: true,
  outdir: output,
  assetNames: 'fonts/[name]',
  loader: { '.woff2': 'file', '.svg': 'file' },
  logLevel: 'warning',
});

if (existsSync('images')) {
  cpSync('images', join(output, 'images'), { recursive: true });
}
