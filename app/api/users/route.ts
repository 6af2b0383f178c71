import { clientAddress } from "@/lib/auth/client-address";
import { openSession } from "@/lib/auth/session";
import { register, registrationSchema } from "@/lib/auth/users";
import { door, json, readJson } from "@/lib/http";

/** Sign up, and be signed in. */
export const POST = door(async (request) => {
  const wanted = await readJson(request, registrationSchema);
  const user = await register(wanted, clientAddress(request.headers));
  await openSession(wanted);
  return json(user, { status: 201 });
});
