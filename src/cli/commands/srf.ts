// airbridge srf OP CONSIGNMENT FILE: a consignment as a service request form of the Logistics Cluster.

import type { Command } from 'commander';
import { atCounter, counterFor } from '../counter.ts';
import { isWorkbook, writeNew } from '../folder.ts';
import { withCommon, type Common } from '../options.ts';
import { printJson, refuse, type ExitCode } from '../refusals.ts';
import type { World } from '../world.ts';

export const serviceRequestCommand = (program: Command, world: World, exit: (code: ExitCode) => void): void =>
  void withCommon(program.command('srf').description('write a consignment as a service request form of the Logistics Cluster').argument('<op>', 'an operation in the data folder, or the path of a pack').argument('<consignment>', 'its id, such as F1').argument('<file>', 'a new workbook (.xlsx)')).action(
    async (op: string, consignment: string, file: string, options: Common) => exit(await serviceRequest(world, { op, consignment, file }, options)),
  );

async function serviceRequest(world: World, { op, consignment, file }: { readonly op: string; readonly consignment: string; readonly file: string }, options: Common): Promise<ExitCode> {
  const json = options.json === true;
  if (!isWorkbook(file)) return refuse(world, { code: 'not-a-workbook', message: `${file} is not named as a workbook`, remedy: 'name a file that ends in .xlsx' }, json);
  const counter = await counterFor(world, op, options);
  if (!counter.ok) return refuse(world, counter.error, json);
  const form = await atCounter(counter.value, ({ desk, operation }) => desk.airlift.serviceRequest(operation, consignment));
  if (!form.ok) return refuse(world, form.error, json);
  const written = await writeNew(file, form.value.content);
  if (!written.ok) return refuse(world, written.error, json);
  if (json) printJson(world, { file, consignment });
  else world.out(`${consignment} is written to ${file}. Whom to call is left empty: add it before you send the form.\n`);
  return 0;
}
