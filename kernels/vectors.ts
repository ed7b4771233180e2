// Vectors of prices, as src/planner/scan/vectors.ts defines them: of `count` numbers each, the last of them alone where they
// are odd.

import { both } from './numbers';

@inline function last(count: i32): bool { return (count & 1) != 0; }
@inline function pairs(count: i32): usize { return <usize>(count & ~1) << 3; }
@inline function endOf(count: i32): usize { return <usize>(count - 1) << 3; }

export function findFree(count: i32, prices: usize, slack: usize, free: usize): void {
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 8) store<f64>(free + at, load<f64>(prices + at) > 0 || load<f64>(slack + at) < 0 ? 1 : 0);
}

export function fall(count: i32, direction: usize, slack: usize, free: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const falls = f64x2.neg(f64x2.mul(v128.load(slack + at), v128.load(free + at)));
    v128.store(direction + at, falls);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), falls));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const falls = -(load<f64>(slack + at) * load<f64>(free + at));
    store<f64>(direction + at, falls);
    sum += load<f64>(other + at) * falls;
  }
  return sum;
}

export function add(count: i32, direction: usize, free: usize, part: f64, by: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  const parts = f64x2.splat(part);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const now = f64x2.mul(f64x2.add(v128.load(direction + at), f64x2.mul(parts, v128.load(by + at))), v128.load(free + at));
    v128.store(direction + at, now);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), now));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const now = (load<f64>(direction + at) + part * load<f64>(by + at)) * load<f64>(free + at);
    store<f64>(direction + at, now);
    sum += load<f64>(other + at) * now;
  }
  return sum;
}

export function stretch(count: i32, direction: usize, part: f64, steepness: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  const parts = f64x2.splat(part);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const now = f64x2.mul(f64x2.mul(v128.load(direction + at), parts), v128.load(steepness + at));
    v128.store(direction + at, now);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), now));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const now = load<f64>(direction + at) * part * load<f64>(steepness + at);
    store<f64>(direction + at, now);
    sum += load<f64>(other + at) * now;
  }
  return sum;
}

export function move(count: i32, next: usize, prices: usize, direction: usize, length: f64): void {
  const lengths = f64x2.splat(length);
  const zero = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(next + at, f64x2.max(zero, f64x2.add(v128.load(prices + at), f64x2.mul(lengths, v128.load(direction + at)))));
  if (!last(count)) return;
  const at = endOf(count);
  store<f64>(next + at, Math.max(0, load<f64>(prices + at) + length * load<f64>(direction + at)));
}

export function along(count: i32, slack: usize, next: usize, prices: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(slack + at), f64x2.sub(v128.load(next + at), v128.load(prices + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(slack + at) * (load<f64>(next + at) - load<f64>(prices + at)) : both(sums);
}

export function product(count: i32, free: usize, one: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(free + at), f64x2.mul(v128.load(one + at), v128.load(other + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(free + at) * (load<f64>(one + at) * load<f64>(other + at)) : both(sums);
}

export function square(count: i32, free: usize, one: usize, steepness: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(free + at), f64x2.mul(f64x2.mul(v128.load(one + at), v128.load(one + at)), v128.load(steepness + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(free + at) * (load<f64>(one + at) * load<f64>(one + at) * load<f64>(steepness + at)) : both(sums);
}

export function difference(count: i32, into: usize, after: usize, before: usize): void {
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(into + at, f64x2.sub(v128.load(after + at), v128.load(before + at)));
  const at = endOf(count);
  if (last(count)) store<f64>(into + at, load<f64>(after + at) - load<f64>(before + at));
}

export function plus(count: i32, into: usize, other: usize): void {
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(into + at, f64x2.add(v128.load(into + at), v128.load(other + at)));
  const at = endOf(count);
  if (last(count)) store<f64>(into + at, load<f64>(into + at) + load<f64>(other + at));
}
