/** dependency-cruiser resolves `@/…` only through this: WXT's generated tsconfig has no `baseUrl` (architecture.md, trap 1). */
module.exports = { resolve: { alias: { '@': __dirname } } };
