import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { type Insert, Markup, markup } from './markup.js';
import { pageStyle } from './page-style.js';

/** A section of a report: what its heading says and what stands below it. */
export interface Section {
  /** Of its anchor: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly content: Insert;
}

export interface Page {
  readonly language: string;
  readonly title: string;
  /** One sentence below the title: for whom this is. */
  readonly lead: string;
  readonly skip: string;
  readonly contents: string;
  readonly sections: readonly Section[];
  readonly closing: string;
}

/**
 * One self-contained HTML file. Its content-security policy allows nothing but its own style, by hash: no script, no
 * request, no form, no frame can come in through anything a person wrote.
 */
export function renderPage({ language, title, lead, skip, contents, sections, closing }: Page): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash()}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
<header>
<h1>${title}</h1>
<p class="about">${lead}</p>
<nav aria-label="${contents}"><ol>${sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>`)}</ol></nav>
</header>
<main id="content" tabindex="-1">
${sections.map(
  (section) => markup`<section aria-labelledby="${section.id}">
<h2 id="${section.id}">${section.title}</h2>
<p class="about">${section.about}</p>
${section.content}
</section>
`,
)}</main>
<footer><p>${closing}</p></footer>
</body>
</html>
`.text;
}

let hash: string | undefined;

/** SHA-256 of the style in base64, as the policy wants it (CSP Level 3, section 6.7.3). */
function styleHash(): string {
  hash ??= base64(sha256(utf8ToBytes(pageStyle)));
  return hash;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648, section 4. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let place = 0; place < 4; place++) {
      text += at + place > bytes.length ? '=' : digits[(three >> (18 - 6 * place)) & 63];
    }
  }
  return text;
}
