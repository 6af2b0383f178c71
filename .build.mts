import { build, isBuilt } from "./scripts/build";
const root = process.cwd();
if (!isBuilt(root)) await build(root, new AbortController().signal);
console.log("built", root);
