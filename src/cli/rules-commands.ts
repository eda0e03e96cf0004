/** The commands that look at the rules. */
import { type Command, Option } from 'commander';

import type { ApproveOptions } from './commands/rules-approve.ts';
import type { DiffOptions } from './commands/rules-diff.ts';
import type { ImpactOptions } from './commands/rules-impact.ts';
import type { LintOptions } from './commands/rules-lint.ts';
import type { BookOptions } from './commands/rules-book.ts';
import type { StatusOptions } from './commands/rules-status.ts';
import type { VerifyOptions } from './commands/rules-verify.ts';
import { common } from './common-options.ts';
import type { ExitCode } from './exit-code.ts';
import type { CoverageOptions } from './commands/rules-coverage.ts';
import type { GlobalOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

export function rulesCommands(
  root: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const rules = root.command('rules').description('look at the rules and check them');
  common(rules.command('list'))
    .description('every rule, a line each')
    .action(async (options: GlobalOptions) => {
      const { listRules } = await import('./commands/rules-show.ts');
      end(await listRules(options, terminal));
    });
  common(rules.command('show'))
    .description('a rule in words, with its sources and examples')
    .argument('<id>')
    .action(async (id: string, options: GlobalOptions) => {
      const { showRule } = await import('./commands/rules-show.ts');
      end(showRule(id, options, terminal));
    });
  common(rules.command('test'))
    .description('run every example and every case of the rules')
    .action(async (options: GlobalOptions) => {
      const { testRules } = await import('./commands/rules-test.ts');
      end(await testRules(options, terminal));
    });
  proofCommands(rules, terminal, end);
  changeCommands(rules, terminal, end);
  signingCommands(rules, terminal, end);
  common(rules.command('explain'))
    .description('what a code of rules lint means; without one, all of them')
    .argument('[code]')
    .action(async (code: string | undefined, options: GlobalOptions) => {
      const { explainCode } = await import('./commands/rules-explain.ts');
      end(explainCode(code, options, terminal));
    });
  common(rules.command('lint'))
    .description('look for faults in the rules')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'json', 'github', 'sarif'])
        .default('text'),
    )
    .action(async (options: LintOptions) => {
      const { lintRules } = await import('./commands/rules-lint.ts');
      end(await lintRules(options, terminal));
    });
}

function proofCommands(rules: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  common(rules.command('coverage'))
    .description(
      'what the examples and cases show of the rules, and a patient for what they do not',
    )
    .argument('[id...]', 'rules, definitions or tables; all of them when none is named')
    .option('--mutate', 'also whether an example would notice a slip of the pen in each of them')
    .action(async (ids: string[], options: CoverageOptions) => {
      const { coverRules } = await import('./commands/rules-coverage.ts');
      end(coverRules(ids, options, terminal));
    });
  common(rules.command('verify'))
    .description(
      'prove the fail-safe laws and the properties of rules/properties.yaml, or refute them',
    )
    .option('--on <date>', 'as the rules are in force on this day alone')
    .option(
      '--at <moment...>',
      'for procedures at these moments, instead of that of the healthy patient',
    )
    .action(async (options: VerifyOptions) => {
      const { verifyRules } = await import('./commands/rules-verify.ts');
      end(verifyRules(options, terminal));
    });
}

function changeCommands(rules: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  common(rules.command('diff'))
    .description(
      'what the rules of NEW decide otherwise than those of OLD, each with a patient, and the proof of the rest',
    )
    .argument(
      '<old>',
      'a folder, a commit and folder such as main:rules, shipped, or the digest of a record',
    )
    .argument('<new>')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'json', 'markdown', 'github', 'sarif', 'junit'])
        .default('text'),
    )
    .option('--expect <file>', 'exit 0 when exactly the changes of this file were found')
    .option('--on <date>', 'as the rules are in force on this day alone')
    .option('--records <dir>', 'the folder of records that keeps the rules of a digest')
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diffRulesAt } = await import('./commands/rules-diff.ts');
      end(await diffRulesAt(before, after, options, terminal));
    });
  common(rules.command('impact'))
    .description('whom of past intakes the rules of NEW decide otherwise than those of OLD')
    .argument(
      '<old>',
      'a folder, a commit and folder such as main:rules, shipped, or the digest of a record',
    )
    .argument('<new>')
    .option('--intakes <file...>', 'files as `batch` takes them')
    .option('--records <dir>', 'the screenings of this folder of records')
    .option('--identity <file>', 'the key that opens encrypted records')
    .option('--map <file>', 'how the export names its columns, as for `batch`')
    .option('--as-of <time>', 'decide as of this moment instead of screened_at or now')
    .action(async (before: string, after: string, options: ImpactOptions) => {
      const { impactOfRules } = await import('./commands/rules-impact.ts');
      end(await impactOfRules(before, after, options, terminal));
    });
}

function signingCommands(rules: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  common(rules.command('approve'))
    .description('sign rules as they stand; a change that may be looser counts with two persons')
    .argument('<id...>')
    .requiredOption('--by <name>', 'who approves')
    .requiredOption('--role <role>', 'as what: clinic physician')
    .option('--comment <text>', 'what is to be kept with it')
    .option('--on <date>', 'the day of the approval, if it is not today')
    .option('--key <file>', 'sign with this Ed25519 key, whose public half the site file lists')
    .option(
      '--against <place>',
      'where the text stands that was approved last, if it is not the commit that last changed the approvals: a change that is proved to be no looser needs one person',
    )
    .action(async (ids: string[], options: ApproveOptions) => {
      const { approveRules } = await import('./commands/rules-approve.ts');
      end(approveRules(ids, options, terminal));
    });
  common(rules.command('status'))
    .description('which rules are signed as they stand, and which are due for review')
    .option('--as-of <date>', 'judge review dates as of this day instead of today')
    .action(async (options: StatusOptions) => {
      const { rulesStatus } = await import('./commands/rules-status.ts');
      end(rulesStatus(options, terminal));
    });
  common(rules.command('book'))
    .description('the whole policy as a document to read and to sign')
    .option('--out <file>', 'where it goes: .html or .md (Markdown to standard output without)')
    .action(async (options: BookOptions) => {
      const { rulesBook } = await import('./commands/rules-book.ts');
      end(await rulesBook(options, terminal));
    });
}
