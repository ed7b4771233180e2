// The factor of a positive definite matrix and what it solves, panel by panel, two numbers at a time. Which arrays these are
// says src/planner/scan/polish/symbolic.ts; what is done with them in which order, cholesky.ts.
// Source: Ng & Peyton 1993, left-looking supernodal Cholesky.

import { both, put, real, whole } from './numbers';

/** A pivot below this is as good as none: its row is left as it is. */
const LEAST_PIVOT: f64 = 1e-30;
const NO_PIVOT: f64 = 1e64;

@inline function lows(one: v128, two: v128): v128 { return v128.shuffle<f64>(one, two, 0, 2); }
@inline function highs(one: v128, two: v128): v128 { return v128.shuffle<f64>(one, two, 1, 3); }
/** Both sums of each. */
@inline function folded(one: v128, two: v128): v128 { return f64x2.add(lows(one, two), highs(one, two)); }

@inline function less(to: usize, amount: f64): void { store<f64>(to, load<f64>(to) - amount); }

/** one · other, of so many bytes. */
@inline function dot(one: usize, other: usize, bytes: usize): f64 {
  let sums = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(one + at), v128.load(other + at)));
  return at < bytes ? both(sums) + load<f64>(one + at) * load<f64>(other + at) : both(sums);
}

/** A panel waits for the panel in which its next row stands. */
@inline function wait(panel: i32, start: usize, list: usize, panelOf: usize, next: usize, head: usize, done: usize): void {
  const at = whole(start, panel) + whole(done, panel);
  if (at >= whole(start, panel + 1)) return;
  const target = whole(panelOf, whole(list, at));
  store<i32>(next + (<usize>panel << 2), whole(head, target));
  store<i32>(head + (<usize>target << 2), panel);
}

export function factor(panels: i32, first: usize, start: usize, list: usize, block: usize, panelOf: usize, numbers: usize, next: usize, head: usize, done: usize, relative: usize): void {
  memory.fill(head, 255, <usize>panels << 2);
  for (let panel = 0; panel < panels; panel += 1) {
    const begin = whole(start, panel);
    const left = whole(first, panel);
    const width = whole(first, panel + 1) - left;
    const into = numbers + (<usize>whole(block, panel) << 3);
    for (let at = begin, end = whole(start, panel + 1); at < end; at += 1) store<i32>(relative + (<usize>whole(list, at) << 2), (at - begin) * width);
    for (let from = whole(head, panel); from >= 0; ) {
      const after = whole(next, from);
      const above = whole(done, from);
      const rows = list + (<usize>whole(start, from) << 2);
      const count = whole(start, from + 1) - whole(start, from);
      let end = above;
      while (end < count && whole(rows, end) < left + width) end += 1;
      store<i32>(done + (<usize>from << 2), end);
      takeOff(into, left, numbers + (<usize>whole(block, from) << 3), <usize>(whole(first, from + 1) - whole(first, from)) << 3, rows, above, end, count, relative);
      wait(from, start, list, panelOf, next, head, done);
      from = after;
    }
    within(into, width, whole(start, panel + 1) - begin);
    store<i32>(done + (<usize>panel << 2), width);
    wait(panel, start, list, panelOf, next, head, done);
  }
}

/** Takes off a panel what an earlier one adds to it: products of the earlier one's rows, `bytes` long, from `column` to before `end` with all from there on. */
function takeOff(into: usize, left: i32, source: usize, bytes: usize, list: usize, column: i32, end: i32, rows: i32, relative: usize): void {
  for (; column + 1 < end; column += 2) {
    const one = source + <usize>column * bytes;
    const two = one + bytes;
    const toOne = into + (<usize>(whole(list, column) - left) << 3);
    const toTwo = into + (<usize>(whole(list, column + 1) - left) << 3);
    let row = column;
    for (; row + 3 < rows; row += 4) {
      const a = source + <usize>row * bytes;
      const b = a + bytes;
      const c = b + bytes;
      const d = c + bytes;
      let aa = f64x2.splat(0), ab = f64x2.splat(0), ba = f64x2.splat(0), bb = f64x2.splat(0);
      let ca = f64x2.splat(0), cb = f64x2.splat(0), da = f64x2.splat(0), db = f64x2.splat(0);
      let at: usize = 0;
      for (; at + 16 <= bytes; at += 16) {
        const r = v128.load(one + at), s = v128.load(two + at);
        const p = v128.load(a + at);
        aa = f64x2.add(aa, f64x2.mul(p, r));
        ab = f64x2.add(ab, f64x2.mul(p, s));
        const q = v128.load(b + at);
        ba = f64x2.add(ba, f64x2.mul(q, r));
        bb = f64x2.add(bb, f64x2.mul(q, s));
        const t = v128.load(c + at);
        ca = f64x2.add(ca, f64x2.mul(t, r));
        cb = f64x2.add(cb, f64x2.mul(t, s));
        const u = v128.load(d + at);
        da = f64x2.add(da, f64x2.mul(u, r));
        db = f64x2.add(db, f64x2.mul(u, s));
      }
      let sumsA = folded(aa, ab), sumsB = folded(ba, bb), sumsC = folded(ca, cb), sumsD = folded(da, db);
      if (at < bytes) {
        const last = lows(v128.load64_splat(one + at), v128.load64_splat(two + at));
        sumsA = f64x2.add(sumsA, f64x2.mul(last, v128.load64_splat(a + at)));
        sumsB = f64x2.add(sumsB, f64x2.mul(last, v128.load64_splat(b + at)));
        sumsC = f64x2.add(sumsC, f64x2.mul(last, v128.load64_splat(c + at)));
        sumsD = f64x2.add(sumsD, f64x2.mul(last, v128.load64_splat(d + at)));
      }
      const toA = <usize>whole(relative, whole(list, row)) << 3;
      const toB = <usize>whole(relative, whole(list, row + 1)) << 3;
      const toC = <usize>whole(relative, whole(list, row + 2)) << 3;
      const toD = <usize>whole(relative, whole(list, row + 3)) << 3;
      less(toOne + toA, f64x2.extract_lane(sumsA, 0));
      less(toTwo + toA, f64x2.extract_lane(sumsA, 1));
      less(toOne + toB, f64x2.extract_lane(sumsB, 0));
      less(toTwo + toB, f64x2.extract_lane(sumsB, 1));
      less(toOne + toC, f64x2.extract_lane(sumsC, 0));
      less(toTwo + toC, f64x2.extract_lane(sumsC, 1));
      less(toOne + toD, f64x2.extract_lane(sumsD, 0));
      less(toTwo + toD, f64x2.extract_lane(sumsD, 1));
    }
    for (; row < rows; row += 1) {
      const a = source + <usize>row * bytes;
      const to = <usize>whole(relative, whole(list, row)) << 3;
      less(toOne + to, dot(a, one, bytes));
      less(toTwo + to, dot(a, two, bytes));
    }
  }
  if (column >= end) return;
  const one = source + <usize>column * bytes;
  const toOne = into + (<usize>(whole(list, column) - left) << 3);
  for (let row = column; row < rows; row += 1) less(toOne + (<usize>whole(relative, whole(list, row)) << 3), dot(source + <usize>row * bytes, one, bytes));
}

/** The panel's own triangle, then the rows below it, four at a time. */
function within(base: usize, width: i32, rows: i32): void {
  const bytes = <usize>width << 3;
  let own = base;
  for (let row = 0; row < width; row += 1, own += bytes) {
    let other = base;
    for (let column = 0; column < row; column += 1, other += bytes) put(own, column, (real(own, column) - dot(own, other, <usize>column << 3)) / real(other, column));
    const pivot = real(own, row) - dot(own, own, <usize>row << 3);
    put(own, row, pivot > LEAST_PIVOT ? Math.sqrt(pivot) : NO_PIVOT);
  }
  let row = width;
  for (; row + 3 < rows; row += 4, own += 4 * bytes) {
    const b = own + bytes;
    const c = b + bytes;
    const d = c + bytes;
    let other = base;
    for (let column = 0; column < width; column += 1, other += bytes) {
      let sa = f64x2.splat(0), sb = f64x2.splat(0), sc = f64x2.splat(0), sd = f64x2.splat(0);
      const known = <usize>column << 3;
      let at: usize = 0;
      for (; at + 16 <= known; at += 16) {
        const o = v128.load(other + at);
        sa = f64x2.add(sa, f64x2.mul(v128.load(own + at), o));
        sb = f64x2.add(sb, f64x2.mul(v128.load(b + at), o));
        sc = f64x2.add(sc, f64x2.mul(v128.load(c + at), o));
        sd = f64x2.add(sd, f64x2.mul(v128.load(d + at), o));
      }
      let ab = folded(sa, sb), cd = folded(sc, sd);
      if (at < known) {
        const o = v128.load64_splat(other + at);
        ab = f64x2.add(ab, f64x2.mul(lows(v128.load64_splat(own + at), v128.load64_splat(b + at)), o));
        cd = f64x2.add(cd, f64x2.mul(lows(v128.load64_splat(c + at), v128.load64_splat(d + at)), o));
      }
      const pivot = v128.load64_splat(other + known);
      ab = f64x2.div(f64x2.sub(lows(v128.load64_splat(own + known), v128.load64_splat(b + known)), ab), pivot);
      cd = f64x2.div(f64x2.sub(lows(v128.load64_splat(c + known), v128.load64_splat(d + known)), cd), pivot);
      store<f64>(own + known, f64x2.extract_lane(ab, 0));
      store<f64>(b + known, f64x2.extract_lane(ab, 1));
      store<f64>(c + known, f64x2.extract_lane(cd, 0));
      store<f64>(d + known, f64x2.extract_lane(cd, 1));
    }
  }
  for (; row < rows; row += 1, own += bytes) {
    let other = base;
    for (let column = 0; column < width; column += 1, other += bytes) put(own, column, (real(own, column) - dot(own, other, <usize>column << 3)) / real(other, column));
  }
}

/** In place, in the order of the factor. */
export function solve(panels: i32, first: usize, start: usize, list: usize, block: usize, numbers: usize, solution: usize): void {
  for (let panel = 0; panel < panels; panel += 1) {
    const from = whole(first, panel);
    const width = whole(first, panel + 1) - from;
    const bytes = <usize>width << 3;
    const known = solution + (<usize>from << 3);
    const rows = list + (<usize>whole(start, panel) << 2);
    const count = whole(start, panel + 1) - whole(start, panel);
    let own = numbers + (<usize>whole(block, panel) << 3);
    for (let row = 0; row < width; row += 1, own += bytes) put(known, row, (real(known, row) - dot(own, known, <usize>row << 3)) / real(own, row));
    for (let row = width; row < count; row += 1, own += bytes) less(solution + (<usize>whole(rows, row) << 3), dot(own, known, bytes));
  }
  for (let panel = panels - 1; panel >= 0; panel -= 1) {
    const from = whole(first, panel);
    const width = whole(first, panel + 1) - from;
    const bytes = <usize>width << 3;
    const known = solution + (<usize>from << 3);
    const rows = list + (<usize>whole(start, panel) << 2);
    const count = whole(start, panel + 1) - whole(start, panel);
    const base = numbers + (<usize>whole(block, panel) << 3);
    for (let row = width; row < count; row += 1) takeRow(known, base + <usize>row * bytes, bytes, real(solution, whole(rows, row)));
    for (let row = width - 1; row >= 0; row -= 1) {
      const own = base + <usize>row * bytes;
      put(known, row, real(known, row) / real(own, row));
      takeRow(known, own, <usize>row << 3, real(known, row));
    }
  }
}

/** into − row · times, of so many bytes. */
@inline function takeRow(into: usize, row: usize, bytes: usize, times: f64): void {
  const factors = f64x2.splat(times);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(into + at, f64x2.sub(v128.load(into + at), f64x2.mul(v128.load(row + at), factors)));
  if (at < bytes) less(into + at, load<f64>(row + at) * times);
}
