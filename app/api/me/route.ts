import { checkModel } from "@/lib/assistant/models";
import { requireUser } from "@/lib/auth/require-user";
import type { SignedIn } from "@/lib/auth/schema";
import { profilePatchSchema, updateProfile } from "@/lib/auth/users";
import { door, json, readJson } from "@/lib/http";

const profile = ({ email, name, timeZone, settings }: SignedIn) => json({ email, name, timeZone, settings });

export const GET = door(async () => profile(await requireUser()));

export const PATCH = door(async (request) => {
  const user = await requireUser();
  const patch = await readJson(request, profilePatchSchema);
  const { model } = patch.settings ?? {};
  // One that isn't offered any more may stay, but can't be chosen.
  if (typeof model === "string" && model !== user.settings.model) checkModel(model);
  return profile(await updateProfile(user, patch));
});
