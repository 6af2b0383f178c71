import { begin } from "./begin.mjs";

await begin("npm test", "test.ts", { isAlone: false });
