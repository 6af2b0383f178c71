import { vi } from "vitest";
import type { Conversation } from "@/lib/conversations/schema";

export const conversation = (id: string, overrides: Partial<Conversation> = {}): Conversation => ({
  id,
  title: id,
  status: "ACTIVE",
  model: null,
  pinnedAt: null,
  deletedAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-11-20T10:00:00.000Z",
  activity: null,
  ...overrides,
});

type Asked = { path: string; answer: (body: unknown, status?: number) => void };

/** A server that answers each question when the test says so. */
export function slowServer() {
  const asked: Asked[] = [];
  vi.stubGlobal(
    "fetch",
    (path: string) =>
      new Promise<Response>((resolve) => {
        const answer: Asked["answer"] = (body, status = 200) => resolve(Response.json(body, { status }));
        asked.push({ path, answer });
      }),
  );
  return asked;
}
