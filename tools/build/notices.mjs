/** @import { Bundled } from './packages.mjs' */

/** The file of dist with the licenses of what is bundled: HTML, so that clasp pushes it along. */
export const noticesFile = 'notices.html';
/** The file of build that lists what is bundled, for programs that look for known holes. */
export const sbomFile = 'sbom.cdx.json';

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The notices that the licenses of bundled packages ask for (MIT: "in all copies or substantial portions").
 * @param {Bundled[]} packages
 */
export const noticesHtml = (packages) =>
  [
    '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Third-party notices</title></head>\n<body>',
    '<h1>Third-party notices</h1>\n<p>Parts of these packages are in the files of this project.</p>',
    ...packages.map(
      ({ name, version, license, notice, files }) =>
        `<h2>${escaped(name)} ${escaped(version)} (${escaped(license)})</h2>\n<p>In ${escaped(files.join(', '))}</p>\n<pre>${escaped(notice)}</pre>`,
    ),
    '</body>\n</html>\n',
  ].join('\n');

/** A package's address in the words of purl-spec: `pkg:npm/%40scope/name@1.0.0`. @param {Pick<Bundled, 'name' | 'version'>} of */
const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} integrity `sha512-...`, base64 */
const hashes = (integrity) =>
  integrity.startsWith('sha512-')
    ? {
        hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }],
      }
    : {};

/**
 * The software bill of materials (CycloneDX 1.6): the same for the same build, so it has no serial number and no date.
 * @param {{ name: string, version: string }} product
 * @param {Bundled[]} packages
 */
export const sbom = (product, packages) =>
  `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: { type: 'application', 'bom-ref': product.name, ...product } },
      components: packages.map(({ name, version, license, integrity, files }) => ({
        type: 'library',
        'bom-ref': purl({ name, version }),
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: purl({ name, version }),
        ...hashes(integrity),
        properties: files.map((file) => ({ name: 'bundled in', value: file })),
      })),
      dependencies: [{ ref: product.name, dependsOn: packages.map(purl) }],
    },
    null,
    2,
  )}\n`;
