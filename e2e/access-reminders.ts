import { randomUUID } from "node:crypto";
import type { Door } from "./access-matrix";

export const reminderRoutes: Record<string, Door[]> = {
  "GET /api/reminders": [{ own: 200 }],
  "DELETE /api/reminders": [{ own: 204 }],
  // Ids of reminders are none of these things: whoever asks, there is no such reminder.
  "POST /api/reminders/[id]": [
    {
      own: 404,
      missing: 404,
      path: ({ call }) => `/api/reminders/${call}`,
      body: () => ({ action: "snooze", until: "1 hour" }),
    },
  ],
  // The signed token in the address is what counts here, not who asks; without one there is nothing.
  "POST /api/reminders/unsubscribe": [{ own: 404, anonymous: 404 }],
  "GET /api/push": [{ own: 200 }],
  "POST /api/push": [
    {
      own: 204,
      body: () => ({
        endpoint: `https://push.example.com/${randomUUID()}`,
        keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) },
      }),
    },
  ],
  "DELETE /api/push": [{ own: 204, body: () => ({ endpoint: "https://push.example.com/none" }) }],
  "POST /api/push/test": [{ own: 200, compare: "status" }],
};
