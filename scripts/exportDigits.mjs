/**
 * Writes public/digits.bin and public/digits.json from the 1,797 handwritten digits that
 * scikit-learn ships as `sklearn/datasets/data/digits.csv.gz` (one row an image: 64 pixels from
 * 0 to 16, then the label). On Debian the file comes with `apt-get download python3-sklearn` and
 * `dpkg -x python3-sklearn_*.deb <folder>`; from PyPI it lies in any scikit-learn wheel.
 *
 *     node scripts/exportDigits.mjs <folder>/digits.csv.gz
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const images = 1797;
const pixels = 64;
const classCounts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];
// Of the text and not of the archive, because two packers of one text write different archives.
const csvSha256 = '6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8';

/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The pixels of all images, then all labels, a byte each. Throws where the text is not the
 * expected one.
 *
 * @param {Buffer} csv
 */
const parseDigits = (csv) => {
  const checksum = sha256(csv);
  if (checksum !== csvSha256) {
    throw new Error(`The digits have SHA-256 ${checksum}, expected ${csvSha256}.`);
  }
  const rows = csv
    .toString('ascii')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  if (rows.length !== images || rows.some((row) => row.length !== pixels + 1)) {
    throw new Error(`Expected ${images} rows of ${pixels + 1} numbers.`);
  }
  if (rows.flat().some((value) => !Number.isInteger(value) || value < 0 || value > 16)) {
    throw new Error('Expected whole numbers from 0 to 16.');
  }
  const labels = rows.map((row) => row[pixels] ?? -1);
  const counts = classCounts.map((_, digit) => labels.filter((label) => label === digit).length);
  if (counts.join() !== classCounts.join()) {
    throw new Error(`The classes count ${counts.join()}, expected ${classCounts.join()}.`);
  }
  return Uint8Array.from([...rows.flatMap((row) => row.slice(0, pixels)), ...labels]);
};

/** @param {Uint8Array} bin */
const describeDigits = (bin) => ({
  title: 'Optical Recognition of Handwritten Digits',
  creators: ['E. Alpaydin', 'C. Kaynak'],
  publisher: 'UCI Machine Learning Repository',
  year: 1998,
  doi: '10.24432/C50P49',
  license: 'CC BY 4.0',
  licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
  part: 'the 1,797 images of the test part, as scikit-learn ships it',
  changes: 'pixels and labels repacked from text to bytes; no value changed',
  file: 'digits.bin',
  layout:
    '1797×64 bytes of pixels (rows of 8×8, top left first, 0 to 16), then 1797 bytes of labels',
  images,
  width: 8,
  height: 8,
  maximum: 16,
  classCounts,
  bytes: bin.length,
  sha256: sha256(bin),
});

const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node scripts/exportDigits.mjs <path of digits.csv.gz>');
  process.exit(2);
}
const bin = parseDigits(gunzipSync(readFileSync(source)));
/** @param {string} name */
const publicPath = (name) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));
writeFileSync(publicPath('digits.bin'), bin);
writeFileSync(publicPath('digits.json'), `${JSON.stringify(describeDigits(bin), null, 2)}\n`);
console.log(`Wrote ${images} digits, ${bin.length} bytes, to public/digits.bin.`);
