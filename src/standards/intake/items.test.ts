import { describe, expect, test } from 'vitest';
import { readPack } from '../packs/read-pack.ts';
import type { ItemCode } from '../../domain/ids.ts';
import { readFolder, REFERENCE } from '../../../test/support/packs.ts';
import { itemNames } from './items.ts';

const items = readPack(readFolder(REFERENCE)).facts.flatMap(({ fact }) => (fact.kind === 'item.registered' ? [fact.body] : []));
const names = itemNames(items, new Map());
const candidates = (description: string): readonly string[] => names.candidates(description);

describe('a description is one item:', () => {
  test.each([
    ['Masques chirurgicaux type IIR', 'surgical-mask'], ['Disposable medical face masks, 3-ply', 'surgical-mask'], ['一次性医用口罩', 'surgical-mask'], ['Mascherine chirurgiche', 'surgical-mask'], ['OP-Masken EN 14683', 'surgical-mask'],
    ['chirurgische mondmaskers', 'surgical-mask'], ['Mascarillas quirúrgicas', 'surgical-mask'], ['FFP2/KN95', 'ffp2'], ['KN95 口罩', 'ffp2'], ['Masques FFP2', 'ffp2'], ['Respirator masks N95', 'ffp2'], ['医用防护服', 'suit'],
    ['Combinaisons de protection cat. III', 'suit'], ['Beatmungsgeräte', 'ventilator'], ['Respirateurs de réanimation', 'ventilator'], ['新型冠状病毒核酸检测试剂盒', 'test-kit'], ['COVID-19 test kits (RT-PCR)', 'test-kit'],
    ['Guanti in nitrile taglia L', 'gloves'], ['Face shields', 'face-shield'], ['隔离衣 Isolation gown', 'gown'],
  ])('%s', (description, item) => expect(candidates(description)).toEqual([item]));
});

describe('where two fit, both are answered:', () => {
  test.each([['Masks', ['ffp2', 'surgical-mask']], ['口罩', ['ffp2', 'surgical-mask']], ['FFP2 or surgical masks', ['ffp2', 'surgical-mask']], ['Gloves and gowns', ['gloves', 'gown']]])('%s', (description, found) => expect([...candidates(description)].toSorted()).toEqual(found));
});

test('what it is not is not guessed', () => expect(['Rice', 'oxygen concentrator', ''].map((description) => candidates(description))).toEqual([[], [], []]));
test('what a sender was taught counts first', () => expect(itemNames(items, new Map([['masks', 'ffp2' as ItemCode]])).candidates('MASKS')).toEqual(['ffp2']));
