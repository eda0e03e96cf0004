import type { Lexicon } from '../lexicon.ts';
import type { Match, Recognition } from '../recognition.ts';
import type { Tells } from '../schema.ts';
import type { KnownIngredient } from '../vocabulary.ts';
import type { Subject } from './subjects.ts';
import { mergeTells } from './tells.ts';

/** From the surest match to the least sure. */
const CERTAINTY: readonly Match[] = ['exact', 'brand', 'synonym', 'spelling'];

/** All the medicines of one line as one: the name that covers them, or their ingredients joined. */
export function recogniseAs(
  subjects: readonly Subject[],
  lexicon: Lexicon,
): Pick<Recognition, 'match' | 'name' | 'generic' | 'classes' | 'local'> & {
  readonly ingredients: readonly KnownIngredient[];
  readonly told: Tells;
} {
  const products = subjects.map(({ entry }) => entry.product);
  const numbers = [...new Set(products.flatMap((product) => product?.of ?? []))];
  const ingredients = lexicon.ingredients(numbers);
  const generic = ingredients.map(({ name }) => name).join('/');
  const whole = subjects.find(({ entry }) => entry.product?.of.length === numbers.length);
  const told = mergeTells(products.map((product) => product?.tells ?? {}));
  const least = Math.max(...subjects.map(({ match }) => CERTAINTY.indexOf(match)));
  return {
    match: whole?.match ?? CERTAINTY[least] ?? 'none',
    name: whole?.entry.spelled ?? generic,
    generic,
    ingredients,
    classes: lexicon.classesOf(ingredients, told.route),
    local: lexicon.hasLocalForm(numbers),
    told,
  };
}
