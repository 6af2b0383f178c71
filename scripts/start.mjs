import { begin } from "./begin.mjs";

await begin("npm start", "serve.ts", { isAlone: true });
