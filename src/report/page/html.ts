/** Markup that is safe by its making: every value that is filled in is escaped, unless it is markup itself. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = literals.map(
    (literal, index) => literal + (index < parts.length ? markupOf(parts[index] ?? '') : ''),
  );
  return { markup: filled.join('') };
}

/** Markup that we wrote ourselves. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

export function escapeHtml(text: string): string {
  // Control characters are no characters of HTML at all.
  return text
    .replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? '')
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '\uFFFD');
}
