// What the bundler makes: the land around Europe (near-land.ts).

declare module 'virtual:near-land' {
  const atlas: object;
  export default atlas;
}
