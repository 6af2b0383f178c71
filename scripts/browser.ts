import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Refusal, step } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium for the journeys: the one that Playwright may have fetched, or one of the system. */
export function findBrowser(): string | null {
  const inPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [chromium.executablePath(), ...inPath, ...places].find((file) => file !== "" && existsSync(file)) ?? null;
}

/** Finds a browser, or installs the system's own with apt-get as the last resort. */
export async function needBrowser(): Promise<string> {
  return findBrowser() ?? (await installBrowser());
}

async function installBrowser(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const can = (words: string[]) => spawnSync(words[0] ?? "", words.slice(1), { stdio: "ignore" }).status === 0;
  if (!can(["apt-get", "--version"]) || !can([...sudo, "true"]))
    throw new Refusal(
      "The journeys need a browser, and there is none. Install Chromium, for instance: sudo apt-get install chromium",
    );
  const aptGet = (...words: string[]) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const [command = "", ...rest] = [...sudo, "apt-get", "-qq", "-y", ...words];
    return spawnSync(command, rest, { env, encoding: "utf8" });
  };
  return step("Installing Chromium with apt-get, which the journeys need", "Chromium is installed", () => {
    aptGet("update");
    const { stderr } = aptGet("install", "--no-install-recommends", "chromium");
    const browser = findBrowser();
    if (browser === null) throw new Refusal(`${stderr}\nChromium could not be installed; install it by hand.`);
    return browser;
  });
}
