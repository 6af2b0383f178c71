import { randomUUID } from "node:crypto";
import { reminderRoutes } from "./access-reminders";
import { type Person, timeZone } from "./people";

/** Ids of things: the owner's, or ids that nothing has. */
export type Things = {
  conversation: string;
  message: string;
  reply: string;
  call: string;
  waitingCall: string;
  taskNumber: number;
};

export type Door = {
  /** What the owner gets for a thing of theirs. */
  own: number;
  /** What anybody gets for a thing that is missing or somebody else's; left out when the door takes no ids. */
  missing?: number;
  /** Who has not signed in gets in too, with this answer instead of 401. */
  anonymous?: number;
  /** The answer has no end; only its beginning is looked at. */
  endless?: boolean;
  /** Sent as a form, as NextAuth expects. */
  form?: boolean;
  /** Answers are alike in status only, such as streams with times in them. */
  compare?: "status";
  path?(things: Things): string;
  body?(things: Things, person: Person): unknown;
};

/** One entry, or more, for each method of each route. A route without one fails the run. */
export const routes: Record<string, Door[]> = {
  "GET /api/health": [{ own: 200, anonymous: 200 }],
  "GET /api/auth/[...nextauth]": [{ own: 200, anonymous: 200, path: () => "/api/auth/session" }],
  "POST /api/auth/[...nextauth]": [
    // Without the token of its own form nobody gets in here, right password or not.
    {
      own: 302,
      anonymous: 302,
      form: true,
      compare: "status",
      path: () => "/api/auth/callback/credentials",
      body: () => "email=nobody@example.com&password=none",
    },
  ],
  "POST /api/session": [
    {
      own: 401,
      anonymous: 401,
      body: () => ({ email: `nobody-${randomUUID()}@example.com`, password: "not the password" }),
    },
  ],
  "DELETE /api/session": [{ own: 204, anonymous: 204 }],
  "POST /api/users": [
    {
      own: 201,
      anonymous: 201,
      compare: "status",
      body: () => ({ email: `new-${randomUUID()}@example.com`, password: `long enough ${randomUUID()}` }),
    },
  ],
  "GET /api/me": [{ own: 200 }],
  "PATCH /api/me": [{ own: 200, body: () => ({ name: "A new name" }) }],

  // The password is wrong on purpose: these doors are only tried here.
  "POST /api/me/password": [
    { own: 400, body: () => ({ current: "not the password", password: "marble window seven" }) },
  ],
  "POST /api/me/delete": [{ own: 400, body: () => ({ password: "not the password", words: "delete everything" }) }],
  "GET /api/me/sessions": [{ own: 200, compare: "status" }],
  "DELETE /api/me/sessions": [{ own: 204 }],
  // Ids of sessions are none of these things: whoever asks, there is no such session.
  "DELETE /api/me/sessions/[id]": [
    { own: 404, missing: 404, path: ({ conversation }) => `/api/me/sessions/${conversation}` },
  ],

  "GET /api/tasks": [{ own: 200 }],
  "GET /api/tasks/changes": [{ own: 200, path: () => "/api/tasks/changes?since=0" }],
  "GET /api/tasks/[number]": [{ own: 200, missing: 404, path: ({ taskNumber }) => `/api/tasks/${taskNumber}` }],
  "GET /api/activity": [{ own: 200 }],
  "GET /api/activity/[id]": [{ own: 200, missing: 404, path: ({ call }) => `/api/activity/${call}` }],
  "GET /api/events": [{ own: 200, endless: true }],

  ...reminderRoutes,

  "GET /api/conversations": [{ own: 200 }],
  "GET /api/conversations/search": [{ own: 200, path: () => "/api/conversations/search?text=canary" }],
  "GET /api/conversations/[id]/export": [
    { own: 200, missing: 404, path: ({ conversation }) => `/api/conversations/${conversation}/export?format=json` },
    { own: 200, missing: 404, path: ({ conversation }) => `/api/conversations/${conversation}/export?format=markdown` },
  ],
  "GET /api/conversations/[id]": [
    { own: 200, missing: 404, path: ({ conversation }) => `/api/conversations/${conversation}` },
  ],
  "PATCH /api/conversations/[id]": [
    {
      own: 200,
      missing: 404,
      path: ({ conversation }) => `/api/conversations/${conversation}`,
      body: () => ({ title: "Another title" }),
    },
    {
      own: 200,
      missing: 404,
      path: ({ conversation }) => `/api/conversations/${conversation}`,
      body: () => ({ status: "ARCHIVED" }),
    },
  ],
  "DELETE /api/conversations/[id]": [
    { own: 204, missing: 404, path: ({ conversation }) => `/api/conversations/${conversation}` },
  ],
  "POST /api/conversations/[id]/restore": [
    {
      own: 200,
      missing: 404,
      path: ({ conversation }) => `/api/conversations/${conversation}/restore`,
      body: () => ({}),
    },
  ],
  "GET /api/conversations/[id]/messages": [
    { own: 200, missing: 404, path: ({ conversation }) => `/api/conversations/${conversation}/messages` },
  ],

  "POST /api/chat": [
    // Browsers mint the ids of conversations: a foreign one is as free as a new one, and begins a conversation of one's own.
    {
      own: 200,
      missing: 200,
      compare: "status",
      body: ({ conversation }) => ({ conversationId: conversation, messageId: randomUUID(), text: "help", timeZone }),
    },
    {
      own: 422,
      missing: 200,
      compare: "status",
      body: ({ message }) => ({ conversationId: randomUUID(), messageId: message, text: "help", timeZone }),
    },
    // A message in the place of another one.
    {
      own: 200,
      missing: 404,
      compare: "status",
      body: ({ conversation: conversationId, message: replacesId }) => ({
        conversationId,
        messageId: randomUUID(),
        replacesId,
        text: "help",
        timeZone,
      }),
    },
  ],
  "GET /api/chat/[id]/stream": [
    {
      own: 200,
      missing: 204,
      compare: "status",
      path: ({ conversation, reply }) => `/api/chat/${conversation}/stream?reply=${reply}`,
    },
  ],
  "POST /api/chat/[id]/stop": [
    // This reply has ended: there is nothing to stop, for its owner either.
    {
      own: 404,
      missing: 404,
      path: ({ conversation }) => `/api/chat/${conversation}/stop`,
      body: ({ reply }) => ({ reply }),
    },
  ],
  "POST /api/chat/[id]/again": [
    // This reply is complete: there is nothing to go on with, for its owner either.
    {
      own: 409,
      missing: 404,
      path: ({ conversation }) => `/api/chat/${conversation}/again`,
      body: ({ reply }) => ({ replyId: randomUUID(), repeats: reply, how: "continue" }),
    },
  ],
  "POST /api/approvals/[callId]": [
    {
      own: 202,
      missing: 404,
      path: ({ waitingCall }) => `/api/approvals/${waitingCall}`,
      body: () => ({ decision: "yes" }),
    },
    {
      own: 202,
      missing: 404,
      path: ({ waitingCall }) => `/api/approvals/${waitingCall}`,
      body: () => ({ decision: "no" }),
    },
  ],
  "POST /api/tools/[name]": [{ own: 404, missing: 404, path: () => "/api/tools/launch_rocket", body: () => ({}) }],
};

/** Pages for people who have signed in; a page without an entry fails the run. */
export const pages: Record<string, { path?(things: Things): string; hasIds?: boolean }> = {
  "/": {},
  "/tasks": {},
  "/activity": {},
  "/settings": {},
  "/chat/[id]": { path: ({ conversation }) => `/chat/${conversation}`, hasIds: true },
};
