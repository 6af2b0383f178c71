"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import type { Task, TaskDetail } from "@/lib/tasks/schema";

/** One task with what it belongs to; read again when anything about it changed anywhere. */
export function useTask(number: number) {
  const [detail, setDetail] = useState<TaskDetail | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const latest = useRef<TaskDetail | null>(null);

  /** An answer that was on its way while the task changed is older than what is known. */
  const take = useCallback((fresh: TaskDetail) => {
    if (latest.current && fresh.task.version < latest.current.task.version) return;
    latest.current = fresh;
    setDetail(fresh);
  }, []);

  const takeTask = useCallback(
    (task: Task) => {
      if (latest.current) take({ ...latest.current, task });
    },
    [take],
  );

  const read = useCallback(async () => {
    const fresh = await ask<TaskDetail>(`/api/tasks/${number}`);
    take(fresh);
    return fresh.task;
  }, [number, take]);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readSoon = useCallback(() => {
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read().catch(() => {}), 40);
  }, [read]);

  useEffect(() => {
    read().catch((error) => setWrong(sentence(error)));
    return () => clearTimeout(soon.current);
  }, [read]);

  useLive((event) => {
    const about = latest.current;
    if (event.type === "reconnected") return readSoon();
    if (event.type !== "tasks" || !about) return;
    const shown = [about.task, about.parent, ...about.subtasks].map((task) => task?.number);
    const isShown = event.numbers.length === 0 || event.numbers.some((one) => shown.includes(one));
    // What this sheet has changed itself is known already.
    const isKnown = event.seq <= about.task.changed && event.numbers.every((one) => one === number);
    if (isShown && !isKnown) readSoon();
  });

  return { detail, latest, wrong, read, takeTask };
}
