import { afterEach, expect, test, vi } from "vitest";
import { claimsOf, sessionCookie } from "./cookie";

afterEach(() => {
  vi.unstubAllEnvs();
});

const ids = { userId: "0198a7e2-0000-7000-8000-000000000001", sessionId: "0198a7e2-0000-7000-8000-000000000002" };

test("only the two ids are read from a token", () => {
  expect(claimsOf({ ...ids, iat: 1, role: "admin" })).toEqual(ids);
});

test.each([
  null,
  undefined,
  "token",
  {},
  { sub: ids.userId },
  { userId: ids.userId },
  { ...ids, userId: "" },
  { ...ids, userId: null },
  { ...ids, sessionId: { contains: "" } },
  { message: "There was a problem with the server configuration." },
])("%j is nobody's session", (token) => {
  expect(claimsOf(token)).toBe(null);
});

test("over https the cookie is bound to this host", () => {
  vi.stubEnv("PUBLIC_URL", "https://docket.example.com");
  expect(sessionCookie()).toEqual({
    name: "__Host-docket.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("over plain http it has a plain name, since a browser would drop the other", () => {
  vi.stubEnv("PUBLIC_URL", "http://192.168.1.10:3000");
  expect(sessionCookie()).toEqual({
    name: "docket.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
  });
});
