// The command line: the commands, and what a shell gets back. 0: done. 1: the answer is no. 2: bad input.

import { Command, CommanderError } from 'commander';
import { storeFailure } from '../app/store-failure.ts';
import { adminLinkCommand } from './commands/admin-link.ts';
import { alertsCommand } from './commands/alerts.ts';
import { approveCommand } from './commands/approve.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { communiqueCommand } from './commands/communique.ts';
import { countsCommand } from './commands/counts.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { frontierCommand } from './commands/frontier.ts';
import { hedgeCommand } from './commands/hedge.ts';
import { holdersCommand } from './commands/holders.ts';
import { hubCommand } from './commands/hub.ts';
import { iatiCommand } from './commands/iati.ts';
import { importCommand } from './commands/import.ts';
import { intakeCommand } from './commands/intake.ts';
import { readCommand } from './commands/read.ts';
import { labelsCommand } from './commands/labels.ts';
import { locateCommand } from './commands/locate.ts';
import { logKeyCommand } from './commands/log-key.ts';
import { mirrorCommand } from './commands/mirror.ts';
import { needCommand } from './commands/need.ts';
import { ordersCommand } from './commands/orders.ts';
import { paperCommand } from './commands/paper.ts';
import { requestCommand, requestsCommand } from './commands/requests.ts';
import { planCommand } from './commands/plan.ts';
import { promisesCommand } from './commands/promises.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { serviceRequestCommand } from './commands/srf.ts';
import { solveCommand } from './commands/solve.ts';
import { statusCommand } from './commands/status.ts';
import { stockCommand } from './commands/stock.ts';
import { templateCommand } from './commands/template.ts';
import { tokenCommand } from './commands/token.ts';
import { verifyCommand } from './commands/verify.ts';
import { whatIfCommand } from './commands/what-if.ts';
import { refuse, type ExitCode } from './refusals.ts';
import type { World } from './world.ts';

/** `args`: without the program's own name. */
export async function run(world: World, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const exit = (given: ExitCode): void => void (code = given);
  const program = new Command('airbridge')
    .description('A humanitarian air bridge, from the public promise to the signed receipt.')
    .version(world.version)
    .exitOverride()
    .configureOutput({ writeOut: world.out, writeErr: world.err })
    .showSuggestionAfterError()
    .showHelpAfterError('airbridge --help lists the commands.');
  for (const add of [serveCommand, importCommand, exportCommand, templateCommand, intakeCommand, serviceRequestCommand, readCommand, statusCommand, promisesCommand, needCommand, countsCommand, locateCommand, requestsCommand, requestCommand, planCommand, solveCommand, approveCommand, explainCommand, frontierCommand, hedgeCommand, hubCommand, whatIfCommand, stockCommand, ordersCommand, holdersCommand, alertsCommand, auditCommand, paperCommand, labelsCommand, reportCommand, iatiCommand, communiqueCommand, backupCommand, restoreCommand, adminLinkCommand, tokenCommand, verifyCommand, mirrorCommand, logKeyCommand]) add(program, world, exit);
  for (const command of program.commands.flatMap((it) => [it, ...it.commands])) command.exitOverride().configureOutput({ writeOut: world.out, writeErr: world.err });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failed = storeFailure(error);
    if (failed !== null) return refuse(world, failed, args.includes('--json'));
    throw error;
  }
}
