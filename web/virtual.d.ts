// What the bundler makes: the land of the maps (atlas.ts), the address of the public page's only script (check/script.ts).

declare module 'virtual:far-land' {
  const atlas: object;
  export default atlas;
}

declare module 'virtual:near-land' {
  const atlas: object;
  export default atlas;
}

declare module 'virtual:check' {
  const address: string;
  export default address;
}
