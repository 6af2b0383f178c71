import "server-only";
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env, isHttps } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parsed } from "@/lib/http";
import { log } from "@/lib/log";
import { clientAddress } from "./client-address";
import { absoluteSeconds, type Claims, claimsOf, sessionCookie } from "./cookie";
import { endSession } from "./sessions/store";
import { credentialsSchema, signInWith } from "./sign-in";
import { touchSession } from "./store";

declare module "next-auth" {
  interface User {
    claims?: Claims;
  }
}

// A function, so that the environment is read by the first request and not by the build.
export const { handlers, auth, signIn, signOut } = NextAuth(() => config());

const config = (): NextAuthConfig => ({
  secret: env.AUTH_SECRET,
  trustHost: true,
  useSecureCookies: isHttps(),
  cookies: { sessionToken: sessionCookie() },
  session: { strategy: "jwt", maxAge: absoluteSeconds },
  pages: { signIn: "/login", signOut: "/login", error: "/login" },
  providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
  callbacks: {
    // The token is two ids and nothing else. requireUser() reads them without coming here; this runs at sign-in, and when
    // somebody asks NextAuth itself, who then hears of a revoked session as well.
    async jwt({ token, user }) {
      const claims = user?.claims ?? claimsOf(token);
      if (!claims || (!user && !(await touchSession(claims)))) return null;
      return claims;
    },
    async session({ session, token }) {
      const claims = claimsOf(token);
      const user = claims && (await touchSession(claims));
      return user
        ? { expires: session.expires, user: { name: user.name, email: user.email } }
        : { expires: session.expires };
    },
    // Its default follows the Host header. Where to go after signing in is decided by safePath().
    redirect: ({ baseUrl }) => baseUrl,
  },
  events: {
    async signOut(message) {
      const claims = claimsOf("token" in message ? message.token : null);
      if (claims) await endSession(claims);
    },
  },
  logger: {
    error: (error) => {
      if (isExpected(error)) log.debug({ reason: error.name }, "sign-in refused");
      else log.error({ error: thrownBehind(error) }, "NextAuth failed");
    },
    warn: (code) => log.debug({ code }, "NextAuth warns"),
  },
});

// Here and not in the route, so that NextAuth's own door has the same limits.
async function authorize(given: unknown, request: Request) {
  const { email, password } = given as { email: unknown; password: unknown };
  const credentials = parsed(credentialsSchema, { email, password });
  const from = { address: clientAddress(request.headers), userAgent: request.headers.get("user-agent") };
  const claims = await signInWith(credentials, from);
  return { id: claims.userId, claims };
}

/** What `authorize` threw, without NextAuth's wrapping. */
export function thrownBehind(error: unknown): unknown {
  const cause = error instanceof Error && error.cause;
  return typeof cause === "object" && cause !== null && "err" in cause ? cause.err : error;
}

// A post to NextAuth's own door without its token is somebody's script, and is refused: nothing that an operator must see.
const isExpected = (error: Error) =>
  error instanceof CredentialsSignin ||
  (error instanceof AuthError && error.type === "MissingCSRF") ||
  thrownBehind(error) instanceof AppError;
