import { expect, required, test } from "./fixtures";
import { cookieOf, signUp, stranger } from "./people";

// What the page was still reading when the person signed out, or reads when they go back, is rightly refused.
const refusedReads = /401 .*\/api\//;

test("signing out ends the session everywhere, also for a copy of its cookie", async ({
  page,
  person,
  chat,
  guard,
}) => {
  guard.expectProblems(refusedReads);
  await chat.open();
  const stolen = person.at({ cookie: person.cookie });
  expect((await stolen.ask("GET", "/api/me")).status).toBe(200);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/login/);

  expect((await stolen.ask("GET", "/api/me")).status).toBe(401);
  expect((await stolen.ask("POST", "/api/tools/create_task", { title: "Stolen" })).status).toBe(401);
  expect((await stolen.ask("GET", "/api/auth/session")).text).not.toContain(person.email);
});

test("the back button shows nothing after signing out", async ({ page, person, chat, guard }) => {
  guard.expectProblems(refusedReads);
  await person.tool("create_task", { title: "A private matter" });
  await chat.open();
  await expect(chat.tasks.getByText("A private matter")).toBeVisible();
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/\/login/);
  await page.goBack();
  await expect(page.getByText("A private matter")).toHaveCount(0);
  await page.goto("/");
  await expect(page).toHaveURL(/\/login/);
});

test("signing out of one session leaves the others", async ({ person }) => {
  const answer = await stranger(person.baseURL).ask("POST", "/api/session", {
    email: person.email.toUpperCase(),
    password: person.password,
  });
  expect(answer.status, answer.text).toBe(204);
  const elsewhere = person.at({ cookie: cookieOf(answer) });
  const signedOut = await elsewhere.ask("DELETE", "/api/session");
  expect(signedOut.status).toBe(204);
  expect(signedOut.headers.get("clear-site-data")).toContain('"storage"');
  expect([(await elsewhere.ask("GET", "/api/me")).status, (await person.ask("GET", "/api/me")).status]).toEqual([
    401, 200,
  ]);
});

test("the session cookie can't be read by scripts, and the pages carry their policy", async ({ baseURL }) => {
  const nobody = stranger(required(baseURL));
  const person = await signUp(required(baseURL));
  const answer = await nobody.ask("POST", "/api/session", { email: person.email, password: person.password });
  const cookie = answer.headers.getSetCookie().find((line) => /session/.test(line)) ?? "";
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//i);

  for (const path of ["/login", "/register", "/api/health"]) {
    const { headers } = await nobody.ask("GET", path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  }
  const policy = (await nobody.ask("GET", "/login")).headers.get("content-security-policy") ?? "";
  for (const part of [
    "default-src 'none'",
    "'strict-dynamic'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "img-src 'self' data:",
    "connect-src 'self'",
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test("tricks that fooled other gates don't open this one", async ({ baseURL }) => {
  const nobody = stranger(required(baseURL));
  const tricks: [string, Record<string, string>][] = [
    ["/", { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
    ["/", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
    ["/settings", { rsc: "1" }],
    ["/settings.rsc", {}],
    ["/%73ettings", {}],
    ["//settings", {}],
  ];
  for (const [path, headers] of tricks) {
    const answer = await nobody.open("GET", `${required(baseURL)}${path}`, undefined, headers);
    expect(await answer.text(), path).not.toContain("Time zone");
  }
  expect(
    (await nobody.ask("GET", "/api/me", undefined, { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }))
      .status,
  ).toBe(401);
});

test("after signing in one lands on a page of one's own, wherever the address points", async ({ page, baseURL }) => {
  // Five sign-ins, one after the other.
  test.slow();
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "/settings",
  ]) {
    const person = await signUp(required(baseURL));
    // Away from the app first: its live connection would notice that the cookie is gone.
    await page.goto("about:blank");
    await page.context().clearCookies();
    await page.goto(`/login?next=${encodeURIComponent(next)}&callbackUrl=${encodeURIComponent(next)}`);
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).not.toHaveURL(/\/login/);
    expect(new URL(page.url()).origin).toBe(new URL(required(baseURL)).origin);
  }
});

test("whose session has ended signs in and is back where they were, query and all", async ({ page, person, chat }) => {
  await chat.open();
  // What somebody else began to write here, whose session ended before.
  const other = "docket:draft:0196a000-0000-7000-8000-000000000001:new";
  await page.evaluate((key) => localStorage.setItem(key, "a secret"), other);
  await page.goto("about:blank");
  await person.ask("DELETE", "/api/session");
  await page.goto("/tasks?task=7");
  await expect(page).toHaveURL(/\/login\?next=%2Ftasks%3Ftask%3D7&ended=1$/);
  await expect(page.getByText("You were signed out.")).toBeVisible();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/tasks\?task=7$/);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), other)).toBeNull();
});

test("a page that was never there says so, inside the app and outside", async ({ page, chat, person, guard }) => {
  guard.expectProblems(/404/);
  await chat.open();
  for (const path of ["/chat/00000000-0000-7000-8000-000000000000", "/nowhere"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to a new chat" })).toBeVisible();
  }
  expect((await person.ask("GET", "/tasks")).status).toBe(200);
});
