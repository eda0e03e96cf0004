/** How a medicine can be taken, in the words in which an answer, a line of a list and a rule tell of it alike. */
export const ROUTES = ['oral', 'injection', 'topical', 'eye', 'nasal', 'inhaled'] as const;

export const FORMS = ['extended', 'infusion', 'subcutaneous'] as const;

export const REGIMENS = ['prophylactic', 'therapeutic', 'daily', 'weekly'] as const;

export const FREQUENCIES = [
  'daily',
  'twice-daily',
  'three-times-daily',
  'four-times-daily',
  'every-few-hours',
  'every-other-day',
  'weekly',
  'monthly',
  'as-needed',
  'once',
] as const;
