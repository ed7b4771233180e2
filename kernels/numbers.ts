// How arrays are read and written by address, and two numbers in one register.

@inline export function real(array: usize, index: i32): f64 { return load<f64>(array + (<usize>index << 3)); }
@inline export function put(array: usize, index: i32, value: f64): void { store<f64>(array + (<usize>index << 3), value); }
@inline export function whole(array: usize, index: i32): i32 { return load<i32>(array + (<usize>index << 2)); }
@inline export function pair(low: f64, high: f64): v128 { return f64x2.replace_lane(f64x2.splat(low), 1, high); }
@inline export function both(sums: v128): f64 { return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1); }
