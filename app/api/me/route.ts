import { requireUser } from "@/lib/auth/require-user";
import type { SignedIn } from "@/lib/auth/schema";
import { profilePatchSchema, updateProfile } from "@/lib/auth/users";
import { door, json, readJson } from "@/lib/http";

const profile = ({ email, name, timeZone, settings }: SignedIn) => json({ email, name, timeZone, settings });

export const GET = door(async () => profile(await requireUser()));

export const PATCH = door(async (request) => {
  const user = await requireUser();
  return profile(await updateProfile(user, await readJson(request, profilePatchSchema)));
});
