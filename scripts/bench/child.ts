import { fork } from "node:child_process";
import path from "node:path";
import { Refusal } from "@/scripts/say.mjs";

/** A process of ours that answers one question at a time. */
export type Child<Question, Answer> = {
  pid: number;
  ask(question: Question): Promise<Answer>;
  stop(): void;
};

/** Starts a file of this folder as a process of its own, so that its work takes no time from whoever measures. */
export function startChild<Question extends object, Answer>(file: string): Child<Question, Answer> {
  const child = fork(path.join(import.meta.dirname, file), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return {
    pid: child.pid ?? 0,
    ask: (question) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Refusal(`${file} ended in the middle of its work.`));
        child.once("exit", fail);
        child.once("message", (answer) => {
          child.off("exit", fail);
          resolve(answer as Answer);
        });
        child.send(question);
      }),
    stop: () => void child.kill(),
  };
}

/** In the child: answers what the parent asks, and ends with it. */
export function answerParent<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.on("message", async (question) => process.send?.(await answer(question as Question)));
  process.on("disconnect", () => process.exit());
  // Ctrl-C is for the parent, which stops things in order.
  process.on("SIGINT", () => {});
}
