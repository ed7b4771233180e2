// What the bundler makes: the land of the maps (atlas.ts).

declare module 'virtual:far-land' {
  const atlas: object;
  export default atlas;
}

declare module 'virtual:near-land' {
  const atlas: object;
  export default atlas;
}
