import { type Check, placeOf } from '../check.ts';
import { usesOf } from '../uses.ts';

export const unusedFact: Check = {
  code: 'unused-fact',
  severity: 'warning',
  explanation:
    'A question that no rule reads costs the nurse’s time and cannot change the outcome. Give it a rule, or remove ' +
    'it. What identifies the patient and the call is exempt.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const { facts } = usesOf(ruleSet);
    for (const { id, type } of ruleSet.questions) {
      if (facts.has(id) || type === 'text' || type === 'date-time' || type === 'medicines')
        continue;
      yield {
        message: `no rule reads the answer to \`${id}\``,
        span: placeOf(audited, `questions:${id}`),
      };
    }
  },
};

export const unusedParameter: Check = {
  code: 'unused-parameter',
  severity: 'warning',
  explanation:
    'A site could override a parameter that no rule reads and believe that something changed. Use it, or remove it.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const { parameters } = usesOf(ruleSet);
    for (const id of Object.keys(ruleSet.parameters)) {
      if (!parameters.has(id))
        yield { message: `no rule names \`${id}\``, span: placeOf(audited, `parameters:${id}`) };
    }
  },
};

export const unusedDefinition: Check = {
  code: 'unused-definition',
  severity: 'warning',
  explanation:
    'A definition that nothing reads misleads whoever looks for where it applies. Use it, or remove it.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const { facts } = usesOf(ruleSet);
    for (const { id } of ruleSet.definitions) {
      if (!facts.has(id))
        yield { message: `nothing reads \`${id}\``, span: placeOf(audited, `definitions:${id}`) };
    }
  },
};

export const unusedSource: Check = {
  code: 'unused-source',
  severity: 'warning',
  explanation: 'A source that no rule cites supports nothing. Cite it, or remove it.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const { sources } = usesOf(ruleSet);
    for (const { id } of ruleSet.sources) {
      if (!sources.has(id))
        yield { message: `no rule cites \`${id}\``, span: placeOf(audited, `sources:${id}`) };
    }
  },
};
