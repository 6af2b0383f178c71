import { begin } from "./begin.mjs";

await begin("npm run chaos", "chaos.ts", { isAlone: false });
