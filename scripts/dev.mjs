import { begin } from "./begin.mjs";

await begin("npm run dev", "dev.ts", { isAlone: true });
