"use client";

export const loadTalk = () => import("./talk");
export const loadMarkdown = () => import("./markdown");

// Whoever begins to do something will read an answer: by then what shows it is here. What fails is loaded when it is needed.
if (typeof window !== "undefined") {
  const load = () => void Promise.all([loadTalk(), loadMarkdown()]).catch(() => {});
  for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, load, { once: true, passive: true });
}
