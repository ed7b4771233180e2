// What is compiled: src/planner/scan/compiled/code.ts.

export * from './factor';
export * from './scan';
export * from './vectors';
