import { html, type Html, trusted } from './html.ts';

export interface PageFrame {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** What stands inside the body; its scripts run only where `hasScript`. */
  readonly body: Html;
  readonly hasScript?: boolean;
}

/** A whole page that needs nothing but itself: the browser is told to load nothing, from anywhere. */
export function pageFrame({ language, title, style, body, hasScript = false }: PageFrame): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'${hasScript ? "; script-src 'unsafe-inline'" : ''}`;
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
      <meta name="referrer" content="no-referrer" />
      <title>${title}</title>
      <style>
        ${trusted(style)}
      </style>
    </head>
    <body>
      ${body}
    </body>
  </html>`;
  return `<!doctype html>\n${page.markup}\n`;
}
