"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { closeTask, numberIn } from "./open-task";

/** Comes with the first task that is opened. */
const TaskSheet = dynamic(() => import("./task-sheet").then((module) => module.TaskSheet), { ssr: false });

/** The task that the address names, over whatever page it is. */
export function AskedSheet() {
  const number = numberIn(useSearchParams().get("task"));
  return number === null ? null : <TaskSheet key={number} number={number} onClose={closeTask} />;
}
