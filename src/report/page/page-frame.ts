import { html, type Html, trusted } from './html.ts';

export interface PageFrame {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** What stands inside the body; its scripts run only where `hasScript`. */
  readonly body: Iterable<Html>;
  readonly hasScript?: boolean;
}

/** A whole page that needs nothing but itself: the browser is told to load nothing, from anywhere. */
export function pageFrame(frame: Omit<PageFrame, 'body'> & { readonly body: Html }): string {
  return [...pageParts({ ...frame, body: [frame.body] })].join('');
}

/** The same in parts, as those of its body come: a large one is never held whole. */
export function* pageParts({
  language,
  title,
  style,
  body,
  hasScript = false,
}: PageFrame): Generator<string> {
  const policy = `default-src 'none'; style-src 'unsafe-inline'${hasScript ? "; script-src 'unsafe-inline'" : ''}`;
  const head = html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    <style>
      ${trusted(style)}
    </style>
  </head>`;
  yield `<!doctype html>\n<html lang="${html`${language}`.markup}">\n${head.markup}\n<body>\n`;
  for (const part of body) yield part.markup;
  yield '\n</body>\n</html>\n';
}
