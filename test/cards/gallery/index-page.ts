import type { Language } from '../../../src/i18n/index.js';
import type { Look } from './stage.js';

/** One picture on the page. */
export interface Shown extends Look {
  readonly template: string;
  readonly title: string;
  readonly language: Language;
  readonly isOpened: boolean;
  /** Of the card as JSON, in bytes. */
  readonly bytes: number;
  readonly picture: string;
  readonly faults: readonly string[];
}

/** The gallery as one HTML page, grouped by template; it needs the pictures beside it and no server. */
export function indexPage(shown: readonly Shown[], figures: string): string {
  const templates = [...new Set(shown.map(({ template }) => template))].sort();
  const faults = shown.flatMap((each) => each.faults);
  const faultList = faults.map((fault) => `<li>${escaped(fault)}</li>`).join('');
  const sections = templates.map((template) => {
    const own = shown.filter((each) => each.template === template);
    return `<section data-template="${template}"><h2>${template}</h2>${own.map(figure).join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Cards of Campusdesk</title><style>${style}</style></head><body>
<header><h1>Cards of Campusdesk</h1><p>${escaped(figures)}</p>
<form>${[
    select('template', 'Template', templates),
    select('language', 'Language', ['de', 'en'], 'de'),
    select('theme', 'Theme', ['light', 'dark', 'contrast'], 'light'),
    select('width', 'Width', ['phone', 'desktop'], 'phone'),
    select('opened', 'Forms', ['closed', 'open']),
  ].join(' ')} <output></output></form>
${faults.length === 0 ? '' : `<details open><summary>${faults.length} faults</summary><ul>${faultList}</ul></details>`}
</header><main>${sections.join('\n')}</main><script>${script}</script></body></html>
`;
}

function figure({
  title,
  template,
  language,
  theme,
  width,
  isOpened,
  bytes,
  picture,
  faults,
}: Shown): string {
  const state = `data-language="${language}" data-theme="${theme}" data-width="${width}" data-opened="${isOpened ? 'open' : 'closed'}"`;
  const size = `${(bytes / 1024).toFixed(1)} KB`;
  const marked = faults.length === 0 ? '' : ` <strong>⚠ ${escaped(faults.join(' · '))}</strong>`;
  const caption = `${escaped(title)} <small>${language}, ${theme}, ${width}, ${size}</small>${marked}`;
  const alternative = `${template}: ${title}`;
  return `<figure ${state} hidden><img loading="lazy" alt="${escaped(alternative)}" src="pictures/${picture}"><figcaption>${caption}</figcaption></figure>`;
}

function select(name: string, label: string, values: readonly string[], chosen = ''): string {
  const options = ['', ...values].map(
    (value) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${value || 'all'}</option>`,
  );
  return `<label>${label} <select name="${name}">${options.join('')}</select></label>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
  body { font: 14px/1.4 "Segoe UI", "Open Sans", "DejaVu Sans", sans-serif; margin: 0; color: #242424; background: #fff; }
  header { position: sticky; top: 0; background: #fff; border-bottom: 1px solid #d1d1d1; padding: 8px 16px; max-height: 50vh; overflow: auto; }
  h1 { font-size: 18px; margin: 0; } h2 { font-size: 16px; margin: 24px 16px 0; } p { margin: 4px 0; }
  main section { display: flow-root; } figure { display: inline-block; vertical-align: top; margin: 12px 0 0 16px; }
  figure[hidden], section[hidden] { display: none; } img { border: 1px solid #e0e0e0; display: block; }
  figcaption { max-width: 340px; } small { color: #616161; } strong { color: #b10e1c; }
`;

const script = `
  const form = document.querySelector('form');
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value !== '');
    let count = 0;
    for (const section of document.querySelectorAll('section')) {
      let here = 0;
      for (const figure of section.querySelectorAll('figure')) {
        const data = { ...figure.dataset, template: section.dataset.template };
        figure.hidden = !wanted.every(([name, value]) => data[name] === value);
        if (!figure.hidden) here += 1;
      }
      section.hidden = here === 0;
      count += here;
    }
    form.querySelector('output').textContent = count + ' pictures';
  };
  form.addEventListener('change', apply);
  apply();
`;
