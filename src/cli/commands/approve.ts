// airbridge approve OP PLAN: a plan that was seen stands from now on, with what was decided for it; once.

import { Option, type Command } from 'commander';
import type { Pallets } from '../../domain/plan/plan.ts';
import { atCounter, counterFor } from '../counter.ts';
import { palletsOption, steadyOption, withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

interface ApproveOptions extends Common {
  readonly reason: string;
  readonly by: string;
  readonly freeze: 'all' | 'decided';
  readonly asOf?: string;
  readonly steady?: boolean | number;
  readonly pallets?: Pallets;
}

export const approveCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('approve').description('a plan stands from now on, with what was decided for it').argument('<op>', 'an operation in the data folder').argument('<plan>', 'the id of a plan'))
    .requiredOption('--reason <text>', 'why, for the journal')
    .option('--by <role>', 'who approves: a role, not a person', 'planner')
    .addOption(new Option('--freeze <what>', 'what stands: every line, or only what people decided').choices(['all', 'decided']).default('all'))
    .option('--as-of <instant>', 'of which instant the plan is, where it is not recorded')
    .addOption(steadyOption())
    .addOption(palletsOption())
    .action(async (op: string, plan: string, options: ApproveOptions) => exit(await approve(world, op, plan, options)));

async function approve(world: World, op: string, plan: string, options: ApproveOptions): Promise<ExitCode> {
  const json = options.json === true;
  const { reason, by, freeze, asOf, steady, pallets } = options;
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const answer = await atCounter(counter.value, ({ desk, operation }) => desk.approve(operation, { plan, reason, by, freeze, asOf, ...(steady !== undefined && { steady }), ...(pallets !== undefined && { pallets }) }, `approval:${plan}`));
  if (!answer.ok) return refuse(world, answer.error, json);
  const { facts, frozen } = answer.value;
  if (json) printJson(world, answer.value);
  else world.out(facts === 0 ? `Plan ${plan} was approved so before.\n` : `Plan ${plan} is approved: ${facts} facts recorded, ${frozen} lines stand from now on.\n`);
  return 0;
}
