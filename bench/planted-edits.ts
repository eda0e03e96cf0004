/**
 * Plants edits in the shipped rules, one at a time, and prints how many `rules diff` finds, with the slowest. The first
 * argument is how many of them (200, or `all`), the second shifts the sample by a share of its step.
 */
import { plantable, plantedEdits, judgeEdit } from '../test/support/planted-edits.ts';

const [wanted = '200', offset = '0'] = process.argv.slice(2);
const edits = wanted === 'all' ? plantable : plantedEdits(Number(wanted), Number(offset));
const counts = new Map<string, number>();
const times: { readonly what: string; readonly ms: number }[] = [];
for (const edit of edits) {
  const start = process.cpuUsage();
  const outcome = judgeEdit(edit);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  times.push({ what: `${edit.what} (${outcome})`, ms });
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (/[A-Z]/.test(outcome)) console.log(`${outcome}: ${edit.what}`);
}
const total = times.reduce((sum, { ms }) => sum + ms, 0);
const tally = [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(' · ');
console.log(`planted edits: ${edits.length} of ${plantable.length} · ${tally}`);
console.log(`processor seconds: ${(total / 1000).toFixed(1)}; the slowest:`);
for (const { what, ms } of times.toSorted((a, b) => b.ms - a.ms).slice(0, 10))
  console.log(`  ${(ms / 1000).toFixed(1)} s  ${what}`);
